//! What was left, in words.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::grade;
use super::paint::Paint;
use super::table::{Cell, Role, Table, Value, headed};
use super::words;
use crate::answers::{Task, Todo};
use crate::model::count;

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

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Tried => "Tried, never accepted",
            Self::Unsolved => "Not tried, in contests that you took part in",
            Self::Uncommitted => "Accepted, not committed",
            Self::Again => "Due for another look",
        }
    }

    /// What the column says that tells why a problem is listed.
    fn remark_title(self) -> &'static str {
        match self {
            Self::Tried => "Attempts",
            Self::Unsolved => "Contest",
            Self::Uncommitted => "Accepted",
            Self::Again => "Due",
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
pub fn todo(todo: &Todo<'_>, sections: &[TodoSection], most: usize, today: Date, zone: &TimeZone) -> String {
    let mut text = String::new();
    for section in sections {
        let tasks = section.tasks(todo);
        if tasks.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!("{}  {}\n", Paint::Strong.on(section.title()), Paint::Faint.on(tasks.len())));
        let all = most == usize::MAX;
        let shown = tasks.iter().take(most).filter(|task| all || !task.is_old);
        let columns = [
            ("Difficulty", Role::Number),
            ("Chance", Role::Number),
            ("Problem", Role::Text),
            (section.remark_title(), Role::Text),
            ("Link", Role::Text),
        ];
        let rows = Table::new(columns).with(shown.map(|task| row(*section, task, today, zone)));
        if !rows.is_empty() {
            text.push_str(&headed(&rows));
        }
        if tasks.len() > rows.len() {
            let more = if rows.is_empty() { String::new() } else { "and ".to_owned() };
            let left = tasks.len() - rows.len();
            let old = match (section, tasks.iter().filter(|task| task.is_old).count()) {
                (_, 0) => String::new(),
                (TodoSection::Again, old) => format!(" ({old} due for more than a year)"),
                (_, old) => format!(" ({old} from before your first commit)"),
            };
            let more = format!("{more}{left} more{old}: cpt todo {} --all", section.id());
            text.push_str(&format!("  {}\n", Paint::Faint.on(more)));
        }
    }
    if text.is_empty() {
        text.push_str("Nothing is left to do that cpt knows of. `cpt next` proposes something new.\n");
    }
    text
}

fn row<'a>(section: TodoSection, task: &'a Task<'a>, today: Date, zone: &TimeZone) -> Vec<Cell<'a>> {
    let known = difficulty(task);
    vec![
        if known.is_empty() { Cell::words("?").in_paint(Paint::Faint) } else { known },
        Cell::from(task.probability.map(Value::Share)).in_paint(Paint::Faint),
        Cell::text(task.name().unwrap_or(task.problem.as_str())),
        Cell::text(remark(section, task, today, zone)),
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
pub(super) fn remark(section: TodoSection, task: &Task<'_>, today: Date, zone: &TimeZone) -> String {
    let day = |at: Timestamp| words::day(at.to_zoned_datetime(zone.clone()).date(), today);
    let attempts = task.attempts;
    let solved = attempts.and_then(|attempts| attempts.solved).map(|solve| day(solve.at));
    let told = match (section, attempts) {
        (TodoSection::Tried, Some(attempts)) => {
            let last = day(attempts.last);
            Some(match attempts.tries {
                _ if attempts.waiting => format!("submitted on {last}, no verdict yet"),
                0 => format!("compilation error, last on {last}"),
                tries => format!("{}, last on {last}", count(tries, "attempt")),
            })
        }
        (TodoSection::Unsolved, _) => task.contest.clone(),
        (TodoSection::Uncommitted, _) => solved.map(|solved| format!("accepted on {solved}")),
        (TodoSection::Again, Some(attempts)) => solved.map(|solved| {
            let misses = match attempts.tries.saturating_sub(1) {
                0 => String::new(),
                misses => format!(" after {misses} wrong"),
            };
            let due = task.look.map(|look| words::day(look.on, today)).unwrap_or_default();
            format!("solved on {solved}{misses}, due {due}")
        }),
        (TodoSection::Again, None) => task.recorded.zip(task.look).map(|(one, look)| {
            format!("solved on {}, due {}", words::day(one.solved_on, today), words::day(look.on, today))
        }),
        _ => None,
    };
    told.unwrap_or_default()
}
