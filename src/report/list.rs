//! Lists of problems, and how far one is with them.

use super::grade;
use super::paint::Paint;
use super::table::{Cell, Role, Table, Value, bare, headed};
use crate::answers::{ListCounts, ListProgress, ListedProblem, Progress};
use crate::model::{ListSource, clean};

/// How far one is: a row a list, and below those of files a row a heading.
pub(super) fn progress<'a>(lists: &'a [ListProgress<'_>]) -> Table<'a> {
    let columns = [
        ("List", Role::Text),
        ("Solved", Role::Number),
        ("Of", Role::Number),
        ("Share", Role::Number),
        ("Title", Role::Text),
    ];
    let mut rows = Vec::new();
    for list in lists {
        let name = Cell::text(list.name.as_str()).in_paint(Paint::Strong);
        rows.push(row(name, list.counts(), list.title.as_deref()));
        let is_file = matches!(list.source, ListSource::File(_));
        for section in list.sections.iter().filter(|_| is_file) {
            let heading = section.heading.as_ref();
            rows.extend(
                heading.map(|heading| row(Cell::text(format!("  {heading}")), section.counts(), None)),
            );
        }
    }
    Table::new(columns).with(rows)
}

/// `cpt list`: the progress in each; `untouched` are the names of others.
pub fn lists(lists: &[ListProgress<'_>], untouched: &[&str]) -> String {
    let table = progress(lists);
    let mut text = if table.is_empty() {
        "No list yet. Add one under [[lists]] in cpt.toml, or begin one of AtCoder's.\n".to_owned()
    } else {
        headed(&table)
    };
    if !untouched.is_empty() {
        let names = format!("Not begun: {} (--all shows them)", untouched.join(", "));
        text.push_str(&format!("{}\n", Paint::Faint.on(names)));
    }
    text
}

fn row<'a>(name: Cell<'a>, counts: ListCounts, title: Option<&'a str>) -> Vec<Cell<'a>> {
    let share = (counts.total > 0).then(|| Value::Share(counts.solved() as f64 / counts.total as f64));
    let number = |number: usize| Cell::from(Value::Whole(number as i64));
    vec![
        name,
        number(counts.solved()),
        number(counts.total),
        share.into(),
        Cell::text(title.unwrap_or_default()),
    ]
}

/// `cpt list NAME`: a line a problem, below their headings; with `unsolved` alone those that aren't solved.
pub fn list(list: &ListProgress<'_>, unsolved: bool) -> String {
    let title = list.title.as_ref().unwrap_or(&list.name);
    let mut text = format!("{}: {}\n", Paint::Strong.on(clean(title)), counts(list.counts()));
    for section in &list.sections {
        let shown = section.problems.iter().filter(|one| !(unsolved && is_solved(one.progress)));
        let table = Table::new([("", Role::Text); 5]).with(shown.map(cells));
        if table.is_empty() {
            continue;
        }
        text.push('\n');
        if let Some(heading) = &section.heading {
            let ListCounts { total, .. } = section.counts();
            let solved = Paint::Faint.on(format_args!("{} of {total}", section.counts().solved()));
            text.push_str(&format!("{}  {solved}\n", Paint::Strong.on(clean(heading))));
        }
        text.push_str(&bare(&table));
    }
    text
}

/// `cpt list NAME --group`: a line for each member.
pub fn list_of_members(members: &[(String, ListProgress<'_>)]) -> String {
    let Some((_, list)) = members.first() else { return "The group has no members yet.\n".to_owned() };
    let title = list.title.as_ref().unwrap_or(&list.name);
    let columns =
        [("Member", Role::Text), ("Solved", Role::Number), ("Of", Role::Number), ("Share", Role::Number)];
    let rows = members.iter().map(|(name, list)| {
        let mut cells = row(Cell::text(name.as_str()), list.counts(), None);
        cells.truncate(columns.len());
        cells
    });
    format!("{}\n{}", Paint::Strong.on(clean(title)), headed(&Table::new(columns).with(rows)))
}

/// "12 of 26 solved (10 committed), 2 attempted".
pub(super) fn counts(counts: ListCounts) -> String {
    let mut text = format!("{} of {} solved", counts.solved(), counts.total);
    if counts.accepted > 0 {
        text.push_str(&format!(" ({} committed)", counts.committed));
    }
    if counts.tried > 0 {
        text.push_str(&format!(", {} attempted", counts.tried));
    }
    text
}

fn is_solved(progress: Progress) -> bool {
    matches!(progress, Progress::Accepted | Progress::Committed)
}

fn cells<'a>(one: &'a ListedProblem<'_>) -> Vec<Cell<'a>> {
    let (mark, paint) = match one.progress {
        Progress::Open => ("\u{b7}", Paint::Faint),
        Progress::Tried => ("\u{2026}", Paint::Warn),
        Progress::Accepted | Progress::Committed => ("\u{2713}", Paint::Good),
    };
    vec![
        Cell::words(mark).in_paint(paint),
        Cell::from(&*one.problem.id),
        Cell::text(one.problem.name().unwrap_or_default()),
        difficulty(one),
        Cell::words(state(one.progress)).in_paint(paint),
    ]
}

/// What became of a problem.
pub(super) fn state(progress: Progress) -> &'static str {
    match progress {
        Progress::Open => "",
        Progress::Tried => "attempted",
        Progress::Accepted => "accepted",
        Progress::Committed => "committed",
    }
}

/// How hard it is, in its colour: a rating, or its judge's own level.
pub(super) fn difficulty<'a>(one: &ListedProblem<'_>) -> Cell<'a> {
    let rating = one.problem.difficulty().zip(one.problem.colour());
    let level = || one.problem.entry?.problem.difficulty_level().map(grade::of_level);
    let rating = rating.map(|(difficulty, colour)| Value::Rating(difficulty, colour).into());
    rating.or_else(level).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::{Catalogue, SectionProgress};
    use crate::model::ProblemId;

    #[test]
    fn a_list_shows_each_problem_s_state_below_its_heading_and_cleans_what_it_quotes() {
        let catalogue = Catalogue::default();
        let problem = |id: ProblemId, title: &str, progress| ListedProblem {
            problem: catalogue.named(&id, Some(title.to_owned())),
            progress,
        };
        let section = |heading: Option<&str>, problems| SectionProgress {
            heading: heading.map(str::to_owned),
            problems,
        };
        let one = ListProgress {
            name: "dp".to_owned(),
            title: Some("DP \u{1b}[2J".to_owned()),
            source: ListSource::File("dp.md".into()),
            sections: vec![
                section(None, vec![problem(ProblemId::atcoder("dp_a"), "Frog", Progress::Committed)]),
                section(
                    Some("동적 계획법"),
                    vec![
                        problem(ProblemId::other("boj", "1000"), "A+B", Progress::Accepted),
                        problem(ProblemId::codeforces(4, "A"), "Watermelon", Progress::Tried),
                        problem(ProblemId::codeforces(4, "B"), "Before an Exam", Progress::Open),
                    ],
                ),
            ],
        };
        let plain = |text: String| anstream::adapter::strip_str(&text).to_string();
        insta::assert_snapshot!("one_list", plain(list(&one, false)));
        assert!(!list(&one, true).contains("dp_a") && list(&one, true).contains("1 of 3"));
        insta::assert_snapshot!("several_lists", plain(lists(&[one], &["edpc", "abs"])));
        insta::assert_snapshot!("no_list", plain(lists(&[], &[])));
    }
}
