//! `cpt sync`: everything that the judges and the repositories have, into the store and onto the charts.

use super::Exit;
use super::output::Output;
use super::present::{hints, outcome};
use crate::answers::{SourceReport, SyncReport};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::sync::{SyncAsk, Synced, sync};
use crate::lang::{Lang, Later};
use crate::model::{Completeness, Failure, Note};
use crate::report::{self, Paint, message, sync_words as words};

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
        return interrupted(args, report, &missing, lang, output);
    }
    let completeness = completeness(&report, &notes);
    let streak = streak.as_ref().map(|streak| report::streak_line(streak, lang));
    tell(args, &report, streak.as_deref(), &completeness, lang, output)?;
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
    lang: Lang,
    output: &mut Output,
) -> Result<(), AppError> {
    if args.json {
        output.answer(&report::to_line_of(&report::SyncJson::new(report), completeness)?)?;
    } else {
        output.answer(&report::sync(report, streak, lang))?;
    }
    for source in &report.sources {
        for warning in report::omissions(source, lang) {
            let warning = format!("{}: {warning}", source.title.title(lang));
            output.note(&report::warning(&Failure::new(warning), lang));
        }
    }
    let failed = |source: &&SourceReport| source.failure.is_some();
    for source in report.sources.iter().filter(failed) {
        if let (Some(failure), None) = (&source.failure, &source.left_alone_for) {
            let alone =
                report.sources.iter().filter(|other| other.left_alone_for.as_ref() == Some(&source.source));
            let alone: Vec<String> = alone.map(|other| other.title.told(lang)).collect();
            let (said, remedy) = failure.said(lang);
            let said = if alone.is_empty() { said } else { words::skipped_too(lang, &said, &alone) };
            let failure = Failure { message: said.into(), remedy: remedy.map(Later::from) };
            output.note(&report::error(&failure, lang));
        }
    }
    Ok(())
}

/// The end of a sync that the user stopped.
fn interrupted(
    args: &Args,
    mut report: SyncReport,
    missing: &[SourceReport],
    lang: Lang,
    output: &mut Output,
) -> Result<Exit, AppError> {
    let titles = |sources: &[SourceReport]| -> Vec<String> {
        sources.iter().map(|source| source.title.title(lang)).collect()
    };
    let (saved, left) = (titles(&report.sources), titles(missing));
    if args.json {
        report.sources.extend(missing.iter().map(|source| SourceReport {
            failure: Some(Failure::new(words::incomplete())),
            ..source.clone()
        }));
        let completeness = completeness(&report, &[]);
        output.answer(&report::to_line_of(&report::SyncJson::new(&report), &completeness)?)?;
    } else {
        output.answer(&report::sync(&report, None, lang))?;
    }
    output.note(&message(
        &Paint::Bad.on(words::stopped(lang)),
        &words::saved(lang, &saved, &left),
        Some(&words::run_again(lang)),
    ));
    Ok(Exit::Stopped)
}
