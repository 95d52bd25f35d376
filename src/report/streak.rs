//! The habit in words, and as a small calendar.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::paint::Paint;
use super::words;
use crate::model::{PracticeDay, StreakRules, count};
use crate::stats::{Steps, StreakAnswer, StreakState};

/// One line: the streak, and what today still asks for.
pub fn streak_line(answer: &StreakAnswer) -> String {
    let today = &answer.today;
    let streak = Paint::Strong.on(format!("Streak {}", count(answer.current, "day")));
    let missing = count(today.goal.saturating_sub(today.solved).max(1), "more problem");
    let so_far = if today.solved > 0 { format!("{} solved today, ", today.solved) } else { String::new() };
    match answer.state {
        StreakState::Done if today.done => {
            format!("{streak}; {}, {} solved", Paint::Good.on("today is done"), today.solved)
        }
        StreakState::Done => format!("{streak}; today is a rest day"),
        StreakState::AtRisk => {
            format!("{streak} {}; {so_far}{missing} today keeps it", Paint::Warn.on("at risk"))
        }
        StreakState::Broken => {
            format!("{}; {so_far}{missing} today begins a new one", Paint::Warn.on("Streak broken"))
        }
        StreakState::None => format!("No streak yet; {so_far}{missing} today begins one"),
    }
}

/// All that `cpt streak` says; `weeks` is how many the calendar shows.
pub fn streak(answer: &StreakAnswer, rules: &StreakRules, weeks: usize) -> String {
    let mut text = streak_line(answer) + "\n";
    if let (Some(from), Some(to)) = (answer.longest_from, answer.longest_to) {
        let today = answer.today.date;
        text.push_str(&format!(
            "Longest {}, {} to {}; {} on {} in all\n",
            count(answer.longest, "day"),
            words::day(from, today),
            words::day(to, today),
            count(answer.total_solved, "problem"),
            count(answer.total_days, "day"),
        ));
    }
    if answer.rest_days_used > 0 {
        let days = count(answer.rest_days_used, "rest day");
        text.push_str(&format!("The current streak bridges {days}\n"));
    }
    if !answer.days.is_empty() {
        text.push('\n');
        text.push_str(&calendar(answer, rules, weeks));
    }
    text
}

/// The last `weeks` weeks, a column each, Monday first.
pub fn calendar(answer: &StreakAnswer, rules: &StreakRules, weeks: usize) -> String {
    let today = answer.today.date;
    let weekday = i64::from(today.weekday().to_monday_zero_offset());
    let back = |days: i64| today.checked_sub(days.days()).unwrap_or(Date::MIN);
    let first = back(weekday + 7 * (weeks.max(1) as i64 - 1));
    let days: HashMap<Date, &PracticeDay> = answer.days.iter().map(|day| (day.date, day)).collect();
    let shown = || answer.days.iter().filter(|day| (first..=today).contains(&day.date));
    let steps = Steps::of(shown().map(|day| day.solved));

    let mut text = month_line(first, today);
    for (row, name) in ["Mon", "", "Wed", "", "Fri", "", "Sun"].into_iter().enumerate() {
        let mut line = format!("{name:<4}");
        for week in 0..weeks.max(1) as i64 {
            let Ok(date) = first.checked_add((7 * week + row as i64).days()) else { continue };
            if date <= today {
                let cell = cell(days.get(&date).copied(), date, rules, &steps);
                line.push_str(if date == today { "[" } else { " " });
                line.push_str(&cell);
                if date == today {
                    line.push(']');
                }
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.push_str(&legend(&steps, rules, shown().any(|day| day.bulk > 0)));
    text
}

const GLYPHS: [char; 5] = ['·', '░', '▒', '▓', '█'];

fn cell(day: Option<&PracticeDay>, date: Date, rules: &StreakRules, steps: &Steps) -> String {
    match day {
        Some(day) if day.solved > 0 => {
            let step = steps.step(day.solved);
            Paint::Step(step).on(GLYPHS[step])
        }
        Some(day) if day.bulk > 0 => Paint::Step(1).on('+'),
        _ if rules.rests_on(date) => Paint::Faint.on('-'),
        _ => Paint::Step(0).on(GLYPHS[0]),
    }
}

/// The months' names over the weeks in which they begin.
fn month_line(first: Date, today: Date) -> String {
    let mut line = "    ".to_owned();
    let mut last_month = None;
    for (week, monday) in first.series(7.days()).take_while(|monday| *monday <= today).enumerate() {
        let sunday = monday.checked_add(6.days()).unwrap_or(monday).min(today);
        let column = 5 + 2 * week;
        if last_month != Some(sunday.month()) && line.chars().count() < column {
            line.push_str(&" ".repeat(column - line.chars().count()));
            line.push_str(&sunday.strftime("%b").to_string());
        }
        last_month = Some(sunday.month());
    }
    line + "\n"
}

fn legend(steps: &Steps, rules: &StreakRules, bulk: bool) -> String {
    let mut parts = vec![format!("{} none", Paint::Step(0).on(GLYPHS[0]))];
    for (step, range) in steps.ranges() {
        parts.push(format!("{} {range}", Paint::Step(step).on(GLYPHS[step])));
    }
    if bulk {
        parts.push(format!("{} bulk only", Paint::Step(1).on('+')));
    }
    if !rules.rest_days.is_empty() {
        parts.push(format!("{} rest", Paint::Faint.on('-')));
    }
    format!("     {}\n", parts.join("  "))
}
