//! Ratings of one judge in terms of another.

use super::Judge;

/// The rating at `to` that is roughly worth as much as `rating` at `from`; `None` where nobody has compared the two.
///
/// People differ from it by hundreds of points, so that it is called rough wherever it is shown. Fractions are cut off.
pub fn equivalent(from: Judge, to: Judge, rating: i32) -> Option<i32> {
    let (from, to) = (from.spec().scale.as_ref()?, to.spec().scale.as_ref()?);
    Some((to.from)((from.to)(f64::from(rating))) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_of_one_judge_have_their_places_at_the_other() {
        let all = |from, to, ratings: [i32; 7]| ratings.map(|rating| equivalent(from, to, rating).unwrap());
        assert_eq!(
            all(Judge::ATCODER, Judge::CODEFORCES, [400, 800, 1200, 1600, 2000, 2400, 2800]),
            [1013, 1316, 1619, 1921, 2224, 2526, 2829]
        );
        assert_eq!(
            all(Judge::CODEFORCES, Judge::ATCODER, [1200, 1400, 1600, 1900, 2100, 2400, 3000]),
            [646, 910, 1174, 1571, 1835, 2232, 3025]
        );
    }
}
