//! What forecasts rest on: fitted to public histories of June 2024 to August 2026 (algorithm) and of 2021 to July 2026
//! (heuristic).

use crate::judges::{Calibration, ForecastParameters, Participation, SkillModel, StandingEffects};

/// The algorithm track.
pub(super) const ALGORITHM: ForecastParameters = ForecastParameters {
    skill: SkillModel {
        start: 1008.0,
        start_spread: 692.0,
        growth: -0.65,
        early_growth: 276.0,
        early_contests: 6.77,
        growth_a_day: 0.128,
        ceiling: 3.34,
        momentum: 56.5,
        momentum_kept: 0.848,
        wander: 13.2,
        scatter: 239.0,
        scatter_evidence: 3.33,
        tails: 7.0,
        long_bonus: 0.0,
        long_scatter: 1.0,
    },
    participation: Participation {
        memory_days: 178.0,
        usual_contests: 10.0,
        usual_pace: 0.05,
        spread: 0.6,
        fading_days: 800.0,
        leaving_days: 74.3,
        leaving_shape: 1.156,
    },
    calibration: Calibration { level: 0.587, slope: 1.069, horizon: 0.086, gap: 0.0 },
    standing: StandingEffects {
        newcomer: 0.327,
        newcomer_slope: 0.212,
        due: 0.261,
        due_horizon: 0.26,
        silent: 1.457,
    },
};

/// The heuristic track.
pub(super) const HEURISTIC: ForecastParameters = ForecastParameters {
    skill: SkillModel {
        start: 829.0,
        start_spread: 320.0,
        growth: -4.55,
        early_growth: 97.7,
        early_contests: -0.31,
        growth_a_day: 0.136,
        ceiling: 6.59,
        momentum: 83.8,
        momentum_kept: 0.506,
        wander: 9.08,
        scatter: 334.0,
        scatter_evidence: 7.97,
        tails: 13.5,
        long_bonus: 47.7,
        long_scatter: 0.866,
    },
    participation: Participation {
        memory_days: 178.0,
        usual_contests: 6.0,
        usual_pace: 0.03,
        spread: 0.57,
        fading_days: 400.0,
        leaving_days: 165.7,
        leaving_shape: 0.767,
    },
    calibration: Calibration { level: 0.225, slope: 0.753, horizon: 0.253, gap: 1.06 },
    standing: StandingEffects::NONE,
};
