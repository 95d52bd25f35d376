//! The terminal's colours.

use std::fmt::Display;

use anstyle::{Ansi256Color, AnsiColor, Style};

use crate::model::Colour;

/// What a piece of text is, and so how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// A rating's colour, from the 256 that are readable on black and on white.
    Tier(Colour),
    /// A judge's own shade, as 0xRRGGBB; the nearest of the 256.
    Shade(u32),
    /// What the eye should find first.
    Strong,
    /// Context.
    Faint,
    /// Fine as it is.
    Good,
    /// Wants something done.
    Warn,
    /// Went wrong.
    Bad,
    /// A step of the calendar, 0 (nothing) to 4.
    Step(usize),
}

impl Paint {
    fn style(self) -> Style {
        let indexed = |index: u8| Style::new().fg_color(Some(Ansi256Color(index).into()));
        match self {
            Self::Tier(colour) => indexed(match colour {
                Colour::Gray => 245,
                Colour::Brown => 137,
                Colour::Green => 34,
                Colour::Cyan => 37,
                Colour::Blue => 69,
                Colour::Violet => 134,
                Colour::Yellow => 178,
                Colour::Orange => 208,
                Colour::Red => 203,
            })
            .bold(),
            Self::Shade(rgb) => {
                // A cube with six steps a channel.
                let step = |shift: u32| ((rgb >> shift & 0xff) * 5 + 127) / 255;
                let nearest = 16 + 36 * step(16) + 6 * step(8) + step(0);
                indexed(u8::try_from(nearest).unwrap_or(u8::MAX)).bold()
            }
            Self::Strong => Style::new().bold(),
            Self::Faint | Self::Step(0) => Style::new().dimmed(),
            Self::Good => Style::new().fg_color(Some(AnsiColor::Green.into())),
            Self::Warn => Style::new().fg_color(Some(AnsiColor::Yellow.into())),
            Self::Bad => Style::new().fg_color(Some(AnsiColor::Red.into())).bold(),
            Self::Step(step) => indexed([65, 71, 77, 83][(step - 1).min(3)]),
        }
    }

    /// `text` in this paint.
    pub fn on(self, text: impl Display) -> String {
        let style = self.style();
        format!("{style}{text}{style:#}")
    }
}
