//! The backend that plotters draws with: it puts marks into a scene.

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendColor, BackendCoord, DrawingBackend, DrawingErrorKind};

use super::scene::{Mark, Px, UNITS};

/// Puts what is drawn at the end of a scene's marks.
pub(super) struct Pen<'a> {
    marks: &'a mut Vec<Mark>,
    /// In plotters' units.
    size: (u32, u32),
}

impl<'a> Pen<'a> {
    /// A pen for a sheet of `size` pixels.
    pub(super) fn new(marks: &'a mut Vec<Mark>, size: Px) -> Self {
        Self { marks, size: ((size.x * UNITS) as u32, (size.y * UNITS) as u32) }
    }
}

/// Plotters was asked for an element of its own, which has a colour instead of a role.
#[derive(Debug, thiserror::Error)]
#[error("plotters' own elements have colours instead of roles; charts draw marks")]
pub(super) struct NoRole;

/// What plotters wants to hear of each step.
type Drawn = Result<(), DrawingErrorKind<NoRole>>;

impl DrawingBackend for Pen<'_> {
    type ErrorType = NoRole;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Err(DrawingErrorKind::DrawingError(NoRole))
    }
}

/// Marks at points of a chart.
pub(super) struct At<C, F> {
    points: Vec<C>,
    marks: F,
}

impl<C, F: Fn(&[Px]) -> Vec<Mark>> At<C, F> {
    /// `marks` gets the pixels of `points`, in their order.
    pub(super) fn new(points: impl Into<Vec<C>>, marks: F) -> Self {
        Self { points: points.into(), marks }
    }
}

impl<'a, C: 'a, F> PointCollection<'a, C> for &'a At<C, F> {
    type Point = &'a C;
    type IntoIter = &'a [C];

    fn point_iter(self) -> Self::IntoIter {
        &self.points
    }
}

impl<C, F: Fn(&[Px]) -> Vec<Mark>> Drawable<Pen<'_>> for At<C, F> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, at: I, pen: &mut Pen<'_>, _: (u32, u32)) -> Drawn {
        let at: Vec<Px> = at.map(Px::from).collect();
        pen.marks.extend((self.marks)(&at));
        Ok(())
    }
}
