//! # AtCoder Educational DP Contest Q: Flowers
//!
//! <https://atcoder.jp/contests/dp/tasks/dp_q>
//!
//! The best row ending in a flower is its beauty on top of the best row ending in a lower flower to its
//! left. A Fenwick tree over the heights keeps the best so far and answers that maximum over all lower
//! heights. O(n log n).
//!
//! ## Sample 1 input
//!
//! ```text
//! 4
//! 3 1 4 2
//! 10 20 30 40
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! 60
//! ```
//!
//! ## Sample 2 input
//!
//! ```text
//! 1
//! 1
//! 10
//! ```
//!
//! ## Sample 2 output
//!
//! ```text
//! 10
//! ```
//!
//! ## Sample 3 input
//!
//! ```text
//! 5
//! 1 2 3 4 5
//! 1000000000 1000000000 1000000000 1000000000 1000000000
//! ```
//!
//! ## Sample 3 output
//!
//! ```text
//! 5000000000
//! ```
//!
//! ## Sample 4 input
//!
//! ```text
//! 9
//! 4 2 5 8 3 6 1 7 9
//! 6 8 8 4 6 3 5 7 5
//! ```
//!
//! ## Sample 4 output
//!
//! ```text
//! 31
//! ```

use std::io::Read;

/// A Fenwick tree for maxima of prefixes; positions count from 1.
struct PrefixMax(Vec<u64>);

impl PrefixMax {
    fn new(positions: usize) -> Self {
        Self(vec![0; positions + 1])
    }

    fn raise(&mut self, mut position: usize, value: u64) {
        while position < self.0.len() {
            self.0[position] = self.0[position].max(value);
            position += lowest_bit(position);
        }
    }

    /// The maximum over the positions 1 to `last`, or 0 if there are none.
    fn up_to(&self, last: usize) -> u64 {
        let mut position = last;
        let mut best = 0;
        while position > 0 {
            best = best.max(self.0[position]);
            position -= lowest_bit(position);
        }
        best
    }
}

fn lowest_bit(number: usize) -> usize {
    1 << number.trailing_zeros()
}

pub fn solve(input: &str) -> String {
    let mut tokens = input.split_whitespace();
    let flowers: usize = tokens.next().unwrap().parse().unwrap();
    let heights: Vec<usize> = tokens.by_ref().take(flowers).map(|token| token.parse().unwrap()).collect();
    let beauties = tokens.map(|token| token.parse::<u64>().unwrap());

    let mut best = PrefixMax::new(flowers);
    for (&height, beauty) in heights.iter().zip(beauties) {
        best.raise(height, best.up_to(height - 1) + beauty);
    }
    format!("{}\n", best.up_to(flowers))
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
