//! Some weeks of a group's, day by day.

use jiff::civil::Date;

use super::log::{WeekFacts, days};
use super::standing::{GroupMoment, GroupWeek, Kept};
use crate::model::{SettledRow, WeekRule};

/// Consecutive weeks of a group's, and what its members did in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupCalendar {
    /// The weeks, oldest first.
    pub weeks: Vec<GroupWeek>,
    /// Who is a member in any of them, in the order of the configuration.
    pub members: Vec<MemberCalendar>,
}

/// What a member did in the weeks of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberCalendar {
    /// Who, by their place among the configured members.
    pub member: usize,
    /// Each of the weeks; `None` where they aren't a member in it.
    pub weeks: Vec<Option<MemberWeekDays>>,
}

/// A week of a member's, day by day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberWeekDays {
    /// Its days, in order.
    pub days: [GroupDay; 7],
    /// How it stands; what was kept when it settled holds.
    pub row: SettledRow,
}

/// A day of a member's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupDay {
    /// They aren't a member on it, or it is to come.
    Outside,
    /// They are excused on it and solved nothing.
    Excused,
    /// They solved nothing on it.
    Idle,
    /// Nothing that they solved on it counts.
    Uncounted,
    /// So many problems count.
    Solved(u32),
}

/// The weeks from the one that holds `from` to the one that holds `to`.
pub fn group_calendar(moment: &GroupMoment<'_>, (from, to): (Date, Date)) -> GroupCalendar {
    let rule = &moment.group.week;
    let next = |week: &Date| Some(WeekRule::next(*week)).filter(|next| next > week);
    let weeks = std::iter::successors(Some(rule.first_day(from)), next).take_while(|week| *week <= to);
    let weeks: Vec<GroupWeek> = weeks.map(|week| moment.week(week)).collect();
    let kept = Kept::new(moment.group, moment.kept);
    let none = WeekFacts::default();
    let members = moment.asked().into_iter().enumerate().filter_map(|(member, (asked, log))| {
        let week = |week: &GroupWeek| {
            let found = moment.row(&asked, log, week.from)?;
            let facts = log.weeks.get(&week.from).unwrap_or(&none);
            let day = |(nth, day): (usize, Date)| match facts.counted[nth] {
                _ if day > moment.today || !asked.is_member_on(day) => GroupDay::Outside,
                0 if facts.active & (1 << nth) != 0 => GroupDay::Uncounted,
                0 if asked.member.is_excused(day) => GroupDay::Excused,
                0 => GroupDay::Idle,
                solved => GroupDay::Solved(solved),
            };
            let mut told = [GroupDay::Outside; 7];
            told.iter_mut().zip(days(week.from).enumerate()).for_each(|(told, one)| *told = day(one));
            let row = kept.row(week.from, member).cloned().unwrap_or(found);
            Some(MemberWeekDays { days: told, row })
        };
        let weeks: Vec<_> = weeks.iter().map(week).collect();
        weeks.iter().any(Option::is_some).then_some(MemberCalendar { member, weeks })
    });
    GroupCalendar { members: members.collect(), weeks }
}
