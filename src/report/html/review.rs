//! A year to look back on, as a page.

use askama::Template;

use super::super::document::{Block, Part};
use super::super::review::blocks;
use super::super::table::HtmlTable;
use super::super::words::review::title;
use super::frame::Frame;
use super::{Chart, PageChart, short};
use crate::answers::review::{Ahead, Review};
use crate::lang::Lang;

#[derive(Template)]
#[template(path = "review.html")]
struct Html<'a> {
    frame: Frame<'a>,
    blocks: Vec<Block>,
    charts: Vec<Chart<'a>>,
}

impl<'a> Html<'a> {
    /// The chart that a block stands for.
    fn chart(&self, block: &Block) -> Option<&Chart<'a>> {
        match block {
            Block::Picture(nth) => self.charts.get(*nth),
            _ => None,
        }
    }
}

/// The page of a year, with its charts in it, whose colours are `colours`, a rule for the style sheet.
///
/// # Errors
///
/// As [`super::page`].
pub fn review_page(
    review: &Review,
    ahead: &Ahead,
    charts: &[PageChart],
    colours: &str,
    lang: Lang,
) -> Result<String, askama::Error> {
    let html = Html {
        frame: Frame::new(title(lang, review.year), lang, colours, None),
        blocks: blocks(review, ahead, charts.len(), lang),
        charts: charts.iter().map(Chart::of).collect(),
    };
    html.render()
}
