//! What charts are drawn with: SVG in tenths of a pixel, and marks that carry a tooltip.

mod backend;

use std::fmt::{self, Write};

use plotters_backend::BackendCoord;

use super::geometry::{Px, Rect, UNITS, units};
use super::markup::{Escaped, Tenths};
use super::theme::Rgb;
pub(super) use backend::At;

/// Writes what plotters draws to the end of a text. Paths are filled and stroked in opaque colours.
pub(super) struct Pen<'a> {
    out: &'a mut String,
    size: (u32, u32),
}

impl<'a> Pen<'a> {
    /// A pen for a sheet of `size` pixels.
    pub(super) fn new(out: &'a mut String, size: Px) -> Self {
        Self { out, size: ((size.x * UNITS) as u32, (size.y * UNITS) as u32) }
    }

    /// A round mark.
    pub(super) fn dot(
        &mut self,
        at: Px,
        radius: f32,
        fill: Rgb,
        rim: Option<Rgb>,
        tooltip: &str,
    ) -> fmt::Result {
        let (x, y, r) = (Tenths(at.x), Tenths(at.y), Tenths(radius));
        write!(self.out, r#"<circle cx="{x}" cy="{y}" r="{r}" fill="{fill}""#)?;
        if let Some(rim) = rim {
            write!(self.out, r#" stroke="{rim}""#)?;
        }
        writeln!(self.out, "><title>{}</title></circle>", Escaped(tooltip))
    }

    /// Round marks of one look, each a place, a radius and a tooltip; without a rim all have the first one's radius.
    pub(super) fn dots<'t>(
        &mut self,
        fill: Rgb,
        rim: Option<Rgb>,
        marks: impl Iterator<Item = (Px, f32, &'t str)>,
    ) -> fmt::Result {
        let Some(rim) = rim else { return self.plain_dots(fill, marks) };
        writeln!(self.out, r#"<g fill="{fill}" stroke="{rim}">"#)?;
        for (at, radius, tooltip) in marks {
            let (x, y, r) = (Tenths(at.x), Tenths(at.y), Tenths(radius));
            let tooltip = Escaped(tooltip);
            writeln!(self.out, r#"<circle cx="{x}" cy="{y}" r="{r}"><title>{tooltip}</title></circle>"#)?;
        }
        self.out.write_str("</g>\n")
    }

    /// The same without rims: strokes of no length with round ends, which take fewer words than circles.
    fn plain_dots<'t>(&mut self, fill: Rgb, marks: impl Iterator<Item = (Px, f32, &'t str)>) -> fmt::Result {
        let mut marks = marks.peekable();
        let width = Tenths(2.0 * marks.peek().map_or(0.0, |mark| mark.1));
        write!(self.out, r#"<g stroke="{fill}" stroke-width="{width}" stroke-linecap="round">"#)?;
        for (at, _, tooltip) in marks {
            let (x, y, tooltip) = (Tenths(at.x), Tenths(at.y), Escaped(tooltip));
            match tooltip.0 {
                "" => write!(self.out, r#"<path d="M{x},{y}h0"/>"#)?,
                _ => write!(self.out, r#"<path d="M{x},{y}h0"><title>{tooltip}</title></path>"#)?,
            }
        }
        self.out.write_str("</g>\n")
    }

    /// A circle around a mark.
    pub(super) fn ring(&mut self, at: Px, radius: f32, stroke: Rgb) -> fmt::Result {
        let (x, y, r) = (Tenths(at.x), Tenths(at.y), Tenths(radius));
        writeln!(
            self.out,
            r#"<circle cx="{x}" cy="{y}" r="{r}" fill="none" stroke="{stroke}" stroke-width="1.5"/>"#
        )
    }

    /// A square on its corner.
    pub(super) fn diamond(&mut self, at: Px, radius: f32, fill: Rgb, rim: Rgb, tooltip: &str) -> fmt::Result {
        let (x, y, r) = (Tenths(at.x), Tenths(at.y - radius), Tenths(radius));
        let back = Tenths(-radius);
        write!(self.out, r#"<path d="M{x},{y}l{r},{r}l{back},{r}l{back},{back}z" "#)?;
        write!(self.out, r#"fill="{fill}" stroke="{rim}" stroke-width="1.5">"#)?;
        writeln!(self.out, "<title>{}</title></path>", Escaped(tooltip))
    }

    /// A straight line; `dashes` are the lengths of stroke and gap.
    pub(super) fn line(
        &mut self,
        from: Px,
        to: Px,
        stroke: Rgb,
        width: f32,
        dashes: Option<&str>,
    ) -> fmt::Result {
        let (x, y, x2, y2) = (Tenths(from.x), Tenths(from.y), Tenths(to.x), Tenths(to.y));
        let width = Tenths(width);
        write!(self.out, r#"<path d="M{x},{y}L{x2},{y2}" stroke="{stroke}" stroke-width="{width}""#)?;
        if let Some(dashes) = dashes {
            write!(self.out, r#" stroke-dasharray="{dashes}""#)?;
        }
        self.out.write_str("/>\n")
    }

    /// A translucent area.
    pub(super) fn shade(&mut self, corners: &[Px], fill: Rgb, opacity: f32, tooltip: &str) -> fmt::Result {
        self.out.write_str("<path d=\"")?;
        self.through(corners)?;
        writeln!(
            self.out,
            r#"z" fill="{fill}" fill-opacity="{opacity}"><title>{}</title></path>"#,
            Escaped(tooltip)
        )
    }

    /// A broken line through points; `dashes` are the lengths of stroke and gap.
    pub(super) fn dashes(&mut self, points: &[Px], stroke: Rgb, width: f32, dashes: &str) -> fmt::Result {
        self.out.write_str("<path d=\"")?;
        self.through(points)?;
        let width = Tenths(width);
        writeln!(
            self.out,
            r#"" fill="none" stroke="{stroke}" stroke-width="{width}" stroke-dasharray="{dashes}"/>"#
        )
    }

    /// Small round marks as one shape, none of which has a tooltip.
    pub(super) fn specks(&mut self, points: &[Px], radius: f32, fill: Rgb) -> fmt::Result {
        self.out.write_str("<path d=\"")?;
        let mut steps = Steps::default();
        for at in points {
            let (x, y) = (units(at.x), units(at.y));
            write!(self.out, "{}h0", steps.to((x, y), 'm'))?;
        }
        let width = Tenths(2.0 * radius);
        writeln!(self.out, r#"" stroke="{fill}" stroke-width="{width}" stroke-linecap="round"/>"#)
    }

    /// A line through points.
    pub(super) fn curve(&mut self, points: &[Px], stroke: Rgb, width: f32) -> fmt::Result {
        self.out.write_str("<path d=\"")?;
        self.through(points)?;
        let width = Tenths(width);
        writeln!(
            self.out,
            r#"" fill="none" stroke="{stroke}" stroke-width="{width}" stroke-linejoin="round"/>"#
        )
    }

    /// The commands of a path through points.
    fn through(&mut self, points: &[Px]) -> fmt::Result {
        for (index, at) in points.iter().enumerate() {
            let command = if index == 0 { 'M' } else { 'L' };
            write!(self.out, "{command}{},{}", Tenths(at.x), Tenths(at.y))?;
        }
        Ok(())
    }

    /// What `draw` draws, with the SVG attributes in `look` for all of it.
    pub(super) fn group(&mut self, look: &str, draw: impl FnOnce(&mut Self) -> fmt::Result) -> fmt::Result {
        writeln!(self.out, "<g {look}>")?;
        draw(self)?;
        self.out.write_str("</g>\n")
    }

    /// Upright rectangles that share a tooltip.
    pub(super) fn stack(&mut self, parts: &[(Rect, Rgb)], tooltip: &str) -> fmt::Result {
        self.out.write_str("<g>")?;
        if !tooltip.is_empty() {
            write!(self.out, "<title>{}</title>", Escaped(tooltip))?;
        }
        for (Rect { left, top, right, bottom }, fill) in parts {
            let (x, x2, y, y2) = (Tenths(*left), Tenths(*right), Tenths(*top), Tenths(*bottom));
            write!(self.out, r#"<path d="M{x},{y}H{x2}V{y2}H{x}z" fill="{fill}"/>"#)?;
        }
        self.out.write_str("</g>\n")
    }

    /// A rounded rectangle.
    pub(super) fn tile(&mut self, tile: &Rect, tooltip: &str) -> fmt::Result {
        let Rect { left, top, right, bottom } = tile;
        let (x, y, width, height) = (Tenths(*left), Tenths(*top), Tenths(right - left), Tenths(bottom - top));
        write!(self.out, r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="2.5">"#)?;
        writeln!(self.out, "<title>{}</title></rect>", Escaped(tooltip))
    }

    /// A rounded square.
    pub(super) fn square(&mut self, Px { x, y }: Px, side: f32, tooltip: &str) -> fmt::Result {
        self.tile(&Rect { left: x, top: y, right: x + side, bottom: y + side }, tooltip)
    }

    /// Many rounded squares of one colour, as one shape.
    pub(super) fn squares(&mut self, corners: &[Px], side: f32, fill: Rgb) -> fmt::Result {
        // A thick rim of the same colour rounds them.
        const RIM: f32 = 4.0;
        self.out.write_str("<path d=\"")?;
        let (inner, back) = (Tenths(side - RIM), Tenths(RIM - side));
        for corner in corners {
            let (x, y) = (Tenths(corner.x + RIM / 2.0), Tenths(corner.y + RIM / 2.0));
            write!(self.out, "M{x},{y}h{inner}v{inner}h{back}z")?;
        }
        let rim = Tenths(RIM);
        writeln!(
            self.out,
            r#"" fill="{fill}" stroke="{fill}" stroke-width="{rim}" stroke-linejoin="round"/>"#
        )
    }

    /// Many straight lines of one colour, as one shape.
    pub(super) fn strokes(&mut self, lines: &[(Px, Px)], stroke: Rgb, width: f32) -> fmt::Result {
        self.out.write_str("<path d=\"")?;
        for (from, to) in lines {
            let (x, y, x2, y2) = (Tenths(from.x), Tenths(from.y), Tenths(to.x), Tenths(to.y));
            write!(self.out, "M{x},{y}L{x2},{y2}")?;
        }
        writeln!(self.out, r#"" stroke="{stroke}" stroke-width="{}"/>"#, Tenths(width))
    }

    /// A closed line through points; `dashes` are the lengths of stroke and gap.
    pub(super) fn outline(
        &mut self,
        points: &[Px],
        stroke: Rgb,
        width: f32,
        dashes: Option<&str>,
        tooltip: &str,
    ) -> fmt::Result {
        self.out.write_str("<path d=\"")?;
        self.through(points)?;
        let width = Tenths(width);
        write!(self.out, r#"z" fill="none" stroke="{stroke}" stroke-width="{width}""#)?;
        if let Some(dashes) = dashes {
            write!(self.out, r#" stroke-dasharray="{dashes}""#)?;
        }
        writeln!(self.out, "><title>{}</title></path>", Escaped(tooltip))
    }

    /// A rounded border.
    pub(super) fn border(&mut self, border: &Rect, radius: f32, stroke: Rgb) -> fmt::Result {
        let Rect { left, top, right, bottom } = border;
        let (x, y, width, height) = (Tenths(*left), Tenths(*top), Tenths(right - left), Tenths(bottom - top));
        write!(self.out, r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" "#)?;
        writeln!(self.out, r#"fill="none" stroke="{stroke}"/>"#)
    }

    /// What marks the square of today.
    pub(super) fn today(&mut self, corner: Px, side: f32, stroke: Rgb) -> fmt::Result {
        let border = Rect {
            left: corner.x - 0.5,
            top: corner.y - 0.5,
            right: corner.x + side + 0.5,
            bottom: corner.y + side + 0.5,
        };
        self.border(&border, 3.0, stroke)
    }
}

/// The commands that lead from point to point, each said by how far it lies from the one before: shorter than places.
#[derive(Default)]
struct Steps {
    last: Option<BackendCoord>,
}

impl Steps {
    /// In plotters' units; `verb` is "m" or "l".
    fn to(&mut self, (x, y): BackendCoord, verb: char) -> String {
        let (from, verb) = self.last.map_or(((0, 0), 'M'), |last| (last, verb));
        self.last = Some((x, y));
        let step = Px::from((x - from.0, y - from.1));
        format!("{verb}{},{}", Tenths(step.x), Tenths(step.y))
    }
}
