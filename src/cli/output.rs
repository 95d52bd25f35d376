//! Standard output for answers, standard error for everything else.

use std::io::{self, Write};

use anstream::AutoStream;

/// The two streams; styles are stripped where the stream is no terminal or `NO_COLOR` is set.
pub(super) struct Output {
    out: AutoStream<io::Stdout>,
    err: AutoStream<io::Stderr>,
    muted: bool,
}

impl Output {
    pub fn of_process() -> Self {
        Self { out: anstream::stdout(), err: anstream::stderr(), muted: false }
    }

    /// Part of the answer.
    pub fn answer(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }

    /// A message; that nobody reads it is no reason to stop.
    pub fn note(&mut self, text: &str) {
        if !self.muted {
            let _ = self.err.write_all(text.as_bytes());
        }
    }

    /// Leaves out every further message.
    pub fn mute(&mut self) {
        self.muted = true;
    }
}
