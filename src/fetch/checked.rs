//! Values in judges' answers that no true answer has: they are refused, so that nothing is computed from them.

use jiff::Timestamp;
use serde::de::{Deserialize, Deserializer, Error};

pub(crate) use crate::model::{is_real_rating, real_moment};

/// Two hundred years, in seconds.
const LONGEST: u64 = 200 * 366 * 24 * 60 * 60;

/// A rating or a performance.
pub(crate) fn rating<'de, D: Deserializer<'de>>(from: D) -> Result<i32, D::Error> {
    within(i32::deserialize(from)?)
}

/// A rating or a performance that may be missing.
pub(crate) fn optional_rating<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i32>, D::Error> {
    Option::<i32>::deserialize(from)?.map(within).transpose()
}

/// The same of a judge that gives fractions, rounded to the nearest whole number.
pub(crate) fn optional_rounded_rating<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i32>, D::Error> {
    Option::<f64>::deserialize(from)?.map(|rating| within(rating.round() as i32)).transpose()
}

fn within<E: Error>(rating: i32) -> Result<i32, E> {
    if is_real_rating(rating) { Ok(rating) } else { Err(E::custom(format_args!("a rating of {rating}"))) }
}

/// A number that a judge gives to a submission: the store counts to 2^63 - 1, no judge to a millionth of that.
pub(crate) fn number<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    let number = u64::deserialize(from)?;
    i64::try_from(number).map_err(|_| D::Error::custom(format_args!("a submission numbered {number}")))?;
    Ok(number)
}

/// A moment in seconds since 1970.
pub(crate) fn second<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
    let second = i64::deserialize(from)?;
    real_moment(second).ok_or_else(|| D::Error::custom(format_args!("a time of {second} s")))
}

/// A moment as RFC 3339 has it.
pub(crate) fn moment<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
    to_second(Timestamp::deserialize(from)?)
}

/// A moment as RFC 3339 has it, that may be missing.
pub(crate) fn optional_moment<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Timestamp>, D::Error> {
    Option::<Timestamp>::deserialize(from)?.map(to_second).transpose()
}

/// A moment without its fraction of a second, as it is stored.
fn to_second<E: Error>(moment: Timestamp) -> Result<Timestamp, E> {
    real_moment(moment.as_second()).ok_or_else(|| E::custom(format_args!("a time of {moment}")))
}

/// How long a contest runs, in seconds. Permanent ones have no end that matters.
pub(crate) fn duration<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    Ok(u64::deserialize(from)?.min(LONGEST))
}
