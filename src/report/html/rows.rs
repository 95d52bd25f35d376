//! What the tables list.

use super::super::contests::{performance_words, solved};
use super::super::todo::{TodoSection, remark};
use super::super::words;
use super::table::{Cell, Kind, Table};
use super::{Material, links};
use crate::answers::{ContestTaken, Participated, Task};
use crate::model::{Judge, count, series_title};

/// Of each kind of thing to do no more are listed.
const MOST_TO_DO: usize = 50;

/// Every contest that one took part in, the newest first.
pub(super) fn contests(material: &Material<'_>) -> Table {
    let row = |one: &ContestTaken<'_>| {
        let rating = one.change.map(|(_, new)| new);
        let series = match one.track {
            Some(track) => series_title(one.judge, track),
            None => one.judge.to_string(),
        };
        let change = match (one.change, one.participated) {
            (Some((old, new)), _) => words::change(new.saturating_sub(old)),
            (None, Participated::Virtual) => "virtual".to_owned(),
            (None, _) => "unrated".to_owned(),
        };
        vec![
            Cell::date(one.at.to_zoned_datetime(material.zone.clone()).date()),
            Cell::text(&series),
            Cell::text(&one.name).link(links::contest(one.judge, &one.id)),
            Cell::maybe(one.place),
            Cell::maybe(one.performance.map(performance_words)),
            Cell::maybe(rating).tier(rating.map(|rating| one.judge.colour_of(rating))),
            Cell::number(change),
            Cell::text(&solved(one)),
        ]
    };
    let rows: Vec<Vec<Cell>> = material.contests.iter().map(row).collect();
    let note = if rows.is_empty() { "No contest yet.".to_owned() } else { count(rows.len(), "contest") };
    Table {
        id: "contests",
        title: "Contests",
        note,
        columns: Table::columns([
            ("Day", Kind::Text),
            ("Series", Kind::Choice),
            ("Contest", Kind::Text),
            ("Place", Kind::Number),
            ("Performance", Kind::Number),
            ("Rating", Kind::Number),
            ("Change", Kind::Number),
            ("Problems", Kind::Text),
        ]),
        rows,
    }
}

/// What was left, kind by kind, the nearest to one's level first.
pub(super) fn todo(material: &Material<'_>) -> Table {
    let row = |section: TodoSection, task: &Task<'_>| {
        let difficulty = task.difficulty();
        vec![
            Cell::text(section.title()),
            Cell::text(task.problem.as_str()).link(links::problem(task.problem)),
            Cell::text(task.name().unwrap_or_default()),
            Cell::text(task.judge.name()),
            Cell::maybe(difficulty).tier(difficulty.map(|known| task.judge.colour_of(known))),
            Cell::maybe(task.probability.map(|probability| format!("{:.0}%", 100.0 * probability))),
            Cell::text(&remark(section, task, material.today, material.zone)),
        ]
    };
    let of = |section: TodoSection| section.tasks(material.todo).iter().map(move |task| (section, task));
    let shown = TodoSection::ALL.into_iter().flat_map(|section| of(section).take(MOST_TO_DO));
    let rows: Vec<Vec<Cell>> = shown.map(|(section, task)| row(section, task)).collect();
    let all = TodoSection::ALL.into_iter().flat_map(of).count();
    let note = match (rows.len(), all) {
        (0, _) => "Nothing is left to do that cpt knows of.".to_owned(),
        (shown, all) if shown < all => {
            format!("The first {MOST_TO_DO} of each kind, of {all}; cpt todo --all lists the rest.")
        }
        (shown, _) => count(shown, "problem"),
    };
    Table {
        id: "todo",
        title: "To do",
        note,
        columns: Table::columns([
            ("What", Kind::Choice),
            ("Problem", Kind::Text),
            ("Name", Kind::Text),
            ("Judge", Kind::Choice),
            ("Difficulty", Kind::Number),
            ("Chance", Kind::Number),
            ("Why", Kind::Text),
        ]),
        rows,
    }
}

/// Every committed problem and every file that names none, the newest first.
pub(super) fn solutions(material: &Material<'_>) -> Table {
    let solved = material.solved;
    let file = |repo: usize, path: &str| match material.repos {
        [_] => path.to_owned(),
        repos => format!("{}:{path}", repos.get(repo).map_or("", |repo| repo.label.as_str())),
    };
    let day = |date| Cell::date(date).link(format!("#d{date}"));
    let again = |first, last| if first == last { Cell::default() } else { day(last) };
    let problems = solved.problems.iter().map(|one| {
        let entry = material.catalogue.get(&one.problem);
        let difficulty = entry.and_then(|entry| entry.difficulty);
        let judge = Judge::all().find(|judge| judge.id() == one.problem.judge());
        let colour = judge.zip(difficulty).map(|(judge, difficulty)| judge.colour_of(difficulty));
        let files = match one.files.as_slice() {
            [] => String::new(),
            [(repo, path), rest @ ..] => {
                let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
                let first = Cell::text(&file(*repo, &path.to_text())).text;
                format!("{first}{more}")
            }
        };
        let level = one.record.as_ref().and_then(|record| record.difficulty()).map(|level| level.name);
        let title = entry.map(|entry| entry.problem.name.as_str()).or(one.title()).unwrap_or_default();
        let row = vec![
            Cell::text(one.problem.as_str()).link(links::problem(&one.problem)),
            Cell::text(title),
            Cell::text(one.problem.judge_name()),
            match level {
                Some(level) if difficulty.is_none() => Cell::text(level),
                _ => Cell::maybe(difficulty).tier(colour),
            },
            day(one.first),
            again(one.first, one.last),
            Cell::text(&files),
        ];
        (one.first, row)
    });
    let unnamed = solved.unnamed.iter().map(|one| {
        let path = file(one.repo, &one.path.to_text());
        let mut row = vec![Cell::text("file"), Cell::default(), Cell::default(), Cell::default()];
        row.extend([day(one.first), Cell::default(), Cell::text(&path)]);
        (one.first, row)
    });
    let mut rows: Vec<_> = problems.chain(unnamed).collect();
    rows.sort_by_key(|(first, _)| std::cmp::Reverse(*first));
    let note = if rows.is_empty() {
        "No solution yet; they are read from the repositories in cpt.toml.".to_owned()
    } else {
        format!("{} committed in {}", count(solved.problems.len(), "problem"), count(solved.files, "file"))
    };
    Table {
        id: "solutions",
        title: "Solutions",
        note,
        columns: Table::columns([
            ("Problem", Kind::Text),
            ("Name", Kind::Text),
            ("Judge", Kind::Choice),
            ("Difficulty", Kind::Number),
            ("First", Kind::Text),
            ("Last again", Kind::Text),
            ("File", Kind::Text),
        ]),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    }
}
