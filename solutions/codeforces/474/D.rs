//! # Codeforces 474D: Flowers
//!
//! <https://codeforces.com/problemset/problem/474/D>
//!
//! A dinner of n flowers ends with one red flower or with a group of k white ones:
//! f(n) = f(n - 1) + f(n - k). Prefix sums of f answer each range of lengths at once. O(longest + t).
//!
//! ## Sample 1 input
//!
//! ```text
//! 3 2
//! 1 3
//! 2 3
//! 4 4
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! 6
//! 5
//! 5
//! ```

use std::fmt::Write;
use std::io::Read;

const LONGEST: usize = 100_000;
const MODULUS: u64 = 1_000_000_007;

pub fn solve(input: &str) -> String {
    let mut numbers = input.split_whitespace().map(|token| token.parse::<usize>().unwrap());
    let (tests, group) = (numbers.next().unwrap(), numbers.next().unwrap());

    let mut dinners = vec![1_u64; LONGEST + 1];
    for length in 1..=LONGEST {
        let ends_white = length.checked_sub(group).map_or(0, |shorter| dinners[shorter]);
        dinners[length] = (dinners[length - 1] + ends_white) % MODULUS;
    }

    // `up_to[n]` counts the dinners of 0 to n flowers.
    let up_to: Vec<u64> = dinners
        .iter()
        .scan(0, |sum, count| {
            *sum = (*sum + count) % MODULUS;
            Some(*sum)
        })
        .collect();

    let mut answers = String::new();
    for _ in 0..tests {
        let (from, to) = (numbers.next().unwrap(), numbers.next().unwrap());
        let count = (up_to[to] + MODULUS - up_to[from - 1]) % MODULUS;
        writeln!(answers, "{count}").unwrap();
    }
    answers
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
