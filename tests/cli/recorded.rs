//! Years of BOJ, Programmers and LeetCode that lie in git, as BaekjoonHub and LeetHub wrote them down.

use cpt_tracker::model::AuthorDate;
use cpt_tracker::sample::repo::RepoBuilder;
use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// The README that BaekjoonHub writes beside a solution at BOJ.
pub fn readme(number: u32, level: &str, topics: &str, at: &str) -> String {
    format!(
        "# [{level}] 문제 {number} - {number} \n\n[문제 링크](https://www.acmicpc.net/problem/{number}) \n\n\
         ### 성능 요약\n\n메모리: 2020 KB, 시간: 4 ms\n\n### 분류\n\n{topics}\n\n### 제출 일자\n\n{at}\n\n\
         ### 문제 설명\n\n<p>…</p>\n"
    )
}

/// Two solves of November 2026, one each at Programmers and LeetCode, and an export of four years of sixty problems.
fn practice() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("cpt.toml", "");
    let repo = RepoBuilder::init(&sandbox.dir(), "Ada", "ada@example.com").unwrap();
    let day = |day: i64| AuthorDate { seconds: 1_795_000_000 + 86_400 * day, offset_minutes: 540 };
    let mut export = repo.commit(day(-200)).message("전체 코드 업로드 -BaekjoonHub");
    for nth in 0..60_u32 {
        let number = 1000 + nth;
        let folder = format!("백준/Silver/{number}. 문제 {number}");
        let level = ["Bronze I", "Silver V", "Gold IV"][nth as usize % 3];
        let at = format!("{}년 {}월 {}일 21:30:00", 2022 + nth / 15, nth % 12 + 1, nth % 15 + 1);
        export = export.write(format!("{folder}/문제 {number}.cc"), number.to_string());
        export = export.write(format!("{folder}/README.md"), readme(number, level, "구현, 수학", &at));
    }
    export.finish().unwrap();
    let folder = "백준/Platinum/2000. 문제 2000";
    repo.commit(day(0))
        .message("[Platinum V] Title: 문제 2000, Time: 4 ms, Memory: 2020 KB -BaekjoonHub")
        .write(format!("{folder}/문제 2000.cc"), "2000")
        .write(format!("{folder}/README.md"), readme(2000, "Platinum V", "트리", "2026년 11월 18일 20:00:00"))
        .finish()
        .unwrap();
    let programmers = "# [level 2] 문자열 - 12951 \n\n[문제 링크](https://school.programmers.co.kr/learn/courses/30/lessons/12951) \n\n### 성능 요약\n\n메모리: 16.4 MB, 시간: 0.24 ms\n\n### 구분\n\n코딩테스트 연습 > 연습문제\n";
    repo.commit(day(1))
        .write("프로그래머스/2/12951. 문자열/문자열.py", "1")
        .write("프로그래머스/2/12951. 문자열/README.md", programmers)
        .finish()
        .unwrap();
    let leethub =
        "<h2><a href=\"https://leetcode.com/problems/two-sum/\">1. Two Sum</a></h2><h3>Easy</h3><hr>";
    repo.commit(day(2)).write("leetcode/0001-two-sum/README.md", leethub).finish().unwrap();
    let time = "Time: 52 ms (93.62%), Space: 17.9 MB (60.15%) - LeetHub";
    repo.commit(day(2)).write("leetcode/0001-two-sum/0001-two-sum.py", "1").message(time).finish().unwrap();
    sandbox
}

#[test]
fn other_judges_problems_are_counted_on_their_own_scales() {
    let sandbox = practice();
    assert_snapshot!("stats", sandbox.cpt(&["stats"]));
    assert_snapshot!(
        "solutions",
        sandbox.cpt(&["solutions", "--judge", "boj"]).out.lines().take(3).collect::<Vec<_>>().join("\n")
    );
    let stats = sandbox.cpt(&["stats", "--json", "--since", "2026-11-01"]).json();
    let judge = |judge: &str| {
        let recorded = stats["recorded"].as_array().unwrap();
        recorded.iter().find(|one| one["judge"] == judge).unwrap().clone()
    };
    assert_eq!(
        judge("boj")["by_level"],
        serde_json::json!([{"level": "Platinum V", "place": 15, "solved": 1}])
    );
    assert_eq!(judge("programmers")["by_topic"], serde_json::json!([{"topic": "연습문제", "solved": 1}]));
    assert_eq!(judge("leetcode")["by_level"][0]["level"], "Easy");
    assert_eq!(judge("leetcode")["by_topic"], serde_json::json!([{"topic": null, "solved": 1}]));

    let solutions = sandbox.cpt(&["solutions", "--json", "--judge", "leetcode"]).json();
    insta::assert_json_snapshot!("record", solutions["problems"][0]["record"]);
    sandbox.cpt(&["chart", "difficulty", "--format", "svg", "--theme", "light"]);
    let drawn = sandbox.read("charts/difficulty-boj.svg");
    assert!(
        drawn.contains("61 problems committed at BOJ") && drawn.contains("the hardest Platinum V"),
        "{drawn}"
    );
    assert!(sandbox.read("charts/difficulty-leetcode.svg").contains("Easy: 1 committed"));
    assert_snapshot!("review", sandbox.cpt(&["review", "2026"]));
    let exported = sandbox.cpt(&["export", "solutions", "--since", "2026-11-18"]).answer();
    assert_snapshot!(
        "exported",
        exported
            .lines()
            .map(|line| line.split_once(",ada@").map_or(line, |(_, rest)| rest))
            .collect::<Vec<_>>()
            .join("\n")
    );
}

#[test]
fn what_is_recorded_is_due_again_and_drawn_week_by_week_on_its_judge_s_scale() {
    let sandbox = Sandbox::new();
    sandbox.write("cpt.toml", "");
    let repo = RepoBuilder::init(&sandbox.dir(), "Ada", "ada@example.com").unwrap();
    let solves = (1..=11_u32).map(|nth| match nth {
        10 => (nth, "Gold IV", "2026년 8월 10일 20:00:00"),
        11 => (nth, "Platinum V", "2026년 9월 1일 20:00:00"),
        _ => (nth, "Silver V", "2026년 8월 3일 20:00:00"),
    });
    let mut commit = repo.commit(AuthorDate { seconds: 1_795_000_000, offset_minutes: 540 });
    for (nth, level, at) in solves {
        let (number, folder) = (1000 + nth, format!("백준/{level}/{nth}. 문제"));
        commit = commit.write(format!("{folder}/문제.cc"), number.to_string());
        commit = commit.write(format!("{folder}/README.md"), readme(number, level, "구현", at));
    }
    commit.finish().unwrap();
    // Each 75 days after the day that its README tells, not after the one on which it was committed.
    assert_snapshot!("todo", sandbox.cpt(&["todo", "--judge", "boj"]).answer());
    let todo = sandbox.cpt(&["todo", "again", "--json"]).json();
    let due = &todo["again"][1];
    assert_eq!(
        (&due["problem"], &due["level"], &due["accepted_at"]),
        (&"boj/1010".into(), &"Gold IV".into(), &"2026-08-10T11:00:00Z".into())
    );
    sandbox.cpt(&["chart", "solved", "--format", "svg", "--theme", "light"]);
    let drawn = sandbox.read("charts/solved.svg");
    assert!(drawn.contains("11 problems accepted") && drawn.contains("BOJ"), "{drawn}");
    assert!(drawn.contains("2026-08-03 to 2026-08-09: 9 accepted\n9 Silver V"), "{drawn}");
}

#[test]
fn a_mass_export_makes_the_days_of_the_solves_and_later_scans_say_the_same() {
    let sandbox = practice();
    let days = |when: &str| {
        let streak = sandbox.cpt(&["streak", "--json"]).json();
        let days = streak["days"].as_array().unwrap();
        assert_eq!(days.iter().filter(|day| day["bulk"] != 0).count(), 0, "{when}");
        days.iter().map(|day| format!("{} {}", day["date"], day["solved"])).collect::<Vec<_>>()
    };
    let before = days("nothing is stored");
    assert_eq!(before.first().map(String::as_str), Some("\"2022-01-01\" 1"));
    // Fifty-nine other days than the export's, which brought nothing itself.
    assert_eq!(before.len(), 60 + 1 + 3);
    sandbox.cpt(&["sync", "--offline"]);
    assert_eq!(days("everything is stored"), before);
    assert_eq!(sandbox.cpt(&["stats", "--json"]).json()["recorded"][0]["solved"], 61);
}

#[test]
fn days_can_go_by_what_was_accepted() {
    let sandbox = practice();
    let streak = |arguments: &[&str]| sandbox.cpt(&[&["streak", "--json"], arguments].concat()).json();
    let counted = |streak: &serde_json::Value| {
        (
            streak["source"].as_str().unwrap().to_owned(),
            streak["total_days"].as_u64(),
            streak["total_solved"].as_u64(),
        )
    };
    let commits = counted(&streak(&[]));
    assert_eq!(commits, ("commits".to_owned(), Some(64), Some(63)));
    assert!(sandbox.cpt(&["streak"]).out.contains("63 problems committed on 63 days"));
    // The export's own day brought nothing.
    assert_eq!(
        counted(&streak(&["--source", "submissions"])),
        ("submissions".to_owned(), Some(63), Some(63))
    );
    assert_eq!(counted(&streak(&["--source", "both"])), ("both".to_owned(), Some(64), Some(63)));
    // What is kept of one is not taken for the other.
    sandbox.cpt(&["sync", "--offline"]);
    assert_eq!(counted(&streak(&[])), commits);
    sandbox.write("cpt.toml", "[streak]\nsource = \"submissions\"\n");
    assert_eq!(counted(&streak(&[])).1, Some(63));
    assert_snapshot!("streak_of_submissions", sandbox.cpt(&["streak", "--weeks", "4"]));
}

#[test]
fn a_judge_s_own_submissions_make_days_before_the_first_commit() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.cpt(&["sync"]);
    let days = |source: &str| {
        let streak = sandbox.cpt(&["streak", "--json", "--source", source]).json();
        streak["days"]
            .as_array()
            .unwrap()
            .iter()
            .map(|day| day["date"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let (commits, submissions, both) = (days("commits"), days("submissions"), days("both"));
    assert!(submissions.len() > 100 && submissions[0] < commits[0], "{submissions:?}");
    let all: std::collections::BTreeSet<_> = commits.iter().chain(&submissions).cloned().collect();
    assert_eq!(both, all.into_iter().collect::<Vec<_>>());
    sandbox.reconfigure("goal = 1", "goal = 1\nsource = \"both\"");
    sandbox.cpt(&["chart", "heatmap", "journey", "--format", "svg", "--theme", "light"]);
    for chart in ["heatmap", "journey"] {
        let drawn = sandbox.read(&format!("charts/{chart}.svg"));
        assert!(drawn.contains("by commits and accepted submissions"), "{chart}");
    }
    let review = sandbox.cpt(&["review", "2026", "--json"]).json();
    assert_eq!(review["practice"]["source"], "both");
}
