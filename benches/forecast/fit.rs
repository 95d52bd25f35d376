//! Finds a track's parameters: those of skill are the likeliest, those of participation have the least Brier score;
//! the calibration makes the outcomes likeliest.

use cpt_tracker::answers::forecast::{Calibration, Parameters, SkillModel, likelihood};

use super::histories::{Histories, Shares};
use super::protocols::{DAYS, Origin, Protocol};

/// How many courses a forecast has while parameters are sought.
const COURSES: usize = 120;
const CALIBRATION_COURSES: usize = 500;

/// Of so many days of each account forecasts are made.
const DRAWS: u64 = 3;

/// At most so many moments of each protocol are looked at.
const ORIGINS: usize = 2500;

/// How often each parameter is moved.
const SKILL_ROUNDS: usize = 40;
const PARTICIPATION_ROUNDS: usize = 6;
const CALIBRATION_ROUNDS: usize = 40;

type Field<T> = fn(&mut T) -> &mut f64;

const SKILL: [Field<SkillModel>; 15] = [
    |m| &mut m.start,
    |m| &mut m.start_spread,
    |m| &mut m.growth,
    |m| &mut m.early_growth,
    |m| &mut m.early_contests,
    |m| &mut m.growth_a_day,
    |m| &mut m.ceiling,
    |m| &mut m.momentum,
    |m| &mut m.momentum_kept,
    |m| &mut m.wander,
    |m| &mut m.scatter,
    |m| &mut m.scatter_evidence,
    |m| &mut m.tails,
    |m| &mut m.long_bonus,
    |m| &mut m.long_scatter,
];

/// Where every search starts: round numbers of the right size, so that what ships gives no advantage.
const SKILL_START: [f64; 15] =
    [1000.0, 400.0, 1.0, 150.0, 5.0, 0.1, 2.0, 50.0, 0.8, 10.0, 250.0, 8.0, 10.0, 0.0, 1.0];

const PARTICIPATION: [Field<Parameters>; 6] = [
    |p| &mut p.participation.memory_days,
    |p| &mut p.participation.usual_contests,
    |p| &mut p.participation.usual_pace,
    |p| &mut p.participation.spread,
    |p| &mut p.participation.fading_days,
    |p| &mut p.participation.leaving_days,
];

const PARTICIPATION_START: [f64; 6] = [100.0, 4.0, 0.05, 0.5, 700.0, 150.0];

const CALIBRATION: [Field<Calibration>; 4] =
    [|c| &mut c.level, |c| &mut c.slope, |c| &mut c.horizon, |c| &mut c.gap];

/// Fits all parameters to the accounts that aren't kept apart.
pub fn fit(histories: &Histories) -> Parameters {
    let shipped = Parameters::shipped(histories.judge, histories.track);
    let mut best = shipped.expect("a track that forecasts are made of");
    for (field, value) in SKILL.iter().zip(SKILL_START) {
        *field(&mut best.skill) = value;
    }
    for (field, value) in PARTICIPATION.iter().zip(PARTICIPATION_START) {
        *field(&mut best) = value;
    }
    let performances = histories.performances();
    let contests = performances.iter().map(Vec::len).sum::<usize>() as f64;
    let steps = SKILL_START.map(|value| 0.2 * value.abs().max(0.5));
    best.skill = descend(best.skill, &SKILL, steps.into(), SKILL_ROUNDS, |model| {
        let is_possible = model.start_spread > 0.0
            && model.early_contests > -1.0
            && (0.0..1.0).contains(&model.momentum_kept)
            && [model.momentum, model.wander, model.scatter_evidence, model.long_scatter]
                .iter()
                .all(|n| *n > 0.0)
            && (2.1..60.0).contains(&model.tails);
        let all = || performances.iter().map(|one| likelihood(one, model)).sum::<f64>();
        if is_possible { -all() / contests } else { f64::INFINITY }
    });
    let sets: Vec<Vec<Origin>> = Protocol::of(histories.judge, histories.track)
        .iter()
        .map(|protocol| histories.origins(*protocol, DRAWS))
        .map(|origins| origins.iter().step_by(origins.len().div_ceil(ORIGINS).max(1)).copied().collect())
        .collect();
    let steps = PARTICIPATION_START.map(|value| 0.3 * value);
    best.calibration = Calibration::NONE;
    let mut best = descend(best, &PARTICIPATION, steps.into(), PARTICIPATION_ROUNDS, |parameters| {
        let Parameters { participation: p, .. } = parameters;
        let positive =
            [p.memory_days, p.usual_contests, p.usual_pace, p.spread, p.fading_days, p.leaving_days];
        if positive.iter().any(|number| *number <= 0.0) {
            return f64::INFINITY;
        }
        let loss = |origins: &Vec<Origin>| brier(origins, &histories.chances(origins, parameters, COURSES));
        sets.iter().map(loss).sum::<f64>() / sets.len() as f64
    });
    best.calibration = calibrate(histories, &sets, &best);
    best
}

/// The curve that makes what came of the forecasts likeliest.
fn calibrate(histories: &Histories, sets: &[Vec<Origin>], parameters: &Parameters) -> Calibration {
    let shares: Vec<Vec<Shares>> =
        sets.iter().map(|origins| histories.shares(origins, parameters, CALIBRATION_COURSES)).collect();
    descend(Calibration::NONE, &CALIBRATION, vec![0.2; 4], CALIBRATION_ROUNDS, |curve| {
        if curve.slope <= 0.0 || curve.horizon < 0.0 || curve.gap < 0.0 {
            return f64::INFINITY;
        }
        let (mut loss, mut weights) = (0.0, 0.0);
        for (origins, shares) in sets.iter().zip(&shares) {
            let weight = 1.0 / origins.len() as f64;
            for (origin, one) in origins.iter().zip(shares) {
                for (at, happened) in origin.happened.into_iter().enumerate() {
                    let Some(happened) = happened else { continue };
                    let chance = one.goes_on * curve.chance(one.reaching[at], DAYS[at] as f64, one.points);
                    let likely = if happened { chance } else { 1.0 - chance };
                    loss -= weight * likely.max(1e-4).ln();
                    weights += weight;
                }
            }
        }
        loss / weights
    })
}

/// Moves one parameter after the other, in steps that grow where they help and shrink where they don't.
fn descend<T: Copy>(
    mut best: T,
    fields: &[Field<T>],
    mut steps: Vec<f64>,
    rounds: usize,
    loss: impl Fn(&T) -> f64,
) -> T {
    let mut least = loss(&best);
    for round in 1..=rounds {
        for (field, step) in fields.iter().zip(&mut steps) {
            let moved = [*step, -*step].into_iter().find_map(|step| {
                let mut tried = best;
                *field(&mut tried) += step;
                let loss = loss(&tried);
                (loss < least).then_some((tried, loss))
            });
            *step *= if moved.is_some() { 1.5 } else { 0.5 };
            if let Some(moved) = moved {
                (best, least) = moved;
            }
        }
        eprintln!("round {round} of {rounds}: {least:.5}");
    }
    best
}

/// The Brier score, the mean of the horizons'.
fn brier(origins: &[Origin], chances: &[[f64; 3]]) -> f64 {
    let (mut sums, mut counts) = ([0.0; 3], [0.0; 3]);
    for (chances, origin) in chances.iter().zip(origins) {
        for (at, happened) in origin.happened.into_iter().enumerate() {
            let Some(happened) = happened else { continue };
            sums[at] += (chances[at] - f64::from(u8::from(happened))).powi(2);
            counts[at] += 1.0;
        }
    }
    sums.iter().zip(counts).map(|(sum, count)| sum / f64::max(count, 1.0)).sum::<f64>() / 3.0
}
