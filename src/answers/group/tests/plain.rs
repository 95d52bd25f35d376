//! Weeks by a plain re-implementation, however long that takes.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time, Weekday, date, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use proptest::prelude::*;

use super::super::*;
use super::{AcceptedProblem, NONE, group, log_of, member, problem};
use crate::model::{AuthorDate, DayRule, Group, GroupGoal, Member, Period, ProblemId, WeekRule};

/// What the first days of weeks bring a member: problems that count, and problems asked for.
fn weeks(
    group: &Group,
    member: &Member,
    solves: &[AcceptedProblem],
    first: Date,
    last: Date,
) -> BTreeMap<Date, (u32, u32)> {
    let zone = group.week.day.timezone.clone().unwrap();
    let goal = member.goal.unwrap_or(group.goal);
    let day_of = |at: i64| {
        let wall = Timestamp::from_second(at).unwrap().to_zoned_datetime(zone.clone()).datetime();
        (wall - group.week.day.starts_at).date()
    };
    let mut sorted: Vec<(i64, &ProblemId)> =
        solves.iter().map(|one| (one.at.seconds, &one.problem)).collect();
    sorted.sort();
    let begin = member.from.or(group.from).or(sorted.first().map(|(at, _)| day_of(*at)));
    let is_member =
        |day: Date| begin.is_some_and(|begin| begin <= day) && member.until.is_none_or(|until| day <= until);
    let is_asked =
        |day: Date| is_member(day) && !member.excused.iter().any(|(from, to)| *from <= day && day <= *to);
    // Whether each solve can count at all.
    let counts = |nth: usize| {
        let (at, problem) = sorted[nth];
        let before = sorted[..nth]
            .iter()
            .any(|(other, same)| *same == problem && (group.only_new || day_of(*other) == day_of(at)));
        !before && is_member(day_of(at))
    };
    let mut used = vec![false; sorted.len()];
    let mut weeks = BTreeMap::new();
    let mut from = first;
    while from.weekday() != group.week.starts {
        from = from.yesterday().unwrap();
    }
    while from <= last {
        let days: Vec<Date> = (0..7).map(|nth| from + nth.days()).collect();
        let asked = days.iter().filter(|day| is_asked(**day)).count() as u32;
        let whole = match goal {
            GroupGoal::Problems(goal, Period::Week) => (goal * asked).div_ceil(7),
            GroupGoal::Problems(goal, Period::Day) => goal * asked,
            GroupGoal::Assigned => unreachable!(),
        };
        let is_daily = matches!(goal, GroupGoal::Problems(_, Period::Day));
        let mut got: Vec<(Date, &ProblemId)> = Vec::new();
        for nth in 0..sorted.len() {
            let (at, problem) = sorted[nth];
            let day = day_of(at);
            let again = !is_daily && got.iter().any(|(_, other)| *other == problem);
            if days.contains(&day) && counts(nth) && !used[nth] && !again {
                got.push((day, problem));
            }
        }
        let each = |got: &[(Date, &ProblemId)]| -> u32 {
            let GroupGoal::Problems(goal, per) = goal else { unreachable!() };
            match per {
                Period::Week => got.len() as u32,
                Period::Day => days
                    .iter()
                    .filter(|day| is_asked(**day))
                    .map(|day| goal.min(got.iter().filter(|(other, _)| other == day).count() as u32))
                    .sum(),
            }
        };
        let mut solved = each(&got);
        // From the week's end on, until it settles.
        let next = from + 7.days();
        let mut end = None;
        let mut at = Timestamp::from_second(
            next.to_datetime(Time::midnight())
                .to_zoned_datetime(TimeZone::UTC)
                .unwrap()
                .timestamp()
                .as_second()
                - 2 * 86_400,
        )
        .unwrap();
        loop {
            if end.is_none() && day_of(at.as_second()) >= next {
                end = Some(at);
            }
            let wall = at.to_zoned_datetime(zone.clone());
            let is_it = group
                .week
                .settles
                .is_none_or(|(weekday, time)| wall.weekday() == weekday && wall.time() == time);
            if end.is_some() && is_it {
                break;
            }
            at += 30.minutes();
        }
        for nth in 0..sorted.len() {
            let (when, problem) = sorted[nth];
            let is_late = (next..next + 7.days()).contains(&day_of(when)) && when < at.as_second();
            let again = !is_daily && got.iter().any(|(_, other)| *other == problem);
            if is_late && counts(nth) && solved < whole && !again {
                solved += 1;
                used[nth] = true;
                got.push((day_of(when), problem));
            }
        }
        weeks.insert(from, (solved, whole));
        from = next;
    }
    weeks
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    /// Around the end of a year and both changes of the clocks.
    #[test]
    fn weeks_are_what_a_plain_look_says(
        base in prop::sample::select(vec![date(2026, 12, 14), date(2027, 3, 8), date(2026, 10, 12)]),
        zone in prop::sample::select(vec!["Europe/Berlin", "America/New_York", "Asia/Seoul"]),
        starts in prop::sample::select(vec![Weekday::Monday, Weekday::Sunday, Weekday::Thursday]),
        night in prop::sample::select(vec![0_i64, 4]),
        settles in prop::option::of((prop::sample::select(vec![Weekday::Monday, Weekday::Sunday, Weekday::Tuesday]), prop::sample::select(vec![0_i8, 4, 20]))),
        goal in (1_u32..4, any::<bool>()),
        own in prop::option::of((1_u32..3, any::<bool>())),
        only_new in any::<bool>(),
        from in prop::option::of(0_i64..20),
        stays in prop::option::of(5_i64..30),
        excused in prop::collection::vec((0_i64..35, 0_i64..9), 0..3),
        solves in prop::collection::vec((0_i64..35 * 48, 0_u8..12), 0..40),
    ) {
        let goal_of = |(number, daily): (u32, bool)| GroupGoal::Problems(number, if daily { Period::Day } else { Period::Week });
        let day = |nth: i64| base + nth.days();
        let mut ada = member("ada");
        ada.goal = own.map(goal_of);
        ada.from = from.map(day);
        ada.until = stays.map(|stays| day(from.unwrap_or(0) + stays));
        ada.excused = excused.iter().map(|(first, more)| (day(*first), day(first + more))).collect();
        let mut group = group(vec![ada]);
        group.goal = goal_of(goal);
        group.only_new = only_new;
        group.week = WeekRule {
            day: DayRule { timezone: Some(TimeZone::get(zone).unwrap()), starts_at: SignedDuration::from_hours(night) },
            starts,
            settles: settles.map(|(weekday, hour)| (weekday, time(hour, 0, 0, 0))),
        };
        let start = base.to_zoned_datetime(TimeZone::UTC).unwrap().timestamp().as_second();
        let solves: Vec<AcceptedProblem> = solves
            .into_iter()
            .map(|(half_hours, number)| AcceptedProblem {
                problem: problem(number),
                at: AuthorDate { seconds: start + half_hours * 1800, offset_minutes: 0 },
            })
            .collect();
        let (first, last) = (day(-8), day(42));
        let plain = weeks(&group, &group.members[0], &solves, first, last);
        let facts = [MemberFacts { repos: &[], accepted: &solves }];
        let log = log_of(&group, NONE, &facts, 50, &TimeZone::UTC);
        let (now, today) = ("2028-01-01T00:00:00Z".parse().unwrap(), date(2028, 1, 1));
        let moment = GroupMoment {
            group: &group, log: &log, assigned: NONE, kept: &[], zone: &TimeZone::UTC, now, today,
        };
        let mut streak = 0;
        for (from, (solved, goal)) in plain {
            let standing = group_standing(&moment, from);
            let Some(row) = standing.members.first() else {
                prop_assert_eq!((solved, goal), (0, 0), "week of {}", from);
                continue;
            };
            prop_assert_eq!((row.solved, row.goal), (solved, goal), "week of {}", from);
            streak = match (goal, solved >= goal) {
                (0, _) => streak,
                (_, true) => streak + 1,
                (_, false) => 0,
            };
            prop_assert_eq!(row.streak_weeks, streak, "week of {}", from);
        }
    }
}
