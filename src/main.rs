//! The program `cpt`: parse, run, turn an error into a message and an exit code.

use std::process::ExitCode;

/// An answer reads tens of thousands of short texts from the store; the C library's allocator takes a fifth longer.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cpt_tracker::cli::main()
}
