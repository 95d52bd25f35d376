//! Places and extents.

use plotters_backend::BackendCoord;

/// Plotters counts in whole units; this many of them are one pixel.
pub(in crate::plot) const UNITS: f32 = 10.0;

/// Pixels in plotters' units.
pub(in crate::plot) fn units(pixels: f32) -> i32 {
    (pixels * UNITS).round() as i32
}

/// A place or an extent in pixels; y grows downward.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Px {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

impl Px {
    pub(in crate::plot) const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

impl From<BackendCoord> for Px {
    fn from((x, y): BackendCoord) -> Self {
        Self::new(x as f32 / UNITS, y as f32 / UNITS)
    }
}

/// An upright rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Its left side.
    pub left: f32,
    /// Its upper side.
    pub top: f32,
    /// Its right side.
    pub right: f32,
    /// Its lower side.
    pub bottom: f32,
}

impl Rect {
    /// A square with its upper left corner at `corner`.
    pub(in crate::plot) fn square(corner: Px, side: f32) -> Self {
        Self { left: corner.x, top: corner.y, right: corner.x + side, bottom: corner.y + side }
    }

    pub(in crate::plot) fn around(centre: Px, reach: f32) -> Self {
        Self {
            left: centre.x - reach,
            top: centre.y - reach,
            right: centre.x + reach,
            bottom: centre.y + reach,
        }
    }

    /// What a scene of `size` has room for between margins as wide as the sides of `around`.
    pub(in crate::plot) fn between(size: Px, around: &Self) -> Self {
        Self {
            left: around.left,
            top: around.top,
            right: size.x - around.right,
            bottom: size.y - around.bottom,
        }
    }

    /// The same with every side `by` further in.
    pub(in crate::plot) fn inset(&self, by: f32) -> Self {
        Self { left: self.left + by, top: self.top + by, right: self.right - by, bottom: self.bottom - by }
    }

    pub(in crate::plot) fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub(in crate::plot) fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right >= other.right
            && self.bottom >= other.bottom
    }

    pub(in crate::plot) fn centre(&self) -> Px {
        Px::new(f32::midpoint(self.left, self.right), f32::midpoint(self.top, self.bottom))
    }

    /// The point in it that lies nearest to `to`.
    pub(in crate::plot) fn nearest(&self, to: Px) -> Px {
        Px::new(to.x.clamp(self.left, self.right), to.y.clamp(self.top, self.bottom))
    }
}
