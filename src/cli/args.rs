//! Arguments that several commands take.

use std::ops::RangeInclusive;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use super::error::CliError;
use crate::model::{Judge, Track};

/// A judge by its word, in any case.
pub(super) fn judge_parser() -> impl TypedValueParser<Value = Judge> {
    PossibleValuesParser::new(Judge::ids()).try_map(|word| Judge::by_id(&word).ok_or("unknown word"))
}

/// A track by its word, in any case.
pub(super) fn track_parser() -> impl TypedValueParser<Value = Track> {
    named([Track::Algorithm, Track::Heuristic], Track::id)
}

/// An error where `judge` has no ratings in `track`.
pub(super) fn judge_has(judge: Judge, track: Track) -> Result<(), CliError> {
    if judge.tracks().contains(&track) {
        return Ok(());
    }
    Err(CliError::usage(format!("{judge} has no {track} rating"), "Leave out --track."))
}

/// One of `all` by its word, in any case.
pub(super) fn named<T: Copy + Send + Sync + 'static, const N: usize>(
    all: [T; N],
    id: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let words = PossibleValuesParser::new(all.map(id));
    words.try_map(move |word| {
        all.into_iter().find(|one| id(*one).eq_ignore_ascii_case(&word)).ok_or("unknown word")
    })
}

/// An error where no day lies from `since` to `until` and up to `today`.
pub(super) fn has_days(since: Option<Date>, until: Option<Date>, today: Date) -> Result<(), CliError> {
    match (since, until) {
        (Some(since), Some(until)) if since > until => Err(CliError::usage(
            format!("--since {since} is after --until {until}"),
            "Give the earlier day to --since.",
        )),
        (Some(since), _) if since > today => Err(CliError::usage(
            format!("--since {since} is in the future"),
            format!("Give a day up to today, {today}."),
        )),
        _ => Ok(()),
    }
}

/// A whole number of a range.
pub(super) fn whole<T>(range: RangeInclusive<i64>) -> impl Fn(&str) -> Result<T, String> + Clone
where
    T: TryFrom<i64>,
{
    move |text| {
        let number = text.parse().ok().filter(|number| range.contains(number));
        let number = number.and_then(|number| T::try_from(number).ok());
        number.ok_or_else(|| format!("use a whole number from {} to {}", range.start(), range.end()))
    }
}

/// A day.
pub(super) fn date(text: &str) -> Result<Date, String> {
    // The library reads times, too, and would forget them.
    let shaped = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date = if shaped { text.parse().ok() } else { None };
    date.ok_or_else(|| "use YYYY-MM-DD, e.g. 2026-12-31".to_owned())
}
