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
    data.insert(Judge::Codeforces, Track::Algorithm, HANDLE, codeforces);
    for (track, text) in [(Track::Algorithm, ATCODER_ALGORITHM), (Track::Heuristic, ATCODER_HEURISTIC)] {
        let mut history: Value = serde_json::from_str(text)?;
        for entry in history.as_array_mut().into_iter().flatten() {
            if let Some(end) = entry["EndTime"].as_str().and_then(|end| later(end, weeks)) {
                entry["EndTime"] = end.into();
            }
        }
        data.insert(Judge::AtCoder, track, HANDLE, history);
    }
    Ok(data)
}

/// An AtCoder time moved by whole weeks; Japan's offset never changes.
fn later(end: &str, weeks: i64) -> Option<String> {
    let end: Timestamp = end.parse().ok()?;
    let moved = end.checked_add(Span::new().try_hours(weeks.checked_mul(7 * 24)?).ok()?).ok()?;
    Some(moved.display_with_offset(jiff::tz::offset(9)).to_string())
}
