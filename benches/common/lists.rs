//! Lists as long as the judges' own, and what one handed in.

use cpt_tracker::model::{
    Contest, ContestProblem, Difficulty, Judge, Problem, ProblemId, RatingChange, Submission, Validator,
};
use cpt_tracker::store::Store;
use jiff::{SignedDuration, Timestamp};

fn moment(second: u64) -> Timestamp {
    Timestamp::from_second(second as i64).unwrap()
}

/// Where lists come from that nobody asks for again.
pub const NOWHERE: &dyn Fn(&str) -> String = &|_| "http://127.0.0.1/".to_owned();

/// Fills `store` with as much as the judges list today, fetched at `now` from the sites at `url`, by their ids.
pub fn fill(store: &mut Store, now: Timestamp, url: &dyn Fn(&str) -> String) {
    let stamp = |site: &str| Validator { url: url(site), etag: None, last_modified: None };
    let (codeforces, archive) = (stamp("codeforces"), stamp("atcoder_problems"));
    let problems: Vec<Problem> = (0..11_000).map(codeforces_problem).collect();
    store.follow_problems("codeforces.problems", Judge::CODEFORCES, &problems, &codeforces, now).unwrap();
    let problems: Vec<Problem> = (0..9_000).map(atcoder_problem).collect();
    let pair = |problem: &Problem| ContestProblem {
        contest: problem.contest.clone(),
        problem: problem.id.clone(),
        index: problem.index.clone(),
    };
    let pairs: Vec<ContestProblem> = problems.iter().map(pair).collect();
    let model = |(place, problem): (usize, &Problem)| Difficulty {
        problem: problem.id.clone(),
        raw: Some(place as i32 * 7 % 4000 - 500),
        experimental: place.is_multiple_of(10),
        slope: Some(-0.0009),
        intercept: Some(8.5),
        variance: Some(0.4),
        discrimination: Some(0.004_479_398_673_070_138),
    };
    let models: Vec<Difficulty> = problems.iter().enumerate().take(5_000).map(model).collect();
    let (problems, pairs) = ((problems, archive.clone()), (pairs, archive.clone()));
    let parts = ["problems", "contest-problem"];
    store
        .follow_placed_problems(
            "atcoder.problems",
            Judge::ATCODER,
            (Some(&problems), Some(&pairs)),
            parts,
            now,
        )
        .unwrap();
    store.follow_difficulties("atcoder.models", Judge::ATCODER, &models, &archive, now).unwrap();
    for (judge, contests, stamp) in
        [(Judge::CODEFORCES, 2_100, &codeforces), (Judge::ATCODER, 6_000, &archive)]
    {
        let contests: Vec<Contest> = (0..contests).map(|number| contest(judge, number)).collect();
        store.follow_contests(&format!("{}.contests", judge.id()), judge, &contests, stamp, now).unwrap();
    }
}

fn index(id: u64) -> String {
    char::from(b'A' + (id % 6) as u8).to_string()
}

fn codeforces_problem(id: u64) -> Problem {
    const TAGS: [&str; 9] =
        ["dp", "greedy", "math", "graphs", "trees", "strings", "geometry", "data structures", "games"];
    let contest = 1 + id / 6;
    Problem {
        judge: Judge::CODEFORCES,
        id: ProblemId::codeforces(contest as u32, &index(id)),
        contest: contest.to_string(),
        index: index(id),
        name: format!("The Problem Number {id}"),
        rating: Some(800 + (id * 7 % 28) as i32 * 100),
        level: None,
        tags: (0..3).map(|nth| TAGS[((id + 4 * nth) % 9) as usize].to_owned()).collect(),
        solved: Some(id as u32),
    }
}

fn atcoder_problem(id: u64) -> Problem {
    let contest = format!("abc{:04}", id / 6);
    Problem {
        judge: Judge::ATCODER,
        id: ProblemId::atcoder(&format!("{contest}_{}", index(id))),
        contest,
        index: index(id),
        name: format!("The Task Number {id}"),
        rating: None,
        level: None,
        tags: Vec::new(),
        solved: None,
    }
}

fn contest(judge: Judge, number: u64) -> Contest {
    let codeforces = judge == Judge::CODEFORCES;
    let id = if codeforces { (1 + number).to_string() } else { format!("abc{number:04}") };
    let every = if codeforces { 2_000 } else { 700 };
    Contest {
        judge,
        id,
        name: format!("The Contest Number {number}"),
        start: Some(moment(1_795_500_000 - every * 100 * number)),
        seconds: 7_200,
        rated: (!codeforces).then(|| " ~ 1999".to_owned()),
    }
}

/// A third of them wrong, a problem about twice.
pub fn submission(judge: Judge, id: u64) -> Submission {
    let place = id * 5 % 9_000;
    let codeforces = judge == Judge::CODEFORCES;
    let problem = if codeforces { codeforces_problem(place) } else { atcoder_problem(place) };
    let verdict = match (codeforces, id.is_multiple_of(3)) {
        (true, true) => "WRONG_ANSWER",
        (true, false) => "OK",
        (false, true) => "WA",
        (false, false) => "AC",
    };
    Submission {
        judge,
        id,
        at: moment(1_500_000_000) + SignedDuration::from_secs(id as i64 * 24_000),
        contest: Some(problem.contest),
        problem: problem.id,
        name: codeforces.then_some(problem.name),
        verdict: verdict.to_owned(),
        told: None,
        participation: None,
        team: false,
        language: "Rust 2024".to_owned(),
        points: None,
    }
}

/// One of a history, the first of which is 0.
pub fn rating_change(number: u64) -> RatingChange {
    let rating = 1200 + (number * 37 % 300) as i32;
    RatingChange {
        contest: format!("abc{number:04}"),
        name: format!("The Contest Number {number}"),
        at: moment(1_500_000_000 + number * 1_900_000),
        place: Some(100),
        old: if number == 0 { 0 } else { 1200 + ((number - 1) * 37 % 300) as i32 },
        new: rating,
        performance: Some(rating + 100),
        rated: true,
    }
}
