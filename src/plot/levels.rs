//! How many problems of each level of a judge's own scale were solved, the hardest on top.

use super::pen::At;
use super::scene::{Anchor, Mark, Px, Rect, Scene, Size, Words};
use super::sheet::{MARGIN, Sheet};
use super::theme::Role;
use super::words::levels as words;
use super::{Frame, PlotError};
use crate::answers::RecordedTally;

const WIDTH: f32 = 960.0;

/// From one level to the next, and the thickness of a bar.
const PITCH: f32 = 24.0;
const BAR: f32 = 14.0;

/// Names and numbers nearer to each other than this would touch: where levels are, only some have theirs.
const LINE: f32 = 17.0;

/// What lies around the bars.
const AROUND: Rect = Rect { left: 134.0, top: 96.0, right: 90.0, bottom: 34.0 };

/// Draws a bar for each level from the hardest to the easiest that has a problem. `None` where no level is recorded.
pub fn levels(tally: &RecordedTally, frame: &Frame) -> Result<Option<Scene>, PlotError> {
    let known = || tally.by_level.iter().filter_map(|(level, solved)| Some(((*level)?, *solved)));
    let Some((lowest, highest)) = known().map(|(level, _)| level).min().zip(tally.hardest_place()) else {
        return Ok(None);
    };
    let of = |level: u8| known().find(|(known, _)| *known == level).map_or(0, |(_, solved)| solved);
    let row = |level: u8| {
        let named = tally.judge.levels.get(usize::from(level))?;
        Some(Row { name: named.name, role: Role::Level(named.rgb), solved: of(level) })
    };
    let rows: Vec<Row> = (lowest..=highest).rev().filter_map(row).collect();
    let size = frame.extent(Px::new(WIDTH, AROUND.top + rows.len() as f32 * PITCH + AROUND.bottom));
    let judge = tally.judge.title();
    let title = words::title(frame.lang, tally.solved, judge);
    let hardest = tally.hardest().unwrap_or_default();
    let unknown = tally.solved - known().map(|(_, solved)| solved).sum::<u32>();
    let context = words::context(frame.lang, hardest, unknown, judge);
    let mut sheet = Sheet::new("chart of levels", size, frame.lang);
    sheet.head(&title, &context);
    let pitch = (size.y - AROUND.top - AROUND.bottom) / rows.len() as f32;
    let plot = Rect::between(size, &AROUND);
    let most = f64::from(rows.iter().map(|row| row.solved).max().unwrap_or(1).max(1));
    let lines = rows.len() as f64;
    sheet.plot(&plot, |chart| {
        let mut chart = chart.build_cartesian_2d(0.0..most, 0.0..lines)?;
        let solved = rows.iter().enumerate().filter(|(_, row)| row.solved > 0);
        chart.draw_series(solved.map(|(nth, row)| {
            let middle = lines - nth as f64 - 0.5;
            At::new([(0.0, middle), (f64::from(row.solved), middle)], move |at: &[Px]| {
                let half = (BAR / 2.0).min(pitch * 0.4);
                let bar = Rect { left: at[0].x, top: at[0].y - half, right: at[1].x, bottom: at[0].y + half };
                vec![Mark::bar([(bar, row.role)]).tells(words::level(frame.lang, row.name, row.solved))]
            })
        }))?;
        Ok(())
    })?;
    let step = (LINE / pitch).ceil().max(1.0) as usize;
    for (nth, row) in rows.iter().enumerate().step_by(step) {
        let base = plot.top + (nth as f32 + 0.5) * pitch + 4.5;
        let name = Words::new(row.name, Size::Small, Role::Ink, Px::new(plot.left - 12.0, base));
        sheet.set(name.anchored(Anchor::End));
        let solved =
            Words::new(row.solved.to_string(), Size::Small, Role::Muted, Px::new(size.x - MARGIN, base));
        sheet.set(solved.anchored(Anchor::End));
    }
    Ok(Some(sheet.finish(title, words::description(frame.lang, &context))))
}

struct Row {
    name: &'static str,
    role: Role,
    solved: u32,
}
