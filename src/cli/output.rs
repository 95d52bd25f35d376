//! Standard output for answers, standard error for everything else.

use std::io::{self, IsTerminal, Write};

use anstream::AutoStream;

use crate::model::clean;

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

    /// Data for another program, byte for byte; a terminal gets it made safe.
    pub fn data(&mut self, text: &str) -> io::Result<()> {
        let out = self.out.as_inner();
        if out.is_terminal() {
            let safe: Vec<_> = text.lines().map(clean).collect();
            return self.answer(&(safe.join("\n") + "\n"));
        }
        let mut out = out.lock();
        out.write_all(text.as_bytes())?;
        out.flush()
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
