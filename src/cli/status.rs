//! `cpt status`, also what bare `cpt` prints.

use super::Outcome;
use super::output::Output;
use super::present::present;
use crate::app::env::World;
use crate::app::error::CliError;
use crate::app::session::Session;
use crate::{app, report};

/// Show ratings, targets and the streak on one screen (what `cpt` alone prints)
#[derive(Debug, clap::Args, Default)]
pub(super) struct Args {
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let session = Session::open(world)?;
    let status = app::standing::status(&session)?.without_hints(args.json);
    present(status, output, |status| {
        if args.json {
            return Ok(report::to_line_of(
                &report::StatusJson::new(status.standing, status.streak),
                &session.completeness(),
            )?);
        }
        let mut text = report::status(status.standing, session.today(), &session.zone());
        if let Some(streak) = status.streak {
            text.push_str(&report::streak_line(streak));
            text.push('\n');
        }
        Ok(text)
    })
}
