//! A year, looked back on.

mod ahead;
mod series;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;

pub use self::ahead::Ahead;
pub use self::series::{BestPerformance, Reached, SeriesYear};
use super::{
    Attempts, Catalogue, ContestTimes, DateRange, MonthTally, PracticeLog, ProblemHistory, RecordedTally,
    Solved, Tally, attempts_until, recorded, streak_of, worked,
};
use crate::model::{
    Judge, Period, PracticeDay, PracticeSource, ProblemId, RatingSeries, StreakRules, Submission,
};

/// All that a review is made of.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    /// What each day brought, oldest first; `None` where no repository could be read.
    pub days: Option<&'a [PracticeDay]>,
    /// The problems that committed solutions name; `None` likewise.
    pub committed: Option<&'a Solved>,
    /// What a day is and what it asks for.
    pub rules: &'a StreakRules,
    /// The rating series.
    pub series: &'a [RatingSeries],
    /// Every submission.
    pub submissions: &'a [Submission],
    /// Every listed problem.
    pub catalogue: &'a Catalogue,
    /// When contests begin and end.
    pub times: &'a ContestTimes<'a>,
    /// The zone in which contests and submissions have their days.
    pub zone: &'a TimeZone,
}

/// What the commits of a stretch of time say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Practice {
    /// Days with a solution change.
    pub days: u32,
    /// Days (or weeks, where the goal is a week's) in the longest streak that lies in it.
    pub longest: u32,
    /// What makes its days.
    pub source: PracticeSource,
    /// What a streak is counted in.
    pub unit: Period,
    /// The first day of that streak.
    pub longest_from: Option<Date>,
    /// Its last day.
    pub longest_to: Option<Date>,
    /// Problems that were committed for the first time, without those that only bulk commits touched.
    pub new_problems: u32,
}

/// The numbers by which years are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// The stretch of time.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// What the commits say; `None` where no repository could be read.
    pub practice: Option<Practice>,
    /// Problems that a judge accepted for the first time.
    pub solved: u32,
    /// Rated contests, of all series.
    pub contests: usize,
}

/// A topic in which a problem was solved for the first time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTopic {
    /// As its judge writes it.
    pub topic: String,
    /// The problem that was the first.
    pub problem: NamedSolve,
}

/// A problem that was solved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedSolve {
    /// The judge.
    pub judge: Judge,
    /// Which problem.
    pub problem: ProblemId,
    /// Its name, where a judge tells it.
    pub name: Option<String>,
    /// How hard it is, on the judge's scale of ratings.
    pub difficulty: Option<i32>,
    /// The day.
    pub on: Date,
}

/// A year, or the part of it that has passed.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Which year.
    pub year: i16,
    /// Whether the year is over; else it is told as of [`Totals::to`].
    pub is_over: bool,
    /// The year in numbers.
    pub totals: Totals,
    /// The same part of the year before; `None` where nothing happened in it, or nothing is known of its first half.
    pub before: Option<Totals>,
    /// What was worked at on the judges.
    pub tally: Tally,
    /// Other judges' problems that were committed for the first time, most first.
    pub elsewhere: Vec<(String, u32)>,
    /// What is recorded of those that were solved in it, where anything is.
    pub recorded: Vec<RecordedTally>,
    /// The month in which the judges accepted most problems, of equals the first: its first day, and how many.
    pub best_month: Option<(Date, u32)>,
    /// The same of problems that were committed for the first time.
    pub best_committed_month: Option<(Date, u32)>,
    /// The hardest problem that was solved at each judge, of equals the first.
    pub hardest: Vec<NamedSolve>,
    /// Topics in which nothing had been solved before, in the order of time.
    pub new_topics: Vec<NewTopic>,
    /// Each series with a contest in it.
    pub series: Vec<SeriesYear>,
    /// The first day of which anything is known.
    pub known_since: Option<Date>,
}

impl Totals {
    /// Whether nothing happened.
    pub fn is_empty(&self) -> bool {
        self.practice.is_none_or(|practice| practice.days == 0) && self.solved == 0 && self.contests == 0
    }
}

impl Review {
    /// Looks back on `year`, which has begun on `today`.
    pub fn new(year: i16, today: Date, material: &Material<'_>) -> Self {
        let first = Date::new(year, 1, 1).unwrap_or(Date::MIN);
        let last = first.last_of_year();
        let (to, is_over) = if today > last { (last, true) } else { (today.max(first), false) };
        let window = DateRange { from: Some(first), to: Some(to) };
        let at_end = material.attempts_until(window);
        let worked = worked(&at_end, material.catalogue, window, material.zone);
        let solved: Vec<&ProblemHistory<'_>> =
            worked.iter().filter(|one| one.attempts.solved.is_some()).collect();
        let tally = Tally::new(&worked, material.zone);
        let totals = material.totals((first, to), tally.all.solved);
        let before = material.year_before(first, to, is_over);
        let elsewhere = material.elsewhere(window);
        let known_since = material.known_since();
        Self {
            year,
            is_over,
            before: before.filter(|before| !before.is_empty() && is_comparable(before, known_since)),
            best_month: best_month(&tally.by_month),
            best_committed_month: material.best_committed_month(window),
            hardest: hardest(&solved, material.zone),
            new_topics: new_topics(&at_end, &solved, first, material),
            series: material
                .series
                .iter()
                .filter_map(|series| SeriesYear::new(series, window, material.zone))
                .collect(),
            known_since,
            totals,
            tally,
            elsewhere,
            recorded: material
                .committed
                .map(|committed| recorded(committed, window, |_| true))
                .unwrap_or_default(),
        }
    }
}

impl Material<'_> {
    fn attempts_until(&self, window: DateRange) -> Vec<Attempts> {
        attempts_until(self.submissions, self.catalogue, self.times, window, self.zone)
    }

    /// The numbers of a stretch in which so many problems were solved.
    fn totals(&self, (from, to): (Date, Date), solved: u32) -> Totals {
        let window = DateRange { from: Some(from), to: Some(to) };
        let day = |at: jiff::Timestamp| self.zone.to_datetime(at).date();
        let rated = self.series.iter().flat_map(RatingSeries::rated);
        let contests = rated.filter(|change| window.holds(day(change.at))).count();
        Totals { from, to, practice: self.practice(window, to), solved, contests }
    }

    fn practice(&self, window: DateRange, to: Date) -> Option<Practice> {
        let days: Vec<PracticeDay> =
            self.days?.iter().copied().filter(|day| window.holds(day.date)).collect();
        let new_problems = days.iter().map(|day| day.new).sum();
        let streak = streak_of(PracticeLog { days, total_solved: 0 }, self.rules, to);
        Some(Practice {
            days: streak.days_with_problems(),
            longest: streak.longest,
            source: streak.source,
            unit: streak.unit,
            longest_from: streak.longest_from,
            longest_to: streak.longest_to,
            new_problems,
        })
    }

    /// The year before, up to the same day of it where this one isn't over.
    fn year_before(&self, first: Date, to: Date, is_over: bool) -> Option<Totals> {
        let year = first.year() - 1;
        let from = Date::new(year, 1, 1).ok()?;
        let to = if is_over { from.last_of_year() } else { to.checked_sub(1.year()).ok()? };
        let window = DateRange { from: Some(from), to: Some(to) };
        let at_end = self.attempts_until(window);
        let worked = worked(&at_end, self.catalogue, window, self.zone);
        Some(self.totals((from, to), Tally::new(&worked, self.zone).all.solved))
    }

    /// Problems of judges whose submissions aren't known, by judge.
    fn elsewhere(&self, window: DateRange) -> Vec<(String, u32)> {
        let fetched: BTreeSet<&str> =
            self.submissions.iter().map(|submission| submission.judge.id()).collect();
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        let committed = self.committed.iter().flat_map(|committed| &committed.problems);
        for solved in committed.filter(|solved| window.holds(solved.first)) {
            let judge = solved.problem.known_judge();
            if !fetched.contains(&judge.id) {
                *counts.entry(judge.id).or_default() += 1;
            }
        }
        let mut counts: Vec<(String, u32)> =
            counts.into_iter().map(|(judge, count)| (judge.to_owned(), count)).collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts
    }

    fn best_committed_month(&self, window: DateRange) -> Option<(Date, u32)> {
        let mut months: BTreeMap<Date, u32> = BTreeMap::new();
        for day in self.days?.iter().filter(|day| window.holds(day.date)) {
            *months.entry(day.date.first_of_month()).or_default() += day.new;
        }
        best(months.into_iter())
    }

    fn known_since(&self) -> Option<Date> {
        let day = |at: jiff::Timestamp| self.zone.to_datetime(at).date();
        let committed = self.days.and_then(|days| days.first()).map(|day| day.date);
        let contest = self.series.iter().filter_map(|series| series.history.first());
        let submitted = self.submissions.iter().map(|submission| submission.at).min();
        committed.into_iter().chain(contest.map(|change| day(change.at))).chain(submitted.map(day)).min()
    }
}

/// Whether more than half of a range of days is known of.
fn is_comparable(totals: &Totals, known_since: Option<Date>) -> bool {
    let known_from = known_since.map_or(totals.from, |since| since.max(totals.from));
    2 * (totals.to - known_from).get_days() >= (totals.to - totals.from).get_days()
}

fn best_month(months: &[MonthTally]) -> Option<(Date, u32)> {
    best(months.iter().map(|one| (one.month, one.counts.solved)))
}

/// The first of those with the most, if that is anything.
fn best(months: impl DoubleEndedIterator<Item = (Date, u32)>) -> Option<(Date, u32)> {
    months.rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0)
}

fn named(one: &ProblemHistory<'_>, zone: &TimeZone) -> NamedSolve {
    let listed = one.entry.map(|entry| entry.problem.name.clone());
    NamedSolve {
        judge: one.attempts.judge,
        problem: one.attempts.problem.clone(),
        name: listed.or_else(|| one.attempts.name.clone()),
        difficulty: one.difficulty(),
        on: one.day(zone),
    }
}

fn hardest(solved: &[&ProblemHistory<'_>], zone: &TimeZone) -> Vec<NamedSolve> {
    let of_judge = |judge: Judge| {
        let known = solved.iter().filter(|one| one.attempts.judge == judge && one.difficulty().is_some());
        known.max_by_key(|one| (one.difficulty(), std::cmp::Reverse(one.at()))).map(|one| named(one, zone))
    };
    Judge::all().filter_map(of_judge).collect()
}

fn new_topics(
    at_end: &[Attempts],
    solved: &[&ProblemHistory<'_>],
    first: Date,
    material: &Material<'_>,
) -> Vec<NewTopic> {
    let earlier = DateRange { from: None, to: first.yesterday().ok() };
    let earlier = worked(at_end, material.catalogue, earlier, material.zone);
    let solved_earlier = earlier.iter().filter(|one| one.attempts.solved.is_some());
    let mut seen: HashSet<&str> = solved_earlier.flat_map(ProblemHistory::topics).collect();
    let mut in_time = solved.to_vec();
    in_time.sort_by_key(|one| (one.at(), &one.attempts.problem));
    let mut new = Vec::new();
    for one in in_time {
        for topic in one.topics().filter(|topic| seen.insert(topic)) {
            new.push(NewTopic { topic: topic.to_owned(), problem: named(one, material.zone) });
        }
    }
    new
}
