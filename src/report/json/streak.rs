//! The habit as scripts read it.

use jiff::civil::Date;
use serde::Serialize;

use super::SCHEMA;
use crate::answers::{AuthorStreak, Habits, PracticeSpan, StreakAnswer, StreakState, ThisWeek, Today};
use crate::model::PracticeDay;

/// `cpt streak --json`.
#[derive(Serialize)]
pub struct StreakJson<'a> {
    schema: u32,
    #[serde(flatten)]
    habit: HabitJson<'a>,
    weeks: Vec<StretchJson>,
    months: Vec<StretchJson>,
    weakest_weekday: Option<WeekdayJson>,
}

/// The streak and its days, in `cpt streak --json` and `cpt status --json`.
#[derive(Serialize)]
pub(super) struct HabitJson<'a> {
    current: u32,
    longest: u32,
    longest_from: Option<Date>,
    longest_to: Option<Date>,
    /// What a streak is counted in: `day` or `week`.
    unit: &'static str,
    today: TodayJson,
    /// Where the goal is a week's.
    #[serde(skip_serializing_if = "Option::is_none")]
    week: Option<WeekJson>,
    state: &'static str,
    days: DaysJson<'a>,
    total_days: u32,
    total_solved: u32,
    rest_days_used: u32,
    /// What makes a day: `commits`, `submissions` or `both`.
    source: &'static str,
}

#[derive(Serialize)]
struct TodayJson {
    date: Date,
    solved: u32,
    goal: u32,
    done: bool,
    rest: bool,
}

#[derive(Serialize)]
struct WeekJson {
    from: Date,
    solved: u32,
    goal: u32,
    done: bool,
}

/// Days with a solution change, oldest first.
struct DaysJson<'a>(&'a [PracticeDay]);

#[derive(Serialize)]
struct DayJson {
    date: Date,
    solved: u32,
    new: u32,
    revised: u32,
    commits: u32,
    bulk: u32,
    bulk_new: u32,
}

/// A week or a month with practice in it.
#[derive(Serialize)]
struct StretchJson {
    from: Date,
    met: u32,
    solved: u32,
}

#[derive(Serialize)]
struct WeekdayJson {
    weekday: String,
    met: u32,
    of: u32,
}

impl<'a> StreakJson<'a> {
    /// The answer, and what its days say of the habit.
    pub fn new(answer: &'a StreakAnswer, habits: &Habits) -> Self {
        let stretch = |&PracticeSpan { from, met, solved }: &PracticeSpan| StretchJson { from, met, solved };
        Self {
            schema: SCHEMA,
            habit: HabitJson::new(answer),
            weeks: habits.weeks.iter().map(stretch).collect(),
            months: habits.months.iter().map(stretch).collect(),
            weakest_weekday: habits.weakest_weekday.map(|share| WeekdayJson {
                weekday: format!("{:?}", share.weekday).to_lowercase(),
                met: share.met,
                of: share.of,
            }),
        }
    }
}

impl<'a> HabitJson<'a> {
    pub fn new(answer: &'a StreakAnswer) -> Self {
        let Today { date, solved, goal, done, rest } = answer.today;
        let week = |ThisWeek { from, solved, goal, done }| WeekJson { from, solved, goal, done };
        Self {
            current: answer.current,
            longest: answer.longest,
            longest_from: answer.longest_from,
            longest_to: answer.longest_to,
            unit: answer.unit.noun(),
            today: TodayJson { date, solved, goal, done, rest },
            week: answer.week.map(week),
            state: state(answer.state),
            days: DaysJson(&answer.days),
            total_days: answer.total_days,
            total_solved: answer.total_solved,
            rest_days_used: answer.rest_days_used,
            source: answer.source.word(),
        }
    }
}

impl Serialize for DaysJson<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let day = |&PracticeDay { date, solved, new, revised, commits, bulk, bulk_new }: &PracticeDay| {
            DayJson { date, solved, new, revised, commits, bulk, bulk_new }
        };
        serializer.collect_seq(self.0.iter().map(day))
    }
}

fn state(state: StreakState) -> &'static str {
    match state {
        StreakState::Done => "done",
        StreakState::AtRisk => "at_risk",
        StreakState::Broken => "broken",
        StreakState::None => "none",
    }
}

/// `cpt streak --by author --json`.
#[derive(Serialize)]
pub struct AuthorsJson<'a> {
    schema: u32,
    authors: Vec<AuthorJson<'a>>,
}

#[derive(Serialize)]
struct AuthorJson<'a> {
    name: &'a str,
    email: &'a str,
    this_week: u32,
    current: u32,
    longest: u32,
    solved: u32,
    state: &'static str,
}

impl<'a> AuthorsJson<'a> {
    /// One entry an author, in the order given.
    pub fn new(authors: &'a [AuthorStreak]) -> Self {
        let authors = authors.iter().map(|author| AuthorJson {
            name: &author.author.name,
            email: &author.author.email,
            this_week: author.this_week,
            current: author.streak.current,
            longest: author.streak.longest,
            solved: author.streak.total_solved,
            state: state(author.streak.state),
        });
        Self { schema: SCHEMA, authors: authors.collect() }
    }
}
