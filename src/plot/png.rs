//! SVG to PNG.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::font;
use super::{PlotError, Svg};

impl Svg {
    /// The chart as PNG, `scale` of its pixels to one of the SVG's.
    pub fn png(&self, scale: f32) -> Result<Vec<u8>, PlotError> {
        let title = || self.title().to_owned();
        let refused = || PlotError::Scale { title: title(), scale };
        if !(0.1..=10.0).contains(&scale) {
            return Err(refused());
        }
        let tree = Tree::from_str(self.as_str(), &self.options())
            .map_err(|source| PlotError::Read { title: title(), source })?;
        let pixels = |length: f32| (length * scale).round() as u32;
        let size = tree.size();
        let mut pixmap = Pixmap::new(pixels(size.width()), pixels(size.height())).ok_or_else(refused)?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
        pixmap.encode_png().map_err(|error| PlotError::Encode { title: title(), reason: error.to_string() })
    }

    fn options(&self) -> Options<'static> {
        let mut fonts = Arc::clone(&font::DATABASE);
        if self.needs_system_fonts() {
            Arc::make_mut(&mut fonts).load_system_fonts();
        }
        Options { fontdb: fonts, font_family: font::FAMILY.to_owned(), ..Options::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::super::scene::{Px, Size, Words};
    use super::super::sheet::Sheet;
    use super::super::theme::Role;
    use super::*;

    fn saying(words: &str) -> Svg {
        let mut sheet = Sheet::new("test", Px::new(200.0, 50.0));
        sheet.set(Words::new(words, Size::Body, Role::Ink, Px::new(10.0, 30.0)));
        sheet.finish("A test", "Words on a sheet.").svg(Theme::Light)
    }

    #[test]
    fn only_words_of_other_scripts_need_the_systems_fonts() {
        let latin = saying("AtCoder Beginner Contest 300, 743 → 812");
        assert!(!latin.needs_system_fonts());
        assert_eq!(latin.options().fontdb.len(), 2);
        let japanese = saying("全国統一プログラミング王決定戦");
        assert!(japanese.needs_system_fonts());
        assert!(japanese.options().fontdb.len() >= 2);
        assert!(japanese.png(1.0).is_ok());
    }
}
