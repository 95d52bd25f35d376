//! How the problems of each tag go.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::plural;

/// Which tag stands out below the average.
pub fn weakest(lang: Lang, tag: &str, rate: &str) -> String {
    lang.say(
        || format!("Weakest tag: {tag} ({rate} solved)"),
        || format!("가장 약한 태그: {tag} (정답률 {rate})"),
        || format!("最も苦手なタグ: {tag} (正答率 {rate})"),
    )
}

/// Which does above it.
pub fn strongest(lang: Lang, tag: &str, rate: &str) -> String {
    lang.say(
        || format!("Strongest tag: {tag} ({rate} solved)"),
        || format!("가장 강한 태그: {tag} (정답률 {rate})"),
        || format!("最も得意なタグ: {tag} (正答率 {rate})"),
    )
}

/// None does.
pub fn none_stands_out(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "No tag stands out from your average",
        "평균과 뚜렷이 다른 태그 없음",
        "平均と大きく異なるタグなし",
    )
}

/// What is left out of the chart.
pub struct LeftOut {
    /// Of how many rows those shown are the first, where there are more.
    pub shown: usize,
    pub all: usize,
    /// The tags with fewer problems than `least`.
    pub few: usize,
    pub least: u32,
}

/// What the chart shows.
pub fn context(lang: Lang, whose: &str, left: &LeftOut) -> String {
    let LeftOut { shown, all, few, least } = left;
    lang.say(
        || {
            let mut text =
                format!("{whose} · share solved of attempted problems within reach, against your average");
            text.push_str(" · bars: 95% interval");
            if shown < all {
                text.push_str(&format!(" · the lowest {shown} of {all} tags"));
            }
            if *few > 0 {
                let noun = plural(*few, "tag");
                text.push_str(&format!(" · {few} {noun} with fewer than {least} problems hidden"));
            }
            text
        },
        || {
            let mut text = format!("{whose} · 풀 만한 문제 중 시도해서 푼 비율, 평균 대비 · 막대: 95% 구간");
            if shown < all {
                text.push_str(&format!(" · 태그 {all}개 중 가장 낮은 {shown}개"));
            }
            if *few > 0 {
                text.push_str(&format!(" · 문제가 {least}개 미만인 태그 {few}개 제외"));
            }
            text
        },
        || {
            let mut text = format!("{whose} · 手が届く問題の正答率を平均と比較 · 棒: 95%区間");
            if shown < all {
                text.push_str(&format!(" · {all}個中、低い{shown}個のタグ"));
            }
            if *few > 0 {
                text.push_str(&format!(" · {least}問未満のタグ{few}個は非表示"));
            }
            text
        },
    )
}

/// Of whoever can't see it.
pub fn description(lang: Lang, context: &str) -> String {
    lang.say(
        || format!("Tags by the share of problems solved. {context}."),
        || format!("태그별 정답률. {context}."),
        || format!("タグ別の正答率。{context}。"),
    )
}

/// Over the middle of the scale.
pub fn average(lang: Lang, rate: &str) -> String {
    lang.say(|| format!("all {rate}"), || format!("평균 {rate}"), || format!("平均 {rate}"))
}

/// A tooltip; `first` is the share that was solved on the first try.
pub fn tooltip(lang: Lang, tag: &str, solved: u32, tried: u32, first: Option<&str>) -> String {
    lang.say(
        || {
            let first = first.map_or_else(String::new, |rate| format!(", {rate} on the first try"));
            format!("{tag}: {solved} of {tried} solved{first}")
        },
        || {
            let first = first.map_or_else(String::new, |rate| format!(", 한 번에 정답 {rate}"));
            format!("{tag}: {tried}문제 중 {solved}문제{first}")
        },
        || {
            let first = first.map_or_else(String::new, |rate| format!("、一発AC {rate}"));
            format!("{tag}: {tried}問中{solved}問{first}")
        },
    )
}
