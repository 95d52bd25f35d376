//! The parts of a bar: their colours and names.

use std::borrow::Cow;

use super::super::scene::{Mark, Px, Rect, Shape};
use super::super::theme::Role;
use super::super::words::solved as words;
use crate::answers::{Demand, Part};
use crate::lang::Lang;
use crate::model::{DifficultyScale, Grade, Judge};

/// Between the lines that hatch a bar, in pixels.
const HATCH: f32 = 5.0;

/// The colour of a part.
pub(super) fn role(judge: Judge, part: Option<Part>) -> Role {
    match part {
        Some(Part::Grade(Grade::Colour(colour))) => Role::Soft(judge, colour),
        Some(Part::Grade(Grade::Level(place))) => {
            judge.spec().known.level(place).map_or(Role::Grid, |level| Role::Level(level.rgb))
        }
        Some(Part::Demand(Demand::Below)) => Role::Step(1),
        Some(Part::Demand(Demand::At)) => Role::Step(2),
        Some(Part::Demand(Demand::Above)) => Role::Step(4),
        None => Role::Grid,
    }
}

/// Lines across a bar of parts: its period isn't over.
pub(super) fn hatched(parts: &[(Rect, Role)]) -> Mark {
    let sides = parts.iter().map(|(part, _)| *part).reduce(|all, part| Rect {
        left: all.left.min(part.left),
        top: all.top.min(part.top),
        right: all.right.max(part.right),
        bottom: all.bottom.max(part.bottom),
    });
    let Some(Rect { left, top, right, bottom }) = sides else { return Mark::group([]) };
    let (width, height) = (right - left, bottom - top);
    let at = |across: f32, up: f32| Px::new(left + across, bottom - up);
    let count = ((width + height) / HATCH) as usize;
    let line = |nth: usize| {
        // Every line rises as fast as it goes to the right, and crosses the left side that far up.
        let rise = nth as f32 * HATCH - width + HATCH / 2.0;
        let (from, to) = ((-rise).max(0.0), width.min(height - rise));
        (from < to).then(|| (at(from, from + rise), at(to, to + rise)))
    };
    Mark::new(Shape::Lines((0..=count).filter_map(line).collect())).stroked(Role::Surface, 1.6)
}

/// The word for a part; of a judge that tells no difficulties, for all of its problems.
pub(super) fn name(judge: Judge, part: Option<Part>, lang: Lang) -> Cow<'static, str> {
    let spec = judge.spec();
    match part {
        Some(Part::Grade(Grade::Colour(colour))) => colour.word(lang),
        Some(Part::Grade(Grade::Level(place))) => {
            spec.known.level(place).map_or_else(|| words::unknown(lang), |level| level.name.into())
        }
        Some(Part::Demand(Demand::Below)) => words::easier(lang),
        Some(Part::Demand(Demand::At)) => words::at_level(lang),
        Some(Part::Demand(Demand::Above)) => words::harder(lang),
        None if spec.difficulty == DifficultyScale::Unknown => words::in_all(lang),
        None => words::unknown(lang),
    }
}
