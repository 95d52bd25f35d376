//! A week of one member's, day by day.

use super::super::paint::Paint;
use super::super::table::{Cell, Role, Table, Value, headed};
use super::{GroupView, amount, heading};
use crate::answers::group::MemberDay;
use crate::model::{clean, count};

/// The digits of a commit's id that are shown, as git does.
const SHORT: usize = 7;

/// `cpt group --member`: how the week of the only member in `view` stands, and what they did on its days.
pub fn group_member(view: &GroupView<'_>, days: &[MemberDay]) -> String {
    let mut text = heading(view.group, &view.standing.week, view.zone, view.today);
    let Some(row) = view.standing.members.first() else { return text };
    let name = clean(&view.group.members[row.member].name);
    let goal = match row.goal {
        0 if row.excused => "excused".to_owned(),
        0 => format!("{} solved, nothing asked", row.solved),
        goal => format!("{} of {goal} solved", row.solved),
    };
    let mut said = vec![goal];
    if row.late > 0 {
        said.push(format!("{} after its end", row.late));
    }
    if row.assigned.total > 0 {
        said.push(format!("{} of {} assigned", row.assigned.solved, row.assigned.total));
    }
    if row.streak_weeks > 0 {
        said.push(format!("streak {}", count(row.streak_weeks, "week")));
    }
    if row.excused_days > 0 && !row.excused {
        said.push(format!("excused on {}", count(row.excused_days, "day")));
    }
    said.extend(
        row.fine.iter().filter(|owed| owed.amount > 0).map(|owed| format!("fine {}", clean(&amount(owed)))),
    );
    text.push_str(&format!("{}: {}\n", Paint::Strong.on(name), said.join(", ")));
    if days.is_empty() {
        text.push_str("\nNothing solved on any of its days.\n");
    }
    for day in days {
        let commits: Vec<String> =
            day.commits.iter().map(|commit| commit.to_string()[..SHORT].to_owned()).collect();
        let heading = Paint::Strong.on(day.date.strftime("%A, %-d %B"));
        text.push_str(&format!("\n{heading}  {}\n", Paint::Faint.on(commits.join(" "))));
        let rows = day.problems.iter().map(|one| {
            let what = match (&one.problem, &one.file) {
                (Some(problem), _) => Cell::from(problem),
                (None, file) => Cell::text(file.clone().unwrap_or_default()),
            };
            let remark = match (one.bulk, one.new) {
                (true, _) => "import",
                (false, true) => "",
                (false, false) => "again",
            };
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
        let table = Table::new([("Missing", Role::Title), ("", Role::Text)]).with(missing);
        text.push('\n');
        text.push_str(&headed(&table));
    }
    text
}
