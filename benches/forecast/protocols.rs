//! The moments at which forecasts are asked for, and what came of them.

use cpt_tracker::answers::forecast::LEAST_CONTESTS;
use cpt_tracker::model::{Judge, Track};
use jiff::{SignedDuration, Timestamp};

use super::histories::{Account, Histories};

/// The horizons, in days.
pub const DAYS: [i64; 3] = [90, 180, 365];

/// So many days of each account are looked at for who comes back.
const SILENCE_DRAWS: u64 = 20;

/// Between the thresholds of AtCoder's colours.
const ATCODER_STEP: i32 = 400;

/// A moment at which a forecast is asked for, and what came of it.
#[derive(Clone, Copy)]
pub struct Origin {
    pub account: usize,
    /// How many of its contests are known.
    pub contests: usize,
    pub now: Timestamp,
    /// The next threshold.
    pub goal: i32,
    /// Whether it was reached within each horizon; `None` where nobody knows.
    pub happened: [Option<bool>; 3],
}

/// How moments are chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// Every tenth contest from the fifteenth on, of accounts that have many.
    Bench,
    /// A day drawn evenly, where somebody takes part.
    Random,
    /// Some of the first contests of accounts that began in the time of the data.
    Newcomers,
    /// Every third contest from the fifth on, since short ones count by half.
    Contests,
}

impl Protocol {
    pub const ALL: [(&'static str, Self); 4] = [
        ("bench", Self::Bench),
        ("random", Self::Random),
        ("newcomers", Self::Newcomers),
        ("contests", Self::Contests),
    ];

    /// Those that a track is measured by.
    pub fn of(judge: Judge, track: Track) -> &'static [Self] {
        match track {
            Track::Heuristic => &[Self::Contests],
            Track::Algorithm if judge == Judge::ATCODER => &[Self::Bench, Self::Random, Self::Newcomers],
            Track::Algorithm => &[Self::Bench],
        }
    }
}

/// The first and the last moment of the data of a track. Windows that pass the last are left out.
fn bounds(judge: Judge, track: Track) -> (Timestamp, Timestamp) {
    let (first, last) = match track {
        Track::Heuristic => ("2025-01-15T00:00:00+09:00", "2026-08-02T00:00:00+09:00"),
        Track::Algorithm if judge == Judge::ATCODER => {
            ("2024-06-22T00:00:00+09:00", "2026-08-22T00:00:00+09:00")
        }
        Track::Algorithm => ("2010-01-01T00:00:00Z", "2020-08-09T00:00:00Z"),
    };
    (first.parse().unwrap(), last.parse().unwrap())
}

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

impl Histories {
    /// The origins of a protocol; `draws` of each account where days are drawn.
    pub fn origins(&self, protocol: Protocol, draws: u64) -> Vec<Origin> {
        let bounds = bounds(self.judge, self.track);
        let origins = self.accounts.iter().enumerate().flat_map(|(index, account)| {
            let moments = match protocol {
                Protocol::Random => random(account, draws, bounds),
                _ => self.after_contests(account, protocol, bounds.0),
            };
            moments.into_iter().filter_map(move |moment| self.origin(index, moment, bounds.1))
        });
        origins.collect()
    }

    /// How many days of silence some random days end, and whether somebody came back within a year of each.
    pub fn silences(&self) -> Vec<(f64, bool)> {
        let (first, last) = bounds(self.judge, self.track);
        let until = last - days(365);
        let mut silences = Vec::new();
        for account in &self.accounts {
            for draw in 1..=SILENCE_DRAWS {
                let now = drawn_between(account, draw, first, until);
                let contests = account.history.partition_point(|change| change.at <= now);
                if contests < LEAST_CONTESTS || contests <= account.dates_known_from {
                    continue;
                }
                let silent_since = account.history[contests - 1].at;
                // Nobody knows when the contest whose result isn't known was, but that it was not before.
                if account.unknown_at.is_some_and(|at| at > silent_since && at <= now) {
                    continue;
                }
                let next = account.history.get(contests).map(|change| change.at).or(account.unknown_at);
                let came_back = next.is_some_and(|at| at > now && at <= now + days(365));
                silences.push((now.duration_since(silent_since).as_secs_f64() / 86_400.0, came_back));
            }
        }
        silences
    }

    /// How many contests are known when.
    fn after_contests(
        &self,
        account: &Account,
        protocol: Protocol,
        first: Timestamp,
    ) -> Vec<(usize, Timestamp)> {
        let all = account.history.len();
        let at = |contests: usize| account.history[contests - 1].at;
        let contests: Vec<usize> = match protocol {
            Protocol::Bench if self.judge == Judge::ATCODER => {
                let is_dated = |contests: &usize| {
                    *contests > account.dates_known_from && at(*contests) >= first + days(180)
                };
                (15..=all).step_by(10).filter(|_| all >= 30).filter(is_dated).collect()
            }
            Protocol::Bench | Protocol::Random => (15..=all).step_by(10).collect(),
            Protocol::Newcomers if account.dates_known_from > 0 => Vec::new(),
            Protocol::Newcomers => {
                [5, 8, 12, 15, 20, 25, 30, 40, 50, 60].into_iter().filter(|k| *k <= all).collect()
            }
            Protocol::Contests => (5..=all).step_by(3).filter(|contests| at(*contests) > first).collect(),
        };
        // Codeforces' histories tell when ratings were there, AtCoder's when contests ended.
        let later = i64::from(self.judge == Judge::ATCODER);
        contests
            .into_iter()
            .map(|contests| (contests, at(contests) + SignedDuration::from_hours(later)))
            .collect()
    }

    fn origin(&self, index: usize, (contests, now): (usize, Timestamp), end: Timestamp) -> Option<Origin> {
        let account = &self.accounts[index];
        let (known, rest) = account.history.split_at(contests);
        let current = known.last()?.new;
        let goal = if self.judge == Judge::ATCODER {
            (current.div_euclid(ATCODER_STEP) + 1) * ATCODER_STEP
        } else {
            self.judge.tiers().iter().find(|tier| tier.from > current)?.from
        };
        let met = rest.iter().find(|change| change.new >= goal).map(|change| change.at);
        let happened = DAYS.map(|horizon| {
            let by = now + days(horizon);
            let is_met = met.is_some_and(|met| met <= by);
            // The contest whose result nobody knows may have reached the goal.
            let is_unknown = !is_met && account.unknown_at.is_some_and(|at| (now..=by).contains(&at));
            (by <= end && !is_unknown).then_some(is_met)
        });
        (happened != [None; 3]).then_some(Origin { account: index, contests, now, goal, happened })
    }
}

/// Days of an account that took part within a month before, drawn evenly.
fn random(account: &Account, draws: u64, (first, last): (Timestamp, Timestamp)) -> Vec<(usize, Timestamp)> {
    let (from, until) = (first + days(270), last - days(90));
    let moment = |draw: u64| {
        let now = drawn_between(account, draw, from, until);
        let contests = account.history.iter().take_while(|change| change.at <= now).count();
        (contests, now)
    };
    let takes_part = |(contests, now): &(usize, Timestamp)| {
        *contests >= LEAST_CONTESTS && now.duration_since(account.history[contests - 1].at) <= days(30)
    };
    (1..=draws).map(moment).filter(takes_part).collect()
}

/// A moment drawn evenly by a hash of the account's name.
fn drawn_between(account: &Account, draw: u64, from: Timestamp, until: Timestamp) -> Timestamp {
    let bits = mixed(account.hash.wrapping_add(draw.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
    let share = (bits >> 11) as f64 / (1_u64 << 53) as f64;
    from + SignedDuration::from_secs_f64(until.duration_since(from).as_secs_f64() * share)
}

/// The output function of `SplitMix64`.
fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
