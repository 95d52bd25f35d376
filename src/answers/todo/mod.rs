//! What was left: problems that one began, or met in a contest, or solved so long ago that another look is due.

mod repetition;

use std::cmp::Reverse;

use foldhash::{HashMap, HashMapExt as _, HashSet};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{
    Attempts, Catalogue, CatalogueEntry, ContestTaken, DateRange, Levels, Solved, SolvedProblem, missing,
};
use crate::model::{DifficultyLevel, Judge, ProblemId, Submission};
pub use repetition::{Repetition, looks, recorded_looks};

/// A problem with something left to do about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Task<'a> {
    /// Its judge.
    pub judge: Judge,
    /// Which problem.
    pub problem: &'a ProblemId,
    /// What the judge's list says; `None` where it isn't listed (Codeforces' gym).
    pub entry: Option<&'a CatalogueEntry>,
    /// What one did about it.
    pub attempts: Option<&'a Attempts>,
    /// What is committed of it, where a tool recorded the solve there and no judge tells of it.
    pub recorded: Option<&'a SolvedProblem>,
    /// The contest in which one met it (its title), where that is why it is here.
    pub contest: Option<String>,
    /// The chance to solve it at one's level now; `None` without a rating there, or where nobody knows how hard it is.
    pub probability: Option<f64>,
    /// The look that is due, where that is why it is here.
    pub look: Option<Repetition>,
    /// Whether it is of a time that is over: accepted before the first solution was committed, or due for more than a
    /// year. Such ones come last.
    pub is_old: bool,
}

/// After so long another look is no repetition any more.
const OVERDUE: i32 = 365;

impl Task<'_> {
    /// Its name, where the list or a submission tells it.
    pub fn name(&self) -> Option<&str> {
        let told = self.attempts.and_then(|attempts| attempts.name.as_deref());
        let recorded = || self.recorded.and_then(SolvedProblem::title);
        self.entry.map(|entry| entry.problem.name.as_str()).or(told).or_else(recorded)
    }

    /// How hard it is, as [`CatalogueEntry::difficulty`].
    pub fn difficulty(&self) -> Option<i32> {
        self.entry?.difficulty
    }

    /// How hard it is on the judge's own scale.
    pub fn level(&self) -> Option<&'static DifficultyLevel> {
        let recorded = || self.recorded.and_then(|one| self.judge.spec().known.level(one.level()?));
        self.entry.and_then(|entry| entry.problem.difficulty_level()).or_else(recorded)
    }

    /// How far the chance to solve it is from even: what is nearest to one's level comes first, and what nobody knows
    /// last.
    fn distance(&self) -> f64 {
        self.probability.map_or(1.0, |probability| (probability - 0.5).abs())
    }
}

/// All that was left.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Todo<'a> {
    /// Tried and never accepted, the nearest to one's level first.
    pub tried: Vec<Task<'a>>,
    /// Never tried, in a contest that one took part in; the nearest to one's level first.
    pub unsolved: Vec<Task<'a>>,
    /// Accepted and not committed, the newest first, so that those from before the first commit come last; empty where nobody asked.
    pub uncommitted: Vec<Task<'a>>,
    /// Solved long ago and due for another look: what went worst first, then what is due since lately.
    pub again: Vec<Task<'a>>,
}

/// What is known of somebody.
#[derive(Debug, Clone, Copy)]
pub struct PracticeRecord<'a> {
    /// The judges' problems.
    pub catalogue: &'a Catalogue,
    /// All that was handed in.
    pub submissions: &'a [Submission],
    /// The same as an account a problem.
    pub attempts: &'a [Attempts],
    /// The contests that one took part in, the newest first.
    pub contests: &'a [ContestTaken<'a>],
    /// What is committed, as far as it could be read: no such problem is open.
    pub solved: &'a Solved,
    /// Those of which a tool recorded the solve and no judge did ([`recorded_alone`]).
    ///
    /// [`recorded_alone`]: super::recorded_alone
    pub recorded: &'a [&'a SolvedProblem],
    /// What is committed; `None` where it isn't asked what lacks there, or can't be told.
    pub committed: Option<&'a Solved>,
    /// How strong one is now.
    pub levels: &'a Levels,
}

impl<'a> PracticeRecord<'a> {
    /// The last day of each committed problem; of duplicates the one name.
    fn last_committed(&self) -> HashMap<&'a ProblemId, Date> {
        let duplicates = self.catalogue.duplicates();
        let mut last: HashMap<&ProblemId, Date> = HashMap::new();
        for one in &self.solved.problems {
            let day = last.entry(duplicates.one(&one.problem)).or_insert(one.last);
            *day = one.last.max(*day);
        }
        last
    }
}

/// Gathers what is left on `today`, by the days of `zone`; only what was submitted, met, accepted or due in
/// `window`.
pub fn todo<'a>(known: PracticeRecord<'a>, window: DateRange, today: Date, zone: &TimeZone) -> Todo<'a> {
    let day = |at: Timestamp| zone.to_datetime(at).date();
    let is_meant = |at: Timestamp| window.holds(day(at));
    let task = |attempts: &'a Attempts| Task {
        judge: attempts.judge,
        problem: &attempts.problem,
        entry: known.catalogue.get(&attempts.problem),
        attempts: Some(attempts),
        recorded: None,
        contest: None,
        probability: chance(known.levels, known.catalogue.get(&attempts.problem)),
        look: None,
        is_old: false,
    };
    // A solution that was committed after the last attempt was accepted, whatever the judge's archive has.
    let committed = known.last_committed();
    let is_open = |one: &&Attempts| {
        one.solved.is_none() && committed.get(&one.problem).is_none_or(|last| *last < day(one.last))
    };
    let open = known.attempts.iter().filter(is_open).filter(|one| is_meant(one.last));
    let mut tried: Vec<Task<'_>> = open.map(task).collect();
    nearest_first(&mut tried);
    let uncommitted =
        known.committed.map(|solved| missing(known.attempts, solved, known.catalogue.duplicates()));
    let looks = looks(known.submissions, known.attempts, known.catalogue, known.levels, zone);
    let looked = known.attempts.iter();
    let looked = looked.filter_map(|attempts| Some((task(attempts), *looks.get(&attempts.problem)?)));
    let recorded = recorded_looks(known.recorded, zone).into_iter().map(|(one, look)| {
        let entry = known.catalogue.get(&one.problem);
        let judge = Judge::of(one.problem.known_judge());
        let probability = chance(known.levels, entry);
        let task = Task {
            judge,
            problem: &one.problem,
            entry,
            attempts: None,
            recorded: Some(one),
            contest: None,
            probability,
            look: None,
            is_old: false,
        };
        (task, look)
    });
    let mut again: Vec<Task<'_>> = looked
        .chain(recorded)
        .filter(|(_, look)| look.on <= today && window.holds(look.on))
        .map(|(task, look)| Task { look: Some(look), is_old: (today - look.on).get_days() > OVERDUE, ..task })
        .collect();
    again.sort_by(|a, b| {
        let key = |task: &Task<'_>| task.look.map(|look| (task.is_old, look.grade, Reverse(look.on)));
        key(a).cmp(&key(b)).then(a.distance().total_cmp(&b.distance())).then(a.problem.cmp(b.problem))
    });
    let began = known.committed.and_then(|solved| solved.problems.iter().map(|one| one.first).min());
    let solved_at = |attempts: &Attempts| attempts.solved.map(|solve| solve.at);
    let uncommitted = uncommitted.unwrap_or_default().into_iter();
    let uncommitted = uncommitted.filter(|one| solved_at(one).is_none_or(is_meant)).map(|one| Task {
        is_old: began.zip(solved_at(one)).is_some_and(|(began, at)| day(at) < began),
        ..task(one)
    });
    Todo { tried, unsolved: unsolved(known, is_meant), uncommitted: uncommitted.collect(), again }
}

fn chance(levels: &Levels, entry: Option<&CatalogueEntry>) -> Option<f64> {
    let entry = entry?;
    levels.of(entry.problem.judge)?.probability(entry)
}

fn nearest_first(tasks: &mut [Task<'_>]) {
    let last = |task: &Task<'_>| task.attempts.map(|attempts| Reverse(attempts.last));
    tasks.sort_by(|a, b| {
        a.distance()
            .total_cmp(&b.distance())
            .then_with(|| last(a).cmp(&last(b)))
            .then_with(|| a.problem.cmp(b.problem))
    });
}

/// The problems of the contests that were never handed in, each with the newest contest that has it.
fn unsolved(known: PracticeRecord<'_>, is_meant: impl Fn(Timestamp) -> bool) -> Vec<Task<'_>> {
    let handed_in: HashSet<&ProblemId> = known.attempts.iter().map(|attempts| &attempts.problem).collect();
    let committed = known.last_committed();
    let mut contests: HashMap<&ProblemId, Task<'_>> = HashMap::new();
    for contest in known.contests.iter().filter(|contest| is_meant(contest.at)) {
        for entry in &contest.unsolved {
            let problem = known.catalogue.duplicates().one(&entry.problem.id);
            if handed_in.contains(problem) || committed.contains_key(problem) {
                continue;
            }
            contests.entry(problem).or_insert_with(|| Task {
                judge: contest.judge,
                problem,
                entry: Some(entry),
                attempts: None,
                recorded: None,
                contest: Some(contest.name.clone()),
                probability: chance(known.levels, Some(entry)),
                look: None,
                is_old: false,
            });
        }
    }
    let mut tasks: Vec<Task<'_>> = contests.into_values().collect();
    nearest_first(&mut tasks);
    tasks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::fixtures;
    use crate::answers::{ContestProblems, ContestTimes, attempts, contests_taken};
    use crate::model::{DuplicateProblems, Problem, RatingChange, Track};

    /// A problem of round 7 by its index, with its rating and the verdicts that it got in the contest.
    const ROUND: [(&str, i32, &[&str]); 5] = [
        ("A", 900, &["OK"]),
        ("B", 1900, &["WRONG_ANSWER"]),
        ("C", 1600, &["WRONG_ANSWER", "WRONG_ANSWER"]),
        ("D", 2500, &[]),
        ("E", 1500, &[]),
    ];

    #[test]
    fn what_is_left_is_listed_by_how_near_it_lies_to_ones_level() {
        let id = |index: &str| ProblemId::codeforces(7, index);
        let at = |second: i64| Timestamp::from_second(second).unwrap();
        let problems = ROUND.map(|(index, rating, _)| Problem {
            contest: "7".to_owned(),
            index: index.to_owned(),
            rating: Some(rating),
            ..fixtures::problem(Judge::CODEFORCES, id(index))
        });
        let verdicts =
            ROUND.iter().flat_map(|(index, _, verdicts)| verdicts.iter().map(move |one| (index, one)));
        let rows: Vec<Submission> = (1..)
            .zip(verdicts)
            .map(|(number, (index, verdict))| Submission {
                at: at(number as i64),
                contest: Some("7".to_owned()),
                ..fixtures::submission(Judge::CODEFORCES, number, id(index), verdict)
            })
            .collect();
        let change = RatingChange {
            contest: "7".to_owned(),
            name: "Round 7".to_owned(),
            ..fixtures::change(at(200), 1500, 1500)
        };
        let series = [fixtures::series(Judge::CODEFORCES, Track::Algorithm, vec![change])];
        let catalogue = Catalogue::new(problems.to_vec(), Vec::new(), DuplicateProblems::default());
        let attempts = attempts(&rows, catalogue.duplicates(), &ContestTimes::default());
        let its = ContestProblems::new(&catalogue, &[], &[]);
        let contests = contests_taken((&rows, &attempts), catalogue.duplicates(), &[], &its, &series);
        let levels = Levels::now(&series);
        let solved = Solved::default();
        let known = PracticeRecord {
            catalogue: &catalogue,
            submissions: &rows,
            attempts: &attempts,
            contests: &contests,
            solved: &solved,
            recorded: &[],
            committed: Some(&solved),
            levels: &levels,
        };
        let todo = todo(known, DateRange::ALL, jiff::civil::date(2026, 1, 1), &TimeZone::UTC);
        let told = |tasks: &[Task<'_>]| {
            let each = tasks.iter().map(|task| task.problem.as_str().rsplit('/').next().unwrap().to_owned());
            each.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told(&todo.tried), "C B");
        assert_eq!(told(&todo.unsolved), "E D");
        assert_eq!(todo.unsolved[0].contest.as_deref(), Some("Round 7"));
        assert_eq!(told(&todo.uncommitted), "A");
        // A went perfectly.
        assert_eq!(told(&todo.again), "");
        // What is committed is not open: E was never handed in, and C before its last attempt.
        let day = |second: i64| TimeZone::UTC.to_datetime(at(second)).date();
        let committed = |index, on| SolvedProblem {
            problem: id(index),
            sure: true,
            by: crate::model::NamedBy::Path,
            first: on,
            last: on,
            solved_on: on,
            files: Vec::new(),
            record: None,
        };
        let before = day(0).yesterday().unwrap();
        let problems = vec![committed("B", day(0)), committed("C", before), committed("E", before)];
        let done = Solved { problems, ..Solved::default() };
        let open = PracticeRecord { solved: &done, ..known };
        let open = super::todo(open, DateRange::ALL, jiff::civil::date(2026, 1, 1), &TimeZone::UTC);
        assert_eq!((told(&open.tried), told(&open.unsolved)), ("C".to_owned(), "D".to_owned()));
        let quiet = PracticeRecord { committed: None, ..known };
        assert_eq!(
            super::todo(quiet, DateRange::ALL, jiff::civil::date(2026, 1, 1), &TimeZone::UTC).uncommitted,
            []
        );
        // The contest was over on the first day of 1970.
        let later = super::todo(
            known,
            DateRange { from: Some(jiff::civil::date(1970, 1, 2)), to: None },
            jiff::civil::date(2026, 1, 1),
            &TimeZone::UTC,
        );
        assert_eq!((later.tried, later.unsolved, later.uncommitted), (vec![], vec![], vec![]));
    }
}
