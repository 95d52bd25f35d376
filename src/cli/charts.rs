//! The charts as files: which there are, where they go, in which formats and themes.

use std::borrow::Cow;
use std::path::PathBuf;

use super::error::{CliError, chain};
use super::files::write_changed;
use super::workspace::Workspace;
use super::world::World;
use crate::config::{Charts, Format, Theme};
use crate::model::Target;
use crate::plot::{self, Frame, PlotError, Svg};
use crate::report::SeriesStatus;
use crate::stats::StreakAnswer;

/// A kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Kind {
    /// A rating's way to its colour; one chart a series
    Rating,
    /// A year of solved problems, day by day
    Heatmap,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::Rating, Self::Heatmap];
}

/// How many pixels of a PNG are one of the SVG's units.
const PNG_SCALE: f32 = 2.0;

/// What the charts show.
pub(super) struct Subject<'a> {
    pub workspace: &'a Workspace,
    pub world: &'a World,
    pub standing: &'a [SeriesStatus],
    /// `None` where no repository could be read: no heatmap then.
    pub streak: Option<&'a StreakAnswer>,
}

/// A chart's file.
pub(super) struct Drawn {
    pub path: PathBuf,
    /// Whether its content is another than before.
    pub written: bool,
}

impl Subject<'_> {
    /// Draws the charts of these kinds to where `charts` says; unchanged files are left alone.
    pub fn draw(&self, kinds: &[Kind], charts: &Charts) -> Result<Vec<Drawn>, CliError> {
        let themes: &[(plot::Theme, &str)] = match charts.theme {
            Theme::Light => &[(plot::Theme::Light, "")],
            Theme::Dark => &[(plot::Theme::Dark, "")],
            Theme::Both => &[(plot::Theme::Light, ""), (plot::Theme::Dark, "-dark")],
        };
        let mut drawn = Vec::new();
        for &(theme, suffix) in themes {
            let frame = Frame {
                theme,
                today: self.workspace.today(self.world),
                zone: self.workspace.zone(self.world),
            };
            for (name, svg) in self.pictures(kinds, &frame).map_err(|error| cannot_draw(&error))? {
                for format in &charts.formats {
                    let file = charts.dir.join(format!("{name}{suffix}.{}", format.extension()));
                    drawn.push(save(file, &svg, *format)?);
                }
            }
        }
        Ok(drawn)
    }

    fn pictures(&self, kinds: &[Kind], frame: &Frame) -> Result<Vec<(String, Svg)>, PlotError> {
        let mut pictures = Vec::new();
        if kinds.contains(&Kind::Rating) {
            for status in self.standing {
                let targets: Vec<Target> = status.targets.iter().map(|progress| progress.target).collect();
                let svg = plot::rating(&status.series, &targets, status.forecast.as_ref(), frame)?;
                pictures.push((status.series.key.slug(), svg));
            }
        }
        if let (true, Some(streak)) = (kinds.contains(&Kind::Heatmap), self.streak) {
            let svg = plot::heatmap(streak, &self.workspace.config.streak, frame)?;
            pictures.push(("heatmap".to_owned(), svg));
        }
        Ok(pictures)
    }
}

fn save(path: PathBuf, svg: &Svg, format: Format) -> Result<Drawn, CliError> {
    let bytes = match format {
        Format::Svg => Cow::Borrowed(svg.as_str().as_bytes()),
        Format::Png => Cow::Owned(svg.png(PNG_SCALE).map_err(|error| cannot_draw(&error))?),
    };
    let written = write_changed(&path, &bytes)
        .map_err(|error| CliError::file(format!("can't write {}", path.display()), &error))?;
    Ok(Drawn { path, written })
}

fn cannot_draw(error: &PlotError) -> CliError {
    CliError::usage(chain(error), "This is a bug in cpt; please report it with the chart's data.")
}
