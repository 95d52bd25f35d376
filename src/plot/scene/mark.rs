//! What a scene is made of.

use jiff::civil::Date;

use super::super::font;
use super::super::theme::Role;
use super::{Px, Rect};

/// Something that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its form and place.
    pub shape: Shape,
    /// The colour of its inside.
    pub fill: Option<Role>,
    /// How much of what lies behind its inside, or behind a line without one, it hides, 0 to 1; `None` is all.
    pub opacity: Option<f32>,
    /// Its line.
    pub stroke: Option<Stroke>,
    /// What it tells whoever points at it.
    pub tooltip: Option<String>,
    /// The day that it stands for.
    pub day: Option<Date>,
}

/// Forms, in pixels from the scene's upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A circle.
    Circle {
        /// Its centre.
        at: Px,
        /// Its radius.
        radius: f32,
    },
    /// A square on its corner.
    Diamond {
        /// Its centre.
        at: Px,
        /// From its centre to its corners.
        radius: f32,
    },
    /// An upright rectangle.
    Rect {
        /// Its sides.
        rect: Rect,
        /// The radius of its corners.
        rounded: f32,
    },
    /// A part of a bar, which a group holds.
    Part(Rect),
    /// A line through points.
    Curve(Vec<Px>),
    /// A closed line through points.
    Polygon(Vec<Px>),
    /// Straight lines.
    Lines(Vec<(Px, Px)>),
    /// Round dots as wide as the stroke.
    Specks(Vec<Px>),
    /// Rounded squares.
    Squares {
        /// Their upper left corners.
        corners: Vec<Px>,
        /// Their side.
        side: f32,
    },
    /// A line of text.
    Text(Words),
    /// Marks that share fill, stroke or tooltip.
    Group(Vec<Mark>),
}

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub role: Role,
    /// Its width in pixels; `None` is one.
    pub width: Option<f32>,
    /// The lengths of its strokes and gaps; `None` is a whole line.
    pub dashes: Option<&'static str>,
}

impl Mark {
    pub(in crate::plot) fn new(shape: Shape) -> Self {
        Self { shape, fill: None, opacity: None, stroke: None, tooltip: None, day: None }
    }

    pub(in crate::plot) fn circle(at: Px, radius: f32) -> Self {
        Self::new(Shape::Circle { at, radius })
    }

    pub(in crate::plot) fn line(from: Px, to: Px) -> Self {
        Self::new(Shape::Lines(vec![(from, to)]))
    }

    pub(in crate::plot) fn curve(points: &[Px]) -> Self {
        Self::new(Shape::Curve(points.to_vec()))
    }

    pub(in crate::plot) fn rect(rect: Rect, rounded: f32) -> Self {
        Self::new(Shape::Rect { rect, rounded })
    }

    /// A bar of parts, each with its colour.
    pub(in crate::plot) fn bar(parts: impl IntoIterator<Item = (Rect, Role)>) -> Self {
        let part = |(rect, role)| Self::new(Shape::Part(rect)).filled(role);
        Self::group(parts.into_iter().map(part))
    }

    pub(in crate::plot) fn group(marks: impl IntoIterator<Item = Self>) -> Self {
        Self::new(Shape::Group(marks.into_iter().collect()))
    }

    pub(in crate::plot) fn filled(self, role: Role) -> Self {
        Self { fill: Some(role), ..self }
    }

    pub(in crate::plot) fn opaque(self, share: f32) -> Self {
        Self { opacity: Some(share), ..self }
    }

    /// With a line of `width` pixels.
    pub(in crate::plot) fn stroked(self, role: Role, width: f32) -> Self {
        Self { stroke: Some(Stroke { role, width: Some(width), dashes: None }), ..self }
    }

    /// With a line of one pixel.
    pub(in crate::plot) fn rimmed(self, role: Role) -> Self {
        Self { stroke: Some(Stroke { role, width: None, dashes: None }), ..self }
    }

    /// The same with its line broken where `dashes` says the lengths of strokes and gaps.
    pub(in crate::plot) fn dashed(self, dashes: impl Into<Option<&'static str>>) -> Self {
        let dashes = dashes.into();
        Self { stroke: self.stroke.map(|stroke| Stroke { dashes, ..stroke }), ..self }
    }

    /// With a tooltip, unless it is empty.
    pub(in crate::plot) fn tells(self, tooltip: impl Into<String>) -> Self {
        let tooltip = tooltip.into();
        Self { tooltip: (!tooltip.is_empty()).then_some(tooltip), ..self }
    }

    pub(in crate::plot) fn of_day(self, day: Date) -> Self {
        Self { day: Some(day), ..self }
    }

    /// It and all that it holds, back to front.
    pub fn each(&self) -> Box<dyn Iterator<Item = &Self> + '_> {
        let held = match &self.shape {
            Shape::Group(marks) => marks.as_slice(),
            _ => &[],
        };
        Box::new(std::iter::once(self).chain(held.iter().flat_map(Self::each)))
    }

    /// The colours that it takes itself.
    pub fn roles(&self) -> impl Iterator<Item = Role> + use<> {
        let (text, halo) = match &self.shape {
            Shape::Text(words) => (Some(words.role), words.halo),
            _ => (None, None),
        };
        [self.fill, self.stroke.map(|stroke| stroke.role), text, halo].into_iter().flatten()
    }
}

/// The sizes of type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// A number on a poster.
    Poster,
    /// A chart's answer.
    Title,
    /// What stands below it, and values.
    Body,
    /// Labels.
    Small,
}

impl Size {
    /// Pixels an em.
    pub fn px(self) -> f32 {
        match self {
            Self::Poster => 40.0,
            Self::Title => 24.0,
            Self::Body => 15.0,
            Self::Small => 13.0,
        }
    }
}

/// Which part of a line of text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// What it says.
    pub text: String,
    /// The size of its letters.
    pub size: Size,
    /// Whether they are bold.
    pub bold: bool,
    /// Their colour.
    pub role: Role,
    /// What of it stands at `at`.
    pub anchor: Anchor,
    /// On the base line.
    pub at: Px,
    /// The colour that keeps lines behind the letters away from them.
    pub halo: Option<Role>,
}

impl Words {
    /// Plain words that start at `at`.
    pub(in crate::plot) fn new(text: impl Into<String>, size: Size, role: Role, at: Px) -> Self {
        Self { text: text.into(), size, bold: false, role, anchor: Anchor::Start, at, halo: None }
    }

    pub(in crate::plot) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(in crate::plot) fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub(in crate::plot) fn halo(self, role: Role) -> Self {
        Self { halo: Some(role), ..self }
    }

    /// Width and height of its box.
    pub(in crate::plot) fn extent(&self) -> Px {
        let em = self.size.px();
        Px::new(font::width(&self.text, em, self.bold), (font::ASCENT + font::DESCENT) * em)
    }

    /// Its box, as the embedded font measures it.
    pub fn bounds(&self) -> Rect {
        let Px { x: width, y: height } = self.extent();
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        };
        let top = self.at.y - font::ASCENT * self.size.px();
        Rect { left, top, right: left + width, bottom: top + height }
    }

    /// The same words with their box's upper left corner at `corner`.
    pub(in crate::plot) fn in_box_at(self, corner: Px) -> Self {
        let at = Px::new(corner.x, corner.y + font::ASCENT * self.size.px());
        Self { at, anchor: Anchor::Start, ..self }
    }
}
