//! # Codeforces 71A: Way Too Long Words
//!
//! <https://codeforces.com/problemset/problem/71/A>
//!
//! A word of more than ten letters keeps its ends, and the letters between them become their number.
//! O(length of the text).
//!
//! ## Sample 1 input
//!
//! ```text
//! 4
//! word
//! localization
//! internationalization
//! pneumonoultramicroscopicsilicovolcanoconiosis
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! word
//! l10n
//! i18n
//! p43s
//! ```

use std::io::Read;

const LONGEST: usize = 10;

/// The words are plain ASCII, so a letter is a byte.
fn shorten(word: &str) -> String {
    if word.len() <= LONGEST {
        return word.to_owned();
    }
    let (first, rest) = word.split_at(1);
    let (middle, last) = rest.split_at(rest.len() - 1);
    format!("{first}{}{last}", middle.len())
}

pub fn solve(input: &str) -> String {
    let words = input.split_whitespace().skip(1);
    words.map(|word| shorten(word) + "\n").collect()
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
