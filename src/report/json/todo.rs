//! What was left, as scripts read it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::super::todo::TodoSection;
use super::SCHEMA;
use crate::answers::{Repetition, Task, Todo};

/// `cpt todo --json`.
#[derive(Serialize)]
pub struct TodoJson<'a> {
    schema: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    tried: Option<Vec<TaskJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unsolved: Option<Vec<TaskJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    uncommitted: Option<Vec<TaskJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    again: Option<Vec<TaskJson<'a>>>,
}

#[derive(Serialize)]
struct TaskJson<'a> {
    problem: &'a str,
    judge: &'static str,
    name: Option<&'a str>,
    url: Option<String>,
    difficulty: Option<i32>,
    /// The level, at judges that have levels of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    colour: Option<&'static str>,
    /// At one's level now.
    probability: Option<f64>,
    /// Decided submissions to the first accepted one.
    tries: u32,
    first: Option<Timestamp>,
    last: Option<Timestamp>,
    accepted_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contest: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<LookJson>,
}

/// Another look at a solved problem; `grade` is how it went, 0 (with great trouble) to 4.
#[derive(Serialize)]
struct LookJson {
    on: Date,
    grade: u8,
    solved_on_days: u32,
}

impl<'a> TaskJson<'a> {
    fn new(task: &'a Task<'_>) -> Self {
        let attempts = task.attempts;
        let recorded = task.recorded.and_then(|one| one.record.as_ref()?.at);
        Self {
            problem: task.problem.as_str(),
            judge: task.judge.id(),
            name: task.name(),
            url: task.problem.link(),
            difficulty: task.difficulty(),
            level: task.level().map(|level| level.name),
            colour: task.difficulty().map(|difficulty| task.judge.colour_of(difficulty).name()),
            probability: task.probability,
            tries: attempts.map_or(0, |attempts| attempts.tries),
            first: attempts.map(|attempts| attempts.first),
            last: attempts.map(|attempts| attempts.last),
            accepted_at: attempts.and_then(|attempts| attempts.solved).map(|solve| solve.at).or(recorded),
            contest: task.contest.as_deref(),
            due: task.look.map(|Repetition { on, grade, solved_on_days }| LookJson {
                on,
                grade,
                solved_on_days,
            }),
        }
    }
}

impl<'a> TodoJson<'a> {
    /// All tasks of `sections`.
    pub fn new(todo: &'a Todo<'_>, sections: &[TodoSection]) -> Self {
        let of = |section: TodoSection| {
            let tasks = section.tasks(todo).iter().map(TaskJson::new);
            sections.contains(&section).then(|| tasks.collect())
        };
        Self {
            schema: SCHEMA,
            tried: of(TodoSection::Tried),
            unsolved: of(TodoSection::Unsolved),
            uncommitted: of(TodoSection::Uncommitted),
            again: of(TodoSection::Again),
        }
    }
}
