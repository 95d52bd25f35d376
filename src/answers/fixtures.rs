//! Plain facts for tests, to be completed with what each is about.

use jiff::Timestamp;

use super::{Attempts, Phase};
pub(super) use crate::model::fixtures::*;
use crate::model::{Judge, ProblemId};

/// One try in practice that wasn't accepted.
pub(super) fn tried(judge: Judge, problem: ProblemId, first: Timestamp) -> Attempts {
    Attempts {
        judge,
        problem,
        name: None,
        contests: Vec::new(),
        waiting: false,
        tries: 1,
        first,
        began: Phase::After,
        last: first,
        solved: None,
    }
}
