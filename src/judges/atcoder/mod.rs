//! AtCoder, <https://atcoder.jp>.

pub mod fetch;
pub mod rating;
