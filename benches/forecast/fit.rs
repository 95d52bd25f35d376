//! Finds the parameters with the least Brier score.

use cpt_tracker::answers::forecast::Parameters;
use cpt_tracker::model::{Judge, Track};

use super::histories::{Histories, Origin};

/// How many courses a forecast has while parameters are sought.
const COURSES: usize = 150;

/// How often each parameter is moved.
const ROUNDS: usize = 6;

type Field = fn(&mut Parameters) -> &mut f64;

const CODEFORCES: [Field; 12] = [
    |p| &mut p.pace.memory_days,
    |p| &mut p.pace.usual_contests,
    |p| &mut p.pace.spread,
    |p| &mut p.pace.fading_days,
    |p| &mut p.pace.leaving_days,
    |p| &mut p.form.pull,
    |p| &mut p.form.memory,
    |p| &mut p.form.growth,
    |p| &mut p.form.early_growth,
    |p| &mut p.form.growth_evidence,
    |p| &mut p.form.volatility,
    |p| &mut p.form.volatility_evidence,
];

const ATCODER: [Field; 6] = [
    |p| &mut p.form.memory,
    |p| &mut p.form.growth,
    |p| &mut p.form.early_growth,
    |p| &mut p.form.growth_evidence,
    |p| &mut p.form.volatility,
    |p| &mut p.form.volatility_evidence,
];

/// Where every search starts: round numbers of the right size, so that what ships gives no advantage.
const CODEFORCES_START: [f64; 12] = [150.0, 5.0, 0.5, 400.0, 80.0, 0.2, 30.0, 15.0, 80.0, 40.0, 60.0, 15.0];
const ATCODER_START: [f64; 6] = [20.0, 100.0, 500.0, 30.0, 450.0, 2.0];

/// Moves one parameter after the other, in steps that grow where they help and shrink where they don't.
///
/// A search for AtCoder keeps the pace that ships: it is that of the same people.
pub fn fit(histories: &Histories, origins: &[Origin], judge: Judge) -> Parameters {
    let mut best = Parameters::shipped(judge, Track::Algorithm);
    let (fields, start): (&[Field], &[f64]) =
        if judge == Judge::ATCODER { (&ATCODER, &ATCODER_START) } else { (&CODEFORCES, &CODEFORCES_START) };
    for (field, value) in fields.iter().zip(start) {
        *field(&mut best) = *value;
    }
    let mut least = loss(histories, origins, &best);
    let mut steps = vec![0.2_f64; fields.len()];
    for round in 1..=ROUNDS {
        for (field, step) in fields.iter().zip(&mut steps) {
            let moved = [*step, -*step].into_iter().find_map(|step| {
                let mut tried = best;
                *field(&mut tried) *= step.exp();
                let loss = loss(histories, origins, &tried);
                (loss < least).then_some((tried, loss))
            });
            *step *= if moved.is_some() { 1.5 } else { 0.6 };
            if let Some(moved) = moved {
                (best, least) = moved;
            }
        }
        eprintln!("round {round} of {ROUNDS}: {least:.5}");
    }
    best
}

/// The weighted Brier score of all horizons.
fn loss(histories: &Histories, origins: &[Origin], parameters: &Parameters) -> f64 {
    let chances = histories.chances(origins, parameters, COURSES);
    let (mut sum, mut weights) = (0.0, 0.0);
    for (chances, origin) in chances.iter().zip(origins) {
        for (chance, happened) in chances.iter().zip(origin.happened) {
            let Some(happened) = happened else { continue };
            sum += origin.weight * (chance - f64::from(u8::from(happened))).powi(2);
            weights += origin.weight;
        }
    }
    sum / weights
}
