//! Text from outside as Markdown and HTML have it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::clean;

/// `text` so that no Markdown reader finds markup, a link or HTML in it. It may stand anywhere but at the beginning of
/// a line.
pub(super) fn for_markdown(text: &str) -> String {
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
pub(super) fn for_address(path: &str) -> String {
    const SET: &AsciiSet = &UNRESERVED.remove(b'/');
    utf8_percent_encode(path, SET).to_string()
}

/// An address that is whole already, without what could end it in Markdown.
pub(super) fn for_link(url: &str) -> String {
    const SET: &AsciiSet = &UNRESERVED
        .remove(b'/')
        .remove(b':')
        .remove(b'?')
        .remove(b'&')
        .remove(b'=')
        .remove(b'#')
        .remove(b'%')
        .remove(b'+')
        .remove(b',')
        .remove(b';')
        .remove(b'@')
        .remove(b'!');
    utf8_percent_encode(url, SET).to_string()
}

/// All but letters, digits and the marks that mean nothing in an address (RFC 3986, section 2.3).
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Text in an element or an attribute of HTML.
pub(super) fn for_html(text: &str) -> String {
    let text = clean(text);
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_name_is_markup() {
        let hostile = "</b> [x](javascript:1) `c` *a* _b_ | ~~d~~ &lt; www.evil.com\n# h";
        let escaped = for_markdown(hostile);
        assert_eq!(
            escaped,
            "\\</b\\> \\[x\\](javascript\\:1) \\`c\\` \\*a\\* \\_b\\_ \\| \\~\\~d\\~\\~ \\&lt; www\\.evil.com\u{fffd}\\# h"
        );
    }

    #[test]
    fn an_address_has_nothing_that_ends_it() {
        assert_eq!(for_address("../my charts/é\"#.svg"), "../my%20charts/%C3%A9%22%23.svg");
    }
}
