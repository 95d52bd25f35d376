//! What was imported.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::{ImportSummary, Judge, Update};
use crate::report::paint::Paint;
use crate::report::phrase::Phrase;

/// What an import has: "95 contests of Codeforces and AtCoder".
pub fn contents(lang: Lang, summary: &ImportSummary) -> String {
    let ImportSummary { judges, ratings, submissions, problems, solved, .. } = summary;
    let numbers = [
        (*ratings > 0).then(|| lang.contests(*ratings)),
        (*submissions > 0).then(|| lang.submissions(*submissions)),
        (*problems > 0).then(|| lang.problems(*problems)),
    ];
    let numbers: Vec<String> = numbers.into_iter().flatten().collect();
    if numbers.is_empty() {
        return lang.word("nothing", "없음", "なし").into_owned();
    }
    let (numbers, has_problems) = (lang.all_of(&numbers), *problems > 0);
    let judges: Vec<&str> = judges.iter().copied().map(Judge::name).collect();
    let judges = judges.join(lang.comma());
    lang.say(
        || {
            let solved = if has_problems { format!(", {solved} of them solved") } else { String::new() };
            format!("{numbers} of {judges}{solved}")
        },
        || {
            let solved = if has_problems { format!(" (푼 문제 {solved}문제)") } else { String::new() };
            format!("{judges} {numbers}{solved}")
        },
        || {
            let solved = if has_problems { format!(" (うちAC {solved}問)") } else { String::new() };
            format!("{judges} の{numbers}{solved}")
        },
    )
}

/// What was imported, and how that differs from what the import of that name had; `doubles` are there twice.
pub(in crate::report) fn imported(
    lang: Lang,
    name: &str,
    contents: &str,
    update: &Update,
    doubles: usize,
) -> Phrase {
    let of = |number: usize, english: &str, korean: &str, japanese: &str| {
        let told = |text: &str| text.replace("{}", &number.to_string());
        (number > 0).then(|| lang.say(|| told(english), || told(korean), || told(japanese)))
    };
    let news = [
        of(update.new, "{} new", "새 항목 {}개", "新規{}件"),
        of(update.changed, "{} changed", "변경 {}개", "変更{}件"),
        of(update.removed, "{} removed", "삭제 {}개", "削除{}件"),
        of(doubles, "{} already there", "이미 있음 {}개", "すでに存在{}件"),
    ];
    let news: Vec<String> = news.into_iter().flatten().collect();
    let news = match news.as_slice() {
        [] => Phrase::painted(Paint::Faint, lang.word("no changes", "변경 없음", "変更なし")),
        news => Phrase::words(news.join(lang.comma())),
    };
    let name = Phrase::painted(Paint::Strong, name);
    lang.say(
        || {
            let said = Phrase::words("Imported ").then(name.clone());
            said.and(format_args!(": {contents}; ")).then(news.clone())
        },
        || {
            let said = Phrase::words("가져왔습니다: ").then(name.clone());
            said.and(format_args!(" ({contents}) · ")).then(news.clone())
        },
        || {
            let said = Phrase::words("インポートしました: ").then(name.clone());
            said.and(format_args!(" ({contents})、")).then(news.clone())
        },
    )
}

/// Over imports: name, contents, how long ago, file.
pub fn columns(lang: Lang) -> [Cow<'static, str>; 4] {
    [
        lang.word("Import", "이름", "名前"),
        lang.word("Contents", "내용", "内容"),
        lang.word("Imported", "가져온 때", "インポート日時"),
        lang.word("File", "파일", "ファイル"),
    ]
}

/// There are none.
pub fn none(lang: Lang) -> Cow<'static, str> {
    lang.word("No imports yet.", "아직 가져온 데이터가 없습니다.", "インポートはまだありません。")
}

/// It was.
pub fn removed(lang: Lang, name: &str) -> String {
    lang.say(
        || format!("Removed the import \"{name}\""),
        || format!("가져온 데이터를 삭제했습니다: {name}"),
        || format!("インポートを削除しました: {name}"),
    )
}

/// What is wrong with a row: at this line, and in this column where it is not the whole row.
pub fn fault(lang: Lang, file: &str, line: u64, column: Option<&str>, what: &str) -> String {
    let in_column = |before: &str| column.map(|column| format!("{before}{column}")).unwrap_or_default();
    lang.say(
        || format!("{file}:{line}{}: {what}", in_column(", column ")),
        || format!("{file}:{line}{}: {what}", in_column(", 열 ")),
        || format!("{file}:{line}{}: {what}", in_column("、列 ")),
    )
}

/// Rows that are wrong.
pub fn rows_left_out(lang: Lang, number: usize) -> String {
    let rows = lang.rows(number);
    lang.say(
        || format!("skipped {rows}"),
        || format!("{rows}을 건너뛰었습니다"),
        || format!("{rows}をスキップしました"),
    )
}
