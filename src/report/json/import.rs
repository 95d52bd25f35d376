//! Imports as scripts read them.

use jiff::Timestamp;
use serde::Serialize;

use super::SCHEMA;
use crate::lang::{Lang, Later};
use crate::model::{ImportSummary, Judge, RowFault, Update};

/// `cpt import FILE --json`: what was imported, and how that differs from what the import of that name had.
#[derive(Serialize)]
pub struct ImportedJson<'a> {
    schema: u32,
    import: ImportJson<'a>,
    new: usize,
    changed: usize,
    removed: usize,
    /// Rows that say what others say.
    doubles: usize,
    /// Rows that were left out.
    skipped: usize,
    /// What is wrong with each of them.
    faults: Vec<FaultJson<'a>>,
    /// What else there is to know, a sentence each.
    remarks: Vec<String>,
}

/// `cpt import --list --json`, and `cpt import --remove NAME --json` with the one that is gone.
#[derive(Serialize)]
pub struct ImportsJson<'a> {
    schema: u32,
    imports: Vec<ImportJson<'a>>,
}

#[derive(Serialize)]
struct ImportJson<'a> {
    name: &'a str,
    file: &'a str,
    at: Timestamp,
    judges: Vec<&'static str>,
    ratings: usize,
    submissions: usize,
    problems: usize,
    /// Of the problems, those that were solved.
    solved: usize,
}

#[derive(Serialize)]
struct FaultJson<'a> {
    line: u64,
    column: Option<&'a str>,
    message: String,
}

impl<'a> ImportJson<'a> {
    fn new(summary: &'a ImportSummary) -> Self {
        let ImportSummary { name, file, at, judges, ratings, submissions, problems, solved } = summary;
        let judges = judges.iter().copied().map(Judge::id).collect();
        Self {
            name,
            file,
            at: *at,
            judges,
            ratings: *ratings,
            submissions: *submissions,
            problems: *problems,
            solved: *solved,
        }
    }
}

impl<'a> ImportedJson<'a> {
    /// What an import brought.
    pub fn new(
        summary: &'a ImportSummary,
        update: &Update,
        doubles: usize,
        faults: &'a [RowFault],
        remarks: &[Later],
    ) -> Self {
        let fault = |fault: &'a RowFault| FaultJson {
            line: fault.line,
            column: fault.column.as_deref(),
            message: fault.what.said(Lang::English),
        };
        Self {
            schema: SCHEMA,
            import: ImportJson::new(summary),
            new: update.new,
            changed: update.changed,
            removed: update.removed,
            doubles,
            skipped: faults.len(),
            faults: faults.iter().map(fault).collect(),
            remarks: remarks.iter().map(|remark| remark.said(Lang::English)).collect(),
        }
    }
}

impl<'a> ImportsJson<'a> {
    /// These imports.
    pub fn new(imports: &'a [ImportSummary]) -> Self {
        Self { schema: SCHEMA, imports: imports.iter().map(ImportJson::new).collect() }
    }
}
