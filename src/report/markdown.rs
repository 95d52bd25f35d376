//! Text from outside as Markdown has it.

use crate::model::clean;

/// `text` so that no Markdown reader finds markup, a link or HTML in it. It may stand anywhere but at the beginning of
/// a line.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in clean(text).chars() {
        let is_link = match c {
            ':' => true,
            // GitHub makes links of such words by themselves.
            '.' => escaped.to_ascii_lowercase().ends_with("www"),
            _ => false,
        };
        if is_link || "\\`*_[]<>&#|~!$@{}".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A relative path as the address of a link, percent-encoded as far as an address, HTML or Markdown wants it.
pub(super) fn address(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_name_is_markup() {
        let hostile = "</b> [x](javascript:1) `c` *a* _b_ | ~~d~~ &lt; www.evil.com\n# h";
        let escaped = escaped(hostile);
        assert_eq!(
            escaped,
            "\\</b\\> \\[x\\](javascript\\:1) \\`c\\` \\*a\\* \\_b\\_ \\| \\~\\~d\\~\\~ \\&lt; www\\.evil.com\u{fffd}\\# h"
        );
    }

    #[test]
    fn an_address_has_nothing_that_ends_it() {
        assert_eq!(address("../my charts/é\"#.svg"), "../my%20charts/%C3%A9%22%23.svg");
    }
}
