//! What was left, in words.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::grade;
use super::paint::Paint;
use super::table::{Cell, Role, Table, Value, headed};
use super::words::todo as words;
use crate::answers::{Task, Todo};
use crate::lang::Lang;

/// A kind of thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TodoSection {
    /// Tried and never accepted.
    Tried,
    /// Never tried, in a contest that one took part in.
    Unsolved,
    /// Accepted and not committed.
    Uncommitted,
    /// Due for another look.
    Again,
}

impl TodoSection {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Tried, Self::Unsolved, Self::Uncommitted, Self::Again];

    /// The word for it in arguments and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Tried => "tried",
            Self::Unsolved => "unsolved",
            Self::Uncommitted => "uncommitted",
            Self::Again => "again",
        }
    }

    pub(super) fn tasks<'t>(self, todo: &'t Todo<'_>) -> &'t [Task<'t>] {
        match self {
            Self::Tried => &todo.tried,
            Self::Unsolved => &todo.unsolved,
            Self::Uncommitted => &todo.uncommitted,
            Self::Again => &todo.again,
        }
    }
}

/// `cpt todo`: at most `most` lines for each of `sections`.
pub fn todo(
    todo: &Todo<'_>,
    sections: &[TodoSection],
    most: usize,
    today: Date,
    zone: &TimeZone,
    lang: Lang,
) -> String {
    let mut text = String::new();
    for section in sections {
        let tasks = section.tasks(todo);
        if tasks.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!(
            "{}  {}\n",
            Paint::Strong.on(words::title(lang, *section)),
            Paint::Faint.on(tasks.len())
        ));
        let all = most == usize::MAX;
        let shown = tasks.iter().take(most).filter(|task| all || !task.is_old);
        let [difficulty, chance, problem, link] = words::columns(lang);
        let columns = [
            (difficulty, Role::Number),
            (chance, Role::Number),
            (problem, Role::Text),
            (words::remark_title(lang, *section), Role::Text),
            (link, Role::Text),
        ];
        let rows = shown.map(|task| row(lang, *section, task, today, zone));
        let rows = Table::new(columns).said_in(lang).with(rows);
        if !rows.is_empty() {
            text.push_str(&headed(&rows));
        }
        if tasks.len() > rows.len() {
            let old = tasks.iter().filter(|task| task.is_old).count();
            let more = words::more(lang, *section, tasks.len() - rows.len(), old);
            text.push_str(&format!("  {}\n", Paint::Faint.on(more)));
        }
    }
    if text.is_empty() {
        text.push_str(&format!("{}\n", words::nothing(lang)));
    }
    text
}

fn row<'a>(
    lang: Lang,
    section: TodoSection,
    task: &'a Task<'a>,
    today: Date,
    zone: &TimeZone,
) -> Vec<Cell<'a>> {
    let known = difficulty(task);
    vec![
        if known.is_empty() { Cell::words("?").in_paint(Paint::Faint) } else { known },
        Cell::from(task.probability.map(Value::Share)).in_paint(Paint::Faint),
        Cell::text(task.name().unwrap_or(task.problem.as_str())),
        Cell::text(remark(lang, section, task, today, zone)),
        Cell::text(link(task).unwrap_or_else(|| task.problem.to_string())).in_paint(Paint::Faint),
    ]
}

/// The problem's page, where it is still there.
fn link(task: &Task<'_>) -> Option<String> {
    task.problem.link().filter(|_| task.problem.closed().is_none())
}

/// How hard it is, where that is known.
pub(super) fn difficulty<'a>(task: &Task<'_>) -> Cell<'a> {
    let rating = task.difficulty().map(|known| Value::Rating(known, task.judge.colour_of(known)));
    let level = || task.level().map(grade::of_level);
    rating.map(Cell::from).or_else(level).unwrap_or_default()
}

/// Why it is in the list.
pub(super) fn remark(
    lang: Lang,
    section: TodoSection,
    task: &Task<'_>,
    today: Date,
    zone: &TimeZone,
) -> String {
    let day = |at: Timestamp| lang.day(at.to_zoned_datetime(zone.clone()).date(), today);
    let attempts = task.attempts;
    let solved = attempts.and_then(|attempts| attempts.solved).map(|solve| day(solve.at));
    let told = match (section, attempts) {
        (TodoSection::Tried, Some(attempts)) => {
            let last = day(attempts.last);
            Some(match attempts.tries {
                _ if attempts.waiting => words::pending(lang, &last),
                0 => words::not_compiled(lang, &last),
                tries => words::attempts(lang, tries, &last),
            })
        }
        (TodoSection::Unsolved, _) => task.contest.clone(),
        (TodoSection::Uncommitted, _) => solved.map(|solved| words::accepted(lang, &solved)),
        (TodoSection::Again, Some(attempts)) => solved.map(|solved| {
            let due = task.look.map(|look| lang.day(look.on, today)).unwrap_or_default();
            words::due(lang, &due, &solved, attempts.tries.saturating_sub(1))
        }),
        (TodoSection::Again, None) => task.recorded.zip(task.look).map(|(one, look)| {
            words::due(lang, &lang.day(look.on, today), &lang.day(one.solved_on, today), 0)
        }),
        _ => None,
    };
    told.unwrap_or_default()
}
