//! A sync that asks no judge: what is stored, and how old it is.

use super::super::error::CliError;
use super::Sync;
use super::codeforces::blank;
use crate::judges::{self, Brings};
use crate::model::{Judge, Update};
use crate::report::{self, SourceReport};
use crate::store::{Store, StoreError};

impl Sync<'_> {
    /// Reports every judge's sources as they are stored.
    pub(super) fn as_stored(&self) -> Result<(), CliError> {
        let store = self.store.borrow();
        let mut brought = self.brought.borrow_mut();
        for key in self.workspace.series_keys() {
            let source = judges::ratings_source(&key);
            let series = store.series(key.clone())?;
            let update = Update { total: series.history.len(), ..Update::default() };
            let line = SourceReport::series_line(&series, None, series.rated().count(), &update);
            brought.push(self.old(&store, &source, &key.title(), update, &line)?.into());
        }
        for judge in Judge::all() {
            let Some(handle) = self.workspace.config.handles.at(judge) else { continue };
            let [problems, contests, difficulties] = store.list_counts(judge)?;
            for source in judges::sources(judge) {
                let total = match source.brings {
                    Brings::Ratings(_) => continue,
                    Brings::Submissions => store.submission_count(judge, handle)?,
                    Brings::Problems => problems,
                    Brings::Difficulties => difficulties,
                    Brings::Contests => contests,
                };
                let update = Update { total, ..Update::default() };
                let title = format!("{judge} {}", source.title);
                brought.push(self.old(&store, &source.id(judge), &title, update, &total.to_string())?.into());
            }
        }
        Ok(())
    }

    fn old(
        &self,
        store: &Store,
        source: &str,
        title: &str,
        update: Update,
        line: &str,
    ) -> Result<SourceReport, StoreError> {
        let now = self.world.now.timestamp();
        let line = match store.synced_at(source)? {
            Some(at) => format!("{line}, as of {}", report::ago(now.duration_since(at))),
            None => "never fetched".to_owned(),
        };
        Ok(SourceReport { update, line, ..blank(source, title) })
    }
}
