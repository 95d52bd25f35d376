//! What scripts may rely on, of lists of problems and of people.

use jiff::civil::Date;
use serde::Serialize;

use super::json::SCHEMA;
use super::solutions::Unrecognised;
use crate::model::{NamedBy, ProblemId};
use crate::stats::{AuthorStreak, Solved, StreakState};

/// `cpt streak --by author --json`.
#[derive(Serialize)]
pub struct AuthorsJson<'a> {
    schema: u32,
    authors: Vec<AuthorJson<'a>>,
}

#[derive(Serialize)]
struct AuthorJson<'a> {
    name: &'a str,
    email: &'a str,
    this_week: u32,
    current: u32,
    longest: u32,
    solved: u32,
    state: StreakState,
}

impl<'a> AuthorsJson<'a> {
    /// One entry an author, in the order given.
    pub fn new(authors: &'a [AuthorStreak]) -> Self {
        let authors = authors.iter().map(|author| AuthorJson {
            name: &author.author.name,
            email: &author.author.email,
            this_week: author.this_week,
            current: author.streak.current,
            longest: author.streak.longest,
            solved: author.streak.total_solved,
            state: author.streak.state,
        });
        Self { schema: SCHEMA, authors: authors.collect() }
    }
}

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
    problem: &'a ProblemId,
    judge: &'a str,
    sure: bool,
    by: NamedBy,
    url: Option<String>,
    first: Date,
    last: Date,
    files: Vec<FileJson<'a>>,
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
    reason: &'a str,
}

impl<'a> SolutionsJson<'a> {
    /// The problems and the files that name none; `labels` are the repositories'.
    pub fn new(solved: &'a Solved, unrecognised: &'a [Unrecognised], labels: &[&'a str]) -> Self {
        let label = |repo: usize| labels.get(repo).copied().unwrap_or_default();
        let problems = solved.problems.iter().map(|solved| ProblemJson {
            problem: &solved.problem,
            judge: solved.problem.judge(),
            sure: solved.sure,
            by: solved.by,
            url: solved.problem.link(),
            first: solved.first,
            last: solved.last,
            files: solved
                .files
                .iter()
                .map(|(repo, path)| FileJson { repo: label(*repo), path: path.to_text().into_owned() })
                .collect(),
        });
        let unrecognised = unrecognised.iter().map(|file| UnrecognisedJson {
            repo: &file.repo,
            path: file.path.to_text().into_owned(),
            reason: file.reason,
        });
        Self {
            schema: SCHEMA,
            files: solved.files,
            problems: problems.collect(),
            unrecognised: unrecognised.collect(),
        }
    }
}
