//! Small cards for a README or a profile page.

mod days;
mod rating;
mod year;

pub use days::{heatmap_card, streak_card};
pub use rating::rating_card;
pub use year::year_card;

use super::scene::{Mark, Px, Rect, Size, Words};
use super::sheet::Sheet;
use super::theme::Role;
use super::{Frame, font};

/// Two of them stand beside each other on GitHub's pages.
const WIDTH: f32 = 400.0;
const HEIGHT: f32 = 178.0;

/// The radius of their corners.
const CORNER: f32 = 6.0;

/// Between the edge and the words.
const PAD: f32 = 18.0;

/// From one small line to the next.
const LEADING: f32 = 22.0;

/// How far the words of a card with a drawing beside them reach.
const COLUMN: f32 = 194.0;

/// An empty card with its border.
fn card(frame: &Frame) -> Sheet {
    let mut sheet = Sheet::new("card", Px::new(WIDTH, HEIGHT), frame.lang).rounded(CORNER);
    let border = Rect { left: 0.5, top: 0.5, right: WIDTH - 0.5, bottom: HEIGHT - 0.5 };
    sheet.draw([Mark::rect(border, CORNER).rimmed(Role::Grid)]);
    sheet
}

/// What it is about, the answer in the colour of `role`, and lines of what else there is to say.
fn set_lines(sheet: &mut Sheet, about: &str, answer: &str, more: &[String], role: Role) {
    let line = |text: &str, size: Size, bold: bool, role: Role, base: f32| {
        let text = font::fit(text, size.px(), bold, COLUMN - PAD);
        let words = Words::new(text, size, role, Px::new(PAD, base));
        if bold { words.bold() } else { words }
    };
    sheet.set(line(about, Size::Small, true, Role::Ink, 34.0));
    sheet.set(line(answer, Size::Title, true, role, 70.0));
    for (nth, more) in more.iter().enumerate() {
        sheet.set(line(more, Size::Small, false, Role::Muted, 100.0 + nth as f32 * LEADING));
    }
}
