//! The report page's status: today, the ratings and the targets.

use super::{PageWords, Word};
use crate::model::Period;

impl PageWords {
    pub fn today(self) -> Word {
        self.0.word("Today", "오늘", "今日")
    }

    pub fn streak(self) -> Word {
        self.0.word("Streak", "스트릭", "ストリーク")
    }

    /// After the number of a streak's days or weeks; `state` is that it is at risk or broken.
    pub fn streak_unit(self, number: u32, unit: Period, state: Option<&str>) -> String {
        let after = |unit: Word, between: &str| match state {
            Some(state) => format!("{unit}{between}{state}"),
            None => unit.into_owned(),
        };
        let english = match (unit, number) {
            (Period::Day, 1) => "day",
            (Period::Day, _) => "days",
            (Period::Week, 1) => "week",
            (Period::Week, _) => "weeks",
        };
        let (korean, japanese) = match unit {
            Period::Day => ("일", "日"),
            Period::Week => ("주", "週"),
        };
        self.0.say(
            || after(english.into(), ", "),
            || after(korean.into(), ", "),
            || after(japanese.into(), "、"),
        )
    }

    pub fn at_risk(self) -> Word {
        self.0.word("at risk", "끊길 위기", "途切れそう")
    }

    pub fn broken(self) -> Word {
        self.0.word("broken", "끊김", "途切れた")
    }

    pub fn to_solve(self) -> Word {
        self.0.word("To solve today", "오늘 풀 문제", "今日解く問題")
    }

    pub fn next_contest(self) -> Word {
        self.0.word("Next contest", "다음 대회", "次のコンテスト")
    }

    /// When a contest starts, and whose rating it changes where that is known.
    pub fn contest(self, soon: &str, start: &str, rated: &str) -> String {
        if rated.is_empty() {
            return self.0.say(
                || format!("{soon}, {start}"),
                || format!("{soon} · {start}"),
                || format!("{soon}、{start}"),
            );
        }
        self.0.say(
            || format!("{soon}, {start}; {rated}"),
            || format!("{soon} · {start} · {rated}"),
            || format!("{soon}、{start}、{rated}"),
        )
    }

    /// In place of how soon it is.
    pub fn now(self) -> Word {
        self.0.word("now", "진행 중", "開催中")
    }

    pub fn ratings(self) -> Word {
        self.0.word("Ratings", "레이팅", "レーティング")
    }

    /// In place of a colour.
    pub fn never_rated(self) -> Word {
        self.0.word("no rated contest yet", "레이팅 반영 대회 없음", "Rated参加なし")
    }

    pub fn targets(self) -> Word {
        self.0.word("Targets", "목표", "目標")
    }

    /// What a bar shows.
    pub fn way(self, rating: i32, from: i32, goal: i32) -> String {
        self.0.say(
            || format!("Rating {rating}, on the way from {from} to {goal}"),
            || format!("현재 레이팅 {rating}, 시작 {from}, 목표 {goal}"),
            || format!("現在のレーティング {rating}、開始 {from}、目標 {goal}"),
        )
    }

    /// Beside it.
    pub fn of_goal(self, rating: i32, goal: i32) -> String {
        self.0.say(
            || format!("{rating} of {goal}"),
            || format!("{rating} / {goal}"),
            || format!("{rating} / {goal}"),
        )
    }

    /// After how likely a target is reached.
    pub fn by(self, day: &str) -> String {
        self.0.say(|| format!("by {day}"), || format!("{day}까지"), || format!("{day}まで"))
    }

    pub fn reached(self) -> Word {
        self.0.word("Reached", "달성", "達成")
    }

    /// After [`Self::reached`].
    pub fn reached_on(self, day: &str) -> String {
        self.0.say(|| format!("on {day}"), || day.to_owned(), || day.to_owned())
    }

    pub fn missed(self) -> Word {
        self.0.word("Missed", "미달성", "未達成")
    }

    /// Too few contests are known.
    pub fn no_forecast_yet(self) -> Word {
        self.0.word("No forecast yet", "아직 예측 불가", "まだ予測不可")
    }

    /// There never will be one.
    pub fn no_forecast(self) -> Word {
        self.0.word("No forecast", "예측 없음", "予測なし")
    }

    pub fn not_tracked(self) -> Word {
        self.0.word("Not tracked", "추적하지 않음", "追跡対象外")
    }

    /// Why a target is not tracked.
    pub fn without_handle(self) -> Word {
        self.0.word(
            "No handle configured. Add one under [handles] in cpt.toml.",
            "핸들이 없습니다. cpt.toml의 [handles]에 추가하세요.",
            "ハンドルがありません。cpt.toml の [handles] に追加してください。",
        )
    }
}
