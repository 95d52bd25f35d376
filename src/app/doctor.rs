//! What works, what doesn't, and what to do about it.

use futures_util::future::join_all;

use super::archives;
use super::env::Env;
use super::error::{AppError, Told, failure};
use super::group;
use super::next_step as advice;
use super::runtime;
use super::workspace::Workspace;
use crate::fetch::{Client, FetchError};
use crate::judges::{self, SiteEntry};
use crate::lang::{Lang, Later};
use crate::model::{Endpoint, Judge, RepoSpec, ScanWarning, Site, clean};
use crate::report::{self, Check, doctor_words as words, target_change};
use crate::scan;
use crate::store::{IMPORT, Store, StoreError};

/// What was checked.
pub struct Examined {
    pub checks: Vec<Check>,
    /// What to write into cpt.toml so that less counts as a solution.
    pub advice: String,
    /// The exit code of the worst that doesn't work.
    pub exit: Option<u8>,
    /// The language of what is told.
    pub lang: Lang,
}

/// Checks the configuration, the repositories, the store and, unless `offline`, whether the judges answer.
pub fn examine(offline: bool, env: &Env) -> Result<Examined, AppError> {
    let workspace = match Workspace::open_or_default(env) {
        Ok(workspace) => workspace,
        Err(error) => {
            let lang = env.lang(None);
            let (message, remedy) = error.said_in(lang);
            let checks = vec![Check::bad(words::configuration(lang), message, remedy.as_ref())];
            return Ok(Examined { checks, advice: String::new(), exit: Some(error.exit_code()), lang });
        }
    };
    let lang = env.lang(workspace.config.language);
    let mut exit = None;
    let mut checks = vec![configuration(&workspace, lang)];
    let mut note = |check: Check, code: u8| {
        if check.is_bad() {
            exit = exit.max(Some(code));
        }
        checks.push(check);
    };
    let mut advice = String::new();
    for repo in &workspace.config.repos {
        for check in repository(repo, workspace.config.group.is_some(), &mut advice, lang) {
            note(check, 3);
        }
    }
    if workspace.has_place() {
        note(store(&workspace, env, lang), 4);
        for check in archive_checks(&workspace, env, lang) {
            note(check, 4);
        }
    }
    if offline {
        for check in failures(&workspace, env, lang) {
            note(check, 3);
        }
    } else {
        let runtime = runtime().map_err(|error| {
            AppError::file(Later::message("can't start", "시작할 수 없습니다", "開始できません"), &error)
        })?;
        for check in runtime.block_on(sites(&workspace, lang)) {
            note(check, 3);
        }
    }
    Ok(Examined { checks, advice, exit, lang })
}

fn configuration(workspace: &Workspace, lang: Lang) -> Check {
    let name = words::configuration(lang);
    let Some(file) = &workspace.file else {
        return Check::odd(name, words::no_file(lang), Some(&target_change::make_file(lang)));
    };
    let shown = clean(&file.display().to_string()).into_owned();
    if workspace.config.has_handles() {
        Check::good(name, shown)
    } else {
        Check::odd(name, words::no_handles(lang, &shown), Some(&words::add_handles(lang)))
    }
}

/// What could not be looked at.
fn failed(name: impl Into<String>, error: impl Told, lang: Lang) -> Check {
    let (message, remedy) = failure(error).said(lang);
    Check::bad(name, message, remedy.as_ref())
}

/// What the scan of a repository says, and below everything what could be left out of it.
fn repository(repo: &RepoSpec, is_shared: bool, advice: &mut String, lang: Lang) -> Vec<Check> {
    let name = words::repository(lang, &repo.label);
    let (changes, warnings) = match scan::scan(repo) {
        Ok(scan) => (scan.changes, scan.warnings),
        Err(error) => return vec![failed(name, error, lang)],
    };
    let check = |warning: &ScanWarning| {
        let (message, remedy) = (report::scan_warning(warning, lang), report::scan_remedy(warning, lang));
        if warning.is_incomplete() {
            Check::bad(&name, message, remedy.as_ref())
        } else {
            Check::odd(&name, message, remedy.as_ref())
        }
    };
    // Who else commits where others read along is nobody's business.
    let is_told = |warning: &&ScanWarning| !(is_shared && group::warning_names_people(warning));
    let mut checks: Vec<Check> = warnings.iter().filter(is_told).map(check).collect();
    if !changes.is_empty() {
        let paths = advice::paths(&changes);
        advice.push_str(&advice::advice(&paths, lang));
        checks.insert(0, Check::good(name, words::solutions(lang, paths.len(), changes.len())));
    } else if checks.is_empty() {
        checks.push(Check::odd(name, words::no_solutions(lang), Some(&words::check_repository(lang))));
    }
    checks
}

fn store(workspace: &Workspace, env: &Env, lang: Lang) -> Check {
    let name = || words::data(lang);
    let look = || -> Result<Check, StoreError> {
        let Some(store) = Store::open_existing(&workspace.root)? else {
            return Ok(Check::odd(name(), words::no_data(lang), Some(&words::run_sync(lang))));
        };
        if let Some(damage) = store.damage()? {
            return Err(StoreError::Damaged { file: store.file().to_owned(), what: damage });
        }
        let damaged = store.damaged_sources()?;
        if !damaged.is_empty() {
            let said = words::damaged(lang, &damaged.join(lang.comma()));
            let (fetched, imported) = (words::fetch_again(lang), words::import_again(lang));
            let are_imported = damaged.iter().filter(|source| source.starts_with(IMPORT)).count();
            let remedy = match are_imported {
                0 => fetched,
                all if all == damaged.len() => imported,
                _ => fetched.and(" ").then(imported),
            };
            return Ok(Check::bad(name(), said, Some(&remedy)));
        }
        store.try_writing()?;
        let fetched = super::freshness::fetched_at(workspace, Some(&store))?;
        let ago = fetched.iter().min().map(|oldest| lang.ago(env.now.timestamp().duration_since(*oldest)));
        Ok(Check::good(name(), words::intact(lang, ago.as_deref())))
    };
    look().unwrap_or_else(|error| failed(name(), error, lang))
}

/// How far the archives of submissions got, and what is known to lack there.
fn archive_checks(workspace: &Workspace, env: &Env, lang: Lang) -> Vec<Check> {
    let look = || -> Result<Vec<Check>, AppError> {
        let (zone, now) = (workspace.zone(env), env.now.timestamp());
        let store = Store::open_existing(&workspace.root)?;
        let known = archives::freshness(workspace, store.as_ref())?;
        let behind = archives::behind(workspace, store.as_ref(), &known, &zone, now)?;
        let remedy = words::see_unsubmitted(lang);
        let check =
            |hint| Check::odd(words::archive(lang), report::hint(hint, lang).to_string(), Some(&remedy));
        let fresh = known.iter().filter(|known| known.stalled_at().is_none());
        let told = fresh.filter_map(|known| report::archive(known, now, &zone, lang));
        let told = told.map(|told| Check::good(words::archive(lang), told));
        Ok(told.chain(behind.iter().map(check)).collect())
    };
    // What is wrong with the store was said.
    look().unwrap_or_default()
}

/// What could not be fetched the last time.
fn failures(workspace: &Workspace, env: &Env, lang: Lang) -> Vec<Check> {
    let look = || -> Result<Vec<Check>, AppError> {
        let store = Store::open_existing(&workspace.root)?;
        let failed =
            super::freshness::failed(workspace, store.as_ref(), env.now.timestamp(), None, |_| true)?;
        Ok(failed
            .iter()
            .map(|hint| Check::odd(words::judges(lang), report::hint(hint, lang).to_string(), None))
            .collect())
    };
    look().unwrap_or_default()
}

/// Asks each site that the configured handles need, those of members too, side by side.
async fn sites(workspace: &Workspace, lang: Lang) -> Vec<Check> {
    let (handles, sites) = (&workspace.config.handles, &workspace.config.sites);
    // What is wrong with the store was said.
    let stored = Store::open_existing(&workspace.root).ok().flatten();
    let stored = stored.and_then(|store| store.stored_sources().ok()).unwrap_or_default();
    let of_judge = |judge| judges::sites_of(judge).iter().map(move |site| (judge, site));
    let checks = Judge::all().flat_map(of_judge).map(|(judge, entry)| {
        let (SiteEntry { site, check, .. }, stored) = (entry, &stored);
        async move {
            let endpoint = sites.of(site);
            let client = Client::new(endpoint);
            let mut checks = Vec::new();
            if let Some(handle) = handles.at(judge) {
                checks.push(told(site, endpoint, check(&client, handle).await, lang));
            }
            // A site that doesn't answer isn't asked again.
            if !checks.iter().any(Check::is_bad) {
                checks.extend(group::check(workspace, stored, (judge, entry), &client, lang).await);
            }
            checks
        }
    });
    join_all(checks).await.into_iter().flatten().collect()
}

fn told(site: &Site, endpoint: &Endpoint, answer: Result<(), FetchError>, lang: Lang) -> Check {
    match answer {
        Ok(()) => {
            let host = endpoint.url.host_str().unwrap_or_default();
            let told = if site.knows_users { words::knows_you } else { words::reachable };
            Check::good(site.name, told(lang, host))
        }
        Err(error) => Check::bad(site.name, error.kind.told(lang), Some(&error.remedy(lang))),
    }
}
