//! The report page's calendar, charts and days.

use super::{PageWords, Word};
use crate::lang::Lang;
use crate::model::count;

impl PageWords {
    pub fn calendar(self) -> Word {
        self.0.word("Calendar", "활동 달력", "ヒートマップ")
    }

    pub fn select_a_day(self) -> Word {
        self.0.word(
            "Select a day to see its commits and problems.",
            "날짜를 선택하면 그날의 커밋과 문제를 볼 수 있습니다.",
            "日付を選択すると、その日のコミットと問題を表示します。",
        )
    }

    pub fn close(self) -> Word {
        self.0.word("Close", "닫기", "閉じる")
    }

    /// Where no script runs.
    pub fn packed_days(self, open: usize) -> String {
        self.0.say(
            || format!("Days before the newest {open} need scripts to be shown."),
            || format!("최근 {open}일보다 이전 날짜를 보려면 스크립트를 허용하세요."),
            || format!("直近{open}日より前の日付の表示にはスクリプトの許可が必要です。"),
        )
    }

    pub fn charts(self) -> Word {
        self.0.word("Charts", "차트", "グラフ")
    }

    pub fn not_available(self) -> Word {
        self.0.word("Not available yet:", "아직 표시할 수 없는 차트:", "まだ表示できないグラフ:")
    }

    /// What a chart's marks say.
    pub fn values(self) -> Word {
        self.0.word("Values", "값", "値")
    }

    /// After [`Self::values`], for who can't see which chart they are of.
    pub fn values_of(self, title: &str) -> String {
        self.0.say(|| format!(" of {title}"), || format!(": {title}"), || format!(": {title}"))
    }

    /// What a day brought; `new` and `again` are told where something was solved before.
    pub fn day(self, of: DaySummary) -> String {
        let DaySummary { solved, new, imported, commits } = of;
        let again = solved.saturating_sub(new);
        let lang = self.0;
        lang.say(
            || {
                let parts =
                    if again > 0 { format!(" ({new} new, {again} revisited)") } else { String::new() };
                let imported = if imported > 0 { format!(", {imported} imported") } else { String::new() };
                let commits = count(commits, "commit");
                format!("{}{parts}{imported}, in {commits}", Lang::English.problems(solved as u64))
            },
            || {
                let parts = if again > 0 {
                    format!(" (새로 푼 문제 {new}개, 다시 푼 문제 {again}개)")
                } else {
                    String::new()
                };
                let imported =
                    if imported > 0 { format!(", 대량 커밋 {imported}문제") } else { String::new() };
                format!("{solved}문제{parts}{imported}, 커밋 {commits}개")
            },
            || {
                let parts = if again > 0 {
                    format!(" (初回{new}問、解き直し{again}問)")
                } else {
                    String::new()
                };
                let imported =
                    if imported > 0 { format!("、一括コミット{imported}問") } else { String::new() };
                format!("{solved}問{parts}{imported}、コミット{commits}件")
            },
        )
    }

    /// Of a problem that was solved before.
    pub fn revisited(self) -> Word {
        self.0.word("revisited", "다시 풂", "解き直し")
    }

    /// Of a problem that came with many others.
    pub fn imported(self) -> Word {
        self.0.word("imported", "대량 커밋", "一括コミット")
    }

    /// Problems or commits that are not listed; empty where there are none.
    pub fn more(self, more: usize) -> String {
        if more == 0 {
            return String::new();
        }
        self.0.say(|| format!("{more} more"), || format!("외 {more}개"), || format!("ほか{more}件"))
    }

    pub fn files(self, files: usize) -> String {
        self.0.say(|| count(files, "file"), || format!("파일 {files}개"), || format!("ファイル{files}個"))
    }

    /// Over the problems of a day, as CSS has it.
    pub fn problems(self) -> Word {
        self.0.word("Problems", "문제", "問題")
    }

    /// Over the commits of a day, as CSS has it.
    pub fn commits(self) -> Word {
        self.0.word("Commits", "커밋", "コミット")
    }
}

/// What a day brought.
#[derive(Debug, Clone, Copy)]
pub struct DaySummary {
    /// Its problems but for those of imports, and those of them that were new.
    pub solved: usize,
    pub new: usize,
    /// The problems of imports.
    pub imported: usize,
    pub commits: usize,
}

/// The year of the calendar that ends today.
pub fn last_year(lang: Lang) -> Word {
    lang.word("The last year", "최근 1년", "過去1年")
}
