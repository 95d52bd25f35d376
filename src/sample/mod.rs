//! sample
pub mod repo;
