//! Files that others may have put there, read with a bound.

mod read;

pub use read::{Links, read_bounded};
