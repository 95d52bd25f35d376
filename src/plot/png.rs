//! SVG to PNG.

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::Arc;

use foldhash::HashMap;
use png::{BitDepth, ColorType, DeflateCompression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::{ColorU8, IntSize, Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::fontdb::{Database, ID};
use resvg::usvg::{FontResolver, Options, Tree};

use super::font;
use super::{PlotError, Svg};

/// What stands for a character that no font has.
const UNKNOWN: &str = "?";

/// A chart as a raster image.
pub struct Png {
    /// The file.
    pub bytes: Vec<u8>,
    /// The characters that no font has, embedded or of the system: a question mark stands for each.
    pub unknown: Vec<char>,
}

impl Svg {
    /// The chart as PNG, `scale` of its pixels to one of the SVG's.
    pub fn png(&self, scale: f32) -> Result<Png, PlotError> {
        let title = || self.title().to_owned();
        let refused = || PlotError::Scale { title: title(), scale };
        if !(0.1..=10.0).contains(&scale) {
            return Err(refused());
        }
        let fonts = self.fonts();
        let unknown = self.unknown(fonts);
        let text =
            unknown.iter().fold(Cow::Borrowed(self.as_str()), |text, c| text.replace(*c, UNKNOWN).into());
        let tree = Tree::from_str(&text, &options(fonts))
            .map_err(|source| PlotError::Read { title: title(), source })?;
        let pixels = |length: f32| (length * scale).round() as u32;
        let size = tree.size();
        let mut pixmap = canvas(pixels(size.width()), pixels(size.height())).ok_or_else(refused)?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
        let bytes = encode(&pixmap);
        CANVAS.set(pixmap.take());
        let bytes = bytes.map_err(|error| PlotError::Encode { title: title(), reason: error.to_string() })?;
        Ok(Png { bytes, unknown })
    }

    /// The fonts that it takes: those of the system, which take long to look through, only where the embedded ones don't
    /// do.
    fn fonts(&self) -> &'static Arc<Database> {
        if self.foreign().is_empty() { &font::DATABASE } else { &font::WITH_SYSTEM }
    }

    /// The characters that none of `fonts` has.
    fn unknown(&self, fonts: &Database) -> Vec<char> {
        let Some(base) = fonts.faces().next() else { return Vec::new() };
        let foreign = self.foreign().iter().copied();
        foreign.filter(|c| font::stand_in(fonts, base.id, &[], *c).is_none()).collect()
    }
}

/// How hard zlib tries: what lies above takes twice as long for 5% less.
const LEVEL: u8 = 3;

thread_local! {
    /// The memory that the last picture was painted in: getting as much from the system takes longer than painting.
    static CANVAS: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// An empty canvas of this size, in pixels; `None` where there is none of such a size.
fn canvas(width: u32, height: u32) -> Option<Pixmap> {
    let size = IntSize::from_wh(width, height)?;
    let bytes = (width as usize).checked_mul(height as usize)?.checked_mul(4)?;
    let mut memory = CANVAS.take();
    memory.truncate(bytes);
    memory.fill(0);
    if memory.len() < bytes {
        memory = vec![0; bytes];
    }
    Pixmap::from_vec(memory, size)
}

/// Few colours are said once each, and every pixel by which of them it is: a quarter of the bytes, before they are
/// compressed, without losing anything.
fn encode(pixmap: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let (width, height, mut bytes) = (pixmap.width(), pixmap.height(), Vec::new());
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_filter(Filter::NoFilter);
    encoder.set_deflate_compression(DeflateCompression::Level(LEVEL));
    let data = if let Some(Indexed { palette, pixels }) = Indexed::of(pixmap.data()) {
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(palette.iter().flat_map(|c| [c.red(), c.green(), c.blue()]).collect::<Vec<u8>>());
        if palette.iter().any(|colour| colour.alpha() < u8::MAX) {
            encoder.set_trns(palette.iter().map(|colour| colour.alpha()).collect::<Vec<u8>>());
        }
        pixels
    } else {
        encoder.set_color(ColorType::Rgba);
        pixmap.clone().take_demultiplied()
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(bytes)
}

/// A picture of no more than 256 colours.
struct Indexed {
    palette: Vec<ColorU8>,
    /// Each by its place in the palette.
    pixels: Vec<u8>,
}

/// As many pixels are looked at as one: where nothing is drawn, they have one colour.
const BLOCK: usize = 32;

impl Indexed {
    /// Nothing where there are more colours; of premultiplied ones.
    fn of(rgba: &[u8]) -> Option<Self> {
        let mut palette = Palette::default();
        let mut pixels = vec![0; rgba.len() / 4];
        for (block, places) in rgba.chunks(4 * BLOCK).zip(pixels.chunks_mut(BLOCK)) {
            let (colours, _) = block.as_chunks();
            if block[4..] == block[..block.len() - 4] {
                places.fill(palette.place(colours[0])?);
            } else {
                for (colour, place) in colours.iter().zip(places) {
                    *place = palette.place(*colour)?;
                }
            }
        }
        let colours = palette.colours.into_iter();
        let demultiplied = |[red, green, blue, alpha]: [u8; 4]| {
            PremultipliedColorU8::from_rgba(red, green, blue, alpha).map(|colour| colour.demultiply())
        };
        Some(Self { palette: colours.map(demultiplied).collect::<Option<_>>()?, pixels })
    }
}

#[derive(Default)]
struct Palette {
    colours: Vec<[u8; 4]>,
    places: HashMap<[u8; 4], u8>,
    /// The colour that was asked for before, as the next one mostly is.
    last: Option<([u8; 4], u8)>,
}

impl Palette {
    /// Nothing where it is full.
    fn place(&mut self, colour: [u8; 4]) -> Option<u8> {
        if let Some((last, place)) = self.last
            && last == colour
        {
            return Some(place);
        }
        let place = if let Some(place) = self.places.get(&colour) {
            *place
        } else {
            let place = u8::try_from(self.colours.len()).ok()?;
            self.colours.push(colour);
            self.places.insert(colour, place);
            place
        };
        self.last = Some((colour, place));
        Some(place)
    }
}

fn options(fonts: &Arc<Database>) -> Options<'static> {
    let select_fallback =
        |c, tried: &[ID], fonts: &mut Arc<Database>| font::stand_in(fonts, *tried.first()?, tried, c);
    Options {
        fontdb: Arc::clone(fonts),
        font_family: font::FAMILY.to_owned(),
        font_resolver: FontResolver { select_fallback: Box::new(select_fallback), ..FontResolver::default() },
        ..Options::default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::super::scene::{Px, Size, Words};
    use super::super::sheet::Sheet;
    use super::super::theme::Role;
    use super::*;
    use crate::lang::Lang;

    fn saying(words: &str, bold: bool) -> Svg {
        let mut sheet = Sheet::new("test", Px::new(400.0, 50.0), Lang::English);
        let words = Words::new(words, Size::Title, Role::Ink, Px::new(10.0, 30.0));
        sheet.set(if bold { words.bold() } else { words });
        sheet.finish("A test", "Words on a sheet.").svg(Theme::Light)
    }

    /// How many of a picture's bytes aren't its background.
    fn ink(words: &str, bold: bool) -> usize {
        let png = saying(words, bold).png(1.0).unwrap();
        let pixels = Pixmap::decode_png(&png.bytes).unwrap();
        pixels.pixels().iter().filter(|pixel| pixel.red() < 128).count()
    }

    #[test]
    fn korean_and_japanese_need_no_font_of_the_system_and_are_bold_where_they_should_be() {
        for words in ["AtCoder Beginner Contest 300, 743 → 812", "11월 27일 금요일", "11月27日金曜日"]
        {
            let svg = saying(words, false);
            assert!(svg.foreign().is_empty(), "{words}");
            assert_eq!(svg.fonts().len(), font::DATABASE.len());
            let (plain, bold) = (ink(words, false), ink(words, true));
            assert!(plain > 400 && bold > plain + plain / 8, "{words}: {plain} and {bold} dark pixels");
        }
    }

    #[test]
    fn few_colours_and_many_come_back_as_they_were() {
        for colours in [1_u32, 2, 256, 257, 5000] {
            let mut pixmap = Pixmap::new(100, 50).unwrap();
            for (nth, pixel) in (0_u32..).zip(pixmap.pixels_mut()) {
                let [low, high, ..] = (nth % colours).to_le_bytes();
                let alpha = if high > 0 { u8::MAX } else { 128 + low / 2 };
                *pixel = ColorU8::from_rgba(low, high, 7, alpha).premultiply();
            }
            let decoded = Pixmap::decode_png(&encode(&pixmap).unwrap()).unwrap();
            assert!(decoded == pixmap, "{colours} colours");
        }
    }

    #[test]
    fn a_character_that_no_font_has_is_a_question_mark_and_told() {
        let png = saying("a\u{e000}b", false).png(1.0).unwrap();
        assert_eq!(png.unknown, ['\u{e000}']);
        assert_eq!(png.bytes, saying("a?b", false).png(1.0).unwrap().bytes);
    }
}
