//! The judges' recorded answers, read without loss.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::{Reply, ReplyStatus, archive, codeforces, ratings, ratings_verdict, reply};
use crate::fetch::error::ErrorKind;
use crate::model::{
    Contest, ContestProblem, DuplicateProblems, Handle, Judge, Outcome, Participation, Problem, ProblemId,
    Submission,
};

/// A file of the judges' recorded answers: in the folder that `CPT_SHARED` names, or in `../shared`.
fn recording(name: &str) -> String {
    #[expect(clippy::disallowed_methods, reason = "tests are their own front door")]
    let folder = std::env::var_os("CPT_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let file = folder.join("recordings").join(name);
    std::fs::read_to_string(&file).unwrap_or_else(|why| panic!("{}: {why}", file.display()))
}

/// Says what was read, also where the test passes.
fn say(text: &str) {
    std::io::stderr().write_all(format!("{text}\n").as_bytes()).unwrap();
}

#[test]
#[ignore = "needs the judges' recorded answers"]
fn recorded_rating_histories_are_read_whole() {
    {
        let text = recording("codeforces/user.rating_unbit_2025.json");
        let rows = ratings(&text);
        say(&format!("read {} recorded rating changes of unbit", rows.len()));
        assert_eq!(rows.len(), 30);
        assert_eq!((rows[0].old, rows[0].new, rows[29].new), (0, 380, 1622));
        assert!(rows.windows(2).all(|pair| pair[0].new == pair[1].old && pair[0].at <= pair[1].at));
    }
    {
        let text = recording("codeforces/recorded_2026-09-15_small.json");
        let answers: serde_json::Value = serde_json::from_str(&text).unwrap();
        let answer = |name: &str| {
            reply(answers[name]["http"].as_u64().unwrap() as u16, &answers[name]["body"].to_string())
        };
        assert_eq!(ratings(&answers["user.rating_tourist_first2"]["body"].to_string()).len(), 2);
        let used = |reply: &Reply| match codeforces::judge::<serde_json::Value>(reply, None) {
            ReplyStatus::Use(result) => result,
            other => panic!("{other:?}"),
        };
        assert_eq!(used(&answer("user.info_tourist"))[0]["handle"], "tourist");
        let rows: Vec<codeforces::SubmissionRow> =
            serde_json::from_value(used(&answer("user.status_tourist_2"))).unwrap();
        let rows: Vec<Submission> = rows.into_iter().map(Submission::from).collect();
        assert_eq!((rows.len(), rows[0].problem.as_str()), (2, "codeforces/1401/F"));
        let contests: Vec<codeforces::ContestRow> =
            serde_json::from_value(used(&answer("contest.list_2"))).unwrap();
        let contests: Vec<Contest> = contests.into_iter().map(Contest::from).collect();
        assert_eq!((contests.len(), contests[0].id.as_str(), contests[0].seconds), (2, "2261", 10_800));
        // The refusal looks the same for every method.
        let unknown = ratings_verdict(&answer("user.status_not_found"));
        assert!(matches!(unknown, ReplyStatus::GiveUp(ErrorKind::UnknownHandle { .. })), "{unknown:?}");
        say(&format!("read {} recorded answers, one of them a refusal", answers.as_object().unwrap().len()));
        assert_eq!(answers.as_object().unwrap().len(), 5);
    }
    {
        let text = recording("codeforces/user.info_2025.json");
        let name = codeforces::name(&reply(200, &text), &Handle::new(Judge::CODEFORCES, "unbit").unwrap());
        assert!(matches!(&name, ReplyStatus::Use(Some(name)) if name == "unbit"), "{name:?}");
        say("read a recorded profile");
    }
}

/// A submission history, with what a reader that knows nothing of the model counts in it.
fn submissions(name: &str) -> (Vec<Submission>, serde_json::Value) {
    let text = recording(name);
    let verdict: ReplyStatus<Vec<codeforces::SubmissionRow>> = codeforces::judge(&reply(200, &text), None);
    let ReplyStatus::Use(rows) = verdict else { panic!("{name}: {verdict:?}") };
    let plain: serde_json::Value = serde_json::from_str(&text).unwrap();
    (rows.into_iter().map(Submission::from).collect(), plain["result"].clone())
}

fn counted<T: Ord>(all: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_default() += 1;
    }
    counts
}

#[test]
#[ignore = "needs the judges' recorded answers"]
fn recorded_codeforces_submissions_are_read_without_loss() {
    for (name, count, solved, gym) in [
        ("codeforces/user.status_tourist_2016-06.json", 1350, 857, 129),
        ("codeforces/user.status_petr_2016-06.json", 888, 546, 8),
        ("codeforces/user.status_count10_2025.json", 10, 7, 0),
    ] {
        let (rows, plain) = submissions(name);
        let plain = plain.as_array().unwrap();
        let verdicts = counted(rows.iter().map(|row| row.verdict.as_str()));
        let ways = counted(rows.iter().map(|row| row.participation.map(Participation::word)));
        let accepted = rows.iter().filter(|row| row.outcome() == Outcome::Accepted);
        let distinct: BTreeSet<&ProblemId> = accepted.map(|row| &row.problem).collect();
        let in_gym =
            rows.iter().filter(|row| row.contest.as_ref().is_some_and(|contest| contest.len() >= 6)).count();
        let teams = rows.iter().filter(|row| row.team).count();
        say(&format!(
            "{name}: {} submissions, {} solved, {in_gym} in the gym, {teams} of teams",
            rows.len(),
            distinct.len()
        ));
        say(&format!("  {verdicts:?}\n  {ways:?}"));
        let word = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let plain_verdicts = counted(plain.iter().map(|row| word(&row["verdict"])));
        assert!(plain_verdicts.iter().map(|(word, count)| (word.as_str(), *count)).eq(verdicts));
        let plain_ways = counted(plain.iter().map(|row| word(&row["author"]["participantType"])));
        let ways = ways.into_iter().map(|(word, count)| (word.unwrap_or_default().to_owned(), count));
        assert!(plain_ways.into_iter().eq(ways));
        assert_eq!((rows.len(), distinct.len(), in_gym), (count, solved, gym), "{name}");
        // Newest first is by number; times may run the other way.
        assert!(rows.windows(2).all(|pair| pair[0].id > pair[1].id), "{name}");
    }
}

#[test]
#[ignore = "needs the judges' recorded answers"]
fn recorded_codeforces_lists_are_read_without_loss() {
    {
        let text = recording("codeforces/problemset.problems_2016-06.json");
        let verdict: ReplyStatus<codeforces::ProblemSet> = codeforces::judge(&reply(200, &text), None);
        let ReplyStatus::Use(set) = verdict else { panic!("{verdict:?}") };
        let problems = set.into_problems();
        let ids: BTreeSet<&ProblemId> = problems.iter().map(|problem| &problem.id).collect();
        assert_eq!((problems.len(), ids.len()), (2879, 2879));
        assert!(problems.iter().all(|problem| problem.solved.is_some() && problem.rating.is_none()));
        let numbered = problems
            .iter()
            .filter_map(|problem| Some((problem.contest.parse().ok()?, &problem.id, problem.name.as_str())));
        let listed: Vec<_> = numbered.collect();
        assert!(DuplicateProblems::join(listed.clone(), listed.clone()).is_empty());
        for (user, shared) in [("tourist", 33), ("petr", 26)] {
            let (rows, _) = submissions(&format!("codeforces/user.status_{user}_2016-06.json"));
            let submitted = rows.iter().filter_map(|row| {
                Some((row.contest.as_ref()?.parse().ok()?, &row.problem, row.name.as_deref()?))
            });
            assert_eq!(DuplicateProblems::join(listed.clone(), submitted).len(), shared, "{user}");
            say(&format!("{shared} problems of {user} have another name in the list"));
        }
    }
    {
        let text = recording("codeforces/contest.list_2016-06.json");
        let verdict: ReplyStatus<Vec<codeforces::ContestRow>> = codeforces::judge(&reply(200, &text), None);
        let ReplyStatus::Use(rows) = verdict else { panic!("{verdict:?}") };
        let contests: Vec<Contest> = rows.into_iter().map(Contest::from).collect();
        assert_eq!(contests.len(), 659);
        assert!(contests.iter().all(|contest| contest.start.is_some() && contest.seconds > 0));
    }
}

#[test]
#[ignore = "needs the judges' recorded answers"]
fn recorded_atcoder_answers_are_read_without_loss() {
    {
        let text = recording("atcoder/submissions_tee_73009_first60.json");
        let rows: Vec<archive::SubmissionRow> = reply(200, &text).json().unwrap();
        let rows: Vec<Submission> = rows.into_iter().map(Submission::from).collect();
        let verdicts = counted(rows.iter().map(|row| row.verdict.as_str()));
        let plain: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
        assert_eq!(counted(plain.iter().map(|row| row["result"].as_str().unwrap())), verdicts);
        let solved: BTreeSet<&ProblemId> =
            rows.iter().filter(|row| row.outcome() == Outcome::Accepted).map(|row| &row.problem).collect();
        say(&format!("{} AtCoder submissions, {} solved: {verdicts:?}", rows.len(), solved.len()));
        assert_eq!((rows.len(), solved.len()), (60, 37));
        assert!(rows.iter().all(|row| row.outcome() != Outcome::Waiting));
    }
    {
        let text = recording("atcoder/problems_2026-05.json");
        let rows: Vec<archive::ProblemRow> = reply(200, &text).json().unwrap();
        let problems: Vec<Problem> = rows.into_iter().map(Problem::from).collect();
        let ids: BTreeSet<&ProblemId> = problems.iter().map(|problem| &problem.id).collect();
        assert_eq!((problems.len(), ids.len()), (8508, 8508));
    }
    {
        let text = recording("atcoder/contest-problem_2026-05.json");
        let rows: Vec<archive::ContestProblemRow> = reply(200, &text).json().unwrap();
        let pairs: Vec<ContestProblem> = rows.into_iter().map(ContestProblem::from).collect();
        let distinct: BTreeSet<_> = pairs.iter().map(|pair| (&pair.contest, &pair.problem)).collect();
        assert_eq!((pairs.len(), distinct.len()), (9704, 9704));
    }
    {
        let text = recording("atcoder/problem-models_2023-12.json");
        let models: archive::Models = reply(200, &text).json().unwrap();
        let all = models.into_difficulties();
        let known = all.iter().filter(|model| model.raw.is_some()).count();
        let negative = all.iter().filter(|model| model.raw.is_some_and(|raw| raw < 0)).count();
        let experimental = all.iter().filter(|model| model.experimental).count();
        say(&format!(
            "{} models, {known} with a difficulty, {negative} below 0, {experimental} experimental",
            all.len()
        ));
        assert_eq!((all.len(), known, negative), (3658, 3401, 657));
        assert!(all.iter().filter_map(crate::model::Difficulty::shown).all(|shown| shown >= 0));
    }
}
