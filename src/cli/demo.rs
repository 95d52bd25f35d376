//! `cpt demo`: everything, on sample data.

use std::path::PathBuf;

use super::Outcome;
use super::error::CliError;
use super::output::Output;
use super::world::World;
use crate::config::FILE_NAME;
use crate::files::{Existing, atomic_write};
use crate::judges;
use crate::model::{Failure, clean};
use crate::sample;

/// Show what cpt does, on sample data and without internet
///
/// Makes a temporary workspace with a sample practice repository, starts a judge on loopback that serves sample
/// histories, and runs the very same sync against it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Keep the workspace in this folder, which must be empty or new
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,

    /// Show the charts in the system's viewer
    #[arg(long)]
    open: bool,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let dir = folder(args, world)?;
    // The sample user's days are those of the zone that their configuration names.
    let now = world.now.with_time_zone(jiff::tz::TimeZone::fixed(jiff::tz::offset(9)));
    let today =
        crate::model::DayRule { timezone: None, starts_at: jiff::SignedDuration::from_hours(4) }.today(&now);

    sample::practice(&dir, today)
        .map_err(|error| broken(format!("making the sample repository: {error}")))?;
    atomic_write(&dir.join(FILE_NAME), sample::configuration(today).as_bytes(), Existing::Keep)
        .map_err(|error| CliError::file("can't write the sample configuration", &error))?;
    let data = sample::judge_data(today).map_err(|error| broken(format!("the sample histories: {error}")))?;
    let judge = sample::judge::JudgeServer::start(data)
        .map_err(|error| CliError::file("can't open a port on 127.0.0.1 for the sample judge", &error))?;

    let mut inner = world.clone();
    inner.cwd.clone_from(&dir);
    inner.config = None;
    inner.now = now;
    inner.overrides.urls = judges::sites().map(|site| (site.id, judge.url().to_string())).collect();
    inner.overrides.interval = Some(std::time::Duration::from_millis(50));

    let shown = |dir: &std::path::Path| clean(&dir.display().to_string()).into_owned();
    output.answer(&format!("$ cpt sync    # in {}, against a judge on {}\n", shown(&dir), judge.url()))?;
    let outcome = super::sync::run(&super::sync::Args::default(), &inner, output)?;
    output.answer("\n$ cpt status\n")?;
    super::status::run(&super::status::Args::default(), &inner, output)?;
    output.answer("\n$ cpt streak\n")?;
    super::streak::run(&super::streak::Args::default(), &inner, output)?;
    output.answer(&format!("\nThe charts lie in {}\n", shown(&dir.join("charts"))))?;
    if args.open {
        super::chart::open(
            &[dir.join("charts").join("atcoder-algorithm.svg"), dir.join("charts").join("heatmap.svg")],
            output,
        );
    }
    Ok(outcome)
}

/// An empty folder: the one that was asked for, else a new one among the system's temporary files. It stays, so that
/// the charts can be looked at.
fn folder(args: &Args, world: &World) -> Result<PathBuf, CliError> {
    let Some(keep) = &args.keep else {
        let dir = tempfile::Builder::new().prefix("cpt-demo-").tempdir();
        return dir
            .map(tempfile::TempDir::keep)
            .map_err(|error| CliError::file("can't make a temporary folder", &error));
    };
    let dir = world.cwd.join(keep);
    let failed = |error: &std::io::Error| CliError::file(format!("can't use {}", dir.display()), error);
    std::fs::create_dir_all(&dir).map_err(|error| failed(&error))?;
    if std::fs::read_dir(&dir).map_err(|error| failed(&error))?.next().is_some() {
        return Err(CliError::usage(
            format!("{} is not empty", dir.display()),
            "Name a new folder: the demo writes a repository and charts into it.",
        ));
    }
    dir.canonicalize().map_err(|error| failed(&error))
}

/// The sample data is part of the program: that it can't be used is the program's fault.
fn broken(message: String) -> CliError {
    CliError::unreadable(Failure {
        message,
        remedy: Some("This is a bug in cpt; please report it.".to_owned()),
    })
}
