//! How well contests went of late, after each of them.

use std::collections::VecDeque;

use jiff::Timestamp;

use super::outlook::FORM;
use crate::model::RatingSeries;

/// The fewest performances that make a mean worth looking at.
const LEAST: usize = 3;

/// The mean performance of the last [`FORM`] rated contests after each one, from the third on; nothing where the judge
/// tells no performances.
pub fn form(series: &RatingSeries) -> Vec<(Timestamp, f64)> {
    let mut last = VecDeque::with_capacity(FORM + 1);
    let mut means = Vec::new();
    for (at, performance) in series.rated().filter_map(|change| Some((change.at, change.performance?))) {
        last.push_back(f64::from(performance));
        if last.len() > FORM {
            last.pop_front();
        }
        if last.len() >= LEAST {
            means.push((at, last.iter().sum::<f64>() / last.len() as f64));
        }
    }
    means
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::fixtures;
    use crate::model::{Judge, RatingChange, Track};

    #[test]
    fn the_mean_is_of_the_last_ten_and_begins_with_the_third() {
        let change = |n: i32| RatingChange {
            contest: n.to_string(),
            performance: (n != 2).then_some(100 * n),
            rated: n != 3,
            ..fixtures::change(Timestamp::from_second(i64::from(n)).unwrap(), 0, 0)
        };
        let means = form(&fixtures::series(Judge::ATCODER, Track::Algorithm, (1..=14).map(change).collect()));
        let of = |second| means.iter().find(|(at, _)| at.as_second() == second).map(|(_, mean)| *mean);
        // 1, 4 and 5 are the first that count.
        assert_eq!((means.len(), of(4), of(5)), (10, None, Some(1000.0 / 3.0)));
        assert_eq!(of(14), Some(950.0));
    }
}
