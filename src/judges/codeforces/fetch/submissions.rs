//! `user.status`: the submissions of a user, newest first, page by page.

use std::collections::HashSet;

use jiff::Timestamp;
use serde::Deserialize;

use super::{judge, or_renamed};
use crate::fetch::answer::{Answer, KnownSubmissions};
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::collected::Collected;
use crate::fetch::error::{ErrorKind, FetchError};
use crate::model::{Extent, Handle, Judge, Listed, Omitted, Participation, ProblemId, Submission, Validator};

/// Submissions a page. The judge gives up to 100,000 at once; a page that comes in a second is less to lose.
const PAGE: usize = 500;
/// More than any user has.
const MOST_PAGES: usize = 2000;
/// How often a list that moves under the reader is begun again.
const RESTARTS: usize = 3;

/// The submissions of `handle`: all of them, or with `known` the pages down to the first that brings nothing new.
/// Submissions in private gyms and groups are not listed.
///
/// `stamp` is that of the stored first page; `page` is told after each page how many submissions came so far.
pub async fn submissions(
    client: &Client,
    handle: &Handle,
    known: Option<&dyn KnownSubmissions>,
    stamp: Option<&Validator>,
    page: &dyn Fn(usize),
) -> Result<Answer<Listed>, FetchError> {
    let what = format!("Codeforces submissions of {handle}");
    for _ in 0..RESTARTS {
        let answer = read(client, handle, &what, known, stamp, page).await;
        if let Some(answer) = or_renamed(client, handle, answer).await? {
            return Ok(answer);
        }
    }
    Err(FetchError { what, kind: malformed("the list changes from page to page") })
}

fn malformed(reason: &str) -> ErrorKind {
    ErrorKind::Malformed { reason: reason.to_owned(), start: String::new() }
}

/// Reads once through the list; `None` where it moved between two pages.
async fn read(
    client: &Client,
    handle: &Handle,
    what: &str,
    known: Option<&dyn KnownSubmissions>,
    stamp: Option<&Validator>,
    page: &dyn Fn(usize),
) -> Result<Option<Answer<Listed>>, FetchError> {
    let failed = |kind| FetchError { what: what.to_owned(), kind };
    // The numbers of all that came, and the last of them.
    let (mut numbers, mut last) = (HashSet::new(), None);
    let mut collected = Collected::default();
    let mut newest_first = true;
    let (mut own, mut omitted) = (false, Omitted::default());
    let mut first = None;
    let count = PAGE.to_string();
    for _ in 0..MOST_PAGES {
        // The last submission is asked for again: that it still comes shows that none in between was taken away.
        let from = numbers.len().max(1).to_string();
        let query = [("handle", handle.as_str()), ("from", &from), ("count", &count), ("lang", "en")];
        let stamp =
            stamp.filter(|_| numbers.is_empty() && known.is_some_and(|known| !known.waits_below(u64::MAX)));
        let answer: Answer<Vec<SubmissionRow>> = client
            .get_if_changed(what, &["api", "user.status"], &query, stamp, |reply| judge(reply, Some(handle)))
            .await?;
        let (got, stamp) = match answer {
            Answer::Unchanged => return Ok(Some(Answer::Unchanged)),
            Answer::New(got, stamp) => (got, stamp),
        };
        let is_last = got.len() < PAGE;
        if last.is_some_and(|last| got.iter().all(|row| row.id != last)) {
            return Ok(None);
        }
        newest_first &= got.is_sorted_by(|one, next| one.id > next.id);
        last = got.last().map(|row| row.id);
        let first = first.get_or_insert(stamp).clone();
        let (came, had) = (numbers.len(), collected.len());
        let is_own = |author: &str| author.eq_ignore_ascii_case(handle.as_str());
        own |= got.iter().filter_map(SubmissionRow::only_author).any(is_own);
        for row in got {
            let is_new = numbers.insert(row.id);
            match row.only_author().filter(|author| !is_own(author)) {
                None => _ = collected.add(row.into()).map_err(failed)?,
                Some(_) if own => omitted.of_others += usize::from(is_new),
                Some(other) => {
                    let (handle, other) = (handle.clone(), other.to_owned());
                    return Err(failed(ErrorKind::OtherUser { handle, other }));
                }
            }
        }
        page(collected.len());
        if !is_last && numbers.len() == came {
            return Err(failed(malformed("a page repeats what came before")));
        }
        let news = collected.since(had);
        let lowest = numbers.iter().copied().min().unwrap_or(0);
        let enough =
            newest_first && known.is_some_and(|known| known.has_all(news) && !known.waits_below(lowest));
        if is_last || enough {
            let reach = if is_last { Extent::All } else { Extent::FromId(lowest) };
            let rows = collected.into_rows();
            return Ok(Some(Answer::New(Listed { rows, reach, omitted }, first)));
        }
    }
    Err(failed(malformed(&format!("more than {MOST_PAGES} pages"))))
}

/// The object `Submission`, as far as it is used.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SubmissionRow {
    #[serde(deserialize_with = "checked::number")]
    id: u64,
    contest_id: Option<u32>,
    #[serde(deserialize_with = "checked::second")]
    creation_time_seconds: Timestamp,
    problem: Problem,
    author: Option<Party>,
    programming_language: Option<String>,
    verdict: Option<String>,
    points: Option<f64>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Problem {
    contest_id: Option<u32>,
    problemset_name: Option<String>,
    #[serde(default)]
    index: String,
    name: Option<String>,
}

/// Whoever took part: one member, or a team, in which the user may be listed under an earlier name.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Party {
    #[serde(default)]
    members: Vec<Member>,
    participant_type: Option<String>,
    team_id: Option<u64>,
    #[serde(default)]
    ghost: bool,
}

#[derive(Debug, Deserialize)]
struct Member {
    handle: Option<String>,
}

impl SubmissionRow {
    /// The handle of the only author. Teams may list the user under an earlier name.
    fn only_author(&self) -> Option<&str> {
        let author = self.author.as_ref().filter(|author| author.team_id.is_none() && !author.ghost)?;
        match &author.members[..] {
            [one] => one.handle.as_deref(),
            _ => None,
        }
    }
}

impl From<SubmissionRow> for Submission {
    fn from(row: SubmissionRow) -> Self {
        let contest = row.problem.contest_id.or(row.contest_id);
        let problem = match contest {
            Some(contest) => ProblemId::codeforces(contest, &row.problem.index),
            None => ProblemId::codeforces_set(
                row.problem.problemset_name.as_deref().unwrap_or("unknown"),
                &row.problem.index,
            ),
        };
        let author = row.author.as_ref();
        Self {
            judge: Judge::CODEFORCES,
            id: row.id,
            at: row.creation_time_seconds,
            contest: contest.map(|contest| contest.to_string()),
            problem,
            name: row.problem.name,
            verdict: row.verdict.unwrap_or_default(),
            participation: author
                .and_then(|author| author.participant_type.as_deref())
                .map(Participation::of_word),
            team: author.is_some_and(|author| author.team_id.is_some() || author.members.len() > 1),
            language: row.programming_language.unwrap_or_default(),
            points: row.points,
        }
    }
}
