//! Lines that fit into a terminal, broken between words.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::UnicodeWidthStr;

/// `text` with the lines that are wider than `columns` broken between words, as far as words allow it; Japanese, which
/// has no spaces, between characters. What is broken off is indented by two more than the line that it is of. Spaces
/// between columns stay; styles take no columns. Lines of JSON, of HTML and of a table in Markdown stay as they are.
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
    " ".repeat(indent) + &filled(words, indent, hang, columns)
}

/// `words`, of which the first line begins at the column `at`, broken into lines that are indented by `hang`.
pub(super) fn filled(words: &str, mut at: usize, hang: usize, columns: usize) -> String {
    let mut text = String::new();
    let mut gap = 0;
    let mut from = 0;
    for (nth, word) in words.split(' ').enumerate() {
        let place = from;
        from += word.len() + 1;
        if word.is_empty() {
            gap += 1;
            continue;
        }
        // A table's cell goes to the next line whole, where that has room enough or not much is left here.
        let cell = if gap > 1 { words[place..].split("  ").next().map_or(0, width) } else { 0 };
        let is_better_below = hang + cell <= columns || at > columns / 2;
        if cell > 0 && at + gap + cell > columns && is_better_below && at + gap > hang {
            text.push('\n');
            text.push_str(&" ".repeat(hang));
            (at, gap) = (hang, 0);
        }
        for (part, piece) in pieces(word).into_iter().enumerate() {
            let wide = width(piece);
            if (nth, part) != (0, 0) && at + gap + wide > columns && at + gap > hang {
                text.push('\n');
                text.push_str(&" ".repeat(hang));
                at = hang;
            } else {
                text.push_str(&" ".repeat(gap));
                at += gap;
            }
            text.push_str(piece);
            at += wide;
            gap = 0;
        }
        gap = 1;
    }
    text
}

/// What a word may be broken into: where UAX #14 allows it and kana or kanji are on either side, but not between a number
/// and its counter, or within a date. Hangul stays in words, and so do paths and options.
fn pieces(word: &str) -> Vec<&str> {
    if !word.contains(is_japanese) {
        return vec![word];
    }
    // The characters that are seen, and where each of them begins in the word, styles included.
    let mut plain = String::new();
    let mut places = Vec::new();
    for seen in anstream::adapter::strip_str(word) {
        let from = seen.as_ptr().addr() - word.as_ptr().addr();
        places.extend((0..seen.len()).map(|place| from + place));
        plain.push_str(seen);
    }
    let may_break = |at: usize| {
        let sides = (plain[..at].chars().next_back(), plain[at..].chars().next());
        matches!(sides, (Some(before), Some(after)) if (is_japanese(before) || is_japanese(after))
            && !before.is_ascii_digit() && !(is_kanji(before) && after.is_ascii_digit()))
    };
    let breaks = linebreaks(&plain)
        .filter(|(at, kind)| *kind == BreakOpportunity::Allowed && may_break(*at))
        .map(|(at, _)| places[at]);
    let mut pieces = Vec::new();
    let mut from = 0;
    for at in breaks {
        pieces.push(&word[from..at]);
        from = at;
    }
    pieces.push(&word[from..]);
    pieces
}

/// Kana, kanji, and the punctuation and the wide letters among them.
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Such as those of counters and dates.
fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
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
        // A cell of a table.
        assert_eq!(wrapped("  1300  two words  x", 14), "  1300\n    two words\n    x");
    }

    #[test]
    fn japanese_is_broken_between_characters_but_not_before_or_after_those_that_forbid_it() {
        assert_eq!(wrapped("データがありません。", 10), "データがあ\n  りませ\n  ん。");
        // No mark, small kana or long vowel begins a line, no bracket ends one.
        assert_eq!(wrapped("今日は休息日、です", 12), "今日は休息\n  日、です");
        assert_eq!(wrapped("スリープとルート", 6), "スリー\n  プと\n  ルー\n  ト");
        assert_eq!(wrapped("あいうえ「かき」", 10), "あいうえ\n  「かき」");
        // Numbers keep their counters, and what is to be typed stays whole.
        assert_eq!(wrapped("今月は12日です", 10), "今月は12日\n  です");
        assert_eq!(wrapped("約25%、11月27日まで", 14), "約25%、\n  11月27日まで");
        assert_eq!(wrapped("次に `cpt sync` を実行", 12), "次に `cpt\n  sync` を実\n  行");
        assert_eq!(wrapped("解答solutions/abc300_aのみ", 12), "解答\n  solutions/abc300_a\n  のみ");
        // Styles are where they were.
        assert_eq!(wrapped("\u{1b}[1m今日の\u{1b}[0m目標", 7), "\u{1b}[1m今日の\u{1b}[0m\n  目標");
        // Korean is broken between words alone.
        assert_eq!(wrapped("스트릭이 끊겼습니다", 12), "스트릭이\n  끊겼습니다");
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

        #[test]
        fn every_character_stays_and_no_line_begins_with_a_mark(
            text in "([あ-んァ-ヶ一-龠、。」「ー0-9a-z]|\u{1b}\\[1m| ){0,60}", columns in 12..60_usize
        ) {
            let new = wrapped(&text, columns);
            let seen = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(seen(&new), seen(&text));
            let ends_inside = |line: &&str| !text.contains(&format!(" {}", line.trim_start()));
            for line in new.lines().skip(1).filter(ends_inside) {
                let first = anstream::adapter::strip_str(line.trim_start()).to_string().chars().next();
                prop_assert!(!first.is_some_and(|c| "、。」ー".contains(c)), "{line:?} in {new:?}");
            }
        }
    }
}
