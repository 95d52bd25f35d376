//! The sheet that a chart is drawn on, and the finished document.

use std::fmt;

use plotters::chart::ChartBuilder;
use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};

use super::PlotError;
use super::font;
use super::geometry::{Px, Rect, units};
use super::markup::{Escaped, Tenths};
use super::pen::Pen;
use super::theme::{Palette, Rgb};

/// A chart as an SVG document.
///
/// It stands alone: no script, no style sheet, nothing fetched; `<title>` and `<desc>` say what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Svg {
    text: String,
    title: String,
    foreign: bool,
}

impl Svg {
    /// The document.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The chart's title: its answer in a few words.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Whether a visible word has characters that the embedded font lacks.
    pub(super) fn needs_system_fonts(&self) -> bool {
        self.foreign
    }
}

/// Between the picture's edge and its words, in pixels.
pub(super) const MARGIN: f32 = 24.0;

/// The base lines of title and subtitle.
const TITLE_BASE: f32 = 42.0;
const CONTEXT_BASE: f32 = 69.0;

/// The three sizes of type, in pixels an em.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    Title,
    Body,
    Small,
}

impl Size {
    pub(super) fn px(self) -> f32 {
        match self {
            Self::Title => 24.0,
            Self::Body => 15.0,
            Self::Small => 13.0,
        }
    }
}

/// Which part of a line of text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text.
#[derive(Debug, Clone)]
pub(super) struct Words {
    pub text: String,
    pub size: Size,
    pub bold: bool,
    pub colour: Rgb,
    pub anchor: Anchor,
    /// On the base line.
    pub at: Px,
    /// The colour that keeps lines behind the letters away from them.
    pub halo: Option<Rgb>,
}

impl Words {
    /// Plain words that start at `at`.
    pub(super) fn new(text: impl Into<String>, size: Size, colour: Rgb, at: Px) -> Self {
        Self { text: text.into(), size, bold: false, colour, anchor: Anchor::Start, at, halo: None }
    }

    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub(super) fn halo(self, colour: Rgb) -> Self {
        Self { halo: Some(colour), ..self }
    }

    /// Width and height of its box.
    pub(super) fn extent(&self) -> Px {
        let em = self.size.px();
        Px::new(font::width(&self.text, em, self.bold), (font::ASCENT + font::DESCENT) * em)
    }

    /// Its box.
    pub(super) fn bounds(&self) -> Rect {
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
    pub(super) fn in_box_at(self, corner: Px) -> Self {
        let at = Px::new(corner.x, corner.y + font::ASCENT * self.size.px());
        Self { at, anchor: Anchor::Start, ..self }
    }
}

/// A picture in the making.
pub(super) struct Sheet {
    chart: &'static str,
    size: Px,
    body: String,
    foreign: bool,
}

impl Sheet {
    /// An empty sheet; `chart` names it in errors.
    pub(super) fn new(chart: &'static str, size: Px, surface: Rgb) -> Self {
        let body = format!("<rect width=\"100%\" height=\"100%\" fill=\"{surface}\"/>\n");
        Self { chart, size, body, foreign: false }
    }

    /// Width and height in pixels.
    pub(super) fn size(&self) -> Px {
        self.size
    }

    /// Lets plotters draw, with coordinates that lie in `plot`.
    pub(super) fn plot<'s, T>(
        &'s mut self,
        plot: &Rect,
        draw: impl FnOnce(&mut ChartBuilder<'_, '_, Pen<'s>>) -> Result<T, DrawingAreaErrorKind<fmt::Error>>,
    ) -> Result<T, PlotError> {
        let (chart, size) = (self.chart, self.size);
        let area = Pen::new(&mut self.body, size).into_drawing_area();
        let mut builder = ChartBuilder::on(&area);
        builder
            .margin_left(units(plot.left))
            .margin_top(units(plot.top))
            .margin_right(units(size.x - plot.right))
            .margin_bottom(units(size.y - plot.bottom));
        draw(&mut builder).map_err(|error| PlotError::Draw { chart, reason: error.to_string() })
    }

    /// Draws by hand, without a chart's coordinates.
    pub(super) fn pen(&mut self, draw: impl FnOnce(&mut Pen<'_>) -> fmt::Result) -> Result<(), PlotError> {
        draw(&mut Pen::new(&mut self.body, self.size))
            .map_err(|error| PlotError::Draw { chart: self.chart, reason: error.to_string() })
    }

    /// Sets a line of text.
    pub(super) fn set(&mut self, words: &Words) {
        let (x, y, size) = (Tenths(words.at.x), Tenths(words.at.y), words.size.px());
        let weight = if words.bold { r#" font-weight="bold""# } else { "" };
        let anchor = match words.anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let halo = words.halo.map_or_else(String::new, |colour| {
            format!(r#" stroke="{colour}" stroke-width="3" stroke-linejoin="round" paint-order="stroke""#)
        });
        let (colour, text) = (words.colour, Escaped(&words.text));
        let line = format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor} fill=\"{colour}\"{halo}>{text}</text>\n"
        );
        self.body.push_str(&line);
        self.foreign |= !font::covers(&words.text);
    }

    /// Sets the title and, below it, its context, of whose parts (between " · ") the last are left out where they
    /// don't fit.
    pub(super) fn head(&mut self, title: &str, context: &str, palette: &Palette) {
        let room = self.size.x - 2.0 * MARGIN;
        let title = font::fit(title, Size::Title.px(), true, room);
        self.set(&Words::new(title, Size::Title, palette.ink, Px::new(MARGIN, TITLE_BASE)).bold());
        let mut context = context;
        while font::width(context, Size::Body.px(), false) > room
            && let Some((shorter, _)) = context.rsplit_once(" · ")
        {
            context = shorter;
        }
        let context = font::fit(context, Size::Body.px(), false, room);
        self.set(&Words::new(context, Size::Body, palette.muted, Px::new(MARGIN, CONTEXT_BASE)));
    }

    /// The document. `title` and `description` are what a screen reader says.
    pub(super) fn finish(self, title: &str, description: &str) -> Svg {
        let Px { x: width, y: height } = self.size;
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{}\" \
             style=\"font-variant-numeric:tabular-nums\">\n<title>{}</title>\n<desc>{}</desc>\n{}</svg>\n",
            font::FAMILIES,
            Escaped(title),
            Escaped(description),
            self.body,
        );
        Svg { text, title: title.to_owned(), foreign: self.foreign }
    }
}
