//! Four users, and every kind of chart of each: the sample user, one of ten years and 3,000 solutions, a beginner with two
//! contests, and one who came back after seven years.

use cpt_tracker::answers::forecast::Parameters;
use cpt_tracker::answers::{Forecast, RecordedTally, Tally};
use cpt_tracker::model::{
    Judge, PracticeDay, ProblemId, RatingChange, RatingSeries, RestDay, StreakRules, Target, Track,
};
use cpt_tracker::plot::{heatmap_card, levels, rating, streak_card};
use cpt_tracker::sample;
use jiff::Timestamp;
use jiff::civil::{Date, Weekday, date};
use serde_json::Value;

use crate::cases::{Case, LAST, SplitMix64, TODAY, series, target, walk};
use crate::practice::{View, calendar, days};
use crate::several::{card_with_target, of, streak, year};
use crate::worked::{Archive, by_level, clock, difficulty, evenings, problem, solved, tags};

struct User {
    ratings: Vec<RatingSeries>,
    days: Vec<PracticeDay>,
    archive: Archive,
}

/// Of each user, every chart; a name tells the user and the kind.
pub fn all() -> Vec<Case> {
    let users =
        [("sample", sample()), ("ten_years", ten_years()), ("beginner", beginner()), ("back", back())];
    let levels = ["boj", "swea", "programmers", "leetcode"].map(every_level);
    users.into_iter().flat_map(|(name, user)| user.charts(name)).chain(levels).collect()
}

/// Problems of each level of a judge's own scale, and some of which nobody recorded one.
fn every_level(judge: &'static str) -> Case {
    let judge = ProblemId::other(judge, "1").known_judge();
    assert!(!judge.levels.is_empty());
    let mut dice = SplitMix64(17);
    let mut by_level: Vec<(Option<u8>, u32)> =
        (0..judge.levels.len() as u8).map(|level| (Some(level), 1 + dice.roll(240) as u32)).collect();
    by_level.push((None, 7));
    let solved = by_level.iter().map(|(_, solved)| solved).sum();
    let tally = RecordedTally { judge, solved, by_level, by_topic: Vec::new(), by_month: Vec::new() };
    Case::new(judge.id, move |frame| Ok(levels(&tally, frame)?.unwrap()))
}

impl User {
    fn charts(self, name: &'static str) -> Vec<Case> {
        let Self { ratings, days, archive } = self;
        let first = date(2025, 3, 10);
        let rules =
            StreakRules { rest_days: vec![RestDay::Weekly(Weekday::Sunday)], ..StreakRules::default() };
        let every_year = View { since: days.first().map(|day| day.date), ..View::default() };
        let (weekly, half_year) = (streak(days.clone()), streak(days.clone()));
        let mut charts = vec![
            of(name, ratings.clone(), days.clone()),
            calendar(name, days.clone(), rules.clone(), View::default()),
            calendar(name, days.clone(), rules, every_year),
            year(name, ratings.clone(), days),
            Case::new(name, move |frame| Ok(streak_card(&weekly, frame))),
            Case::new(name, move |frame| Ok(heatmap_card(&half_year, frame))),
            solved(name, archive.clone(), first, View::default()),
            solved(name, archive.clone(), date(2016, 3, 1), View::default()),
            clock(name, evenings(91, archive.0.len() as i64, 21, 9), 4, View::default()),
        ];
        let tally = Tally::new(&archive.worked(), &jiff::tz::TimeZone::UTC).by_tag;
        if tally.iter().any(|tag| tag.counts.tried >= 10) {
            charts.push(tags(name, tally, View::default()));
        }
        for one in ratings {
            let judge = one.key.judge;
            let of_judge =
                Archive(archive.0.iter().filter(|(tried, _)| tried.judge == judge).cloned().collect());
            if one.key.track == Track::Algorithm && !of_judge.0.is_empty() {
                charts.push(difficulty(name, of_judge.clone(), Some(one.clone()), View::default()));
                charts.push(by_level(name, of_judge, one.clone()));
            }
            if one.last().is_some() {
                charts.push(card_with_target(name, one.clone()));
            }
            charts.push(rated(name, one));
        }
        charts
    }
}

/// The chart of a rating with the next colour as its target, and where it may go until then.
fn rated(name: &'static str, series: RatingSeries) -> Case {
    let (judge, track) = (series.key.judge, series.key.track);
    let now = TODAY.at(12, 0, 0, 0).to_zoned_datetime(jiff::tz::TimeZone::UTC).unwrap().timestamp();
    let forecast = Parameters::shipped(judge, track)
        .and_then(|parameters| Forecast::drawn(&series, now, 400.0, &parameters, 100).ok());
    let above = judge.tiers().iter().find(|tier| tier.from > series.rating().unwrap_or(0));
    let by = date(2026, 8, 31);
    let targets: Vec<Target> =
        above.map(|tier| target(judge, track, tier.colour.name(), by)).into_iter().collect();
    Case::new(name, move |frame| rating(&series, &targets, forecast.as_ref(), frame))
}

fn of_judge(judge: Judge, track: Track, history: Vec<RatingChange>) -> RatingSeries {
    series(judge, track, "minjun_kim", history)
}

fn ten_years() -> User {
    let (cf, ac) = (Judge::CODEFORCES, Judge::ATCODER);
    User {
        ratings: vec![
            of_judge(cf, Track::Algorithm, walk(61, 420, 3650, LAST, 1350, 2480)),
            of_judge(ac, Track::Algorithm, walk(62, 180, 2900, LAST, 30, 2130)),
            of_judge(ac, Track::Heuristic, walk(63, 12, 900, LAST, 90, 1240)),
        ],
        days: days(64, 3650, 4),
        archive: Archive::new(65, cf, 1500, 3650, (900, 2400)).and(Archive::new(
            66,
            ac,
            1500,
            3000,
            (50, 2300),
        )),
    }
}

fn beginner() -> User {
    let (cf, ac) = (Judge::CODEFORCES, Judge::ATCODER);
    User {
        ratings: vec![
            of_judge(cf, Track::Algorithm, walk(71, 2, 7, LAST, 380, 510)),
            of_judge(ac, Track::Algorithm, Vec::new()),
        ],
        days: days(72, 12, 3),
        archive: Archive::new(73, cf, 9, 12, (800, 900)),
    }
}

fn back() -> User {
    let (cf, ac) = (Judge::CODEFORCES, Judge::ATCODER);
    let before = date(2018, 11, 3);
    let twice = |seed, from, to| {
        let again = walk(seed + 1, 7, 90, LAST, to - 40, to + 30);
        walk(seed, 40, 900, before, from, to).into_iter().chain(again).collect()
    };
    let mut days = days(84, 2900, 2);
    days.retain(|day| day.date < date(2018, 11, 10) || day.date > date(2025, 12, 1));
    User {
        ratings: vec![
            of_judge(cf, Track::Algorithm, twice(81, 1200, 1720)),
            of_judge(ac, Track::Algorithm, twice(85, 10, 1190)),
        ],
        days,
        archive: {
            let mut archive =
                Archive::new(86, cf, 700, 3600, (900, 1900)).and(Archive::new(87, ac, 300, 3600, (0, 1300)));
            let away = Timestamp::from_second(1_541_800_000).unwrap()
                ..Timestamp::from_second(1_764_500_000).unwrap();
            archive.0.retain(|(tried, _)| !away.contains(&tried.last));
            archive
        },
    }
}

/// As the bundled judges tell it.
fn sample() -> User {
    let mut data = sample::judge_data(TODAY).unwrap();
    let history = |judge, track| {
        let answer = data.ratings(judge, track, sample::HANDLE).unwrap();
        let rows = answer.get("result").unwrap_or(answer).as_array().unwrap();
        of_judge(judge, track, rows.iter().map(change).collect())
    };
    let (cf, ac) = (Judge::CODEFORCES, Judge::ATCODER);
    let ratings =
        vec![history(cf, Track::Algorithm), history(ac, Track::Algorithm), history(ac, Track::Heuristic)];
    let models = data.list_mut("/resources/problem-models.json").clone();
    let mut archive = Vec::new();
    for row in data.submissions_mut(cf, sample::HANDLE).iter().filter(|row| row["verdict"] == "OK") {
        archive.push((cf, moment(&row["creationTimeSeconds"]), row["problem"]["rating"].as_i64()));
    }
    for row in data.submissions_mut(ac, sample::HANDLE).iter().filter(|row| row["result"] == "AC") {
        let model = row["problem_id"].as_str().and_then(|id| models.get(id));
        archive.push((
            ac,
            moment(&row["epoch_second"]),
            model.and_then(|model| model["difficulty"].as_i64()),
        ));
    }
    archive.sort_by_key(|(_, at, _)| *at);
    let tried = archive.iter().zip(0..).map(|((judge, at, difficulty), nth)| {
        let difficulty = difficulty.map(|difficulty| difficulty as i32);
        problem(*judge, nth, day(*at), difficulty, true, &["dp", "math"])
    });
    let tried = Archive(tried.collect());
    let mut days: Vec<PracticeDay> = Vec::new();
    for date in archive.iter().map(|(_, at, _)| day(*at)) {
        match days.last_mut().filter(|day| day.date == date) {
            Some(day) => (day.solved, day.new, day.commits) = (day.solved + 1, day.new + 1, day.commits + 1),
            None => {
                days.push(PracticeDay {
                    date,
                    solved: 1,
                    new: 1,
                    revised: 0,
                    commits: 1,
                    bulk: 0,
                    bulk_new: 0,
                });
            }
        }
    }
    User { ratings, days, archive: tried }
}

fn day(at: Timestamp) -> Date {
    at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date()
}

fn moment(seconds: &Value) -> Timestamp {
    Timestamp::from_second(seconds.as_i64().unwrap()).unwrap()
}

/// A contest as its judge tells it.
fn change(row: &Value) -> RatingChange {
    let number = |one: &str, other: &str| row.get(one).or_else(|| row.get(other)).and_then(Value::as_i64);
    let rating = |one, other| number(one, other).unwrap() as i32;
    let name = row.get("contestName").or_else(|| row.get("ContestName")).and_then(Value::as_str);
    let at = row.get("EndTime").map(|end| end.as_str().unwrap().parse().unwrap());
    RatingChange {
        contest: "abc300".to_owned(),
        name: name.unwrap().to_owned(),
        at: at.unwrap_or_else(|| moment(&row["ratingUpdateTimeSeconds"])),
        place: number("rank", "Place").map(|place| place as u32),
        old: rating("oldRating", "OldRating"),
        new: rating("newRating", "NewRating"),
        performance: number("Performance", "Performance").map(|performance| performance as i32),
        rated: row.get("IsRated").is_none_or(|rated| rated == true),
    }
}
