//! A sync that asks no judge: what is stored, and how old it is.

use super::super::error::AppError;
use super::super::group::common_sources;
use super::Sync;
use crate::answers::{Fetched, SourceNews, SourceReport};
use crate::judges::{self, Fetch};
use crate::model::{Judge, JudgeData, SourceName, Update};
use crate::store::{Store, StoreError};

impl Sync<'_> {
    /// Reports every judge's sources as they are stored.
    pub(super) fn as_stored(&self) -> Result<(), AppError> {
        let store = self.store.borrow();
        let mut brought = self.brought.borrow_mut();
        for key in self.workspace.series_keys() {
            let source = judges::ratings_source(&key);
            let title = SourceName::at(key.judge, JudgeData::Ratings(key.track));
            let series = store.series(key.clone())?;
            let update = Update { total: series.history.len(), ..Update::default() };
            let news = SourceNews::of_series(&series, None, series.rated().count());
            brought.push(self.old(&store, source, title, update, news)?.into());
        }
        for judge in Judge::all() {
            let handle = self.workspace.config.handles.at(judge);
            for source in common_sources(self.workspace, judge) {
                let total = match source.fetch {
                    Fetch::Ratings(..) => continue,
                    Fetch::Submissions(_) => match handle {
                        Some(handle) => store.submission_count(judge, handle)?,
                        None => continue,
                    },
                    Fetch::Problems(_) | Fetch::MetProblems(_) | Fetch::PlacedProblems(..) => {
                        store.problem_count(judge)?
                    }
                    Fetch::Difficulties(_) => store.difficulty_count(judge)?,
                    Fetch::Contests(_) => store.contest_count(judge)?,
                    Fetch::Announced(_) => store.announced_count(judge)?,
                };
                let update = Update { total, ..Update::default() };
                let (id, title) = (source.id(judge), source.title(judge));
                brought.push(self.old(&store, id, title, update, SourceNews::List)?.into());
            }
        }
        Ok(())
    }

    fn old(
        &self,
        store: &Store,
        source: String,
        title: SourceName,
        update: Update,
        news: SourceNews,
    ) -> Result<SourceReport, StoreError> {
        let now = self.env.now.timestamp();
        let fetched = match store.synced_at(&source)? {
            Some(at) => Fetched::Ago(now.duration_since(at)),
            None => Fetched::Never,
        };
        Ok(SourceReport {
            update,
            news: Some(news),
            fetched: Some(fetched),
            ..SourceReport::blank(source, title)
        })
    }
}
