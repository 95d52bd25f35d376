//! What a user says of all workspaces, in a file of their own: `config.toml` in [`user_dir`].

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use super::error::ConfigError;
use super::{LIMIT, Overrides, below_home};
use crate::files::{Links, read_bounded};
use crate::lang::Later;

/// The file's name.
const FILE_NAME: &str = "config.toml";

/// The user's own configuration. What a `cpt.toml` says may come from whoever made the repository that it lies in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UserConfig {
    /// The workspaces that may name files outside of their repository.
    trusted: Vec<PathBuf>,
}

#[derive(Debug, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    trusted: Vec<Spanned<String>>,
}

/// The folder with the user's own files for cpt: below `XDG_CONFIG_HOME`, else below `.config` in the home directory.
pub fn user_dir(config_home: Option<&str>, home: Option<&Path>) -> Option<PathBuf> {
    let config_home = config_home.map(PathBuf::from).filter(|dir| dir.is_absolute());
    Some(config_home.or_else(|| Some(home?.join(".config")))?.join("cpt"))
}

impl UserConfig {
    /// Reads it; the default where there is none.
    ///
    /// # Errors
    ///
    /// [`ConfigError`] where there is one that can't be read, has an unknown key, or names a folder by less than its
    /// whole path.
    pub fn load(overrides: &Overrides) -> Result<Self, ConfigError> {
        let Some(file) = overrides.user_dir.as_deref().map(Self::file) else { return Ok(Self::default()) };
        let bytes = match read_bounded(&file, LIMIT, Links::Follow) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(ConfigError::unreadable(&file, error)),
        };
        let text = String::from_utf8(bytes).map_err(|error| ConfigError::not_utf8(&file, &error))?;
        let raw: Raw = toml::from_str(&text).map_err(|error| {
            ConfigError::wrong(&file, &text, error.span().unwrap_or(0..0), "", error.message())
        })?;
        let dir = |written: &Spanned<String>| {
            let path = below_home(written.get_ref(), overrides.home.as_deref());
            let path = path.unwrap_or_else(|| PathBuf::from(written.get_ref()));
            path.is_absolute().then_some(path).ok_or_else(|| {
                let message = Later::message(
                    "must be an absolute path, or one that begins with ~/",
                    "절대 경로 또는 ~/로 시작하는 경로를 쓰세요",
                    "絶対パス、または ~/ で始まるパスを指定してください",
                );
                ConfigError::wrong(&file, &text, written.span(), "trusted", message)
            })
        };
        Ok(Self { trusted: raw.trusted.iter().map(dir).collect::<Result<_, _>>()? })
    }

    /// Its file in a [`user_dir`].
    pub fn file(dir: &Path) -> PathBuf {
        dir.join(FILE_NAME)
    }

    /// Whether the workspace `root` may name files anywhere.
    pub fn trusts(&self, root: &Path) -> bool {
        let real = |dir: &Path| dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
        self.trusted.iter().any(|trusted| real(trusted) == real(root))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(home: &Path, text: &str) -> Result<UserConfig, String> {
        let overrides = Overrides {
            home: Some(home.to_owned()),
            user_dir: user_dir(None, Some(home)),
            ..Overrides::default()
        };
        let dir = overrides.user_dir.as_ref().unwrap();
        std::fs::create_dir_all(dir).unwrap();
        std::fs::write(dir.join(FILE_NAME), text).unwrap();
        UserConfig::load(&overrides)
            .map_err(|error| error.to_string().replace(home.to_str().unwrap(), "[HOME]"))
    }

    #[test]
    fn a_workspace_is_trusted_by_its_own_path_alone() {
        assert_eq!(UserConfig::load(&Overrides::default()).unwrap(), UserConfig::default());
        let home = tempfile::tempdir().unwrap();
        let user = load(home.path(), "trusted = [\"~/practice\", \"/srv/cp\"]\n").unwrap();
        assert!(user.trusts(&home.path().join("practice")) && user.trusts(Path::new("/srv/cp")));
        for other in [home.path(), Path::new("/srv"), &home.path().join("practice/below")] {
            assert!(!user.trusts(other), "{}", other.display());
        }
    }

    #[test]
    fn what_is_wrong_in_it_is_pointed_at() {
        let home = tempfile::tempdir().unwrap();
        let wrong = |text| load(home.path(), text).unwrap_err();
        assert_eq!(
            wrong("trusted = [\"/a\", \"practice\"]"),
            "[HOME]/.config/cpt/config.toml:1:18: trusted: must be an absolute path, or one that begins with ~/"
        );
        assert!(
            wrong("trust = []").contains("config.toml:1:1: unknown field `trust`"),
            "{}",
            wrong("trust = []")
        );
    }

    #[test]
    fn it_lies_where_other_programs_have_theirs() {
        let home = Some(Path::new("/home/ada"));
        assert_eq!(user_dir(None, home), Some("/home/ada/.config/cpt".into()));
        assert_eq!(user_dir(Some("/etc/xdg"), home), Some("/etc/xdg/cpt".into()));
        assert_eq!(user_dir(Some("relative"), home), Some("/home/ada/.config/cpt".into()));
        assert_eq!(user_dir(None, None), None);
    }
}
