//! What is wrong with a command line.

use std::fmt::Display;

use jiff::civil::Date;

use crate::lang::Lang;
use crate::model::Advice;

/// After what isn't known: what was probably meant; nothing where nothing is near.
fn meant(lang: Lang, near: &[String]) -> String {
    let near: Vec<String> = near.iter().map(|name| format!("{name:?}")).collect();
    if near.is_empty() {
        return String::new();
    }
    match lang {
        Lang::English | Lang::Pseudo => format!("; did you mean {}?", lang.one_of(&near)),
        Lang::Korean => format!(" (혹시 {}인가요?)", lang.one_of(&near)),
        Lang::Japanese => format!(" (もしかして: {})", near.join("、")),
    }
}

/// `option` as it was typed, and those that are near to it.
pub fn unknown_option(lang: Lang, option: &str, near: &[String]) -> String {
    lang.say(
        || format!("unknown option {option:?}{}", meant(Lang::English, near)),
        || format!("알 수 없는 옵션입니다: {option:?}{}", meant(lang, near)),
        || format!("不明なオプションです: {option:?}{}", meant(lang, near)),
    )
}

/// A word too many.
pub fn unexpected_argument(lang: Lang, argument: &str) -> String {
    lang.say(
        || format!("unexpected argument {argument:?}"),
        || format!("필요 없는 인수입니다: {argument:?}"),
        || format!("余分な引数です: {argument:?}"),
    )
}

/// A command as it was typed, and those that are near to it.
pub fn unknown_command(lang: Lang, command: &str, near: &[String]) -> String {
    lang.say(
        || format!("unknown command {command:?}{}", meant(Lang::English, near)),
        || format!("알 수 없는 명령입니다: {command:?}{}", meant(lang, near)),
        || format!("不明なコマンドです: {command:?}{}", meant(lang, near)),
    )
}

/// `command` does nothing by itself.
pub fn missing_command(lang: Lang, command: &str) -> String {
    lang.say(
        || format!("missing command after {command:?}"),
        || format!("{command:?} 뒤에 명령이 필요합니다"),
        || format!("{command:?} の後にコマンドが必要です"),
    )
}

/// A value that `argument` (`--by <DATE>`) doesn't take, and the values that are near to it.
pub fn invalid_value(lang: Lang, argument: &str, value: &str, near: &[String]) -> String {
    lang.say(
        || format!("invalid value {value:?} for {argument}{}", meant(Lang::English, near)),
        || format!("{argument}의 값이 잘못되었습니다: {value:?}{}", meant(lang, near)),
        || format!("{argument} の値が正しくありません: {value:?}{}", meant(lang, near)),
    )
}

/// `argument` takes a value, and has none.
pub fn missing_value(lang: Lang, argument: &str) -> String {
    lang.say(
        || format!("missing value for {argument}"),
        || format!("{argument}의 값이 없습니다"),
        || format!("{argument} の値がありません"),
    )
}

/// A value where none is taken, or one too many.
pub fn unexpected_value(lang: Lang, argument: &str, value: &str) -> String {
    lang.say(
        || format!("unexpected value {value:?} for {argument}"),
        || format!("{argument}에는 이 값을 쓸 수 없습니다: {value:?}"),
        || format!("{argument} にはこの値を指定できません: {value:?}"),
    )
}

/// As many values as `argument` doesn't take.
pub fn wrong_number_of_values(lang: Lang, argument: &str) -> String {
    lang.say(
        || format!("wrong number of values for {argument}"),
        || format!("{argument}의 값 개수가 잘못되었습니다"),
        || format!("{argument} の値の個数が正しくありません"),
    )
}

/// What has to be there: `<JUDGE>`, `--by <DATE>`.
pub fn missing_arguments(lang: Lang, arguments: &[String]) -> String {
    let list = arguments.join(", ");
    let plural = if arguments.len() == 1 { "" } else { "s" };
    lang.say(
        || format!("missing required argument{plural}: {list}"),
        || format!("필수 인수가 없습니다: {list}"),
        || format!("必須の引数がありません: {list}"),
    )
}

/// `argument` and each of `others` exclude each other.
pub fn conflict(lang: Lang, argument: &str, others: &[String]) -> String {
    let list = others.join(", ");
    lang.say(
        || match others {
            [] => format!("{argument} can't be used with the other arguments"),
            _ => format!("{argument} can't be used with {}", lang.one_of(others)),
        },
        || match others {
            [] => format!("다른 인수와 함께 쓸 수 없습니다: {argument}"),
            _ => format!("함께 쓸 수 없습니다: {argument}, {list}"),
        },
        || match others {
            [] => format!("ほかの引数と同時に指定できません: {argument}"),
            _ => format!("同時に指定できません: {argument}, {list}"),
        },
    )
}

/// `argument` is there twice.
pub fn repeated(lang: Lang, argument: &str) -> String {
    lang.say(
        || format!("{argument} can't be used more than once"),
        || format!("한 번만 쓸 수 있습니다: {argument}"),
        || format!("1回しか指定できません: {argument}"),
    )
}

/// An argument isn't text.
pub fn not_utf8(lang: Lang) -> String {
    lang.word("an argument is not UTF-8", "UTF-8이 아닌 인수가 있습니다", "UTF-8 ではない引数があります")
        .into_owned()
}

/// `help` shows how it is done.
pub fn see_help(lang: Lang, help: &str) -> Advice {
    lang.say(
        || Advice::words("Run ").and_code(help).and(" for usage."),
        || Advice::words("사용법 보기: ").and_code(help),
        || Advice::words("使い方を表示するには: ").and_code(help),
    )
}

/// A judge that nobody knows, and what is near to it.
pub fn unknown_judge(lang: Lang, judge: &str, near: &[String]) -> String {
    lang.say(
        || format!("unknown judge {judge:?}{}", meant(Lang::English, near)),
        || format!("지원하지 않는 저지입니다: {judge:?}{}", meant(lang, near)),
        || format!("対応していないサイトです: {judge:?}{}", meant(lang, near)),
    )
}

/// A list of problems that nobody knows, and what is near to it.
pub fn unknown_list(lang: Lang, list: &str, near: &[String]) -> String {
    lang.say(
        || format!("unknown list {list:?}{}", meant(Lang::English, near)),
        || format!("알 수 없는 목록입니다: {list:?}{}", meant(lang, near)),
        || format!("不明なリストです: {list:?}{}", meant(lang, near)),
    )
}

/// A tag that no problem has, and what is near to it.
pub fn unknown_tag(lang: Lang, tag: &str, near: &[String]) -> String {
    lang.say(
        || format!("--tag: unknown tag {tag:?}{}", meant(Lang::English, near)),
        || format!("--tag: 알 수 없는 태그입니다: {tag:?}{}", meant(lang, near)),
        || format!("--tag: 不明なタグです: {tag:?}{}", meant(lang, near)),
    )
}

/// All values that there are.
pub fn use_one_of(lang: Lang, values: &[String]) -> Advice {
    let list = values.join(", ");
    Advice::words(lang.say(
        || format!("Possible values: {list}."),
        || format!("사용할 수 있는 값: {list}"),
        || format!("指定できる値: {list}"),
    ))
}

/// All commands that there are below one.
pub fn use_a_command(lang: Lang, commands: &[String]) -> Advice {
    let list = commands.join(", ");
    Advice::words(lang.say(
        || format!("Commands: {list}."),
        || format!("명령: {list}"),
        || format!("コマンド: {list}"),
    ))
}

/// How a day is written.
pub fn use_a_date(lang: Lang) -> Advice {
    advice(
        lang,
        "Use YYYY-MM-DD, e.g. 2026-12-31.",
        "YYYY-MM-DD 형식으로 쓰세요 (예: 2026-12-31).",
        "YYYY-MM-DD の形式で指定してください (例: 2026-12-31)。",
    )
}

/// How the last day of something is written.
pub fn use_a_deadline(lang: Lang) -> Advice {
    advice(
        lang,
        "Use YYYY-MM-DD, a year or a time from now, e.g. 2026-12-31, 2027 or +6m.",
        "YYYY-MM-DD, 연도 또는 지금부터의 기간을 쓰세요 (예: 2026-12-31, 2027, +6m).",
        "YYYY-MM-DD、年、または今からの期間を指定してください (例: 2026-12-31, 2027, +6m)。",
    )
}

/// How a number of days, weeks, months or years is written.
pub fn use_a_period(lang: Lang) -> Advice {
    advice(
        lang,
        "Use a number from 1 to 9999 and d, w, m or y, e.g. 30d.",
        "1부터 9999까지의 숫자 뒤에 d, w, m, y 중 하나를 붙여 쓰세요 (예: 30d).",
        "1〜9999の数字に d、w、m、y のいずれかを付けて指定してください (例: 30d)。",
    )
}

/// A whole number from `least` to `most`.
pub fn use_a_whole_number(lang: Lang, least: i64, most: i64) -> Advice {
    Advice::words(lang.say(
        || format!("Use a whole number from {least} to {most}."),
        || format!("{least}부터 {most}까지의 정수를 쓰세요."),
        || format!("{least}〜{most}の整数を指定してください。"),
    ))
}

/// How a probability is written.
pub fn use_a_probability(lang: Lang) -> Advice {
    advice(
        lang,
        "Use a number between 0 and 1, e.g. 0.3, or a percentage, e.g. 30%.",
        "0과 1 사이의 수(예: 0.3) 또는 백분율(예: 30%)을 쓰세요.",
        "0と1の間の数 (例: 0.3) またはパーセント (例: 30%) を指定してください。",
    )
}

/// How a range of ratings is written.
pub fn use_a_range(lang: Lang) -> Advice {
    advice(
        lang,
        "Use a range with the lower number first, e.g. 1200..1400 or 1200..",
        "작은 수를 먼저 써서 범위로 쓰세요 (예: 1200..1400, 1200..).",
        "小さい数を先にして範囲で指定してください (例: 1200..1400, 1200..)。",
    )
}

/// How a month is written.
pub fn use_a_month(lang: Lang) -> Advice {
    advice(
        lang,
        "Use YYYY-MM, e.g. 2026-11.",
        "YYYY-MM 형식으로 쓰세요 (예: 2026-11).",
        "YYYY-MM の形式で指定してください (例: 2026-11)。",
    )
}

/// How a year is written.
pub fn use_a_year(lang: Lang) -> Advice {
    advice(
        lang,
        "Use four digits, e.g. 2026.",
        "네 자리 연도를 쓰세요 (예: 2026).",
        "4桁の年を指定してください (例: 2026)。",
    )
}

/// How a time of day is written.
pub fn use_a_time(lang: Lang) -> Advice {
    advice(
        lang,
        "Use HH:MM, e.g. 18:00.",
        "HH:MM 형식으로 쓰세요 (예: 18:00).",
        "HH:MM の形式で指定してください (例: 18:00)。",
    )
}

/// Of which addresses a workflow can install a program.
pub fn use_a_public_url(lang: Lang) -> Advice {
    advice(
        lang,
        "Use the https:// URL of a public repository, without a user name or password.",
        "공개 저장소의 https:// URL을 사용자 이름과 비밀번호 없이 쓰세요.",
        "公開リポジトリの https:// URL を、ユーザー名とパスワードを付けずに指定してください。",
    )
}

/// The sizes that a chart can have, as they are written: "600x320".
pub fn use_a_size(lang: Lang, least: impl Display, most: impl Display) -> Advice {
    Advice::words(lang.say(
        || format!("Use WIDTHxHEIGHT from {least} to {most}, e.g. 1200x630."),
        || format!("{least}부터 {most}까지 너비x높이로 쓰세요 (예: 1200x630)."),
        || format!("{least}〜{most}の範囲で、幅x高さで指定してください (例: 1200x630)。"),
    ))
}

fn advice(lang: Lang, english: &'static str, korean: &'static str, japanese: &'static str) -> Advice {
    Advice::words(lang.word(english, korean, japanese))
}

/// `--since` is after `--until`.
pub fn days_swapped(lang: Lang, since: Date, until: Date) -> String {
    lang.say(
        || format!("--since {since} is after --until {until}"),
        || format!("--since {since} 날짜가 --until {until} 날짜보다 늦습니다"),
        || format!("--since {since} が --until {until} より後になっています"),
    )
}

/// After [`days_swapped`].
pub fn days_swapped_remedy(lang: Lang) -> Advice {
    advice(lang, "Swap the dates.", "두 날짜를 바꾸세요.", "2つの日付を入れ替えてください。")
}

/// `--since` hasn't come.
pub fn since_to_come(lang: Lang, since: Date) -> String {
    lang.say(
        || format!("--since {since} is in the future"),
        || format!("--since {since} 날짜가 미래입니다"),
        || format!("--since {since} は未来の日付です"),
    )
}

/// After [`since_to_come`].
pub fn since_to_come_remedy(lang: Lang, today: Date) -> Advice {
    Advice::words(lang.say(
        || format!("Use a date up to today, {today}."),
        || format!("오늘({today})까지의 날짜를 쓰세요."),
        || format!("今日 ({today}) までの日付を指定してください。"),
    ))
}
