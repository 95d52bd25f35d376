//! Ratings of one judge in terms of the other.

use super::Judge;

/// The rating at the other judge that is roughly worth as much as `rating` at `judge`.
///
/// A straight line through the ratings of some 4,500 people who have both, as of 2021. People differ from it by
/// hundreds of points, and the judges' ratings have moved since: it is rough, and is called so wherever it is shown.
/// Source: <https://silverfoxxxy.github.io/rating-correlation>, its version of July 2021 (fractions are cut off).
pub fn equivalent(judge: Judge, rating: i32) -> i32 {
    let rating = f64::from(rating);
    let other = match judge {
        Judge::Codeforces => rating * 5155.0 / 3900.0 - 940.0,
        Judge::AtCoder => 3900.0 * (rating + 940.0) / 5155.0,
    };
    other as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_of_one_judge_have_their_places_at_the_other() {
        let all = |judge, ratings: [i32; 7]| ratings.map(|rating| equivalent(judge, rating));
        assert_eq!(
            all(Judge::AtCoder, [400, 800, 1200, 1600, 2000, 2400, 2800]),
            [1013, 1316, 1619, 1921, 2224, 2526, 2829]
        );
        assert_eq!(
            all(Judge::Codeforces, [1200, 1400, 1600, 1900, 2100, 2400, 3000]),
            [646, 910, 1174, 1571, 1835, 2232, 3025]
        );
    }
}
