//! # Codeforces 279B: Books
//!
//! <https://codeforces.com/problemset/problem/279/B>
//!
//! Two pointers: the window of books ending at the newest one drops books on its left until the rest
//! fits into the free time. Every book enters and leaves once, so O(n).
//!
//! ## Sample 1 input
//!
//! ```text
//! 4 5
//! 3 1 2 1
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! 3
//! ```
//!
//! ## Sample 2 input
//!
//! ```text
//! 3 3
//! 2 2 3
//! ```
//!
//! ## Sample 2 output
//!
//! ```text
//! 1
//! ```

use std::io::Read;

pub fn solve(input: &str) -> String {
    let mut numbers = input.split_whitespace().map(|token| token.parse::<u64>().unwrap());
    let (_count, free_time) = (numbers.next().unwrap(), numbers.next().unwrap());
    let books: Vec<u64> = numbers.collect();

    let mut first = 0;
    let mut time = 0;
    let mut best = 0;
    for (last, minutes) in books.iter().enumerate() {
        time += minutes;
        while time > free_time {
            time -= books[first];
            first += 1;
        }
        best = best.max(last + 1 - first);
    }
    format!("{best}\n")
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
