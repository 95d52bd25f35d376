//! What to practise: how often one solves the problems of each topic that one tries, worst first.

use super::font;
use super::pen::At;
use super::scene::{Anchor, Mark, Px, Rect, Scene, Size, Words};
use super::sheet::{MARGIN, Sheet};
use super::theme::Role;
use super::{Frame, PlotError};
use crate::answers::{Counts, TagTally};
use crate::model::{count, percent};

const WIDTH: f32 = 960.0;

/// From one topic to the next, and the thickness of a bar.
const PITCH: f32 = 24.0;
const BAR: f32 = 14.0;

/// What lies around the bars.
const AROUND: Rect = Rect { left: 214.0, top: 118.0, right: 190.0, bottom: 34.0 };

/// Of fewer problems nothing can be said.
const LEAST: u32 = 5;

/// The most topics that are shown unless there is room for more.
const MOST: usize = 20;

/// Draws the share of the problems worked at that were solved, for each topic of `tags` with enough of them, worst first;
/// `all` is what all these problems come to. `None` where no topic has enough.
pub fn tags(tags: &[TagTally], all: &Counts, whose: &str, frame: &Frame) -> Result<Option<Scene>, PlotError> {
    let named = tags.iter().filter_map(|one| Some((one.tag.as_deref()?, one.counts)));
    let (mut rows, few): (Vec<TopicRow<'_>>, Vec<TopicRow<'_>>) = named
        .filter_map(|(tag, counts)| Some(TopicRow { tag, counts, rate: counts.success_rate()? }))
        .partition(|row| row.counts.tried >= LEAST);
    // Of equal rates the one with more problems is the surer.
    rows.sort_by(|one, other| {
        one.rate
            .total_cmp(&other.rate)
            .then(other.counts.tried.cmp(&one.counts.tried))
            .then(one.tag.cmp(other.tag))
    });
    let Some(worst) = rows.first() else { return Ok(None) };
    let height = |rows: usize| AROUND.top + rows as f32 * PITCH + AROUND.bottom;
    let size = frame.extent(Px::new(WIDTH, height(rows.len().min(MOST))));
    let fits = ((size.y - AROUND.top - AROUND.bottom) / PITCH).floor().max(1.0) as usize;
    let title = format!("Weakest in {}: {} solved", worst.tag, worst.share());
    let mut context = format!("{whose} · solved of the problems tried that are within reach");
    let hidden = rows.len().saturating_sub(fits);
    rows.truncate(fits);
    if hidden > 0 {
        context.push_str(&format!(" · the {} weakest of {} topics", rows.len(), rows.len() + hidden));
    }
    if !few.is_empty() {
        context.push_str(&format!(" · {} with fewer than {LEAST} left out", count(few.len(), "topic")));
    }
    let mut sheet = Sheet::new("chart of topics", size);
    sheet.head(&title, &context);
    let chart = Chart { rows, all: all.success_rate() };
    chart.draw(&mut sheet)?;
    chart.set_words(&mut sheet);
    Ok(Some(sheet.finish(title, format!("Topics by the share of problems solved. {context}."))))
}

struct TopicRow<'a> {
    tag: &'a str,
    counts: Counts,
    rate: f64,
}

impl TopicRow<'_> {
    fn share(&self) -> String {
        percent(self.rate)
    }
}

struct Chart<'a> {
    rows: Vec<TopicRow<'a>>,
    /// The share of all problems that were solved.
    all: Option<f64>,
}

impl Chart<'_> {
    /// The part with coordinates; a row is 1 high.
    fn plot(&self, size: Px) -> Rect {
        let bottom = AROUND.top + self.rows.len() as f32 * PITCH;
        Rect { bottom, ..Rect::between(size, &AROUND) }
    }

    fn draw(&self, sheet: &mut Sheet) -> Result<(), PlotError> {
        let plot = self.plot(sheet.size());
        let count = self.rows.len() as f64;
        sheet.plot(&plot, |chart| {
            let mut chart = chart.build_cartesian_2d(0.0..1.0, 0.0..count)?;
            chart.draw_series(self.rows.iter().enumerate().map(|(nth, row)| {
                let middle = count - nth as f64 - 0.5;
                let ends = [(0.0, middle), (row.rate, middle), (1.0, middle)];
                let tooltip = tooltip(row);
                At::new(ends, move |at: &[Px]| {
                    let (top, bottom) = (at[0].y - BAR / 2.0, at[0].y + BAR / 2.0);
                    let part = |from: f32, to: f32| Rect { left: from, top, right: to, bottom };
                    let solved = (part(at[0].x, at[1].x), Role::Step(3));
                    let rest = (part(at[1].x, at[2].x), Role::Empty);
                    vec![Mark::bar([solved, rest]).tells(tooltip.as_str())]
                })
            }))?;
            if let Some(all) = self.all {
                chart.draw_series([At::new([(all, 0.0), (all, count)], |at: &[Px]| {
                    let end = Px::new(at[1].x, at[1].y - 4.0);
                    vec![Mark::line(at[0], end).stroked(Role::Ink, 1.2).dashed("3 3")]
                })])?;
            }
            Ok(())
        })
    }

    /// Topics to the left, numbers to the right, the share of all above.
    fn set_words(&self, sheet: &mut Sheet) {
        let size = sheet.size();
        let plot = self.plot(size);
        for (nth, row) in self.rows.iter().enumerate() {
            let base = plot.top + (nth as f32 + 0.5) * PITCH + 4.5;
            let room = plot.left - 12.0 - MARGIN;
            let tag = font::fit(&crate::model::clean(row.tag), Size::Small.px(), false, room);
            let at = Px::new(plot.left - 12.0, base);
            sheet.set(Words::new(tag, Size::Small, Role::Ink, at).anchored(Anchor::End));
            let share = Words::new(row.share(), Size::Small, Role::Ink, Px::new(plot.right + 48.0, base));
            sheet.set(share.anchored(Anchor::End).bold());
            let counts = format!("{} of {}", row.counts.solved, row.counts.tried);
            let words = Words::new(counts, Size::Small, Role::Muted, Px::new(size.x - MARGIN, base));
            sheet.set(words.anchored(Anchor::End));
        }
        if let Some(all) = self.all {
            let text = format!("all {}", percent(all));
            let x = plot.left + all as f32 * (plot.right - plot.left);
            let words = Words::new(text, Size::Small, Role::Muted, Px::new(x, plot.top - 9.0));
            sheet.set(words.anchored(Anchor::Middle));
        }
    }
}

fn tooltip(row: &TopicRow<'_>) -> String {
    let Counts { tried, solved, .. } = row.counts;
    let first =
        row.counts.first_try_rate().map_or_else(String::new, |rate| format!(", {} at once", percent(rate)));
    format!("{}: {solved} of {tried} solved{first}", row.tag)
}
