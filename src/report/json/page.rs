//! Where the page lies, as scripts read it.

use serde::Serialize;

use super::SCHEMA;

/// `cpt report --json`.
#[derive(Serialize)]
pub struct ReportJson<'a> {
    schema: u32,
    file: &'a str,
    bytes: usize,
    /// Whether the file's content is another than before.
    written: bool,
}

impl<'a> ReportJson<'a> {
    /// The page's file as the user would name it, and its size.
    pub fn new(file: &'a str, bytes: usize, written: bool) -> Self {
        Self { schema: SCHEMA, file, bytes, written }
    }
}
