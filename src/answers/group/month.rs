//! A month of a group's: the weeks that end in it, together.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::standing::{GroupMoment, group_standing};
use crate::model::{Group, Owed, WeekRule};

/// The weeks that end in a month, together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupMonth {
    /// The first day of the first of its weeks.
    pub from: Date,
    /// The last day of the last one.
    pub to: Date,
    /// What its weeks are called.
    pub weeks: Vec<String>,
    /// Who is a member in any, in the order of the configuration.
    pub members: Vec<MemberMonth>,
}

/// A month of a member's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberMonth {
    /// Who, by their place among the configured members.
    pub member: usize,
    /// Days on which they solved anything.
    pub days: u32,
    /// Problems that count toward the goals.
    pub solved: u32,
    /// Problems asked for.
    pub goal: u32,
    /// Weeks that met their goal.
    pub weeks_met: u32,
    /// Weeks that asked for anything and have begun.
    pub weeks: u32,
    /// Days on which they were excused.
    pub excused_days: u32,
    /// What all of it costs, as far as it is over; `None` where the group has no fines. Of units that changed in the month, the
    /// last one.
    pub fine: Option<Owed>,
}

/// The weeks that end in the month of `day`, as far as they have begun.
pub fn group_month(moment: &GroupMoment<'_>, day: Date) -> GroupMonth {
    let mut members: BTreeMap<usize, MemberMonth> = BTreeMap::new();
    let weeks = weeks_of_month(moment.group, day).into_iter().map(|from| group_standing(moment, from));
    let weeks: Vec<_> = weeks.collect();
    for week in weeks.iter().filter(|week| week.week.from <= moment.today) {
        for row in &week.members {
            let month = members.entry(row.member).or_insert_with(|| MemberMonth {
                member: row.member,
                days: 0,
                solved: 0,
                goal: 0,
                weeks_met: 0,
                weeks: 0,
                excused_days: 0,
                fine: None,
            });
            month.days += row.days;
            month.solved += row.solved;
            month.goal = month.goal.saturating_add(row.goal);
            month.excused_days += row.excused_days;
            if row.goal > 0 {
                month.weeks += 1;
                month.weeks_met += u32::from(row.met);
            }
            if let Some(fine) = &row.fine {
                let before = month.fine.as_ref().filter(|owed| owed.unit == fine.unit);
                let amount = before.map_or(0, |owed| owed.amount).saturating_add(fine.amount);
                month.fine = Some(Owed { amount, unit: fine.unit.clone() });
            }
        }
    }
    GroupMonth {
        from: weeks.first().map_or(day, |week| week.week.from),
        to: weeks.last().map_or(day, |week| week.week.to),
        weeks: weeks.into_iter().map(|week| week.week.id).collect(),
        members: members.into_values().collect(),
    }
}

/// The first days of the weeks that end in the month of `day`.
fn weeks_of_month(group: &Group, day: Date) -> Vec<Date> {
    let (first, last) = (day.first_of_month(), day.last_of_month());
    let mut week = group.week.first_day(first);
    let mut weeks = Vec::new();
    while WeekRule::last_day(week) <= last {
        weeks.push(week);
        let next = week.saturating_add(7.days());
        if next == week {
            break;
        }
        week = next;
    }
    weeks
}
