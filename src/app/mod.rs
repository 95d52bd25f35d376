//! What can be asked, a file for each use case. Knows all rooms below; reads the clock, the environment, the store and
//! the repositories, which nothing else does.

pub mod charts;
pub mod env;
pub mod error;
pub mod freshness;
pub mod library;
pub mod page;
pub mod places;
pub mod practice;
pub mod progress;
pub mod sync;
pub mod workspace;

use self::{env as world, freshness as age};
use crate::cli::{Outcome, output, status};
