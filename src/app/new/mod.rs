//! The file for a new solution, where the others are.

mod contest;
mod home;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub(super) use self::contest::contest_of;
pub use self::contest::problems_meant;
use self::home::Home;
use super::env::Env;
use super::error::{AppError, cannot_read, cannot_write};
use super::session::{Answered, Session};
use super::workspace::Workspace;
use crate::files::{Existing, Links, atomic_write, inside, read_bounded};
use crate::lang::Later;
use crate::model::{ProblemId, ProblemParts};
use crate::naming;
use crate::report::NewSolution;

/// The most bytes that are read of a template.
const TEMPLATE_LIMIT: u64 = 1 << 20;

/// What a new solution is asked to be; what is not said is told by the solutions that are there.
pub struct Wanted<'a> {
    /// The problem's link, or an id of it.
    pub problem: &'a str,
    /// The extension of the language.
    pub extension: Option<&'a str>,
    /// The repository, as `cpt.toml` calls it.
    pub repo: Option<&'a str>,
    /// What the file begins as.
    pub template: Option<&'a Path>,
}

/// The file of a solution.
pub struct Made {
    pub file: PathBuf,
    /// Whether it was there already, and is as it was.
    pub is_old: bool,
    /// The other solutions of the problem.
    pub others: Vec<String>,
}

/// Makes the file, unless it is there.
pub fn make(session: &Session<'_>, wanted: &Wanted<'_>) -> Result<Answered<Made>, AppError> {
    let made = file_of(session, wanted).map_err(|error| error.after(session.answered(()).failures))?;
    Ok(session.answered(made))
}

fn file_of(session: &Session<'_>, wanted: &Wanted<'_>) -> Result<Made, AppError> {
    let problem = problem_of(wanted.problem)?;
    let (env, workspace, library) = (session.env, &session.workspace, session.library()?);
    let entry = library.catalogue.get(&problem);
    let places = Home::all(workspace, session.commits(), library)?;
    let name = entry.map(|entry| entry.problem.name.as_str());
    let parts = ProblemParts::new(&problem, name);
    let place = home::chosen(&places, wanted.repo, &parts.judge)?;
    let extension = place.extension(wanted.extension, workspace)?;
    let link = entry.and_then(|entry| entry.problem.link()).or_else(|| problem.link());
    let path = place.path(&problem, &parts, &extension, link.is_some(), workspace)?;
    let file = place.root.join(&path);
    let failed = |error: io::Error| AppError::file(cannot_write(env.shown(&file)), &error);
    inside(&place.root, &file).map_err(failed)?;
    if file.exists() {
        return Ok(Made { file, is_old: true, others: Vec::new() });
    }
    let new = NewSolution {
        problem: &problem,
        parts: &parts,
        name,
        link: link.as_deref(),
        difficulty: entry.and_then(|entry| entry.difficulty),
        day: session.today(),
        lang: workspace.file_lang(),
    };
    let template = template(wanted.template, workspace, &extension, env)?;
    let text = new.text(&template, &extension);
    fs::create_dir_all(file.parent().unwrap_or(&place.root)).map_err(failed)?;
    atomic_write(&file, text.as_bytes(), Existing::Keep).map_err(failed)?;
    let others = place.examples.iter().filter(|example| *example.problem == problem);
    let others = others.map(|other| other.path.to_owned()).collect();
    Ok(Made { file, is_old: false, others })
}

/// The problem that the user's word names.
fn problem_of(word: &str) -> Result<ProblemId, AppError> {
    let named = naming::problems_of_word(word);
    let message = match &named[..] {
        [one] => return Ok(one.problem.clone()),
        [] => Later::message(
            format!("unknown problem {word:?}"),
            format!("알 수 없는 문제입니다: {word:?}"),
            format!("不明な問題です: {word:?}"),
        ),
        several => {
            let names: Vec<String> = several.iter().map(|named| named.problem.to_string()).collect();
            let names = names.join(", ");
            Later::message(
                format!("{word:?} is ambiguous: {names}"),
                format!("여러 문제에 해당합니다: {word:?} ({names})"),
                format!("複数の問題に該当します: {word:?} ({names})"),
            )
        }
    };
    let remedy = Later::advice(
        "Use a link or an ID such as abc300_a, codeforces/4/A or boj/1000.",
        "링크 또는 abc300_a, codeforces/4/A, boj/1000 같은 ID를 쓰세요.",
        "リンク、または abc300_a、codeforces/4/A、boj/1000 のような ID を指定してください。",
    );
    Err(AppError::usage(message, remedy))
}

/// What the file begins as: the template that was given, else the configured one, else `template.EXT` beside `cpt.toml`
/// where there is one, else nothing.
fn template(
    given: Option<&Path>,
    workspace: &Workspace,
    extension: &str,
    env: &Env,
) -> Result<String, AppError> {
    let named = given.map(|given| env.cwd.join(given)).or_else(|| workspace.config.new.template.clone());
    let file = match &named {
        Some(file) => PathBuf::from(file.to_string_lossy().replace("{ext}", extension)),
        None => workspace.root.join(format!("template.{extension}")),
    };
    if given.is_none() {
        let otherwise = Later::advice(
            "Give it by --template, or put it there.",
            "--template으로 지정하거나 그 안에 두세요.",
            "--template で指定するか、その中に置いてください。",
        );
        workspace.may_read(&file, otherwise, env)?;
    }
    let failed = |error| AppError::file(cannot_read(env.shown(&file)), &error);
    match read_bounded(&file, TEMPLATE_LIMIT, Links::Follow) {
        Ok(text) => String::from_utf8(text).map_err(|_| failed(io::Error::other("it is not UTF-8 text"))),
        Err(error) if error.kind() == io::ErrorKind::NotFound && named.is_none() => Ok(String::new()),
        Err(error) => Err(failed(error)),
    }
}
