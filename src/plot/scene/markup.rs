//! Numbers and words as SVG has them.

use std::fmt::{self, Display, Write};

use crate::model::clean;

/// A length as SVG has it: at most one decimal.
pub(super) struct Tenths(pub f32);

impl Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round() as i64;
        if tenths % 10 == 0 { write!(f, "{}", tenths / 10) } else { write!(f, "{}", tenths as f64 / 10.0) }
    }
}

/// Text for an element or an attribute: markup is escaped, and what XML can't hold or what steers a reader is
/// replaced. Line breaks stay, for tooltips.
pub(super) struct Escaped<'a>(pub &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, line) in self.0.split('\n').enumerate() {
            if index > 0 {
                f.write_char('\n')?;
            }
            for c in clean(line).chars() {
                match c {
                    '<' => f.write_str("&lt;")?,
                    '>' => f.write_str("&gt;")?,
                    '&' => f.write_str("&amp;")?,
                    '"' => f.write_str("&quot;")?,
                    '\u{fffe}' | '\u{ffff}' => f.write_char('\u{fffd}')?,
                    c => f.write_char(c)?,
                }
            }
        }
        Ok(())
    }
}
