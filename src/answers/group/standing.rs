//! How a week stands, for each member.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use super::log::{Asked, GroupLog, MemberLog, Score, WeekFacts, is_settled};
use super::roster::Roster;
use crate::model::{Group, Owed, ProblemId, SettledRow, SettledWeek, WeekRule};

/// A week of a group's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupWeek {
    /// What it is called.
    pub id: String,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// When it settles.
    pub settles_at: Timestamp,
    /// Whether it has.
    pub settled: bool,
}

/// How a week stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupStanding {
    /// The week.
    pub week: GroupWeek,
    /// The week before, where it has ended and can still be filled.
    pub unsettled: Option<GroupWeek>,
    /// Who is a member in it, in the order of the configuration.
    pub members: Vec<MemberStanding>,
}

/// How a week of a member's stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberStanding {
    /// Who, by their place among the configured members.
    pub member: usize,
    /// Days on which they solved anything, new or not.
    pub days: u32,
    /// Problems on each day of the week that count for it.
    pub by_day: [u32; 7],
    /// Problems that count toward the goal.
    pub solved: u32,
    /// Of these, the ones that were solved after the week's end.
    pub late: u32,
    /// Problems asked for; 0 where nothing is.
    pub goal: u32,
    /// Whether the goal is met. Where nothing is asked, it is.
    pub met: bool,
    /// What is assigned.
    pub assigned: AssignedStanding,
    /// Weeks that met their goals one after the other, up to this one.
    pub streak_weeks: u32,
    /// Days of the week on which they are a member and excused.
    pub excused_days: u32,
    /// Whether that is every day on which they are one.
    pub excused: bool,
    /// What it costs if the week ended now; `None` where the group has no fines.
    pub fine: Option<Owed>,
}

/// How a week's assignment stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssignedStanding {
    /// Problems that are solved.
    pub solved: u32,
    /// Problems that are assigned.
    pub total: u32,
    /// Those that are missing, in the order of the assignment.
    pub missing: Vec<ProblemId>,
}

/// A group as it is at a moment.
#[derive(Debug, Clone, Copy)]
pub struct GroupMoment<'a> {
    /// The group.
    pub group: &'a Group,
    /// What its weeks brought.
    pub log: &'a GroupLog,
    /// What is assigned, by the first days of weeks.
    pub assigned: &'a BTreeMap<Date, Vec<ProblemId>>,
    /// The weeks that were kept when they settled.
    pub kept: &'a [SettledWeek],
    /// The zone in which weeks settle where the group has none.
    pub zone: &'a TimeZone,
    /// The moment it is.
    pub now: Timestamp,
    /// The day it is.
    pub today: Date,
}

impl<'a> GroupMoment<'a> {
    /// The week that starts on `from`.
    pub fn week(&self, from: Date) -> GroupWeek {
        let rule = &self.group.week;
        let by_rule = || rule.settles_at(from, self.zone);
        GroupWeek {
            id: rule.id(from),
            from,
            to: WeekRule::last_day(from),
            settles_at: self.kept_week(from).and_then(|kept| kept.settles_at).unwrap_or_else(by_rule),
            settled: self.has_settled(from),
        }
    }

    fn kept_week(&self, from: Date) -> Option<&SettledWeek> {
        self.kept.iter().find(|kept| kept.from == from)
    }

    /// Whether the week that starts on `from` has settled. One that was kept stays settled, whatever the rule says by now.
    fn has_settled(&self, from: Date) -> bool {
        self.kept_week(from).is_some() || is_settled(&self.group.week, from, self.zone, self.now)
    }

    /// What is asked of each member.
    pub(super) fn asked(&self) -> Vec<(Asked<'a>, &'a MemberLog)> {
        let anybody = self.log.members.iter().filter_map(|log| log.first).min();
        let anybody = anybody.or(Some(self.group.week.first_day(self.today)));
        let members = self.group.members.iter().zip(&self.log.members);
        members.map(|(member, log)| (Asked::new(self.group, member, log, anybody), log)).collect()
    }

    /// How many problems are assigned in the week that starts on `from`.
    pub(super) fn assigned_in(&self, from: Date) -> u32 {
        self.assigned.get(&from).map_or(0, |problems| problems.len() as u32)
    }

    /// How a week of a member's stands by what is known now; `None` where they aren't one in it.
    pub(super) fn row(&self, asked: &Asked<'_>, log: &MemberLog, from: Date) -> Option<SettledRow> {
        let days = asked.member_days(from);
        if days == 0 {
            return None;
        }
        let facts = log.weeks.get(&from);
        let score = self.score(asked, log, from);
        // What of a week that isn't over is to come can't be missing yet.
        let so_far = asked.score(from, facts, self.assigned_in(from), self.today);
        let missing = if from > self.today { 0 } else { so_far.missing() };
        let fine = self.group.fine.as_ref();
        Some(SettledRow {
            name: asked.member.name.clone(),
            solved: score.solved,
            goal: score.goal,
            excused_days: asked.excused_days(from),
            excused: asked.excused_days(from) == days,
            fine: fine.map(|fine| Owed { amount: fine.of(missing), unit: fine.unit.clone() }),
        })
    }

    fn score(&self, asked: &Asked<'_>, log: &MemberLog, from: Date) -> Score {
        asked.score(from, log.weeks.get(&from), self.assigned_in(from), Date::MAX)
    }

    /// The weeks up to the one that starts on `from` that met their goals one after the other; of the member at a place.
    fn streak(
        &self,
        (place, asked): (usize, &Asked<'_>),
        log: &MemberLog,
        from: Date,
        kept: &Kept<'_>,
    ) -> u32 {
        let (mut week, mut streak) = (from, 0);
        while asked.begin <= WeekRule::last_day(week) {
            let score = match kept.row(week, place) {
                Some(row) => Score { goal: row.goal, solved: row.solved },
                None if asked.member_days(week) == 0 => Score { goal: 0, solved: 0 },
                None => self.score(asked, log, week),
            };
            if score.goal > 0 {
                if score.missing() == 0 {
                    streak += 1;
                } else if self.has_settled(week) {
                    break;
                }
            }
            let before = week.saturating_sub(7.days());
            if before == week {
                break;
            }
            week = before;
        }
        streak
    }
}

/// The weeks that were kept, to be looked up.
pub(super) struct Kept<'a> {
    /// The rows of each, by the places of who they are about.
    weeks: BTreeMap<Date, Vec<Option<&'a SettledRow>>>,
}

impl<'a> Kept<'a> {
    pub fn new(group: &Group, weeks: &'a [SettledWeek]) -> Self {
        let mut roster = Roster::of(group);
        let rows = |week: &'a SettledWeek| {
            let mut rows = vec![None; roster.len()];
            for row in &week.rows {
                let place = roster.place(&row.name);
                if place >= rows.len() {
                    rows.resize(place + 1, None);
                }
                rows[place] = Some(row);
            }
            (week.from, rows)
        };
        Self { weeks: weeks.iter().map(rows).collect() }
    }

    /// Whether a day of the week that starts on `from` is in a week that was kept. Weeks may have started on another weekday.
    pub fn has_day_of(&self, from: Date) -> bool {
        self.weeks.range(from.saturating_sub(6.days())..=WeekRule::last_day(from)).next().is_some()
    }

    /// What was kept of the member at `place` in the week that starts on `from`.
    pub fn row(&self, from: Date, place: usize) -> Option<&'a SettledRow> {
        self.weeks.get(&from)?.get(place).copied().flatten()
    }
}

/// How the week that starts on `from` stands. What was kept of it holds.
pub fn group_standing(moment: &GroupMoment<'_>, from: Date) -> GroupStanding {
    let kept = Kept::new(moment.group, moment.kept);
    let week = moment.week(from);
    let before = moment.week(from.saturating_sub(7.days()));
    let is_open = before.from < from && moment.today >= from && !before.settled;
    let members = moment.asked().into_iter().enumerate().filter_map(|(member, (asked, log))| {
        let found = moment.row(&asked, log, from)?;
        let row = kept.row(from, member).unwrap_or(&found);
        let none = WeekFacts::default();
        let facts = log.weeks.get(&from).unwrap_or(&none);
        let problems = moment.assigned.get(&from).map_or(&[][..], Vec::as_slice);
        let missing: Vec<ProblemId> = match log.weeks.get(&from) {
            Some(facts) => {
                facts.missing.iter().filter_map(|nth| problems.get(*nth as usize).cloned()).collect()
            }
            None => problems.to_vec(),
        };
        Some(MemberStanding {
            member,
            days: facts.active.count_ones(),
            by_day: facts.counted,
            solved: row.solved,
            late: facts.late,
            goal: row.goal,
            met: row.met(),
            assigned: AssignedStanding {
                solved: (problems.len() - missing.len()) as u32,
                total: problems.len() as u32,
                missing,
            },
            streak_weeks: moment.streak((member, &asked), log, from, &kept),
            excused_days: row.excused_days,
            excused: row.excused,
            fine: row.fine.clone(),
        })
    });
    GroupStanding { members: members.collect(), unsettled: is_open.then_some(before), week }
}
