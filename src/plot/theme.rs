//! Light and dark: every colour that a chart uses.

use std::fmt;

use crate::model::{Colour, Judge};

/// Which background a chart is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// On white.
    #[default]
    Light,
    /// On near black.
    Dark,
}

/// An opaque colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rgb(pub u8, pub u8, pub u8);

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

const WHITE: Rgb = Rgb(255, 255, 255);
const BLACK: Rgb = Rgb(0, 0, 0);

/// The least contrast between text and what lies behind it (WCAG 2, level AA).
pub(super) const READABLE: f64 = 4.5;

impl Rgb {
    const fn hex(rgb: u32) -> Self {
        Self((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }

    /// This colour with `share` (0 to 1) of `other` mixed in.
    pub(super) fn mix(self, other: Self, share: f64) -> Self {
        let channel = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self(channel(self.0, other.0), channel(self.1, other.1), channel(self.2, other.2))
    }

    /// The channels in proportion to light, 0 to 1.
    pub(super) fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|channel| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Relative luminance as in WCAG 2: 0 black, 1 white.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio as in WCAG 2: 1 to 21.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        a.max(b) / a.min(b)
    }
}

/// What a colour is for; each theme has its own for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The background.
    Surface,
    /// Titles and values.
    Ink,
    /// Axis labels and subtitles.
    Muted,
    /// Horizontal grid lines.
    Grid,
    /// The base line and its ticks.
    Axis,
    /// The rating line.
    Line,
    /// Specks of performances, behind the line.
    Speck,
    /// The line through performances.
    Form,
    /// A calendar day without a solved problem.
    Empty,
    /// A calendar step, from 1, few, to [`crate::answers::Quantiles::MOST`], many.
    Step(usize),
    /// A judge's own shade of a level of its problems, as 0xRRGGBB, for marks.
    Level(u32),
    /// A tier's colour, for marks.
    Tier(Judge, Colour),
    /// A tier's colour, lightened for areas that lie on each other.
    Soft(Judge, Colour),
    /// The rim that lifts a mark of that colour off its band and off the line.
    Rim(Judge, Colour),
    /// The tint behind a tier's ratings.
    Band(Judge, Colour),
    /// A tier's colour, for text: readable on the surface and on each of the judge's bands.
    TierInk(Judge, Colour),
}

impl Role {
    /// The colour of a calendar step, of which 0 is none.
    pub(super) fn of_step(step: usize) -> Self {
        if step == 0 { Self::Empty } else { Self::Step(step) }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, judge, colour) = match self {
            Self::Surface => return f.write_str("surface"),
            Self::Ink => return f.write_str("ink"),
            Self::Muted => return f.write_str("muted"),
            Self::Grid => return f.write_str("grid"),
            Self::Axis => return f.write_str("axis"),
            Self::Line => return f.write_str("line"),
            Self::Speck => return f.write_str("speck"),
            Self::Form => return f.write_str("form"),
            Self::Empty => return f.write_str("empty"),
            Self::Step(step) => return write!(f, "step-{step}"),
            Self::Level(rgb) => return write!(f, "level-{rgb:06x}"),
            Self::Tier(judge, colour) => ("tier", judge, colour),
            Self::Soft(judge, colour) => ("soft", judge, colour),
            Self::Rim(judge, colour) => ("rim", judge, colour),
            Self::Band(judge, colour) => ("band", judge, colour),
            Self::TierInk(judge, colour) => ("tier-ink", judge, colour),
        };
        write!(f, "{name}-{}-{}", judge.id(), colour.name())
    }
}

/// The colours of one theme.
#[derive(Debug)]
pub(super) struct Palette {
    /// The background.
    pub surface: Rgb,
    /// Titles and values.
    pub ink: Rgb,
    /// Axis labels and subtitles.
    pub muted: Rgb,
    /// Horizontal grid lines.
    pub grid: Rgb,
    /// The base line and its ticks.
    pub axis: Rgb,
    /// The rating line.
    pub line: Rgb,
    /// A calendar day without a solved problem.
    pub empty: Rgb,
    /// Calendar steps, few to many.
    pub steps: [Rgb; 4],
    /// How much of a tier's colour its band takes, 0 to 1.
    band: f64,
    /// How much of the surface lightens a tier's areas, 0 to 1.
    soft: f64,
    /// How much of the line's colour a point's rim takes, 0 to 1.
    rim: f64,
    /// What text colours move toward until they can be read.
    extreme: Rgb,
    tiers: fn(Judge, Colour) -> Rgb,
}

static LIGHT: Palette = Palette {
    surface: WHITE,
    ink: Rgb::hex(0x1b_1f24),
    muted: Rgb::hex(0x50_5863),
    grid: Rgb::hex(0xdc_dfe4),
    axis: Rgb::hex(0x8b_939e),
    line: Rgb::hex(0x3d_4652),
    empty: Rgb::hex(0xeb_edf0),
    steps: [Rgb::hex(0xa6_dcae), Rgb::hex(0x62_b878), Rgb::hex(0x2b_8a4b), Rgb::hex(0x0f_5029)],
    band: 0.13,
    soft: 0.35,
    rim: 0.55,
    extreme: BLACK,
    tiers: light_tier,
};

static DARK: Palette = Palette {
    surface: Rgb::hex(0x0d_1117),
    ink: Rgb::hex(0xe8_edf2),
    muted: Rgb::hex(0xa3_adb8),
    grid: Rgb::hex(0x33_3b45),
    axis: Rgb::hex(0x6b_7582),
    line: Rgb::hex(0xc2_cad3),
    empty: Rgb::hex(0x1d_242d),
    steps: [Rgb::hex(0x12_4a2b), Rgb::hex(0x1f_7a43), Rgb::hex(0x3f_b567), Rgb::hex(0x93_eda6)],
    band: 0.15,
    soft: 0.25,
    rim: 0.0,
    extreme: WHITE,
    tiers: dark_tier,
};

/// The judges' own colours.
fn light_tier(judge: Judge, colour: Colour) -> Rgb {
    let tier = judge.tiers().iter().find(|tier| tier.colour == colour);
    Rgb::hex(tier.map_or_else(|| colour.usual_rgb(), |tier| tier.rgb))
}

/// The same hues, light enough to be told apart on black, and in lightness for those who can't tell the hues.
fn dark_tier(_: Judge, colour: Colour) -> Rgb {
    Rgb::hex(match colour {
        Colour::Gray => 0xb4_b9bf,
        Colour::Brown => 0xa8_7640,
        Colour::Green => 0x4c_bb52,
        Colour::Cyan => 0x42_dcdc,
        Colour::Blue => 0x6f_80ff,
        Colour::Violet => 0xe8_8ef0,
        Colour::Yellow => 0xee_e04a,
        Colour::Orange => 0xff_8f28,
        Colour::Red => 0xff_6464,
    })
}

impl Theme {
    /// The colour that has this role.
    pub(super) fn rgb(self, role: Role) -> Rgb {
        let palette = self.palette();
        match role {
            Role::Surface => palette.surface,
            Role::Ink => palette.ink,
            Role::Muted => palette.muted,
            Role::Grid => palette.grid,
            Role::Axis => palette.axis,
            Role::Line => palette.line,
            Role::Speck => palette.speck(),
            Role::Form => palette.form(),
            Role::Empty => palette.empty,
            Role::Step(step) => palette.steps[step.clamp(1, palette.steps.len()) - 1],
            Role::Level(rgb) => Rgb::hex(rgb),
            Role::Tier(judge, colour) => palette.tier(judge, colour),
            Role::Soft(judge, colour) => palette.tier(judge, colour).mix(palette.surface, palette.soft),
            Role::Rim(judge, colour) => palette.rim(palette.tier(judge, colour)),
            Role::Band(judge, colour) => palette.band(judge, colour),
            Role::TierInk(judge, colour) => palette.tier_ink(judge, colour),
        }
    }

    pub(super) fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}

impl Palette {
    /// A tier's colour, for marks.
    pub(super) fn tier(&self, judge: Judge, colour: Colour) -> Rgb {
        (self.tiers)(judge, colour)
    }

    /// The tint behind a tier's ratings.
    pub(super) fn band(&self, judge: Judge, colour: Colour) -> Rgb {
        self.surface.mix(self.tier(judge, colour), self.band)
    }

    /// The rim that lifts a point off its band and off the line.
    pub(super) fn rim(&self, fill: Rgb) -> Rgb {
        if self.rim > 0.0 { fill.mix(self.line, self.rim) } else { self.surface }
    }

    /// Specks of performances, behind the line.
    pub(super) fn speck(&self) -> Rgb {
        self.surface.mix(self.line, 0.5)
    }

    /// The line through performances.
    pub(super) fn form(&self) -> Rgb {
        self.surface.mix(self.line, 0.42)
    }

    /// A tier's colour, for text: readable on the surface and on each of the judge's bands.
    pub(super) fn tier_ink(&self, judge: Judge, colour: Colour) -> Rgb {
        let hue = self.tier(judge, colour);
        let readable = |text: &Rgb| self.behind(judge).all(|behind| text.contrast(behind) >= READABLE);
        (0..20)
            .map(|step| hue.mix(self.extreme, f64::from(step) / 20.0))
            .find(readable)
            .unwrap_or(self.extreme)
    }

    /// Everything that text in a rating chart can lie on.
    pub(super) fn behind(&self, judge: Judge) -> impl Iterator<Item = Rgb> {
        let bands = judge.tiers().iter().map(move |tier| self.band(judge, tier.colour));
        std::iter::once(self.surface).chain(bands)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_text_can_be_read_on_all_that_lies_behind_it() {
        for palette in [&LIGHT, &DARK] {
            for judge in Judge::all() {
                let tiers = judge.tiers().iter().map(|tier| palette.tier_ink(judge, tier.colour));
                for text in tiers.chain([palette.ink, palette.muted]) {
                    for behind in palette.behind(judge) {
                        assert!(text.contrast(behind) >= READABLE, "{text} on {behind}");
                    }
                }
            }
        }
    }

    #[test]
    fn calendar_steps_differ_in_lightness_alone() {
        for palette in [&LIGHT, &DARK] {
            let mut seen = vec![palette.surface, palette.empty];
            seen.extend(palette.steps);
            for pair in seen.windows(2).skip(1) {
                assert!(pair[0].contrast(pair[1]) > 1.25, "{} beside {}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 1e-9);
        assert!((Rgb::hex(0x77_7777).contrast(WHITE) - 4.478).abs() < 1e-3);
    }
}
