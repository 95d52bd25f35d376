//! What to practise: how much better or worse than in all one does at the problems of each topic, worst first.

use super::font;
use super::pen::At;
use super::scene::{Anchor, Mark, Px, Rect, Scene, Size, Words};
use super::sheet::{MARGIN, Sheet};
use super::theme::Role;
use super::words::of;
use super::words::tags::{self as words, LeftOut};
use super::{Frame, PlotError};
use crate::answers::{Counts, TagTally, wilson};
use crate::lang::Lang;
use crate::model::{clean, percent};

const WIDTH: f32 = 960.0;

/// From one topic to the next, the thickness of an interval and the radius of what lies in it.
const PITCH: f32 = 24.0;
const BAR: f32 = 8.0;
const DOT: f32 = 4.5;

/// What lies around the rows.
const AROUND: Rect = Rect { left: 214.0, top: 122.0, right: 190.0, bottom: 34.0 };

/// Of fewer problems nothing can be said.
const LEAST: u32 = 5;

/// The most topics that are shown unless there is room for more.
const MOST: usize = 20;

/// Room between two of its numbers, in pixels.
const ROOM: f32 = 64.0;

/// How many points the scale is apart, and the least that it reaches to either side.
const STEP: f64 = 0.1;
const REACH: f64 = 0.2;

/// Draws how far the share of the problems worked at that were solved lies from that of `all` for each topic of `tags` with
/// enough of them, with its 95% interval, worst first. `None` where no topic has enough.
pub fn tags(tags: &[TagTally], all: &Counts, whose: &str, frame: &Frame) -> Result<Option<Scene>, PlotError> {
    let Some(average) = all.success_rate() else { return Ok(None) };
    let named = tags.iter().filter_map(|one| Some((one.tag.as_deref()?, one.counts)));
    let (mut rows, few): (Vec<TopicRow<'_>>, Vec<TopicRow<'_>>) = named
        .filter_map(|(tag, counts)| TopicRow::new(tag, counts, average))
        .partition(|row| row.counts.tried >= LEAST);
    // Of equal rates the one with more problems is the surer.
    rows.sort_by(|one, other| {
        one.difference
            .total_cmp(&other.difference)
            .then(other.counts.tried.cmp(&one.counts.tried))
            .then(one.tag.cmp(other.tag))
    });
    if rows.is_empty() {
        return Ok(None);
    }
    let height = |rows: usize| AROUND.top + rows as f32 * PITCH + AROUND.bottom;
    let size = frame.extent(Px::new(WIDTH, height(rows.len().min(MOST))));
    let fits = ((size.y - AROUND.top - AROUND.bottom) / PITCH).floor().max(1.0) as usize;
    let title = title(&rows, frame.lang);
    let all = rows.len();
    rows.truncate(fits);
    let left = LeftOut { shown: rows.len(), all, few: few.len(), least: LEAST };
    let context = words::context(frame.lang, whose, &left);
    let mut sheet = Sheet::new("chart of topics", size, frame.lang);
    sheet.head(&title, &context);
    let chart = Chart { lang: frame.lang, reach: reach(&rows), rows, average };
    chart.draw(&mut sheet)?;
    chart.set_words(&mut sheet);
    Ok(Some(sheet.finish(title, words::description(frame.lang, &context))))
}

/// Which topic stands out, if any does.
fn title(rows: &[TopicRow<'_>], lang: Lang) -> String {
    let weakest = rows.iter().find(|row| row.high < 0.0);
    let strongest = rows.iter().rev().find(|row| row.low > 0.0);
    match (weakest, strongest) {
        (Some(row), _) => words::weakest(lang, &clean(row.tag), &percent(row.rate())),
        (None, Some(row)) => words::strongest(lang, &clean(row.tag), &percent(row.rate())),
        (None, None) => words::none_stands_out(lang).into_owned(),
    }
}

/// How far the scale reaches to either side.
fn reach(rows: &[TopicRow<'_>]) -> f64 {
    let farthest = rows.iter().flat_map(|row| [-row.low, row.high]).fold(REACH, f64::max);
    (farthest / STEP).ceil() * STEP
}

struct TopicRow<'a> {
    tag: &'a str,
    counts: Counts,
    /// How far its share lies from that of all, and between which distances the true one does.
    difference: f64,
    low: f64,
    high: f64,
}

impl<'a> TopicRow<'a> {
    fn new(tag: &'a str, counts: Counts, average: f64) -> Option<Self> {
        let (low, high) = wilson(counts.solved, counts.tried);
        let difference = counts.success_rate()? - average;
        Some(Self { tag, counts, difference, low: low - average, high: high - average })
    }

    fn rate(&self) -> f64 {
        self.counts.success_rate().unwrap_or_default()
    }

    /// Whether it can be told from the average.
    fn stands_out(&self) -> bool {
        self.high < 0.0 || self.low > 0.0
    }
}

struct Chart<'a> {
    lang: Lang,
    rows: Vec<TopicRow<'a>>,
    /// The share of all problems that were solved.
    average: f64,
    /// How far the scale reaches to either side of it.
    reach: f64,
}

impl Chart<'_> {
    /// The part with coordinates; a row is 1 high.
    fn plot(&self, size: Px) -> Rect {
        let bottom = AROUND.top + self.rows.len() as f32 * PITCH;
        Rect { bottom, ..Rect::between(size, &AROUND) }
    }

    /// The differences that are named above, with room for their names.
    fn ticks(&self, plot: &Rect) -> impl Iterator<Item = f64> + use<> {
        let apart = f64::from(ROOM) * 2.0 * self.reach / f64::from(plot.right - plot.left);
        let step = STEP * (apart / STEP).ceil().max(1.0);
        let most = (self.reach / step + 0.01).floor() as i32;
        (-most..=most).map(move |nth| f64::from(nth) * step)
    }

    fn draw(&self, sheet: &mut Sheet) -> Result<(), PlotError> {
        let plot = self.plot(sheet.size());
        let count = self.rows.len() as f64;
        sheet.plot(&plot, |chart| {
            let mut chart = chart.build_cartesian_2d(-self.reach..self.reach, 0.0..count)?;
            chart.draw_series(self.ticks(&plot).map(|tick| {
                let role = if tick.abs() < STEP / 2.0 { Role::Axis } else { Role::Grid };
                At::new([(tick, 0.0), (tick, count)], move |at: &[Px]| {
                    vec![Mark::line(at[0], Px::new(at[1].x, at[1].y - 4.0)).stroked(role, 1.0)]
                })
            }))?;
            chart.draw_series(self.rows.iter().enumerate().map(|(nth, row)| {
                let middle = count - nth as f64 - 0.5;
                let ends = [(row.low, middle), (row.difference, middle), (row.high, middle)];
                let tooltip = tooltip(row, self.lang);
                let (bar, dot) =
                    if row.stands_out() { (Role::Step(1), Role::Step(4)) } else { (Role::Empty, Role::Axis) };
                At::new(ends, move |at: &[Px]| {
                    let (top, bottom) = (at[0].y - BAR / 2.0, at[0].y + BAR / 2.0);
                    let interval = Rect { left: at[0].x, top, right: at[2].x, bottom };
                    let marks = [Mark::rect(interval, 2.0).filled(bar), Mark::circle(at[1], DOT).filled(dot)];
                    vec![Mark::group(marks).tells(tooltip.as_str())]
                })
            }))?;
            Ok(())
        })
    }

    /// Topics to the left, numbers to the right, the scale above.
    fn set_words(&self, sheet: &mut Sheet) {
        let size = sheet.size();
        let plot = self.plot(size);
        for (nth, row) in self.rows.iter().enumerate() {
            let base = plot.top + (nth as f32 + 0.5) * PITCH + 4.5;
            let room = plot.left - 12.0 - MARGIN;
            let ink = if row.stands_out() { Role::Ink } else { Role::Muted };
            let tag = font::fit(&clean(row.tag), Size::Small.px(), false, room);
            let at = Px::new(plot.left - 12.0, base);
            sheet.set(Words::new(tag, Size::Small, ink, at).anchored(Anchor::End));
            let at = Px::new(plot.right + 48.0, base);
            let share = Words::new(percent(row.rate()), Size::Small, ink, at).anchored(Anchor::End);
            sheet.set(if row.stands_out() { share.bold() } else { share });
            let counts = of(self.lang, row.counts.solved, row.counts.tried);
            let words = Words::new(counts, Size::Small, Role::Muted, Px::new(size.x - MARGIN, base));
            sheet.set(words.anchored(Anchor::End));
        }
        for tick in self.ticks(&plot) {
            let share = ((tick + self.reach) / (2.0 * self.reach)) as f32;
            let text = match (100.0 * tick).round() as i32 {
                0 => words::average(self.lang, &percent(self.average)),
                points if points > 0 => format!("+{points}"),
                points => format!("\u{2212}{}", points.unsigned_abs()),
            };
            let at = Px::new(plot.left + share * (plot.right - plot.left), plot.top - 9.0);
            sheet.set(Words::new(text, Size::Small, Role::Muted, at).anchored(Anchor::Middle));
        }
    }
}

fn tooltip(row: &TopicRow<'_>, lang: Lang) -> String {
    let Counts { tried, solved, .. } = row.counts;
    let first = row.counts.first_try_rate().map(percent);
    words::tooltip(lang, row.tag, solved, tried, first.as_deref())
}
