//! A week of one member's, day by day.

use super::super::paint::Paint;
use super::super::table::{Cell, Role, Table, Value, headed};
use super::super::words::group as words;
use super::{GroupView, due, heading, member_week};
use crate::answers::group::MemberDay;
use crate::model::clean;

/// The digits of a commit's id that are shown, as git does.
const SHORT: usize = 7;

/// `cpt group --member`: how the week of the only member in `view` stands, and what they did on its days.
pub fn group_member(view: &GroupView<'_>, days: &[MemberDay]) -> String {
    let lang = view.lang;
    let mut text = heading(view);
    let Some(row) = view.standing.members.first() else { return text };
    let name = clean(&view.group.members[row.member].name);
    let owed = due(row.fine.as_ref()).map(|owed| clean(&owed).into_owned());
    let said = words::member_week(lang, &member_week(row, owed.as_deref()));
    text.push_str(&format!("{}: {said}\n", Paint::Strong.on(name)));
    if days.is_empty() {
        text.push_str(&format!("\n{}\n", words::nothing_solved(lang)));
    }
    for day in days {
        let commits: Vec<String> =
            day.commits.iter().map(|commit| commit.to_string()[..SHORT].to_owned()).collect();
        let heading = Paint::Strong.on(lang.weekday_and_day(day.date));
        text.push_str(&format!("\n{heading}  {}\n", Paint::Faint.on(commits.join(" "))));
        let rows = day.problems.iter().map(|one| {
            let what = match (&one.problem, &one.file) {
                (Some(problem), _) => Cell::from(problem),
                (None, file) => Cell::text(file.clone().unwrap_or_default()),
            };
            let remark = words::remark(lang, one.bulk, one.new);
            let link = one.problem.as_ref().and_then(crate::model::ProblemId::link);
            let link = link.map_or(Value::Nothing, Value::from);
            vec![what, Cell::words(remark).in_paint(Paint::Faint), Cell::from(link).in_paint(Paint::Faint)]
        });
        let table = Table::new([("", Role::Text), ("", Role::Text), ("", Role::Text)]).with(rows);
        if !table.is_empty() {
            text.push_str(&super::super::table::bare(&table));
        }
    }
    if !row.assigned.missing.is_empty() {
        let missing = row.assigned.missing.iter().map(|problem| {
            let link = problem.link().map_or(Value::Nothing, Value::from);
            vec![Cell::from(problem), Cell::from(link).in_paint(Paint::Faint)]
        });
        let table = Table::new([(words::missing(lang), Role::Title), ("".into(), Role::Text)]).with(missing);
        text.push('\n');
        text.push_str(&headed(&table));
    }
    text
}
