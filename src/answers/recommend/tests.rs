use jiff::civil::date;
use jiff::{SignedDuration, ToSpan as _};
use proptest::prelude::*;

use super::super::{Phase, Solve};
use super::*;
use crate::answers::fixtures;
use crate::model::{Difficulty, DuplicateProblems, Problem, RatingChange, Track};

const TOPICS: [&str; 4] = ["dp", "graphs", "greedy", "math"];

fn moment(day: Date) -> Timestamp {
    day.to_zoned_datetime(jiff::tz::TimeZone::UTC).unwrap().timestamp()
}

/// `many` problems of each judge: Codeforces' rated 800 to 2700, AtCoder's from −500 to 2400.
fn catalogue(many: u32) -> Catalogue {
    let mut problems = Vec::new();
    let mut difficulties = Vec::new();
    for number in 0..many {
        let problem = |judge: Judge, id: ProblemId, rating| Problem {
            contest: number.to_string(),
            index: "A".to_owned(),
            name: format!("Problem {number}"),
            rating,
            tags: match judge {
                judge if judge.spec().names_topics => vec![TOPICS[number as usize / 20 % 4].to_owned()],
                _ => Vec::new(),
            },
            ..fixtures::problem(judge, id)
        };
        let rating = 800 + 100 * (number * 7 % 20) as i32;
        problems.push(problem(Judge::CODEFORCES, ProblemId::codeforces(2 * number, "A"), Some(rating)));
        let id = ProblemId::atcoder(&format!("x{number}_a"));
        difficulties.push(Difficulty {
            problem: id.clone(),
            raw: Some(number as i32 * 37 % 2900 - 500),
            experimental: false,
            slope: Some(-0.0007),
            intercept: Some(8.0),
            variance: None,
            discrimination: None,
        });
        problems.push(problem(Judge::ATCODER, id, None));
    }
    Catalogue::new(problems, difficulties, DuplicateProblems::default())
}

fn levels(rating: i32) -> Levels {
    let series = Judge::rated().map(|judge| {
        let change = RatingChange {
            performance: Some(rating),
            ..fixtures::change(Timestamp::UNIX_EPOCH, rating, rating)
        };
        fixtures::series(judge, Track::Algorithm, vec![change])
    });
    Levels::now(&series.collect::<Vec<_>>())
}

fn tried(problem: &ProblemId, judge: Judge, tries: u32, solved: bool, at: Timestamp) -> Attempts {
    Attempts {
        tries,
        solved: solved.then_some(Solve { at, phase: Phase::After }),
        ..fixtures::tried(judge, problem.clone(), at)
    }
}

fn wish(probability: f64, count: usize) -> Wish {
    Wish {
        probability: Some(probability),
        difficulty: i32::MIN..=i32::MAX,
        judges: Judge::rated().collect(),
        topic: None,
        count,
        again: 0,
    }
}

fn ids(proposals: &[Proposal<'_>]) -> Vec<String> {
    proposals.iter().map(|one| one.problem.entry.unwrap().problem.id.to_string()).collect()
}

/// Somebody at `rating` who has tried one problem in `share`, and committed every fifth.
fn past(catalogue: &Catalogue, rating: i32, share: usize, day: Date) -> Past<'static> {
    let at = moment(day);
    let earlier = at - SignedDuration::from_hours(24 * 10);
    let one = |(place, entry): (usize, &CatalogueEntry)| {
        let problem = &entry.problem;
        let tries = 1 + place as u32 % 3;
        (place / 2 % share == 0).then(|| tried(&problem.id, problem.judge, tries, place % 4 < 2, earlier))
    };
    let committed = catalogue.entries().iter().step_by(5).map(|entry| entry.problem.id.clone());
    Past {
        at,
        levels: levels(rating),
        odds: PracticeCalibration::default(),
        attempts: catalogue.entries().iter().enumerate().filter_map(one).collect(),
        committed: committed.collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_list_is_open_in_range_by_turns_the_same_all_day_and_another_tomorrow(
        rating in 900..2200_i32,
        probability in 0.2..0.8_f64,
        share in 2..9_usize,
        count in 1..6_usize,
        day in 0..4000_i64,
    ) {
        let catalogue = catalogue(600);
        let today = date(2020, 1, 1) + day.days();
        let past = past(&catalogue, rating, share, today);
        let wish = wish(probability, count);
        let list = recommend(&catalogue, &past, &wish, today);
        prop_assert_eq!(list.len(), count);
        for one in &list {
            let id = &one.problem.entry.unwrap().problem.id;
            prop_assert!(past.attempts.iter().all(|tried| tried.problem != *id));
            prop_assert!(!past.committed.contains(id));
            // Where enough problems are near the wish, these are.
            let near = |entry: &&CatalogueEntry| {
                let level = past.levels.of(entry.problem.judge).unwrap();
                let is_near = level.probability(entry).is_some_and(|chance| (chance - probability).abs() <= BAND);
                entry.problem.judge == one.problem.entry.unwrap().problem.judge && is_near
            };
            let open = |entry: &&CatalogueEntry| {
                let id = &entry.problem.id;
                !past.committed.contains(id) && past.attempts.iter().all(|tried| tried.problem != *id)
            };
            let is_near = (one.probability.unwrap() - probability).abs() <= BAND;
            prop_assert!(is_near || catalogue.entries().iter().filter(near).filter(open).count() < FEWEST);
        }
        let of = |judge| list.iter().filter(|one| one.problem.entry.unwrap().problem.judge == judge).count();
        prop_assert!(of(Judge::CODEFORCES).abs_diff(of(Judge::ATCODER)) <= 1);

        // The same all day, and a longer one begins with it.
        let longer = Wish { count: count + 3, ..wish.clone() };
        prop_assert_eq!(&recommend(&catalogue, &past, &longer, today)[..count], &list[..]);
        // None of today's tomorrow, nor in another list today.
        let tomorrow = today.tomorrow().unwrap();
        let next_morning = Past { at: moment(tomorrow), ..past.clone() };
        let again = |again| Wish { again, ..wish.clone() };
        let tomorrows = recommend(&catalogue, &next_morning, &wish, tomorrow);
        for other in [tomorrows, recommend(&catalogue, &past, &again(1), today), recommend(&catalogue, &past, &again(2), today)] {
            prop_assert_eq!(other.len(), count);
            prop_assert!(ids(&other).iter().all(|one| !ids(&list).contains(one)));
        }
    }

    #[test]
    fn a_problem_that_leaves_or_joins_moves_no_other(day in 0..2000_i64, gone in 0..4_usize) {
        let catalogue = catalogue(600);
        let today = date(2020, 1, 1) + day.days();
        let mut past = past(&catalogue, 1500, 9, today);
        let before = ids(&recommend(&catalogue, &past, &wish(0.5, 8), today));
        past.committed.insert(ProblemId::from_text(&before[gone]));
        let after = ids(&recommend(&catalogue, &past, &wish(0.5, 8), today));
        let judge = |id: &&String| id.starts_with("codeforces");
        for of_judge in [true, false] {
            let left: Vec<_> = before.iter().filter(|id| **id != before[gone] && judge(id) == of_judge).collect();
            let right: Vec<_> = after.iter().filter(|id| judge(id) == of_judge).collect();
            prop_assert_eq!(&right[..left.len()], &left[..]);
        }
    }

    #[test]
    fn a_range_and_a_topic_are_kept_to(from in 800..1500_i32, width in 200..600_i32, day in 0..2000_i64) {
        let catalogue = catalogue(600);
        let today = date(2020, 1, 1) + day.days();
        let difficulty = from..=from + width;
        let wish = Wish { probability: None, difficulty: difficulty.clone(), topic: Some("DP".into()), ..wish(0.5, 4) };
        for past in [past(&catalogue, 1500, 3, today), Past::default()] {
            let list = recommend(&catalogue, &past, &wish, today);
            prop_assert!(!list.is_empty());
            for one in list {
                prop_assert!(difficulty.contains(&one.problem.difficulty().unwrap()));
                prop_assert_eq!(&one.problem.entry.unwrap().problem.tags, &["dp"]);
                prop_assert_eq!(one.probability.is_some(), past.levels != Levels::default());
            }
        }
    }
}

#[test]
fn where_nothing_lies_near_the_wish_the_nearest_come_and_change_daily_too() {
    let catalogue = catalogue(100);
    let today = date(2026, 11, 23);
    let past = Past { at: moment(today), levels: levels(3800), ..Past::default() };
    let list = recommend(&catalogue, &past, &wish(0.5, 4), today);
    let of = |judge: Judge| list.iter().filter(move |one| one.problem.entry.unwrap().problem.judge == judge);
    assert!(of(Judge::CODEFORCES).all(|one| one.problem.difficulty() >= Some(2100)), "{list:?}");
    let tomorrow = today.tomorrow().unwrap();
    let tomorrows = ids(&recommend(&catalogue, &past, &wish(0.5, 4), tomorrow));
    assert!(ids(&list).iter().all(|one| !tomorrows.contains(one)));
    // All that there is, once each, where that many are wished for.
    let all = ids(&recommend(&catalogue, &past, &wish(0.5, 1000), today));
    let distinct: HashSet<&String> = all.iter().collect();
    assert_eq!((all.len(), distinct.len()), (200, 200));
}

#[test]
fn guesses_and_problems_without_a_fair_difficulty_are_left_out() {
    let mut problems: Vec<Problem> =
        catalogue(4).entries().iter().map(|entry| entry.problem.clone()).collect();
    let models: Vec<Difficulty> =
        catalogue(4).entries().iter().filter_map(|entry| entry.model.clone()).collect();
    let mut models =
        models.into_iter().map(|model| Difficulty { raw: Some(1500), ..model }).collect::<Vec<_>>();
    for problem in &mut problems {
        problem.rating = problem.rating.map(|_| 1500);
    }
    problems[0].tags.push("*special".to_owned());
    problems[1].contest = "ahc021".to_owned();
    models[1].experimental = true;
    problems[4].rating = None;
    models[2].raw = None;
    let catalogue = Catalogue::new(problems, models, DuplicateProblems::default());
    let past = Past { levels: levels(1500), ..Past::default() };
    let mut list = ids(&recommend(&catalogue, &past, &wish(0.5, 100), date(2026, 11, 23)));
    list.sort();
    assert_eq!(list, ["codeforces/2/A", "codeforces/6/A", "x3_a"]);
}

#[test]
fn weak_and_long_untouched_topics_come_up_more_often_and_are_the_reason() {
    let catalogue = catalogue(600);
    let today = date(2026, 11, 23);
    let cf = catalogue.entries().iter().filter(|entry| entry.problem.judge == Judge::CODEFORCES);
    // Twenty of each topic: dp with many attempts, graphs a hundred days ago, greedy and math well and lately.
    let attempts = cf.clone().take(80).map(|entry| {
        let topic = entry.problem.tags[0].as_str();
        let days = if topic == "graphs" { 100 } else { 2 };
        let tries = if topic == "dp" { 4 } else { 1 };
        let at = moment(today) - SignedDuration::from_hours(24 * days);
        tried(&entry.problem.id, Judge::CODEFORCES, tries, true, at)
    });
    let past =
        Past { at: moment(today), levels: levels(1500), attempts: attempts.collect(), ..Past::default() };
    let mut seen = std::collections::HashMap::new();
    for day in 0..400 {
        let wish = Wish { judges: vec![Judge::CODEFORCES], ..wish(0.5, 3) };
        for one in recommend(&catalogue, &past, &wish, today + day.days()) {
            let topic = one.problem.entry.unwrap().problem.tags[0].clone();
            match topic.as_str() {
                "dp" => {
                    assert!(matches!(one.why, Why::Weak { tries, usual, .. } if tries > 1.8 * usual));
                }
                "graphs" => assert_eq!(one.why, Why::Untouched { topic: topic.clone(), days: 100 }),
                _ => assert_eq!(one.why, Why::Level),
            }
            *seen.entry(topic).or_insert(0) += 1;
        }
    }
    assert!(seen["dp"] * 2 > seen["greedy"] * 3 && seen["graphs"] * 2 > seen["math"] * 3, "{seen:?}");
}
