//! What `cpt.toml` says, asked for and changed key by key.

use std::path::{Path, PathBuf};

use super::env::Env;
use super::error::AppError;
use super::session::Session;
use super::target::rewrite;
use super::workspace::Workspace;
use crate::config::{self, Config, ConfigError, KeyPath};
use crate::files::{Links, read_bounded};
use crate::store;

/// The file that is in force.
pub fn file(env: &Env) -> Result<PathBuf, AppError> {
    Workspace::configuration(env).ok_or_else(|| Workspace::none(env))
}

/// What the file says at `key`, as text; `None` where it says nothing. The rest of the file may be wrong.
pub fn get(key: &str, env: &Env) -> Result<Option<String>, AppError> {
    let key = key_path(key)?;
    let file = file(env)?;
    let text = read(&file)?;
    config::get(&text, &key).map_err(|error| {
        let message = format!("can't read {}: {}", file.display(), error.message());
        AppError::usage(message, "`cpt doctor` says where that is.")
    })
}

/// Writes `value` at `key`: as TOML where the key takes that, else as a text. All else in the file stays as it is.
pub fn set(key: &str, value: &str, env: &Env) -> Result<(), AppError> {
    let path = key_path(key)?;
    let session = Session::open(env)?;
    let workspace = &session.workspace;
    let file = workspace.file.as_deref().unwrap_or(&workspace.root);
    let text = read(file)?;
    let mut refused = None;
    for value in config::values(value) {
        let changed = config::set(&text, &path, value).map_err(|why| {
            AppError::usage(format!("can't set {key}: {why}"), "`cpt config schema` has every key.")
        })?;
        match Config::parse(&changed, file, &env.overrides) {
            Ok(_) => return rewrite(&session, |_| Ok::<_, ConfigError>(changed)),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    let why = refused.map_or_else(String::new, |error| error.reason());
    Err(AppError::usage(format!("can't set {key}: {why}"), "Nothing was changed."))
}

/// The JSON Schema of `cpt.toml`.
pub fn schema() -> String {
    config::schema()
}

/// Writes the schema of `cpt.toml` where its first line says. That an editor can't check a file stops nothing.
pub fn write_schema(root: &Path) {
    let _ = store::write_beside(root, config::SCHEMA_FILE, config::schema().as_bytes());
}

fn key_path(text: &str) -> Result<KeyPath, AppError> {
    text.parse().map_err(|why| AppError::usage(why, "Write it as in `cpt config get targets[0].by`."))
}

fn read(file: &Path) -> Result<String, AppError> {
    let text = read_bounded(file, config::LIMIT, Links::Follow);
    let text = text.map_err(|error| AppError::file(format!("can't read {}", file.display()), &error))?;
    Ok(String::from_utf8(text).map_err(|error| ConfigError::not_utf8(file, &error))?)
}
