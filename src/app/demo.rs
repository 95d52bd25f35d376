//! The sample user's workspace, and the judge that knows them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::SignedDuration;
use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};

use super::env::Env;
use super::error::{AppError, bug, cannot_write};
use crate::config::FILE_NAME;
use crate::files::{Existing, atomic_write};
use crate::judges;
use crate::lang::{Lang, Later};
use crate::model::{DayRule, Failure};
use crate::sample::{self, judge::JudgeServer};

/// A workspace with a practice repository, and a judge that serves the histories in it while this lives.
pub struct Demo {
    pub dir: PathBuf,
    /// The surroundings of whoever works in it.
    pub env: Env,
    judge: JudgeServer,
}

impl Demo {
    /// In the folder `keep`, which must be empty or new, else in a new one among the system's temporary files. It stays, so
    /// that the charts can be looked at.
    pub fn new(keep: Option<&Path>, env: &Env) -> Result<Self, AppError> {
        Self::of(keep, sample::practice, sample::configuration, env)
    }

    /// The same of a study group that shares a repository.
    pub fn of_group(keep: Option<&Path>, env: &Env) -> Result<Self, AppError> {
        Self::of(keep, sample::group, sample::group_configuration, env)
    }

    fn of(
        keep: Option<&Path>,
        make: fn(&Path, Date) -> Result<(), git2::Error>,
        configuration: fn(Date) -> String,
        env: &Env,
    ) -> Result<Self, AppError> {
        let dir = folder(keep, env)?;
        // The sample user's days are those of the zone that their configuration names.
        let now = env.now.with_time_zone(TimeZone::fixed(offset(9)));
        let today = DayRule { timezone: None, starts_at: SignedDuration::from_hours(4) }.today(&now);
        make(&dir, today).map_err(|error| broken(format!("making the sample repository: {error}")))?;
        // As `cpt init` has it: files speak the language of whoever tries it.
        let language = match env.lang(None) {
            Lang::English => String::new(),
            lang => format!("language = {:?}\n", lang.code()),
        };
        let text = language + &configuration(today);
        atomic_write(&dir.join(FILE_NAME), text.as_bytes(), Existing::Keep)
            .map_err(|error| AppError::file(cannot_write("cpt.toml"), &error))?;
        let mut data =
            sample::judge_data(today).map_err(|error| broken(format!("the sample histories: {error}")))?;
        sample::archived_to(&mut data, now.timestamp().as_second() - 5 * 60);
        let judge = JudgeServer::start(data).map_err(|error| {
            AppError::file(
                Later::message(
                    "can't open a port on 127.0.0.1 for the test server",
                    "테스트 서버용으로 127.0.0.1의 포트를 열 수 없습니다",
                    "テストサーバー用に 127.0.0.1 のポートを開けません",
                ),
                &error,
            )
        })?;
        let mut env = env.clone();
        env.cwd.clone_from(&dir);
        env.config = None;
        env.now = now;
        env.overrides.urls = judges::sites().map(|site| (site.id, judge.url_of(site).to_string())).collect();
        env.overrides.interval = Some(Duration::from_millis(50));
        Ok(Self { dir, env, judge })
    }

    /// Where the judge is.
    pub fn judge(&self) -> String {
        self.judge.url().to_string()
    }
}

fn folder(keep: Option<&Path>, env: &Env) -> Result<PathBuf, AppError> {
    let Some(keep) = keep else {
        let dir = tempfile::Builder::new().prefix("cpt-demo-").tempdir();
        return dir.map(tempfile::TempDir::keep).map_err(|error| {
            AppError::file(
                Later::message(
                    "can't create a temporary directory",
                    "임시 디렉터리를 만들 수 없습니다",
                    "一時ディレクトリを作成できません",
                ),
                &error,
            )
        });
    };
    let dir = env.cwd.join(keep);
    let failed = |error: &std::io::Error| AppError::file(cannot_write(dir.display()), error);
    std::fs::create_dir_all(&dir).map_err(|error| failed(&error))?;
    if std::fs::read_dir(&dir).map_err(|error| failed(&error))?.next().is_some() {
        let dir = dir.display();
        let message = Later::message(
            format!("{dir} is not empty"),
            format!("{dir} 디렉터리가 비어 있지 않습니다"),
            format!("{dir} は空ではありません"),
        );
        let remedy = Later::advice(
            "Choose a new or empty directory.",
            "새 디렉터리나 빈 디렉터리를 고르세요.",
            "新規または空のディレクトリを指定してください。",
        );
        return Err(AppError::usage(message, remedy));
    }
    dir.canonicalize().map_err(|error| failed(&error))
}

/// The sample data is part of the program: that it can't be used is the program's fault.
fn broken(message: String) -> AppError {
    AppError::unreadable(Failure::new(message).advise(bug()))
}
