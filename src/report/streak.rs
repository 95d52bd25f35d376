//! The habit in words.

use std::borrow::Cow;

use super::calendar::{CalendarScreen, CalendarSpan, calendar};
use super::paint::Paint;
use super::phrase::Phrase;
use super::table::{Cell, Role, Table, headed};
use super::words::streak as words;
use crate::answers::{AuthorStreak, Habits, PracticeSpan, StreakAnswer, StreakState};
use crate::lang::Lang;
use crate::model::{Period, StreakRules};

/// What the goal still asks for, at least one problem.
fn missing(answer: &StreakAnswer) -> u32 {
    let so_far = answer.week.map_or(answer.today.solved, |week| week.solved);
    answer.today.goal.saturating_sub(so_far).max(1)
}

/// One line: the streak, and what today (or this week) still asks for.
pub fn streak_line(answer: &StreakAnswer, lang: Lang) -> String {
    let (streak, today) = streak_words(answer, lang);
    streak.then(today).in_terminal()
}

/// The streak, with what joins it to what follows, and what today (or this week) still asks for.
pub(super) fn streak_words(answer: &StreakAnswer, lang: Lang) -> (Phrase, Phrase) {
    let (unit, missing) = (answer.unit, missing(answer));
    let length = words::length(lang, answer.current, unit);
    let solved = answer.week.map_or(answer.today.solved, |week| week.solved);
    let counted = words::counted(lang, solved, answer.source);
    let so_far = (solved > 0).then_some(&*counted);
    match answer.state {
        StreakState::Done if answer.today.done => {
            (words::going(lang, &length), words::done(lang, unit, &counted))
        }
        StreakState::Done => (words::going(lang, &length), words::resting(lang, unit)),
        StreakState::AtRisk => (words::at_risk(lang, &length), words::to_keep(lang, unit, missing, so_far)),
        StreakState::Broken => (words::broken(lang), words::to_begin_anew(lang, unit, missing, so_far)),
        StreakState::None => (words::none(lang), words::to_begin(lang, unit, missing, so_far)),
    }
}

/// What `cpt streak --check` says where the goal isn't met: "1 more today to keep your 41-day streak".
pub fn streak_missing(answer: &StreakAnswer, lang: Lang) -> String {
    let (unit, missing) = (answer.unit, missing(answer));
    let line = match answer.current {
        0 => words::missing_to_begin(lang, unit, missing),
        current => words::missing_to_keep(lang, unit, missing, current),
    };
    line + "\n"
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
    lang: Lang,
) -> String {
    let rest = (answer.rest_days_used > 0).then(|| words::spans_rest_days(lang, answer.rest_days_used));
    let by = words::source(lang, answer.source).map(Cow::into_owned);
    let lines = [Some(streak_line(answer, lang)), by, totals(answer, lang), rest];
    let mut text: String = lines.into_iter().flatten().map(|line| line + "\n").collect();
    if !answer.days.is_empty() {
        text.push_str(&habits_line(answer, habits, lang));
        text.push_str("\n\n");
        text.push_str(&calendar(answer, rules, span, screen, lang));
    }
    text
}

/// "Longest: 20 days (1 December 2025 – 20 December 2025). Total: 516 problems committed on 295 days."; `None` where no
/// day ever met the goal.
pub(super) fn totals(answer: &StreakAnswer, lang: Lang) -> Option<String> {
    let between = lang.days_between(answer.longest_from?, answer.longest_to?, answer.today.date);
    let longest = words::length(lang, answer.longest, answer.unit);
    Some(words::totals(lang, &longest, &between, &committed(answer, lang), answer.days_with_problems()))
}

/// "516 problems committed", or whatever makes the days: the distinct ones.
pub(super) fn committed(answer: &StreakAnswer, lang: Lang) -> String {
    words::problems_counted(lang, answer.total_solved, answer.source)
}

/// "Goal met on 3 days this week and 17 this month. Weakest day: Sunday (4 of 26)."
pub(super) fn habits_line(answer: &StreakAnswer, habits: &Habits, lang: Lang) -> String {
    let today = answer.today.date;
    let met = |stretches: &[PracticeSpan], from| {
        stretches.last().filter(|stretch| stretch.from == from).map_or(0, |stretch| stretch.met)
    };
    let week = met(&habits.weeks, Period::Week.around(today).0);
    let month = met(&habits.months, today.first_of_month());
    let met = match answer.unit {
        Period::Day => words::met(lang, week, month),
        Period::Week => words::practised(lang, week, month),
    };
    match habits.weakest_weekday {
        Some(share) => words::weakest(lang, &met, &lang.weekday(share.weekday), share.met, share.of),
        None => met,
    }
}

/// `cpt streak --by author`: a row an author.
pub fn streak_by_author(authors: &[AuthorStreak], lang: Lang) -> String {
    if authors.is_empty() {
        return format!("{}\n", words::no_solutions(lang));
    }
    let [name, week, current, longest, all] = words::author_columns(lang);
    let columns = [
        (name, Role::Text),
        (week, Role::Number),
        (current, Role::Number),
        (longest, Role::Number),
        (all, Role::Number),
        ("".into(), Role::Text),
    ];
    let rows = authors.iter().map(|author| {
        let (who, streak) = (&author.author, &author.streak);
        let is_at_risk = streak.state == StreakState::AtRisk;
        vec![
            Cell::text(if who.name.is_empty() { &*who.email } else { &*who.name }),
            author.this_week.into(),
            streak.current.into(),
            streak.longest.into(),
            streak.total_solved.into(),
            if is_at_risk {
                Cell::words(words::at_risk_word(lang)).in_paint(Paint::Warn)
            } else {
                Cell::default()
            },
        ]
    });
    headed(&Table::new(columns).said_in(lang).with(rows))
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
        assert_eq!(
            streak_missing(&answer(41, 1, Period::Day), Lang::English),
            "1 more today to keep your 41-day streak\n"
        );
        assert_eq!(
            streak_missing(&answer(0, 3, Period::Day), Lang::English),
            "3 more today to start a streak\n"
        );
        assert_eq!(
            streak_missing(&answer(14, 5, Period::Week), Lang::English),
            "5 more this week to keep your 2-week streak\n"
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
            let text = calendar(&answer, &rules, CalendarSpan::Year(2026), screen, Lang::English);
            let plain = anstream::adapter::strip_str(&text).to_string();
            // Cells of 2026 until today: 327 days.
            let cells = plain.lines().skip(1).take(7).flat_map(str::chars);
            assert_eq!(cells.filter(|c| "·░▒▓█".contains(*c)).count(), 327);
            plain.lines().take(8).map(|line| line.chars().count()).max().unwrap()
        };
        let squares = CalendarScreen { columns: 120, has_colours: true };
        let text = calendar(&answer, &rules, CalendarSpan::Year(2026), squares, Lang::English);
        assert!(text.contains('■') && !text.contains(['░', '▒', '▓', '█']), "{text}");
        assert!((100..=111).contains(&width(120)), "{}", width(120));
        assert!(width(60) <= 60, "{}", width(60));
    }
}
