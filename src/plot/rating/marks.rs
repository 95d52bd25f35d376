//! What a rating chart draws, back to front.

use plotters::element::{PathElement, Rectangle};
use plotters::series::LineSeries;
use plotters::style::{Color as _, RGBColor, ShapeStyle};

use super::super::axis;
use super::super::geometry::{Px, units};
use super::super::pen::{At, Pen};
use super::super::theme::Rgb;
use super::words;
use super::{Band, Chart, Drawn, Picture};
use crate::model::RatingChange;

/// How much larger the point of a contest that reached a colour is.
const ARRIVAL: f32 = 1.4;

fn stroke(colour: Rgb, width: f32) -> ShapeStyle {
    RGBColor::from(colour).stroke_width(units(width) as u32)
}

impl Picture<'_> {
    pub(super) fn draw_background(&self, chart: &mut Chart<'_, '_>) -> Drawn {
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

    pub(super) fn draw_targets(&self, chart: &mut Chart<'_, '_>) -> Drawn {
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

    /// Performances as specks, and their running mean.
    pub(super) fn draw_form(&self, chart: &mut Chart<'_, '_>) -> Drawn {
        let radius = if self.radius() > 3.0 { 1.7 } else { 1.2 };
        let in_sight = |(_, performance): &&(f64, f64)| self.scale.ratings.contains(performance);
        let specks: Vec<(f64, f64)> = self.shown.performances.iter().filter(in_sight).copied().collect();
        let faint = self.palette.speck();
        if !specks.is_empty() {
            chart.draw_series([At::new(specks, move |pen: &mut Pen<'_>, at: &[Px]| {
                pen.specks(at, radius, faint)
            })])?;
        }
        if self.shown.form.len() > 1 {
            let line = self.shown.form.iter().copied();
            chart.draw_series(LineSeries::new(line, stroke(self.palette.form(), 1.3)))?;
        }
        Ok(())
    }

    pub(super) fn draw_contests(&self, chart: &mut Chart<'_, '_>) -> Drawn {
        let radius = self.radius();
        let width = if radius < 3.0 { 1.4 } else { 1.8 };
        if self.line.len() > 1 {
            let line = self.line.iter().copied();
            chart.draw_series(LineSeries::new(line, stroke(self.palette.line, width)))?;
        }
        let dot = |change: &RatingChange| {
            let fill = self.tier(change.new);
            let arrived = self.shown.arrivals.iter().any(|(arrival, _)| std::ptr::eq(*arrival, change));
            // Rims of many small points would hide the line.
            let rim = (arrived || radius > 3.0).then(|| self.palette.rim(fill));
            let radius = if arrived { radius + ARRIVAL } else { radius };
            let tooltip = if self.is_told() { words::contest(change, self.frame) } else { String::new() };
            (self.point(change), fill, rim, radius, tooltip)
        };
        let dots: Vec<_> = self.shown.contests.iter().map(|change| dot(change)).collect();
        let alike = dots.chunk_by(|a, b| (a.1, a.2) == (b.1, b.2)).map(|dots| {
            let points: Vec<_> = dots.iter().map(|dot| dot.0).collect();
            At::new(points, move |pen: &mut Pen<'_>, at: &[Px]| {
                let marks =
                    dots.iter().zip(at).map(|((.., radius, tooltip), at)| (*at, *radius, tooltip.as_str()));
                pen.dots(dots[0].1, dots[0].2, marks)
            })
        });
        chart.draw_series(alike)?;
        if let Some(highest) = self.shown.highest() {
            let ink = self.palette.ink;
            chart.draw_series([At::new([self.point(highest)], move |pen: &mut Pen<'_>, at: &[Px]| {
                pen.ring(at[0], radius + 3.5, ink)
            })])?;
        }
        Ok(())
    }
}
