//! The rating chart: one series before its judge's colours.

mod scale;
mod words;

use std::fmt;

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::element::{PathElement, Rectangle};
use plotters::series::LineSeries;
use plotters::style::{Color as _, RGBColor, ShapeStyle};

use self::scale::{Band, Scale};
use self::words::Standing;
use super::axis;
use super::labels::{Ink, Placer, Wish};
use super::pen::{At, Pen, UNITS};
use super::svg::{Anchor, Px, Rect, Sheet, Size, Svg, Words};
use super::theme::{Palette, Rgb};
use super::{Frame, PlotError, font};
use crate::model::{Colour, RatingChange, RatingSeries, Target};

const SIZE: Px = Px::new(960.0, 540.0);
const MARGIN: f32 = 24.0;

/// The part of the picture that has coordinates.
const PLOT: Rect = Rect { left: 70.0, top: 94.0, right: 876.0, bottom: 480.0 };

/// Draws one rating series as it stands on `frame.today`, with the targets that are about it.
pub fn rating(series: &RatingSeries, targets: &[Target], frame: &Frame) -> Result<Svg, PlotError> {
    let picture = Picture {
        series,
        targets: targets.iter().map(|target| (target, words::standing(series, target, frame))).collect(),
        scale: Scale::new(series, targets, frame),
        palette: frame.theme.palette(),
        frame,
    };
    let mut sheet = Sheet::new("rating chart", SIZE, picture.palette.surface);
    let places = sheet.plot(|area| {
        let mut chart = ChartBuilder::on(area)
            .margin_left(units(PLOT.left))
            .margin_top(units(PLOT.top))
            .margin_right(units(SIZE.x - PLOT.right))
            .margin_bottom(units(SIZE.y - PLOT.bottom))
            .build_cartesian_2d(picture.scale.days.clone(), picture.scale.ratings.clone())?;
        picture.draw_background(&mut chart)?;
        picture.draw_targets(&mut chart)?;
        picture.draw_contests(&mut chart)?;
        Ok(Places { coordinates: chart.as_coord_spec().clone() })
    })?;
    picture.set_axes(&mut sheet, &places);
    picture.set_labels(&mut sheet, &places)?;
    let title = words::title(series, targets, frame);
    let heading = Words::new(title.as_str(), Size::Title, picture.palette.ink, Px::new(MARGIN, 42.0)).bold();
    sheet.set(&heading);
    let room = SIZE.x - 2.0 * MARGIN;
    let context = font::fit(&words::subtitle(series, frame), Size::Body.px(), false, room);
    sheet.set(&Words::new(context, Size::Body, picture.palette.muted, Px::new(MARGIN, 69.0)));
    Ok(sheet.finish(&title, &words::description(series, targets, frame)))
}

fn units(pixels: f32) -> i32 {
    (pixels * UNITS) as i32
}

fn stroke(colour: Rgb, width: f32) -> ShapeStyle {
    RGBColor::from(colour).stroke_width(units(width) as u32)
}

type Coordinates = Cartesian2d<RangedCoordf64, RangedCoordf64>;
type Chart<'c, 's> = ChartContext<'c, Pen<'s>, Coordinates>;
type Drawn = Result<(), DrawingAreaErrorKind<fmt::Error>>;

/// Where plotters put days and ratings.
struct Places {
    coordinates: Coordinates,
}

impl Places {
    fn px(&self, day: f64, rating: f64) -> Px {
        use plotters::coord::CoordTranslate as _;
        self.coordinates.translate(&(day, rating)).into()
    }
}

struct Picture<'a> {
    series: &'a RatingSeries,
    targets: Vec<(&'a Target, Standing)>,
    scale: Scale,
    palette: &'static Palette,
    frame: &'a Frame,
}

impl Picture<'_> {
    fn tier(&self, rating: i32) -> Rgb {
        self.palette.tier(self.series.key.judge, self.series.key.judge.colour_of(rating))
    }

    fn ink_of(&self, colour: Colour) -> Rgb {
        self.palette.tier_ink(self.series.key.judge, colour)
    }

    /// Day and rating after a contest.
    fn point(&self, change: &RatingChange) -> (f64, f64) {
        (axis::moment(change.at, &self.frame.zone), f64::from(change.new))
    }

    /// The radius of a contest's point: smaller where there are many.
    fn radius(&self) -> f32 {
        match self.series.rated().count() {
            0..=60 => 4.0,
            61..=150 => 3.2,
            151..=300 => 2.6,
            _ => 2.2,
        }
    }

    fn draw_background(&self, chart: &mut Chart<'_, '_>) -> Drawn {
        let (days, ratings) = (&self.scale.days, &self.scale.ratings);
        let judge = self.series.key.judge;
        chart.draw_series(self.scale.bands.iter().map(|Band { from, to, colour }| {
            let tint = RGBColor::from(self.palette.band(judge, *colour));
            Rectangle::new([(days.start, *to), (days.end, *from)], tint.filled())
        }))?;
        chart.draw_series(self.scale.rating_ticks.iter().map(|&rating| {
            let line = vec![(days.start, rating as f64), (days.end, rating as f64)];
            PathElement::new(line, stroke(self.palette.grid, 1.0))
        }))?;
        let base = vec![(days.start, ratings.start), (days.end, ratings.start)];
        chart.draw_series([PathElement::new(base, stroke(self.palette.axis, 1.0))])?;
        if self.scale.shows_today {
            let (today, line) = (self.scale.today, self.palette.axis);
            let ends = [(today, ratings.start), (today, ratings.end)];
            chart.draw_series([At::new(ends, move |pen: &mut Pen<'_>, at: &[Px]| {
                pen.dashes(at[0], at[1], line, 1.0, "1 3")
            })])?;
        }
        Ok(())
    }

    fn draw_targets(&self, chart: &mut Chart<'_, '_>) -> Drawn {
        for (target, standing) in &self.targets {
            let (day, rating) = (axis::day_number(target.by) as f64, f64::from(target.goal.rating));
            let (fill, rim) = (self.tier(target.goal.rating), self.ink_of(target.goal.colour));
            let tooltip = words::target(target, *standing);
            let ends = [(self.scale.days.start, rating), (day, rating)];
            chart.draw_series([At::new(ends, move |pen: &mut Pen<'_>, at: &[Px]| {
                pen.dashes(at[0], at[1], rim, 1.6, "7 5")?;
                pen.diamond(at[1], 6.0, fill, rim, &tooltip)
            })])?;
        }
        Ok(())
    }

    fn draw_contests(&self, chart: &mut Chart<'_, '_>) -> Drawn {
        let radius = self.radius();
        let width = if radius < 3.0 { 1.4 } else { 1.8 };
        let points: Vec<(f64, f64)> = self.series.rated().map(|change| self.point(change)).collect();
        if points.len() > 1 {
            chart.draw_series(LineSeries::new(points.iter().copied(), stroke(self.palette.line, width)))?;
        }
        let dots = self.series.rated().zip(points).map(|(change, point)| {
            let fill = self.tier(change.new);
            let rim = self.palette.rim(fill);
            let tooltip = words::contest(change, self.frame);
            At::new([point], move |pen: &mut Pen<'_>, at: &[Px]| pen.dot(at[0], radius, fill, rim, &tooltip))
        });
        chart.draw_series(dots)?;
        if let Some(highest) = self.highest() {
            let ink = self.palette.ink;
            chart.draw_series([At::new([self.point(highest)], move |pen: &mut Pen<'_>, at: &[Px]| {
                pen.ring(at[0], radius + 3.5, ink)
            })])?;
        }
        Ok(())
    }

    /// The highest contest, where there is more than one to choose from.
    fn highest(&self) -> Option<&RatingChange> {
        self.series.highest().filter(|_| self.series.rated().nth(1).is_some())
    }

    fn set_axes(&self, sheet: &mut Sheet, places: &Places) {
        let muted = self.palette.muted;
        for &rating in &self.scale.rating_ticks {
            let at = Px::new(PLOT.left - 9.0, places.px(self.scale.days.start, rating as f64).y + 4.5);
            sheet.set(&Words::new(rating.to_string(), Size::Small, muted, at).anchored(Anchor::End));
        }
        let mut free = PLOT.top - 12.0..PLOT.bottom + 4.0;
        for Band { from, to, colour } in self.scale.bands.iter().rev() {
            let (top, bottom) = (places.px(0.0, *to).y, places.px(0.0, *from).y);
            let at = Px::new(PLOT.right + 9.0, f32::midpoint(top, bottom) + 4.5);
            let name = Words::new(colour.name(), Size::Small, self.ink_of(*colour), at).bold();
            let bounds = name.bounds();
            if bottom - top >= 13.0 && bounds.top >= free.start && bounds.bottom <= free.end {
                free.start = bounds.bottom;
                sheet.set(&name);
            }
        }
        self.set_time_axis(sheet, places);
    }

    fn set_time_axis(&self, sheet: &mut Sheet, places: &Places) {
        let muted = self.palette.muted;
        let ratings = self.scale.ratings.start;
        for (day, label) in &self.scale.time.ticks {
            let at = Px::new(places.px(*day, ratings).x, PLOT.bottom + 20.0);
            sheet.set(&Words::new(label.as_str(), Size::Small, muted, at).anchored(Anchor::Middle));
        }
        let starts = self.scale.time.periods.iter();
        let ends = starts.clone().skip(1).map(|(day, _)| *day).chain([self.scale.days.end]);
        for ((day, label), end) in starts.zip(ends) {
            let start = places.px(day.max(self.scale.days.start), ratings).x;
            let end = places.px(end.min(self.scale.days.end), ratings).x;
            let words = Words::new(label.as_str(), Size::Small, muted, Px::new(start, PLOT.bottom + 39.0));
            let last = end >= PLOT.right - 1.0;
            if words.bounds().right + 8.0 <= if last { SIZE.x - MARGIN } else { end } {
                sheet.set(&words.bold());
            }
        }
    }

    /// Labels inside the plot, most important first.
    fn set_labels(&self, sheet: &mut Sheet, places: &Places) -> Result<(), PlotError> {
        let mut placer = Placer::new(&self.ink(places));
        let radius = self.radius();
        for (label, wish) in self.marks(places, radius) {
            placer.take(Rect::around(wish.at, wish.clear - 1.0));
            let _ = label;
        }
        for (label, wish) in self.marks(places, radius) {
            let Some(place) = placer.place(label.extent(), &wish) else { continue };
            if let Some((from, to)) = place.leader {
                let colour = label.colour;
                sheet.pen(|pen| pen.dashes(from, to, colour, 1.0, "none"))?;
            }
            sheet.set(&label.halo(self.palette.surface).in_box_at(place.corner));
        }
        Ok(())
    }

    /// What is to be labelled.
    fn marks(&self, places: &Places, radius: f32) -> Vec<(Words, Wish)> {
        let origin = Px::new(0.0, 0.0);
        let at = |change: &RatingChange| {
            let (day, rating) = self.point(change);
            places.px(day, rating)
        };
        let mut marks = Vec::new();
        let highest = self.highest();
        if let Some(last) = self.series.last() {
            let is_highest = highest.is_some_and(|highest| std::ptr::eq(highest, last));
            let text = if is_highest { format!("{}, highest", last.new) } else { last.new.to_string() };
            let colour = self.ink_of(self.series.key.judge.colour_of(last.new));
            let clear = if is_highest { radius + 4.5 } else { radius + 1.0 };
            marks.push((
                Words::new(text, Size::Body, colour, origin).bold(),
                Wish { at: at(last), clear, toward: Px::new(1.0, 0.0) },
            ));
        }
        for (target, standing) in &self.targets {
            let mark = places.px(axis::day_number(target.by) as f64, f64::from(target.goal.rating));
            let words = words::target(target, *standing);
            marks.push((
                Words::new(words, Size::Small, self.ink_of(target.goal.colour), origin).bold(),
                Wish { at: mark, clear: 7.0, toward: Px::new(-0.6, -1.0) },
            ));
        }
        if let Some(highest) = highest.filter(|highest| self.series.last() != Some(*highest)) {
            let text = format!("highest {}, {}", highest.new, words::day(highest, self.frame));
            marks.push((
                Words::new(text, Size::Small, self.palette.ink, origin),
                Wish { at: at(highest), clear: radius + 4.5, toward: Px::new(-0.3, -1.0) },
            ));
        }
        if self.scale.shows_today {
            let top = Px::new(places.px(self.scale.today, 0.0).x, PLOT.top + 12.0);
            marks.push((
                Words::new("today", Size::Small, self.palette.muted, origin),
                Wish { at: top, clear: 1.0, toward: Px::new(-1.0, 0.0) },
            ));
        }
        marks
    }

    /// What is drawn in the plot, for labels to keep off.
    fn ink(&self, places: &Places) -> Ink {
        let mut ink = Ink::new(PLOT);
        let points: Vec<Px> = self
            .series
            .rated()
            .map(|change| self.point(change))
            .map(|(day, rating)| places.px(day, rating))
            .collect();
        for pair in points.windows(2) {
            ink.line(pair[0], pair[1]);
        }
        for (target, _) in &self.targets {
            let end = places.px(axis::day_number(target.by) as f64, f64::from(target.goal.rating));
            ink.line(Px::new(PLOT.left, end.y), end);
        }
        if self.scale.shows_today {
            let x = places.px(self.scale.today, 0.0).x;
            ink.line(Px::new(x, PLOT.top), Px::new(x, PLOT.bottom));
        }
        ink
    }
}
