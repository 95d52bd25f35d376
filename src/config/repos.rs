//! What `[[repos]]` says, checked and given its meaning.

use std::collections::HashSet;
use std::path::{Component, Path};

use ignore::gitignore::GitignoreBuilder;
use toml::Spanned;

use super::check::{Checker, unknown_judge};
use super::error::ConfigError;
use super::raw::RawRepo;
use crate::judges::known_judge;
use crate::lang::Later;
use crate::model::{RepoSpec, clean};

impl Checker<'_> {
    pub fn repos(&self, raw: Vec<RawRepo>) -> Result<Vec<RepoSpec>, ConfigError> {
        if raw.is_empty() {
            return Ok(vec![RepoSpec { label: ".".to_owned(), ..RepoSpec::new(self.path(".")) }]);
        }
        let mut repos: Vec<RepoSpec> = Vec::new();
        // The same folder may be written in several ways.
        let mut listed = HashSet::new();
        for (index, raw) in raw.into_iter().enumerate() {
            let path = raw.path.clone();
            let repo = self.repo(index, raw)?;
            if !listed.insert(repo.path.canonicalize().unwrap_or_else(|_| repo.path.clone())) {
                let message = Later::message(
                    "duplicate repository; list all its directories in one `paths`",
                    "중복된 저장소입니다. 디렉터리를 하나의 `paths`에 모두 쓰세요",
                    "重複したリポジトリです。ディレクトリは1つの `paths` にまとめてください",
                );
                return Err(self.wrong(&path, &format!("repos[{index}].path"), message));
            }
            repos.push(repo);
        }
        Ok(repos)
    }

    /// An error where a text is no glob as in a `.gitignore`.
    pub(super) fn glob(&self, glob: &Spanned<String>, key: &str) -> Result<(), ConfigError> {
        let read =
            GitignoreBuilder::new("").allow_unclosed_class(false).add_line(None, glob.get_ref()).map(drop);
        read.map_err(|why| {
            let why = match why {
                ignore::Error::Glob { err, .. } => err,
                other => other.to_string(),
            };
            let message = Later::message(
                format!("invalid pattern: {why}"),
                format!("잘못된 패턴입니다: {why}"),
                format!("パターンが正しくありません: {why}"),
            );
            self.wrong(glob, key, message)
        })
    }

    fn repo(&self, index: usize, raw: RawRepo) -> Result<RepoSpec, ConfigError> {
        let key = |name: &str| format!("repos[{index}].{name}");
        for (at, path) in raw.paths.iter().flatten().enumerate() {
            let outside = Path::new(path.get_ref())
                .components()
                .any(|part| !matches!(part, Component::Normal(_) | Component::CurDir));
            if outside {
                let message = Later::message(
                    "must be a directory relative to the repository root",
                    "저장소 최상위를 기준으로 한 디렉터리를 쓰세요",
                    "リポジトリのルートからの相対ディレクトリを指定してください",
                );
                return Err(self.wrong(path, &key(&format!("paths[{at}]")), message));
            }
        }
        for (at, glob) in raw.ignore.iter().flatten().enumerate() {
            self.glob(glob, &key(&format!("ignore[{at}]")))?;
        }
        for (at, extension) in raw.extensions.iter().flatten().enumerate() {
            if extension.get_ref().is_empty() || extension.get_ref().contains(['/', '*']) {
                let message = Later::message(
                    "must be a file extension, e.g. \"cpp\"",
                    "파일 확장자를 쓰세요 (예: \"cpp\")",
                    "ファイルの拡張子を指定してください (例: \"cpp\")",
                );
                return Err(self.wrong(extension, &key(&format!("extensions[{at}]")), message));
            }
        }
        if raw.path.get_ref().is_empty() {
            let message = Later::message(
                "must be the directory of a repository",
                "저장소의 디렉터리를 쓰세요",
                "リポジトリのディレクトリを指定してください",
            );
            return Err(self.wrong(&raw.path, &key("path"), message));
        }
        if let Some(judge) = &raw.judge
            && known_judge(judge.get_ref()).is_none()
        {
            return Err(self.wrong(judge, &key("judge"), unknown_judge(judge.get_ref())));
        }
        let words = |list: Option<Vec<Spanned<String>>>| {
            list.map(|list| list.into_iter().map(Spanned::into_inner).collect())
        };
        Ok(RepoSpec {
            path: self.path(raw.path.get_ref()),
            label: clean(raw.path.get_ref()).into_owned(),
            paths: words(raw.paths),
            authors: raw.authors,
            count_coauthors: raw.count_coauthors.unwrap_or(true),
            branches: Vec::new(),
            extensions: words(raw.extensions),
            ignore: words(raw.ignore),
            judge: raw.judge.map(Spanned::into_inner),
        })
    }
}
