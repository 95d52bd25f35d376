//! How often somebody takes part.

use crate::judges::Participation;

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
    pub fn of(days: &[f64], now: f64, parameters: &Participation) -> Option<Self> {
        let (first, last) = (days.first()?, days.last()?);
        let Participation { memory_days, usual_contests, usual_pace, leaving_days, leaving_shape, .. } =
            *parameters;
        let weight = |day: f64| ((day - now) / memory_days).exp();
        // The last contest begins the wait that goes on now; it ends none.
        let contests = days.iter().map(|day| weight(*day)).sum::<f64>() - weight(*last);
        let exposure = memory_days * (1.0 - weight(*first));
        let silence = ((now - last).max(0.0) / leaving_days).powf(leaving_shape);
        Some(Self {
            pace: (contests + usual_contests) / (exposure + usual_contests / usual_pace),
            left: silence / (silence + 1.0),
        })
    }

    /// How many contests are expected within so many days of somebody who goes on.
    pub fn contests_within(&self, days: f64, parameters: &Participation) -> f64 {
        let Participation { spread, fading_days, .. } = *parameters;
        // The pace is lognormal.
        self.pace * (spread * spread / 2.0).exp() * fading_days * (1.0 - (-days / fading_days).exp())
    }
}
