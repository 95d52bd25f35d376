//! The first `cpt.toml`, and what makes it sync by itself.

mod group;
mod group_workflow;
mod quote;
mod schedule;
mod workflow;

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::env::Env;
use super::error::{AppError, cannot_write, exists};
use super::next_step;
use super::session::Session;
use super::settings::write_schema;
use crate::config::{self, FILE_NAME, Template};
use crate::files::{Existing, atomic_write};
use crate::lang::{Lang, Later};
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
            let dir = file.display();
            let message = Later::message(
                format!("{dir} is a directory"),
                format!("디렉터리입니다: {dir}"),
                format!("ディレクトリです: {dir}"),
            );
            let remedy = Later::advice(
                "Rename or move it; cpt needs this name for its configuration file.",
                "이름을 바꾸거나 옮기세요. cpt의 설정 파일이 쓰는 이름입니다.",
                "名前を変えるか移動してください。cpt の設定ファイルがこの名前を使います。",
            );
            return Err(AppError::usage(message, remedy));
        }
        if file.exists() && !replace {
            let remedy = Later::advice(
                "Edit it, or overwrite it with `cpt init --force`.",
                "수정하거나 `cpt init --force`로 덮어쓰세요.",
                "編集するか、`cpt init --force` で上書きしてください。",
            );
            return Err(AppError::usage(exists(file.display()), remedy));
        }
        Ok(Self { env, file, existing: if replace { Existing::Replace } else { Existing::Keep } })
    }

    /// The language that is spoken here, whose comments the new file has.
    pub fn lang(&self) -> Lang {
        self.env.lang(config::language(&self.file))
    }

    /// Writes the configuration of somebody with these handles.
    pub fn configure(self, handles: BTreeMap<Judge, Handle>) -> Result<Configured, AppError> {
        let template = template(self.env, handles, self.lang())?;
        self.write(&template.render())?;
        let in_repository = template.repo.is_some();
        let Template { author, handles, .. } = template;
        let advice = if in_repository { advice(self.env) } else { String::new() };
        Ok(Configured { file: self.file, in_repository, author, has_handles: !handles.is_empty(), advice })
    }

    fn write(&self, text: &str) -> Result<(), AppError> {
        atomic_write(&self.file, text.as_bytes(), self.existing)
            .map_err(|error| AppError::file(cannot_write(self.file.display()), &error))?;
        write_schema(&self.env.cwd);
        Ok(())
    }
}

/// What the first `cpt.toml` says in the working directory.
fn template(env: &Env, handles: BTreeMap<Judge, Handle>, lang: Lang) -> Result<Template, AppError> {
    let found = scan::discover(&env.cwd)?;
    Ok(Template {
        lang,
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
    session
        .commits()
        .repos
        .iter()
        .map(|(_, changes)| next_step::advice(&next_step::paths(changes), session.lang()))
        .collect()
}
