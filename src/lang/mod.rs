//! Languages: which there are, which one is spoken, and what every text in them needs: numbers with their nouns, dates,
//! Korean particles.
//!
//! A message is one function with typed arguments that holds its languages side by side, so that one that lacks a
//! language, or an argument that it names, doesn't compile:
//!
//! ```
//! use cpt_tracker::lang::Lang;
//!
//! /// The repository `name` can't be read.
//! fn unreadable(lang: Lang, name: &str) -> String {
//!     lang.say(
//!         || format!("can't read the repository {name}"),
//!         || format!("{name} 저장소를 읽을 수 없습니다"),
//!         || format!("リポジトリ {name} を読み込めません"),
//!     )
//! }
//!
//! assert_eq!(unreadable(Lang::Korean, "algo"), "algo 저장소를 읽을 수 없습니다");
//! ```
//!
//! Nothing is looked up and nothing is parsed: only the language that is spoken is put together. The sentences
//! themselves are where their reader is: in `report/words`, in `plot/words`, and beside the errors of a room.

mod counters;
mod dates;
mod later;
mod particles;
mod text;

use std::borrow::Cow;

pub use counters::Number;
pub use later::Later;
pub use particles::{Particle, with_particle};
pub use text::{Text, marks};

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// British English, which holds where nothing else is said.
    #[default]
    English,
    /// Korean.
    Korean,
    /// Japanese.
    Japanese,
    /// English in marks and 40% wider (`en-XA`): shows in tests what isn't translated, and what has no room.
    Pseudo,
}

impl Lang {
    /// The languages for people.
    pub const ALL: [Self; 3] = [Self::English, Self::Korean, Self::Japanese];

    /// The tag of BCP 47.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Korean => "ko",
            Self::Japanese => "ja",
            Self::Pseudo => "en-XA",
        }
    }

    /// The language of this tag, in any case.
    pub fn by_code(code: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter().chain([Self::Pseudo]);
        all.find(|lang| lang.code().eq_ignore_ascii_case(code))
    }

    /// The language of a POSIX locale such as `ko_KR.UTF-8`; English where it is another one, or in another encoding
    /// than what is printed.
    pub fn of_locale(locale: &str) -> Self {
        let (name, _) = locale.split_once('@').unwrap_or((locale, ""));
        let (name, encoding) = name.split_once('.').unwrap_or((name, "UTF-8"));
        let is_utf8 = ["UTF-8", "UTF8"].iter().any(|utf8| encoding.eq_ignore_ascii_case(utf8));
        let language = name.split(['_', '-']).next().unwrap_or_default();
        let found = Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(language));
        found.filter(|_| is_utf8).unwrap_or_default()
    }

    /// One message, of which only the one in this language is made.
    pub fn say<T: Text>(
        self,
        english: impl FnOnce() -> T,
        korean: impl FnOnce() -> T,
        japanese: impl FnOnce() -> T,
    ) -> T {
        match self {
            Self::English => english(),
            Self::Korean => korean(),
            Self::Japanese => japanese(),
            Self::Pseudo => english().marked(),
        }
    }

    /// A message without arguments.
    pub fn word(
        self,
        english: &'static str,
        korean: &'static str,
        japanese: &'static str,
    ) -> Cow<'static, str> {
        self.say(|| english.into(), || korean.into(), || japanese.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_is_a_language_where_cpt_has_it_and_can_print_it() {
        for (locale, lang) in [
            ("ko_KR.UTF-8", Lang::Korean),
            ("ko", Lang::Korean),
            ("ja_JP.utf8", Lang::Japanese),
            ("ja-JP", Lang::Japanese),
            ("ja_JP@calendar", Lang::Japanese),
            ("en_GB.UTF-8", Lang::English),
            ("C", Lang::English),
            ("C.UTF-8", Lang::English),
            ("POSIX", Lang::English),
            ("ja_JP.SJIS", Lang::English),
            ("ko_KR.eucKR", Lang::English),
            ("kok_IN", Lang::English),
            ("de_DE.UTF-8", Lang::English),
        ] {
            assert_eq!(Lang::of_locale(locale), lang, "{locale}");
        }
    }

    #[test]
    fn the_pseudo_language_is_english_in_marks_and_wider() {
        assert_eq!(Lang::Pseudo.word("Today", "오늘", "今日"), "⟦Today～⟧");
        assert_eq!(Lang::Pseudo.days(22), "⟦22 days～～⟧");
        assert_eq!(Lang::by_code("EN-xa"), Some(Lang::Pseudo));
        assert_eq!(Lang::by_code("de"), None);
    }
}
