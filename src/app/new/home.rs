//! Where a new solution goes: the repository, the path in it, the language.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::super::error::AppError;
use super::super::library::Library;
use super::super::practice::RepoChanges;
use super::super::workspace::Workspace;
use crate::model::{FileChange, Layout, ProblemId, ProblemParts, RepoSpec};
use crate::scan::{self, Example};

/// A repository with files, and the solutions in it.
pub(super) struct Home<'a> {
    spec: &'a RepoSpec,
    /// The folder with the files.
    pub root: PathBuf,
    has_solutions: bool,
    /// The extension of most of its newer files.
    extension: Option<String>,
    /// The solutions of one problem each that are still there, the newest first.
    pub examples: Vec<Example<'a>>,
}

impl<'a> Home<'a> {
    /// Every configured repository that has files.
    pub fn all(
        workspace: &'a Workspace,
        facts: &'a RepoChanges,
        library: &Library,
    ) -> Result<Vec<Self>, AppError> {
        let mut places = Vec::new();
        for spec in &workspace.config.repos {
            if let Some(found) = scan::discover(&spec.path)?.filter(|found| !found.bare) {
                let files = files(spec, facts);
                let example = |(path, problem): &(&'a str, Option<&'a ProblemId>)| {
                    let problem = problem.filter(|_| found.root.join(path).is_file())?;
                    let entry = library.catalogue.get(problem);
                    let parts = ProblemParts::new(problem, entry.map(|entry| entry.problem.name.as_str()));
                    Some(Example { path, problem, parts })
                };
                places.push(Self {
                    spec,
                    has_solutions: scan::has_solutions(&found.root)?,
                    extension: scan::extensions(files.iter().map(|(path, _)| *path)).into_iter().next(),
                    examples: files.iter().filter_map(example).collect(),
                    root: found.root,
                });
            }
        }
        Ok(places)
    }

    fn count(&self, judge: &str) -> usize {
        self.examples.iter().filter(|example| example.parts.judge == judge).count()
    }

    /// The extension of a new solution here.
    pub fn extension(&self, asked: Option<&str>, workspace: &Workspace) -> Result<String, AppError> {
        let extension = asked.map(|asked| asked.trim_start_matches('.').to_owned());
        let extension =
            extension.or_else(|| workspace.config.new.extension.clone()).or_else(|| self.extension.clone());
        let Some(extension) = extension else {
            let message = "there is no solution that shows which language is yours";
            return Err(AppError::usage(
                message,
                "Say it, such as `--ext rs`, or set `extension` in [new] in cpt.toml.",
            ));
        };
        let counts = |known: &str| known.eq_ignore_ascii_case(&extension);
        let known = match &self.spec.extensions {
            Some(extensions) => extensions.iter().any(|known| counts(known)),
            None => scan::DEFAULT_EXTENSIONS.iter().any(|known| counts(known)),
        };
        if known {
            return Ok(extension);
        }
        let message = format!("a file that ends in {extension:?} would not count as a solution");
        Err(AppError::usage(message, "`extensions` in [[repos]] in cpt.toml says which do."))
    }

    /// The path of a new solution from the root: where the configuration says, else where the first layout that the
    /// solutions show leads to a path that is taken for this problem, else a usual one.
    pub fn path(
        &self,
        problem: &ProblemId,
        parts: &ProblemParts,
        extension: &str,
        has_link: bool,
        workspace: &Workspace,
    ) -> Result<String, AppError> {
        let new = &workspace.config.new;
        let configured = new.layouts.get(&parts.judge).or(new.layout.as_ref());
        let path = |layout: &Layout| layout.path(parts, extension).filter(|path| stays_inside(path));
        if let Some(layout) = configured {
            return path(layout).ok_or_else(|| {
                let message = format!("{problem} has not all the parts of the layout {:?}", layout.as_str());
                AppError::usage(message, format!("Set layouts.{} in [new] in cpt.toml.", parts.judge))
            });
        }
        let mut layouts = scan::layouts(&self.examples, &parts.judge);
        layouts.push(self.usual(&parts.judge));
        let mut named =
            layouts.iter().filter_map(path).filter(|path| scan::is_named(path, problem, has_link));
        named.next().ok_or_else(|| {
            let message = format!("no path is known that names {problem}");
            AppError::usage(message, format!("Set layouts.{} in [new] in cpt.toml.", parts.judge))
        })
    }

    fn usual(&self, judge: &str) -> Layout {
        let first = self.spec.paths.as_ref().map(|paths| paths.first().map_or("", String::as_str));
        let root = first.unwrap_or(if self.has_solutions { "solutions" } else { "" });
        scan::default_layout(judge, root)
    }
}

/// The repository that was asked for, else the one with most solutions of `judge`, of equal ones the first.
pub(super) fn chosen<'p, 'a>(
    places: &'p [Home<'a>],
    asked: Option<&str>,
    judge: &str,
) -> Result<&'p Home<'a>, AppError> {
    let found = match asked {
        Some(label) => places.iter().find(|place| place.spec.label == label),
        None => places.iter().rev().max_by_key(|place| (place.count(judge), place.examples.len())),
    };
    found.ok_or_else(|| match asked {
        Some(label) => {
            let labels: Vec<String> = places.iter().map(|place| format!("{:?}", place.spec.label)).collect();
            let message = format!("--repo: there is no repository {label:?} with files");
            AppError::usage(message, format!("cpt.toml has {}.", labels.join(", ")))
        }
        None => AppError::usage(
            "there is no repository with files to put it in",
            "Add one to [[repos]] in cpt.toml.",
        ),
    })
}

/// The solution files of a repository, the newest first, each with the problem that it names where it is one.
fn files<'a>(spec: &RepoSpec, facts: &'a RepoChanges) -> Vec<(&'a str, Option<&'a ProblemId>)> {
    let of_repo = facts.repos.iter().filter(|(label, _)| *label == spec.label);
    let mut newest: BTreeMap<&str, (i64, Option<&ProblemId>)> = BTreeMap::new();
    for change in of_repo.flat_map(|(_, changes)| changes) {
        for FileChange { path, problems, .. } in &change.files {
            let Ok(path) = std::str::from_utf8(&path.0) else { continue };
            let problem = if let [one] = &problems[..] { Some(&one.problem) } else { None };
            let now = (change.date.seconds, problem);
            newest.entry(path).and_modify(|before| *before = now.max(*before)).or_insert(now);
        }
    }
    let mut newest: Vec<_> = newest.into_iter().collect();
    newest.sort_by_key(|(path, (second, _))| (std::cmp::Reverse(*second), *path));
    newest.into_iter().map(|(path, (_, problem))| (path, problem)).collect()
}

/// Whether a path from a folder doesn't lead out of it.
fn stays_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}
