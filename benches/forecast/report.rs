//! How good forecasts were.

use cpt_tracker::model::SplitMix64;

use super::protocols::{DAYS, Origin};

/// So many times what comes true is drawn from the chances themselves.
const SIMULATIONS: u64 = 100;

const BINS: usize = 10;

/// The forecasts whose chances lie in one tenth.
#[derive(Clone, Copy, Default)]
struct Bin {
    forecasts: usize,
    /// The sum of the chances.
    said: f64,
    /// How many came true.
    happened: f64,
}

/// A JSON object a line for each horizon; with `table`, also one for each bin.
pub fn report(forecasts: &[([f64; 3], Origin)], table: bool) {
    for (at, days) in DAYS.into_iter().enumerate() {
        let pairs: Vec<(f64, f64)> = forecasts
            .iter()
            .filter_map(|(chances, origin)| Some((chances[at], f64::from(u8::from(origin.happened[at]?)))))
            .collect();
        let origins = pairs.len() as f64;
        let base_rate = pairs.iter().map(|(_, happened)| happened).sum::<f64>() / origins;
        let brier = pairs.iter().map(|(chance, happened)| (chance - happened).powi(2)).sum::<f64>() / origins;
        let skill = 1.0 - brier / (base_rate * (1.0 - base_rate));
        let bins = binned(pairs.iter().copied());
        let (ece, perfect) = (calibration_error(&bins), perfect_error(&pairs));
        println!(
            r#"{{"h":{days},"origins":{},"base_rate":{base_rate:.4},"brier":{brier:.4},"skill":{skill:.4},"ece":{ece:.4},"perfect":{perfect:.4}}}"#,
            pairs.len()
        );
        for (place, Bin { forecasts, said, happened }) in bins.into_iter().enumerate().filter(|_| table) {
            let (from, all) = (place as f64 / BINS as f64, forecasts.max(1) as f64);
            println!(
                r#"{{"h":{days},"from":{from:.1},"origins":{forecasts},"said":{:.3},"came_true":{:.3}}}"#,
                said / all,
                happened / all
            );
        }
    }
}

fn binned(pairs: impl Iterator<Item = (f64, f64)>) -> [Bin; BINS] {
    let mut bins = [Bin::default(); BINS];
    for (chance, happened) in pairs {
        let bin = &mut bins[((chance * BINS as f64) as usize).min(BINS - 1)];
        bin.forecasts += 1;
        bin.said += chance;
        bin.happened += happened;
    }
    bins
}

/// The expected calibration error.
fn calibration_error(bins: &[Bin; BINS]) -> f64 {
    let forecasts = bins.iter().map(|bin| bin.forecasts).sum::<usize>();
    bins.iter().map(|bin| (bin.said - bin.happened).abs()).sum::<f64>() / forecasts as f64
}

/// The mean calibration error of as many forecasts whose chances are all right.
fn perfect_error(pairs: &[(f64, f64)]) -> f64 {
    let mut dice = SplitMix64::new(1);
    let once = |_| {
        let drawn = pairs.iter().map(|(chance, _)| (*chance, f64::from(u8::from(dice.uniform() < *chance))));
        calibration_error(&binned(drawn))
    };
    (0..SIMULATIONS).map(once).sum::<f64>() / SIMULATIONS as f64
}
