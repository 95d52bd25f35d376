//! Files that others may have put there, or that others rely on: read with a bound, written whole or not at all, and
//! only where they belong.

#![warn(clippy::missing_errors_doc)]

mod atomic_write;
mod inside;
mod read;

pub use atomic_write::{
    Existing, Staged, atomic_write, stage_changed, sweep, sync_dir, write_changed, write_to,
};
pub use inside::inside;
pub use read::{Links, open_regular, read_bounded};
