//! Room for labels: beside what they name, off the lines, never on each other.

use std::ops::Range;

use super::scene::{Px, Rect};

/// Side of the squares in which drawn lines are remembered, in pixels.
const CELL: f32 = 3.0;

/// What is drawn, by how little a label may cover it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Obstacle {
    /// A line that data is compared with.
    Guide,
    /// The data.
    Data,
}

impl Obstacle {
    /// How much worse than a guide it is to cover.
    fn weight(self) -> u32 {
        match self {
            Self::Guide => 1,
            Self::Data => 4,
        }
    }
}

/// What a square of a guide under a label costs, in pixels of distance.
const COVERED: f32 = 0.5;

/// Between a mark and its label, at best and at least, in pixels.
const GAP: f32 = 5.0;
const LEAST_GAP: f32 = 4.0;

/// How far a label can stand from what it names before a leader joins them, in pixels.
const LEADER: f32 = 18.0;

/// Where lines and marks are drawn, as a label sees it.
pub(super) struct Ink {
    area: Rect,
    columns: usize,
    rows: usize,
    weights: Vec<u32>,
}

impl Ink {
    /// Nothing drawn yet in `area`.
    pub(super) fn new(area: Rect) -> Self {
        let columns = ((area.right - area.left) / CELL).ceil().max(1.0) as usize;
        let rows = ((area.bottom - area.top) / CELL).ceil().max(1.0) as usize;
        Self { area, columns, rows, weights: vec![0; columns * rows] }
    }

    /// A mark at `centre`, with the room around it that a label leaves free.
    pub(super) fn dot(&mut self, centre: Px, stroke: Obstacle) {
        let column = ((centre.x - self.area.left) / CELL).max(0.0) as usize;
        let row = ((centre.y - self.area.top) / CELL).max(0.0) as usize;
        for row in row.saturating_sub(1)..=(row + 1).min(self.rows - 1) {
            for column in column.saturating_sub(1)..=(column + 1).min(self.columns - 1) {
                let weight = &mut self.weights[row * self.columns + column];
                *weight = (*weight).max(stroke.weight());
            }
        }
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: Px, to: Px, stroke: Obstacle) {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let steps = (dx.abs().max(dy.abs()) / CELL).ceil().max(1.0);
        for step in 0..=steps as usize {
            let share = step as f32 / steps;
            self.dot(Px::new(from.x + dx * share, from.y + dy * share), stroke);
        }
    }
}

/// Gives out places for labels, each once.
pub(super) struct Placer {
    area: Rect,
    columns: usize,
    rows: usize,
    /// The weight of all cells above and to the left, a row and a column larger than the cells.
    sums: Vec<u32>,
    marks: Vec<Rect>,
    labels: Vec<Rect>,
    leaders: Vec<(Px, Px)>,
}

/// Where a label goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LabelSpot {
    /// The upper left corner of its box.
    pub corner: Px,
    /// A line from what it names, where it had to stand away from it.
    pub leader: Option<(Px, Px)>,
}

/// What a label belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish {
    /// The point that it names.
    pub at: Px,
    /// The radius of the mark there.
    pub clear: f32,
    /// The direction in which it would best lie, of any length.
    pub toward: Px,
}

impl Placer {
    /// Labels lie within the area of `ink`.
    pub(super) fn new(ink: &Ink) -> Self {
        let width = ink.columns + 1;
        let mut sums = vec![0; width * (ink.rows + 1)];
        for row in 0..ink.rows {
            for column in 0..ink.columns {
                let above = sums[row * width + column + 1];
                let left = sums[(row + 1) * width + column];
                let both = sums[row * width + column];
                sums[(row + 1) * width + column + 1] =
                    ink.weights[row * ink.columns + column] + above + left - both;
            }
        }
        Self {
            area: ink.area,
            columns: ink.columns,
            rows: ink.rows,
            sums,
            marks: Vec::new(),
            labels: Vec::new(),
            leaders: Vec::new(),
        }
    }

    /// Keeps labels, but not leaders, off a mark.
    pub(super) fn keep_off(&mut self, mark: Rect) {
        self.marks.push(mark);
    }

    /// Finds and takes the best place for a box of `extent`; `None` where there is no room at all.
    pub(super) fn place(&mut self, extent: Px, wish: &Wish) -> Option<LabelSpot> {
        let gap = wish.clear + GAP;
        let sides = |at: f32, length: f32, low: f32, high: f32, step: f32| -> Vec<f32> {
            let scan = (0..).map(move |n| low + n as f32 * step).take_while(move |x| x + length <= high);
            [at + gap, at - length / 2.0, at - gap - length, at - length + gap, at - gap]
                .into_iter()
                .chain([low, high - length])
                .chain(scan)
                .collect()
        };
        let lefts = sides(wish.at.x, extent.x, self.area.left, self.area.right, 9.0);
        let tops = sides(wish.at.y, extent.y, self.area.top, self.area.bottom, 6.0);
        let mut best: Option<(f32, Rect)> = None;
        for &top in &tops {
            for &left in &lefts {
                let rect = Rect { left, top, right: left + extent.x, bottom: top + extent.y };
                let Some(cost) = self.cost(&rect, wish, best.map_or(f32::INFINITY, |(cost, _)| cost)) else {
                    continue;
                };
                best = Some((cost, rect));
            }
        }
        let (_, rect) = best?;
        self.labels.push(rect);
        let leader = leader(&rect, wish);
        self.leaders.extend(leader);
        Some(LabelSpot { corner: Px::new(rect.left, rect.top), leader })
    }

    /// What is wrong with `rect`, if that is less than `bound` and nothing forbids it.
    fn cost(&self, rect: &Rect, wish: &Wish, bound: f32) -> Option<f32> {
        let nearest = rect.nearest(wish.at);
        let away = (nearest.x - wish.at.x).hypot(nearest.y - wish.at.y) - wish.clear;
        if away < LEAST_GAP.min(wish.clear) || !self.area.holds(rect) {
            return None;
        }
        let centre = rect.centre();
        let turn = cosine(
            Px::new(
                (centre.x - wish.at.x) / (rect.right - rect.left),
                (centre.y - wish.at.y) / (rect.bottom - rect.top),
            ),
            wish.toward,
        );
        let cost = (away - GAP).max(0.0) * 1.2 + 7.0 * (1.0 - turn);
        if cost >= bound {
            return None;
        }
        let leader = leader(rect, wish);
        let apart = if leader.is_some() { away } else { 0.0 };
        let cost = cost + apart + self.covered(rect) * COVERED;
        let blocked = cost >= bound
            || self.marks.iter().any(|mark| mark.meets(rect))
            || self.labels.iter().any(|label| label.meets(rect) || leader.is_some_and(|l| crosses(l, label)))
            || self.leaders.iter().any(|&other| crosses(other, rect));
        (!blocked).then_some(cost)
    }

    /// The weight of the cells under `rect`.
    fn covered(&self, rect: &Rect) -> f32 {
        let cell = |x: f32, limit: usize| ((x / CELL).max(0.0) as usize).min(limit);
        let left = cell(rect.left - self.area.left, self.columns);
        let right = cell(rect.right - self.area.left + CELL, self.columns);
        let top = cell(rect.top - self.area.top, self.rows);
        let bottom = cell(rect.bottom - self.area.top + CELL, self.rows);
        let sum = |row: usize, column: usize| self.sums[row * (self.columns + 1) + column];
        (sum(bottom, right) + sum(top, left) - sum(top, right) - sum(bottom, left)) as f32
    }
}

/// The line that joins a label with what it names, where they lie apart.
fn leader(rect: &Rect, wish: &Wish) -> Option<(Px, Px)> {
    let to = rect.nearest(wish.at);
    let (dx, dy) = (to.x - wish.at.x, to.y - wish.at.y);
    let length = dx.hypot(dy);
    (length - wish.clear > LEADER).then(|| {
        let (from, end) = ((wish.clear + 1.0) / length, 1.0 - 2.0 / length);
        let along = |share: f32| Px::new(wish.at.x + dx * share, wish.at.y + dy * share);
        (along(from), along(end))
    })
}

/// The cosine of the angle between two directions.
fn cosine(a: Px, b: Px) -> f32 {
    let lengths = a.x.hypot(a.y) * b.x.hypot(b.y);
    if lengths > 0.0 { (a.x * b.x + a.y * b.y) / lengths } else { 0.0 }
}

/// Whether a line enters a rectangle.
fn crosses((from, to): (Px, Px), rect: &Rect) -> bool {
    let (mut enter, mut leave) = (0.0f32, 1.0f32);
    for (start, along, low, high) in
        [(from.x, to.x - from.x, rect.left, rect.right), (from.y, to.y - from.y, rect.top, rect.bottom)]
    {
        if along == 0.0 {
            if start <= low || start >= high {
                return false;
            }
            continue;
        }
        let (a, b) = ((low - start) / along, (high - start) / along);
        enter = enter.max(a.min(b));
        leave = leave.min(a.max(b));
    }
    enter < leave
}

/// The upper sides of boxes, from top to bottom, that come as near to `wished` as they can without meeting each other
/// or leaving `room`, which is as high as all of them together.
pub(super) fn apart(wished: &[Rect], room: Range<f32>) -> Vec<f32> {
    let mut free = room.start;
    let mut tops: Vec<f32> = Vec::new();
    for one in wished {
        tops.push(one.top.max(free));
        free = tops[tops.len() - 1] + (one.bottom - one.top);
    }
    let mut free = room.end;
    for (top, one) in tops.iter_mut().zip(wished).rev() {
        *top = top.min(free - (one.bottom - one.top));
        free = *top;
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Rect = Rect { left: 0.0, top: 0.0, right: 300.0, bottom: 200.0 };
    const RIGHT: Px = Px::new(1.0, 0.0);

    fn boxed(place: LabelSpot, extent: Px) -> Rect {
        let Px { x: left, y: top } = place.corner;
        Rect { left, top, right: left + extent.x, bottom: top + extent.y }
    }

    #[test]
    fn a_label_alone_stands_where_it_likes() {
        let mut room = Placer::new(&Ink::new(AREA));
        let wish = Wish { at: Px::new(100.0, 100.0), clear: 4.0, toward: RIGHT };
        let place = room.place(Px::new(50.0, 20.0), &wish).unwrap();
        assert_eq!(place, LabelSpot { corner: Px::new(109.0, 90.0), leader: None });
    }

    #[test]
    fn a_label_leaves_a_line_free() {
        let mut ink = Ink::new(AREA);
        ink.line(Px::new(100.0, 100.0), Px::new(300.0, 100.0), Obstacle::Data);
        let wish = Wish { at: Px::new(100.0, 100.0), clear: 4.0, toward: RIGHT };
        let extent = Px::new(50.0, 20.0);
        let rect = boxed(Placer::new(&ink).place(extent, &wish).unwrap(), extent);
        assert!(rect.right <= 100.0 || rect.bottom <= 100.0 || rect.top >= 100.0, "{rect:?}");
    }

    #[test]
    fn labels_of_one_point_stay_apart_until_there_is_no_room() {
        let mut room = Placer::new(&Ink::new(AREA));
        let extent = Px::new(140.0, 20.0);
        let wish = Wish { at: Px::new(290.0, 100.0), clear: 4.0, toward: RIGHT };
        let mut placed: Vec<Rect> = Vec::new();
        while let Some(place) = room.place(extent, &wish) {
            let rect = boxed(place, extent);
            assert!(AREA.holds(&rect) && !placed.iter().any(|other| other.meets(&rect)), "{rect:?}");
            placed.push(rect);
        }
        assert!(placed.len() >= 4, "{}", placed.len());
    }

    #[test]
    fn what_is_larger_than_the_area_has_no_place() {
        let wish = Wish { at: Px::new(100.0, 100.0), clear: 4.0, toward: RIGHT };
        assert_eq!(Placer::new(&Ink::new(AREA)).place(Px::new(301.0, 20.0), &wish), None);
    }

    #[test]
    fn boxes_move_apart_no_further_than_they_must() {
        let at = |tops: &[f32]| -> Vec<Rect> {
            tops.iter().map(|top| Rect { left: 0.0, top: *top, right: 9.0, bottom: top + 10.0 }).collect()
        };
        assert_eq!(apart(&at(&[5.0, 30.0]), 0.0..60.0), [5.0, 30.0]);
        assert_eq!(apart(&at(&[5.0, 8.0, 40.0]), 0.0..60.0), [5.0, 15.0, 40.0]);
        assert_eq!(apart(&at(&[-5.0, 44.0, 48.0]), 0.0..60.0), [0.0, 40.0, 50.0]);
        assert_eq!(apart(&at(&[20.0, 20.0, 20.0]), 0.0..30.0), [0.0, 10.0, 20.0]);
    }
}
