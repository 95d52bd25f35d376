//! The contests that one took part in.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashSet};
use jiff::Timestamp;

use super::ContestProblems;
use crate::answers::{Attempts, CatalogueEntry, ContestTimes, Phase};
use crate::answers::{PerformanceEstimate, performance_estimates};
use crate::model::{
    Contest, DuplicateProblems, Judge, Outcome, ProblemId, RatingChange, RatingSeries, Submission, Track,
};

/// How one took part in a contest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Participated {
    /// It changed the rating, or could have.
    Rated,
    /// While it ran, without a change of the rating.
    Unrated,
    /// After it, as if it were running.
    Virtual,
}

/// What a contest was worth, on the scale of ratings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Performance {
    /// What the judge says (AtCoder).
    Published(i32),
    /// What the change of the rating tells (Codeforces).
    Estimated(PerformanceEstimate),
}

impl Performance {
    /// The number; of an upper bound that bound.
    pub fn number(self) -> i32 {
        match self {
            Self::Published(performance) => performance,
            Self::Estimated(estimate) => estimate.number(),
        }
    }
}

/// A contest that one took part in.
#[derive(Debug, Clone, PartialEq)]
pub struct ContestTaken<'a> {
    /// The judge.
    pub judge: Judge,
    /// The track whose rating it is about; `None` where no rating was.
    pub track: Option<Track>,
    /// The judge's own name for it.
    pub id: String,
    /// Its title; the name where the judge's list doesn't have it.
    pub name: String,
    /// When it ended, or one's own run through it.
    pub at: Timestamp,
    /// How one took part.
    pub participated: Participated,
    /// The place among official participants, where the judge says it.
    pub place: Option<u32>,
    /// The rating before and after, where it counted.
    pub change: Option<(i32, i32)>,
    /// What it was worth, where that is known.
    pub performance: Option<Performance>,
    /// How many problems the judge's list has for it; 0 where it has none.
    pub problems: u32,
    /// How many problems were solved in it.
    pub solved_in: u32,
    /// How many of its problems were solved at another time.
    pub solved_after: u32,
    /// The listed problems that are not solved.
    pub unsolved: Vec<&'a CatalogueEntry>,
}

/// What was handed in to one contest.
#[derive(Default)]
struct HandedIn<'a> {
    live: bool,
    virtually: Option<Timestamp>,
    solved_live: HashSet<&'a ProblemId>,
    solved_virtually: HashSet<&'a ProblemId>,
    any: HashSet<&'a ProblemId>,
}

fn handed_in<'a>(
    submissions: &'a [Submission],
    duplicates: &'a DuplicateProblems,
    times: &ContestTimes<'_>,
) -> HashMap<(Judge, &'a str), HandedIn<'a>> {
    let mut contests: HashMap<(Judge, &str), HandedIn<'_>> = HashMap::default();
    for submission in submissions {
        let Some(contest) = submission.contest.as_deref() else { continue };
        let one = contests.entry((submission.judge, contest)).or_default();
        let problem = duplicates.one(&submission.problem);
        let accepted = submission.outcome() == Outcome::Accepted;
        one.any.insert(problem);
        match times.phase(submission) {
            Phase::During => {
                one.live = true;
                one.solved_live.extend(accepted.then_some(problem));
            }
            Phase::Virtual => {
                one.virtually = one.virtually.max(Some(submission.at));
                one.solved_virtually.extend(accepted.then_some(problem));
            }
            Phase::After => {}
        }
    }
    contests
}

/// A row of a rating history, with what it was worth.
type RatedChange<'a> = (&'a RatingChange, Track, Option<Performance>);

fn histories(series: &[RatingSeries]) -> BTreeMap<(Judge, &str), RatedChange<'_>> {
    let rows = series.iter().flat_map(|series| {
        let mut estimates = performance_estimates(series).into_iter();
        series.history.iter().map(move |change| {
            let estimate = if change.rated { estimates.next().flatten() } else { None };
            let published = change.performance.filter(|_| change.rated).map(Performance::Published);
            let performance = published.or(estimate.map(Performance::Estimated));
            ((series.key.judge, change.contest.as_str()), (change, series.key.track, performance))
        })
    });
    rows.collect()
}

/// Every contest in a rating history or with something handed in while it ran or seemed to, the newest first. `attempts`
/// are those of `submissions`.
pub fn contests_taken<'a>(
    (submissions, attempts): (&[Submission], &[Attempts]),
    duplicates: &DuplicateProblems,
    contests: &[Contest],
    problems: &ContestProblems<'a>,
    series: &[RatingSeries],
) -> Vec<ContestTaken<'a>> {
    let times = ContestTimes::new(contests);
    let listed: HashMap<(Judge, &str), &Contest> =
        contests.iter().map(|contest| ((contest.judge, contest.id.as_str()), contest)).collect();
    let handed_in = handed_in(submissions, duplicates, &times);
    let histories = histories(series);
    let solved: HashSet<&ProblemId> =
        attempts.iter().filter(|one| one.solved.is_some()).map(|one| &one.problem).collect();
    let mut keys: Vec<(Judge, &str)> = histories.keys().copied().collect();
    let took_part = handed_in.iter().filter(|(_, one)| one.live || one.virtually.is_some());
    let mut unrated: Vec<_> =
        took_part.map(|(key, _)| *key).filter(|key| !histories.contains_key(key)).collect();
    unrated.sort_unstable();
    keys.extend(unrated);
    let nothing = HandedIn::default();
    let taken = |key: (Judge, &str)| {
        let (row, mine) = (histories.get(&key), handed_in.get(&key).unwrap_or(&nothing));
        let contest = listed.get(&key);
        let live = row.is_some() || mine.live;
        let end = contest.and_then(|contest| super::times(contest)).map(|(_, end)| end);
        let solved_in = if live { &mine.solved_live } else { &mine.solved_virtually };
        let its = problems.of(key.0, key.1);
        let known: HashSet<&ProblemId> = its
            .iter()
            .map(|entry| duplicates.one(&entry.problem.id))
            .chain(mine.any.iter().copied())
            .collect();
        let name = row.map(|(change, ..)| change.name.as_str());
        let name = name.or(contest.map(|contest| contest.name.as_str())).filter(|name| !name.is_empty());
        ContestTaken {
            judge: key.0,
            track: row.map(|(_, track, _)| *track),
            id: key.1.to_owned(),
            name: name.unwrap_or(key.1).to_owned(),
            at: match row {
                Some((change, ..)) => change.at,
                None if live => end.unwrap_or_default(),
                None => mine.virtually.unwrap_or_default(),
            },
            participated: match row {
                Some((change, ..)) if change.rated => Participated::Rated,
                _ if live => Participated::Unrated,
                _ => Participated::Virtual,
            },
            place: row.and_then(|(change, ..)| change.place),
            change: row.filter(|(change, ..)| change.rated).map(|(change, ..)| (change.old, change.new)),
            performance: row.and_then(|(_, _, performance)| *performance),
            problems: its.len() as u32,
            solved_in: solved_in.len() as u32,
            solved_after: known
                .iter()
                .filter(|one| solved.contains(*one) && !solved_in.contains(*one))
                .count() as u32,
            unsolved: its
                .iter()
                .copied()
                .filter(|one| !solved.contains(duplicates.one(&one.problem.id)))
                .collect(),
        }
    };
    let mut taken: Vec<ContestTaken<'a>> = keys.into_iter().map(taken).collect();
    taken.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.id.cmp(&b.id)));
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::fixtures;
    use crate::answers::{Catalogue, attempts};
    use crate::model::{Participation, Problem};

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn submission(id: u64, contest: u32, index: &str, verdict: &str, way: Participation) -> Submission {
        Submission {
            at: at(id as i64),
            contest: Some(contest.to_string()),
            participation: Some(way),
            ..fixtures::submission(Judge::CODEFORCES, id, ProblemId::codeforces(contest, index), verdict)
        }
    }

    #[test]
    fn what_was_solved_in_a_contest_is_told_from_what_was_solved_since() {
        let rows = [
            submission(110, 7, "A", "OK", Participation::Contestant),
            submission(120, 7, "B", "WRONG_ANSWER", Participation::Contestant),
            submission(300, 7, "B", "OK", Participation::Practice),
            submission(310, 7, "A", "OK", Participation::Practice),
            submission(400, 8, "A", "OK", Participation::Virtual),
            submission(500, 9, "A", "OK", Participation::Practice),
        ];
        let problem = |contest: u32, index: &str| Problem {
            contest: contest.to_string(),
            index: index.to_owned(),
            ..fixtures::problem(Judge::CODEFORCES, ProblemId::codeforces(contest, index))
        };
        let listed = ["A", "B", "C"].map(|index| problem(7, index));
        let catalogue = Catalogue::new(listed.to_vec(), Vec::new(), DuplicateProblems::default());
        let change = RatingChange {
            contest: "7".to_owned(),
            name: "Round 7".to_owned(),
            place: Some(12),
            ..fixtures::change(at(200), 1500, 1550)
        };
        let series = [fixtures::series(Judge::CODEFORCES, Track::Algorithm, vec![change])];
        let contests = [];
        let problems = ContestProblems::new(&catalogue, &contests, &[]);
        let attempts = attempts(&rows, catalogue.duplicates(), &ContestTimes::new(&contests));
        let taken = contests_taken((&rows, &attempts), catalogue.duplicates(), &contests, &problems, &series);
        let told: Vec<_> = taken
            .iter()
            .map(|one| (one.id.as_str(), one.participated, one.solved_in, one.solved_after))
            .collect();
        // 9 was practice alone.
        assert_eq!(told, [("8", Participated::Virtual, 1, 0), ("7", Participated::Rated, 1, 1)]);
        let seven = &taken[1];
        assert_eq!((seven.place, seven.change, seven.problems), (Some(12), Some((1500, 1550)), 3));
        assert_eq!(seven.performance, Some(Performance::Estimated(PerformanceEstimate::About(1672))));
        let unsolved: Vec<&str> = seven.unsolved.iter().map(|entry| entry.problem.index.as_str()).collect();
        assert_eq!(unsolved, ["C"]);
    }
}
