//! The contests of the sample user's rating histories as the judges list them: their problems, what was handed in in
//! them and soon after, and the Codeforces rounds to come.
//!
//! All of it follows from the histories by fixed rules. A problem is solved where its difficulty lies below the
//! performance; the first that isn't is tried in most contests, and solved some days later after half of them.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::archive;
use super::histories::HANDLE;
use super::judge::JudgeData;
use crate::model::{Judge, Track};

const DAY: i64 = 24 * 60 * 60;

/// How long rounds and beginner contests last.
const ROUND_SECONDS: i64 = 2 * 60 * 60;
const BEGINNER_SECONDS: i64 = 100 * 60;
const REGULAR_SECONDS: i64 = 2 * 60 * 60;

/// The number of the first submission on Codeforces, and how far apart they are.
const FIRST_SUBMISSION: usize = 300_000_000;
const NEXT_SUBMISSION: usize = 10;

/// The first submission in a contest on AtCoder.
const FIRST_IN_CONTEST: usize = 70_000_000;

/// How many rounds come after the last of the history, a week apart.
const ROUNDS: i64 = 6;

/// A program handed in.
struct Try {
    task: char,
    at: i64,
    is_accepted: bool,
    in_contest: bool,
}

/// What was handed in in a contest and after it, until `until`. `tasks` come with their difficulties.
fn tries(
    number: usize,
    (start, seconds): (i64, i64),
    tasks: &[(char, i64)],
    strength: i64,
    until: i64,
) -> Vec<Try> {
    let mut tries = Vec::new();
    for (nth, &(task, difficulty)) in (1_i64..).zip(tasks) {
        let luck = ((number * 7 + nth as usize * 5) % 13) as i64 * 40 - 240;
        let in_contest = |at| Try { task, at: start + at, is_accepted: false, in_contest: true };
        let slot = seconds / (tasks.len() as i64 + 1);
        if difficulty + luck < strength {
            let missed = (number + nth as usize).is_multiple_of(4);
            tries.extend(missed.then(|| in_contest(nth * slot - 240)));
            tries.push(Try { is_accepted: true, ..in_contest(nth * slot) });
            continue;
        }
        if !number.is_multiple_of(3) {
            tries.extend((0..=number % 2).map(|again| in_contest(seconds - 400 + 300 * again as i64)));
        }
        let later = start + (1 + number as i64 % 4) * DAY + 1800;
        if (number / 2).is_multiple_of(2) && later < until {
            tries.push(Try { task, at: later, is_accepted: true, in_contest: false });
        }
        break;
    }
    tries
}

/// Fills in the contests as they are on `today`. The ratings and the archive are there already.
pub(super) fn fill(data: &mut JudgeData, today: Date) {
    let days = (today - jiff::civil::date(1970, 1, 1)).get_days();
    let now = i64::from(days) * DAY;
    codeforces(data, now);
    atcoder(data, now);
    calendars(data, now);
}

fn history(data: &JudgeData, judge: Judge, track: Track) -> Vec<Value> {
    let answer = data.ratings(judge, track, HANDLE);
    let rows = answer.and_then(|answer| answer.get("result").unwrap_or(answer).as_array());
    rows.cloned().unwrap_or_default()
}

/// Adds to the list at `path` and, within it, `name`.
fn add(data: &mut JudgeData, path: &str, name: Option<&str>, rows: Vec<Value>) {
    let list = data.list_mut(path);
    let list = if list.get("result").is_some() { &mut list["result"] } else { list };
    let list = match name {
        Some(name) => &mut list[name],
        None => list,
    };
    if let Some(list) = list.as_array_mut() {
        list.splice(0..0, rows);
    }
}

fn codeforces(data: &mut JudgeData, now: i64) {
    let history = history(data, Judge::CODEFORCES, Track::Algorithm);
    let number = |row: &Value, key: &str| row[key].as_i64().unwrap_or_default();
    let (mut rounds, mut problems, mut statistics, mut submissions) = (vec![], vec![], vec![], vec![]);
    let mut last = (0, 0);
    for (nth, row) in history.iter().enumerate() {
        let (contest, end) = (number(row, "contestId") as usize, number(row, "ratingUpdateTimeSeconds"));
        let start = end - ROUND_SECONDS;
        last = (contest, start);
        rounds.push(round(contest, &row["contestName"], start, now));
        let tasks =
            ['A', 'B', 'C', 'D', 'E', 'F'].map(|task| (task, i64::from(archive::rating(contest, task))));
        for (task, _) in tasks {
            problems.push(archive::codeforces_problem(contest, task));
            statistics.push(archive::codeforces_statistics(contest, task));
        }
        // Newcomers are shown less than they are worth.
        let (old, new) = (number(row, "oldRating"), number(row, "newRating"));
        let strength = if nth < 6 { 1250 } else { old + 3 * (new - old) };
        for one in tries(contest, (start, ROUND_SECONDS), &tasks, strength, now) {
            submissions.push(archive::codeforces_submission(&archive::Handed {
                at: one.at,
                contest,
                index: one.task,
                is_accepted: one.is_accepted,
                participation: if one.in_contest { "CONTESTANT" } else { "PRACTICE" },
                language: "C++20 (GCC 13-64)",
            }));
        }
    }
    for week in 1..=ROUNDS {
        let name = match week % 3 {
            0 => format!("Educational Codeforces Round {}", 210 + week),
            1 => format!("Codeforces Round {} (Div. 2)", 1118 + week),
            _ => format!("Codeforces Round {} (Div. 1 + Div. 2)", 1118 + week),
        };
        let start = last.1 + 7 * week * DAY;
        rounds.push(round(last.0 + 2 * week as usize, &name.into(), start, now));
    }
    rounds.reverse();
    add(data, "/api/contest.list", None, rounds);
    add(data, "/api/problemset.problems", Some("problems"), problems);
    add(data, "/api/problemset.problems", Some("problemStatistics"), statistics);
    // Numbers follow the time, the newest first.
    let all = data.submissions_mut(Judge::CODEFORCES, HANDLE);
    all.append(&mut submissions);
    all.sort_by_key(|row| number(row, "creationTimeSeconds"));
    for (nth, row) in all.iter_mut().enumerate() {
        row["id"] = (FIRST_SUBMISSION + NEXT_SUBMISSION * nth).into();
    }
    all.reverse();
}

fn round(contest: usize, name: &Value, start: i64, now: i64) -> Value {
    let phase = if start + ROUND_SECONDS <= now { "FINISHED" } else { "BEFORE" };
    json!({"id": contest, "name": name, "type": "CF", "phase": phase, "frozen": false,
        "durationSeconds": ROUND_SECONDS, "startTimeSeconds": start})
}

fn atcoder(data: &mut JudgeData, now: i64) {
    let (mut contests, mut problems, mut pairs, mut submissions) = (vec![], vec![], vec![], vec![]);
    let mut models = Vec::new();
    for track in [Track::Algorithm, Track::Heuristic] {
        for row in history(data, Judge::ATCODER, track) {
            let screen = row["ContestScreenName"].as_str().unwrap_or_default();
            let contest = screen.split('.').next().unwrap_or_default();
            let digits = contest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            let number: usize = digits.parse().unwrap_or_default();
            let end = row["EndTime"].as_str().and_then(|end| end.parse::<Timestamp>().ok());
            let (seconds, rated, letters, harder) = match &contest[..contest.len() - digits.len()] {
                "abc" => (BEGINNER_SECONDS, " ~ 1999", "abcdefg", 0),
                "arc" => (REGULAR_SECONDS, "800 - 2399", "abcde", 1100),
                _ if track == Track::Algorithm => (REGULAR_SECONDS, " ~ 1999", "abcde", 1100),
                _ => (heuristic_seconds(contest), "All", "a", 0),
            };
            let start = end.map_or(0, Timestamp::as_second) - seconds;
            contests.push(json!({"id": contest, "title": row["ContestName"], "start_epoch_second": start,
                "duration_second": seconds, "rate_change": rated}));
            let tasks: Vec<(char, i64)> =
                letters.chars().map(|task| (task, archive::difficulty(number, task) + harder)).collect();
            for &(task, difficulty) in &tasks {
                problems.push(archive::atcoder_problem(contest, number, task));
                pairs.push(archive::atcoder_pair(contest, task));
                if track == Track::Algorithm {
                    models.push((format!("{contest}_{task}"), archive::atcoder_model(difficulty)));
                }
            }
            let strength = row["Performance"].as_i64().filter(|_| row["IsRated"] == true);
            // In a heuristic contest everything that is valid is accepted.
            let strength = if track == Track::Heuristic { 9999 } else { strength.unwrap_or(400) };
            for one in tries(number, (start, seconds), &tasks, strength, now) {
                let id = FIRST_IN_CONTEST + submissions.len();
                let (task, language) = (one.task, "Rust (rustc 1.89.0)");
                submissions.push(archive::atcoder_submission(
                    id,
                    one.at,
                    contest,
                    task,
                    one.is_accepted,
                    language,
                ));
            }
        }
    }
    add(data, "/resources/contests.json", None, contests);
    add(data, "/resources/problems.json", None, problems);
    add(data, "/resources/contest-problem.json", None, pairs);
    if let Some(known) = data.list_mut("/resources/problem-models.json").as_object_mut() {
        known.extend(models);
    }
    let all = data.submissions_mut(Judge::ATCODER, HANDLE);
    all.append(&mut submissions);
    all.sort_by_key(|row| row["epoch_second"].as_i64());
}

/// The contests that AtCoder's calendars announce: a beginner contest every Saturday, and a regular one of each kind, a
/// grand one and a heuristic one on Sundays; and, as in the real ones, what is no contest to come.
fn calendars(data: &mut JudgeData, now: i64) {
    // 21:00 in Japan on the Saturday after the last contests; the epoch's first day was a Thursday.
    let saturday = now - (now / DAY - 2).rem_euclid(7) * DAY + 12 * 3600;
    let saturday = if saturday + BEGINNER_SECONDS < now { saturday + 7 * DAY } else { saturday };
    let number = |prefix: &str| {
        let numbers = history(data, Judge::ATCODER, Track::Algorithm).into_iter().filter_map(|row| {
            let screen = row["ContestScreenName"].as_str()?.strip_prefix(prefix)?.to_owned();
            screen.split('.').next()?.parse::<i64>().ok()
        });
        numbers.max().unwrap_or_default()
    };
    let (abc, arc) = (number("abc"), number("arc"));
    let beginner = (1..=5).map(|week| {
        let title = format!("AtCoder Beginner Contest {}", abc + week);
        event(&format!("abc{}", abc + week), &title, saturday + 7 * (week - 1) * DAY, BEGINNER_SECONDS)
    });
    let sunday = saturday + DAY;
    let regular = ["", "++", "--"].into_iter().zip(1..).map(|(mark, week): (&str, i64)| {
        let title = format!("AtCoder Regular Contest{mark} {}", arc + week);
        event(&format!("arc{}", arc + week), &title, sunday + 7 * (week - 1) * DAY, REGULAR_SECONDS)
    });
    let grand = event("agc078", "AtCoder Grand Contest 078", sunday + 21 * DAY, 3 * 3600);
    let heuristic = event("ahc063", "AtCoder Heuristic Contest 063", sunday + 14 * DAY - 6 * 3600, 4 * 3600);
    let cancelled = event("arc299", "AtCoder Regular Contest 299", sunday + 35 * DAY, REGULAR_SECONDS)
        .replace("CONFIRMED", "CANCELLED");
    let linkless =
        event("", "A talk about contests", sunday, 3600).replace("https://atcoder.jp/contests/", "");
    let day = "BEGIN:VEVENT\r\nUID:day@example.com\r\nDTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260102\r\n\
        SUMMARY:New Year\r\nDESCRIPTION:https://atcoder.jp/contests/holiday\r\nEND:VEVENT\r\n";
    let beginner = [beginner.collect::<Vec<_>>().concat(), day.to_owned()].concat();
    let regular = [regular.collect::<Vec<_>>().concat(), cancelled, linkless].concat();
    for (series, events) in [("ABC", beginner), ("ARC", regular), ("AGC", grand), ("AHC", heuristic)] {
        data.insert_calendar(series, calendar(&events));
    }
}

/// A calendar with these events.
pub fn calendar(events: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\n\
         CALSCALE:GREGORIAN\r\nX-WR-TIMEZONE:Asia/Tokyo\r\n{events}END:VCALENDAR\r\n"
    )
}

/// The event that announces a contest.
pub fn event(contest: &str, title: &str, start: i64, seconds: i64) -> String {
    let moment = |second| {
        let at =
            Timestamp::from_second(second).unwrap_or_default().to_zoned_datetime(jiff::tz::TimeZone::UTC);
        at.strftime("%Y%m%dT%H%M%SZ").to_string()
    };
    format!(
        "BEGIN:VEVENT\r\nDTSTART:{}\r\nDTEND:{}\r\nDTSTAMP:20260101T000000Z\r\nUID:{contest}@example.com\r\n\
         DESCRIPTION:https://atcoder.jp/contests/{contest}\r\nSTATUS:CONFIRMED\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n",
        moment(start),
        moment(start + seconds),
    )
}

/// How long a heuristic contest lasts: some take ten days, most four hours.
fn heuristic_seconds(contest: &str) -> i64 {
    let contests: Vec<Value> =
        serde_json::from_str(include_str!("data/atcoder_contests.json")).unwrap_or_default();
    let known = contests.iter().find(|row| row["id"] == contest);
    known.and_then(|row| row["duration_second"].as_i64()).unwrap_or(4 * 60 * 60)
}
