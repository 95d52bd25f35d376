//! Problems of several names, as what the members submitted shows them.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::error::AppError;
use super::super::session::Session;
use super::handles::submissions_source;
use crate::model::{DuplicateProblems, Group, Handle, Judge, Problem, ProblemId, Submission};
use crate::store::Store;

/// The name under which the store keeps what was submitted of problems that no list has.
const ANSWER: &str = "group.names";

/// Of an account what was submitted of problems that no list has, by the checksum of all that it submitted.
type StoredNames = HashMap<Vec<u8>, Vec<Unlisted>>;

/// A problem that no list has.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Unlisted {
    contest: Option<String>,
    problem: String,
    name: Option<String>,
}

impl Unlisted {
    fn submitted_at(&self, judge: Judge) -> Submission {
        Submission {
            judge,
            id: 0,
            at: Timestamp::UNIX_EPOCH,
            contest: self.contest.clone(),
            problem: ProblemId::from_text(&self.problem),
            name: self.name.clone(),
            verdict: String::new(),
            told: None,
            participation: None,
            team: false,
            language: String::new(),
            points: None,
        }
    }
}

/// Which problems are the same: by what the user submitted, and by what the members did. A judge may list what two contests
/// share in one of them alone.
pub fn duplicates(session: &Session<'_>, group: &Group) -> Result<DuplicateProblems, AppError> {
    let catalogue = &session.library()?.catalogue;
    let mut duplicates = catalogue.duplicates().clone();
    let Some(store) = session.store()? else { return Ok(duplicates) };
    if !group.source.has_submissions() {
        return Ok(duplicates);
    }
    let sources = store.stored_sources()?;
    let kept = store.answer(ANSWER, ANSWER.as_bytes())?;
    let mut kept: StoredNames = kept.and_then(|kept| postcard::from_bytes(&kept).ok()).unwrap_or_default();
    let (mut known, mut is_new) = (StoredNames::default(), false);
    let mut submitted: HashMap<Judge, Vec<Submission>> = HashMap::new();
    let accounts: HashSet<(Judge, &Handle)> = group
        .members
        .iter()
        .flat_map(|member| &member.handles)
        .map(|(judge, handle)| (*judge, handle))
        .collect();
    for (judge, handle) in accounts {
        let source = submissions_source(&session.workspace, judge, handle);
        let Some(source) = source.and_then(|source| sources.get(&source)) else { continue };
        let content = source.content.clone();
        let unlisted = if let Some(known) = content.as_ref().and_then(|content| kept.remove(content)) {
            known
        } else {
            is_new = true;
            unlisted(store, judge, handle)?
        };
        submitted.entry(judge).or_default().extend(unlisted.iter().map(|one| one.submitted_at(judge)));
        known.extend(content.map(|content| (content, unlisted)));
    }
    for (judge, submissions) in submitted.into_iter().filter(|(_, submissions)| !submissions.is_empty()) {
        let listed = catalogue.entries().iter().map(|entry| &entry.problem);
        let listed: Vec<Problem> = listed.filter(|problem| problem.judge == judge).cloned().collect();
        duplicates.add((judge.spec().problems.duplicates)(&listed, &submissions, &[]));
    }
    if is_new {
        let known = postcard::to_stdvec(&known).unwrap_or_default();
        // A store that can't be written to is no reason to have no answer.
        let _ = Store::open(&session.workspace.root)
            .and_then(|mut store| store.keep_answer(ANSWER, ANSWER.as_bytes(), &known));
    }
    Ok(duplicates)
}

fn unlisted(store: &Store, judge: Judge, handle: &Handle) -> Result<Vec<Unlisted>, AppError> {
    let unlisted = store.unlisted_submissions(judge, handle)?.into_iter();
    let one = |row: Submission| Unlisted {
        contest: row.contest,
        problem: row.problem.as_str().to_owned(),
        name: row.name,
    };
    Ok(unlisted.map(one).collect())
}
