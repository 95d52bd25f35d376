//! Codeforces, <https://codeforces.com>.

pub mod fetch;
pub mod rating;
