//! # AtCoder ARC 098 D: Xor Sum 2
//!
//! <https://atcoder.jp/contests/arc098/tasks/arc098_b>
//!
//! Sum and XOR of a range agree when no two of its numbers share a bit, and a part of such a range is
//! one as well. Two pointers keep the longest one that ends at each position; its length is the number
//! of good ranges ending there. O(n).
//!
//! ## Sample 1 input
//!
//! ```text
//! 4
//! 2 5 4 6
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! 5
//! ```
//!
//! ## Sample 2 input
//!
//! ```text
//! 9
//! 0 0 0 0 0 0 0 0 0
//! ```
//!
//! ## Sample 2 output
//!
//! ```text
//! 45
//! ```
//!
//! ## Sample 3 input
//!
//! ```text
//! 19
//! 885 8 1 128 83 32 256 206 639 16 4 128 689 32 8 64 885 969 1
//! ```
//!
//! ## Sample 3 output
//!
//! ```text
//! 37
//! ```

use std::io::Read;

pub fn solve(input: &str) -> String {
    let numbers: Vec<u32> = input.split_whitespace().skip(1).map(|token| token.parse().unwrap()).collect();

    let mut first = 0;
    let mut bits = 0;
    let mut ranges = 0;
    for (last, number) in numbers.iter().enumerate() {
        while bits & number != 0 {
            bits ^= numbers[first];
            first += 1;
        }
        bits |= number;
        ranges += last + 1 - first;
    }
    format!("{ranges}\n")
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
