//! AtCoder and AtCoder Problems in a sync.

use jiff::{SignedDuration, Timestamp};

use super::super::error::CliError;
use super::super::progress::Line;
use super::Sync;
use super::codeforces::{WAIT_FOR_VERDICT, blank};
use super::site::SiteRun;
use crate::fetch::{Answer, FetchError, Rows as _};
use crate::judges::atcoder::fetch::{archive, ratings as atcoder};
use crate::model::{Handle, Judge, KeptStamp, Stamp, Track};

/// The archive learns of submissions late and of verdicts later: what is younger is asked for again.
const SETTLED_AFTER: SignedDuration = SignedDuration::from_hours(48);

/// The two resources that make up the problems.
const PROBLEM_PARTS: [&str; 2] = ["problems", "contests"];

fn stamp(kept: Option<&KeptStamp>) -> Option<&Stamp> {
    kept.map(|kept| &kept.stamp)
}

impl Sync<'_> {
    /// AtCoder's own sources: a rating history for each track.
    pub(super) async fn atcoder(&self) -> Result<(), CliError> {
        let site = SiteRun::new(self, &self.workspace.config.sites.atcoder);
        for key in self.workspace.series_keys().into_iter().filter(|key| key.judge == Judge::ATCODER) {
            let source = format!("atcoder.{}", key.track);
            let stamp = site.stamp(&source)?;
            let page = format!("/users/{}/", key.handle);
            let is_new = key.track == Track::default()
                && stamp.as_ref().is_none_or(|stamp| !stamp.url.contains(&page));
            let fetch = async |_: &_| {
                let answer = atcoder::ratings(&site.client, &key.handle, key.track, stamp.as_ref()).await?;
                // The judge answers so about a name that it doesn't know, too.
                if is_new && answer.says_none() {
                    match atcoder::knows(&site.client, &key.handle).await {
                        Err(error) if error.trouble.is_of_user() => return Err(error),
                        _ => {}
                    }
                }
                Ok(answer)
            };
            let stored = self.store.borrow().series(key.clone())?.history.len();
            site.source(blank(&source, &key.title()), stored, fetch, |store, answer| {
                site.keep_ratings(store, &source, &key, answer)
            })
            .await?;
        }
        Ok(())
    }

    /// The sources that AtCoder Problems has.
    pub(super) async fn atcoder_problems(&self) -> Result<(), CliError> {
        let Some(handle) = &self.workspace.config.handles.atcoder else { return Ok(()) };
        let site = SiteRun::new(self, &self.workspace.config.sites.atcoder_problems);
        site.atcoder_submissions(handle).await?;
        let source = "atcoder.problems";
        site.list(
            blank(source, "AtCoder problems"),
            &PROBLEM_PARTS,
            (Judge::ATCODER, 0),
            async |stamps| {
                let problems = archive::problems(&site.client, stamp(stamps[0].as_ref())).await?;
                let pairs = archive::contest_problems(&site.client, stamp(stamps[1].as_ref())).await?;
                Ok((problems, pairs))
            },
            |store, answers| {
                let (problems, pairs) = (news(answers.0), news(answers.1));
                if problems.is_none() && pairs.is_none() {
                    return Ok(None);
                }
                store
                    .follow_atcoder_problems(
                        source,
                        problems.as_ref(),
                        pairs.as_ref(),
                        PROBLEM_PARTS,
                        site.now(),
                    )
                    .map(Some)
            },
        )
        .await?;
        site.list(
            blank("atcoder.models", "AtCoder difficulties"),
            &[""],
            (Judge::ATCODER, 2),
            async |stamps| archive::difficulties(&site.client, stamp(stamps[0].as_ref())).await,
            |store, answer| match answer {
                Answer::Unchanged => Ok(None),
                Answer::New(rows, stamp) => {
                    store.follow_difficulties("atcoder.models", &rows, &stamp, site.now()).map(Some)
                }
            },
        )
        .await?;
        site.list(
            blank("atcoder.contests", "AtCoder contests"),
            &[""],
            (Judge::ATCODER, 1),
            async |stamps| archive::contests(&site.client, stamp(stamps[0].as_ref())).await,
            |store, answer| match answer {
                Answer::Unchanged => Ok(None),
                Answer::New(rows, stamp) => store
                    .follow_contests("atcoder.contests", Judge::ATCODER, &rows, &stamp, site.now())
                    .map(Some),
            },
        )
        .await
    }
}

fn news<T>(answer: Answer<T>) -> Option<(T, Stamp)> {
    match answer {
        Answer::Unchanged => None,
        Answer::New(value, stamp) => Some((value, stamp)),
    }
}

impl SiteRun<'_> {
    async fn atcoder_submissions(&self, handle: &Handle) -> Result<(), CliError> {
        let source = "atcoder.submissions";
        let whole = self.wants_whole(source, handle)?;
        let since = if whole { None } else { self.unsettled_since(handle)? };
        let stamp = self.stamp(source)?.filter(|_| !whole);
        let fetch = async |line: &Line| -> Result<_, FetchError> {
            let page = |rows| line.page(rows);
            archive::submissions(&self.client, handle, since, stamp.as_ref(), &page).await
        };
        let stored = self.sync.store.borrow().submission_count(Judge::ATCODER, handle)?;
        self.source(blank(source, "AtCoder submissions"), stored, fetch, |store, answer| {
            self.keep_submissions(store, source, (Judge::ATCODER, handle), answer)
        })
        .await
    }

    /// From when on something may be new: shortly before the newest stored submission, or when the oldest was handed
    /// in that waits for its verdict. `None` where nothing is stored.
    fn unsettled_since(&self, handle: &Handle) -> Result<Option<Timestamp>, CliError> {
        let store = self.sync.store.borrow();
        let Some(newest) = store.newest_submission(Judge::ATCODER, handle)? else { return Ok(None) };
        let before = |at: Timestamp, age| at.checked_sub(age).unwrap_or(Timestamp::UNIX_EPOCH);
        let waiting =
            store.waiting_submissions(Judge::ATCODER, handle, before(self.now(), WAIT_FOR_VERDICT))?;
        let since = waiting.into_iter().map(|(_, at)| at).chain([before(newest, SETTLED_AFTER)]).min();
        Ok(since.map(|since| since.max(Timestamp::UNIX_EPOCH)))
    }
}
