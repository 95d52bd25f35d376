//! What surrounds the process: where it runs, what time it is, what the environment and the terminal say.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};
use terminal_size::{Height, Width, terminal_size};

use super::error::AppError;
use super::pager::Pager;
use crate::config::{self, Overrides, user_dir};
use crate::judges;
use crate::lang::{Lang, Later};
use crate::model::{Advice, clean};

/// No terminal is wider; what is drawn across it grows with its width.
const WIDEST: u64 = 1000;

/// The years that `CPT_NOW` can be in: before them nobody was rated, and after them the calendar ends.
const YEARS: std::ops::RangeInclusive<i16> = 1970..=2200;

/// The surroundings, read once. Nothing else reads them.
#[derive(Debug, Clone)]
pub struct Env {
    /// The working directory.
    pub cwd: PathBuf,
    /// This program's file.
    pub program: PathBuf,
    /// The configuration that was asked for by `--config` or `CPT_CONFIG`.
    pub config: Option<PathBuf>,
    /// The language that was asked for by `--lang`.
    pub asked_lang: Option<Lang>,
    /// The language of the environment: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that says anything.
    pub locale_lang: Lang,
    /// Now, in the user's time zone; fixed by `CPT_NOW`.
    pub now: ZonedDateTime,
    /// The user's editor, as a command line: `VISUAL`, else `EDITOR`.
    pub editor: Option<String>,
    /// What the environment says over the configuration.
    pub overrides: Overrides,
    /// Where `cpt group --post` sends its message: `CPT_WEBHOOK_URL`.
    pub webhook: Option<Webhook>,
    /// Whether the terminal follows links.
    pub hyperlinks: bool,
    /// What shows answers that are longer than the screen; `None` where `PAGER` is empty.
    pub pager: Option<Pager>,
    /// The terminal's height; `None` where it can't be told.
    pub rows: Option<usize>,
    /// The terminal's width, or what `COLUMNS` says, or 80.
    pub columns: usize,
    /// Whether somebody sits at the terminal and can be asked.
    pub interactive: bool,
    /// Whether standard error is a terminal, so that progress can be shown.
    pub progress: bool,
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that reads the clock and the environment"
)]
impl Env {
    /// The columns of the terminal: by `COLUMNS`, or else by itself.
    pub fn columns_of_terminal() -> usize {
        match std::env::var("COLUMNS").ok().and_then(|text| text.parse::<u64>().ok()) {
            Some(columns) => columns.min(WIDEST) as usize,
            None => terminal_size().map_or(80, |(Width(columns), _)| usize::from(columns)),
        }
    }

    /// The language of the environment, by POSIX's order.
    pub fn locale_lang() -> Lang {
        let mut said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(std::env::var_os);
        said.find(|locale| !locale.is_empty())
            .and_then(|locale| Some(Lang::of_locale(locale.to_str()?)))
            .unwrap_or_default()
    }

    /// The language of what is told where no workspace is open: whatever else is wrong with a configuration, what it says
    /// of the language holds.
    pub fn lang_of(asked: Option<Lang>, config: Option<PathBuf>) -> Lang {
        let configured = || {
            let config = config.or_else(|| std::env::var_os("CPT_CONFIG").map(PathBuf::from));
            config::language(&config.or_else(|| config::find(&cwd()?))?)
        };
        asked.or_else(configured).unwrap_or_else(Self::locale_lang)
    }

    pub fn of_process(config: Option<PathBuf>, lang: Option<Lang>) -> Result<Self, AppError> {
        let text = |name: &str| match std::env::var_os(name).map(OsString::into_string) {
            None => Ok(None),
            Some(Ok(text)) => Ok(Some(text).filter(|text| !text.is_empty())),
            Some(Err(_)) => {
                let message = Later::message(
                    format!("{name} is not UTF-8"),
                    format!("{name} 값이 UTF-8이 아닙니다"),
                    format!("{name} が UTF-8 ではありません"),
                );
                Err(AppError::usage(message, unset(name)))
            }
        };
        let number = |name: &str| {
            let Some(text) = text(name)? else { return Ok(None) };
            text.parse::<u64>().map(Some).map_err(|_| {
                let message = Later::message(
                    format!("{name}: {text:?} is not a whole number"),
                    format!("{name}: 정수가 아닙니다: {text:?}"),
                    format!("{name}: 整数ではありません: {text:?}"),
                );
                let remedy = Later::advice(
                    format!("Unset {name}, or set it to a number."),
                    format!("{name} 설정을 해제하거나 숫자로 설정하세요."),
                    format!("{name} の設定を解除するか、数値を設定してください。"),
                );
                AppError::usage(message, remedy)
            })
        };
        let mut urls = BTreeMap::new();
        for site in judges::sites() {
            urls.extend(text(site.variable)?.map(|url| (site.id, url)));
        }
        let cwd = std::env::current_dir().map_err(|error| {
            AppError::file(
                Later::message(
                    "can't determine the current directory",
                    "현재 디렉터리를 알 수 없습니다",
                    "現在のディレクトリを取得できません",
                ),
                &error,
            )
        })?;
        let home = std::env::home_dir();
        Ok(Self {
            cwd,
            program: std::env::current_exe().unwrap_or_else(|_| PathBuf::from("cpt")),
            config: match config {
                Some(asked) => Some(asked),
                None => text("CPT_CONFIG")?.map(PathBuf::from),
            },
            asked_lang: lang,
            locale_lang: Self::locale_lang(),
            now: match text("CPT_NOW")? {
                Some(text) => fixed_now(&text)?,
                None => Timestamp::now().to_zoned_datetime(TimeZone::try_system().unwrap_or(TimeZone::UTC)),
            },
            editor: ["VISUAL", "EDITOR"].into_iter().find_map(|name| text(name).ok().flatten()),
            overrides: Overrides {
                user_dir: user_dir(text("XDG_CONFIG_HOME").ok().flatten().as_deref(), home.as_deref()),
                home,
                urls,
                interval: number("CPT_INTERVAL_MS")?.map(Duration::from_millis),
            },
            webhook: text("CPT_WEBHOOK_URL")?.map(Webhook),
            hyperlinks: supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
            pager: match std::env::var_os("PAGER") {
                Some(none) if none.is_empty() => None,
                _ => Some(Pager {
                    command: text("PAGER").ok().flatten(),
                    set: Pager::variables().filter(|name| std::env::var_os(name).is_some()).collect(),
                }),
            },
            rows: terminal_size().map(|(_, Height(rows))| usize::from(rows)),
            columns: Self::columns_of_terminal(),
            interactive: std::io::stdin().is_terminal() && std::io::stderr().is_terminal(),
            progress: std::io::stderr().is_terminal(),
        })
    }
}

/// The address of a webhook: a secret.
#[derive(Clone)]
pub struct Webhook(String);

impl Webhook {
    /// It, for whoever sends something there.
    pub fn address(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Webhook(..)")
    }
}

impl Env {
    /// The same process's surroundings as they are now: a server lives longer than its first moment.
    pub fn again(&self) -> Result<Self, AppError> {
        Self::of_process(self.config.clone(), self.asked_lang)
    }

    /// The language of what is told: the one that was asked for, else the configured one, else the environment's.
    pub fn lang(&self, configured: Option<Lang>) -> Lang {
        self.asked_lang.or(configured).unwrap_or(self.locale_lang)
    }

    /// A file as the user would name it: relative to the working directory where it lies in it.
    pub fn shown(&self, file: &Path) -> String {
        clean(&file.strip_prefix(&self.cwd).unwrap_or(file).display().to_string()).into_owned()
    }
}

/// The working directory; `None` where it can't be told.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
pub fn cwd() -> Option<PathBuf> {
    std::env::current_dir().ok()
}

/// What to do about a variable that can't be used.
fn unset(name: &str) -> Later<Advice> {
    Later::advice(
        format!("Unset {name}."),
        format!("{name} 설정을 해제하세요."),
        format!("{name} の設定を解除してください。"),
    )
}

/// The same about `CPT_NOW`.
fn use_clock() -> Later<Advice> {
    Later::advice(
        "Unset CPT_NOW to use the current time.",
        "현재 시각을 쓰려면 CPT_NOW 설정을 해제하세요.",
        "現在時刻を使うには CPT_NOW の設定を解除してください。",
    )
}

/// `CPT_NOW`: a moment and the offset that it is lived in.
fn fixed_now(text: &str) -> Result<ZonedDateTime, AppError> {
    use jiff::fmt::temporal::{Pieces, PiecesOffset};
    let wrong = || {
        let example = "2026-11-23T21:00:00+09:00";
        let message = Later::message(
            format!("CPT_NOW: invalid timestamp {text:?}; use RFC 3339 with an offset, e.g. {example}"),
            format!("CPT_NOW: 잘못된 시각입니다: {text:?} (시간대가 있는 RFC 3339, 예: {example})"),
            format!(
                "CPT_NOW: 日時の形式が正しくありません: {text:?} (オフセット付きの RFC 3339、例: {example})"
            ),
        );
        AppError::usage(message, use_clock())
    };
    let moment: Timestamp = text.parse().map_err(|_| wrong())?;
    if !YEARS.contains(&moment.to_zoned_datetime(TimeZone::UTC).year()) {
        let (first, last) = (YEARS.start(), YEARS.end());
        let message = Later::message(
            format!("CPT_NOW: {text:?} is not between {first} and {last}"),
            format!("CPT_NOW: {first}년과 {last}년 사이가 아닙니다: {text:?}"),
            format!("CPT_NOW: {first}年〜{last}年の範囲外です: {text:?}"),
        );
        return Err(AppError::usage(message, use_clock()));
    }
    let zone = match Pieces::parse(text).map_err(|_| wrong())?.offset() {
        Some(PiecesOffset::Numeric(numeric)) => TimeZone::fixed(numeric.offset()),
        _ => TimeZone::UTC,
    };
    Ok(moment.to_zoned_datetime(zone))
}
