//! The drawing itself.

use std::collections::BTreeMap;

use plotters::coord::CoordTranslate as _;

use super::super::axis;
use super::super::geometry::{Px, Rect};
use super::super::labels::{Ink, Placer, Stroke, Wish};
use super::super::pen::{At, Pen};
use super::super::rating::Band;
use super::super::svg::{Anchor, Sheet, Size, Words};
use super::super::{Frame, PlotError, timeline};
use super::{Dot, Picture};
use crate::model::{Colour, RatingSeries, clean, count};

/// More dots than this have no tooltips, which would be longer than all the rest.
const TOLD: usize = 500;

/// Where the two lines lie on the sheet.
pub(super) struct Lines {
    rating: Vec<Px>,
    middle: Vec<Px>,
}

impl Picture<'_> {
    /// "AtCoder practice 85 above the rating".
    pub(super) fn title(&self, now: i32) -> String {
        let judge = self.judge;
        let Some((_, rating)) = self.rating.last() else { return format!("{judge} practice at {now}") };
        match now - *rating as i32 {
            0 => format!("{judge} practice at the rating"),
            above @ 1.. => format!("{judge} practice {above} above the rating"),
            below => format!("{judge} practice {} below the rating", -below),
        }
    }

    pub(super) fn context(&self, series: Option<&RatingSeries>, now: i32, frame: &Frame) -> String {
        let handle = series.map_or_else(String::new, |series| format!("{} · ", series.key.handle));
        let day = |dot: Option<&Dot<'_>>| dot.map_or(frame.today, |dot| axis::date_at(dot.at));
        let (first, last) = (day(self.dots.first()), day(self.dots.last()));
        let span = if first == last { format!("on {first}") } else { format!("{first} to {last}") };
        let solved = count(self.dots.len(), "problem");
        let of = self.dots.len().min(self.lately);
        format!("{handle}{solved} solved, {span} · median of the last {of}: {now}")
    }

    pub(super) fn draw(&self, sheet: &mut Sheet) -> Result<Lines, PlotError> {
        let (_size, plot, palette) = (sheet.size(), self.plot, self.palette);
        let (days, ratings) = (&self.days, &self.ratings);
        sheet.plot(&plot, |chart| {
            let mut chart = chart.build_cartesian_2d(days.clone(), ratings.clone())?;
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
    pub(super) fn set_axes(&self, sheet: &mut Sheet) {
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
    pub(super) fn set_labels(&self, sheet: &mut Sheet, lines: &Lines) -> Result<(), PlotError> {
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
