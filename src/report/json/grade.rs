//! How hard a problem is, as scripts read it: a colour or a level.

use crate::model::{Colour, Grade, Judge};

/// The names of a difficulty; of one that nobody knows there is none.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct GradeNames {
    /// The colour, at judges that rate problems.
    pub colour: Option<&'static str>,
    /// The level, at judges that have levels.
    pub level: Option<&'static str>,
}

impl GradeNames {
    /// Those of `grade` at `judge`.
    pub fn of(judge: Judge, grade: Option<Grade>) -> Self {
        match grade {
            Some(Grade::Colour(colour)) => Self { colour: Some(Colour::name(colour)), level: None },
            Some(Grade::Level(place)) => {
                Self { colour: None, level: judge.spec().known.level(place).map(|level| level.name) }
            }
            None => Self::default(),
        }
    }
}
