//! What a word of the user's names.

use super::{Home, by_header, by_message, by_path};
use crate::model::NamedProblem;

/// The problems that a word of the user's names: a link, an identity such as `abc300_a` or `codeforces/4/A`, or what a
/// commit's message may say, such as `ABC300A` or `CF4A`.
pub fn problems_of_word(word: &str) -> Vec<NamedProblem> {
    let by_link = by_header(word.as_bytes());
    if !by_link.is_empty() {
        return by_link;
    }
    let words = word.split_whitespace().count();
    let by_identity = if words == 1 { by_path(word, &Home::default()) } else { Vec::new() };
    if by_identity.is_empty() { by_message(word.as_bytes(), &Home::default()) } else { by_identity }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_names_the_problem_that_it_would_name_elsewhere() {
        let named = |word| {
            problems_of_word(word).iter().map(|named| named.problem.to_string()).collect::<Vec<_>>().join(" ")
        };
        for (word, problem) in [
            ("https://codeforces.com/problemset/problem/4/A", "codeforces/4/A"),
            ("https://atcoder.jp/contests/abc300/tasks/abc300_a?lang=en", "abc300_a"),
            ("https://www.acmicpc.net/problem/1000", "boj/1000"),
            ("codeforces/4/a", "codeforces/4/A"),
            ("ABC300A", "abc300_a"),
            ("CF4A", "codeforces/4/A"),
            ("dp_f", "dp_f"),
            ("boj/1000", "boj/1000"),
            ("ABC300A, ABC300B", "abc300_a abc300_b"),
            ("hello", ""),
        ] {
            assert_eq!(named(word), problem, "{word}");
        }
    }
}
