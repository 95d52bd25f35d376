//! A sync as scripts read it.

use serde::Serialize;

use super::super::sync::omissions;
use super::SCHEMA;
use crate::answers::SyncReport;

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
    requests: u32,
    not_modified: u32,
    waited_ms: u64,
    error: Option<&'a str>,
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
            requests: source.requests,
            not_modified: source.not_modified,
            waited_ms: source.waited_ms,
            error: source.failure.as_ref().map(|failure| failure.message.as_str()),
            warnings: omissions(source),
        });
        Self { schema: SCHEMA, sources: sources.collect(), files: &report.files }
    }
}
