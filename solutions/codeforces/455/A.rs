//! # Codeforces 455A: Boredom
//!
//! <https://codeforces.com/problemset/problem/455/A>
//!
//! Whoever takes a value v once takes all of them and none of v - 1 and v + 1, so walking up the
//! values, the best total with v is built on the best without v - 1. O(n + largest value).
//!
//! ## Sample 1 input
//!
//! ```text
//! 2
//! 1 2
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
//! 3
//! 1 2 3
//! ```
//!
//! ## Sample 2 output
//!
//! ```text
//! 4
//! ```
//!
//! ## Sample 3 input
//!
//! ```text
//! 9
//! 1 2 1 3 2 2 2 2 3
//! ```
//!
//! ## Sample 3 output
//!
//! ```text
//! 10
//! ```

use std::io::Read;

const LARGEST: usize = 100_000;

pub fn solve(input: &str) -> String {
    let mut points = vec![0_u64; LARGEST + 1];
    for token in input.split_whitespace().skip(1) {
        let value: u32 = token.parse().unwrap();
        points[value as usize] += u64::from(value);
    }

    // The best totals so far with and without the value just passed.
    let (mut with, mut without) = (0, 0);
    for value in points {
        (with, without) = (without + value, with.max(without));
    }
    format!("{}\n", with.max(without))
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
