//! Which weeks a calendar shows, in which rows, and how large.

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

use super::super::axis::day_number;
use super::super::scene::Px;
use super::super::sheet::MARGIN;
use super::Frame;
use crate::model::Period;

/// How many weeks are shown where nothing else is asked for, which are the most in one row.
const WEEKS: i64 = 53;

/// A year may begin on a Sunday and have 366 days.
const WEEKS_OF_YEAR: i64 = 54;

/// The most years; the newest are kept.
const YEARS: i16 = 60;

/// From one day's square to the next, in pixels: naturally, and where the room is small.
const PITCH: f32 = 17.0;
const LEAST_PITCH: f32 = 7.0;

/// How much of the pitch is the square.
const SQUARE: f32 = 14.0 / 17.0;

/// What lies left of the weeks, above the first row, between two rows, and below the last.
const LEFT: f32 = 60.0;
const TOP: f32 = 112.0;
const BETWEEN: f32 = 34.0;
const FOOT: f32 = 45.0;

/// How much more may lie between rows where there is height to spare.
const MOST_GAP: f32 = 48.0;

/// Right of the weeks, where a year's numbers stand.
const TOTALS: f32 = 146.0;

/// Weeks after one another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct WeekRow {
    /// The Monday of its first column.
    pub monday: Date,
    /// The first and the last day that are shown.
    pub first: Date,
    pub last: Date,
    /// The upper left corner of the first column.
    pub corner: Px,
    /// Whether it is a calendar year, or a part of one.
    pub is_year: bool,
}

impl WeekRow {
    pub fn dates(&self) -> impl Iterator<Item = Date> + use<> {
        let last = self.last;
        self.first.series(1.day()).take_while(move |date| *date <= last)
    }

    /// How many columns it has.
    pub fn weeks(&self) -> i64 {
        (day_number(self.last) - day_number(self.monday)) / 7 + 1
    }

    /// A day's week from the left and its day from Monday.
    pub fn cell(&self, date: Date) -> (i64, i64) {
        let day = day_number(date) - day_number(self.monday);
        (day / 7, day % 7)
    }
}

/// Where a calendar's rows lie.
#[derive(Debug, PartialEq)]
pub(super) struct CalendarGrid {
    pub size: Px,
    pub pitch: f32,
    /// The newest year first, but in one span of weeks the oldest.
    pub rows: Vec<WeekRow>,
}

impl CalendarGrid {
    /// A calendar of days until `last`, from the first of `frame` or a year ago; `begin` is the first day that there is
    /// anything to show of. What doesn't fit into a row of weeks has a row for each calendar year.
    pub fn new(begin: Date, last: Date, frame: &Frame) -> Self {
        let newest = monday(last);
        let a_year = newest.saturating_sub(weeks(WEEKS - 1));
        match frame.since {
            Some(since) if monday(since) < a_year => Self::years(since.max(begin).min(last), last, frame),
            Some(since) => Self::weeks(since.min(last), last, frame),
            None => Self::weeks(a_year, last, frame).filled(a_year.min(begin), last),
        }
    }

    /// One span of weeks, in as many rows as make the squares largest where a size is asked for.
    fn weeks(first: Date, last: Date, frame: &Frame) -> Self {
        let natural = Px::new(LEFT + PITCH * WEEKS as f32 + MARGIN - 1.0, TOP + 7.0 * PITCH + FOOT);
        let size = frame.extent(natural);
        let shape = |rows: i64| {
            let columns = ceiling(WEEKS, rows);
            (columns, fitting(size, columns as f32, rows, MARGIN))
        };
        let best = (1..=4).map(shape).max_by(|(_, one), (_, other)| one.total_cmp(other));
        let (columns, pitch) = best.filter(|_| frame.size.is_some()).unwrap_or((WEEKS, PITCH));
        Self::stacked(size, pitch, wrapped(first, last, columns))
    }

    /// The same, with longer rows where there is room for more weeks; none before `begin`.
    fn filled(self, begin: Date, last: Date) -> Self {
        let columns = ((self.size.x - LEFT - MARGIN + 1.0) / self.pitch) as i64;
        let rows = self.rows.len() as i64;
        let first = monday(last).saturating_sub(weeks(columns * rows - 1)).max(monday(begin));
        Self::stacked(self.size, self.pitch, wrapped(first, last, columns))
    }

    /// A row for each calendar year.
    fn years(first: Date, last: Date, frame: &Frame) -> Self {
        let count = f32::from(last.year().saturating_sub(first.year()).saturating_add(1).min(YEARS));
        let height = TOP + count * (7.0 * PITCH + BETWEEN) - BETWEEN + FOOT;
        let size = frame.extent(Px::new(LEFT + PITCH * WEEKS_OF_YEAR as f32 + TOTALS, height));
        let columns = WEEKS_OF_YEAR as f32;
        let fits = |count: &i16| fitting(size, columns, i64::from(*count), TOTALS) >= LEAST_PITCH;
        let rows = (1..=count as i16).rev().find(fits).unwrap_or(1);
        let pitch = fitting(size, columns, i64::from(rows), TOTALS);
        let rows = (0..rows).filter_map(|ago| {
            let new_year = Date::new(last.year().checked_sub(ago)?, 1, 1).ok()?;
            Some(WeekRow {
                monday: monday(new_year),
                first: new_year.max(first),
                last: new_year.last_of_year().min(last),
                corner: Px::new(LEFT, 0.0),
                is_year: true,
            })
        });
        Self::stacked(size, if frame.size.is_none() { PITCH } else { pitch }, rows.collect())
    }

    /// Gives the rows their places; what height there is to spare lies around them.
    fn stacked(size: Px, pitch: f32, mut rows: Vec<WeekRow>) -> Self {
        let step = 7.0 * pitch + BETWEEN;
        let spare = size.y - TOP - FOOT - (step * rows.len() as f32 - BETWEEN);
        let gap = (spare / (rows.len() + 1) as f32).clamp(0.0, MOST_GAP);
        for (nth, row) in rows.iter_mut().enumerate() {
            row.corner.y = TOP + gap + (step + gap) * nth as f32;
        }
        Self { size, pitch, rows }
    }

    /// The first and the last day that are shown.
    pub fn span(&self) -> Option<(Date, Date)> {
        let first = self.rows.iter().map(|row| row.first).min()?;
        Some((first, self.rows.iter().map(|row| row.last).max()?))
    }

    /// The side of a day's square.
    pub fn side(&self) -> f32 {
        self.pitch * SQUARE
    }

    /// Where the last row ends.
    pub fn bottom(&self) -> f32 {
        self.rows.last().map_or(TOP, |row| row.corner.y + 7.0 * self.pitch)
    }
}

fn monday(date: Date) -> Date {
    Period::Week.around(date).0
}

fn ceiling(number: i64, parts: i64) -> i64 {
    (number + parts - 1) / parts
}

/// The days from `first` to `last` in rows of so many weeks.
fn wrapped(first: Date, last: Date, columns: i64) -> Vec<WeekRow> {
    let begin = monday(first);
    let rows = ceiling((day_number(last) - day_number(begin)) / 7 + 1, columns);
    let row = |nth: i64| {
        let monday = begin.saturating_add(weeks(columns * nth));
        let end = monday.saturating_add(weeks(columns)).saturating_sub(1.day());
        WeekRow {
            monday,
            first: monday.max(first),
            last: end.min(last),
            corner: Px::new(LEFT, 0.0),
            is_year: false,
        }
    };
    (0..rows).map(row).collect()
}

fn weeks(count: i64) -> Span {
    Span::new().weeks(count)
}

/// The pitch at which so many columns and rows fill `size`.
fn fitting(size: Px, columns: f32, rows: i64, right: f32) -> f32 {
    let across = (size.x - LEFT - right) / columns;
    let down = ((size.y - TOP - FOOT + BETWEEN) / rows as f32 - BETWEEN) / 7.0;
    across.min(down)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    use super::*;

    const TODAY: Date = date(2026, 3, 14);

    fn grid(since: Option<Date>, size: Option<&str>) -> CalendarGrid {
        let frame = Frame::new(TODAY, TimeZone::UTC);
        let frame = Frame { since, size: size.map(|size| size.parse().unwrap()), ..frame };
        CalendarGrid::new(date(2019, 5, 4), TODAY, &frame)
    }

    #[test]
    fn a_year_of_weeks_is_one_row_and_more_are_rows_of_calendar_years() {
        let year = grid(None, None);
        assert_eq!((year.rows.len(), year.rows[0].weeks(), year.size.x), (1, 53, 984.0));
        assert_eq!(year.span(), Some((date(2025, 3, 10), TODAY)));
        let spring = grid(Some(date(2026, 2, 4)), None);
        assert_eq!((spring.rows[0].weeks(), spring.span()), (6, Some((date(2026, 2, 4), TODAY))));
        let all = grid(Some(date(2010, 1, 1)), None);
        let years: Vec<i16> = all.rows.iter().map(|row| row.last.year()).collect();
        assert_eq!(years, [2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019]);
        assert_eq!(all.span(), Some((date(2019, 5, 4), TODAY)));
        assert_eq!(all.rows[0].cell(date(2026, 1, 1)), (0, 3));
    }

    #[test]
    fn rows_fill_the_size_that_is_asked_for_and_stay_in_it() {
        for size in ["600x320", "1200x630", "3840x2160", "600x2160", "3840x320"] {
            for since in [None, Some(date(2025, 12, 1)), Some(date(2019, 1, 1))] {
                let grid = grid(since, Some(size));
                assert!(grid.pitch >= 6.9 && grid.bottom() <= grid.size.y - FOOT + 0.1, "{size} {grid:?}");
                for row in &grid.rows {
                    assert!(row.corner.x + row.weeks() as f32 * grid.pitch <= grid.size.x - MARGIN + 1.0);
                }
            }
        }
        assert_eq!(grid(None, Some("1200x630")).rows.len(), 2);
        // The newest years are kept.
        let few = grid(Some(date(2019, 1, 1)), Some("600x320"));
        assert_eq!(few.span(), Some((date(2025, 1, 1), TODAY)));
    }
}
