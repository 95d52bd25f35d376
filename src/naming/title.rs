//! Problems that a path names by their titles alone, and the numbers that stand beside these titles elsewhere.

use super::path::{TokenKind, tokens};
use super::rule::number;
use super::{date, normal, others};
use crate::model::{NamedBy, NamedProblem, ProblemId, ProblemNames};

/// Whether a problem of a judge that numbers its problems goes by its title: that leads to no page.
pub(super) fn is_title(named: &NamedProblem) -> bool {
    let key = named.problem.key();
    let has_number = key.bytes().all(|byte| byte.is_ascii_digit()) || key.contains('/');
    matches!(named.problem.known_judge().names, ProblemNames::Number(_)) && !named.sure && !has_number
}

/// The problem with the number that the first line of a text says, and whether the line says its title, too:
/// `[1759] 암호 만들기`, `다리 놓기(1010) / 실버 5`. `None` where there are no numbers of the judge's, or several.
pub(super) fn numbered_in(named: &NamedProblem, text: &str, by: NamedBy) -> Option<(NamedProblem, bool)> {
    let judge = named.problem.known_judge();
    let text = normal(text.lines().next()?);
    let tokens = tokens(&text);
    let mut found: Option<&str> = None;
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at];
        let dated = date::at(&tokens, at);
        let is_lone = dated == 1 && others::is_number_of(judge, token.text);
        if dated > 0 && !is_lone {
            at += dated;
            continue;
        }
        let is_apart = |c: char| "[](){}.:번".contains(c) || c.is_whitespace();
        let (before, after) = (text[..token.start].trim_end(), &text[token.end()..]);
        let is_enclosed = before.ends_with(['[', '(']) && after.starts_with([']', ')']);
        let is_marked = is_enclosed || before.is_empty() || after.starts_with('번');
        let counts = token.kind == TokenKind::Number
            && is_marked
            && after.chars().next().is_none_or(is_apart)
            && others::is_number_of(judge, token.text);
        if counts {
            if found.is_some_and(|known| known != token.text) {
                return None;
            }
            found = Some(token.text);
        }
        at += 1;
    }
    let plain = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let says_title = plain(&text).contains(&plain(named.problem.key()));
    let problem = ProblemId::other(judge.id, number(found?));
    Some((NamedProblem { problem, sure: says_title, by }, says_title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_beside_a_title_is_the_problems() {
        for (problem, text, expected) in [
            ("boj/암호-만들기", "[1759] 암호 만들기", "boj/1759"),
            ("boj/경로찾기", "[11403]경로 찾기", "boj/11403"),
            ("boj/다리-놓기", "[BOJ] 다리 놓기(1010) / 실버 5 / 20분", "boj/1010"),
            ("programmers/영어-끝말잇기", "[12981] 영어 끝맛잇기", "~programmers/12981"),
            ("boj/파이프", "17070번: 파이프 옮기기 1", "boj/17070"),
            ("boj/파이프", "Merge pull request #1234 from ada/파이프", ""),
            ("boj/파이프", "20240105 파이프", ""),
            ("boj/파이프", "[1000] [1001]", ""),
            ("boj/1000", "[1001] a", ""),
            ("leetcode/two-sum", "[1001] two sum", ""),
        ] {
            let named =
                NamedProblem { problem: ProblemId::from_text(problem), sure: false, by: NamedBy::Path };
            let found = if is_title(&named) { numbered_in(&named, text, NamedBy::Message) } else { None };
            let shown =
                found.map(|(named, _)| format!("{}{}", if named.sure { "" } else { "~" }, named.problem));
            assert_eq!(shown.unwrap_or_default(), expected, "{problem}: {text}");
        }
    }
}
