//! Weeks by a plain re-implementation, however long that takes.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time, Weekday, date, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use proptest::prelude::*;

use super::super::*;
use super::{AcceptedProblem, NONE, group, log_of, member, problem};
use crate::model::{
    AuthorDate, DayRule, Fine, FinePer, Group, GroupGoal, Member, Period, ProblemId, WeekRule,
};

/// The day of a group on which something was solved.
pub(super) fn day_in(group: &Group, at: i64) -> Date {
    let zone = group.week.day.timezone.clone().unwrap();
    let wall = Timestamp::from_second(at).unwrap().to_zoned_datetime(zone).datetime();
    (wall - group.week.day.starts_at).date()
}

/// What the first days of weeks bring a member: problems that count, and problems asked for. Nobody of the group solved
/// anything before `anybody`.
pub(super) fn weeks(
    group: &Group,
    member: &Member,
    solves: &[AcceptedProblem],
    (first, last): (Date, Date),
    anybody: Option<Date>,
) -> BTreeMap<Date, (u32, u32)> {
    let zone = group.week.day.timezone.clone().unwrap();
    let goal = member.goal.unwrap_or(group.goal);
    let day_of = |at: i64| day_in(group, at);
    let mut sorted: Vec<(i64, &ProblemId)> =
        solves.iter().map(|one| (one.at.seconds, &one.problem)).collect();
    sorted.sort();
    let begin = member.from.or(group.from).or(sorted.first().map(|(at, _)| day_of(*at))).or(anybody);
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

/// A goal: how many, and whether on each day.
pub(super) fn goal_of((number, daily): (u32, bool)) -> GroupGoal {
    GroupGoal::Problems(number, if daily { Period::Day } else { Period::Week })
}

/// What somebody solved, by half hours and numbers of problems after the day `base`.
pub(super) fn solves_of(base: Date, solves: &[(i64, u8)]) -> Vec<AcceptedProblem> {
    let start = base.to_zoned_datetime(TimeZone::UTC).unwrap().timestamp().as_second();
    let solve = |(half_hours, number): &(i64, u8)| AcceptedProblem {
        problem: problem(*number),
        at: AuthorDate { seconds: start + half_hours * 1800, offset_minutes: 0 },
    };
    solves.iter().map(solve).collect()
}

/// A member in days after a first one: their goal, when they joined and how long they stay, their excuses and how long each
/// is, and what they solved.
#[derive(Debug, Clone)]
pub(super) struct AnyMember {
    goal: Option<(u32, bool)>,
    from: Option<i64>,
    stays: Option<i64>,
    excused: Vec<(i64, i64)>,
    pub solves: Vec<(i64, u8)>,
}

impl AnyMember {
    pub fn called(&self, name: &str, base: Date) -> Member {
        let day = |nth: i64| base + nth.days();
        Member {
            goal: self.goal.map(goal_of),
            from: self.from.map(day),
            until: self.stays.map(|stays| day(self.from.unwrap_or(0) + stays)),
            excused: self.excused.iter().map(|(first, more)| (day(*first), day(first + more))).collect(),
            ..member(name)
        }
    }
}

pub(super) fn any_member() -> impl Strategy<Value = AnyMember> {
    let goal = prop::option::of((1_u32..3, any::<bool>()));
    let (from, stays) = (prop::option::of(0_i64..20), prop::option::of(5_i64..30));
    let excused = prop::collection::vec((0_i64..35, 0_i64..9), 0..3);
    let solves = prop::collection::vec((0_i64..35 * 48, 0_u8..12), 0..30);
    (goal, from, stays, excused, solves).prop_map(|(goal, from, stays, excused, solves)| AnyMember {
        goal,
        from,
        stays,
        excused,
        solves,
    })
}

/// Weeks in a zone whose clocks change or don't, that begin and settle on any day, by day or in the night.
pub(super) fn any_rule() -> impl Strategy<Value = WeekRule> {
    let zone = prop::sample::select(vec!["Europe/Berlin", "America/New_York", "Asia/Seoul"]);
    let starts = prop::sample::select(vec![Weekday::Monday, Weekday::Sunday, Weekday::Thursday]);
    let settles = prop::sample::select(vec![Weekday::Monday, Weekday::Sunday, Weekday::Tuesday]);
    let settles = prop::option::of((settles, prop::sample::select(vec![0_i8, 4, 20])));
    (zone, starts, prop::sample::select(vec![0_i64, 4]), settles).prop_map(
        |(zone, starts, night, settles)| {
            let starts_at = SignedDuration::from_hours(night);
            WeekRule {
                day: DayRule { timezone: Some(TimeZone::get(zone).unwrap()), starts_at },
                starts,
                settles: settles.map(|(weekday, hour)| (weekday, time(hour, 0, 0, 0))),
            }
        },
    )
}

/// A day shortly before the end of a year or a change of clocks.
pub(super) fn any_base() -> impl Strategy<Value = Date> {
    prop::sample::select(vec![date(2026, 12, 14), date(2027, 3, 8), date(2026, 10, 12)])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    /// Of several members at once, none of whom changes what another has.
    #[test]
    fn weeks_are_what_a_plain_look_says(
        base in any_base(),
        rule in any_rule(),
        goal in (1_u32..4, any::<bool>()),
        only_new in any::<bool>(),
        begins in prop::option::of(0_i64..12),
        per_week in any::<bool>(),
        members in prop::collection::vec(any_member(), 1..4),
    ) {
        let mut group = group(Vec::new());
        group.goal = goal_of(goal);
        group.only_new = only_new;
        group.from = begins.map(|nth| base + nth.days());
        group.week = rule;
        let per = if per_week { FinePer::Week } else { FinePer::Problem };
        group.fine = group.fine.map(|fine| Fine { per, ..fine });
        let fine = group.fine.clone().unwrap();
        group.members = members.iter().enumerate().map(|(nth, one)| one.called(&format!("m{nth}"), base)).collect();
        let solves: Vec<_> = members.iter().map(|one| solves_of(base, &one.solves)).collect();
        let facts: Vec<_> = solves.iter().map(|accepted| MemberFacts { repos: &[], accepted }).collect();
        let log = log_of(&group, NONE, &facts, 50, &TimeZone::UTC);
        let anybody = solves.iter().flatten().map(|one| day_in(&group, one.at.seconds)).min();
        let (now, today) = ("2028-01-01T00:00:00Z".parse().unwrap(), date(2028, 1, 1));
        let moment = GroupMoment {
            group: &group, log: &log, assigned: NONE, kept: &[], zone: &TimeZone::UTC, now, today,
        };
        for (place, (member, solves)) in group.members.iter().zip(&solves).enumerate() {
            let span = (base + (-8).days(), base + 42.days());
            // Where nobody solved anything, everybody begins when it is asked.
            let plain = weeks(&group, member, solves, span, anybody);
            let mut streak = 0;
            for (from, (solved, goal)) in plain {
                let standing = group_standing(&moment, from);
                let Some(row) = standing.members.iter().find(|row| row.member == place) else {
                    prop_assert_eq!((solved, goal), (0, 0), "week of {}", from);
                    continue;
                };
                prop_assert_eq!((row.solved, row.goal), (solved, goal), "week of {}", from);
                let owed = row.fine.as_ref().unwrap().amount;
                prop_assert_eq!(owed, fine.of(goal.saturating_sub(solved)), "week of {}", from);
                streak = match (goal, solved >= goal) {
                    (0, _) => streak,
                    (_, true) => streak + 1,
                    (_, false) => 0,
                };
                prop_assert_eq!(row.streak_weeks, streak, "week of {}", from);
            }
        }
    }
}
