//! Small phrases that several reports use.

use jiff::civil::Date;

/// "31 December", with the year where it isn't that of `today`.
pub fn day(date: Date, today: Date) -> String {
    let format = if date.year() == today.year() { "%-d %B" } else { "%-d %B %Y" };
    date.strftime(format).to_string()
}

/// "+24", "−12", "±0".
pub fn change(difference: i32) -> String {
    match difference {
        0 => "±0".to_owned(),
        up if up > 0 => format!("+{up}"),
        down => format!("\u{2212}{}", down.unsigned_abs()),
    }
}
