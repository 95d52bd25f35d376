//! Text from outside, made safe to print, and numbers with their nouns.

use std::borrow::Cow;
use std::fmt::Display;

/// Replaces what could steer a terminal or reorder a line (control characters, bidirectional overrides, line and
/// paragraph separators) by U+FFFD.
///
/// ```
/// use cpt_tracker::model::clean;
///
/// assert_eq!(clean("Round 1"), "Round 1");
/// assert_eq!(clean("\u{1b}[31mred"), "\u{fffd}[31mred");
/// ```
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.contains(is_unsafe) {
        Cow::Owned(text.replace(is_unsafe, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A number and its noun: "1 problem", "2 problems".
pub fn count<N: Copy + Display + PartialEq + From<u8>>(number: N, noun: &str) -> String {
    format!("{number} {}", plural(number, noun))
}

/// The noun for so many: "problem", "problems".
pub fn plural<N: Copy + PartialEq + From<u8>>(number: N, noun: &str) -> String {
    let plural = if number == N::from(1) { "" } else { "s" };
    format!("{noun}{plural}")
}

/// A share (0 to 1) as a whole percentage: "75%".
pub fn percent(share: f64) -> String {
    format!("{:.0}%", 100.0 * share)
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        let hostile = "a\u{7}b\u{9b}31mc\u{202e}d\ne\u{2066}f";
        assert_eq!(clean(hostile), "a\u{fffd}b\u{fffd}31mc\u{fffd}d\u{fffd}e\u{fffd}f");
    }
}
