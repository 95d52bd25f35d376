//! The cards of the habit: the streak with the last week, and the last half year.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::super::axis::day_number;
use super::super::scene::{Anchor, Mark, Px, Rect, Scene, Shape, Size, Words};
use super::super::theme::Role;
use super::super::words::{card as words, length};
use super::{Frame, PAD, WIDTH, card, set_lines};
use crate::answers::{ProblemDays, Quantiles, StreakAnswer, StreakState};
use crate::model::{Period, PracticeDay};

/// The weeks of half a year.
const WEEKS: i64 = 26;

/// From one day's square to the next, and its side.
const PITCH: f32 = 14.0;
const SIDE: f32 = 11.5;

/// Where the half year's first week lies.
const GRID: Px = Px::new(PAD, 64.0);

/// The squares of the last week.
const WEEK: Px = Px::new(212.0, 66.0);
const WEEK_PITCH: f32 = 25.0;
const WEEK_SIDE: f32 = 20.0;

/// What was solved on which days.
fn solved(streak: &StreakAnswer) -> BTreeMap<Date, u32> {
    let solved = streak.days.iter().filter(|day| day.solved > 0);
    solved.map(|day: &PracticeDay| (day.date, day.solved)).collect()
}

/// Draws the streak beside the last seven days.
pub fn streak_card(streak: &StreakAnswer, frame: &Frame) -> Scene {
    let (lang, unit) = (frame.lang, streak.unit);
    let answer = match streak.state {
        StreakState::None | StreakState::Broken => words::no_streak(lang).into_owned(),
        _ => length(lang, streak.current, unit),
    };
    let about = words::about_streak(lang, streak.state == StreakState::AtRisk);
    let more = [
        words::longest(lang, &length(lang, streak.longest, unit)),
        words::problems(lang, streak.total_solved, streak.source),
        words::days(lang, streak.days_with_problems()),
    ];
    let mut sheet = card(frame);
    set_lines(&mut sheet, &about, &answer, &more, Role::Ink);
    let solved = solved(streak);
    let steps = Quantiles::of(streak.days.iter().map(|day| day.solved));
    let first = frame.today.saturating_sub(6.days());
    for (nth, date) in first.series(1.day()).take(7).enumerate() {
        let corner = Px::new(WEEK.x + nth as f32 * WEEK_PITCH, WEEK.y);
        let role = solved.get(&date).map_or(Role::Empty, |solved| Role::Step(steps.step(*solved)));
        let is_today = date == frame.today;
        sheet.draw([squares(vec![corner], WEEK_SIDE, role)]);
        sheet.draw(is_today.then(|| around_today(corner, WEEK_SIDE)));
        let at = Px::new(corner.x + WEEK_SIDE / 2.0, WEEK.y + WEEK_SIDE + 18.0);
        let letter = words::initial(lang, date.weekday());
        let role = if is_today { Role::Ink } else { Role::Muted };
        sheet.set(Words::new(letter, Size::Small, role, at).anchored(Anchor::Middle));
    }
    sheet.finish(words::streak(lang, &answer), words::lines(lang, &about, &answer, &more))
}

/// Draws the last 26 weeks, Monday first.
pub fn heatmap_card(streak: &StreakAnswer, frame: &Frame) -> Scene {
    let newest = Period::Week.around(frame.today).0;
    let first = newest.saturating_sub((7 * (WEEKS - 1)).days());
    let mut days = solved(streak);
    days.retain(|date, _| (first..=frame.today).contains(date));
    let steps = Quantiles::of(days.values().copied());
    let total = ProblemDays::of(streak.days.iter().filter(|day| days.contains_key(&day.date)));
    let title = words::half_year(frame.lang, total);
    let mut sheet = card(frame);
    sheet.set(Words::new(title.as_str(), Size::Small, Role::Ink, Px::new(PAD, 30.0)).bold());
    let corner = |date: Date| {
        let day = day_number(date) - day_number(first);
        Px::new(GRID.x + (day / 7) as f32 * PITCH, GRID.y + (day % 7) as f32 * PITCH)
    };
    let mut squares_by_step: [Vec<Px>; Quantiles::MOST + 1] = std::array::from_fn(|_| Vec::new());
    let mut free = 0.0;
    for date in first.series(1.day()).take_while(|date| *date <= frame.today) {
        squares_by_step[days.get(&date).map_or(0, |solved| steps.step(*solved))].push(corner(date));
        if date.day() == 1 {
            let at = Px::new(corner(date).x, GRID.y - 8.0);
            let name = Words::new(frame.lang.month_short(date), Size::Small, Role::Muted, at);
            let bounds = name.bounds();
            if bounds.left >= free && bounds.right <= WIDTH - 10.0 {
                free = bounds.right + 4.0;
                sheet.set(name);
            }
        }
    }
    for (step, corners) in squares_by_step.into_iter().enumerate().filter(|(_, corners)| !corners.is_empty())
    {
        sheet.draw([squares(corners, SIDE, Role::of_step(step))]);
    }
    sheet.draw([around_today(corner(frame.today), SIDE)]);
    sheet.finish(title, words::days_shown(frame.lang, &first.to_string(), &frame.today.to_string()))
}

fn squares(corners: Vec<Px>, side: f32, role: Role) -> Mark {
    Mark::new(Shape::Squares { corners, side }).filled(role)
}

/// What marks the square of today.
fn around_today(corner: Px, side: f32) -> Mark {
    let rect = Rect {
        left: corner.x - 0.5,
        top: corner.y - 0.5,
        right: corner.x + side + 0.5,
        bottom: corner.y + side + 0.5,
    };
    Mark::rect(rect, 3.0).rimmed(Role::Ink)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::{PracticeLog, streak_of};
    use crate::model::StreakRules;

    #[test]
    fn a_streak_of_years_is_told_whole() {
        let today = jiff::civil::date(2026, 11, 23);
        let day =
            |date| PracticeDay { date, solved: 9, new: 9, revised: 0, commits: 9, bulk: 0, bulk_new: 0 };
        let first = jiff::civil::date(2020, 1, 1);
        let days: Vec<_> = first.series(1.day()).take_while(|date| *date <= today).map(day).collect();
        let log = PracticeLog { total_solved: 20_000, days };
        let scene = streak_card(
            &streak_of(log, &StreakRules::default(), today),
            &Frame::new(today, jiff::tz::TimeZone::UTC),
        );
        let words = scene.marks.iter().filter_map(|mark| match &mark.shape {
            Shape::Text(words) => Some(words.text.as_str()),
            _ => None,
        });
        let words: Vec<&str> = words.collect();
        let told = ["longest 2519 days", "20000 problems committed"];
        assert!(told.iter().all(|told| words.contains(told)), "{words:?}");
    }
}
