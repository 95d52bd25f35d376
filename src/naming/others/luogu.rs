//! Luogu's ids.

use std::sync::LazyLock;

use regex::Regex;

/// The numbers of the main problem set. Contests' are higher.
const NUMBERS: std::ops::RangeInclusive<u32> = 1000..=16_999;

/// Luogu's ids begin with a letter or another judge's mark: `P1001`, `B2001`, `CF4A`, `AT_abc302_h`.
pub(super) fn id(part: &str) -> Option<String> {
    static ID: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?i)(?:^|[^a-z0-9])(AT_[a-z0-9_]+|AT\d{2,5}|CF\d{1,4}[a-z]\d?|UVA\d+|SP\d+|P[_-]?\d{4,6}|[BTU]\d{4,6})(?:[^0-9a-z]|$)",
        )
        .ok()
    });
    if let Some(found) = ID.as_ref().and_then(|pattern| pattern.captures(part)) {
        let id = &found[1];
        return Some(if id[..2].eq_ignore_ascii_case("at") {
            format!("AT{}", &id[2..])
        } else {
            id.to_uppercase().replace(['_', '-'], "")
        });
    }
    // A number alone is the main problem set's.
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    let is_known = part[..digits].parse().is_ok_and(|number| NUMBERS.contains(&number));
    (is_known && !part[digits..].starts_with(|c: char| c.is_alphanumeric()))
        .then(|| format!("P{}", &part[..digits]))
}

/// The same of a file's name, which may have a remark grown on to the number: `2731dfs`, `3375string版`, `2261暴力`.
pub(super) fn id_with_remark(stem: &str) -> Option<String> {
    id(stem).or_else(|| {
        let digits = stem.bytes().take_while(u8::is_ascii_digit).count();
        let remark = &stem[digits..];
        let is_word = remark.bytes().skip(1).take_while(u8::is_ascii_lowercase).count() > 0
            && remark.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_remark = is_word || remark.starts_with(|c: char| c.is_alphabetic() && !c.is_ascii());
        let is_known = stem[..digits].parse().is_ok_and(|number| NUMBERS.contains(&number));
        (is_known && is_remark).then(|| format!("P{}", &stem[..digits]))
    })
}
