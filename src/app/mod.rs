//! What can be asked, a file for each use case. Knows all rooms below; reads the clock, the environment, the store and
//! the repositories, which nothing else does.

pub mod charts;
pub mod contests;
pub mod env;
pub mod error;
pub mod freshness;
pub mod habit;
pub mod library;
pub mod next;
pub mod page;
pub mod places;
pub mod practice;
pub mod progress;
pub mod review;
pub mod session;
pub mod solutions;
pub mod standing;
pub mod stats;
pub mod sync;
pub mod todo;
pub mod workspace;

use self::env as world;
