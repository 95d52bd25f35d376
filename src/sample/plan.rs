//! What the sample user tried and solved on which evening of the year: a made-up calendar of a person's practice.
//!
//! There are weeks with much time and weeks with little, two in which everything else was left undone, a cold, a holiday
//! and days that slipped by. What they choose is mostly a bit easier than what they are worth by then, and now and then
//! much harder; of those, and of one topic, they give up more than of others. All of it is drawn by a generator whose seed is how long ago a day was, so that each day is the same in
//! every demo of the same date.

use foldhash::{HashSet, HashSetExt as _};
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::archive;
use crate::model::{AuthorDate, SplitMix64};

/// How many days before today practice began.
pub(super) const DAYS: i64 = 366;

/// Days before today without practice, first to last: a cold, a holiday, a busy month's end, single misses.
const GAPS: [(i64, i64); 7] =
    [(24, 26), (71, 71), (118, 131), (180, 181), (229, 229), (262, 275), (330, 333)];

/// Days before today when practice was all there was.
const BURSTS: [(i64, i64); 2] = [(88, 93), (205, 208)];

/// The days of the present streak: none of them slipped by.
const STREAK: i64 = 24;

/// Days before today when there was a virtual contest, and the round that it was.
pub(super) const VIRTUAL: i64 = 150;
const VIRTUAL_ROUND: usize = 2112;

/// More problems than these there are on no day.
const MOST_ON_A_DAY: usize = 8;

/// The topic that they are worse at than at others.
const WEAKEST_TOPIC: &str = "dp";

/// Among how many problems they choose.
const CHOICE: usize = 14;

/// The author lives in Seoul.
const OFFSET_MINUTES: i32 = 540;

/// A problem where its judge has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum JudgeProblem {
    /// The task of a beginner contest.
    AtCoder(usize, char),
    /// The problem of a round.
    Codeforces(usize, char),
}

/// A problem of the year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attempted {
    /// How many days before today.
    pub ago: i64,
    /// When it was committed, or given up.
    pub at: AuthorDate,
    pub problem: JudgeProblem,
    /// How often it was handed in in vain.
    pub misses: usize,
    pub is_solved: bool,
    /// In Python, else in Rust.
    pub in_python: bool,
    pub in_virtual_contest: bool,
}

/// Everything that was tried for practice until `today`, in its order.
pub(super) fn year(today: Date) -> Vec<Attempted> {
    let mut taken = HashSet::new();
    let mut year = Vec::new();
    for ago in (0..DAYS).rev() {
        let date = today.saturating_sub(ago.days());
        let mut dice = SplitMix64::new(SplitMix64::seed([ago]));
        if ago == VIRTUAL {
            year.extend(virtual_contest(date));
        } else if practises(date, ago, &mut dice) {
            day(date, ago, &mut dice, &mut taken, &mut year);
        }
    }
    year
}

fn within(days: &[(i64, i64)], ago: i64) -> bool {
    days.iter().any(|(last, first)| (*last..=*first).contains(&ago))
}

fn practises(date: Date, ago: i64, dice: &mut SplitMix64) -> bool {
    let (rest, slip) = (dice.uniform() < 0.75, dice.uniform() < 0.04);
    let rests = date.weekday() == Weekday::Sunday && rest;
    let slips = ago >= STREAK && slip;
    ago == 0 || !(rests || slips || within(&GAPS, ago))
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// How many there are on a day: one, and what the week and the day of the week leave time for.
fn problems_on(date: Date, ago: i64, dice: &mut SplitMix64) -> usize {
    if ago == 0 {
        return 1;
    }
    let mut week = SplitMix64::new(SplitMix64::seed([-1, ago / 7]));
    let leisure = (0.6 * week.normal()).exp().min(2.5);
    let mean = if within(&BURSTS, ago) {
        5.0
    } else if is_weekend(date) {
        1.3 * leisure
    } else {
        0.4 * leisure
    };
    let mut spent = dice.exponential();
    let mut count = 1;
    while spent < mean && count < MOST_ON_A_DAY {
        spent += dice.exponential();
        count += 1;
    }
    count
}

/// A day of practice: mostly an evening, now and then a quarter of an hour before work, on weekends from noon on.
fn day(
    date: Date,
    ago: i64,
    dice: &mut SplitMix64,
    taken: &mut HashSet<JudgeProblem>,
    year: &mut Vec<Attempted>,
) {
    let count = problems_on(date, ago, dice);
    let (start, width) = if ago == 0 {
        // Today's is done before work, so that the streak shows as kept whenever somebody looks.
        (6.5, 0.5)
    } else if is_weekend(date) {
        (12.5, 7.0)
    } else if count == 1 && dice.uniform() < 0.12 {
        (6.5, 1.0)
    } else if count > 4 {
        (18.0, 1.0)
    } else {
        (19.5, 3.5)
    };
    let mut minutes = (60.0 * (start + width * dice.uniform())) as i64;
    let mut on_codeforces = dice.uniform() < 0.35;
    for nth in 0..count {
        if dice.uniform() < 0.3 {
            on_codeforces = !on_codeforces;
        }
        let level = level(ago, on_codeforces);
        let wish = match dice.uniform() {
            hard if hard < 0.06 => level + 450.0,
            _ => level - 120.0 + 260.0 * dice.normal(),
        };
        let problem = choose(wish, on_codeforces, taken, dice);
        taken.insert(problem);
        let excess = (archive::difficulty_of(problem) as f64 - level) / 250.0;
        let fails = 0.75 / (1.0 + (0.6 - excess).exp());
        let misses = (0..4).take_while(|_| dice.uniform() < fails).count();
        let weakness = if archive::is_about(problem, WEAKEST_TOPIC) { 0.3 } else { 0.0 };
        let gives_up = 0.03 + weakness + 0.3 / (1.0 + (3.0 - 2.0 * excess).exp());
        // A day is never begun in vain.
        let is_solved = nth == 0 || dice.uniform() >= gives_up;
        year.push(Attempted {
            ago,
            at: at(date, 0, minutes),
            problem,
            misses: misses.max(usize::from(!is_solved)),
            is_solved,
            in_python: dice.uniform() < 0.09,
            in_virtual_contest: false,
        });
        minutes += (14.0 + 30.0 * dice.uniform() * (1.0 + excess.clamp(0.0, 1.5))) as i64;
    }
}

/// What the sample user is worth on a day, on the judge's scale; it lies a little above the rating, as ratings of those
/// who improve come after.
fn level(ago: i64, on_codeforces: bool) -> f64 {
    let passed = 1.0 - ago as f64 / DAYS as f64;
    if on_codeforces { 850.0 + 500.0 * passed } else { 150.0 + 1150.0 * passed.powf(0.7) }
}

/// What lies nearest to the wished difficulty among some that weren't tried yet.
fn choose(
    wish: f64,
    on_codeforces: bool,
    taken: &HashSet<JudgeProblem>,
    dice: &mut SplitMix64,
) -> JudgeProblem {
    let mut draw = |count: usize| (dice.uniform() * count as f64) as usize;
    let mut best: Option<(f64, JudgeProblem)> = None;
    let mut candidates = 0;
    while candidates < CHOICE || best.is_none() {
        candidates += 1;
        let problem = if on_codeforces {
            let round = archive::rounds().nth(draw(archive::ROUNDS)).unwrap_or(VIRTUAL_ROUND);
            JudgeProblem::Codeforces(round, ['A', 'B', 'C', 'D'][draw(4)])
        } else {
            let contest = archive::beginner_contests().start + draw(archive::BEGINNER_CONTESTS);
            JudgeProblem::AtCoder(contest, ['a', 'b', 'c', 'd', 'e'][draw(5)])
        };
        let away = (archive::difficulty_of(problem) as f64 - wish).abs();
        let is_free = !taken.contains(&problem)
            && !matches!(problem, JudgeProblem::Codeforces(round, _) if round == VIRTUAL_ROUND);
        if is_free && best.is_none_or(|(least, _)| away < least) {
            best = Some((away, problem));
        }
    }
    best.map_or(JudgeProblem::Codeforces(VIRTUAL_ROUND, 'D'), |(_, problem)| problem)
}

/// The first three problems of a round, one after another on an afternoon.
fn virtual_contest(date: Date) -> impl Iterator<Item = Attempted> {
    [('A', 9, 0), ('B', 31, 1), ('C', 88, 2)].into_iter().map(move |(index, minute, misses)| Attempted {
        ago: VIRTUAL,
        at: at(date, 14, minute),
        problem: JudgeProblem::Codeforces(VIRTUAL_ROUND, index),
        misses,
        is_solved: true,
        in_python: false,
        in_virtual_contest: true,
    })
}

/// A time of day where the author lives.
pub(super) fn at(date: Date, hour: i64, minute: i64) -> AuthorDate {
    let days = i64::from((date - jiff::civil::date(1970, 1, 1)).get_days());
    let seconds = (days * 24 + hour) * 3600 + minute * 60 - i64::from(OFFSET_MINUTES) * 60;
    AuthorDate { seconds, offset_minutes: OFFSET_MINUTES }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_is_one_that_a_person_could_have_had() {
        let today = jiff::civil::date(2026, 11, 23);
        let tried = year(today);
        let distinct: HashSet<_> = tried.iter().map(|one| one.problem).collect();
        assert_eq!(distinct.len(), tried.len(), "no problem comes twice");
        let solves: Vec<_> = tried.iter().filter(|one| one.is_solved).collect();
        assert!((400..650).contains(&solves.len()), "{}", solves.len());
        for solve in &tried {
            let date = today.saturating_sub(solve.ago.days());
            let (begin, end) = (at(date, 4, 0), at(date, 28, 0));
            assert!((begin.seconds..end.seconds).contains(&solve.at.seconds), "{solve:?}");
        }
        let on = |ago: i64| solves.iter().filter(|solve| solve.ago == ago).count();
        assert_eq!(on(0), 1);
        assert!(
            (0..STREAK)
                .all(|ago| on(ago) > 0 || { today.saturating_sub(ago.days()).weekday() == Weekday::Sunday })
        );
        assert!((0..DAYS).any(|ago| on(ago) >= 6), "there are bursts");
    }

    #[test]
    fn a_day_stays_what_it_was_when_others_come() {
        let today = jiff::civil::date(2026, 11, 23);
        let of = |today| year(today).into_iter().map(|solve| (solve.ago, solve.problem)).collect::<Vec<_>>();
        assert_eq!(of(today), of(today.saturating_add(7.days())));
    }
}
