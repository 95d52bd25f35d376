//! What can be asked, a file for each use case. Knows all rooms below; reads the clock, the environment, the store and
//! the repositories, which nothing else does.

mod archives;
pub mod asked;
pub mod charts;
pub mod completion;
pub mod contests;
mod day_number;
pub mod demo;
pub mod doctor;
pub mod env;
pub mod error;
pub mod export;
pub mod freshness;
pub mod group;
pub mod habit;
pub mod import;
pub mod init;
pub mod library;
pub mod lists;
pub mod manual;
pub mod new;
pub mod next;
pub mod next_step;
mod odds;
pub mod page;
pub mod pager;
pub mod places;
pub mod practice;
pub mod progress;
pub mod reminder;
pub mod review;
pub mod serve;
pub mod session;
pub mod settings;
pub mod solutions;
pub mod standing;
pub mod stats;
pub mod sync;
pub mod target;
pub mod todo;
pub mod workspace;

/// What waits for answers, of judges or of browsers, on one thread. No other room has one.
fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}
