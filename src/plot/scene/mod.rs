//! A chart as data: its marks, each with its place, the roles of its colours, what it tells and the day that it is of.
//!
//! Everything that shows a chart is made from its scene: a file in a theme ([`Scene::svg`]), a part of a page
//! ([`Scene::part`]), and characters on a terminal ([`Scene::characters`]).

mod file;
mod geometry;
mod mark;
mod markup;
mod page;
mod terminal;
mod write;

use std::collections::BTreeSet;
use std::ops::Range;

pub use self::file::Svg;
pub use self::geometry::{Px, Rect};
pub(super) use self::geometry::{UNITS, units};
pub use self::mark::{Anchor, Mark, Shape, Size, Stroke, Words};
pub use self::page::style;
pub(super) use self::terminal::CELL;
pub use self::terminal::Run;
use super::theme::Role;
use crate::lang::Lang;

/// A finished chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// The language of its words.
    pub lang: Lang,
    /// Width and height in pixels.
    pub size: Px,
    /// The chart's answer in a few words.
    pub title: String,
    /// What a screen reader says after the title.
    pub description: String,
    /// What is written below the title.
    pub context: String,
    /// How far down title and context reach, in pixels.
    pub head: f32,
    /// What a page keeps in sight where the rest is scrolled.
    pub pinned: Vec<Pinned>,
    /// The radius of the corners of the surface, outside of which there is nothing.
    pub corner: f32,
    /// What is drawn on the surface, back to front.
    pub marks: Vec<Mark>,
}

/// A part of a chart from its left edge on, such as the names of its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Pinned {
    /// Where it is.
    pub ground: Rect,
    /// Which of the chart's marks it is, by their places.
    pub marks: Range<usize>,
}

impl Scene {
    /// All marks, those in groups too, back to front.
    pub fn each(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().flat_map(Mark::each)
    }

    /// The colours that it takes.
    pub fn roles(&self) -> BTreeSet<Role> {
        self.each().flat_map(Mark::roles).chain([Role::Surface]).collect()
    }

    /// What its marks tell, back to front, each once where neighbours tell the same.
    pub fn values(&self) -> Vec<String> {
        let mut values: Vec<String> = self.each().filter_map(|mark| mark.tooltip.clone()).collect();
        values.dedup();
        values
    }
}
