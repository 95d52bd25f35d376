//! What stands in a table.

use std::borrow::Cow;

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

use super::super::paint::Paint;
use super::super::words;
use crate::answers::{Performance, PerformanceEstimate};
use crate::lang::Lang;
use crate::model::{Colour, ProblemId, percent};

/// A value, where it leads, and how it is set off.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in super::super) struct Cell<'a> {
    pub value: Value<'a>,
    /// Our own words after it: "on 3 May".
    pub note: Option<String>,
    /// An address; a problem has its own.
    pub link: Option<String>,
    /// How the terminal sets it off, where its value doesn't say that.
    pub paint: Option<Paint>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in super::super) enum Value<'a> {
    /// Not known, or there is none.
    #[default]
    Nothing,
    Flag(bool),
    Whole(i64),
    Real(f64),
    /// A part of one.
    Share(f64),
    /// A difference.
    Change(i32),
    /// The rank in a contest.
    Place(u32),
    /// A rating or a difficulty, and its colour.
    Rating(i32, Colour),
    /// What a contest was worth, and the colour of that.
    Performance(Performance, Colour),
    /// A colour, by its name.
    Tier(Colour),
    Date(Date),
    /// A moment, and the offset in which it is told; without one it is in UTC.
    At(Timestamp, Option<Offset>),
    Duration(SignedDuration),
    Problem(&'a ProblemId),
    /// From outside.
    Text(Cow<'a, str>),
    /// Our own words.
    Words(Cow<'static, str>),
}

/// A value as programs take it.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) enum Datum<'c> {
    Nothing,
    Flag(bool),
    Whole(i64),
    Real(f64),
    Text(Cow<'c, str>),
}

impl Value<'_> {
    /// As people read it. What came from outside is as it came.
    pub fn words(&self, lang: Lang) -> Cow<'_, str> {
        match self {
            Self::Nothing => Cow::Borrowed(""),
            Self::Flag(true) => lang.word("yes", "예", "はい"),
            Self::Flag(false) => lang.word("no", "아니요", "いいえ"),
            Self::Whole(number) => number.to_string().into(),
            Self::Real(number) => format!("{number:.1}").into(),
            Self::Share(share) => percent(*share).into(),
            Self::Change(difference) => words::change(*difference).into(),
            Self::Place(place) => place_words(lang, *place).into(),
            Self::Rating(rating, _) => rating.to_string().into(),
            Self::Performance(performance, _) => performance_words(*performance).into(),
            Self::Tier(colour) => colour.word(lang),
            Self::Date(date) => date.to_string().into(),
            Self::At(at, None) => at.to_string().into(),
            Self::At(at, Some(offset)) => at.display_with_offset(*offset).to_string().into(),
            Self::Duration(time) => length(lang, *time).into(),
            Self::Problem(problem) => Cow::Borrowed(problem.as_str()),
            Self::Text(text) | Self::Words(text) => Cow::Borrowed(text),
        }
    }

    /// As programs take it.
    pub fn datum(&self) -> Datum<'_> {
        match self {
            Self::Nothing => Datum::Nothing,
            Self::Flag(flag) => Datum::Flag(*flag),
            Self::Whole(number) => Datum::Whole(*number),
            Self::Real(number) | Self::Share(number) => Datum::Real(*number),
            Self::Change(number) | Self::Rating(number, _) => Datum::Whole((*number).into()),
            Self::Place(place) => Datum::Whole((*place).into()),
            Self::Performance(performance, _) => Datum::Whole(performance.number().into()),
            Self::Duration(time) => Datum::Whole(time.as_secs()),
            Self::Tier(_)
            | Self::Date(_)
            | Self::At(..)
            | Self::Problem(_)
            | Self::Text(_)
            | Self::Words(_) => Datum::Text(self.words(Lang::English)),
        }
    }

    /// The colour that goes with it.
    pub fn tier(&self) -> Option<Colour> {
        match self {
            Self::Rating(_, colour) | Self::Performance(_, colour) | Self::Tier(colour) => Some(*colour),
            _ => None,
        }
    }
}

impl<'a> Cell<'a> {
    /// A text from outside.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Value::Text(text.into()).into()
    }

    /// Our own words.
    pub fn words(text: impl Into<Cow<'static, str>>) -> Self {
        Value::Words(text.into()).into()
    }

    /// With our own words after it.
    pub fn note(self, note: String) -> Self {
        Self { note: Some(note).filter(|note| !note.is_empty()), ..self }
    }

    /// Leading there, if anywhere.
    pub fn link(self, link: String) -> Self {
        Self { link: Some(link).filter(|link| !link.is_empty()), ..self }
    }

    /// In a paint on the terminal.
    pub fn in_paint(self, paint: Paint) -> Self {
        Self { paint: Some(paint), ..self }
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.note.is_none() && self.value.words(Lang::English).is_empty()
    }

    /// The value's words, changed by `safe` where they come from outside, and the note.
    pub fn shown(&self, lang: Lang, safe: impl Fn(&str) -> String) -> String {
        let mut text = match &self.value {
            value @ (Value::Text(_) | Value::Problem(_)) => safe(&value.words(lang)),
            value => value.words(lang).into_owned(),
        };
        if let Some(note) = &self.note {
            text.push_str(if text.is_empty() { "" } else { " " });
            text.push_str(note);
        }
        text
    }
}

/// "1481", "~1169" for an estimate, "≤800" for an upper bound.
fn performance_words(performance: Performance) -> String {
    match performance {
        Performance::Published(performance) => performance.to_string(),
        Performance::Estimated(PerformanceEstimate::About(performance)) => format!("~{performance}"),
        Performance::Estimated(PerformanceEstimate::AtMost(performance)) => format!("\u{2264}{performance}"),
    }
}

/// "#1098", "1098등", "1098位".
fn place_words(lang: Lang, place: u32) -> String {
    lang.say(|| format!("#{place}"), || format!("{place}등"), || format!("{place}位"))
}

/// "2:30", or "10 days".
fn length(lang: Lang, time: SignedDuration) -> String {
    let (hours, minutes) = (time.as_hours(), time.as_mins() % 60);
    if hours >= 48 {
        return lang.days(hours / 24);
    }
    match lang {
        Lang::English | Lang::Pseudo => format!("{hours}:{minutes:02}"),
        Lang::Korean if hours == 0 => format!("{minutes}분"),
        Lang::Korean if minutes == 0 => format!("{hours}시간"),
        Lang::Korean => format!("{hours}시간 {minutes}분"),
        Lang::Japanese if hours == 0 => format!("{minutes}分"),
        Lang::Japanese if minutes == 0 => format!("{hours}時間"),
        Lang::Japanese => format!("{hours}時間{minutes}分"),
    }
}

impl<'a, T: Into<Value<'a>>> From<T> for Cell<'a> {
    fn from(value: T) -> Self {
        Self { value: value.into(), ..Self::default() }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a ProblemId> for Value<'a> {
    fn from(problem: &'a ProblemId) -> Self {
        Self::Problem(problem)
    }
}

impl From<i32> for Value<'_> {
    fn from(number: i32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<bool> for Value<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<Date> for Value<'_> {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<Timestamp> for Value<'_> {
    fn from(at: Timestamp) -> Self {
        Self::At(at, None)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}
