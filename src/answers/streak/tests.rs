use std::collections::BTreeSet;

use jiff::civil::{Weekday, date};
use jiff::{Span, ToSpan};
use proptest::prelude::*;

use super::*;
use crate::model::{
    AuthorDate, CommitId, FileChange, FileChangeKind, Identity, NamedBy, NamedProblem, ProblemId, RestDay,
    SolveRecord,
};

const TODAY: Date = date(2026, 11, 23);

/// A commit at noon UTC of `day` that touches `paths`; a path like `abc300_a` names that problem.
fn commit(day: Date, paths: &[&str]) -> SolutionChange {
    let noon = day.at(12, 0, 0, 0).to_zoned_datetime(TimeZone::UTC).unwrap();
    let file = |path: &&str| FileChange {
        path: path.as_bytes().into(),
        kind: FileChangeKind::Added,
        record: None,
        problems: path.starts_with("abc").then(|| named(&path[..8])).into_iter().collect(),
    };
    SolutionChange {
        commit: CommitId([0; 20]),
        author: Identity { name: String::new(), email: String::new() }.into(),
        date: AuthorDate { seconds: noon.timestamp().as_second(), offset_minutes: 0 },
        files: paths.iter().map(file).collect(),
    }
}

fn named(task: &str) -> NamedProblem {
    NamedProblem { problem: ProblemId::atcoder(task), sure: true, by: NamedBy::Path }
}

fn ago(days: i64) -> Date {
    TODAY - days.days()
}

fn answer(changes: &[SolutionChange], rules: &StreakRules) -> StreakAnswer {
    streak(&[changes], &[], rules, TODAY)
}

/// A commit of a new problem on each of these days before today.
fn on(days: &[i64]) -> Vec<SolutionChange> {
    days.iter().map(|days| commit(ago(*days), &[&format!("{days}.rs")])).collect()
}

#[test]
fn today_not_yet_done_leaves_a_streak_alive_and_at_risk() {
    let rules = StreakRules::default();
    let got = |days: &[i64]| {
        let got = answer(&on(days), &rules);
        (got.state, got.current, got.longest)
    };
    assert_eq!(got(&[]), (StreakState::None, 0, 0));
    assert_eq!(got(&[0]), (StreakState::Done, 1, 1));
    assert_eq!(got(&[1, 2]), (StreakState::AtRisk, 2, 2));
    assert_eq!(got(&[0, 1, 2]), (StreakState::Done, 3, 3));
    assert_eq!(got(&[2, 3, 4]), (StreakState::Broken, 0, 3));
    assert_eq!(got(&[0, 2, 3, 4]), (StreakState::Done, 1, 3));
}

#[test]
fn rest_days_bridge_a_streak_without_adding_to_it() {
    // Today is a Monday; day 1 is a Sunday.
    let rest = |rest_days: &[RestDay], days: &[i64]| {
        let rules = StreakRules { rest_days: rest_days.to_vec(), ..StreakRules::default() };
        let got = answer(&on(days), &rules);
        (got.state, got.current, got.rest_days_used)
    };
    let sunday = RestDay::Weekly(Weekday::Sunday);
    assert_eq!(rest(&[sunday], &[0, 2, 3]), (StreakState::Done, 3, 1));
    assert_eq!(rest(&[sunday], &[2, 3]), (StreakState::AtRisk, 2, 1));
    assert_eq!(rest(&[sunday], &[0, 1, 2]), (StreakState::Done, 3, 0));
    assert_eq!(rest(&[RestDay::On(ago(1)), RestDay::On(ago(2))], &[0, 3]), (StreakState::Done, 2, 2));
    assert_eq!(rest(&[RestDay::Weekly(Weekday::Monday)], &[1]), (StreakState::Done, 1, 0));
    assert_eq!(rest(&[RestDay::Weekly(Weekday::Monday)], &[2]), (StreakState::Broken, 0, 0));
    assert_eq!(rest(&[sunday], &[]), (StreakState::None, 0, 0));
}

#[test]
fn a_problem_counts_once_a_day_and_is_new_once_in_its_life() {
    let changes = [
        commit(ago(2), &["abc300_a.rs", "abc300_a.py", "x/a.rs"]),
        commit(ago(2), &["abc300_a.rs"]),
        commit(ago(1), &["abc300_a.cpp", "x/b.rs"]),
        commit(ago(0), &["x/a.rs"]),
    ];
    let got = answer(&changes, &StreakRules::default());
    let numbers: Vec<_> = got.days.iter().map(|d| (d.solved, d.new, d.revised, d.commits)).collect();
    assert_eq!(numbers, [(2, 2, 0, 2), (2, 1, 1, 1), (1, 0, 1, 1)]);
    assert_eq!((got.total_days, got.total_solved, got.current), (3, 3, 3));

    let only_new = StreakRules { only_new: true, ..StreakRules::default() };
    let got = answer(&changes, &only_new);
    assert_eq!((got.state, got.current, got.today.solved), (StreakState::AtRisk, 2, 0));
}

#[test]
fn a_path_that_names_no_problem_is_another_problem_in_another_repository() {
    let (a, b) = ([commit(ago(0), &["a.rs", "abc300_a.rs"])], [commit(ago(0), &["a.rs", "abc300_a.rs"])]);
    let got = streak(&[&a, &b], &[], &StreakRules::default(), TODAY);
    assert_eq!((got.today.solved, got.total_solved), (3, 3));
}

#[test]
fn a_bulk_commit_keeps_its_day_and_its_numbers_stand_apart() {
    let rules = StreakRules { bulk: 2, ..StreakRules::default() };
    let changes = [
        commit(ago(2), &["a", "b", "c"]),
        commit(ago(1), &["a", "d"]),
        commit(ago(1), &["a", "b", "c"]),
        commit(ago(0), &["d"]),
    ];
    let got = answer(&changes, &rules);
    let numbers: Vec<_> = got.days.iter().map(|d| (d.solved, d.new, d.revised, d.bulk)).collect();
    assert_eq!(numbers, [(0, 0, 0, 3), (2, 1, 1, 2), (1, 0, 1, 0)]);
    assert_eq!((got.current, got.total_solved), (3, 2));
}

#[test]
fn a_bulk_commit_meets_a_goal_of_new_problems_only_by_new_ones() {
    let rules = StreakRules { bulk: 2, only_new: true, ..StreakRules::default() };
    let import = commit(ago(1), &["a", "b", "c"]);
    let reformatted = commit(ago(0), &["a", "b", "c"]);
    let got = answer(&[import, reformatted], &rules);
    assert_eq!(got.days.iter().map(|day| (day.bulk, day.bulk_new)).collect::<Vec<_>>(), [(3, 3), (3, 0)]);
    assert_eq!((got.state, got.current), (StreakState::AtRisk, 1));
}

#[test]
fn a_goal_of_several_needs_as_many_distinct_problems() {
    let rules = StreakRules { goal: 2, ..StreakRules::default() };
    let changes = [commit(ago(1), &["a", "b"]), commit(ago(0), &["a"]), commit(ago(0), &["a"])];
    let got = answer(&changes, &rules);
    assert_eq!((got.state, got.current, got.today.solved), (StreakState::AtRisk, 1, 1));
}

#[test]
fn days_to_come_are_listed_but_belong_to_no_streak() {
    let got = answer(&on(&[-1, 0]), &StreakRules::default());
    assert_eq!((got.current, got.longest, got.total_days), (1, 1, 2));
}

#[test]
fn the_longest_streak_is_the_first_of_equals_and_crosses_a_leap_day() {
    let changes: Vec<_> = [
        (2023, 2, 27),
        (2023, 2, 28),
        (2024, 2, 28),
        (2024, 2, 29),
        (2024, 3, 1),
        (2025, 2, 27),
        (2025, 2, 28),
        (2025, 3, 1),
    ]
    .map(|(year, month, day)| commit(date(year, month, day), &["a"]))
    .to_vec();
    let got = answer(&changes, &StreakRules::default());
    assert_eq!(got.longest, 3);
    assert_eq!((got.longest_from, got.longest_to), (Some(date(2024, 2, 28)), Some(date(2024, 3, 1))));
}

/// The definition, day by day: `(current, longest, rest days used)`.
fn plainly(met: &BTreeSet<Date>, rules: &StreakRules) -> (u32, u32, u32) {
    let Some(&first) = met.first() else { return (0, 0, 0) };
    let (mut run, mut longest, mut rests, mut pending) = (0, 0, 0, 0);
    let mut day = first;
    while day <= TODAY {
        if met.contains(&day) {
            run += 1;
            rests += pending;
            pending = 0;
        } else if rules.rests_on(day) && day < TODAY {
            pending += u32::from(run > 0);
        } else if day < TODAY {
            (run, rests, pending) = (0, 0, 0);
        }
        longest = longest.max(run);
        day += Span::new().days(1);
    }
    (run, longest, if run > 0 { rests + pending } else { 0 })
}

proptest! {
    #[test]
    fn any_history_has_the_streaks_of_the_plain_definition(
        counts in prop::collection::btree_map(0i64..60, 1usize..4, 0..50),
        goal in 1u32..4,
        weekly in prop::option::of(1i8..=7),
        single in prop::collection::vec(0i64..60, 0..6),
    ) {
        let weekly = weekly.and_then(|day| Weekday::from_monday_one_offset(day).ok()).map(RestDay::Weekly);
        let rest_days = single.iter().map(|days| RestDay::On(ago(*days))).chain(weekly).collect();
        let rules = StreakRules { goal, rest_days, ..StreakRules::default() };
        let changes: Vec<_> = counts
            .iter()
            .map(|(days, count)| commit(ago(*days), &["a", "b", "c"][..*count]))
            .collect();
        let met = counts
            .iter()
            .filter(|(_, count)| **count >= goal as usize)
            .map(|(days, _)| ago(*days))
            .collect();
        let got = answer(&changes, &rules);
        prop_assert_eq!((got.current, got.longest, got.rest_days_used), plainly(&met, &rules));
        prop_assert_eq!(got.today.done, met.contains(&TODAY));
        prop_assert_eq!(got.total_days as usize, counts.len());
    }
}

#[test]
fn a_weekly_goal_counts_weeks_and_leaves_the_current_one_time() {
    // Today is a Monday. Weeks: 1..=7 days ago, 8..=14, 15..=21.
    let rules = StreakRules { goal: 2, per: Period::Week, ..StreakRules::default() };
    let got = |days: &[i64]| {
        let got = answer(&on(days), &rules);
        (got.state, got.current, got.week.map(|week| (week.from, week.solved, week.done)))
    };
    let week = |solved, done| Some((TODAY, solved, done));
    assert_eq!(got(&[1, 7, 8, 14]), (StreakState::AtRisk, 2, week(0, false)));
    assert_eq!(got(&[0, 1, 8, 14]), (StreakState::Broken, 0, week(1, false)));
    assert_eq!(got(&[15, 16]), (StreakState::Broken, 0, week(0, false)));
    let two_today = [commit(TODAY, &["a.rs", "b.rs"])];
    let today = answer(&two_today, &rules);
    assert_eq!((today.state, today.current, today.longest_to), (StreakState::Done, 1, Some(ago(-6))));

    let holiday = (1..=7).map(|days| RestDay::On(ago(days))).collect();
    let rules = StreakRules { rest_days: holiday, ..rules };
    let rested = answer(&on(&[8, 9]), &rules);
    assert_eq!((rested.state, rested.current, rested.rest_days_used), (StreakState::AtRisk, 1, 7));
}

/// The same commit, whose files a README says to be solved so many days before today.
fn recorded(mut change: SolutionChange, days: &[i64]) -> SolutionChange {
    for (file, days) in change.files.iter_mut().zip(days) {
        let noon = ago(*days).at(12, 0, 0, 0).to_zoned_datetime(TimeZone::UTC).unwrap();
        file.record = Some(SolveRecord { at: Some(noon.timestamp()), ..SolveRecord::default() }.into());
    }
    change
}

#[test]
fn what_a_mass_export_brings_counts_on_the_day_of_each_solve() {
    let rules = StreakRules { bulk: 3, ..StreakRules::default() };
    let paths = ["a.rs", "b.rs", "c.rs", "d.rs", "e.rs"];
    let days = |change: SolutionChange| -> Vec<(Date, u32, u32, u32)> {
        let days = answer(&[change], &rules).days;
        days.iter().map(|day| (day.date, day.solved, day.bulk, day.commits)).collect()
    };
    // Without READMEs one bulk day; what has none stays one.
    assert_eq!(days(commit(ago(1), &paths)), [(ago(1), 0, 5, 1)]);
    let some = recorded(commit(ago(1), &paths), &[700, 700, 30]);
    assert_eq!(days(some), [(ago(700), 2, 0, 0), (ago(30), 1, 0, 0), (ago(1), 0, 2, 1)]);
    // A small one, too. The last day's are the commit's own.
    let small = recorded(commit(ago(1), &paths[..3]), &[9, 8, 1]);
    assert_eq!(days(small), [(ago(9), 1, 0, 0), (ago(8), 1, 0, 0), (ago(1), 1, 0, 1)]);
    // One solution that was uploaded late is no mass export, and what is edited was solved before.
    assert_eq!(days(recorded(commit(ago(1), &paths[..1]), &[9])), [(ago(1), 1, 0, 1)]);
    let mut edit = recorded(commit(ago(1), &paths[..3]), &[9, 8, 7]);
    edit.files.iter_mut().for_each(|file| file.kind = FileChangeKind::Modified);
    assert_eq!(days(edit), [(ago(1), 3, 0, 1)]);
}
