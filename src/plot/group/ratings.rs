//! The ratings of a group's members at one judge, on one axis.

use std::ops::Range;

use jiff::ToSpan as _;

use super::super::axis::{self, day_number};
use super::super::rating::{Series, bands};
use super::super::scene::{Anchor, Mark, Px, Rect, Scene, Size, Words};
use super::super::sheet::Sheet;
use super::super::theme::Role;
use super::super::words::group as words;
use super::super::{Frame, PlotError, timeline};
use super::short;
use crate::lang::Lang;
use crate::model::{Judge, RatingSeries, series_title_in};

const WIDTH: f32 = 960.0;

/// What lies around the ratings.
const AROUND: Rect = Rect { left: 70.0, top: 94.0, right: 196.0, bottom: 60.0 };

/// The height of the ratings, and what each name at their right takes of it.
const HEIGHT: f32 = 330.0;
const NAME: f32 = 19.0;

/// No more names than that make a chart higher.
const MOST_NAMES: usize = 100;

/// From the ratings to the names.
const LEADER: f32 = 22.0;

/// The least that is shown, in rating points, and room above and below.
const LEAST_RATINGS: f64 = 300.0;
const PAD: f64 = 40.0;

/// Room between two ticks of the upright axis, in pixels.
const RATING_ROOM: f32 = 40.0;

/// A member's line.
struct Line<'a> {
    name: &'a str,
    /// Days since 1970-01-01 and ratings, to the last day shown.
    points: Vec<(f64, f64)>,
}

impl Line<'_> {
    fn last(&self) -> f64 {
        self.points.last().map_or(0.0, |(_, rating)| *rating)
    }

    /// What the days shown changed.
    fn change(&self) -> f64 {
        self.points.first().map_or(0.0, |(_, rating)| self.last() - rating)
    }
}

/// Draws a line for each of `series`, which are of one judge and one track, with the name of whose it is; without
/// `since`, of the last year. `None` where nobody has a rating.
///
/// # Errors
///
/// Never in practice: nothing is left to the drawing library.
pub fn group_ratings(series: &[(&str, RatingSeries)], frame: &Frame) -> Result<Option<Scene>, PlotError> {
    let last = frame.until.map_or(frame.today, |until| until.min(frame.today));
    let since = frame.since.unwrap_or_else(|| last.saturating_sub(1.year()));
    let frame = &Frame { since: Some(since), ..frame.clone() };
    let days = day_number(since) as f64..day_number(last) as f64 + 1.0;
    let mut lines: Vec<Line<'_>> = Vec::new();
    for (name, series) in series {
        let mut points = Series::new(series, frame).line();
        points.retain(|(day, _)| *day <= days.end);
        if let Some((_, rating)) = points.last().copied() {
            points.push((days.end, rating));
            lines.push(Line { name, points });
        }
    }
    let Some((_, first)) = series.first().filter(|_| !lines.is_empty()) else { return Ok(None) };
    lines.sort_by(|one, other| other.last().total_cmp(&one.last()));
    let names = lines.len().min(MOST_NAMES) as f32 * NAME;
    let size = frame.extent(Px::new(WIDTH, AROUND.top + HEIGHT.max(names) + AROUND.bottom));
    let plot = Plot {
        lang: frame.lang,
        judge: first.key.judge,
        ratings: range(&lines),
        lines: &lines,
        days,
        area: Rect::between(size, &AROUND),
    };
    let mut sheet = Sheet::new("chart of a group's ratings", size, frame.lang);
    let named = series_title_in(frame.lang, first.key.judge, first.key.track);
    let title = words::ratings(frame.lang, &named, lines.len());
    let context = plot.context(frame);
    sheet.head(&title, &context);
    plot.draw(&mut sheet);
    plot.set_names(&mut sheet);
    Ok(Some(sheet.finish(title, words::ratings_description(frame.lang, &context))))
}

/// The ratings that the axis shows.
fn range(lines: &[Line<'_>]) -> Range<f64> {
    let all = || lines.iter().flat_map(|line| line.points.iter().map(|(_, rating)| *rating));
    let (low, high) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    let spare = ((LEAST_RATINGS - (high - low)) / 2.0).max(PAD);
    let from = if low >= 0.0 { (low - spare).max(-PAD / 2.0) } else { low - spare };
    from..(high + spare).max(from + LEAST_RATINGS)
}

struct Plot<'a> {
    lang: Lang,
    judge: Judge,
    /// The highest first.
    lines: &'a [Line<'a>],
    /// Days since 1970-01-01.
    days: Range<f64>,
    ratings: Range<f64>,
    area: Rect,
}

impl Plot<'_> {
    fn context(&self, frame: &Frame) -> String {
        let gained = self.lines.iter().filter(|line| line.change() > 0.0);
        let gained = gained.max_by(|one, other| one.change().total_cmp(&other.change()));
        let gained = gained.map(|line| (short(line.name, 150.0), line.change().round()));
        let gained = gained.as_ref().map(|(name, change)| (name.as_str(), *change));
        let (from, to) = (axis::date_at(self.days.start), axis::date_at(self.days.end - 1.0));
        words::ratings_context(frame.lang, &frame.span(from, to), gained)
    }

    fn at(&self, (day, rating): (f64, f64)) -> Px {
        let share =
            |value: f64, range: &Range<f64>| ((value - range.start) / (range.end - range.start)) as f32;
        let Rect { left, top, right, bottom } = self.area;
        Px::new(
            left + share(day.clamp(self.days.start, self.days.end), &self.days) * (right - left),
            bottom - share(rating, &self.ratings) * (bottom - top),
        )
    }

    fn draw(&self, sheet: &mut Sheet) {
        let Rect { left, top, right, bottom } = self.area;
        let across = |rating: f64| {
            let y = self.at((self.days.start, rating)).y;
            (Px::new(left, y), Px::new(right, y))
        };
        let bands = bands(self.judge, &self.ratings).into_iter().map(|band| {
            let (from, to) = (across(band.from).0.y, across(band.to).0.y);
            Mark::rect(Rect { left, top: to, right, bottom: from }, 0.0)
                .filled(Role::Band(self.judge, band.colour))
        });
        sheet.draw(bands.collect::<Vec<_>>());
        let room = f64::from(RATING_ROOM / (bottom - top)) * (self.ratings.end - self.ratings.start);
        for tick in axis::rating_ticks(&self.ratings, room) {
            let (from, to) = across(tick as f64);
            sheet.draw([Mark::line(from, to).stroked(Role::Grid, 1.0)]);
            let words =
                Words::new(tick.to_string(), Size::Small, Role::Muted, Px::new(left - 9.0, from.y + 4.5));
            sheet.set(words.anchored(Anchor::End));
        }
        sheet.draw([Mark::line(Px::new(left, bottom), Px::new(right, bottom)).stroked(Role::Axis, 1.0)]);
        let room = f64::from(axis::TIME_ROOM) * (self.days.end - self.days.start) / f64::from(right - left);
        let time = axis::time_ticks(&self.days, room, self.lang);
        let tick = |(day, _): &(f64, String)| timeline::tick(Px::new(self.at((*day, 0.0)).x, bottom));
        sheet.draw(time.ticks.iter().map(tick));
        timeline::set(sheet, &time, &self.days, &Rect { top, ..self.area });
        // The highest lie on top.
        for line in self.lines.iter().rev() {
            let points: Vec<Px> = line.points.iter().map(|point| self.at(*point)).collect();
            let told = Self::told(line);
            let end = points.last().map(|end| Mark::circle(*end, 3.5).filled(self.role(line)));
            let marks = [Some(Mark::curve(&points).stroked(self.role(line), 2.0)), end];
            sheet.draw([Mark::group(marks.into_iter().flatten()).tells(told)]);
        }
    }

    /// "ada 1532".
    fn told(line: &Line<'_>) -> String {
        let room = AROUND.right - LEADER - 60.0;
        format!("{} {}", short(line.name, room), line.last().round())
    }

    /// The colour of a member's rating.
    fn role(&self, line: &Line<'_>) -> Role {
        let colour = self.judge.told_colour(line.last().round() as i32);
        colour.map_or(Role::Line, |colour| Role::Tier(self.judge, colour))
    }

    /// The names beside the ends of their lines, as near as they can stand; of those that find no room, none.
    fn set_names(&self, sheet: &mut Sheet) {
        let Rect { top, right, bottom, .. } = self.area;
        let fits = ((bottom - top) / NAME) as usize;
        let lines = &self.lines[..self.lines.len().min(fits.max(1))];
        let wanted = lines.iter().map(|line| self.at((self.days.end, line.last())).y);
        for ((line, y), wanted) in lines.iter().zip(spread(wanted.clone(), top, bottom)).zip(wanted) {
            let leader = Mark::line(Px::new(right + 5.0, wanted), Px::new(right + LEADER - 4.0, y));
            sheet.draw([leader.stroked(Role::Axis, 1.0)]);
            let at = Px::new(right + LEADER, y + 4.5);
            sheet.set(Words::new(Self::told(line), Size::Small, Role::Ink, at));
        }
    }
}

/// Places from `top` to `bottom` for names that are wanted at `wanted`, which rises; none nearer to each other than a
/// name is high.
fn spread(wanted: impl Iterator<Item = f32>, top: f32, bottom: f32) -> Vec<f32> {
    let mut free = top + NAME / 2.0;
    let mut places: Vec<f32> = Vec::new();
    for place in wanted {
        places.push(place.max(free));
        free = place.max(free) + NAME;
    }
    let mut free = bottom - NAME / 2.0;
    for place in places.iter_mut().rev() {
        *place = place.min(free);
        free = *place - NAME;
    }
    places
}
