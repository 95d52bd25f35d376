//! What is fetched or scanned as a whole, as people call it.

use std::borrow::Cow;
use std::fmt;

use super::judge::{Handle, Judge, Track, series_title_in};
use crate::lang::Lang;

/// What a judge tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JudgeData {
    /// The rating history of a user.
    Ratings(Track),
    /// What a user submitted.
    Submissions,
    /// What of it was accepted, where nothing else is told.
    Accepted,
    /// Problems.
    Problems,
    /// In which contests problems are shown.
    ContestProblems,
    /// How hard problems are.
    Difficulties,
    /// Contests.
    Contests,
    /// Contests that are announced apart, of the kind of this name where there are several lists.
    Calendar(Option<&'static str>),
    /// A user.
    Profile,
    /// Several users.
    Profiles,
}

impl JudgeData {
    /// What a judge of several tracks tells is told apart by them.
    fn ratings(lang: Lang, track: Track, has_several: bool) -> Cow<'static, str> {
        match track {
            Track::Algorithm if has_several => {
                lang.word("algorithm ratings", "알고리즘 레이팅", "アルゴリズムのレーティング")
            }
            Track::Algorithm => lang.word("ratings", "레이팅", "レーティング"),
            Track::Heuristic => {
                lang.word("heuristic ratings", "휴리스틱 레이팅", "ヒューリスティックのレーティング")
            }
        }
    }

    /// The data at `judge`: "submissions", "algorithm ratings".
    pub fn told(self, lang: Lang, judge: Judge) -> Cow<'static, str> {
        match self {
            Self::Ratings(track) => Self::ratings(lang, track, judge.tracks().len() > 1),
            Self::Submissions => lang.word("submissions", "제출", "提出"),
            Self::Accepted => lang.word("accepted problems", "맞은 문제", "AC済みの問題"),
            Self::Problems => lang.word("problems", "문제", "問題"),
            Self::ContestProblems => lang.word("contest problems", "대회별 문제", "コンテスト別の問題"),
            Self::Difficulties => lang.word("difficulties", "난이도", "難易度"),
            Self::Contests => lang.word("contests", "대회", "コンテスト"),
            Self::Calendar(None) => lang.word("calendar", "대회 일정", "カレンダー"),
            Self::Calendar(Some(kind)) => Cow::Owned(lang.say(
                || format!("{kind} calendar"),
                || format!("{kind} 대회 일정"),
                || format!(" {kind} カレンダー"),
            )),
            Self::Profile => lang.word("profile", "프로필", "プロフィール"),
            Self::Profiles => lang.word("profiles", "프로필", "プロフィール"),
        }
    }
}

/// What is fetched or scanned as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SourceName {
    /// What a judge tells.
    Judge {
        /// The judge.
        judge: Judge,
        /// What it tells.
        data: JudgeData,
        /// Of whom, where that is to be said.
        of: Option<Handle>,
    },
    /// The solutions in the repository of this label.
    Solutions(String),
    /// What nobody asks for any more, as scripts know it.
    Former(String),
}

impl SourceName {
    /// What `judge` tells.
    pub fn at(judge: Judge, data: JudgeData) -> Self {
        Self::Judge { judge, data, of: None }
    }

    /// What `judge` tells of a user.
    pub fn of_user(judge: Judge, data: JudgeData, handle: &Handle) -> Self {
        Self::Judge { judge, data, of: Some(handle.clone()) }
    }

    /// In a sentence: "Codeforces ratings of alice".
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Self::Solutions(label) => lang.say(
                || format!("solutions in {label}"),
                || format!("{label} 저장소의 풀이"),
                || format!("リポジトリ {label} の解答"),
            ),
            Self::Former(source) => source.clone(),
            Self::Judge { judge, data, of } => {
                let of = of.as_ref();
                let data = |lang: Lang| data.told(lang, *judge);
                let handle = || of.map_or_else(String::new, |handle| format!(" ({handle})"));
                lang.say(
                    || {
                        let handle = of.map_or_else(String::new, |handle| format!(" of {handle}"));
                        format!("{judge} {}{handle}", data(Lang::English))
                    },
                    || format!("{judge} {}{}", data(Lang::Korean), handle()),
                    || format!("{judge} の{}{}", data(Lang::Japanese), handle()),
                )
            }
        }
    }

    /// At the head of a line: ratings by the name of their series, "AtCoder heuristic".
    pub fn title(&self, lang: Lang) -> String {
        match self {
            Self::Judge { judge, data: JudgeData::Ratings(track), of } => {
                let title = series_title_in(lang, *judge, *track);
                let Some(handle) = of else { return title };
                let same = || format!("{title} ({handle})");
                lang.say(|| format!("{title} of {handle}"), same, same)
            }
            Self::Solutions(label) => lang.say(
                || format!("Solutions in {label}"),
                || self.told(Lang::Korean),
                || self.told(Lang::Japanese),
            ),
            Self::Judge { .. } | Self::Former(_) => self.told(lang),
        }
    }
}

impl fmt::Display for SourceName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::English))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_named_in_each_language_and_ratings_by_their_series() {
        let handle = Handle::new(Judge::ATCODER, "alice").unwrap();
        let heuristic = SourceName::of_user(Judge::ATCODER, JudgeData::Ratings(Track::Heuristic), &handle);
        let submissions = SourceName::at(Judge::CODEFORCES, JudgeData::Submissions);
        let ratings = SourceName::of_user(Judge::CODEFORCES, JudgeData::Ratings(Track::Algorithm), &handle);
        let calendar = SourceName::at(Judge::ATCODER, JudgeData::Calendar(Some("ABC")));
        let said = |lang: Lang| {
            [
                heuristic.told(lang),
                heuristic.title(lang),
                submissions.title(lang),
                ratings.told(lang),
                calendar.told(lang),
            ]
        };
        assert_eq!(
            said(Lang::English),
            [
                "AtCoder heuristic ratings of alice",
                "AtCoder heuristic of alice",
                "Codeforces submissions",
                "Codeforces ratings of alice",
                "AtCoder ABC calendar"
            ]
        );
        assert_eq!(
            said(Lang::Korean),
            [
                "AtCoder 휴리스틱 레이팅 (alice)",
                "AtCoder 휴리스틱 (alice)",
                "Codeforces 제출",
                "Codeforces 레이팅 (alice)",
                "AtCoder ABC 대회 일정"
            ]
        );
        assert_eq!(
            said(Lang::Japanese),
            [
                "AtCoder のヒューリスティックのレーティング (alice)",
                "AtCoder ヒューリスティック (alice)",
                "Codeforces の提出",
                "Codeforces のレーティング (alice)",
                "AtCoder の ABC カレンダー"
            ]
        );
    }
}
