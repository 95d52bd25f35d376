//! The submissions of a user, oldest first, page by page.

use jiff::Timestamp;
use serde::Deserialize;

use super::super::problems::KNOWN;
use super::{MOST_PAGES, Page, data, unlike};
use crate::fetch::answer::{Answer, KnownSubmissions};
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::collected::Collected;
use crate::fetch::error::{ErrorKind, FetchError};
use crate::fetch::reply::{Reply, ReplyStatus};
use crate::model::{
    Extent, Handle, Judge, JudgeData, Listed, Omitted, Participation, ProblemId, SourceName, Submission,
    Validator,
};

/// How often a list that moves under the reader is begun again.
const RESTARTS: usize = 3;

/// The submissions of `handle`: all of them, or with `known` the pages up from the last one that has nothing new.
///
/// `stamp` is that of the stored last page; `page` is told after each page how many submissions came so far.
pub async fn submissions(
    client: &Client,
    handle: &Handle,
    known: Option<&dyn KnownSubmissions>,
    stamp: Option<&Validator>,
    page: &dyn Fn(usize),
) -> Result<Answer<Listed>, FetchError> {
    let what = SourceName::of_user(Judge::DMOJ, JudgeData::Submissions, handle);
    let reader = Reader { client, handle, what: &what, known, page };
    // The page that was the last one; at the latest on the second reading all are looked for.
    let mut first = stamp.filter(|_| known.is_some()).and_then(|stamp| page_of(&stamp.url)).unwrap_or(1);
    for _ in 0..=RESTARTS {
        if let Some(answer) = reader.read(first, stamp).await? {
            return Ok(answer);
        }
        first = 1;
    }
    Err(FetchError { what, kind: unlike("the list changes from page to page") })
}

/// The number of the page at `address`.
fn page_of(address: &str) -> Option<usize> {
    let (_, query) = address.split_once('?')?;
    let mut pairs = url::form_urlencoded::parse(query.as_bytes());
    pairs.find(|(key, _)| key == "page")?.1.parse().ok().filter(|page| *page > 0)
}

struct Reader<'a> {
    client: &'a Client,
    handle: &'a Handle,
    what: &'a SourceName,
    known: Option<&'a dyn KnownSubmissions>,
    page: &'a dyn Fn(usize),
}

type Rows = Page<SubmissionRow>;

impl Reader<'_> {
    fn failed(&self, kind: ErrorKind) -> FetchError {
        FetchError { what: self.what.clone(), kind }
    }

    /// A page of the list; the inner `None` where the list isn't so long.
    async fn fetch(
        &self,
        number: usize,
        stamp: Option<&Validator>,
    ) -> Result<Answer<Option<Rows>>, FetchError> {
        let name = number.to_string();
        let query = [("user", self.handle.as_str()), ("page", &name)];
        let judge = |reply: &Reply| own(data(reply), self.handle);
        self.client.get_if_changed(self.what, &["api", "v2", "submissions"], &query, stamp, judge).await
    }

    /// Reads once through the list, beginning at a page that may be the last one; `None` where it moved.
    async fn read(
        &self,
        first: usize,
        stamp: Option<&Validator>,
    ) -> Result<Option<Answer<Listed>>, FetchError> {
        let waits = self.known.is_some_and(|known| known.waits_below(u64::MAX));
        let stamp = stamp.filter(|_| self.known.is_some() && !waits);
        let (page, own) = match self.fetch(first, stamp).await? {
            Answer::Unchanged => return Ok(Some(Answer::Unchanged)),
            Answer::New(None, _) if first == 1 => return Err(self.failed(unlike("there is no first page"))),
            Answer::New(None, _) => return Ok(None),
            Answer::New(Some(page), own) => (page, own),
        };
        match page.total_pages {
            Some(pages) if pages > MOST_PAGES => {
                Err(self.failed(unlike(&format!("more than {MOST_PAGES} pages"))))
            }
            Some(pages) => self.backward(pages.max(1), first, page, own).await,
            None if first == 1 => self.forward(page, own).await,
            None => Ok(None),
        }
    }

    /// From the last of `pages` to the first, or to one that has nothing new. The page `read` came already.
    async fn backward(
        &self,
        pages: usize,
        read: usize,
        page: Rows,
        own: Validator,
    ) -> Result<Option<Answer<Listed>>, FetchError> {
        let total = page.total_objects;
        let mut last = own.clone();
        let mut came = Some((page, own));
        let mut collected = Collected::default();
        let (mut lowest, mut oldest_first) = (u64::MAX, true);
        for number in (1..=pages).rev() {
            let (page, own) = match came.take_if(|_| number == read) {
                Some(came) => came,
                None => match self.fetch(number, None).await? {
                    Answer::New(Some(page), own) => (page, own),
                    _ => return Ok(None),
                },
            };
            // What is added or taken away moves all that comes after it from page to page.
            if page.total_objects != total || page.total_pages != Some(pages) {
                return Ok(None);
            }
            if number == pages {
                last = own;
            }
            oldest_first &= page.objects.is_sorted_by(|one, next| one.id < next.id)
                && page.objects.last().is_none_or(|row| row.id < lowest);
            lowest = page.objects.iter().map(|row| row.id).min().unwrap_or(lowest).min(lowest);
            let had = collected.len();
            if !self.collect(page, &mut collected)? && number > 1 {
                return Err(self.failed(unlike("a page repeats what came before")));
            }
            let enough = oldest_first
                && self
                    .known
                    .is_some_and(|known| known.has_all(collected.since(had)) && !known.waits_below(lowest));
            if enough && number > 1 {
                return Ok(Some(listed(collected, Extent::FromId(lowest), last)));
            }
        }
        if total.is_some_and(|total| total != collected.len()) {
            return Ok(None);
        }
        Ok(Some(listed(collected, Extent::All, last)))
    }

    /// From the first page to the last, where the judge doesn't say how many there are.
    async fn forward(&self, page: Rows, own: Validator) -> Result<Option<Answer<Listed>>, FetchError> {
        let mut collected = Collected::default();
        let (mut page, mut last) = (page, own);
        for number in 2..=MOST_PAGES {
            let goes_on = page.has_more;
            if !self.collect(page, &mut collected)? && goes_on {
                return Err(self.failed(unlike("a page repeats what came before")));
            }
            if !goes_on {
                // A page of its own says nothing about the others.
                (last.etag, last.last_modified) = (None, None);
                return Ok(Some(listed(collected, Extent::All, last)));
            }
            let Answer::New(Some(next), own) = self.fetch(number, None).await? else { return Ok(None) };
            (page, last) = (next, own);
        }
        Err(self.failed(unlike(&format!("more than {MOST_PAGES} pages"))))
    }

    /// Adds a page; whether it had anything new.
    fn collect(&self, page: Rows, collected: &mut Collected) -> Result<bool, FetchError> {
        let had = collected.len();
        for row in page.objects {
            collected.add(row.into()).map_err(|kind| self.failed(kind))?;
        }
        (self.page)(collected.len());
        Ok(collected.len() > had)
    }
}

fn listed(collected: Collected, reach: Extent, stamp: Validator) -> Answer<Listed> {
    Answer::New(Listed { rows: collected.into_rows(), reach, omitted: Omitted::default() }, stamp)
}

/// The same, unless a row says that it is about somebody else than `handle`.
fn own(status: ReplyStatus<Option<Rows>>, handle: &Handle) -> ReplyStatus<Option<Rows>> {
    let ReplyStatus::Use(Some(page)) = &status else { return status };
    let mut users = page.objects.iter().map(|row| &row.user);
    match users.find(|user| !user.eq_ignore_ascii_case(handle.as_str())) {
        Some(other) => {
            let (handle, other) = (handle.clone(), other.clone());
            ReplyStatus::GiveUp(ErrorKind::OtherUser { handle, other })
        }
        None => status,
    }
}

#[derive(Debug, Deserialize)]
struct SubmissionRow {
    #[serde(deserialize_with = "checked::number")]
    id: u64,
    problem: String,
    user: String,
    #[serde(deserialize_with = "checked::moment")]
    date: Timestamp,
    language: Option<String>,
    points: Option<f64>,
    /// Nothing while it is judged.
    result: Option<String>,
    contest: Option<InContest>,
}

#[derive(Debug, Deserialize)]
struct InContest {
    key: String,
    virtual_participation_number: Option<i32>,
}

impl InContest {
    /// Numbers from 1 on are those of runs after the contest; -1 is that of a spectator.
    fn participation(&self) -> Option<Participation> {
        Some(match self.virtual_participation_number? {
            0 => Participation::Contestant,
            1.. => Participation::Virtual,
            _ => Participation::OutOfCompetition,
        })
    }
}

impl From<SubmissionRow> for Submission {
    fn from(row: SubmissionRow) -> Self {
        Self {
            judge: Judge::DMOJ,
            id: row.id,
            at: row.date,
            participation: row.contest.as_ref().and_then(InContest::participation),
            contest: row.contest.map(|contest| contest.key),
            problem: ProblemId::new(&KNOWN, &row.problem),
            name: None,
            verdict: row.result.unwrap_or_default(),
            told: None,
            team: false,
            language: row.language.unwrap_or_default(),
            points: row.points,
        }
    }
}
