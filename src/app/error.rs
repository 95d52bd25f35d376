//! Whose fault it is, what happened, and what to do.

use std::error::Error;
use std::fmt::Display;
use std::io;
use std::sync::Arc;

use crate::config::ConfigError;
use crate::fetch::FetchError;
use crate::lang::{Lang, Later};
use crate::model::{Advice, Failure};
use crate::scan::ScanError;
use crate::store::StoreError;

/// Why a command could not do its work; decides the exit code.
#[derive(Debug)]
pub struct AppError {
    exit: u8,
    /// What happened, and what to do; `None` where it was said already.
    failure: Option<Failure>,
    /// What else could not be read; told before it.
    failures: Vec<Failure>,
}

impl AppError {
    fn new(exit: u8, failure: Failure) -> Self {
        Self { exit, failure: Some(failure), failures: Vec::new() }
    }

    /// Wrong arguments or configuration.
    pub fn usage(message: impl Into<Later>, remedy: impl Into<Later<Advice>>) -> Self {
        Self::wrong(Failure::new(message).advise(remedy))
    }

    /// The same, of what is told already.
    pub fn wrong(failure: Failure) -> Self {
        Self::new(2, failure)
    }

    /// A file or folder that the user named, or that lies where they said, can't be used.
    pub fn file(doing: impl Into<Later>, source: &io::Error) -> Self {
        let (doing, source) = (doing.into(), source.to_string());
        Self::new(2, Failure::new(Later::new(move |lang| format!("{}: {source}", doing.said(lang)))))
    }

    /// A page's template failed, which none should.
    pub fn page(error: impl Display) -> Self {
        let message = Later::message(
            format!("can't render the page: {error}"),
            format!("페이지를 만들 수 없습니다: {error}"),
            format!("ページを作成できません: {error}"),
        );
        Self::usage(message, bug())
    }

    /// A judge or repository can't be read, and there is nothing else to show.
    pub fn unreadable(failure: Failure) -> Self {
        Self::new(3, failure)
    }

    /// None of the repositories could be read, and there is nothing else to show.
    pub fn no_repository(failures: Vec<Failure>) -> Self {
        if failures.is_empty() {
            Self::usage(
                Later::message(
                    "no repository is configured",
                    "설정된 저장소가 없습니다",
                    "リポジトリが設定されていません",
                ),
                add_repository(),
            )
        } else {
            Self { failures, ..Self::said(3) }
        }
    }

    /// Already said; only the exit code is left.
    pub fn said(exit: u8) -> Self {
        Self { exit, failure: None, failures: Vec::new() }
    }

    /// The same after other things could not be read, which are told before it.
    pub fn after(mut self, failures: Vec<Failure>) -> Self {
        if self.failures.is_empty() {
            self.failures = failures;
        }
        self
    }

    pub fn exit_code(&self) -> u8 {
        self.exit
    }

    /// What else could not be read.
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }

    /// What happened, and what to do.
    pub fn said_in(&self, lang: Lang) -> (String, Option<Advice>) {
        self.failure.as_ref().map(|failure| failure.said(lang)).unwrap_or_default()
    }

    /// What happened, and what to do; `None` where it was said already.
    pub fn failure(&self) -> Option<Failure> {
        self.failure.clone()
    }
}

/// What to do about what should not happen.
pub fn bug() -> Later<Advice> {
    Later::advice(
        "This is a bug in cpt; please report it.",
        "cpt의 버그입니다. 제보해 주세요.",
        "cpt の不具合です。ご報告ください。",
    )
}

/// What to do where no repository can be used.
pub fn add_repository() -> Later<Advice> {
    Later::advice(
        "Add one under [[repos]] in cpt.toml.",
        "cpt.toml의 [[repos]]에 추가하세요.",
        "cpt.toml の [[repos]] に追加してください。",
    )
}

/// Before why `file` can't be written.
pub fn cannot_write(file: impl Display) -> Later {
    Later::message(
        format!("can't write {file}"),
        format!("{file} 파일을 쓸 수 없습니다"),
        format!("{file} に書き込めません"),
    )
}

/// That `file` is not overwritten.
pub fn exists(file: impl Display) -> Later {
    Later::message(
        format!("{file} already exists"),
        format!("이미 있습니다: {file}"),
        format!("すでに存在します: {file}"),
    )
}

/// Before why `file` can't be read.
pub fn cannot_read(file: impl Display) -> Later {
    Later::message(
        format!("can't read {file}"),
        format!("{file} 파일을 읽을 수 없습니다"),
        format!("{file} を読み込めません"),
    )
}

/// A room's error, which says itself in every language.
pub trait Told: Error + Send + Sync + 'static {
    /// What went wrong, without its causes.
    fn told(&self, lang: Lang) -> String;

    /// What the user can do about it.
    fn remedy(&self, lang: Lang) -> Option<Advice>;
}

impl Told for ScanError {
    fn told(&self, lang: Lang) -> String {
        self.told(lang)
    }

    fn remedy(&self, lang: Lang) -> Option<Advice> {
        self.remedy(lang)
    }
}

impl Told for StoreError {
    fn told(&self, lang: Lang) -> String {
        self.told(lang)
    }

    fn remedy(&self, lang: Lang) -> Option<Advice> {
        Some(self.remedy(lang))
    }
}

impl Told for ConfigError {
    fn told(&self, lang: Lang) -> String {
        self.told(lang)
    }

    fn remedy(&self, _: Lang) -> Option<Advice> {
        None
    }
}

impl Told for FetchError {
    fn told(&self, lang: Lang) -> String {
        self.told(lang)
    }

    fn remedy(&self, lang: Lang) -> Option<Advice> {
        Some(self.remedy(lang))
    }
}

/// `text`, which is said of an error, and its causes in one sentence, none of them said twice.
pub fn with_causes(mut text: String, error: &dyn Error) -> String {
    let mut cause = error.source();
    while let Some(error) = cause {
        let words = error.to_string();
        if !text.contains(&words) {
            text.push_str(": ");
            text.push_str(&words);
        }
        cause = error.source();
    }
    text
}

/// What an error says, and what to do about it.
pub fn failure(error: impl Told) -> Failure {
    let error = Arc::new(error);
    let has_remedy = error.remedy(Lang::English).is_some();
    let said = Arc::clone(&error);
    let message = Later::new(move |lang| with_causes(said.told(lang), &*said));
    let remedy = Later::new(move |lang| error.remedy(lang).unwrap_or_default());
    Failure { message, remedy: has_remedy.then_some(remedy) }
}

impl From<ScanError> for AppError {
    fn from(error: ScanError) -> Self {
        Self::unreadable(failure(error))
    }
}

impl From<ConfigError> for AppError {
    fn from(error: ConfigError) -> Self {
        Self::new(2, failure(error))
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        Self::new(4, failure(error))
    }
}

impl From<io::Error> for AppError {
    /// Standard output can't be written. Nobody reads any more: that is how `cpt | head` ends, and no error.
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::said(0)
        } else {
            Self::file(
                Later::message(
                    "can't write to standard output",
                    "표준 출력에 쓸 수 없습니다",
                    "標準出力に書き込めません",
                ),
                &error,
            )
        }
    }
}

impl From<serde_json::Error> for AppError {
    fn from(error: serde_json::Error) -> Self {
        Self::file(
            Later::message("can't write JSON", "JSON을 쓸 수 없습니다", "JSON を書き込めません"),
            &error.into(),
        )
    }
}
