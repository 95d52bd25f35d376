//! Charts of study groups.

use cpt_tracker::answers::group::{GroupCalendar, GroupDay, GroupWeek, MemberCalendar, MemberWeekDays};
use cpt_tracker::model::{
    DayRule, Group, GroupGoal, Judge, Member, Period, PracticeSource, RatingSeries, SettledRow, Track,
    WeekRule,
};
use cpt_tracker::plot::{group_calendar, group_ratings};
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use crate::cases::{Case, LAST, SplitMix64, TODAY, series, walk};

/// What members are called, one after the other: also what is long, wide or no word.
const NAMES: [&str; 8] = [
    "ada",
    "bea",
    "김민지",
    "a name that is as long as a name in a group can be, to the end",
    "</text><script>alert(1)</script>",
    "\u{202e}\u{1b}[31mevil",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "eun",
];

fn name(nth: usize) -> String {
    let name = NAMES[nth % NAMES.len()];
    if nth < NAMES.len() { name.to_owned() } else { format!("{nth} {name}") }
}

fn group(members: usize) -> Group {
    let member = |nth| Member { name: name(nth), ..Member::default() };
    Group {
        name: "Monday <group>".to_owned(),
        week: WeekRule {
            day: DayRule { timezone: Some(TimeZone::UTC), starts_at: jiff::SignedDuration::ZERO },
            starts: Weekday::Monday,
            settles: None,
        },
        from: None,
        goal: GroupGoal::Problems(5, Period::Week),
        only_new: true,
        source: PracticeSource::Both,
        fine: None,
        members: (0..members).map(member).collect(),
        assigned: Vec::new(),
    }
}

fn calendar(group: &Group, weeks: i64) -> GroupCalendar {
    let mut dice = SplitMix64(5);
    let this = group.week.first_day(TODAY);
    let of = |ago: i64| this.saturating_sub(ago.weeks());
    let week = |from: Date| GroupWeek {
        id: group.week.id(from),
        from,
        to: WeekRule::last_day(from),
        settles_at: group.week.settles_at(from, &TimeZone::UTC),
        settled: from < this,
    };
    let mut days = |from: Date, member: usize| {
        let day = |nth: i64| match (dice.roll(9), from.saturating_add(nth.days()) > TODAY) {
            (_, true) => GroupDay::Outside,
            (0..4, _) => GroupDay::Idle,
            (4, _) => GroupDay::Uncounted,
            (roll, _) => GroupDay::Solved(roll as u32 - 4),
        };
        let days: Vec<GroupDay> = (0..7).map(day).collect();
        let days: [GroupDay; 7] = days.try_into().unwrap();
        let solved =
            days.iter().map(|day| if let GroupDay::Solved(solved) = day { *solved } else { 0 }).sum();
        let row =
            SettledRow { name: name(member), solved, goal: 5, excused_days: 0, excused: false, fine: None };
        MemberWeekDays { days, row }
    };
    let members = (0..group.members.len()).map(|member| {
        let weeks = (0..weeks).rev().map(|ago| match (member, ago) {
            // One joined late, and one is on holiday.
            (1, 4..) => None,
            (2, 1..3) => {
                let idle = days(of(ago), member);
                let row = SettledRow { solved: 0, goal: 0, excused_days: 7, excused: true, ..idle.row };
                Some(MemberWeekDays { days: [GroupDay::Excused; 7], row })
            }
            _ => Some(days(of(ago), member)),
        });
        MemberCalendar { member, weeks: weeks.collect() }
    });
    let members = members.collect();
    GroupCalendar { weeks: (0..weeks).rev().map(|ago| week(of(ago))).collect(), members }
}

fn days(name: &'static str, members: usize, weeks: i64) -> Case {
    Case::new(name, move |frame| {
        let group = group(members);
        group_calendar(&group, &calendar(&group, weeks), frame)
    })
}

fn ratings(name: &'static str, members: usize, spread: i64) -> Case {
    Case::new(name, move |frame| {
        let of = |nth: usize| {
            let history = walk(nth as u64 + 3, 20, 600, LAST, 300, 900 + spread * nth as i64);
            series(Judge::ATCODER, Track::Algorithm, "minjun_kim", history)
        };
        let names: Vec<String> = (0..members).map(self::name).collect();
        let series: Vec<(&str, RatingSeries)> =
            names.iter().enumerate().map(|(nth, name)| (name.as_str(), of(nth))).collect();
        Ok(group_ratings(&series, frame)?.unwrap())
    })
}

pub fn all() -> Vec<Case> {
    vec![
        days("group", 8, 8),
        days("group_of_one", 1, 1),
        days("group_of_thirty", 30, 8),
        days("group_small", 30, 40).sized("group_small", "600x320"),
        days("group_large", 5, 8).sized("group_large", "3840x2160"),
        ratings("group_ratings", 5, 150),
        ratings("group_ratings_of_one", 1, 0),
        ratings("group_ratings_of_thirty", 30, 15),
        ratings("group_ratings_alike", 30, 0).sized("group_ratings_alike", "600x320"),
    ]
}
