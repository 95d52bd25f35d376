//! The first `cpt.toml`, and what makes it sync by itself.

mod group;
mod group_workflow;
mod quote;
mod schedule;
mod workflow;

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::env::Env;
use super::error::AppError;
use super::next_step;
use super::session::Session;
use super::settings::write_schema;
use crate::config::{FILE_NAME, Template};
use crate::files::{Existing, atomic_write};
use crate::model::{Handle, Judge};
use crate::scan;

pub use self::group::{GroupChoice, GroupMade, GroupSite};
pub use self::schedule::{crontab, systemd};
pub use self::workflow::{ProgramSource, Workflow, workflow};
pub use crate::config::GroupKey;

/// A place for a new `cpt.toml`.
pub struct Site<'e> {
    env: &'e Env,
    file: PathBuf,
    existing: Existing,
}

/// The `cpt.toml` that was written.
pub struct Configured {
    pub file: PathBuf,
    /// Whether it lies in a git repository.
    pub in_repository: bool,
    /// Whose commits count, as git says; `None` where it knows nobody.
    pub author: Option<String>,
    pub has_handles: bool,
    /// What `ignore` should have, by what the repository holds already.
    pub advice: String,
}

impl<'e> Site<'e> {
    /// In the working directory. An error where there is one already, unless that is to be replaced.
    pub fn new(env: &'e Env, replace: bool) -> Result<Self, AppError> {
        let file = env.cwd.join(FILE_NAME);
        if file.is_dir() {
            return Err(AppError::usage(
                format!("{} is a folder", file.display()),
                "Move it away: the configuration is a file of this name.",
            ));
        }
        if file.exists() && !replace {
            return Err(AppError::usage(
                format!("{} exists already", file.display()),
                "Edit it, or replace it with `cpt init --force`.",
            ));
        }
        Ok(Self { env, file, existing: if replace { Existing::Replace } else { Existing::Keep } })
    }

    /// Writes the configuration of somebody with these handles.
    pub fn configure(self, handles: BTreeMap<Judge, Handle>) -> Result<Configured, AppError> {
        let template = template(self.env, handles)?;
        self.write(&template.render())?;
        let in_repository = template.repo.is_some();
        let Template { author, handles, .. } = template;
        let advice = if in_repository { advice(self.env) } else { String::new() };
        Ok(Configured { file: self.file, in_repository, author, has_handles: !handles.is_empty(), advice })
    }

    fn write(&self, text: &str) -> Result<(), AppError> {
        atomic_write(&self.file, text.as_bytes(), self.existing)
            .map_err(|error| AppError::file(format!("can't write {}", self.file.display()), &error))?;
        write_schema(&self.env.cwd);
        Ok(())
    }
}

/// What the first `cpt.toml` says in the working directory.
fn template(env: &Env, handles: BTreeMap<Judge, Handle>) -> Result<Template, AppError> {
    let found = scan::discover(&env.cwd)?;
    Ok(Template {
        handles: handles.into_iter().collect(),
        repo: found.is_some().then(|| ".".to_owned()),
        author: found.and_then(|found| found.email),
        has_solutions: scan::has_solutions(&env.cwd)?,
        today: env.now.date(),
    })
}

/// What `ignore` should have, by what the repository holds already; nothing where that can't be told.
fn advice(env: &Env) -> String {
    let Ok(session) = Session::open(env) else { return String::new() };
    session.commits().repos.iter().map(|(_, changes)| next_step::advice(&next_step::paths(changes))).collect()
}
