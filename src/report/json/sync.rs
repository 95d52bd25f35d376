//! A sync as scripts read it.

use serde::Serialize;

use super::super::sync::omissions;
use super::SCHEMA;
use crate::answers::{SourceNews, SyncReport};
use crate::lang::Lang;
use crate::model::Revision;

/// `cpt sync --json`.
#[derive(Serialize)]
pub struct SyncJson<'a> {
    schema: u32,
    sources: Vec<SourceJson<'a>>,
    files: &'a [String],
}

#[derive(Serialize)]
struct SourceJson<'a> {
    source: &'a str,
    new: usize,
    total: usize,
    removed: usize,
    changed: usize,
    /// What the judge changed of earlier contests.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    revised: Vec<RevisedJson<'a>>,
    requests: u32,
    not_modified: u32,
    waited_ms: u64,
    error: Option<String>,
    /// What is missing in what was read.
    warnings: Vec<String>,
}

impl<'a> SyncJson<'a> {
    /// One entry a source, in the order of the report.
    pub fn new(report: &'a SyncReport) -> Self {
        let sources = report.sources.iter().map(|source| SourceJson {
            source: &source.source,
            new: source.update.new,
            total: source.update.total,
            removed: source.update.removed,
            changed: source.update.changed,
            revised: source.news.iter().flat_map(SourceNews::revised).map(RevisedJson::new).collect(),
            requests: source.requests,
            not_modified: source.not_modified,
            waited_ms: source.waited_ms,
            error: source.failure.as_ref().map(|failure| failure.message.said(Lang::English)),
            warnings: omissions(source, Lang::English),
        });
        Self { schema: SCHEMA, sources: sources.collect(), files: &report.files }
    }
}

#[derive(Serialize)]
struct RevisedJson<'a> {
    contest: &'a str,
    name: &'a str,
    changes: Vec<ChangedJson>,
}

/// A number of `cpt rating --json` that is another now.
#[derive(Serialize)]
struct ChangedJson {
    field: &'static str,
    before: Option<i64>,
    after: Option<i64>,
}

impl<'a> RevisedJson<'a> {
    fn new(revision: &'a Revision) -> Self {
        let changes = revision.numbers().into_iter();
        Self {
            contest: &revision.after.contest,
            name: &revision.after.name,
            changes: changes.map(|(field, before, after)| ChangedJson { field, before, after }).collect(),
        }
    }
}
