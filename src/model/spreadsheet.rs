//! Texts that a spreadsheet could take for a formula.

use std::borrow::Cow;

/// What a spreadsheet may take for the beginning of a formula, and the white space that it may skip before one; full
/// width forms count in East Asian settings. Source: OWASP, "CSV Injection".
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A text that is no formula: an apostrophe before what could begin one. Where it begins with apostrophes before that,
/// it gets one more, so that [`rearmed`] gives the text back.
///
/// ```
/// use cpt_tracker::model::{disarmed, rearmed};
///
/// assert_eq!(disarmed("=1+1".into()), "'=1+1");
/// assert_eq!(rearmed("'=1+1"), "=1+1");
/// assert_eq!(rearmed("'quoted'"), "'quoted'");
/// ```
pub fn disarmed(text: Cow<'_, str>) -> Cow<'_, str> {
    if begins_formula(&text) { Cow::Owned(format!("'{text}")) } else { text }
}

/// The text that was [`disarmed`].
pub fn rearmed(text: &str) -> &str {
    text.strip_prefix('\'').filter(|text| begins_formula(text)).unwrap_or(text)
}

fn begins_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(STARTS)
}
