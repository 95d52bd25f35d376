//! A line per source on the terminal while a sync runs.

use std::io::Write as _;
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::answers::SourceReport;
use crate::lang::Lang;
use crate::model::{SourceName, clean};
use crate::report::sync_words as words;

/// The lines; none where standard error is no terminal.
pub struct Progress {
    lines: MultiProgress,
    lang: Lang,
}

/// One source's line.
pub struct Line {
    bar: ProgressBar,
    lang: Lang,
}

impl Progress {
    pub fn new(shown: bool, lang: Lang) -> Self {
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        Self { lines: MultiProgress::with_draw_target(target), lang }
    }

    /// The language of what is said.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Adds a line for `source`, in the order of calls.
    pub fn start(&self, source: &SourceName) -> Line {
        let bar = self.lines.add(ProgressBar::new_spinner());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix:<24} {msg}") {
            bar.set_style(style);
        }
        bar.set_prefix(clean(&source.title(self.lang)).into_owned());
        // Each bar that ticks has a thread.
        if !bar.is_hidden() {
            bar.enable_steady_tick(Duration::from_millis(100));
        }
        Line { bar, lang: self.lang }
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
        self.bar.set_message(words::so_far(self.lang, entries));
    }

    /// The source is complete, or will not be.
    pub fn finish(&self, report: &SourceReport) {
        self.bar.finish_with_message(words::finished(self.lang, report.failure.is_some()));
    }
}
