//! Charts of several things at once: journeys and cards.

use cpt_tracker::answers::review::{Material, Review};
use cpt_tracker::answers::{Catalogue, ContestTimes, PracticeLog, Solved, StreakAnswer, streak_of};
use cpt_tracker::model::{
    Goal, Judge, PracticeDay, PracticeSource, RatingSeries, StreakRules, Target, Track,
};
use cpt_tracker::plot::{heatmap_card, journey, rating_card, streak_card, year_card};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use crate::cases::{Case, LAST, SplitMix64, TODAY, series, through, walk};

fn codeforces(seed: u64, contests: i64, days: i64, to: i64) -> RatingSeries {
    series(Judge::CODEFORCES, Track::Algorithm, "minjun.kim", walk(seed, contests, days, LAST, 800, to))
}

fn atcoder(seed: u64, contests: i64, days: i64, to: i64) -> RatingSeries {
    series(Judge::ATCODER, Track::Algorithm, "minjun_kim", walk(seed, contests, days, LAST, 10, to))
}

fn heuristic(contests: i64) -> RatingSeries {
    series(Judge::ATCODER, Track::Heuristic, "minjun_kim", walk(23, contests, 400, LAST, 10, 900))
}

/// Practice on most of the last `count` days.
fn days(count: i64) -> Vec<PracticeDay> {
    let mut dice = SplitMix64(31);
    let dates = (0..count).rev().map(|ago| TODAY.saturating_sub(ago.days()));
    let day = |date: Date| {
        let solved = (dice.roll(9) - 3).max(0) as u32;
        PracticeDay { date, solved, new: solved, revised: 0, commits: solved, bulk: 0, bulk_new: 0 }
    };
    dates.map(day).filter(|day| day.solved > 0).collect()
}

pub fn of(name: &'static str, series: Vec<RatingSeries>, days: Vec<PracticeDay>) -> Case {
    Case::new(name, move |frame| {
        let series: Vec<_> = series.iter().collect();
        journey(&series, (&days, PracticeSource::Commits), frame)
    })
}

pub fn streak(days: Vec<PracticeDay>) -> StreakAnswer {
    let total_solved = days.iter().map(|day| day.solved).sum();
    streak_of(PracticeLog { days, total_solved }, &StreakRules::default(), TODAY)
}

pub fn card(name: &'static str, series: RatingSeries) -> Case {
    Case::new(name, move |frame| Ok(rating_card(&series, &[], frame).unwrap()))
}

/// A card with a target above the rating.
pub fn card_with_target(name: &'static str, series: RatingSeries) -> Case {
    let goal = Goal::parse(series.key.judge, "green").unwrap();
    let by = date(2026, 12, 31);
    let target =
        Target { judge: series.key.judge, track: series.key.track, goal, from: None, by, equivalent: None };
    Case::new(name, move |frame| Ok(rating_card(&series, &[target], frame).unwrap()))
}

/// The card of this year.
pub fn year(name: &'static str, series: Vec<RatingSeries>, days: Vec<PracticeDay>) -> Case {
    Case::new(name, move |frame| {
        let (rules, catalogue) = (StreakRules::default(), Catalogue::default());
        let streak = streak(days.clone());
        let committed = Solved::default();
        let material = Material {
            days: Some(&streak.days),
            committed: Some(&committed),
            rules: &rules,
            series: &series,
            submissions: &[],
            catalogue: &catalogue,
            times: &ContestTimes::new(&[]),
            zone: &frame.zone,
        };
        let review = Review::new(TODAY.year(), TODAY, &material);
        year_card(&review, &series, Some(&streak), frame)
    })
}

pub fn all() -> Vec<Case> {
    let three = || vec![codeforces(2, 58, 900, 1430), atcoder(1, 42, 620, 1245), heuristic(9)];
    let negative = series(
        Judge::CODEFORCES,
        Track::Algorithm,
        "WWWWWWWWWWWWWWWWWWWWWWWW",
        walk(6, 30, 300, LAST, 200, -90),
    );
    let noon = "2026-03-01T03:00:00Z".parse().unwrap();
    let one = |rating| {
        series(
            Judge::ATCODER,
            Track::Algorithm,
            "minjun_kim",
            through(&[(noon, rating), (noon, rating + 12)]),
        )
    };
    let many = days(300);
    let yesterday = streak(many[..many.len() - 1].to_vec());
    let (half_year, last_week, none) = (streak(many.clone()), streak(many), streak(vec![]));
    let nothing = streak(vec![]);
    vec![
        of("journey", three(), days(500)),
        of("journey_long", vec![codeforces(7, 600, 5400, 3600), atcoder(8, 300, 2500, 2900)], days(5400)),
        of("journey_without_practice", vec![atcoder(1, 42, 620, 745)], vec![]),
        of("journey_without_contest", vec![], days(40)),
        of("journey_gap", vec![one(743)], days(9)),
        of("journey_small", three(), days(500)).sized("journey_small", "600x320"),
        of("journey_social", three(), days(500)).sized("journey_social", "1200x630"),
        of("journey_last_year", three(), days(800)).between(
            "journey_last_year",
            Some(date(2025, 1, 1)),
            Some(date(2025, 12, 31)),
        ),
        card("card_typical", atcoder(1, 42, 620, 745)),
        card("card_red", codeforces(7, 600, 5400, 3700)),
        card("card_negative", negative),
        card("card_one", one(12)),
        card_with_target("card_target", atcoder(1, 42, 620, 745)),
        year("year", three(), days(300)),
        year("year_one_contest", vec![one(12)], days(3)),
        year("year_days_alone", Vec::new(), days(40)),
        Case::new("card_streak", move |frame| Ok(streak_card(&last_week, frame))),
        Case::new("card_streak_at_risk", move |frame| Ok(streak_card(&yesterday, frame))),
        Case::new("card_streak_none", move |frame| Ok(streak_card(&none, frame))),
        Case::new("card_half_year", move |frame| Ok(heatmap_card(&half_year, frame))),
        Case::new("card_half_year_empty", move |frame| Ok(heatmap_card(&nothing, frame))),
    ]
}
