//! Targets, written to `cpt.toml` and taken out of it.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::error::{AppError, cannot_read, cannot_write};
use super::session::Session;
use crate::config::{self, Config, ConfigError, NewTarget};
use crate::files::{Links, read_bounded, write_changed};
use crate::lang::{Lang, Later};
use crate::model::{Advice, Goal, Judge, Target, Track, UnknownGoal};
use crate::report::target_change as words;

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
        return Err(AppError::usage(
            Later::new(move |lang| words::not_to_come(lang, by, today)),
            Later::new(move |lang| words::later_day(lang, later(today))),
        ));
    }
    let wrong = |why: UnknownGoal| unknown(why, words::number_instead);
    let (goal, equivalent, written) = match wanted.goal {
        Word::Elsewhere(text) => {
            let (goal, elsewhere) = Goal::parse_elsewhere(judge, text, Judge::all()).map_err(wrong)?;
            (goal, Some(elsewhere), text)
        }
        Word::Own(text) => (Goal::parse(judge, text).map_err(wrong)?, None, text),
    };
    is_possible(judge, goal)?;
    let target = Target { judge, track, goal, from: Some(today), by, equivalent };
    let targets = &session.workspace.config.targets;
    if let Some(known) = targets.iter().find(|known| known.asks_for_same(&target)) {
        let known = *known;
        return Err(AppError::usage(
            Later::new(move |lang| words::exists(lang, &known)),
            Later::new(move |lang| words::begin_again(lang, known.from, today)),
        ));
    }
    let equivalent = equivalent.is_some();
    let written = NewTarget { judge, track, goal: written, equivalent, from: today, by };
    rewrite(session, |text| config::add_target(text, &written))?;
    Ok(target)
}

/// That a word is no goal.
fn unknown(why: UnknownGoal, remedy: fn(Lang) -> Advice) -> AppError {
    AppError::usage(Later::new(move |lang| why.told(lang)), Later::new(remedy))
}

/// An error where nobody has ever had such a rating, or everybody has.
fn is_possible(judge: Judge, goal: Goal) -> Result<(), AppError> {
    let last = judge.tiers().last().map_or(goal.rating, |tier| tier.from);
    let first = judge.tiers().iter().find(|tier| tier.from > 0).map_or(1, |tier| tier.from);
    let (message, example) = match goal.rating {
        ..1 => (Later::new(move |lang| words::had_by_everybody(lang, judge, goal.rating)), first),
        1..=HIGHEST_EVER => return Ok(()),
        _ => (Later::new(move |lang| words::had_by_nobody(lang, judge, goal.rating)), last),
    };
    let example = Goal::of_rating(judge, example);
    Err(AppError::usage(message, Later::new(move |lang| words::possible_goal(lang, example))))
}

/// A day about half a year after `today`, to show how days are written.
fn later(today: Date) -> Date {
    today.checked_add(26.weeks()).unwrap_or(Date::MAX)
}

/// Takes the target that is meant out of `cpt.toml`.
pub fn remove(session: &Session<'_>, unwanted: &Unwanted<'_>) -> Result<Target, AppError> {
    let Unwanted { judge, by, track, .. } = *unwanted;
    let goal = Goal::parse(judge, unwanted.goal).map_err(|why| unknown(why, words::see_targets))?;
    let fits = |target: &Target| {
        (target.judge, target.goal.rating) == (judge, goal.rating)
            && by.is_none_or(|by| by == target.by)
            && track.is_none_or(|track| track == target.track)
    };
    let targets = &session.workspace.config.targets;
    let mut found = targets.iter().enumerate().filter(|(_, target)| fits(target));
    let Some((index, target)) = found.next() else {
        let message = Later::new(move |lang| words::none_such(lang, judge, goal));
        return Err(AppError::usage(message, Later::new(words::see_targets)));
    };
    if let Some((_, other)) = found.next() {
        let (one, other) = (*target, *other);
        let message = Later::new(move |lang| words::several(lang, &one, &other));
        return Err(AppError::usage(message, Later::new(words::choose_one)));
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
        let message = Later::new(|lang| words::no_file(lang).into_owned());
        return Err(AppError::usage(message, Later::new(words::make_file)));
    };
    // A link stays one: what it leads to is changed.
    let file = &file.canonicalize().map_err(|error| AppError::file(cannot_read(file.display()), &error))?;
    if env.config.is_none() {
        workspace.may_write(file, env)?;
    }
    let by_hand = || Later::new(words::edit_by_hand);
    let text = read_bounded(file, config::LIMIT, Links::Refuse);
    let text = text.map_err(|error| AppError::file(cannot_read(file.display()), &error))?;
    let text = String::from_utf8(text).map_err(|error| ConfigError::not_utf8(file, &error))?;
    let cannot_change = |error: E| {
        let (shown, why) = (file.display(), error.to_string());
        let message = Later::message(
            format!("can't change {shown}: {why}"),
            format!("{shown} 파일을 변경할 수 없습니다: {why}"),
            format!("{shown} を変更できません: {why}"),
        );
        AppError::usage(message, by_hand())
    };
    let changed = change(&text).map_err(cannot_change)?;
    let wrong = |error: ConfigError| AppError::usage(Later::new(move |lang| error.told(lang)), by_hand());
    let _checked: Config = Config::parse(&changed, file, &env.overrides).map_err(wrong)?;
    let cannot_write = |error| AppError::file(cannot_write(file.display()), &error);
    write_changed(file, changed.as_bytes()).map_err(cannot_write).map(drop)
}
