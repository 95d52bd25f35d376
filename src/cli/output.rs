//! Standard output for answers, standard error for everything else.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};

use crate::app::pager::Pager;
use crate::model::clean_lines;
use crate::report;

/// The two streams; styles are stripped where the stream is no terminal or `NO_COLOR` is set.
pub(super) struct Output {
    out: AutoStream<io::Stdout>,
    err: AutoStream<io::Stderr>,
    /// The terminal's columns; `None` before they are known.
    columns: Option<usize>,
    /// Its rows, and what shows answers that have more; `None` where every answer is printed as it is.
    pager: Option<(usize, Pager)>,
    /// Whether the terminal follows links.
    links: bool,
    muted: bool,
}

impl Output {
    pub fn of_process() -> Self {
        let (out, err) = (anstream::stdout(), anstream::stderr());
        Self { out, err, columns: None, pager: None, links: false, muted: false }
    }

    /// From now on, lines that are wider than `columns` are broken between words where a terminal shows them.
    pub fn fit(&mut self, columns: usize) {
        self.columns = Some(columns);
    }

    /// From now on, answers of more lines than `rows` are shown by `pager` where a terminal shows them.
    pub fn page_by(&mut self, pager: Pager, rows: usize) {
        self.pager = Some((rows, pager));
    }

    /// From now on, what leads to a page does so where a terminal shows it.
    pub fn follow_links(&mut self) {
        self.links = true;
    }

    /// Whether a terminal shows the answer.
    pub fn is_terminal(&self) -> bool {
        self.out.as_inner().is_terminal()
    }

    /// Whether the answer is shown in colours.
    pub fn has_colours(&self) -> bool {
        self.out.current_choice() != ColorChoice::Never
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
        let text = if self.links { text } else { report::without_hyperlinks(&text).into() };
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }

    /// The whole answer, in words: through the pager where it doesn't fit on the screen.
    pub fn whole_answer(&mut self, text: &str) -> io::Result<()> {
        let fitted = self.fitted(text, self.is_terminal());
        // The line of the next prompt takes one, too.
        let pager =
            self.pager.as_ref().filter(|(rows, _)| self.is_terminal() && fitted.lines().count() >= *rows);
        if let Some((_, pager)) = pager {
            let has_colours = self.out.current_choice() != ColorChoice::Never;
            // Not every pager lets links through.
            let shown = if has_colours {
                report::without_hyperlinks(&fitted)
            } else {
                strip_str(&fitted).to_string()
            };
            if pager.show(&shown)? {
                return Ok(());
            }
        }
        self.answer(text)
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
