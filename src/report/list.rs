//! Lists of problems, and how far one is with them.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr as _;

use super::grade;
use super::paint::Paint;
use super::table::{Cell, Column, Role, Table, Value, bare, headed};
use super::words::list as words;
use crate::answers::{ListCounts, ListOfMembers, ListProgress, ListedProblem, Progress};
use crate::lang::Lang;
use crate::model::{ListSource, clean};

/// How far one is: a row a list, and below those of files a row a heading.
pub(super) fn progress<'a>(lists: &'a [ListProgress<'_>], lang: Lang) -> Table<'a> {
    let [list, solved, total, share, title] = words::columns(lang);
    let columns = [
        (list, Role::Text),
        (solved, Role::Number),
        (total, Role::Number),
        (share, Role::Share),
        (title, Role::Text),
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
    Table::new(columns).said_in(lang).with(rows)
}

/// `cpt list`: the progress in each; `untouched` are the names of others.
pub fn lists(lists: &[ListProgress<'_>], untouched: &[&str], lang: Lang) -> String {
    let table = progress(lists, lang);
    let mut text = if table.is_empty() { format!("{}\n", words::none(lang)) } else { headed(&table) };
    if !untouched.is_empty() {
        let names = words::not_started(lang, untouched);
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
pub fn list(list: &ListProgress<'_>, unsolved: bool, lang: Lang) -> String {
    let title = list.title.as_ref().unwrap_or(&list.name);
    let mut text = format!("{}: {}\n", Paint::Strong.on(clean(title)), words::counts(lang, &list.counts()));
    for section in &list.sections {
        let shown = section.problems.iter().filter(|one| !(unsolved && is_solved(one.progress)));
        let table = Table::new([("", Role::Text); 5]).said_in(lang).with(shown.map(|one| cells(one, lang)));
        if table.is_empty() {
            continue;
        }
        text.push('\n');
        if let Some(heading) = &section.heading {
            let counts = section.counts();
            let solved = Paint::Faint.on(words::solved_of(lang, counts.solved(), counts.total));
            text.push_str(&format!("{}  {solved}\n", Paint::Strong.on(clean(heading))));
        }
        text.push_str(&bare(&table));
    }
    text
}

/// `cpt list NAME --group`: a line for each member.
pub fn list_of_members(list: &ListOfMembers<'_>, lang: Lang) -> String {
    if list.members.is_empty() {
        return format!("{}\n", words::no_members(lang));
    }
    let title = list.own.title.as_ref().unwrap_or(&list.own.name);
    let [member, solved, total, share] = words::member_columns(lang);
    let rows = list.members.iter().map(|(name, counts)| member_row(name.as_str(), *counts));
    let table = of_counts(member, [solved, total, share], lang).with(rows);
    format!("{}\n{}", Paint::Strong.on(clean(title)), headed(&table))
}

/// `cpt list --group`: a line for each list with a column for each member, or a line for each member below each list where
/// the columns are more than `columns` characters wide.
pub fn lists_of_members(lists: &[ListOfMembers<'_>], columns: usize, lang: Lang) -> String {
    let Some(first) = lists.first() else { return format!("{}\n", words::none(lang)) };
    if first.members.is_empty() {
        return format!("{}\n", words::no_members(lang));
    }
    let [head, solved, total, share, _] = words::columns(lang);
    let names: Vec<String> = first.members.iter().map(|(name, _)| clean(name).into_owned()).collect();
    let lists_width = lists.iter().map(|list| clean(&list.own.name).width()).max().unwrap_or(0);
    let numbers = names
        .iter()
        .map(String::as_str)
        .chain([&*total])
        .map(|name| name.width().max(DIGITS) + GAP)
        .sum::<usize>();
    if GAP + lists_width.max(head.width()) + numbers <= columns {
        return headed(&by_columns(lists, (head, total), names, lang));
    }
    let rows = lists.iter().flat_map(|list| {
        let name = Cell::text(list.own.name.as_str()).in_paint(Paint::Strong);
        let members = list.members.iter().map(|(name, counts)| member_row(format!("  {name}"), *counts));
        [vec![name, Cell::default(), Cell::default(), Cell::default()]].into_iter().chain(members)
    });
    headed(&of_counts(head, [solved, total, share], lang).with(rows))
}

/// What is between two columns.
const GAP: usize = 2;

/// What a number of problems takes at most.
const DIGITS: usize = 4;

/// A table of what `first` names, each with its counts.
fn of_counts<'a>(first: Cow<'static, str>, counts: [Cow<'static, str>; 3], lang: Lang) -> Table<'a> {
    let [solved, total, share] = counts;
    let columns = [(first, Role::Text), (solved, Role::Number), (total, Role::Number), (share, Role::Share)];
    Table::new(columns).said_in(lang)
}

fn member_row<'a>(name: impl Into<Cow<'a, str>>, counts: ListCounts) -> Vec<Cell<'a>> {
    let mut cells = row(Cell::text(name), counts, None);
    cells.pop();
    cells
}

/// A row a list, and how many problems of it each member has solved.
fn by_columns<'a>(
    lists: &'a [ListOfMembers<'_>],
    (head, total): (Cow<'static, str>, Cow<'static, str>),
    names: Vec<String>,
    lang: Lang,
) -> Table<'a> {
    let members = names.into_iter().map(|name| Column::new(name, Role::Number));
    let columns =
        [Column::new(head, Role::Text), Column::new(total, Role::Number)].into_iter().chain(members);
    let number = |number: usize| Cell::from(Value::Whole(number as i64));
    let rows = lists.iter().map(|list| {
        let name = Cell::text(list.own.name.as_str()).in_paint(Paint::Strong);
        let members = list.members.iter().map(|(_, counts)| number(counts.solved()));
        [name, number(list.own.counts().total)].into_iter().chain(members).collect()
    });
    Table { lang, columns: columns.collect(), rows: rows.collect() }
}

fn is_solved(progress: Progress) -> bool {
    matches!(progress, Progress::Accepted | Progress::Committed)
}

fn cells<'a>(one: &'a ListedProblem<'_>, lang: Lang) -> Vec<Cell<'a>> {
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
        Cell::words(words::state(lang, one.progress)).in_paint(paint),
    ]
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
        insta::assert_snapshot!("one_list", plain(list(&one, false, Lang::English)));
        assert!(
            !list(&one, true, Lang::English).contains("dp_a")
                && list(&one, true, Lang::English).contains("1 of 3")
        );
        insta::assert_snapshot!("several_lists", plain(lists(&[one], &["edpc", "abs"], Lang::English)));
        insta::assert_snapshot!("no_list", plain(lists(&[], &[], Lang::English)));
    }
}
