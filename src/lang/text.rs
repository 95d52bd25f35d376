//! What a message can be.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr as _;

/// A text, or parts of one.
pub trait Text: Sized {
    /// This text as the pseudo-language has it: between marks, and 40% wider.
    #[must_use]
    fn marked(self) -> Self;
}

/// What a text of `width` columns is put between to be a marked one.
pub fn marks(width: usize) -> [String; 2] {
    // Two columns each, as Hangul and Kanji.
    let more = "～".repeat((2 * width).div_ceil(10));
    ["⟦".to_owned(), format!("{more}⟧")]
}

impl Text for String {
    fn marked(self) -> Self {
        let [begin, end] = marks(self.width());
        format!("{begin}{self}{end}")
    }
}

impl Text for Cow<'static, str> {
    fn marked(self) -> Self {
        Cow::Owned(self.into_owned().marked())
    }
}

impl<T: Text> Text for Option<T> {
    fn marked(self) -> Self {
        self.map(T::marked)
    }
}
