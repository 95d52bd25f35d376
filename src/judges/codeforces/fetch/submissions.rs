//! `user.status`: the submissions of a user, newest first, page by page.

use jiff::Timestamp;
use serde::Deserialize;

use super::{judge, or_renamed};
use crate::fetch::answer::{Answer, KnownSubmissions};
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::{ErrorKind, FetchError};
use crate::fetch::paged::{NewestFirst, PageAsk, PagedRows};
use crate::model::{
    Handle, Judge, JudgeData, Listed, Omitted, Participation, ProblemId, SourceName, Submission, Validator,
};

/// Submissions a page. The judge gives up to 100,000 at once; a page that comes in a second is less to lose.
const PAGE: usize = 500;

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
    let what = SourceName::of_user(Judge::CODEFORCES, JudgeData::Submissions, handle);
    let list = NewestFirst { what: &what, size: PAGE, overlaps: true, known, stamp, page };
    let count = PAGE.to_string();
    let ask = async |PageAsk { from, stamp }: PageAsk<'_>| {
        let from = (from + 1).to_string();
        let query = [("handle", handle.as_str()), ("from", &from), ("count", &count), ("lang", "en")];
        let path = ["api", "user.status"];
        client.get_if_changed(&what, &path, &query, stamp, |reply| judge(reply, Some(handle))).await
    };
    // Once the user's own came, what is somebody else's is left out; before that, all may be somebody else's.
    let mut own = false;
    let take = |got: Vec<SubmissionRow>| {
        let is_own = |author: &str| author.eq_ignore_ascii_case(handle.as_str());
        own |= got.iter().filter_map(SubmissionRow::only_author).any(is_own);
        let one = |row: SubmissionRow| match row.only_author().filter(|author| !is_own(author)) {
            None => Ok((row.id, Some(row.into()))),
            Some(_) if own => Ok((row.id, None)),
            Some(other) => Err(ErrorKind::OtherUser { handle: handle.clone(), other: other.to_owned() }),
        };
        got.into_iter().map(one).collect()
    };
    let answer = list.read(ask, take).await;
    let listed = |read: PagedRows| {
        let omitted = Omitted { of_others: read.left_out, ..Omitted::default() };
        Listed { rows: read.rows, reach: read.reach, omitted }
    };
    Ok(or_renamed(client, handle, answer).await?.map(listed))
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
            told: None,
            participation: author
                .and_then(|author| author.participant_type.as_deref())
                .map(Participation::of_word),
            team: author.is_some_and(|author| author.team_id.is_some() || author.members.len() > 1),
            language: row.programming_language.unwrap_or_default(),
            points: row.points,
        }
    }
}
