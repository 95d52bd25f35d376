//! The words inside the plot, beside what they name.

use super::super::axis;
use super::super::labels::{Ink, Obstacle, Placer, Wish};
use super::super::scene::{Mark, Px, Rect, Size, Words};
use super::super::sheet::Sheet;
use super::super::theme::Role;
use super::super::words::rating as phrases;
use super::words::{self, TargetTag};
use super::{Band, Places, RatingPlot};
use crate::answers::FORM;
use crate::model::{Colour, RatingChange, Target};

/// Targets whose marks lie nearer than this share one block of lines, in pixels.
const CROWDED: Px = Px::new(170.0, 22.0);

/// The most lines in a block.
const LINES: usize = 6;

/// Between two lines of a block, in pixels.
const LEADING: f32 = 1.0;

/// A mark's size, from its middle.
const DIAMOND: f32 = 7.0;

/// Lines to set together.
struct Callout {
    lines: Vec<Words>,
    wish: Wish,
}

impl Callout {
    fn new(line: Words, wish: Wish) -> Self {
        Self { lines: vec![line], wish }
    }

    fn extent(&self) -> Px {
        let lines = self.lines.iter().map(Words::extent);
        lines.fold(Px::new(0.0, 0.0), |all, line| Px::new(all.x.max(line.x), all.y + line.y + LEADING))
    }
}

/// Words that get their place later.
fn floating(text: impl Into<String>, size: Size, role: Role) -> Words {
    Words::new(text, size, role, Px::new(0.0, 0.0))
}

impl<'a> RatingPlot<'a> {
    /// Sets them, most important first; what finds no room is left out.
    pub(super) fn set_callouts(&self, sheet: &mut Sheet, places: &Places) {
        let mut room = Placer::new(&self.ink(places));
        for (target, outcome) in &self.targets {
            room.keep_off(Rect::around(self.target_px(places, target, *outcome), DIAMOND - 1.0));
        }
        let callouts: Vec<Callout> = self
            .of_last(places)
            .into_iter()
            .chain(self.of_targets(places))
            .chain(self.of_highest(places))
            .chain(self.of_arrivals(places))
            .chain(self.of_fan(places))
            .chain(self.of_today(places))
            .chain(self.of_form(places))
            .collect();
        for Callout { wish, .. } in &callouts {
            room.keep_off(Rect::around(wish.at, wish.clear - 1.0));
        }
        for callout in callouts {
            let Some(place) = room.place(callout.extent(), &callout.wish) else { continue };
            if let Some((from, to)) = place.leader {
                let role = callout.lines.first().map_or(Role::Axis, |line| line.role);
                sheet.draw([Mark::line(from, to).stroked(role, 1.0)]);
            }
            let mut corner = place.corner;
            for line in callout.lines {
                let line = line.in_box_at(corner);
                let bounds = line.bounds();
                corner.y = bounds.bottom + LEADING;
                sheet.set(line.halo(self.behind(places, bounds.centre())));
            }
        }
    }

    /// The rating now, or that there is none.
    fn of_last(&self, places: &Places) -> Vec<Callout> {
        let (judge, lang) = (self.series.key.judge, self.frame.lang);
        let (Some(last), Some(&(day, rating))) = (self.shown.contests.last(), self.line.last()) else {
            let words = phrases::empty(lang, self.shown.before.is_some());
            let mut at = self.plot.centre();
            at.y = self.line.last().map_or(at.y, |(day, rating)| places.px(*day, *rating).y - 20.0);
            let wish = Wish { at, clear: 0.0, toward: Px::new(0.0, -1.0) };
            return vec![Callout::new(floating(words, Size::Body, Role::Muted), wish)];
        };
        let is_highest = self.shown.highest().is_some_and(|highest| std::ptr::eq(highest, *last));
        let text = if is_highest { phrases::last_highest(lang, last.new) } else { last.new.to_string() };
        let colour = self.ink_of(judge.colour_of(last.new));
        let clear = self.radius() + if is_highest { 4.5 } else { 1.0 };
        // The fan starts to the right, and what was higher before is to the left.
        let toward = match (&self.fan, self.line.len().checked_sub(2).map(|before| self.line[before].1)) {
            (None, _) => Px::new(1.0, -0.15),
            (Some(_), Some(before)) if before > rating => Px::new(0.3, 1.0),
            (Some(_), _) => Px::new(-0.3, -1.0),
        };
        let wish = Wish { at: places.px(day, rating), clear, toward };
        let mut callout = Callout::new(floating(text, Size::Body, colour).bold(), wish);
        callout.lines.extend(self.arrival_line(last));
        vec![callout]
    }

    /// "green, Mar 14", where a contest reached a colour for the first time; whether that was a target, too.
    fn arrival_line(&self, change: &RatingChange) -> Option<Words> {
        let (_, colour) = self.shown.arrivals.iter().find(|(arrival, _)| std::ptr::eq(*arrival, change))?;
        let is_target = self.targets.iter().any(|(target, outcome)| {
            self.told_by_arrival(target, *outcome).is_some_and(|reached| std::ptr::eq(reached, change))
        });
        let (lang, day) = (self.frame.lang, words::day_name(change, self.frame));
        let text = phrases::arrival(lang, &colour.word(lang), &day, is_target);
        Some(floating(text, Size::Small, self.ink_of(*colour)).bold())
    }

    /// The colours that were reached, latest first, where no other label tells them.
    fn of_arrivals(&self, places: &Places) -> Vec<Callout> {
        let told = [self.shown.contests.last().copied(), self.shown.highest()];
        let is_told =
            |change: &RatingChange| told.into_iter().flatten().any(|told| std::ptr::eq(told, change));
        let untold = self.shown.arrivals.iter().rev().filter(|(change, _)| !is_told(change));
        let callout = |(change, _): &(&RatingChange, _)| {
            let wish =
                Wish { at: self.px(places, change), clear: self.radius() + 2.4, toward: Px::new(-0.5, -1.0) };
            Some(Callout::new(self.arrival_line(change)?, wish))
        };
        untold.filter_map(callout).collect()
    }

    /// Where half and most of the fan end, below it where the target's label is above.
    fn of_fan(&self, places: &Places) -> Option<Callout> {
        let fan = self.fan.as_ref()?;
        let (day, low) = fan.edge(|spread| spread.low).next_back()?;
        let line = |text| floating(text, Size::Small, Role::Muted);
        let wish = Wish { at: places.px(day, low), clear: 1.0, toward: Px::new(-0.4, 1.0) };
        Some(Callout { lines: words::fan(fan.end()?, self.frame.lang).map(line).into(), wish })
    }

    /// What the specks and their line are.
    fn of_form(&self, places: &Places) -> Option<Callout> {
        let form = &self.shown.form;
        let (day, mean) = *form.get(form.len() / 3).filter(|_| form.len() > 1)?;
        let text = phrases::form(self.frame.lang, FORM);
        let rated = self.line.iter().take_while(|(at, _)| *at <= day).last();
        let below = rated.is_some_and(|(_, rating)| *rating > mean);
        let wish = Wish {
            at: places.px(day, mean),
            clear: 1.0,
            toward: Px::new(-0.2, if below { 1.0 } else { -1.0 }),
        };
        Some(Callout::new(floating(text, Size::Small, Role::Muted), wish))
    }

    /// The targets, highest first.
    fn of_targets(&self, places: &Places) -> Vec<Callout> {
        let px = |(target, outcome): &(&Target, TargetTag<'_>)| self.target_px(places, target, *outcome);
        let near = |a: &(&Target, TargetTag<'_>), b: &(&Target, TargetTag<'_>)| {
            let (a, b) = (px(a), px(b));
            (a.x - b.x).abs() < CROWDED.x && (a.y - b.y).abs() < CROWDED.y
        };
        let block = |targets: &[(&Target, TargetTag<'_>)]| {
            let fits = if targets.len() > LINES { LINES - 1 } else { targets.len() };
            let mut lines: Vec<Words> = targets[..fits]
                .iter()
                .map(|(target, outcome)| {
                    let colour = self.ink_of(target.goal.colour);
                    floating(words::target(target, *outcome, self.frame), Size::Small, colour).bold()
                })
                .collect();
            if fits < targets.len() {
                let more = phrases::more(self.frame.lang, targets.len() - fits);
                lines.push(floating(more, Size::Small, Role::Muted).bold());
            }
            let marks = targets.iter().map(px);
            let (top, bottom) =
                marks.clone().fold((f32::INFINITY, f32::NEG_INFINITY), |(top, bottom), mark| {
                    (mark.y.min(top), mark.y.max(bottom))
                });
            let x = marks.map(|mark| mark.x).sum::<f32>() / targets.len() as f32;
            let wish = Wish {
                at: Px::new(x, f32::midpoint(top, bottom)),
                clear: (bottom - top) / 2.0 + DIAMOND,
                toward: Px::new(-0.6, -1.0),
            };
            Callout { lines, wish }
        };
        let untold = |one: &&(&'a Target, TargetTag<'a>)| self.told_by_arrival(one.0, one.1).is_none();
        let untold: Vec<(&Target, TargetTag<'_>)> = self.targets.iter().filter(untold).copied().collect();
        untold.chunk_by(near).map(block).collect()
    }

    /// The highest rating, where it isn't the last.
    fn of_highest(&self, places: &Places) -> Option<Callout> {
        let last = self.shown.contests.last()?;
        let highest = self.shown.highest().filter(|highest| !std::ptr::eq(*last, *highest))?;
        let day = words::day_name(highest, self.frame);
        let text = phrases::highest(self.frame.lang, highest.new, &day);
        let clear = self.radius() + 4.5;
        let wish = Wish { at: self.px(places, highest), clear, toward: Px::new(-0.3, -1.0) };
        let mut callout = Callout::new(floating(text, Size::Small, Role::Ink), wish);
        callout.lines.extend(self.arrival_line(highest));
        Some(callout)
    }

    /// "today", at the end of its line that lies farther from the last contest.
    fn of_today(&self, places: &Places) -> Option<Callout> {
        if !self.scale.shows_today {
            return None;
        }
        let last = self.line.last().map_or(self.plot.bottom, |(day, rating)| places.px(*day, *rating).y);
        let y = if last > self.plot.centre().y { self.plot.top + 15.0 } else { self.plot.bottom - 15.0 };
        let at = Px::new(places.px(self.scale.today, 0.0).x, y);
        let wish = Wish { at, clear: 1.0, toward: Px::new(-1.0, 0.0) };
        Some(Callout::new(floating(phrases::today(self.frame.lang), Size::Small, Role::Muted), wish))
    }

    /// The middle of a target's mark: on its day, or where a contest reached it.
    fn target_px(&self, places: &Places, target: &Target, outcome: TargetTag<'_>) -> Px {
        let day = match outcome.reached() {
            Some(change) => axis::moment(change.at, &self.frame.zone),
            None => axis::day_number(target.by) as f64,
        };
        places.px(day, f64::from(target.goal.rating))
    }

    /// The contest that reached a target where the label of its colour tells that.
    fn told_by_arrival(&self, target: &Target, outcome: TargetTag<'a>) -> Option<&'a RatingChange> {
        let reached = outcome.reached()?;
        let tells = |(arrival, colour): &(&RatingChange, Colour)| {
            std::ptr::eq(*arrival, reached) && *colour == target.goal.colour
        };
        self.shown.arrivals.iter().any(tells).then_some(reached)
    }

    fn px(&self, places: &Places, change: &RatingChange) -> Px {
        let (day, rating) = self.point(change);
        places.px(day, rating)
    }

    /// The tint of the band at a place in the plot.
    fn behind(&self, places: &Places, at: Px) -> Role {
        let day = self.scale.days.start;
        let holds = |band: &&Band| (places.px(day, band.to).y..=places.px(day, band.from).y).contains(&at.y);
        let band = self.scale.bands.iter().find(holds);
        band.map_or(Role::Surface, |band| Role::Band(self.series.key.judge, band.colour))
    }

    /// What is drawn in the plot, for words to keep off.
    fn ink(&self, places: &Places) -> Ink {
        let mut ink = Ink::new(self.plot.inset(5.0));
        for (target, outcome) in self.targets.iter().filter(|(_, outcome)| outcome.reached().is_none()) {
            let end = self.target_px(places, target, *outcome);
            ink.line(Px::new(self.plot.left, end.y), end, Obstacle::Guide);
        }
        if let Some(fan) = &self.fan {
            let mut stroke = |edge: Vec<(f64, f64)>, stroke| {
                for pair in edge.windows(2) {
                    let [from, to] = [pair[0], pair[1]].map(|(day, rating)| places.px(day, rating));
                    ink.line(from, to, stroke);
                }
            };
            stroke(fan.edge(|spread| spread.low).collect(), Obstacle::Guide);
            stroke(fan.edge(|spread| spread.high).collect(), Obstacle::Guide);
            stroke(fan.edge(|spread| spread.middle).collect(), Obstacle::Data);
        }
        let points: Vec<Px> = self.line.iter().map(|(day, rating)| places.px(*day, *rating)).collect();
        for pair in points.windows(2) {
            ink.line(pair[0], pair[1], Obstacle::Data);
        }
        for (day, performance) in &self.shown.performances {
            ink.dot(places.px(*day, *performance), Obstacle::Guide);
        }
        let form: Vec<Px> = self.shown.form.iter().map(|(day, mean)| places.px(*day, *mean)).collect();
        for pair in form.windows(2) {
            ink.line(pair[0], pair[1], Obstacle::Guide);
        }
        ink
    }
}
