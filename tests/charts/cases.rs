//! Data to draw: ordinary, and as odd as it gets.

use std::collections::BTreeMap;

use cpt_tracker::answers::Forecast;
use cpt_tracker::answers::forecast::Parameters;
use cpt_tracker::judges::atcoder::rating::algorithm_rating;
use cpt_tracker::model::{Goal, Handle, Judge, RatingChange, RatingSeries, SeriesKey, Target, Track};
use cpt_tracker::plot::{Frame, PlotError, Scene, rating};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

pub const TODAY: Date = date(2026, 3, 14);

/// A chart that the tests look at.
pub struct Case {
    pub name: &'static str,
    draw: Box<Draw>,
    size: Option<&'static str>,
    days: (Option<Date>, Option<Date>),
}

type Draw = dyn Fn(&Frame) -> Result<Scene, PlotError>;

impl Case {
    pub fn draw(&self) -> Scene {
        self.draw_in(self.size)
    }

    /// In another size than its own.
    pub fn draw_in(&self, size: Option<&str>) -> Scene {
        let frame = Frame::new(TODAY, TimeZone::get("Asia/Seoul").unwrap());
        let size = size.map(|size| size.parse().unwrap());
        (self.draw)(&Frame { size, since: self.days.0, until: self.days.1, ..frame }).unwrap()
    }

    pub fn new(name: &'static str, draw: impl Fn(&Frame) -> Result<Scene, PlotError> + 'static) -> Self {
        Self { name, draw: Box::new(draw), size: None, days: (None, None) }
    }

    /// The same in another size, under another name.
    pub fn sized(self, name: &'static str, size: &'static str) -> Self {
        Self { name, size: Some(size), ..self }
    }

    /// The same from a day to a day, under another name.
    pub fn between(self, name: &'static str, since: Option<Date>, until: Option<Date>) -> Self {
        Self { name, days: (since, until), ..self }
    }
}

/// Numbers that look random and are the same everywhere.
pub struct SplitMix64(pub u64);

impl SplitMix64 {
    pub fn roll(&mut self, sides: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as i64) % sides
    }
}

pub fn series(judge: Judge, track: Track, handle: &str, history: Vec<RatingChange>) -> RatingSeries {
    let key = SeriesKey { judge, track, handle: Handle::new(judge, handle).unwrap() };
    RatingSeries { key, history, lengths: BTreeMap::new(), kinds: Vec::new(), fetched: None, failed: None }
}

pub fn at(day: Date) -> Timestamp {
    day.at(21, 35, 0, 0).to_zoned_datetime(TimeZone::get("Asia/Seoul").unwrap()).unwrap().timestamp()
}

/// A history through these days and ratings.
pub fn through(points: &[(Timestamp, i32)]) -> Vec<RatingChange> {
    let mut old = 0;
    let change = |(index, &(at, new)): (usize, &(Timestamp, i32))| {
        let change = RatingChange {
            contest: format!("abc{}", 300 + index),
            name: format!("AtCoder Beginner Contest {}", 300 + index),
            at,
            place: Some(1000 + index as u32),
            old,
            new,
            performance: Some(new.saturating_add(120)),
            rated: true,
        };
        old = new;
        change
    };
    points.iter().enumerate().map(change).collect()
}

/// A walk of `contests` from one rating to about another over `days` that end on `last`.
pub fn walk(seed: u64, contests: i64, days: i64, last: Date, from: i64, to: i64) -> Vec<RatingChange> {
    let mut dice = SplitMix64(seed);
    let mut drift = 0;
    let points: Vec<(Timestamp, i32)> = (0..contests)
        .map(|n| {
            let steps = (contests - 1).max(1);
            let rest = days * (steps - n) / steps;
            drift = (drift + dice.roll(121) - 60) * 9 / 10;
            // Fast at first, slower later, as ratings grow.
            let share = 1.0 - (1.0 - n as f64 / steps as f64).powi(2);
            let rating = from + ((to - from) as f64 * share) as i64 + drift;
            (at(last.saturating_sub(rest.days())), rating.max(from.min(to).min(1)) as i32)
        })
        .collect();
    through(&points)
}

pub fn target(judge: Judge, track: Track, word: &str, by: Date) -> Target {
    Target { judge, track, goal: Goal::parse(judge, word).unwrap(), from: None, by, equivalent: None }
}

fn chart(name: &'static str, series: RatingSeries, targets: Vec<Target>) -> Case {
    Case::new(name, move |frame| rating(&series, &targets, None, frame))
}

/// The ratings that these performances really give.
fn rated(mut history: Vec<RatingChange>) -> Vec<RatingChange> {
    let (mut performances, mut old) = (Vec::new(), 0);
    for change in &mut history {
        performances.extend(change.performance);
        change.old = old;
        change.new = algorithm_rating(&performances).unwrap();
        old = change.new;
    }
    history
}

/// A chart with its forecast.
pub fn ahead(name: &'static str, series: RatingSeries, targets: Vec<Target>) -> Case {
    let now = TODAY.at(12, 0, 0, 0).to_zoned_datetime(TimeZone::UTC).unwrap().timestamp();
    let parameters = Parameters::shipped(series.key.judge, series.key.track).unwrap();
    let forecast = Forecast::drawn(&series, now, 1500.0, &parameters, 400).unwrap();
    Case::new(name, move |frame| rating(&series, &targets, Some(&forecast), frame))
}

fn atcoder(name: &'static str, history: Vec<RatingChange>, targets: &[(&str, Date)]) -> Case {
    let (judge, track) = (Judge::ATCODER, Track::Algorithm);
    let targets = targets.iter().map(|(word, by)| target(judge, track, word, *by)).collect();
    chart(name, series(judge, track, "minjun_kim", history), targets)
}

fn codeforces(name: &'static str, history: Vec<RatingChange>, targets: &[(&str, Date)]) -> Case {
    let (judge, track) = (Judge::CODEFORCES, Track::Algorithm);
    let targets = targets.iter().map(|(word, by)| target(judge, track, word, *by)).collect();
    let history = history
        .into_iter()
        .enumerate()
        .map(|(index, change)| RatingChange {
            contest: format!("{}", 1500 + index),
            name: format!("Codeforces Round {} (Div. 2)", 700 + index),
            performance: None,
            ..change
        })
        .collect();
    chart(name, series(judge, track, "minjun.kim", history), targets)
}

/// A walk after another one.
fn two_walks(name: &'static str, first: Vec<RatingChange>, second: Vec<RatingChange>) -> Case {
    codeforces(name, first.into_iter().chain(second).collect(), &[])
}

pub const LAST: Date = date(2026, 3, 8);

fn typical() -> Case {
    atcoder("typical", walk(1, 42, 620, LAST, 20, 745), &[("green", date(2026, 12, 31))])
}

fn forecast() -> Case {
    ahead(
        "forecast",
        series(Judge::ATCODER, Track::Algorithm, "minjun_kim", rated(walk(1, 42, 620, LAST, 120, 745))),
        vec![target(Judge::ATCODER, Track::Algorithm, "green", date(2026, 12, 31))],
    )
}

fn dense() -> Case {
    codeforces("dense", walk(9, 600, 3400, LAST, 900, 2350), &[("red", date(2026, 12, 31))])
}

/// Charts in other sizes and of some days.
pub fn framed() -> Vec<Case> {
    vec![
        typical().sized("small", "600x320"),
        forecast().sized("social", "1200x630"),
        forecast().sized("tall", "640x1400"),
        dense().sized("vast", "3840x2160"),
        dense().sized("dense_small", "600x320"),
        two_walks(
            "long_break",
            walk(3, 6, 100, date(2019, 2, 1), 1100, 1300),
            walk(4, 6, 60, LAST, 1250, 1420),
        ),
        two_walks(
            "from_below",
            walk(5, 4, 40, date(2025, 4, 1), 380, 1000),
            walk(6, 24, 300, LAST, 1280, 1480),
        ),
        typical().between("since", Some(date(2025, 10, 1)), None),
        typical().between("a_year_that_is_over", Some(date(2025, 1, 1)), Some(date(2025, 12, 31))),
        forecast().between("until_today", None, Some(TODAY)),
        typical().between("days_without_contest", Some(date(2026, 3, 10)), None),
        typical().between("days_before_all", None, Some(date(2020, 3, 10))),
        typical().between("days_after_all", Some(date(2030, 1, 1)), None),
    ]
}

pub fn ratings() -> Vec<Case> {
    let last = LAST;
    let heuristic = |history| series(Judge::ATCODER, Track::Heuristic, "minjun_kim", history);
    let unrated =
        walk(5, 3, 90, last, 0, 0).into_iter().map(|c| RatingChange { rated: false, ..c }).collect();
    let mut mixed = walk(11, 40, 500, last, 10, 760);
    mixed.iter_mut().step_by(7).for_each(|change| change.rated = false);
    let mut hostile = walk(8, 5, 40, last, 900, 1300);
    for (change, name) in hostile.iter_mut().zip([
        "</title><script>alert('x')</script>",
        "a & b \"c\" <d>\u{1b}[31m\u{0}\u{202e}\u{fffe}\n]]>",
        "日本レジストリサービス プログラミングコンテスト２０２６",
        &"long ".repeat(2000),
        "",
    ]) {
        name.clone_into(&mut change.name);
    }
    let mut beginner = walk(17, 96, 900, last, 5, 420);
    for (nth, change) in beginner.iter_mut().enumerate() {
        change.performance = Some(if nth % 12 == 5 { -900 - nth as i32 } else { change.new + 90 });
    }
    beginner[40].performance = Some(3200);
    let noon = at(date(2026, 3, 1));
    let hours = |n: i64| noon + SignedDuration::from_hours(n);
    let mut gap = walk(3, 12, 200, date(2012, 6, 1), 1100, 1650);
    gap.extend(walk(4, 9, 150, last, 1500, 1720));
    vec![
        typical(),
        codeforces("typical_codeforces", walk(2, 58, 900, last, 830, 1430), &[]),
        chart("none", heuristic(vec![]), vec![]),
        atcoder("none_with_target", vec![], &[("brown", date(2026, 9, 30))]),
        chart("only_unrated", heuristic(unrated), vec![]),
        atcoder("unrated_between", mixed, &[]),
        atcoder("performances_outside", beginner, &[]),
        atcoder("one", through(&[(noon, 743)]), &[]),
        atcoder("one_with_target", through(&[(noon, 12)]), &[("brown", date(2026, 6, 30))]),
        codeforces("two", through(&[(hours(-900), 1380), (noon, 1412)]), &[]),
        codeforces(
            "two_at_one_instant",
            through(&[(noon, 1500), (noon, 1350)]),
            &[("blue", date(2026, 3, 31))],
        ),
        codeforces(
            "one_day",
            through(&[(hours(-9), 1500), (hours(-4), 1620), (noon, 1585), (noon, 1602)]),
            &[],
        ),
        codeforces("negative", walk(6, 30, 300, last, 200, -90), &[]),
        codeforces("gap", gap, &[("violet", date(2027, 6, 30))]),
        codeforces("fifteen_years", walk(7, 300, 5400, last, 1500, 4009), &[]),
        dense(),
        atcoder("three_hundred", walk(21, 300, 2500, last, 10, 1950), &[("yellow", date(2026, 12, 31))]),
        atcoder("far_above", walk(12, 15, 200, last, 5, 330), &[("red", date(2028, 12, 31))]),
        atcoder("met", walk(13, 30, 400, last, 40, 930), &[("green", date(2026, 12, 31))]),
        atcoder("missed", walk(14, 30, 400, last, 40, 640), &[("green", date(2025, 12, 31))]),
        atcoder(
            "close_targets",
            walk(15, 35, 500, last, 40, 1150),
            &[
                ("cyan", date(2026, 12, 31)),
                ("1250", date(2026, 12, 24)),
                ("1180", date(2026, 12, 31)),
                ("cyan", date(2026, 12, 30)),
                ("1220", date(2027, 1, 10)),
            ],
        ),
        chart(
            "long_handle",
            series(
                Judge::CODEFORCES,
                Track::Algorithm,
                "WWWWWWWWWWWWWWWWWWWWWWWW",
                walk(16, 900, 4000, last, 1400, 2460),
            ),
            vec![target(Judge::CODEFORCES, Track::Algorithm, "nutella", date(2030, 1, 1))],
        ),
        atcoder("hostile", hostile, &[]),
        forecast(),
        ahead(
            "forecast_soon",
            series(Judge::CODEFORCES, Track::Algorithm, "minjun_kim", walk(2, 58, 900, last, 830, 1430)),
            vec![
                target(Judge::CODEFORCES, Track::Algorithm, "1500", date(2026, 5, 31)),
                target(Judge::CODEFORCES, Track::Algorithm, "blue", date(2026, 6, 30)),
            ],
        ),
        ahead(
            "forecast_far",
            series(Judge::ATCODER, Track::Heuristic, "minjun_kim", walk(19, 9, 200, last, 60, 700)),
            vec![target(Judge::ATCODER, Track::Heuristic, "yellow", date(2029, 12, 31))],
        ),
        ahead(
            "forecast_unneeded",
            series(Judge::ATCODER, Track::Algorithm, "minjun_kim", rated(walk(13, 30, 400, last, 40, 930))),
            vec![target(Judge::ATCODER, Track::Algorithm, "green", date(2026, 12, 31))],
        ),
    ]
}

/// What no judge would send.
pub fn absurd() -> Vec<Case> {
    let ends = [(Timestamp::MAX, i32::MAX), (Timestamp::MIN, i32::MIN), (Timestamp::UNIX_EPOCH, 0)];
    let crowd: Vec<(&str, Date)> = vec![("green", TODAY); 40];
    vec![
        atcoder("ends", through(&ends), &[("-2147483648", Date::MIN), ("2147483647", Date::MAX)]),
        atcoder("one_at_the_end", through(&ends[..1]), &[]),
        atcoder("forty_targets", vec![], &crowd),
    ]
}
