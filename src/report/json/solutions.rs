//! What is committed, as scripts read it.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::super::solutions::Unrecognised;
use super::super::words::solutions as words;
use super::SCHEMA;
use super::recorded::SolveJson;
use crate::answers::{Attempts, Catalogue, Solved, Unsubmitted};
use crate::lang::Lang;
use crate::model::{ImportedProblem, ProblemId};

/// `cpt solutions --json`.
#[derive(Serialize)]
pub struct SolutionsJson<'a> {
    schema: u32,
    /// Solution files that were ever committed.
    files: usize,
    problems: Vec<ProblemJson<'a>>,
    unrecognised: Vec<UnrecognisedJson<'a>>,
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    problem: &'a str,
    judge: &'a str,
    sure: bool,
    by: &'static str,
    url: Option<String>,
    /// Since when the judge's pages are gone.
    url_closed_on: Option<Date>,
    first: Date,
    last: Date,
    files: Vec<FileJson<'a>>,
    /// What a tool recorded of the solve beside a file; `null` where none did.
    record: Option<SolveJson<'a>>,
}

#[derive(Serialize)]
struct FileJson<'a> {
    repo: &'a str,
    path: String,
}

#[derive(Serialize)]
struct UnrecognisedJson<'a> {
    repo: &'a str,
    path: String,
    reason: Cow<'static, str>,
}

impl<'a> SolutionsJson<'a> {
    /// The problems and the files that name none; `labels` are the repositories'.
    pub fn new(solved: &'a Solved, unrecognised: &'a [Unrecognised], labels: &[&'a str]) -> Self {
        let label = |repo: usize| labels.get(repo).copied().unwrap_or_default();
        let problems = solved.problems.iter().map(|solved| ProblemJson {
            problem: solved.problem.as_str(),
            judge: solved.problem.judge(),
            sure: solved.sure,
            by: solved.by.word(),
            url: solved.problem.link(),
            url_closed_on: solved.problem.closed(),
            first: solved.first,
            last: solved.last,
            files: solved
                .files
                .iter()
                .map(|(repo, path)| FileJson { repo: label(*repo), path: path.to_text().into_owned() })
                .collect(),
            record: solved.record.as_deref().map(SolveJson::from),
        });
        let unrecognised = unrecognised.iter().map(|file| UnrecognisedJson {
            repo: &file.repo,
            path: file.path.to_text().into_owned(),
            reason: words::reason(Lang::English, file.reason),
        });
        Self {
            schema: SCHEMA,
            files: solved.files,
            problems: problems.collect(),
            unrecognised: unrecognised.collect(),
        }
    }
}

/// `cpt solutions --missing --json` and `--unsubmitted --json`: one of the two lists.
#[derive(Serialize)]
pub struct CommittedJson<'a> {
    schema: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<Vec<OneSided<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unsubmitted: Option<Vec<OneSided<'a>>>,
}

/// A problem that was accepted or committed, and not both.
#[derive(Serialize)]
struct OneSided<'a> {
    problem: &'a str,
    judge: &'a str,
    name: Option<&'a str>,
    url: Option<String>,
    /// When it was first accepted.
    accepted_at: Option<Timestamp>,
    /// The first day on which it was committed.
    committed_on: Option<Date>,
    /// Decided submissions to the first accepted one.
    tries: u32,
    /// Of what is committed, whether the archive that the submissions come from most likely lacks some.
    #[serde(skip_serializing_if = "Option::is_none")]
    missing_in_archive: Option<bool>,
}

impl<'a> CommittedJson<'a> {
    /// What was accepted and not committed.
    pub fn missing(
        attempts: &[&'a Attempts],
        undated: &[&'a ImportedProblem],
        catalogue: &'a Catalogue,
    ) -> Self {
        let of_archive = |one: &&'a ImportedProblem| OneSided {
            name: one.title.as_deref(),
            ..OneSided::new(&one.problem, 0)
        };
        let one = |one: &&'a Attempts| OneSided {
            accepted_at: one.solved.map(|solve| solve.at),
            name: name(catalogue, &one.problem).or(one.name.as_deref()),
            ..OneSided::new(&one.problem, one.tries)
        };
        let all = attempts.iter().map(one).chain(undated.iter().map(of_archive));
        Self { schema: SCHEMA, missing: Some(all.collect()), unsubmitted: None }
    }

    /// What was committed and not accepted.
    pub fn unsubmitted(problems: &[Unsubmitted<'a>], catalogue: &'a Catalogue) -> Self {
        let one = |one: &Unsubmitted<'a>| OneSided {
            committed_on: Some(one.solved.first),
            name: name(catalogue, &one.solved.problem),
            missing_in_archive: Some(one.is_missing_there),
            ..OneSided::new(&one.solved.problem, one.attempts.map_or(0, |attempts| attempts.tries))
        };
        Self { schema: SCHEMA, missing: None, unsubmitted: Some(problems.iter().map(one).collect()) }
    }
}

impl<'a> OneSided<'a> {
    fn new(problem: &'a ProblemId, tries: u32) -> Self {
        let (judge, url) = (problem.judge(), problem.link());
        Self {
            problem: problem.as_str(),
            judge,
            name: None,
            url,
            accepted_at: None,
            committed_on: None,
            tries,
            missing_in_archive: None,
        }
    }
}

fn name<'a>(catalogue: &'a Catalogue, problem: &ProblemId) -> Option<&'a str> {
    catalogue.get(problem).map(|entry| entry.problem.name.as_str())
}
