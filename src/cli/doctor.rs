//! `cpt doctor`: what works, what doesn't, and what to do about it.

use super::Exit;
use super::output::Output;
use crate::app::doctor::{Examined, examine};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::report;

/// Check the configuration, repositories, data and connections
///
/// Prints one line per check, with a fix for each problem. Sends one small request to each judge. Files among the
/// solutions that look like tests, generators, templates or tools are listed with the `ignore` globs that would
/// exclude them.
#[derive(Debug, clap::Args, Default)]
pub(super) struct Args {
    /// Don't contact the judges
    #[arg(long)]
    offline: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let Examined { checks, advice, exit, lang } = examine(args.offline, env)?;
    output.answer(&(report::checks(&checks, lang) + &advice))?;
    match exit {
        None => Ok(Exit::Done),
        Some(code) => Err(AppError::said(code)),
    }
}
