//! Values that no true fact has: they are refused, so that nothing is computed from them.

use jiff::Timestamp;

/// No rating, performance or difficulty of any judge is nearly as far from 0.
const MOST_RATING: i32 = 100_000;
/// The first second of 2200.
const LAST_SECOND: i64 = 7_258_118_400;

/// Whether something can be rated so.
pub fn is_real_rating(rating: i32) -> bool {
    (-MOST_RATING..=MOST_RATING).contains(&rating)
}

/// The moment so many seconds after the beginning of 1970, where a contest can be then.
pub fn real_moment(second: i64) -> Option<Timestamp> {
    Timestamp::from_second(second).ok().filter(|_| (0..LAST_SECOND).contains(&second))
}
