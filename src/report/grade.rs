//! How hard problems are, in the words of their judges.

use super::paint::Paint;
use super::table::{Cell, Value};
use crate::model::{DifficultyLevel, DifficultyScale, Grade, Judge};

/// The cell of a difficulty at `judge`.
pub(super) fn cell(judge: Judge, grade: Option<Grade>) -> Cell<'static> {
    match grade {
        Some(Grade::Colour(colour)) => Value::Tier(colour).into(),
        Some(Grade::Level(place)) => {
            judge.spec().known.level(place).map_or_else(|| Cell::words("unknown"), of_level)
        }
        None => Cell::words(nothing_known(judge)),
    }
}

/// The same in words: "cyan", "Medium".
pub(super) fn name(judge: Judge, grade: Option<Grade>) -> &'static str {
    match grade {
        Some(Grade::Colour(colour)) => colour.name(),
        Some(Grade::Level(place)) => judge.spec().known.level(place).map_or("unknown", |level| level.name),
        None => nothing_known(judge),
    }
}

/// What there is to say of problems whose difficulty nobody knows.
fn nothing_known(judge: Judge) -> &'static str {
    match judge.spec().difficulty {
        DifficultyScale::Unknown => "no difficulty there",
        DifficultyScale::Ratings | DifficultyScale::Levels => "unknown",
    }
}

/// The cell of a level, in its shade.
pub(super) fn of_level(level: &'static DifficultyLevel) -> Cell<'static> {
    Cell::words(level.name).in_paint(Paint::Shade(level.rgb))
}
