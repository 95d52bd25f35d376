//! How hard problems are, in the words of their judges.

use std::borrow::Cow;

use super::paint::Paint;
use super::table::{Cell, Value};
use super::words::stats as words;
use crate::lang::Lang;
use crate::model::{DifficultyLevel, DifficultyScale, Grade, Judge};

/// The cell of a difficulty at `judge`.
pub(super) fn cell(judge: Judge, grade: Option<Grade>, lang: Lang) -> Cell<'static> {
    match grade {
        Some(Grade::Colour(colour)) => Value::Tier(colour).into(),
        Some(Grade::Level(place)) => {
            judge.spec().known.level(place).map_or_else(|| Cell::words(words::unknown(lang)), of_level)
        }
        None => Cell::words(nothing_known(judge, lang)),
    }
}

/// The same in words: "cyan", "Medium".
pub(super) fn name(judge: Judge, grade: Option<Grade>, lang: Lang) -> Cow<'static, str> {
    match grade {
        Some(Grade::Colour(colour)) => colour.word(lang),
        Some(Grade::Level(place)) => {
            let level = judge.spec().known.level(place);
            level.map_or_else(|| words::unknown(lang), |level| level.name.into())
        }
        None => nothing_known(judge, lang),
    }
}

/// What there is to say of problems whose difficulty nobody knows.
fn nothing_known(judge: Judge, lang: Lang) -> Cow<'static, str> {
    match judge.spec().difficulty {
        DifficultyScale::Unknown => words::no_difficulty(lang),
        DifficultyScale::Ratings | DifficultyScale::Levels => words::unknown(lang),
    }
}

/// The cell of a level, in its shade.
pub(super) fn of_level(level: &'static DifficultyLevel) -> Cell<'static> {
    Cell::words(level.name).in_paint(Paint::Shade(level.rgb))
}
