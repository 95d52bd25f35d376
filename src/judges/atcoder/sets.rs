//! AtCoder's own collections, which people know by names of their own. The contests are those that AtCoder Problems'
//! `contests.json` and `contest-problem.json` list (May 2026).

use crate::model::ContestSet;

/// The sets, those that most people begin with first.
pub const SETS: &[ContestSet] = &[
    set(&["abs"], "AtCoder Beginners Selection", &["abs"]),
    set(&["edpc", "dp"], "Educational DP Contest", &["dp"]),
    set(&["tdpc"], "Typical DP Contest", &["tdpc"]),
    set(&["ndpc"], "Next DP Contest", &["ndpc"]),
    set(&["typical90", "tenkei90"], "Typical 90 Problems of Competitive Programming", &["typical90"]),
    set(&["acl", "practice2", "acl-practice"], "AtCoder Library Practice Contest", &["practice2"]),
    set(&["tessoku", "tessoku-book"], "Tessoku Book (競技プログラミングの鉄則)", &["tessoku-book"]),
    set(&["math", "math-and-algorithm"], "Math and Algorithm (アルゴリズムと数学)", &["math-and-algorithm"]),
    set(&["fps24", "fps-24"], "24 Problems of Formal Power Series", &["fps-24"]),
    set(&["apg4b"], "AtCoder Programming Guide for Beginners", &["APG4b"]),
    set(&["apg4bpython"], "AtCoder Programming Guide for Beginners, Python", &["APG4bPython"]),
    set(&["past"], "Practical Algorithm Skill Test", &["past*-open"]),
    set(
        &["joi-yo", "joi-qual"],
        "JOI, first and second rounds",
        &["joi20*yo", "joi20*yo1a", "joi20*yo1b", "joi20*yo1c", "joi20*yo2"],
    ),
    set(&["joi-ho", "joi-final"], "JOI, semifinals and finals", &["joi20*ho", "joi20*sf", "joi20*final"]),
    set(&["joi-sc", "joi-camp"], "JOI spring camps", &["joisc20*", "joisc2013-day*", "joisp20*"]),
    set(&["joi-open"], "JOI Open", &["joiopen20*"]),
    set(&["joig"], "JOI for girls", &["joig20*-open", "joig20*final", "joigsc20*", "joigsp20*"]),
];

const fn set(
    names: &'static [&'static str],
    title: &'static str,
    contests: &'static [&'static str],
) -> ContestSet {
    ContestSet { names, title, contests }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_name_is_of_two_sets_and_each_can_be_typed() {
        let mut seen = HashSet::new();
        for name in SETS.iter().flat_map(|set| set.names) {
            assert!(seen.insert(name.to_lowercase()), "{name}");
            assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{name}");
        }
    }

    #[test]
    fn a_contest_belongs_to_one_set_at_most() {
        for (contest, name) in [
            ("dp", Some("edpc")),
            ("joi2020yo1a", Some("joi-yo")),
            ("joi2026sf", Some("joi-ho")),
            ("joi2026final", Some("joi-ho")),
            ("joisc2013-day3", Some("joi-sc")),
            ("joisp2025", Some("joi-sc")),
            ("joig2026final", Some("joig")),
            ("joigsp2024", Some("joig")),
            ("past202004-open", Some("past")),
            ("abc300", None),
            ("practice", None),
        ] {
            let sets: Vec<_> = SETS.iter().filter(|set| set.has(contest)).map(|set| set.names[0]).collect();
            assert_eq!(sets, name.into_iter().collect::<Vec<_>>(), "{contest}");
        }
    }
}
