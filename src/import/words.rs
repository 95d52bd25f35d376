//! What is wrong with a file or a row of it, and what there is to know of it.

use std::fmt::Display;

use crate::lang::{Lang, Later};
use crate::model::{Advice, Judge, Track};

/// What a field should be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Expected {
    Whole,
    Rating,
    Number,
    Flag,
    Moment,
}

impl Expected {
    /// That `quoted` isn't that.
    pub fn is_not(self, quoted: &str) -> Later {
        match self {
            Self::Whole => Later::message(
                format!("{quoted} is not a valid whole number"),
                format!("올바른 정수가 아닙니다: {quoted}"),
                format!("正しい整数ではありません: {quoted}"),
            ),
            Self::Rating => Later::message(
                format!("{quoted} is not a rating"),
                format!("레이팅이 아닙니다: {quoted}"),
                format!("レーティングではありません: {quoted}"),
            ),
            Self::Number => Later::message(
                format!("{quoted} is not a number"),
                format!("숫자가 아닙니다: {quoted}"),
                format!("数値ではありません: {quoted}"),
            ),
            Self::Flag => Later::message(
                format!("{quoted} is neither `true` nor `false`"),
                format!("`true` 또는 `false`가 아닙니다: {quoted}"),
                format!("`true` でも `false` でもありません: {quoted}"),
            ),
            Self::Moment => Later::message(
                format!("invalid time {quoted}; use one after 1970, e.g. 2026-01-31T12:00:00Z"),
                format!("잘못된 시각입니다: {quoted} (1970년 이후, 예: 2026-01-31T12:00:00Z)"),
                format!("日時の形式が正しくありません: {quoted} (1970年以降、例: 2026-01-31T12:00:00Z)"),
            ),
        }
    }
}

pub(super) fn not_utf8() -> Later {
    Later::message("not UTF-8", "UTF-8이 아닙니다", "UTF-8 ではありません")
}

pub(super) fn not_text(value: &impl Display) -> Later {
    let value = super::row::quoted(value);
    Later::message(
        format!("{value} is not text"),
        format!("텍스트가 아닙니다: {value}"),
        format!("文字列ではありません: {value}"),
    )
}

pub(super) fn is_empty() -> Later {
    Later::message("empty", "비어 있습니다", "空です")
}

pub(super) fn no_judge(quoted: &str) -> Later {
    Later::message(
        format!("invalid judge name {quoted}; use up to 40 Latin letters, digits, `-`, `_` and `.`"),
        format!("잘못된 저지 이름입니다: {quoted} (영문자, 숫자, `-`, `_`, `.` 40자 이하)"),
        format!("サイト名が正しくありません: {quoted} (英字、数字、`-`、`_`、`.` で40文字以内)"),
    )
}

pub(super) fn no_ratings(judge: Judge) -> Later {
    Later::message(
        format!("{judge} has no ratings"),
        format!("{judge}에는 레이팅이 없습니다"),
        format!("{judge} にはレーティングがありません"),
    )
}

pub(super) fn no_track(quoted: &str) -> Later {
    Later::message(
        format!("unknown contest type {quoted}"),
        format!("알 수 없는 대회 종류입니다: {quoted}"),
        format!("不明な部門です: {quoted}"),
    )
}

pub(super) fn not_its_track(judge: Judge, track: Track) -> Later {
    Later::message(
        format!("{judge} has no {track} rating"),
        format!("{judge}에는 해당 레이팅이 없습니다: {track}"),
        format!("{judge} に該当するレーティングがありません: {track}"),
    )
}

pub(super) fn no_outcome() -> Later {
    Later::message(
        "both outcome and verdict are empty",
        "outcome과 verdict가 모두 비어 있습니다",
        "outcome も verdict も空です",
    )
}

pub(super) fn below_zero(id: i64) -> Later {
    Later::message(
        format!("{id} is negative"),
        format!("음수는 쓸 수 없습니다: {id}"),
        format!("負の数は使えません: {id}"),
    )
}

pub(super) fn none_of(quoted: &str, all: &[String]) -> Later {
    Later::message(
        format!("{quoted} is not one of {}", Lang::English.one_of(all)),
        format!("{quoted}: {} 중 하나여야 합니다", all.join(", ")),
        format!("{quoted}: {} のいずれかを指定してください", all.join("、")),
    )
}

pub(super) fn no_participation(quoted: &str) -> Later {
    Later::message(
        format!("unknown participation {quoted}; use e.g. VIRTUAL"),
        format!("알 수 없는 참가 유형입니다: {quoted} (예: VIRTUAL)"),
        format!("不明な参加種別です: {quoted} (例: VIRTUAL)"),
    )
}

pub(super) fn of_another_judge(quoted: &str, other: &str, judge: Judge) -> Later {
    Later::message(
        format!("{quoted} is a problem of {other}, not {judge}"),
        format!("{judge} 문제가 아니라 {other} 문제입니다: {quoted}"),
        format!("{judge} ではなく {other} の問題です: {quoted}"),
    )
}

pub(super) fn wrong_number(fields: usize, columns: usize) -> Later {
    let s = |number: usize| if number == 1 { "" } else { "s" };
    Later::message(
        format!("{fields} field{} for {columns} column{}", s(fields), s(columns)),
        format!("열은 {columns}개인데 필드가 {fields}개입니다"),
        format!("列{columns}個に対してフィールドが{fields}個あります"),
    )
}

pub(super) fn no_object(why: &str) -> Later {
    Later::message(
        format!("not a JSON object: {why}"),
        format!("JSON 객체가 아닙니다: {why}"),
        format!("JSON オブジェクトではありません: {why}"),
    )
}

pub(super) fn json_array() -> Later {
    Later::message(
        "a JSON array, not JSON Lines (one object per line)",
        "JSON Lines(한 줄에 객체 하나)가 아니라 JSON 배열입니다",
        "JSON Lines (1行に1オブジェクト) ではなく JSON 配列です",
    )
}

pub(super) fn use_jq() -> Later<Advice> {
    Later::advice(
        "Convert it with `jq -c '.[]'`.",
        "`jq -c '.[]'`로 변환하세요.",
        "`jq -c '.[]'` で変換してください。",
    )
}

pub(super) fn empty_file() -> Later {
    Later::message("the file is empty", "파일이 비어 있습니다", "ファイルが空です")
}

pub(super) fn see_export() -> Later<Advice> {
    Later::advice(
        "Run `cpt export` to see what such a file looks like.",
        "파일의 형식은 `cpt export`로 확인하세요.",
        "ファイルの形式は `cpt export` で確認してください。",
    )
}

pub(super) fn no_json_lines() -> Later {
    Later::message(
        "no line is a JSON object",
        "JSON 객체인 줄이 없습니다",
        "JSON オブジェクトの行がありません",
    )
}

pub(super) fn use_format() -> Later<Advice> {
    Later::advice(
        "If it has another format, say so, e.g. `--format csv`.",
        "다른 형식이면 지정하세요 (예: `--format csv`).",
        "別の形式なら指定してください (例: `--format csv`)。",
    )
}

pub(super) fn of_git() -> Later {
    Later::message(
        "its columns are those of solutions or days, which are read from git only",
        "풀이나 활동일의 열입니다. 이 데이터는 git에서만 읽습니다",
        "解答または活動日の列です。これらは git からのみ読み込みます",
    )
}

pub(super) fn add_repository() -> Later<Advice> {
    Later::advice(
        "Add the repository to [[repos]] in cpt.toml.",
        "cpt.toml의 [[repos]]에 저장소를 추가하세요.",
        "cpt.toml の [[repos]] にリポジトリを追加してください。",
    )
}

pub(super) fn lacks_columns(table: &str, missing: &[&str], there: &str) -> Later {
    let list = missing.join(", ");
    let there = |none: &'static str| if there.is_empty() { none.to_owned() } else { there.to_owned() };
    Later::message(
        format!(
            "missing {} for {table}: {list} (found: {})",
            if missing.len() == 1 { "column" } else { "columns" },
            there("none")
        ),
        format!("{table}에 필요한 열이 없습니다: {list} (있는 열: {})", there("없음")),
        format!("{table} に必要な列がありません: {list} (ある列: {})", there("なし")),
    )
}

pub(super) fn see_columns() -> Later<Advice> {
    Later::advice(
        "Run `cpt export --columns` to list the columns of both tables.",
        "두 표의 열은 `cpt export --columns`로 볼 수 있습니다.",
        "2つの表の列は `cpt export --columns` で確認できます。",
    )
}

pub(super) fn no_json(why: &str) -> Later {
    Later::message(
        format!("not JSON: {why}"),
        format!("JSON이 아닙니다: {why}"),
        format!("JSON ではありません: {why}"),
    )
}

pub(super) fn use_answers() -> Later<Advice> {
    let answers = "`search/problem?query=s@HANDLE`, `problem/lookup`, `user/show`";
    Later::advice(
        "Use responses of `search/problem?query=s@HANDLE`, `problem/lookup` and `user/show`.".to_owned(),
        format!("다음 응답을 쓰세요: {answers}"),
        format!("次の応答を使ってください: {answers}"),
    )
}

pub(super) fn no_problems(kinds: &[&str]) -> Later {
    if kinds.is_empty() {
        return Later::message(
            "no response of solved.ac with problems",
            "문제가 들어 있는 solved.ac 응답이 없습니다",
            "問題を含む solved.ac の応答がありません",
        );
    }
    let list = kinds.join(", ");
    Later::message(
        format!("only responses without problems: {list}"),
        format!("문제가 없는 응답만 있습니다: {list}"),
        format!("問題を含まない応答しかありません: {list}"),
    )
}

pub(super) fn no_search() -> Later {
    Later::message(
        "no page of `search/problem`, so it's unknown which problems you solved",
        "`search/problem` 페이지가 없어 어떤 문제를 풀었는지 알 수 없습니다",
        "`search/problem` のページがないため、どの問題を解いたか分かりません",
    )
}

pub(super) fn not_all(solved: usize, counted: u64) -> Later {
    Later::message(
        format!("only {solved} of the {} you solved", Lang::English.problems(counted)),
        format!("푼 문제 {counted}문제 중 {solved}문제만 있습니다"),
        format!("解いた{counted}問のうち{solved}問しかありません"),
    )
}

pub(super) fn grass() -> Later {
    Later::message(
        "skipped the days of `user/grass`: they don't say which problems were solved",
        "`user/grass`의 날짜는 제외했습니다. 어떤 문제를 풀었는지 알 수 없습니다",
        "`user/grass` の日付は除外しました。どの問題を解いたか分かりません",
    )
}

pub(super) fn history() -> Later {
    Later::message(
        "skipped the values of `user/history`: they aren't contest ratings",
        "`user/history`의 값은 제외했습니다. 대회 레이팅이 아닙니다",
        "`user/history` の値は除外しました。コンテストのレーティングではありません",
    )
}

pub(super) fn other_answers(number: usize) -> Later {
    let s = if number == 1 { "" } else { "s" };
    Later::message(
        format!("skipped {number} other response{s}"),
        format!("다른 응답 {number}개를 제외했습니다"),
        format!("その他の応答{number}件を除外しました"),
    )
}

pub(super) fn no_boj_problem(quoted: Option<&str>) -> Later {
    match quoted {
        Some(quoted) => Later::message(
            format!("{quoted} is not a BOJ problem"),
            format!("BOJ 문제가 아닙니다: {quoted}"),
            format!("BOJ の問題ではありません: {quoted}"),
        ),
        None => is_empty(),
    }
}

pub(super) fn no_level(quoted: &str, most: u64) -> Later {
    Later::message(
        format!("{quoted} is not a level between 0 and {most}"),
        format!("0~{most} 사이의 난이도가 아닙니다: {quoted}"),
        format!("0〜{most}の難易度ではありません: {quoted}"),
    )
}
