//! Judges that nobody asks, of which there are facts all the same: somebody imported them.

use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;

use super::known::of_identity;
use super::rating::{FormulaState, Rating};
use super::{Entry, registry, typed_judge};
use crate::model::{
    DifficultyScale, DuplicateProblems, HandleRule, Judge, JudgeSpec, KnownJudge, Outcome, ProblemRules,
    RatingSeries, Track,
};

/// The longest word for a judge.
const LONGEST: usize = 40;

impl Judge {
    /// The judge that `known` is, asked or not.
    pub fn of(known: &'static KnownJudge) -> Self {
        static IMPORTED: Mutex<Vec<&'static Entry>> = Mutex::new(Vec::new());
        let is_it = |entry: &&&'static Entry| std::ptr::eq(entry.spec.known, known);
        if let Some(entry) = registry().iter().find(is_it) {
            return Self::new(entry.spec);
        }
        let mut imported = IMPORTED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entry) = imported.iter().find(is_it) {
            return Self::new(entry.spec);
        }
        // Each lives as long as the process, as those of the registry do.
        let spec: &'static JudgeSpec = Box::leak(Box::new(spec(known)));
        imported.push(Box::leak(Box::new(Entry { spec, ..ENTRY })));
        Self::new(spec)
    }

    /// The judge with this word for it in identities and in the store, asked or not.
    pub fn of_id(id: &str) -> Self {
        Self::of(of_identity(id))
    }

    /// The judge that somebody means by `word`, asked or not; one that nobody knows yet is known by it from now on. `None`
    /// where it can't be a word for a judge: these have up to 40 small letters, digits, `-`, `_` and `.`.
    pub fn meant_by(word: &str) -> Option<Self> {
        if let Some(known) = typed_judge(word) {
            return Some(Self::of(known));
        }
        let word = word.to_ascii_lowercase();
        let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let is_word = word.len() <= LONGEST
            && word.starts_with(|c: char| c.is_ascii_alphanumeric())
            && word.chars().all(is_allowed);
        is_word.then(|| Self::of_id(&word))
    }

    /// Whether this program asks it.
    pub fn is_fetched(self) -> bool {
        Self::all().any(|judge| judge == self)
    }
}

/// What such a judge does: nothing.
pub(super) const ENTRY: Entry =
    Entry { spec: &NONE, ratings: &[&Untold], sites: &[], sources: &[], sets: &[] };

static NONE: JudgeSpec = spec(&KnownJudge::new("", &[], crate::model::ProblemNames::Own));

/// What is known of a judge of which others have told.
const fn spec(known: &'static KnownJudge) -> JudgeSpec {
    JudgeSpec {
        known,
        order: u8::MAX,
        is_main: false,
        tracks: &[Track::Algorithm],
        tiers: &[],
        first_goal: "",
        difficulty: if known.levels.is_empty() { DifficultyScale::Unknown } else { DifficultyScale::Levels },
        handles: HandleRule {
            shortest: 1,
            longest: 64,
            any_script: true,
            extra: "_-.@",
            letters: "a letter, a digit, '_', '-', '.' or '@'",
            advice: "",
        },
        profile: |_| String::new(),
        outcome,
        tells_rejections: true,
        compile_error: "CE",
        scale: None,
        names_topics: false,
        problems: ProblemRules {
            contests_page: "",
            contest_link: |_| String::new(),
            listed_link: |_| None,
            has_places: false,
            home_contest: |_, listed, _| listed,
            duplicates: |_, _, _| DuplicateProblems::default(),
            held_together: |_| Vec::new(),
            kind: |_, _| None,
            rated_for: |_, _| None,
            is_scored: |_| false,
            layout: "{id}",
        },
    }
}

/// What most judges mean by these words, where nobody says what came of it.
fn outcome(verdict: &str) -> Outcome {
    match verdict {
        "AC" | "OK" | "ACCEPTED" | "Accepted" | "accepted" => Outcome::Accepted,
        "" => Outcome::Waiting,
        _ => Outcome::Rejected,
    }
}

/// A rating of which nobody told the formula: it stays what it is.
struct Untold;

impl Rating for Untold {
    fn state(&self, series: &RatingSeries, _: Date) -> Box<dyn FormulaState> {
        Box::new(Unchanged(series.rating().unwrap_or_default()))
    }
}

#[derive(Debug)]
struct Unchanged(i32);

impl FormulaState for Unchanged {
    fn performances(&self) -> &[i32] {
        &[]
    }

    fn is_estimate(&self) -> bool {
        true
    }

    fn after(&self, performances: &[i32]) -> Vec<i32> {
        vec![self.0; performances.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_means_one_judge_whoever_asks_it() {
        assert_eq!(Judge::meant_by("CF"), Some(Judge::CODEFORCES));
        assert_eq!(Judge::meant_by("ac"), Some(Judge::ATCODER));
        assert_eq!(Judge::meant_by("백준"), Some(Judge::of_id("boj")));
        let unknown = Judge::meant_by("Our-Own.oj").unwrap();
        assert_eq!((unknown.id(), unknown.name(), unknown.is_fetched()), ("our-own.oj", "our-own.oj", false));
        assert_eq!(unknown, Judge::of_id("our-own.oj"));
        assert!(Judge::ATCODER < unknown && Judge::of_id("boj") < unknown);
        for odd in ["", "a/b", "-x", "a b", "=1", "ø", &"x".repeat(41)] {
            assert_eq!(Judge::meant_by(odd), None, "{odd:?}");
        }
    }
}
