//! `cpt doctor`: what works, what doesn't, and what to do about it.

use super::Outcome;
use super::output::Output;
use crate::app::doctor::{Examined, examine};
use crate::app::env::World;
use crate::app::error::CliError;
use crate::report;

/// Check the configuration, the repositories, the store and whether the judges answer
///
/// One line each, and below what is wrong what to do about it. Each judge is asked one small question. Files among the
/// solutions that look like tests, generators, templates or tools are told with the globs for `ignore` that would leave
/// them out.
#[derive(Debug, clap::Args, Default)]
pub(super) struct Args {
    /// Ask no judge
    #[arg(long)]
    offline: bool,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let Examined { checks, advice, exit } = examine(args.offline, world)?;
    output.answer(&(report::checks(&checks) + &advice))?;
    match exit {
        None => Ok(Outcome::Done),
        Some(code) => Err(CliError::said(code)),
    }
}
