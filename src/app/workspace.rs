//! The configuration and the folder that it stands for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::error::CliError;
use super::world::World;
use crate::answers::{self, Forecast, Outlook, TargetProgress, target_progress};
use crate::config::{self, Config};
use crate::model::{Judge, RatingSeries, SeriesKey, Target};
use crate::report::SeriesStatus;
use crate::scan;
use crate::store::Store;

/// A configured folder.
pub struct Workspace {
    /// Where `cpt.toml` lies; the store is beside it.
    pub root: PathBuf,
    /// The configuration's file; `None` where there is none and the defaults hold.
    pub file: Option<PathBuf>,
    pub config: Config,
}

impl Workspace {
    /// The one that was asked for, else the nearest at or above the working directory.
    pub fn open(world: &World) -> Result<Self, CliError> {
        Self::find(world)?.ok_or_else(|| {
            CliError::usage(
                format!("there is no {} in {} or above it", config::FILE_NAME, world.cwd.display()),
                "`cpt init` writes one; `cpt demo` shows what it leads to.",
            )
        })
    }

    /// Like [`Workspace::open`]; inside a git repository without configuration, the defaults.
    pub fn open_or_default(world: &World) -> Result<Self, CliError> {
        if let Some(workspace) = Self::find(world)? {
            return Ok(workspace);
        }
        if scan::discover(&world.cwd)?.is_none() {
            return Self::open(world);
        }
        let config = Config::default_in(&world.cwd, &world.overrides)?;
        Ok(Self::new(world.cwd.clone(), None, config))
    }

    /// Whether a configuration was asked for or lies at or above the working directory.
    pub fn is_there(world: &World) -> bool {
        world.config.is_some() || config::find(&world.cwd).is_some()
    }

    fn new(root: PathBuf, file: Option<PathBuf>, mut config: Config) -> Self {
        // "." is the repository that cpt.toml is in, wherever in it that lies.
        for repo in config.repos.iter_mut().filter(|repo| repo.label == ".") {
            if let Ok(Some(found)) = scan::discover(&repo.path) {
                repo.path = found.root;
            }
        }
        Self { root, file, config }
    }

    fn find(world: &World) -> Result<Option<Self>, CliError> {
        let asked = world.config.as_ref().map(|file| world.cwd.join(file));
        let Some(file) = asked.or_else(|| config::find(&world.cwd)) else { return Ok(None) };
        let root = file.parent().unwrap_or(Path::new(".")).to_owned();
        let config = Config::load(&file, &world.overrides)?;
        Ok(Some(Self::new(root, Some(file), config)))
    }

    /// Whether there is a place for a store: beside a `cpt.toml`, but not beside `/dev/null`.
    pub fn has_place(&self) -> bool {
        self.file.as_ref().is_some_and(|file| file.is_file())
    }

    /// The day it is, by the configured rules.
    pub fn today(&self, world: &World) -> Date {
        self.config.streak.day.today(&world.now)
    }

    /// The zone in which contests have their days: the configured one, else the user's.
    pub fn zone(&self, world: &World) -> TimeZone {
        self.config.streak.day.timezone.clone().unwrap_or_else(|| world.now.time_zone().clone())
    }

    /// The series of the configured handles.
    pub fn series_keys(&self) -> Vec<SeriesKey> {
        let of_judge = |judge: Judge| {
            let handle = self.config.handles.at(judge).cloned();
            handle.into_iter().flat_map(move |handle| {
                judge.tracks().iter().map(move |&track| SeriesKey { judge, track, handle: handle.clone() })
            })
        };
        Judge::all().flat_map(of_judge).collect()
    }

    /// The stored series of the configured handles; empty ones before the first sync.
    pub fn series(&self, store: Option<&Store>) -> Result<Vec<RatingSeries>, CliError> {
        self.series_keys()
            .into_iter()
            .map(|key| match store {
                Some(store) => Ok(store.series(key)?),
                None => Ok(RatingSeries { key, history: Vec::new(), lengths: BTreeMap::new() }),
            })
            .collect()
    }

    /// Each series with its targets, and the targets whose series isn't followed. A series without a contest and
    /// without a target (nobody has to take part in heuristic contests) is left out.
    pub fn standing(
        &self,
        series: Vec<RatingSeries>,
        world: &World,
    ) -> (Vec<SeriesStatus>, Vec<TargetProgress>) {
        let (today, zone) = (self.today(world), self.zone(world));
        let progress = |target, series: Option<&RatingSeries>| target_progress(target, series, today, &zone);
        let fits = |series: &RatingSeries, target: &Target| {
            (series.key.judge, series.key.track) == (target.judge, target.track)
        };
        let orphans = self
            .config
            .targets
            .iter()
            .filter(|target| !series.iter().any(|series| fits(series, target)))
            .map(|target| progress(*target, None))
            .collect();
        let standing = series
            .into_iter()
            .map(|series| {
                let targets = self.config.targets.iter().filter(|target| fits(&series, target));
                let mut targets: Vec<_> = targets.map(|target| progress(*target, Some(&series))).collect();
                let forecast = look_ahead(&mut targets, &series, world.now.timestamp(), &zone);
                SeriesStatus { series, targets, forecast }
            })
            .filter(|status| {
                !status.series.history.is_empty() || !status.targets.is_empty() || is_main(status)
            })
            .collect();
        (standing, orphans)
    }
}

impl Workspace {
    /// How far a target of `series` is that nobody has set, and how likely it is.
    pub fn progress(&self, target: Target, series: &RatingSeries, world: &World) -> TargetProgress {
        let (today, zone) = (self.today(world), self.zone(world));
        let mut targets = [target_progress(target, Some(series), today, &zone)];
        look_ahead(&mut targets, series, world.now.timestamp(), &zone);
        let [progress] = targets;
        progress
    }
}

/// Gives the open targets of a series their outlook, and returns the forecast that it rests on.
fn look_ahead(
    targets: &mut [TargetProgress],
    series: &RatingSeries,
    now: Timestamp,
    zone: &TimeZone,
) -> Option<Forecast> {
    let last = targets.iter().filter(|target| target.is_open()).map(|target| target.target.by).max()?;
    let forecast = Forecast::new(series, now, answers::end_of(last, zone));
    for target in targets {
        target.outlook = Outlook::new(target, series, forecast.as_ref().map_err(|few| *few), now, zone);
    }
    forecast.ok()
}

/// Whether it is the track that everybody at the judge takes part in.
fn is_main(status: &SeriesStatus) -> bool {
    status.series.key.track == crate::model::Track::default()
}
