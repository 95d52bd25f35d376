//! Memory, time and moments, as tools write them.

use jiff::civil::DateTime;
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan as _};

/// The units of memory, in bytes, and of time, in microseconds; longer words first.
const MEMORY: [(&str, f64); 4] = [("gb", 1_073_741_824.0), ("mb", 1_048_576.0), ("kb", 1024.0), ("b", 1.0)];
const TIME: [(&str, f64); 5] = [("ms", 1e3), ("μs", 1.0), ("us", 1.0), ("sec", 1e6), ("s", 1e6)];

/// More than this is a mistake: of memory bytes (a terabyte), of time microseconds (twelve days).
const MOST: f64 = 1e12;

/// `123,180 KB` in bytes.
pub(super) fn memory(text: &str) -> Option<u64> {
    quantity(text, &MEMORY)
}

/// `0.24 ms` in microseconds.
pub(super) fn time(text: &str) -> Option<u64> {
    quantity(text, &TIME)
}

/// A number and a unit; what follows is not looked at.
fn quantity(text: &str, units: &[(&str, f64)]) -> Option<u64> {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')?;
    let number: f64 = text[..end].replace(',', "").parse().ok()?;
    let unit: String = text[end..].trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    let (_, worth) = units.iter().find(|(word, _)| unit.eq_ignore_ascii_case(word))?;
    let amount = (number * worth).round();
    (amount <= MOST).then_some(amount as u64)
}

/// Korea's offset from UTC: the judges there tell wall clocks, and none has been put forward since 1988.
const KOREA: Offset = Offset::constant(9);

/// A moment as a tool writes it: `2025년 12월 3일 17:49:31`, `2025-02-14 10:43`, `2022. 8. 21. 오후 3:12:45` by Korea's clocks;
/// `2026-02-03T04:05:06.000Z` by its own offset. Without a time of day it is none.
pub(super) fn moment(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let at = match text.parse() {
        Ok(at) => at,
        Err(_) => KOREA.to_timestamp(wall_clock(text)?).ok()?,
    };
    (Timestamp::from_second(FIRST).ok()?..Timestamp::from_second(LAST).ok()?).contains(&at).then_some(at)
}

/// From 2000 to 2100: what lies beyond is a mistake.
const FIRST: i64 = 946_684_800;
const LAST: i64 = 4_102_444_800;

fn wall_clock(text: &str) -> Option<DateTime> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let mut next =
        |longest: usize| numbers.next().filter(|digits| digits.len() <= longest)?.parse::<i16>().ok();
    let (year, month, day, hour, minute) = (next(4)?, next(2)?, next(2)?, next(2)?, next(2)?);
    let second = next(2).unwrap_or(0);
    let small = |number: i16| i8::try_from(number).ok();
    let wall =
        DateTime::new(year, small(month)?, small(day)?, small(hour)?, small(minute)?, small(second)?, 0)
            .ok()?;
    match (text.contains("오전"), text.contains("오후")) {
        (true, _) if hour == 12 => wall.checked_sub(12.hours()).ok(),
        (_, true) if hour < 12 => wall.checked_add(12.hours()).ok(),
        _ => Some(wall),
    }
}
