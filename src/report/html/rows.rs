//! What the tables list.

use super::super::words;
use super::table::{Cell, Kind, Table};
use super::{Material, links};
use crate::model::{Judge, count};
use crate::stats::codeforces::{PerformanceEstimate, performance_estimates};

/// Every contest of every series, the newest first.
pub(super) fn contests(material: &Material<'_>) -> Table {
    let mut rows = Vec::new();
    for status in material.standing {
        let key = &status.series.key;
        let title = key.title();
        let mut estimates = performance_estimates(&status.series).into_iter();
        for change in &status.series.history {
            let estimate = if change.rated { estimates.next().flatten() } else { None };
            let performance = match (change.performance, estimate) {
                (Some(told), _) => Some(told.to_string()),
                (None, Some(PerformanceEstimate::About(about))) => Some(format!("~{about}")),
                (None, Some(PerformanceEstimate::AtMost(most))) => Some(format!("≤{most}")),
                (None, None) => None,
            };
            let rating = change.rated.then_some(change.new);
            let colour = rating.map(|rating| key.judge.colour_of(rating));
            let row = vec![
                Cell::date(change.at.to_zoned_datetime(material.zone.clone()).date()),
                Cell::text(&title),
                Cell::text(&change.name).link(links::contest(key.judge, &change.contest)),
                Cell::maybe(change.place),
                Cell::maybe(performance),
                Cell::maybe(rating).tier(colour),
                Cell::maybe(rating.map(|new| words::change(new - change.old))),
            ];
            rows.push((change.at, row));
        }
    }
    rows.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let note = if rows.is_empty() {
        "No contest yet; cpt sync brings your histories.".to_owned()
    } else {
        count(rows.len(), "contest")
    };
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
        ]),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
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
        let judge = Judge::ALL.into_iter().find(|judge| judge.id() == one.problem.judge());
        let colour = judge.zip(difficulty).map(|(judge, difficulty)| judge.colour_of(difficulty));
        let files = match one.files.as_slice() {
            [] => String::new(),
            [(repo, path), rest @ ..] => {
                let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
                let first = Cell::text(&file(*repo, &path.to_text())).text;
                format!("{first}{more}")
            }
        };
        let row = vec![
            Cell::text(one.problem.as_str()).link(links::problem(&one.problem)),
            Cell::text(entry.map_or("", |entry| &entry.problem.name)),
            Cell::text(one.problem.judge()),
            Cell::maybe(difficulty).tier(colour),
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
        format!("{} in {}", count(solved.problems.len(), "problem"), count(solved.files, "file"))
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
