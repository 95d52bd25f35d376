//! Judges that rate nobody: what is solved there counts, and nothing asks for a rating.

use cpt_tracker::model::Judge;
use cpt_tracker::sample::judge::JudgeData;
use cpt_tracker::sample::{self, HANDLE};
use insta::assert_snapshot;
use serde_json::Value;

use super::interrupted::{NEXT_DAY, survive};
use super::sandbox::{Sandbox, TODAY};

/// Whoever is at these judges alone, with such solutions: how many days before today each was committed, its file's name,
/// and what it links to.
fn sandbox_at(judges: &[&str], solutions: &[(i64, &str, &str)]) -> Sandbox {
    let solution =
        |(ago, name, link): &(i64, &str, &str)| (*ago, format!("{name}.rs"), format!("// {link}\n"));
    let sandbox = Sandbox::with_solutions(solutions.iter().map(solution));
    let handles: String = judges.iter().flat_map(|judge| [*judge, " = \"cpt_demo\"\n"]).collect();
    let rest = "[[repos]]\npath = \".\"\nauthors = [\"*\"]\n\
         [streak]\ntimezone = \"Asia/Seoul\"\nsource = \"submissions\"\n[charts]\nformats = [\"svg\"]\n";
    sandbox.write("cpt.toml", &format!("[handles]\n{handles}{rest}"));
    sandbox
}

/// Whoever is at Library Checker alone, and has committed one problem of it that was accepted and one that never was.
fn sandbox() -> Sandbox {
    sandbox_at(
        &["library-checker"],
        &[
            (1, "unionfind", "https://judge.yosupo.jp/problem/unionfind"),
            (0, "two_sat", "https://judge.yosupo.jp/problem/two_sat"),
        ],
    )
}

fn synced() -> Sandbox {
    let sandbox = sandbox();
    let sync = sandbox.cpt(&["sync"]);
    assert_eq!(sync.code, Some(0), "{sync}");
    sandbox
}

#[test]
fn what_is_solved_there_counts() {
    let sandbox = synced();
    let stats = sandbox.cpt(&["stats", "--judge", "library-checker", "--json"]).json();
    assert_eq!(
        (&stats["all"]["tried"], &stats["all"]["solved"], &stats["all"]["tries"]),
        (&9.into(), &9.into(), &11.into())
    );
    assert_eq!(stats["by_judge"][0]["judge"], "library-checker");
    let streak = sandbox.cpt(&["streak", "--json"]).json();
    assert_eq!((&streak["total_days"], &streak["total_solved"]), (&9.into(), &9.into()), "{streak}");
    let rows = |arguments: &[&str]| {
        let answer = sandbox.cpt(arguments).json();
        let list = arguments[1].trim_start_matches('-');
        answer[list].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
    };
    let missing = rows(&["solutions", "--missing", "--json"]);
    assert_eq!(missing.len(), 8);
    assert!(missing.iter().all(|one| one["problem"] != "library-checker/unionfind"), "{missing:?}");
    let unsubmitted = rows(&["solutions", "--unsubmitted", "--judge", "library-checker", "--json"]);
    assert_eq!(unsubmitted.len(), 1, "{unsubmitted:?}");
    assert_eq!(unsubmitted[0]["problem"], "library-checker/two_sat");
    assert_eq!(unsubmitted[0]["url"], "https://judge.yosupo.jp/problem/two_sat");
    let exported = sandbox.cpt(&["export", "submissions"]).answer();
    assert_eq!(
        exported.lines().filter(|line| line.starts_with("library-checker,")).count(),
        11,
        "{exported}"
    );
    let review = sandbox.cpt(&["review", "--no-charts", "--json"]).json();
    assert_eq!(review["solved"]["by_judge"][0]["solved"], 9, "{review}");
    let again = sandbox.cpt(&["sync", "--json"]).json();
    let news = again["sources"].as_array().unwrap().iter().map(|one| one["new"].as_u64().unwrap());
    assert_eq!(news.sum::<u64>(), 0, "{again}");
}

#[test]
fn it_is_told_without_difficulties_and_without_a_rating() {
    let sandbox = synced();
    assert_snapshot!(sandbox.cpt(&["stats", "--all"]).answer());
    for arguments in [
        &["status"][..],
        &["stats"],
        &["streak"],
        &["todo"],
        &["review", "--no-charts"],
        &["sync"],
        &["doctor"],
        &["solutions"],
        &["next"],
    ] {
        let run = sandbox.cpt(arguments);
        assert_eq!(run.code, Some(0), "{run}");
        for word in ["rating", "rated", "target", "forecast", "colour"] {
            assert!(!run.out.contains(word) && !run.err.contains(word), "{word}: {run}");
        }
    }
    assert_eq!(sandbox.cpt(&["rating"]).err, "None of the judges in [handles] has a rating.\n");
    assert_eq!(
        sandbox.cpt(&["next"]).err,
        "None of the judges in [handles] shows what is within your reach.\n"
    );
    assert!(!sandbox.dir().join("charts/library-checker.svg").exists());
    assert!(sandbox.read("charts/heatmap.svg").contains("accepted"));
    assert!(sandbox.read("charts/solved.svg").contains("Library Checker"));
    sandbox.cpt(&["report", "--out", "page.html"]).answer();
    assert!(sandbox.read("page.html").contains("Library Checker"));
}

#[test]
fn what_needs_a_rating_is_refused_with_the_reason() {
    let sandbox = sandbox();
    let mut refused = String::new();
    for arguments in [
        &["target", "add", "library-checker", "green", "--by", "2027"][..],
        &["rating", "--judge", "library-checker"],
        &["rating", "--judge", "yosupo", "--what-if", "1000"],
        &["next", "--judge", "library-checker"],
        &["contests", "--judge", "library-checker"],
        &["config", "set", "targets", "[{judge = \"library-checker\", colour = 1, by = 2027-01-01}]"],
    ] {
        let run = sandbox.cpt(arguments);
        assert_eq!(run.code, Some(2), "{run}");
        refused.push_str(&format!("$ cpt {}\n{}\n", arguments.join(" "), run.err));
    }
    assert_snapshot!(refused);
}

#[test]
fn a_handle_that_nobody_has_there_costs_nobody_else() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.reconfigure("[handles]\n", "[handles]\nlibrary-checker = \"nobody\"\n");
    let sync = sandbox.cpt(&["sync", "--json"]);
    assert_eq!(sync.code, Some(3), "{sync}");
    let answer = sync.json();
    for source in answer["sources"].as_array().unwrap() {
        let error = source["error"].as_str();
        match source["source"].as_str().unwrap() {
            "library-checker.submissions" => {
                assert!(
                    error.is_some_and(|error| error.ends_with("no user nobody on Library Checker")),
                    "{error:?}"
                );
            }
            _ => assert_eq!(error, None, "{source}"),
        }
    }
}

fn synced_at(sandbox: &Sandbox, now: &str) -> Value {
    let mut sync = sandbox.program(&["sync", "--json"]);
    sync.env("CPT_NOW", now);
    let sync = sandbox.run(sync);
    assert_eq!(sync.code, Some(0), "{sync}");
    sync.json()
}

/// What a source of a sync tells under `key`.
fn told(synced: &Value, source: &str, key: &str) -> u64 {
    let sources = synced["sources"].as_array().unwrap();
    sources.iter().find(|one| one["source"] == source).unwrap()[key].as_u64().unwrap()
}

#[test]
fn levels_are_told_as_their_judge_does_and_a_problem_without_a_number_gets_one_later() {
    // By the inner number, as a contest links to it.
    let sandbox = sandbox_at(&["yukicoder"], &[(0, "a", "https://yukicoder.me/problems/12007")]);
    assert_eq!(told(&synced_at(&sandbox, NEXT_DAY), "yukicoder.submissions", "total"), 8);
    assert_snapshot!(sandbox.cpt(&["stats", "--all"]).answer());
    let stats = sandbox.cpt(&["stats", "--json"]).json();
    assert_eq!(
        (&stats["by_colour"][0]["colour"], &stats["by_colour"][0]["level"]),
        (&Value::Null, &"Level 0".into())
    );
    let missing = || {
        let missing = sandbox.cpt(&["solutions", "--missing", "--json"]).json();
        missing["missing"].as_array().unwrap().len()
    };
    assert_eq!(missing(), 7);

    let mut data = sample::judge_data(TODAY).unwrap();
    data.submissions_mut(Judge::YUKICODER, HANDLE)[7]["No"] = 9007.into();
    sandbox.judge().set(data);
    let synced = synced_at(&sandbox, NEXT_DAY);
    assert_eq!(["new", "removed", "total"].map(|key| told(&synced, "yukicoder.submissions", key)), [0, 0, 8]);
    assert_eq!(missing(), 7);
}

#[test]
fn what_waits_for_its_verdict_is_asked_for_again() {
    let sandbox =
        sandbox_at(&["aoj"], &[(0, "ITP1_1_A", "https://onlinejudge.u-aizu.ac.jp/problems/ITP1_1_A")]);
    synced_at(&sandbox, NEXT_DAY);
    let solved = || sandbox.cpt(&["stats", "--json"]).json()["all"]["solved"].clone();
    assert_eq!(solved(), 6);
    let mut data = sample::judge_data(TODAY).unwrap();
    let rows = data.submissions_mut(Judge::AOJ, HANDLE);
    rows.iter_mut().find(|row| row["status"] == 5).unwrap()["status"] = 4.into();
    sandbox.judge().set(data);
    let synced = synced_at(&sandbox, NEXT_DAY);
    assert_eq!(["new", "removed", "total"].map(|key| told(&synced, "aoj.submissions", key)), [0, 0, 9]);
    assert_eq!(solved(), 7);
}

/// The judges with submissions, what their rows call number and time, and what fault hits.
const JUDGES: [(Judge, &str); 3] =
    [(Judge::YUKICODER, "ProblemId"), (Judge::LIBRARY_CHECKER, "id"), (Judge::AOJ, "judgeId")];

const HIT: [&str; 8] = [
    "/",
    "/yukicoder/",
    "/yukicoder/api/v1/problems",
    "/library-checker/",
    "/library-checker/submissions",
    "/library-checker/problems",
    "/aoj/",
    "/aoj/submission_records/",
];

/// The sample user's data with more submissions than two pages have, before or after a day.
fn data(passed: bool) -> JudgeData {
    let mut data = sample::judge_data(TODAY).unwrap();
    for (judge, number) in JUDGES {
        let rows = data.submissions_mut(judge, HANDLE);
        if !passed {
            rows.pop();
        }
        let first = rows[0].clone();
        rows.extend((1..=1200_u64).map(|nth| {
            let mut row = first.clone();
            row[number] = nth.into();
            if judge == Judge::YUKICODER {
                row["No"] = nth.into();
            }
            row
        }));
    }
    let waiting = if passed { "AC" } else { "7/20" };
    data.submissions_mut(Judge::LIBRARY_CHECKER, HANDLE)[3]["status"] = waiting.into();
    data.submissions_mut(Judge::AOJ, HANDLE)[2]["status"] = if passed { 4 } else { 9 }.into();
    data
}

#[test]
fn whatever_happened_before_the_store_is_that_of_an_undisturbed_sync() {
    let sandbox = sandbox_at(&["yukicoder", "library-checker", "aoj"], &[(0, "a", "nowhere")]);
    survive(&sandbox, data, &HIT, 10);
}

#[test]
fn a_list_of_several_pages_is_read_down_to_what_is_known() {
    let sandbox = sandbox_at(&["library-checker", "aoj"], &[(0, "a", "nowhere")]);
    sandbox.judge().set(data(true));
    let pages = |synced: &Value, source: &str| told(synced, source, "requests");
    let first = synced_at(&sandbox, NEXT_DAY);
    assert_eq!(pages(&first, "library-checker.submissions"), 3);
    assert_eq!(pages(&first, "aoj.submissions"), 3);
    assert_eq!(told(&first, "library-checker.submissions", "total"), 1211);
    assert_eq!(told(&first, "aoj.submissions", "total"), 1209);
    let mut more = data(true);
    let mut row = more.submissions_mut(Judge::AOJ, HANDLE)[0].clone();
    row["judgeId"] = 9_900_000.into();
    more.submissions_mut(Judge::AOJ, HANDLE).push(row);
    sandbox.judge().set(more);
    let again = synced_at(&sandbox, NEXT_DAY);
    assert_eq!(
        ["requests", "not_modified"].map(|key| told(&again, "library-checker.submissions", key)),
        [1, 1]
    );
    // A page that brings something new is no end.
    assert_eq!(["requests", "new"].map(|key| told(&again, "aoj.submissions", key)), [2, 1]);
}

#[test]
fn doctor_asks_each_whether_it_knows_the_user() {
    let sandbox = sandbox_at(&["yukicoder", "library-checker", "aoj"], &[(0, "a", "nowhere")]);
    let doctor = sandbox.cpt(&["doctor"]);
    for name in ["yukicoder", "Library Checker", "AOJ"] {
        let line = doctor.out.lines().find(|line| line.contains(name));
        assert!(line.is_some_and(|line| line.contains("is reachable, handle found")), "{doctor}");
    }
    for judge in ["yukicoder", "library-checker", "aoj"] {
        sandbox.reconfigure(&format!("{judge} = \"cpt_demo\""), &format!("{judge} = \"nobody\""));
    }
    let doctor = sandbox.cpt(&["doctor"]);
    assert_eq!((doctor.code, doctor.out.matches("no user nobody on").count()), (Some(3), 3), "{doctor}");
}

/// What the judges send of somebody else is refused, and what is stored stays.
#[test]
fn what_is_somebody_else_s_is_refused() {
    let sandbox = sandbox_at(&["library-checker", "aoj"], &[(0, "a", "nowhere")]);
    synced_at(&sandbox, NEXT_DAY);
    let mut data = sample::judge_data(TODAY).unwrap();
    data.submissions_mut(Judge::LIBRARY_CHECKER, HANDLE)[0]["user_name"] = "mallory".into();
    data.submissions_mut(Judge::AOJ, HANDLE)[0]["userId"] = "mallory".into();
    sandbox.judge().set(data);
    let sync = sandbox.cpt(&["sync"]);
    assert_eq!(sync.code, Some(3), "{sync}");
    assert_eq!(sync.err.matches("the judge sent data of mallory instead of cpt_demo").count(), 2, "{sync}");
    let stats = sandbox.cpt(&["stats", "--json"]).json();
    assert_eq!(stats["all"]["solved"], 15, "{stats}");
}
