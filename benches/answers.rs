//! What is promised about answers from the store: each in less than 100 ms, the whole process, for 20,000 submissions and
//! 20,000 problems: `cargo bench --bench answers`.
//!
//! The store is filled with as much as the judges list today (11,000 and 9,000 problems, 2,100 and 6,000 contests), and the
//! repository is the sample user's, scanned once.

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench fails that way")]

#[path = "common/lists.rs"]
mod lists;
#[path = "common/run.rs"]
mod run;

use std::time::Duration;

use cpt_tracker::model::{Extent, Handle, Judge, Listed, RatingChange, SeriesKey, Track, Validator};
use cpt_tracker::sample::{self, HANDLE};
use cpt_tracker::store::Store;
use jiff::Timestamp;
use jiff::civil::date;
use run::Cost;

const NOW: &str = "2026-11-23T21:30:00+09:00";
const PROMISE: Duration = Duration::from_millis(100);
const RUNS: usize = 31;

const COMMANDS: [&[&str]; 7] = [
    &["next"],
    &["next", "--json", "--tags", "--count", "20"],
    &["todo"],
    &["stats"],
    &["stats", "--last", "30d"],
    &["contests"],
    &["--version"],
];

fn main() {
    let dir = tempfile::tempdir().unwrap();
    sample::practice(dir.path(), date(2026, 11, 23)).unwrap();
    std::fs::write(dir.path().join("cpt.toml"), sample::configuration(date(2026, 11, 23))).unwrap();
    fill(&mut Store::open(dir.path()).unwrap());
    run::cpt(dir.path(), NOW, &["sync", "--offline"]);
    for command in COMMANDS {
        run::cpt(dir.path(), NOW, command);
        let costs: Vec<Cost> = (0..RUNS).map(|_| run::cpt(dir.path(), NOW, command).0).collect();
        let peak = costs.iter().map(|cost| cost.peak_mib).max().unwrap_or_default();
        let (mut times, mut work): (Vec<Duration>, Vec<Duration>) =
            costs.iter().map(|cost| (cost.wall, cost.cpu)).unzip();
        times.sort_unstable();
        work.sort_unstable();
        let [median, slow, work] =
            [times[RUNS / 2], times[RUNS * 9 / 10], work[RUNS / 2]].map(|time| time.as_secs_f64() * 1000.0);
        let kept = if times[RUNS / 2] < PROMISE { "" } else { "  MORE THAN PROMISED" };
        println!(
            "cpt {:<40} median {median:6.1} ms, 9 in 10 within {slow:6.1} ms; {work:5.1} ms of processor time, at most {peak} MiB{kept}",
            command.join(" ")
        );
    }
}

fn fill(store: &mut Store) {
    let now: Timestamp = NOW.parse().unwrap();
    lists::fill(store, now, lists::NOWHERE);
    let stamp = Validator { url: "http://127.0.0.1/".to_owned(), etag: None, last_modified: None };
    for (judge, many) in [(Judge::CODEFORCES, 12_000), (Judge::ATCODER, 8_000)] {
        let rows = (0..many).map(|id| lists::submission(judge, id)).collect();
        let handle = Handle::new(judge, HANDLE).unwrap();
        let listed = Listed::whole(rows, Extent::All);
        let source = format!("{}.submissions", judge.id());
        store.follow_submissions(&source, (judge, &handle), &listed, &[("", Some(&stamp))], now).unwrap();
        let key = SeriesKey { judge, track: Track::Algorithm, handle };
        let source = if judge == Judge::CODEFORCES { "codeforces.ratings" } else { "atcoder.algorithm" };
        let history: Vec<RatingChange> = (0..150).map(lists::rating_change).collect();
        store.replace_ratings(source, &key, &history, None, now).unwrap();
    }
}
