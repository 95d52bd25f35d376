//! Weeks by a plain re-implementation, however long that takes.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time, Weekday, date, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use proptest::prelude::*;

use super::super::*;
use super::{AcceptedProblem, Assigned, group, log_of, member, problem};
use crate::model::{
    AuthorDate, CommitId, DayRule, FileChange, FileChangeKind, Fine, FinePer, Group, GroupGoal, Identity,
    Member, NamedBy, NamedProblem, Period, PracticeSource, ProblemId, SolutionChange, WeekRule,
};

/// The day of a group on which something was solved.
pub(super) fn day_in(group: &Group, at: i64) -> Date {
    let zone = group.week.day.timezone.clone().unwrap();
    let wall = Timestamp::from_second(at).unwrap().to_zoned_datetime(zone).datetime();
    (wall - group.week.day.starts_at).date()
}

/// How somebody worked: what a judge accepted, or a commit to one of their two repositories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    Accepted,
    Commit(usize),
}

/// Something that somebody did: so many half hours after the first day, with the problems of these numbers.
#[derive(Debug, Clone)]
pub(super) struct Work {
    pub at: i64,
    how: How,
    numbers: BTreeSet<u8>,
}

pub(super) fn any_work(days: i64) -> impl Strategy<Value = Work> {
    let one = || prop::collection::btree_set(0_u8..12, 1);
    let some = prop::collection::btree_set(0_u8..12, 1..2 * BULK);
    let accepted = one().prop_map(|numbers| (How::Accepted, numbers));
    let commit =
        (0_usize..2, prop_oneof![one(), some]).prop_map(|(repo, numbers)| (How::Commit(repo), numbers));
    (0..days * 48, prop_oneof![accepted, commit]).prop_map(|(at, (how, numbers))| Work { at, how, numbers })
}

/// A commit of more files than this is an import.
pub(super) const BULK: usize = 3;

/// What somebody did, as it is read.
pub(super) struct Worked {
    accepted: Vec<AcceptedProblem>,
    repos: Vec<Vec<SolutionChange>>,
}

impl Worked {
    pub fn of(base: Date, work: &[Work]) -> Self {
        let mut worked = Self { accepted: Vec::new(), repos: vec![Vec::new(), Vec::new()] };
        for (nth, Work { at, how, numbers }) in (0_u32..).zip(work) {
            let date = AuthorDate { seconds: seconds(base, *at), offset_minutes: 0 };
            match how {
                How::Accepted => {
                    let accepted =
                        numbers.iter().map(|number| AcceptedProblem { problem: problem(*number), at: date });
                    worked.accepted.extend(accepted);
                }
                How::Commit(repo) => {
                    let mut commit = CommitId([0; 20]);
                    commit.0[..4].copy_from_slice(&nth.to_le_bytes());
                    let author = Identity { name: "m".to_owned(), email: "m@example.com".to_owned() };
                    let files = numbers.iter().map(|number| FileChange {
                        path: format!("{number}.rs").into_bytes().into(),
                        kind: FileChangeKind::Added,
                        problems: [NamedProblem { problem: problem(*number), sure: true, by: NamedBy::Path }]
                            .into(),
                        record: None,
                    });
                    let change =
                        SolutionChange { commit, author: author.into(), date, files: files.collect() };
                    worked.repos[*repo].push(change);
                }
            }
        }
        worked
    }

    pub fn facts(&self) -> MemberFacts<'_> {
        MemberFacts { repos: &self.repos, accepted: &self.accepted }
    }
}

fn seconds(base: Date, half_hours: i64) -> i64 {
    base.to_zoned_datetime(TimeZone::UTC).unwrap().timestamp().as_second() + half_hours * 1800
}

/// What counts of that for a group: when it was, whether it is an import, and which problem; oldest first.
fn solved(group: &Group, base: Date, work: &[Work]) -> Vec<(i64, bool, ProblemId)> {
    let mut all = Vec::new();
    for Work { at, how, numbers } in work {
        let counts = match (group.source, how) {
            (PracticeSource::Both, _) => true,
            (PracticeSource::Commits, how) => *how != How::Accepted,
            (PracticeSource::Submissions, how) => *how == How::Accepted,
        };
        let import = *how != How::Accepted && numbers.len() > BULK;
        let problems = numbers.iter().filter(|_| counts);
        all.extend(problems.map(|number| (seconds(base, *at), import, problem(*number))));
    }
    all.sort();
    all
}

/// The first day on which somebody solved anything.
pub(super) fn first_day(group: &Group, base: Date, work: &[Work]) -> Option<Date> {
    let solved = solved(group, base, work);
    solved.iter().filter(|(_, import, _)| !import).map(|(at, ..)| day_in(group, *at)).min()
}

/// What is assigned, on days after a first one, in the weeks that hold these.
pub(super) fn assigned_of(group: &Group, base: Date, days: &[(i64, BTreeSet<u8>)]) -> Assigned {
    let mut assigned = Assigned::new();
    for (day, numbers) in days {
        let mut from = base + day.days();
        while from.weekday() != group.week.starts {
            from = from.yesterday().unwrap();
        }
        let problems = assigned.entry(from).or_default();
        for number in numbers {
            if !problems.contains(&problem(*number)) {
                problems.push(problem(*number));
            }
        }
    }
    assigned
}

pub(super) fn any_assigned() -> impl Strategy<Value = Vec<(i64, BTreeSet<u8>)>> {
    prop::collection::vec((0_i64..35, prop::collection::btree_set(0_u8..12, 1..4)), 0..5)
}

/// What a week brings a member: problems that count, problems asked for, and what of the assignment is missing.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PlainWeek {
    pub solved: u32,
    pub goal: u32,
    pub missing: Vec<ProblemId>,
}

/// What the first days of weeks bring a member. Nobody of the group solved anything before `anybody`.
pub(super) fn weeks(
    (group, assigned): (&Group, &Assigned),
    member: &Member,
    (base, work): (Date, &[Work]),
    (first, last): (Date, Date),
    anybody: Option<Date>,
) -> BTreeMap<Date, PlainWeek> {
    let zone = group.week.day.timezone.clone().unwrap();
    let goal = member.goal.unwrap_or(group.goal);
    let day_of = |at: i64| day_in(group, at);
    let sorted = solved(group, base, work);
    let begin = member.from.or(group.from).or(first_day(group, base, work)).or(anybody);
    let is_member =
        |day: Date| begin.is_some_and(|begin| begin <= day) && member.until.is_none_or(|until| day <= until);
    let is_asked =
        |day: Date| is_member(day) && !member.excused.iter().any(|(from, to)| *from <= day && day <= *to);
    // Whether each solve can count at all.
    let counts = |nth: usize| {
        let (at, import, problem) = &sorted[nth];
        let before = sorted[..nth]
            .iter()
            .any(|(other, _, same)| same == problem && (group.only_new || day_of(*other) == day_of(*at)));
        !before && !import && is_member(day_of(*at))
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
        let all = assigned.get(&from).map_or(&[][..], Vec::as_slice);
        let whole = match goal {
            GroupGoal::Problems(goal, Period::Week) => (goal * asked).div_ceil(7),
            GroupGoal::Problems(goal, Period::Day) => goal * asked,
            GroupGoal::Assigned => (all.len() as u32 * asked).div_ceil(7),
        };
        let is_daily = matches!(goal, GroupGoal::Problems(_, Period::Day));
        let mut got: Vec<(Date, &ProblemId)> = Vec::new();
        for nth in 0..sorted.len() {
            let (at, _, problem) = &sorted[nth];
            let day = day_of(*at);
            let again = !is_daily && got.iter().any(|(_, other)| *other == problem);
            if days.contains(&day) && counts(nth) && !used[nth] && !again {
                got.push((day, problem));
            }
        }
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
        let is_missing = |wanted: &&ProblemId| {
            !sorted.iter().any(|(when, _, problem)| problem == *wanted && *when < at.as_second())
        };
        let missing: Vec<ProblemId> = all.iter().filter(is_missing).cloned().collect();
        let each = |goal: u32| {
            let on = |day: &Date| got.iter().filter(|(other, _)| other == day).count() as u32;
            days.iter().filter(|day| is_asked(**day)).map(|day| goal.min(on(day))).sum()
        };
        let mut solved: u32 = match goal {
            GroupGoal::Problems(_, Period::Week) => got.len() as u32,
            GroupGoal::Problems(goal, Period::Day) => each(goal),
            GroupGoal::Assigned => (all.len() - missing.len()) as u32,
        };
        for nth in 0..sorted.len() {
            let (when, _, problem) = &sorted[nth];
            let is_late = (next..next + 7.days()).contains(&day_of(*when)) && *when < at.as_second();
            let again = !is_daily && got.iter().any(|(_, other)| *other == problem);
            if goal != GroupGoal::Assigned && is_late && counts(nth) && solved < whole && !again {
                solved += 1;
                used[nth] = true;
                got.push((day_of(*when), problem));
            }
        }
        weeks.insert(from, PlainWeek { solved, goal: whole, missing });
        from = next;
    }
    weeks
}

pub(super) fn any_goal() -> impl Strategy<Value = GroupGoal> {
    let per = prop::sample::select(vec![Period::Day, Period::Week]);
    prop_oneof![
        3 => (1_u32..4, per).prop_map(|(number, per)| GroupGoal::Problems(number, per)),
        1 => Just(GroupGoal::Assigned),
    ]
}

/// A member in days after a first one: their goal, when they joined and how long they stay, their excuses and how long each
/// is, and what they did.
#[derive(Debug, Clone)]
pub(super) struct AnyMember {
    goal: Option<GroupGoal>,
    from: Option<i64>,
    stays: Option<i64>,
    excused: Vec<(i64, i64)>,
    pub work: Vec<Work>,
}

impl AnyMember {
    pub fn called(&self, name: &str, base: Date) -> Member {
        let day = |nth: i64| base + nth.days();
        Member {
            goal: self.goal,
            from: self.from.map(day),
            until: self.stays.map(|stays| day(self.from.unwrap_or(0) + stays)),
            excused: self.excused.iter().map(|(first, more)| (day(*first), day(first + more))).collect(),
            ..member(name)
        }
    }
}

pub(super) fn any_member() -> impl Strategy<Value = AnyMember> {
    let goal = prop::option::of(any_goal());
    let (from, stays) = (prop::option::of(0_i64..20), prop::option::of(5_i64..30));
    let excused = prop::collection::vec((0_i64..35, 0_i64..9), 0..3);
    let work = prop::collection::vec(any_work(35), 0..30);
    (goal, from, stays, excused, work).prop_map(|(goal, from, stays, excused, work)| AnyMember {
        goal,
        from,
        stays,
        excused,
        work,
    })
}

pub(super) fn any_source() -> impl Strategy<Value = PracticeSource> {
    prop::sample::select(vec![PracticeSource::Commits, PracticeSource::Submissions, PracticeSource::Both])
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
        (goal, source) in (any_goal(), any_source()),
        assigned in any_assigned(),
        only_new in any::<bool>(),
        begins in prop::option::of(0_i64..12),
        per_week in any::<bool>(),
        members in prop::collection::vec(any_member(), 1..4),
    ) {
        let mut group = group(Vec::new());
        (group.goal, group.source) = (goal, source);
        group.only_new = only_new;
        group.from = begins.map(|nth| base + nth.days());
        group.week = rule;
        let per = if per_week { FinePer::Week } else { FinePer::Problem };
        group.fine = group.fine.map(|fine| Fine { per, ..fine });
        let fine = group.fine.clone().unwrap();
        group.members = members.iter().enumerate().map(|(nth, one)| one.called(&format!("m{nth}"), base)).collect();
        let assigned = assigned_of(&group, base, &assigned);
        let worked: Vec<_> = members.iter().map(|one| Worked::of(base, &one.work)).collect();
        let facts: Vec<_> = worked.iter().map(Worked::facts).collect();
        let log = log_of(&group, &assigned, &facts, BULK, &TimeZone::UTC);
        let anybody = members.iter().filter_map(|one| first_day(&group, base, &one.work)).min();
        let (now, today) = ("2028-01-01T00:00:00Z".parse().unwrap(), date(2028, 1, 1));
        let moment = GroupMoment {
            group: &group, log: &log, assigned: &assigned, kept: &[], zone: &TimeZone::UTC, now, today,
        };
        for (place, (member, any)) in group.members.iter().zip(&members).enumerate() {
            let span = (base + (-8).days(), base + 42.days());
            // Where nobody solved anything, everybody begins when it is asked.
            let plain = weeks((&group, &assigned), member, (base, &any.work), span, anybody);
            let mut streak = 0;
            for (from, PlainWeek { solved, goal, missing }) in plain {
                let standing = group_standing(&moment, from);
                let Some(row) = standing.members.iter().find(|row| row.member == place) else {
                    prop_assert_eq!(goal, 0, "week of {}", from);
                    continue;
                };
                prop_assert_eq!((row.solved, row.goal), (solved, goal), "week of {}", from);
                prop_assert_eq!(&row.assigned.missing, &missing, "week of {}", from);
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
