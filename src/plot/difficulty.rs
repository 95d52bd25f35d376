//! Where one practises relative to where one is: solved problems over time against their difficulty, before one's own
//! rating, at one judge.

use std::collections::BTreeMap;
use std::ops::Range;

use plotters::chart::ChartBuilder;
use plotters::coord::CoordTranslate as _;

use super::axis::{self, TimeTicks, day_number};
use super::geometry::{Px, Rect, units};
use super::labels::{Ink, Placer, Stroke, Wish};
use super::pen::{At, Pen};
use super::rating::{Band, bands};
use super::svg::{Anchor, Sheet, Size, Svg, Words};
use super::theme::Palette;
use super::{Frame, PlotError, timeline};
use crate::model::{Colour, Judge, ProblemId, RatingSeries, clean, count};
use crate::stats::{Worked, median, running_median};

const SIZE: Px = Px::new(960.0, 540.0);

/// What lies around the part of the picture that has coordinates.
const AROUND: Rect = Rect { left: 70.0, top: 94.0, right: 84.0, bottom: 60.0 };

/// How many problems the median holds, at least and as a part of all.
const LATELY: usize = 20;
const PART: usize = 40;

/// More dots than this have no tooltips, which would be longer than all the rest.
const TOLD: usize = 500;

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
}

/// Draws the solved ones among `worked` that are `judge`'s, on the days that `frame` shows, with the rating in `series`.
/// `None` where the difficulty of none is known.
pub fn difficulty(
    judge: Judge,
    worked: &[Worked<'_>],
    series: Option<&RatingSeries>,
    frame: &Frame,
) -> Result<Option<Svg>, PlotError> {
    let dots = dots(judge, worked, frame);
    let Some(days) = days(&dots, frame) else { return Ok(None) };
    let difficulties: Vec<i32> = dots.iter().map(|dot| dot.difficulty).collect();
    let lately = (dots.len() / PART).max(LATELY);
    // More points than these would only make the picture large; the last one counts.
    let mut middle: Vec<_> =
        running_median(&difficulties, lately).into_iter().rev().step_by(lately / LATELY).collect();
    middle.reverse();
    let size = frame.extent(SIZE);
    let plot = Rect::between(size, &AROUND);
    let rating = rating(series, &days, frame);
    let ratings = ratings(&difficulties, &rating);
    let picture = Picture {
        judge,
        lately,
        middle: middle.into_iter().map(|(place, middle)| (dots[place].at, f64::from(middle))).collect(),
        rating,
        bands: bands(judge, &ratings),
        ticks: axis::rating_ticks(
            &ratings,
            f64::from(RATING_ROOM) * per_pixel(&ratings, plot.bottom - plot.top),
        ),
        time: axis::time_ticks(&days, f64::from(axis::TIME_ROOM) * per_pixel(&days, plot.right - plot.left)),
        dots,
        days,
        ratings,
        plot,
        palette: frame.theme.palette(),
    };
    let now = median(&difficulties[difficulties.len().saturating_sub(lately)..]).unwrap_or(0);
    let (title, context) = (picture.title(now), picture.context(series, now, frame));
    let mut sheet = Sheet::new("difficulty chart", size, picture.palette.surface);
    let lines = picture.draw(&mut sheet)?;
    picture.set_axes(&mut sheet);
    picture.set_labels(&mut sheet, &lines)?;
    sheet.head(&title, &context, picture.palette);
    Ok(Some(sheet.finish(&title, &format!("Solved problems by time and difficulty. {context}."))))
}

fn per_pixel(range: &Range<f64>, pixels: f32) -> f64 {
    (range.end - range.start) / f64::from(pixels)
}

fn dots<'a>(judge: Judge, worked: &[Worked<'a>], frame: &Frame) -> Vec<Dot<'a>> {
    let of_judge = worked.iter().filter(|one| one.attempts.judge == judge);
    let shown = of_judge.filter(|one| frame.shows(one.day(&frame.zone)));
    let dot = |one: &Worked<'a>| {
        one.attempts.solved?;
        let listed = one.entry.map(|entry| entry.problem.name.as_str());
        Some(Dot {
            at: axis::moment(one.at(), &frame.zone),
            difficulty: one.difficulty()?,
            problem: &one.attempts.problem,
            name: listed.or(one.attempts.name.as_deref()).unwrap_or_default(),
        })
    };
    let mut dots: Vec<Dot<'a>> = shown.filter_map(dot).collect();
    dots.sort_by(|one, other| one.at.total_cmp(&other.at));
    dots
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

/// Where the two lines lie on the sheet.
struct Lines {
    rating: Vec<Px>,
    middle: Vec<Px>,
}

struct Picture<'a> {
    judge: Judge,
    /// How many problems the median holds.
    lately: usize,
    dots: Vec<Dot<'a>>,
    /// Days since 1970-01-01, and the median of the last difficulties.
    middle: Vec<(f64, f64)>,
    /// Days since 1970-01-01 and ratings.
    rating: Vec<(f64, f64)>,
    days: Range<f64>,
    ratings: Range<f64>,
    bands: Vec<Band>,
    ticks: Vec<i64>,
    time: TimeTicks,
    plot: Rect,
    palette: &'static Palette,
}

impl Picture<'_> {
    /// "AtCoder practice 85 above the rating".
    fn title(&self, now: i32) -> String {
        let judge = self.judge;
        let Some((_, rating)) = self.rating.last() else { return format!("{judge} practice at {now}") };
        match now - *rating as i32 {
            0 => format!("{judge} practice at the rating"),
            above @ 1.. => format!("{judge} practice {above} above the rating"),
            below => format!("{judge} practice {} below the rating", -below),
        }
    }

    fn context(&self, series: Option<&RatingSeries>, now: i32, frame: &Frame) -> String {
        let handle = series.map_or_else(String::new, |series| format!("{} · ", series.key.handle));
        let day = |dot: Option<&Dot<'_>>| dot.map_or(frame.today, |dot| axis::date_at(dot.at));
        let (first, last) = (day(self.dots.first()), day(self.dots.last()));
        let span = if first == last { format!("on {first}") } else { format!("{first} to {last}") };
        let solved = count(self.dots.len(), "problem");
        let of = self.dots.len().min(self.lately);
        format!("{handle}{solved} solved, {span} · median of the last {of}: {now}")
    }

    fn draw(&self, sheet: &mut Sheet) -> Result<Lines, PlotError> {
        let (size, plot, palette) = (sheet.size(), self.plot, self.palette);
        let (days, ratings) = (&self.days, &self.ratings);
        sheet.plot(|area| {
            let mut chart = ChartBuilder::on(area)
                .margin_left(units(plot.left))
                .margin_top(units(plot.top))
                .margin_right(units(size.x - plot.right))
                .margin_bottom(units(size.y - plot.bottom))
                .build_cartesian_2d(days.clone(), ratings.clone())?;
            chart.draw_series(self.bands.iter().map(|Band { from, to, colour }| {
                let tint = palette.band(self.judge, *colour);
                At::new([(days.start, *to), (days.end, *from)], move |pen: &mut Pen<'_>, at: &[Px]| {
                    let (from, to) = (at[0], at[1]);
                    pen.stack(&[(Rect { left: from.x, top: from.y, right: to.x, bottom: to.y }, tint)], "")
                })
            }))?;
            let across = |rating: f64, colour| {
                let ends = [(days.start, rating), (days.end, rating)];
                At::new(ends, move |pen: &mut Pen<'_>, at: &[Px]| pen.line(at[0], at[1], colour, 1.0, None))
            };
            chart.draw_series(self.ticks.iter().map(|tick| across(*tick as f64, palette.grid)))?;
            chart.draw_series([across(ratings.start, palette.axis)])?;
            chart.draw_series(self.time.ticks.iter().map(|(day, _)| {
                At::new([(*day, ratings.start)], move |pen: &mut Pen<'_>, at: &[Px]| {
                    pen.line(at[0], Px::new(at[0].x, at[0].y + 5.0), palette.axis, 1.0, None)
                })
            }))?;
            chart.draw_series(self.by_colour().into_iter().map(|(colour, dots)| {
                let points: Vec<(f64, f64)> =
                    dots.iter().map(|dot| (dot.at, f64::from(dot.difficulty))).collect();
                At::new(points, move |pen: &mut Pen<'_>, at: &[Px]| self.draw_dots(pen, colour, &dots, at))
            }))?;
            let line = |points: &[(f64, f64)], dashes: Option<&'static str>| {
                At::new(points, move |pen: &mut Pen<'_>, at: &[Px]| {
                    if let Some(dashes) = dashes {
                        return pen.dashes(at, palette.ink, 2.0, dashes);
                    }
                    pen.curve(at, palette.surface, 5.0)?;
                    pen.curve(at, palette.ink, 2.2)
                })
            };
            if self.middle.len() > 1 {
                chart.draw_series([line(&self.middle, Some("6 3"))])?;
            }
            if self.rating.len() > 1 {
                chart.draw_series([line(&self.rating, None)])?;
            }
            let spec = chart.as_coord_spec();
            let px =
                |points: &[(f64, f64)]| points.iter().map(|point| spec.translate(point).into()).collect();
            Ok(Lines { rating: px(&self.rating), middle: px(&self.middle) })
        })
    }

    fn by_colour(&self) -> Vec<(Colour, Vec<&Dot<'_>>)> {
        let mut groups: BTreeMap<Colour, Vec<&Dot<'_>>> = BTreeMap::new();
        for dot in &self.dots {
            groups.entry(self.judge.colour_of(dot.difficulty)).or_default().push(dot);
        }
        groups.into_iter().collect()
    }

    fn draw_dots(&self, pen: &mut Pen<'_>, colour: Colour, dots: &[&Dot<'_>], at: &[Px]) -> std::fmt::Result {
        let fill = self.palette.tier(self.judge, colour);
        let radius = match self.dots.len() {
            0..=200 => 4.0,
            201..=TOLD => 3.0,
            501..=2000 => 2.2,
            _ => 1.6,
        };
        if self.dots.len() > TOLD {
            return pen.specks(at, radius, fill);
        }
        let tooltip = |dot: &&Dot<'_>| {
            let name = clean(dot.name);
            let shown: String = name.chars().take(80).collect();
            format!("{} {shown}\n{}, {}", dot.problem, axis::date_at(dot.at), dot.difficulty)
        };
        let tooltips: Vec<String> = dots.iter().map(tooltip).collect();
        let marks = at.iter().zip(&tooltips).map(|(at, tooltip)| (*at, radius, tooltip.as_str()));
        pen.dots(fill, Some(self.palette.rim(fill)), marks)
    }

    /// Ratings to the left, colours to the right, days below.
    fn set_axes(&self, sheet: &mut Sheet) {
        let (plot, palette) = (&self.plot, self.palette);
        let y = |rating: f64| {
            let share = (rating - self.ratings.start) / (self.ratings.end - self.ratings.start);
            plot.bottom - share as f32 * (plot.bottom - plot.top)
        };
        for &tick in &self.ticks {
            let at = Px::new(plot.left - 9.0, y(tick as f64) + 4.5);
            sheet.set(&Words::new(tick.to_string(), Size::Small, palette.muted, at).anchored(Anchor::End));
        }
        let mut free = plot.top - 12.0..plot.bottom + 4.0;
        for Band { from, to, colour } in self.bands.iter().rev() {
            let (top, bottom) = (y(*to), y(*from));
            let at = Px::new(plot.right + 9.0, f32::midpoint(top, bottom) + 4.5);
            let ink = palette.tier_ink(self.judge, *colour);
            let name = Words::new(colour.name(), Size::Small, ink, at).bold();
            let bounds = name.bounds();
            if bottom - top >= 13.0 && bounds.top >= free.start && bounds.bottom <= free.end {
                free.start = bounds.bottom;
                sheet.set(&name);
            }
        }
        timeline::set(sheet, &self.time, &self.days, plot, palette);
    }

    /// What the two lines are.
    fn set_labels(&self, sheet: &mut Sheet, lines: &Lines) -> Result<(), PlotError> {
        let mut ink = Ink::new(self.plot.inset(5.0));
        for line in [&lines.rating, &lines.middle] {
            for pair in line.windows(2) {
                ink.line(pair[0], pair[1], Stroke::Data);
            }
        }
        let mut room = Placer::new(&ink);
        let rating = self.rating.last().map(|(_, rating)| format!("rating {rating:.0}"));
        let middle = format!("median of {}", self.lately);
        let above = match (lines.rating.last(), lines.middle.last()) {
            (Some(rating), Some(middle)) if rating.y > middle.y => 1.0,
            _ => -1.0,
        };
        let labels = [
            (rating, lines.rating.last(), above),
            (Some(middle), lines.middle.get(lines.middle.len() * 2 / 3), -above),
        ];
        for (text, at, toward) in labels {
            let (Some(text), Some(at)) = (text, at) else { continue };
            let words = Words::new(text, Size::Small, self.palette.ink, *at).bold();
            let wish = Wish { at: *at, clear: 2.0, toward: Px::new(-0.4, toward) };
            let Some(place) = room.place(words.extent(), &wish) else { continue };
            if let Some((from, to)) = place.leader {
                sheet.pen(|pen| pen.line(from, to, self.palette.ink, 1.0, None))?;
            }
            sheet.set(&words.in_box_at(place.corner).halo(self.palette.surface));
        }
        Ok(())
    }
}
