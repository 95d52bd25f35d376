//! Dates in paths: they say when something was written, and never which problem it solves.

use super::path::{Token, TokenKind, tokens};

/// The years in which practice repositories are dated.
const YEARS: std::ops::RangeInclusive<u32> = 1995..=2039;

/// How many tokens a date takes from `from` on, 0 where there is none: `20240105`, `240105`, `2024-01-05`, `24.09.2022`,
/// `2024년 1월 5일`, `2024_05`.
pub(super) fn at(tokens: &[Token<'_>], from: usize) -> usize {
    let number =
        |at: usize| tokens.get(at).filter(|token| token.kind == TokenKind::Number).map(|token| token.text);
    let Some(first) = number(from) else { return 0 };
    if is_day(first) {
        return 1;
    }
    // The words for year, month and day stand between in some languages.
    let step = |at: usize| match tokens.get(at + 1) {
        Some(word)
            if word.kind == TokenKind::Script
                && ["년", "월", "일", "年", "月", "日"].contains(&word.text) =>
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

/// A part of a path without the whole date that it begins or ends with, where something that may be a name remains:
/// `2024-10-05-Two-Sum`, `240105 1000`, `[2024.01.05] ABC300`, `two_sum_20240105`. Six digits are a date where a mark and
/// more follow them, and never at the end.
pub(super) fn without(part: &str) -> &str {
    let part = part.trim();
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    if digits < 3 {
        return part;
    }
    let tokens = tokens(part);
    let names = |rest: &str| rest.chars().any(char::is_alphanumeric);
    let marks: &[char] = &[' ', '_', '-', '.', ',', ':', ')', ']', '('];
    if let Some(end) = whole(part, &tokens, 0) {
        let end = tokens[end - 1].end();
        let before = &part[..tokens[0].start];
        let rest = &part[end..];
        let is_begun = before.chars().all(|c| "[( ".contains(c)) && rest.starts_with(marks);
        let name = rest.trim_start_matches(|c| marks.contains(&c) && c != '(').trim_start();
        let may_count = tokens.len() > 1 && names(name);
        // What is no more than one digit counts files of a day.
        let is_count = name.len() == 1 && name.as_bytes()[0].is_ascii_digit();
        // Programmers' numbers have six digits, too; their titles are Korean.
        let is_number = tokens[0].text.len() == 6
            && (tokens[0].text < "17" || !name.starts_with(|c: char| c.is_ascii_alphanumeric()));
        return if is_begun && may_count && !is_count && !is_number { name } else { part };
    }
    let from = (1..tokens.len()).find(|from| {
        tokens[*from].text.len() != 6 && whole(part, &tokens, *from).is_some_and(|end| end == tokens.len())
    });
    let Some(from) = from else { return part };
    let before = &part[..tokens[from].start];
    let after = &part[tokens[tokens.len() - 1].end()..];
    let name = before.trim_end_matches([' ', '_', '-', '.', ',', ':', '[', '(']);
    let has_word = name.chars().any(char::is_alphabetic);
    let is_apart = name.len() < before.len() && after.chars().all(|c| ")] ".contains(c));
    if has_word && is_apart { name } else { part }
}

/// Where a whole date of year, month and day ends that begins at a token.
fn whole(part: &str, tokens: &[Token<'_>], from: usize) -> Option<usize> {
    let first = tokens.get(from).filter(|token| token.kind == TokenKind::Number)?;
    if is_day(first.text) {
        return Some(from + 1);
    }
    let length = at(tokens, from);
    let date = tokens.get(from..from + length)?;
    let numbers = date.iter().filter(|token| token.kind == TokenKind::Number).count();
    // The same mark stands between, or the words for year and month.
    let mark = |pair: &[Token<'_>]| part[pair[0].end()..pair[1].start].trim().to_owned();
    let marks: Vec<String> = date.windows(2).map(mark).collect();
    let is_even = date.iter().any(|token| token.kind == TokenKind::Script)
        || numbers > 3
        || marks.windows(2).all(|pair| pair[0] == pair[1] && pair[0].len() < 2);
    (numbers >= 3 && is_even).then_some(from + length)
}

/// Whether a part is a time of day, perhaps with the day before it: `9-19-2024, 1:19:27 PM`.
pub(super) fn is_time(part: &str) -> bool {
    if !part.contains(':') {
        return false;
    }
    let tokens = tokens(part);
    let day = whole(part, &tokens, 0);
    let (time, has_half) = match &tokens[day.unwrap_or(0)..] {
        [time @ .., half] if ["AM", "PM"].iter().any(|word| word.eq_ignore_ascii_case(half.text)) => {
            (time, true)
        }
        time => (time, false),
    };
    let is_whole = time.len() == 3 || time.len() == 2 && (has_half || day.is_some());
    is_whole && time.iter().all(|token| token.kind == TokenKind::Number && token.text.len() < 3)
}

/// The months' English names.
const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

fn begins_as_month(token: &Token<'_>) -> bool {
    token.text.get(..3).is_some_and(|begin| MONTHS.iter().any(|month| month[..3].eq_ignore_ascii_case(begin)))
}

/// Whether a part is a day with its month in words: `27 June 2024`, `Mar 3`.
pub(super) fn says_month(part: &str) -> bool {
    let tokens = tokens(part);
    let (words, numbers): (Vec<_>, Vec<_>) = tokens.iter().partition(|token| token.kind != TokenKind::Number);
    matches!(words.as_slice(), [month] if begins_as_month(month)) && !numbers.is_empty()
}

/// The numbers beside a month in words, where that is the only word.
fn beside_month(part: &str) -> Option<Vec<&str>> {
    let tokens = tokens(part);
    let (words, numbers): (Vec<_>, Vec<_>) = tokens.iter().partition(|token| token.kind != TokenKind::Number);
    let is_month = |word: &Token<'_>| {
        MONTHS.iter().any(|month| month.eq_ignore_ascii_case(word.text))
            || word.text.len() == 3 && begins_as_month(word)
    };
    matches!(words.as_slice(), [month] if is_month(month))
        .then(|| numbers.into_iter().map(|number| &part[number.start..number.end()]).collect())
}

/// Whether a part is a month in words, perhaps with its year: `January`, `Jan 2020`, `2020-May`.
pub(super) fn is_month_in_words(part: &str) -> bool {
    beside_month(part).is_some_and(|numbers| numbers.len() < 2 && numbers.iter().all(|year| is_year(year)))
}

/// Whether a part is a day or a month with its year, the month in words: `24-April-2023`, `July 2022`.
pub(super) fn has_month_and_year(part: &str) -> bool {
    let is_one = |number: &&str| is_year(number) || is_day_of_month(number);
    beside_month(part).is_some_and(|numbers| {
        numbers.len() < 3
            && numbers.iter().filter(|number| is_year(number)).count() == 1
            && numbers.iter().all(is_one)
    })
}

/// Whether a part is a month below a year, or a day below a month: `2020/07/27`.
pub(super) fn is_below_year(parts: &[&str], at: usize) -> bool {
    let is_below = |at: usize| is_year(parts[at]) || is_below_year(parts, at);
    let month_or_day = parts[at].trim_end_matches(['월', '일', '月', '日']);
    !month_or_day.is_empty() && is_day_of_month(month_or_day) && at.checked_sub(1).is_some_and(is_below)
}

/// Whether digits are a whole date: `20240105`, `240105`.
pub(super) fn is_day(digits: &str) -> bool {
    if !digits.is_ascii() {
        return false;
    }
    let (year, rest) = match digits.len() {
        8 if is_year(&digits[..4]) => digits.split_at(4),
        6 => digits.split_at(2),
        _ => return false,
    };
    let fits = year.len() == 4 || year.parse().is_ok_and(|year: u32| (8..=39).contains(&year));
    fits && is_month(&rest[..2]) && is_day_of_month(&rest[2..])
}

/// Whether digits are a year and the end of the next, as seasons are written: `201011`.
pub(super) fn is_season(digits: &str) -> bool {
    let Some((year, next)) = digits.split_at_checked(4) else { return false };
    let ends = |year: u32| next.parse() == Ok((year + 1) % 100);
    next.len() == 2 && is_year(year) && year.parse().is_ok_and(ends)
}

/// Whether digits are a month and a day of it: `0821`.
pub(super) fn is_day_of_year(digits: &str) -> bool {
    digits.len() == 4 && digits.is_ascii() && is_month(&digits[..2]) && is_day_of_month(&digits[2..])
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
    use super::*;

    #[test]
    fn a_date_before_or_after_a_name_is_no_part_of_it() {
        for (part, name) in [
            ("2024-10-05-Anagram-Groups", "Anagram-Groups"),
            ("2025-06-07-Two-Sum", "Two-Sum"),
            ("20240105_two_sum", "two_sum"),
            ("240105 1000", "1000"),
            ("2024.01.05 ABC300", "ABC300"),
            ("05.01.2024 ABC300", "ABC300"),
            ("[2024-01-05] ABC300", "ABC300"),
            ("(2024.01.05) Round 900 (Div. 3)", "Round 900 (Div. 3)"),
            ("2024년 1월 5일 두 수", "두 수"),
            ("two_sum_2024-01-05", "two_sum"),
            ("two_sum (20240105)", "two_sum"),
            // Nothing else, or no whole date.
            ("2024-10-05", "2024-10-05"),
            ("20240105", "20240105"),
            ("20240105_2", "20240105_2"),
            ("2024_05 sums", "2024_05 sums"),
            ("120101A", "120101A"),
            ("120804_두 수의 곱", "120804_두 수의 곱"),
            ("250121 봉인된 주문", "250121 봉인된 주문"),
            ("abc 120101", "abc 120101"),
            ("2024-2-c", "2024-2-c"),
            ("1-2-2024", "1-2-2024"),
            ("1900 A", "1900 A"),
        ] {
            assert_eq!(without(part), name, "{part}");
        }
    }

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
