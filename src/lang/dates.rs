//! Dates, weekdays and how long ago something was.

use std::borrow::Cow;

use jiff::SignedDuration;
use jiff::civil::{Date, Weekday};

use super::Lang;

impl Lang {
    /// "31 December", with the year where it isn't that of `today`.
    pub fn day(self, date: Date, today: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        let has_year = year != today.year();
        self.say(
            || date.strftime(if has_year { "%-d %B %Y" } else { "%-d %B" }).to_string(),
            || {
                if has_year {
                    format!("{year}년 {month}월 {day}일")
                } else {
                    format!("{month}월 {day}일")
                }
            },
            || if has_year { format!("{year}年{month}月{day}日") } else { format!("{month}月{day}日") },
        )
    }

    /// "Sep 26", with the year where that isn't the one of `today`: "Sep 26, 2025".
    pub fn day_short(self, date: Date, today: Date) -> String {
        let english = || {
            let has_year = date.year() != today.year();
            date.strftime(if has_year { "%b %-d, %-Y" } else { "%b %-d" }).to_string()
        };
        let same = || self.day(date, today);
        self.say(english, same, same)
    }

    /// "31 December 2026".
    pub fn whole_day(self, date: Date) -> String {
        self.day(date, Date::ZERO)
    }

    /// "Friday, 27 November 2026".
    pub fn weekday_and_whole_day(self, date: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        self.say(
            || date.strftime("%A, %-d %B %Y").to_string(),
            || format!("{year}년 {month}월 {day}일 {}", Self::Korean.weekday(date.weekday())),
            || format!("{year}年{month}月{day}日({})", Self::Japanese.weekday_short(date.weekday())),
        )
    }

    /// "1 December – 20 December 2025".
    pub fn days_between(self, from: Date, to: Date, today: Date) -> String {
        let (from, to) = (self.day(from, today), self.day(to, today));
        match self {
            Self::English | Self::Pseudo => format!("{from} – {to}"),
            Self::Korean => format!("{from} ~ {to}"),
            Self::Japanese => format!("{from}〜{to}"),
        }
    }

    /// "Friday, 27 November".
    pub fn weekday_and_day(self, date: Date) -> String {
        let (month, day) = (date.month(), date.day());
        self.say(
            || date.strftime("%A, %-d %B").to_string(),
            || format!("{month}월 {day}일 {}", Self::Korean.weekday(date.weekday())),
            || format!("{month}月{day}日({})", Self::Japanese.weekday_short(date.weekday())),
        )
    }

    /// "Friday, 27 November", with the year where it isn't that of `today`.
    pub fn weekday_and_day_of(self, date: Date, today: Date) -> String {
        if date.year() == today.year() {
            self.weekday_and_day(date)
        } else {
            self.weekday_and_whole_day(date)
        }
    }

    /// "Monday".
    pub fn weekday(self, day: Weekday) -> Cow<'static, str> {
        match day {
            Weekday::Monday => self.word("Monday", "월요일", "月曜日"),
            Weekday::Tuesday => self.word("Tuesday", "화요일", "火曜日"),
            Weekday::Wednesday => self.word("Wednesday", "수요일", "水曜日"),
            Weekday::Thursday => self.word("Thursday", "목요일", "木曜日"),
            Weekday::Friday => self.word("Friday", "금요일", "金曜日"),
            Weekday::Saturday => self.word("Saturday", "토요일", "土曜日"),
            Weekday::Sunday => self.word("Sunday", "일요일", "日曜日"),
        }
    }

    /// "Mon", at most three columns wide in each language for people.
    pub fn weekday_short(self, day: Weekday) -> Cow<'static, str> {
        match day {
            Weekday::Monday => self.word("Mon", "월", "月"),
            Weekday::Tuesday => self.word("Tue", "화", "火"),
            Weekday::Wednesday => self.word("Wed", "수", "水"),
            Weekday::Thursday => self.word("Thu", "목", "木"),
            Weekday::Friday => self.word("Fri", "금", "金"),
            Weekday::Saturday => self.word("Sat", "토", "土"),
            Weekday::Sunday => self.word("Sun", "일", "日"),
        }
    }

    /// "November".
    pub fn month(self, date: Date) -> String {
        let month = date.month();
        self.say(|| date.strftime("%B").to_string(), || format!("{month}월"), || format!("{month}月"))
    }

    /// "November 2026".
    pub fn month_and_year(self, date: Date) -> String {
        let (year, month) = (date.year(), date.month());
        self.say(
            || date.strftime("%B %Y").to_string(),
            || format!("{year}년 {month}월"),
            || format!("{year}年{month}月"),
        )
    }

    /// "Nov", for an axis.
    pub fn month_short(self, date: Date) -> String {
        let month = date.month();
        self.say(|| date.strftime("%b").to_string(), || format!("{month}월"), || format!("{month}月"))
    }

    /// The same where there are three columns.
    pub fn month_narrow(self, date: Date) -> String {
        let number = || date.month().to_string();
        self.say(|| date.strftime("%b").to_string(), number, number)
    }

    /// How long ago something was: "just now", "5 minutes ago", "2 days ago".
    pub fn ago(self, since: SignedDuration) -> String {
        if since.as_mins() < 1 {
            return self.word("just now", "방금", "たった今").into_owned();
        }
        let time = self.about(since);
        self.say(|| format!("{time} ago"), || format!("{time} 전"), || format!("{time}前"))
    }

    /// How soon something is: "in 5 minutes", "in 2 days".
    pub fn soon(self, left: SignedDuration) -> String {
        if left.as_mins() < 1 {
            return self.word("in less than a minute", "1분 이내", "1分以内").into_owned();
        }
        let time = self.about(left);
        self.say(|| format!("in {time}"), || format!("{time} 후"), || format!("{time}後"))
    }

    /// "5 minutes", "47 hours", "2 days".
    fn about(self, time: SignedDuration) -> String {
        let minutes = time.as_mins();
        let unit = |n: i64, one: &str, many: &str, korean: &str, japanese: &str| match self {
            Self::English | Self::Pseudo => format!("{n} {}", if n == 1 { one } else { many }),
            Self::Korean => format!("{n}{korean}"),
            Self::Japanese => format!("{n}{japanese}"),
        };
        match minutes {
            ..120 => unit(minutes, "minute", "minutes", "분", "分"),
            120..2880 => unit(minutes / 60, "hour", "hours", "시간", "時間"),
            _ => unit(minutes / 1440, "day", "days", "일", "日"),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let (today, day, old) = (date(2026, 11, 23), date(2026, 11, 27), date(2025, 3, 1));
        let said = |lang: Lang| {
            let between = lang.days_between(old, day, today);
            [lang.day(day, today), lang.weekday_and_day(day), lang.month_short(day), between]
        };
        assert_eq!(
            said(Lang::English),
            ["27 November", "Friday, 27 November", "Nov", "1 March 2025 – 27 November"]
        );
        assert_eq!(
            said(Lang::Korean),
            ["11월 27일", "11월 27일 금요일", "11월", "2025년 3월 1일 ~ 11월 27일"]
        );
        assert_eq!(said(Lang::Japanese), ["11月27日", "11月27日(金)", "11月", "2025年3月1日〜11月27日"]);
    }

    #[test]
    fn ages_are_rounded_down_to_a_unit() {
        let said = |lang: Lang, minutes| {
            let time = SignedDuration::from_mins(minutes);
            [lang.ago(time), lang.soon(time)]
        };
        assert_eq!(said(Lang::English, 0), ["just now", "in less than a minute"]);
        assert_eq!(said(Lang::English, 1), ["1 minute ago", "in 1 minute"]);
        assert_eq!(said(Lang::Korean, 5000), ["3일 전", "3일 후"]);
        assert_eq!(said(Lang::Japanese, 180), ["3時間前", "3時間後"]);
        assert_eq!(said(Lang::Korean, 0), ["방금", "1분 이내"]);
    }
}
