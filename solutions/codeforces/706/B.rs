//! # Codeforces 706B: Interesting drink
//!
//! <https://codeforces.com/problemset/problem/706/B>
//!
//! With the prices in order, the shops that a day's coins can pay form a prefix; a binary search finds
//! its end. O((n + q) log n).
//!
//! ## Sample 1 input
//!
//! ```text
//! 5
//! 3 10 8 6 11
//! 4
//! 1
//! 10
//! 3
//! 11
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! 0
//! 4
//! 1
//! 5
//! ```

use std::io::Read;

pub fn solve(input: &str) -> String {
    let mut numbers = input.split_whitespace().map(|token| token.parse::<usize>().unwrap());
    let shops = numbers.next().unwrap();
    let mut prices: Vec<usize> = numbers.by_ref().take(shops).collect();
    prices.sort_unstable();

    let days = numbers.skip(1);
    days.map(|coins| prices.partition_point(|&price| price <= coins).to_string() + "\n").collect()
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
