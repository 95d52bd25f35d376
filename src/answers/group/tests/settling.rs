//! A settled week never changes, whatever comes later.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday, date, time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use proptest::prelude::*;

use super::super::*;
use super::plain::{
    AnyMember, BULK, Work, Worked, any_assigned, any_base, any_goal, any_member, any_rule, any_source,
    any_work, assigned_of, day_in, first_day, weeks,
};
use super::{Assigned, group, log_of, member};
use crate::model::{
    Fine, FinePer, Group, GroupGoal, Member, PracticeSource, SettledRow, SettledWeek, WeekRule,
};

/// What happens to a group between two looks at it.
#[derive(Debug, Clone)]
enum Event {
    /// Somebody, by their place, solves something, or commits with that date.
    Work(usize, Work),
    Goal(GroupGoal),
    OwnGoal(usize, Option<GroupGoal>),
    Assign(Vec<(i64, BTreeSet<u8>)>),
    Source(PracticeSource),
    Excuse(usize, i64, i64),
    Leave(usize, i64),
    Remove(usize),
    Add(AnyMember),
    Rule(WeekRule),
    Fine(Option<(u64, bool)>),
    OnlyNew(bool),
}

fn any_event() -> impl Strategy<Value = Event> {
    let who = || 0_usize..5;
    prop_oneof![
        6 => (who(), any_work(40)).prop_map(|(who, work)| Event::Work(who, work)),
        1 => any_assigned().prop_map(Event::Assign),
        1 => any_source().prop_map(Event::Source),
        1 => any_goal().prop_map(Event::Goal),
        1 => (who(), prop::option::of(any_goal())).prop_map(|(who, goal)| Event::OwnGoal(who, goal)),
        1 => (who(), 0_i64..40, 0_i64..9).prop_map(|(who, day, more)| Event::Excuse(who, day, more)),
        1 => (who(), 0_i64..40).prop_map(|(who, day)| Event::Leave(who, day)),
        1 => who().prop_map(Event::Remove),
        1 => any_member().prop_map(Event::Add),
        1 => any_rule().prop_map(Event::Rule),
        1 => prop::option::of((1_u64..9, any::<bool>())).prop_map(Event::Fine),
        1 => any::<bool>().prop_map(Event::OnlyNew),
    ]
}

/// A group, what is assigned, what its members did, and the weeks that were kept.
struct History {
    base: Date,
    group: Group,
    assigned: Vec<(i64, BTreeSet<u8>)>,
    work: Vec<Vec<Work>>,
    kept: Vec<SettledWeek>,
    /// How many members there ever were: each has a name of their own.
    names: usize,
}

impl History {
    fn join(&mut self, member: &AnyMember) {
        self.group.members.push(member.called(&format!("m{}", self.names), self.base));
        self.work.push(member.work.clone());
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
            Event::Work(who, work) if many > 0 => self.work[who % many].push(work),
            Event::Assign(assigned) => self.assigned = assigned,
            Event::Source(source) => self.group.source = source,
            Event::Goal(goal) => self.group.goal = goal,
            Event::OwnGoal(who, goal) => with(self, who, &|member| member.goal = goal),
            Event::Excuse(who, day, more) => with(self, who, &|member| {
                member.excused.push((base + day.days(), base + (day + more).days()));
            }),
            Event::Leave(who, day) => with(self, who, &|member| member.until = Some(base + day.days())),
            Event::Remove(who) if many > 0 => {
                self.group.members.remove(who % many);
                self.work.remove(who % many);
            }
            Event::Add(member) => self.join(&member),
            Event::Rule(rule) => self.group.week = rule,
            Event::Fine(fine) => {
                let per = |week| if week { FinePer::Week } else { FinePer::Problem };
                self.group.fine =
                    fine.map(|(missed, week)| Fine { missed, unit: "KRW".to_owned(), per: per(week) });
            }
            Event::OnlyNew(only_new) => self.group.only_new = only_new,
            Event::Work(..) | Event::Remove(_) => {}
        }
    }

    /// What is done by `now`, member by member.
    fn known(&self, now: Timestamp) -> Vec<Vec<Work>> {
        let begin = self.base.to_zoned_datetime(TimeZone::UTC).unwrap().timestamp();
        let is_done = |work: &&Work| begin + (30 * work.at).minutes() <= now;
        self.work.iter().map(|all| all.iter().filter(is_done).cloned().collect()).collect()
    }

    fn assigned(&self) -> Assigned {
        assigned_of(&self.group, self.base, &self.assigned)
    }

    /// Looks at it at `now`, and keeps what has settled: the weeks that are new, and the ledger.
    fn look(&mut self, now: Timestamp) -> (Vec<SettledWeek>, Ledger) {
        let assigned = self.assigned();
        let worked: Vec<_> = self.known(now).iter().map(|work| Worked::of(self.base, work)).collect();
        let facts: Vec<_> = worked.iter().map(Worked::facts).collect();
        let log = log_of(&self.group, &assigned, &facts, BULK, &TimeZone::UTC);
        let today = day_in(&self.group, now.as_second());
        let moment = GroupMoment {
            group: &self.group,
            log: &log,
            assigned: &assigned,
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
        (goal, source) in (any_goal(), any_source()),
        assigned in any_assigned(),
        members in prop::collection::vec(any_member(), 1..4),
        looks in prop::collection::vec((1_i64..24 * 12, prop::collection::vec(any_event(), 0..5)), 1..10),
    ) {
        let mut group = group(Vec::new());
        (group.week, group.goal, group.source) = (rule, goal, source);
        let mut history = History { base, group, assigned, work: Vec::new(), kept: Vec::new(), names: 0 };
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
                let (work, assigned) = (history.known(now), history.assigned());
                let anybody = work.iter().filter_map(|work| first_day(&history.group, base, work)).min();
                for (member, work) in history.group.members.iter().zip(&work) {
                    let row = week.rows.iter().find(|row| row.name == member.name);
                    let span = (base + (-8).days(), week.from);
                    let plain = weeks((&history.group, &assigned), member, (base, work), span, anybody);
                    if let Some((row, plain)) = row.zip(plain.get(&week.from)) {
                        prop_assert_eq!((row.solved, row.goal), (plain.solved, plain.goal), "{} in {}", row.name, week.from);
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
    let mut history =
        History { base, group, assigned: Vec::new(), work: vec![Vec::new()], kept: Vec::new(), names: 1 };
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
