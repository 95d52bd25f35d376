//! The judges' public interfaces to `model`: one polite HTTP client, one file per judge.

mod answer;
pub mod atcoder;
pub mod atcoder_problems;
mod client;
pub mod codeforces;
mod error;
mod reply;
#[cfg(test)]
mod tests;

pub use answer::{Answer, Asked, Known, Rows, Tally};
pub use client::Client;
pub use error::{FetchError, Trouble};
