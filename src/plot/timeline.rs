//! The words below a time axis.

use std::ops::Range;

use super::axis::TimeTicks;
use super::scene::{Anchor, Mark, Px, Rect, Size, Words};
use super::sheet::{MARGIN, Sheet};
use super::theme::Role;

/// From the axis to the base lines of its two rows.
const TICKS: f32 = 20.0;
const PERIODS: f32 = 39.0;

/// The mark of a tick that stands at `at` on the axis.
pub(super) fn tick(at: Px) -> Mark {
    Mark::line(at, Px::new(at.x, at.y + 5.0)).stroked(Role::Axis, 1.0)
}

/// Sets the ticks' labels and the periods' below `plot`, which shows `days` from its left to its right.
pub(super) fn set(sheet: &mut Sheet, time: &TimeTicks, days: &Range<f64>, plot: &Rect) {
    let x = |day: f64| {
        let share = (day - days.start) / (days.end - days.start);
        plot.left + share as f32 * (plot.right - plot.left)
    };
    for (day, label) in &time.ticks {
        let at = Px::new(x(*day), plot.bottom + TICKS);
        let words = Words::new(label.as_str(), Size::Small, Role::Muted, at).anchored(Anchor::Middle);
        if words.bounds().right <= sheet.size().x - MARGIN / 2.0 {
            sheet.set(words);
        }
    }
    let base = plot.bottom + PERIODS;
    let mut free = sheet.size().x - MARGIN / 2.0;
    for (day, label) in time.periods.iter().rev() {
        let words = Words::new(label.as_str(), Size::Small, Role::Muted, Px::new(plot.left, base)).bold();
        let words = if *day < days.start {
            words
        } else {
            Words { at: Px::new(x(*day), base), anchor: Anchor::Middle, ..words }
        };
        let bounds = words.bounds();
        if bounds.right <= free {
            free = bounds.left - 10.0;
            sheet.set(words);
        }
    }
}
