//! `LeetCode`'s inner numbers, which some tools write before titles, and none of its pages shows.

use super::{Files, Others};
use crate::model::{NamedProblem, ProblemId, RepoPath};
use crate::naming::normal;
use crate::naming::path::Parts;
use crate::naming::rule::is_address;

/// Up to this one the two sequences are alike.
const LAST_ALIKE: u32 = 650;

/// Problems that many solve, by the numbers that the judge's pages show.
const SHOWN: &[(&str, u32)] = &[
    ("asteroid-collision", 735),
    ("binary-search", 704),
    ("boats-to-save-people", 881),
    ("buddy-strings", 859),
    ("car-fleet", 853),
    ("check-if-the-sentence-is-pangram", 1832),
    ("concatenation-of-array", 1929),
    ("daily-temperatures", 739),
    ("design-hashmap", 706),
    ("design-hashset", 705),
    ("determine-if-string-halves-are-alike", 1704),
    ("find-pivot-index", 724),
    ("find-the-highest-altitude", 1732),
    ("flood-fill", 733),
    ("fruit-into-baskets", 904),
    ("hand-of-straights", 846),
    ("how-many-numbers-are-smaller-than-the-current-number", 1365),
    ("is-graph-bipartite", 785),
    ("jewels-and-stones", 771),
    ("k-closest-points-to-origin", 973),
    ("keys-and-rooms", 841),
    ("kids-with-the-greatest-number-of-candies", 1431),
    ("koko-eating-bananas", 875),
    ("last-stone-weight", 1046),
    ("leaf-similar-trees", 872),
    ("lemonade-change", 860),
    ("longest-common-subsequence", 1143),
    ("longest-subarray-of-1s-after-deleting-one-element", 1493),
    ("max-consecutive-ones-iii", 1004),
    ("maximum-number-of-vowels-in-a-substring-of-given-length", 1456),
    ("merge-strings-alternately", 1768),
    ("middle-of-the-linked-list", 876),
    ("min-cost-climbing-stairs", 746),
    ("minimum-remove-to-make-valid-parentheses", 1249),
    ("monotonic-array", 896),
    ("n-th-tribonacci-number", 1137),
    ("network-delay-time", 743),
    ("number-of-good-pairs", 1512),
    ("number-of-recent-calls", 933),
    ("number-of-steps-to-reduce-a-number-to-zero", 1342),
    ("online-stock-span", 901),
    ("partition-labels", 763),
    ("range-sum-of-bst", 938),
    ("remove-all-adjacent-duplicates-in-string", 1047),
    ("reorganize-string", 767),
    ("richest-customer-wealth", 1672),
    ("rotting-oranges", 994),
    ("running-sum-of-1d-array", 1480),
    ("shuffle-the-array", 1470),
    ("sort-an-array", 912),
    ("squares-of-a-sorted-array", 977),
    ("transpose-matrix", 867),
    ("unique-number-of-occurrences", 1207),
];

impl<'c> Files<'c> {
    /// Where a problem that many solve stands behind another number than its own, numbers before titles are inner ones: their
    /// files go by the titles.
    pub(super) fn tell_inner_numbers(&self, others: &mut Others<'c>) {
        let of_leetcode = self.by_place.iter().filter(|(_, named)| named.problem.judge() == "leetcode");
        let numbered = of_leetcode.filter_map(|(path, named)| numbered(path, named));
        let numbered: Vec<Numbered<'_>> = numbered.collect();
        let is_refuted = |file: &Numbered<'_>| {
            let shown = SHOWN.iter().find(|(title, _)| *title == file.title);
            shown.is_some_and(|(_, number)| *number != file.number)
        };
        if !numbered.iter().any(is_refuted) {
            return;
        }
        for Numbered { path, named, title, .. } in numbered {
            let problem = ProblemId::other("leetcode", &title);
            others.insert(path, vec![NamedProblem { problem, sure: false, by: named.by }]);
        }
    }
}

/// A file that is named after a number above those that are alike, with a title behind it.
struct Numbered<'c> {
    path: &'c RepoPath,
    named: &'c NamedProblem,
    number: u32,
    title: String,
}

fn numbered<'c>(path: &'c RepoPath, named: &'c NamedProblem) -> Option<Numbered<'c>> {
    let number = named.problem.key().parse().ok().filter(|number| *number > LAST_ALIKE)?;
    let text = path.to_text();
    let text = normal(&text);
    let title = Parts::of(&text).list.into_iter().rev().find_map(|part| {
        let (digits, title) = part.split_once('-')?;
        let is_title = title.contains('-') && is_address(title);
        (digits.parse() == Ok(number) && is_title).then(|| title.to_owned())
    })?;
    Some(Numbered { path, named, number, title })
}
