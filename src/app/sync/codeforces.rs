//! Codeforces in a sync.

use super::super::error::CliError;
use super::Sync;
use super::site::SiteRun;
use crate::answers::{SourceNews, SourceReport};
use crate::fetch::{Answer, FetchError, Known};
use crate::judges::codeforces::fetch as codeforces;
use crate::model::{Handle, Judge, RatingChange, SeriesKey, Submission, Update};
use crate::store::{Store, StoreError};

/// For so long a submission without a verdict is looked at again.
pub(super) const WAIT_FOR_VERDICT: jiff::SignedDuration = jiff::SignedDuration::from_hours(7 * 24);

impl Sync<'_> {
    /// Codeforces' sources, one after the other: they come from one host.
    pub(super) async fn codeforces(&self) -> Result<(), CliError> {
        let Some(handle) = &self.workspace.config.handles.codeforces else { return Ok(()) };
        let site = SiteRun::new(self, &self.workspace.config.sites.codeforces);
        for key in self.workspace.series_keys().into_iter().filter(|key| key.judge == Judge::CODEFORCES) {
            let source = "codeforces.ratings";
            let stamp = site.stamp(source)?;
            let fetch = async |_: &_| codeforces::ratings(&site.client, handle, stamp.as_ref()).await;
            let stored = self.store.borrow().series(key.clone())?.history.len();
            site.source(blank(source, &key.title()), stored, fetch, |store, answer| {
                site.keep_ratings(store, source, &key, answer)
            })
            .await?;
        }
        site.codeforces_submissions(handle).await?;
        site.list(
            blank("codeforces.problems", "Codeforces problems"),
            &[""],
            (Judge::CODEFORCES, 0),
            async |stamps| {
                codeforces::problems(&site.client, stamps[0].as_ref().map(|kept| &kept.stamp)).await
            },
            |store, answer| match answer {
                Answer::Unchanged => Ok(None),
                Answer::New(rows, stamp) => store
                    .follow_problems("codeforces.problems", Judge::CODEFORCES, &rows, &stamp, site.now())
                    .map(Some),
            },
        )
        .await?;
        site.list(
            blank("codeforces.contests", "Codeforces contests"),
            &[""],
            (Judge::CODEFORCES, 1),
            async |stamps| {
                codeforces::contests(&site.client, stamps[0].as_ref().map(|kept| &kept.stamp)).await
            },
            |store, answer| match answer {
                Answer::Unchanged => Ok(None),
                Answer::New(rows, stamp) => store
                    .follow_contests("codeforces.contests", Judge::CODEFORCES, &rows, &stamp, site.now())
                    .map(Some),
            },
        )
        .await
    }
}

/// A source before anything is known of it.
pub(super) fn blank(source: &str, title: &str) -> SourceReport {
    SourceReport { source: source.to_owned(), title: title.to_owned(), ..SourceReport::default() }
}

impl SiteRun<'_> {
    /// Keeps a rating history.
    pub fn keep_ratings(
        &self,
        store: &mut Store,
        source: &str,
        key: &SeriesKey,
        answer: Answer<Vec<RatingChange>>,
    ) -> super::site::Kept {
        match answer {
            Answer::Unchanged => {
                store.confirm(source, self.now())?;
                let series = store.series(key.clone())?;
                let update = Update { total: series.history.len(), ..Update::default() };
                Ok((update, SourceNews::of_series(&series, series.rating(), 0)))
            }
            Answer::New(history, stamp) => {
                let got = store.replace_ratings(source, key, &history, Some(&stamp), self.now())?;
                let series = store.series(key.clone())?;
                Ok((got.update, SourceNews::of_series(&series, got.rating_before, got.new_rated)))
            }
        }
    }

    async fn codeforces_submissions(&self, handle: &Handle) -> Result<(), CliError> {
        let source = "codeforces.submissions";
        let whole = self.wants_whole(source, handle)?;
        let stamp = self.stamp(source)?;
        let known = Stored::of(self, handle)?;
        let fetch = async |line: &super::super::progress::Line| -> Result<_, FetchError> {
            let known: Option<&dyn Known> = if whole { None } else { Some(&known) };
            let page = |rows| line.page(rows);
            codeforces::submissions(&self.client, handle, known, stamp.as_ref(), &page).await
        };
        let stored = self.sync.store.borrow().submission_count(Judge::CODEFORCES, handle)?;
        self.source(blank(source, "Codeforces submissions"), stored, fetch, |store, answer| {
            self.keep_submissions(store, source, (Judge::CODEFORCES, handle), answer)
        })
        .await
    }
}

/// The stored submissions while new ones are fetched.
struct Stored<'a> {
    site: &'a SiteRun<'a>,
    handle: &'a Handle,
    /// The numbers of those that wait for their verdict.
    waiting: Vec<u64>,
}

impl<'a> Stored<'a> {
    fn of(site: &'a SiteRun<'a>, handle: &'a Handle) -> Result<Self, StoreError> {
        let since = site.now().checked_sub(WAIT_FOR_VERDICT).unwrap_or(jiff::Timestamp::MIN);
        let store = site.sync.store.borrow();
        let waiting = store.waiting_submissions(Judge::CODEFORCES, handle, since)?;
        Ok(Self { site, handle, waiting: waiting.into_iter().map(|(id, _)| id).collect() })
    }
}

impl Known for Stored<'_> {
    fn has_all(&self, page: &[Submission]) -> bool {
        // What can't be read counts as unknown; the store says why when it is written to.
        let store = self.site.sync.store.borrow();
        store.has_submissions(Judge::CODEFORCES, self.handle, page).unwrap_or(false)
    }

    fn waits_below(&self, id: u64) -> bool {
        self.waiting.iter().any(|waiting| *waiting < id)
    }
}
