//! What there is to know of charts that were drawn.

use crate::lang::Lang;
use crate::model::Advice;

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
