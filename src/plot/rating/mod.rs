//! The rating chart: one series before its judge's colours.

mod callouts;
mod fan;
mod marks;
mod panel;
mod ratings;
mod scale;
mod shown;
mod words;

use plotters::chart::ChartContext;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingAreaErrorKind;

use self::fan::Fan;
pub(super) use self::panel::{Panel, Series};
use self::ratings::Ratings;
use self::scale::Scale;
pub(super) use self::scale::{Band, bands, tier_names};
use self::shown::Shown;
use self::words::TargetTag;
use super::pen::{NoRole, Pen};
use super::scene::{Anchor, CELL, Px, Rect, Run, Scene, Size, Words};
use super::sheet::Sheet;
use super::theme::Role;
use super::words::rating as phrases;
use super::{Frame, PlotError, axis, labels, timeline};
use crate::answers::Forecast;
use crate::model::{Colour, RatingChange, RatingSeries, Target};

const SIZE: Px = Px::new(960.0, 540.0);

/// What lies around the part of the sheet that has coordinates.
const AROUND: Rect = Rect { left: 70.0, top: 94.0, right: 84.0, bottom: 60.0 };

/// How many rows of characters the plot has on a terminal, and how narrow and wide the chart gets there.
const ROWS: f32 = 17.0;
const FEWEST_COLUMNS: usize = 40;
const MOST_COLUMNS: usize = 160;

/// Between the names of two bands, in pixels.
const HAIR: f32 = 1.0;

/// A panel of more contests has no tooltips.
const TOLD: usize = 100;

/// Draws one rating series as it stands on `frame.today`, or as it stood on the last day shown, with the targets that
/// are about it, and with where it may go until the last of them.
pub fn rating(
    series: &RatingSeries,
    targets: &[Target],
    forecast: Option<&Forecast>,
    frame: &Frame,
) -> Result<Scene, PlotError> {
    scene(series, targets, forecast, frame, frame.extent(SIZE), true)
}

/// The same as lines of characters below the title, without performances, `columns` wide where that is enough.
pub fn rating_in_characters(
    series: &RatingSeries,
    targets: &[Target],
    forecast: Option<&Forecast>,
    frame: &Frame,
    columns: usize,
) -> Result<Vec<Vec<Run>>, PlotError> {
    let columns = columns.clamp(FEWEST_COLUMNS, MOST_COLUMNS) as f32;
    let size = Px::new(columns * CELL.x, AROUND.top + ROWS * CELL.y + AROUND.bottom);
    let scene = scene(series, targets, forecast, frame, size, false)?;
    // A row of characters above the plot, so that its rows are theirs, and the words below its axis in the row after it.
    Ok(scene.characters(AROUND.top - CELL.y - 0.5))
}

/// The chart in a size, with performances or without.
fn scene(
    series: &RatingSeries,
    targets: &[Target],
    forecast: Option<&Forecast>,
    frame: &Frame,
    size: Px,
    has_performances: bool,
) -> Result<Scene, PlotError> {
    let (stood, then) = shown::as_it_stood(series, frame);
    let forecast = forecast.filter(|_| then.today == frame.today);
    let (series, frame) = (&*stood, &then);
    let mut standings: Vec<(&Target, TargetTag<'_>)> =
        targets.iter().map(|target| (target, TargetTag::new(series, target, forecast, frame))).collect();
    standings.sort_by_key(|(target, _)| (std::cmp::Reverse(target.goal.rating), target.by));
    let description = words::description(series, &standings, frame);
    standings.retain(|(target, outcome)| match outcome.reached() {
        Some(change) => frame.shows(words::day(change, frame)),
        None => frame.shows(target.by),
    });
    let fan = forecast.and_then(|forecast| Fan::new(series, targets, forecast, frame));
    let plot = Rect::between(size, &AROUND);
    let shown = Shown::new(series, frame);
    let shown = if has_performances { shown } else { shown.without_performances() };
    let chart = RatingPlot::new(series, shown, standings, fan, frame, plot, None);
    let mut sheet = Sheet::new("rating chart", size, frame.lang);
    let places = chart.draw(&mut sheet)?;
    chart.set_ratings(&mut sheet, &places);
    timeline::set(&mut sheet, &chart.scale.time, &chart.scale.days, &plot);
    chart.set_callouts(&mut sheet, &places);
    let title = words::title(series, targets, frame);
    let mut context = words::subtitle(series, &chart.shown, frame);
    let outside = words::outside(&chart.shown, &chart.scale.ratings.range, frame.lang);
    let compressed = chart.scale.ratings.knee().map(|knee| phrases::compressed(frame.lang, knee));
    context.extend(compressed.iter().chain(&outside).map(|words| format!(" · {words}")));
    let compressed = compressed.map_or_else(String::new, |words| phrases::scale(frame.lang, &words));
    let ahead = chart
        .fan
        .as_ref()
        .and_then(Fan::end)
        .map_or_else(String::new, |end| words::fan_sentence(end, frame.lang));
    let description = description
        + &ahead
        + &compressed
        + &outside.map_or_else(String::new, |words| phrases::edge(frame.lang, &words));
    sheet.head(&title, &context);
    Ok(sheet.finish(title, description))
}

type Coordinates = Cartesian2d<RangedCoordf64, Ratings>;
type Chart<'c, 's> = ChartContext<'c, Pen<'s>, Coordinates>;
type Drawn = Result<(), DrawingAreaErrorKind<NoRole>>;

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

/// A series in a part of a sheet.
struct RatingPlot<'a> {
    /// The part that has coordinates.
    plot: Rect,
    series: &'a RatingSeries,
    shown: Shown<'a>,
    /// Days since 1970-01-01 and ratings.
    line: Vec<(f64, f64)>,
    targets: Vec<(&'a Target, TargetTag<'a>)>,
    fan: Option<Fan>,
    scale: Scale,
    frame: &'a Frame,
    /// Whether it is one of several on the sheet.
    is_panel: bool,
}

impl<'a> RatingPlot<'a> {
    /// `days` since 1970-01-01 are shown, or else those that there is something on.
    fn new(
        series: &'a RatingSeries,
        shown: Shown<'a>,
        targets: Vec<(&'a Target, TargetTag<'a>)>,
        fan: Option<Fan>,
        frame: &'a Frame,
        plot: Rect,
        days: Option<std::ops::Range<f64>>,
    ) -> Self {
        let ahead = targets.iter().filter(|(_, outcome)| outcome.reached().is_none());
        let due: Vec<f64> = ahead.map(|(target, _)| axis::day_number(target.by) as f64).collect();
        let is_panel = days.is_some();
        let days = days.unwrap_or_else(|| scale::days(&shown, &due, frame));
        let line = shown.line(days.start, days.end.min(axis::day_number(frame.today) as f64), frame);
        let goals = targets.iter().map(|(target, _)| f64::from(target.goal.rating));
        let ratings: Vec<f64> = goals
            .chain(line.iter().map(|(_, rating)| *rating))
            .chain(fan.iter().flat_map(Fan::ratings))
            .collect();
        let scale = Scale::new(series.key.judge, &shown, &ratings, days, &due, frame, &plot);
        let scale = if is_panel { scale } else { scale.compressed(&shown, &plot) };
        Self { plot, series, shown, line, targets, fan, scale, frame, is_panel }
    }

    /// Everything but the words.
    fn draw(&self, sheet: &mut Sheet) -> Result<Places, PlotError> {
        sheet.plot(&self.plot, |chart| {
            let mut chart = chart.build_cartesian_2d(self.scale.days.clone(), self.scale.ratings.clone())?;
            self.draw_background(&mut chart)?;
            self.draw_fan(&mut chart)?;
            self.draw_form(&mut chart)?;
            self.draw_targets(&mut chart)?;
            self.draw_contests(&mut chart)?;
            Ok(Places { coordinates: chart.as_coord_spec().clone() })
        })
    }

    fn ink_of(&self, colour: Colour) -> Role {
        Role::TierInk(self.series.key.judge, colour)
    }

    /// Day and rating after a contest.
    fn point(&self, change: &RatingChange) -> (f64, f64) {
        (axis::moment(change.at, &self.frame.zone), f64::from(change.new))
    }

    /// The radius of a contest's point: smaller where there are many.
    fn radius(&self) -> f32 {
        match self.shown.contests.len() {
            0..=60 if self.is_panel => 3.2,
            0..=60 => 4.0,
            61..=150 => 3.2,
            151..=300 => 2.6,
            _ => 2.2,
        }
    }

    /// Whether contests have tooltips. Where several charts lie on one sheet, those of many would make it large.
    fn is_told(&self) -> bool {
        !self.is_panel || self.shown.contests.len() <= TOLD
    }

    /// Ratings to the left, colours to the right.
    fn set_ratings(&self, sheet: &mut Sheet, places: &Places) {
        for &rating in &self.scale.rating_ticks {
            let y = places.px(self.scale.days.start, rating as f64).y + 4.5;
            let at = Px::new(self.plot.left - 9.0, y);
            let words = Words::new(rating.to_string(), Size::Small, Role::Muted, at);
            sheet.set(words.anchored(Anchor::End));
        }
        let free = self.plot.top - 12.0..self.plot.bottom + 4.0;
        let names =
            tier_names(self.series.key.judge, &self.scale.ratings.range, self.frame.lang).into_iter().rev();
        // Every name, and the height of its band.
        let mut names: Vec<(Words, f32)> = names
            .map(|(Band { from, to, colour }, name)| {
                let (top, bottom) = (places.px(0.0, to).y, places.px(0.0, from).y);
                let at = Px::new(self.plot.right + 9.0, f32::midpoint(top, bottom) + 4.5);
                (Words::new(name, Size::Small, self.ink_of(colour), at).bold(), bottom - top)
            })
            .collect();
        // Where there is no room for all, the thinnest bands have none.
        while names.iter().map(|(name, _)| name.extent().y + HAIR).sum::<f32>() > free.end - free.start {
            let thinnest = names.iter().enumerate().min_by(|(_, one), (_, other)| one.1.total_cmp(&other.1));
            let Some((thinnest, _)) = thinnest else { break };
            names.remove(thinnest);
        }
        let wished: Vec<Rect> = names
            .iter()
            .map(|(name, _)| Rect { bottom: name.bounds().bottom + HAIR, ..name.bounds() })
            .collect();
        for ((name, _), top) in names.into_iter().zip(labels::apart(&wished, free)) {
            let corner = Px::new(name.at.x, top);
            sheet.set(name.in_box_at(corner));
        }
    }
}
