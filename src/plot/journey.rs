//! The journey: every rating in a panel of its own above the practice, on one time axis.

use std::ops::Range;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::axis::{self, day_number};
use super::rating::{Panel, Series};
use super::scene::{Anchor, Mark, Px, Rect, Scene, Shape, Size, Words};
use super::sheet::{MARGIN, Sheet};
use super::theme::Role;
use super::words::journey::{self as words, Bar};
use super::words::problem_days;
use super::{Frame, PlotError, timeline};
use crate::answers::ProblemDays;
use crate::lang::Lang;
use crate::model::{Period, PracticeDay, PracticeSource, RatingSeries};

const WIDTH: f32 = 960.0;

/// What lies around the panels.
const AROUND: Rect = Rect { left: 70.0, top: 90.0, right: 84.0, bottom: 60.0 };

/// The heights of a rating's panel and of the practice where nobody asks for others, and the least of a rating's.
const RATING: f32 = 150.0;
const PRACTICE: f32 = 74.0;
const LEAST: f32 = 44.0;

/// The room for a panel's words above it.
const HEAD: f32 = 30.0;

/// The least distance between two bars, in pixels.
const BAR: f32 = 3.0;

/// Room between two ticks of the upright axis, in pixels.
const COUNT_ROOM: f32 = 24.0;

/// Draws the rated contests of all `series` that have any, each in its own panel, above what was solved on `days`.
/// Where the height that is asked for holds no more, the series with the most contests are shown.
/// What makes the days is said beside them.
pub fn journey(
    series: &[&RatingSeries],
    (days, source): (&[PracticeDay], PracticeSource),
    frame: &Frame,
) -> Result<Scene, PlotError> {
    let mut stood: Vec<Series<'_>> = series.iter().map(|series| Series::new(series, frame)).collect();
    stood.retain(Series::has_line);
    let until = frame.until.map_or(frame.today, |until| until.min(frame.today));
    let days: Vec<&PracticeDay> =
        days.iter().filter(|day| day.date <= until && frame.shows(day.date) && day.solved > 0).collect();
    let known = stood.len();
    let shelf = Shelf::new(&mut stood, !days.is_empty(), frame);
    let named: Vec<String> = stood.iter().map(Series::title).collect();
    let title = title(&stood, &named, frame.lang);
    let context = context((&days, source), known - stood.len(), frame);
    let span = span(&stood, &days, until, frame);
    let mut sheet = Sheet::new("journey", shelf.size, frame.lang);
    sheet.head(&title, &context);
    let time = axis::time_ticks(
        &span,
        f64::from(axis::TIME_ROOM) * (span.end - span.start)
            / f64::from(shelf.size.x - AROUND.left - AROUND.right),
        frame.lang,
    );
    for (series, plot) in stood.iter().zip(&shelf.ratings) {
        Panel::new(series, span.clone(), *plot).draw(&mut sheet)?;
        set_head(&mut sheet, plot, &series.title(), &series.context());
    }
    if let Some(plot) = &shelf.practice {
        draw_practice(&mut sheet, plot, &days, &span, frame);
    }
    if let Some(lowest) = shelf.practice.as_ref().or(shelf.ratings.last()) {
        let tick =
            |(day, _): &(f64, String)| timeline::tick(Px::new(place(*day, &span, lowest), lowest.bottom));
        sheet.draw(time.ticks.iter().map(tick));
        timeline::set(&mut sheet, &time, &span, lowest);
    }
    let told: Vec<String> =
        stood.iter().map(|series| words::told(frame.lang, &series.title(), &series.context())).collect();
    Ok(sheet.finish(title, words::description(frame.lang, &told, &context)))
}

/// How far the rating with the most contests has come, where its colour is another one than at first; else all ratings.
fn title(stood: &[Series<'_>], named: &[String], lang: Lang) -> String {
    if named.is_empty() {
        return words::no_contest(lang).into_owned();
    }
    let way = stood.iter().max_by_key(|series| series.contests()).and_then(Series::way);
    way.unwrap_or_else(|| named.join(lang.comma()))
}

/// How much was solved since when, how many ratings found no room, and how fresh all is.
fn context((days, source): (&[&PracticeDay], PracticeSource), hidden: usize, frame: &Frame) -> String {
    let lang = frame.lang;
    let practice = match days.first() {
        None => words::no_practice(lang).into_owned(),
        Some(first) => {
            let total = problem_days(lang, ProblemDays::of(days.iter().copied()), source);
            words::practice(lang, &total, &frame.day_name(first.date))
        }
    };
    let hidden = match hidden {
        0 => String::new(),
        _ => words::hidden(lang, hidden),
    };
    let as_of = frame.until.map_or(frame.as_of, |until| until.min(frame.as_of));
    format!("{practice}{hidden}{}", frame.freshness(as_of))
}

/// Where the panels stand.
struct Shelf {
    size: Px,
    ratings: Vec<Rect>,
    practice: Option<Rect>,
}

impl Shelf {
    /// Drops the series with the fewest contests where there is no height for all.
    fn new(series: &mut Vec<Series<'_>>, practises: bool, frame: &Frame) -> Self {
        let practice = if practises { PRACTICE + HEAD } else { 0.0 };
        let natural = AROUND.top + series.len() as f32 * (RATING + HEAD) + practice + AROUND.bottom;
        let size = frame.extent(Px::new(WIDTH, natural));
        let room = size.y - AROUND.top - AROUND.bottom;
        let share = if practises { PRACTICE / RATING } else { 0.0 };
        let height = |count: usize| {
            let heads = HEAD * (count as f32 + if practises { 1.0 } else { 0.0 });
            (room - heads) / (count as f32 + share)
        };
        while series.len() > 1 && height(series.len()) < LEAST {
            let fewest = (0..series.len()).min_by_key(|nth| series[*nth].contests()).unwrap_or(0);
            series.remove(fewest);
        }
        let height = height(series.len());
        let mut top = AROUND.top;
        let mut next = |height: f32| {
            let plot = Rect {
                left: AROUND.left,
                top: top + HEAD,
                right: size.x - AROUND.right,
                bottom: top + HEAD + height,
            };
            top = plot.bottom;
            plot
        };
        let ratings = series.iter().map(|_| next(height)).collect();
        Self { size, ratings, practice: practises.then(|| next(height * share)) }
    }
}

/// The days since 1970-01-01 that are shown: those asked for, else from the first contest or practice until now.
fn span(series: &[Series<'_>], days: &[&PracticeDay], until: Date, frame: &Frame) -> Range<f64> {
    let contests = series.iter().flat_map(Series::days);
    let practice = days.iter().map(|day| day_number(day.date) as f64);
    let end = day_number(until) as f64 + 1.0;
    let first = contests.chain(practice).fold(end - 28.0, f64::min);
    let start = frame.since.map_or(first - (end - first) * 0.015, |since| day_number(since) as f64);
    start..end.max(start + 1.0) + if frame.until.is_none() { (end - start) * 0.015 } else { 0.0 }
}

fn place(day: f64, span: &Range<f64>, plot: &Rect) -> f32 {
    plot.left + ((day - span.start) / (span.end - span.start)) as f32 * (plot.right - plot.left)
}

/// A panel's name, and what there is to say of it.
fn set_head(sheet: &mut Sheet, plot: &Rect, title: &str, context: &str) {
    let name = Words::new(title, Size::Small, Role::Ink, Px::new(plot.left, plot.top - 9.0)).bold();
    let after = name.bounds().right + 9.0;
    sheet.set(name);
    let words = Words::new(context, Size::Small, Role::Muted, Px::new(after, plot.top - 9.0));
    if words.bounds().right <= sheet.size().x - MARGIN {
        sheet.set(words);
    }
}

/// Problems a day, a week or a month, as the width allows.
fn draw_practice(sheet: &mut Sheet, plot: &Rect, days: &[&PracticeDay], span: &Range<f64>, frame: &Frame) {
    let a_day = (plot.right - plot.left) / (span.end - span.start) as f32;
    let (unit, length) = [(Bar::Day, 1.0), (Bar::Week, 7.0), (Bar::Month, 30.4)]
        .into_iter()
        .find(|(_, length)| a_day * *length as f32 >= BAR)
        .unwrap_or((Bar::Year, 365.25));
    let begin = |date: Date| match unit {
        Bar::Day => date,
        Bar::Week => Period::Week.around(date).0,
        Bar::Month => date.first_of_month(),
        Bar::Year => date.first_of_year(),
    };
    let mut bars: Vec<(Date, u32)> = Vec::new();
    for day in days {
        match bars.last_mut() {
            Some((date, solved)) if *date == begin(day.date) => *solved = solved.saturating_add(day.solved),
            _ => bars.push((begin(day.date), day.solved)),
        }
    }
    let most = bars.iter().map(|bar| bar.1).max().unwrap_or(1);
    let height = |solved: f64| (solved / f64::from(most)) as f32 * (plot.bottom - plot.top);
    let ticks = axis::count_ticks(most, f64::from(most) * f64::from(COUNT_ROOM / (plot.bottom - plot.top)));
    let width = (a_day * length as f32 * 0.72).clamp(1.0, 16.0);
    let across = |y: f32| Mark::line(Px::new(plot.left, y), Px::new(plot.right, y));
    let grid = |tick: &u32| across(plot.bottom - height(f64::from(*tick))).stroked(Role::Grid, 1.0);
    sheet.draw(ticks.iter().map(grid));
    // A bar that is cut off by an end of the axis is as narrow as what is left of it.
    let (mut whole, mut cut) = (Vec::new(), Vec::new());
    for (date, solved) in &bars {
        let middle = place(day_number(*date) as f64 + length / 2.0, span, plot);
        let left = (middle - width / 2.0).max(plot.left);
        let right = (middle + width / 2.0).min(plot.right);
        let x = f32::midpoint(left, right);
        let bar = (Px::new(x, plot.bottom), Px::new(x, plot.bottom - height(f64::from(*solved))));
        if right - left > width - 0.1 { whole.push(bar) } else { cut.push((bar, right - left)) }
    }
    let part =
        |((from, to), width): ((Px, Px), f32)| Mark::line(from, to).stroked(Role::Step(2), width.max(1.0));
    sheet.draw(cut.into_iter().map(part));
    sheet.draw([
        Mark::new(Shape::Lines(whole)).stroked(Role::Step(2), width),
        across(plot.bottom).stroked(Role::Axis, 1.0),
    ]);
    // The base line is where nothing was solved.
    for tick in ticks.into_iter().skip(1) {
        let at = Px::new(plot.left - 9.0, plot.bottom - height(f64::from(tick)) + 4.5);
        sheet.set(Words::new(tick.to_string(), Size::Small, Role::Muted, at).anchored(Anchor::End));
    }
    let best = bars.iter().rev().max_by_key(|bar| bar.1);
    let best = best.map_or_else(String::new, |(date, solved)| {
        let to = (unit != Bar::Day).then(|| frame.day_name(end(*date, unit)));
        words::best(frame.lang, *solved, &frame.day_name(*date), to.as_deref())
    });
    set_head(sheet, plot, &words::bars(frame.lang, unit), &best);
}

/// The last day of what starts on `date`.
fn end(date: Date, unit: Bar) -> Date {
    match unit {
        Bar::Day => date,
        Bar::Week => date.saturating_add(6.days()),
        Bar::Month => date.last_of_month(),
        Bar::Year => date.last_of_year(),
    }
}
