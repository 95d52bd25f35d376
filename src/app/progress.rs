//! A line per source on the terminal while a sync runs.

use std::io::Write as _;
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::answers::SourceReport;

/// The lines; none where standard error is no terminal.
pub struct Progress {
    lines: MultiProgress,
}

/// One source's line.
pub struct Line {
    bar: ProgressBar,
}

impl Progress {
    pub fn new(shown: bool) -> Self {
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        Self { lines: MultiProgress::with_draw_target(target) }
    }

    /// Adds a line for `source`, in the order of calls.
    pub fn start(&self, source: &str) -> Line {
        let bar = self.lines.add(ProgressBar::new_spinner());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix:<24} {msg}") {
            bar.set_style(style);
        }
        bar.set_prefix(source.to_owned());
        // Each bar that ticks has a thread.
        if !bar.is_hidden() {
            bar.enable_steady_tick(Duration::from_millis(100));
        }
        Line { bar }
    }

    /// Says something above the lines, or by itself where there are none.
    pub fn say(&self, text: &str) {
        // That nobody reads it is no reason to stop.
        self.lines.suspend(|| drop(writeln!(anstream::stderr(), "{text}")));
    }

    /// Takes all lines away, so that the summary stands alone.
    pub fn clear(&self) {
        // A terminal that can't be cleared shows the lines above the summary.
        let _ = self.lines.clear();
    }
}

impl Line {
    /// One more page came: so many entries in all.
    pub fn page(&self, entries: usize) {
        self.bar.set_message(format!("{entries} so far"));
    }

    /// The source is complete, or will not be.
    pub fn finish(&self, report: &SourceReport) {
        let said = if report.failure.is_some() { "failed" } else { "done" };
        self.bar.finish_with_message(said);
    }
}
