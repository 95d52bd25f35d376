//! The judges' public interfaces to `model`: one polite HTTP client, one file per judge.

mod atcoder;
mod client;
mod codeforces;
mod error;
mod reply;
#[cfg(test)]
mod tests;

pub use atcoder::ratings as atcoder_ratings;
pub use client::{Client, Tally};
pub use codeforces::ratings as codeforces_ratings;
pub use error::{FetchError, Trouble};
