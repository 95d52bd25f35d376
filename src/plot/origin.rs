//! What a PNG was drawn from, told in it, so that nobody has to draw it again to know.

use flate2::Crc;
use sha2::{Digest as _, Sha256};

use super::Svg;

impl Svg {
    /// `png`, as [`Svg::png`] made it at this scale, telling so.
    pub fn signed(&self, mut png: Vec<u8>, scale: f32) -> Vec<u8> {
        if png.ends_with(END) {
            png.truncate(png.len() - END.len());
            png.extend(drawn_from(self.as_str(), scale, &png));
            png.extend(END);
        }
        png
    }

    /// Whether `bytes` are what [`Svg::png`] makes of it at this scale, by what they say themselves and their checksum; never
    /// of a chart whose characters have other fonts from system to system.
    pub fn is_drawn_in(&self, bytes: &[u8], scale: f32) -> bool {
        let picture = || {
            let all = bytes.strip_suffix(END)?;
            let (picture, said) = all.split_at_checked(all.len().checked_sub(SAID)?)?;
            Some(said == drawn_from(self.as_str(), scale, picture))
        };
        self.foreign().is_empty() && picture().unwrap_or(false)
    }
}

/// What a PNG ends with.
const END: &[u8] = b"\0\0\0\0IEND\xaeB`\x82";

/// How long [`drawn_from`] is: length, name, a hash in hexadecimal digits, checksum.
const SAID: usize = 4 + DRAWN_FROM.len() + 64 + 4;

/// The name of the text in a PNG that tells what it was drawn from.
const DRAWN_FROM: &[u8] = b"tEXtDrawing\0";

/// The text in a PNG that tells that all before it (`picture`) was drawn from `text` at this scale, as a chunk.
fn drawn_from(text: &str, scale: f32, picture: &[u8]) -> Vec<u8> {
    let digest = Sha256::new()
        .chain_update(env!("CARGO_PKG_VERSION"))
        .chain_update(scale.to_le_bytes())
        .chain_update((text.len() as u64).to_le_bytes())
        .chain_update(text)
        .chain_update(picture)
        .finalize();
    let mut said = DRAWN_FROM.to_vec();
    said.extend(digest.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()));
    let mut crc = Crc::new();
    crc.update(&said);
    let length = said.len() as u32 - 4;
    [&length.to_be_bytes()[..], &said, &crc.sum().to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::super::scene::{Px, Size, Words};
    use super::super::sheet::Sheet;
    use super::super::theme::Role;
    use super::*;
    use crate::lang::Lang;
    use resvg::tiny_skia::Pixmap;

    fn saying(words: &str) -> Svg {
        let mut sheet = Sheet::new("test", Px::new(400.0, 50.0), Lang::English);
        sheet.set(Words::new(words, Size::Title, Role::Ink, Px::new(10.0, 30.0)));
        sheet.finish("A test", "Words on a sheet.").svg(Theme::Light)
    }

    fn drawn(svg: &Svg) -> Vec<u8> {
        svg.signed(svg.png(1.0).unwrap().bytes, 1.0)
    }

    #[test]
    fn a_picture_tells_what_it_was_drawn_from_and_no_other_one_is_taken_for_it() {
        let svg = saying("AtCoder");
        let png = drawn(&svg);
        assert!(
            Pixmap::decode_png(&png).unwrap() == Pixmap::decode_png(&svg.png(1.0).unwrap().bytes).unwrap()
        );
        assert!(svg.is_drawn_in(&png, 1.0));
        assert!(!svg.is_drawn_in(&png, 2.0));
        assert!(!saying("Codeforces").is_drawn_in(&png, 1.0));
        for place in 0..png.len() {
            let mut other = png.clone();
            other[place] ^= 1;
            assert!(!svg.is_drawn_in(&other, 1.0), "byte {place}");
        }
        for length in [0, 1, SAID, png.len() - 1] {
            assert!(!svg.is_drawn_in(&png[..length], 1.0), "{length} bytes");
        }
        let foreign = saying("a\u{e000}b");
        assert!(!foreign.is_drawn_in(&drawn(&foreign), 1.0));
    }
}
