//! `cpt init --github-action`: a workflow that syncs every day, or one that posts a group's week.

use std::fs;
use std::path::{Path, PathBuf};

use askama::Template;

use super::super::env::Env;
use super::super::error::{AppError, bug, cannot_write, exists};
use super::super::workspace::{STORE, Workspace};
use super::group_workflow;
use crate::files::{Existing, Links, atomic_write, inside, read_bounded};
use crate::lang::Later;
use crate::report::WorkflowWords;
use crate::scan;

/// Where they lie in a repository.
const FILE: &str = ".github/workflows/cpt.yml";
const FILE_OF_GROUP: &str = ".github/workflows/cpt-group.yml";

/// The most bytes that are read of a package's manifest.
const MANIFEST_LIMIT: u64 = 1 << 20;

/// The README where none is configured, beside `cpt.toml`.
const README: &str = "README.md";

/// Where the workflow gets the program from.
pub enum ProgramSource {
    /// The repository is the program's own.
    Checkout,
    /// A git repository, by its address.
    Git(url::Url),
    /// This version, from the registry.
    Registry,
}

/// A workflow that was written.
pub struct Workflow {
    pub file: PathBuf,
    pub source: ProgramSource,
}

/// Writes the workflow into the repository that the workspace lies in; with `is_group` the one that posts a group's week.
pub fn workflow(
    install_from: Option<&url::Url>,
    is_group: bool,
    force: bool,
    env: &Env,
) -> Result<Workflow, AppError> {
    let workspace = Workspace::open(env)?;
    let Some(found) = scan::discover(&workspace.root)?.filter(|found| !found.bare) else {
        let dir = workspace.root.display();
        let message = Later::message(
            format!("{dir} is not in a git repository"),
            format!("git 저장소 안에 있지 않습니다: {dir}"),
            format!("git リポジトリの中にありません: {dir}"),
        );
        let remedy = Later::advice(
            "Run `git init` first.",
            "먼저 `git init`을 실행하세요.",
            "先に `git init` を実行してください。",
        );
        return Err(AppError::usage(message, remedy));
    };
    let file = found.root.join(if is_group { FILE_OF_GROUP } else { FILE });
    if file.exists() && !force {
        let switch = if is_group { " --group" } else { "" };
        let command = format!("cpt init --github-action{switch} --force");
        let remedy = Later::advice(
            format!("Edit it, or overwrite it with `{command}`."),
            format!("수정하거나 덮어쓰세요: `{command}`"),
            format!("編集するか、`{command}` で上書きしてください。"),
        );
        return Err(AppError::usage(exists(file.display()), remedy));
    }
    let source = match install_from {
        Some(url) => ProgramSource::Git(url.clone()),
        None if is_own(&found.root) => ProgramSource::Checkout,
        None => ProgramSource::Registry,
    };
    let text = render(workspace, is_group, &found.root, &source, env)?;
    let wrong = |error| AppError::file(cannot_write(file.display()), &error);
    inside(&found.root, &file).map_err(wrong)?;
    fs::create_dir_all(file.parent().unwrap_or(&found.root)).map_err(wrong)?;
    atomic_write(&file, text.as_bytes(), if force { Existing::Replace } else { Existing::Keep })
        .map_err(wrong)?;
    Ok(Workflow { file, source })
}

/// Whether `root` is the program's own repository.
fn is_own(root: &Path) -> bool {
    let manifest = read_bounded(&root.join("Cargo.toml"), MANIFEST_LIMIT, Links::Refuse).ok();
    let manifest = manifest.and_then(|text| toml::from_slice::<toml::Table>(&text).ok());
    let name = manifest.as_ref().and_then(|manifest| manifest.get("package")?.get("name")?.as_str());
    name == Some(env!("CARGO_PKG_NAME"))
}

/// How a workflow gets the program.
pub(super) struct Program {
    /// The repository to install from, a YAML text.
    pub url: Option<String>,
    /// What `cargo install` is told.
    pub install: String,
    /// What a kept program is known by.
    pub key: String,
}

/// The workflow's text; every field but `program` is a YAML text.
#[derive(Template)]
#[template(path = "workflow.yml", escape = "none", syntax = "workflow")]
struct Text {
    words: WorkflowWords,
    /// The workspace, from the repository's root.
    dir: String,
    store: String,
    report: String,
    /// From the workspace, in which the steps run.
    charts: String,
    readme: String,
    /// Where the user is, where the configuration doesn't say it.
    zone: Option<String>,
    program: Program,
}

fn render(
    workspace: Workspace,
    is_group: bool,
    root: &Path,
    source: &ProgramSource,
    env: &Env,
) -> Result<String, AppError> {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let below = real(&workspace.root).strip_prefix(real(root)).map(Path::to_owned).unwrap_or_default();
    let dir = if below.as_os_str().is_empty() { PathBuf::from(".") } else { below };
    let program = program(source)?;
    let (at, store) = (yaml_path(&dir)?, yaml_path(&dir.join(STORE))?);
    if is_group {
        return group_workflow::render(workspace, (at, store), &program, env);
    }
    let config = &workspace.config;
    let seen = |path: &Path| yaml_path(path.strip_prefix(&workspace.root).unwrap_or(path));
    let zone = env.now.time_zone().iana_name().filter(|_| config.streak.day.timezone.is_none());
    let text = Text {
        words: WorkflowWords(env.lang(config.language)),
        dir: at,
        store,
        report: yaml_path(&dir.join("report"))?,
        charts: seen(&config.charts.dir)?,
        readme: seen(config.readme.as_deref().unwrap_or(Path::new(README)))?,
        zone: zone.map(yaml).transpose()?,
        program,
    };
    text.render().map_err(|error| wrong_template(&error))
}

/// The error of a template, which is a bug.
pub(super) fn wrong_template(error: &askama::Error) -> AppError {
    AppError::usage(error.to_string(), bug())
}

fn program(source: &ProgramSource) -> Result<Program, AppError> {
    let version = env!("CARGO_PKG_VERSION");
    let (install, key) = match source {
        ProgramSource::Checkout => {
            ("--path .".to_owned(), "${{ hashFiles('Cargo.lock', 'src/**') }}".to_owned())
        }
        ProgramSource::Git(_) => ("--git \"$SOURCE\" cpt-tracker".to_owned(), version.to_owned()),
        ProgramSource::Registry => (format!("cpt-tracker --version {version}"), version.to_owned()),
    };
    let url = if let ProgramSource::Git(url) = source { Some(yaml(url.as_str())) } else { None };
    Ok(Program { url: url.transpose()?, install, key })
}

fn yaml_path(path: &Path) -> Result<String, AppError> {
    match path.to_str() {
        Some(text) => yaml(text),
        None => Err(no_yaml(&path.display())),
    }
}

/// A YAML text that GitHub doesn't take for an expression.
pub(super) fn yaml(text: &str) -> Result<String, AppError> {
    if text.contains("${{") || text.contains(char::is_control) {
        return Err(no_yaml(&text));
    }
    // JSON's texts are YAML's.
    Ok(serde_json::to_string(text)?)
}

fn no_yaml(text: &dyn std::fmt::Display) -> AppError {
    let message = Later::message(
        format!("{text} contains characters that can't be used in a workflow"),
        format!("워크플로에 쓸 수 없는 문자가 있습니다: {text}"),
        format!("ワークフローで使えない文字が含まれています: {text}"),
    );
    AppError::usage(
        message,
        Later::advice("Choose another name for it.", "다른 이름을 쓰세요.", "別の名前にしてください。"),
    )
}
