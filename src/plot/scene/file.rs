//! A scene as a file in a theme's colours.

use super::markup::Escaped;
use super::write::{Drawn, Medium};
use super::{Px, Scene, Shape};
use crate::plot::font;
use crate::plot::theme::Theme;

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
    pub(in crate::plot) fn needs_system_fonts(&self) -> bool {
        self.foreign
    }
}

impl Scene {
    /// The document in a theme's colours.
    pub fn svg(&self, theme: Theme) -> Svg {
        let Self { size: Px { x: width, y: height }, title, description, corner, marks, .. } = self;
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{}\" \
             style=\"font-variant-numeric:tabular-nums\">\n<title>{}</title>\n<desc>{}</desc>\n{}</svg>\n",
            font::FAMILIES,
            Escaped(title),
            Escaped(description),
            Drawn { marks, corner: *corner, medium: Medium::File(theme) },
        );
        let is_foreign = |shape: &Shape| matches!(shape, Shape::Text(words) if !font::covers(&words.text));
        let foreign = self.each().any(|mark| is_foreign(&mark.shape));
        Svg { text, title: title.clone(), foreign }
    }
}
