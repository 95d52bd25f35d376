//! A scene as a file in a theme's colours.

use std::collections::BTreeSet;

use super::markup::Escaped;
use super::write::{Drawn, Medium};
use super::{Px, Scene, Shape};
use crate::lang::Lang;
use crate::plot::font;
use crate::plot::theme::Theme;

/// A chart as an SVG document.
///
/// It stands alone: no script, no style sheet, nothing fetched; `<title>` and `<desc>` say what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Svg {
    text: String,
    title: String,
    foreign: BTreeSet<char>,
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

    /// The characters of visible words that the embedded fonts lack.
    pub(in crate::plot) fn foreign(&self) -> &BTreeSet<char> {
        &self.foreign
    }
}

impl Scene {
    /// The document in a theme's colours.
    pub fn svg(&self, theme: Theme) -> Svg {
        let Self { size: Px { x: width, y: height }, title, description, corner, marks, lang, .. } = self;
        let said_in = match lang {
            Lang::English => String::new(),
            other => format!(" xml:lang=\"{}\"", other.code()),
        };
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\"{said_in} font-family=\"{}\" \
             style=\"font-variant-numeric:tabular-nums\">\n<title>{}</title>\n<desc>{}</desc>\n{}</svg>\n",
            font::families(*lang),
            Escaped(title),
            Escaped(description),
            Drawn { marks, corner: *corner, medium: Medium::File(theme) },
        );
        let words = self.each().filter_map(|mark| match &mark.shape {
            Shape::Text(words) => Some(words.text.as_str()),
            _ => None,
        });
        let foreign = words.flat_map(font::lacks).collect();
        Svg { text, title: title.clone(), foreign }
    }
}
