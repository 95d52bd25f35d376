//! What is left to do.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::plural;
use crate::report::TodoSection;

/// Over the problems of a kind.
pub fn title(lang: Lang, section: TodoSection) -> Cow<'static, str> {
    match section {
        TodoSection::Tried => lang.word("Attempted, not solved", "시도했지만 못 푼 문제", "提出済み・未AC"),
        TodoSection::Unsolved => lang.word(
            "Not attempted, from contests you took part in",
            "참가한 대회에서 시도하지 않은 문제",
            "参加したコンテストの未提出問題",
        ),
        TodoSection::Uncommitted => {
            lang.word("Accepted, not committed", "맞았지만 커밋하지 않은 문제", "AC済み・未コミット")
        }
        TodoSection::Again => lang.word("Due for review", "복습할 문제", "復習する問題"),
    }
}

/// Over what tells why a problem is listed.
pub fn remark_title(lang: Lang, section: TodoSection) -> Cow<'static, str> {
    match section {
        TodoSection::Tried => lang.word("Attempts", "시도", "提出"),
        TodoSection::Unsolved => lang.word("Contest", "대회", "コンテスト"),
        TodoSection::Uncommitted => lang.word("Accepted", "정답", "AC"),
        TodoSection::Again => lang.word("Due", "복습 예정", "復習予定"),
    }
}

/// Over the other columns: difficulty, chance, problem, link.
pub fn columns(lang: Lang) -> [Cow<'static, str>; 4] {
    [
        lang.word("Difficulty", "난이도", "難易度"),
        lang.word("Chance", "확률", "確率"),
        lang.word("Problem", "문제", "問題"),
        lang.word("Link", "링크", "リンク"),
    ]
}

/// Below those that are shown: how many others there are, `old` of them too old to be shown unasked.
pub fn more(lang: Lang, section: TodoSection, left: usize, old: usize) -> String {
    let command = format!("cpt todo {} --all", section.id());
    match (section, old) {
        (_, 0) => lang.say(
            || format!("{left} more: {command}"),
            || format!("외 {left}문제: {command}"),
            || format!("ほか{left}問: {command}"),
        ),
        (TodoSection::Again, old) => lang.say(
            || format!("{left} more ({old} due for more than a year): {command}"),
            || format!("외 {left}문제 (1년 넘게 밀린 {old}문제 포함): {command}"),
            || format!("ほか{left}問 (1年以上前が期限の{old}問を含む): {command}"),
        ),
        (_, old) => lang.say(
            || format!("{left} more ({old} from before your first commit): {command}"),
            || format!("외 {left}문제 (첫 커밋 이전의 {old}문제 포함): {command}"),
            || format!("ほか{left}問 (最初のコミットより前の{old}問を含む): {command}"),
        ),
    }
}

/// Where there is nothing of any kind.
pub fn nothing(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "Nothing to do. Run `cpt next` for new problems.",
        "할 일이 없습니다. `cpt next`로 새 문제를 추천받으세요.",
        "やることはありません。`cpt next` で新しい問題を探せます。",
    )
}

/// Why a problem is attempted and not solved.
pub fn attempts(lang: Lang, number: u32, last: &str) -> String {
    let attempts = lang.attempts(number);
    lang.say(
        || format!("{attempts}, last on {last}"),
        || format!("{attempts} 시도, 마지막 {last}"),
        || format!("{attempts}提出、最後は{last}"),
    )
}

/// The same where the judge hasn't said anything yet.
pub fn pending(lang: Lang, last: &str) -> String {
    lang.say(
        || format!("submitted on {last}, pending"),
        || format!("{last} 제출, 채점 중"),
        || format!("{last}に提出、ジャッジ待ち"),
    )
}

/// The same where nothing was ever run.
pub fn not_compiled(lang: Lang, last: &str) -> String {
    lang.say(
        || format!("compilation error, last on {last}"),
        || format!("컴파일 에러, 마지막 {last}"),
        || format!("コンパイルエラー、最後は{last}"),
    )
}

/// When a problem was accepted.
pub fn accepted(lang: Lang, on: &str) -> String {
    lang.say(|| format!("accepted on {on}"), || format!("{on} 정답"), || format!("{on}にAC"))
}

/// When a problem is to be solved again, and when it was solved, after how many wrong attempts.
pub fn due(lang: Lang, due: &str, solved: &str, wrong: u32) -> String {
    let attempts = plural(wrong, "attempt");
    match wrong {
        0 => lang.say(
            || format!("due {due}; solved on {solved}"),
            || format!("복습 예정 {due} · {solved} 해결"),
            || format!("復習予定 {due}、{solved}に解答"),
        ),
        wrong => lang.say(
            || format!("due {due}; solved on {solved} after {wrong} wrong {attempts}"),
            || format!("복습 예정 {due} · {solved} 해결 (오답 {wrong}번)"),
            || format!("復習予定 {due}、{solved}に解答 (誤答{wrong}回)"),
        ),
    }
}
