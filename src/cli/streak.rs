//! `cpt streak`: synchronous, from git alone.

use jiff::civil::Time;

use super::Exit;
use super::args::whole;
use super::hook::time;
use super::output::Output;
use super::present::present;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::habit::Habit;
use crate::app::session::Session;
use crate::model::PracticeSource;
use crate::report::{CalendarScreen, CalendarSpan};
use crate::{app, report};

/// Show your daily streak
///
/// Reads your git repositories directly, so it needs neither a network connection nor a sync. Without a cpt.toml,
/// uses the current repository with default settings. Days can also be counted by accepted submissions: set
/// `source` under `[streak]` in cpt.toml, or use --source once. Submissions come from `cpt sync`, and from the
/// READMEs that BaekjoonHub or LeetHub write next to solutions.
#[derive(Debug, clap::Args, Default)]
#[expect(clippy::struct_excessive_bools, reason = "these are switches of a command line")]
pub(super) struct Args {
    /// Print only what's left to do; exit with status 1 if today's goal isn't met
    #[arg(long, conflicts_with_all = ["prompt", "by"])]
    check: bool,

    /// Print a short line for a shell prompt or status bar
    #[arg(long, conflicts_with_all = ["json", "by"])]
    prompt: bool,

    /// Use only ASCII characters
    #[arg(long, requires = "prompt")]
    ascii: bool,

    /// Print one line, once a day from this time on; used by `cpt hook`
    #[arg(long, value_name = "HH:MM", value_parser = time, conflicts_with_all = ["check", "prompt", "json", "by", "year", "weeks"])]
    daily_from: Option<Time>,

    /// Show a whole year [default: the current year]
    #[arg(long, value_name = "YEAR", value_parser = whole::<i16>(0..=9999), num_args = 0..=1, default_missing_value = "0", conflicts_with = "weeks")]
    year: Option<i16>,

    /// Show the last N weeks
    #[arg(long, value_name = "WEEKS", value_parser = whole::<u16>(1..=520))]
    weeks: Option<u16>,

    /// Count commits, accepted submissions or both, overriding cpt.toml
    #[arg(long, value_name = "WHAT", conflicts_with = "by")]
    source: Option<Source>,

    /// Show one row per author; includes everyone unless `authors` is set
    #[arg(long, value_name = "WHAT")]
    by: Option<By>,

    /// Output JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Source {
    Commits,
    Submissions,
    Both,
}

impl From<Source> for PracticeSource {
    fn from(source: Source) -> Self {
        match source {
            Source::Commits => Self::Commits,
            Source::Submissions => Self::Submissions,
            Source::Both => Self::Both,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum By {
    Author,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    if args.by.is_some() {
        let answered = app::habit::by_author(env)?;
        let (completeness, lang) = (answered.completeness(), answered.lang);
        return present(answered, output, |authors| {
            if args.json {
                return Ok(report::to_line_of(&report::AuthorsJson::new(&authors), &completeness)?);
            }
            Ok(report::streak_by_author(&authors, lang))
        });
    }
    if let Some(from) = args.daily_from {
        let session = Session::open(env)?;
        if !app::reminder::take(&session, from) {
            return Ok(Exit::Done);
        }
        return present(app::habit::habit(&session)?, output, |habit| {
            Ok(report::streak_line(habit.streak, session.lang()) + "\n")
        });
    }
    if args.prompt {
        // A prompt shows its line and nothing else.
        output.mute();
    }
    let mut session = Session::open_or_default(env)?;
    if let Some(source) = args.source {
        session.workspace.config.streak.source = source.into();
    }
    let habit = app::habit::habit(&session)?;
    let streak = habit.answer.streak;
    let screen = CalendarScreen { columns: env.columns, has_colours: output.has_colours() };
    let settled = streak.today.done || streak.today.rest;
    let outcome = present(habit, output, |Habit { streak, habits }| {
        Ok(match args {
            Args { prompt: true, .. } => {
                report::streak_prompt(streak, args.ascii, session.completeness().is_complete())
            }
            Args { json: true, .. } => {
                report::to_line_of(&report::StreakJson::new(streak, &habits), &session.completeness())?
            }
            Args { check: true, .. } if settled => String::new(),
            Args { check: true, .. } => report::streak_missing(streak, session.lang()),
            _ => {
                let span = span(args, env, streak.today.date);
                report::streak(
                    streak,
                    &habits,
                    &session.workspace.config.streak,
                    span,
                    screen,
                    session.lang(),
                )
            }
        })
    })?;
    // What is incomplete may be settled for all one can tell, and may be not.
    Ok(if args.check && !settled && outcome == Exit::Done { Exit::No } else { outcome })
}

/// The part of the calendar that was asked for, else the weeks that fit, at most half a year.
fn span(args: &Args, env: &Env, today: jiff::civil::Date) -> CalendarSpan {
    let columns = env.columns;
    match (args.year, args.weeks) {
        (Some(year), _) => CalendarSpan::Year(if year == 0 { today.year() } else { year }),
        (None, Some(weeks)) => CalendarSpan::Weeks(usize::from(weeks).min(CalendarSpan::most_weeks(columns))),
        (None, None) => CalendarSpan::Weeks(calendar_weeks(columns)),
    }
}

/// The weeks that fit into `columns`, at most half a year.
pub(super) fn calendar_weeks(columns: usize) -> usize {
    (columns.saturating_sub(6) / 2).clamp(4, 26)
}
