//! `cpt.toml` to a [`Config`]: where the workspace is, what it says, and what is wrong with it (line and column).

#![warn(clippy::missing_errors_doc)]

mod check;
mod edit;
mod edit_group;
mod error;
mod group;
mod group_questions;
mod habit;
mod key_path;
mod keyed;
mod language;
mod lists;
mod members;
mod new;
mod new_group;
mod raw;
mod raw_group;
mod repos;
mod rows;
mod schema;
mod sites;
mod template;
#[cfg(test)]
mod tests;
mod user;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::files::{Links, read_bounded};
use crate::lang::Lang;
use crate::model::{Endpoint, Group, Handle, Judge, Layout, RepoSpec, Site, StreakRules, Target};

pub use edit::{NewTarget, add_target, remove_target};
pub use edit_group::{NewMember, add_member, excuse_member, remove_member};
pub use error::{ConfigError, nearest};
pub use key_path::{KeyPath, get, set, values};
pub use language::language;
pub use lists::ListFile;
pub use new_group::{GroupKey, NewGroup, add_group};
pub use schema::{SCHEMA_FILE, keys, schema};
pub use template::Template;
pub use user::{UserConfig, user_dir};

/// The configuration's file name.
pub const FILE_NAME: &str = "cpt.toml";

/// The most bytes that are read of a configuration.
pub const LIMIT: u64 = 1 << 20;

/// Stands for a configuration that says nothing, as it does for git.
const NULL_DEVICE: &str = "/dev/null";

/// What `cpt.toml` says, with defaults filled in and every value checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The language of messages and files; `None` where the file says nothing of it.
    pub language: Option<Lang>,
    /// Who one is at each judge.
    pub handles: Handles,
    /// The repositories that hold solutions.
    pub repos: Vec<RepoSpec>,
    /// What a streak asks for.
    pub streak: StreakRules,
    /// The study group; `None` where there is none.
    pub group: Option<Group>,
    /// What one wants to reach, in the order written.
    pub targets: Vec<Target>,
    /// Where charts go and how they look.
    pub charts: Charts,
    /// The file with a part that a sync keeps up to date, absolute; `None` where none is named.
    pub readme: Option<PathBuf>,
    /// What new solutions look like.
    pub new: NewSolutions,
    /// The files that list problems to work through, in the order written.
    pub lists: Vec<ListFile>,
    /// How to reach each site.
    pub sites: Sites,
    /// What the file says in a form without comments and order, but for how the sites are reached, where a password may
    /// be: as long as it stays the same, so does what is shown.
    pub said: String,
}

/// Who one is at each judge; judges without a handle are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Handles(BTreeMap<Judge, Handle>);

impl Handles {
    /// The handle at `judge`.
    pub fn at(&self, judge: Judge) -> Option<&Handle> {
        self.0.get(&judge)
    }

    /// Whether there is none at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(Judge, Handle)> for Handles {
    fn from_iter<T: IntoIterator<Item = (Judge, Handle)>>(handles: T) -> Self {
        Self(handles.into_iter().collect())
    }
}

/// Where charts go and how they look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charts {
    /// The folder; absolute.
    pub dir: PathBuf,
    /// The files to write of each chart.
    pub formats: Vec<Format>,
    /// The theme, or both.
    pub theme: Theme,
    /// What bars of solved problems are split by.
    pub solved_by: SolvedBy,
}

/// What new solutions look like.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewSolutions {
    /// Where they lie, at every judge; `None` where the other solutions show it.
    pub layout: Option<Layout>,
    /// Where those of one judge lie, by the word for it.
    pub layouts: BTreeMap<String, Layout>,
    /// Their extension; `None` for that of most others.
    pub extension: Option<String>,
    /// The file that they begin as; absolute, with `{ext}` in the place of the extension.
    pub template: Option<PathBuf>,
}

/// A picture's file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Scalable, with tooltips.
    Svg,
    /// Pixels, at twice the natural size.
    Png,
}

impl Format {
    /// The end of its files' names.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

/// For which background charts are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Light background.
    Light,
    /// Dark background.
    Dark,
    /// Both; the dark files' names end in `-dark`.
    Both,
}

/// What the bars of solved problems are split by.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum SolvedBy {
    /// How hard the problems are.
    #[default]
    Difficulty,
    /// Whether they were below, at or above your level when you solved them.
    Level,
}

/// How to reach each site of the judges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sites(BTreeMap<&'static str, Endpoint>);

impl Sites {
    /// How to reach `site`.
    pub fn of(&self, site: &Site) -> &Endpoint {
        self.0.get(site.id).unwrap_or_else(|| unreachable!("{} is a site of a judge", site.id))
    }
}

/// What the environment says over the file.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// The user's home directory, for `~/` in paths.
    pub home: Option<PathBuf>,
    /// The folder with the user's own configuration: [`user_dir`].
    pub user_dir: Option<PathBuf>,
    /// The addresses that stand in for sites, by the words for them, such as `CPT_CODEFORCES_URL` for `codeforces`.
    pub urls: BTreeMap<&'static str, String>,
    /// `CPT_INTERVAL_MS`: the wait for every site; official ones keep theirs where it is longer.
    pub interval: Option<Duration>,
}

impl Overrides {
    /// The variable and the address that stand in for `site`.
    fn url(&self, site: &Site) -> Option<(&'static str, &str)> {
        self.urls.get(site.id).map(|url| (site.variable, url.as_str()))
    }
}

/// The nearest `cpt.toml` at or above `start`. Whatever is no folder counts: that it can't be read is to be said.
pub fn find(start: &Path) -> Option<PathBuf> {
    let is_there = |file: &PathBuf| file.symlink_metadata().is_ok() && !file.is_dir();
    start.ancestors().map(|dir| dir.join(FILE_NAME)).find(is_there)
}

/// A path that begins with `~`, where `home` is known.
fn below_home(path: &str, home: Option<&Path>) -> Option<PathBuf> {
    let below = if path == "~" { "" } else { path.strip_prefix("~/")? };
    home.map(|home| home.join(below))
}

impl Config {
    /// Whether somebody has a handle: the user, or a member of the group.
    pub fn has_handles(&self) -> bool {
        let mut members = self.group.iter().flat_map(|group| &group.members);
        !self.handles.is_empty() || members.any(|member| !member.handles.is_empty())
    }

    /// Reads and checks a file; paths in it are relative to the file's directory.
    ///
    /// # Errors
    ///
    /// [`ConfigError::Unreadable`] where it can't be read, is too large or no regular file; else as [`Config::parse`].
    pub fn load(file: &Path, overrides: &Overrides) -> Result<Self, ConfigError> {
        if file == Path::new(NULL_DEVICE) {
            return Self::parse("", file, overrides);
        }
        let text = read_bounded(file, LIMIT, Links::Follow)
            .map_err(|source| ConfigError::unreadable(file, source))?;
        let text = String::from_utf8(text).map_err(|error| ConfigError::not_utf8(file, &error))?;
        Self::parse(&text, file, overrides)
    }

    /// [`Config::load`] for a text that was read already; `file` names it in messages and anchors its paths.
    ///
    /// # Errors
    ///
    /// [`ConfigError::Wrong`] with the place of the first value, key or piece of syntax that can't be used, and
    /// [`ConfigError::Environment`] where a variable that stands in for one is wrong.
    pub fn parse(text: &str, file: &Path, overrides: &Overrides) -> Result<Self, ConfigError> {
        let raw = raw::read(text, file)?;
        check::Checker { text, file, overrides }.config(raw)
    }

    /// The defaults, for a directory without a `cpt.toml`.
    ///
    /// # Errors
    ///
    /// [`ConfigError::Environment`] where a variable is wrong.
    pub fn default_in(dir: &Path, overrides: &Overrides) -> Result<Self, ConfigError> {
        Self::parse("", &dir.join(FILE_NAME), overrides)
    }
}
