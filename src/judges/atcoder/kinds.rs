//! The kinds of AtCoder's contests, and whom they are rated for.

use jiff::Timestamp;
use jiff::civil::date;

use crate::judges::kinds::{self, KindRule, ListedKind};
use crate::model::{Contest, ContestKind, RatedFor, RatingRange, Track};

const ABC: &str = "ABC";
const ARC_EASY: &str = "ARC--";
const ARC: &str = "ARC";
const ARC_HARD: &str = "ARC++";
const ARC_DIV_1: &str = "ARC Div. 1";
const ARC_DIV_2: &str = "ARC Div. 2";
const AGC: &str = "AGC";
const AHC: &str = "AHC";

/// Who is rated in contests of the algorithm track. Sources: <https://atcoder.jp/posts/2026ARC_en> and before it
/// `posts/1364` and `posts/1433`; the ranges of all rated contests from June 2024 to August 2026, by who was rated.
const ALGORITHM: &[KindRule] = &[
    KindRule::always(ABC, RatingRange::up_to(1199)).until(date(2019, 5, 1)),
    KindRule::always(ABC, RatingRange::up_to(1999)).since(date(2019, 5, 1)),
    KindRule::always(ARC_EASY, RatingRange::between(800, 2399)).since(date(2026, 2, 22)),
    KindRule::always(ARC_DIV_2, RatingRange::between(1200, 2399))
        .since(date(2024, 12, 1))
        .until(date(2026, 2, 22)),
    KindRule::always(ARC, RatingRange::up_to(2799)).until(date(2024, 9, 1)),
    KindRule::always(ARC, RatingRange::between(1200, 2799)).since(date(2024, 9, 1)),
    KindRule::always(ARC_DIV_1, RatingRange::between(1600, 2799))
        .since(date(2024, 12, 1))
        .until(date(2025, 3, 1)),
    KindRule::always(ARC_DIV_1, RatingRange::between(1600, 2999))
        .since(date(2025, 3, 1))
        .until(date(2026, 2, 22)),
    KindRule::always(ARC_HARD, RatingRange::between(1600, 2999)).since(date(2026, 2, 22)),
    KindRule::always(AGC, RatingRange::ALL).until(date(2024, 8, 1)),
    KindRule::always(AGC, RatingRange::at_least(2000)).since(date(2024, 8, 1)),
];

/// Who is rated in heuristic contests.
const HEURISTIC: &[KindRule] = &[KindRule::always(AHC, RatingRange::ALL)];

/// How far above the highest rating that a contest is rated for its performances go. Source: ac-predictor's
/// `contestdetails.ts`, and the highest performances of the same contests.
const ABOVE_RANGE: i32 = 401;

/// The kind of the contest that the judge calls `contest`; its title tells what the name doesn't.
pub(super) fn kind(contest: &str, title: &str) -> Option<&'static str> {
    let lower = contest.to_ascii_lowercase();
    let letters = lower.trim_end_matches(|c: char| c.is_ascii_digit());
    let has = |part: &str| title.contains(part);
    match letters {
        "abc" => Some(ABC),
        "arc" => Some(match (has("Div. 1"), has("Div. 2")) {
            (true, false) => ARC_DIV_1,
            (false, true) => ARC_DIV_2,
            _ if has("Contest++") => ARC_HARD,
            _ if has("Contest--") => ARC_EASY,
            _ => ARC,
        }),
        "agc" => Some(AGC),
        "ahc" => Some(AHC),
        "awc" => Some("AWC"),
        _ if lower.starts_with("adt_") => Some("ADT"),
        _ => None,
    }
}

/// Whose rating `contest` changes: what it says itself, else what those of its kind among `listed` say.
pub(super) fn rated_for(contest: &Contest, listed: &[&Contest]) -> Option<RatedFor> {
    let kind = kind(&contest.id, &contest.name);
    let is_heuristic = kind == Some(AHC) || contest.name.contains("Heuristic Contest");
    let track = if is_heuristic { Track::Heuristic } else { Track::Algorithm };
    if let Some(words) = &contest.rated {
        return range(words, track);
    }
    if matches!(kind?, "AWC" | "ADT") {
        return Some(RatedFor::Nobody);
    }
    let rules = if is_heuristic { HEURISTIC } else { ALGORITHM };
    let range = kinds::range_at(rules, &told(listed), kind?, contest.start?)?;
    Some(RatedFor::Range(track, range))
}

/// The kinds of contests that the algorithm track is rated in.
pub(super) fn algorithm(listed: &[&Contest], now: Timestamp) -> Vec<ContestKind> {
    kinds::held(ALGORITHM, &told(listed), |range| range.to.map(|to| to.saturating_add(ABOVE_RANGE)), now)
}

/// The same of the heuristic track. Its performances have no limit.
pub(super) fn heuristic(listed: &[&Contest], now: Timestamp) -> Vec<ContestKind> {
    kinds::held(HEURISTIC, &told(listed), |_| None, now)
}

/// The contests that say whom they are rated for.
fn told(listed: &[&Contest]) -> Vec<ListedKind> {
    ListedKind::of(listed, |contest| {
        let kind = kind(&contest.id, &contest.name)?;
        match range(contest.rated.as_deref()?, Track::default())? {
            RatedFor::Range(_, range) => Some((kind, range)),
            RatedFor::Nobody => None,
        }
    })
}

/// What the judge says of whom a contest of `track` is rated for: `All`, ` ~ 1999`, `1200 - 2799`, `2000 -`, and `-` for
/// nobody; `None` where the words mean something else.
fn range(words: &str, track: Track) -> Option<RatedFor> {
    let words = words.trim();
    if words.eq_ignore_ascii_case("all") {
        return Some(RatedFor::Range(track, RatingRange::ALL));
    }
    let (from, to) = words.split_once(['~', '-', '–', '〜', '～'])?;
    let end = |text: &str| match text.trim() {
        "" => Some(None),
        number => number.parse::<u16>().ok().map(|number| Some(i32::from(number))),
    };
    let range = RatingRange { from: end(from)?, to: end(to)? };
    Some(if range == RatingRange::ALL { RatedFor::Nobody } else { RatedFor::Range(track, range) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Judge;

    fn contest(id: &str, name: &str, start: i64, rated: Option<&str>) -> Contest {
        Contest {
            judge: Judge::ATCODER,
            id: id.to_owned(),
            name: name.to_owned(),
            start: Timestamp::from_second(start).ok(),
            seconds: 7200,
            rated: rated.map(str::to_owned),
        }
    }

    #[test]
    fn what_a_contest_says_of_whom_it_is_rated_for_is_read_in_every_form() {
        let rated = |range| Some(RatedFor::Range(Track::Algorithm, range));
        let (up_to, from) = (rated(RatingRange::up_to(1999)), rated(RatingRange::at_least(2000)));
        let between = rated(RatingRange::between(1200, 2799));
        let told = [
            (" ~ 1999", up_to),
            (" - 1999", up_to),
            ("~ 1999", up_to),
            ("1200 ~ 2799", between),
            ("1200 - 2799", between),
            ("1200~2799", between),
            ("2000 ~ ", from),
            ("2000 -", from),
            ("All", rated(RatingRange::ALL)),
            ("-", Some(RatedFor::Nobody)),
            (" - ", Some(RatedFor::Nobody)),
            ("×", None),
            ("", None),
            ("many - few", None),
        ];
        for (words, expected) in told {
            assert_eq!(range(words, Track::Algorithm), expected, "{words:?}");
        }
    }

    #[test]
    fn the_kind_of_a_contest_is_told_by_its_name_and_title() {
        let kinds = [
            ("abc478", "AtCoder Beginner Contest 478", Some("ABC")),
            ("arc232", "AtCoder Regular Contest++ 232", Some("ARC++")),
            ("arc229", "AtCoder Regular Contest-- 229", Some("ARC--")),
            ("arc231", "AtCoder Regular Contest 231", Some("ARC")),
            ("arc190", "AtCoder Regular Contest 190 (Div. 1)", Some("ARC Div. 1")),
            ("arc189", "AtCoder Regular Contest 189 (Div. 2)", Some("ARC Div. 2")),
            ("agc074", "AtCoder Grand Contest 074", Some("AGC")),
            ("ahc060", "AtCoder Heuristic Contest 060", Some("AHC")),
            ("awc0001", "AtCoder Weekday Contest 0001 Beta", Some("AWC")),
            ("adt_hard_20260605_1", "AtCoder Daily Training HARD", Some("ADT")),
            ("typical90", "Typical 90", None),
        ];
        for (id, title, expected) in kinds {
            assert_eq!(kind(id, title), expected, "{id}");
        }
    }

    #[test]
    fn the_kinds_of_2026_are_rated_for_whom_the_judge_says() {
        let at = "2026-11-27T12:00:00Z".parse().unwrap();
        let told = |rating: i32, performance: i32| {
            let kinds = algorithm(&[], at).into_iter();
            kinds.filter(|kind| kind.gives(performance, rating)).map(|kind| kind.name).collect::<Vec<_>>()
        };
        assert_eq!(told(0, 2400), ["ABC"]);
        assert_eq!(told(0, 2401), [""; 0]);
        assert_eq!(told(799, 800), ["ABC"]);
        assert_eq!(told(800, 800), ["ABC", "ARC--"]);
        assert_eq!(told(1200, 2800), ["ARC--", "ARC"]);
        assert_eq!(told(1600, 2801), ["ARC", "ARC++"]);
        assert_eq!(told(1999, 3400), ["ARC++"]);
        assert_eq!(told(2000, 1000), ["ARC--", "ARC", "ARC++", "AGC"]);
        assert_eq!(told(2000, 3401), ["AGC"]);
        assert_eq!(told(2400, 3200), ["ARC", "ARC++", "AGC"]);
        assert_eq!(told(3000, 3200), ["AGC"]);
    }

    #[test]
    fn former_kinds_were_rated_for_whom_the_judge_said_then() {
        let names = |at: &str| {
            let kinds = algorithm(&[], at.parse().unwrap()).into_iter();
            kinds.map(|kind| (kind.name, kind.range.from, kind.range.to)).collect::<Vec<_>>()
        };
        let of_2023 = [("ABC", None, Some(1999)), ("ARC", None, Some(2799)), ("AGC", None, None)];
        assert_eq!(names("2023-06-01T00:00:00Z"), of_2023);
        let of_2025 = [
            ("ABC", None, Some(1999)),
            ("ARC Div. 2", Some(1200), Some(2399)),
            ("ARC", Some(1200), Some(2799)),
            ("ARC Div. 1", Some(1600), Some(2999)),
            ("AGC", Some(2000), None),
        ];
        assert_eq!(names("2025-06-01T00:00:00Z"), of_2025);
    }

    #[test]
    fn a_kind_is_rated_as_its_next_listed_contest_says_else_as_its_newest() {
        let now = Timestamp::from_second(1_795_000_000).unwrap();
        let title = "AtCoder Regular Contest++ 240";
        let mut listed = vec![
            contest("arc238", "AtCoder Regular Contest++ 238", 1_790_000_000, Some("1600 - 2999")),
            contest("arc239", "AtCoder Regular Contest++ 239", 1_794_000_000, Some("1700 - 3099")),
            contest("abc480", "AtCoder Beginner Contest 480", 1_794_000_000, Some("-")),
        ];
        let range = |listed: &[Contest]| {
            algorithm(&listed.iter().collect::<Vec<_>>(), now)
                .into_iter()
                .find(|kind| kind.name == "ARC++")
                .map(|kind| (kind.range, kind.cap))
        };
        assert_eq!(range(&listed), Some((RatingRange::between(1700, 3099), Some(3500))));
        let coming = contest("arc240", title, 1_796_000_000, None);
        let rated = rated_for(&coming, &listed.iter().collect::<Vec<_>>());
        assert_eq!(rated, Some(RatedFor::Range(Track::Algorithm, RatingRange::between(1700, 3099))));
        listed.push(contest("arc240", title, 1_796_000_000, Some("1800 - ")));
        assert_eq!(range(&listed), Some((RatingRange::at_least(1800), None)));
        assert_eq!(rated_for(&listed[2], &[]), Some(RatedFor::Nobody));
    }

    #[test]
    fn trainings_are_rated_for_nobody_and_what_no_rule_covers_is_unknown() {
        let of = |id: &str, title: &str, rated| rated_for(&contest(id, title, 1_796_000_000, rated), &[]);
        assert_eq!(of("awc0100", "AtCoder Weekday Contest 0100", None), Some(RatedFor::Nobody));
        assert_eq!(of("adt_all_20260605_1", "AtCoder Daily Training", None), Some(RatedFor::Nobody));
        assert_eq!(of("some2027", "A sponsor's contest", None), None);
        let everybody = RatedFor::Range(Track::Heuristic, RatingRange::ALL);
        assert_eq!(of("ahc070", "AtCoder Heuristic Contest 070", None), Some(everybody));
        let sponsored = of("some2027", "A contest (AtCoder Heuristic Contest 071)", Some("All"));
        assert_eq!(sponsored, Some(everybody));
    }
}
