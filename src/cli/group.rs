//! `cpt group`: who solved what this week, and what it costs.

use jiff::civil::Date;

use super::Exit;
use super::args::date;
use super::completions::members;
use super::handles::Handles;
use super::output::Output;
use super::present::present;
use super::wrong::WrongValue;
use crate::app;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::group::members::{self, Wanted};
use crate::app::group::{Books, MemberWeek, Month};
use crate::app::session::Session;
use crate::lang::Lang;
use crate::model::{Judge, clean};
use crate::report::{self, argument_words, group_words as words};

/// Show what each member of a study group solved this week
///
/// Prints one line per member: days, problems toward the goal, assigned problems, streak in weeks, and the fine if
/// the week ended now. The group is configured under `[group]` in cpt.toml.
#[derive(Debug, clap::Args, Default)]
#[expect(clippy::struct_excessive_bools, reason = "these are switches of a command line")]
pub(super) struct Args {
    #[command(subcommand)]
    action: Option<Action>,

    /// Week to show, e.g. 2026-W47, one of its days, or "settled" for the last settled one
    #[arg(long, value_name = "WEEK")]
    week: Option<String>,

    /// Add up the weeks that end in a month [default: this month]
    #[arg(long, value_name = "MONTH", value_parser = MonthWord::parse, num_args = 0..=1, default_missing_value = MonthWord::THIS, conflicts_with_all = ["week", "member", "missing"])]
    month: Option<MonthWord>,

    /// Show what this member solved, day by day
    #[arg(long, value_name = "NAME", conflicts_with = "missing", add = members())]
    member: Option<String>,

    /// Show which assigned problems each member has not solved
    #[arg(long)]
    missing: bool,

    /// Output Markdown, for a README or an issue
    #[arg(long, conflicts_with_all = ["month", "member", "missing", "json"])]
    markdown: bool,

    /// Post the week to the Discord or Slack webhook in `CPT_WEBHOOK_URL`
    #[arg(long, conflicts_with_all = ["month", "member", "missing", "json", "markdown"])]
    post: bool,

    /// Output JSON
    #[arg(long, global = true)]
    json: bool,
}

impl Args {
    /// Those of `cpt group ledger`.
    pub fn of_ledger() -> Self {
        Self { action: Some(Action::Ledger), ..Self::default() }
    }
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Show fines and excuses since the beginning, by week and member, with totals
    Ledger,
    /// Add a member, from today on
    Add(AddArgs),
    /// Remove a member; settled weeks keep them
    #[command(visible_alias = "rm")]
    Remove {
        /// The member's name
        #[arg(add = members())]
        name: String,
    },
    /// Excuse a member for a day or a range of days
    Excuse {
        /// The member's name
        #[arg(add = members())]
        name: String,

        /// A date, e.g. 2026-11-20, or a range, e.g. 2026-11-09..2026-11-15
        days: String,
    },
}

#[derive(Debug, clap::Args)]
struct AddArgs {
    /// The member's name
    name: String,

    /// An email or name in their commits; can be repeated
    #[arg(long = "author", value_name = "AUTHOR")]
    authors: Vec<String>,

    /// A glob of their files in a shared repository, e.g. "ada/**"; can be repeated
    #[arg(long = "path", value_name = "GLOB")]
    paths: Vec<String>,

    /// Their branch in a shared repository
    #[arg(long, value_name = "BRANCH")]
    branch: Option<String>,

    /// Their own repository, relative to cpt.toml
    #[arg(long, value_name = "DIR")]
    repo: Option<String>,

    #[command(flatten)]
    handles: Handles,

    /// Their own goal, e.g. 3/week
    #[arg(long, value_name = "GOAL")]
    goal: Option<String>,

    /// Their first day [default: today]
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<Date>,
}

/// A month.
#[derive(Debug, Clone, Copy)]
enum MonthWord {
    /// The one it is.
    This,
    /// The one that begins on this day.
    From(Date),
}

impl MonthWord {
    const THIS: &'static str = "this";

    /// 2026-11.
    fn parse(text: &str) -> Result<Self, WrongValue> {
        if text == Self::THIS {
            return Ok(Self::This);
        }
        let is_month = text.len() == 7 && text.as_bytes()[4] == b'-';
        let day = is_month.then(|| format!("{text}-01").parse().ok()).flatten();
        day.map(Self::From).ok_or_else(|| WrongValue::new(argument_words::use_a_month))
    }

    fn day(self) -> Option<Date> {
        match self {
            Self::This => None,
            Self::From(day) => Some(day),
        }
    }
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    let (lang, file_lang) = (session.lang(), session.workspace.file_lang());
    match (&args.action, &args.member, args.month) {
        (Some(Action::Add(new)), ..) => {
            add(new, &session)?;
            output.answer(&(words::added(lang, &clean(&new.name)) + "\n"))?;
            Ok(Exit::Done)
        }
        (Some(Action::Remove { name }), ..) => {
            let removed = members::remove(&session, name)?;
            output.answer(&(words::removed(lang, &clean(&removed)) + "\n"))?;
            Ok(Exit::Done)
        }
        (Some(Action::Excuse { name, days }), ..) => {
            let excused = members::excuse(&session, name, days)?;
            output.answer(&(words::was_excused(lang, &clean(&excused), &clean(days)) + "\n"))?;
            Ok(Exit::Done)
        }
        (Some(Action::Ledger), ..) => ledger(args, &session, output),
        (None, _, Some(month)) => {
            let answered = app::group::month(&session, month.day())?;
            let completeness = answered.completeness();
            present(answered, output, |Month { known, month }| {
                if args.json {
                    let json = report::GroupMonthJson::new(&month, known.group);
                    return Ok(report::to_line_of(&json, &completeness)?);
                }
                Ok(report::group_month(&month, known.group, known.today, env.columns, lang))
            })
        }
        (None, Some(name), None) => {
            let answered = app::group::member(&session, name, args.week.as_deref())?;
            let completeness = answered.completeness();
            present(answered, output, |MemberWeek { week, days }| {
                if args.json {
                    let json = report::GroupJson::new(&week.view(Lang::English), Some(&days));
                    return Ok(report::to_line_of(&json, &completeness)?);
                }
                Ok(report::group_member(&week.view(lang), &days))
            })
        }
        (None, None, None) => {
            let answered = app::group::week(&session, args.week.as_deref())?;
            let completeness = answered.completeness();
            present(answered, output, |week| {
                if args.post {
                    let chat = app::group::post(&week.view(file_lang), env)?;
                    return Ok(words::posted(lang, &week.standing.week.id, chat.name()) + "\n");
                }
                if args.markdown {
                    return Ok(report::group_markdown(&week.view(file_lang)));
                }
                if args.json {
                    return Ok(report::to_line_of(
                        &report::GroupJson::new(&week.view(Lang::English), None),
                        &completeness,
                    )?);
                }
                Ok(report::group(&week.view(lang), args.missing, env.columns))
            })
        }
    }
}

fn add(new: &AddArgs, session: &Session<'_>) -> Result<(), AppError> {
    let wanted = Wanted {
        name: &new.name,
        authors: &new.authors,
        paths: &new.paths,
        branch: new.branch.as_deref(),
        repo: new.repo.as_deref(),
        handles: Judge::all().filter_map(|judge| Some((judge, new.handles.at(judge)?))).collect(),
        goal: new.goal.as_deref(),
        from: new.from,
    };
    members::add(session, &wanted)
}

fn ledger(args: &Args, session: &Session<'_>, output: &mut Output) -> Result<Exit, AppError> {
    let answered = app::group::ledger(session)?;
    let completeness = answered.completeness();
    let changed = report::changed_weeks(&answered.answer.ledger.changed, session.lang());
    let outcome = present(answered, output, |Books { known, ledger }| {
        if args.json {
            return Ok(report::to_line_of(&report::LedgerJson::new(&ledger), &completeness)?);
        }
        Ok(report::group_ledger(&ledger, known.group, session.env.columns, session.lang()))
    })?;
    if !args.json {
        output.note(&changed);
    }
    Ok(outcome)
}
