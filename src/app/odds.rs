//! When targets are reached: drawn once for a history and a day, then kept.

use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::answers::{self, GoalTiming, NoForecast, RatingBy};
use crate::model::{ContestKind, RatingChange, RatingSeries, zone_name};
use crate::store::Store;

/// Raised when a forecast gives other answers than before, when the key has other parts or the answer another form.
const FORMAT: u32 = 3;

/// The odds of one day, from the store where it has them.
pub struct KeptOdds<'a> {
    /// Where `cpt.toml` is.
    pub root: &'a Path,
    /// `None` before the first sync.
    pub store: Option<&'a Store>,
    pub now: Timestamp,
    pub today: Date,
    pub zone: &'a TimeZone,
}

impl KeptOdds<'_> {
    /// When `series` reaches each of `goals`.
    pub fn of(&self, series: &RatingSeries, goals: &[RatingBy]) -> Result<Vec<GoalTiming>, NoForecast> {
        let from = answers::forecast_from(series, self.now, self.today, self.zone);
        let name = format!("odds.{}", series.key.slug());
        let key = self.key(series, goals, from);
        if let Some(kept) = self.store.and_then(|store| kept(store, &name, &key)) {
            return Ok(kept);
        }
        let reaches = answers::reaches(series, goals, from, self.zone)?;
        if self.store.is_some()
            && let Ok(mut store) = Store::open(self.root)
        {
            let kept: Vec<Kept> = reaches.iter().map(Kept::new).collect();
            let _ = store.keep_answer(&name, &key, &serde_json::to_vec(&kept).unwrap_or_default());
        }
        Ok(reaches)
    }

    /// Everything that a forecast depends on.
    fn key(&self, series: &RatingSeries, goals: &[RatingBy], from: Timestamp) -> Vec<u8> {
        let result = |change: &RatingChange| {
            (change.at.as_second(), change.contest.clone(), change.old, change.new, change.performance)
        };
        let kind = |kind: &ContestKind| (kind.name, kind.range.from, kind.range.to, kind.cap, kind.a_year);
        let rated: Vec<_> = series.rated().map(result).collect();
        let kinds: Vec<_> = series.kinds.iter().map(kind).collect();
        let day = (from.as_second(), zone_name(self.zone));
        serde_json::to_vec(&(FORMAT, rated, &series.lengths, kinds, goals, day)).unwrap_or_default()
    }
}

fn kept(store: &Store, name: &str, key: &[u8]) -> Option<Vec<GoalTiming>> {
    let kept: Vec<Kept> = serde_json::from_slice(&store.answer(name, key).ok()??).ok()?;
    Some(kept.into_iter().map(Kept::reach).collect())
}

/// A [`GoalTiming`], as the store keeps it.
#[derive(Serialize, Deserialize)]
struct Kept {
    by_then: f64,
    /// The days by which 10, 50 and 90 in 100 courses are there.
    days: [Option<Date>; 3],
    stops: f64,
}

impl Kept {
    fn new(reach: &GoalTiming) -> Self {
        let GoalTiming { by_then, p10, p50, p90, stops } = *reach;
        Self { by_then, days: [p10, p50, p90], stops }
    }

    fn reach(self) -> GoalTiming {
        let Self { by_then, days: [p10, p50, p90], stops } = self;
        GoalTiming { by_then, p10, p50, p90, stops }
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use jiff::civil::date;

    use super::*;
    use crate::model::{Judge, Track, fixtures};

    #[test]
    fn the_odds_of_a_day_are_drawn_once() {
        let place = tempfile::tempdir().unwrap();
        let store = Store::open(place.path()).unwrap();
        let now: Timestamp = "2026-11-23T12:30:00Z".parse().unwrap();
        let contest = |nth: i32| {
            fixtures::change(
                now - SignedDuration::from_hours(24 * 14 * i64::from(9 - nth)),
                0,
                1000 + 30 * nth,
            )
        };
        let series = fixtures::series(Judge::CODEFORCES, Track::Algorithm, (0..9).map(contest).collect());
        let goals = [(1300, date(2027, 3, 1)), (1400, date(2027, 6, 1))];
        let (today, zone) = (date(2026, 11, 23), TimeZone::UTC);
        let odds = KeptOdds { root: place.path(), store: Some(&store), now, today, zone: &zone };
        let drawn = odds.of(&series, &goals).unwrap();
        let name = format!("odds.{}", series.key.slug());
        let later = KeptOdds { now: now + SignedDuration::from_hours(3), ..odds };
        let key = |goals: &[RatingBy]| {
            later.key(&series, goals, answers::forecast_from(&series, later.now, today, &zone))
        };
        assert_eq!(kept(&store, &name, &key(&goals)).as_ref(), Some(&drawn));
        assert_eq!(later.of(&series, &goals).unwrap(), drawn);
        // Other goals have other odds, and so has another history.
        assert_eq!(kept(&store, &name, &key(&goals[..1])), None);
        let mut longer = series.clone();
        longer.history.push(fixtures::change(now - SignedDuration::from_hours(30), 1240, 1290));
        assert_ne!(later.of(&longer, &goals).unwrap(), drawn);
    }
}
