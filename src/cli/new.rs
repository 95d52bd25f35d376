//! `cpt new`: the file for a solution, where the others are.

use std::path::{Path, PathBuf};

use super::Exit;
use super::completions::{problems, repositories};
use super::env::Env;
use super::error::{AppError, exists};
use super::output::Output;
use crate::app::new::{Wanted, make, problems_meant};
use crate::app::pager::of_line;
use crate::app::session::{Answered, Session};
use crate::lang::Later;
use crate::model::{Failure, clean};
use crate::report::{self, done_words};

/// Create a solution file, or one for each problem of a contest
///
/// Follows the layout of your existing solutions, or `layout` in cpt.toml. Starts from `template`, from
/// template.EXT next to cpt.toml or empty, with the problem's link, title and difficulty at the top. Never
/// overwrites a file. Prints the path.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The problem: a link, or an ID such as `abc300_a`, codeforces/4/A or boj/1000; or a whole contest, e.g.
    /// abc300
    #[arg(value_name = "URL|ID", add = problems())]
    problem: String,

    /// File extension, e.g. rs [default: your most common one]
    #[arg(long, value_name = "EXT")]
    ext: Option<String>,

    /// Repository, as written in cpt.toml [default: the one with the most solutions for that judge]
    #[arg(long, value_name = "PATH", add = repositories())]
    repo: Option<String>,

    /// Start from this file instead of the configured template; {ext} in its path is the extension
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,

    /// Open the file, or the first of a contest, in $VISUAL or $EDITOR
    #[arg(long)]
    edit: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    if args.edit && env.editor.is_none() {
        let message = Later::message(
            "--edit: neither VISUAL nor EDITOR is set",
            "--edit: VISUAL과 EDITOR가 모두 설정되지 않았습니다",
            "--edit: VISUAL も EDITOR も設定されていません",
        );
        let remedy = Later::advice(
            "Set one, e.g. `export EDITOR=vim`.",
            "하나를 설정하세요 (예: `export EDITOR=vim`).",
            "どちらかを設定してください (例: `export EDITOR=vim`)。",
        );
        return Err(AppError::usage(message, remedy));
    }
    let session = Session::open_or_default(env)?;
    let problems = problems_meant(&session, &args.problem)?;
    let mut files = Vec::new();
    for problem in &problems {
        let wanted = Wanted {
            problem,
            extension: args.ext.as_deref(),
            repo: args.repo.as_deref(),
            template: args.template.as_deref(),
        };
        let Answered { answer: made, failures, .. } = make(&session, &wanted)?;
        if files.is_empty() {
            for failure in &failures {
                output.note(&report::warning(failure, session.lang()));
            }
        }
        let shown = env.shown(&made.file);
        if !made.is_old {
            output.data(&format!("{shown}\n"))?;
        } else if problems.len() > 1 {
            output.note(&format!("{}\n", exists(&shown).said(session.lang())));
        } else if !args.edit {
            let remedy = Later::advice(
                "Use `--edit` to open it.",
                "열려면 `--edit`을 쓰세요.",
                "開くには `--edit` を使ってください。",
            );
            return Err(AppError::usage(exists(&shown), remedy));
        }
        for other in &made.others {
            output.note(&(done_words::other_solution(session.lang(), &clean(other)) + "\n"));
        }
        files.push(made.file);
    }
    match files.first() {
        Some(first) if args.edit => Ok(edit(first, &session, output)),
        _ => Ok(Exit::Done),
    }
}

/// Opens `file` in the user's editor and waits for it.
fn edit(file: &Path, session: &Session<'_>, output: &mut Output) -> Exit {
    let Some(editor) = &session.env.editor else { return Exit::Done };
    // As git does: the variable holds a command line.
    let status = of_line(editor, file).status();
    let failed = match status {
        Ok(status) if status.success() => return Exit::Done,
        Ok(status) => status.to_string(),
        Err(error) => error.to_string(),
    };
    let why = done_words::editor_failed(session.lang(), editor, &failed);
    output.note(&report::warning(&Failure::new(why), session.lang()));
    Exit::Partly
}
