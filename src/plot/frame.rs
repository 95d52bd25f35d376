//! What a chart is framed by: its size, and which days it shows.

use std::str::FromStr;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::scene::Px;
use super::words;
use crate::lang::Lang;

/// What every chart needs to know besides its data.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The language of its words.
    pub lang: Lang,
    /// The day on which it is drawn.
    pub today: Date,
    /// The day that the data is of, where it is older than the drawing.
    pub as_of: Date,
    /// The day that what the chart stands on is of and says so; then the chart need not.
    pub told: Option<Date>,
    /// The zone in which instants become days.
    pub zone: TimeZone,
    /// The size that was asked for; `None` is the chart's natural one.
    pub size: Option<ChartSize>,
    /// The first day that is shown; `None` is where the data begins.
    pub since: Option<Date>,
    /// The last day that is shown; `None` is where the data, or what is said of the future, ends.
    pub until: Option<Date>,
}

impl Frame {
    /// Everything, as of today, at its natural size and in English.
    pub fn new(today: Date, zone: TimeZone) -> Self {
        Self {
            lang: Lang::English,
            today,
            as_of: today,
            told: None,
            zone,
            size: None,
            since: None,
            until: None,
        }
    }

    /// Width and height of a chart whose natural size is `natural`.
    pub(super) fn extent(&self, natural: Px) -> Px {
        self.size.map_or(natural, |size| Px::new(f32::from(size.width), f32::from(size.height)))
    }

    /// A day in words, with the year where it isn't that of today.
    pub(super) fn day_name(&self, day: Date) -> String {
        self.lang.day_short(day, self.today)
    }

    /// From one day to another in words.
    pub(super) fn span(&self, from: Date, to: Date) -> String {
        words::span(self.lang, &self.day_name(from), &self.day_name(to))
    }

    /// " · as of Nov 23", unless that is told already.
    pub(super) fn freshness(&self, as_of: Date) -> String {
        if self.told == Some(as_of) { String::new() } else { words::as_of(self.lang, &self.day_name(as_of)) }
    }

    /// Whether a day is among those that are shown.
    pub fn shows(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// Width and height of a chart in pixels, such that there is room for its words and no screen is too small for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartSize {
    width: u16,
    height: u16,
}

impl ChartSize {
    /// The least width and height.
    pub const LEAST: Self = Self { width: 600, height: 320 };

    /// The greatest width and height.
    pub const MOST: Self = Self { width: 3840, height: 2160 };
}

/// A text that is no size, or one that no chart is drawn in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WrongSize {
    /// It can't be read.
    #[error("width and height in pixels are expected, such as 1200x630")]
    Unreadable,
    /// It is out of bounds.
    #[error(
        "a chart of {0} is too {1}; from {least_w}x{least_h} to {most_w}x{most_h} can be drawn",
        least_w = ChartSize::LEAST.width, least_h = ChartSize::LEAST.height,
        most_w = ChartSize::MOST.width, most_h = ChartSize::MOST.height
    )]
    Bounds(String, &'static str),
}

impl FromStr for ChartSize {
    type Err = WrongSize;

    fn from_str(text: &str) -> Result<Self, WrongSize> {
        let number = |part: &str| part.trim().parse::<u32>().ok();
        let parts = text.split_once(['x', 'X', '×']);
        let (width, height) = parts
            .and_then(|(width, height)| Some((number(width)?, number(height)?)))
            .ok_or(WrongSize::Unreadable)?;
        let bounded = |value: u32, least: u16, most: u16, small, large| match u16::try_from(value) {
            Ok(value) if value < least => Err(WrongSize::Bounds(text.to_owned(), small)),
            Ok(value) if value <= most => Ok(value),
            _ => Err(WrongSize::Bounds(text.to_owned(), large)),
        };
        Ok(Self {
            width: bounded(width, Self::LEAST.width, Self::MOST.width, "narrow", "wide")?,
            height: bounded(height, Self::LEAST.height, Self::MOST.height, "low", "high")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_size_is_read_and_kept_within_bounds() {
        let size = |text: &str| text.parse::<ChartSize>();
        assert_eq!(size("1200x630"), Ok(ChartSize { width: 1200, height: 630 }));
        assert_eq!(size("600X320"), Ok(ChartSize::LEAST));
        assert_eq!(size(" 3840 × 2160 "), Ok(ChartSize::MOST));
        let said = |text: &str| size(text).unwrap_err().to_string();
        for text in ["", "1200", "x", "1200x", "1e3x500", "-800x500", "800x500x2", "800.5x500"] {
            assert!(said(text).contains("such as 1200x630"), "{text}");
        }
        for (text, why) in [
            ("599x400", "narrow"),
            ("600x319", "low"),
            ("3841x400", "wide"),
            ("600x2161", "high"),
            ("4294967295x400", "wide"),
        ] {
            let said = said(text);
            let expected = format!("a chart of {text} is too {why}; from 600x320 to 3840x2160");
            assert!(said.starts_with(&expected), "{said}");
        }
    }

    #[test]
    fn the_days_shown_include_both_ends() {
        let mut frame = Frame::new(date(2026, 3, 14), TimeZone::UTC);
        assert!(frame.shows(Date::MIN) && frame.shows(Date::MAX));
        (frame.since, frame.until) = (Some(date(2026, 1, 1)), Some(date(2026, 2, 1)));
        let shown = |day| frame.shows(day);
        assert!(shown(date(2026, 1, 1)) && shown(date(2026, 2, 1)));
        assert!(!shown(date(2025, 12, 31)) && !shown(date(2026, 2, 2)));
    }
}
