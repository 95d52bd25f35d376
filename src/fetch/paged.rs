//! Lists of submissions that come newest first, page by page, read down to what is known.

use std::collections::HashSet;

use super::answer::{Answer, KnownSubmissions};
use super::collected::Collected;
use super::error::{ErrorKind, FetchError};
use crate::model::{Extent, SourceName, Submission, Validator};

/// More than any user has.
const MOST_PAGES: usize = 2000;
/// How often a list that moves under the reader is begun again.
const RESTARTS: usize = 3;

/// A list of submissions, newest first.
pub(crate) struct NewestFirst<'a> {
    /// What is asked for, as errors name it.
    pub what: &'a SourceName,
    /// How many rows a page has unless it is the last.
    pub size: usize,
    /// Whether a page can begin anywhere. Each begins with the last row of the one before then: that it still comes shows
    /// that none in between was taken away.
    pub overlaps: bool,
    /// What is known already; `None` where everything is to be read.
    pub known: Option<&'a dyn KnownSubmissions>,
    /// The stamp of the stored first page.
    pub stamp: Option<&'a Validator>,
    /// Told after each page how many submissions came so far.
    pub page: &'a dyn Fn(usize),
}

/// A page to be asked for.
pub(crate) struct PageAsk<'a> {
    /// The place of its first row in the list, from 0 on.
    pub from: usize,
    /// What to recognise it by.
    pub stamp: Option<&'a Validator>,
}

/// What was read of a list.
pub(crate) struct PagedRows {
    /// The submissions, each once.
    pub rows: Vec<Submission>,
    /// Of which part of the list.
    pub reach: Extent,
    /// How many rows of it are no submissions.
    pub left_out: usize,
}

/// What came in between two pages.
enum Moved<T> {
    Not(T),
    Rows,
}

impl NewestFirst<'_> {
    /// Reads the list: all of it, or with `known` the pages down to the first that brings nothing new and below which none
    /// waits for its verdict. `take` makes of a page's rows their numbers, and submissions of those that are some.
    pub async fn read<R>(
        &self,
        ask: impl AsyncFn(PageAsk<'_>) -> Result<Answer<Vec<R>>, FetchError>,
        mut take: impl FnMut(Vec<R>) -> Result<Vec<(u64, Option<Submission>)>, ErrorKind>,
    ) -> Result<Answer<PagedRows>, FetchError> {
        for _ in 0..RESTARTS {
            if let Moved::Not(answer) = self.read_once(&ask, &mut take).await? {
                return Ok(answer);
            }
        }
        Err(self.malformed("the list changes from page to page"))
    }

    async fn read_once<R>(
        &self,
        ask: &impl AsyncFn(PageAsk<'_>) -> Result<Answer<Vec<R>>, FetchError>,
        take: &mut impl FnMut(Vec<R>) -> Result<Vec<(u64, Option<Submission>)>, ErrorKind>,
    ) -> Result<Moved<Answer<PagedRows>>, FetchError> {
        let failed = |kind| FetchError { what: self.what.clone(), kind };
        // The numbers of all that came, and the last of them.
        let (mut numbers, mut last) = (HashSet::new(), None);
        let mut collected = Collected::default();
        let mut newest_first = true;
        let mut first = None;
        for nth in 0..MOST_PAGES {
            let from = if self.overlaps { numbers.len().saturating_sub(1) } else { nth * self.size };
            let none_waits = || self.known.is_some_and(|known| !known.waits_below(u64::MAX));
            let stamp = self.stamp.filter(|_| nth == 0 && none_waits());
            let (got, stamp) = match ask(PageAsk { from, stamp }).await? {
                Answer::Unchanged => return Ok(Moved::Not(Answer::Unchanged)),
                Answer::New(got, stamp) => (got, stamp),
            };
            let is_last = got.len() < self.size;
            let got = take(got).map_err(failed)?;
            if self.overlaps && last.is_some_and(|last| got.iter().all(|(number, _)| *number != last)) {
                return Ok(Moved::Rows);
            }
            newest_first &= got.is_sorted_by(|(one, _), (next, _)| one > next);
            last = got.last().map(|(number, _)| *number);
            let first = first.get_or_insert(stamp).clone();
            let (came, had) = (numbers.len(), collected.len());
            for (number, submission) in got {
                numbers.insert(number);
                if let Some(submission) = submission {
                    collected.add(submission).map_err(failed)?;
                }
            }
            (self.page)(collected.len());
            if !is_last && numbers.len() == came {
                return Err(self.malformed("a page repeats what came before"));
            }
            let news = collected.since(had);
            let lowest = numbers.iter().copied().min().unwrap_or(0);
            let is_known = |known: &dyn KnownSubmissions| known.has_all(news) && !known.waits_below(lowest);
            if is_last || newest_first && self.known.is_some_and(is_known) {
                let reach = if is_last { Extent::All } else { Extent::FromId(lowest) };
                let left_out = numbers.len() - collected.len();
                let read = PagedRows { rows: collected.into_rows(), reach, left_out };
                return Ok(Moved::Not(Answer::New(read, first)));
            }
        }
        Err(self.malformed(&format!("more than {MOST_PAGES} pages")))
    }

    fn malformed(&self, reason: &str) -> FetchError {
        let kind = ErrorKind::Malformed { reason: reason.to_owned(), start: String::new() };
        FetchError { what: self.what.clone(), kind }
    }
}
