//! Every kind of chart: what it draws from, and how.

use super::super::age;
use super::{Missing, Named, Subject, practice};
use crate::model::Target;
use crate::plot::{self, Frame};

/// A kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(in crate::cli) enum Kind {
    /// A rating's way to its colour; one chart a series
    Rating,
    /// Solved problems day by day: the last year, or with --since every year in a row of its own
    Heatmap,
    /// Solved problems week by week, by difficulty, with the moving average; the last year or --since
    Solved,
    /// How hard the solved problems were, beside the rating; one chart a judge
    Difficulty,
    /// How often the problems of each topic are solved that are within reach, worst first
    Tags,
    /// When practice happens: weekdays by hours; the last year or --since
    Hours,
}

/// What takes time to read, and is read only for the kinds that need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Source {
    /// The repositories.
    Practice,
    /// What the judges list, and what was handed in there.
    Library,
    /// The commits in the repositories, one by one.
    Commits,
}

/// Draws a kind's pictures.
type Draw = fn(&Subject<'_>, &Frame) -> Result<Vec<Named>, Missing>;

impl Kind {
    /// The table of kinds.
    fn row(self) -> (&'static [Source], Draw) {
        match self {
            Self::Rating => (&[], ratings),
            Self::Heatmap => (&[Source::Practice], practice::heatmap),
            Self::Solved => (&[Source::Library], practice::solved),
            Self::Difficulty => (&[Source::Library], practice::difficulty),
            Self::Tags => (&[Source::Library], practice::tags),
            Self::Hours => (&[Source::Library, Source::Commits], practice::hours),
        }
    }

    /// Whether it draws from `source`.
    pub fn reads(self, source: Source) -> bool {
        self.row().0.contains(&source)
    }

    pub(super) fn draw(self, subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
        self.row().1(subject, frame)
    }
}

fn ratings(subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
    let mut pictures = Vec::new();
    for status in subject.standing {
        // Who was asked for and has no contest gets a chart that waits; who wasn't has none.
        let fetched = subject.fetched_on(&age::source_name(&status.series.key))?;
        let Some(fetched) = fetched else { continue };
        let targets: Vec<Target> = status.targets.iter().map(|progress| progress.target).collect();
        let frame = Frame { as_of: fetched, ..frame.clone() };
        let svg = plot::rating(&status.series, &targets, status.forecast.as_ref(), &frame)?;
        pictures.push(Named { name: status.series.key.slug(), svg });
    }
    match (pictures.is_empty(), subject.standing.is_empty()) {
        (false, _) => Ok(pictures),
        (true, false) => Err(Missing::data("no rating was fetched yet; run `cpt sync`")),
        (true, true) => {
            Err(Missing::data("no handle is configured; fill in [handles] in cpt.toml, then run `cpt sync`"))
        }
    }
}
