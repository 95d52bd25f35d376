//! Tiers: what people mean by "mint" or "青", and which rating that is.

use std::borrow::Cow;
use std::fmt;

use super::unknown_goal::UnknownGoal;
use super::{Judge, equivalent};
use crate::lang::Lang;

/// A tier's colour, worst to best within each judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Colour {
    Gray,
    Brown,
    Green,
    Cyan,
    Blue,
    Violet,
    Yellow,
    Orange,
    Red,
}

impl Colour {
    /// Its id: the English word, as configurations, JSON and style sheets have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gray => "gray",
            Self::Brown => "brown",
            Self::Green => "green",
            Self::Cyan => "cyan",
            Self::Blue => "blue",
            Self::Violet => "violet",
            Self::Yellow => "yellow",
            Self::Orange => "orange",
            Self::Red => "red",
        }
    }

    /// The word for it, as people who rate themselves say it.
    pub fn word(self, lang: Lang) -> Cow<'static, str> {
        match self {
            Self::Gray => lang.word("gray", "그레이", "灰色"),
            Self::Brown => lang.word("brown", "브라운", "茶色"),
            Self::Green => lang.word("green", "그린", "緑色"),
            Self::Cyan => lang.word("cyan", "민트", "水色"),
            Self::Blue => lang.word("blue", "블루", "青色"),
            Self::Violet => lang.word("violet", "퍼플", "紫色"),
            Self::Yellow => lang.word("yellow", "옐로", "黄色"),
            Self::Orange => lang.word("orange", "오렌지", "橙色"),
            Self::Red => lang.word("red", "레드", "赤色"),
        }
    }

    /// The shade that most judges give it, as 0xRRGGBB.
    pub const fn usual_rgb(self) -> u32 {
        match self {
            Self::Gray => 0x80_8080,
            Self::Brown => 0x80_4000,
            Self::Green => 0x00_8000,
            Self::Cyan => 0x00_c0c0,
            Self::Blue => 0x00_00ff,
            Self::Violet => 0xaa_00aa,
            Self::Yellow => 0xc0_c000,
            Self::Orange => 0xff_8000,
            Self::Red => 0xff_0000,
        }
    }

    /// Other spellings that people use, lower case.
    fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Gray => &["grey", "회색", "그레이", "灰", "灰色"],
            Self::Brown => &["갈색", "브라운", "茶", "茶色"],
            Self::Green => &["초록", "초록색", "그린", "녹색", "緑", "緑色"],
            Self::Cyan => &["mint", "민트", "민트색", "시안", "하늘", "하늘색", "水", "水色"],
            Self::Blue => &["블루", "파랑", "파란색", "青", "青色"],
            Self::Violet => &["purple", "퍼플", "보라", "보라색", "紫", "紫色"],
            Self::Yellow => &["노랑", "노란색", "옐로", "옐로우", "黄", "黄色"],
            Self::Orange => &["주황", "주황색", "오렌지", "橙", "橙色"],
            Self::Red => &["레드", "빨강", "빨간색", "赤", "赤色"],
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One step of a judge's ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tier {
    /// The lowest rating in it; the lowest tier has none and stands at `i32::MIN`.
    pub from: i32,
    /// Its colour. Neighbours can share one (master and international master are both orange).
    pub colour: Colour,
    /// Its title in lower case, where the judge gives titles.
    pub title: Option<&'static str>,
    /// Other words for the title, lower case.
    pub nicknames: &'static [&'static str],
    /// The judge's own shade of the colour, as 0xRRGGBB.
    pub rgb: u32,
}

impl Judge {
    /// The ladder, lowest first.
    pub fn tiers(self) -> &'static [Tier] {
        self.spec().tiers
    }

    /// The tier that `rating` lies in; a gray one at a judge that has none.
    pub fn tier_of(self, rating: i32) -> &'static Tier {
        const NONE: &Tier = &Tier {
            from: i32::MIN,
            colour: Colour::Gray,
            title: None,
            nicknames: &[],
            rgb: Colour::Gray.usual_rgb(),
        };
        let tiers = self.tiers();
        tiers.iter().rev().find(|tier| rating >= tier.from).or(tiers.first()).unwrap_or(NONE)
    }

    /// The colour of `rating`.
    pub fn colour_of(self, rating: i32) -> Colour {
        self.tier_of(rating).colour
    }

    /// The colour of `rating`, where the judge has any.
    pub fn told_colour(self, rating: i32) -> Option<Colour> {
        (!self.tiers().is_empty()).then(|| self.colour_of(rating))
    }

    /// The next tier of another colour above `rating`; `None` at the top.
    pub fn next_colour(self, rating: i32) -> Option<&'static Tier> {
        let now = self.colour_of(rating);
        self.tiers().iter().find(|tier| tier.from > rating && tier.colour != now)
    }
}

/// What a target asks for: a rating, and the colour that it lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goal {
    /// The rating to reach.
    pub rating: i32,
    /// The colour of that rating.
    pub colour: Colour,
}

impl Goal {
    /// Reads a colour, a title or a plain number, in any of the languages and cases that people write them in.
    ///
    /// ```
    /// use cpt_tracker::model::{Colour, Goal, Judge};
    ///
    /// for word in ["cyan", "Mint", "민트", "水色", "specialist", "1400"] {
    ///     let goal = Goal::parse(Judge::CODEFORCES, word).unwrap();
    ///     assert_eq!((goal.rating, goal.colour), (1400, Colour::Cyan));
    /// }
    /// ```
    pub fn parse(judge: Judge, word: &str) -> Result<Self, UnknownGoal> {
        let wanted = word.trim().to_lowercase();
        if let Ok(rating) = wanted.parse() {
            return Ok(Self::of_rating(judge, rating));
        }
        judge
            .tiers()
            .iter()
            .find(|tier| tier.words().any(|known| known == wanted))
            .map(|tier| Self { rating: tier.from.max(0), colour: tier.colour })
            .ok_or_else(|| UnknownGoal::of_judge(judge, word, &wanted))
    }

    /// Reads a goal of another judge than `here`, such as "codeforces mint": what it is roughly at `here`, and what it is
    /// there. `judges` are all there are; those whose ratings nobody has compared with others have no such goals.
    pub fn parse_elsewhere(
        here: Judge,
        text: &str,
        judges: impl Iterator<Item = Judge> + Clone,
    ) -> Result<(Self, (Judge, Self)), UnknownGoal> {
        let (name, word) = text.trim().split_once(char::is_whitespace).unwrap_or((text.trim(), ""));
        let others = judges.filter(|judge| *judge != here && judge.spec().scale.is_some());
        let Some(judge) = others.clone().find(|judge| judge.id().eq_ignore_ascii_case(name)) else {
            return Err(UnknownGoal::Elsewhere { text: text.to_owned(), judges: others.collect() });
        };
        let goal = Self::parse(judge, word)?;
        let rating =
            equivalent(judge, here, goal.rating).ok_or(UnknownGoal::NotCompared { here, with: judge })?;
        Ok((Self::of_rating(here, rating), (judge, goal)))
    }

    /// The goal that a plain number stands for.
    pub fn of_rating(judge: Judge, rating: i32) -> Self {
        Self { rating, colour: judge.colour_of(rating) }
    }
}

impl Tier {
    /// Every word that means this tier, lower case. Of two tiers with one colour the lower answers to it.
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.colour.name())
            .chain(self.colour.aliases().iter().copied())
            .chain(self.title)
            .chain(self.nicknames.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_threshold_belongs_to_the_upper_tier() {
        for judge in Judge::all() {
            for tier in judge.tiers().iter().skip(1) {
                assert_eq!(judge.tier_of(tier.from), tier);
                assert_ne!(judge.tier_of(tier.from - 1), tier);
            }
        }
        assert_eq!(Judge::CODEFORCES.colour_of(-45), Colour::Gray);
        assert_eq!(Judge::CODEFORCES.colour_of(4009), Colour::Red);
    }

    #[test]
    fn a_colour_means_its_lowest_tier_and_a_title_its_own() {
        let rating = |word| Goal::parse(Judge::CODEFORCES, word).unwrap().rating;
        assert_eq!(rating("orange"), 2100);
        assert_eq!(rating("International Master"), 2300);
        assert_eq!(rating("레드"), 2400);
        assert_eq!(rating("누텔라"), 3000);
        assert_eq!(Goal::parse(Judge::ATCODER, "青").unwrap().rating, 1600);
        assert_eq!(Goal::parse(Judge::ATCODER, "743").unwrap(), Goal { rating: 743, colour: Colour::Brown });
    }

    #[test]
    fn no_word_means_two_tiers_of_different_colours() {
        for judge in Judge::all() {
            for tier in judge.tiers() {
                for word in tier.words() {
                    assert_eq!(Goal::parse(judge, word).unwrap().colour, tier.colour, "{word}");
                }
            }
        }
    }

    #[test]
    fn a_wrong_colour_gets_a_suggestion() {
        let error = Goal::parse(Judge::ATCODER, "grean").unwrap_err().to_string();
        assert!(error.ends_with("did you mean \"green\"?"), "{error}");
        let error = Goal::parse(Judge::ATCODER, "specialist").unwrap_err().to_string();
        assert!(error.ends_with("gray, brown, green, cyan, blue, yellow, orange, red)"), "{error}");
    }
}
