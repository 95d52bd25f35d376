//! Standard output for answers, standard error for everything else.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

use anstream::AutoStream;

use crate::model::clean_lines;
use crate::report;

/// The two streams; styles are stripped where the stream is no terminal or `NO_COLOR` is set.
pub(super) struct Output {
    out: AutoStream<io::Stdout>,
    err: AutoStream<io::Stderr>,
    /// The terminal's columns; `None` before they are known.
    columns: Option<usize>,
    muted: bool,
}

impl Output {
    pub fn of_process() -> Self {
        Self { out: anstream::stdout(), err: anstream::stderr(), columns: None, muted: false }
    }

    /// From now on, lines that are wider than `columns` are broken between words where a terminal shows them.
    pub fn fit(&mut self, columns: usize) {
        self.columns = Some(columns);
    }

    /// Whether a terminal shows the answer.
    pub fn is_terminal(&self) -> bool {
        self.out.as_inner().is_terminal()
    }

    fn fitted<'t>(&self, text: &'t str, is_terminal: bool) -> Cow<'t, str> {
        match self.columns.filter(|_| is_terminal) {
            Some(columns) => Cow::Owned(report::wrapped(text, columns)),
            None => Cow::Borrowed(text),
        }
    }

    /// Part of the answer, in words.
    pub fn answer(&mut self, text: &str) -> io::Result<()> {
        let text = self.fitted(text, self.is_terminal());
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }

    /// Data for another program, byte for byte; a terminal gets it made safe.
    pub fn data(&mut self, text: &str) -> io::Result<()> {
        let mut out = self.out.as_inner().lock();
        if out.is_terminal() {
            out.write_all(clean_lines(text, usize::MAX).as_bytes())?;
        } else {
            out.write_all(text.as_bytes())?;
        }
        out.flush()
    }

    /// A message; that nobody reads it is no reason to stop.
    pub fn note(&mut self, text: &str) {
        if !self.muted {
            let text = self.fitted(text, self.err.as_inner().is_terminal());
            let _ = self.err.write_all(text.as_bytes());
        }
    }

    /// Leaves out every further message.
    pub fn mute(&mut self) {
        self.muted = true;
    }
}
