//! The calendar: what each day brought, a row of weeks for the last year or for each of many.

mod days;
mod grid;
mod look;

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use self::days::Days;
use self::grid::{CalendarGrid, WeekRow};
pub(super) use self::look::ROUNDED;
use self::look::{Look, Square};
use super::legend::{self, Legend};
use super::pen::At;
use super::scene::{Anchor, Mark, Px, Rect, Scene, Shape, Size, Words};
use super::sheet::{MARGIN, Sheet};
use super::theme::Role;
use super::words::heatmap::{self as words, StreakName};
use super::words::problem_days;
use super::{Frame, PlotError};
use crate::answers::{Run, StreakAnswer, StreakState};
use crate::model::StreakRules;

/// More calendar years than this have no tooltips, which would be longer than all the rest.
const TOLD: usize = 2;

/// Draws the weeks until `frame.today` or the last day that `frame` shows, Monday first: the last 53, or those since
/// the first day that it shows, in rows of calendar years where that is more.
pub fn heatmap(streak: &StreakAnswer, rules: &StreakRules, frame: &Frame) -> Result<Scene, PlotError> {
    let last = frame.until.map_or(frame.today, |until| until.min(frame.today));
    let begin = streak.days.first().map_or(last, |day| day.date);
    let grid = CalendarGrid::new(begin, last, frame);
    let days = Days::new(streak, rules, grid.span().unwrap_or((last, last)), frame.lang);
    let calendar = Calendar { days, grid, frame };
    let mut sheet = Sheet::new("calendar", calendar.grid.size, frame.lang);
    let title = calendar.title(streak);
    let subtitle = calendar.subtitle(streak);
    sheet.head(&title, &subtitle);
    for row in &calendar.grid.rows {
        calendar.draw_row(&mut sheet, row)?;
        calendar.set_months(&mut sheet, row);
        calendar.set_weekdays(&mut sheet, row);
        if row.is_year {
            calendar.set_total(&mut sheet, row);
        }
    }
    calendar.draw_legend(&mut sheet);
    Ok(sheet.finish(title, words::description(frame.lang, &subtitle)))
}

struct Calendar<'a> {
    days: Days<'a>,
    grid: CalendarGrid,
    frame: &'a Frame,
}

impl Calendar<'_> {
    /// "Streak 12 days, longest 41"; of days gone by, what they brought.
    fn title(&self, streak: &StreakAnswer) -> String {
        let (days, lang) = (&self.days, self.frame.lang);
        if days.last < days.today {
            let total = days.total(days.first, days.last);
            if total.problems.days == 0 {
                return words::nothing(lang).into_owned();
            }
            let problems = problem_days(lang, total.problems, streak.source);
            return words::brought(lang, &problems, &days.length(total.streak));
        }
        match streak.state {
            StreakState::None => words::no_streak_yet(lang).into_owned(),
            StreakState::Broken => words::no_streak(lang, &days.length(streak.longest)),
            _ if streak.current >= streak.longest => words::record(lang, streak.current, streak.unit),
            _ => words::streaks(lang, streak.current, streak.longest, streak.unit),
        }
    }

    fn subtitle(&self, streak: &StreakAnswer) -> String {
        let (days, lang) = (&self.days, self.frame.lang);
        let total = days.total(days.first, days.last);
        let span = self.frame.span(days.first, days.last);
        if days.last < days.today && total.problems.days > 0 {
            return span;
        }
        let said = match total.problems.days {
            0 => words::nothing_in(lang, &span),
            _ => words::brought_in(lang, &problem_days(lang, total.problems, streak.source), &span),
        };
        match streak.state {
            StreakState::AtRisk if days.last == days.today => {
                said + &words::today_so_far(lang, streak.today.solved, streak.today.goal)
            }
            _ => said,
        }
    }

    fn draw_row(&self, sheet: &mut Sheet, row: &WeekRow) -> Result<(), PlotError> {
        let side = self.grid.side();
        // Plotters leaves the last unit of an area out of its coordinates.
        let (width, height) = (self.grid.pitch * row.weeks() as f32 + 0.1, self.grid.pitch * 7.0 + 0.1);
        // Coordinates grow upward.
        let corner = |date: Date| {
            let (week, day) = row.cell(date);
            (week, 7 - day)
        };
        let mut looks: BTreeMap<Look, Vec<Date>> = BTreeMap::new();
        for date in row.dates() {
            looks.entry(self.days.look(date)).or_default().push(date);
        }
        let told = !row.is_year || self.grid.rows.len() <= TOLD;
        let plot = Rect {
            left: row.corner.x,
            top: row.corner.y,
            right: row.corner.x + width,
            bottom: row.corner.y + height,
        };
        sheet.plot(&plot, |chart| {
            let mut chart = chart.build_cartesian_2d(0..row.weeks(), 0..7i64)?;
            for (look, dates) in looks {
                let corners: Vec<(i64, i64)> = dates.iter().map(|date| corner(*date)).collect();
                chart.draw_series([At::new(corners, |at: &[Px]| {
                    if !told {
                        return look.silent(at, side);
                    }
                    let square = |(corner, date): (&Px, &Date)| Square {
                        corner: *corner,
                        tooltip: self.days.tooltip(*date),
                        day: Some(*date),
                    };
                    look.told(at.iter().zip(&dates).map(square), side)
                })])?;
            }
            chart.draw_series(self.days.streaks.iter().filter_map(|(name, run)| {
                let outline: Vec<(i64, i64)> = outline(row, run)?.map(|(week, day)| (week, 7 - day)).to_vec();
                let is_current = *name != StreakName::Longest;
                let [from, to] = [run.from, run.to].map(|day| day.to_string());
                let tooltip =
                    words::streak(self.frame.lang, *name, &self.days.length(run.length), &from, &to);
                Some(At::new(outline, move |at: &[Px]| {
                    let half = (side - self.grid.pitch) / 2.0;
                    let at = at.iter().map(|at| Px::new(at.x + half, at.y + half)).collect();
                    vec![around_streak(at, is_current, &tooltip)]
                }))
            }))?;
            if (row.first..=row.last).contains(&self.days.today) {
                let today = self.days.today;
                let tooltip = words::today(self.frame.lang, &self.days.tooltip(today));
                chart.draw_series([At::new([corner(today)], move |at: &[Px]| {
                    let frame = Rect::square(at[0], side).inset(-1.0);
                    vec![Mark::rect(frame, ROUNDED).stroked(Role::Ink, 2.0).tells(tooltip.as_str())]
                })])?;
            }
            Ok(())
        })
    }

    /// A month stands over the week that holds its first day; January brings the year.
    fn set_months(&self, sheet: &mut Sheet, row: &WeekRow) {
        let mut free = 0.0;
        let year = row.is_year.then_some(row.monday.saturating_add(6.days()));
        let months = row.dates().filter(|date| date.day() == 1 && !(row.is_year && date.month() == 1));
        for date in year.into_iter().chain(months) {
            let is_year = date.month() == 1;
            let name = if is_year { date.year().to_string() } else { self.frame.lang.month_short(date) };
            let week = row.cell(date).0 as f32;
            let at = Px::new(row.corner.x + week * self.grid.pitch, row.corner.y - 9.0);
            let words = Words::new(name, Size::Small, Role::Muted, at);
            let words = if is_year { words.bold() } else { words };
            let bounds = words.bounds();
            if bounds.left >= free && bounds.right <= self.grid.size.x - MARGIN / 2.0 {
                free = bounds.right + 6.0;
                sheet.set(words);
            }
        }
    }

    fn set_weekdays(&self, sheet: &mut Sheet, row: &WeekRow) {
        let mut free = 0.0;
        for (day, weekday) in [(0.0, Weekday::Monday), (2.0, Weekday::Wednesday), (4.0, Weekday::Friday)] {
            let name = self.frame.lang.weekday_short(weekday);
            let middle = row.corner.y + day * self.grid.pitch + self.grid.side() / 2.0;
            let at = Px::new(row.corner.x - 8.0, middle + 4.5);
            let words = Words::new(name, Size::Small, Role::Muted, at).anchored(Anchor::End);
            let bounds = words.bounds();
            if bounds.top >= free {
                free = bounds.bottom;
                sheet.set(words);
            }
        }
    }

    /// What a year brought, right of it.
    fn set_total(&self, sheet: &mut Sheet, row: &WeekRow) {
        let (total, lang) = (self.days.total(row.first, row.last), self.frame.lang);
        let lines = [
            (words::year_problems(lang, total.problems.count), Role::Ink),
            (words::year_days(lang, total.problems.days), Role::Muted),
            (words::year_streak(lang, &self.days.length(total.streak)), Role::Muted),
        ];
        let x = self.grid.size.x - MARGIN;
        let middle = row.corner.y + f32::midpoint(6.0 * self.grid.pitch, self.grid.side());
        for (nth, (line, role)) in lines.into_iter().enumerate() {
            let base = middle + 4.5 + (nth as f32 - 1.0) * 18.0;
            let words = Words::new(line, Size::Small, role, Px::new(x, base)).anchored(Anchor::End);
            sheet.set(if nth == 0 { words.bold() } else { words });
        }
    }

    /// What the squares mean; signs that don't occur are left out.
    fn draw_legend(&self, sheet: &mut Sheet) {
        let left = self.grid.rows.first().map_or(MARGIN, |row| row.corner.x);
        let mut legend = Legend::new(sheet, Px::new(left, self.grid.bottom() + 14.0));
        let square = |corner, tooltip: &str| Square { corner, tooltip: tooltip.to_owned(), day: None };
        let lang = self.frame.lang;
        legend.say(&words::solved(lang));
        for (step, range) in self.days.steps.with_none() {
            let range = lang.range(range);
            let look = if step == 0 { Look::Empty } else { Look::Step(step) };
            legend.mark(|at| look.told([square(at, &words::range(lang, &range))], legend::SIDE));
            legend.say(&range);
        }
        let dates = || self.grid.rows.iter().flat_map(WeekRow::dates);
        for (look, meaning) in Look::explained(lang) {
            if dates().any(|date| self.days.look(date) == look) {
                legend.explain(&meaning, |at| look.told([square(at, &meaning)], legend::SIDE));
            }
        }
        for (streak, _) in &self.days.streaks {
            let name = words::streak_name(lang, *streak);
            legend.explain(&name, |Px { x, y }| {
                let (right, bottom) = (x + legend::SIDE, y + legend::SIDE);
                let corners = [Px::new(x, y), Px::new(right, y), Px::new(right, bottom), Px::new(x, bottom)];
                [around_streak(corners.to_vec(), *streak != StreakName::Longest, &name)]
            });
        }
    }
}

/// The line around the current streak is whole, the one around another is broken.
fn around_streak(corners: Vec<Px>, is_current: bool, tooltip: &str) -> Mark {
    let line = Mark::new(Shape::Polygon(corners)).stroked(Role::Line, 1.3);
    line.dashed((!is_current).then_some("3 2")).tells(tooltip)
}

/// The corners of the line around the days of `run` in a row, in weeks from the left and days from the top; `None`
/// where it has none there.
fn outline(row: &WeekRow, run: &Run) -> Option<[(i64, i64); 8]> {
    let (from, to) = (run.from.max(row.first), run.to.min(row.last));
    if from > to {
        return None;
    }
    let ((left, top), (right, bottom)) = (row.cell(from), row.cell(to));
    Some(if left == right {
        let (end, low) = (left + 1, bottom + 1);
        [(left, top), (left, low), (left, low), (end, low), (end, low), (end, top), (end, top), (left, top)]
    } else {
        let (second, end, low) = (left + 1, right + 1, bottom + 1);
        [(second, top), (left, top), (left, 7), (right, 7), (right, low), (end, low), (end, 0), (second, 0)]
    })
}
