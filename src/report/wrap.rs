//! Lines that fit into a terminal, broken between words.

use unicode_width::UnicodeWidthStr;

/// `text` with the lines that are wider than `columns` broken between words, as far as words allow it. What is broken
/// off is indented by two more than the line that it is of. Spaces between columns stay; styles take no columns.
/// Lines of JSON, of HTML and of a table in Markdown stay as they are.
pub fn wrapped(text: &str, columns: usize) -> String {
    let fitted = |line: &str| {
        let is_prose = !line.starts_with(['{', '<', '|']);
        if is_prose && width(line) > columns { broken(line, columns) } else { line.to_owned() }
    };
    text.split('\n').map(fitted).collect::<Vec<_>>().join("\n")
}

fn broken(line: &str, columns: usize) -> String {
    let words = line.trim_start_matches(' ');
    let indent = (line.len() - words.len()).min(columns / 2);
    let hang = (indent + 2).min(columns / 2);
    let mut text = " ".repeat(indent);
    let mut at = indent;
    let mut gap = 0;
    for (nth, word) in words.split(' ').enumerate() {
        if word.is_empty() {
            gap += 1;
            continue;
        }
        let wide = width(word);
        if nth > 0 && at + gap + wide > columns && at + gap > hang {
            text.push('\n');
            text.push_str(&" ".repeat(hang));
            at = hang;
        } else {
            text.push_str(&" ".repeat(gap));
            at += gap;
        }
        text.push_str(word);
        at += wide;
        gap = 1;
    }
    text
}

/// The columns that `text` takes.
fn width(text: &str) -> usize {
    anstream::adapter::strip_str(text).map(UnicodeWidthStr::width).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn long_lines_are_broken_between_words_and_indented() {
        assert_eq!(wrapped("error: one two three\n  short\n", 14), "error: one two\n  three\n  short\n");
        assert_eq!(wrapped("  a  b  codeforces/1/A\n", 16), "  a  b\n    codeforces/1/A\n");
        assert_eq!(wrapped("민트색 민트색 a", 10), "민트색\n  민트색 a");
        assert_eq!(
            wrapped("\u{1b}[1mone\u{1b}[0m \u{1b}[1mtwo\u{1b}[0m", 7),
            "\u{1b}[1mone\u{1b}[0m \u{1b}[1mtwo\u{1b}[0m"
        );
        assert_eq!(wrapped("{\"a\": \"b c d\"}", 4), "{\"a\": \"b c d\"}");
        assert_eq!(wrapped("unbreakable word", 4), "unbreakable\n  word");
        // Short before a wide gap.
        assert_eq!(wrapped("a           bbbbbbbbbbb", 12), "a\n  bbbbbbbbbbb");
    }

    proptest! {
        #[test]
        fn every_word_stays_whole_and_lines_fit_unless_a_word_is_too_wide(
            text in "([a-z]{1,9}|\u{1b}\\[1m[a-z]{1,9}\u{1b}\\[0m| {1,4}|\n){0,40}", columns in 12..60_usize
        ) {
            let new = wrapped(&text, columns);
            prop_assert!(new.split_whitespace().eq(text.split_whitespace()));
            let word = text.split_whitespace().map(width).max().unwrap_or(0);
            for line in new.lines().filter(|line| !line.trim().is_empty()) {
                prop_assert!(width(line.trim_end()) <= columns.max(word + columns / 2), "{line:?} in {new:?}");
            }
            prop_assert_eq!(wrapped(&text, usize::MAX), text);
        }
    }
}
