//! `cpt demo`: everything, on sample data.

use std::path::PathBuf;

use super::Exit;
use super::env::Env;
use super::error::AppError;
use super::output::Output;
use crate::app::demo::Demo;
use crate::model::clean;
use crate::report::done_words as words;

/// Try cpt on sample data
///
/// Creates a sample repository in a temporary directory, starts a local test server with sample data, and runs a
/// real sync against it. Needs no internet connection.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Keep the sample workspace in this directory (must be new or empty)
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,

    /// Show a study group that shares a repository instead
    #[arg(long, conflicts_with = "open")]
    group: bool,

    /// Open the charts
    #[arg(long)]
    open: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    if args.group {
        return group(args, env, output);
    }
    let demo = Demo::new(args.keep.as_deref(), env)?;
    let (dir, inner) = (&demo.dir, &demo.env);
    let shown = |dir: &std::path::Path| clean(&dir.display().to_string()).into_owned();
    let lang = inner.lang(None);
    let remark = words::demo_sync(lang, &shown(dir), &demo.judge());
    output.answer(&format!("$ cpt sync    {remark}\n"))?;
    let outcome = super::sync::run(&super::sync::Args::default(), inner, output)?;
    output.answer("\n$ cpt status\n")?;
    super::status::run(&super::status::Args::default(), inner, output)?;
    output.answer("\n$ cpt streak\n")?;
    super::streak::run(&super::streak::Args::default(), inner, output)?;
    output.answer(&format!("\n{}\n", words::demo_charts(lang, &shown(&dir.join("charts")))))?;
    if args.open {
        super::chart::open(
            &[dir.join("charts").join("atcoder-algorithm.svg"), dir.join("charts").join("heatmap.svg")],
            lang,
            output,
        );
    }
    Ok(outcome)
}

/// The same of a study group, which takes no judge.
fn group(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let demo = Demo::of_group(args.keep.as_deref(), env)?;
    let shown = clean(&demo.dir.display().to_string()).into_owned();
    output.answer(&format!("$ cpt group    {}\n", words::demo_in(demo.env.lang(None), &shown)))?;
    super::group::run(&super::group::Args::default(), &demo.env, output)?;
    output.answer("\n$ cpt group ledger\n")?;
    super::group::run(&super::group::Args::of_ledger(), &demo.env, output)
}
