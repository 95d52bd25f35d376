//! # AtCoder ABC 081 B: Shift only
//!
//! <https://atcoder.jp/contests/abc081/tasks/abc081_b>
//!
//! A number can be halved as often as its binary form ends in zeros, and the first number to become
//! odd stops everyone: the answer is the least count of trailing zeros. O(n).
//!
//! ## Sample 1 input
//!
//! ```text
//! 3
//! 8 12 40
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! 2
//! ```
//!
//! ## Sample 2 input
//!
//! ```text
//! 4
//! 5 6 8 10
//! ```
//!
//! ## Sample 2 output
//!
//! ```text
//! 0
//! ```
//!
//! ## Sample 3 input
//!
//! ```text
//! 6
//! 382253568 723152896 37802240 379425024 404894720 471526144
//! ```
//!
//! ## Sample 3 output
//!
//! ```text
//! 8
//! ```

use std::io::Read;

pub fn solve(input: &str) -> String {
    let numbers = input.split_whitespace().skip(1).map(|token| token.parse::<u32>().unwrap());
    let halvings = numbers.map(u32::trailing_zeros).min().expect("at least one number");
    format!("{halvings}\n")
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
