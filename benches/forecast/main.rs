//! How good the forecasts are, on rating histories that the file `CPT_HISTORIES` holds (JSON lines, also gzipped; each
//! an object with `history`, an array oldest first of `ratingUpdateTimeSeconds`, `oldRating` and `newRating`).
//!
//! At every tenth contest from the fifteenth on: does some rated contest within 90, 180 or 365 days reach the next
//! threshold above the current rating? Prints a JSON object for each of them: how often it happens, the Brier score of
//! the forecasts, its skill against the base rate, and the expected calibration error in ten equal bins.
//!
//! - `cargo bench --bench forecast`: the parameters that ship.
//! - `cargo bench --bench forecast -- cross-validate`: parameters fitted to four fifths of the accounts, on the rest.
//! - `cargo bench --bench forecast -- refit`: fits all parameters to the file and prints them.
//!
//! The last two take `atcoder` too: the same histories as if they were AtCoder's.

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]

mod fit;
mod histories;

use std::time::Instant;

use cpt_tracker::answers::Forecast;
use cpt_tracker::answers::forecast::{COURSES, Parameters};
use cpt_tracker::model::{Judge, Track};
use histories::{DAYS, Histories, Origin};

/// How many parts the accounts are split into for cross-validation.
const FOLDS: usize = 5;

fn main() {
    #[expect(clippy::disallowed_methods, reason = "a benchmark is its own front door")]
    let Ok(file) = std::env::var("CPT_HISTORIES") else {
        eprintln!("Set CPT_HISTORIES to a file of rating histories to check the forecasts with.");
        return;
    };
    let words: Vec<String> = std::env::args().skip(1).collect();
    let asked = |word: &str| words.iter().any(|said| said == word);
    let judge = if asked("atcoder") { Judge::ATCODER } else { Judge::CODEFORCES };
    let histories = Histories::read(file.as_ref(), judge);
    let protocol = histories.protocol();
    if asked("refit") {
        println!("{:#?}", fit::fit(&histories, &histories.training(|_| true), judge));
    } else if asked("cross-validate") {
        let mut forecasts = Vec::new();
        for fold in 0..FOLDS {
            let parameters = fit::fit(&histories, &histories.training(|n| n % FOLDS != fold), judge);
            let held_out: Vec<Origin> =
                protocol.iter().copied().filter(|origin| origin.history % FOLDS == fold).collect();
            forecasts.extend(histories.chances(&held_out, &parameters, COURSES).into_iter().zip(held_out));
        }
        report(&forecasts);
    } else {
        let chances = histories.chances(&protocol, &Parameters::shipped(judge, Track::Algorithm), COURSES);
        report(&chances.into_iter().zip(protocol.iter().copied()).collect::<Vec<_>>());
        time(&histories, &protocol);
    }
}

/// A JSON object a line for each horizon.
fn report(forecasts: &[([f64; 3], Origin)]) {
    for (at, days) in DAYS.into_iter().enumerate() {
        let pairs: Vec<(f64, f64)> = forecasts
            .iter()
            .filter_map(|(chances, origin)| Some((chances[at], f64::from(u8::from(origin.happened[at]?)))))
            .collect();
        let origins = pairs.len() as f64;
        let base_rate = pairs.iter().map(|(_, happened)| happened).sum::<f64>() / origins;
        let brier = pairs.iter().map(|(chance, happened)| (chance - happened).powi(2)).sum::<f64>() / origins;
        let skill = 1.0 - brier / (base_rate * (1.0 - base_rate));
        let mut bins = [(0.0, 0.0); 10];
        for (chance, happened) in &pairs {
            let bin = &mut bins[((chance * 10.0) as usize).min(9)];
            bin.0 += chance;
            bin.1 += happened;
        }
        let ece = bins.iter().map(|(said, happened)| (said - happened).abs()).sum::<f64>() / origins;
        println!(
            r#"{{"h":{days},"origins":{},"base_rate":{base_rate:.4},"brier":{brier:.4},"skill":{skill:.4},"ece":{ece:.4}}}"#,
            pairs.len()
        );
    }
}

/// How long the forecast for a target takes as `cpt` makes it: two years, a chance and three dates.
fn time(histories: &Histories, origins: &[Origin]) {
    let some = origins.iter().step_by(origins.len().div_ceil(200).max(1));
    let mut milliseconds: Vec<f64> = some
        .map(|origin| {
            let series = histories.known(origin);
            let started = Instant::now();
            let forecast = Forecast::new(&series, origin.now, origin.now).unwrap();
            let chance = forecast.chance(origin.goal, forecast.until());
            let dates = [0.1, 0.5, 0.9].map(|share| forecast.reached(origin.goal, share));
            std::hint::black_box((chance, dates));
            started.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    milliseconds.sort_by(f64::total_cmp);
    if let (Some(median), Some(most)) = (milliseconds.get(milliseconds.len() / 2), milliseconds.last()) {
        eprintln!("a target's forecast takes {median:.1} ms (median), at most {most:.1} ms");
    }
}
