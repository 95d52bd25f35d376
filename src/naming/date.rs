//! Dates in paths: they say when something was written, and never which problem it solves.

use super::path::{Kind, Token};

/// The years in which practice repositories are dated.
const YEARS: std::ops::RangeInclusive<u32> = 1995..=2039;

/// How many tokens a date takes from `from` on, 0 where there is none: `20240105`, `240105`, `2024-01-05`, `24.09.2022`,
/// `2024년 1월 5일`, `2024_05`.
pub(super) fn at(tokens: &[Token<'_>], from: usize) -> usize {
    let number =
        |at: usize| tokens.get(at).filter(|token| token.kind == Kind::Number).map(|token| token.text);
    let Some(first) = number(from) else { return 0 };
    if is_day(first) {
        return 1;
    }
    // The words for year, month and day stand between in some languages.
    let step = |at: usize| match tokens.get(at + 1) {
        Some(word)
            if word.kind == Kind::Script && ["년", "월", "일", "年", "月", "日"].contains(&word.text) =>
        {
            2
        }
        _ => 1,
    };
    let second_at = from + step(from);
    let third_at = second_at + tokens.get(second_at).map_or(1, |_| step(second_at));
    let (second, third) = (number(second_at), number(third_at));
    match (first, second, third) {
        (year, Some(month), Some(day)) if is_year(year) && is_month(month) && is_day_of_month(day) => {
            let after = third_at + step(third_at);
            // A time of day may follow.
            let is_time = (after..after + 3).all(|at| number(at).is_some_and(|digits| digits.len() == 2));
            after + if is_time { 3 } else { 0 } - from
        }
        (day, Some(month), Some(year))
            if is_year(year) && (is_month(month) || is_month(day)) && is_day_of_month(day) =>
        {
            third_at + 1 - from
        }
        (year, Some(month), _) if is_year(year) && is_month(month) => second_at + step(second_at) - from,
        _ => 0,
    }
}

/// Whether a part is a month below a year, or a day below a month: `2020/07/27`.
pub(super) fn is_below_year(parts: &[&str], at: usize) -> bool {
    let is_below = |at: usize| is_year(parts[at]) || is_below_year(parts, at);
    let month_or_day = parts[at].trim_end_matches(['월', '일', '月', '日']);
    !month_or_day.is_empty() && is_day_of_month(month_or_day) && at.checked_sub(1).is_some_and(is_below)
}

/// Whether digits are a whole date: `20240105`, `240105`.
pub(super) fn is_day(digits: &str) -> bool {
    let (year, rest) = match digits.len() {
        8 if is_year(&digits[..4]) => digits.split_at(4),
        6 => digits.split_at(2),
        _ => return false,
    };
    let fits = year.len() == 4 || year.parse().is_ok_and(|year: u32| (8..=39).contains(&year));
    fits && is_month(&rest[..2]) && is_day_of_month(&rest[2..])
}

/// Whether digits are a year.
pub(super) fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.parse().is_ok_and(|year| YEARS.contains(&year))
}

fn is_month(digits: &str) -> bool {
    digits.len() <= 2 && digits.parse().is_ok_and(|month: u32| (1..=12).contains(&month))
}

fn is_day_of_month(digits: &str) -> bool {
    digits.len() <= 2 && digits.parse().is_ok_and(|day: u32| (1..=31).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::super::path::tokens;
    use super::*;

    #[test]
    fn a_date_is_a_date_in_any_of_the_usual_orders() {
        for (text, length) in [
            ("20240105_1000", 1),
            ("200727_258_add_digits", 1),
            ("2024-01-05", 3),
            ("2024_05", 2),
            ("24.09.2022", 3),
            ("2024년 1월 5일", 6),
            ("2022-03-15 03.53.40 - Accepted", 6),
            ("1000_1", 0),
            ("250", 0),
            ("123456", 0),
        ] {
            assert_eq!(at(&tokens(text), 0), length, "{text}");
        }
    }
}
