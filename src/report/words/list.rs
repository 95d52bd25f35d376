//! Lists of problems, and how far one is with them.

use std::borrow::Cow;

use crate::answers::{ListCounts, Progress};
use crate::lang::Lang;

/// Over how far one is: list, solved, of how many, which share, title.
pub fn columns(lang: Lang) -> [Cow<'static, str>; 5] {
    let [solved, total, share] = numbers(lang);
    [lang.word("List", "목록", "リスト"), solved, total, share, lang.word("Title", "제목", "タイトル")]
}

/// The same for each member of a group.
pub fn member_columns(lang: Lang) -> [Cow<'static, str>; 4] {
    let [solved, total, share] = numbers(lang);
    [lang.word("Member", "멤버", "メンバー"), solved, total, share]
}

fn numbers(lang: Lang) -> [Cow<'static, str>; 3] {
    [
        lang.word("Solved", "해결", "AC"),
        lang.word("Total", "전체", "全問"),
        lang.word("Share", "비율", "割合"),
    ]
}

/// There is none.
pub fn none(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "No lists yet. Add one under [[lists]] in cpt.toml, or start one of AtCoder's.",
        "아직 목록이 없습니다. cpt.toml의 [[lists]]에 추가하거나 AtCoder의 문제집을 시작하세요.",
        "リストはまだありません。cpt.toml の [[lists]] に追加するか、AtCoder の問題集を始めてください。",
    )
}

/// Those that one hasn't begun.
pub fn not_started(lang: Lang, names: &[&str]) -> String {
    let names = names.join(lang.comma());
    lang.say(
        || format!("Not started: {names} (use --all)"),
        || format!("시작하지 않음: {names} (--all)"),
        || format!("未着手: {names} (--all)"),
    )
}

/// Nobody is in the group.
pub fn no_members(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "The group has no members yet.",
        "스터디에 아직 멤버가 없습니다.",
        "グループにはまだメンバーがいません。",
    )
}

/// "12 of 26 solved (10 committed), 2 attempted".
pub fn counts(lang: Lang, counts: &ListCounts) -> String {
    let (solved, total, tried) = (counts.solved(), counts.total, counts.tried);
    let committed = Some(counts.committed).filter(|_| counts.accepted > 0);
    lang.say(
        || {
            let committed = committed.map_or_else(String::new, |number| format!(" ({number} committed)"));
            let tried = if tried > 0 { format!(", {tried} attempted") } else { String::new() };
            format!("{solved} of {total} solved{committed}{tried}")
        },
        || {
            let committed = committed.map_or_else(String::new, |number| format!(" (커밋 {number}문제)"));
            let tried = if tried > 0 { format!(", 시도 {tried}문제") } else { String::new() };
            format!("{total}문제 중 {solved}문제 해결{committed}{tried}")
        },
        || {
            let committed = committed.map_or_else(String::new, |number| format!(" (コミット{number}問)"));
            let tried = if tried > 0 { format!("、提出済み・未AC {tried}問") } else { String::new() };
            format!("{total}問中{solved}問AC{committed}{tried}")
        },
    )
}

/// After a heading within a list.
pub fn solved_of(lang: Lang, solved: usize, total: usize) -> String {
    let short = || format!("{solved}/{total}");
    lang.say(|| format!("{solved} of {total}"), short, short)
}

/// What became of a problem.
pub fn state(lang: Lang, progress: Progress) -> Cow<'static, str> {
    match progress {
        Progress::Open => "".into(),
        Progress::Tried => lang.word("attempted", "시도", "提出済み"),
        Progress::Accepted => lang.word("accepted", "정답", "AC"),
        Progress::Committed => lang.word("committed", "커밋", "コミット済み"),
    }
}
