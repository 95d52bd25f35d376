//! Where files may lie that a workspace names: whoever made the repository that it is in may have written its
//! configuration and laid its links.

use std::path::{Path, PathBuf};

use super::env::Env;
use super::error::AppError;
use super::workspace::Workspace;
use crate::config::UserConfig;
use crate::files;
use crate::scan;

impl Workspace {
    /// An error where `file`, which cpt is about to write by itself, leads out of the repository that the workspace is
    /// in, unless the user trusts the workspace.
    pub fn may_write(&self, file: &Path, env: &Env) -> Result<(), AppError> {
        self.confine(file, env, || format!("can't write {}", env.shown(file)))
    }

    /// The same for whatever lies in the directory `dir`.
    pub fn may_write_in(&self, dir: &Path, env: &Env) -> Result<(), AppError> {
        self.confine(&dir.join("file"), env, || format!("can't write to {}", env.shown(dir)))
    }

    fn confine(&self, file: &Path, env: &Env, doing: impl Fn() -> String) -> Result<(), AppError> {
        let Err(error) = files::inside(&self.boundary(), file) else { return Ok(()) };
        if self.is_trusted(env)? {
            return Ok(());
        }
        Err(AppError::usage(format!("{}: {error}", doing()), self.way_to_trust(env)))
    }

    /// An error where `file`, which is `what`, is neither in that repository nor among the user's own files for cpt, unless
    /// the user trusts the workspace. `otherwise` is what else can be done, a sentence or nothing.
    pub fn may_read(&self, file: &Path, what: &str, otherwise: &str, env: &Env) -> Result<(), AppError> {
        // What can't be looked at can't be read either, and that is said then.
        let Ok(real) = file.canonicalize() else { return Ok(()) };
        let user_dir = env.overrides.user_dir.as_deref();
        let is_inside = |dir: &Path| files::inside(dir, &real).is_ok();
        if is_inside(&self.boundary()) || user_dir.is_some_and(is_inside) || self.is_trusted(env)? {
            return Ok(());
        }
        let message = format!(
            "{what} {} is not in {}",
            env.shown(file),
            self.boundary().components().as_path().display()
        );
        Err(AppError::usage(message, format!("{otherwise} {}", self.way_to_trust(env))))
    }

    /// The repository that the workspace is in, else its own folder.
    fn boundary(&self) -> PathBuf {
        let found = scan::discover(&self.root).ok().flatten().filter(|found| !found.bare);
        found.map_or_else(|| self.root.clone(), |found| found.root)
    }

    fn is_trusted(&self, env: &Env) -> Result<bool, AppError> {
        Ok(UserConfig::load(&env.overrides)?.trusts(&self.root))
    }

    fn way_to_trust(&self, env: &Env) -> String {
        let Some(dir) = &env.overrides.user_dir else { return String::new() };
        let root = toml::Value::String(self.root.display().to_string());
        let file = UserConfig::file(dir);
        format!("If you trust this repository, add {root} to `trusted` in {}.", env.shown(&file))
    }
}
