//! A rating's line in characters: its judge's colours as bands, four by two dots a character.

use std::ops::Range;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::paint::Paint;
use super::status::series_lines;
use crate::answers::SeriesStatus;
use crate::model::{Colour, Judge, RatingChange};

/// How high the line is, and how narrow it gets, in characters.
const ROWS: usize = 16;
const NARROWEST: usize = 20;

/// What stands to the left and to the right of the line.
const LEFT: usize = 7;
const RIGHT: usize = 8;

/// The least span of ratings.
const LEAST: f64 = 200.0;

/// The dots of a character of the Unicode block for Braille, by row and column.
const DOTS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

/// The line of a series through its rated contests on `days`, at most `columns` wide, and what there is to say of it.
pub fn rating_line(
    status: &SeriesStatus,
    (since, until): (Option<Date>, Option<Date>),
    columns: usize,
    today: Date,
    zone: &TimeZone,
) -> String {
    let day = |change: &RatingChange| change.at.to_zoned_datetime(zone.clone()).date();
    let shows = |change: &&RatingChange| {
        let day = day(change);
        since.is_none_or(|since| since <= day) && until.is_none_or(|until| day <= until)
    };
    let contests: Vec<&RatingChange> = status.series.rated().filter(shows).collect();
    let mut text = series_lines(status, today, zone);
    let days = || contests.iter().map(|change| day(change));
    if let (Some(first), Some(last)) = (days().min(), days().max()) {
        let grid = Grid::new(&contests, status.series.key.judge, columns);
        text.push('\n');
        text.push_str(&grid.drawn());
        text.push_str(&grid.dates(first, last));
    } else if status.series.rating().is_some() {
        text.push_str("  no rated contest in these days\n");
    }
    text
}

/// The characters between the labels.
struct Grid {
    judge: Judge,
    ratings: Range<f64>,
    columns: usize,
    /// The dots of each character, row by row from the top.
    cells: Vec<u8>,
    /// The character of the last contest.
    last: (usize, usize),
}

impl Grid {
    fn new(contests: &[&RatingChange], judge: Judge, columns: usize) -> Self {
        let columns = columns.saturating_sub(LEFT + RIGHT).max(NARROWEST);
        let values = || contests.iter().map(|change| f64::from(change.new));
        let (low, high) =
            (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
        let spare = ((high - low) * 0.06).max((LEAST - (high - low)) / 2.0);
        let ratings = low - spare..high + spare;
        let seconds = |change: &RatingChange| change.at.as_second() as f64;
        // The judge's order needn't be that of time.
        let times = || contests.iter().map(|change| seconds(change));
        let start = times().fold(f64::INFINITY, f64::min);
        let length = times().fold(f64::NEG_INFINITY, f64::max) - start;
        let place = |change: &&RatingChange| {
            let across = if length > 0.0 { (seconds(change) - start) / length } else { 1.0 };
            let down = (ratings.end - f64::from(change.new)) / (ratings.end - ratings.start);
            (across * (2 * columns - 1) as f64, down * (4 * ROWS - 1) as f64)
        };
        let places: Vec<(f64, f64)> = contests.iter().map(place).collect();
        let last = places.last().map_or((0, 0), |(x, y)| (*x as usize / 2, *y as usize / 4));
        let mut grid =
            Self { judge, ratings: ratings.clone(), columns, cells: vec![0; columns * ROWS], last };
        for pair in places.windows(2) {
            grid.join(pair[0], pair[1]);
        }
        grid
    }

    /// Sets the dots of a straight line.
    fn join(&mut self, from: (f64, f64), to: (f64, f64)) {
        let steps = (to.0 - from.0).abs().max((to.1 - from.1).abs()).ceil().max(1.0);
        for step in 0..=steps as usize {
            let share = step as f64 / steps;
            let x = (from.0 + (to.0 - from.0) * share).round() as usize;
            let y = (from.1 + (to.1 - from.1) * share).round() as usize;
            self.cells[(y / 4) * self.columns + x / 2] |= DOTS[y % 4][x % 2];
        }
    }

    /// The row that a rating lies in; `None` where it isn't shown.
    fn row(&self, rating: f64) -> Option<usize> {
        let down = (self.ratings.end - rating) / (self.ratings.end - self.ratings.start);
        let row = down * (4 * ROWS - 1) as f64 / 4.0;
        self.ratings.contains(&rating).then_some(row as usize)
    }

    /// The colour of the ratings in the middle of a row.
    fn colour(&self, row: usize) -> Colour {
        let down = (row as f64 + 0.5) / ROWS as f64;
        self.judge.colour_of((self.ratings.end - down * (self.ratings.end - self.ratings.start)) as i32)
    }

    fn drawn(&self) -> String {
        // Tiers of one colour have no border between them.
        let mut borders: Vec<(usize, i32)> = Vec::new();
        for pair in self.judge.tiers().windows(2).filter(|pair| pair[0].colour != pair[1].colour) {
            borders.extend(self.row(f64::from(pair[1].from)).map(|row| (row, pair[1].from)));
        }
        let mut ends =
            vec![(0, self.ratings.end.round() as i32), (ROWS - 1, self.ratings.start.round() as i32)];
        ends.retain(|(row, _)| !borders.iter().any(|(border, _)| border.abs_diff(*row) < 2));
        let mut text = String::new();
        for row in 0..ROWS {
            let border = borders.iter().find(|border| border.0 == row);
            let label = border.or_else(|| ends.iter().find(|end| end.0 == row));
            let label = label.map_or_else(String::new, |(_, rating)| rating.to_string());
            let name = if self.names(row) { self.colour(row).name() } else { "" };
            let line = self.line(row, border.is_some());
            let edge = if border.is_some() { '┤' } else { '│' };
            let left = Paint::Faint.on(format_args!("{label:>5} {edge}"));
            let right = if name.is_empty() {
                String::new()
            } else {
                format!(" {}", Paint::Tier(self.colour(row)).on(name))
            };
            text.push_str(format!("{left}{line}{right}").trim_end());
            text.push('\n');
        }
        text
    }

    /// Whether a row is the one in the middle of its colour's rows, which has the name.
    fn names(&self, row: usize) -> bool {
        let colour = self.colour(row);
        let first = (0..row).rev().take_while(|other| self.colour(*other) == colour).last().unwrap_or(row);
        let last = (row..ROWS).take_while(|other| self.colour(*other) == colour).last().unwrap_or(row);
        row == usize::midpoint(first, last)
    }

    /// The characters of a row; equal paints in one piece.
    fn line(&self, row: usize, is_border: bool) -> String {
        let paint_of = |column: usize| match self.cells[row * self.columns + column] {
            0 if self.last != (column, row) => None,
            _ => Some(Paint::Tier(self.colour(row))),
        };
        let character = |column: usize| match self.cells[row * self.columns + column] {
            _ if self.last == (column, row) => '●',
            0 if is_border => '┈',
            0 => ' ',
            dots => char::from_u32(0x2800 + u32::from(dots)).unwrap_or('*'),
        };
        let mut text = String::new();
        let columns: Vec<usize> = (0..self.columns).collect();
        for alike in columns.chunk_by(|a, b| paint_of(*a) == paint_of(*b)) {
            let characters: String = alike.iter().map(|column| character(*column)).collect();
            match alike.first().and_then(|column| paint_of(*column)) {
                Some(paint) => text.push_str(&paint.on(characters)),
                None if characters.trim().is_empty() => text.push_str(&characters),
                None => text.push_str(&Paint::Faint.on(characters)),
            }
        }
        text
    }

    /// The axis, and the first and the last contest's day below its ends.
    fn dates(&self, first: Date, last: Date) -> String {
        let axis = format!("{:>LEFT$}{}", "└", "─".repeat(self.columns));
        let (first, last) = (first.to_string(), last.to_string());
        let days = if first == last {
            format!("{last:>width$}", width = LEFT + self.columns)
        } else {
            format!(
                "{:pad$}{first}{last:>width$}",
                "",
                pad = LEFT - 1,
                width = self.columns + 1 - first.len()
            )
        };
        format!("{}\n{}\n", Paint::Faint.on(axis), Paint::Faint.on(days))
    }
}
