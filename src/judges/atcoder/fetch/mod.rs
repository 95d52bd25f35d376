//! What is asked of AtCoder itself, and of the community's archive of it.

pub mod archive;
pub mod ratings;
