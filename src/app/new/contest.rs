//! The problems that a word means, where it may be a contest's.

use super::super::error::AppError;
use super::super::library::Library;
use super::super::session::Session;
use crate::lang::Later;
use crate::model::{Contest, Judge};
use crate::naming;

/// What is meant by `word`: the problems of the contest that it names, in their order, each by its identity; else the one
/// problem that it is itself.
pub fn problems_meant(session: &Session<'_>, word: &str) -> Result<Vec<String>, AppError> {
    if !naming::problems_of_word(word).is_empty() {
        return Ok(vec![word.to_owned()]);
    }
    let library = session.library()?;
    let Some(contest) = contest_of(library, word) else { return Ok(vec![word.to_owned()]) };
    let mut problems = library.problems_of(contest.judge, &contest.id);
    problems.sort_by_key(|entry| (entry.problem.index.len(), &entry.problem.index, &entry.problem.id));
    if problems.is_empty() {
        let name = &contest.name;
        let message = Later::message(
            format!("no problem of {name} is in the fetched lists"),
            format!("가져온 목록에 {name} 문제가 없습니다"),
            format!("取得した一覧に {name} の問題がありません"),
        );
        let remedy = Later::advice(
            "Run `cpt sync` once the contest has begun.",
            "대회가 시작된 뒤 `cpt sync`를 실행하세요.",
            "コンテストの開始後に `cpt sync` を実行してください。",
        );
        return Err(AppError::usage(message, remedy));
    }
    Ok(problems.into_iter().map(|entry| entry.problem.id.to_string()).collect())
}

/// The listed contest with this address or id: `abc300`, `codeforces/4`.
pub(in crate::app) fn contest_of<'l>(library: &'l Library, word: &str) -> Option<&'l Contest> {
    let word = word.trim().trim_end_matches('/').trim_end_matches("/tasks");
    let (judge, id) = match word.split_once('/') {
        Some((judge, id)) => (Judge::by_word(judge), id),
        None => (None, word),
    };
    // A number alone may be anything.
    let is_id = judge.is_some() || id.contains(|c: char| c.is_ascii_alphabetic());
    library.contests.iter().find(|contest| {
        let is_at = judge.is_none_or(|judge| judge == contest.judge);
        is_id && is_at && contest.id.eq_ignore_ascii_case(id)
            || (contest.judge.spec().problems.contest_link)(&contest.id) == word
    })
}
