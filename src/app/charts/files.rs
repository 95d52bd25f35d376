//! The files of charts: painted where they aren't there already, and written together.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::super::error::{AppError, cannot_write};
use super::{Drawn, Format, Named, cannot_draw};
use crate::files::{Links, Staged, read_bounded, stage_changed, sync_dir};
use crate::plot;

/// How many pixels of a PNG are one of the SVG's units.
const PNG_SCALE: f32 = 2.0;

/// The most bytes of a PNG that is looked at for whether it has to be drawn again.
const LARGEST_PNG: u64 = 16 << 20;

/// A chart in a theme and a format, and where it goes.
pub(super) struct File<'a> {
    pub dir: &'a Path,
    pub chart: &'a Named,
    pub theme: plot::Theme,
    /// What its name ends in for the theme.
    pub suffix: &'static str,
    pub format: Format,
}

/// Does `work` to every item on so many threads; the results are in the items' order.
fn at_once<'i, T: Sync, R: Send>(items: &'i [T], threads: usize, work: impl Fn(&'i T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take = || {
        let place = next.fetch_add(1, Ordering::Relaxed);
        items.get(place).map(|item| (place, work(item)))
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let running: Vec<_> = (0..threads.min(items.len()))
            .map(|_| scope.spawn(|| std::iter::from_fn(take).collect::<Vec<_>>()))
            .collect();
        let ends = running.into_iter().map(thread::ScopedJoinHandle::join);
        ends.flat_map(|end| end.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    done.sort_unstable_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

/// So many files are brought to the disk at once, which waits more than it works.
const FLUSHED_AT_ONCE: usize = 16;

/// Draws the files and puts them where they belong: all of them together, once each is on the disk.
pub(super) fn save(files: &[File<'_>]) -> Result<Vec<Drawn>, AppError> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let painted = at_once(files, processors, File::paint).into_iter().collect::<Result<Vec<_>, _>>()?;
    let failed = |painted: &Painted, error| AppError::file(cannot_write(painted.path.display()), &error);
    let staged = at_once(&painted, FLUSHED_AT_ONCE, |painted| {
        let Some(bytes) = &painted.bytes else { return Ok(None) };
        stage_changed(&painted.path, bytes).map_err(|error| failed(painted, error))
    });
    let mut written = Vec::new();
    for (painted, staged) in painted.iter().zip(staged.into_iter().collect::<Result<Vec<_>, _>>()?) {
        written.push(staged.is_some());
        staged.map_or(Ok(()), Staged::put).map_err(|error| failed(painted, error))?;
    }
    let last = painted.iter().zip(&written).rfind(|(_, written)| **written);
    if let (Some((painted, _)), Some(file)) = (last, files.first()) {
        sync_dir(file.dir).map_err(|error| failed(painted, error))?;
    }
    let drawn = files.iter().zip(painted).zip(written).map(|((file, painted), written)| {
        let Named { name, scene } = file.chart;
        let Painted { path, unknown, .. } = painted;
        Drawn { path, name: name.clone(), title: scene.title.clone(), written, unknown }
    });
    Ok(drawn.collect())
}

/// A chart's file that isn't written yet.
struct Painted {
    path: PathBuf,
    /// `None` where what is there is known to be the same.
    bytes: Option<Vec<u8>>,
    unknown: Vec<char>,
}

impl File<'_> {
    fn paint(&self) -> Result<Painted, AppError> {
        let Named { name, scene } = self.chart;
        let path = self.dir.join(format!("{name}{}.{}", self.suffix, self.format.extension()));
        let svg = scene.svg(self.theme);
        let (bytes, unknown) = match self.format {
            Format::Svg => (Some(svg.as_str().as_bytes().to_owned()), Vec::new()),
            Format::Png => {
                let there = read_bounded(&path, LARGEST_PNG, Links::Refuse);
                if there.is_ok_and(|there| svg.is_drawn_in(&there, PNG_SCALE)) {
                    (None, Vec::new())
                } else {
                    let png = svg.png(PNG_SCALE).map_err(cannot_draw)?;
                    (Some(svg.signed(png.bytes, PNG_SCALE)), png.unknown)
                }
            }
        };
        Ok(Painted { path, bytes, unknown })
    }
}
