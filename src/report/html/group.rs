//! The study group on the page.

use super::super::group::{ratings, span, table, totals};
use super::super::words::page::PageWords;
use super::Material;
use super::section::Section;
use crate::model::clean;

/// This week of each member, their ratings, and what the settled weeks come to.
pub(super) fn sections<'a>(material: &'a Material<'_>) -> Vec<Section<'a>> {
    let Some((view, ledger)) = &material.group else { return Vec::new() };
    let words = PageWords(material.lang);
    let whole = |name: &str| clean(name).into_owned();
    let week = Section {
        id: "group",
        title: words.group(),
        note: words.group_week(&clean(&view.group.name), &span(view)),
        table: table(view, &whole),
    };
    let ratings = ratings(view, &whole);
    let ratings = Section {
        id: "group-ratings",
        title: words.group_ratings(),
        note: words.counted_members(ratings.len()),
        table: ratings,
    };
    let totals = Section {
        id: "group-ledger",
        title: words.group_ledger(),
        note: String::new(),
        table: totals(ledger, &whole, view.lang),
    };
    let mut sections = vec![week, ratings, totals];
    sections.retain(|section| section.id == "group" || !section.table.is_empty());
    sections
}
