//! Where a new solution goes: the repository, the path in it, the language.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::super::error::{AppError, add_repository};
use super::super::library::Library;
use super::super::practice::RepoChanges;
use super::super::workspace::Workspace;
use crate::lang::Later;
use crate::model::Advice;
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
            let message = Later::message(
                "can't detect your language: no solutions found",
                "풀이가 없어 언어를 알 수 없습니다",
                "解答がないため言語を判別できません",
            );
            let remedy = Later::advice(
                "Use --ext, e.g. `--ext rs`, or set `extension` under [new] in cpt.toml.",
                "`--ext rs`처럼 --ext를 쓰거나 cpt.toml의 [new]에 `extension`을 설정하세요.",
                "`--ext rs` のように --ext を使うか、cpt.toml の [new] に `extension` を設定してください。",
            );
            return Err(AppError::usage(message, remedy));
        };
        let counts = |known: &str| known.eq_ignore_ascii_case(&extension);
        let known = match &self.spec.extensions {
            Some(extensions) => extensions.iter().any(|known| counts(known)),
            None => scan::DEFAULT_EXTENSIONS.iter().any(|known| counts(known)),
        };
        if known {
            return Ok(extension);
        }
        let message = Later::message(
            format!("files with the extension {extension:?} don't count as solutions"),
            format!("이 확장자는 풀이로 세지 않습니다: {extension:?}"),
            format!("この拡張子は解答として数えません: {extension:?}"),
        );
        let remedy = Later::advice(
            "Set `extensions` under [[repos]] in cpt.toml.",
            "cpt.toml의 [[repos]]에 `extensions`를 설정하세요.",
            "cpt.toml の [[repos]] に `extensions` を設定してください。",
        );
        Err(AppError::usage(message, remedy))
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
                let layout = layout.as_str();
                let message = Later::message(
                    format!("{problem} doesn't fit the layout {layout:?}"),
                    format!("{problem} 문제는 배치 {layout:?}에 맞지 않습니다"),
                    format!("{problem} は配置 {layout:?} に合いません"),
                );
                AppError::usage(message, set_layout(&parts.judge))
            });
        }
        let mut layouts = scan::layouts(&self.examples, &parts.judge);
        layouts.push(self.usual(&parts.judge));
        let mut named =
            layouts.iter().filter_map(path).filter(|path| scan::is_named(path, problem, has_link));
        named.next().ok_or_else(|| {
            let message = Later::message(
                format!("can't choose a path for {problem}"),
                format!("{problem} 문제의 경로를 정할 수 없습니다"),
                format!("{problem} のパスを決められません"),
            );
            AppError::usage(message, set_layout(&parts.judge))
        })
    }

    fn usual(&self, judge: &str) -> Layout {
        let first = self.spec.paths.as_ref().map(|paths| paths.first().map_or("", String::as_str));
        let root = first.unwrap_or(if self.has_solutions { "solutions" } else { "" });
        scan::default_layout(judge, root)
    }
}

/// What to do where no path can be found.
fn set_layout(judge: &str) -> Later<Advice> {
    Later::advice(
        format!("Set layouts.{judge} under [new] in cpt.toml."),
        format!("cpt.toml의 [new]에 layouts.{judge} 값을 설정하세요."),
        format!("cpt.toml の [new] に layouts.{judge} を設定してください。"),
    )
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
    found.ok_or_else(|| {
        if let Some(label) = asked {
            let labels: Vec<String> = places.iter().map(|place| format!("{:?}", place.spec.label)).collect();
            let labels = labels.join(", ");
            let message = Later::message(
                format!("--repo: unknown repository {label:?}"),
                format!("--repo: 알 수 없는 저장소입니다: {label:?}"),
                format!("--repo: 不明なリポジトリです: {label:?}"),
            );
            let remedy = Later::advice(
                format!("Repositories in cpt.toml: {labels}."),
                format!("cpt.toml의 저장소: {labels}"),
                format!("cpt.toml のリポジトリ: {labels}"),
            );
            AppError::usage(message, remedy)
        } else {
            let message = Later::message(
                "no repository to create the file in",
                "파일을 만들 저장소가 없습니다",
                "ファイルを作成するリポジトリがありません",
            );
            AppError::usage(message, add_repository())
        }
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
