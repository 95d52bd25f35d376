//! What lies ahead of a year.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::answers::{SeriesStatus, TargetProgress, progress_of};
use crate::model::{Goal, Target};

/// What lies ahead, with its odds.
#[derive(Debug, Default)]
pub struct Ahead {
    /// Targets that are open.
    pub targets: Vec<TargetProgress>,
    /// The next colours of ratings that have no target in the year to come.
    pub next_colours: Vec<TargetProgress>,
}

impl Ahead {
    /// What lies ahead of `year`, which has just passed or is passing: the open targets, and for each rating that has none
    /// in the next year its next colour by the end of that. Nothing of years long past.
    pub fn of(year: i16, standing: &[SeriesStatus], now: Timestamp, today: Date, zone: &TimeZone) -> Self {
        let mut ahead = Self::default();
        let next = year.saturating_add(1);
        let Ok(end) = Date::new(next, 12, 31) else { return ahead };
        if next < today.year() {
            return ahead;
        }
        for status in standing {
            let open = status.targets.iter().filter(|target| target.is_open());
            ahead.targets.extend(open.clone().cloned());
            let key = &status.series.key;
            let colour = status.series.rating().and_then(|rating| key.judge.next_colour(rating));
            if let (Some(tier), true) = (colour, open.clone().all(|target| target.target.by.year() < next)) {
                let goal = Goal { rating: tier.from, colour: tier.colour };
                let target = Target {
                    judge: key.judge,
                    track: key.track,
                    goal,
                    from: Some(today),
                    by: end,
                    equivalent: None,
                };
                ahead.next_colours.push(progress_of(target, &status.series, now, today, zone));
            }
        }
        ahead
    }
}
