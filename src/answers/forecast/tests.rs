use jiff::ToSpan as _;
use proptest::prelude::*;

use super::*;
use crate::answers::fixtures;
use crate::model::{Judge, Track};

const START: i64 = 1_700_000_000;

/// A contest every `apart` days.
fn series(judge: Judge, track: Track, apart: i64, points: &[(i32, i32)]) -> RatingSeries {
    let mut old = 0;
    let history = points.iter().enumerate().map(|(index, &(new, performance))| {
        let change = RatingChange {
            contest: format!("arc{:03}", 100 + index),
            performance: (judge == Judge::ATCODER).then_some(performance),
            ..fixtures::change(
                Timestamp::from_second(START + index as i64 * apart * 86_400).unwrap(),
                old,
                new,
            )
        };
        old = new;
        change
    });
    fixtures::series(judge, track, history.collect())
}

/// `contests` ratings and performances that rise from 500 with ups and downs.
fn rising(contests: i32, by: i32) -> Vec<(i32, i32)> {
    (0..contests).map(|n| (500 + n * by + (n * 37) % 50, 700 + n * by + (n * 97) % 400)).collect()
}

fn now(series: &RatingSeries) -> Timestamp {
    series.last().unwrap().at + 72.hours()
}

fn drawn(series: &RatingSeries, now: Timestamp) -> Result<Forecast, NoForecast> {
    Forecast::drawn(series, now, DAYS, &Parameters::shipped(series.key.judge, series.key.track).unwrap(), 300)
}

fn forecast(series: &RatingSeries) -> Forecast {
    drawn(series, now(series)).unwrap()
}

const TRACKS: [(Judge, Track); 3] = [
    (Judge::CODEFORCES, Track::Algorithm),
    (Judge::ATCODER, Track::Algorithm),
    (Judge::ATCODER, Track::Heuristic),
];

#[test]
fn few_contests_give_no_forecast() {
    for contests in [0_u8, 1, 4] {
        let few = series(Judge::CODEFORCES, Track::Algorithm, 7, &rising(contests.into(), 10));
        let error = Forecast::new(&few, Timestamp::MAX, Timestamp::MAX).unwrap_err();
        assert_eq!(error, NoForecast::TooFewContests(contests.into()));
    }
}

#[test]
fn what_comes_after_now_is_not_known() {
    for (judge, track) in TRACKS {
        let whole = series(judge, track, 7, &rising(40, 10));
        let part = series(judge, track, 7, &rising(25, 10));
        assert_eq!(drawn(&whole, now(&part)), Ok(forecast(&part)));
    }
}

#[test]
fn numbers_at_their_ends_give_some_answer() {
    let ends = [(i32::MAX, i32::MIN), (i32::MIN, i32::MAX), (0, 0), (i32::MAX, i32::MAX), (5, i32::MIN)];
    for (judge, track) in TRACKS {
        let series = series(judge, track, 0, &ends);
        let forecast = Forecast::new(&series, now(&series), Timestamp::MAX).unwrap();
        assert!((0.0..=1.0).contains(&forecast.chance(i32::MAX, Timestamp::MAX)));
        let formula = crate::answers::Formula::new(&series, jiff::civil::Date::MAX);
        assert_eq!(formula.after(&[i32::MAX, i32::MIN]).len(), 2);
        formula.needed(i32::MAX, 3);
    }
}

#[test]
fn who_stops_taking_part_has_the_lower_chance() {
    let series = series(Judge::ATCODER, Track::Algorithm, 7, &rising(30, 12));
    let chance = |days: i64| {
        let now = series.last().unwrap().at + SignedDuration::from_hours(days * 24);
        Forecast::new(&series, now, now).unwrap().chance(1000, after(now, 180.0))
    };
    assert!(
        chance(0) > 1.3 * chance(60) && chance(60) > 1.5 * chance(400),
        "{} {} {}",
        chance(0),
        chance(60),
        chance(400)
    );
}

#[test]
fn a_newcomers_promotions_to_come_are_counted() {
    // Rated 1200 all along; the last of the six promotions brings 50 points whatever the sixth contest brings.
    let shown = [(300, 0), (650, 0), (900, 0), (1050, 0), (1150, 0)];
    let five = series(Judge::CODEFORCES, Track::Algorithm, 7, &shown);
    let next = after(now(&five), 30.0);
    assert!(forecast(&five).chance(1180, next) > 0.6);
}

#[test]
fn the_spread_begins_at_the_last_rating_and_is_of_those_who_go_on() {
    for (judge, track) in TRACKS {
        let series = series(judge, track, 7, &rising(30, 12));
        let after_silence =
            |days: i64| drawn(&series, series.last().unwrap().at + (24 * days).hours()).unwrap();
        let (soon, late) = (after_silence(1), after_silence(400));
        assert_eq!(soon.spread(soon.from()), Spread::at(soon.current()));
        assert!(soon.stops() < 0.1 && late.stops() > 0.5, "{} {}", soon.stops(), late.stops());
        // Most who were silent for so long don't come back, and yet the middle of those who do moves.
        let in_two_years = late.spread(after(late.from(), 700.0));
        assert!(in_two_years.low < in_two_years.middle && in_two_years.middle < in_two_years.high);
    }
}

#[test]
fn a_few_exceptions_say_little_about_the_skill() {
    let usual = rising(30, 0);
    let failed = |at: usize| {
        let mut points = usual.clone();
        points[at].1 -= 3000;
        forecast(&series(Judge::ATCODER, Track::Algorithm, 7, &points)).spread(Timestamp::MAX).middle
    };
    let middle = forecast(&series(Judge::ATCODER, Track::Algorithm, 7, &usual)).spread(Timestamp::MAX).middle;
    assert!((middle - failed(29)).abs() < 200, "{middle} {}", failed(29));
}

proptest! {
    #[test]
    fn calibrated_chances_keep_the_order_of_days_and_goals(
        which in 0..3_usize,
        share in 0.0..1.0_f64,
        more in 0.0..1.0_f64,
        days in 0.0..2000.0_f64,
        later in 0.0..2000.0_f64,
        points in 0.0..2000.0_f64,
        further in 0.0..2000.0_f64,
        contests in LEAST_CONTESTS..300,
        silence in 0.0..500.0_f64,
    ) {
        let (judge, track) = TRACKS[which];
        let curve = Parameters::shipped(judge, track).unwrap().calibration_after(contests, silence);
        let chance = curve.chance(share, days, points);
        prop_assert!((0.0..=1.0).contains(&chance));
        prop_assert!(curve.chance(share + more * (1.0 - share), days + later, points) >= chance);
        prop_assert!(curve.chance(share, days, points + further) <= chance);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nearer_goals_and_later_days_are_never_less_likely(
        which in 0..3_usize,
        contests in 5..60_i32,
        rise in -5..25_i32,
        apart in 1..40_i64,
        goal in 400..1800_i32,
        further in 0..400_i32,
        day in 0..700_i64,
        later in 0..400_i64,
        silence in 0..60_i64,
    ) {
        let (judge, track) = TRACKS[which];
        let series = series(judge, track, apart, &rising(contests, rise));
        let forecast = drawn(&series, series.last().unwrap().at + (24 * silence).hours()).unwrap();
        let by = |days: i64| forecast.from() + SignedDuration::from_hours(days * 24);
        let chance = forecast.chance(goal, by(day));
        prop_assert!((0.0..=1.0).contains(&chance));
        prop_assert!(forecast.chance(goal + further, by(day)) <= chance);
        prop_assert!(forecast.chance(goal, by(day + later)) >= chance);
        let reached: Vec<_> = [0.1, 0.5, 0.9].map(|share| forecast.reached(goal, share)).into();
        prop_assert!(reached.iter().flatten().is_sorted());
        if let Some(median) = reached[1] {
            prop_assert!((forecast.chance(goal, median) - 0.5).abs() < 0.02);
        }
        let spread = forecast.spread(by(day));
        let Spread { low, lower, middle, upper, high } = spread;
        prop_assert!([low, lower, middle, upper, high].is_sorted());
    }
}
