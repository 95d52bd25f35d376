//! How a day looks: its square, and the sign that tells it from a plain one.

use std::fmt;

use super::super::geometry::Px;
use super::super::pen::Pen;
use super::super::theme::{Palette, Rgb};

/// What a day's square says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::plot) enum Look {
    /// Nothing.
    Empty,
    /// Nothing was asked and nothing was done.
    Rest,
    /// Only imports.
    Bulk,
    /// From 1 to [`crate::answers::Steps::MOST`].
    Step(usize),
}

impl Look {
    /// The signs that need an explanation, with it.
    pub(super) const EXPLAINED: [(Self, &'static str); 2] =
        [(Self::Rest, "rest day"), (Self::Bulk, "imported at once")];

    /// The squares of many days, of `side` pixels, each with its tooltip.
    pub(super) fn draw(
        self,
        pen: &mut Pen<'_>,
        days: impl IntoIterator<Item = (Px, String)>,
        side: f32,
        palette: &Palette,
    ) -> fmt::Result {
        let (fill, inset, rim) = match self {
            Self::Bulk => (palette.surface, 0.5, format!(r#" stroke="{}""#, palette.steps[2])),
            _ => (self.fill(palette), 0.0, String::new()),
        };
        pen.group(&format!(r#"fill="{fill}"{rim}"#), |pen| {
            days.into_iter().try_for_each(|(corner, tooltip)| {
                let inner = Px::new(corner.x + inset, corner.y + inset);
                pen.square(inner, side - 2.0 * inset, &tooltip)
            })
        })
    }

    /// The squares of many days, as one shape without tooltips.
    pub(super) fn draw_all(
        self,
        pen: &mut Pen<'_>,
        corners: &[Px],
        side: f32,
        palette: &Palette,
    ) -> fmt::Result {
        pen.squares(corners, side, self.fill(palette))
    }

    fn fill(self, palette: &Palette) -> Rgb {
        match self {
            Self::Empty | Self::Rest | Self::Bulk => palette.empty,
            Self::Step(step) => palette.steps[step - 1],
        }
    }

    /// The signs of many days.
    pub(super) fn sign_all(
        self,
        pen: &mut Pen<'_>,
        corners: &[Px],
        side: f32,
        palette: &Palette,
    ) -> fmt::Result {
        let (colour, width): (Rgb, f32) = match self {
            Self::Rest => (palette.axis, 1.4),
            Self::Bulk => (palette.steps[2], 1.0),
            Self::Empty | Self::Step(_) => return Ok(()),
        };
        let lines: Vec<(Px, Px)> = corners.iter().flat_map(|corner| self.sign(*corner, side)).collect();
        pen.strokes(&lines, colour, width)
    }

    /// The lines of the sign on the square at `corner`.
    fn sign(self, corner: Px, side: f32) -> Vec<(Px, Px)> {
        let middle = Px::new(corner.x + side / 2.0, corner.y + side / 2.0);
        let along = |shift: f32, reach: f32, slope: f32| {
            let at = Px::new(middle.x + shift, middle.y + shift);
            (Px::new(at.x - reach, at.y + slope * reach), Px::new(at.x + reach, at.y - slope * reach))
        };
        match self {
            Self::Rest => vec![along(0.0, side * 0.18, 0.0)],
            Self::Bulk => [-1.0f32, 0.0, 1.0]
                .map(|turn| along(turn * side / 7.0, side * (0.32 - turn.abs() / 7.0), 1.0))
                .to_vec(),
            Self::Empty | Self::Step(_) => Vec::new(),
        }
    }
}
