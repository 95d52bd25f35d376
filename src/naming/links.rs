//! Addresses of problems, as they stand in the first lines of files and in messages: the rows of all judges, read backwards.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::canonical;
use super::patterns::{Compiled, in_order};
use super::rule::{Claim, Found, Strength, claim};
use crate::judges::known_judges;
use crate::model::{KnownJudge, Piece, ProblemId, name_of, pieces};

static LINKS: LazyLock<Links> = LazyLock::new(Links::new);

/// What addresses look like, and whose they are.
struct Links {
    compiled: Compiled,
    /// The judge of each pattern, and the template of its names.
    rows: Vec<(&'static KnownJudge, &'static str)>,
}

impl Links {
    fn new() -> Self {
        let rows = known_judges().flat_map(|judge| {
            let addresses = judge.addresses.iter().filter_map(|address| {
                let pattern = pattern(address.reading()?, regex::escape);
                Some((pattern + r"(?:[^a-z0-9]|$)", address.name()))
            });
            let spellings = judge.spellings.iter();
            let spellings =
                spellings.map(|spelling| (pattern(spelling.pattern, str::to_owned), spelling.name));
            addresses.chain(spellings).map(move |(pattern, name)| (pattern, (judge, name)))
        });
        let (patterns, rows) = rows.unzip::<_, _, Vec<_>, Vec<_>>();
        Self { compiled: Compiled::new(patterns), rows }
    }
}

/// A template as a pattern with a group for each part of the name; what stands between is made one by `text`.
fn pattern(template: &'static str, text: fn(&str) -> String) -> Cow<'static, str> {
    let piece = |piece| match piece {
        Piece::Text(between) => text(between),
        Piece::Part(part) => part.group(),
    };
    pieces(template).map(piece).collect::<String>().into()
}

/// The problems whose addresses stand in a text, in its order, each once.
pub(super) fn problems(text: &str) -> Vec<Claim> {
    let mut found: Vec<(usize, Claim)> = Vec::new();
    for (row, pattern) in LINKS.compiled.matching(text) {
        let (judge, name) = LINKS.rows[row];
        for captures in pattern.captures_iter(text.as_bytes()) {
            let place = captures.get(0).map_or(0, |all| all.start());
            let captures = Found(captures);
            let parts = (1..).map_while(|group| captures.get(group));
            let Some((key, sure)) = name_of(name, parts) else { continue };
            found.push((place, canonical::of(claim(ProblemId::new(judge, &key), sure, Strength::Identity))));
        }
    }
    in_order(found)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Part;

    fn read(text: &str) -> String {
        let name = |claim: &Claim| format!("{}{}", if claim.sure { "" } else { "~" }, claim.problem);
        problems(text).iter().map(name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_pattern_can_be_compiled() {
        assert!(LINKS.compiled.all().is_some());
        assert!((0..LINKS.rows.len()).all(|row| LINKS.compiled.each(row).is_some()));
    }

    #[test]
    fn every_other_spelling_of_an_address_is_read() {
        for judge in known_judges() {
            for spelling in judge.spellings {
                let (text, key) = spelling.example;
                let problem =
                    canonical::of(claim(ProblemId::new(judge, key), true, Strength::Identity)).problem;
                assert_eq!(read(text).trim_start_matches('~'), problem.as_str(), "{text}");
                // What is read leads to a page, and the page to what was read.
                if let Some(link) = problem.link() {
                    assert_eq!(read(&link), read(text));
                }
            }
        }
    }

    #[test]
    fn addresses_are_read_as_they_stand_in_files() {
        for (text, expected) in [
            ("// https://codeforces.com/problemset/problem/4/A", "codeforces/4/A"),
            ("// https://codeforces.com/contest/1900/problem/b2?locale=en", "codeforces/1900/B2"),
            ("# http://codeforces.com/gym/102646/problem/A", "codeforces/gym/102646/A"),
            ("# http://codeforces.com/contest/102646/problem/A", "codeforces/gym/102646/A"),
            ("https://codeforces.com/problemsets/acmsguru/problem/99999/100", "codeforces/acmsguru/100"),
            ("https://codeforces.com/blog/entry/1", ""),
            ("// https://atcoder.jp/contests/abc049/tasks/arc065_a", "arc065_a"),
            ("// https://leetcode.com/problems/two-sum/description/", "leetcode/two-sum"),
            (
                "// https://school.programmers.co.kr/learn/courses/30/lessons/42583?language=java",
                "programmers/42583",
            ),
            ("// https://onlinejudge.u-aizu.ac.jp/courses/lesson/1/ALDS1/all/ALDS1_1_A", "aoj/ALDS1_1_A"),
            ("// https://onlinejudge.u-aizu.ac.jp/courses/library/3/DSL/2/DSL_2_H", "aoj/DSL_2_H"),
            ("// https://www.acmicpc.net/problem/1000, https://boj.kr/1001", "boj/1000 boj/1001"),
            ("# https://www.geeksforgeeks.org/problems/rod-cutting0840/1", "geeksforgeeks/rod-cutting0840"),
            ("-- https://adventofcode.com/2022/day/12", "adventofcode/2022/12"),
            ("// https://www.luogu.com.cn/problem/CF4A", "codeforces/4/A"),
            ("// https://yukicoder.me/problems/no/42", "yukicoder/42"),
            (
                "// https://onlinejudge.org/index.php?option=onlinejudge&page=show_problem&problem=36",
                "~uva/100",
            ),
            ("http://livearchive.onlinejudge.org/index.php?page=show_problem&problem=71", "~uva-live/2070"),
            ("https://www.urionlinejudge.com.br/judge/en/problems/view/1030", "beecrowd/1030"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    /// Each part of a judge's names as it may be.
    fn part(part: Part) -> &'static str {
        match part {
            Part::Number => "(0|[1-9][0-9]{0,8})",
            Part::Word => "[A-Za-z0-9_]{1,9}(-[A-Za-z0-9_]{1,9})?",
            Part::Slug => "[a-z0-9_]{1,9}(-[a-z0-9_]{1,9})?",
            Part::Code => "[A-Z][A-Za-z0-9]{5,20}",
            Part::Index => "[A-Z][0-9]?",
            Part::Contest => unreachable!("no name has it"),
        }
    }

    /// Every address, with names of its shape.
    fn names() -> impl Strategy<Value = (&'static KnownJudge, String)> {
        let rows: Vec<_> = known_judges()
            .flat_map(|judge| judge.addresses.iter().map(move |address| (judge, address)))
            .filter(|(_, address)| address.reading().is_some())
            .collect();
        proptest::sample::select(rows).prop_flat_map(|(judge, address)| {
            let shape = pieces(address.name().trim_start_matches('~')).map(|piece| match piece {
                Piece::Text(text) => regex::escape(text),
                Piece::Part(one) => part(one).to_owned(),
            });
            let name = proptest::string::string_regex(&shape.collect::<String>()).unwrap();
            (Just(judge), name)
        })
    }

    proptest! {
        /// From the name to the page and from the page to the name, for every judge and whatever the name.
        #[test]
        fn a_page_is_read_as_the_problem_that_led_to_it((judge, name) in names()) {
            let problem = ProblemId::new(judge, &name);
            // A name that another judge has is that judge's, and AtCoder's contests are told by a low line.
            let own = canonical::of(claim(problem, true, Strength::Identity)).problem;
            if let Some(link) = own.link() {
                let read = problems(&link);
                prop_assert_eq!(read.len(), 1, "{}: {:?}", link, read);
                prop_assert_eq!(&read[0].problem, &own, "{}", link);
                prop_assert_eq!(own.link(), read[0].problem.link());
            }
        }
    }
}
