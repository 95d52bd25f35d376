//! The sample user of `cpt demo`, and what the tests share with it: a practice repository, and a judge on loopback.

mod archive;
mod contests;
mod group;
mod histories;
pub mod judge;
mod plan;
mod practice;
pub mod repo;

pub use archive::archived_to;
pub use group::{group, group_configuration};
pub use histories::{HANDLE, judge_data};
pub use practice::{AUTHOR, configuration, practice};
