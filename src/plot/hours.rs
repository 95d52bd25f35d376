//! The week by the clock: when one practises.

use jiff::civil::Weekday;

use super::heatmap::ROUNDED;
use super::legend::{self, Legend};
use super::pen::At;
use super::scene::{Anchor, Mark, Px, Rect, Scene, Size, Words};
use super::sheet::{MARGIN, Sheet};
use super::theme::Role;
use super::words::hours as words;
use super::{Frame, PlotError};
use crate::answers::{Hours, Quantiles};
use crate::lang::Lang;
use crate::model::DayRule;

const SIZE: Px = Px::new(960.0, 424.0);

/// What lies around the hours.
const AROUND: Rect = Rect { left: 64.0, top: 112.0, right: 128.0, bottom: 52.0 };

/// How high the bars of all days are, and the room between them and the days.
const BARS: f32 = 40.0;
const BELOW: f32 = 10.0;

/// The most hours that are a finding when half of all practice lies in them.
const FOUND: usize = 6;

/// Between two hours.
const GAP: f32 = 3.0;

/// An hour is at least so high, in pixels.
const LOWEST: f32 = 19.0;

/// An hour is at most so much higher than wide.
const TALLEST: f32 = 1.2;

const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Draws on how many days there was practice in each hour of each weekday. A row begins with the hour in which a day
/// starts by `rule`, so that the night after it is at its end.
pub fn hours(hours: &Hours, rule: &DayRule, frame: &Frame) -> Result<Scene, PlotError> {
    let size = frame.extent(SIZE);
    let width = size.x - AROUND.left - AROUND.right;
    // Where days would get too low for their names, there are no bars.
    let room = size.y - AROUND.top - AROUND.bottom;
    let bars = if room - BELOW - BARS >= 7.0 * LOWEST { BELOW + BARS } else { 0.0 };
    let pitch = Px::new(width / 24.0, ((room - bars) / 7.0).min(width / 24.0 * TALLEST));
    let clock = Clock {
        lang: frame.lang,
        hours,
        steps: Quantiles::of(hours.days.iter().flatten().copied()),
        starts: (rule.starts_at.as_hours().unsigned_abs() as usize) % 24,
        pitch,
        bars,
    };
    let mut sheet = Sheet::new("hours", size, frame.lang);
    let (title, context) = (clock.title(), clock.context(rule, frame));
    sheet.head(&title, &context);
    clock.draw(&mut sheet)?;
    clock.set_hours(&mut sheet);
    clock.set_days(&mut sheet);
    if clock.bars > 0.0 {
        clock.draw_bars(&mut sheet);
    }
    clock.draw_legend(&mut sheet);
    Ok(sheet.finish(title, words::description(frame.lang, &context)))
}

struct Clock<'a> {
    lang: Lang,
    hours: &'a Hours,
    steps: Quantiles,
    /// The hour in which a day starts.
    starts: usize,
    /// From one hour to the next, across and down.
    pitch: Px,
    /// The room that the bars of all days take, if any.
    bars: f32,
}

impl Clock<'_> {
    /// "Half of all practice from 20:00 to 23:00".
    fn title(&self) -> String {
        let (first, length) = self.hours.half();
        if length > FOUND {
            return words::all_day(self.lang).into_owned();
        }
        words::half(self.lang, first, (first + length) % 24)
    }

    fn context(&self, rule: &DayRule, frame: &Frame) -> String {
        let (from, to) = self.hours.span;
        let busiest = DAYS.into_iter().rev().max_by_key(|day| self.hours.of_weekday(*day));
        let local = words::local_time(self.lang);
        let named = rule.timezone.as_ref().unwrap_or(&frame.zone).iana_name().unwrap_or(&local);
        // Without a configured zone commits are told by their own clocks.
        let zone =
            if rule.timezone.is_some() { named.to_owned() } else { words::own_clocks(self.lang, named) };
        let (from, to) = (frame.day_name(from), frame.day_name(to));
        words::context(self.lang, self.hours.total(), &from, &to, busiest, &zone)
    }

    /// The hour in a column.
    fn hour(&self, column: usize) -> usize {
        (self.starts + column) % 24
    }

    fn draw(&self, sheet: &mut Sheet) -> Result<(), PlotError> {
        let pitch = self.pitch;
        // Plotters leaves the last unit of an area out of its coordinates.
        let (width, height) = (pitch.x * 24.0 + 0.1, pitch.y * 7.0 + 0.1);
        let (left, top) = (AROUND.left, AROUND.top);
        let plot = Rect { left, top, right: left + width, bottom: top + height };
        sheet.plot(&plot, |chart| {
            let mut chart = chart.build_cartesian_2d(0..24i32, 0..7i32)?;
            for step in 0..=Quantiles::MOST {
                let hours: Vec<(usize, usize)> = (0..7)
                    .flat_map(|day| (0..24).map(move |column| (day, column)))
                    .filter(|(day, column)| self.step(*day, *column) == step)
                    .collect();
                if hours.is_empty() {
                    continue;
                }
                let corners: Vec<(i32, i32)> =
                    hours.iter().map(|(day, column)| (*column as i32, 7 - *day as i32)).collect();
                chart.draw_series([At::new(corners, |at: &[Px]| {
                    let tile = |((day, column), at): (&(usize, usize), &Px)| {
                        let right = at.x + pitch.x - GAP;
                        let tile = Rect { left: at.x, top: at.y, right, bottom: at.y + pitch.y - GAP };
                        Mark::rect(tile, ROUNDED).tells(self.tooltip(*day, *column))
                    };
                    vec![Mark::group(hours.iter().zip(at).map(tile)).filled(Role::of_step(step))]
                })])?;
            }
            Ok(())
        })
    }

    fn step(&self, day: usize, column: usize) -> usize {
        self.steps.step(self.hours.days[day][self.hour(column)])
    }

    fn tooltip(&self, day: usize, column: usize) -> String {
        let hour = self.hour(column);
        let days = self.hours.days[day][hour];
        words::hour(self.lang, DAYS[day], hour, hour < self.starts, days)
    }

    /// Every third hour stands over its column.
    fn set_hours(&self, sheet: &mut Sheet) {
        for column in (0..24).filter(|column| self.hour(*column).is_multiple_of(3)) {
            let x = AROUND.left + (column as f32 + 0.5) * self.pitch.x - GAP / 2.0;
            let words = Words::new(
                format!("{:02}", self.hour(column)),
                Size::Small,
                Role::Muted,
                Px::new(x, AROUND.top - 9.0),
            );
            sheet.set(words.anchored(Anchor::Middle));
        }
    }

    /// Weekdays to the left, and to the right how many hours they have.
    fn set_days(&self, sheet: &mut Sheet) {
        let right = sheet.size().x - MARGIN;
        let most = DAYS.into_iter().map(|day| self.hours.of_weekday(day)).max();
        for (row, day) in DAYS.into_iter().enumerate() {
            let base = AROUND.top + (row as f32 + 0.5) * self.pitch.y - GAP / 2.0 + 4.5;
            let at = Px::new(AROUND.left - 8.0, base);
            sheet.set(
                Words::new(self.lang.weekday_short(day), Size::Small, Role::Muted, at).anchored(Anchor::End),
            );
            let total = self.hours.of_weekday(day);
            let words =
                Words::new(words::hours(self.lang, total), Size::Small, Role::Muted, Px::new(right, base));
            let words = words.anchored(Anchor::End);
            sheet.set(if Some(total) == most { words.bold() } else { words });
        }
    }

    /// What the hours of all days come to, a bar below each.
    fn draw_bars(&self, sheet: &mut Sheet) {
        let most = (0..24).map(|hour| self.hours.of_hour(hour)).max().unwrap_or(0).max(1);
        let base = AROUND.top + 7.0 * self.pitch.y + self.bars;
        let bars = (0..24).map(|column| {
            let hour = self.hour(column);
            let days = self.hours.of_hour(hour);
            let left = AROUND.left + column as f32 * self.pitch.x;
            let top = base - (days as f32 / most as f32) * BARS;
            let bar = Rect { left, top, right: left + self.pitch.x - GAP, bottom: base };
            Mark::rect(bar, 0.0).tells(words::all_days(self.lang, hour, days))
        });
        sheet.draw([Mark::group(bars).filled(Role::Step(2))]);
        let at = Px::new(AROUND.left - 8.0, base);
        sheet.set(Words::new(words::all(self.lang), Size::Small, Role::Muted, at).anchored(Anchor::End));
    }

    fn draw_legend(&self, sheet: &mut Sheet) {
        let corner = Px::new(AROUND.left, AROUND.top + 7.0 * self.pitch.y + self.bars + 16.0);
        let mut legend = Legend::new(sheet, corner);
        legend.say(&words::days(self.lang));
        for (step, range) in self.steps.with_none() {
            let tile = |at| Mark::rect(Rect::square(at, legend::SIDE), ROUNDED);
            legend.mark(|at| [tile(at).filled(Role::of_step(step))]);
            legend.say(&self.lang.range(range));
        }
    }
}
