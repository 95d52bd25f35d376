//! How far a target is.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::outlook::Outlook;
use crate::model::{RatingChange, RatingSeries, Target};

/// Where a series stands against a target.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetProgress {
    /// The target.
    pub target: Target,
    /// Whether the history of its series was ever fetched.
    pub is_known: bool,
    /// The rating now; `None` before the first rated contest.
    pub current: Option<i32>,
    /// What is missing; 0 where the goal is reached, the whole of it before the first rated contest.
    pub gap: i32,
    /// The day of the first rated contest that reached the goal, of those that count.
    pub met_on: Option<Date>,
    /// That contest.
    pub met_in: Option<MetIn>,
    /// When the goal was held last, whenever that was; `None` where it never was.
    pub held: Option<Held>,
    /// Days until the target's day; negative after it.
    pub days_left: i32,
    /// What it takes, where that was asked for and the target is open.
    pub outlook: Option<Outlook>,
}

/// The contest that met a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetIn {
    /// The judge's own name for it.
    pub id: String,
    /// Its title.
    pub name: String,
}

/// How long a rating was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The day of the contest that reached it.
    pub from: Date,
    /// The day of the contest that lost it; `None` where it is held.
    pub to: Option<Date>,
}

impl TargetProgress {
    /// Whether there is still time to meet it.
    pub fn is_open(&self) -> bool {
        self.met_on.is_none() && self.days_left >= 0
    }

    /// Whether it was met and isn't held, and could be a goal again.
    pub fn can_begin_again(&self) -> bool {
        self.kept() == Some(false) && self.days_left > 0
    }

    /// Whether the rating is still there after the goal was met; `None` where it wasn't.
    pub fn kept(&self) -> Option<bool> {
        self.met_on.map(|_| self.gap == 0)
    }
}

/// Measures `target` against its series (`None` where no history is known) on `today`; days are those of `zone`.
pub fn target_progress(
    target: Target,
    series: Option<&RatingSeries>,
    today: Date,
    zone: &TimeZone,
) -> TargetProgress {
    let current = series.and_then(RatingSeries::rating);
    let day = |change: &RatingChange| change.at.to_zoned_datetime(zone.clone()).date();
    let reaches = |change: &&RatingChange| change.new >= target.goal.rating;
    let met = series.and_then(|series| {
        series
            .rated()
            .filter(reaches)
            .map(|change| (change, day(change)))
            .find(|(_, day)| target.counts(*day))
    });
    let held = series.and_then(|series| {
        let mut newest_first = series.rated().rev().peekable();
        let mut lost = None;
        while let Some(after) = newest_first.next_if(|change| !reaches(change)) {
            lost = Some(after);
        }
        let first = newest_first.take_while(reaches).last()?;
        Some(Held { from: day(first), to: lost.map(day) })
    });
    TargetProgress {
        is_known: series.is_some_and(RatingSeries::is_known),
        target,
        current,
        gap: target.goal.rating.saturating_sub(current.unwrap_or(0)).max(0),
        met_on: met.map(|(_, day)| day),
        met_in: met.map(|(change, _)| MetIn { id: change.contest.clone(), name: change.name.clone() }),
        held,
        days_left: (target.by - today).get_days(),
        outlook: None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::answers::fixtures;
    use crate::model::{Goal, Judge, Track};

    /// Rated contests on these days.
    fn series(contests: &[(Date, i32)]) -> RatingSeries {
        let at = |day: Date| day.at(12, 0, 0, 0).to_zoned_datetime(TimeZone::UTC).unwrap().timestamp();
        let change = |&(day, new): &(Date, i32)| fixtures::change(at(day), 0, new);
        fixtures::series(Judge::ATCODER, Track::Algorithm, contests.iter().map(change).collect())
    }

    fn cyan(from: Option<Date>, series: &RatingSeries) -> TargetProgress {
        let target = Target {
            judge: Judge::ATCODER,
            track: Track::Algorithm,
            goal: Goal::of_rating(Judge::ATCODER, 1200),
            from,
            by: date(2027, 12, 31),
            equivalent: None,
        };
        target_progress(target, Some(series), date(2026, 11, 27), &TimeZone::UTC)
    }

    #[test]
    fn a_colour_held_years_ago_is_a_goal_again_from_the_day_on_which_it_was_set() {
        let (reached, lost) = (date(2018, 5, 3), date(2019, 6, 12));
        let history = [(date(2018, 1, 1), 1100), (reached, 1210), (date(2018, 9, 1), 1300), (lost, 1190)];
        let then = series(&history);
        let without = cyan(None, &then);
        assert_eq!(
            (without.met_on, without.is_open(), without.can_begin_again()),
            (Some(reached), false, true)
        );
        let began = Some(date(2026, 11, 27));
        let again = cyan(began, &then);
        assert_eq!((again.met_on, again.is_open(), again.gap), (None, true, 10));
        assert_eq!(again.held, Some(Held { from: reached, to: Some(lost) }));
        // The contests of its first and of its last day count.
        for day in [date(2026, 11, 27), date(2027, 12, 31)] {
            let met = cyan(began, &series(&[&history[..], &[(day, 1205)]].concat()));
            assert_eq!((met.met_on, met.held), (Some(day), Some(Held { from: day, to: None })));
        }
        let late = cyan(began, &series(&[&history[..], &[(date(2028, 1, 1), 1205)]].concat()));
        assert_eq!(late.met_on, None);
    }

    #[test]
    fn what_was_never_held_says_nothing_of_it() {
        assert_eq!(cyan(None, &series(&[(date(2026, 1, 1), 900)])).held, None);
        assert_eq!(cyan(None, &series(&[])).held, None);
    }
}
