//! The language alone, of a file that may be wrong in everything else.

use std::path::Path;

use super::LIMIT;
use crate::files::{Links, read_bounded};
use crate::lang::Lang;

/// The language that a file says; `None` where it says none, or where no TOML can be read there.
pub fn language(file: &Path) -> Option<Lang> {
    let text = String::from_utf8(read_bounded(file, LIMIT, Links::Follow).ok()?).ok()?;
    let document: toml::Table = text.parse().ok()?;
    Lang::by_code(document.get("language")?.as_str()?)
}
