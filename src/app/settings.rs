//! What `cpt.toml` says, asked for and changed key by key.

use std::path::{Path, PathBuf};

use super::env::Env;
use super::error::{AppError, cannot_read};
use super::session::Session;
use super::target::rewrite;
use super::workspace::Workspace;
use crate::config::{self, Config, ConfigError, KeyPath};
use crate::files::{Links, read_bounded};
use crate::lang::{Lang, Later};
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
        let (file, why) = (file.display().to_string(), error.message().to_owned());
        let message = Later::new(move |lang| format!("{}: {why}", cannot_read(&file).said(lang)));
        let remedy = Later::advice(
            "Run `cpt doctor` to see where that is.",
            "위치는 `cpt doctor`로 확인하세요.",
            "場所は `cpt doctor` で確認してください。",
        );
        AppError::usage(message, remedy)
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
            let remedy = Later::advice(
                "Run `cpt config schema` to see every key.",
                "모든 키는 `cpt config schema`로 볼 수 있습니다.",
                "すべてのキーは `cpt config schema` で確認できます。",
            );
            AppError::usage(cannot_set(key, why), remedy)
        })?;
        match Config::parse(&changed, file, &env.overrides) {
            Ok(_) => return rewrite(&session, |_| Ok::<_, ConfigError>(changed)),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    let why = refused.map_or_else(|| String::new().into(), |error| error.reason());
    let remedy =
        Later::advice("Nothing was changed.", "아무것도 변경하지 않았습니다.", "何も変更していません。");
    Err(AppError::usage(cannot_set(key, why), remedy))
}

/// The JSON Schema of `cpt.toml`.
pub fn schema() -> String {
    config::schema()
}

/// Writes the schema of `cpt.toml` where its first line says. That an editor can't check a file stops nothing.
pub fn write_schema(root: &Path) {
    let _ = store::write_beside(root, config::SCHEMA_FILE, config::schema().as_bytes());
}

fn cannot_set(key: &str, why: Later) -> Later {
    let key = key.to_owned();
    Later::new(move |lang| {
        let why = why.said(lang);
        match lang {
            Lang::English | Lang::Pseudo => format!("can't set {key}: {why}"),
            Lang::Korean => format!("{key} 키를 설정할 수 없습니다: {why}"),
            Lang::Japanese => format!("{key} を設定できません: {why}"),
        }
    })
}

fn key_path(text: &str) -> Result<KeyPath, AppError> {
    let remedy = Later::advice(
        "Write it as in `cpt config get targets[0].by`.",
        "`cpt config get targets[0].by`처럼 쓰세요.",
        "`cpt config get targets[0].by` のように書いてください。",
    );
    text.parse().map_err(|why: Later| AppError::usage(why, remedy))
}

fn read(file: &Path) -> Result<String, AppError> {
    let text = read_bounded(file, config::LIMIT, Links::Follow);
    let text = text.map_err(|error| AppError::file(cannot_read(file.display()), &error))?;
    Ok(String::from_utf8(text).map_err(|error| ConfigError::not_utf8(file, &error))?)
}
