//! The daily habit: what each day brought, and how long it has held.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;

use crate::model::{PracticeDay, ProblemId, RepoPath, SolutionChange, StreakRules};

/// How today stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StreakState {
    /// Nothing is left to do: the goal is met, or today is a rest day that keeps a streak alive.
    Done,
    /// A streak is alive that ends unless today's goal is met.
    AtRisk,
    /// There was a streak, but no longer.
    Broken,
    /// No day ever met the goal.
    None,
}

/// Today against its goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Today {
    /// Which day it is.
    pub date: Date,
    /// Distinct problems so far, bulk commits apart.
    pub solved: u32,
    /// Problems asked for.
    pub goal: u32,
    /// Whether the goal is met.
    pub done: bool,
    /// Whether today is a rest day.
    pub rest: bool,
}

/// All that there is to say about the habit.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct StreakAnswer {
    /// Days in the streak that is alive; 0 where none is.
    pub current: u32,
    /// Days in the longest streak ever.
    pub longest: u32,
    /// Its first day.
    pub longest_from: Option<Date>,
    /// Its last day.
    pub longest_to: Option<Date>,
    /// Today against its goal.
    pub today: Today,
    /// How today stands.
    pub state: StreakState,
    /// Days with a solution change, oldest first, days to come included.
    pub days: Vec<PracticeDay>,
    /// How many days that is.
    pub total_days: u32,
    /// Distinct problems, without those that only bulk commits ever touched.
    pub total_solved: u32,
    /// Rest days that bridge the current streak.
    pub rest_days_used: u32,
}

/// What names a problem: its identity, else the repository (by its place in the list) and the path.
#[derive(PartialEq, Eq, Hash, Clone, Copy)]
enum Key<'a> {
    Problem(&'a ProblemId),
    Path(usize, &'a RepoPath),
}

/// Answers for the solution changes of each repository, in any order, as seen on `today`.
///
/// A day meets its goal by its distinct problems, whether one commit or bulk commits brought them. Days after `today`
/// (a clock set wrong) are listed but belong to no streak.
pub fn streak(repos: &[&[SolutionChange]], rules: &StreakRules, today: Date) -> StreakAnswer {
    let (days, total_solved) = practice_days(repos, rules);
    let met: Vec<Date> =
        days.iter().filter(|day| day.date <= today && meets_goal(day, rules)).map(|day| day.date).collect();
    let runs = runs(&met, rules);
    let longest = runs.iter().rev().max_by_key(|run| run.days);
    let alive = runs.last().filter(|run| bridges(run.to, today, rules));
    let of_today = days.iter().find(|day| day.date == today);
    let today = Today {
        date: today,
        solved: of_today.map_or(0, |day| counted(day, rules)),
        goal: rules.goal,
        done: of_today.is_some_and(|day| meets_goal(day, rules)),
        rest: rules.rests_on(today),
    };
    let state = match alive {
        _ if today.done => StreakState::Done,
        Some(_) if today.rest => StreakState::Done,
        Some(_) => StreakState::AtRisk,
        None if runs.is_empty() => StreakState::None,
        None => StreakState::Broken,
    };
    StreakAnswer {
        current: alive.map_or(0, |run| run.days),
        longest: longest.map_or(0, |run| run.days),
        longest_from: longest.map(|run| run.from),
        longest_to: longest.map(|run| run.to),
        today,
        state,
        rest_days_used: alive.map_or(0, |run| run.rests + rests_between(run.to, today.date, rules)),
        total_days: days.len() as u32,
        total_solved,
        days,
    }
}

/// The problems of a day that its goal looks at, bulk commits apart.
fn counted(day: &PracticeDay, rules: &StreakRules) -> u32 {
    if rules.only_new { day.new } else { day.solved }
}

fn meets_goal(day: &PracticeDay, rules: &StreakRules) -> bool {
    counted(day, rules) + day.bulk >= rules.goal
}

/// One day's gathered facts.
#[derive(Default)]
struct Gathered<'a> {
    problems: HashSet<Key<'a>>,
    bulk: HashSet<Key<'a>>,
    commits: u32,
}

/// Every day with a solution change, oldest first, and how many distinct problems all of them hold, bulk apart.
fn practice_days(repos: &[&[SolutionChange]], rules: &StreakRules) -> (Vec<PracticeDay>, u32) {
    let mut gathered: BTreeMap<Date, Gathered<'_>> = BTreeMap::new();
    for (repo, changes) in repos.iter().enumerate() {
        for change in *changes {
            let day = gathered.entry(rules.day.day_of(change.date)).or_default();
            day.commits += 1;
            let keys = change.files.iter().flat_map(|file| {
                let unnamed = file.problems.is_empty().then_some(Key::Path(repo, &file.path));
                file.problems.iter().map(|named| Key::Problem(&named.problem)).chain(unnamed)
            });
            if change.files.len() > rules.bulk {
                day.bulk.extend(keys);
            } else {
                day.problems.extend(keys);
            }
        }
    }
    let mut first_day: HashMap<Key<'_>, Date> = HashMap::new();
    let mut solved: HashSet<Key<'_>> = HashSet::new();
    for (&date, day) in &gathered {
        for &key in day.problems.iter().chain(&day.bulk) {
            first_day.entry(key).or_insert(date);
        }
        solved.extend(&day.problems);
    }
    let days = gathered
        .iter()
        .map(|(&date, day)| {
            let new = day.problems.iter().filter(|key| first_day[key] == date).count();
            PracticeDay {
                date,
                solved: day.problems.len() as u32,
                new: new as u32,
                revised: (day.problems.len() - new) as u32,
                commits: day.commits,
                bulk: day.bulk.difference(&day.problems).count() as u32,
            }
        })
        .collect();
    (days, solved.len() as u32)
}

/// Days that met the goal, one after the other but for rest days.
struct Run {
    from: Date,
    to: Date,
    days: u32,
    rests: u32,
}

fn runs(met: &[Date], rules: &StreakRules) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for &date in met {
        match runs.last_mut() {
            Some(run) if bridges(run.to, date, rules) => {
                run.rests += rests_between(run.to, date, rules);
                run.to = date;
                run.days += 1;
            }
            _ => runs.push(Run { from: date, to: date, days: 1, rests: 0 }),
        }
    }
    runs
}

/// The days after `from` and before `to`.
fn between(from: Date, to: Date) -> impl Iterator<Item = Date> {
    from.series(jiff::Span::new().days(1)).skip(1).take_while(move |date| *date < to)
}

/// Whether a streak that stood on `from` still stands on `to`: only rest days lie between.
fn bridges(from: Date, to: Date, rules: &StreakRules) -> bool {
    between(from, to).all(|date| rules.rests_on(date))
}

fn rests_between(from: Date, to: Date, rules: &StreakRules) -> u32 {
    between(from, to).filter(|date| rules.rests_on(*date)).count() as u32
}

#[cfg(test)]
mod tests;
