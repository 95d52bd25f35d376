//! Words that are no goal.

use std::fmt;

use super::colour::Tier;
use super::{Colour, Judge};
use crate::lang::Lang;

/// Why a word is no goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnknownGoal {
    /// It names no colour, title or rating of the judge.
    OfJudge {
        /// The word, as it was written.
        word: String,
        /// The judge.
        judge: Judge,
        /// A word that may be meant.
        nearest: Option<&'static str>,
    },
    /// It names no goal of another judge.
    Elsewhere {
        /// The words, as they were written.
        text: String,
        /// The judges whose goals it could name.
        judges: Vec<Judge>,
    },
    /// The ratings of two judges were never compared.
    NotCompared {
        /// The judge of the target.
        here: Judge,
        /// The judge of the goal.
        with: Judge,
    },
}

impl UnknownGoal {
    /// Of `word`, which was read as `wanted`.
    pub(super) fn of_judge(judge: Judge, word: &str, wanted: &str) -> Self {
        let words = judge.tiers().iter().flat_map(Tier::words);
        let nearest = words
            .map(|known| (strsim::damerau_levenshtein(wanted, known), known))
            .min()
            .filter(|(distance, known)| *distance <= known.chars().count().min(6) / 3);
        Self::OfJudge { word: word.to_owned(), judge, nearest: nearest.map(|(_, known)| known) }
    }

    /// What is wrong with it, and what could be right.
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Self::OfJudge { word, judge, nearest } => {
                let mut colours: Vec<Colour> = judge.tiers().iter().map(|tier| tier.colour).collect();
                colours.dedup();
                let colours = colours.iter().map(|colour| colour.name()).collect::<Vec<_>>().join(", ");
                let meant = nearest.map(|known| {
                    lang.say(
                        || format!("; did you mean {known:?}?"),
                        || format!(". 혹시 {known:?}인가요?"),
                        || format!("。もしかして: {known:?}"),
                    )
                });
                let meant = meant.unwrap_or_default();
                lang.say(
                    || format!("unknown {judge} colour, title or rating {word:?} (colours: {colours}){meant}"),
                    || format!("{judge}의 색, 칭호 또는 레이팅이 아닙니다: {word:?} (색: {colours}){meant}"),
                    || {
                        format!(
                            "{judge} の色・称号・レーティングとして認識できません: {word:?} (色: {colours}){meant}"
                        )
                    },
                )
            }
            Self::Elsewhere { text, judges } => {
                let examples = judges.iter().map(|judge| format!("\"{} green\"", judge.id()));
                let examples = lang.one_of(&examples.collect::<Vec<_>>());
                lang.say(
                    || format!("{text:?} is not a goal at another judge; use one such as {examples}"),
                    || format!("다른 저지의 목표가 아닙니다: {text:?} (예: {examples})"),
                    || format!("他のサイトの目標として認識できません: {text:?} (例: {examples})"),
                )
            }
            Self::NotCompared { here, with } => lang.say(
                || format!("{here} and {with} ratings have never been compared"),
                || format!("{here} 레이팅과 {with} 레이팅을 비교한 자료가 없습니다"),
                || format!("{here} と {with} のレーティングを比較したデータがありません"),
            ),
        }
    }
}

impl std::error::Error for UnknownGoal {}

impl fmt::Display for UnknownGoal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::English))
    }
}
