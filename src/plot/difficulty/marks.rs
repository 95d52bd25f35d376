//! What a difficulty chart draws, and what it says.

use std::collections::BTreeMap;

use plotters::coord::CoordTranslate as _;

use super::super::axis;
use super::super::labels::{Ink, Obstacle, Placer, Wish};
use super::super::pen::At;
use super::super::rating::{Band, tier_names};
use super::super::scene::{Anchor, Mark, Px, Shape, Size, Words};
use super::super::sheet::Sheet;
use super::super::theme::Role;
use super::super::words::difficulty::{self as words, Shown};
use super::super::{Frame, PlotError, timeline};
use super::{DifficultyPlot, Dot, Month};
use crate::answers::Stretch;
use crate::model::{Colour, RatingSeries, clean};

/// More dots than this have no tooltips, which would be longer than all the rest.
const TOLD: usize = 500;

/// How much of what lies behind them the dots and the ribbon hide, 0 to 1.
const TRANSLUCENT: f32 = 0.6;
const RIBBON: f32 = 0.14;

/// How far dots are moved from their place, in pixels to both sides together.
const APART: f32 = 4.0;

/// Where dots and lines lie on the sheet.
pub(super) struct Lines {
    dots: Vec<Px>,
    rating: Vec<Px>,
    middle: Vec<Px>,
}

impl DifficultyPlot<'_> {
    /// "AtCoder practice 85 above the level".
    pub(super) fn title(&self, lead: Option<&Stretch>, now: i32) -> String {
        words::title(self.lang, self.judge.name(), lead.map(|lead| lead.median), now)
    }

    pub(super) fn context(
        &self,
        series: Option<&RatingSeries>,
        lead: Option<&Stretch>,
        frame: &Frame,
    ) -> String {
        let day = |dot: Option<&Dot<'_>>| dot.map_or(frame.today, |dot| axis::date_at(dot.at));
        let (first, last) = (day(self.dots.first()), day(self.dots.last()));
        let [first_day, last_day] = [first, last].map(|day| frame.day_name(day));
        let shown = Shown {
            handle: series.map(|series| series.key.handle.as_str()),
            problems: self.dots.len(),
            from: &first_day,
            to: &last_day,
            outside: lead.map(|lead| lead.problems),
            has_contests: self.dots.iter().any(|dot| dot.in_contest),
        };
        words::context(self.lang, &shown)
    }

    pub(super) fn draw(&self, sheet: &mut Sheet) -> Result<Lines, PlotError> {
        let (days, ratings) = (&self.days, &self.ratings);
        sheet.plot(&self.plot, |chart| {
            let mut chart = chart.build_cartesian_2d(days.clone(), ratings.clone())?;
            chart.draw_series(self.bands.iter().skip(1).map(|Band { from, colour, .. }| {
                let border = Role::Tier(self.judge, *colour);
                At::new([(days.start, *from), (days.end, *from)], move |at: &[Px]| {
                    vec![Mark::line(at[0], at[1]).stroked(border, 1.0).opaque(0.6)]
                })
            }))?;
            let across = |rating: f64, role| {
                let ends = [(days.start, rating), (days.end, rating)];
                At::new(ends, move |at: &[Px]| vec![Mark::line(at[0], at[1]).stroked(role, 1.0)])
            };
            chart.draw_series(self.ticks.iter().map(|tick| across(*tick as f64, Role::Grid)))?;
            chart.draw_series([across(ratings.start, Role::Axis)])?;
            chart.draw_series(
                self.time.ticks.iter().map(|(day, _)| {
                    At::new([(*day, ratings.start)], |at: &[Px]| vec![timeline::tick(at[0])])
                }),
            )?;
            chart.draw_series(self.by_colour().into_iter().map(|(colour, dots)| {
                let points: Vec<(f64, f64)> =
                    dots.iter().map(|dot| (dot.at, f64::from(dot.difficulty))).collect();
                At::new(points, move |at: &[Px]| self.dots(colour, &dots, at))
            }))?;
            let edge = |run: &[Month], quartile: usize| {
                run.iter().map(|(day, of)| (*day, f64::from(of[quartile]))).collect::<Vec<_>>()
            };
            let runs = || self.months.iter().filter(|run| run.len() > 1);
            chart.draw_series(runs().map(|run| {
                let outline: Vec<_> =
                    edge(run, 2).into_iter().chain(edge(run, 0).into_iter().rev()).collect();
                At::new(outline, |at: &[Px]| {
                    let ribbon = Mark::new(Shape::Polygon(at.to_vec())).filled(Role::Line).opaque(RIBBON);
                    vec![ribbon.tells(words::middle_half(self.lang))]
                })
            }))?;
            chart.draw_series(runs().map(|run| {
                At::new(edge(run, 1), |at: &[Px]| vec![Mark::curve(at).stroked(Role::Ink, 2.0).dashed("6 3")])
            }))?;
            if self.rating.len() > 1 {
                chart.draw_series([At::new(self.rating.as_slice(), |at: &[Px]| {
                    let curve = Mark::curve(at);
                    vec![curve.clone().stroked(Role::Surface, 5.0), curve.stroked(Role::Ink, 2.2)]
                })])?;
            }
            let spec = chart.as_coord_spec();
            let px =
                |points: &[(f64, f64)]| points.iter().map(|point| spec.translate(point).into()).collect();
            let middle: Vec<(f64, f64)> = runs().flat_map(|run| edge(run, 1)).collect();
            let dots: Vec<(f64, f64)> =
                self.dots.iter().map(|dot| (dot.at, f64::from(dot.difficulty))).collect();
            Ok(Lines { dots: px(&dots), rating: px(&self.rating), middle: px(&middle) })
        })
    }

    fn by_colour(&self) -> Vec<(Colour, Vec<&Dot<'_>>)> {
        let mut groups: BTreeMap<Colour, Vec<&Dot<'_>>> = BTreeMap::new();
        for dot in &self.dots {
            groups.entry(self.judge.colour_of(dot.difficulty)).or_default().push(dot);
        }
        groups.into_iter().collect()
    }

    /// The dots of one colour, translucent and a little apart, so that many at one place show; hollow of contests.
    fn dots(&self, colour: Colour, dots: &[&Dot<'_>], at: &[Px]) -> Vec<Mark> {
        let fill = Role::Tier(self.judge, colour);
        let radius = match self.dots.len() {
            0..=200 => 4.0,
            201..=TOLD => 3.0,
            501..=2000 => 2.2,
            _ => 1.6,
        };
        let at: Vec<Px> = at.iter().map(|at| self.apart(*at)).collect();
        let (hollow, whole): (Vec<_>, Vec<_>) = at.into_iter().zip(dots).partition(|(_, dot)| dot.in_contest);
        if self.dots.len() > TOLD {
            let specks =
                |dots: &[(Px, &&Dot<'_>)]| Mark::new(Shape::Specks(dots.iter().map(|dot| dot.0).collect()));
            let whole =
                (!whole.is_empty()).then(|| specks(&whole).stroked(fill, 2.0 * radius).opaque(TRANSLUCENT));
            let rings = (!hollow.is_empty()).then(|| {
                let ring = specks(&hollow).stroked(fill, 2.0 * radius);
                [ring, specks(&hollow).stroked(Role::Surface, radius)]
            });
            return whole.into_iter().chain(rings.into_iter().flatten()).collect();
        }
        let tooltip = |dot: &&Dot<'_>| {
            let name = clean(dot.name);
            let shown: String = name.chars().take(80).collect();
            format!("{} {shown}\n{}, {}", dot.problem, axis::date_at(dot.at), dot.difficulty)
        };
        let dot = |(at, dot): &(Px, &&Dot<'_>)| {
            Mark::circle(*at, radius).tells(tooltip(dot)).of_day(axis::date_at(dot.at))
        };
        let whole =
            (!whole.is_empty()).then(|| Mark::group(whole.iter().map(dot)).filled(fill).opaque(TRANSLUCENT));
        let hollow = (!hollow.is_empty()).then(|| {
            let dots = Mark::group(hollow.iter().map(dot));
            dots.filled(Role::Surface).stroked(Role::TierInk(self.judge, colour), 1.4)
        });
        whole.into_iter().chain(hollow).collect()
    }

    /// A little beside a place, by an amount that depends on it alone, within the plot.
    fn apart(&self, at: Px) -> Px {
        let turn = (at.x * 12.989_8 + at.y * 78.233).sin() * 43_758.547;
        let (turn, more) = (turn.rem_euclid(1.0) - 0.5, (turn * 7.31).rem_euclid(1.0) - 0.5);
        let plot = self.plot.inset(1.0);
        Px::new(
            (at.x + APART * turn).clamp(plot.left, plot.right),
            (at.y + APART * more).clamp(plot.top, plot.bottom),
        )
    }

    /// Ratings to the left, colours to the right, days below.
    pub(super) fn set_axes(&self, sheet: &mut Sheet) {
        let plot = &self.plot;
        let y = |rating: f64| {
            let share = (rating - self.ratings.start) / (self.ratings.end - self.ratings.start);
            plot.bottom - share as f32 * (plot.bottom - plot.top)
        };
        for &tick in &self.ticks {
            let at = Px::new(plot.left - 9.0, y(tick as f64) + 4.5);
            sheet.set(Words::new(tick.to_string(), Size::Small, Role::Muted, at).anchored(Anchor::End));
        }
        let mut free = plot.top - 12.0..plot.bottom + 4.0;
        for (Band { from, to, colour }, name) in
            tier_names(self.judge, &self.ratings, self.lang).into_iter().rev()
        {
            let (top, bottom) = (y(to), y(from));
            let at = Px::new(plot.right + 9.0, f32::midpoint(top, bottom) + 4.5);
            let ink = Role::TierInk(self.judge, colour);
            let name = Words::new(name, Size::Small, ink, at).bold();
            let bounds = name.bounds();
            if bottom - top >= 13.0 && bounds.top >= free.start && bounds.bottom <= free.end {
                free.start = bounds.bottom;
                sheet.set(name);
            }
        }
        timeline::set(sheet, &self.time, &self.days, plot);
    }

    /// What the two lines are.
    pub(super) fn set_labels(&self, sheet: &mut Sheet, lines: &Lines) {
        let mut ink = Ink::new(self.plot.inset(5.0));
        for dot in &lines.dots {
            ink.dot(*dot, Obstacle::Guide);
        }
        for line in [&lines.rating, &lines.middle] {
            for pair in line.windows(2) {
                ink.line(pair[0], pair[1], Obstacle::Data);
            }
        }
        let mut room = Placer::new(&ink);
        let rating = self.rating.last().map(|(_, rating)| words::rating(self.lang, *rating));
        let middle = words::middle(self.lang).into_owned();
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
            let words = Words::new(text, Size::Small, Role::Ink, *at).bold();
            let wish = Wish { at: *at, clear: 2.0, toward: Px::new(-0.4, toward) };
            let Some(place) = room.place(words.extent(), &wish) else { continue };
            if let Some((from, to)) = place.leader {
                sheet.draw([Mark::line(from, to).stroked(Role::Ink, 1.0)]);
            }
            sheet.set(words.in_box_at(place.corner).halo(Role::Surface));
        }
    }
}
