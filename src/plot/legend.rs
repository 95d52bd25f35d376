//! A line that says what marks mean.

use super::scene::{Mark, Px, Size, Words};
use super::sheet::{MARGIN, Sheet};
use super::theme::Role;

/// The side of a mark, and from one to the next.
pub(super) const SIDE: f32 = 14.0;
const PITCH: f32 = 17.0;

/// Before a sign that is explained, and between it and its meaning.
const APART: f32 = 16.0;
const CLOSE: f32 = 3.0;

/// The line as it grows to the right.
pub(super) struct Legend<'s> {
    sheet: &'s mut Sheet,
    x: f32,
    top: f32,
}

impl<'s> Legend<'s> {
    /// One whose first mark has its upper left corner at `corner`.
    pub(super) fn new(sheet: &'s mut Sheet, corner: Px) -> Self {
        Self { sheet, x: corner.x, top: corner.y }
    }

    /// How far it has grown.
    pub(super) fn right(&self) -> f32 {
        self.x
    }

    /// Words, and some room after them.
    pub(super) fn say(&mut self, words: &str) {
        let at = Px::new(self.x, self.top + SIDE / 2.0 + 4.5);
        let words = Words::new(words, Size::Small, Role::Muted, at);
        self.x = words.bounds().right + 7.0;
        self.sheet.set(words);
    }

    /// What `marks` makes of its corner.
    pub(super) fn mark<M: IntoIterator<Item = Mark>>(&mut self, marks: impl FnOnce(Px) -> M) {
        let at = Px::new(self.x, self.top);
        self.x += PITCH;
        self.sheet.draw(marks(at));
    }

    /// A sign apart from others and what it means; left out where the sheet has no room for it.
    pub(super) fn explain<M: IntoIterator<Item = Mark>>(&mut self, words: &str, marks: impl FnOnce(Px) -> M) {
        let meaning = Words::new(words, Size::Small, Role::Muted, Px::new(0.0, 0.0)).extent().x;
        if self.x + APART + PITCH + CLOSE + meaning > self.sheet.size().x - MARGIN {
            return;
        }
        self.space(APART);
        self.mark(marks);
        self.space(CLOSE);
        self.say(words);
    }

    /// Some more room.
    pub(super) fn space(&mut self, pixels: f32) {
        self.x += pixels;
    }
}
