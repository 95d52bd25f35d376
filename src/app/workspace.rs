//! The configuration and the folder that it stands for.

use std::collections::BTreeMap;
use std::mem;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::env::Env;
use super::error::AppError;
use crate::answers;
use crate::config::{self, Config};
use crate::judges;
use crate::lang::{Lang, Later};
use crate::model::{Contest, Judge, RatingChange, RatingSeries, SeriesKey};
use crate::report;
use crate::scan;
use crate::store::Store;

/// The folder of the store, beside `cpt.toml`.
pub const STORE: &str = crate::store::DIR_NAME;

/// A configured folder.
#[derive(Clone)]
pub struct Workspace {
    /// Where `cpt.toml` lies; the store is beside it.
    pub root: PathBuf,
    /// The configuration's file; `None` where there is none and the defaults hold.
    pub file: Option<PathBuf>,
    pub config: Config,
}

impl Workspace {
    /// The one that was asked for, else the nearest at or above the working directory.
    pub fn open(env: &Env) -> Result<Self, AppError> {
        Self::find(env)?.ok_or_else(|| Self::none(env))
    }

    /// That there is none.
    pub fn none(env: &Env) -> AppError {
        let dir = env.cwd.display().to_string();
        let message = Later::new(move |lang| report::no_configuration(lang, &dir));
        AppError::usage(message, Later::new(report::no_configuration_remedy))
    }

    /// The configuration that was asked for, else the nearest at or above the working directory.
    pub fn configuration(env: &Env) -> Option<PathBuf> {
        let asked = env.config.as_ref().map(|file| env.cwd.join(file));
        asked.or_else(|| config::find(&env.cwd))
    }

    /// Like [`Workspace::open`]; inside a git repository without configuration, the defaults.
    pub fn open_or_default(env: &Env) -> Result<Self, AppError> {
        if let Some(workspace) = Self::find(env)? {
            return Ok(workspace);
        }
        if scan::discover(&env.cwd)?.is_none() {
            return Self::open(env);
        }
        let config = Config::default_in(&env.cwd, &env.overrides)?;
        Ok(Self::new(env.cwd.clone(), None, config))
    }

    /// Whether a configuration was asked for or lies at or above the working directory.
    pub fn is_there(env: &Env) -> bool {
        Self::configuration(env).is_some()
    }

    /// The one that lies at `root`.
    pub(super) fn new(root: PathBuf, file: Option<PathBuf>, mut config: Config) -> Self {
        // "." is the repository that cpt.toml is in, wherever in it that lies.
        for repo in config.repos.iter_mut().filter(|repo| repo.label == ".") {
            if let Ok(Some(found)) = scan::discover(&repo.path) {
                repo.path = found.root;
            }
        }
        Self { root, file, config }
    }

    fn find(env: &Env) -> Result<Option<Self>, AppError> {
        let Some(file) = Self::configuration(env) else { return Ok(None) };
        let root = file.parent().unwrap_or(Path::new(".")).to_owned();
        let config = Config::load(&file, &env.overrides)?;
        Ok(Some(Self::new(root, Some(file), config)))
    }

    /// Whether there is a place for a store: beside a `cpt.toml`, but not beside `/dev/null`.
    pub fn has_place(&self) -> bool {
        self.file.as_ref().is_some_and(|file| file.is_file())
    }

    /// The language of files, which is the same wherever they are written.
    pub fn file_lang(&self) -> Lang {
        self.config.language.unwrap_or_default()
    }

    /// The day it is, by the configured rules.
    pub fn today(&self, env: &Env) -> Date {
        self.config.streak.day.today(&env.now)
    }

    /// The zone in which contests have their days: the configured one, else the user's.
    pub fn zone(&self, env: &Env) -> TimeZone {
        self.config.streak.day.timezone.clone().unwrap_or_else(|| env.now.time_zone().clone())
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

    /// The stored series of the configured handles, empty ones before the first sync, and those that were imported. What is
    /// rated is so at `now`.
    pub fn series(&self, store: Option<&Store>, now: Timestamp) -> Result<Vec<RatingSeries>, AppError> {
        let year_ago = now.checked_sub(SignedDuration::from_hours(365 * 24)).unwrap_or(Timestamp::MIN);
        let mut all = Vec::new();
        let mut listed: Option<(Judge, Vec<Contest>)> = None;
        for key in self.series_keys() {
            let (judge, rules) = (key.judge, judges::rating(key.judge, key.track));
            let mut series = match store {
                Some(store) => {
                    let source = judges::ratings_source(&key);
                    let (fetched, failed) = (store.synced_at(&source)?, store.failure(&source)?);
                    RatingSeries { fetched, failed, ..store.series(key)? }
                }
                None => RatingSeries {
                    key,
                    history: Vec::new(),
                    lengths: BTreeMap::new(),
                    kinds: Vec::new(),
                    fetched: None,
                    failed: None,
                },
            };
            if listed.as_ref().is_none_or(|(of, _)| *of != judge) {
                let contests = store.map(|store| store.contests_since(judge, year_ago)).transpose()?;
                listed = Some((judge, contests.unwrap_or_default()));
            }
            let contests: Vec<&Contest> = listed.iter().flat_map(|(_, contests)| contests).collect();
            series.kinds = rules.kinds(&contests, now);
            all.push(series);
        }
        if let Some(store) = store {
            for import in store.imported_ratings()? {
                add_imported(&mut all, import);
            }
        }
        Ok(all)
    }
}

/// Adds what an import has to the series that have it not. Who has a handle at a judge is nobody else there.
fn add_imported(all: &mut Vec<RatingSeries>, import: Vec<(SeriesKey, RatingChange)>) {
    let mut histories: BTreeMap<(Judge, usize), (SeriesKey, Vec<RatingChange>)> = BTreeMap::new();
    for (key, change) in import {
        let history = histories.entry(shown_at(&key)).or_insert_with(|| (key.clone(), Vec::new()));
        if history.0.handle == key.handle {
            history.1.push(change);
        }
    }
    for (key, history) in histories.into_values() {
        let is_it = |series: &RatingSeries| series.key.judge == key.judge && series.key.track == key.track;
        match all.iter_mut().find(|series| is_it(series)) {
            Some(series) if series.key.handle.is(&key.handle) => {
                let own = mem::take(&mut series.history);
                series.history = answers::joined_history(own, history);
            }
            Some(_) => {}
            None => {
                let place = all.partition_point(|series| shown_at(&series.key) < shown_at(&key));
                let series = RatingSeries {
                    key,
                    history,
                    lengths: BTreeMap::new(),
                    kinds: Vec::new(),
                    fetched: None,
                    failed: None,
                };
                all.insert(place, series);
            }
        }
    }
}

/// By which series are ordered: by judge, then by track.
fn shown_at(key: &SeriesKey) -> (Judge, usize) {
    (key.judge, key.judge.tracks().iter().position(|track| *track == key.track).unwrap_or(usize::MAX))
}
