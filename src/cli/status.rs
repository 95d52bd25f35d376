//! `cpt status`, also what bare `cpt` prints.

use super::Exit;
use super::output::Output;
use super::present::present;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::{app, report};

/// Show your ratings, targets and streak (the default command)
#[derive(Debug, clap::Args, Default)]
pub(super) struct Args {
    /// Output JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    let status = app::standing::status(&session)?.without_hints(args.json);
    let lang = session.lang();
    present(status, output, |status| {
        if args.json {
            return Ok(report::to_line_of(
                &report::StatusJson::new(status.standing, status.streak, &status.archives),
                &session.completeness(),
            )?);
        }
        let mut text = report::status(status.standing, session.today(), &session.zone(), lang);
        if let Some(streak) = status.streak {
            text.push_str(&report::streak_line(streak, lang));
            text.push('\n');
        }
        text.push_str(&report::archives(&status.archives, session.now(), &session.zone(), lang));
        Ok(text)
    })
}
