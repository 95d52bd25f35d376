//! Where files may lie that a workspace names: whoever made the repository that it is in may have written its
//! configuration and laid its links.

use std::path::{Path, PathBuf};

use super::error::CliError;
use super::workspace::Workspace;
use super::world::World;
use crate::config::UserConfig;
use crate::files;
use crate::scan;

impl Workspace {
    /// An error where `file`, which cpt is about to write by itself, leads out of the repository that the workspace is
    /// in, unless the user trusts the workspace.
    pub fn may_write(&self, file: &Path, world: &World) -> Result<(), CliError> {
        self.confine(file, world, || format!("can't write {}", world.shown(file)))
    }

    /// The same for whatever lies in the directory `dir`.
    pub fn may_write_in(&self, dir: &Path, world: &World) -> Result<(), CliError> {
        self.confine(&dir.join("file"), world, || format!("can't write to {}", world.shown(dir)))
    }

    fn confine(&self, file: &Path, world: &World, doing: impl Fn() -> String) -> Result<(), CliError> {
        let Err(error) = files::inside(&self.boundary(), file) else { return Ok(()) };
        if self.is_trusted(world)? {
            return Ok(());
        }
        Err(CliError::usage(format!("{}: {error}", doing()), self.way_to_trust(world)))
    }

    /// An error where the template `file` is neither in that repository nor among the user's own files for cpt, unless
    /// the user trusts the workspace.
    pub fn may_read(&self, file: &Path, world: &World) -> Result<(), CliError> {
        // What can't be looked at can't be read either, and that is said then.
        let Ok(real) = file.canonicalize() else { return Ok(()) };
        let user_dir = world.overrides.user_dir.as_deref();
        let is_inside = |dir: &Path| files::inside(dir, &real).is_ok();
        if is_inside(&self.boundary()) || user_dir.is_some_and(is_inside) || self.is_trusted(world)? {
            return Ok(());
        }
        let message = format!(
            "the template {} is not in {}",
            world.shown(file),
            self.boundary().components().as_path().display()
        );
        let remedy = format!("Give it by --template, or put it there. {}", self.way_to_trust(world));
        Err(CliError::usage(message, remedy))
    }

    /// The repository that the workspace is in, else its own folder.
    fn boundary(&self) -> PathBuf {
        let found = scan::discover(&self.root).ok().flatten().filter(|found| !found.bare);
        found.map_or_else(|| self.root.clone(), |found| found.root)
    }

    fn is_trusted(&self, world: &World) -> Result<bool, CliError> {
        Ok(UserConfig::load(&world.overrides)?.trusts(&self.root))
    }

    fn way_to_trust(&self, world: &World) -> String {
        let Some(dir) = &world.overrides.user_dir else { return String::new() };
        let root = toml::Value::String(self.root.display().to_string());
        let file = UserConfig::file(dir);
        format!("If you trust this repository, add {root} to `trusted` in {}.", world.shown(&file))
    }
}
