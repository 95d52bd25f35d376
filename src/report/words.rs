//! Small phrases that several reports use.

use jiff::SignedDuration;
use jiff::civil::Date;

use crate::answers::{NoForecast, Outlook};
use crate::model::{chance, count};

/// "31 December", with the year where it isn't that of `today`.
pub fn day(date: Date, today: Date) -> String {
    let format = if date.year() == today.year() { "%-d %B" } else { "%-d %B %Y" };
    date.strftime(format).to_string()
}

/// "closed since 2026-04-28".
pub fn closed_since(day: Date) -> String {
    format!("closed since {day}")
}

/// How long ago something was: "just now", "5 minutes ago", "2 days ago".
pub fn ago(since: SignedDuration) -> String {
    if since.as_mins() < 1 { "just now".to_owned() } else { format!("{} ago", about(since)) }
}

/// How soon something is: "in 5 minutes", "in 2 days".
pub fn soon(left: SignedDuration) -> String {
    if left.as_mins() < 1 { "in a moment".to_owned() } else { format!("in {}", about(left)) }
}

/// "5 minutes", "47 hours", "2 days".
fn about(time: SignedDuration) -> String {
    let minutes = time.as_mins();
    let (number, noun) = match minutes {
        ..120 => (minutes, "minute"),
        120..2880 => (minutes / 60, "hour"),
        _ => (minutes / 1440, "day"),
    };
    count(number, noun)
}

/// ": about 1 in 5", after a goal and its day; nothing where nobody forecasts.
pub fn odds(outlook: Option<&Outlook>) -> String {
    match outlook.map(|outlook| &outlook.forecast) {
        Some(Ok(reach)) => format!(": {}", chance(reach.by_then)),
        Some(Err(NoForecast::TooFewContests(_))) => ": too few contests for a forecast".to_owned(),
        Some(Err(NoForecast::NotFitted(_))) | None => String::new(),
    }
}

/// "ABC", "ABC or ARC", "ABC, ARC or AGC".
pub fn either(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [all @ .., last] => format!("{} or {last}", all.join(", ")),
    }
}

/// "+24", "−12", "±0".
pub fn change(difference: i32) -> String {
    match difference {
        0 => "±0".to_owned(),
        up if up > 0 => format!("+{up}"),
        down => format!("\u{2212}{}", down.unsigned_abs()),
    }
}
