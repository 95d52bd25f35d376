//! The accounts of a file, and forecasts for them.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use cpt_tracker::answers::Forecast;
use cpt_tracker::answers::forecast::{Calibration, Parameters, StandingEffects};
use cpt_tracker::judges::{self, Performed};
use cpt_tracker::model::{Handle, Judge, RatingChange, RatingSeries, SeriesKey, Track};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::protocols::{DAYS, Origin};

/// The accounts are split in so many parts by a hash of their names, for cross-validation.
pub const FOLDS: u64 = 5;

pub struct Histories {
    pub judge: Judge,
    pub track: Track,
    pub accounts: Vec<Account>,
    lengths: BTreeMap<String, u64>,
}

/// One account.
#[derive(Clone)]
pub struct Account {
    /// FNV-1a of its name.
    pub hash: u64,
    pub history: Vec<RatingChange>,
    /// The contests before this index have guessed dates.
    pub dates_known_from: usize,
    /// When the account was seen in a contest whose result isn't known.
    pub unknown_at: Option<Timestamp>,
}

impl Account {
    /// The part of the accounts that it is in.
    pub fn fold(&self) -> u64 {
        self.hash % FOLDS
    }
}

impl Histories {
    pub fn read(file: &Path, judge: Judge, track: Track) -> Self {
        let mut bytes = Vec::new();
        File::open(file).expect("CPT_HISTORIES names a file").read_to_end(&mut bytes).unwrap();
        let text: Box<dyn Read> = match bytes.as_slice() {
            [0x1f, 0x8b, ..] => Box::new(flate2::read::MultiGzDecoder::new(&bytes[..])),
            _ => Box::new(&bytes[..]),
        };
        let mut lengths = BTreeMap::new();
        let lines = BufReader::new(text).lines().map(Result::unwrap).filter(|line| !line.trim().is_empty());
        let accounts = lines.map(|line| account(&line, &mut lengths)).collect();
        Self { judge, track, accounts, lengths }
    }

    /// Only the accounts that `of` picks.
    pub fn only(&self, of: impl Fn(&Account) -> bool) -> Self {
        let accounts = self.accounts.iter().filter(|account| of(account)).cloned().collect();
        Self { accounts, lengths: self.lengths.clone(), ..*self }
    }

    /// What is known of an account after so many contests.
    pub fn known(&self, account: usize, contests: usize) -> RatingSeries {
        let handle = Handle::new(self.judge, "somebody").unwrap();
        RatingSeries {
            key: SeriesKey { judge: self.judge, track: self.track, handle },
            history: self.accounts[account].history[..contests].to_vec(),
            lengths: self.lengths.clone(),
            kinds: Vec::new(),
            fetched: None,
            failed: None,
        }
    }

    /// The performances of each account.
    pub fn performances(&self) -> Vec<Vec<Performed>> {
        let rules = judges::rating(self.judge, self.track).forecast();
        let rules = rules.expect("a track that forecasts are made of");
        let performances = |account: usize| {
            let series = self.known(account, self.accounts[account].history.len());
            let rated: Vec<&RatingChange> = series.rated().collect();
            rules.simulation(&series, &rated, Date::MAX).performances
        };
        (0..self.accounts.len()).map(performances).collect()
    }

    /// The chances that a forecast gives at each origin.
    pub fn chances(&self, origins: &[Origin], parameters: &Parameters, courses: usize) -> Vec<[f64; 3]> {
        self.forecasts(origins, parameters, courses, |forecast, origin| {
            DAYS.map(|days| forecast.chance(origin.goal, origin.now + SignedDuration::from_hours(24 * days)))
        })
    }

    /// What the chances at each origin are calibrated from.
    pub fn shares(&self, origins: &[Origin], parameters: &Parameters, courses: usize) -> Vec<Shares> {
        let raw =
            Parameters { calibration: Calibration::NONE, standing: StandingEffects::NONE, ..*parameters };
        self.forecasts(origins, &raw, courses, |forecast, origin| {
            let goes_on = 1.0 - forecast.stops();
            let chance = |days: i64| {
                forecast.chance(origin.goal, origin.now + SignedDuration::from_hours(24 * days))
                    / goes_on.max(1e-9)
            };
            Shares {
                reaching: DAYS.map(chance),
                goes_on,
                points: f64::from(origin.goal - forecast.current()),
                contests: origin.contests,
                silence: self.silence(origin),
            }
        })
    }

    /// How many days before it the last contest was.
    fn silence(&self, origin: &Origin) -> f64 {
        let last = &self.accounts[origin.account].history[origin.contests - 1];
        origin.now.duration_since(last.at).as_secs_f64() / 86_400.0
    }

    /// What `answer` takes from a forecast at each origin, on all processors.
    fn forecasts<T: Send>(
        &self,
        origins: &[Origin],
        parameters: &Parameters,
        courses: usize,
        answer: impl Fn(&Forecast, &Origin) -> T + Sync,
    ) -> Vec<T> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let ask = |origin: &Origin| {
            let (days, known) = (DAYS[2] as f64 + 1.0, self.known(origin.account, origin.contests));
            let forecast = Forecast::drawn(&known, origin.now, days, parameters, courses).unwrap();
            answer(&forecast, origin)
        };
        std::thread::scope(|scope| {
            let parts: Vec<_> = origins
                .chunks(origins.len().div_ceil(threads).max(1))
                .map(|part| scope.spawn(|| part.iter().map(&ask).collect::<Vec<_>>()))
                .collect();
            parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
        })
    }
}

/// What a chance is calibrated from.
pub struct Shares {
    /// The shares of the courses that take part again and reach the goal within each horizon.
    pub reaching: [f64; 3],
    /// How likely it is that somebody takes part again.
    pub goes_on: f64,
    /// How far the goal is.
    pub points: f64,
    /// How many rated contests there were.
    pub contests: usize,
    /// How many days ago the last one was.
    pub silence: f64,
}

fn account(line: &str, lengths: &mut BTreeMap<String, u64>) -> Account {
    let account: Value = serde_json::from_str(line).unwrap();
    let changes = account["history"].as_array().expect("each line has a history");
    let handle = account["handle"].as_str().unwrap_or(line);
    let last_seen = account["last_seen"].as_i64().map(|at| Timestamp::from_second(at).unwrap());
    Account {
        hash: handle.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        }),
        history: changes.iter().map(|row| change(row, lengths)).collect(),
        dates_known_from: account["dates_known_from"].as_u64().unwrap_or_default() as usize,
        unknown_at: last_seen.filter(|_| account["complete"] == false),
    }
}

fn change(row: &Value, lengths: &mut BTreeMap<String, u64>) -> RatingChange {
    let number = |key: &str| row[key].as_i64().unwrap_or_else(|| panic!("{row} has no {key}"));
    let contest = match &row["contestId"] {
        Value::Null => String::new(),
        Value::String(name) => name.clone(),
        other => other.to_string(),
    };
    if let Some(seconds) = row["seconds"].as_u64().filter(|_| !contest.is_empty()) {
        lengths.insert(contest.clone(), seconds);
    }
    RatingChange {
        contest,
        name: String::new(),
        at: Timestamp::from_second(number("ratingUpdateTimeSeconds")).unwrap(),
        place: None,
        old: number("oldRating") as i32,
        new: number("newRating") as i32,
        performance: row["performance"].as_i64().map(|performance| performance as i32),
        rated: true,
    }
}
