//! What is asked about a new group.

use super::GroupKey;
use crate::lang::Lang;

impl GroupKey {
    /// Asks about a group, with what holds where nothing is said.
    pub fn question(self, lang: Lang, default: Option<&str>) -> String {
        let asked = |lang: Lang| match self {
            Self::Name => lang.word("Name of the group", "스터디 이름", "グループの名前"),
            Self::Timezone => lang.word("Time zone", "시간대", "タイムゾーン"),
            Self::WeekStarts => lang.word("Weeks start on", "한 주의 시작 요일", "週の開始曜日"),
            Self::Settles => lang.word(
                "When a week is settled, e.g. monday 20:00",
                "정산 시각 (예: monday 20:00)",
                "精算の時刻 (例: monday 20:00)",
            ),
            Self::From => lang.word("First day that counts", "집계 시작일", "集計の開始日"),
            Self::Goal => lang.word(
                "Goal of each member, e.g. 5/week, 1/day, or all of what is assigned",
                "스터디원별 목표 (예: 5/week, 1/day, 과제 전부면 all)",
                "メンバーごとの目標 (例: 5/week、1/day、課題すべては all)",
            ),
            Self::Fine => lang.word(
                "Fine for a missed goal, e.g. 1000 KRW/problem",
                "목표 미달성 벌금 (예: 1000 KRW/problem)",
                "目標未達成の罰金 (例: 1000 JPY/problem)",
            ),
        };
        let otherwise = |lang: Lang| match self {
            Self::Settles => lang.word("at its end", "주가 끝날 때", "週の終わり"),
            Self::Timezone => lang.word("each commit's own", "커밋마다 다름", "コミットごと"),
            _ => lang.word("none", "없음", "なし"),
        };
        let same = |lang: Lang| {
            let default = default.map_or_else(|| otherwise(lang), |default| default.to_owned().into());
            format!("{} [{default}]: ", asked(lang))
        };
        lang.say(|| same(Lang::English), || same(Lang::Korean), || same(Lang::Japanese))
    }
}
