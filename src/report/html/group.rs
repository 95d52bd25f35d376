//! The study group on the page.

use super::super::group::{ratings, span, table, totals};
use super::Material;
use super::section::Section;
use crate::model::{clean, count};

/// This week of each member, their ratings, and what the settled weeks come to.
pub(super) fn sections<'a>(material: &'a Material<'_>) -> Vec<Section<'a>> {
    let Some((view, ledger)) = &material.group else { return Vec::new() };
    let whole = |name: &str| clean(name).into_owned();
    let week = &view.standing.week;
    let week = Section {
        id: "group",
        title: "Study group",
        note: format!("{}, {}", clean(&view.group.name), span(week, view.zone, view.today)),
        table: table(view, &whole),
    };
    let ratings = ratings(view, &whole);
    let ratings = Section {
        id: "group-ratings",
        title: "Ratings of the group",
        note: count(ratings.len(), "member"),
        table: ratings,
    };
    let totals = Section {
        id: "group-ledger",
        title: "Ledger of the group",
        note: String::new(),
        table: totals(ledger, &whole),
    };
    let mut sections = vec![week, ratings, totals];
    sections.retain(|section| section.id == "group" || !section.table.is_empty());
    sections
}
