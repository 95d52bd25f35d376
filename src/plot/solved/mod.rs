//! How much was solved, week by week: a panel for each judge, stacked by its colours, or by how the problems compared with
//! one's level.

mod part;

use super::axis::{self, TimeTicks, day_number};
use super::pen::At;
use super::scene::{Anchor, Mark, Px, Rect, Scene, Size, Words};
use super::sheet::{MARGIN, Sheet};
use super::theme::Role;
use super::words::solved::{self as words, Bars, Change};
use super::{Frame, PlotError, timeline};
use crate::answers::{JudgePace, Pace, Part};
use crate::lang::Lang;
use crate::model::{Grade, Judge};

/// The most bars that can be told apart.
pub const MOST_BARS: usize = 190;

/// Of one panel, and of each more.
const SIZE: Px = Px::new(960.0, 420.0);
const MORE: f32 = 170.0;

/// What lies around the panels, and between two.
const AROUND: Rect = Rect { left: 56.0, top: 122.0, right: 132.0, bottom: 60.0 };
const BETWEEN: f32 = 44.0;

/// How many periods the moving average holds, and the fewest problems in them of which it isn't noise.
const MEAN: usize = 8;
const LEAST: f64 = 16.0;

/// Scales that differ by more than this are not shared.
const SHARED: u32 = 3;

/// Room between two ticks of the upright axis, in pixels.
const COUNT_ROOM: f32 = 32.0;

/// The side of the square beside a part's name.
const SWATCH: f32 = 9.0;

/// Between two lines of a list.
const LEADING: f32 = 18.0;

/// Draws the problems that were accepted in each period, and how many they were in the mean of the last eight.
pub fn solved(pace: &Pace, frame: &Frame) -> Result<Scene, PlotError> {
    let more = pace.judges.len().saturating_sub(1) as f32;
    let size = frame.extent(Px::new(SIZE.x, SIZE.y + more * MORE));
    let mut sheet = Sheet::new("chart of solved problems", size, frame.lang);
    let (title, context) = (title(pace, frame), context(pace, frame));
    sheet.head(&title, &context);
    let (start, end) = span(pace);
    let (left, right) = (AROUND.left, size.x - AROUND.right);
    let room = f64::from(axis::TIME_ROOM) * (end - start) / f64::from(right - left);
    let time = axis::time_ticks(&(start..end), room, frame.lang);
    let height = (size.y - AROUND.top - AROUND.bottom - more * BETWEEN) / (more + 1.0);
    let mut top = AROUND.top;
    let shared = shared_most(pace);
    for judge in &pace.judges {
        let plot = Rect { left, top, right, bottom: top + height };
        let panel = Panel {
            lang: frame.lang,
            pace,
            judge,
            plot,
            time: &time,
            most: shared.unwrap_or_else(|| most(pace, judge)),
        };
        panel.draw(&mut sheet)?;
        panel.set_words(&mut sheet);
        top = plot.bottom + BETWEEN;
    }
    let last = Rect { left, top: AROUND.top, right, bottom: size.y - AROUND.bottom };
    timeline::set(&mut sheet, &time, &(start..end), &last);
    let description = words::description(frame.lang, pace.unit, is_by_level(pace), &context);
    Ok(sheet.finish(title, description))
}

/// Days since 1970-01-01 from the first period's first to the day after the last's last.
fn span(pace: &Pace) -> (f64, f64) {
    let first = pace.periods.first().map_or(0, |start| day_number(*start));
    let last = pace.periods.last().map_or(0, |start| day_number(pace.unit.end(*start)));
    (first as f64, (last + 1) as f64)
}

/// "6.2 problems accepted a week lately, up from 4.1".
fn title(pace: &Pace, frame: &Frame) -> String {
    let (now, before) = pace.lately();
    let Some(now) = now.filter(|now| *now > 0.0) else {
        let since = pace.periods.first().map(ToString::to_string);
        return words::total(frame.lang, pace.total(), since.as_deref());
    };
    let shown = |mean: f64| format!("{mean:.1}");
    let then = before.map(shown).unwrap_or_default();
    let change = match before {
        Some(before) if before <= 0.0 => Change::FromNone,
        Some(_) if then == shown(now) => Change::Unchanged,
        Some(before) if before > now => Change::Down(&then),
        Some(_) => Change::Up(&then),
        None => Change::Unknown,
    };
    words::lately(frame.lang, &shown(now), pace.unit, &change)
}

fn context(pace: &Pace, frame: &Frame) -> String {
    let first = pace.periods.first().copied().unwrap_or(frame.today);
    let first = frame.since.map_or(first, |since| since.max(first));
    let last = pace.periods.last().map_or(frame.today, |start| pace.unit.end(*start)).min(frame.today);
    let last = frame.until.map_or(last, |until| until.min(last));
    let bars = Bars {
        problems: pace.total(),
        from: &frame.day_name(first),
        to: &frame.day_name(last),
        unit: pace.unit,
        is_unfinished: pace.whole < pace.periods.len(),
        mean: pace.judges.iter().any(|judge| has_mean(pace, judge)).then_some(MEAN),
        own_scales: shared_most(pace).is_none(),
    };
    words::context(frame.lang, &bars)
}

/// The most that were accepted in a period at one judge.
fn most(pace: &Pace, judge: &JudgePace) -> u32 {
    (0..pace.periods.len()).map(|place| judge.total(place)).max().unwrap_or(0).max(1)
}

/// The most at any judge, where no other's bars get too small beside it.
fn shared_most(pace: &Pace) -> Option<u32> {
    let all = || pace.judges.iter().map(|judge| most(pace, judge));
    let (least, most) = (all().min()?, all().max()?);
    (most <= SHARED.saturating_mul(least)).then_some(most)
}

/// Whether so much is accepted that the moving average is more than noise.
fn has_mean(pace: &Pace, judge: &JudgePace) -> bool {
    let accepted: u32 = (0..pace.whole).map(|place| judge.total(place)).sum();
    f64::from(accepted) * MEAN as f64 >= LEAST * pace.whole as f64 && pace.whole > MEAN
}

/// Whether bars are split by how the problems compared with one's level.
fn is_by_level(pace: &Pace) -> bool {
    pace.judges.iter().flat_map(|judge| &judge.parts).any(|part| matches!(part, Some(Part::Demand(_))))
}

/// One judge's bars.
struct Panel<'a> {
    lang: Lang,
    pace: &'a Pace,
    judge: &'a JudgePace,
    plot: Rect,
    time: &'a TimeTicks,
    /// The most that its scale holds.
    most: u32,
}

impl Panel<'_> {
    fn draw(&self, sheet: &mut Sheet) -> Result<(), PlotError> {
        let plot = self.plot;
        let (start, end) = span(self.pace);
        let top = f64::from(self.most) * 1.06;
        let mean: Vec<(f64, f64)> = self
            .judge
            .means(MEAN, self.pace.whole)
            .into_iter()
            .filter(|_| has_mean(self.pace, self.judge))
            .skip_while(|(_, mean)| *mean <= 0.0)
            .map(|(place, mean)| (self.middle(place), mean))
            .collect();
        sheet.plot(&plot, |chart| {
            let mut chart = chart.build_cartesian_2d(start..end, 0.0..top)?;
            chart.draw_series(self.ticks().into_iter().map(|tick| {
                let line = [(start, f64::from(tick)), (end, f64::from(tick))];
                let role = if tick == 0 { Role::Axis } else { Role::Grid };
                At::new(line, move |at: &[Px]| vec![Mark::line(at[0], at[1]).stroked(role, 1.0)])
            }))?;
            chart.draw_series(
                self.time
                    .ticks
                    .iter()
                    .map(|(day, _)| At::new([(*day, 0.0)], |at: &[Px]| vec![timeline::tick(at[0])])),
            )?;
            let bars = (0..self.pace.periods.len()).filter(|place| self.judge.total(*place) > 0);
            chart.draw_series(bars.map(|place| {
                At::new(self.corners(place), move |at: &[Px]| {
                    let parts = self.parts(place, at);
                    let unfinished = (place >= self.pace.whole).then(|| part::hatched(&parts));
                    let bar = Mark::bar(parts).tells(self.tooltip(place));
                    std::iter::once(bar).chain(unfinished).collect()
                })
            }))?;
            if mean.len() > 1 {
                chart.draw_series([At::new(mean, |at: &[Px]| {
                    let curve = Mark::curve(at);
                    vec![curve.clone().stroked(Role::Surface, 4.5), curve.stroked(Role::Ink, 2.0)]
                })])?;
            }
            Ok(())
        })
    }

    /// The middle of a period, in days since 1970-01-01.
    fn middle(&self, place: usize) -> f64 {
        let start = self.pace.periods[place];
        f64::midpoint(day_number(start) as f64, day_number(self.pace.unit.end(start)) as f64 + 1.0)
    }

    /// Where the parts of a period's bar begin and end, from the ground up: the left edge of each level, and last the
    /// right end of the ground.
    fn corners(&self, place: usize) -> Vec<(f64, f64)> {
        let start = self.pace.periods[place];
        let left = day_number(start) as f64;
        let right = day_number(self.pace.unit.end(start)) as f64 + 1.0;
        let mut level = 0;
        let levels = self.judge.solved[place].iter().map(|solved| {
            level += solved;
            (left, f64::from(level))
        });
        std::iter::once((left, 0.0)).chain(levels).chain([(right, 0.0)]).collect()
    }

    /// The parts of a period's bar, whose corners are `at`.
    fn parts(&self, place: usize, at: &[Px]) -> Vec<(Rect, Role)> {
        let (levels, right) = (&at[..at.len() - 1], at[at.len() - 1].x);
        let gap = if right - levels[0].x > 6.0 { 2.0 } else { 0.7 };
        let solved = self.judge.parts.iter().zip(&self.judge.solved[place]);
        let parts = levels.windows(2).zip(solved).filter(|(_, (_, solved))| **solved > 0);
        parts
            .map(|(pair, (part, _))| {
                // A hair between two colours.
                let hair = if pair[0].y - pair[1].y > 3.0 { 0.8 } else { 0.0 };
                let (top, bottom) = (pair[1].y + hair, pair[0].y);
                (
                    Rect { left: pair[0].x + gap / 2.0, top, right: right - gap / 2.0, bottom },
                    part::role(self.judge.judge, *part),
                )
            })
            .collect()
    }

    /// "2026-03-09 to 2026-03-15: 7 accepted", and how many of each part, hardest first.
    fn tooltip(&self, place: usize) -> String {
        let start = self.pace.periods[place];
        let (end, total) = (self.pace.unit.end(start), self.judge.total(place));
        let solved = self.judge.parts.iter().zip(&self.judge.solved[place]).rev();
        let parts: Vec<String> = solved
            .filter(|(_, solved)| **solved > 0)
            .map(|(part, solved)| {
                words::part(self.lang, *solved, &part::name(self.judge.judge, *part, self.lang))
            })
            .collect();
        let bar = words::bar(self.lang, &start.to_string(), &end.to_string(), total);
        format!("{bar}\n{}", parts.join(self.lang.comma()))
    }

    fn ticks(&self) -> Vec<u32> {
        let apart =
            f64::from(COUNT_ROOM) * f64::from(self.most) / f64::from(self.plot.bottom - self.plot.top);
        axis::count_ticks(self.most, apart)
    }

    /// The judge above, numbers to the left, parts to the right.
    fn set_words(&self, sheet: &mut Sheet) {
        let plot = &self.plot;
        let judge: Judge = self.judge.judge;
        let at = Px::new(MARGIN, plot.top - 14.0);
        let heading = Words::new(judge.name(), Size::Small, Role::Ink, at).bold();
        if is_by_level(self.pace) {
            let at = Px::new(heading.bounds().right + 6.0, at.y);
            sheet.set(Words::new(words::against_level(self.lang), Size::Small, Role::Muted, at));
        }
        sheet.set(heading);
        let tall = plot.bottom - plot.top;
        for tick in self.ticks() {
            let y = plot.bottom - tall * (f64::from(tick) / (f64::from(self.most) * 1.06)) as f32;
            // The lowest makes room for the words below the axis.
            let at = Px::new(plot.left - 9.0, if tick == 0 { y + 1.5 } else { y + 4.5 });
            sheet.set(Words::new(tick.to_string(), Size::Small, Role::Muted, at).anchored(Anchor::End));
        }
        let places: Vec<usize> = self.most_frequent((tall / LEADING) as usize);
        let mut base = plot.top + LEADING;
        for place in places.into_iter().rev() {
            let (part, solved) = (self.judge.parts[place], self.judge.of_part(place));
            let ink = match part {
                Some(Part::Grade(Grade::Colour(colour))) => Role::TierInk(judge, colour),
                _ => Role::Muted,
            };
            if ink == Role::Muted {
                // Words that don't have the colour of their part stand beside it.
                let (left, bottom) = (plot.right + 8.0, base);
                let swatch = Rect { left, top: bottom - SWATCH, right: left + SWATCH, bottom };
                sheet.draw([Mark::rect(swatch, 2.0).filled(part::role(judge, part))]);
            }
            let number = Words::new(solved.to_string(), Size::Small, ink, Px::new(plot.right + 52.0, base));
            sheet.set(number.anchored(Anchor::End));
            let at = Px::new(plot.right + 60.0, base);
            sheet.set(Words::new(part::name(judge, part, self.lang), Size::Small, ink, at).bold());
            base += LEADING;
        }
    }

    /// The places of the parts that were solved most, at most `room`, easiest first.
    fn most_frequent(&self, room: usize) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.judge.parts.len()).collect();
        places.sort_by_key(|place| std::cmp::Reverse(self.judge.of_part(*place)));
        places.truncate(room.max(1));
        places.sort_unstable();
        places
    }
}
