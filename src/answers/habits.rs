//! Where the habit holds and where it gives: days met by week, month and weekday.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::streak::{counted, meets_goal};
use crate::model::{Period, PracticeDay, StreakRules};

/// How far back weekdays are compared, in weeks.
const WEEKS_BACK: i64 = 26;

/// Fewer weeks than this tell nothing of weekdays.
const LEAST_WEEKS: u32 = 4;

/// A week or a month with practice in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PracticeSpan {
    /// Its first day.
    pub from: Date,
    /// Days that met the goal; where the goal is a week's, days on which anything was solved.
    pub met: u32,
    /// Problems, day by day, bulk commits apart.
    pub solved: u32,
}

/// How a weekday fared lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekdayShare {
    /// Which.
    pub weekday: Weekday,
    /// How often it met the goal.
    pub met: u32,
    /// How often it came.
    pub of: u32,
}

/// Days met by week, month and weekday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Habits {
    /// Weeks with practice, oldest first; they begin on Monday.
    pub weeks: Vec<PracticeSpan>,
    /// Months with practice, oldest first.
    pub months: Vec<PracticeSpan>,
    /// The weekday that meets the goal least often, over the half year before today; `None` where several do or there
    /// are fewer than four weeks to tell from. Rest days are left out.
    pub weakest_weekday: Option<WeekdayShare>,
}

/// What the days (oldest first) say of the habit, as seen on `today`. Days to come are left out.
pub fn habits(days: &[PracticeDay], rules: &StreakRules, today: Date) -> Habits {
    let past = || days.iter().filter(|day| day.date <= today);
    Habits {
        weeks: stretches(past(), rules, |date| Period::Week.around(date)),
        months: stretches(past(), rules, |date| (date.first_of_month(), date.last_of_month())),
        weakest_weekday: weakest(past(), rules, today),
    }
}

fn stretches<'a>(
    days: impl Iterator<Item = &'a PracticeDay>,
    rules: &StreakRules,
    around: impl Fn(Date) -> (Date, Date),
) -> Vec<PracticeSpan> {
    let mut stretches: Vec<PracticeSpan> = Vec::new();
    let mut end = Date::MIN;
    for day in days {
        if stretches.is_empty() || day.date > end {
            let (from, to) = around(day.date);
            stretches.push(PracticeSpan { from, met: 0, solved: 0 });
            end = to;
        }
        if let Some(stretch) = stretches.last_mut() {
            stretch.met += u32::from(meets_goal(day, rules));
            stretch.solved += counted(day, rules);
        }
    }
    stretches
}

fn weakest<'a>(
    days: impl Iterator<Item = &'a PracticeDay>,
    rules: &StreakRules,
    today: Date,
) -> Option<WeekdayShare> {
    let days: Vec<&PracticeDay> = days.collect();
    let back = today.checked_sub((7 * WEEKS_BACK).days()).unwrap_or(Date::MIN);
    let from = back.max(days.first()?.date);
    let mut shares = [(0_u32, 0_u32); 7];
    let place = |date: Date| date.weekday().to_monday_zero_offset() as usize;
    for date in from.series(1.days()).take_while(|date| *date < today).filter(|date| !rules.rests_on(*date)) {
        shares[place(date)].1 += 1;
    }
    for day in days.iter().filter(|day| (from..today).contains(&day.date) && !rules.rests_on(day.date)) {
        shares[place(day.date)].0 += u32::from(meets_goal(day, rules));
    }
    let shares = shares.iter().zip(0_i8..).filter_map(|(&(met, of), place)| {
        let weekday = Weekday::from_monday_zero_offset(place).ok()?;
        (of >= LEAST_WEEKS).then_some(WeekdayShare { weekday, met, of })
    });
    let mut shares: Vec<WeekdayShare> = shares.collect();
    // Compared as fractions: a / b < c / d where a * d < c * b.
    shares.sort_by_key(|share| u64::from(share.met) * 1_000_000 / u64::from(share.of));
    match shares[..] {
        [least, next, ..] if least.met * next.of < next.met * least.of => Some(least),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// Problems solved on each of the days that end on `last`.
    fn days(last: Date, solved: &[u32]) -> Vec<PracticeDay> {
        let first = last - (solved.len() as i64 - 1).days();
        let days = first.series(1.days()).zip(solved);
        days.map(|(date, &solved)| PracticeDay {
            date,
            solved,
            new: solved,
            revised: 0,
            commits: 1,
            bulk: 0,
            bulk_new: 0,
        })
        .collect()
    }

    #[test]
    fn weeks_and_months_count_the_days_that_met_the_goal() {
        // From Sunday 2026-11-29 to Wednesday 2026-12-02.
        let rules = StreakRules { goal: 2, ..StreakRules::default() };
        let habits = habits(&days(date(2026, 12, 2), &[2, 1, 3, 2]), &rules, date(2026, 12, 1));
        let stretch = |from, met, solved| PracticeSpan { from, met, solved };
        assert_eq!(habits.weeks, [stretch(date(2026, 11, 23), 1, 2), stretch(date(2026, 11, 30), 1, 4)]);
        assert_eq!(habits.months, [stretch(date(2026, 11, 1), 1, 3), stretch(date(2026, 12, 1), 1, 3)]);
        assert_eq!(habits.weakest_weekday, None);
    }

    #[test]
    fn the_weakest_weekday_is_one_that_stands_out_and_no_rest_day() {
        // Sunday 2026-11-22 ends eight weeks in which Saturdays and Sundays are missed, Sundays but once.
        let mut solved: Vec<u32> = (0..56).map(|day| u32::from(day % 7 < 5)).collect();
        solved[6] = 1;
        let days = days(date(2026, 11, 22), &solved);
        let weakest = |rest_days: &[crate::model::RestDay]| {
            let rules = StreakRules { rest_days: rest_days.to_vec(), ..StreakRules::default() };
            habits(&days, &rules, date(2026, 11, 23)).weakest_weekday
        };
        let share = |weekday, met| Some(WeekdayShare { weekday, met, of: 8 });
        assert_eq!(weakest(&[]), share(Weekday::Saturday, 0));
        assert_eq!(weakest(&[crate::model::RestDay::Weekly(Weekday::Saturday)]), share(Weekday::Sunday, 1));
    }
}
