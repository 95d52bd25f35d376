//! # Codeforces 230B: T-primes
//!
//! <https://codeforces.com/problemset/problem/230/B>
//!
//! A number has exactly three divisors when it is the square of a prime. A sieve up to the largest
//! root lists those squares in order, and each question is a binary search among them.
//! O(M log log M + n log M) for roots up to M = 10^6.
//!
//! ## Sample 1 input
//!
//! ```text
//! 3
//! 4 5 6
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! YES
//! NO
//! NO
//! ```

use std::io::Read;

const LARGEST_ROOT: usize = 1_000_000;

/// The primes up to `limit`, ascending.
fn primes(limit: usize) -> Vec<u64> {
    let mut is_prime = vec![true; limit + 1];
    let mut primes = Vec::new();
    for candidate in 2..=limit {
        if is_prime[candidate] {
            primes.push(candidate as u64);
            for multiple in (candidate * candidate..=limit).step_by(candidate) {
                is_prime[multiple] = false;
            }
        }
    }
    primes
}

pub fn solve(input: &str) -> String {
    let squares: Vec<u64> = primes(LARGEST_ROOT).into_iter().map(|prime| prime * prime).collect();

    let numbers = input.split_whitespace().skip(1).map(|token| token.parse::<u64>().unwrap());
    numbers.map(|number| if squares.binary_search(&number).is_ok() { "YES\n" } else { "NO\n" }).collect()
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
