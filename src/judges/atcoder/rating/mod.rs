//! AtCoder's rating formulas.

mod algorithm;
mod forecast;
mod heuristic;
mod rules;

pub use algorithm::{algorithm_need, algorithm_needed, algorithm_rating};
pub use heuristic::{HeuristicResult, heuristic_rating, heuristic_rating_on, heuristic_results};
pub(super) use rules::{Algorithm, Heuristic};

/// A raw rating as it is shown: below 400 it is bent so that it stays positive; rounded half up.
fn shown(raw: f64) -> i32 {
    let bent = if raw >= 400.0 { raw } else { 400.0 / ((400.0 - raw) / 400.0).exp() };
    (bent + 0.5).floor() as i32
}

/// The raw rating that is shown as `rating`, which is above 0 and not rounded yet: the inverse of what [`shown`] bends.
fn unshown(rating: f64) -> f64 {
    if rating >= 400.0 { rating } else { 400.0 + 400.0 * (rating / 400.0).ln() }
}
