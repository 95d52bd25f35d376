//! The calendar: what each day of the last year brought.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use plotters::chart::ChartBuilder;

use super::axis::{day_number, month_name};
use super::geometry::{Px, units};
use super::pen::{At, Pen};
use super::svg::{Anchor, MARGIN, Sheet, Size, Svg, Words};
use super::theme::Palette;
use super::{Frame, PlotError};
use crate::model::{PracticeDay, StreakRules, count};
use crate::stats::{Steps, StreakAnswer, StreakState};

const SIZE: Px = Px::new(984.0, 276.0);
const WEEKS: i64 = 53;

/// Side of a day's square, and from one square to the next.
const SIDE: f32 = 14.0;
const PITCH: f32 = 17.0;

/// The upper left corner of the first week.
const GRID: Px = Px::new(60.0, 112.0);

/// Draws the 53 weeks that end with `frame.today`, Monday first; later days are left out.
pub fn heatmap(streak: &StreakAnswer, rules: &StreakRules, frame: &Frame) -> Result<Svg, PlotError> {
    let year = Year::new(&streak.days, rules, frame);
    let palette = frame.theme.palette();
    let mut sheet = Sheet::new("calendar", SIZE, palette.surface);
    let title = title(streak);
    let subtitle = year.subtitle(streak);
    sheet.head(&title, &subtitle, palette);
    year.draw_days(&mut sheet, palette)?;
    year.set_months(&mut sheet, palette);
    for (row, name) in [(0.0, "Mon"), (2.0, "Wed"), (4.0, "Fri")] {
        let at = Px::new(GRID.x - 8.0, GRID.y + row * PITCH + SIDE / 2.0 + 4.5);
        sheet.set(&Words::new(name, Size::Small, palette.muted, at).anchored(Anchor::End));
    }
    year.draw_legend(&mut sheet, palette)?;
    Ok(sheet.finish(&title, &format!("Calendar of solved problems. {subtitle}.")))
}

/// "Streak 12 days, longest 41".
fn title(streak: &StreakAnswer) -> String {
    let current = count(streak.current, "day");
    match streak.state {
        StreakState::None => "No streak yet".to_owned(),
        StreakState::Broken => format!("No streak now, longest {}", count(streak.longest, "day")),
        _ if streak.current >= streak.longest => format!("Streak {current}, the longest so far"),
        _ => format!("Streak {current}, longest {}", streak.longest),
    }
}

/// How a day looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Look {
    Empty,
    Rest,
    Bulk,
    /// From 1 to [`Steps::MOST`].
    Step(usize),
}

impl Look {
    fn attributes(self, palette: &Palette) -> String {
        match self {
            Self::Empty | Self::Rest => format!(r#"fill="{}""#, palette.empty),
            Self::Bulk => format!(r#"fill="{}" stroke="{}""#, palette.surface, palette.steps[2]),
            Self::Step(step) => format!(r#"fill="{}""#, palette.steps[step - 1]),
        }
    }

    /// A day's square, with the sign that tells it from a plain one.
    fn draw(self, pen: &mut Pen<'_>, at: Px, palette: &Palette, tooltip: &str) -> std::fmt::Result {
        let inset = if self == Self::Bulk { 0.5 } else { 0.0 };
        let corner = Px::new(at.x + inset, at.y + inset);
        pen.square(corner, SIDE - 2.0 * inset, &self.attributes(palette), tooltip)?;
        let middle = Px::new(at.x + SIDE / 2.0, at.y + SIDE / 2.0);
        match self {
            Self::Rest => {
                let ends = [Px::new(middle.x - 2.5, middle.y), Px::new(middle.x + 2.5, middle.y)];
                pen.line(ends[0], ends[1], palette.axis, 1.4, None)
            }
            Self::Bulk => {
                for shift in [-4.0, 0.0, 4.0f32] {
                    let reach = 4.5 - shift.abs() / 2.0;
                    let from = Px::new(middle.x + shift / 2.0 - reach, middle.y + shift / 2.0 + reach);
                    let to = Px::new(middle.x + shift / 2.0 + reach, middle.y + shift / 2.0 - reach);
                    pen.line(from, to, palette.steps[2], 1.0, None)?;
                }
                Ok(())
            }
            Self::Empty | Self::Step(_) => Ok(()),
        }
    }
}

/// The weeks that are shown.
struct Year<'a> {
    first: Date,
    today: Date,
    days: BTreeMap<Date, &'a PracticeDay>,
    rules: &'a StreakRules,
    steps: Steps,
}

impl<'a> Year<'a> {
    fn new(days: &'a [PracticeDay], rules: &'a StreakRules, frame: &Frame) -> Self {
        let today = frame.today;
        let since_monday = i64::from(today.weekday().since(Weekday::Monday));
        let first = today.saturating_sub((since_monday + 7 * (WEEKS - 1)).days());
        let days: BTreeMap<Date, &PracticeDay> = days
            .iter()
            .filter(|day| (first..=today).contains(&day.date))
            .map(|day| (day.date, day))
            .collect();
        let steps = Steps::of(days.values().map(|day| day.solved));
        Self { first, today, days, rules, steps }
    }

    fn look(&self, date: Date) -> Look {
        match self.days.get(&date) {
            Some(day) if day.solved > 0 => Look::Step(self.steps.step(day.solved)),
            Some(day) if day.bulk > 0 => Look::Bulk,
            _ if self.rules.rests_on(date) => Look::Rest,
            _ => Look::Empty,
        }
    }

    fn tooltip(&self, date: Date) -> String {
        let Some(day) = self.days.get(&date) else {
            return if self.rules.rests_on(date) {
                format!("{date}: rest day")
            } else {
                format!("{date}: nothing")
            };
        };
        let parts = if day.solved > 0 && day.revised > 0 {
            format!(" ({} new, {} again)", day.new, day.revised)
        } else {
            String::new()
        };
        let bulk = if day.bulk > 0 { format!(", {} imported", day.bulk) } else { String::new() };
        format!("{date}: {} solved{parts}{bulk}", day.solved)
    }

    fn subtitle(&self, streak: &StreakAnswer) -> String {
        let solved = self.days.values().fold(0u32, |sum, day| sum.saturating_add(day.solved));
        let active = self.days.values().filter(|day| day.solved > 0).count() as u32;
        let span = format!("{} to {}", self.first, self.today);
        let year = if active == 0 {
            format!("Nothing solved from {span}")
        } else {
            format!("{} solved on {}, {span}", count(solved, "problem"), count(active, "day"))
        };
        match streak.state {
            StreakState::AtRisk => {
                format!("{year} · today {} of {}", streak.today.solved, streak.today.goal)
            }
            _ => year,
        }
    }

    /// The upper left corner of a day: weeks from the left, days from the bottom.
    fn corner(&self, date: Date) -> (i64, i64) {
        let day = day_number(date) - day_number(self.first);
        (day / 7, 7 - day % 7)
    }

    fn dates(&self) -> impl Iterator<Item = Date> + use<> {
        let today = self.today;
        self.first.series(1.day()).take_while(move |date| *date <= today)
    }

    fn draw_days(&self, sheet: &mut Sheet, palette: &'static Palette) -> Result<(), PlotError> {
        // Plotters leaves the last unit of an area out of its coordinates.
        let (width, height) = (PITCH * WEEKS as f32 + 0.1, PITCH * 7.0 + 0.1);
        sheet.plot(|area| {
            let mut chart = ChartBuilder::on(area)
                .margin_left(units(GRID.x))
                .margin_top(units(GRID.y))
                .margin_right(units(SIZE.x - GRID.x - width))
                .margin_bottom(units(SIZE.y - GRID.y - height))
                .build_cartesian_2d(0..WEEKS, 0..7i64)?;
            chart.draw_series(self.dates().map(|date| {
                let (look, tooltip) = (self.look(date), self.tooltip(date));
                At::new([self.corner(date)], move |pen: &mut Pen<'_>, at: &[Px]| {
                    look.draw(pen, at[0], palette, &tooltip)
                })
            }))?;
            chart.draw_series([At::new([self.corner(self.today)], |pen: &mut Pen<'_>, at: &[Px]| {
                let corner = Px::new(at[0].x - 1.0, at[0].y - 1.0);
                let look = format!(r#"fill="none" stroke="{}" stroke-width="2""#, palette.ink);
                pen.square(corner, SIDE + 2.0, &look, &format!("{}, today", self.tooltip(self.today)))
            })])?;
            Ok(())
        })
    }

    /// A month stands over the week that holds its first day; January brings the year.
    fn set_months(&self, sheet: &mut Sheet, palette: &Palette) {
        let mut free = 0.0;
        for date in self.dates().filter(|date| date.day() == 1) {
            let january = date.month() == 1;
            let name = if january { date.year().to_string() } else { month_name(date).to_owned() };
            let at = Px::new(GRID.x + self.corner(date).0 as f32 * PITCH, GRID.y - 9.0);
            let words = Words::new(name, Size::Small, palette.muted, at);
            let words = if january { words.bold() } else { words };
            let bounds = words.bounds();
            if bounds.left >= free && bounds.right <= SIZE.x - MARGIN / 2.0 {
                free = bounds.right + 6.0;
                sheet.set(&words);
            }
        }
    }

    /// What the squares mean; signs that don't occur are left out.
    fn draw_legend(&self, sheet: &mut Sheet, palette: &Palette) -> Result<(), PlotError> {
        let top = GRID.y + 7.0 * PITCH + 14.0;
        let base = top + SIDE / 2.0 + 4.5;
        let mut x = GRID.x;
        let say = |sheet: &mut Sheet, words: &str, x: &mut f32| {
            let words = Words::new(words, Size::Small, palette.muted, Px::new(*x, base));
            *x = words.bounds().right + 7.0;
            sheet.set(&words);
        };
        let draw = |sheet: &mut Sheet, look: Look, tooltip: &str, x: &mut f32| {
            let at = Px::new(*x, top);
            *x += PITCH;
            sheet.pen(|pen| look.draw(pen, at, palette, tooltip))
        };
        say(sheet, "less", &mut x);
        draw(sheet, Look::Empty, "0 solved", &mut x)?;
        for (step, range) in self.steps.ranges() {
            draw(sheet, Look::Step(step), &format!("{range} solved"), &mut x)?;
        }
        x += 4.0;
        say(sheet, "more", &mut x);
        for (look, meaning) in [(Look::Rest, "rest day"), (Look::Bulk, "imported at once")] {
            if self.dates().any(|date| self.look(date) == look) {
                x += 16.0;
                draw(sheet, look, meaning, &mut x)?;
                x += 3.0;
                say(sheet, meaning, &mut x);
            }
        }
        Ok(())
    }
}
