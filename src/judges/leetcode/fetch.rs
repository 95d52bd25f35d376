//! The interface of LeetCode's pages: GraphQL by POST. Refusals come with HTTP 200, too, beside the data or instead of it.
//!
//! Nothing but the query is sent: no cookie, and no token.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use super::problems::{KNOWN, contest_of};
use super::spec::ACCEPTED;
use crate::fetch::answer::Answer;
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::{ErrorKind, FetchError};
use crate::fetch::history::oldest_first;
use crate::fetch::reply::{Reply, ReplyStatus, malformed};
use crate::model::{
    Extent, Handle, Judge, JudgeData, Listed, Problem, ProblemId, RatingChange, SourceName, Submission,
    Track, Validator,
};

/// How many submissions the judge lists: it gives no more, whatever it is asked for.
const NEWEST: usize = 20;
/// So many problems are asked for at once.
const AT_ONCE: usize = 20;
/// How long contests last.
const CONTEST: SignedDuration = SignedDuration::from_mins(90);

const HISTORY: &str = "query history($username: String!) { matchedUser(username: $username) { username } \
    userContestRankingHistory(username: $username) { attended rating ranking contest { title startTime } } }";
const RECENT: &str = "query recent($username: String!, $limit: Int!) { matchedUser(username: $username) { username } \
    recentAcSubmissionList(username: $username, limit: $limit) { id title titleSlug timestamp } }";
const USER: &str = "query user($username: String!) { matchedUser(username: $username) { username } }";

/// The rating history of `handle`, oldest first: the contests that they took part in. Ratings are rounded.
pub async fn ratings(client: &Client, handle: &Handle) -> Result<Answer<Vec<RatingChange>>, FetchError> {
    let what = SourceName::of_user(Judge::LEETCODE, JudgeData::Ratings(Track::Algorithm), handle);
    let variables = json!({"username": handle.as_str()});
    let answer: Answer<Option<Vec<HistoryRow>>> = of_user(client, &what, HISTORY, &variables, handle).await?;
    Ok(answer.map(|rows| history(rows.unwrap_or_default())))
}

/// The newest accepted submissions of `handle`, as many as the judge lists.
pub async fn submissions(
    client: &Client,
    handle: &Handle,
    page: &dyn Fn(usize),
) -> Result<Answer<Listed>, FetchError> {
    let what = SourceName::of_user(Judge::LEETCODE, JudgeData::Submissions, handle);
    let variables = json!({"username": handle.as_str(), "limit": NEWEST});
    let answer: Answer<Option<Vec<RecentRow>>> = of_user(client, &what, RECENT, &variables, handle).await?;
    Ok(answer.map(|rows| {
        let rows: Vec<Submission> = rows.unwrap_or_default().into_iter().map(Submission::from).collect();
        page(rows.len());
        Listed::whole(rows, Extent::Newest)
    }))
}

/// Whether the judge knows `handle`.
pub async fn knows(client: &Client, handle: &Handle) -> Result<(), FetchError> {
    let what = SourceName::of_user(Judge::LEETCODE, JudgeData::Profile, handle);
    let variables = json!({"username": handle.as_str()});
    let answer: Answer<Option<Value>> = of_user(client, &what, USER, &variables, handle).await?;
    let _: Answer<()> = answer.map(drop);
    Ok(())
}

/// What the judge says of these problems, by its own names for them; those that it says nothing of are left out.
pub async fn problems(client: &Client, names: &[String]) -> Result<Answer<Vec<Problem>>, FetchError> {
    let mut problems = Vec::with_capacity(names.len());
    let mut stamp = None;
    for some in names.chunks(AT_ONCE) {
        let (mut declared, mut asked, mut variables) = (String::new(), String::new(), json!({}));
        for (nth, name) in some.iter().enumerate() {
            declared.push_str(&format!("$n{nth}: String! "));
            asked.push_str(&format!(
                "q{nth}: question(titleSlug: $n{nth}) {{ questionFrontendId title titleSlug difficulty \
                 topicTags {{ name }} }} "
            ));
            variables[format!("n{nth}")] = json!(name);
        }
        let query = format!("query problems({declared}) {{ {asked}}}");
        let body = json!({"query": query, "variables": variables});
        let answer: Answer<BTreeMap<String, Option<ProblemRow>>> = client
            .post(&SourceName::at(Judge::LEETCODE, JudgeData::Problems), &["graphql"], &body, |reply| {
                data(reply, None)
            })
            .await?;
        let Answer::New(answers, own) = answer else { continue };
        problems.extend(answers.into_values().flatten().map(Problem::from));
        stamp = Some(own);
    }
    let blank = || Validator { url: String::new(), etag: None, last_modified: None };
    Ok(Answer::New(problems, stamp.unwrap_or_else(blank)))
}

#[derive(Deserialize)]
struct Envelope<T> {
    data: Option<T>,
    #[serde(default)]
    errors: Vec<Refusal>,
}

#[derive(Deserialize)]
struct Refusal {
    #[serde(default)]
    message: String,
}

/// What is asked about a user.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", bound = "T: DeserializeOwned")]
struct AboutUser<T> {
    matched_user: Option<Matched>,
    #[serde(default = "none", alias = "userContestRankingHistory", alias = "recentAcSubmissionList")]
    rows: Option<T>,
}

fn none<T>() -> Option<T> {
    None
}

#[derive(Deserialize)]
struct Matched {
    username: String,
}

/// What to make of a reply; one about a user names their `handle`.
fn data<T: DeserializeOwned>(reply: &Reply, handle: Option<&Handle>) -> ReplyStatus<T> {
    if let Some(refusal) = reply.refusal() {
        return refusal;
    }
    let Envelope { data, errors } = match reply.json() {
        Ok(envelope) => envelope,
        Err(kind) => return ReplyStatus::Again(kind),
    };
    if let Some(Refusal { message }) = errors.into_iter().next() {
        return ReplyStatus::GiveUp(match handle.filter(|_| message.contains("does not exist")) {
            Some(handle) => unknown(handle),
            None => ErrorKind::Refused(message),
        });
    }
    match data {
        Some(data) => ReplyStatus::Use(data),
        None => ReplyStatus::GiveUp(malformed("neither data nor errors", &reply.body)),
    }
}

fn unknown(handle: &Handle) -> ErrorKind {
    ErrorKind::UnknownHandle { judge: Judge::LEETCODE, handle: handle.clone() }
}

/// Asks about a user, who must be the one that is answered about.
async fn of_user<T: DeserializeOwned>(
    client: &Client,
    what: &SourceName,
    query: &str,
    variables: &Value,
    handle: &Handle,
) -> Result<Answer<Option<T>>, FetchError> {
    let body = json!({"query": query, "variables": variables});
    let judge = |reply: &Reply| match data::<AboutUser<T>>(reply, Some(handle)) {
        ReplyStatus::Use(AboutUser { matched_user: None, .. }) => ReplyStatus::GiveUp(unknown(handle)),
        ReplyStatus::Use(AboutUser { matched_user: Some(Matched { username }), rows }) => {
            if username.eq_ignore_ascii_case(handle.as_str()) {
                ReplyStatus::Use(rows)
            } else {
                ReplyStatus::GiveUp(ErrorKind::OtherUser { handle: handle.clone(), other: username })
            }
        }
        ReplyStatus::Again(kind) => ReplyStatus::Again(kind),
        ReplyStatus::GiveUp(kind) => ReplyStatus::GiveUp(kind),
    };
    client.post(what, &["graphql"], &body, judge).await
}

/// A contest, taken part in or not: those that were missed come without a rating, or with the one that the user had.
#[derive(Debug, Deserialize)]
struct HistoryRow {
    #[serde(default)]
    attended: bool,
    #[serde(default, deserialize_with = "checked::optional_rounded_rating")]
    rating: Option<i32>,
    ranking: Option<u32>,
    contest: ContestRow,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ContestRow {
    title: String,
    #[serde(deserialize_with = "checked::second")]
    start_time: Timestamp,
}

fn history(rows: Vec<HistoryRow>) -> Vec<RatingChange> {
    let mut taken: Vec<_> = rows.into_iter().filter(|row| row.attended).collect();
    taken.sort_by_key(|row| row.contest.start_time);
    let mut rating = 0;
    let change = |row: HistoryRow| {
        let old = rating;
        rating = row.rating.unwrap_or(rating);
        RatingChange {
            contest: contest_of(&row.contest.title),
            name: row.contest.title,
            at: row.contest.start_time + CONTEST,
            place: row.ranking.filter(|place| *place > 0),
            old,
            new: rating,
            performance: None,
            rated: row.rating.is_some(),
        }
    };
    oldest_first(taken.into_iter().map(change).collect())
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct RecentRow {
    #[serde(deserialize_with = "number")]
    id: u64,
    title: Option<String>,
    title_slug: String,
    #[serde(deserialize_with = "second")]
    timestamp: Timestamp,
}

/// A whole number, written as one or as a text.
fn number<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    let value = Value::deserialize(from)?;
    let number = value.as_u64().or_else(|| value.as_str()?.parse().ok());
    number
        .filter(|number| i64::try_from(*number).is_ok())
        .ok_or_else(|| D::Error::custom(format_args!("a number {value}")))
}

fn second<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
    let second = number(from)?;
    let moment = i64::try_from(second).ok().and_then(checked::real_moment);
    moment.ok_or_else(|| D::Error::custom(format_args!("a time of {second} s")))
}

impl From<RecentRow> for Submission {
    fn from(row: RecentRow) -> Self {
        Self {
            judge: Judge::LEETCODE,
            id: row.id,
            at: row.timestamp,
            contest: None,
            problem: ProblemId::new(&KNOWN, &row.title_slug),
            name: row.title,
            verdict: ACCEPTED.to_owned(),
            told: None,
            participation: None,
            team: false,
            language: String::new(),
            points: None,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ProblemRow {
    question_frontend_id: Option<String>,
    #[serde(default)]
    title: String,
    title_slug: String,
    difficulty: Option<String>,
    #[serde(default)]
    topic_tags: Option<Vec<Topic>>,
}

#[derive(Debug, Deserialize)]
struct Topic {
    name: String,
}

/// The judge's number for it stands in the place of an index: it has no contest.
impl From<ProblemRow> for Problem {
    fn from(row: ProblemRow) -> Self {
        let level =
            |word: &String| KNOWN.levels.iter().position(|level| level.name.eq_ignore_ascii_case(word));
        Self {
            judge: Judge::LEETCODE,
            id: ProblemId::new(&KNOWN, &row.title_slug),
            contest: String::new(),
            index: row.question_frontend_id.unwrap_or_default(),
            name: row.title,
            rating: None,
            level: row.difficulty.as_ref().and_then(level).and_then(|place| u8::try_from(place).ok()),
            tags: row.topic_tags.unwrap_or_default().into_iter().map(|topic| topic.name).collect(),
            solved: None,
        }
    }
}
