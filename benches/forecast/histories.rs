//! The histories, and the moments in them at which a forecast is asked for.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use cpt_tracker::answers::forecast::{LEAST_CONTESTS, Parameters};
use cpt_tracker::answers::{Forecast, PerformanceEstimate};
use cpt_tracker::judges::atcoder::rating::algorithm_rating;
use cpt_tracker::judges::codeforces::rating::{CalculationChange, calculation_changes};
use cpt_tracker::model::{Handle, Judge, RatingChange, RatingSeries, SeriesKey, Track, equivalent};
use jiff::{SignedDuration, Timestamp};

/// The horizons, in days.
pub const DAYS: [i64; 3] = [90, 180, 365];

/// The histories end on this day; horizons that pass it are skipped.
const LAST_DAY: &str = "2020-08-09T00:00:00Z";

pub struct Histories {
    judge: Judge,
    all: Vec<Vec<RatingChange>>,
}

/// A moment at which a forecast is asked for, and what came of it.
#[derive(Clone, Copy)]
pub struct Origin {
    pub history: usize,
    /// How many of its contests are known.
    pub contests: usize,
    pub now: Timestamp,
    /// The next threshold.
    pub goal: i32,
    /// Whether it was reached within each horizon; `None` where nobody knows yet.
    pub happened: [Option<bool>; 3],
    /// How much it counts where parameters are fitted.
    pub weight: f64,
}

impl Histories {
    pub fn read(file: &Path, judge: Judge) -> Self {
        let mut bytes = Vec::new();
        File::open(file).expect("CPT_HISTORIES names a file").read_to_end(&mut bytes).unwrap();
        let text: Box<dyn Read> = match bytes.as_slice() {
            [0x1f, 0x8b, ..] => Box::new(flate2::read::MultiGzDecoder::new(&bytes[..])),
            _ => Box::new(&bytes[..]),
        };
        let lines = BufReader::new(text).lines().map(Result::unwrap).filter(|line| !line.trim().is_empty());
        let all = lines.map(|line| {
            let mut history = history(&line);
            if judge == Judge::ATCODER {
                as_atcoder(&mut history);
            }
            history
        });
        Self { judge, all: all.collect() }
    }

    /// What is known at `origin`.
    pub fn known(&self, origin: &Origin) -> RatingSeries {
        let handle = Handle::new(self.judge, "somebody").unwrap();
        RatingSeries {
            key: SeriesKey { judge: self.judge, track: Track::Algorithm, handle },
            history: self.all[origin.history][..origin.contests].to_vec(),
            lengths: BTreeMap::new(),
            kinds: Vec::new(),
            fetched: None,
        }
    }

    /// Every tenth contest from the fifteenth on.
    pub fn protocol(&self) -> Vec<Origin> {
        self.origins(15, usize::MAX, 10, 0, 1.0, &|_| true)
    }

    /// The protocol's origins, some among the first contests, and some after a time without a contest: all that a
    /// forecast may be asked for. The protocol's count most.
    pub fn training(&self, of: impl Fn(usize) -> bool) -> Vec<Origin> {
        [
            self.origins(15, usize::MAX, 10, 0, 1.0, &of),
            self.origins(LEAST_CONTESTS, 14, 3, 0, 0.15, &of),
            self.origins(15, usize::MAX, 5, 30, 0.3, &of),
            self.origins(15, usize::MAX, 2, 60, 0.3, &of),
            self.origins(15, usize::MAX, 2, 150, 0.3, &of),
        ]
        .concat()
    }

    /// `silence` days after every `step`th contest of those from the `first` to the `last`, where no other came in
    /// between, in the histories that `of` picks.
    fn origins(
        &self,
        first: usize,
        last: usize,
        step: usize,
        silence: i64,
        weight: f64,
        of: &dyn Fn(usize) -> bool,
    ) -> Vec<Origin> {
        let days = |days: i64| SignedDuration::from_hours(24 * days);
        let end: Timestamp = LAST_DAY.parse().unwrap();
        let mut origins = Vec::new();
        for (index, history) in self.all.iter().enumerate().filter(|(index, _)| of(*index)) {
            for contests in (first..=last.min(history.len())).step_by(step) {
                let (known, rest) = history.split_at(contests);
                let current = &known[contests - 1];
                let now = current.at + days(silence);
                let Some(next) = self.judge.tiers().iter().find(|tier| tier.from > current.new) else {
                    continue;
                };
                if silence > 0 && rest.first().is_some_and(|change| change.at <= now) {
                    continue;
                }
                let happened = DAYS.map(|horizon| {
                    let by = now + days(horizon);
                    (by <= end).then(|| rest.iter().any(|change| change.at <= by && change.new >= next.from))
                });
                if happened != [None; 3] {
                    origins.push(Origin { history: index, contests, now, goal: next.from, happened, weight });
                }
            }
        }
        origins
    }

    /// The chances that a forecast gives at each origin, on all processors.
    pub fn chances(&self, origins: &[Origin], parameters: &Parameters, courses: usize) -> Vec<[f64; 3]> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let chances = |origin: &Origin| {
            let days = DAYS[2] as f64 + 1.0;
            let forecast =
                Forecast::drawn(&self.known(origin), origin.now, days, parameters, courses).unwrap();
            DAYS.map(|days| forecast.chance(origin.goal, origin.now + SignedDuration::from_hours(24 * days)))
        };
        std::thread::scope(|scope| {
            let parts: Vec<_> = origins
                .chunks(origins.len().div_ceil(threads).max(1))
                .map(|part| scope.spawn(move || part.iter().map(chances).collect::<Vec<_>>()))
                .collect();
            parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
        })
    }
}

fn history(line: &str) -> Vec<RatingChange> {
    let account: serde_json::Value = serde_json::from_str(line).unwrap();
    let changes = account["history"].as_array().expect("each line has a history");
    let change = |change: &serde_json::Value| {
        let number = |key: &str| change[key].as_i64().unwrap_or_else(|| panic!("{change} has no {key}"));
        RatingChange {
            contest: String::new(),
            name: String::new(),
            at: Timestamp::from_second(number("ratingUpdateTimeSeconds")).unwrap(),
            place: None,
            old: number("oldRating") as i32,
            new: number("newRating") as i32,
            performance: None,
            rated: true,
        }
    };
    changes.iter().map(change).collect()
}

/// Makes of a Codeforces history one that AtCoder could have given: each change tells a performance, the rough
/// equivalence moves it to AtCoder's scale, and AtCoder's formula rates it.
fn as_atcoder(history: &mut [RatingChange]) {
    let changes = calculation_changes(history.iter());
    let mut performances = Vec::new();
    for (row, change) in history.iter_mut().zip(changes) {
        performances.extend(equivalent(Judge::CODEFORCES, Judge::ATCODER, told(change)));
        row.performance = performances.last().copied();
        row.new = algorithm_rating(&performances).unwrap();
    }
}

/// The performance that a change tells; of large losses the usual one (medians of the rows that the estimate rests
/// on: 255, 307, 362 and 444 below for losses of 60, 70, 80 and 90).
fn told(change: CalculationChange) -> i32 {
    let loss = f64::from(change.old - change.new);
    match PerformanceEstimate::of(change) {
        PerformanceEstimate::About(performance) => performance,
        PerformanceEstimate::AtMost(_) => {
            change.old - (255.0 + 6.3 * (loss - 60.0).clamp(0.0, 50.0)).round() as i32
        }
    }
}
