//! What to solve next: a few problems for a day, drawn at random and always the same for the same day and history.
//!
//! A problem is drawn by the probability of solving it and by its topics. Of two days in a row it can come up on one
//! alone, so that nothing has to be remembered for today's problems to be other ones than yesterday's.

mod listed;
mod topics;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::RangeInclusive;

use foldhash::HashSet;
use jiff::Timestamp;
use jiff::civil::Date;

use super::{
    Attempts, Catalogue, CatalogueEntry, CataloguedProblem, ComingContest, LevelBasis, Levels,
    PracticeCalibration,
};
use crate::model::{DuplicateProblems, Judge, ProblemId, SplitMix64};
pub use listed::recommend_from_list;
use topics::Topics;

/// The probability and the number of problems that are wished for where nobody says otherwise.
const EVEN: f64 = 0.5;
const COUNT: usize = 3;

/// How far from the wished probability a problem may lie while there are enough that don't.
pub const BAND: f64 = 0.15;

/// How fast problems become less likely to be drawn away from the wished probability: a standard deviation.
const SPREAD: f64 = 0.08;

/// Where fewer problems of a judge lie in the band, as many of the nearest are drawn from.
const FEWEST: usize = 30;

/// What one wishes for.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// The probability of solving the problem, 0 to 1; `None` where only the difficulty matters.
    pub probability: Option<f64>,
    /// How hard it may be, on its judge's scale of ratings as it is shown.
    pub difficulty: RangeInclusive<i32>,
    /// The judges that it may be of.
    pub judges: Vec<Judge>,
    /// The topic that it has, in any case, with spaces or hyphens between words.
    pub topic: Option<String>,
    /// How many.
    pub count: usize,
    /// Which list of the day: 0 is the first, and no two have a problem in common.
    pub again: usize,
}

impl Wish {
    /// What a day's problems are where nobody wishes for others: three that are solved in half of all cases.
    pub fn of_the_day() -> Self {
        Self {
            probability: Some(EVEN),
            difficulty: i32::MIN..=i32::MAX,
            judges: Judge::all().collect(),
            topic: None,
            count: COUNT,
            again: 0,
        }
    }
}

/// What is known of somebody as a day begins.
#[derive(Debug, Clone, Default)]
pub struct Past<'a> {
    /// When that is.
    pub at: Timestamp,
    /// How strong they were.
    pub levels: Levels,
    /// How often they solved in practice what they tried.
    pub odds: PracticeCalibration,
    /// What they had handed in.
    pub attempts: Cow<'a, [Attempts]>,
    /// What they had committed; of duplicates the one name.
    pub committed: HashSet<ProblemId>,
}

/// A problem that is worth solving.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal<'a> {
    /// Which.
    pub problem: CataloguedProblem<'a>,
    /// How likely they solve it in a contest; `None` without a rating at its judge.
    pub probability: Option<f64>,
    /// How likely they solve it at last when they try it in practice.
    pub in_practice: Option<f64>,
    /// How many seconds they are expected to take, where AtCoder Problems' model says it.
    pub seconds: Option<f64>,
    /// What speaks for it most.
    pub why: Why,
}

impl<'a> Proposal<'a> {
    /// With what is known of how likely one solves it.
    fn new(problem: CataloguedProblem<'a>, past: &Past<'_>, why: Why) -> Self {
        // Of an assumed level nothing can be said.
        let of = |entry: &'a CatalogueEntry| Some((past.levels.of(entry.problem.judge)?, entry));
        let level = problem.entry.and_then(of).filter(|(level, _)| level.basis != LevelBasis::Assumed);
        let probability = level.and_then(|(level, entry)| level.probability(entry));
        Self {
            problem,
            probability,
            in_practice: probability.map(|probability| past.odds.probability(probability)),
            seconds: level.and_then(|(level, entry)| level.seconds(entry)),
            why,
        }
    }
}

/// A day's problems.
#[derive(Debug, Clone)]
pub struct Assignment<'a> {
    /// The day.
    pub day: Date,
    /// The problems, and what became of each.
    pub problems: Vec<(Proposal<'a>, Progress)>,
    /// The wished probability, where one was wished for.
    pub probability: Option<f64>,
    /// The levels that it rests on.
    pub levels: Levels,
    /// The name of the list that they are from.
    pub list: Option<String>,
    /// Whether topics are shown, which are hints.
    pub with_topics: bool,
    /// The contests that are rated for the user and begin within a day, the first to begin first.
    pub soon: Vec<ComingContest<'a>>,
}

/// What speaks for a problem. Topics are hints, and the reader may not want to see them.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// Problems of the topic take more attempts than others.
    Weak {
        /// The topic.
        topic: String,
        /// Attempts for each solved problem of it, drawn toward the usual where there are few.
        tries: f64,
        /// Attempts for each solved problem of any topic.
        usual: f64,
    },
    /// The topic was left alone for long.
    Untouched {
        /// The topic.
        topic: String,
        /// For how many days.
        days: u32,
    },
    /// No problem of the topic was ever tried.
    New {
        /// The topic.
        topic: String,
    },
    /// It is the next of a list, below this heading.
    Listed(Option<String>),
    /// It has the wished difficulty; nothing is known of its topics, or they are all well.
    Level,
}

/// What became of a proposal in the course of its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nothing yet.
    Open,
    /// It was handed in, and not accepted.
    Tried,
    /// The judge has accepted it.
    Accepted,
    /// A solution is committed.
    Committed,
}

impl Progress {
    /// What became of `problem`, by what was handed in and committed until now.
    pub fn of(
        problem: &ProblemId,
        attempts: &[Attempts],
        committed: &HashSet<ProblemId>,
        duplicates: &DuplicateProblems,
    ) -> Self {
        let one = duplicates.one(problem);
        let tried = attempts.binary_search_by_key(&one, |attempts| &attempts.problem);
        match tried.map(|place| attempts[place].solved) {
            _ if committed.contains(one) => Self::Committed,
            Ok(Some(_)) => Self::Accepted,
            Ok(None) => Self::Tried,
            Err(_) => Self::Open,
        }
    }
}

/// A problem that could be drawn.
struct Candidate<'a> {
    proposal: Proposal<'a>,
    /// How far the probability lies from the wished one.
    distance: f64,
    /// Worse ones are taken where better ones don't suffice: those that could come up on yesterday's list, and after all
    /// others those that are too easy or too hard.
    tier: u8,
    /// The lower, the sooner it is drawn.
    rank: f64,
}

/// The problems for `day`: never tried, not committed, by turns of each judge, those drawn first in front. Fewer than
/// wished for where there aren't more.
///
/// Left out are problems without a known difficulty, those without a fair one by the judge's own remark (`*special`),
/// AtCoder's from before there were ratings, whose difficulty is a guess, and heuristic contests.
pub fn recommend<'a>(catalogue: &'a Catalogue, past: &Past<'_>, wish: &Wish, day: Date) -> Vec<Proposal<'a>> {
    let topics = Topics::new(&past.attempts, catalogue, past.at);
    let tried: HashSet<&ProblemId> = past.attempts.iter().map(|one| &one.problem).collect();
    let is_open = |entry: &&CatalogueEntry| {
        let one = catalogue.duplicates().one(&entry.problem.id);
        !tried.contains(one) && !past.committed.contains(one)
    };
    let number = i64::from((day - jiff::civil::date(1970, 1, 1)).get_days());
    let mut lists: Vec<std::vec::IntoIter<Proposal<'a>>> = Vec::new();
    for judge in &wish.judges {
        let fitting = catalogue.entries().iter().filter(|entry| entry.problem.judge == *judge);
        let fitting = fitting.filter(|entry| fits(entry, wish)).filter(is_open);
        let candidates = fitting.filter_map(|entry| candidate(entry, past, wish, &topics)).collect();
        lists.push(drawn(candidates, number).into_iter());
    }
    if lists.is_empty() {
        return Vec::new();
    }
    let first = number.rem_euclid(lists.len() as i64) as usize;
    lists.rotate_left(first);
    by_turns(lists).skip(wish.again.saturating_mul(wish.count)).take(wish.count).collect()
}

/// Whether `entry` is what is wished for, apart from its probability.
fn fits(entry: &CatalogueEntry, wish: &Wish) -> bool {
    let problem = &entry.problem;
    let is_guess = entry.model.as_ref().is_some_and(|model| model.experimental);
    let is_heuristic = (problem.judge.spec().problems.is_scored)(&problem.contest);
    let has_topic = |wished: &String| entry.has_topic(wished);
    entry.difficulty.is_some_and(|difficulty| wish.difficulty.contains(&difficulty))
        && !is_guess
        && !is_heuristic
        && !problem.tags.iter().any(|tag| tag == "*special")
        && wish.topic.as_ref().is_none_or(has_topic)
}

/// `None` where the probability is wished for and unknown.
fn candidate<'a>(
    entry: &'a CatalogueEntry,
    past: &Past<'_>,
    wish: &Wish,
    topics: &Topics<'_>,
) -> Option<Candidate<'a>> {
    let level = past.levels.of(entry.problem.judge);
    let probability = level.and_then(|level| level.probability(entry));
    let distance = match wish.probability {
        Some(wished) => (probability? - wished).abs(),
        None => 0.0,
    };
    let (weight, why) = topics.weight(entry);
    // The logarithm of the weight; of far ones the weight itself would be nothing.
    let rank = 0.5 * (distance / SPREAD).powi(2) - weight.ln();
    let proposal = Proposal::new(CataloguedProblem::listed(entry), past, why);
    Some(Candidate { proposal, distance, tier: 0, rank })
}

/// The candidates in the order in which they are drawn on the day with this number: each by its weight, without putting
/// back (Efraimidis and Spirakis 2006). The draw of a problem depends on nothing but the day and the problem, so that the
/// others stay where one leaves or joins. Where none lies in the band the nearest come first, in steps of a percent:
/// whoever is below all problems is helped by the easiest alone.
fn drawn(mut candidates: Vec<Candidate<'_>>, day: i64) -> Vec<Proposal<'_>> {
    let mut distances: Vec<f64> = candidates.iter().map(|one| one.distance).collect();
    distances.sort_by(f64::total_cmp);
    let fewest = distances.get(FEWEST.min(distances.len()).saturating_sub(1)).copied().unwrap_or_default();
    let none_is_near = distances.first().is_some_and(|nearest| *nearest > BAND);
    for one in &mut candidates {
        let id = one.proposal.problem.id.as_str();
        let own = || id.bytes().map(i64::from);
        // Every second day is a problem's own.
        let is_its_day = (SplitMix64::seed(own()) as i64 ^ day) & 1 == 0;
        one.tier = match () {
            () if one.distance > BAND.max(fewest) => 2,
            () => u8::from(!is_its_day),
        };
        one.rank += match one.tier {
            2 => 0.0,
            _ => SplitMix64::new(SplitMix64::seed(std::iter::once(day).chain(own()))).exponential().ln(),
        };
    }
    let order = |a: &Candidate<'_>, b: &Candidate<'_>| -> Ordering {
        let by_id = || a.proposal.problem.id.cmp(&b.proposal.problem.id);
        let step = |one: &Candidate<'_>| if none_is_near { (one.distance * 100.0).round() as i64 } else { 0 };
        let is_far = |one: &Candidate<'_>| none_is_near && one.tier == 2;
        let nearness = is_far(a).cmp(&is_far(b)).then(step(a).cmp(&step(b)));
        nearness.then(a.tier.cmp(&b.tier)).then(a.rank.total_cmp(&b.rank)).then_with(by_id)
    };
    candidates.sort_by(order);
    candidates.into_iter().map(|one| one.proposal).collect()
}

/// One of each list after the other, as long as there are any.
fn by_turns<T>(mut lists: Vec<std::vec::IntoIter<T>>) -> impl Iterator<Item = T> {
    let mut turn = 0;
    std::iter::from_fn(move || {
        for _ in 0..lists.len() {
            let place = turn % lists.len();
            turn += 1;
            if let Some(one) = lists[place].next() {
                return Some(one);
            }
        }
        None
    })
}

#[cfg(test)]
mod tests;
