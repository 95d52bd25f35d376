//! The rating chart: one series before its judge's colours.

mod callouts;
mod fan;
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

use self::fan::Fan;
use self::scale::{Band, Scale};
use self::words::Outcome;
use super::axis;
use super::geometry::{Px, Rect, units};
use super::pen::{At, Pen};
use super::svg::{Anchor, MARGIN, Sheet, Size, Svg, Words};
use super::theme::{Palette, Rgb};
use super::{Frame, PlotError};
use crate::model::{Colour, RatingChange, RatingSeries, Target};
use crate::stats::Forecast;

const SIZE: Px = Px::new(960.0, 540.0);

/// What lies around the part of the picture that has coordinates.
const AROUND: Rect = Rect { left: 70.0, top: 94.0, right: 84.0, bottom: 60.0 };

/// Draws one rating series as it stands on `frame.today`, with the targets that are about it, and with where it may go
/// until the last of them.
pub fn rating(
    series: &RatingSeries,
    targets: &[Target],
    forecast: Option<&Forecast>,
    frame: &Frame,
) -> Result<Svg, PlotError> {
    let mut standings: Vec<(&Target, Outcome)> =
        targets.iter().map(|target| (target, Outcome::new(series, target, forecast, frame))).collect();
    standings.sort_by_key(|(target, _)| (std::cmp::Reverse(target.goal.rating), target.by));
    let fan = forecast.and_then(|forecast| Fan::new(series, targets, forecast, frame));
    let size = frame.extent(SIZE);
    let plot = Rect {
        left: AROUND.left,
        top: AROUND.top,
        right: size.x - AROUND.right,
        bottom: size.y - AROUND.bottom,
    };
    let picture = Picture {
        size,
        plot,
        series,
        targets: standings,
        scale: Scale::new(series, targets, fan.as_ref(), frame, &plot),
        fan,
        palette: frame.theme.palette(),
        frame,
    };
    let mut sheet = Sheet::new("rating chart", size, picture.palette.surface);
    let places = sheet.plot(|area| {
        let mut chart = ChartBuilder::on(area)
            .margin_left(units(AROUND.left))
            .margin_top(units(AROUND.top))
            .margin_right(units(AROUND.right))
            .margin_bottom(units(AROUND.bottom))
            .build_cartesian_2d(picture.scale.days.clone(), picture.scale.ratings.clone())?;
        picture.draw_background(&mut chart)?;
        picture.draw_fan(&mut chart)?;
        picture.draw_targets(&mut chart)?;
        picture.draw_contests(&mut chart)?;
        Ok(Places { coordinates: chart.as_coord_spec().clone() })
    })?;
    picture.set_axes(&mut sheet, &places);
    picture.set_callouts(&mut sheet, &places)?;
    let title = words::title(series, targets, frame);
    let mut context = words::subtitle(series, frame);
    if picture.fan.is_some() {
        context.push_str(words::FAN);
    }
    sheet.head(&title, &context, picture.palette);
    Ok(sheet.finish(&title, &words::description(series, &picture.targets, frame)))
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
    size: Px,
    /// The part that has coordinates.
    plot: Rect,
    series: &'a RatingSeries,
    targets: Vec<(&'a Target, Outcome)>,
    fan: Option<Fan>,
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
        let axis = self.palette.axis;
        let base = vec![(days.start, ratings.start), (days.end, ratings.start)];
        chart.draw_series([PathElement::new(base, stroke(axis, 1.0))])?;
        chart.draw_series(self.scale.time.ticks.iter().map(|(day, _)| {
            At::new([(*day, ratings.start)], move |pen: &mut Pen<'_>, at: &[Px]| {
                pen.line(at[0], Px::new(at[0].x, at[0].y + 5.0), axis, 1.0, None)
            })
        }))?;
        if self.scale.shows_today {
            let today = self.scale.today;
            let ends = [(today, ratings.start), (today, ratings.end)];
            chart.draw_series([At::new(ends, move |pen: &mut Pen<'_>, at: &[Px]| {
                pen.line(at[0], at[1], axis, 1.0, Some("1 3"))
            })])?;
        }
        Ok(())
    }

    fn draw_targets(&self, chart: &mut Chart<'_, '_>) -> Drawn {
        for (target, outcome) in &self.targets {
            let (day, rating) = (axis::day_number(target.by) as f64, f64::from(target.goal.rating));
            let (fill, rim) = (self.tier(target.goal.rating), self.ink_of(target.goal.colour));
            let tooltip = words::target(target, *outcome);
            let ends = [(self.scale.days.start, rating), (day, rating)];
            chart.draw_series([At::new(ends, move |pen: &mut Pen<'_>, at: &[Px]| {
                pen.line(at[0], at[1], rim, 1.6, Some("7 5"))?;
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
            // Rims of many small points would hide the line.
            let rim = (radius > 3.0).then(|| self.palette.rim(fill));
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
            let at = Px::new(self.plot.left - 9.0, places.px(self.scale.days.start, rating as f64).y + 4.5);
            sheet.set(&Words::new(rating.to_string(), Size::Small, muted, at).anchored(Anchor::End));
        }
        let mut free = self.plot.top - 12.0..self.plot.bottom + 4.0;
        for Band { from, to, colour } in self.scale.bands.iter().rev() {
            let (top, bottom) = (places.px(0.0, *to).y, places.px(0.0, *from).y);
            let at = Px::new(self.plot.right + 9.0, f32::midpoint(top, bottom) + 4.5);
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
            let at = Px::new(places.px(*day, ratings).x, self.plot.bottom + 20.0);
            sheet.set(&Words::new(label.as_str(), Size::Small, muted, at).anchored(Anchor::Middle));
        }
        let base = self.plot.bottom + 39.0;
        let mut free = self.size.x - MARGIN;
        for (day, label) in self.scale.time.periods.iter().rev() {
            let words = Words::new(label.as_str(), Size::Small, muted, Px::new(self.plot.left, base)).bold();
            let words = if *day < self.scale.days.start {
                words
            } else {
                Words { at: Px::new(places.px(*day, ratings).x, base), anchor: Anchor::Middle, ..words }
            };
            let bounds = words.bounds();
            if bounds.right <= free {
                free = bounds.left - 10.0;
                sheet.set(&words);
            }
        }
    }
}
