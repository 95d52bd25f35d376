//! What there is to know of charts that were drawn.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::Advice;

type Word = Cow<'static, str>;

/// After the name of a PNG: `characters` stand in it as question marks.
pub fn unwritable(lang: Lang, characters: &str) -> String {
    lang.say(
        || format!("no font on this system has these characters, shown as \"?\": {characters}"),
        || format!("이 시스템의 글꼴에 없는 문자를 \"?\"로 표시했습니다: {characters}"),
        || format!("このシステムのフォントにない文字を \"?\" で表示しました: {characters}"),
    )
}

/// After [`unwritable`].
pub fn unwritable_remedy(lang: Lang) -> Advice {
    Advice::words(lang.word(
        "Install a font that has them, such as Noto Sans CJK, or draw SVGs.",
        "해당 문자가 있는 글꼴(예: Noto Sans CJK)을 설치하거나 SVG로 그리세요.",
        "その文字を含むフォント (例: Noto Sans CJK) をインストールするか、SVG で描画してください。",
    ))
}

/// A file that was drawn.
pub fn wrote(lang: Lang, file: &str) -> String {
    lang.say(
        || format!("Wrote {file}\n"),
        || format!("{file} 파일을 썼습니다\n"),
        || format!("{file} を書き込みました\n"),
    )
}

/// Over what to paste into that file.
pub fn to_paste(lang: Lang, readme: &str) -> String {
    lang.say(
        || format!("For {readme}:"),
        || format!("{readme} 파일에 붙여 넣을 내용:"),
        || format!("{readme} に貼り付ける内容:"),
    )
}

/// No program shows that file.
pub fn cannot_open(lang: Lang, file: &str, reason: &str) -> String {
    lang.say(
        || format!("can't open {file}: {reason}"),
        || format!("{file} 파일을 열 수 없습니다: {reason}"),
        || format!("{file} を開けません: {reason}"),
    )
}

/// What to do where a judge's data was never fetched.
pub fn sync(lang: Lang) -> Advice {
    let sync = || Advice::code("cpt sync");
    lang.say(
        || Advice::words("Run ").then(sync()).and(" to fetch missing data."),
        || sync().and("로 없는 데이터를 가져오세요."),
        || sync().and(" で不足しているデータを取得してください。"),
    )
}

/// Nothing to count days with.
pub fn no_repository(lang: Lang) -> Advice {
    let doctor = || Advice::code("cpt doctor");
    lang.say(
        || Advice::words("No repository can be read. Run ").then(doctor()).and(" to find out why."),
        || Advice::words("읽을 수 있는 저장소가 없습니다. ").then(doctor()).and("로 확인하세요."),
        || Advice::words("読み込めるリポジトリがありません。").then(doctor()).and(" で確認してください。"),
    )
}

/// No group is configured.
pub fn no_group(lang: Lang) -> Advice {
    let init = || Advice::code("cpt init --group");
    lang.say(
        || Advice::words("No [group] in cpt.toml. Run ").then(init()).and(" to add one."),
        || Advice::words("cpt.toml에 [group]이 없습니다. ").then(init()).and("으로 추가하세요."),
        || Advice::words("cpt.toml に [group] がありません。").then(init()).and(" で追加してください。"),
    )
}

/// Nobody is a member of a group in the weeks that are shown.
pub fn no_members(lang: Lang) -> Word {
    lang.word(
        "The group has no members in these weeks.",
        "이 기간에는 스터디원이 없습니다.",
        "この期間の勉強会にメンバーはいません。",
    )
}

/// A judge tells no rating.
pub fn no_rating(lang: Lang) -> Word {
    lang.word("No rating yet.", "아직 레이팅이 없습니다.", "レーティングはまだありません。")
}

/// No contest of any rating.
pub fn no_contest(lang: Lang) -> Word {
    lang.word(
        "No rated contests yet.",
        "아직 레이팅이 반영된 대회가 없습니다.",
        "Rated のコンテストにまだ参加していません。",
    )
}

/// Nothing was submitted anywhere.
pub fn no_submissions(lang: Lang) -> Word {
    lang.word("No submissions yet.", "아직 제출이 없습니다.", "提出はまだありません。")
}

/// Nothing was accepted on these days.
pub fn nothing_accepted(lang: Lang, days: &str) -> String {
    lang.say(
        || format!("No problems accepted in this period ({days})."),
        || format!("이 기간에 맞은 문제가 없습니다 ({days})."),
        || format!("この期間にACした問題はありません ({days})。"),
    )
}

/// Nothing was submitted or committed on these days.
pub fn no_activity(lang: Lang, days: &str) -> String {
    lang.say(
        || format!("No submissions or commits in this period ({days})."),
        || format!("이 기간에 제출이나 커밋이 없습니다 ({days})."),
        || format!("この期間の提出やコミットはありません ({days})。"),
    )
}

/// Nobody knows how hard the solved problems are.
pub fn no_difficulty(lang: Lang) -> Word {
    lang.word(
        "No difficulty data for these problems.",
        "이 문제들의 난이도 정보가 없습니다.",
        "これらの問題の難易度情報がありません。",
    )
}

/// Too few problems with tags were attempted; only these judges have any.
pub fn few_tags(lang: Lang, judges: &str) -> String {
    lang.say(
        || format!("Not enough problems with tags within reach (only {judges} has tags)."),
        || format!("풀 만한 문제 중 태그가 있는 문제가 부족합니다 (태그가 있는 저지: {judges})."),
        || format!("手が届く問題のうち、タグのある問題が足りません (タグがあるサイト: {judges})。"),
    )
}
