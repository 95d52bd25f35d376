//! Numbers with what they count, ranges and lists.
//!
//! Korean and Japanese have no plural, but a counter for each kind of thing; some come before it (`커밋 3개`).

use std::fmt::Display;

use super::Lang;

/// A whole number that counts something.
pub trait Number: Copy + Display + PartialEq + From<u8> {}

impl<N: Copy + Display + PartialEq + From<u8>> Number for N {}

/// "1 day", "3 days".
fn english(number: impl Number, one: &str, many: &str) -> String {
    let is_one = number == From::from(1);
    format!("{number} {}", if is_one { one } else { many })
}

impl Lang {
    /// "3 days", "3일", "3日".
    pub fn days(self, n: impl Number) -> String {
        self.say(|| english(n, "day", "days"), || format!("{n}일"), || format!("{n}日"))
    }

    /// "3 weeks", "3주", "3週".
    pub fn weeks(self, n: impl Number) -> String {
        self.say(|| english(n, "week", "weeks"), || format!("{n}주"), || format!("{n}週"))
    }

    /// "3 problems", "3문제", "3問".
    pub fn problems(self, n: impl Number) -> String {
        self.say(|| english(n, "problem", "problems"), || format!("{n}문제"), || format!("{n}問"))
    }

    /// Contests that one took part in: "3 contests", "대회 3회", "参加3回".
    pub fn contests_taken(self, n: impl Number) -> String {
        self.say(|| english(n, "contest", "contests"), || format!("대회 {n}회"), || format!("参加{n}回"))
    }

    /// Contests of a list: "3 contests", "대회 3개", "コンテスト3件".
    pub fn contests(self, n: impl Number) -> String {
        self.say(
            || english(n, "contest", "contests"),
            || format!("대회 {n}개"),
            || format!("コンテスト{n}件"),
        )
    }

    /// "3 submissions", "제출 3회", "提出3件".
    pub fn submissions(self, n: impl Number) -> String {
        self.say(
            || english(n, "submission", "submissions"),
            || format!("제출 {n}회"),
            || format!("提出{n}件"),
        )
    }

    /// "3 rows", "3행", "3行".
    pub fn rows(self, n: impl Number) -> String {
        self.say(|| english(n, "row", "rows"), || format!("{n}행"), || format!("{n}行"))
    }

    /// "3 files", "파일 3개", "ファイル3個".
    pub fn files(self, n: impl Number) -> String {
        self.say(|| english(n, "file", "files"), || format!("파일 {n}개"), || format!("ファイル{n}個"))
    }

    /// "3 attempts", "3번", "3回".
    pub fn attempts(self, n: impl Number) -> String {
        self.say(|| english(n, "attempt", "attempts"), || format!("{n}번"), || format!("{n}回"))
    }

    /// "3 rest days", "휴식일 3일", "休息日3日".
    pub fn rest_days(self, n: impl Number) -> String {
        self.say(
            || english(n, "rest day", "rest days"),
            || format!("휴식일 {n}일"),
            || format!("休息日{n}日"),
        )
    }

    /// "3", "3-5": the least and the most of a few numbers.
    pub fn range(self, (least, most): (u32, u32)) -> String {
        match self {
            _ if least == most => least.to_string(),
            Self::English | Self::Pseudo => format!("{least}-{most}"),
            Self::Korean => format!("{least}~{most}"),
            Self::Japanese => format!("{least}〜{most}"),
        }
    }

    /// Between things that are listed without an "and".
    pub fn comma(self) -> &'static str {
        match self {
            Self::English | Self::Pseudo | Self::Korean => ", ",
            Self::Japanese => "、",
        }
    }

    /// Between a sentence that is written without its full stop, and the next one.
    pub fn full_stop(self) -> &'static str {
        match self {
            Self::English | Self::Pseudo | Self::Korean => ". ",
            Self::Japanese => "。",
        }
    }

    /// Between sentences of a paragraph.
    pub fn space(self) -> &'static str {
        match self {
            Self::English | Self::Pseudo | Self::Korean => " ",
            Self::Japanese => "",
        }
    }

    /// "a", "a and b", "a, b and c".
    pub fn all_of<T: AsRef<str>>(self, names: &[T]) -> String {
        self.list(names, [" and ", " 및 ", "、"])
    }

    /// "a", "a or b", "a, b or c".
    pub fn one_of<T: AsRef<str>>(self, names: &[T]) -> String {
        self.list(names, [" or ", " 또는 ", "、または "])
    }

    /// A list whose last two are joined by the word of each language.
    fn list<T: AsRef<str>>(self, names: &[T], [english, korean, japanese]: [&str; 3]) -> String {
        let comma = self.comma();
        let last = match self {
            Self::English | Self::Pseudo => english,
            Self::Korean => korean,
            Self::Japanese => japanese,
        };
        let mut text = String::new();
        for (place, name) in names.iter().enumerate() {
            let before = if place == 0 {
                ""
            } else if place + 1 == names.len() {
                last
            } else {
                comma
            };
            text.push_str(before);
            text.push_str(name.as_ref());
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_has_a_plural_and_the_others_have_counters() {
        let said = |lang: Lang| [lang.days(1), lang.days(2), lang.problems(0), lang.contests_taken(56)];
        assert_eq!(said(Lang::English), ["1 day", "2 days", "0 problems", "56 contests"]);
        assert_eq!(said(Lang::Korean), ["1일", "2일", "0문제", "대회 56회"]);
        assert_eq!(said(Lang::Japanese), ["1日", "2日", "0問", "参加56回"]);
    }

    #[test]
    fn ranges_have_the_sign_of_each_language_and_single_numbers_none() {
        assert_eq!(Lang::ALL.map(|lang| lang.range((3, 5))), ["3-5", "3~5", "3〜5"]);
        assert_eq!(Lang::ALL.map(|lang| lang.range((0, 0))), ["0"; 3]);
    }

    #[test]
    fn lists_end_as_each_language_ends_them() {
        let of = |lang: Lang, names: &[&str]| [lang.all_of(names), lang.one_of(names)];
        assert_eq!(of(Lang::English, &["a", "b", "c"]), ["a, b and c", "a, b or c"]);
        assert_eq!(of(Lang::Korean, &["a", "b", "c"]), ["a, b 및 c", "a, b 또는 c"]);
        assert_eq!(of(Lang::Japanese, &["a", "b", "c"]), ["a、b、c", "a、b、または c"]);
        assert_eq!(of(Lang::Japanese, &["a"]), ["a", "a"]);
        assert_eq!(of(Lang::English, &["a", "b"]), ["a and b", "a or b"]);
    }
}
