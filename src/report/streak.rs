//! The habit in words.

use unicode_width::UnicodeWidthStr as _;

use super::calendar::{CalendarScreen, CalendarSpan, calendar};
use super::paint::Paint;
use super::phrase::Phrase;
use super::words;
use crate::answers::{AuthorStreak, Habits, PracticeSpan, StreakAnswer, StreakState};
use crate::model::{Period, StreakRules, clean, count};

/// What the goal still asks for, at least one problem.
fn missing(answer: &StreakAnswer) -> u32 {
    let so_far = answer.week.map_or(answer.today.solved, |week| week.solved);
    answer.today.goal.saturating_sub(so_far).max(1)
}

/// "today", "this week": what the goal is about.
fn now(answer: &StreakAnswer) -> &'static str {
    match answer.unit {
        Period::Day => "today",
        Period::Week => "this week",
    }
}

/// One line: the streak, and what today (or this week) still asks for.
pub fn streak_line(answer: &StreakAnswer) -> String {
    let (streak, today) = streak_words(answer);
    streak.and("; ").then(today).in_terminal()
}

/// The streak, and what today (or this week) still asks for.
pub(super) fn streak_words(answer: &StreakAnswer) -> (Phrase, Phrase) {
    let now = now(answer);
    let streak =
        Phrase::painted(Paint::Strong, format_args!("Streak {}", count(answer.current, answer.unit.noun())));
    let solved = answer.week.map_or(answer.today.solved, |week| week.solved);
    // Where nothing is begun there is nothing to add to.
    let is_begun = solved > 0 || answer.state == StreakState::AtRisk;
    let missing = count(missing(answer), if is_begun { "more problem" } else { "problem" });
    // "2 committed": what makes the days is named.
    let counted = format!("{solved} {}", answer.source.participle());
    let so_far = if solved > 0 { format!("{counted} {now}, ") } else { String::new() };
    let asks = |what: &str| Phrase::words(format_args!("{so_far}{missing} {now} {what}"));
    match answer.state {
        StreakState::Done if answer.today.done => {
            let done = Phrase::painted(Paint::Good, format_args!("{now} is done"));
            (streak, done.and(format_args!(", {counted}")))
        }
        StreakState::Done if answer.week.is_some() => (streak, Phrase::words("this week is a week of rest")),
        StreakState::Done => (streak, Phrase::words("today is a rest day")),
        StreakState::AtRisk => (streak.and(" ").paint(Paint::Warn, "at risk"), asks("keeps it")),
        StreakState::Broken => (Phrase::painted(Paint::Warn, "Streak broken"), asks("begins a new one")),
        StreakState::None => (Phrase::words("No streak yet"), asks("begins one")),
    }
}

/// What `cpt streak --check` says where the goal isn't met: "1 more today to keep a 41-day streak".
pub fn streak_missing(answer: &StreakAnswer) -> String {
    let (missing, now, unit) = (missing(answer), now(answer), answer.unit.noun());
    match answer.current {
        0 => format!("{missing} more {now} to begin a streak\n"),
        current => format!("{missing} more {now} to keep a {current}-{unit} streak\n"),
    }
}

/// One short line for a shell prompt: `🔥 12`, and ` !` after it where the streak is at risk.
pub fn streak_prompt(answer: &StreakAnswer, ascii: bool, complete: bool) -> String {
    let sign = if ascii { "streak" } else { "\u{1f525}" };
    let risk = if answer.state == StreakState::AtRisk { " !" } else { "" };
    let doubt = if complete { "" } else { " ?" };
    format!("{sign} {}{risk}{doubt}\n", answer.current)
}

/// All that `cpt streak` says.
pub fn streak(
    answer: &StreakAnswer,
    habits: &Habits,
    rules: &StreakRules,
    span: CalendarSpan,
    screen: CalendarScreen,
) -> String {
    let mut text = streak_line(answer) + "\n";
    if let Some(by) = answer.source.by() {
        text.push_str(&format!("Days go {by}\n"));
    }
    if let Some(totals) = totals(answer) {
        text.push_str(&totals);
        text.push('\n');
    }
    if answer.rest_days_used > 0 {
        let days = count(answer.rest_days_used, "rest day");
        text.push_str(&format!("The current streak bridges {days}\n"));
    }
    if !answer.days.is_empty() {
        text.push_str(&habits_line(answer, habits));
        text.push_str("\n\n");
        text.push_str(&calendar(answer, rules, span, screen));
    }
    text
}

/// "Longest 20 days, 1 December 2025 to 20 December 2025; 516 problems committed on 295 days in all"; `None` where no day ever met
/// the goal.
pub(super) fn totals(answer: &StreakAnswer) -> Option<String> {
    let (from, to, today) = (answer.longest_from?, answer.longest_to?, answer.today.date);
    Some(format!(
        "Longest {}, {} to {}; {} on {} in all",
        count(answer.longest, answer.unit.noun()),
        words::day(from, today),
        words::day(to, today),
        committed(answer),
        count(answer.total_days, "day"),
    ))
}

/// "516 problems committed", or whatever makes the days: the distinct ones.
pub(super) fn committed(answer: &StreakAnswer) -> String {
    format!("{} {}", count(answer.total_solved, "problem"), answer.source.participle())
}

/// "Days met: 3 this week, 17 this month; weakest on Sundays (4 of 26)".
pub(super) fn habits_line(answer: &StreakAnswer, habits: &Habits) -> String {
    let today = answer.today.date;
    let met = |stretches: &[PracticeSpan], from| {
        stretches.last().filter(|stretch| stretch.from == from).map_or(0, |stretch| stretch.met)
    };
    let week = met(&habits.weeks, Period::Week.around(today).0);
    let month = met(&habits.months, today.first_of_month());
    let what = if answer.unit == Period::Week { "Days with practice" } else { "Days met" };
    let weakest = habits.weakest_weekday.map_or_else(String::new, |share| {
        format!("; weakest on {:?}s ({} of {})", share.weekday, share.met, share.of)
    });
    format!("{what}: {week} this week, {month} this month{weakest}")
}

/// `cpt streak --by author`: a row an author.
pub fn streak_by_author(authors: &[AuthorStreak]) -> String {
    if authors.is_empty() {
        return "No solutions yet\n".to_owned();
    }
    let name = |author: &AuthorStreak| {
        let who = &author.author;
        clean(if who.name.is_empty() { &who.email } else { &who.name }).into_owned()
    };
    let names: Vec<String> = authors.iter().map(name).collect();
    let width = names.iter().map(|name| name.width()).max().unwrap_or(0).max("Author".len());
    let pad = |name: &str| format!("{name}{}", " ".repeat(width.saturating_sub(name.width())));
    let mut text = format!(
        "{}\n",
        Paint::Faint.on(format_args!("{}  This week  Current  Longest  Committed", pad("Author")))
    );
    for (author, name) in authors.iter().zip(&names) {
        let streak = &author.streak;
        let risk = if streak.state == StreakState::AtRisk {
            format!("  {}", Paint::Warn.on("at risk"))
        } else {
            String::new()
        };
        text.push_str(&format!(
            "{}  {:>9}  {:>7}  {:>7}  {:>9}{risk}\n",
            pad(name),
            author.this_week,
            streak.current,
            streak.longest,
            streak.total_solved,
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::answers::{PracticeLog, streak_of};
    use crate::model::PracticeDay;

    /// Goals met on each of the last days before today, 2026-11-23.
    fn answer(days: u32, goal: u32, per: Period) -> StreakAnswer {
        let today = date(2026, 11, 23);
        let day = |ago: u32| {
            let date = today.checked_sub(jiff::Span::new().days(i64::from(ago))).unwrap();
            PracticeDay { date, solved: goal, new: goal, revised: 0, commits: 1, bulk: 0, bulk_new: 0 }
        };
        let log = PracticeLog { days: (1..=days).rev().map(day).collect(), total_solved: days };
        streak_of(log, &StreakRules { goal, per, ..StreakRules::default() }, today)
    }

    #[test]
    fn what_is_missing_is_said_in_one_line() {
        assert_eq!(streak_missing(&answer(41, 1, Period::Day)), "1 more today to keep a 41-day streak\n");
        assert_eq!(streak_missing(&answer(0, 3, Period::Day)), "3 more today to begin a streak\n");
        assert_eq!(
            streak_missing(&answer(14, 5, Period::Week)),
            "5 more this week to keep a 2-week streak\n"
        );
    }

    #[test]
    fn a_prompt_gets_the_number_and_the_risk() {
        assert_eq!(streak_prompt(&answer(12, 1, Period::Day), false, true), "\u{1f525} 12 !\n");
        assert_eq!(streak_prompt(&answer(0, 1, Period::Day), true, true), "streak 0\n");
        assert_eq!(streak_prompt(&answer(0, 1, Period::Day), true, false), "streak 0 ?\n");
    }

    #[test]
    fn a_year_is_shown_whole_and_fits_a_narrow_terminal() {
        let answer = answer(30, 1, Period::Day);
        let rules = StreakRules::default();
        let width = |columns| {
            let screen = CalendarScreen { columns, has_colours: false };
            let text = calendar(&answer, &rules, CalendarSpan::Year(2026), screen);
            let plain = anstream::adapter::strip_str(&text).to_string();
            // Cells of 2026 until today: 327 days.
            let cells = plain.lines().skip(1).take(7).flat_map(str::chars);
            assert_eq!(cells.filter(|c| "·░▒▓█".contains(*c)).count(), 327);
            plain.lines().take(8).map(|line| line.chars().count()).max().unwrap()
        };
        let squares = CalendarScreen { columns: 120, has_colours: true };
        let text = calendar(&answer, &rules, CalendarSpan::Year(2026), squares);
        assert!(text.contains('■') && !text.contains(['░', '▒', '▓', '█']), "{text}");
        assert!((100..=111).contains(&width(120)), "{}", width(120));
        assert!(width(60) <= 60, "{}", width(60));
    }
}
