//! The daily habit: what each day brought, and how long it has held.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::ProblemDays;
use super::journal::{ProblemRef, problems_of};
use super::upload::UploadDays;
use crate::model::{
    AuthorDate, DuplicateProblems, Outcome, Period, PracticeDay, PracticeSource, ProblemId, SolutionChange,
    StreakRules, Submission,
};

/// How today stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// This week against its goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThisWeek {
    /// Its Monday.
    pub from: Date,
    /// Problems so far, day by day, bulk commits apart.
    pub solved: u32,
    /// Problems asked for.
    pub goal: u32,
    /// Whether the goal is met.
    pub done: bool,
}

/// Today against its goal; where the goal is a week's, that is what `goal`, `done` and `rest` are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StreakAnswer {
    /// Days (or weeks, where the goal is a week's) in the streak that is alive; 0 where none is.
    pub current: u32,
    /// Days or weeks in the longest streak ever.
    pub longest: u32,
    /// Its first day.
    pub longest_from: Option<Date>,
    /// Its last day.
    pub longest_to: Option<Date>,
    /// What makes its days.
    pub source: PracticeSource,
    /// What a streak is counted in.
    pub unit: Period,
    /// Today against its goal.
    pub today: Today,
    /// This week against its goal, where the goal is a week's.
    pub week: Option<ThisWeek>,
    /// How today stands.
    pub state: StreakState,
    /// Days with a solution change, oldest first, days to come included.
    pub days: Vec<PracticeDay>,
    /// How many days that is; of these, [`StreakAnswer::days_with_problems`] have one.
    pub total_days: u32,
    /// Distinct problems, without those that only bulk commits ever touched.
    pub total_solved: u32,
    /// Rest days that bridge the current streak.
    pub rest_days_used: u32,
}

impl StreakAnswer {
    /// The days on which a problem was solved, without those of bulk commits: their problems have days of their own
    /// where their READMEs tell them.
    pub fn days_with_problems(&self) -> u32 {
        ProblemDays::of(&self.days).days
    }
}

/// What each day brought, whatever today's date and goal are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PracticeLog {
    /// Days with a solution change, oldest first, days to come included.
    pub days: Vec<PracticeDay>,
    /// Distinct problems, without those that only bulk commits ever touched.
    pub total_solved: u32,
}

/// The offset from UTC, in minutes east, at which the newest of the changes was written.
pub fn newest_offset(repos: &[&[SolutionChange]]) -> Option<i32> {
    let dates = repos.iter().copied().flatten().map(|change| change.date);
    dates.max_by_key(|date| date.seconds).map(|date| date.offset_minutes)
}

/// Answers for the solution changes of each repository and for what the judges accepted, in any order, as seen on
/// `today`. What of both counts is up to `rules`.
pub fn streak(
    repos: &[&[SolutionChange]],
    accepted: &[AcceptedProblem],
    rules: &StreakRules,
    today: Date,
) -> StreakAnswer {
    streak_of(practice_log(repos, accepted, rules), rules, today)
}

/// Answers for what each day brought, as seen on `today`.
///
/// A day meets its goal by its distinct problems, whether one commit or bulk commits brought them; a week by the sum
/// over its days, Monday to Sunday. Days after `today` (a clock set wrong) are listed but belong to no streak.
pub fn streak_of(log: PracticeLog, rules: &StreakRules, today: Date) -> StreakAnswer {
    let PracticeLog { days, total_solved } = log;
    let met = met(&days, rules, today);
    let runs = runs(&met, rules);
    let longest = runs.iter().rev().max_by_key(|run| run.length);
    let now = rules.per.around(today);
    let alive = runs.last().filter(|run| bridges(run.to, now.0, rules));
    let of_today = days.iter().find(|day| day.date == today);
    let done = met.last().is_some_and(|last| last.0 == now.0);
    let rest = now.0.series(1.days()).take_while(|date| *date <= now.1).all(|date| rules.rests_on(date));
    let so_far = days.iter().filter(|day| (now.0..=today).contains(&day.date));
    let week = (rules.per == Period::Week).then(|| ThisWeek {
        from: now.0,
        solved: so_far.map(|day| counted(day, rules)).sum(),
        goal: rules.goal,
        done,
    });
    let today = Today {
        date: today,
        solved: of_today.map_or(0, |day| counted(day, rules)),
        goal: rules.goal,
        done,
        rest,
    };
    let state = match alive {
        _ if today.done => StreakState::Done,
        Some(_) if today.rest => StreakState::Done,
        Some(_) => StreakState::AtRisk,
        None if runs.is_empty() => StreakState::None,
        None => StreakState::Broken,
    };
    StreakAnswer {
        current: alive.map_or(0, |run| run.length),
        longest: longest.map_or(0, |run| run.length),
        longest_from: longest.map(|run| run.from),
        longest_to: longest.map(|run| run.to),
        source: rules.source,
        unit: rules.per,
        today,
        week,
        state,
        rest_days_used: alive.map_or(0, |run| run.rests + rests_between(run.to, now.0, rules)),
        total_days: days.len() as u32,
        total_solved,
        days,
    }
}

/// The problems of a day that its goal looks at, bulk commits apart.
pub(super) fn counted(day: &PracticeDay, rules: &StreakRules) -> u32 {
    if rules.only_new { day.new } else { day.solved }
}

/// The same, bulk commits included.
fn counted_in_all(day: &PracticeDay, rules: &StreakRules) -> u32 {
    counted(day, rules).saturating_add(if rules.only_new { day.bulk_new } else { day.bulk })
}

/// Whether a day met its goal; where the goal is a week's, whether anything that counts was done.
pub fn meets_goal(day: &PracticeDay, rules: &StreakRules) -> bool {
    let goal = if rules.per == Period::Week { 1 } else { rules.goal };
    counted_in_all(day, rules) >= goal
}

/// The first and last days of the days or weeks until `today` that met the goal.
fn met(days: &[PracticeDay], rules: &StreakRules, today: Date) -> Vec<(Date, Date)> {
    let mut sums: Vec<((Date, Date), u32)> = Vec::new();
    for day in days.iter().take_while(|day| day.date <= today) {
        let period = rules.per.around(day.date);
        let count = counted_in_all(day, rules);
        match sums.last_mut() {
            Some((last, sum)) if *last == period => *sum = sum.saturating_add(count),
            _ => sums.push((period, count)),
        }
    }
    sums.into_iter().filter(|(_, sum)| *sum >= rules.goal).map(|(period, _)| period).collect()
}

/// One day's gathered facts; problems by their places among all.
#[derive(Default)]
struct Gathered {
    problems: Vec<usize>,
    /// Those of bulk commits.
    bulk: Vec<usize>,
    commits: u32,
}

impl Gathered {
    /// Each problem once, and those of bulk commits only where no other commit has them.
    fn tidy(&mut self) {
        for problems in [&mut self.problems, &mut self.bulk] {
            problems.sort_unstable();
            problems.dedup();
        }
        self.bulk.retain(|problem| self.problems.binary_search(problem).is_err());
    }
}

/// A problem that a judge accepted, with the moment by the clock that its day is told by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedProblem {
    /// Which; of duplicates the one name.
    pub problem: ProblemId,
    /// When it was handed in.
    pub at: AuthorDate,
}

impl AcceptedProblem {
    /// A problem that was handed in at a moment, by the one name of `duplicates` and the clock of `zone`.
    pub fn new(problem: &ProblemId, at: Timestamp, duplicates: &DuplicateProblems, zone: &TimeZone) -> Self {
        Self { problem: duplicates.one(problem).clone(), at: AuthorDate::in_zone(at, zone) }
    }
}

/// What the judges accepted, each submission once. The offsets are those of `zone`.
pub fn accepted_problems(
    submissions: &[Submission],
    duplicates: &DuplicateProblems,
    zone: &TimeZone,
) -> Vec<AcceptedProblem> {
    let accepted = submissions.iter().filter(|one| one.outcome() == Outcome::Accepted);
    accepted.map(|one| AcceptedProblem::new(&one.problem, one.at, duplicates, zone)).collect()
}

/// What each day brought, by the solution changes of each repository and what the judges accepted, in any order, as far
/// as `rules` count it.
pub fn practice_log(
    repos: &[&[SolutionChange]],
    accepted: &[AcceptedProblem],
    rules: &StreakRules,
) -> PracticeLog {
    let mut places: foldhash::HashMap<ProblemRef<'_>, usize> = foldhash::HashMap::default();
    let mut gathered: BTreeMap<Date, Gathered> = BTreeMap::new();
    if rules.source.has_submissions() {
        let recorded =
            repos.iter().enumerate().flat_map(|(repo, changes)| recorded_solves(repo, changes, rules));
        let accepted = accepted.iter();
        let accepted = accepted.map(|one| (rules.day.day_of(one.at), ProblemRef::Problem(&one.problem)));
        for (day, problem) in accepted.chain(recorded) {
            let next = places.len();
            let place = *places.entry(problem).or_insert(next);
            gathered.entry(day).or_default().problems.push(place);
        }
    }
    let committed = repos.iter().enumerate().filter(|_| rules.source.has_commits());
    for (repo, changes) in committed {
        for change in *changes {
            let own = UploadDays::new(change, &rules.day);
            let (mut of_commit, mut uploaded) = (Vec::new(), Vec::new());
            for file in &change.files {
                let own_day = own.own_day(file);
                for problem in problems_of(repo, file) {
                    let next = places.len();
                    let place = *places.entry(problem).or_insert(next);
                    match own_day {
                        Some(day) => uploaded.push((day, place)),
                        None => of_commit.push(place),
                    }
                }
            }
            for (day, problem) in uploaded {
                gathered.entry(day).or_default().problems.push(problem);
            }
            let day = gathered.entry(own.of_commit()).or_default();
            day.commits += 1;
            let is_bulk = change.files.len() > rules.bulk;
            let problems = if is_bulk { &mut day.bulk } else { &mut day.problems };
            problems.append(&mut of_commit);
        }
    }
    let mut known = vec![false; places.len()];
    let mut solved = vec![false; places.len()];
    let day = |(date, mut day): (Date, Gathered)| {
        day.tidy();
        let mut count_new = |problems: &[usize]| {
            problems.iter().filter(|&&problem| !std::mem::replace(&mut known[problem], true)).count() as u32
        };
        let (new, bulk_new) = (count_new(&day.problems), count_new(&day.bulk));
        day.problems.iter().for_each(|&problem| solved[problem] = true);
        let (solved, bulk) = (day.problems.len() as u32, day.bulk.len() as u32);
        PracticeDay { date, solved, new, revised: solved - new, commits: day.commits, bulk, bulk_new }
    };
    let days = gathered.into_iter().map(day).collect();
    PracticeLog { days, total_solved: solved.into_iter().filter(|solved| *solved).count() as u32 }
}

/// The solves that tools recorded, each on its day: the moment that a README tells, else the day of the commit.
fn recorded_solves<'a>(
    repo: usize,
    changes: &'a [SolutionChange],
    rules: &'a StreakRules,
) -> impl Iterator<Item = (Date, ProblemRef<'a>)> {
    changes.iter().flat_map(move |change| {
        let days = UploadDays::new(change, &rules.day);
        change.files.iter().flat_map(move |file| {
            let day = file.record.as_ref().map(|record| days.day_at(record).unwrap_or(days.of_commit()));
            day.into_iter().flat_map(move |day| problems_of(repo, file).map(move |problem| (day, problem)))
        })
    })
}

/// Days or weeks that met the goal, one after the other but for rest days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The first day that met the goal.
    pub from: Date,
    /// The last day that did.
    pub to: Date,
    /// How many days or weeks met it.
    pub length: u32,
    /// Rest days between them.
    pub rests: u32,
}

/// Every streak that there was until `today`, oldest first; `days` are oldest first, too.
pub fn streaks(days: &[PracticeDay], rules: &StreakRules, today: Date) -> Vec<Run> {
    runs(&met(days, rules, today), rules)
}

fn runs(met: &[(Date, Date)], rules: &StreakRules) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for &(from, to) in met {
        match runs.last_mut() {
            Some(run) if bridges(run.to, from, rules) => {
                run.rests += rests_between(run.to, from, rules);
                run.to = to;
                run.length += 1;
            }
            _ => runs.push(Run { from, to, length: 1, rests: 0 }),
        }
    }
    runs
}

/// The days after `from` and before `to`.
fn between(from: Date, to: Date) -> impl Iterator<Item = Date> {
    // Mostly there are none, and a series isn't free.
    let apart = from < to && from.tomorrow().is_ok_and(|next| next < to);
    let days = apart.then(|| from.series(1.days()).skip(1));
    days.into_iter().flatten().take_while(move |date| *date < to)
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
