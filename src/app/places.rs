//! Where files may lie that a workspace names: whoever made the repository that it is in may have written its
//! configuration and laid its links.

use std::path::{Path, PathBuf};

use super::env::Env;
use super::error::{AppError, cannot_write};
use super::workspace::Workspace;
use crate::config::UserConfig;
use crate::files;
use crate::lang::Later;
use crate::model::Advice;
use crate::scan;

impl Workspace {
    /// An error where `file`, which cpt is about to write by itself, leads out of the repository that the workspace is
    /// in, unless the user trusts the workspace.
    pub fn may_write(&self, file: &Path, env: &Env) -> Result<(), AppError> {
        self.confine(file, env, || cannot_write(env.shown(file)))
    }

    /// The same for whatever lies in the directory `dir`.
    pub fn may_write_in(&self, dir: &Path, env: &Env) -> Result<(), AppError> {
        self.confine(&dir.join("file"), env, || cannot_write(env.shown(dir)))
    }

    fn confine(&self, file: &Path, env: &Env, doing: impl Fn() -> Later) -> Result<(), AppError> {
        let Err(error) = files::inside(&self.boundary(), file) else { return Ok(()) };
        if self.is_trusted(env)? {
            return Ok(());
        }
        let (doing, why) = (doing(), error.to_string());
        let message = Later::new(move |lang| format!("{}: {why}", doing.said(lang)));
        Err(AppError::usage(message, self.way_to_trust(env)))
    }

    /// An error where `file` is neither in that repository nor among the user's own files for cpt, unless the user trusts
    /// the workspace. `otherwise` is what else can be done, a sentence.
    pub fn may_read(&self, file: &Path, otherwise: Later<Advice>, env: &Env) -> Result<(), AppError> {
        // What can't be looked at can't be read either, and that is said then.
        let Ok(real) = file.canonicalize() else { return Ok(()) };
        let user_dir = env.overrides.user_dir.as_deref();
        let is_inside = |dir: &Path| files::inside(dir, &real).is_ok();
        if is_inside(&self.boundary()) || user_dir.is_some_and(is_inside) || self.is_trusted(env)? {
            return Ok(());
        }
        let boundary = self.boundary();
        let (file, dir) = (env.shown(file), boundary.components().as_path().display());
        let message = Later::message(
            format!("{file} is not in {dir}"),
            format!("{file} 파일이 {dir} 안에 없습니다"),
            format!("{file} は {dir} の中にありません"),
        );
        let trust = self.way_to_trust(env);
        let remedy = Later::new(move |lang| otherwise.said(lang).and(" ").then(trust.said(lang)));
        Err(AppError::usage(message, remedy))
    }

    /// The repository that the workspace is in, else its own folder.
    fn boundary(&self) -> PathBuf {
        let found = scan::discover(&self.root).ok().flatten().filter(|found| !found.bare);
        found.map_or_else(|| self.root.clone(), |found| found.root)
    }

    fn is_trusted(&self, env: &Env) -> Result<bool, AppError> {
        Ok(UserConfig::load(&env.overrides)?.trusts(&self.root))
    }

    fn way_to_trust(&self, env: &Env) -> Later<Advice> {
        let Some(dir) = &env.overrides.user_dir else { return Advice::default().into() };
        let root = toml::Value::String(self.root.display().to_string());
        let file = UserConfig::file(dir);
        let file = env.shown(&file);
        Later::advice(
            format!("If you trust this repository, add {root} to `trusted` in {file}."),
            format!("이 저장소를 신뢰한다면 {file} 파일의 `trusted`에 추가하세요: {root}"),
            format!("このリポジトリを信頼する場合は、{file} の `trusted` に {root} を追加してください。"),
        )
    }
}
