//! How good the forecasts are, on rating histories that the file `CPT_HISTORIES` holds (JSON lines, also gzipped; each
//! an object with `handle` and `history`, an array oldest first of `ratingUpdateTimeSeconds`, `oldRating` and
//! `newRating`; AtCoder's also with `contestId`, `performance`, and `seconds` where contests are long and short). An
//! account can say that some of it isn't known: `dates_known_from` (contests before that index have guessed dates),
//! `complete` and `last_seen` (the result of the last contest isn't known).
//!
//! Does some rated contest within 90, 180 or 365 days reach the next threshold above the current rating? Prints a JSON
//! object for each of them: how often it happens, the Brier score of the forecasts, its skill against the base rate,
//! the expected calibration error in ten equal bins, and what that error would be, on average, if every chance were
//! right (`perfect`): with few forecasts luck alone makes it. Windows whose outcome isn't known are left out, and counted.
//!
//! - `cargo bench --bench forecast`: Codeforces, every tenth contest from the fifteenth on.
//! - `... -- atcoder algorithm bench` (or `random`, `newcomers`), `... -- atcoder heuristic contests`: AtCoder, at the
//!   moments that `protocols.rs` tells.
//! - With `folds`, by cross-validation: the accounts are split in five parts, and those of each are forecast with leaving
//!   and calibration fitted to the other four, instead of with what ships.
//! - With `table`, a line for each of the ten bins, too: how many forecasts, what they said on average, and how many of
//!   them came true.
//! - `... -- atcoder algorithm calibrate`: fits leaving and the calibration of a track, and prints the parameters. With
//!   `refit`, all parameters (that takes long).

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]

mod fit;
mod histories;
mod protocols;
mod report;

use std::time::Instant;

use cpt_tracker::answers::Forecast;
use cpt_tracker::answers::forecast::{COURSES, Parameters};
use cpt_tracker::model::{Judge, Track};
use histories::{FOLDS, Histories};
use protocols::{Origin, Protocol};

/// Of so many days of each account forecasts are made where days are drawn: chance matters less.
const DRAWS: u64 = 5;

fn main() {
    #[expect(clippy::disallowed_methods, reason = "a benchmark is its own front door")]
    let Ok(file) = std::env::var("CPT_HISTORIES") else {
        eprintln!("Set CPT_HISTORIES to a file of rating histories to check the forecasts with.");
        return;
    };
    let words: Vec<String> = std::env::args().skip(1).collect();
    let asked = |word: &str| words.iter().any(|said| said == word);
    let judge = if asked("atcoder") { Judge::ATCODER } else { Judge::CODEFORCES };
    let track = if asked("heuristic") { Track::Heuristic } else { Track::Algorithm };
    let histories = Histories::read(file.as_ref(), judge, track);
    if asked("refit") || asked("calibrate") {
        let fit = if asked("refit") { fit::fit } else { fit::recalibrate };
        println!("{:#?}", fit(&histories));
        return;
    }
    let protocol = Protocol::ALL.into_iter().find(|(name, _)| asked(name));
    let protocol = protocol.map_or(Protocol::of(judge, track)[0], |(_, protocol)| protocol);
    if asked("folds") {
        let of_fold = |fold: u64| {
            let parameters = fit::recalibrate(&histories.only(|account| account.fold() != fold));
            forecasts(&histories.only(|account| account.fold() == fold), protocol, &parameters)
        };
        report::report(&(0..FOLDS).flat_map(of_fold).collect::<Vec<_>>(), asked("table"));
        return;
    }
    let parameters = Parameters::shipped(judge, track).expect("a track that forecasts are made of");
    report::report(&forecasts(&histories, protocol, &parameters), asked("table"));
    time(&histories, &histories.origins(protocol, DRAWS));
}

/// The chances at each moment of a protocol, and what came of them.
fn forecasts(histories: &Histories, protocol: Protocol, parameters: &Parameters) -> Vec<([f64; 3], Origin)> {
    let origins = histories.origins(protocol, DRAWS);
    histories.chances(&origins, parameters, COURSES).into_iter().zip(origins).collect()
}

/// How long the forecast for a target takes as `cpt` makes it: three years, a chance and three dates.
fn time(histories: &Histories, origins: &[Origin]) {
    let some = origins.iter().step_by(origins.len().div_ceil(200).max(1));
    let mut milliseconds: Vec<f64> = some
        .map(|origin| {
            let series = histories.known(origin.account, origin.contests);
            // The best of three: other programs run, too.
            let once = || {
                let started = Instant::now();
                let forecast = Forecast::new(&series, origin.now, origin.now).unwrap();
                let chance = forecast.chance(origin.goal, forecast.until());
                let dates = [0.1, 0.5, 0.9].map(|share| forecast.reached(origin.goal, share));
                std::hint::black_box((chance, dates));
                started.elapsed().as_secs_f64() * 1000.0
            };
            [once(), once(), once()].into_iter().fold(f64::INFINITY, f64::min)
        })
        .collect();
    milliseconds.sort_by(f64::total_cmp);
    if let (Some(median), Some(most)) = (milliseconds.get(milliseconds.len() / 2), milliseconds.last()) {
        eprintln!("a target's forecast takes {median:.1} ms (median), at most {most:.1} ms");
    }
}
