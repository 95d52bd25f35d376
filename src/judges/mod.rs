//! What differs from judge to judge, a folder each: what it asks and how it answers, and its rating formula.

pub mod atcoder;
pub mod codeforces;
