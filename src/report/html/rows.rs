//! What the tables list.

use jiff::civil::Date;

use super::super::contests::{self, past};
use super::super::grade;
use super::super::list;
use super::super::stats::{difficulties, topics};
use super::super::table::{Cell, Role, Table, Value};
use super::super::todo::{TodoSection, difficulty, remark};
use super::super::words::list::state;
use super::super::words::stats::summary;
use super::super::words::todo as words;
use super::Material;
use super::section::Section;
use crate::answers::Task;
use crate::lang::Lang;
use crate::model::{Judge, count};

/// Of each kind of thing to do no more are listed.
const MOST_TO_DO: usize = 50;

/// Every contest that one took part in, the newest first.
pub(super) fn contests<'a>(material: &'a Material<'_>) -> Section<'a> {
    let table = past(material.contests, material.zone, Lang::English);
    let note = if table.is_empty() { "No contest yet.".to_owned() } else { count(table.len(), "contest") };
    Section { id: "contests", title: "Contests", note, table }
}

/// What runs or will, where the lists tell any.
pub(super) fn coming<'a>(material: &'a Material<'_>) -> Option<Section<'a>> {
    let (now, coming) = (material.now.timestamp(), material.coming.iter().copied());
    let table = contests::coming(coming, now, material.zone, Lang::English).without_column(contests::LINK);
    let note = count(table.len(), "contest");
    (!table.is_empty()).then_some(Section { id: "coming", title: "Coming contests", note, table })
}

/// What was practised, by difficulty and by topic.
pub(super) fn stats<'a>(material: &'a Material<'_>) -> Vec<Section<'a>> {
    let stats = material.stats;
    if stats.tally.all.tried == 0 {
        return Vec::new();
    }
    let by_difficulty = Section {
        id: "stats",
        title: "Practice",
        note: summary(Lang::English, &stats.tally.all),
        table: difficulties(stats, Lang::English),
    };
    let topics = topics(stats, Lang::English);
    let note = count(topics.len(), "topic");
    let by_topic = Section { id: "topics", title: "Topics", note, table: topics };
    let mut sections = vec![by_difficulty, by_topic];
    sections.retain(|section| !section.table.is_empty());
    sections
}

/// What was left, kind by kind, the nearest to one's level first.
pub(super) fn todo<'a>(material: &'a Material<'_>) -> Section<'a> {
    let row = |section: TodoSection, task: &'a Task<'a>| {
        vec![
            Cell::words(words::title(Lang::English, section)),
            task.problem.into(),
            task.name().into(),
            Cell::words(task.judge.name()),
            difficulty(task),
            task.probability.map(Value::Share).into(),
            Cell::text(remark(Lang::English, section, task, material.today, material.zone)),
        ]
    };
    let of = |section: TodoSection| section.tasks(material.todo).iter().map(move |task| (section, task));
    let shown = TodoSection::ALL.into_iter().flat_map(|section| of(section).take(MOST_TO_DO));
    let columns = [
        ("What", Role::Choice),
        ("Problem", Role::Text),
        ("Name", Role::Text),
        ("Judge", Role::Choice),
        ("Difficulty", Role::Number),
        ("Chance", Role::Number),
        ("Why", Role::Text),
    ];
    let table = Table::new(columns).with(shown.map(|(section, task)| row(section, task)));
    let all = TodoSection::ALL.into_iter().flat_map(of).count();
    let note = match (table.len(), all) {
        (0, _) => "Nothing is left to do that cpt knows of.".to_owned(),
        (shown, all) if shown < all => {
            format!("The first {MOST_TO_DO} of each kind, of {all}; cpt todo --all lists the rest.")
        }
        (shown, _) => count(shown, "problem"),
    };
    Section { id: "todo", title: "To do", note, table }
}

/// The lists that one works through, and their problems.
pub(super) fn lists<'a>(material: &'a Material<'_>) -> Vec<Section<'a>> {
    let lists = material.lists;
    if lists.is_empty() {
        return Vec::new();
    }
    let rows = lists.iter().flat_map(|list| {
        list.sections.iter().flat_map(move |section| {
            section.problems.iter().map(move |one| {
                vec![
                    list.name.as_str().into(),
                    section.heading.as_deref().unwrap_or_default().into(),
                    Cell::from(&*one.problem.id),
                    one.problem.name().unwrap_or_default().into(),
                    list::difficulty(one),
                    Cell::words(state(Lang::English, one.progress)),
                ]
            })
        })
    });
    let columns = [
        ("List", Role::Choice),
        ("Heading", Role::Text),
        ("Problem", Role::Text),
        ("Name", Role::Text),
        ("Difficulty", Role::Number),
        ("State", Role::Choice),
    ];
    let problems = Table::new(columns).with(rows);
    let note = count(lists.len(), "list");
    let progress = Section { id: "lists", title: "Lists", note, table: list::progress(lists, Lang::English) };
    let note = count(problems.len(), "problem");
    vec![progress, Section { id: "list-problems", title: "Problems of the lists", note, table: problems }]
}

/// Every committed problem and every file that names none, the newest first.
pub(super) fn solutions<'a>(material: &'a Material<'_>) -> Section<'a> {
    let solved = material.solved;
    let file = |repo: usize, path: &str| match material.repos {
        [_] => path.to_owned(),
        repos => format!("{}:{path}", repos.get(repo).map_or("", |repo| repo.label.as_str())),
    };
    let day = |date: Date| Cell::from(date).link(format!("#d{date}"));
    let again = |first, last| if first == last { Cell::default() } else { day(last) };
    let problems = solved.problems.iter().map(|one| {
        let entry = material.catalogue.get(&one.problem);
        let difficulty = entry.and_then(|entry| entry.difficulty);
        let judge = Judge::all().find(|judge| judge.id() == one.problem.judge());
        let rating = judge.zip(difficulty);
        let files = match one.files.as_slice() {
            [] => Cell::default(),
            [(repo, path), rest @ ..] => {
                let more = if rest.is_empty() { String::new() } else { format!("and {} more", rest.len()) };
                Cell::text(file(*repo, &path.to_text())).note(more)
            }
        };
        let listed = entry.and_then(|entry| entry.problem.difficulty_level());
        let level = one.record.as_ref().and_then(|record| record.difficulty()).or(listed);
        let title = entry.map(|entry| entry.problem.name.as_str()).or(one.title()).unwrap_or_default();
        let row = vec![
            Cell::from(&one.problem),
            title.into(),
            one.problem.judge_name().into(),
            match (rating, level) {
                (Some((judge, difficulty)), _) => {
                    Value::Rating(difficulty, judge.colour_of(difficulty)).into()
                }
                (None, level) => level.map_or_else(Cell::default, grade::of_level),
            },
            day(one.first),
            again(one.first, one.last),
            files,
        ];
        (one.first, row)
    });
    let unnamed = solved.unnamed.iter().map(|one| {
        let path = file(one.repo, &one.path.to_text());
        let mut row = vec![Cell::words("file"), Cell::default(), Cell::default(), Cell::default()];
        row.extend([day(one.first), Cell::default(), Cell::text(path)]);
        (one.first, row)
    });
    let mut rows: Vec<_> = problems.chain(unnamed).collect();
    rows.sort_by_key(|(first, _)| std::cmp::Reverse(*first));
    let note = if rows.is_empty() {
        "No solution yet; they are read from the repositories in cpt.toml.".to_owned()
    } else {
        format!("{} committed in {}", count(solved.problems.len(), "problem"), count(solved.files, "file"))
    };
    let columns = [
        ("Problem", Role::Text),
        ("Name", Role::Text),
        ("Judge", Role::Choice),
        ("Difficulty", Role::Number),
        ("First", Role::Text),
        ("Last again", Role::Text),
        ("File", Role::Text),
    ];
    let table = Table::new(columns).with(rows.into_iter().map(|(_, row)| row));
    Section { id: "solutions", title: "Solutions", note, table }
}
