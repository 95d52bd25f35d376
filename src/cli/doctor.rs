//! `cpt doctor`: what could be better about the repositories.

use std::collections::BTreeSet;

use super::Outcome;
use super::error::CliError;
use super::output::Output;
use super::practice::{self, Facts};
use super::workspace::Workspace;
use super::world::World;
use crate::model::{SolutionChange, count};
use crate::report::Paint;
use crate::scan::{self, Suggestion};

/// Look for what could be better about the repositories
///
/// Tells what a scan passes over, and which files among the solutions look like tests, generators, templates or tools,
/// with the globs for `ignore` that would leave them out.
#[derive(Debug, clap::Args, Default)]
pub(super) struct Args {}

pub(super) fn run(_: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let workspace = Workspace::open_or_default(world)?;
    let facts = Facts::read(&workspace);
    for warning in &facts.warnings {
        output.note(warning);
    }
    practice::tell(&facts.failures, output);
    for (label, changes) in &facts.repos {
        let paths = paths(changes);
        let files = count(paths.len(), "solution file");
        let commits = count(changes.len(), "commit");
        let head = Paint::Strong.on(format_args!("Solutions in {}", crate::model::clean(label)));
        output.answer(&format!("{head}: {files} in {commits}\n{}", advice(&paths)))?;
    }
    Ok(if facts.failures.is_empty() { Outcome::Done } else { Outcome::Partly })
}

/// The solution files, each once.
pub(super) fn paths(changes: &[SolutionChange]) -> BTreeSet<&[u8]> {
    changes.iter().flat_map(|change| &change.files).map(|file| &file.path.0[..]).collect()
}

/// What to write into cpt.toml, where something among the files looks like no solution.
pub(super) fn advice(paths: &BTreeSet<&[u8]>) -> String {
    let suggested = scan::suggested_ignores(paths.iter().copied());
    if suggested.is_empty() {
        return String::new();
    }
    let files: usize = suggested.iter().map(|suggestion| suggestion.files).sum();
    let verb = if files == 1 { "looks" } else { "look" };
    let each = |suggestion: &Suggestion| format!("{:?}", suggestion.glob);
    let globs: Vec<String> = suggested.iter().map(each).collect();
    // `ignore` takes the place of the defaults, so that they are part of the advice.
    let defaults: Vec<String> = scan::DEFAULT_IGNORE.iter().map(|glob| format!("{glob:?}")).collect();
    format!(
        "{} {verb} like tests, generators, templates or tools. To leave them out, under [[repos]]:\n  ignore = [\n    {},\n    {},\n  ]\n",
        count(files, "file"),
        defaults.join(", "),
        globs.join(", ")
    )
}
