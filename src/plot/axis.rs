//! Where the axes have their ticks, and what stands beside them.

use std::ops::Range;

use jiff::Timestamp;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use crate::lang::Lang;

/// Days since 1970-01-01.
pub(super) fn day_number(date: Date) -> i64 {
    EPOCH.duration_until(date).as_hours() / 24
}

/// An instant as days since 1970-01-01, by the wall clock of `zone`.
pub(super) fn moment(at: Timestamp, zone: &TimeZone) -> f64 {
    let wall = at.to_zoned_datetime(zone.clone()).datetime();
    let seconds = EPOCH.at(0, 0, 0, 0).duration_until(wall).as_secs();
    seconds as f64 / 86_400.0
}

const EPOCH: Date = date(1970, 1, 1);

/// The date that lies `day` days after 1970-01-01, or the calendar's end before it.
pub(super) fn date_at(day: f64) -> Date {
    let reach = if day < 0.0 { Date::MIN } else { Date::MAX };
    (1.days()).checked_mul(day.floor() as i64).map_or(reach, |span| EPOCH.saturating_add(span))
}

/// Round ratings in `range`, at least `apart` from each other.
pub(super) fn rating_ticks(range: &Range<f64>, apart: f64) -> Vec<i64> {
    // 400 is how far most of AtCoder's colours lie apart.
    let steps = std::iter::successors(Some(10i64), |unit| unit.checked_mul(10))
        .flat_map(|unit| [1, 2, if unit == 100 { 4 } else { 5 }, 5].map(|n| unit.saturating_mul(n)));
    let step = steps.into_iter().find(|step| *step as f64 >= apart).unwrap_or(i64::MAX);
    let (first, last) = ((range.start / step as f64).ceil() as i64, (range.end / step as f64).floor() as i64);
    (first..=last).map(|n| n * step).collect()
}

/// Round numbers from 0 to `most`, at least `apart` from each other.
pub(super) fn count_ticks(most: u32, apart: f64) -> Vec<u32> {
    let units = std::iter::successors(Some(1u32), |unit| unit.checked_mul(10));
    let mut steps = units.flat_map(|unit| [1, 2, 5].map(|n| unit.saturating_mul(n)));
    let step = steps.find(|step| f64::from(*step) >= apart).unwrap_or(u32::MAX);
    (0..=most / step).map(|n| n * step).collect()
}

/// The time axis: short labels centred under their ticks, and longer ones that start where their period starts.
#[derive(Debug, PartialEq)]
pub(super) struct TimeTicks {
    /// Days since 1970-01-01, and "14", "Mar" or "2026".
    pub ticks: Vec<(f64, String)>,
    /// The same with "2026-03" or "2026", the one that `range` starts in included.
    pub periods: Vec<(f64, String)>,
}

#[derive(Clone, Copy)]
enum Step {
    Days(i8),
    Months(i8),
    Years(i16),
}

const STEPS: [Step; 17] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(5),
    Step::Days(10),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(500),
    Step::Years(2000),
];

impl Step {
    /// The fewest days between two ticks.
    fn least_days(self) -> f64 {
        match self {
            Self::Days(n) => f64::from(n),
            Self::Months(n) => 30.0 * f64::from(n) - 2.0,
            Self::Years(n) => 365.0 * f64::from(n),
        }
    }

    /// The first day of the period that a tick's label leaves unsaid.
    fn period(self, date: Date) -> Date {
        match self {
            Self::Days(_) => date.first_of_month(),
            Self::Months(_) | Self::Years(_) => date.first_of_year(),
        }
    }

    fn next_period(self, date: Date) -> Option<Date> {
        match self {
            Self::Days(_) => date.checked_add(1.month()).ok(),
            Self::Months(_) | Self::Years(_) => date.checked_add(1.year()).ok(),
        }
    }

    /// The ticks of the period that starts on `period`.
    fn ticks(self, period: Date) -> Vec<Date> {
        match self {
            Self::Days(n) => {
                let days = period.days_in_month();
                (1..=days)
                    .step_by(n as usize)
                    .filter(|day| day + n - 1 <= days)
                    .filter_map(|day| period.with().day(day).build().ok())
                    .collect()
            }
            Self::Months(n) => (1..=12)
                .step_by(n as usize)
                .filter_map(|month| period.with().month(month).build().ok())
                .collect(),
            Self::Years(n) if period.year() % n == 0 => vec![period],
            Self::Years(_) => Vec::new(),
        }
    }

    fn label(self, tick: Date, lang: Lang) -> String {
        match self {
            Self::Days(_) => tick.day().to_string(),
            Self::Months(_) => lang.month_short(tick),
            Self::Years(_) => tick.year().to_string(),
        }
    }

    fn period_label(self, period: Date) -> Option<String> {
        match self {
            Self::Days(_) => Some(format!("{}-{:02}", period.year(), period.month())),
            Self::Months(_) => Some(period.year().to_string()),
            Self::Years(_) => None,
        }
    }
}

/// Room between two ticks of time, in pixels.
pub(super) const TIME_ROOM: f32 = 50.0;

/// The densest ticks in `range` (days since 1970-01-01) that stay `apart` days from each other.
pub(super) fn time_ticks(range: &Range<f64>, apart: f64, lang: Lang) -> TimeTicks {
    let last = STEPS[STEPS.len() - 1];
    let step = STEPS.into_iter().find(|step| step.least_days() >= apart).unwrap_or(last);
    let end = date_at(range.end);
    let mut ticks = Vec::new();
    let mut periods = Vec::new();
    let mut period = Some(step.period(date_at(range.start)));
    while let Some(start) = period.filter(|start| *start <= end) {
        periods.extend(step.period_label(start).map(|label| (day_number(start) as f64, label)));
        ticks.extend(
            step.ticks(start)
                .into_iter()
                .map(|tick| (day_number(tick) as f64, step.label(tick, lang)))
                .filter(|(day, _)| (range.start..=range.end).contains(day)),
        );
        period = step.next_period(start);
    }
    TimeTicks { ticks, periods }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn labels(from: Date, to: Date, apart: f64) -> (String, String) {
        let found = time_ticks(&(day_number(from) as f64..day_number(to) as f64), apart, Lang::English);
        let join =
            |list: Vec<(f64, String)>| list.into_iter().map(|(_, label)| label).collect::<Vec<_>>().join(" ");
        (join(found.ticks), join(found.periods))
    }

    #[test]
    fn a_span_gets_days_months_or_years_as_room_allows() {
        let days = labels(date(2024, 2, 26), date(2024, 3, 4), 1.0);
        assert_eq!(days, ("26 27 28 29 1 2 3 4".into(), "2024-02 2024-03".into()));
        let some = labels(date(2023, 2, 1), date(2023, 3, 31), 4.0);
        assert_eq!(some, ("1 6 11 16 21 1 6 11 16 21 26".into(), "2023-02 2023-03".into()));
        let months = labels(date(2025, 11, 15), date(2026, 3, 14), 28.0);
        assert_eq!(months, ("Dec Jan Feb Mar".into(), "2025 2026".into()));
        let years = labels(date(2011, 5, 1), date(2026, 3, 14), 400.0);
        assert_eq!(years, ("2012 2014 2016 2018 2020 2022 2024 2026".into(), String::new()));
    }

    #[test]
    fn ratings_are_round_and_go_below_zero() {
        assert_eq!(rating_ticks(&(-130.0..450.0), 70.0), [-100, 0, 100, 200, 300, 400]);
        assert_eq!(rating_ticks(&(0.0..4200.0), 401.0), [0, 500, 1000, 1500, 2000, 2500, 3000, 3500, 4000]);
        assert_eq!(rating_ticks(&(-4e9..4e9), 3e9), [0]);
    }

    #[test]
    fn counts_are_round_and_start_at_nothing() {
        assert_eq!(count_ticks(3, 0.4), [0, 1, 2, 3]);
        assert_eq!(count_ticks(37, 6.0), [0, 10, 20, 30]);
        assert_eq!(count_ticks(u32::MAX, 1.5e9), [0, 2_000_000_000, 4_000_000_000]);
    }

    #[test]
    fn an_instant_belongs_to_the_wall_clock_of_the_zone() {
        let at = "2026-03-14T21:00:00Z".parse().unwrap();
        let tokyo = moment(at, &TimeZone::get("Asia/Tokyo").unwrap());
        assert!((tokyo - day_number(date(2026, 3, 15)) as f64 - 0.25).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn ticks_lie_in_the_range_and_apart(start in -700_000.0..2_900_000.0f64, length in 1.0..40_000.0f64, room in 4.0..20.0f64) {
            let range = start..start + length;
            let apart = length / room;
            let found = time_ticks(&range, apart, Lang::English);
            prop_assert!(found.ticks.len() <= room as usize + 2);
            for pair in found.ticks.windows(2) {
                prop_assert!(pair[1].0 - pair[0].0 >= apart.min(365.0 * 2000.0));
            }
            for (day, _) in &found.ticks {
                prop_assert!((range.start..=range.end).contains(day));
            }
        }
    }
}
