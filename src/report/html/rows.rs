//! What the tables list.

use jiff::civil::Date;

use super::super::contests::{self, past};
use super::super::grade;
use super::super::list;
use super::super::stats::{difficulties, topics};
use super::super::table::{Cell, Role, Table, Value};
use super::super::todo::{TodoSection, difficulty, remark};
use super::super::words::list::state;
use super::super::words::page::PageWords;
use super::super::words::stats::summary;
use super::super::words::todo as words;
use super::Material;
use super::section::Section;
use crate::answers::Task;
use crate::model::Judge;

/// Of each kind of thing to do no more are listed.
const MOST_TO_DO: usize = 50;

/// Every contest that one took part in, the newest first.
pub(super) fn contests<'a>(material: &'a Material<'_>) -> Section<'a> {
    let table = past(material.contests, material.zone, material.lang);
    let words = PageWords(material.lang);
    let note = match table.len() {
        0 => words.no_contests().into_owned(),
        contests => words.counted_contests(contests),
    };
    Section { id: "contests", title: words.contests(), note, table }
}

/// What runs or will, where the lists tell any.
pub(super) fn coming<'a>(material: &'a Material<'_>) -> Option<Section<'a>> {
    let (now, coming) = (material.now.timestamp(), material.coming.iter().copied());
    let table = contests::coming(coming, now, material.zone, material.lang).without_column(contests::LINK);
    let words = PageWords(material.lang);
    let note = words.counted_contests(table.len());
    (!table.is_empty()).then_some(Section { id: "coming", title: words.upcoming(), note, table })
}

/// What was practised, by difficulty and by topic.
pub(super) fn stats<'a>(material: &'a Material<'_>) -> Vec<Section<'a>> {
    let (stats, words) = (material.stats, PageWords(material.lang));
    if stats.tally.all.tried == 0 {
        return Vec::new();
    }
    let by_difficulty = Section {
        id: "stats",
        title: words.practice(),
        note: summary(material.lang, &stats.tally.all),
        table: difficulties(stats, material.lang),
    };
    let topics = topics(stats, material.lang);
    let note = words.counted_tags(topics.len());
    let by_topic = Section { id: "topics", title: words.tags(), note, table: topics };
    let mut sections = vec![by_difficulty, by_topic];
    sections.retain(|section| !section.table.is_empty());
    sections
}

/// What was left, kind by kind, the nearest to one's level first.
pub(super) fn todo<'a>(material: &'a Material<'_>) -> Section<'a> {
    let (lang, said) = (material.lang, PageWords(material.lang));
    let row = |section: TodoSection, task: &'a Task<'a>| {
        vec![
            Cell::words(words::title(lang, section)),
            task.problem.into(),
            task.name().into(),
            Cell::words(task.judge.name()),
            difficulty(task),
            task.probability.map(Value::Share).into(),
            Cell::text(remark(lang, section, task, material.today, material.zone)),
        ]
    };
    let of = |section: TodoSection| section.tasks(material.todo).iter().map(move |task| (section, task));
    let shown = TodoSection::ALL.into_iter().flat_map(|section| of(section).take(MOST_TO_DO));
    let [kind, problem, name, judge, difficulty, chance, why] = said.todo_columns();
    let columns = [
        (kind, Role::Choice),
        (problem, Role::Text),
        (name, Role::Text),
        (judge, Role::Choice),
        (difficulty, Role::Number),
        (chance, Role::Number),
        (why, Role::Text),
    ];
    let table = Table::new(columns).said_in(lang).with(shown.map(|(section, task)| row(section, task)));
    let all = TodoSection::ALL.into_iter().flat_map(of).count();
    let note = match (table.len(), all) {
        (0, _) => said.nothing_to_do().into_owned(),
        (shown, all) if shown < all => said.some_to_do(MOST_TO_DO, all),
        (shown, _) => lang.problems(shown as u64),
    };
    Section { id: "todo", title: said.todo(), note, table }
}

/// The lists that one works through, and their problems.
pub(super) fn lists<'a>(material: &'a Material<'_>) -> Vec<Section<'a>> {
    let (lists, words) = (material.lists, PageWords(material.lang));
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
                    Cell::words(state(material.lang, one.progress)),
                ]
            })
        })
    });
    let [list, heading, problem, name, difficulty, state] = words.list_columns();
    let columns = [
        (list, Role::Choice),
        (heading, Role::Text),
        (problem, Role::Text),
        (name, Role::Text),
        (difficulty, Role::Number),
        (state, Role::Choice),
    ];
    let problems = Table::new(columns).said_in(material.lang).with(rows);
    let note = words.counted_lists(lists.len());
    let progress =
        Section { id: "lists", title: words.lists(), note, table: list::progress(lists, material.lang) };
    let note = material.lang.problems(problems.len() as u64);
    vec![progress, Section { id: "list-problems", title: words.list_problems(), note, table: problems }]
}

/// Every committed problem and every file that names none, the newest first.
pub(super) fn solutions<'a>(material: &'a Material<'_>) -> Section<'a> {
    let (solved, words) = (material.solved, PageWords(material.lang));
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
                Cell::text(file(*repo, &path.to_text())).note(words.more_files(rest.len()))
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
        let mut row = vec![Cell::words(words.unnamed()), Cell::default(), Cell::default(), Cell::default()];
        row.extend([day(one.first), Cell::default(), Cell::text(path)]);
        (one.first, row)
    });
    let mut rows: Vec<_> = problems.chain(unnamed).collect();
    rows.sort_by_key(|(first, _)| std::cmp::Reverse(*first));
    let note = if rows.is_empty() {
        words.no_solutions().into_owned()
    } else {
        words.committed(solved.problems.len(), solved.files)
    };
    let [problem, name, judge, difficulty, first, last, file] = words.solution_columns();
    let columns = [
        (problem, Role::Text),
        (name, Role::Text),
        (judge, Role::Choice),
        (difficulty, Role::Number),
        (first, Role::Text),
        (last, Role::Text),
        (file, Role::Text),
    ];
    let table = Table::new(columns).said_in(material.lang).with(rows.into_iter().map(|(_, row)| row));
    Section { id: "solutions", title: words.solutions(), note, table }
}
