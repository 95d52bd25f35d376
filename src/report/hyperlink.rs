//! Texts that lead somewhere, on terminals that follow links (OSC 8,
//! <https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>).

/// What begins a link, before its address.
const BEGIN: &str = "\u{1b}]8;;";
/// What ends an address.
const END: &str = "\u{1b}\\";

/// `text` that leads to the web page at `address`; an address that could steer the terminal is left out.
pub(super) fn linked(text: &str, address: Option<&str>) -> String {
    let is_page =
        |address: &&str| address.starts_with("http") && address.bytes().all(|byte| byte.is_ascii_graphic());
    match address.filter(is_page) {
        Some(address) => format!("{BEGIN}{address}{END}{text}{BEGIN}{END}"),
        None => text.to_owned(),
    }
}

/// `text` without links, for whatever would show them or worse.
pub fn without_hyperlinks(text: &str) -> String {
    let mut parts = text.split(BEGIN);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once(END).map_or(part, |(_, text)| text));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_its_text_where_links_are_not_followed() {
        let link = linked("Theatre Square", Some("https://codeforces.com/contest/1/problem/A"));
        assert_eq!(
            link,
            "\u{1b}]8;;https://codeforces.com/contest/1/problem/A\u{1b}\\Theatre Square\u{1b}]8;;\u{1b}\\"
        );
        let text = format!("1  {link}  {}\n", linked("no link", None));
        assert_eq!(without_hyperlinks(&text), "1  Theatre Square  no link\n");
        assert_eq!(anstream::adapter::strip_str(&text).to_string(), without_hyperlinks(&text));
        assert_eq!(crate::report::wrapped(&link, 8), link.replace("Theatre Square", "Theatre\n  Square"));
        for address in ["https://a\u{7}b", "#d2026-11-23", "javascript:alert(1)"] {
            assert_eq!(linked("a", Some(address)), "a");
        }
    }
}
