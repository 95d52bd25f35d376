//! Dates as they are kept: as numbers of the form 20261123, which are read quicker than texts.

use jiff::civil::Date;

/// The number of a date.
pub fn to_number(date: Date) -> i32 {
    let in_year = i32::from(date.month()) * 100 + i32::from(date.day());
    i32::from(date.year()) * 10_000 + in_year
}

/// The date of a number; `None` where it is none.
pub fn of_number(number: i32) -> Option<Date> {
    let (year, in_year) = (number.div_euclid(10_000), number.rem_euclid(10_000));
    Date::new(year as i16, (in_year / 100) as i8, (in_year % 100) as i8).ok()
}
