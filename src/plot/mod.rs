//! Answers to charts: each a [`Scene`], of which SVG files, PNGs and parts of pages are made.
//!
//! Plotters owns the coordinates and draws what lies in them; its backend here is `pen::Pen`, which puts marks into a
//! scene. What a mark's colour is for is its [`Role`]; a [`Theme`] says which colour that is. Words go through
//! `sheet::Sheet` and are measured with the embedded font, so that `labels` can keep them apart. `resvg` rasterises the
//! finished SVG.
//!
//! Nothing here reads a clock, the environment or a file; only a PNG with characters that the embedded fonts lack
//! looks for the system's fonts.

mod axis;
mod card;
mod difficulty;
mod font;
mod frame;
mod group;
mod heatmap;
mod hours;
mod journey;
mod labels;
mod legend;
mod levels;
mod origin;
mod pen;
mod png;
mod rating;
pub mod scene;
mod sheet;
mod solved;
mod tags;
mod theme;
mod timeline;
#[cfg(test)]
mod vision;
mod words;

use std::fmt;

pub use card::{heatmap_card, rating_card, streak_card, year_card};
pub use difficulty::difficulty;
pub use frame::{ChartSize, Frame, WrongSize};
pub use group::{group_calendar, group_ratings};
pub use heatmap::heatmap;
pub use hours::hours;
pub use journey::journey;
pub use levels::levels;
pub use png::Png;
pub use rating::{rating, rating_in_characters};
pub use scene::{Run, Scene, Svg, style};
pub use solved::{MOST_BARS, solved};
pub use tags::tags;
pub use theme::{Role, Theme};

use crate::lang::Lang;

/// Why there is no chart.
#[derive(Debug, thiserror::Error)]
pub enum PlotError {
    /// The drawing itself failed.
    Draw {
        /// Which chart.
        chart: &'static str,
        /// What the drawing library said.
        reason: String,
    },
    /// The SVG could not be read back.
    Read {
        /// The chart's title.
        title: String,
        /// Where it broke.
        source: resvg::usvg::Error,
    },
    /// A PNG of no size, or of more than any screen holds.
    Scale {
        /// The chart's title.
        title: String,
        /// Pixels of the PNG to one of the SVG.
        scale: f32,
    },
    /// The pixels could not be compressed.
    Encode {
        /// The chart's title.
        title: String,
        /// What the encoder said.
        reason: String,
    },
}

impl PlotError {
    /// What went wrong, without its causes.
    pub fn told(&self, lang: Lang) -> String {
        let png = |title: &str, reason: &str| {
            lang.say(
                || format!("can't render {title:?} as PNG{reason}"),
                || format!("{title:?} 차트를 PNG로 만들 수 없습니다{reason}"),
                || format!("グラフ {title:?} を PNG にできません{reason}"),
            )
        };
        match self {
            Self::Draw { chart, reason } => lang.say(
                || format!("can't draw the {chart}: {reason}"),
                || format!("차트를 그릴 수 없습니다: {chart}: {reason}"),
                || format!("グラフを描画できません: {chart}: {reason}"),
            ),
            Self::Read { title, .. } => png(title, ""),
            Self::Scale { title, scale } => {
                let bounds = lang.say(
                    || format!(": scale {scale}, not 0.1 to 10"),
                    || format!(": 배율 {scale} (0.1~10)"),
                    || format!(": 倍率 {scale} (0.1〜10)"),
                );
                png(title, &bounds)
            }
            Self::Encode { title, reason } => png(title, &format!(": {reason}")),
        }
    }
}

impl fmt::Display for PlotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::English))
    }
}
