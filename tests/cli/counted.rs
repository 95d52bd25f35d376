//! What was solved at any judge counts wherever solved problems are counted: in a group, in the days of the streak and the
//! charts, and in lists.

use std::collections::{BTreeMap, BTreeSet};

use cpt_tracker::model::Judge;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::sandbox::Sandbox;

/// A problem that was accepted, and on which day in Seoul.
type Accepted = BTreeMap<String, BTreeSet<(Date, String)>>;

/// The judges beside the two main ones.
fn others() -> impl Iterator<Item = &'static str> {
    Judge::all().filter(|judge| !judge.spec().is_main).map(Judge::id)
}

/// A repository with a problem of one of them that was accepted, and one that never was.
fn sandbox(configuration: &str) -> Sandbox {
    let solution = |ago: i64, name: &str| {
        (ago, format!("library-checker/{name}.rs"), format!("// https://judge.yosupo.jp/problem/{name}\n"))
    };
    let sandbox = Sandbox::with_solutions([solution(1, "unionfind"), solution(0, "two_sat")]);
    let rest = "[[repos]]\npath = \".\"\nauthors = [\"*\"]\n[charts]\nformats = [\"svg\"]\n";
    sandbox.write("cpt.toml", &format!("{configuration}{rest}"));
    sandbox
}

fn handles() -> String {
    let handles: Vec<String> = others().map(|judge| format!("{judge} = \"cpt_demo\"\n")).collect();
    format!("[handles]\n{}", handles.concat())
}

/// What the sample user was accepted with at each judge, as it is exported.
fn accepted() -> Accepted {
    let sandbox = sandbox(&handles());
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    let mut all = Accepted::new();
    let zone = TimeZone::get("Asia/Seoul").unwrap();
    for line in sandbox.cpt(&["export", "submissions", "--format", "jsonl"]).answer().lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        if row["outcome"] == "accepted" {
            let at: jiff::Timestamp = row["at"].as_str().unwrap().parse().unwrap();
            let problem = row["problem"].as_str().unwrap().to_owned();
            let of_judge = all.entry(row["judge"].as_str().unwrap().to_owned()).or_default();
            of_judge.insert((zone.to_datetime(at).date(), problem));
        }
    }
    assert!(others().all(|judge| all[judge].len() > 4), "{all:?}");
    all
}

#[test]
fn what_members_solved_at_any_judge_counts_in_their_group() {
    let member = |judge: &str| format!("[[group.members]]\nname = \"{judge}\"\n{judge} = \"cpt_demo\"\n");
    let members: String = others().map(member).collect();
    let first = "2026-10-05".parse::<Date>().unwrap();
    for source in ["submissions", "both"] {
        let group = format!(
            "[group]\nfrom = {first}\ngoal = \"1/week\"\ntimezone = \"Asia/Seoul\"\nsource = \"{source}\"\n"
        );
        // No handle is the user's own.
        let sandbox = sandbox(&format!("{group}{members}"));
        let sync = sandbox.cpt(&["sync"]);
        assert_eq!(sync.code, Some(0), "{sync}");
        for (judge, accepted) in accepted() {
            let since: BTreeSet<&str> =
                accepted.iter().filter(|(day, _)| *day >= first).map(|(_, problem)| &problem[..]).collect();
            let mut counted = 0;
            for week in 41..=48 {
                let week = format!("2026-W{week}");
                let json = sandbox.cpt(&["group", "--json", "--week", &week]).json();
                let members = json["members"].as_array().unwrap();
                let row = members.iter().find(|row| row["name"] == judge.as_str());
                counted += row.and_then(|row| row["solved"].as_u64()).unwrap();
            }
            assert_eq!(counted, since.len() as u64, "{judge} by {source}: {since:?}");
        }
    }
}

#[test]
fn what_any_judge_accepted_makes_days_of_the_streak_and_of_the_charts() {
    let accepted = accepted();
    let days: BTreeSet<Date> = accepted.values().flatten().map(|(day, _)| *day).collect();
    let problems: BTreeSet<&String> = accepted.values().flatten().map(|(_, problem)| problem).collect();
    let committed = ["2026-11-22", "2026-11-23"].map(|day| day.parse().unwrap());
    let all: BTreeSet<Date> = days.iter().copied().chain(committed).collect();
    let day_of_five: Date = "2026-11-16".parse().unwrap();
    for (source, words, days, problems) in [
        ("submissions", "by accepted submissions", &days, problems.len()),
        // Of the two that are committed, one was never accepted.
        ("both", "by commits and accepted submissions", &all, problems.len() + 1),
    ] {
        let streak = format!("[streak]\ntimezone = \"Asia/Seoul\"\nsource = \"{source}\"\n");
        let sandbox = sandbox(&(handles() + &streak));
        assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
        let streak = sandbox.cpt(&["streak", "--json"]).json();
        let shown = streak["days"].as_array().unwrap().iter();
        let shown: BTreeSet<Date> = shown.map(|day| day["date"].as_str().unwrap().parse().unwrap()).collect();
        assert_eq!(shown, *days, "{source}");
        assert_eq!(streak["total_solved"], problems, "{source}");
        for chart in ["heatmap", "journey", "year"] {
            let drawn = sandbox.read(&format!("charts/{chart}.svg"));
            assert!(drawn.contains(&format!("on {} days {words}", days.len())), "{chart} by {source}");
        }
        let on_the_day = accepted.values().flatten().filter(|(day, _)| *day == day_of_five).count();
        assert!(on_the_day > 2, "{accepted:?}");
        // A month is named once, however it is counted, and no judge has too few contests.
        let review = sandbox.cpt(&["review", "2026", "--no-charts"]).out;
        assert_eq!(review.matches(" (25 accepted)").count(), 1, "{review}");
        assert!(!review.contains("not enough contests"), "{review}");
        let drawn = sandbox.read("charts/heatmap.svg");
        assert!(drawn.contains(&format!("{day_of_five}: {on_the_day} solved")), "{drawn}");
    }
}

#[test]
fn what_any_judge_accepted_is_due_missing_reviewed_and_ticked_in_lists() {
    let list = "[[lists]]\nname = \"mine\"\nfile = \"mine.txt\"\n";
    let sandbox = sandbox(&format!("{}{list}", handles()));
    let accepted = accepted();
    let problem = |judge: &str| &accepted[judge].first().unwrap().1;
    let mine: Vec<&str> = others().map(|judge| &problem(judge)[..]).collect();
    sandbox.write("mine.txt", &(mine.join("\n") + "\nlibrary-checker/two_sat\naoj/ITP1_9_A\n"));
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    let rows = |arguments: &[&str], key: &str| -> Vec<String> {
        let answer = sandbox.cpt(arguments).json();
        let rows = answer[key].as_array().unwrap_or_else(|| panic!("{arguments:?}: {answer}"));
        rows.iter().map(|row| row["problem"].as_str().unwrap().to_owned()).collect()
    };
    for judge in others() {
        let of_judge: BTreeSet<&str> = accepted[judge].iter().map(|(_, problem)| &problem[..]).collect();
        let mut missing = rows(&["solutions", "--missing", "--judge", judge, "--json"], "missing");
        missing.sort();
        assert_eq!(
            missing,
            of_judge.iter().copied().filter(|one| *one != "library-checker/unionfind").collect::<Vec<_>>()
        );
        let uncommitted = rows(&["todo", "--judge", judge, "--json"], "uncommitted");
        assert_eq!(uncommitted.len(), missing.len(), "{judge}");
        let review = sandbox.cpt(&["review", "2026", "--no-charts", "--json"]).json();
        let of_review = review["solved"]["by_judge"].as_array().unwrap();
        let row = of_review.iter().find(|row| row["judge"] == judge).unwrap();
        assert_eq!(row["solved"], of_judge.len(), "{judge}");
    }
    assert_eq!(rows(&["solutions", "--unsubmitted", "--json"], "unsubmitted"), ["library-checker/two_sat"]);
    let list = sandbox.cpt(&["list", "mine", "--json"]).json();
    let problems = list["lists"][0]["problems"].as_array().unwrap();
    let progress: Vec<&str> = problems.iter().map(|one| one["progress"].as_str().unwrap()).collect();
    let (theirs, mine) = progress.split_at(others().count());
    assert!(theirs.iter().all(|one| *one == "accepted"), "{list}");
    assert_eq!(mine, ["committed", "open"]);
}
