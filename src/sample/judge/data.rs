//! What a judge on loopback knows.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::judges::atcoder::fetch::calendar;
use crate::model::{Judge, Track};

/// The answers of a judge, by whom or what they are about.
#[derive(Debug, Clone, Default)]
pub struct JudgeData {
    ratings: HashMap<(Judge, Track, String), Value>,
    submissions: HashMap<(Judge, String), Vec<Value>>,
    lists: HashMap<String, Value>,
    calendars: HashMap<&'static str, String>,
    renamed: HashMap<String, String>,
}

impl JudgeData {
    /// Sets what is answered about the ratings of `handle`, in any case: for Codeforces the whole envelope, for AtCoder
    /// the array.
    pub fn insert(&mut self, judge: Judge, track: Track, handle: &str, answer: Value) {
        self.ratings.insert((judge, track, handle.to_ascii_lowercase()), answer);
    }

    /// Sets the submissions of `handle`, in any case, each as the judge gives it: for Codeforces newest first, for
    /// AtCoder in any order.
    pub fn insert_submissions(&mut self, judge: Judge, handle: &str, submissions: Vec<Value>) {
        self.submissions.insert((judge, handle.to_ascii_lowercase()), submissions);
    }

    /// Sets a list that is about nobody by its path: `/api/contest.list` (the whole envelope),
    /// `/resources/problems.json`.
    pub fn insert_list(&mut self, path: &str, answer: Value) {
        self.lists.insert(path.to_owned(), answer);
    }

    /// Sets the calendar of a series of AtCoder's contests ("ABC"). Those that aren't set have no events.
    pub fn insert_calendar(&mut self, series: &'static str, calendar: String) {
        self.calendars.insert(series, calendar);
    }

    /// Has the Codeforces user `old` be called `new` from now on: `old` is known by that alone.
    pub fn rename(&mut self, old: &str, new: &str) {
        let (old, name) = (old.to_ascii_lowercase(), new.to_ascii_lowercase());
        let key = |handle: &String| (Judge::CODEFORCES, Track::Algorithm, handle.clone());
        if let Some(mut ratings) = self.ratings.remove(&key(&old)) {
            for row in ratings["result"].as_array_mut().into_iter().flatten() {
                row["handle"] = json!(new);
            }
            self.ratings.insert(key(&name), ratings);
        }
        if let Some(mut submissions) = self.submissions.remove(&(Judge::CODEFORCES, old.clone())) {
            for row in &mut submissions {
                row["author"]["members"] = json!([{"handle": new}]);
            }
            self.submissions.insert((Judge::CODEFORCES, name), submissions);
        }
        self.renamed.insert(old, new.to_owned());
    }

    /// The submissions of `handle`, to be changed.
    pub fn submissions_mut(&mut self, judge: Judge, handle: &str) -> &mut Vec<Value> {
        self.submissions.entry((judge, handle.to_ascii_lowercase())).or_default()
    }

    /// The list at `path`, to be changed.
    pub fn list_mut(&mut self, path: &str) -> &mut Value {
        self.lists.entry(path.to_owned()).or_insert_with(|| json!([]))
    }

    /// What is answered about the ratings of `handle`.
    pub fn ratings(&self, judge: Judge, track: Track, handle: &str) -> Option<&Value> {
        self.ratings.get(&(judge, track, handle.to_ascii_lowercase()))
    }

    pub(super) fn submissions(&self, judge: Judge, handle: &str) -> Option<&[Value]> {
        self.submissions.get(&(judge, handle.to_ascii_lowercase())).map(Vec::as_slice)
    }

    pub(super) fn list(&self, path: &str) -> Option<&Value> {
        self.lists.get(path)
    }

    /// The calendar at one of their addresses.
    pub(super) fn calendar(&self, address: &str) -> Option<&str> {
        let series = calendar::ALL.into_iter().find(|calendar| calendar.address() == address)?.name;
        Some(
            self.calendars
                .get(series)
                .map_or("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", String::as_str),
        )
    }

    /// The name of a Codeforces user who is asked for by `handle`.
    pub(super) fn name(&self, handle: &str) -> Option<String> {
        let known = self.ratings(Judge::CODEFORCES, Track::Algorithm, handle).is_some();
        let renamed = self.renamed.get(&handle.to_ascii_lowercase()).cloned();
        renamed.or_else(|| known.then(|| handle.to_owned()))
    }

    /// What is told of a Codeforces user who is asked for by `handle`: they were last there when they last handed something
    /// in, or were rated.
    pub(super) fn profile(&self, handle: &str) -> Option<Value> {
        let name = self.name(handle)?;
        let ratings = self.ratings(Judge::CODEFORCES, Track::Algorithm, &name);
        let ratings = ratings.and_then(|answer| answer["result"].as_array()).map_or(&[][..], Vec::as_slice);
        let submissions = self.submissions(Judge::CODEFORCES, &name).unwrap_or_default();
        let rated = ratings.iter().map(|row| &row["ratingUpdateTimeSeconds"]);
        let moments = submissions.iter().map(|row| &row["creationTimeSeconds"]).chain(rated);
        let last = moments.filter_map(Value::as_i64).max().unwrap_or_default();
        let mut user = json!({"handle": name, "lastOnlineTimeSeconds": last});
        let new = || ratings.iter().filter_map(|row| row["newRating"].as_i64());
        if let (Some(rating), Some(highest)) = (new().next_back(), new().max()) {
            user["rating"] = json!(rating);
            user["maxRating"] = json!(highest);
        }
        Some(user)
    }

    /// Whether AtCoder has a page for `handle`.
    pub(super) fn has_page(&self, handle: &str) -> bool {
        self.ratings(Judge::ATCODER, Track::Algorithm, handle).is_some()
    }
}
