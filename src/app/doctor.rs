//! What works, what doesn't, and what to do about it.

use futures_util::future::join_all;

use super::env::Env;
use super::error::{AppError, chain};
use super::group;
use super::next_step as advice;
use super::runtime;
use super::workspace::Workspace;
use crate::fetch::{Client, FetchError};
use crate::judges::{self, SiteEntry};
use crate::lang::{Lang, Later};
use crate::model::{Advice, Endpoint, Judge, RepoSpec, ScanWarning, Site, clean, count};
use crate::report::{self, Check};
use crate::scan;
use crate::store::{IMPORT, Store, StoreError};

/// What was checked.
pub struct Examined {
    pub checks: Vec<Check>,
    /// What to write into cpt.toml so that less counts as a solution.
    pub advice: String,
    /// The exit code of the worst that doesn't work.
    pub exit: Option<u8>,
}

/// Checks the configuration, the repositories, the store and, unless `offline`, whether the judges answer.
pub fn examine(offline: bool, env: &Env) -> Result<Examined, AppError> {
    let workspace = match Workspace::open_or_default(env) {
        Ok(workspace) => workspace,
        Err(error) => {
            let (message, remedy) = error.said_in(env.lang(None));
            let checks = vec![Check::bad("configuration", message, remedy.as_ref())];
            return Ok(Examined { checks, advice: String::new(), exit: Some(error.exit_code()) });
        }
    };
    let mut exit = None;
    let mut checks = vec![configuration(&workspace)];
    let mut note = |check: Check, code: u8| {
        if check.is_bad() {
            exit = exit.max(Some(code));
        }
        checks.push(check);
    };
    let mut advice = String::new();
    for repo in &workspace.config.repos {
        for check in repository(repo, workspace.config.group.is_some(), &mut advice) {
            note(check, 3);
        }
    }
    if workspace.has_place() {
        note(store(&workspace, env), 4);
        for check in archives(&workspace, env) {
            note(check, 4);
        }
    }
    if offline {
        for check in failures(&workspace, env) {
            note(check, 3);
        }
    } else {
        let runtime = runtime().map_err(|error| {
            AppError::file(Later::message("can't start", "시작할 수 없습니다", "開始できません"), &error)
        })?;
        for check in runtime.block_on(sites(&workspace)) {
            note(check, 3);
        }
    }
    Ok(Examined { checks, advice, exit })
}

fn configuration(workspace: &Workspace) -> Check {
    let Some(file) = &workspace.file else {
        return Check::odd(
            "configuration",
            "there is no cpt.toml",
            Some(&Advice::code("cpt init").and(" writes one.")),
        );
    };
    let shown = clean(&file.display().to_string()).into_owned();
    if workspace.config.has_handles() {
        Check::good("configuration", shown)
    } else {
        Check::odd(
            "configuration",
            format!("{shown} names no handle"),
            Some(&"Fill in [handles] in cpt.toml.".into()),
        )
    }
}

/// What the scan of a repository says, and below everything what could be left out of it.
fn repository(repo: &RepoSpec, is_shared: bool, advice: &mut String) -> Vec<Check> {
    let name = report::repository(&repo.label, Lang::English);
    let (changes, warnings) = match scan::scan(repo) {
        Ok(scan) => (scan.changes, scan.warnings),
        Err(error) => return vec![Check::bad(name, chain(&error), error.remedy(Lang::English).as_ref())],
    };
    let check = |warning: &ScanWarning| {
        let (message, remedy) =
            (report::scan_warning(warning, Lang::English), report::scan_remedy(warning, Lang::English));
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
        advice.push_str(&advice::advice(&paths));
        let found = format!("{} in {}", count(paths.len(), "solution file"), count(changes.len(), "commit"));
        checks.insert(0, Check::good(name, found));
    } else if checks.is_empty() {
        let remedy = "Check paths and authors under [[repos]] in cpt.toml.";
        checks.push(Check::odd(name, "no solution of yours was found", Some(&remedy.into())));
    }
    checks
}

fn store(workspace: &Workspace, env: &Env) -> Check {
    let look = || -> Result<Check, StoreError> {
        let Some(store) = Store::open_existing(&workspace.root)? else {
            return Ok(Check::odd(
                "store",
                "nothing was fetched yet",
                Some(&Advice::words("Run ").and_code("cpt sync").and(".")),
            ));
        };
        if let Some(damage) = store.damage()? {
            return Err(StoreError::Damaged { file: store.file().to_owned(), what: damage });
        }
        let damaged = store.damaged_sources()?;
        if !damaged.is_empty() {
            let said = format!("damaged: what was stored of {}", damaged.join(", "));
            let fetched = Advice::code("cpt sync").and(" brings it anew.");
            let imported = Advice::words("Import the file again, or take it away: ")
                .and_code("cpt import --remove NAME")
                .and(".");
            let are_imported = damaged.iter().filter(|source| source.starts_with(IMPORT)).count();
            let remedy = match are_imported {
                0 => fetched,
                all if all == damaged.len() => imported,
                _ => fetched.and(" ").then(imported),
            };
            return Ok(Check::bad("store", said, Some(&remedy)));
        }
        store.try_writing()?;
        let age = match super::freshness::fetched_at(workspace, Some(&store))?.iter().min() {
            Some(oldest) => {
                format!(
                    "whole; ratings as of {}",
                    Lang::English.ago(env.now.timestamp().duration_since(*oldest))
                )
            }
            None => "whole".to_owned(),
        };
        Ok(Check::good("store", age))
    };
    look().unwrap_or_else(|error| Check::bad("store", chain(&error), Some(&error.remedy(Lang::English))))
}

/// What is known to lack in archives of submissions.
fn archives(workspace: &Workspace, env: &Env) -> Vec<Check> {
    let look = || -> Result<Vec<Check>, AppError> {
        let store = Store::open_existing(&workspace.root)?;
        let behind = super::freshness::of_archives(workspace, store.as_ref(), env.now.timestamp())?;
        let remedy =
            Advice::code("cpt solutions --unsubmitted").and(" lists what is committed and not there.");
        let check =
            |hint| Check::odd("archive", report::hint(hint, Lang::English).to_string(), Some(&remedy));
        Ok(behind.iter().map(check).collect())
    };
    // What is wrong with the store was said.
    look().unwrap_or_default()
}

/// What could not be fetched the last time.
fn failures(workspace: &Workspace, env: &Env) -> Vec<Check> {
    let look = || -> Result<Vec<Check>, AppError> {
        let store = Store::open_existing(&workspace.root)?;
        let failed =
            super::freshness::failed(workspace, store.as_ref(), env.now.timestamp(), None, |_| true)?;
        Ok(failed
            .iter()
            .map(|hint| Check::odd("judges", report::hint(hint, Lang::English).to_string(), None))
            .collect())
    };
    look().unwrap_or_default()
}

/// Asks each site that the configured handles need, those of members too, side by side.
async fn sites(workspace: &Workspace) -> Vec<Check> {
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
                checks.push(told(site, endpoint, check(&client, handle).await));
            }
            // A site that doesn't answer isn't asked again.
            if !checks.iter().any(Check::is_bad) {
                checks.extend(group::check(workspace, stored, (judge, entry), &client).await);
            }
            checks
        }
    });
    join_all(checks).await.into_iter().flatten().collect()
}

fn told(site: &Site, endpoint: &Endpoint, answer: Result<(), FetchError>) -> Check {
    match answer {
        Ok(()) => {
            let host = endpoint.url.host_str().unwrap_or_default().to_owned();
            let knows = if site.knows_users { "answers and knows you" } else { "answers" };
            Check::good(site.name, format!("{host} {knows}"))
        }
        Err(error) => Check::bad(site.name, error.kind.to_string(), Some(&error.remedy(Lang::English))),
    }
}
