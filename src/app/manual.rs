//! The manual's pages, written to a place that the user names.

use std::path::{Path, PathBuf};

use super::error::AppError;
use crate::files::write_changed;

/// Writes pages, each a file name and a text, into `dir`; tells where they are.
pub fn write_pages(dir: &Path, pages: &[(String, Vec<u8>)]) -> Result<Vec<PathBuf>, AppError> {
    let write = |(name, text): &(String, Vec<u8>)| {
        let file = dir.join(name);
        match write_changed(&file, text) {
            Ok(_) => Ok(file),
            Err(error) => Err(AppError::file(format!("can't write {}", file.display()), &error)),
        }
    };
    pages.iter().map(write).collect()
}
