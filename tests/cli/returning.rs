//! Somebody who was cyan at Codeforces in 2018, has years of BOJ in git as `BaekjoonHub` wrote them, has begun at AtCoder
//! this autumn, and wants to be cyan there by the end of next year.

use cpt_tracker::model::{AuthorDate, Judge, Track};
use cpt_tracker::sample::repo::RepoBuilder;
use cpt_tracker::sample::{self, HANDLE};
use insta::assert_snapshot;
use serde_json::{Value, json};

use super::recorded::readme;
use super::sandbox::{Sandbox, TODAY};

/// A walk up to 1480 and back below 1400, from March 2016 to November 2018.
fn codeforces_until_2018() -> Value {
    let ratings = [
        1388, 1312, 1290, 1335, 1301, 1349, 1372, 1340, 1391, 1366, 1402, 1433, 1397, 1418, 1446, 1420, 1480,
        1451, 1462, 1429, 1440, 1411, 1377, 1395,
    ];
    let mut old = 0;
    let rows = (0_i64..).zip(ratings).map(|(nth, new)| {
        let row = json!({"contestId": 650 + 17 * nth, "contestName": format!("Codeforces Round {}", 345 + 7 * nth),
            "handle": HANDLE, "rank": 900 + 37 * nth, "ratingUpdateTimeSeconds": 1_457_500_000 + 42 * 86_400 * nth,
            "oldRating": old, "newRating": new});
        old = new;
        row
    });
    json!({"status": "OK", "result": rows.collect::<Vec<_>>()})
}

/// The sample user's first contests, 46 of AtCoder's weeks later: from September to 14 November.
fn atcoder_since_september() -> Value {
    let data = sample::judge_data(TODAY).unwrap();
    let rows = data.ratings(Judge::ATCODER, Track::Algorithm, HANDLE).unwrap().as_array().unwrap();
    let later = |row: &Value| {
        let mut row = row.clone();
        let name = row["ContestName"].as_str().unwrap();
        let number: u32 = name.rsplit(' ').next().unwrap().parse().unwrap();
        row["ContestName"] = format!("AtCoder Beginner Contest {}", number + 46).into();
        row["ContestScreenName"] = format!("abc{}.contest.atcoder.jp", number + 46).into();
        let end: jiff::Timestamp = row["EndTime"].as_str().unwrap().parse().unwrap();
        let end = end + jiff::SignedDuration::from_hours(46 * 7 * 24);
        row["EndTime"] = end.display_with_offset(jiff::tz::offset(9)).to_string().into();
        row
    };
    rows.iter().take(8).map(later).collect()
}

/// Four years of BOJ that were exported in one commit, and what was solved there and at AtCoder in the last days.
fn returning() -> Sandbox {
    let sandbox = Sandbox::with_solutions([]);
    let mut data = sample::judge_data(TODAY).unwrap();
    data.insert(Judge::CODEFORCES, Track::Algorithm, HANDLE, codeforces_until_2018());
    data.insert(Judge::ATCODER, Track::Algorithm, HANDLE, atcoder_since_september());
    data.insert(Judge::ATCODER, Track::Heuristic, HANDLE, json!([]));
    data.insert_submissions(Judge::CODEFORCES, HANDLE, Vec::new());
    data.submissions_mut(Judge::ATCODER, HANDLE)
        .retain(|row| row["epoch_second"].as_i64() > Some(1_788_000_000));
    sandbox.judge().set(data);
    std::fs::remove_file(sandbox.dir().join("cpt.toml")).unwrap();
    let repo = RepoBuilder::init(&sandbox.dir(), "Ada", "ada@example.com").unwrap();
    let day = |ago: i64| AuthorDate { seconds: 1_795_431_600 - ago * 86_400, offset_minutes: 540 };
    let mut export = repo.commit(day(209)).message("전체 코드 업로드 -BaekjoonHub");
    for nth in 0..160_u32 {
        let (number, year, month, date) =
            (1000 + 7 * nth, 2022 + nth / 40, nth * 5 % 12 + 1, nth * 11 % 28 + 1);
        let (level, topics) =
            [("Bronze I", "구현"), ("Silver III", "수학"), ("Silver I", "그리디"), ("Gold IV", "DP")]
                [nth as usize % 4];
        let folder = format!("백준/{}/{number}. 문제 {number}", level.split(' ').next().unwrap());
        let at = format!("{year}년 {month}월 {date}일 21:30:00");
        export = export.write(format!("{folder}/문제 {number}.cc"), number.to_string());
        export = export.write(format!("{folder}/README.md"), readme(number, level, topics, &at));
    }
    export.finish().unwrap();
    for ago in (0..12).filter(|ago| *ago != 5) {
        let path = format!("AtCoder/abc{}/{}.cpp", 330 + ago, ["a", "b", "c"][ago as usize % 3]);
        repo.commit(day(ago)).write(path, "int main() {}").message("Solve").finish().unwrap();
    }
    sandbox
}

#[test]
fn somebody_who_comes_back_after_years_finds_their_way_from_an_empty_configuration() {
    let sandbox = returning();
    let git = sandbox.read(".git/config");
    sandbox.write(".git/config", &(git + "[user]\n\tname = Ada\n\temail = ada@example.com\n"));
    assert_snapshot!("begin", sandbox.cpt(&["init", "--codeforces", HANDLE, "--atcoder", HANDLE]));
    assert_snapshot!("sync", sandbox.cpt(&["sync"]));
    assert_eq!(sandbox.cpt(&["target", "add", "atcoder", "cyan", "--by", "2027-12-31"]).code, Some(0));
    assert_snapshot!("day", sandbox.cpt(&[]));
    for command in ["status", "target", "rating", "streak", "next", "todo", "stats", "contests"] {
        assert_snapshot!(command, sandbox.cpt(&[command]));
    }
    assert_snapshot!("streak_of_both", sandbox.cpt(&["streak", "--source", "both"]));
}
