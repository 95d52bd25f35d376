//! What `[[repos]]` says, checked and given its meaning.

use std::collections::HashSet;
use std::path::{Component, Path};

use ignore::gitignore::GitignoreBuilder;
use toml::Spanned;

use super::check::{Checker, did_you_mean};
use super::error::ConfigError;
use super::raw::RawRepo;
use crate::judges::{known_judge, known_judges};
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
                let message = "this repository is listed already; put all its folders into one `paths`";
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
            self.wrong(glob, key, format!("not a glob: {why}"))
        })
    }

    fn repo(&self, index: usize, raw: RawRepo) -> Result<RepoSpec, ConfigError> {
        let key = |name: &str| format!("repos[{index}].{name}");
        for (at, path) in raw.paths.iter().flatten().enumerate() {
            let outside = Path::new(path.get_ref())
                .components()
                .any(|part| !matches!(part, Component::Normal(_) | Component::CurDir));
            if outside {
                let message = "a folder inside the repository is expected, relative to its root";
                return Err(self.wrong(path, &key(&format!("paths[{at}]")), message));
            }
        }
        for (at, glob) in raw.ignore.iter().flatten().enumerate() {
            self.glob(glob, &key(&format!("ignore[{at}]")))?;
        }
        for (at, extension) in raw.extensions.iter().flatten().enumerate() {
            if extension.get_ref().is_empty() || extension.get_ref().contains(['/', '*']) {
                let message = "a file name's ending is expected, such as \"cpp\"";
                return Err(self.wrong(extension, &key(&format!("extensions[{at}]")), message));
            }
        }
        if raw.path.get_ref().is_empty() {
            return Err(self.wrong(&raw.path, &key("path"), "a repository's directory is expected"));
        }
        if let Some(judge) = &raw.judge
            && known_judge(judge.get_ref()).is_none()
        {
            let known = known_judges().flat_map(|known| known.words).copied();
            let message = format!(
                "{:?} is no judge that cpt knows; a name such as \"baekjoon\" is expected{}",
                judge.get_ref(),
                did_you_mean(judge.get_ref(), known)
            );
            return Err(self.wrong(judge, &key("judge"), message));
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
