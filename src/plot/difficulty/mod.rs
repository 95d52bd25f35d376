//! Where one practises relative to where one is: solved problems over time against their difficulty, before one's own
//! rating, at one judge.

mod marks;

use std::ops::Range;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::axis::{self, TimeTicks, day_number};
use super::rating::{Band, bands};
use super::scene::{Px, Rect, Scene};
use super::sheet::Sheet;
use super::words::difficulty as words;
use super::{Frame, PlotError};
use crate::answers::{Phase, ProblemHistory, Stretch, median, quartiles};
use crate::lang::Lang;
use crate::model::{Judge, ProblemId, RatingSeries};

const SIZE: Px = Px::new(960.0, 540.0);

/// What lies around the part of the sheet that has coordinates.
const AROUND: Rect = Rect { left: 70.0, top: 94.0, right: 84.0, bottom: 60.0 };

/// How many problems tell where practice is where no level tells more.
const LATELY: usize = 20;

/// Of fewer problems a month has no quartiles.
const LEAST: usize = 4;

/// Room between two ticks of the upright axis, in pixels.
const RATING_ROOM: f32 = 40.0;

/// The least that is shown, in days and in points.
const LEAST_DAYS: f64 = 7.0;
const LEAST_POINTS: f64 = 400.0;

/// A solved problem whose difficulty is known.
struct Dot<'a> {
    /// Days since 1970-01-01.
    at: f64,
    difficulty: i32,
    problem: &'a ProblemId,
    name: &'a str,
    /// Whether it was solved in a contest, official or virtual.
    in_contest: bool,
}

/// The middle of a month, in days since 1970-01-01, and the quartiles of its problems.
type Month = (f64, [i32; 3]);

/// Draws the solved ones among `worked` that are `judge`'s, on the days that `frame` shows, with the rating in `series`
/// and the `lead` of those that were solved outside of contests. `None` where the difficulty of none is known.
pub fn difficulty(
    judge: Judge,
    worked: &[ProblemHistory<'_>],
    series: Option<&RatingSeries>,
    lead: Option<&Stretch>,
    frame: &Frame,
) -> Result<Option<Scene>, PlotError> {
    let dots = dots(judge, worked, frame);
    let Some(days) = days(&dots, frame) else { return Ok(None) };
    let difficulties: Vec<i32> = dots.iter().map(|dot| dot.difficulty).collect();
    let size = frame.extent(SIZE);
    let plot = Rect::between(size, &AROUND);
    let rating = rating(series, &days, frame);
    let ratings = ratings(&difficulties, &rating);
    let chart = DifficultyPlot {
        lang: frame.lang,
        judge,
        months: months(&dots),
        rating,
        bands: bands(judge, &ratings),
        ticks: axis::rating_ticks(
            &ratings,
            f64::from(RATING_ROOM) * per_pixel(&ratings, plot.bottom - plot.top),
        ),
        time: axis::time_ticks(
            &days,
            f64::from(axis::TIME_ROOM) * per_pixel(&days, plot.right - plot.left),
            frame.lang,
        ),
        dots,
        days,
        ratings,
        plot,
    };
    let now = median(&difficulties[difficulties.len().saturating_sub(LATELY)..]).unwrap_or(0);
    let (title, context) = (chart.title(lead, now), chart.context(series, lead, frame));
    let mut sheet = Sheet::new("difficulty chart", size, frame.lang);
    let lines = chart.draw(&mut sheet)?;
    chart.set_axes(&mut sheet);
    chart.set_labels(&mut sheet, &lines);
    sheet.head(&title, &context);
    Ok(Some(sheet.finish(title, words::description(frame.lang, &context))))
}

fn per_pixel(range: &Range<f64>, pixels: f32) -> f64 {
    (range.end - range.start) / f64::from(pixels)
}

fn dots<'a>(judge: Judge, worked: &[ProblemHistory<'a>], frame: &Frame) -> Vec<Dot<'a>> {
    let of_judge = worked.iter().filter(|one| one.attempts.judge == judge);
    let shown = of_judge.filter(|one| frame.shows(one.day(&frame.zone)));
    let dot = |one: &ProblemHistory<'a>| {
        let phase = one.attempts.solved?.phase;
        let listed = one.entry.map(|entry| entry.problem.name.as_str());
        Some(Dot {
            at: axis::moment(one.at(), &frame.zone),
            difficulty: one.difficulty()?,
            problem: &one.attempts.problem,
            name: listed.or(one.attempts.name.as_deref()).unwrap_or_default(),
            in_contest: phase != Phase::After,
        })
    };
    let mut dots: Vec<Dot<'a>> = shown.filter_map(dot).collect();
    dots.sort_by(|one, other| one.at.total_cmp(&other.at));
    dots
}

/// The months with enough problems, those that follow each other together.
fn months(dots: &[Dot<'_>]) -> Vec<Vec<Month>> {
    let month = |dot: &Dot<'_>| axis::date_at(dot.at).first_of_month();
    let mut runs: Vec<Vec<Month>> = Vec::new();
    let mut last = None;
    for dots in dots.chunk_by(|one, other| month(one) == month(other)).filter(|dots| dots.len() >= LEAST) {
        let first = month(&dots[0]);
        let difficulties: Vec<i32> = dots.iter().map(|dot| dot.difficulty).collect();
        let Some(quartiles) = quartiles(&difficulties) else { continue };
        let middle = f64::midpoint(day_number(first) as f64, day_number(first.last_of_month()) as f64 + 1.0);
        let follows = last.and_then(|last: Date| last.checked_add(1.month()).ok()) == Some(first);
        match runs.last_mut().filter(|_| follows) {
            Some(run) => run.push((middle, quartiles)),
            None => runs.push(vec![(middle, quartiles)]),
        }
        last = Some(first);
    }
    runs
}

/// From the first dot, or the first day asked for, until today or the last day asked for.
fn days(dots: &[Dot<'_>], frame: &Frame) -> Option<Range<f64>> {
    let (first, last) = (dots.first()?.at, dots.last()?.at);
    let end = frame.until.map_or(frame.today, |until| until.min(frame.today));
    let (start, end) = (first, last.max(day_number(end) as f64 + 1.0));
    let start = start.min(end - LEAST_DAYS);
    let pad = (end - start) * 0.025;
    Some(start - pad..end + pad)
}

/// Days and ratings of the line, from its left to its right end.
fn rating(series: Option<&RatingSeries>, days: &Range<f64>, frame: &Frame) -> Vec<(f64, f64)> {
    let changes = series.into_iter().flat_map(RatingSeries::rated);
    let points = changes.map(|change| (axis::moment(change.at, &frame.zone), f64::from(change.new)));
    let (before, within): (Vec<_>, Vec<_>) =
        points.filter(|(day, _)| *day <= days.end).partition(|(day, _)| *day < days.start);
    let from = before.last().map(|(_, rating)| (days.start, *rating));
    let last = within.last().or(before.last()).map(|(_, rating)| *rating);
    let today = day_number(frame.today) as f64 + 1.0;
    let until = last.map(|rating| (days.end.min(today), rating));
    from.into_iter().chain(within).chain(until).collect()
}

fn ratings(difficulties: &[i32], rating: &[(f64, f64)]) -> Range<f64> {
    let all =
        || difficulties.iter().map(|one| f64::from(*one)).chain(rating.iter().map(|(_, rating)| *rating));
    let (low, high) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    let spare = (LEAST_POINTS - (high - low)).max(0.0) / 2.0;
    let pad = ((high - low) * 0.06).max(40.0).max(spare);
    // No difficulty is below zero, so that no room is wasted there.
    let start = if low >= 0.0 { (low - pad).max(-0.03 * (high + pad)) } else { low - pad };
    start..high + pad
}

/// The difficulties of one judge's problems on their axes.
struct DifficultyPlot<'a> {
    lang: Lang,
    judge: Judge,
    dots: Vec<Dot<'a>>,
    /// Months that follow each other.
    months: Vec<Vec<Month>>,
    /// Days since 1970-01-01 and ratings.
    rating: Vec<(f64, f64)>,
    days: Range<f64>,
    ratings: Range<f64>,
    bands: Vec<Band>,
    ticks: Vec<i64>,
    time: TimeTicks,
    plot: Rect,
}
