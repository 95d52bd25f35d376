//! The file's values, checked and given their meaning.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use toml::{Spanned, Value};

use super::error::{ConfigError, nearest};
use super::raw::{Judges, Keyed, Raw, RawCharts, RawTarget};
use super::{Charts, Config, Format, Handles, Overrides, Theme, below_home};
use crate::judges::known_judges;
use crate::lang::{Lang, Later};
use crate::model::{Goal, Handle, Judge, Target, Track};

/// Turns what a file says into what it means.
pub(super) struct Checker<'a> {
    pub text: &'a str,
    pub file: &'a Path,
    pub overrides: &'a Overrides,
}

impl Checker<'_> {
    pub fn config(&self, raw: Raw) -> Result<Config, ConfigError> {
        let streak = self.streak(&raw.streak)?;
        let group = raw.group.map(|group| self.group(group, &streak)).transpose()?;
        Ok(Config {
            language: raw.language.as_ref().map(|code| self.language(code)).transpose()?,
            handles: self.handles(&raw.handles)?,
            repos: self.repos(raw.repos)?,
            streak,
            group,
            targets: raw
                .targets
                .into_iter()
                .enumerate()
                .map(|(index, target)| self.target(index, &target))
                .collect::<Result<_, _>>()?,
            charts: self.charts(raw.charts),
            readme: raw.readme.file.map(|file| self.readme(&file)).transpose()?,
            new: self.new_solutions(raw.new)?,
            lists: self.lists(raw.lists)?,
            sites: self.sites(&raw.judges)?,
            said: said(self.text),
        })
    }

    /// An error at the place of `value`.
    pub(super) fn wrong<T>(&self, value: &Spanned<T>, key: &str, message: impl Into<Later>) -> ConfigError {
        ConfigError::wrong(self.file, self.text, value.span(), key, message)
    }

    fn language(&self, code: &Spanned<String>) -> Result<Lang, ConfigError> {
        Lang::by_code(code.get_ref()).ok_or_else(|| {
            let (all, word) = (Lang::ALL.map(Lang::code), code.get_ref().clone());
            let message = Later::new(move |lang| {
                let all = lang.one_of(&all);
                lang.say(
                    || format!("unknown language {word:?}; use {all}"),
                    || format!("알 수 없는 언어입니다: {word:?} (사용할 수 있는 값: {all})"),
                    || format!("不明な言語です: {word:?} ({all} を指定してください)"),
                )
            });
            self.wrong(code, "language", message)
        })
    }

    fn handles(&self, raw: &Keyed<Judges, Spanned<String>>) -> Result<Handles, ConfigError> {
        let of_judge = |judge: Judge| {
            // An empty handle is what the template of `cpt init` leaves to fill in.
            let text = raw.get(judge.id()).filter(|text| !text.get_ref().is_empty())?;
            let handle = self.handle(judge, text, &format!("handles.{}", judge.id()));
            Some(handle.map(|handle| (judge, handle)))
        };
        Judge::all().filter_map(of_judge).collect()
    }

    pub(super) fn handle(
        &self,
        judge: Judge,
        text: &Spanned<String>,
        key: &str,
    ) -> Result<Handle, ConfigError> {
        Handle::new(judge, text.get_ref()).map_err(|why| self.wrong(text, key, why.of(text.get_ref())))
    }

    /// A path of the file's: relative to its directory, `~/` to the home directory.
    pub(super) fn path(&self, text: &str) -> PathBuf {
        let dir = self.file.parent().unwrap_or(Path::new(""));
        match below_home(text, self.overrides.home.as_deref()) {
            Some(path) => path,
            None if text == "." => dir.to_owned(),
            None => dir.join(text),
        }
    }

    fn target(&self, index: usize, raw: &RawTarget) -> Result<Target, ConfigError> {
        let key = |name: &str| format!("targets[{index}].{name}");
        let judge = *raw.judge.get_ref();
        if !judge.is_rated() {
            let rated: Vec<&str> = Judge::rated().map(Judge::id).collect();
            let rated = rated.join(", ");
            let message = Later::message(
                format!("{judge} has no rating; use one of {rated}"),
                format!("{judge}에는 레이팅이 없습니다 (사용할 수 있는 저지: {rated})"),
                format!("{judge} にはレーティングがありません (指定できるサイト: {rated})"),
            );
            return Err(self.wrong(&raw.judge, &key("judge"), message));
        }
        let track = raw.track.as_ref().map_or(Track::default(), |track| *track.get_ref());
        if let Some(written) = &raw.track
            && !judge.tracks().contains(&track)
        {
            let message = Later::message(
                format!("{judge} has no {track} rating"),
                format!("{judge}에는 {track} 레이팅이 없습니다"),
                format!("{judge} には {track} のレーティングがありません"),
            );
            return Err(self.wrong(written, &key("track"), message));
        }
        let (goal, equivalent) = match (&raw.colour, &raw.equivalent) {
            (Some(colour), None) => {
                let goal = Goal::parse(judge, &plain(colour.get_ref()))
                    .map_err(|why| self.wrong(colour, &key("colour"), why.to_string()))?;
                (goal, None)
            }
            (None, Some(text)) => {
                let (goal, elsewhere) = Goal::parse_elsewhere(judge, text.get_ref(), Judge::all())
                    .map_err(|why| self.wrong(text, &key("equivalent"), why.to_string()))?;
                (goal, Some(elsewhere))
            }
            (Some(_), Some(text)) => {
                let message = Later::message(
                    "`colour` and `equivalent` can't be used together",
                    "`colour`와 `equivalent`는 함께 쓸 수 없습니다",
                    "`colour` と `equivalent` は同時に指定できません",
                );
                return Err(self.wrong(text, &key("equivalent"), message));
            }
            (None, None) => {
                let message = Later::message(
                    "missing key `colour`: set a colour, title or rating",
                    "`colour` 키가 없습니다. 색, 칭호 또는 레이팅을 쓰세요",
                    "キー `colour` がありません。色・称号・レーティングを指定してください",
                );
                return Err(self.wrong(&raw.by, &format!("targets[{index}]"), message));
            }
        };
        let by = self.date(&raw.by, &key("by"))?;
        let from = raw.from.as_ref().map(|from| self.date(from, &key("from"))).transpose()?;
        if let (Some(written), Some(from)) = (&raw.from, from)
            && from > by
        {
            let message = Later::message(
                format!("must not be after `by` ({by})"),
                format!("`by`({by})보다 늦을 수 없습니다"),
                format!("`by` ({by}) より後にはできません"),
            );
            return Err(self.wrong(written, &key("from"), message));
        }
        Ok(Target { judge, track, goal, from, by, equivalent })
    }

    /// A day, written as a text or as TOML's own.
    pub(super) fn date(&self, value: &Spanned<Value>, key: &str) -> Result<Date, ConfigError> {
        let text = plain(value.get_ref());
        text.parse::<Date>().map_err(|_| {
            let message = Later::message(
                format!("invalid date {text:?}; use YYYY-MM-DD, e.g. \"2026-12-31\""),
                format!("잘못된 날짜입니다: {text:?} (예: \"2026-12-31\")"),
                format!("日付の形式が正しくありません: {text:?} (例: \"2026-12-31\")"),
            );
            self.wrong(value, key, message)
        })
    }

    fn charts(&self, raw: RawCharts) -> Charts {
        Charts {
            dir: self.path(raw.dir.as_deref().unwrap_or("charts")),
            formats: raw
                .formats
                .filter(|formats| !formats.is_empty())
                .unwrap_or_else(|| vec![Format::Svg, Format::Png]),
            theme: raw.theme.unwrap_or(Theme::Light),
            solved_by: raw.solved_by.unwrap_or_default(),
        }
    }

    fn readme(&self, file: &Spanned<String>) -> Result<PathBuf, ConfigError> {
        if file.get_ref().is_empty() {
            let message = Later::message(
                "must be a file name, e.g. \"README.md\"",
                "파일 이름을 쓰세요 (예: \"README.md\")",
                "ファイル名を指定してください (例: \"README.md\")",
            );
            return Err(self.wrong(file, "readme.file", message));
        }
        Ok(self.path(file.get_ref()))
    }
}

/// A message with a suggestion at its end, where one of `known` is near.
pub(super) fn did_you_mean<'a>(message: Later, word: &str, known: impl Iterator<Item = &'a str>) -> Later {
    match nearest(word, known) {
        None => message,
        Some(known) => suggested(message, format!("{known:?}")),
    }
}

/// That no judge is called so.
pub(super) fn unknown_judge(word: &str) -> Later {
    let message = Later::message(
        format!("unknown judge {word:?}"),
        format!("알 수 없는 저지입니다: {word:?}"),
        format!("不明なサイトです: {word:?}"),
    );
    did_you_mean(message, word, known_judges().flat_map(|known| known.words).copied())
}

/// A message with what was probably meant at its end.
pub(super) fn suggested(message: Later, known: String) -> Later {
    Later::new(move |lang| {
        let meant = lang.say(
            || format!("; did you mean {known}?"),
            || format!(" (혹시 {known}인가요?)"),
            || format!(" (もしかして: {known})"),
        );
        format!("{}{meant}", message.said(lang))
    })
}

/// A value as the user would say it: TOML has dates and numbers of its own, and people use them.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The text of a configuration as [`Config::said`] has it.
fn said(text: &str) -> String {
    let mut table: toml::Table = text.parse().unwrap_or_default();
    table.remove("judges");
    table.to_string()
}
