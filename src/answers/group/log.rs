//! What the weeks of each member brought, whatever week it is now.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use super::super::journal::ProblemRef;
use super::solves::{MemberFacts, Solve, solves};
use crate::model::{Group, GroupGoal, Member, Period, ProblemId, WeekRule};

/// The day on which git was born: a commit that says to be older has no date, and nobody's membership begins with it.
const EARLIEST: Date = jiff::civil::date(2005, 4, 7);

/// What a week brought a member.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekFacts {
    /// The days on which anything was solved, new or not: a bit each, the first day's lowest.
    pub active: u8,
    /// Problems that count for the week, by its days.
    pub counted: [u32; 7],
    /// Problems that count for it and were solved after its end.
    pub late: u32,
    /// The assigned problems that weren't solved before it settled, by their places in the list.
    pub missing: Vec<u32>,
}

/// What the weeks of a member brought, by their first days. Weeks that brought nothing are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MemberLog {
    /// The day on which they solved anything first.
    pub first: Option<Date>,
    /// What each week brought.
    pub weeks: BTreeMap<Date, WeekFacts>,
}

/// What the weeks of all members brought, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GroupLog {
    /// A log for each member.
    pub members: Vec<MemberLog>,
}

/// A goal, and what was reached of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Score {
    /// Problems asked for.
    pub goal: u32,
    /// Problems that count toward it.
    pub solved: u32,
}

impl Score {
    /// Problems that are missing.
    pub fn missing(self) -> u32 {
        self.goal.saturating_sub(self.solved)
    }
}

/// What is asked of a member.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    pub member: &'a Member,
    pub goal: GroupGoal,
    /// Their first day.
    pub begin: Date,
}

impl<'a> Asked<'a> {
    /// By the configuration, else from the first day on which the member solved anything, else from the first day on which
    /// anybody of the group did.
    pub fn new(group: &Group, member: &'a Member, log: &MemberLog, anybody: Option<Date>) -> Self {
        let begin = member.from.or(group.from).or(log.first).or(anybody);
        Self {
            member,
            goal: member.goal.unwrap_or(group.goal),
            begin: begin.unwrap_or(Date::MAX).max(EARLIEST),
        }
    }

    /// Whether they are a member on `day`.
    pub fn is_member_on(&self, day: Date) -> bool {
        self.begin <= day && self.member.until.is_none_or(|until| day <= until)
    }

    /// The days of the week that starts on `from` on which they are.
    pub fn member_days(&self, from: Date) -> u32 {
        days(from).filter(|day| self.is_member_on(*day)).count() as u32
    }

    /// Of those, the ones on which they are excused.
    pub fn excused_days(&self, from: Date) -> u32 {
        days(from).filter(|day| self.is_member_on(*day) && self.member.is_excused(*day)).count() as u32
    }

    fn asks(&self, from: Date) -> [bool; 7] {
        let mut asks = [false; 7];
        for (asked, day) in asks.iter_mut().zip(days(from)) {
            *asked = self.is_member_on(day) && !self.member.is_excused(day);
        }
        asks
    }

    /// What is asked of the days up to `until` of the week that starts on `from`, and how it stands. Only a goal for each day
    /// can tell its days apart.
    pub fn score(&self, from: Date, facts: Option<&WeekFacts>, assigned: u32, until: Date) -> Score {
        let none = WeekFacts::default();
        let asks = self.asks(from);
        let share = |whole: u32| {
            let days = asks.iter().filter(|asked| **asked).count() as u32;
            (u64::from(whole) * u64::from(days)).div_ceil(7) as u32
        };
        let known = facts.unwrap_or(&none);
        match self.goal {
            GroupGoal::Problems(goal, Period::Week) => {
                Score { goal: share(goal), solved: known.counted.iter().sum::<u32>() + known.late }
            }
            GroupGoal::Problems(goal, Period::Day) => {
                let asked = asks
                    .iter()
                    .zip(known.counted)
                    .zip(days(from))
                    .filter(|((asked, _), day)| **asked && *day <= until);
                let each = asked.map(|((_, counted), _)| (goal, counted.min(goal)));
                let (goal, solved) = each.fold((0_u32, 0), |(goals, sum), (goal, solved)| {
                    (goals.saturating_add(goal), sum + solved)
                });
                Score { goal, solved: solved + known.late }
            }
            GroupGoal::Assigned => {
                let missing = facts.map_or(assigned, |facts| facts.missing.len() as u32);
                Score { goal: share(assigned), solved: assigned.saturating_sub(missing) }
            }
        }
    }
}

/// The days of the week that starts on `from`.
pub(super) fn days(from: Date) -> impl Iterator<Item = Date> {
    (0_i64..7).map(move |nth| from.saturating_add(nth.days()))
}

/// What the weeks of a member brought. A commit of more files than `bulk` is an import. Where the group has no zone, weeks
/// settle in `zone`.
pub fn member_log(
    (group, member): (&Group, &Member),
    assigned: &BTreeMap<Date, Vec<ProblemId>>,
    facts: &MemberFacts<'_>,
    bulk: usize,
    zone: &TimeZone,
) -> MemberLog {
    let rule = &group.week;
    let solves = solves(facts, &rule.day, group.source, bulk);
    let days = solves.iter().filter(|solve| !solve.bulk).map(|solve| solve.day);
    let log = MemberLog { first: days.filter(|day| *day >= EARLIEST).min(), weeks: BTreeMap::new() };
    let asked = Asked::new(group, member, &log, None);
    let weeks = Weeks { group, asked, assigned, rule, zone }.of(&solves);
    MemberLog { weeks, ..log }
}

/// Puts a member's solves into weeks.
struct Weeks<'a> {
    group: &'a Group,
    asked: Asked<'a>,
    /// The problems assigned in each week, by its first day.
    assigned: &'a BTreeMap<Date, Vec<ProblemId>>,
    rule: &'a WeekRule,
    zone: &'a TimeZone,
}

impl<'a> Weeks<'a> {
    fn of(&self, solves: &[Solve<'a>]) -> BTreeMap<Date, WeekFacts> {
        let mut weeks: BTreeMap<Date, WeekFacts> = BTreeMap::new();
        for solve in solves.iter().filter(|solve| !solve.bulk && self.asked.is_member_on(solve.day)) {
            let from = self.rule.first_day(solve.day);
            weeks.entry(from).or_default().active |= 1 << place(from, solve.day);
        }
        self.count(&self.counting(solves), &mut weeks);
        self.assign(solves, &mut weeks);
        weeks
    }

    /// The solves that may count for a week, each with whether it counts there still: no import, and where only new ones
    /// count the first of a problem.
    fn counting(&self, solves: &[Solve<'a>]) -> BTreeMap<Date, Vec<Solve<'a>>> {
        let mut known: HashSet<ProblemRef<'_>> = HashSet::new();
        let mut of_day: HashSet<(Date, ProblemRef<'_>)> = HashSet::new();
        let mut counting: BTreeMap<Date, Vec<Solve<'a>>> = BTreeMap::new();
        for solve in solves {
            let is_new = known.insert(solve.problem);
            let counts = if self.group.only_new { is_new } else { of_day.insert((solve.day, solve.problem)) };
            if counts && !solve.bulk && self.asked.is_member_on(solve.day) {
                counting.entry(self.rule.first_day(solve.day)).or_default().push(*solve);
            }
        }
        counting
    }

    fn count(&self, counting: &BTreeMap<Date, Vec<Solve<'a>>>, weeks: &mut BTreeMap<Date, WeekFacts>) {
        let is_weekly = !matches!(self.asked.goal, GroupGoal::Problems(_, Period::Day));
        // The solves that counted for the week before, by their places.
        let mut taken: HashSet<usize> = HashSet::new();
        let before = counting.keys().map(|from| from.saturating_sub(7.days()));
        let all: BTreeSet<Date> = before.chain(counting.keys().copied()).collect();
        for from in all {
            let mut of_week: HashSet<ProblemRef<'_>> = HashSet::new();
            let own = counting.get(&from).map_or(&[][..], Vec::as_slice);
            let mut facts = weeks.remove(&from).unwrap_or_default();
            for (_, solve) in own.iter().enumerate().filter(|(nth, _)| !taken.contains(nth)) {
                let is_first = of_week.insert(solve.problem);
                if is_first || !is_weekly {
                    facts.counted[place(from, solve.day)] += 1;
                }
            }
            taken.clear();
            if let GroupGoal::Problems(..) = self.asked.goal {
                let settles = self.rule.settles_at(from, self.zone).as_second();
                let next = counting.get(&WeekRule::next(from)).map_or(&[][..], Vec::as_slice);
                for (nth, solve) in next.iter().enumerate().filter(|(_, solve)| solve.at < settles) {
                    let score = self.asked.score(from, Some(&facts), 0, Date::MAX);
                    if score.missing() > 0 && (of_week.insert(solve.problem) || !is_weekly) {
                        facts.late += 1;
                        taken.insert(nth);
                    }
                }
            }
            if facts != WeekFacts::default() {
                weeks.insert(from, facts);
            }
        }
    }

    /// Which of the assigned problems are missing.
    fn assign(&self, solves: &[Solve<'a>], weeks: &mut BTreeMap<Date, WeekFacts>) {
        let mut first: HashMap<ProblemRef<'_>, i64> = HashMap::new();
        for solve in solves {
            first.entry(solve.problem).or_insert(solve.at);
        }
        for (from, problems) in self.assigned {
            let settles = self.rule.settles_at(*from, self.zone).as_second();
            let is_missing = |problem: &ProblemId| {
                first.get(&ProblemRef::Problem(problem)).is_none_or(|at| *at >= settles)
            };
            let places = (0_u32..).zip(problems).filter(|(_, problem)| is_missing(problem));
            weeks.entry(*from).or_default().missing = places.map(|(place, _)| place).collect();
        }
    }
}

/// Which day of the week that starts on `from` it is.
fn place(from: Date, day: Date) -> usize {
    (day - from).get_days().clamp(0, 6) as usize
}

/// The moment from which on nothing changes a week any more.
pub(super) fn is_settled(rule: &WeekRule, from: Date, zone: &TimeZone, now: Timestamp) -> bool {
    rule.settles_at(from, zone) <= now
}
