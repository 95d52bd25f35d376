//! Which performances lead to a goal.

use crate::answers::{Giving, Way};
use crate::lang::Lang;
use crate::report::paint::Paint;
use crate::report::phrase::Phrase;

/// A performance that is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Whatever it is.
    Any,
    /// At least this one.
    AtLeast(i32),
}

/// Performances that lead to a goal.
pub struct Needed<'a> {
    /// In the next contest; `None` where none does.
    pub next: Option<Need>,
    /// Which contests can give that.
    pub giving: &'a Giving,
    /// Whether performances are estimates.
    pub estimate: bool,
    /// The fewest contests in which it can be reached, where the next can't.
    pub shortest: Option<Way>,
    /// In each of so many contests.
    pub over: Vec<(usize, Need)>,
    /// The most contests that were looked at.
    pub most: usize,
}

/// The performances that lead there.
pub fn needed(lang: Lang, of: &Needed<'_>) -> Phrase {
    let most = of.most;
    if of.next.is_none() && of.shortest.is_none() && of.over.is_empty() {
        return Phrase::words(lang.say(
            || format!("Performance needed: none reaches it within {most} contests"),
            || format!("필요 퍼포먼스: 대회 {most}회 안에는 달성할 수 없음"),
            || format!("必要パフォーマンス: {most}回以内では到達不可"),
        ));
    }
    lang.say(|| needed_english(of), || needed_korean(of), || needed_japanese(of))
}

fn needed_english(of: &Needed<'_>) -> Phrase {
    let about = if of.estimate { "about " } else { "" };
    let words = Phrase::words("Performance needed: ");
    let mut words = match of.next {
        None => words.and("not reachable in your next contest"),
        Some(Need::Any) => words.and("any in your next contest"),
        Some(Need::AtLeast(needed)) => {
            words.and(about).paint(Paint::Strong, needed).and(" in your next contest")
        }
    };
    words = match of.giving {
        _ if !matches!(of.next, Some(Need::AtLeast(_))) => words,
        Giving::Untold => words,
        Giving::By(kinds) => match kinds.as_slice() {
            [one] => words.and(format_args!(" (possible only in {one})")),
            kinds => words.and(format_args!(" (possible in {})", Lang::English.one_of(kinds))),
        },
        Giving::ByNone { most: Some((kinds, most)), .. } => {
            let kinds = kinds.join(", ");
            words.and(format_args!(", more than any contest rated for you can give ({kinds}: up to {most})"))
        }
        Giving::ByNone { most: None, .. } => words.and(", but no contest is rated for you"),
    };
    let mut has_word = false;
    if let Some(Way { contests, performance }) = of.shortest {
        words =
            words.and(format_args!("; at the earliest {about}{performance} in each of your next {contests}"));
        has_word = true;
    }
    for (nth, (contests, need)) in of.over.iter().enumerate() {
        let need = match need {
            Need::Any => "any".to_owned(),
            Need::AtLeast(needed) => format!("{about}{needed}"),
        };
        let before = match nth {
            0 if of.next.is_none() && !has_word => ", but ",
            0 => ", or ",
            _ => ", ",
        };
        let each = if nth == 0 && !has_word { "in each of your next" } else { "in" };
        words = words.and(format_args!("{before}{need} {each} {contests}"));
    }
    words
}

fn needed_korean(of: &Needed<'_>) -> Phrase {
    let about = if of.estimate { "약 " } else { "" };
    let words = Phrase::words("필요 퍼포먼스: ");
    let mut words = match of.next {
        None => words.and("다음 대회에서는 달성 불가"),
        Some(Need::Any) => words.and("다음 대회에서 제한 없음"),
        Some(Need::AtLeast(needed)) => words.and("다음 대회에서 ").and(about).paint(Paint::Strong, needed),
    };
    words = match of.giving {
        _ if !matches!(of.next, Some(Need::AtLeast(_))) => words,
        Giving::Untold => words,
        Giving::By(kinds) => match kinds.as_slice() {
            [one] => words.and(format_args!(" ({one}에서만 가능)")),
            kinds => words.and(format_args!(" (가능한 대회: {})", kinds.join(", "))),
        },
        Giving::ByNone { most: Some((kinds, most)), .. } => {
            let kinds = kinds.join(", ");
            words.and(format_args!(" (레이팅이 반영되는 대회에서는 불가, {kinds} 최고 {most})"))
        }
        Giving::ByNone { most: None, .. } => words.and(" (레이팅이 반영되는 대회 없음)"),
    };
    let mut is_first = true;
    if let Some(Way { contests, performance }) = of.shortest {
        words = words.and(format_args!(", 빨라야 {contests}개 대회에서 매번 {about}{performance}"));
        is_first = false;
    }
    for (contests, need) in &of.over {
        let need = match need {
            Need::Any => "제한 없음".to_owned(),
            Need::AtLeast(needed) => format!("{about}{needed}"),
        };
        words = match (is_first, of.next) {
            (true, None) => words.and(format_args!(", {contests}개 대회에서 매번 {need}")),
            (true, Some(_)) => words.and(format_args!(", 또는 {contests}개 대회에서 매번 {need}")),
            (false, _) => words.and(format_args!(", {contests}개 대회 {need}")),
        };
        is_first = false;
    }
    words
}

fn needed_japanese(of: &Needed<'_>) -> Phrase {
    let about = if of.estimate { "約" } else { "" };
    let words = Phrase::words("必要パフォーマンス: ");
    let mut words = match of.next {
        None => words.and("次のコンテストでは到達不可"),
        Some(Need::Any) => words.and("次のコンテストでは制限なし"),
        Some(Need::AtLeast(needed)) => words.and("次のコンテストで").and(about).paint(Paint::Strong, needed),
    };
    words = match of.giving {
        _ if !matches!(of.next, Some(Need::AtLeast(_))) => words,
        Giving::Untold => words,
        Giving::By(kinds) => match kinds.as_slice() {
            [one] => words.and(format_args!(" ({one} でのみ可能)")),
            kinds => words.and(format_args!(" (可能なコンテスト: {})", kinds.join("、"))),
        },
        Giving::ByNone { most: Some((kinds, most)), .. } => {
            let kinds = kinds.join("、");
            words.and(format_args!(" (Rated対象のコンテストでは不可、{kinds} の最高は{most})"))
        }
        Giving::ByNone { most: None, .. } => words.and(" (Rated対象のコンテストなし)"),
    };
    let mut is_first = true;
    if let Some(Way { contests, performance }) = of.shortest {
        words = words.and(format_args!("、最短は{contests}回のコンテストで毎回{about}{performance}"));
        is_first = false;
    }
    for (contests, need) in &of.over {
        let need = match need {
            Need::Any => "制限なし".to_owned(),
            Need::AtLeast(needed) => format!("{about}{needed}"),
        };
        words = match (is_first, of.next) {
            (true, None) => words.and(format_args!("、{contests}回のコンテストで毎回{need}")),
            (true, Some(_)) => words.and(format_args!("、または{contests}回のコンテストで毎回{need}")),
            (false, _) => words.and(format_args!("、{contests}回なら{need}")),
        };
        is_first = false;
    }
    words
}
