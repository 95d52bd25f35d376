//! Marks as SVG.

use std::fmt::{self, Display, Formatter};

use jiff::civil::Date;

use super::markup::{Escaped, Tenths};
use super::{Anchor, Mark, Px, Rect, Shape, Words, units};
use crate::plot::theme::{Role, Theme};

/// What colours are written as, and what is written besides them.
#[derive(Clone, Copy)]
pub(super) enum Medium<'a> {
    /// A theme's own colours.
    File(Theme),
    /// Custom properties of the page.
    Page(Days<'a>),
}

/// What becomes of the days of marks.
#[derive(Clone, Copy)]
pub(super) enum Days<'a> {
    /// Marks of days of which this holds are links to them.
    Linked(&'a dyn Fn(Date) -> bool),
    /// They are data of their marks.
    Told,
}

/// A colour as the medium has it.
struct Tint<'a>(Medium<'a>, Role);

impl Display for Tint<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Medium::File(theme) => write!(f, "{}", theme.rgb(self.1)),
            Medium::Page(_) => write!(f, "var({})", super::page::property(self.1)),
        }
    }
}

/// The surface and what is drawn on it, one mark a line.
pub(super) struct Drawn<'a> {
    pub marks: &'a [Mark],
    /// The radius of the surface's corners.
    pub corner: f32,
    pub medium: Medium<'a>,
}

impl Display for Drawn<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let surface = Tint(self.medium, Role::Surface);
        let corner =
            if self.corner > 0.0 { format!(r#" rx="{}""#, Tenths(self.corner)) } else { String::new() };
        writeln!(f, r#"<rect width="100%" height="100%"{corner} fill="{surface}"/>"#)?;
        write!(f, "{}", Marks { marks: self.marks, medium: self.medium })
    }
}

/// What is drawn, one mark a line, on whatever is below it.
pub(super) struct Marks<'a> {
    pub marks: &'a [Mark],
    pub medium: Medium<'a>,
}

impl Display for Marks<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.marks.iter().try_for_each(|mark| writeln!(f, "{}", Element { mark, medium: self.medium }))
    }
}

/// A mark's element.
struct Element<'a> {
    mark: &'a Mark,
    medium: Medium<'a>,
}

impl Display for Element<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Mark { shape, tooltip, .. } = self.mark;
        let title = |f: &mut Formatter<'_>| match tooltip {
            Some(words) => write!(f, "<title>{}</title>", Escaped(words)),
            None => Ok(()),
        };
        match shape {
            Shape::Text(words) => return self.text(f, words),
            Shape::Group(marks) => {
                f.write_str("<g")?;
                self.paint(f)?;
                f.write_str(">")?;
                title(f)?;
                self.members(f, marks)?;
                return f.write_str("</g>");
            }
            _ => {}
        }
        let (link, told) = match (self.medium, self.mark.day) {
            (Medium::Page(Days::Linked(has)), day) => (day.filter(|day| has(*day)), None),
            (Medium::Page(Days::Told), day) => (None, day),
            (Medium::File(_), _) => (None, None),
        };
        if let Some(day) = link {
            write!(f, "<a href=\"#d{day}\">")?;
            title(f)?;
            self.shape(f)?;
            return f.write_str("/></a>");
        }
        let name = self.shape(f)?;
        if let Some(day) = told {
            write!(f, " data-day=\"{day}\"")?;
        }
        if tooltip.is_none() {
            return f.write_str("/>");
        }
        f.write_str(">")?;
        title(f)?;
        write!(f, "</{name}>")
    }
}

impl Element<'_> {
    /// Small members stand in their group's line, others in lines of their own.
    fn members(&self, f: &mut Formatter<'_>, marks: &[Mark]) -> fmt::Result {
        let is_small = marks.iter().all(|mark| matches!(mark.shape, Shape::Part(_) | Shape::Specks(_)));
        let end = if is_small { "" } else { "\n" };
        f.write_str(end)?;
        marks.iter().try_for_each(|mark| write!(f, "{}{end}", Element { mark, medium: self.medium }))
    }

    /// The shape's tag without its end, and the tag's name.
    fn shape(&self, f: &mut Formatter<'_>) -> Result<&'static str, fmt::Error> {
        let name = match &self.mark.shape {
            Shape::Circle { at, radius } => {
                let (x, y, r) = (Tenths(at.x), Tenths(at.y), Tenths(*radius));
                write!(f, r#"<circle cx="{x}" cy="{y}" r="{r}""#)?;
                "circle"
            }
            Shape::Rect { rect, rounded } => {
                let Rect { left, top, right, bottom } = rect;
                let (x, y) = (Tenths(*left), Tenths(*top));
                let (width, height) = (Tenths(right - left), Tenths(bottom - top));
                write!(f, r#"<rect x="{x}" y="{y}" width="{width}" height="{height}""#)?;
                if *rounded > 0.0 {
                    write!(f, r#" rx="{rounded}""#)?;
                }
                "rect"
            }
            shape => {
                write!(f, r#"<path d="{}""#, Path(shape))?;
                "path"
            }
        };
        self.paint(f)?;
        Ok(name)
    }

    /// The attributes that say what is filled and stroked, and how.
    fn paint(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Mark { shape, fill, opacity, stroke, .. } = self.mark;
        let tint = |role| Tint(self.medium, role);
        let is_straight = matches!(shape, Shape::Lines(_) | Shape::Specks(_) | Shape::Group(_));
        match fill {
            Some(role) => write!(f, r#" fill="{}""#, tint(*role))?,
            // What is only a line would be filled with black.
            None if stroke.is_some() && !is_straight => f.write_str(r#" fill="none""#)?,
            None => {}
        }
        if let Some(opacity) = opacity {
            let what = if fill.is_some() { "fill" } else { "stroke" };
            write!(f, r#" {what}-opacity="{opacity}""#)?;
        }
        if let (Shape::Squares { .. }, Some(role)) = (shape, fill) {
            // A thick rim of the same colour rounds them.
            let (tint, rim) = (tint(*role), Tenths(RIM));
            write!(f, r#" stroke="{tint}" stroke-width="{rim}" stroke-linejoin="round""#)?;
        }
        let Some(stroke) = stroke else { return Ok(()) };
        write!(f, r#" stroke="{}""#, tint(stroke.role))?;
        if let Some(width) = stroke.width {
            write!(f, r#" stroke-width="{}""#, Tenths(width))?;
        }
        if let Some(dashes) = stroke.dashes {
            write!(f, r#" stroke-dasharray="{dashes}""#)?;
        }
        match shape {
            Shape::Specks(_) => f.write_str(r#" stroke-linecap="round""#),
            Shape::Group(marks) if marks.iter().any(|mark| matches!(mark.shape, Shape::Specks(_))) => {
                f.write_str(r#" stroke-linecap="round""#)
            }
            Shape::Curve(_) if stroke.dashes.is_none() => f.write_str(r#" stroke-linejoin="round""#),
            _ => Ok(()),
        }
    }

    fn text(&self, f: &mut Formatter<'_>, words: &Words) -> fmt::Result {
        let (x, y, size) = (Tenths(words.at.x), Tenths(words.at.y), words.size.px());
        write!(f, r#"<text x="{x}" y="{y}" font-size="{size}""#)?;
        if words.bold {
            f.write_str(r#" font-weight="bold""#)?;
        }
        if words.text.len() >= FITTED {
            let width = Tenths(words.extent().x);
            write!(f, r#" textLength="{width}" lengthAdjust="spacingAndGlyphs""#)?;
        }
        match words.anchor {
            Anchor::Start => {}
            Anchor::Middle => f.write_str(r#" text-anchor="middle""#)?,
            Anchor::End => f.write_str(r#" text-anchor="end""#)?,
        }
        write!(f, r#" fill="{}""#, Tint(self.medium, words.role))?;
        if let Some(role) = words.halo {
            let tint = Tint(self.medium, role);
            write!(f, r#" stroke="{tint}" stroke-width="3" stroke-linejoin="round" paint-order="stroke""#)?;
        }
        write!(f, ">{}</text>", Escaped(&words.text))
    }
}

/// Words of so many bytes keep the width that was measured, whichever font is found for them where they are shown.
const FITTED: usize = 10;

/// How wide the rim of a square is that rounds it.
const RIM: f32 = 4.0;

/// The commands of a shape that is drawn as a path.
struct Path<'a>(&'a Shape);

impl Display for Path<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Shape::Diamond { at, radius } => {
                let (x, y, r, back) = (Tenths(at.x), Tenths(at.y - radius), Tenths(*radius), Tenths(-radius));
                write!(f, "M{x},{y}l{r},{r}l{back},{r}l{back},{back}z")
            }
            Shape::Part(Rect { left, top, right, bottom }) => {
                let (x, x2, y, y2) = (Tenths(*left), Tenths(*right), Tenths(*top), Tenths(*bottom));
                write!(f, "M{x},{y}H{x2}V{y2}H{x}z")
            }
            Shape::Curve(points) => relative(f, points, 'l', ""),
            Shape::Specks(points) => relative(f, points, 'm', "h0"),
            Shape::Polygon(points) => {
                for (index, Px { x, y }) in points.iter().enumerate() {
                    let command = if index == 0 { 'M' } else { 'L' };
                    write!(f, "{command}{},{}", Tenths(*x), Tenths(*y))?;
                }
                f.write_str("z")
            }
            Shape::Lines(lines) => lines.iter().try_for_each(|(from, to)| {
                write!(f, "M{},{}L{},{}", Tenths(from.x), Tenths(from.y), Tenths(to.x), Tenths(to.y))
            }),
            Shape::Squares { corners, side } => {
                let (inner, back) = (Tenths(side - RIM), Tenths(RIM - side));
                corners.iter().try_for_each(|corner| {
                    let (x, y) = (Tenths(corner.x + RIM / 2.0), Tenths(corner.y + RIM / 2.0));
                    write!(f, "M{x},{y}h{inner}v{inner}h{back}z")
                })
            }
            Shape::Circle { .. } | Shape::Rect { .. } | Shape::Text(_) | Shape::Group(_) => Ok(()),
        }
    }
}

/// From point to point, each said by how far it lies from the one before, which is shorter than its place.
fn relative(f: &mut Formatter<'_>, points: &[Px], verb: char, after: &str) -> fmt::Result {
    let mut last = None;
    for point in points {
        let (x, y) = (units(point.x), units(point.y));
        let ((from_x, from_y), verb) = last.map_or(((0, 0), 'M'), |last| (last, verb));
        let step = Px::from((x - from_x, y - from_y));
        write!(f, "{verb}{},{}{after}", Tenths(step.x), Tenths(step.y))?;
        last = Some((x, y));
    }
    Ok(())
}
