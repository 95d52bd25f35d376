//! What could be left out of the solutions.

use std::collections::BTreeSet;

use crate::lang::Lang;
use crate::model::SolutionChange;
use crate::report::doctor_words as words;
use crate::scan::{self, Suggestion};

/// The solution files, each once.
pub fn paths(changes: &[SolutionChange]) -> BTreeSet<&[u8]> {
    changes.iter().flat_map(|change| &change.files).map(|file| &file.path.0[..]).collect()
}

/// What to write into cpt.toml, where something among the files looks like no solution.
pub fn advice(paths: &BTreeSet<&[u8]>, lang: Lang) -> String {
    let suggested = scan::suggested_ignores(paths.iter().copied());
    if suggested.is_empty() {
        return String::new();
    }
    let files: usize = suggested.iter().map(|suggestion| suggestion.files).sum();
    let each = |suggestion: &Suggestion| format!("{:?}", suggestion.glob);
    let globs: Vec<String> = suggested.iter().map(each).collect();
    // `ignore` takes the place of the defaults, so that they are part of the advice.
    let defaults: Vec<String> = scan::DEFAULT_IGNORE.iter().map(|glob| format!("{glob:?}")).collect();
    format!(
        "{}\n  ignore = [\n    {},\n    {},\n  ]\n",
        words::to_leave_out(lang, files),
        defaults.join(", "),
        globs.join(", ")
    )
}
