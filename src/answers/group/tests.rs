//! What single rules of a group mean.

mod plain;
mod settling;

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday, date, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::super::AcceptedProblem;
use super::*;
use crate::model::{
    AuthorDate, DayRule, Fine, FinePer, Group, GroupGoal, Member, Period, PracticeSource, ProblemId,
    SettledRow, SettledWeek, WeekRule,
};

fn member(name: &str) -> Member {
    Member { name: name.to_owned(), ..Member::default() }
}

fn group(members: Vec<Member>) -> Group {
    Group {
        name: "g".to_owned(),
        week: WeekRule {
            day: DayRule {
                timezone: Some(TimeZone::get("Asia/Seoul").unwrap()),
                starts_at: SignedDuration::ZERO,
            },
            starts: Weekday::Monday,
            settles: Some((Weekday::Monday, time(20, 0, 0, 0))),
        },
        from: None,
        goal: GroupGoal::Problems(2, Period::Week),
        only_new: true,
        source: PracticeSource::Submissions,
        fine: Some(Fine { missed: 1000, unit: "KRW".to_owned(), per: FinePer::Problem }),
        members,
        assigned: Vec::new(),
    }
}

fn problem(number: u8) -> ProblemId {
    ProblemId::codeforces(u32::from(number) + 1, "A")
}

/// Solved at a moment in Seoul.
fn solved(text: &str, number: u8) -> AcceptedProblem {
    let at: Timestamp = format!("{text}+09:00").parse().unwrap();
    AcceptedProblem {
        problem: problem(number),
        at: AuthorDate { seconds: at.as_second(), offset_minutes: 540 },
    }
}

/// What the weeks of each member brought; `facts` are in their order.
fn log_of(
    group: &Group,
    assigned: &Assigned,
    facts: &[MemberFacts<'_>],
    bulk: usize,
    zone: &TimeZone,
) -> GroupLog {
    let both = group.members.iter().zip(facts);
    let log = |(member, facts): (&Member, &MemberFacts<'_>)| {
        member_log((group, member), assigned, facts, bulk, zone)
    };
    GroupLog { members: both.map(log).collect() }
}

type Assigned = BTreeMap<Date, Vec<ProblemId>>;

/// The group's log, and each member's week that starts on `from` as it is at `now` in Seoul.
fn rows(
    group: &Group,
    assigned: &Assigned,
    solves: &[Vec<AcceptedProblem>],
    kept: &[SettledWeek],
    from: Date,
    now: &str,
) -> Vec<MemberStanding> {
    let now: Timestamp = format!("{now}+09:00").parse().unwrap();
    let facts: Vec<_> = solves.iter().map(|accepted| MemberFacts { repos: &[], accepted }).collect();
    let log = log_of(group, assigned, &facts, 50, &TimeZone::UTC);
    let today = now.to_zoned_datetime(group.week.day.timezone.clone().unwrap()).date();
    group_standing(&GroupMoment { group, log: &log, assigned, kept, zone: &TimeZone::UTC, now, today }, from)
        .members
}

fn numbers(row: &MemberStanding) -> (u32, u32, u64, u32) {
    (row.solved, row.goal, row.fine.as_ref().map_or(0, |owed| owed.amount), row.streak_weeks)
}

const NONE: &Assigned = &BTreeMap::new();

#[test]
fn what_comes_late_fills_the_week_that_lacks_it_and_else_counts_for_its_own() {
    let group = group(vec![member("ada"), member("bob")]);
    let ada = vec![
        solved("2026-11-17T10:00:00", 0),
        solved("2026-11-23T10:00:00", 1),
        solved("2026-11-23T11:00:00", 2),
    ];
    let bob = vec![solved("2026-11-17T10:00:00", 0), solved("2026-11-23T20:00:00", 1)];
    let week = |from, now| {
        let rows = rows(&group, NONE, &[ada.clone(), bob.clone()], &[], from, now);
        rows.iter().map(numbers).collect::<Vec<_>>()
    };
    let (before, this) = (date(2026, 11, 16), date(2026, 11, 23));
    assert_eq!(week(before, "2026-11-24T12:00:00"), [(2, 2, 0, 1), (1, 2, 1000, 0)]);
    // Bob's came when the week had settled.
    assert_eq!(week(this, "2026-11-24T12:00:00"), [(1, 2, 1000, 1), (1, 2, 1000, 0)]);
    // Until then nobody's streak has ended.
    let rows = rows(
        &group,
        NONE,
        &[vec![solved("2026-11-09T10:00:00", 0), solved("2026-11-09T10:00:00", 1)], vec![]],
        &[],
        this,
        "2026-11-23T19:59:00",
    );
    assert_eq!(rows.iter().map(|row| row.streak_weeks).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn a_daily_goal_asks_on_each_day_and_is_missed_day_by_day() {
    let mut group = group(vec![Member { goal: Some(GroupGoal::Problems(1, Period::Day)), ..member("ada") }]);
    group.from = Some(date(2026, 11, 16));
    let solves = vec![vec![
        solved("2026-11-16T10:00:00", 0),
        solved("2026-11-16T11:00:00", 1),
        solved("2026-11-18T10:00:00", 2),
    ]];
    let at = |now| numbers(&rows(&group, NONE, &solves, &[], date(2026, 11, 16), now)[0]);
    assert_eq!(at("2026-11-17T12:00:00"), (2, 7, 1000, 0));
    assert_eq!(at("2026-11-18T12:00:00"), (2, 7, 1000, 0));
    assert_eq!(at("2026-11-23T12:00:00"), (2, 7, 5000, 0));
}

#[test]
fn excuses_joining_and_leaving_ask_for_their_share() {
    let day = |day| date(2026, 11, day);
    let members = vec![
        Member {
            goal: Some(GroupGoal::Problems(5, Period::Week)),
            excused: vec![(day(10), day(18))],
            ..member("three days")
        },
        Member { excused: vec![(day(1), day(30))], ..member("all") },
        Member { from: Some(day(22)), ..member("joins") },
        Member { until: Some(day(16)), ..member("leaves") },
        Member { from: Some(day(23)), ..member("not yet") },
    ];
    let mut group = group(members);
    group.from = Some(day(2));
    let rows = rows(&group, NONE, &vec![Vec::new(); 5], &[], day(16), "2026-11-25T12:00:00");
    let goals: Vec<_> =
        rows.iter().map(|row| (row.member, row.goal, row.excused, row.excused_days)).collect();
    assert_eq!(goals, [(0, 3, false, 3), (1, 0, true, 7), (2, 1, false, 0), (3, 1, false, 0)]);
    assert!(rows[1].met && rows[1].fine.as_ref().unwrap().amount == 0);
}

#[test]
fn a_week_off_bridges_a_streak_and_one_that_was_kept_holds() {
    let day = |day| date(2026, 11, day);
    let group = group(vec![Member { excused: vec![(day(9), day(15))], ..member("ada") }]);
    let solves: Vec<_> = [2, 3, 16, 17]
        .into_iter()
        .zip(0..)
        .map(|(day, nth)| solved(&format!("2026-11-{day:02}T10:00:00"), nth))
        .collect();
    let streak = |kept: &[SettledWeek]| {
        let rows = rows(&group, NONE, std::slice::from_ref(&solves), kept, day(16), "2026-11-25T12:00:00");
        (rows[0].solved, rows[0].streak_weeks)
    };
    assert_eq!(streak(&[]), (2, 2));
    let kept = |from, solved| SettledWeek {
        from,
        settles_at: None,
        rows: vec![SettledRow {
            name: "Ada".to_owned(),
            solved,
            goal: 2,
            excused_days: 0,
            excused: false,
            fine: None,
        }],
    };
    assert_eq!(streak(&[kept(day(2), 1)]), (2, 1));
    assert_eq!(streak(&[kept(day(16), 1)]), (1, 0));
}

#[test]
fn what_is_assigned_may_have_been_solved_long_ago() {
    let mut group = group(vec![member("ada"), member("bob")]);
    group.goal = GroupGoal::Assigned;
    group.from = Some(date(2026, 11, 16));
    let assigned: Assigned = [(date(2026, 11, 16), vec![problem(0), problem(1), problem(2)])].into();
    let ada = vec![
        solved("2020-01-01T10:00:00", 0),
        solved("2026-11-23T19:00:00", 2),
        solved("2026-11-23T21:00:00", 1),
    ];
    let rows = rows(&group, &assigned, &[ada, Vec::new()], &[], date(2026, 11, 16), "2026-11-24T12:00:00");
    assert_eq!(rows[0].assigned, AssignedStanding { solved: 2, total: 3, missing: vec![problem(1)] });
    assert_eq!(rows.iter().map(numbers).collect::<Vec<_>>(), [(2, 3, 1000, 0), (0, 3, 3000, 0)]);
    // Where nothing is assigned, nothing is asked.
    let week =
        tests::rows(&group, NONE, &[Vec::new(), Vec::new()], &[], date(2026, 11, 16), "2026-11-24T12:00:00");
    assert!(week.iter().all(|row| row.met && row.goal == 0));
}

#[test]
fn a_settled_week_holds_and_what_would_have_changed_is_known() {
    let mut group = group(vec![member("ada")]);
    group.from = Some(date(2026, 11, 9));
    let at = |solves: &[AcceptedProblem], group: &Group, kept: &[SettledWeek]| {
        let log = log_of(group, NONE, &[MemberFacts { repos: &[], accepted: solves }], 50, &TimeZone::UTC);
        let (now, today) = ("2026-11-25T03:00:00Z".parse().unwrap(), date(2026, 11, 25));
        let moment = GroupMoment { group, log: &log, assigned: NONE, kept, zone: &TimeZone::UTC, now, today };
        (newly_settled(&moment), ledger(&moment))
    };
    let solves = vec![
        solved("2026-11-10T10:00:00", 0),
        solved("2026-11-17T10:00:00", 1),
        solved("2026-11-18T10:00:00", 2),
    ];
    let kept = at(&solves, &group, &[]).0;
    let amounts = |ledger: &Ledger| {
        ledger
            .totals
            .iter()
            .map(|(name, owed)| (name.clone(), owed.as_ref().map(|owed| owed.amount)))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        kept.iter().map(|week| (week.from, week.rows[0].solved)).collect::<Vec<_>>(),
        [(date(2026, 11, 9), 1), (date(2026, 11, 16), 2)]
    );
    assert_eq!(at(&solves, &group, &kept).0, []);

    // A commit with an old date, a member who is new, and one who is gone.
    let more: Vec<_> = solves.iter().cloned().chain([solved("2026-11-11T10:00:00", 3)]).collect();
    let before = at(&solves, &group, &kept).1;
    assert_eq!((amounts(&before), before.changed.len()), (vec![("ada".to_owned(), Some(1000))], 0));
    let after = at(&more, &group, &kept).1;
    assert_eq!(amounts(&after), amounts(&before));
    let changed: Vec<_> = after
        .changed
        .iter()
        .map(|row| (row.week.as_str(), row.kept.as_ref().unwrap().solved, row.now.as_ref().unwrap().solved))
        .collect();
    assert_eq!(changed, [("2026-W46", 1, 2)]);
    group.members = vec![member("bob")];
    let other = at(&[], &group, &kept).1;
    assert_eq!(amounts(&other), [("bob".to_owned(), Some(0)), ("ada".to_owned(), Some(1000))]);
    assert_eq!(other.changed.len(), 4);
}
