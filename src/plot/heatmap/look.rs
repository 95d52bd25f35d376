//! How a day looks: its square, and the sign that tells it from a plain one.

use std::borrow::Cow;

use jiff::civil::Date;

use super::super::scene::{Mark, Px, Rect, Shape};
use super::super::theme::Role;
use super::super::words::heatmap as words;
use crate::lang::Lang;

/// What a day's square says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    /// Nothing.
    Empty,
    /// Nothing was asked and nothing was done.
    Rest,
    /// Only imports.
    Bulk,
    /// From 1 to [`crate::answers::Quantiles::MOST`].
    Step(usize),
}

/// A square that tells something.
pub(super) struct Square {
    pub corner: Px,
    pub tooltip: String,
    /// The day that it stands for.
    pub day: Option<Date>,
}

impl Look {
    /// The signs that need an explanation, with it.
    pub(super) fn explained(lang: Lang) -> [(Self, Cow<'static, str>); 2] {
        [(Self::Rest, words::rest_day(lang)), (Self::Bulk, words::bulk(lang))]
    }

    /// Squares of `side` pixels with their tooltips, and their signs.
    pub(super) fn told(self, squares: impl IntoIterator<Item = Square>, side: f32) -> Vec<Mark> {
        let inset = if self == Self::Bulk { 0.5 } else { 0.0 };
        let mut corners = Vec::new();
        let square = |square: Square| {
            corners.push(square.corner);
            let inner = Rect::square(square.corner, side).inset(inset);
            Mark { day: square.day, ..Mark::rect(inner, ROUNDED).tells(square.tooltip) }
        };
        let group = Mark::group(squares.into_iter().map(square));
        let group = match self {
            Self::Bulk => group.filled(Role::Surface).rimmed(Role::Step(3)),
            _ => group.filled(self.fill()),
        };
        std::iter::once(group).chain(self.signs(&corners, side)).collect()
    }

    /// Squares as one shape without tooltips, and their signs.
    pub(super) fn silent(self, corners: &[Px], side: f32) -> Vec<Mark> {
        let squares = Mark::new(Shape::Squares { corners: corners.to_vec(), side }).filled(self.fill());
        std::iter::once(squares).chain(self.signs(corners, side)).collect()
    }

    fn fill(self) -> Role {
        match self {
            Self::Empty | Self::Rest | Self::Bulk => Role::Empty,
            Self::Step(step) => Role::Step(step),
        }
    }

    /// The signs of many days.
    fn signs(self, corners: &[Px], side: f32) -> Option<Mark> {
        let (role, width) = match self {
            Self::Rest => (Role::Axis, 1.4),
            Self::Bulk => (Role::Step(3), 1.0),
            Self::Empty | Self::Step(_) => return None,
        };
        let lines = corners.iter().flat_map(|corner| self.sign(*corner, side)).collect();
        Some(Mark::new(Shape::Lines(lines)).stroked(role, width))
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

/// The radius of a square's corners.
pub(in crate::plot) const ROUNDED: f32 = 2.5;
