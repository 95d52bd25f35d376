//! # AtCoder ABC 086 A: Product
//!
//! <https://atcoder.jp/contests/abc086/tasks/abc086_a>
//!
//! A product is odd only if both factors are. O(1).
//!
//! ## Sample 1 input
//!
//! ```text
//! 3 4
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! Even
//! ```
//!
//! ## Sample 2 input
//!
//! ```text
//! 1 21
//! ```
//!
//! ## Sample 2 output
//!
//! ```text
//! Odd
//! ```

use std::io::Read;

pub fn solve(input: &str) -> String {
    let mut factors = input.split_whitespace().map(|token| token.parse::<u32>().unwrap());
    let is_odd = factors.all(|factor| factor % 2 == 1);
    String::from(if is_odd { "Odd\n" } else { "Even\n" })
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
