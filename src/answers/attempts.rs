//! How the problems that were tried went: one account a problem, from all that was handed in.

use foldhash::HashMap;
use jiff::Timestamp;

use crate::model::{Contest, DuplicateProblems, Judge, Outcome, Participation, ProblemId, Submission};

/// When something was handed in, as its contest sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Phase {
    /// In the contest, officially or out of its ranking.
    During,
    /// After the contest, as if it were running.
    Virtual,
    /// After it, or outside of contests.
    After,
}

/// What one did about one problem on its judge.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempts {
    /// The judge.
    pub judge: Judge,
    /// The problem; of duplicates the one name.
    pub problem: ProblemId,
    /// The name that the judge tells with the submission, where it does.
    pub name: Option<String>,
    /// The contests to which it was handed in, in the order of the first time.
    pub contests: Vec<String>,
    /// How many submissions the judge has decided until the first that was accepted, that one included. One that
    /// didn't compile is none.
    pub tries: u32,
    /// Whether the judge hasn't decided on the last submission, and has accepted none.
    pub waiting: bool,
    /// When it was first handed in.
    pub first: Timestamp,
    /// Whether that was in the contest.
    pub began: Phase,
    /// When it was last handed in, accepted before or not.
    pub last: Timestamp,
    /// The first time that it was accepted; `None` while it is open.
    pub solved: Option<Solve>,
}

/// The first time that a problem was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Solve {
    /// When that was handed in.
    pub at: Timestamp,
    /// Whether it was in the contest.
    pub phase: Phase,
}

/// When contests begin and end, for judges that don't say with a submission how one took part.
#[derive(Debug, Clone, Default)]
pub struct ContestTimes<'a>(HashMap<(Judge, &'a str), (Timestamp, Timestamp)>);

impl<'a> ContestTimes<'a> {
    /// The times of `contests`, as far as they are settled. Collections that stay open are none.
    pub fn new(contests: &'a [Contest]) -> Self {
        let times = |contest: &'a Contest| {
            Some(((contest.judge, contest.id.as_str()), super::contests::times(contest)?))
        };
        Self(contests.iter().filter_map(times).collect())
    }

    /// When `submission` was handed in, as its contest sees it.
    pub fn phase(&self, submission: &Submission) -> Phase {
        match submission.participation {
            Some(Participation::Contestant | Participation::OutOfCompetition) => return Phase::During,
            Some(Participation::Virtual) => return Phase::Virtual,
            Some(_) => return Phase::After,
            None => {}
        }
        let contest = submission.contest.as_deref().unwrap_or_default();
        match self.0.get(&(submission.judge, contest)) {
            Some((start, end)) if (*start..*end).contains(&submission.at) => Phase::During,
            _ => Phase::After,
        }
    }
}

/// Gathers submissions, in any order, into one account a problem, sorted by identity. Whoever handed in with a team
/// solved the problem, too.
pub fn attempts<'a>(
    submissions: impl IntoIterator<Item = &'a Submission>,
    duplicates: &'a DuplicateProblems,
    times: &ContestTimes<'_>,
) -> Vec<Attempts> {
    let named = |submission: &'a Submission| (duplicates.one(&submission.problem), submission);
    let mut sorted: Vec<(&ProblemId, &Submission)> = submissions.into_iter().map(named).collect();
    sorted.sort_by_key(|(problem, submission)| (*problem, submission.at, submission.id));
    sorted.chunk_by(|(one, _), (other, _)| one == other).map(|group| account(group, times)).collect()
}

/// The account of one problem; `group` is not empty and in the order of time.
fn account(group: &[(&ProblemId, &Submission)], times: &ContestTimes<'_>) -> Attempts {
    let (problem, first) = group[0];
    let mut account = Attempts {
        judge: first.judge,
        problem: problem.clone(),
        name: group.iter().find_map(|(_, submission)| submission.name.clone()),
        contests: Vec::new(),
        tries: 0,
        waiting: false,
        first: first.at,
        began: times.phase(first),
        last: group[group.len() - 1].1.at,
        solved: None,
    };
    for (_, submission) in group {
        if let Some(contest) =
            submission.contest.as_ref().filter(|contest| !account.contests.contains(contest))
        {
            account.contests.push(contest.clone());
        }
        let outcome = submission.outcome();
        account.waiting = account.solved.is_none() && outcome == Outcome::Waiting;
        if account.solved.is_some() || outcome == Outcome::Waiting || submission.failed_to_compile() {
            continue;
        }
        account.tries += 1;
        if outcome == Outcome::Accepted {
            account.solved = Some(Solve { at: submission.at, phase: times.phase(submission) });
        }
    }
    account
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::fixtures;

    fn submission(judge: Judge, id: u64, problem: &ProblemId, verdict: &str) -> Submission {
        Submission {
            at: Timestamp::from_second(id as i64 * 10).unwrap(),
            contest: Some("c".to_owned()),
            ..fixtures::submission(judge, id, problem.clone(), verdict)
        }
    }

    #[test]
    fn tries_are_counted_to_the_first_acceptance_in_the_order_of_time() {
        let problem = ProblemId::codeforces(4, "A");
        let row = |id, verdict| submission(Judge::CODEFORCES, id, &problem, verdict);
        let rows = [
            row(9, "WRONG_ANSWER"),
            row(5, "OK"),
            row(1, "COMPILATION_ERROR"),
            row(2, "WRONG_ANSWER"),
            row(3, "TESTING"),
            row(4, ""),
        ];
        let found = attempts(&rows, &DuplicateProblems::default(), &ContestTimes::default());
        let [one] = &found[..] else { panic!("{found:?}") };
        assert_eq!((one.tries, one.first, one.last), (2, rows[2].at, rows[0].at));
        assert_eq!(one.solved.unwrap().at, rows[1].at);
        assert_eq!(one.contests, ["c"]);
    }

    #[test]
    fn twins_are_one_problem() {
        let (one, other) = (ProblemId::codeforces(1349, "A"), ProblemId::codeforces(1350, "C"));
        let duplicates = DuplicateProblems::from_iter([(other.clone(), one.clone())]);
        let rows = [
            submission(Judge::CODEFORCES, 1, &other, "WRONG_ANSWER"),
            submission(Judge::CODEFORCES, 2, &one, "OK"),
        ];
        let found = attempts(&rows, &duplicates, &ContestTimes::default());
        assert_eq!(found.len(), 1);
        assert_eq!((&found[0].problem, found[0].tries), (&one, 2));
    }

    #[test]
    fn where_the_judge_does_not_say_the_contest_s_time_decides() {
        let problem = ProblemId::atcoder("c_a");
        let contest = Contest {
            judge: Judge::ATCODER,
            id: "c".to_owned(),
            name: String::new(),
            start: Some(Timestamp::from_second(20).unwrap()),
            seconds: 30,
            rated: None,
        };
        let contests = [contest];
        let times = ContestTimes::new(&contests);
        let phase = |id| times.phase(&submission(Judge::ATCODER, id, &problem, "AC"));
        assert_eq!([1, 2, 4, 5].map(phase), [Phase::After, Phase::During, Phase::During, Phase::After]);
    }
}
