//! Where the page lies and what lists it shows, as scripts read it.

use std::path::Path;

use serde::Serialize;

use super::SCHEMA;
use super::list::ListJson;
use crate::answers::ListProgress;

/// `cpt report --json`.
#[derive(Serialize)]
pub struct ReportJson<'a> {
    schema: u32,
    file: &'a str,
    bytes: usize,
    /// Whether the file's content is another than before.
    written: bool,
    /// The lists of problems that the page shows, as in `cpt list --json`.
    lists: Vec<ListJson<'a>>,
}

impl<'a> ReportJson<'a> {
    /// The page's file as the user would name it, its size, and the lists of the workspace at `root` that it shows.
    pub fn new(
        (file, bytes, written): (&'a str, usize, bool),
        lists: &'a [ListProgress<'a>],
        root: &Path,
    ) -> Self {
        let lists = lists.iter().map(|list| ListJson::new(list, false, root)).collect();
        Self { schema: SCHEMA, file, bytes, written, lists }
    }
}
