//! Arguments that several commands take.

use std::ffi::OsString;
use std::ops::RangeInclusive;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

use super::wrong::WrongValue;
use crate::answers::DateRange;
use crate::app::error::AppError;
use crate::lang::{Lang, Later};
use crate::model::Track;
use crate::report::argument_words as words;

/// A track by its word, in any case.
pub(super) fn track_parser() -> impl TypedValueParser<Value = Track> {
    named([Track::Algorithm, Track::Heuristic], Track::id)
}

/// A language by its code, in any case.
pub(super) fn lang_parser() -> impl TypedValueParser<Value = Lang> {
    let value = |lang: Lang| PossibleValue::new(lang.code()).hide(lang == Lang::Pseudo);
    let words = PossibleValuesParser::new(Lang::ALL.into_iter().chain([Lang::Pseudo]).map(value));
    words.try_map(|word| Lang::by_code(&word).ok_or("unknown word"))
}

/// What a line, read by nobody yet, has for an option that takes a value.
pub(super) fn option_of(line: &[OsString], name: &str) -> Option<OsString> {
    let (at, inline) = line.iter().enumerate().find_map(|(at, word)| {
        let rest = word.to_str()?.strip_prefix(name)?;
        if rest.is_empty() { Some((at, None)) } else { Some((at, Some(rest.strip_prefix('=')?))) }
    })?;
    inline.map(OsString::from).or_else(|| line.get(at + 1).cloned())
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

/// The days from `since` to `until`; an error where there are none.
pub(super) fn window(since: Option<Date>, until: Option<Date>) -> Result<DateRange, AppError> {
    match (since, until) {
        (Some(since), Some(until)) if since > until => Err(AppError::usage(
            Later::new(move |lang| words::days_swapped(lang, since, until)),
            Later::new(words::days_swapped_remedy),
        )),
        _ => Ok(DateRange { from: since, to: until }),
    }
}

/// The same of what has happened: an error where none of the days has come by `today`.
pub(super) fn has_days(since: Option<Date>, until: Option<Date>, today: Date) -> Result<DateRange, AppError> {
    let window = window(since, until)?;
    match since {
        Some(since) if since > today => Err(AppError::usage(
            Later::new(move |lang| words::since_to_come(lang, since)),
            Later::new(move |lang| words::since_to_come_remedy(lang, today)),
        )),
        _ => Ok(window),
    }
}

/// A whole number of a range.
pub(super) fn whole<T>(range: RangeInclusive<i64>) -> impl Fn(&str) -> Result<T, WrongValue> + Clone
where
    T: TryFrom<i64>,
{
    move |text| {
        let number = text.parse().ok().filter(|number| range.contains(number));
        let number = number.and_then(|number| T::try_from(number).ok());
        let (least, most) = (*range.start(), *range.end());
        number.ok_or_else(|| WrongValue::new(move |lang| words::use_a_whole_number(lang, least, most)))
    }
}

/// A day, such as 2026-12-31 or 2027-6-1.
pub(super) fn date(text: &str) -> Result<Date, WrongValue> {
    let number = |part: &str, longest: usize| {
        let fits = (1..=longest).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if fits { part.parse::<i16>().ok() } else { None }
    };
    let date = match text.split('-').collect::<Vec<_>>()[..] {
        [year, month, day] if year.len() == 4 => number(year, 4)
            .zip(number(month, 2))
            .zip(number(day, 2))
            .and_then(|((year, month), day)| Date::new(year, month as i8, day as i8).ok()),
        _ => None,
    };
    date.ok_or_else(|| WrongValue::new(words::use_a_date))
}

/// A number of days, weeks, months or years: "30d", "12w", "6m", "1y".
pub(super) fn stretch(text: &str) -> Result<Span, WrongValue> {
    let wrong = || WrongValue::new(words::use_a_period);
    let unit = text.chars().next_back().ok_or_else(wrong)?;
    let number: i64 = text[..text.len() - unit.len_utf8()].parse().map_err(|_| wrong())?;
    if !(1..=9999).contains(&number) {
        return Err(wrong());
    }
    match unit {
        'd' => Ok(number.days()),
        'w' => Ok(number.weeks()),
        'm' => Ok(number.months()),
        'y' => Ok(number.years()),
        _ => Err(wrong()),
    }
}

/// The last day of something to come.
#[derive(Debug, Clone, Copy)]
pub(super) enum Deadline {
    On(Date),
    In(Span),
}

impl Deadline {
    /// A day, the end of a year, or a stretch of time from today: "2027-6-1", "2027", "+6m".
    pub fn parse(text: &str) -> Result<Self, WrongValue> {
        if let Some(from_now) = text.strip_prefix('+') {
            let period = stretch(from_now).map(Self::In);
            return period.map_err(|_| WrongValue::new(words::use_a_deadline));
        }
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let day = if is_year { date(&format!("{text}-12-31")) } else { date(text) };
        day.map(Self::On).map_err(|_| WrongValue::new(words::use_a_deadline))
    }

    /// The day that it is, asked on `today`.
    pub fn day(self, today: Date) -> Date {
        match self {
            Self::On(day) => day,
            Self::In(span) => today.saturating_add(span),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_found_in_a_line_that_nobody_has_read() {
        let asked =
            |line: &[&str]| option_of(&line.iter().map(OsString::from).collect::<Vec<_>>(), "--config");
        assert_eq!(asked(&["cpt", "--config", "a.toml", "new"]), Some("a.toml".into()));
        assert_eq!(asked(&["cpt", "new", "--config=b.toml"]), Some("b.toml".into()));
        assert_eq!(asked(&["cpt", "new", "--config"]), None);
        assert_eq!(asked(&["cpt", "--configuration", "new"]), None);
    }

    #[test]
    fn a_stretch_of_time_is_a_number_and_a_unit() {
        let from = |text| {
            let today = jiff::civil::date(2026, 3, 31);
            today.saturating_sub(stretch(text).unwrap()).saturating_add(1.day()).to_string()
        };
        assert_eq!(
            ["30d", "2w", "1m", "1y"].map(from),
            ["2026-03-02", "2026-03-18", "2026-03-01", "2025-04-01"]
        );
        for wrong in ["", "d", "30", "30 d", "-3d", "0d", "99999d", "3x", "3€"] {
            assert!(stretch(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_deadline_is_a_day_a_year_or_a_time_from_now() {
        let today = jiff::civil::date(2026, 8, 31);
        let day = |text: &str| Deadline::parse(text).unwrap().day(today).to_string();
        assert_eq!(
            ["2027-06-01", "2027-6-1", "2027", "+6m", "+1y", "+2w", "+10d"].map(day),
            [
                "2027-06-01",
                "2027-06-01",
                "2027-12-31",
                "2027-02-28",
                "2027-08-31",
                "2026-09-14",
                "2026-09-10"
            ]
        );
        for wrong in
            ["", "+", "6m", "26-1-1", "2027-13-1", "2027-6-31", "2027-006-1", "2027-6", "20270601", "+6"]
        {
            assert!(Deadline::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
