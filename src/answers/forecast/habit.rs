//! What a history says about its owner: how often they take part, and how they do.

use super::{Form, Pace};

/// How often somebody takes part, as it stands now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frequency {
    /// Contests a day.
    pub pace: f64,
    /// The probability that no contest follows, 0 to 1.
    pub left: f64,
}

impl Frequency {
    /// From the days at which contests ended, oldest first, the last at or before `now`; `None` for none.
    pub fn of(days: &[f64], now: f64, parameters: &Pace) -> Option<Self> {
        let (first, last) = (days.first()?, days.last()?);
        let Pace { memory_days, usual_contests, leaving_days, .. } = *parameters;
        let weight = |day: f64| ((day - now) / memory_days).exp();
        // The last contest begins the wait that goes on now; it ends none.
        let contests = days.iter().map(|day| weight(*day)).sum::<f64>() - weight(*last);
        let exposure = memory_days * (1.0 - weight(*first));
        let silence = (now - last).max(0.0);
        Some(Self {
            pace: (contests + usual_contests) / (exposure + usual_contests / Pace::USUAL),
            left: silence / (silence + leaving_days),
        })
    }
}

/// How somebody does, as it stands now. A result follows the one before it like this:
/// result + growth + pull · (level − result) + chance, and the level follows the results.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Habit {
    /// The last result.
    pub result: f64,
    /// The mean of results, recent ones first.
    pub level: f64,
    /// How many results there were.
    pub contests: usize,
    /// What the owner gains with a contest over what everybody does, in points.
    pub growth: f64,
    /// How unsure that is: its standard deviation.
    pub growth_spread: f64,
    /// How far results scatter: their standard deviation.
    pub volatility: f64,
}

/// What everybody gains with the contest that follows `contests`.
fn usual_growth(contests: usize, parameters: &Form) -> f64 {
    let contests = contests as f64;
    let whole = parameters.growth + parameters.early_growth / contests.max(Form::WHOLE_GROWTH).sqrt();
    if parameters.settling == 0 {
        return whole;
    }
    whole * ((contests - Form::FIRST_GROWTH) / (Form::WHOLE_GROWTH - Form::FIRST_GROWTH)).clamp(0.0, 1.0)
}

impl Habit {
    /// From results, oldest first; `None` for none.
    pub fn of(results: &[f64], parameters: &Form) -> Option<Self> {
        let (mut level, mut level_weight) = (*results.first()?, 1.0);
        let (mut gained, mut gains) = (0.0, 0.0);
        let kept = 1.0 - 1.0 / Form::VOLATILITY_MEMORY;
        let usual = parameters.volatility.powi(2);
        let (mut squares, mut scatters) = (0.0, 0.0);
        for (contests, pair) in results.windows(2).enumerate().map(|(index, pair)| (index + 1, pair)) {
            let expected = pair[0] + parameters.pull * (level - pair[0]) + usual_growth(contests, parameters);
            let surprise = pair[1] - expected;
            if contests > 2 {
                let limit = 4.0 * parameters.volatility;
                squares = squares * kept + surprise.clamp(-limit, limit).powi(2);
                scatters = scatters * kept + 1.0;
            }
            if contests < parameters.settling {
                level = pair[1];
            } else {
                let kept = 1.0 - 1.0 / Form::GROWTH_MEMORY;
                gained = gained * kept + surprise;
                gains = gains * kept + 1.0;
                level_weight = level_weight * (1.0 - 1.0 / parameters.memory) + 1.0;
                level += (pair[1] - level) / level_weight;
            }
        }
        let evidence = parameters.volatility_evidence;
        let volatility = ((squares + usual * evidence) / (scatters + evidence)).sqrt();
        let certainty = gains + parameters.growth_evidence;
        Some(Self {
            result: results[results.len() - 1],
            level,
            contests: results.len(),
            growth: gained / certainty,
            growth_spread: volatility / certainty.sqrt(),
            volatility,
        })
    }

    /// Goes on by a contest, `chance` standard deviations from what is expected.
    pub fn step(&mut self, parameters: &Form, chance: f64) {
        self.result += self.growth
            + usual_growth(self.contests, parameters)
            + parameters.pull * (self.level - self.result)
            + self.volatility * chance;
        self.level += (self.result - self.level) / parameters.memory;
        self.contests += 1;
    }
}
