//! The practice calendar in characters: a column a week, Monday first.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use unicode_width::UnicodeWidthStr as _;

use super::paint::Paint;
use super::words::streak as words;
use crate::answers::{Quantiles, StreakAnswer};
use crate::lang::Lang;
use crate::model::{Period, PracticeDay, StreakRules};

/// Which part of the calendar is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarSpan {
    /// So many weeks, the current one last.
    Weeks(usize),
    /// A whole year.
    Year(i16),
}

/// What shows the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarScreen {
    /// The terminal's width.
    pub columns: usize,
    /// Whether it shows colours, so that the steps need no characters of their own.
    pub has_colours: bool,
}

impl CalendarSpan {
    /// How many weeks fit into `columns`.
    pub fn most_weeks(columns: usize) -> usize {
        columns.saturating_sub(MARGIN).max(1)
    }
}

/// What lies to the left of the weeks.
const MARGIN: usize = 4;

/// The days shown: whole weeks that begin on Monday, of which only those from `first` to `last` have a cell.
struct Frame {
    monday: Date,
    first: Date,
    last: Date,
    weeks: usize,
    /// Whether a week takes one column and not two, for want of room.
    narrow: bool,
}

impl Frame {
    fn new(span: CalendarSpan, columns: usize, today: Date) -> Self {
        let monday_of = |date| Period::Week.around(date).0;
        let (monday, first, last) = match span {
            CalendarSpan::Weeks(weeks) => {
                let back = (7 * (weeks.max(1) as i64 - 1)).days();
                let monday = monday_of(today).checked_sub(back).unwrap_or(Date::MIN);
                (monday, monday, today)
            }
            CalendarSpan::Year(year) => {
                let first = Date::new(year, 1, 1).unwrap_or(today);
                (monday_of(first), first, first.last_of_year())
            }
        };
        let days = monday.until(last).map_or(0, |span| span.get_days());
        let weeks = days as usize / 7 + 1;
        Self { monday, first, last, weeks, narrow: MARGIN + 2 * weeks + 1 > columns.max(20) }
    }

    fn date(&self, week: usize, row: i8) -> Option<Date> {
        let date = self.monday.checked_add((7 * week as i64 + i64::from(row)).days()).ok()?;
        (self.first..=self.last).contains(&date).then_some(date)
    }
}

/// The calendar of the days that `span` names. Quantiles are of the days shown.
pub fn calendar(
    answer: &StreakAnswer,
    rules: &StreakRules,
    span: CalendarSpan,
    screen: CalendarScreen,
    lang: Lang,
) -> String {
    let today = answer.today.date;
    let frame = Frame::new(span, screen.columns, today);
    let glyphs = if screen.has_colours { &SQUARES } else { &SHADES };
    let days: HashMap<Date, &PracticeDay> = answer.days.iter().map(|day| (day.date, day)).collect();
    let shown = || answer.days.iter().filter(|day| (frame.first..=frame.last.min(today)).contains(&day.date));
    let steps = Quantiles::of(shown().map(|day| day.solved));

    let mut text = month_line(&frame, lang);
    for row in 0..7 {
        let day = Weekday::from_monday_zero_offset(row).ok().filter(|_| row % 2 == 0);
        let mut line = day.map_or_else(String::new, |day| lang.weekday_short(day).into_owned());
        line.push_str(&" ".repeat(MARGIN.saturating_sub(line.width())));
        for week in 0..frame.weeks {
            let date = frame.date(week, row).filter(|date| *date <= today);
            let cell = date.map_or_else(
                || " ".to_owned(),
                |date| cell(days.get(&date).copied(), date, rules, &steps, glyphs),
            );
            let is_today = date == Some(today);
            match frame.narrow {
                true if is_today => line.push_str(&Paint::Strong.on(cell)),
                true => line.push_str(&cell),
                false => {
                    line.push_str(if is_today { "[" } else { " " });
                    line.push_str(&cell);
                    if is_today {
                        line.push(']');
                    }
                }
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.push_str(&legend(&steps, rules, shown().any(|day| day.bulk > 0), glyphs, lang));
    text
}

/// A character for each step, from none: squares in the steps' colours, or shades where there are no colours.
type Glyphs = [char; 5];

const SQUARES: Glyphs = ['·', '■', '■', '■', '■'];
const SHADES: Glyphs = ['·', '░', '▒', '▓', '█'];

fn cell(
    day: Option<&PracticeDay>,
    date: Date,
    rules: &StreakRules,
    steps: &Quantiles,
    glyphs: &Glyphs,
) -> String {
    match day {
        Some(day) if day.solved > 0 => {
            let step = steps.step(day.solved);
            Paint::Step(step).on(glyphs[step])
        }
        Some(day) if day.bulk > 0 => Paint::Step(1).on('+'),
        _ if rules.rests_on(date) => Paint::Faint.on('-'),
        _ => Paint::Step(0).on(glyphs[0]),
    }
}

/// The months' names over the weeks in which they begin.
fn month_line(frame: &Frame, lang: Lang) -> String {
    let mut line = " ".repeat(MARGIN);
    let mut last_month = None;
    for (week, monday) in frame.monday.series(7.days()).take(frame.weeks).enumerate() {
        let sunday = monday.checked_add(6.days()).unwrap_or(monday).min(frame.last);
        let column = if frame.narrow { MARGIN + week } else { MARGIN + 1 + 2 * week };
        if last_month != Some(sunday.month()) && line.width() < column.max(MARGIN + 1) {
            line.push_str(&" ".repeat(column.saturating_sub(line.width())));
            line.push_str(&if frame.narrow { lang.month_narrow(sunday) } else { lang.month_short(sunday) });
        }
        last_month = Some(sunday.month());
    }
    line + "\n"
}

fn legend(steps: &Quantiles, rules: &StreakRules, bulk: bool, glyphs: &Glyphs, lang: Lang) -> String {
    let mut parts = vec![format!("{} {}", Paint::Step(0).on(glyphs[0]), words::no_problem(lang))];
    for (step, range) in steps.ranges() {
        parts.push(format!("{} {}", Paint::Step(step).on(glyphs[step]), lang.range(range)));
    }
    if bulk {
        parts.push(format!("{} {}", Paint::Step(1).on('+'), words::bulk_only(lang)));
    }
    if !rules.rest_days.is_empty() {
        parts.push(format!("{} {}", Paint::Faint.on('-'), words::rest(lang)));
    }
    format!("     {}\n", parts.join("  "))
}
