//! `cpt sync`: everything that the judges and the repositories have, into the store and onto the charts.

use super::Exit;
use super::output::Output;
use super::present::{hints, outcome};
use crate::answers::{SourceReport, SyncReport};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::sync::{SyncAsk, Synced, sync};
use crate::lang::Lang;
use crate::model::{Advice, Completeness, Failure, Note};
use crate::report::{self, Paint, message};

/// Fetch data from the judges, scan your repositories and redraw the charts
///
/// Also updates the section of your README between `<!-- cpt:begin -->` and `<!-- cpt:end -->`.
///
/// Requests only what may have changed; lists of problems and contests are refreshed at most once a day. If one
/// source fails, the others are still saved and the failure is reported at the end.
#[derive(Debug, clap::Args, Default)]
#[expect(clippy::struct_excessive_bools, reason = "these are switches of a command line")]
pub struct Args {
    /// Output JSON
    #[arg(long)]
    json: bool,

    /// Fetch everything again, even if it's already stored
    #[arg(long, conflicts_with = "offline")]
    full: bool,

    /// Don't contact the judges; scan repositories and draw charts from stored data
    #[arg(long)]
    offline: bool,

    /// Print every request
    #[arg(long, short)]
    verbose: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let Args { full, offline, verbose, .. } = *args;
    let Synced { report, notes, streak, stopped, hint, then, lang } =
        sync(SyncAsk { full, offline, verbose }, env)?;
    for note in &notes {
        output.note(&report::note(note, lang));
    }
    if let Some(missing) = stopped {
        return interrupted(args, report, &missing, output);
    }
    let completeness = completeness(&report, &notes);
    let streak = streak.as_ref().map(|streak| report::streak_line(streak, Lang::English));
    tell(args, &report, streak.as_deref(), &completeness, output)?;
    then?;
    hints(&hint, lang, output);
    Ok(outcome(&completeness))
}

/// Whether everything was brought.
fn completeness(report: &SyncReport, notes: &[Note]) -> Completeness {
    let failures = report.sources.iter().filter_map(|source| source.failure.clone()).collect();
    Completeness { failures, notes: notes.to_vec() }
}

/// Prints the report and what failed.
fn tell(
    args: &Args,
    report: &SyncReport,
    streak: Option<&str>,
    completeness: &Completeness,
    output: &mut Output,
) -> Result<(), AppError> {
    if args.json {
        output.answer(&report::to_line_of(&report::SyncJson::new(report), completeness)?)?;
    } else {
        output.answer(&report::sync(report, streak))?;
    }
    for source in &report.sources {
        for warning in report::omissions(source) {
            output.note(&message(&Paint::Warn.on("warning"), &format!("{}: {warning}", source.title), None));
        }
    }
    let failed = |source: &&SourceReport| source.failure.is_some();
    for source in report.sources.iter().filter(failed) {
        if let (Some(failure), None) = (&source.failure, &source.left_alone_for) {
            let alone =
                report.sources.iter().filter(|other| other.left_alone_for.as_ref() == Some(&source.source));
            let alone: Vec<&str> = alone.map(|other| other.title.as_str()).collect();
            let (words, remedy) = failure.said(Lang::English);
            let words = match alone[..] {
                [] => words,
                _ => format!("{words}; {} not asked for either", listed(&alone)),
            };
            output.note(&message(&Paint::Bad.on("error"), &words, remedy.as_ref()));
        }
    }
    Ok(())
}

/// "a", "a and b", "a, b and c", and the verb.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("{one} was"),
        [head @ .., last] => format!("{} and {last} were", head.join(", ")),
    }
}

/// The end of a sync that the user stopped.
fn interrupted(
    args: &Args,
    mut report: SyncReport,
    missing: &[SourceReport],
    output: &mut Output,
) -> Result<Exit, AppError> {
    let titles = |sources: &[SourceReport]| {
        let titles: Vec<&str> = sources.iter().map(|source| source.title.as_str()).collect();
        if titles.is_empty() { "nothing".to_owned() } else { titles.join(", ") }
    };
    let (saved, left) = (titles(&report.sources), titles(missing));
    if args.json {
        report.sources.extend(missing.iter().map(|source| SourceReport {
            failure: Some(Failure::new("stopped before it was complete")),
            ..source.clone()
        }));
        let completeness = completeness(&report, &[]);
        output.answer(&report::to_line_of(&report::SyncJson::new(&report), &completeness)?)?;
    } else {
        output.answer(&report::sync(&report, None))?;
    }
    output.note(&message(
        &Paint::Bad.on("stopped"),
        &format!("saved: {saved}; not complete and left as before: {left}"),
        Some(&Advice::code("cpt sync").and(" completes it. No chart was drawn.")),
    ));
    Ok(Exit::Stopped)
}
