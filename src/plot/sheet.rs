//! The sheet that a chart is drawn on.

use plotters::chart::ChartBuilder;
use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};

use super::PlotError;
use super::font;
use super::pen::{NoRole, Pen};
use super::scene::{Mark, Pinned, Px, Rect, Scene, Shape, Size, Words, units};
use super::theme::Role;
use crate::lang::Lang;

/// Between the sheet's edge and its words, in pixels.
pub(super) const MARGIN: f32 = 24.0;

/// The base lines of title and subtitle.
const TITLE_BASE: f32 = 42.0;
const CONTEXT_BASE: f32 = 69.0;

/// How far down title and context reach.
const HEAD: f32 = 76.0;

/// A scene in the making.
pub(super) struct Sheet {
    lang: Lang,
    chart: &'static str,
    size: Px,
    context: String,
    head: f32,
    pinned: Vec<Pinned>,
    corner: f32,
    marks: Vec<Mark>,
}

impl Sheet {
    /// An empty sheet for words in `lang`; `chart` names it in errors.
    pub(super) fn new(chart: &'static str, size: Px, lang: Lang) -> Self {
        Self {
            lang,
            chart,
            size,
            context: String::new(),
            head: 0.0,
            pinned: Vec::new(),
            corner: 0.0,
            marks: Vec::new(),
        }
    }

    /// With round corners.
    pub(super) fn rounded(self, corner: f32) -> Self {
        Self { corner, ..self }
    }

    /// Draws a part from the left edge on that a page keeps in sight; `draw` returns where it is.
    pub(super) fn pin(&mut self, draw: impl FnOnce(&mut Self) -> Rect) {
        let first = self.marks.len();
        let ground = draw(self);
        self.pinned.push(Pinned { ground, marks: first..self.marks.len() });
    }

    /// Width and height in pixels.
    pub(super) fn size(&self) -> Px {
        self.size
    }

    /// Lets plotters draw, with coordinates that lie in `plot`.
    pub(super) fn plot<'s, T>(
        &'s mut self,
        plot: &Rect,
        draw: impl FnOnce(&mut ChartBuilder<'_, '_, Pen<'s>>) -> Result<T, DrawingAreaErrorKind<NoRole>>,
    ) -> Result<T, PlotError> {
        let (chart, size) = (self.chart, self.size);
        let area = Pen::new(&mut self.marks, size).into_drawing_area();
        let mut builder = ChartBuilder::on(&area);
        builder
            .margin_left(units(plot.left))
            .margin_top(units(plot.top))
            .margin_right(units(size.x - plot.right))
            .margin_bottom(units(size.y - plot.bottom));
        draw(&mut builder).map_err(|error| PlotError::Draw { chart, reason: error.to_string() })
    }

    /// Draws by hand, without a chart's coordinates.
    pub(super) fn draw(&mut self, marks: impl IntoIterator<Item = Mark>) {
        self.marks.extend(marks);
    }

    /// Sets a line of text.
    pub(super) fn set(&mut self, words: Words) {
        self.marks.push(Mark::new(Shape::Text(words)));
    }

    /// Sets the title and, below it, its context, of whose parts (between " · ") the last are left out where they
    /// don't fit.
    pub(super) fn head(&mut self, title: &str, context: &str) {
        context.clone_into(&mut self.context);
        self.head = HEAD;
        let room = self.size.x - 2.0 * MARGIN;
        let title = font::fit(title, Size::Title.px(), true, room);
        self.set(Words::new(title, Size::Title, Role::Ink, Px::new(MARGIN, TITLE_BASE)).bold());
        let mut context = context;
        while font::width(context, Size::Body.px(), false) > room
            && let Some((shorter, _)) = context.rsplit_once(" · ")
        {
            context = shorter;
        }
        let context = font::fit(context, Size::Body.px(), false, room);
        self.set(Words::new(context, Size::Body, Role::Muted, Px::new(MARGIN, CONTEXT_BASE)));
    }

    /// The scene. `title` and `description` are what a screen reader says.
    pub(super) fn finish(self, title: impl Into<String>, description: impl Into<String>) -> Scene {
        let (title, description) = (title.into(), description.into());
        let Self { lang, size, context, head, pinned, corner, marks, .. } = self;
        Scene { lang, size, title, description, context, head, pinned, corner, marks }
    }
}
