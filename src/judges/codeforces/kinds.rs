//! The kinds of Codeforces' rounds, and whom they are rated for: their titles say it.

use std::collections::HashSet;

use jiff::Timestamp;

use crate::judges::kinds::{self, KindRule, ListedKind};
use crate::model::{Contest, ContestKind, RatedFor, RatingRange, Track};

const DIV_4: &str = "Div. 4";
const DIV_3: &str = "Div. 3";
const DIV_2: &str = "Div. 2";
const EDUCATIONAL: &str = "Educational";
const DIV_1: &str = "Div. 1";
const BOTH: &str = "Div. 1 + Div. 2";
const GLOBAL: &str = "Global";

/// The second division beside a round of the first, and alone.
const BESIDE_FIRST: RatingRange = RatingRange::up_to(1899);
const ALONE: RatingRange = RatingRange::up_to(2099);

/// Source: the judge's announcements of its rounds, each of which says for whom it is rated.
const RULES: &[KindRule] = &[
    KindRule::always(DIV_4, RatingRange::up_to(1399)),
    KindRule::always(DIV_3, RatingRange::up_to(1599)),
    KindRule::always(DIV_2, BESIDE_FIRST),
    KindRule::always(EDUCATIONAL, ALONE),
    KindRule::always(DIV_1, RatingRange::at_least(1900)),
    KindRule::always(BOTH, RatingRange::ALL),
    KindRule::always(GLOBAL, RatingRange::ALL),
];

/// Titles of contests that change nobody's rating.
const UNRATED: [&str; 4] = ["unrated", "aprilfools", "kotlinheroes", "testinground"];

/// Titles of rounds that are rated for all and don't say so.
const FOR_ALL: [&str; 4] = ["goodbye20", "hello20", "codeton", "think-cell"];

/// The title without what differs from round to round: "Educational Codeforces Round 7 (Rated for Div. 2)" as
/// "educationalcodeforcesround7(ratedfordiv.2)".
fn squeezed(title: &str) -> String {
    title.to_lowercase().split_whitespace().collect()
}

/// The kind of a round by its title.
pub(super) fn kind(title: &str) -> Option<&'static str> {
    let title = squeezed(title);
    let has = |part: &str| title.contains(part);
    if UNRATED.into_iter().any(has) {
        return None;
    }
    Some(match () {
        () if has("globalround") => GLOBAL,
        () if has("div.1+div.2") || FOR_ALL.into_iter().any(has) => BOTH,
        () if has("educational") || has("ratedfordiv.2") => EDUCATIONAL,
        () if has("div.4") => DIV_4,
        () if has("div.3") => DIV_3,
        () if has("div.2") => DIV_2,
        () if has("div.1") => DIV_1,
        () => return None,
    })
}

/// Whose rating `contest` changes, by its title and whether one of the first division among `listed` is held beside it.
pub(super) fn rated_for(contest: &Contest, listed: &[&Contest]) -> Option<RatedFor> {
    let title = squeezed(&contest.name);
    if UNRATED.iter().any(|part| title.contains(part)) {
        return Some(RatedFor::Nobody);
    }
    let (_, range) = read(contest, &first_divisions(listed))?;
    Some(RatedFor::Range(Track::Algorithm, range))
}

/// When rounds of the first division begin.
fn first_divisions(listed: &[&Contest]) -> HashSet<Timestamp> {
    let first = listed.iter().filter(|contest| kind(&contest.name) == Some(DIV_1));
    first.filter_map(|contest| contest.start).collect()
}

fn read(contest: &Contest, first: &HashSet<Timestamp>) -> Option<(&'static str, RatingRange)> {
    let kind = kind(&contest.name)?;
    let range = match contest.start {
        Some(start) if kind == DIV_2 && !first.contains(&start) => ALONE,
        _ => RULES.iter().find(|rule| rule.name == kind)?.range,
    };
    Some((kind, range))
}

/// The kinds of rounds that are held. Performances have no limit.
pub(super) fn algorithm(listed: &[&Contest], now: Timestamp) -> Vec<ContestKind> {
    let first = first_divisions(listed);
    kinds::held(RULES, &ListedKind::of(listed, |contest| read(contest, &first)), |_| None, now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Judge;

    fn round(name: &str, start: i64) -> Contest {
        Contest {
            judge: Judge::CODEFORCES,
            id: "2200".to_owned(),
            name: name.to_owned(),
            start: Timestamp::from_second(start).ok(),
            seconds: 7200,
            rated: None,
        }
    }

    #[test]
    fn the_title_of_a_round_says_whom_it_is_rated_for() {
        let up_to = |to| Some(RatedFor::Range(Track::Algorithm, RatingRange::up_to(to)));
        let all = Some(RatedFor::Range(Track::Algorithm, RatingRange::ALL));
        let titles = [
            ("Codeforces Round 1000 (Div. 4)", up_to(1399)),
            ("Codeforces Round 1001 (Div. 3)", up_to(1599)),
            ("Codeforces Round 1002 (Div. 2)", up_to(2099)),
            ("Educational Codeforces Round 180 (Rated for Div. 2)", up_to(2099)),
            ("Educational Codeforces Round 210", up_to(2099)),
            ("Codeforces Round 1003 (Div. 1 + Div. 2)", all),
            ("CodeTON Round 9 (Div. 1 + Div. 2, Rated, Prizes!)", all),
            ("Codeforces Global Round 30", all),
            ("Good Bye 2026: the last one", all),
            ("Kotlin Heroes: Episode 12", Some(RatedFor::Nobody)),
            ("April Fools Day Contest 2026", Some(RatedFor::Nobody)),
            ("2026 ICPC Finals Mirror (Unrated, Online Mirror, ICPC Rules)", Some(RatedFor::Nobody)),
            ("Codeforces Beta Round 1", None),
        ];
        for (title, expected) in titles {
            assert_eq!(rated_for(&round(title, 1), &[]), expected, "{title}");
        }
    }

    #[test]
    fn a_second_division_beside_a_first_is_rated_below_it() {
        let listed = [
            round("Codeforces Round 1002 (Div. 1)", 5_000),
            round("Codeforces Round 1002 (Div. 2)", 5_000),
            round("Codeforces Round 1003 (Div. 2)", 9_000),
        ];
        let listed: Vec<&Contest> = listed.iter().collect();
        let range = |nth: usize| rated_for(listed[nth], &listed);
        let told = |range| Some(RatedFor::Range(Track::Algorithm, range));
        assert_eq!([0, 1, 2].map(range), [RatingRange::at_least(1900), BESIDE_FIRST, ALONE].map(told));
        // The next one tells what the kind is.
        let next = |now: i64| {
            let kinds = algorithm(&listed, Timestamp::from_second(now).unwrap());
            kinds.into_iter().find(|kind| kind.name == DIV_2).map(|kind| kind.range)
        };
        assert_eq!((next(4_000), next(6_000), next(10_000)), (Some(BESIDE_FIRST), Some(ALONE), Some(ALONE)));
    }
}
