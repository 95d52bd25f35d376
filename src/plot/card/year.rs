//! A year on one picture, of the size that networks show beside a link.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::super::axis::day_number;
use super::super::rating::{Panel, Series};
use super::super::scene::{Anchor, Mark, Px, Rect, Scene, Shape, Size, Words};
use super::super::sheet::Sheet;
use super::super::theme::Role;
use super::super::words::{length, problem_days, year as words};
use super::super::{Frame, PlotError, font};
use crate::answers::review::{Reached, Review};
use crate::answers::{ProblemDays, Quantiles, StreakAnswer};
use crate::lang::Lang;
use crate::model::{Judge, Period, PracticeDay, RatingSeries, series_title_in};

const SIZE: Px = Px::new(1200.0, 630.0);

/// Between the edge and what is drawn.
const PAD: f32 = 56.0;

/// The base lines of the title, of the numbers and of the words below them.
const TITLE: f32 = 78.0;
const NUMBER: f32 = 150.0;
const LABEL: f32 = 178.0;

/// The room for handles beside the title.
const HANDLES: f32 = 320.0;

/// Where the ratings are, and what each needs to its left and right.
const RATINGS: (f32, f32) = (246.0, 396.0);
const TICKS: f32 = 48.0;
const NAMES: f32 = 72.0;

/// How many ratings are shown.
const MOST: usize = 2;

/// Where the days are, and between one and the next.
const DAYS: f32 = 444.0;
const GAP: f32 = 3.0;

/// A number and what it counts.
struct Fact {
    number: String,
    label: String,
    role: Role,
}

/// Draws `review`, the lines of its ratings and its days.
pub fn year_card(
    review: &Review,
    series: &[RatingSeries],
    streak: Option<&StreakAnswer>,
    frame: &Frame,
) -> Result<Scene, PlotError> {
    let year = review.year;
    let mut sheet = Sheet::new("year card", SIZE, frame.lang);
    let lang = frame.lang;
    let title = words::title(lang, year);
    let heading = Words::new(title.as_str(), Size::Poster, Role::Ink, Px::new(PAD, TITLE));
    sheet.set(heading.bold());
    let mut handles: Vec<&str> = series.iter().map(|series| series.key.handle.as_str()).collect();
    handles.dedup();
    let handles = font::fit(&handles.join(", "), Size::Title.px(), false, HANDLES);
    let at = Px::new(SIZE.x - PAD, TITLE);
    sheet.set(Words::new(handles, Size::Title, Role::Muted, at).anchored(Anchor::End));
    let facts = facts(review, lang);
    let pitch = (SIZE.x - 2.0 * PAD) / facts.len().max(1) as f32;
    for (nth, fact) in facts.iter().enumerate() {
        let x = PAD + nth as f32 * pitch;
        sheet.set(Words::new(fact.number.as_str(), Size::Poster, fact.role, Px::new(x, NUMBER)).bold());
        let label = font::fit(&fact.label, Size::Body.px(), false, pitch - 12.0);
        sheet.set(Words::new(label, Size::Body, Role::Muted, Px::new(x, LABEL)));
    }
    draw_ratings(&mut sheet, review, series, frame)?;
    let said = streak.map(|streak| draw_days(&mut sheet, review, streak, lang));
    let told: Vec<words::Fact> = facts.into_iter().map(|fact| (fact.number, fact.label)).collect();
    Ok(sheet.finish(title, words::description(lang, &told, said.as_deref())))
}

/// What a year comes to, at most four numbers.
fn facts(review: &Review, lang: Lang) -> Vec<Fact> {
    let totals = &review.totals;
    let fact = |(number, label): words::Fact| Fact { number, label, role: Role::Ink };
    let mut facts = Vec::new();
    if let Some(practice) = totals.practice.filter(|practice| practice.days > 0) {
        facts.push(fact(words::days(lang, practice.days)));
    }
    if totals.solved > 0 {
        facts.push(fact(words::accepted(lang, totals.solved)));
    }
    if totals.contests > 0 {
        let contests = u32::try_from(totals.contests).unwrap_or(u32::MAX);
        facts.push(fact(words::contests(lang, contests)));
    }
    let reached = review.series.iter().filter_map(|series| {
        series.reached.last().map(|reached| {
            (series.key.judge, series_title_in(lang, series.key.judge, series.key.track), reached)
        })
    });
    let rank = |(judge, _, reached): &(Judge, String, &Reached)| {
        judge.tiers().iter().position(|tier| tier.colour == reached.colour)
    };
    if let Some((judge, title, reached)) = reached.max_by_key(rank) {
        facts.push(Fact {
            number: reached.colour.word(lang).into_owned(),
            label: words::reached(lang, &title),
            role: Role::TierInk(judge, reached.colour),
        });
    } else if let Some(practice) = totals.practice.filter(|practice| practice.longest > 0) {
        facts.push(fact(words::streak(lang, practice.longest, practice.unit)));
    }
    facts
}

/// The ratings with the most contests, beside each other.
fn draw_ratings(
    sheet: &mut Sheet,
    review: &Review,
    series: &[RatingSeries],
    frame: &Frame,
) -> Result<(), PlotError> {
    let (from, to) = (review.totals.from, review.totals.to);
    let frame = Frame { size: None, since: Some(from), until: Some(to), ..frame.clone() };
    let mut stood: Vec<Series<'_>> = series.iter().map(|series| Series::new(series, &frame)).collect();
    stood.retain(|series| series.contests() > 0);
    stood.sort_by_key(|series| std::cmp::Reverse(series.contests()));
    stood.truncate(MOST);
    let room = (SIZE.x - 2.0 * PAD) / stood.len().max(1) as f32;
    let days = day_number(from) as f64..day_number(to) as f64 + 1.0;
    for (nth, series) in stood.iter().enumerate() {
        let left = PAD + nth as f32 * room + TICKS;
        let right = PAD + (nth + 1) as f32 * room - NAMES;
        let plot = Rect { left, top: RATINGS.0, right, bottom: RATINGS.1 };
        Panel::new(series, days.clone(), plot).draw(sheet)?;
        let at = Px::new(left - TICKS, RATINGS.0 - 10.0);
        sheet.set(Words::new(series.title(), Size::Body, Role::Ink, at).bold());
    }
    Ok(())
}

/// The days of the year, a column a week, Monday first; what they come to.
fn draw_days(sheet: &mut Sheet, review: &Review, streak: &StreakAnswer, lang: Lang) -> String {
    let (first, last) = (review.totals.from, review.totals.from.last_of_year());
    let days: Vec<&PracticeDay> =
        streak.days.iter().filter(|day| (first..=review.totals.to).contains(&day.date)).collect();
    let steps = Quantiles::of(days.iter().map(|day| day.solved));
    let monday = Period::Week.around(first).0;
    let weeks = (day_number(last) - day_number(monday)) / 7 + 1;
    let pitch = (SIZE.x - 2.0 * PAD + GAP) / weeks as f32;
    let corner = |date: Date| {
        let day = day_number(date) - day_number(monday);
        Px::new(PAD + (day / 7) as f32 * pitch, DAYS + (day % 7) as f32 * pitch)
    };
    let mut squares: [Vec<Px>; Quantiles::MOST + 1] = std::array::from_fn(|_| Vec::new());
    let solved = |date: Date| {
        let day = days.binary_search_by_key(&date, |day| day.date);
        day.map_or(0, |place| days[place].solved)
    };
    for date in first.series(1.day()).take_while(|date| *date <= last) {
        squares[steps.step(solved(date))].push(corner(date));
        if date.day() == 1 {
            let at = Px::new(corner(date).x, DAYS - 9.0);
            sheet.set(Words::new(lang.month_short(date), Size::Small, Role::Muted, at));
        }
    }
    for (step, corners) in squares.into_iter().enumerate().filter(|(_, corners)| !corners.is_empty()) {
        sheet.draw([Mark::new(Shape::Squares { corners, side: pitch - GAP }).filled(Role::of_step(step))]);
    }
    let total = problem_days(lang, ProblemDays::of(days.iter().copied()), streak.source);
    let longest = review.totals.practice.map(|practice| length(lang, practice.longest, practice.unit));
    let words = words::total(lang, &total, longest.as_deref());
    let at = Px::new(PAD, DAYS + 7.0 * pitch + 20.0);
    sheet.set(Words::new(words.as_str(), Size::Body, Role::Muted, at));
    words
}
