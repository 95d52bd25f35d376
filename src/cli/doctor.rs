//! `cpt doctor`: what works, what doesn't, and what to do about it.

use super::Exit;
use super::output::Output;
use crate::app::doctor::{Examined, examine};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::report;

/// Check the configuration, repositories, data and connections
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

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let Examined { checks, advice, exit } = examine(args.offline, env)?;
    output.answer(&(report::checks(&checks) + &advice))?;
    match exit {
        None => Ok(Exit::Done),
        Some(code) => Err(AppError::said(code)),
    }
}
