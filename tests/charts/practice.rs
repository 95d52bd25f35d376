//! Practice to draw: calendars.

use cpt_tracker::answers::{PracticeLog, streak_of};
use cpt_tracker::model::{Period, PracticeDay, RestDay, StreakRules};
use cpt_tracker::plot::{Frame, heatmap};
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};

use crate::cases::{Case, SplitMix64, TODAY};

fn day(date: Date, solved: u32, bulk: u32) -> PracticeDay {
    PracticeDay {
        date,
        solved,
        new: solved - solved / 4,
        revised: solved / 4,
        commits: solved.max(1),
        bulk,
        bulk_new: bulk,
    }
}

/// The last `count` days, of which the more are idle the greater `idle` is.
pub fn days(seed: u64, count: i64, idle: i64) -> Vec<PracticeDay> {
    let mut dice = SplitMix64(seed);
    (0..count)
        .rev()
        .map(|ago| TODAY.saturating_sub(ago.days()))
        .filter_map(|date| {
            let rolled = dice.roll(10 + idle) - idle;
            (rolled > 0).then(|| day(date, (rolled * rolled / 14 + 1) as u32, 0))
        })
        .collect()
}

/// The last `count` days but every 40th, on which nothing was done; with rest days on Sundays.
fn steady(count: i64) -> Vec<PracticeDay> {
    let mut dice = SplitMix64(5);
    let dates = (0..count).rev().filter(|ago| ago % 40 != 39).map(|ago| TODAY.saturating_sub(ago.days()));
    let working = dates.filter(|date| date.weekday() != Weekday::Sunday);
    working.map(|date| day(date, 1 + (dice.roll(4) * dice.roll(4) / 3) as u32, 0)).collect()
}

/// The part of a picture's frame that a case sets.
#[derive(Default)]
pub struct View {
    pub size: Option<&'static str>,
    pub since: Option<Date>,
    pub until: Option<Date>,
}

impl View {
    pub fn of(&self, frame: &Frame) -> Frame {
        let size = self.size.map(|size| size.parse().unwrap()).or(frame.size);
        Frame { size, since: self.since, until: self.until, ..frame.clone() }
    }
}

pub fn calendar(name: &'static str, days: Vec<PracticeDay>, rules: StreakRules, view: View) -> Case {
    let total_solved = days.iter().fold(0, |sum: u32, day| sum.saturating_add(day.solved));
    let answer = streak_of(PracticeLog { days, total_solved }, &rules, TODAY);
    Case::new(name, move |frame| heatmap(&answer, &rules, &view.of(frame)))
}

pub fn all() -> Vec<Case> {
    calendars().into_iter().chain(crate::worked::all()).collect()
}

fn calendars() -> Vec<Case> {
    let daily = StreakRules::default;
    let goal = |goal| StreakRules { goal, ..daily() };
    let rests = vec![RestDay::Weekly(Weekday::Sunday), RestDay::On(date(2026, 2, 17))];
    let resting = || StreakRules { rest_days: rests.clone(), ..daily() };
    let mut imported = days(78, 500, 4);
    imported.retain(|day| day.date.weekday() != Weekday::Sunday);
    for date in [date(2025, 6, 3), date(2025, 6, 4), date(2025, 11, 20)] {
        imported.retain(|day| day.date != date);
        imported.push(day(date, 0, 180));
    }
    imported.sort_by_key(|day| day.date);
    let ahead = vec![day(TODAY, 2, 0), day(date(2026, 3, 20), 9, 0)];
    let since = |since| View { since: Some(since), ..View::default() };
    let sized = |size| View { size: Some(size), ..View::default() };
    let all = date(2000, 1, 1);
    vec![
        calendar("calendar", days(77, 800, 5), goal(2), View::default()),
        calendar("calendar_rest_and_bulk", imported, resting(), View::default()),
        calendar("calendar_empty", vec![], daily(), View::default()),
        calendar("calendar_first_day", ahead, daily(), View::default()),
        calendar("calendar_broken", days(79, 700, 60), goal(4), View::default()),
        calendar("calendar_steady", steady(900), resting(), View::default()),
        calendar(
            "calendar_weeks",
            days(80, 500, 3),
            StreakRules { goal: 9, per: Period::Week, ..daily() },
            View::default(),
        ),
        calendar("calendar_three_years", steady(900), resting(), since(all)),
        calendar("calendar_fifteen_years", days(81, 5400, 4), daily(), since(all)),
        calendar(
            "calendar_last_spring",
            days(77, 800, 5),
            daily(),
            View { until: Some(date(2025, 5, 31)), ..since(date(2025, 3, 1)) },
        ),
        calendar("calendar_1200x630", steady(900), resting(), sized("1200x630")),
        calendar("calendar_600x320", days(77, 800, 5), daily(), sized("600x320")),
        calendar(
            "calendar_years_600x900",
            days(77, 1800, 5),
            daily(),
            View { size: Some("600x900"), ..since(all) },
        ),
    ]
}

/// What no clock would say.
pub fn absurd() -> Vec<Case> {
    let ends = || vec![day(Date::MIN, 1, 0), day(TODAY, u32::MAX, u32::MAX)];
    let always = View { since: Some(Date::MIN), until: Some(Date::MAX), size: None };
    vec![
        calendar("ends_of_time", ends(), StreakRules::default(), View::default()),
        calendar("all_of_time", ends(), StreakRules::default(), always),
        calendar(
            "nothing_of_time",
            ends(),
            StreakRules::default(),
            View { since: Some(Date::MAX), ..View::default() },
        ),
    ]
}
