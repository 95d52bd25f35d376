//! The program `cpt`: parse, run, turn an error into a message and an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    cpt_tracker::cli::main()
}
