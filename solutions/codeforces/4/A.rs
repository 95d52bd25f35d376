//! # Codeforces 4A: Watermelon
//!
//! <https://codeforces.com/problemset/problem/4/A>
//!
//! Two positive even parts have an even sum of at least 4, and every such weight splits as 2 and the
//! rest. O(1).
//!
//! ## Sample 1 input
//!
//! ```text
//! 8
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! YES
//! ```

use std::io::Read;

pub fn solve(input: &str) -> String {
    let weight: u32 = input.trim().parse().expect("a weight");
    let stuck = weight == 2 || weight % 2 == 1;
    String::from(if stuck { "NO\n" } else { "YES\n" })
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
