//! Small cards for a README or a profile page.

mod days;
mod rating;

pub use days::{heatmap_card, streak_card};
pub use rating::rating_card;

use super::scene::{Mark, Px, Rect, Size, Words};
use super::sheet::Sheet;
use super::theme::Role;
use super::{Frame, font};

/// Two of them stand beside each other on GitHub's pages.
const WIDTH: f32 = 400.0;
const HEIGHT: f32 = 120.0;

/// Between the edge and the words.
const PAD: f32 = 18.0;

/// How far the words of a card with a drawing beside them reach.
const COLUMN: f32 = 194.0;

/// An empty card with its border.
fn card(height: f32) -> Sheet {
    let mut sheet = Sheet::new("card", Px::new(WIDTH, height));
    let border = Rect { left: 0.5, top: 0.5, right: WIDTH - 0.5, bottom: height - 0.5 };
    sheet.draw([Mark::rect(border, 6.0).rimmed(Role::Grid)]);
    sheet
}

/// Three lines: what it is about, the answer in the colour of `role`, and what else there is to say, which may be so long.
fn set_lines(sheet: &mut Sheet, [about, answer, more]: [&str; 3], role: Role, longest: f32) {
    let line = |text: &str, size: Size, bold: bool, role: Role, base: f32, room: f32| {
        let text = font::fit(text, size.px(), bold, room);
        let words = Words::new(text, size, role, Px::new(PAD, base));
        if bold { words.bold() } else { words }
    };
    sheet.set(line(about, Size::Small, false, Role::Muted, 32.0, COLUMN - PAD));
    sheet.set(line(answer, Size::Title, true, role, 68.0, COLUMN - PAD));
    sheet.set(line(more, Size::Small, false, Role::Muted, 98.0, longest));
}
