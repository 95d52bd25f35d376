//! What a sync asks the judges for the sake of a group's members.

use std::process::Stdio;
use std::time::{Duration, Instant};

use cpt_tracker::model::{Judge, Track};
use cpt_tracker::sample::judge::{Fault, JudgeData};
use serde_json::{Value, json};

use super::sandbox::{Run, Sandbox};

/// The moment at which tests run, in seconds.
const NOW: i64 = 1_795_437_000;
const DAY: i64 = 86_400;

fn rated(handle: &str, at: i64, old: i32, new: i32) -> Value {
    json!({"contestId": at / DAY, "contestName": "Round", "handle": handle, "rank": 7,
        "ratingUpdateTimeSeconds": at, "oldRating": old, "newRating": new})
}

fn submitted(handle: &str, id: i64, at: i64) -> Value {
    json!({"id": id, "contestId": 4, "creationTimeSeconds": at, "relativeTimeSeconds": 2_147_483_647,
        "problem": {"contestId": 4, "index": "A", "name": "Watermelon", "type": "PROGRAMMING", "tags": []},
        "author": {"contestId": 4, "members": [{"handle": handle}], "participantType": "PRACTICE", "ghost": false},
        "programmingLanguage": "Rust", "verdict": "OK", "testset": "TESTS", "passedTestCount": 1,
        "timeConsumedMillis": 1, "memoryConsumedBytes": 0})
}

fn handle(member: usize) -> String {
    format!("Member_{member}")
}

/// So many members, each with a rating and a submission of ten days ago.
fn members(many: usize) -> JudgeData {
    let mut data = JudgeData::default();
    for path in ["/api/contest.list", "/api/problemset.problems"] {
        let result =
            if path.ends_with("list") { json!([]) } else { json!({"problems": [], "problemStatistics": []}) };
        data.insert_list(path, json!({"status": "OK", "result": result}));
    }
    for member in 0..many {
        let handle = handle(member);
        let history = json!({"status": "OK", "result": [rated(&handle, NOW - 20 * DAY, 0, 1200), rated(&handle, NOW - 12 * DAY, 1200, 1250)]});
        data.insert(Judge::CODEFORCES, Track::Algorithm, &handle, history);
        data.insert_submissions(Judge::CODEFORCES, &handle, vec![submitted(&handle, 1, NOW - 10 * DAY)]);
    }
    data
}

/// A group whose members have these handles at Codeforces; nobody else is followed.
fn group(handles: impl IntoIterator<Item = String>) -> Sandbox {
    let sandbox = Sandbox::of_beginner(&[0]);
    let mut text = "[group]\nfrom = 2026-10-05\ngoal = \"1/week\"\ntimezone = \"Asia/Seoul\"\n".to_owned();
    for (nth, handle) in handles.into_iter().enumerate() {
        text.push_str(&format!("[[group.members]]\nname = \"{nth}\"\ncodeforces = \"{handle}\"\n"));
    }
    sandbox.write("cpt.toml", &text);
    sandbox
}

/// How often a sync so many days later asks for profiles, ratings and submissions.
fn sync(sandbox: &Sandbox, days: i64) -> ([usize; 3], Run) {
    let before = sandbox.judge().seen().len();
    let mut command = sandbox.program(&["sync", "--json"]);
    let now = jiff::Timestamp::from_second(NOW + days * DAY).unwrap();
    command.env("CPT_NOW", now.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string());
    let run = sandbox.run(command);
    let seen = &sandbox.judge().seen()[before..];
    let count = |method: &str| {
        seen.iter().filter(|seen| seen.target.starts_with(&format!("/api/user.{method}?"))).count()
    };
    (["info", "rating", "status"].map(count), run)
}

fn failed(run: &Run) -> Vec<String> {
    let json = run.json();
    let failed = json["sources"].as_array().unwrap().iter().filter(|source| !source["error"].is_null());
    failed.map(|source| source["source"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn who_has_nothing_new_is_not_asked_for_one_by_one() {
    let mut data = members(30);
    let handles = (0..30).map(|member| if member == 3 { "MEMBER_3".to_owned() } else { handle(member) });
    let sandbox = group(handles.chain(["nobody_1".to_owned(), "nobody_2".to_owned()]));
    sandbox.judge().set(data.clone());
    // Each unknown name costs one request and is named by its refusal.
    let (asked, run) = sync(&sandbox, 0);
    assert_eq!(asked, [3, 30, 30], "{run}");
    let unknown = ["ratings@nobody_1", "submissions@nobody_1", "ratings@nobody_2", "submissions@nobody_2"];
    assert_eq!(failed(&run), unknown.map(|name| format!("codeforces.{name}")));
    let (asked, run) = sync(&sandbox, 1);
    assert_eq!((asked, failed(&run).len()), ([3, 0, 0], 4), "{run}");
    // Who was there is asked for what they handed in, and who has another rating for that.
    let now = NOW + 2 * DAY - 60;
    data.submissions_mut(Judge::CODEFORCES, &handle(7)).insert(0, submitted(&handle(7), 2, now));
    let mut history = data.ratings(Judge::CODEFORCES, Track::Algorithm, &handle(9)).unwrap().clone();
    history["result"].as_array_mut().unwrap().push(rated(&handle(9), now, 1250, 1240));
    data.insert(Judge::CODEFORCES, Track::Algorithm, &handle(9), history);
    sandbox.judge().set(data);
    let (asked, run) = sync(&sandbox, 2);
    assert_eq!(asked, [3, 1, 2], "{run}");
    let json = sandbox.cpt(&["group", "--json", "--week", "2026-W48"]).json();
    assert_eq!(json["members"][9]["ratings"][0]["rating"], 1250, "{json}");
    let json = {
        let mut command = sandbox.program(&["group", "--json"]);
        command.env("CPT_NOW", "2026-11-26T00:00:00+09:00");
        sandbox.run(command).json()
    };
    assert_eq!(json["members"][9]["ratings"][0]["rating"], 1240, "{json}");
    assert_eq!([&json["members"][7]["days"], &json["members"][8]["days"]], [1, 0], "{json}");
    // After a week everybody is asked for all the same.
    let (asked, run) = sync(&sandbox, 9);
    assert_eq!(asked, [3, 32 - 2, 32 - 2], "{run}");
}

#[test]
fn what_is_the_user_s_is_drawn_while_members_are_still_asked_for() {
    let sandbox = group([handle(0), handle(1)]);
    sandbox.judge().set(members(2));
    sandbox.judge().fail(
        "/api/user.rating?handle=Member_1",
        Fault::Slow(Duration::from_secs(30)),
        usize::MAX,
    );
    let mut command = sandbox.program(&["sync"]);
    let mut sync = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let heatmap = sandbox.dir().join("charts/heatmap.svg");
    let deadline = Instant::now() + Duration::from_secs(20);
    while !heatmap.exists() {
        assert!(Instant::now() < deadline, "nothing is drawn");
        assert!(sync.try_wait().unwrap().is_none(), "the sync waits for Member_1");
        std::thread::sleep(Duration::from_millis(5));
    }
    // A sync that ends here has to draw all of it once more.
    sync.kill().unwrap();
    sync.wait().unwrap();
    sandbox.judge().behave();
    assert!(!sandbox.dir().join("charts/group.svg").exists());
    sandbox.cpt(&["sync"]).answer();
    assert!(sandbox.dir().join("charts/group.svg").exists());
}

#[test]
fn doctor_asks_about_all_members_at_once_and_names_whom_a_judge_does_not_know() {
    let sandbox = group([handle(0), handle(1), "nobody".to_owned()]);
    sandbox.judge().set(members(2));
    let run = sandbox.cpt(&["doctor"]);
    assert_eq!(run.code, Some(3), "{run}");
    assert!(run.out.contains("no user nobody, the handle of 2"), "{run}");
    assert!(!run.out.contains("no handle"), "{run}");
    let seen = sandbox.judge().seen();
    let asked: Vec<&str> = seen.iter().map(|seen| seen.target.split('?').next().unwrap()).collect();
    // The refusal names one, and the others are asked for once more.
    assert_eq!(asked, ["/api/user.info"; 2], "{asked:?}");
}

#[test]
fn doctor_asks_one_by_one_about_those_alone_of_whom_nothing_was_fetched() {
    let sandbox = Sandbox::of_sample_user();
    let members = "[group]\nfrom = 2026-09-07\ntimezone = \"Asia/Seoul\"\n\
                   [[group.members]]\nname = \"demo\"\natcoder = \"cpt_demo\"\n";
    sandbox.write("cpt.toml", members);
    let asked = || {
        let before = sandbox.judge().seen().len();
        let run = sandbox.cpt(&["doctor"]);
        assert_eq!(run.code, Some(0), "{run}");
        sandbox.judge().seen().len() - before
    };
    assert_eq!(asked(), 1);
    sandbox.cpt(&["sync"]);
    assert_eq!(asked(), 0);
    sandbox.write(
        "cpt.toml",
        &(members.to_owned() + "[[group.members]]\nname = \"new\"\natcoder = \"nobody_at_all\"\n"),
    );
    let run = sandbox.cpt(&["doctor"]);
    assert!(run.code == Some(3) && run.out.contains("the handle of new"), "{run}");
}

/// The judge lists what its two divisions share in the first alone: 1350 C is 1349 A.
#[test]
fn a_problem_of_two_divisions_is_one_whoever_of_the_group_solved_it_under_which_name() {
    let sandbox = group((0..3).map(handle));
    let mut data = members(3);
    let listed = json!({"contestId": 1349, "index": "A", "name": "Orac", "type": "PROGRAMMING", "tags": []});
    let problems = json!({"problems": [listed], "problemStatistics": []});
    data.insert_list("/api/problemset.problems", json!({"status": "OK", "result": problems}));
    for (member, contest, index) in [(0, 1349, "A"), (1, 1350, "C")] {
        let row = &mut data.submissions_mut(Judge::CODEFORCES, &handle(member))[0];
        row["contestId"] = json!(contest);
        row["author"]["contestId"] = json!(contest);
        row["problem"] =
            json!({"contestId": contest, "index": index, "name": "Orac", "type": "PROGRAMMING", "tags": []});
    }
    sandbox.judge().set(data);
    let config = sandbox.read("cpt.toml");
    sandbox.cpt(&["sync"]);
    for problem in ["codeforces/1349/A", "codeforces/1350/C"] {
        sandbox.write("roadmap.md", &format!("{problem}\n"));
        let more =
            "[[lists]]\nfile = \"roadmap.md\"\n[[group.weeks]]\nweek = \"2026-W46\"\nlist = \"roadmap\"\n";
        sandbox.write("cpt.toml", &format!("{config}{more}"));
        let json = sandbox.cpt(&["group", "--json", "--week", "2026-W46"]).json();
        let solved =
            json["members"].as_array().unwrap().iter().map(|row| row["assigned"]["solved"].as_u64().unwrap());
        assert_eq!(solved.collect::<Vec<_>>(), [1, 1, 0], "{problem}");
        let json = sandbox.cpt(&["list", "--group", "--json"]).json();
        let solved =
            json["lists"][0]["members"].as_array().unwrap().iter().map(|row| row["solved"].as_u64().unwrap());
        assert_eq!(solved.collect::<Vec<_>>(), [1, 1, 0], "{problem}");
    }
}

#[test]
fn what_may_still_change_is_asked_for_whoever_was_there() {
    let sandbox = group((0..3).map(handle));
    let mut data = members(3);
    // A verdict that may change, one that is missing, and one of a team, whose others hand in alone.
    data.submissions_mut(Judge::CODEFORCES, &handle(0))[0]["creationTimeSeconds"] = json!(NOW - 2 * DAY);
    data.submissions_mut(Judge::CODEFORCES, &handle(1))[0]["verdict"] = json!("TESTING");
    let team = json!([{"handle": handle(2)}, {"handle": "other"}]);
    data.submissions_mut(Judge::CODEFORCES, &handle(2))[0]["author"]["members"] = team;
    sandbox.judge().set(data);
    assert_eq!(sync(&sandbox, 0).0, [1, 3, 3]);
    assert_eq!(sync(&sandbox, 1).0, [1, 0, 3]);
}

#[test]
fn who_can_not_be_told_at_once_is_asked_for_alone() {
    let sandbox = group((0..4).map(handle));
    let mut data = members(4);
    data.rename(&handle(1), "somebody_new");
    sandbox.judge().set(data);
    // A refusal that names nobody is taken apart; a renamed member is told as before.
    let refusal = Fault::Failed { status: 400, comment: "handles: something is wrong".to_owned() };
    sandbox.judge().fail("/api/user.info?handles=Member_0%3BMember_1%3BMember_2%3B", refusal.clone(), 1);
    let (asked, run) = sync(&sandbox, 0);
    assert_eq!(asked, [3 + 1, 4, 3], "{run}");
    assert!(run.to_string().contains("somebody_new"), "{run}");
    assert!(failed(&run).iter().all(|source| source.ends_with("@member_1")), "{run}");
    // A judge that wants to be left alone is.
    sandbox.judge().fail("/api/", Fault::Page { status: 403 }, 99);
    let (asked, run) = sync(&sandbox, 1);
    assert_eq!(asked[1..], [0, 0], "{run}");
    assert!(failed(&run).len() >= 8, "{run}");
    assert_eq!(sandbox.cpt(&["group", "--json"]).json()["members"][0]["ratings"][0]["rating"], 1250);
}

#[test]
fn thirty_members_are_asked_for_within_the_waits_imposed() {
    let sandbox = group((0..30).map(handle));
    sandbox.judge().set(members(30));
    let mut command = sandbox.program(&["sync", "--json"]);
    command.env("CPT_INTERVAL_MS", "20");
    let run = sandbox.run(command);
    assert_eq!(failed(&run), Vec::<String>::new(), "{run}");
    let seen = sandbox.judge().seen();
    // The members' ratings and submissions, their profiles, and the two lists, each once.
    assert_eq!(seen.len(), 2 * 30 + 1 + 2, "{run}");
    for pair in seen.windows(2) {
        assert!(pair[1].at - pair[0].at >= Duration::from_millis(20), "{pair:?}");
    }
    let sources = run.json()["sources"].as_array().unwrap().clone();
    let waited: u64 = sources.iter().map(|source| source["waited_ms"].as_u64().unwrap()).sum();
    assert!(waited as f64 <= 20.0 * (seen.len() - 1) as f64 * 1.1, "{waited}");
}

#[test]
fn the_lists_of_a_judge_are_fetched_once_where_members_alone_have_handles() {
    let sandbox = Sandbox::of_sample_user();
    let member = |name: &str| format!("[[group.members]]\nname = \"{name}\"\natcoder = \"{name}_x\"\n");
    sandbox.write("cpt.toml", &format!("[group]\n{}{}", member("ada"), member("bob")));
    let run = sandbox.cpt(&["sync", "--json"]);
    let lists = ["problems", "models", "contests"].map(|name| format!("atcoder.{name}"));
    let json = run.json();
    let sources: Vec<&str> =
        json["sources"].as_array().unwrap().iter().map(|one| one["source"].as_str().unwrap()).collect();
    for list in &lists {
        assert_eq!(sources.iter().filter(|source| *source == list).count(), 1, "{run}");
    }
    assert!(!sources.iter().any(|source| source.starts_with("codeforces")), "{run}");
    let asked = |path: &str| sandbox.judge().seen().iter().filter(|seen| seen.target == path).count();
    assert_eq!(asked("/resources/problems.json"), 1);
    // An offline sync tells of them, too.
    let offline = sandbox.cpt(&["sync", "--offline", "--json"]).json();
    assert!(offline.to_string().contains("atcoder.problems"), "{offline}");
}
