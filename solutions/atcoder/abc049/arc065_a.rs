//! # AtCoder ABC 049 C (ARC 065 C): Daydream
//!
//! <https://atcoder.jp/contests/abc049/tasks/arc065_a>
//!
//! Read from the front, "dreamer" and "dream" + "er..." look alike, but no word is the end of another
//! one, so taking words off the back leaves no choice at any step. O(length).
//!
//! ## Sample 1 input
//!
//! ```text
//! erasedream
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! YES
//! ```
//!
//! ## Sample 2 input
//!
//! ```text
//! dreameraser
//! ```
//!
//! ## Sample 2 output
//!
//! ```text
//! YES
//! ```
//!
//! ## Sample 3 input
//!
//! ```text
//! dreamerer
//! ```
//!
//! ## Sample 3 output
//!
//! ```text
//! NO
//! ```

use std::io::Read;

const WORDS: [&str; 4] = ["dream", "dreamer", "erase", "eraser"];

pub fn solve(input: &str) -> String {
    let mut text = input.trim();
    while let Some(shorter) = WORDS.iter().find_map(|word| text.strip_suffix(word)) {
        text = shorter;
    }
    String::from(if text.is_empty() { "YES\n" } else { "NO\n" })
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
