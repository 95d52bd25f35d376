//! The one font: how wide words are, and which of them it can't write.

use std::sync::{Arc, LazyLock};

use ab_glyph::{Font, FontRef};
use resvg::usvg::fontdb::{Database, Source};

/// The name under which the embedded font is found, and what browsers take where it isn't installed. Those that
/// stand before the generic name run narrower than the embedded one, so that text which fits with it fits with them.
pub(super) const FAMILIES: &str = "Noto Sans,Segoe UI,Helvetica Neue,Arial,sans-serif";

/// The first of [`FAMILIES`].
pub(super) const FAMILY: &str = "Noto Sans";

/// How far letters reach above and below the base line, in ems.
pub(super) const ASCENT: f32 = 1.069;
pub(super) const DESCENT: f32 = 0.293;

struct Faces {
    regular: Option<FontRef<'static>>,
    bold: Option<FontRef<'static>>,
}

static FACES: LazyLock<Faces> = LazyLock::new(|| Faces {
    regular: FontRef::try_from_slice(notosans::REGULAR_TTF).ok(),
    bold: FontRef::try_from_slice(notosans::BOLD_TTF).ok(),
});

/// The embedded faces, for rasterising.
pub(super) static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    for face in [notosans::REGULAR_TTF, notosans::BOLD_TTF] {
        database.load_font_source(Source::Binary(Arc::new(face)));
    }
    Arc::new(database)
});

fn face(bold: bool) -> Option<&'static FontRef<'static>> {
    if bold { FACES.bold.as_ref() } else { FACES.regular.as_ref() }
}

/// The width of one character in ems; a square where the font has none.
fn advance(face: Option<&FontRef<'_>>, c: char) -> f32 {
    let known = face.and_then(|face| {
        let glyph = face.glyph_id(c);
        (glyph.0 != 0).then_some(face.h_advance_unscaled(glyph) / face.units_per_em()?)
    });
    known.unwrap_or(1.0)
}

/// The width of `words` at `size` pixels an em, without kerning, which would only narrow it.
pub(super) fn width(words: &str, size: f32, bold: bool) -> f32 {
    let face = face(bold);
    words.chars().map(|c| advance(face, c)).sum::<f32>() * size
}

/// Whether the embedded font can write all of `words`.
pub(super) fn covers(words: &str) -> bool {
    face(false).is_some_and(|face| words.chars().all(|c| face.glyph_id(c).0 != 0))
}

/// As much of `words` as `room` pixels hold; an ellipsis stands for what is left out.
pub(super) fn fit(words: &str, size: f32, bold: bool, room: f32) -> String {
    if width(words, size, bold) <= room {
        return words.to_owned();
    }
    let face = face(bold);
    let mut left = room / size - advance(face, '…');
    let kept = words.chars().take_while(|&c| {
        left -= advance(face, c);
        left >= 0.0
    });
    let kept: String = kept.collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_are_read_and_have_digits_of_one_width() {
        for bold in [false, true] {
            let digits: Vec<f32> = "0123456789".chars().map(|c| advance(face(bold), c)).collect();
            assert!(digits.iter().all(|width| (width - digits[0]).abs() < f32::EPSILON && *width < 0.7));
        }
        assert_eq!(DATABASE.len(), 2);
        assert!(DATABASE.faces().all(|face| face.families.iter().any(|(name, _)| name == FAMILY)));
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(fit("short", 13.0, false, 100.0), "short");
        let cut = fit(&"long ".repeat(2000), 13.0, false, 100.0);
        assert!(cut.ends_with("long…") || cut.ends_with('…'), "{cut}");
        assert!(width(&cut, 13.0, false) <= 100.0);
    }

    #[test]
    fn characters_of_other_scripts_are_noticed() {
        assert!(covers("AtCoder 743, 57 below green · → …"));
        assert!(!covers("第一回"));
    }
}
