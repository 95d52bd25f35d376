//! The texts of `--help`, a file for each family of commands.
//!
//! The English ones are the doc comments of `cli`, which also make the manual pages and what shells complete; here they are
//! the keys. So a changed English text loses its translations until they are changed, too, and a test of `cli` finds
//! each text that has none, and each translation that nothing shows.

mod common;
mod files;
mod group;
mod practice;
mod problems;
mod setup;

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::Judge;

/// A text in English, Korean and Japanese.
type Said = [&'static str; 3];

/// Every text.
pub fn all() -> impl Iterator<Item = Said> {
    let families =
        [common::TEXTS, setup::TEXTS, practice::TEXTS, problems::TEXTS, files::TEXTS, group::TEXTS];
    families.into_iter().flatten().copied()
}

/// A text in the doc comments of `cli` in this language; `None` where it has no translation.
pub fn text(lang: Lang, english: &str) -> Option<Cow<'static, str>> {
    if let Some(judge) = Judge::all().find(|judge| handle_option(Lang::English, *judge) == english) {
        return Some(handle_option(lang, judge).into());
    }
    let [english, korean, japanese] = all().find(|said| said[0] == english)?;
    Some(lang.word(english, korean, japanese))
}

/// The option of a judge's handle.
pub fn handle_option(lang: Lang, judge: Judge) -> String {
    lang.say(
        || format!("Your {judge} handle, or the URL of your profile"),
        || format!("{judge} 핸들 또는 프로필 페이지의 URL"),
        || format!("{judge} のハンドル、またはプロフィールの URL"),
    )
}

/// "Usage", before what can be typed.
pub fn usage(lang: Lang) -> Cow<'static, str> {
    lang.word("Usage", "사용법", "使い方")
}

/// The heading of the commands.
pub fn commands(lang: Lang) -> Cow<'static, str> {
    lang.word("Commands", "명령", "コマンド")
}

/// The heading of the arguments without a name.
pub fn arguments(lang: Lang) -> Cow<'static, str> {
    lang.word("Arguments", "인수", "引数")
}

/// The heading of the options.
pub fn options(lang: Lang) -> Cow<'static, str> {
    lang.word("Options", "옵션", "オプション")
}

/// Before the list of the values that an option takes, a line each.
pub fn possible_values(lang: Lang) -> Cow<'static, str> {
    lang.word("Possible values", "사용할 수 있는 값", "指定できる値")
}

/// `values` in one line.
pub fn one_of_values(lang: Lang, values: &str) -> String {
    lang.say(
        || format!("[possible values: {values}]"),
        || format!("[사용할 수 있는 값: {values}]"),
        || format!("[指定できる値: {values}]"),
    )
}

/// What holds where nothing is said.
pub fn default_value(lang: Lang, value: &str) -> String {
    lang.say(
        || format!("[default: {value}]"),
        || format!("[기본값: {value}]"),
        || format!("[デフォルト: {value}]"),
    )
}

/// Another name of a command, or several.
pub fn aliases(lang: Lang, names: &[&str]) -> String {
    let list = names.join(", ");
    let plural = if names.len() == 1 { "" } else { "es" };
    lang.say(
        || format!("[alias{plural}: {list}]"),
        || format!("[별칭: {list}]"),
        || format!("[別名: {list}]"),
    )
}
