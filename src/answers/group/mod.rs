//! A study group: what each member solved, week by week, against what was asked of them.
//!
//! - A problem is solved on the day of the commit or of the submission, by the group's zone, and counts for the week of that
//!   day. Where a week settles after its end, what is solved in between fills what the week still lacks, and counts for the
//!   new week beyond that; each problem counts for one of the two.
//! - A week's goal is asked of the days on which someone is a member and not excused: a goal of 5 a week asks for 3 where 4
//!   days are left (the share of the days, rounded up), a goal for each day asks on those days alone, and nothing is asked of
//!   a week without any. The same share is asked of what is assigned.
//! - An assigned problem is solved where the member solved it before the week settles, however long ago.
//! - A streak is counted in weeks that met their goal; weeks that ask nothing bridge it, and one that can still be met
//!   doesn't end it.
//! - What was kept when a week settled holds whatever was found since ([`Ledger`]).

mod calendar;
mod days;
mod ledger;
mod log;
mod month;
mod ratings;
mod roster;
mod solves;
mod standing;
mod suggest;
#[cfg(test)]
mod tests;

pub use calendar::{GroupCalendar, GroupDay, MemberCalendar, MemberWeekDays, group_calendar};
pub use days::{DayProblem, MemberDay, member_days};
pub use ledger::{ChangedRow, Ledger, LedgerWeek, ledger, newly_settled};
pub use log::{GroupLog, MemberLog, WeekFacts, member_log};
pub use month::{GroupMonth, MemberMonth, group_month};
pub use ratings::MemberRating;
pub use solves::MemberFacts;
pub use standing::{AssignedStanding, GroupMoment, GroupStanding, GroupWeek, MemberStanding, group_standing};
pub use suggest::{MemberMark, SharedWork, SuggestedMember, suggested_members};
