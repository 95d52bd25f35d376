//! Library Checker's interface: <https://v3.api.judge.yosupo.jp>, described in its repository's `openapi.yaml`.

use jiff::Timestamp;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::fetch::answer::{Answer, KnownSubmissions};
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::FetchError;
use crate::fetch::paged::{NewestFirst, PageAsk, PagedRows};
use crate::fetch::reply::{Reply, ReplyStatus, json_of_user, json_or_refusal};
use crate::model::{Handle, Judge, JudgeData, Listed, Problem, ProblemId, SourceName, Submission, Validator};

/// Submissions a page; the judge gives up to 1000.
const PAGE: usize = 500;

/// The submissions of `handle`: all of them, or with `known` the pages down to the first that brings nothing new. An error
/// where there is none at all and the judge doesn't know the user.
///
/// `stamp` is that of the stored first page; `page` is told after each page how many submissions came so far.
pub async fn submissions(
    client: &Client,
    handle: &Handle,
    known: Option<&dyn KnownSubmissions>,
    stamp: Option<&Validator>,
    page: &dyn Fn(usize),
) -> Result<Answer<Listed>, FetchError> {
    let what = SourceName::of_user(Judge::LIBRARY_CHECKER, JudgeData::Submissions, handle);
    let list = NewestFirst { what: &what, size: PAGE, overlaps: true, known, stamp, page };
    let limit = PAGE.to_string();
    let ask = async |PageAsk { from, stamp }: PageAsk<'_>| {
        let skip = from.to_string();
        let query = [("user", handle.as_str()), ("skip", &skip), ("limit", &limit), ("order", "-id")];
        client.get_if_changed(&what, &["submissions"], &query, stamp, |reply| page_of(reply, handle)).await
    };
    let take =
        |got: Vec<SubmissionRow>| Ok(got.into_iter().map(|row| (row.id, row.into_submission())).collect());
    let answer = list.read(ask, take).await?;
    if matches!(&answer, Answer::New(read, _) if read.rows.is_empty()) {
        match knows(client, handle).await {
            Err(error) if error.kind.is_of_user() => return Err(error),
            _ => {}
        }
    }
    Ok(answer.map(|read: PagedRows| Listed::whole(read.rows, read.reach)))
}

/// What to make of a reply that lists submissions of `handle`. Rows may say whose they are.
pub(crate) fn page_of(reply: &Reply, handle: &Handle) -> ReplyStatus<Vec<SubmissionRow>> {
    #[derive(Deserialize)]
    struct Page {
        submissions: Vec<SubmissionRow>,
    }
    json_or_refusal(reply)
        .map(|page: Page| page.submissions)
        .only_of(handle, |row: &SubmissionRow| row.user_name.as_deref())
}

/// Whether the judge knows `handle`.
pub async fn knows(client: &Client, handle: &Handle) -> Result<(), FetchError> {
    let what = SourceName::of_user(Judge::LIBRARY_CHECKER, JudgeData::Profile, handle);
    let path = ["users", handle.as_str()];
    let judge = |reply: &Reply| json_of_user::<IgnoredAny>(reply, Judge::LIBRARY_CHECKER, handle).map(drop);
    client.get(&what, &path, &[], judge).await
}

/// Every problem.
pub async fn problems(
    client: &Client,
    known: Option<&Validator>,
) -> Result<Answer<Vec<Problem>>, FetchError> {
    #[derive(Deserialize)]
    struct Problems {
        problems: Vec<ProblemRow>,
    }
    let answer = client
        .json_if_changed(
            &SourceName::at(Judge::LIBRARY_CHECKER, JudgeData::Problems),
            &["problems"],
            &[],
            known,
        )
        .await?;
    Ok(answer.map(|list: Problems| list.problems.into_iter().map(Problem::from).collect()))
}

#[derive(Debug, Deserialize)]
struct ProblemRow {
    name: String,
    #[serde(default)]
    title: String,
}

impl From<ProblemRow> for Problem {
    fn from(row: ProblemRow) -> Self {
        Self {
            judge: Judge::LIBRARY_CHECKER,
            id: ProblemId::library_checker(&row.name),
            contest: String::new(),
            index: String::new(),
            name: row.title,
            rating: None,
            level: None,
            tags: Vec::new(),
            solved: None,
        }
    }
}

/// One submission, as far as it is used.
#[derive(Debug, Deserialize)]
pub(crate) struct SubmissionRow {
    #[serde(deserialize_with = "checked::number")]
    id: u64,
    problem_name: String,
    problem_title: Option<String>,
    user_name: Option<String>,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    status: String,
    #[serde(default, deserialize_with = "checked::optional_moment")]
    submission_time: Option<Timestamp>,
}

impl SubmissionRow {
    /// The submission; `None` where the judge doesn't tell when it was handed in, so that it belongs to no day.
    fn into_submission(self) -> Option<Submission> {
        Some(Submission {
            judge: Judge::LIBRARY_CHECKER,
            id: self.id,
            at: self.submission_time?,
            contest: None,
            problem: ProblemId::library_checker(&self.problem_name),
            name: self.problem_title,
            verdict: self.status,
            told: None,
            participation: None,
            team: false,
            language: self.lang,
            points: None,
        })
    }
}
