//! What is missing or old, and what to do about it.

use crate::lang::{Lang, Particle, with_particle};
use crate::model::{Advice, Judge, JudgeData};

const SYNC: &str = "cpt sync";

/// No judge has a handle.
pub fn no_handle(lang: Lang) -> Advice {
    let before = |text: &str| Advice::words(text).and_code(SYNC);
    lang.say(
        || before("No handles configured. Add them under [handles] in cpt.toml, then run ").and("."),
        || before("설정된 핸들이 없습니다. cpt.toml의 [handles]에 추가한 뒤 ").and("를 실행하세요."),
        || {
            before("ハンドルが設定されていません。cpt.toml の [handles] に追加してから ")
                .and(" を実行してください。")
        },
    )
}

/// No judge that has a handle rates anybody.
pub fn no_rating(lang: Lang) -> Advice {
    Advice::words(lang.word(
        "None of the judges in [handles] has a rating.",
        "[handles]에 레이팅이 있는 저지가 없습니다.",
        "[handles] にレーティングのあるサイトがありません。",
    ))
}

/// Nothing at all is stored.
pub fn nothing_fetched(lang: Lang) -> Advice {
    lang.say(
        || Advice::words("No data yet. Run ").and_code(SYNC).and("."),
        || Advice::words("아직 데이터가 없습니다. ").and_code(SYNC).and("를 실행하세요."),
        || Advice::words("データがありません。").and_code(SYNC).and(" を実行してください。"),
    )
}

/// The last attempt failed. The reason is in English, as it was stored.
pub fn fetch_failed(lang: Lang, judges: &str, ago: &str, reason: &str) -> Advice {
    lang.say(
        || {
            Advice::words(format!("Fetching {judges} failed {ago}: {reason}. Run "))
                .and_code(SYNC)
                .and(" to try again.")
        },
        || {
            let said = Advice::words(format!("{judges} 데이터를 가져오지 못했습니다 ({ago}): {reason}. "));
            said.and_code(SYNC).and("로 다시 시도하세요.")
        },
        || {
            let said = Advice::words(format!("{judges} のデータを取得できませんでした ({ago}): {reason}。"));
            said.and_code(SYNC).and(" でもう一度試してください。")
        },
    )
}

/// Some lists were never fetched.
pub fn not_fetched(lang: Lang, lists: &[String]) -> Advice {
    let joined = |between: &str| lists.join(between);
    lang.say(
        || Advice::words(format!("Not fetched yet: {}. Run ", joined("; "))).and_code(SYNC).and("."),
        || {
            let said = format!("아직 가져오지 않음: {}. ", joined(", "));
            Advice::words(said).and_code(SYNC).and("를 실행하세요.")
        },
        || {
            let said = format!("未取得: {}。", joined("、"));
            Advice::words(said).and_code(SYNC).and(" を実行してください。")
        },
    )
}

/// Lists of a judge: "Codeforces submissions, problems".
pub fn lists_of(lang: Lang, judge: Judge, lists: &[JudgeData]) -> String {
    let joined = |lang: Lang, between: &str| {
        lists.iter().map(|data| data.told(lang, judge)).collect::<Vec<_>>().join(between)
    };
    lang.say(
        || format!("{judge} {}", joined(Lang::English, ", ")),
        || format!("{judge} {}", joined(Lang::Korean, "·")),
        || format!("{judge} の{}", joined(Lang::Japanese, "・")),
    )
}

/// Ratings that may have changed.
pub fn old_ratings(lang: Lang, ago: &str) -> Advice {
    lang.say(
        || {
            Advice::words(format!("Ratings were last updated {ago}. Run "))
                .and_code(SYNC)
                .and(" to refresh them.")
        },
        || Advice::words(format!("레이팅은 {ago} 기준입니다. ")).and_code(SYNC).and("로 갱신하세요."),
        || {
            Advice::words(format!("レーティングは{ago}のものです。"))
                .and_code(SYNC)
                .and(" で更新してください。")
        },
    )
}

/// A judge's list of problems or contests that may have changed.
pub fn old_list(lang: Lang, list: &str, ago: &str) -> Advice {
    lang.say(
        || {
            let said = Advice::words(format!("{list} were last updated {ago}. Run "));
            said.and_code(SYNC).and(" to refresh them.")
        },
        || {
            let said = Advice::words(format!("{list} 목록은 {ago} 기준입니다. "));
            said.and_code(SYNC).and("로 갱신하세요.")
        },
        || {
            let said = Advice::words(format!("{list}の一覧は{ago}のものです。"));
            said.and_code(SYNC).and(" で更新してください。")
        },
    )
}

/// Nothing to reach.
pub fn no_target(lang: Lang) -> Advice {
    let add = "cpt target add atcoder green --by 2026-12-31";
    lang.say(
        || Advice::words("No targets set. Add one: ").and_code(add),
        || Advice::words("목표가 없습니다. 추가: ").and_code(add),
        || Advice::words("目標がありません。追加するには: ").and_code(add),
    )
}

/// A judge that was asked for.
pub fn without_handle(lang: Lang, judge: Judge) -> Advice {
    Advice::words(lang.say(
        || format!("Skipping {judge}: no handle in cpt.toml."),
        || format!("{judge} 제외: cpt.toml에 핸들이 없습니다."),
        || format!("{judge} を除外: cpt.toml にハンドルがありません。"),
    ))
}

/// The same.
pub fn without_submissions(lang: Lang, judge: Judge) -> Advice {
    lang.say(
        || {
            Advice::words(format!("Skipping {judge}: submissions not fetched yet. Run "))
                .and_code(SYNC)
                .and(".")
        },
        || {
            let said = Advice::words(format!("{judge} 제외: 아직 제출을 가져오지 않았습니다. "));
            said.and_code(SYNC).and("를 실행하세요.")
        },
        || {
            let said = Advice::words(format!("{judge} を除外: 提出が未取得です。"));
            said.and_code(SYNC).and(" を実行してください。")
        },
    )
}

/// The judge that was asked for has none.
pub fn no_such_handle(lang: Lang) -> Advice {
    Advice::words(lang.word(
        "No handle for that judge in cpt.toml.",
        "cpt.toml에 해당 저지의 핸들이 없습니다.",
        "cpt.toml にそのサイトのハンドルがありません。",
    ))
}

/// Where a level is asked for and no judge tells one.
pub fn nothing_within_reach(lang: Lang) -> Advice {
    Advice::words(lang.word(
        "None of the judges in [handles] shows what is within your reach.",
        "[handles]의 저지로는 풀 만한 문제를 가릴 수 없습니다.",
        "[handles] のサイトでは手が届く問題を判定できません。",
    ))
}

/// No problem is left by the filters.
pub fn nothing_fits(lang: Lang) -> Advice {
    Advice::words(lang.word(
        "No unattempted problem matches your filters.",
        "조건에 맞는 문제 중 시도하지 않은 문제가 없습니다.",
        "条件に合う未提出の問題がありません。",
    ))
}

/// A list that is done.
pub fn nothing_left_in_list(lang: Lang) -> Advice {
    Advice::words(lang.word(
        "Every problem of this list that matches is solved.",
        "이 목록에서 조건에 맞는 문제를 모두 풀었습니다.",
        "このリストで条件に合う問題はすべて解きました。",
    ))
}

/// Nothing to choose from.
pub fn no_problems(lang: Lang, judge: Judge) -> Advice {
    lang.say(
        || Advice::words(format!("No {judge} problems fetched yet. Run ")).and_code(SYNC).and("."),
        || {
            let said = Advice::words(format!("아직 {judge} 문제를 가져오지 않았습니다. "));
            said.and_code(SYNC).and("를 실행하세요.")
        },
        || {
            let said = Advice::words(format!("{judge} の問題が未取得です。"));
            said.and_code(SYNC).and(" を実行してください。")
        },
    )
}

/// An archive of submissions ends before a contest that one took part in; `newest` is the day of its last.
pub fn archive_behind(
    lang: Lang,
    judge: Judge,
    archive: &str,
    contest: &str,
    on: &str,
    newest: Option<&str>,
) -> Advice {
    Advice::words(lang.say(
        || {
            let newest = newest.map_or_else(String::new, |newest| format!(" after {newest}"));
            format!(
                "{archive} has no submission of yours{newest}, but you took part in {contest} on {on}: what you solved \
                 at {judge} since may be missing."
            )
        },
        || {
            let newest = newest.map_or_else(String::new, |newest| format!(" {newest} 이후의"));
            format!(
                "{archive}에{newest} 제출이 없지만 {on}에 참가한 대회가 있습니다 ({contest}). 그 뒤 {judge}에서 푼 문제가 \
                 빠져 있을 수 있습니다."
            )
        },
        || {
            let newest = newest.map_or_else(String::new, |newest| format!("{newest} より後の"));
            format!(
                "{archive} には{newest}提出がありませんが、{on} に {contest} に参加しています。その後 {judge} で解いた問題が\
                 含まれていない可能性があります。"
            )
        },
    ))
}

/// An archive of submissions has nothing of anybody after the day `newest`.
pub fn archive_stalled(lang: Lang, judge: Judge, archive: &str, newest: &str) -> Advice {
    Advice::words(lang.say(
        || {
            format!(
                "{archive} has no submissions from anyone after {newest}: what you solved at {judge} since may be missing."
            )
        },
        || {
            format!(
                "{archive}에 {newest} 이후 누구의 제출도 없습니다. 그 뒤 {judge}에서 푼 문제가 빠져 있을 수 있습니다."
            )
        },
        || {
            format!(
                "{archive} には {newest} より後の提出がまったくありません。その後 {judge} で解いた問題が含まれていない可能性\
                 があります。"
            )
        },
    ))
}

/// An archive of submissions counts more accepted problems than it lists.
pub fn archive_lacks(lang: Lang, judge: Judge, archive: &str, counted: u64, listed: u64) -> Advice {
    Advice::words(lang.say(
        || {
            format!(
                "{archive} counts {counted} problems that you solved at {judge}, but its list of submissions has only {listed} \
                 of them."
            )
        },
        || {
            format!(
                "{archive}의 집계로는 {judge}에서 {counted}문제를 맞았지만 제출 목록에는 {listed}문제만 있습니다."
            )
        },
        || {
            format!(
                "{archive} の集計では {judge} で{counted}問ACしていますが、提出の一覧には{listed}問しかありません。"
            )
        },
    ))
}

/// Where a tag was asked for.
pub fn no_topics(lang: Lang, judge: Judge) -> Advice {
    Advice::words(lang.say(
        || format!("Skipping {judge}: it has no tags."),
        || format!("{judge} 제외: 태그가 없습니다."),
        || format!("{judge} を除外: タグがありません。"),
    ))
}

/// Whoever is rated nowhere.
pub fn no_level(lang: Lang, judge: Judge) -> Advice {
    let command = "cpt next --rating 800..1200";
    lang.say(
        || {
            let said =
                format!("You have no rating yet: these are among the easiest at {judge}. For others: ");
            Advice::words(said).and_code(command)
        },
        || {
            let said = format!("아직 레이팅이 없어 {judge}에서 가장 쉬운 문제를 골랐습니다. 다른 난이도: ");
            Advice::words(said).and_code(command)
        },
        || {
            let said =
                format!("レーティングがまだないため、{judge} で最も易しい問題を選びました。ほかの難易度: ");
            Advice::words(said).and_code(command)
        },
    )
}

/// Whoever is rated at the other judge alone: `rating` is what that is worth here.
pub fn rough_level(lang: Lang, judge: Judge, rating: f64) -> Advice {
    Advice::words(lang.say(
        || {
            format!(
                "You have no {judge} rating yet; using {rating}, the approximate equivalent of your other rating."
            )
        },
        || {
            let rating = with_particle(&rating.to_string(), Particle::Object);
            format!("아직 {judge} 레이팅이 없어 다른 레이팅의 환산값 {rating} 기준으로 합니다 (참고용).")
        },
        || format!("{judge} のレーティングがまだないため、他のレーティングの換算値 {rating} を使います (目安)。"),
    ))
}
