//! The embedded fonts: how wide words are, and which of them they can't write.
//!
//! Noto Sans writes Latin. Korean and Japanese come from `fonts/`, which `fonts/subset.py` makes: the characters of the
//! charts' own texts, and common ones of names. For others the system's fonts are looked through.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use ab_glyph::{Font, FontRef};
use resvg::usvg::fontdb::{Database, ID, Source};

use crate::lang::Lang;

/// The names under which browsers find a font. Those that stand before the generic name run narrower than the embedded
/// one, so that text which fits with it fits with them.
pub(super) fn families(lang: Lang) -> &'static str {
    match lang {
        Lang::English | Lang::Pseudo => "Noto Sans,Segoe UI,Helvetica Neue,Arial,sans-serif",
        Lang::Korean => {
            "Noto Sans,Segoe UI,Helvetica Neue,Arial,Noto Sans KR,Noto Sans CJK KR,Apple SD Gothic Neo,Malgun \
             Gothic,sans-serif"
        }
        Lang::Japanese => {
            "Noto Sans,Segoe UI,Helvetica Neue,Arial,Noto Sans JP,Noto Sans CJK JP,Hiragino Sans,Yu Gothic \
             UI,Meiryo,sans-serif"
        }
    }
}

/// The first of [`families`].
pub(super) const FAMILY: &str = "Noto Sans";

/// The faces for Korean and Japanese.
const CJK_REGULAR: &[u8] = include_bytes!("fonts/cjk-regular.otf");
const CJK_BOLD: &[u8] = include_bytes!("fonts/cjk-bold.otf");

/// How far letters reach above and below the base line, in ems.
pub(super) const ASCENT: f32 = 1.069;
pub(super) const DESCENT: f32 = 0.293;

/// The embedded faces: each weight with what stands in where it lacks a character.
static REGULAR: LazyLock<Vec<FontRef<'static>>> =
    LazyLock::new(|| faces([notosans::REGULAR_TTF, CJK_REGULAR]));
static BOLD: LazyLock<Vec<FontRef<'static>>> =
    LazyLock::new(|| faces([notosans::BOLD_TTF, CJK_BOLD, CJK_REGULAR]));

fn faces<const N: usize>(files: [&'static [u8]; N]) -> Vec<FontRef<'static>> {
    files.into_iter().filter_map(|file| FontRef::try_from_slice(file).ok()).collect()
}

/// The embedded faces, for rasterising.
pub(super) static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    for face in [notosans::REGULAR_TTF, notosans::BOLD_TTF, CJK_REGULAR, CJK_BOLD] {
        database.load_font_source(Source::Binary(Arc::new(face)));
    }
    Arc::new(database)
});

/// The embedded faces and those of the system.
pub(super) static WITH_SYSTEM: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::clone(&DATABASE);
    database.load_system_fonts();
    Arc::new(database)
});

/// The face in `database` that stands in for `base` where that lacks `c`: an embedded one where there is one, and of
/// those the one that is as bold. The faces in `tried` have been looked through already.
pub(super) fn stand_in(database: &Database, base: ID, tried: &[ID], c: char) -> Option<ID> {
    let weight = database.face(base)?.weight.0;
    let has = |id: ID| {
        let has = |data: &[u8], index| {
            FontRef::try_from_slice_and_index(data, index).is_ok_and(|face| face.glyph_id(c).0 != 0)
        };
        database.with_face_data(id, has).unwrap_or(false)
    };
    // The embedded faces come first.
    let (embedded, system): (Vec<_>, Vec<_>) = database
        .faces()
        .filter(|face| !tried.contains(&face.id))
        .enumerate()
        .partition(|(nth, _)| *nth < DATABASE.len());
    let mut embedded: Vec<_> = embedded.into_iter().map(|(_, face)| face).collect();
    embedded.sort_by_key(|face| face.weight.0.abs_diff(weight));
    let system = system.into_iter().map(|(_, face)| face);
    embedded.into_iter().chain(system).map(|face| face.id).find(|id| has(*id))
}

fn of_weight(bold: bool) -> &'static [FontRef<'static>] {
    if bold { &BOLD } else { &REGULAR }
}

/// The width of one character in ems; a square where no face has it.
fn advance(faces: &[FontRef<'_>], c: char) -> f32 {
    let known = faces.iter().find_map(|face| {
        let glyph = face.glyph_id(c);
        (glyph.0 != 0).then_some(face.h_advance_unscaled(glyph) / face.units_per_em()?)
    });
    known.unwrap_or(1.0)
}

/// The width of `words` at `size` pixels an em, without kerning, which would only narrow it.
pub(super) fn width(words: &str, size: f32, bold: bool) -> f32 {
    let faces = of_weight(bold);
    words.chars().map(|c| advance(faces, c)).sum::<f32>() * size
}

/// The characters of `words` that no embedded face has.
pub(super) fn lacks(words: &str) -> BTreeSet<char> {
    words.chars().filter(|c| REGULAR.iter().all(|face| face.glyph_id(*c).0 == 0)).collect()
}

/// As much of `words` as `room` pixels hold; an ellipsis stands for what is left out.
pub(super) fn fit(words: &str, size: f32, bold: bool, room: f32) -> String {
    if width(words, size, bold) <= room {
        return words.to_owned();
    }
    let faces = of_weight(bold);
    let mut left = room / size - advance(faces, '…');
    let kept = words.chars().take_while(|&c| {
        left -= advance(faces, c);
        left >= 0.0
    });
    let kept: String = kept.collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::*;

    #[test]
    fn the_faces_are_read_and_have_digits_of_one_width() {
        for faces in [&REGULAR, &BOLD] {
            let digits: Vec<f32> = "0123456789".chars().map(|c| advance(faces, c)).collect();
            assert!(digits.iter().all(|width| (width - digits[0]).abs() < f32::EPSILON && *width < 0.7));
        }
        assert_eq!((REGULAR.len(), BOLD.len(), DATABASE.len()), (2, 3, 4));
        assert!(DATABASE.faces().any(|face| face.families.iter().any(|(name, _)| name == FAMILY)));
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(fit("short", 13.0, false, 100.0), "short");
        let cut = fit(&"long ".repeat(2000), 13.0, false, 100.0);
        assert!(cut.ends_with("long…") || cut.ends_with('…'), "{cut}");
        assert!(width(&cut, 13.0, false) <= 100.0);
        let cut = fit("最長ストリークは100日でした", 13.0, false, 100.0);
        assert!(cut.ends_with('…') && width(&cut, 13.0, false) <= 100.0, "{cut}");
    }

    #[test]
    fn hangul_and_kanji_are_as_wide_as_their_glyphs() {
        assert!((advance(&REGULAR, '한') - 0.92).abs() < 0.01, "{}", advance(&REGULAR, '한'));
        assert!((advance(&BOLD, '日') - 1.0).abs() < 0.01);
    }

    #[test]
    fn characters_that_no_embedded_face_has_are_noticed() {
        assert_eq!(
            lacks("AtCoder 743, 57 below green · → …, 11월 27일 금요일, 11月27日金曜日"),
            BTreeSet::new()
        );
        assert_eq!(lacks("a龘b\u{e000}"), BTreeSet::from(['龘', '\u{e000}']));
    }

    /// Every file that the texts of charts are put together from: `fonts/subset.py` has the same list.
    fn texts() -> Vec<PathBuf> {
        fn below(folder: &Path, files: &mut Vec<PathBuf>) {
            for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if entry.is_dir() {
                    below(&entry, files);
                } else if entry.extension().is_some_and(|extension| extension == "rs") {
                    files.push(entry);
                }
            }
        }
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = Vec::new();
        for room in ["judges", "lang", "model", "plot"] {
            below(&source.join(room), &mut files);
        }
        files
    }

    /// Files without texts of charts: tests, and what only the terminal says. The script that cuts the fonts has the same.
    const NONE: [&str; 6] = [
        "judges/recognised.rs",
        "model/layout.rs",
        "model/source_name.rs",
        "model/unknown_goal.rs",
        "plot/font.rs",
        "plot/png.rs",
    ];

    #[test]
    fn every_character_of_the_charts_texts_has_a_glyph_in_both_weights() {
        let is_cjk = |c: &char| matches!(*c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{ffef}');
        let has = |faces: &[FontRef<'_>], c| faces.iter().any(|face| face.glyph_id(c).0 != 0);
        for file in texts().into_iter().filter(|file| !NONE.iter().any(|none| file.ends_with(none))) {
            let text = std::fs::read_to_string(&file).unwrap();
            let missing: BTreeSet<char> =
                text.chars().filter(is_cjk).filter(|c| !has(&REGULAR, *c) || !has(&BOLD[..2], *c)).collect();
            assert!(missing.is_empty(), "{}: run src/plot/fonts/subset.py for {missing:?}", file.display());
        }
    }

    #[test]
    fn the_embedded_fonts_for_korean_and_japanese_are_small() {
        let bytes = CJK_REGULAR.len() + CJK_BOLD.len();
        assert!(bytes <= 300 * 1024, "{bytes} bytes");
    }
}
