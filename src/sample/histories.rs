//! The sample user's rating histories, in the shapes in which the judges give them.
//!
//! They were written for the project: a beginner on AtCoder who becomes cyan within a year, and the same person on
//! Codeforces and in heuristic contests. The contests are dated around [`WRITTEN_ON`]; they are served moved by whole
//! weeks, so that the last ones were lately and weekdays stay.

use jiff::civil::{Date, date};
use jiff::{Span, Timestamp};
use serde_json::Value;

use super::judge::JudgeData;
use crate::model::{Judge, Track};

/// The sample user's handle on both judges.
pub const HANDLE: &str = "cpt_demo";

/// The Monday after the last contests as they are written.
const WRITTEN_ON: Date = date(2026, 11, 23);

const CODEFORCES: &str = include_str!("data/codeforces.json");
const ATCODER_ALGORITHM: &str = include_str!("data/atcoder_algorithm.json");
const ATCODER_HEURISTIC: &str = include_str!("data/atcoder_heuristic.json");

/// What a judge's server answers for [`HANDLE`] on `today`.
pub fn judge_data(today: Date) -> Result<JudgeData, serde_json::Error> {
    let weeks = i64::from((today - WRITTEN_ON).get_days()).div_euclid(7);
    let mut codeforces: Value = serde_json::from_str(CODEFORCES)?;
    for change in codeforces["result"].as_array_mut().into_iter().flatten() {
        if let Some(seconds) = change["ratingUpdateTimeSeconds"].as_i64() {
            change["ratingUpdateTimeSeconds"] = (seconds + weeks * 7 * 24 * 60 * 60).into();
        }
    }
    let mut data = JudgeData::default();
    data.insert(Judge::CODEFORCES, Track::Algorithm, HANDLE, codeforces);
    for (track, text) in [(Track::Algorithm, ATCODER_ALGORITHM), (Track::Heuristic, ATCODER_HEURISTIC)] {
        let mut history: Value = serde_json::from_str(text)?;
        for entry in history.as_array_mut().into_iter().flatten() {
            if let Some(end) = entry["EndTime"].as_str().and_then(|end| later(end, weeks)) {
                entry["EndTime"] = end.into();
            }
        }
        data.insert(Judge::ATCODER, track, HANDLE, history);
    }
    super::archive::fill(&mut data, today);
    super::contests::fill(&mut data, today);
    let days = (today - date(1970, 1, 1)).get_days();
    super::judge::fill(&mut data, i64::from(days) * 24 * 60 * 60);
    Ok(data)
}

/// An AtCoder time moved by whole weeks; Japan's offset never changes.
fn later(end: &str, weeks: i64) -> Option<String> {
    let end: Timestamp = end.parse().ok()?;
    let moved = end.checked_add(Span::new().try_hours(weeks.checked_mul(7 * 24)?).ok()?).ok()?;
    Some(moved.display_with_offset(jiff::tz::offset(9)).to_string())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::judges::atcoder::rating::{HeuristicResult, algorithm_rating, heuristic_rating};

    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Entry {
        is_rated: bool,
        old_rating: i32,
        new_rating: i32,
        performance: i32,
        contest_screen_name: String,
        end_time: String,
    }

    /// The entries of a history; ratings must be handed on from one to the next.
    fn entries(text: &str) -> Vec<Entry> {
        let entries: Vec<Entry> = serde_json::from_str(text).unwrap();
        let mut rating = 0;
        for entry in &entries {
            assert_eq!(entry.old_rating, rating, "{}", entry.contest_screen_name);
            rating = entry.new_rating;
        }
        assert!(entries.is_sorted_by_key(|entry| entry.end_time.parse::<Timestamp>().unwrap()));
        entries
    }

    #[test]
    fn algorithm_ratings_are_those_of_atcoders_formula() {
        let mut performances = Vec::new();
        for entry in entries(ATCODER_ALGORITHM) {
            if entry.is_rated {
                performances.push(entry.performance);
                assert_eq!(algorithm_rating(&performances), Some(entry.new_rating), "{}", entry.end_time);
            } else {
                assert_eq!(entry.new_rating, entry.old_rating, "{}", entry.end_time);
            }
        }
        assert_eq!(performances.len(), 56);
    }

    #[test]
    fn heuristic_ratings_are_those_of_atcoders_formula() {
        #[derive(Deserialize)]
        struct Contest {
            id: String,
            start_epoch_second: i64,
            duration_second: i64,
        }
        let contests: Vec<Contest> =
            serde_json::from_str(include_str!("data/atcoder_contests.json")).unwrap();
        let mut results = Vec::new();
        for entry in entries(ATCODER_HEURISTIC) {
            let contest =
                contests.iter().find(|contest| entry.contest_screen_name.starts_with(&contest.id)).unwrap();
            let end: Timestamp = entry.end_time.parse().unwrap();
            assert_eq!(
                end.as_second(),
                contest.start_epoch_second + contest.duration_second,
                "{}",
                contest.id
            );
            results.push(HeuristicResult {
                performance: entry.performance,
                ended: end.to_zoned_datetime(jiff::tz::TimeZone::fixed(jiff::tz::offset(9))).date(),
                long: contest.duration_second >= 24 * 60 * 60,
            });
            assert_eq!(heuristic_rating(&results), Some(entry.new_rating), "{}", contest.id);
        }
        assert_eq!(results.len(), 8);
    }

    #[test]
    fn codeforces_ratings_are_handed_on() {
        let answer: Value = serde_json::from_str(CODEFORCES).unwrap();
        let rows = answer["result"].as_array().unwrap();
        let (mut rating, mut at) = (0, 0);
        for row in rows {
            assert_eq!(row["oldRating"], rating, "{row}");
            rating = row["newRating"].as_i64().unwrap();
            let updated = row["ratingUpdateTimeSeconds"].as_i64().unwrap();
            assert!(updated > at, "{row}");
            at = updated;
        }
        assert_eq!(rows.len(), 27);
    }
}
