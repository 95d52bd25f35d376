//! What judges told and what somebody imported of them, as one: where both have it, the judge's own holds.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashSet};
use jiff::Timestamp;

use crate::model::{
    ImportedProblem, ImportedSubmission, Judge, Problem, ProblemId, RatingChange, Submission,
};

/// A rating history with the contests of `other` that it lacks, each after those that ended before or with it.
pub fn joined_history(history: Vec<RatingChange>, other: Vec<RatingChange>) -> Vec<RatingChange> {
    let known: HashSet<&str> = history.iter().map(|change| change.contest.as_str()).collect();
    let lacking: Vec<bool> = other.iter().map(|change| !known.contains(change.contest.as_str())).collect();
    let mut other = other.into_iter().zip(lacking).filter(|(_, lacks)| *lacks).map(|(change, _)| change);
    let mut next = other.next();
    let mut joined = Vec::new();
    for change in history {
        while let Some(earlier) = next.take_if(|next| next.at < change.at) {
            joined.push(earlier);
            next = other.next();
        }
        joined.push(change);
    }
    joined.extend(next);
    joined.extend(other);
    joined
}

/// Submissions with those of `imports` that they lack, by number: other numbers at other moments. Where several imports
/// have one, the first holds.
pub fn joined_submissions<'a>(
    mut submissions: Vec<Submission>,
    imports: impl IntoIterator<Item = &'a Submission>,
) -> Vec<Submission> {
    let mut numbers: HashSet<u64> = submissions.iter().map(|one| one.id).collect();
    let moments: HashSet<(ProblemId, Timestamp)> =
        submissions.iter().map(|one| (one.problem.clone(), one.at)).collect();
    let lacking = imports
        .into_iter()
        .filter(|one| !moments.contains(&(one.problem.clone(), one.at)) && numbers.insert(one.id));
    submissions.extend(lacking.cloned());
    submissions.sort_by_key(|one| one.id);
    submissions
}

/// The problems of archives as the judge would list them.
pub fn archived_problems(judge: Judge, archived: &[ImportedProblem]) -> Vec<Problem> {
    let problem = |one: &ImportedProblem| Problem {
        judge,
        id: one.problem.clone(),
        contest: String::new(),
        index: String::new(),
        name: one.title.clone().unwrap_or_default(),
        rating: None,
        level: one.level,
        tags: one.topics.clone(),
        solved: None,
    };
    archived.iter().map(problem).collect()
}

/// What several archives tell of each problem, by identity: the first of them, and that it was solved where any does.
pub fn joined_archives(archives: impl IntoIterator<Item = ImportedProblem>) -> Vec<ImportedProblem> {
    let mut joined: BTreeMap<ProblemId, ImportedProblem> = BTreeMap::new();
    for problem in archives {
        let solved = problem.solved;
        joined.entry(problem.problem.clone()).or_insert(problem).solved |= solved;
    }
    joined.into_values().collect()
}

/// The problems of which imported rows tell all alike how hard they are, or at least what they are called; those that
/// the judge lists need no other word.
pub fn imported_problems<'a>(
    judge: Judge,
    rows: impl IntoIterator<Item = &'a ImportedSubmission>,
    is_listed: impl Fn(&ProblemId) -> bool,
) -> Vec<Problem> {
    let mut by_problem: HashMap<&ProblemId, Vec<&ImportedSubmission>> = HashMap::default();
    for row in rows.into_iter().filter(|row| !is_listed(&row.submission.problem)) {
        by_problem.entry(&row.submission.problem).or_default().push(row);
    }
    let mut problems: Vec<Problem> =
        by_problem.into_iter().filter_map(|(id, rows)| imported_problem(judge, id, &rows)).collect();
    problems.sort_by(|one, other| one.id.cmp(&other.id));
    problems
}

fn imported_problem(judge: Judge, id: &ProblemId, rows: &[&ImportedSubmission]) -> Option<Problem> {
    let name = |row: &&ImportedSubmission| row.submission.name.clone();
    let difficulty = rows.first()?.difficulty;
    let alike = rows.iter().all(|row| row.difficulty == difficulty);
    // What one row names and another doesn't was no name of the judge's list.
    let names: Option<Vec<String>> = rows.iter().map(name).collect();
    let names = names.filter(|names| difficulty.is_some() || names.iter().all(|name| *name == names[0]));
    if !alike || difficulty.is_none() && names.is_none() {
        return None;
    }
    let (contest, index) = (judge.spec().known.parts)(id.key()).unwrap_or_default();
    Some(Problem {
        judge,
        id: id.clone(),
        contest,
        index,
        name: names.map(|mut names| names.swap_remove(0)).unwrap_or_default(),
        rating: difficulty,
        level: None,
        tags: Vec::new(),
        solved: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::fixtures;

    #[test]
    fn a_judge_s_own_history_holds_and_imports_fill_its_gaps() {
        let change = |contest: &str, day: i64, new| RatingChange {
            contest: contest.to_owned(),
            ..fixtures::change(Timestamp::from_second(day * 86_400).unwrap(), 0, new)
        };
        let fetched = vec![change("b", 2, 20), change("d", 4, 40)];
        let imported = vec![change("a", 1, 1), change("b", 2, 2), change("c", 4, 3), change("e", 5, 5)];
        let told = |history: &[RatingChange]| {
            history.iter().map(|change| format!("{}{}", change.contest, change.new)).collect::<Vec<_>>()
        };
        assert_eq!(told(&joined_history(fetched, imported.clone())), ["a1", "b20", "d40", "c3", "e5"]);
        assert_eq!(joined_history(Vec::new(), imported.clone()), imported);
        assert_eq!(joined_history(imported.clone(), Vec::new()), imported);
    }

    #[test]
    fn a_submission_counts_once_whoever_numbers_it() {
        let row = |id: u64, index: &str, second: i64| Submission {
            at: Timestamp::from_second(second).unwrap(),
            ..fixtures::submission(Judge::CODEFORCES, id, ProblemId::codeforces(1, index), "OK")
        };
        let fetched = vec![row(5, "A", 10)];
        // The same number; the same problem at the same moment; and three that the judge didn't tell of, one of them twice.
        let imported = [
            row(5, "B", 11),
            row(99, "A", 10),
            row(3, "A", 11),
            row(7, "C", 10),
            row(8, "C", 10),
            row(7, "D", 12),
        ];
        let ids = |rows: &[Submission]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
        let joined = joined_submissions(fetched, &imported);
        assert_eq!(ids(&joined), [3, 5, 7, 8]);
        assert_eq!((&joined[1], &joined[2]), (&row(5, "A", 10), &row(7, "C", 10)));
    }

    #[test]
    fn what_imported_rows_agree_on_is_known_of_a_problem() {
        let row = |index: &str, name: Option<&str>, difficulty| ImportedSubmission {
            submission: Submission {
                name: name.map(str::to_owned),
                ..fixtures::submission(Judge::CODEFORCES, 1, ProblemId::codeforces(1, index), "OK")
            },
            difficulty,
        };
        let rows = [
            row("A", Some("Ant"), Some(800)),
            row("A", Some("The Ant"), Some(800)),
            row("B", Some("Bee"), None),
            row("C", None, Some(900)),
            row("D", Some("Dog"), Some(1000)),
            row("D", Some("Dog"), Some(1100)),
            row("E", Some("Elk"), None),
            row("E", None, None),
            row("F", None, None),
            row("L", Some("Listed"), Some(1)),
        ];
        let problems = imported_problems(Judge::CODEFORCES, &rows, |id| id.key() == "1/L");
        let told: Vec<_> =
            problems.iter().map(|one| (one.index.as_str(), one.name.as_str(), one.rating)).collect();
        assert_eq!(told, [("A", "Ant", Some(800)), ("B", "Bee", None), ("C", "", Some(900))]);
        assert_eq!(problems[0].contest, "1");
    }
}
