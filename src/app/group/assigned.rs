//! What is assigned in the weeks of a group.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::error::AppError;
use super::super::lists::{self, Found};
use super::super::session::Session;
use crate::config::ConfigError;
use crate::lang::Later;
use crate::model::{AssignedList, Failure, Group, ListSection, ProblemId};
use crate::naming;

/// The problems that are assigned.
pub(super) struct Assigned {
    /// Each once, in the order of the configuration, by the first days of weeks.
    pub weeks: BTreeMap<Date, Vec<ProblemId>>,
    /// The lists that nothing is known of yet.
    pub failures: Vec<Failure>,
}

impl Assigned {
    /// As `group` has them, under the names that problems of several names are known by.
    pub fn read(session: &Session<'_>, group: &Group) -> Result<Self, AppError> {
        let (mut weeks, mut failures) = (BTreeMap::<Date, Vec<ProblemId>>::new(), Vec::new());
        for (index, week) in group.assigned.iter().enumerate() {
            let key = |rest: &str| format!("group.weeks[{index}].{rest}");
            let mut found = Vec::new();
            for (nth, word) in week.problems.iter().enumerate() {
                found.push(problem(session, word, &key(&format!("problems[{nth}]")))?);
            }
            if let Some(list) = &week.list {
                match problems_of(session, list, key)? {
                    Ok(problems) => found.extend(problems),
                    Err(failure) => failures.push(failure),
                }
            }
            let duplicates = session.duplicates()?;
            let problems = weeks.entry(week.from).or_default();
            for problem in found {
                let problem = duplicates.one(&problem);
                if !problems.contains(problem) {
                    problems.push(problem.clone());
                }
            }
        }
        failures.dedup();
        Ok(Self { weeks, failures })
    }
}

type Word = (String, (usize, usize));

/// The problem that is written there.
fn problem(session: &Session<'_>, word: &Word, key: &str) -> Result<ProblemId, AppError> {
    let mut named = naming::problems_of_word(&word.0);
    if named.len() == 1 {
        return Ok(named.remove(0).problem);
    }
    let text = &word.0;
    let message = if named.is_empty() {
        Later::message(
            format!("unknown problem {text:?}; use an ID or a link, e.g. \"abc300_a\" or \"boj/1000\""),
            format!("알 수 없는 문제입니다: {text:?} (ID 또는 링크, 예: \"abc300_a\", \"boj/1000\")"),
            format!("不明な問題です: {text:?} (ID またはリンク、例: \"abc300_a\"、\"boj/1000\")"),
        )
    } else {
        Later::message(
            format!("{text:?} is ambiguous; use an ID or a link, e.g. \"abc300_a\" or \"boj/1000\""),
            format!("여러 문제에 해당합니다: {text:?} (ID 또는 링크, 예: \"abc300_a\", \"boj/1000\")"),
            format!("複数の問題に該当します: {text:?} (ID またはリンク、例: \"abc300_a\"、\"boj/1000\")"),
        )
    };
    Err(wrong(session, word, key, message))
}

/// The problems of a list, or why they aren't known yet.
fn problems_of(
    session: &Session<'_>,
    AssignedList { name, heading }: &AssignedList,
    key: impl Fn(&str) -> String,
) -> Result<Result<Vec<ProblemId>, Failure>, AppError> {
    let list = match lists::look_up(session, &name.0) {
        Ok(Found::List(list)) => list,
        Ok(Found::NotFetched(failure)) => return Ok(Err(failure)),
        Err(error) => {
            let message = Later::new(move |lang| error.said_in(lang).0);
            return Err(wrong(session, name, &key("list"), message));
        }
    };
    let is_meant = |section: &&ListSection| {
        let is_it = |own: &String, wanted: &Word| own.trim().eq_ignore_ascii_case(wanted.0.trim());
        heading.as_ref().is_none_or(|wanted| section.heading.as_ref().is_some_and(|own| is_it(own, wanted)))
    };
    let meant: Vec<_> = list.sections.iter().filter(is_meant).collect();
    if let Some(heading) = heading.as_ref().filter(|_| meant.is_empty()) {
        let known: Vec<&str> = list.sections.iter().filter_map(|one| one.heading.as_deref()).collect();
        let nearest = crate::config::nearest(&heading.0, known.into_iter());
        let (heading_text, list) = (&heading.0, &name.0);
        let meant = |before: &str, after: &str| {
            nearest.map(|near| format!("{before}{near:?}{after}")).unwrap_or_default()
        };
        let message = Later::message(
            format!("the list {list:?} has no heading {heading_text:?}{}", meant("; did you mean ", "?")),
            format!("{list:?} 목록에 없는 제목입니다: {heading_text:?}{}", meant(" (혹시 ", "인가요?)")),
            format!("リスト {list:?} にない見出しです: {heading_text:?}{}", meant(" (もしかして: ", ")")),
        );
        return Err(wrong(session, heading, &key("heading"), message));
    }
    let items = meant.into_iter().flat_map(|section| &section.problems);
    Ok(Ok(items.map(|item| item.problem.clone()).collect()))
}

fn wrong(session: &Session<'_>, (_, place): &Word, key: &str, message: Later) -> AppError {
    let file = session.workspace.file.as_deref().unwrap_or(&session.workspace.root);
    ConfigError::at(file, *place, key, message).into()
}
