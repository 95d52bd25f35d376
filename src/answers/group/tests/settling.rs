//! A settled week never changes, whatever comes later.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday, date, time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use proptest::prelude::*;

use super::super::*;
use super::plain::{AnyMember, any_base, any_member, any_rule, day_in, goal_of, solves_of, weeks};
use super::{NONE, group, log_of, member};
use crate::model::{Fine, FinePer, Group, Member, SettledRow, SettledWeek, WeekRule};

/// What happens to a group between two looks at it.
#[derive(Debug, Clone)]
enum Event {
    /// Somebody solves something, or commits with that date: by member, half hours after the first day, and number.
    Solve(usize, i64, u8),
    Goal((u32, bool)),
    OwnGoal(usize, Option<(u32, bool)>),
    Excuse(usize, i64, i64),
    Leave(usize, i64),
    Remove(usize),
    Add(AnyMember),
    Rule(WeekRule),
    Fine(Option<(u64, bool)>),
    OnlyNew(bool),
}

fn any_event() -> impl Strategy<Value = Event> {
    let goal = || (1_u32..4, any::<bool>());
    let who = || 0_usize..5;
    prop_oneof![
        6 => (who(), 0_i64..40 * 48, 0_u8..12).prop_map(|(who, at, number)| Event::Solve(who, at, number)),
        1 => goal().prop_map(Event::Goal),
        1 => (who(), prop::option::of(goal())).prop_map(|(who, goal)| Event::OwnGoal(who, goal)),
        1 => (who(), 0_i64..40, 0_i64..9).prop_map(|(who, day, more)| Event::Excuse(who, day, more)),
        1 => (who(), 0_i64..40).prop_map(|(who, day)| Event::Leave(who, day)),
        1 => who().prop_map(Event::Remove),
        1 => any_member().prop_map(Event::Add),
        1 => any_rule().prop_map(Event::Rule),
        1 => prop::option::of((1_u64..9, any::<bool>())).prop_map(Event::Fine),
        1 => any::<bool>().prop_map(Event::OnlyNew),
    ]
}

/// A group, what its members solved, and the weeks that were kept.
struct History {
    base: Date,
    group: Group,
    solves: Vec<Vec<(i64, u8)>>,
    kept: Vec<SettledWeek>,
    /// How many members there ever were: each has a name of their own.
    names: usize,
}

impl History {
    fn join(&mut self, member: &AnyMember) {
        self.group.members.push(member.called(&format!("m{}", self.names), self.base));
        self.solves.push(member.solves.clone());
        self.names += 1;
    }

    fn happen(&mut self, event: Event) {
        let base = self.base;
        let many = self.group.members.len();
        let with = |history: &mut Self, who: usize, change: &dyn Fn(&mut Member)| {
            if many > 0 {
                change(&mut history.group.members[who % many]);
            }
        };
        match event {
            Event::Solve(who, at, number) if many > 0 => self.solves[who % many].push((at, number)),
            Event::Goal(goal) => self.group.goal = goal_of(goal),
            Event::OwnGoal(who, goal) => with(self, who, &|member| member.goal = goal.map(goal_of)),
            Event::Excuse(who, day, more) => with(self, who, &|member| {
                member.excused.push((base + day.days(), base + (day + more).days()));
            }),
            Event::Leave(who, day) => with(self, who, &|member| member.until = Some(base + day.days())),
            Event::Remove(who) if many > 0 => {
                self.group.members.remove(who % many);
                self.solves.remove(who % many);
            }
            Event::Add(member) => self.join(&member),
            Event::Rule(rule) => self.group.week = rule,
            Event::Fine(fine) => {
                let per = |week| if week { FinePer::Week } else { FinePer::Problem };
                self.group.fine =
                    fine.map(|(missed, week)| Fine { missed, unit: "KRW".to_owned(), per: per(week) });
            }
            Event::OnlyNew(only_new) => self.group.only_new = only_new,
            Event::Solve(..) | Event::Remove(_) => {}
        }
    }

    /// What is solved by `now`, member by member.
    fn known(&self, now: Timestamp) -> Vec<Vec<crate::answers::AcceptedProblem>> {
        let until = |solves: &Vec<(i64, u8)>| {
            let mut solves = solves_of(self.base, solves);
            solves.retain(|one| one.at.seconds <= now.as_second());
            solves
        };
        self.solves.iter().map(until).collect()
    }

    /// Looks at it at `now`, and keeps what has settled: the weeks that are new, and the ledger.
    fn look(&mut self, now: Timestamp) -> (Vec<SettledWeek>, Ledger) {
        let solves = self.known(now);
        let facts: Vec<_> = solves.iter().map(|accepted| MemberFacts { repos: &[], accepted }).collect();
        let log = log_of(&self.group, NONE, &facts, 50, &TimeZone::UTC);
        let today = day_in(&self.group, now.as_second());
        let moment = GroupMoment {
            group: &self.group,
            log: &log,
            assigned: NONE,
            kept: &self.kept,
            zone: &TimeZone::UTC,
            now,
            today,
        };
        let new = newly_settled(&moment);
        let mut kept = self.kept.clone();
        kept.extend(new.iter().cloned());
        kept.sort_by_key(|week| week.from);
        let ledger = ledger(&GroupMoment { kept: &kept, ..moment });
        self.kept = kept;
        (new, ledger)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn a_settled_week_never_changes(
        base in any_base(),
        rule in any_rule(),
        goal in (1_u32..4, any::<bool>()),
        members in prop::collection::vec(any_member(), 1..4),
        looks in prop::collection::vec((1_i64..24 * 12, prop::collection::vec(any_event(), 0..5)), 1..10),
    ) {
        let mut group = group(Vec::new());
        (group.week, group.goal) = (rule, goal_of(goal));
        let mut history = History { base, group, solves: Vec::new(), kept: Vec::new(), names: 0 };
        for member in &members {
            history.join(member);
        }
        let mut now = base.to_zoned_datetime(TimeZone::UTC).unwrap().timestamp();
        let mut settled: BTreeMap<Date, Vec<SettledRow>> = BTreeMap::new();
        for (hours, events) in looks {
            now += hours.hours();
            let (new, ledger) = history.look(now);
            for week in new {
                // It has settled, it is kept once, and no day is settled twice.
                prop_assert!(history.group.week.settles_at(week.from, &TimeZone::UTC) <= now);
                let near = settled.keys().find(|from| (**from - week.from).get_days().abs() < 7);
                prop_assert_eq!(near, None, "week of {}", week.from);
                // When it was kept it was what was known then.
                let solves = history.known(now);
                let anybody = solves.iter().flatten().map(|one| day_in(&history.group, one.at.seconds)).min();
                for (member, solves) in history.group.members.iter().zip(&solves) {
                    let row = week.rows.iter().find(|row| row.name == member.name);
                    let plain = weeks(&history.group, member, solves, (base + (-8).days(), week.from), anybody);
                    if let Some((row, (solved, goal))) = row.zip(plain.get(&week.from)) {
                        prop_assert_eq!((row.solved, row.goal), (*solved, *goal), "{} in {}", row.name, week.from);
                    }
                }
                settled.insert(week.from, week.rows);
            }
            // Whatever has happened since, each is what it was.
            let kept: BTreeMap<_, _> = ledger.weeks.iter().filter(|week| week.kept).map(|week| (week.week.from, week.rows.clone())).collect();
            prop_assert_eq!(&kept, &settled);
            let sum: u64 = settled.values().flatten().filter_map(|row| row.fine.as_ref()).map(|owed| owed.amount).sum();
            let told: u64 = ledger.totals.iter().filter_map(|(_, owed)| owed.as_ref()).map(|owed| owed.amount).sum();
            let open: u64 = ledger.weeks.iter().filter(|week| !week.kept && week.week.settled).flat_map(|week| &week.rows)
                .filter_map(|row| row.fine.as_ref()).map(|owed| owed.amount).sum();
            prop_assert_eq!(told, sum + open);
            for event in events {
                history.happen(event);
            }
        }
    }
}

/// A group of one who should solve one problem a week and doesn't, from Monday, 2026-12-14, on; what a look at it a week and
/// a half later keeps.
fn settled_once() -> (History, Timestamp, Vec<SettledWeek>) {
    let base = date(2026, 12, 14);
    let mut group = group(vec![member("ada")]);
    (group.from, group.week.settles) = (Some(base), None);
    let mut history = History { base, group, solves: vec![Vec::new()], kept: Vec::new(), names: 1 };
    let now = "2026-12-25T00:00:00Z".parse().unwrap();
    let (kept, _) = history.look(now);
    assert_eq!(kept.iter().map(|week| week.from).collect::<Vec<_>>(), [base]);
    (history, now, kept)
}

#[test]
fn a_kept_week_stays_settled_when_weeks_settle_later_from_then_on() {
    let (mut history, now, kept) = settled_once();
    history.group.week.settles = Some((Weekday::Sunday, time(0, 0, 0, 0)));
    let (_, ledger) = history.look(now);
    assert!(ledger.weeks[0].week.settled);
    assert_eq!(ledger.totals[0].1, kept[0].rows[0].fine);
    assert_eq!(ledger.totals[0].1.as_ref().unwrap().amount, 2000);
}

#[test]
fn days_of_a_kept_week_are_not_settled_again_when_weeks_start_on_another_day() {
    let (mut history, now, _) = settled_once();
    history.group.week.starts = Weekday::Sunday;
    let (new, ledger) = history.look(now + (24 * 30).hours());
    // The week from the 20th on has its Sunday in the one that was kept.
    assert_eq!(new[0].from, date(2026, 12, 27));
    assert_eq!(ledger.weeks[1].week.from, date(2026, 12, 27));
}
