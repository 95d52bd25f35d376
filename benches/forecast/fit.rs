//! Finds a track's parameters: those of skill are the likeliest, those of participation have the least Brier score, but
//! for those of leaving, under which it is likeliest who came back; the calibration makes the outcomes likeliest.

use cpt_tracker::answers::forecast::{
    COURSES as ALL_COURSES, Calibration, Parameters, Participation, SkillModel, StandingEffects, likelihood,
};
use cpt_tracker::model::{Judge, Track};

use super::histories::{Histories, Shares};
use super::protocols::{DAYS, Origin, Protocol};

/// How many courses a forecast has while parameters are sought.
const COURSES: usize = 120;

/// Of so many days of each account forecasts are made.
const DRAWS: u64 = 3;

/// At most so many moments of each protocol are looked at.
const ORIGINS: usize = 2500;

/// How often each parameter is moved.
const SKILL_ROUNDS: usize = 40;
const PARTICIPATION_ROUNDS: usize = 6;
const LEAVING_ROUNDS: usize = 20;
const CALIBRATION_ROUNDS: usize = 60;

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

const PARTICIPATION: [Field<Parameters>; 5] = [
    |p| &mut p.participation.memory_days,
    |p| &mut p.participation.usual_contests,
    |p| &mut p.participation.usual_pace,
    |p| &mut p.participation.spread,
    |p| &mut p.participation.fading_days,
];

const PARTICIPATION_START: [f64; 5] = [100.0, 4.0, 0.05, 0.5, 700.0];

const LEAVING: [Field<Participation>; 2] = [|p| &mut p.leaving_days, |p| &mut p.leaving_shape];

const LEAVING_START: [f64; 2] = [100.0, 1.0];

const CALIBRATION: [Field<Parameters>; 4] = [
    |p| &mut p.calibration.level,
    |p| &mut p.calibration.slope,
    |p| &mut p.calibration.horizon,
    |p| &mut p.calibration.gap,
];

/// Only where forecasts are asked for on other days than those of contests, too.
const STANDING: [Field<Parameters>; 5] = [
    |p| &mut p.standing.newcomer,
    |p| &mut p.standing.newcomer_slope,
    |p| &mut p.standing.due,
    |p| &mut p.standing.due_horizon,
    |p| &mut p.standing.silent,
];

/// Fits all parameters.
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
    best.participation = leaving(histories, best.participation);
    best.calibration = Calibration::NONE;
    best.standing = StandingEffects::NONE;
    let best = descend(best, &PARTICIPATION, steps.into(), PARTICIPATION_ROUNDS, |parameters| {
        let Parameters { participation: p, .. } = parameters;
        let positive = [p.memory_days, p.usual_contests, p.usual_pace, p.spread, p.fading_days];
        if positive.iter().any(|number| *number <= 0.0) {
            return f64::INFINITY;
        }
        let loss = |origins: &Vec<Origin>| brier(origins, &histories.chances(origins, parameters, COURSES));
        sets.iter().map(loss).sum::<f64>() / sets.len() as f64
    });
    calibrate(histories, best)
}

/// With the leaving under which it is likeliest who came back.
fn leaving(histories: &Histories, usual: Participation) -> Participation {
    let mut start = usual;
    for (field, value) in LEAVING.iter().zip(LEAVING_START) {
        *field(&mut start) = value;
    }
    let silences = histories.silences();
    descend(start, &LEAVING, LEAVING_START.map(|value| 0.3 * value).into(), LEAVING_ROUNDS, |tried| {
        if tried.leaving_days <= 0.0 || tried.leaving_shape <= 0.0 {
            return f64::INFINITY;
        }
        let surprise = |(days, came_back): &(f64, bool)| {
            let odds = (days / tried.leaving_days).powf(tried.leaving_shape);
            let likely = if *came_back { 1.0 } else { odds } / (1.0 + odds);
            -likely.max(1e-5).ln()
        };
        silences.iter().map(surprise).sum::<f64>() / silences.len() as f64
    })
}

/// With the leaving and the calibration that make likeliest who came back and what came of the forecasts, each protocol
/// and horizon counting as much as the others.
pub fn recalibrate(histories: &Histories) -> Parameters {
    let shipped = Parameters::shipped(histories.judge, histories.track);
    let shipped = shipped.expect("a track that forecasts are made of");
    let participation = leaving(histories, shipped.participation);
    calibrate(histories, Parameters { participation, ..shipped })
}

fn calibrate(histories: &Histories, parameters: Parameters) -> Parameters {
    let sets: Vec<(Vec<Origin>, Vec<Shares>)> = Protocol::of(histories.judge, histories.track)
        .iter()
        .map(|protocol| {
            let origins = histories.origins(*protocol, super::DRAWS);
            let shares = histories.shares(&origins, &parameters, ALL_COURSES);
            (origins, shares)
        })
        .collect();
    let has_silence = (histories.judge, histories.track) == (Judge::ATCODER, Track::Algorithm);
    let fields = if has_silence { [&CALIBRATION[..], &STANDING].concat() } else { CALIBRATION.into() };
    let start = Parameters { calibration: Calibration::NONE, standing: StandingEffects::NONE, ..parameters };
    descend(start, &fields, vec![0.2; fields.len()], CALIBRATION_ROUNDS, |tried| {
        let Parameters { calibration: Calibration { slope, horizon, gap, .. }, standing, .. } = tried;
        if *slope <= 0.0 || [*horizon, *gap, standing.due_horizon].iter().any(|number| *number < 0.0) {
            return f64::INFINITY;
        }
        sets.iter().map(|(origins, shares)| surprise(origins, shares, tried)).sum::<f64>() / sets.len() as f64
    })
}

/// The mean negative log-likelihood of what came of forecasts, the mean of the horizons'.
fn surprise(origins: &[Origin], shares: &[Shares], parameters: &Parameters) -> f64 {
    let (mut sums, mut counts) = ([0.0; 3], [0.0; 3]);
    for (origin, one) in origins.iter().zip(shares) {
        let curve = parameters.calibration_after(one.contests, one.silence);
        for (at, happened) in origin.happened.into_iter().enumerate() {
            let Some(happened) = happened else { continue };
            let chance = one.goes_on * curve.chance(one.reaching[at], DAYS[at] as f64, one.points);
            let likely = if happened { chance } else { 1.0 - chance };
            sums[at] -= likely.max(1e-4).ln();
            counts[at] += 1.0;
        }
    }
    sums.iter().zip(counts).map(|(sum, count)| sum / f64::max(count, 1.0)).sum::<f64>() / 3.0
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
