//! What a rating chart draws, back to front.

use super::super::axis;
use super::super::pen::At;
use super::super::scene::{Mark, Px, Rect, Shape};
use super::super::theme::Role;
use super::super::timeline;
use super::scale::inner_borders;
use super::words;
use super::{Band, Chart, Drawn, RatingPlot};
use crate::model::{Colour, RatingChange};

/// How long the tick of a performance outside of the scale is, in pixels.
const TICK: f32 = 5.0;

/// The radius of the mark of a target that was reached.
const REACHED: f32 = 3.5;

/// So many days without a contest are a break.
const BREAK: f64 = 366.0;

/// How much larger the point of a contest that reached a colour is.
const ARRIVAL: f32 = 1.4;

impl RatingPlot<'_> {
    pub(super) fn draw_background(&self, chart: &mut Chart<'_, '_>) -> Drawn {
        let (days, ratings) = (&self.scale.days, &self.scale.ratings.range);
        let judge = self.series.key.judge;
        chart.draw_series(self.scale.bands.iter().map(|Band { from, to, colour }| {
            At::new([(days.start, *to), (days.end, *from)], move |at: &[Px]| {
                let band = Rect { left: at[0].x, top: at[0].y, right: at[1].x, bottom: at[1].y };
                vec![Mark::rect(band, 0.0).filled(Role::Band(judge, *colour))]
            })
        }))?;
        let across = |rating: f64, role: Role| {
            let ends = [(days.start, rating), (days.end, rating)];
            At::new(ends, move |at: &[Px]| vec![Mark::curve(at).stroked(role, 1.0)])
        };
        chart.draw_series(self.scale.rating_ticks.iter().map(|rating| across(*rating as f64, Role::Grid)))?;
        let border = |(rating, colour): (f64, Colour)| {
            let (ends, ink) = ([(days.start, rating), (days.end, rating)], self.ink_of(colour));
            At::new(ends, move |at: &[Px]| {
                vec![Mark::line(at[0], at[1]).stroked(ink, 1.0).dashed("2 4").opaque(0.5)]
            })
        };
        chart.draw_series(inner_borders(judge, ratings).into_iter().map(border))?;
        // Where the scale changes, its side is broken.
        chart.draw_series(self.scale.ratings.knee().map(|knee| {
            At::new([(days.start, knee)], |at: &[Px]| {
                let slash = |y: f32| (Px::new(at[0].x - 5.0, y + 2.5), Px::new(at[0].x + 5.0, y - 2.5));
                let lines = vec![slash(at[0].y - 2.0), slash(at[0].y + 2.0)];
                vec![Mark::new(Shape::Lines(lines)).stroked(Role::Axis, 1.2)]
            })
        }))?;
        chart.draw_series([across(ratings.start, Role::Axis)])?;
        chart.draw_series(
            self.scale
                .time
                .ticks
                .iter()
                .map(|(day, _)| At::new([(*day, ratings.start)], |at: &[Px]| vec![timeline::tick(at[0])])),
        )?;
        if self.scale.shows_today {
            let today = self.scale.today;
            let ends = [(today, ratings.start), (today, ratings.end)];
            chart.draw_series([At::new(ends, |at: &[Px]| {
                vec![Mark::line(at[0], at[1]).stroked(Role::Axis, 1.0).dashed("1 3")]
            })])?;
        }
        Ok(())
    }

    pub(super) fn draw_targets(&self, chart: &mut Chart<'_, '_>) -> Drawn {
        let judge = self.series.key.judge;
        for (target, outcome) in &self.targets {
            let rating = f64::from(target.goal.rating);
            let fill = Role::Tier(judge, judge.colour_of(target.goal.rating));
            let rim = self.ink_of(target.goal.colour);
            let tooltip = words::target(target, *outcome, self.frame);
            if let Some(change) = outcome.reached() {
                let at = [(axis::moment(change.at, &self.frame.zone), rating)];
                chart.draw_series([At::new(at, |at: &[Px]| {
                    let diamond = Mark::new(Shape::Diamond { at: at[0], radius: REACHED }).filled(fill);
                    let day = words::day(change, self.frame);
                    vec![diamond.stroked(rim, 1.2).tells(tooltip.as_str()).of_day(day)]
                })])?;
                continue;
            }
            let day = axis::day_number(target.by) as f64;
            let ends = [(self.scale.days.start, rating), (day, rating)];
            chart.draw_series([At::new(ends, |at: &[Px]| {
                let diamond = Mark::new(Shape::Diamond { at: at[1], radius: 6.0 }).filled(fill);
                let line = Mark::line(at[0], at[1]).stroked(rim, 1.6).dashed("7 5");
                vec![line, diamond.stroked(rim, 1.5).tells(tooltip.as_str()).of_day(target.by)]
            })])?;
        }
        Ok(())
    }

    /// Performances as specks, and their running mean.
    pub(super) fn draw_form(&self, chart: &mut Chart<'_, '_>) -> Drawn {
        let radius = if self.radius() > 3.0 { 1.7 } else { 1.2 };
        let (specks, outside): (Vec<_>, Vec<_>) = self
            .shown
            .performances
            .iter()
            .partition(|(_, performance)| self.scale.ratings.range.contains(performance));
        if !specks.is_empty() {
            chart.draw_series([At::new(specks, |at: &[Px]| {
                vec![Mark::new(Shape::Specks(at.to_vec())).stroked(Role::Speck, 2.0 * radius)]
            })])?;
        }
        // What lies outside is a tick at the edge.
        let (low, high) = (self.scale.ratings.range.start, self.scale.ratings.range.end);
        let ticks = outside.into_iter().map(|(day, performance)| {
            let (edge, inward) = if performance < low { (low, -TICK) } else { (high, TICK) };
            At::new([(day, edge)], move |at: &[Px]| {
                vec![Mark::line(at[0], Px::new(at[0].x, at[0].y + inward)).stroked(Role::Speck, 2.0 * radius)]
            })
        });
        chart.draw_series(ticks)?;
        if self.shown.form.len() > 1 {
            chart.draw_series([At::new(self.shown.form.as_slice(), |at: &[Px]| {
                vec![Mark::curve(at).stroked(Role::Form, 1.3)]
            })])?;
        }
        Ok(())
    }

    pub(super) fn draw_contests(&self, chart: &mut Chart<'_, '_>) -> Drawn {
        let radius = self.radius();
        let width = if radius < 3.0 { 1.4 } else { 1.8 };
        // A long break is no line.
        let pieces: Vec<&[(f64, f64)]> = self.line.chunk_by(|one, next| next.0 - one.0 <= BREAK).collect();
        chart.draw_series(pieces.iter().filter(|piece| piece.len() > 1).map(|piece| {
            At::new(*piece, move |at: &[Px]| vec![Mark::curve(at).stroked(Role::Line, width)])
        }))?;
        chart.draw_series(pieces.windows(2).map(|pair| {
            let ends = [pair[0][pair[0].len() - 1], pair[1][0]];
            At::new(ends, |at: &[Px]| vec![Mark::line(at[0], at[1]).stroked(Role::Speck, 1.0).dashed("1 6")])
        }))?;
        let judge = self.series.key.judge;
        let dots: Vec<Dot<'_>> = self.shown.contests.iter().map(|change| self.dot(change)).collect();
        let alike = dots.chunk_by(|a, b| (a.colour, a.is_rimmed) == (b.colour, b.is_rimmed)).map(|dots| {
            let points: Vec<_> = dots.iter().map(|dot| self.point(dot.change)).collect();
            At::new(points, move |at: &[Px]| {
                let marks = dots.iter().zip(at).map(|(dot, at)| {
                    dot.mark(*at).tells(dot.tooltip.as_str()).of_day(words::day(dot.change, self.frame))
                });
                let (group, tier) = (Mark::group(marks), Role::Tier(judge, dots[0].colour));
                vec![if dots[0].is_rimmed {
                    group.filled(tier).rimmed(Role::Rim(judge, dots[0].colour))
                } else {
                    group.stroked(tier, 2.0 * dots[0].radius)
                }]
            })
        });
        chart.draw_series(alike)?;
        if let Some(highest) = self.shown.highest() {
            chart.draw_series([At::new([self.point(highest)], |at: &[Px]| {
                vec![Mark::circle(at[0], radius + 3.5).stroked(Role::Ink, 1.5)]
            })])?;
        }
        Ok(())
    }

    fn dot<'c>(&self, change: &'c RatingChange) -> Dot<'c> {
        let radius = self.radius();
        let arrived = self.shown.arrivals.iter().any(|(arrival, _)| std::ptr::eq(*arrival, change));
        Dot {
            change,
            colour: self.series.key.judge.colour_of(change.new),
            // Rims of many small points would hide the line.
            is_rimmed: arrived || radius > 3.0,
            radius: if arrived { radius + ARRIVAL } else { radius },
            tooltip: if self.is_told() { words::contest(change, self.frame) } else { String::new() },
        }
    }
}

/// A contest's point.
struct Dot<'a> {
    change: &'a RatingChange,
    colour: Colour,
    is_rimmed: bool,
    radius: f32,
    tooltip: String,
}

impl Dot<'_> {
    /// Without a rim it is a speck, which takes fewer words than a circle.
    fn mark(&self, at: Px) -> Mark {
        if self.is_rimmed { Mark::circle(at, self.radius) } else { Mark::new(Shape::Specks(vec![at])) }
    }
}
