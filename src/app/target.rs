//! Targets, written to `cpt.toml` and taken out of it.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::error::AppError;
use super::session::Session;
use crate::config::{self, Config, ConfigError, NewTarget};
use crate::files::{Links, read_bounded, write_changed};
use crate::model::{Goal, Judge, Target, Track};

/// Nobody was ever rated higher, at either judge.
const HIGHEST_EVER: i32 = 4500;

/// A target as somebody says it.
pub struct Wanted<'a> {
    pub judge: Judge,
    pub track: Track,
    /// A colour, a title or a rating.
    pub goal: Word<'a>,
    /// The last day that counts.
    pub by: Date,
}

/// How a goal is said.
#[derive(Clone, Copy)]
pub enum Word<'a> {
    /// In the judge's own words.
    Own(&'a str),
    /// In another judge's: "codeforces mint".
    Elsewhere(&'a str),
}

/// Which target is meant; what is not said fits any.
pub struct Unwanted<'a> {
    pub judge: Judge,
    pub goal: &'a str,
    pub by: Option<Date>,
    pub track: Option<Track>,
}

/// Writes one more target to `cpt.toml`.
pub fn add(session: &Session<'_>, wanted: &Wanted<'_>) -> Result<Target, AppError> {
    let Wanted { judge, track, by, .. } = *wanted;
    let today = session.today();
    if by <= today {
        let is = if by == today { "today" } else { "past" };
        let message = format!("{by} is {is}; a target needs a day to come");
        return Err(AppError::usage(message, format!("Name a later day, such as --by {}.", later(today))));
    }
    let remedy = "A plain rating will do, too.";
    let (goal, equivalent, written) = match wanted.goal {
        Word::Elsewhere(text) => {
            let (goal, elsewhere) = Goal::parse_elsewhere(judge, text, Judge::all())
                .map_err(|why| AppError::usage(why, remedy))?;
            (goal, Some(elsewhere), text)
        }
        Word::Own(text) => {
            let goal = Goal::parse(judge, text).map_err(|why| AppError::usage(why.to_string(), remedy))?;
            (goal, None, text)
        }
    };
    is_possible(judge, goal)?;
    let target = Target { judge, track, goal, from: Some(today), by, equivalent };
    let targets = &session.workspace.config.targets;
    if let Some(known) = targets.iter().find(|known| known.asks_for_same(&target)) {
        let message = format!("{known} is a target already");
        let again = format!("write `from = \"{today}\"` into its block in cpt.toml.");
        let remedy = match known.from {
            None => format!("To have contests from today on count, {again}"),
            Some(day) => format!("It began on {day}; to begin it again, {again}"),
        };
        return Err(AppError::usage(message, remedy));
    }
    let equivalent = equivalent.is_some();
    let written = NewTarget { judge, track, goal: written, equivalent, from: today, by };
    rewrite(session, |text| config::add_target(text, &written))?;
    Ok(target)
}

/// An error where nobody has ever had such a rating, or everybody has.
fn is_possible(judge: Judge, goal: Goal) -> Result<(), AppError> {
    let last = judge.tiers().last().map_or(goal.rating, |tier| tier.from);
    let first = judge.tiers().iter().find(|tier| tier.from > 0).map_or(1, |tier| tier.from);
    let (message, example) = match goal.rating {
        ..1 => (format!("everybody has {} at {judge}", goal.rating), first),
        1..=HIGHEST_EVER => return Ok(()),
        _ => (format!("nobody has ever had {} at {judge}", goal.rating), last),
    };
    let colour = judge.colour_of(example);
    let remedy = format!("Write a rating that people have, such as {example}, or a colour: {colour}.");
    Err(AppError::usage(message, remedy))
}

/// A day about half a year after `today`, to show how days are written.
fn later(today: Date) -> Date {
    today.checked_add(26.weeks()).unwrap_or(Date::MAX)
}

/// Takes the target that is meant out of `cpt.toml`.
pub fn remove(session: &Session<'_>, unwanted: &Unwanted<'_>) -> Result<Target, AppError> {
    let Unwanted { judge, by, track, .. } = *unwanted;
    let remedy = "`cpt target` shows what is set.";
    let goal = Goal::parse(judge, unwanted.goal).map_err(|why| AppError::usage(why.to_string(), remedy))?;
    let fits = |target: &Target| {
        (target.judge, target.goal.rating) == (judge, goal.rating)
            && by.is_none_or(|by| by == target.by)
            && track.is_none_or(|track| track == target.track)
    };
    let targets = &session.workspace.config.targets;
    let mut found = targets.iter().enumerate().filter(|(_, target)| fits(target));
    let Some((index, target)) = found.next() else {
        let message = format!("no target at {judge} is {} at {}", goal.colour, goal.rating);
        return Err(AppError::usage(message, remedy));
    };
    if let Some((_, other)) = found.next() {
        return Err(AppError::usage(
            format!("{target} and {other} both fit"),
            "Say which by --by or --track.",
        ));
    }
    rewrite(session, |text| config::remove_target(text, index))?;
    Ok(*target)
}

/// Changes the configuration's file, unless it could not be read afterwards.
pub(super) fn rewrite<E: std::error::Error>(
    session: &Session<'_>,
    change: impl FnOnce(&str) -> Result<String, E>,
) -> Result<(), AppError> {
    let (workspace, env) = (&session.workspace, session.env);
    let Some(file) = &workspace.file else {
        return Err(AppError::usage("there is no cpt.toml to change", "`cpt init` writes one."));
    };
    let doing = |what: &str| format!("can't {what} {}", file.display());
    // A link stays one: what it leads to is changed.
    let file = &file.canonicalize().map_err(|error| AppError::file(doing("read"), &error))?;
    if env.config.is_none() {
        workspace.may_write(file, env)?;
    }
    let text = read_bounded(file, config::LIMIT, Links::Refuse);
    let text = text.map_err(|error| AppError::file(doing("read"), &error))?;
    let text = String::from_utf8(text).map_err(|error| ConfigError::not_utf8(file, &error))?;
    let changed = change(&text)
        .map_err(|error| AppError::usage(format!("{}: {error}", doing("change")), "Change it by hand."))?;
    let _checked: Config = Config::parse(&changed, file, &env.overrides)
        .map_err(|error: ConfigError| AppError::usage(error.to_string(), "Change it by hand."))?;
    write_changed(file, changed.as_bytes()).map_err(|error| AppError::file(doing("write"), &error)).map(drop)
}
