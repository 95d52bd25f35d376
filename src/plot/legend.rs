//! A line that says what marks mean.

use std::fmt;

use super::PlotError;
use super::geometry::Px;
use super::pen::Pen;
use super::svg::{Sheet, Size, Words};
use super::theme::Palette;

/// The side of a mark, and from one to the next.
pub(super) const SIDE: f32 = 14.0;
const PITCH: f32 = 17.0;

/// The line as it grows to the right.
pub(super) struct Legend<'s> {
    sheet: &'s mut Sheet,
    palette: &'static Palette,
    x: f32,
    top: f32,
}

impl<'s> Legend<'s> {
    /// One whose first mark has its upper left corner at `corner`.
    pub(super) fn new(sheet: &'s mut Sheet, palette: &'static Palette, corner: Px) -> Self {
        Self { sheet, palette, x: corner.x, top: corner.y }
    }

    /// Words, and some room after them.
    pub(super) fn say(&mut self, words: &str) {
        let at = Px::new(self.x, self.top + SIDE / 2.0 + 4.5);
        let words = Words::new(words, Size::Small, self.palette.muted, at);
        self.x = words.bounds().right + 7.0;
        self.sheet.set(&words);
    }

    /// A mark with its corner where `draw` gets it.
    pub(super) fn mark(
        &mut self,
        draw: impl FnOnce(&mut Pen<'_>, Px) -> fmt::Result,
    ) -> Result<(), PlotError> {
        let at = Px::new(self.x, self.top);
        self.x += PITCH;
        self.sheet.pen(|pen| draw(pen, at))
    }

    /// Some more room.
    pub(super) fn space(&mut self, pixels: f32) {
        self.x += pixels;
    }
}
