use jiff::Timestamp;
use jiff::civil::date;

use super::*;
use crate::answers::fixtures;
use crate::model::{Colour, Handle, Problem, RatingChange, SeriesKey, Track};

/// Fixtures, all in Seoul.
struct Fixtures {
    days: Vec<PracticeDay>,
    rules: StreakRules,
    series: Vec<RatingSeries>,
    submissions: Vec<Submission>,
    catalogue: Catalogue,
    zone: TimeZone,
}

impl Fixtures {
    fn new() -> Self {
        Self {
            days: Vec::new(),
            rules: StreakRules::default(),
            series: Vec::new(),
            submissions: Vec::new(),
            catalogue: Catalogue::default(),
            zone: TimeZone::get("Asia/Seoul").unwrap(),
        }
    }

    fn review(&self, year: i16, today: Date) -> Review {
        let material = Material {
            days: Some(&self.days),
            committed: None,
            rules: &self.rules,
            series: &self.series,
            submissions: &self.submissions,
            catalogue: &self.catalogue,
            times: &ContestTimes::default(),
            zone: &self.zone,
        };
        Review::new(year, today, &material)
    }
}

fn day(date: Date, new: u32) -> PracticeDay {
    PracticeDay { date, solved: 1, new, revised: 0, commits: 1, bulk: 0, bulk_new: 0 }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn submission(id: u64, index: &str, when: &str, verdict: &str) -> Submission {
    Submission {
        at: at(when),
        ..fixtures::submission(Judge::CODEFORCES, id, ProblemId::codeforces(1, index), verdict)
    }
}

fn problem(index: &str, rating: i32, tags: &[&str]) -> Problem {
    Problem {
        contest: "1".to_owned(),
        index: index.to_owned(),
        name: format!("Problem {index}"),
        rating: Some(rating),
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        ..fixtures::problem(Judge::CODEFORCES, ProblemId::codeforces(1, index))
    }
}

/// An AtCoder series: when, the new rating, the performance, whether it is rated.
fn series(rows: &[(&str, i32, i32, bool)]) -> RatingSeries {
    let key = SeriesKey {
        judge: Judge::ATCODER,
        track: Track::Algorithm,
        handle: Handle::new(Judge::ATCODER, "ada").unwrap(),
    };
    let mut old = 0;
    let change = |&(when, new, performance, rated): &(&str, i32, i32, bool)| {
        let contest = when[..10].to_owned();
        let change = RatingChange {
            contest: contest.clone(),
            name: contest,
            performance: Some(performance),
            rated,
            ..fixtures::change(at(when), old, new)
        };
        old = new;
        change
    };
    RatingSeries {
        key,
        history: rows.iter().map(change).collect(),
        lengths: BTreeMap::new(),
        kinds: Vec::new(),
        fetched: None,
        failed: None,
    }
}

#[test]
fn a_year_that_is_not_over_is_told_until_today_and_beside_the_same_part_of_the_year_before() {
    let mut facts = Fixtures::new();
    facts.days = [
        day(date(2025, 1, 5), 1),
        day(date(2025, 6, 29), 1),
        day(date(2025, 6, 30), 1),
        day(date(2025, 7, 1), 9),
        day(date(2025, 12, 31), 1),
        day(date(2026, 1, 1), 0),
        day(date(2026, 1, 2), 2),
        day(date(2026, 6, 30), 3),
        // A clock that was set wrong.
        day(date(2026, 7, 1), 5),
    ]
    .to_vec();
    let review = facts.review(2026, date(2026, 6, 30));
    assert!(!review.is_over);
    assert_eq!((review.totals.from, review.totals.to), (date(2026, 1, 1), date(2026, 6, 30)));
    let practice = review.totals.practice.unwrap();
    assert_eq!((practice.days, practice.longest, practice.new_problems), (3, 2, 5));
    // The streak that began in December is that of this year from its first day.
    assert_eq!(practice.longest_from, Some(date(2026, 1, 1)));
    // No judge accepted anything, and a sync doesn't change what the commits say.
    assert_eq!((review.best_month, review.best_committed_month), (None, Some((date(2026, 6, 1), 3))));
    let before = review.before.unwrap();
    assert_eq!((before.from, before.to), (date(2025, 1, 1), date(2025, 6, 30)));
    assert_eq!(before.practice.unwrap().days, 3);

    let over = facts.review(2025, date(2026, 6, 30));
    assert!(over.is_over && over.before.is_none());
    assert_eq!((over.totals.to, over.totals.practice.unwrap().days), (date(2025, 12, 31), 5));
}

#[test]
fn a_year_of_which_only_the_end_is_known_is_nothing_to_compare_with() {
    let mut facts = Fixtures::new();
    facts.days = vec![day(date(2025, 12, 26), 5), day(date(2026, 1, 2), 2)];
    assert!(facts.review(2026, date(2027, 1, 2)).before.is_none());
    facts.days.insert(0, day(date(2025, 6, 1), 1));
    assert!(facts.review(2026, date(2027, 1, 2)).before.is_some());
}

#[test]
fn an_empty_year_is_empty_and_knows_where_knowledge_begins() {
    let mut facts = Fixtures::new();
    let nothing = facts.review(2024, date(2024, 2, 29));
    assert!(nothing.totals.is_empty() && nothing.before.is_none() && nothing.series.is_empty());
    assert_eq!((nothing.best_month, nothing.known_since), (None, None));
    facts.submissions = vec![submission(1, "A", "2025-03-31T16:00:00Z", "WRONG_ANSWER")];
    let before = facts.review(2024, date(2026, 1, 1));
    assert!(before.totals.is_empty());
    assert_eq!(before.known_since, Some(date(2025, 4, 1)));
}

#[test]
fn a_topic_is_new_in_the_year_of_its_first_solved_problem() {
    let mut facts = Fixtures::new();
    let problems = vec![
        problem("A", 800, &["math"]),
        problem("B", 1500, &["math", "dp"]),
        problem("C", 1500, &["graphs", "dp"]),
        problem("D", 3000, &["geometry"]),
    ];
    facts.catalogue = Catalogue::new(problems, Vec::new(), crate::model::DuplicateProblems::default());
    facts.submissions = vec![
        submission(9, "E", "2025-01-05T00:00:00Z", "WRONG_ANSWER"),
        // 2025 in Seoul, and 2026 for C.
        submission(1, "A", "2025-12-31T14:59:59Z", "OK"),
        submission(2, "C", "2025-12-31T15:00:00Z", "OK"),
        submission(3, "B", "2026-02-01T00:00:00Z", "OK"),
        submission(4, "B", "2026-02-02T00:00:00Z", "OK"),
        submission(5, "A", "2026-02-03T00:00:00Z", "OK"),
        submission(6, "D", "2026-02-04T00:00:00Z", "WRONG_ANSWER"),
    ];
    let review = facts.review(2026, date(2026, 12, 31));
    assert_eq!((review.totals.solved, review.before.as_ref().unwrap().solved), (2, 1));
    let topics: Vec<_> =
        review.new_topics.iter().map(|new| (new.topic.as_str(), new.problem.problem.as_str())).collect();
    assert_eq!(topics, [("graphs", "codeforces/1/C"), ("dp", "codeforces/1/C")]);
    let hardest: Vec<_> = review.hardest.iter().map(|one| (one.name.as_deref(), one.on)).collect();
    assert_eq!(hardest, [(Some("Problem C"), date(2026, 1, 1))]);
    assert_eq!(review.best_month, Some((date(2026, 1, 1), 1)));
}

#[test]
fn a_series_tells_where_it_came_from_and_which_colours_are_new() {
    let mut facts = Fixtures::new();
    facts.series = vec![series(&[
        ("2025-05-01T12:00:00Z", 150, 900, true),
        ("2025-06-01T12:00:00Z", 450, 900, true),
        ("2025-12-31T14:00:00Z", 380, 100, true),
        ("2025-12-31T16:00:00Z", 420, 950, true),
        ("2026-03-01T12:00:00Z", 420, 3000, false),
        ("2026-04-01T12:00:00Z", 1250, 2500, true),
        ("2026-05-01T12:00:00Z", 1190, 2500, true),
        ("2026-06-01T12:00:00Z", 1250, 1300, true),
    ])];
    let review = facts.review(2026, date(2026, 12, 1));
    let [one] = &review.series[..] else { panic!("{:?}", review.series) };
    assert_eq!((one.contests, review.totals.contests), (4, 4));
    assert_eq!((one.from, one.to, one.highest), (Some(380), 1250, (1250, date(2026, 4, 1))));
    let best = one.best.as_ref().unwrap();
    assert_eq!((best.performance, best.is_estimate, best.on), (2500, false, date(2026, 4, 1)));
    // Brown was reached in 2025; green was jumped over.
    let reached: Vec<_> = one.reached.iter().map(|reached| (reached.colour, reached.on)).collect();
    assert_eq!(reached, [(Colour::Cyan, date(2026, 4, 1))]);
    let first = facts.review(2025, date(2026, 12, 1));
    assert_eq!((first.series[0].from, first.series[0].contests), (None, 3));
    assert_eq!(first.series[0].reached[0].colour, Colour::Brown);
    assert!(facts.review(2024, date(2026, 12, 1)).series.is_empty());
}
