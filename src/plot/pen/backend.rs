//! The pen as the backend that plotters draws with.

use std::fmt::{self, Write};

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::super::geometry::{Px, UNITS};
use super::super::markup::Tenths;
use super::super::theme::Rgb;
use super::{Pen, Steps};

impl Pen<'_> {
    /// A line through points.
    fn relative(&mut self, points: impl IntoIterator<Item = BackendCoord>, look: &str) -> fmt::Result {
        self.out.write_str("<path d=\"")?;
        let mut steps = Steps::default();
        for point in points {
            self.out.write_str(&steps.to(point, 'l'))?;
        }
        writeln!(self.out, "\" {look}/>")
    }

    fn polygon(&mut self, corners: impl IntoIterator<Item = BackendCoord>, look: &str) -> fmt::Result {
        self.out.write_str("<polygon points=\"")?;
        for (index, point) in corners.into_iter().enumerate() {
            let space = if index == 0 { "" } else { " " };
            let Px { x, y } = Px::from(point);
            write!(self.out, "{space}{},{}", Tenths(x), Tenths(y))?;
        }
        writeln!(self.out, "\" {look}/>")
    }
}

fn rgb(colour: BackendColor) -> Rgb {
    let (r, g, b) = colour.rgb;
    Rgb(r, g, b)
}

/// The attributes of a stroked path.
fn stroked<S: BackendStyle>(style: &S) -> String {
    let width = Tenths(style.stroke_width() as f32 / UNITS);
    format!(r#"stroke="{}" stroke-width="{width}""#, rgb(style.color()))
}

/// What plotters wants to hear of each step.
type Drawn = Result<(), DrawingErrorKind<fmt::Error>>;

impl DrawingBackend for Pen<'_> {
    type ErrorType = fmt::Error;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (from, to) = (Px::from(upper_left), Px::from(bottom_right));
        let (x, y, width, height) =
            (Tenths(from.x), Tenths(from.y), Tenths(to.x - from.x), Tenths(to.y - from.y));
        let look = if fill {
            format!(r#"fill="{}""#, rgb(style.color()))
        } else {
            format!(r#"fill="none" {}"#, stroked(style))
        };
        writeln!(self.out, r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" {look}/>"#)
            .map_err(DrawingErrorKind::DrawingError)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let look = format!(r#"fill="none" {} stroke-linejoin="round""#, stroked(style));
        self.relative(path, &look).map_err(DrawingErrorKind::DrawingError)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (at, radius, colour) = (Px::from(centre), radius as f32 / UNITS, rgb(style.color()));
        let drawn = if fill { self.dot(at, radius, colour, None, "") } else { self.ring(at, radius, colour) };
        drawn.map_err(DrawingErrorKind::DrawingError)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let look = format!(r#"fill="{}""#, rgb(style.color()));
        self.polygon(corners, &look).map_err(DrawingErrorKind::DrawingError)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, words: &str, _: &S, _: BackendCoord) -> Drawn {
        Err(DrawingErrorKind::FontError(
            format!("{words:?} must be set on the sheet, which measures it").into(),
        ))
    }
}

/// Something that the pen draws at points of a chart.
pub(in crate::plot) struct At<C, F> {
    points: Vec<C>,
    draw: F,
}

impl<C, F: Fn(&mut Pen<'_>, &[Px]) -> fmt::Result> At<C, F> {
    /// `draw` gets the pixels of `points`, in their order.
    pub(in crate::plot) fn new(points: impl Into<Vec<C>>, draw: F) -> Self {
        Self { points: points.into(), draw }
    }
}

impl<'a, C: 'a, F> PointCollection<'a, C> for &'a At<C, F> {
    type Point = &'a C;
    type IntoIter = &'a [C];

    fn point_iter(self) -> Self::IntoIter {
        &self.points
    }
}

impl<C, F: Fn(&mut Pen<'_>, &[Px]) -> fmt::Result> Drawable<Pen<'_>> for At<C, F> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, at: I, pen: &mut Pen<'_>, _: (u32, u32)) -> Drawn {
        let at: Vec<Px> = at.map(Px::from).collect();
        (self.draw)(pen, &at).map_err(DrawingErrorKind::DrawingError)
    }
}
