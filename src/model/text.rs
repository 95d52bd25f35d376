//! Text from outside, made safe to print, and numbers with their nouns.

use std::borrow::Cow;
use std::fmt::Display;

/// Replaces what [`is_unsafe`] by U+FFFD.
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

/// Whether a character could steer a terminal or reorder a line: control characters (C0, DEL, C1), what has Unicode's
/// property `Bidi_Control`, and the separators of lines and paragraphs.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// [`clean`], line by line, of at most `most` characters.
pub fn clean_lines(text: &str, most: usize) -> String {
    let end = text.char_indices().nth(most).map_or(text.len(), |(end, _)| end);
    let left = text[end..].chars().count();
    let mut cleaned = text[..end].split('\n').map(clean).collect::<Vec<_>>().join("\n");
    if left > 0 {
        cleaned.push_str(&format!("… ({left} more characters)"));
    }
    cleaned
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
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        let hostile = "a\u{7}b\u{9b}31mc\u{202e}d\ne\u{2066}f\u{61c}";
        assert_eq!(clean(hostile), "a\u{fffd}b\u{fffd}31mc\u{fffd}d\u{fffd}e\u{fffd}f\u{fffd}");
    }

    #[test]
    fn a_message_keeps_its_lines_and_has_an_end() {
        assert_eq!(clean_lines("a\u{7f}\nb\n", 10), "a\u{fffd}\nb\n");
        assert_eq!(clean_lines(&"é".repeat(1 << 20), 3), "ééé… (1048573 more characters)");
    }
}
