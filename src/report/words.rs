//! Small phrases that several reports use.

use jiff::SignedDuration;
use jiff::civil::Date;

use crate::model::count;

/// "31 December", with the year where it isn't that of `today`.
pub fn day(date: Date, today: Date) -> String {
    let format = if date.year() == today.year() { "%-d %B" } else { "%-d %B %Y" };
    date.strftime(format).to_string()
}

/// How long ago something was: "just now", "5 minutes ago", "2 days ago".
pub fn ago(since: SignedDuration) -> String {
    let minutes = since.as_mins();
    let (number, noun) = match minutes {
        ..1 => return "just now".to_owned(),
        1..120 => (minutes, "minute"),
        120..2880 => (minutes / 60, "hour"),
        _ => (minutes / 1440, "day"),
    };
    format!("{} ago", count(number, noun))
}

/// "+24", "−12", "±0".
pub fn change(difference: i32) -> String {
    match difference {
        0 => "±0".to_owned(),
        up if up > 0 => format!("+{up}"),
        down => format!("\u{2212}{}", down.unsigned_abs()),
    }
}
