//! One site in a sync: its client, and one source after the other.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use jiff::Timestamp;

use super::super::error::{self, AppError};
use super::super::group::source_of_member;
use super::super::progress::Line;
use super::Sync;
use crate::answers::{SourceNews, SourceReport};
use crate::fetch::{Answer, Client, ErrorKind, FetchError, Rows};
use crate::judges::{FetchArchive, Profiled, SiteEntry, Source};
use crate::lang::Lang;
use crate::model::{
    Endpoint, Extent, FailedFetch, Failure, FailureReason, Handle, Judge, Listed, Omitted, SourceName,
    StoredValidator, Update, Validator, without_credentials,
};
use crate::store::{Store, StoreError, StoredArchive, WHOLE};

/// A list of submissions is read whole when it was last so long ago, however little is new: judges also change what
/// lies far back.
const WHOLE_EVERY: Duration = Duration::from_hours(30 * 24);

/// One site while it is asked.
pub(super) struct SiteRun<'a> {
    pub sync: &'a Sync<'a>,
    /// The judge that it is asked about.
    pub judge: Judge,
    /// Who one is there.
    pub handle: &'a Handle,
    /// Whether that is a member of the group and not the user.
    is_member: bool,
    /// What the judge told of them among others.
    pub profile: Profiled,
    pub client: Rc<Client>,
    pub endpoint: &'a Endpoint,
    /// How it is asked how far it got, where it is an archive that tells that.
    ask_archive: Option<FetchArchive>,
    /// Why further sources are not asked for, where one showed that it is no use.
    silent: RefCell<Option<Silent>>,
}

/// A source that failed in a way that will be that of others, too.
#[derive(Clone)]
struct Silent {
    /// The source.
    cause: String,
    /// What went wrong there.
    reason: FailureReason,
    /// Whether only sources about the user are concerned.
    user_only: bool,
}

/// What a user handed in, and how far the archive got that tells it.
pub(super) struct Archived {
    pub answer: Answer<Listed>,
    pub archive: Option<StoredArchive>,
}

impl Rows for Archived {
    fn says_none(&self) -> bool {
        self.answer.says_none()
    }

    fn omitted(&self) -> Option<&Omitted> {
        self.answer.omitted()
    }
}

/// What a source brought: how the store changed, and what else there is to say.
pub(super) type SourceUpdate = Result<(Update, SourceNews), StoreError>;

impl<'a> SiteRun<'a> {
    /// The client for all runs at a site: it keeps the distance between requests, whomever they are about.
    pub fn client(sync: &Sync<'_>, endpoint: &Endpoint) -> Rc<Client> {
        let client = Client::new(endpoint);
        let client = match sync.watch() {
            Some(watch) => client.watched(watch),
            None => client,
        };
        let client = match sync.rest {
            Some(rest) => client.after(rest),
            None => client,
        };
        Rc::new(client)
    }

    /// About the user.
    pub fn new(
        sync: &'a Sync<'a>,
        (judge, handle): (Judge, &'a Handle),
        (entry, endpoint): (&SiteEntry, &'a Endpoint),
        client: &Rc<Client>,
    ) -> Self {
        let client = Rc::clone(client);
        Self {
            sync,
            judge,
            handle,
            is_member: false,
            profile: Profiled::Untold,
            client,
            endpoint,
            ask_archive: entry.archive,
            silent: RefCell::default(),
        }
    }

    /// About somebody else after it: what showed that the site is to be left alone holds for them, too.
    pub fn of_member(self, handle: &'a Handle, profile: Profiled) -> Self {
        let silent = self.silent.take().filter(|silent| !silent.user_only);
        Self { handle, is_member: true, profile, silent: RefCell::new(silent), ..self }
    }

    /// A source's name for whom it is about.
    pub fn id(&self, source: &Source) -> String {
        let id = source.id(self.judge);
        if self.is_member { source_of_member(&id, self.handle) } else { id }
    }

    /// What people call a source, with whom it is about where that isn't the user.
    pub fn title(&self, source: &Source) -> SourceName {
        if self.is_member {
            SourceName::of_user(self.judge, source.data, self.handle)
        } else {
            source.title(self.judge)
        }
    }

    /// Fetches one source, of which `stored` rows are known, and keeps it, unless the site is to be left alone.
    ///
    /// A judge that lists nothing where it listed something has most likely forgotten the user's name or lost its data:
    /// that is followed only when everything is asked for anew.
    pub async fn source<T: Rows>(
        &self,
        blank: SourceReport,
        stored: usize,
        fetch: impl AsyncFnOnce(&Line) -> Result<T, FetchError>,
        keep: impl FnOnce(&mut Store, T) -> SourceUpdate,
    ) -> Result<(), AppError> {
        let mut report = blank;
        // Sources that are about nobody are the quiet ones.
        let silent = self.silent.borrow().clone().filter(|silent| !(silent.user_only && report.quiet));
        if let Some(Silent { cause, reason, .. }) = silent {
            let words = reason.told(Lang::English);
            self.note_failure(&report.source, reason)?;
            // Whoever reads of the source learns of this one there.
            report.failure = Some(Failure::new(format!("skipped because {cause} failed: {words}")));
            report.left_alone_for = Some(cause);
            self.sync.brought.borrow_mut().push(report.into());
            return Ok(());
        }
        let line = self.sync.progress.start(&report.title);
        let fetched = match self.profile {
            Profiled::Unknown => Err(FetchError {
                what: report.title.clone(),
                kind: ErrorKind::UnknownHandle { judge: self.judge, handle: self.handle.clone() },
            }),
            _ => fetch(&line).await,
        };
        let fetched = match fetched {
            Ok(fetched) if fetched.says_none() && stored > 0 && !self.sync.ask.full => {
                Err(FetchError { what: report.title.clone(), kind: ErrorKind::Emptied(stored) })
            }
            fetched => fetched,
        };
        let tally = self.client.take_tally();
        report.requests = tally.requests;
        report.not_modified = tally.not_modified;
        report.waited_ms = tally.waited.as_millis() as u64;
        match fetched {
            Ok(fetched) => {
                report.omitted = fetched.omitted().cloned();
                report.failure = fetched.failure().cloned().map(error::failure);
                let partly = fetched.failure().map(|error| FailureReason::new(|lang| error.kind.told(lang)));
                let (update, news) = keep(&mut self.sync.store.borrow_mut(), fetched)?;
                partly.map_or(Ok(()), |reason| self.note_failure(&report.source, reason))?;
                (report.update, report.news) = (update, Some(news));
            }
            Err(error) => {
                let user_only = error.kind.is_of_user();
                let reason = FailureReason::new(|lang| error.kind.told(lang));
                if user_only || error.kind.is_of_site() {
                    let (cause, reason) = (report.source.clone(), reason.clone());
                    *self.silent.borrow_mut() = Some(Silent { cause, reason, user_only });
                }
                self.note_failure(&report.source, reason)?;
                report.failure = Some(error::failure(error));
            }
        }
        line.finish(&report);
        self.sync.brought.borrow_mut().push(report.into());
        Ok(())
    }

    fn note_failure(&self, source: &str, reason: FailureReason) -> Result<(), StoreError> {
        let failed = FailedFetch { at: self.now(), reason };
        self.sync.store.borrow_mut().note_failure(source, &failed)
    }

    /// Fetches a list that is about nobody, unless it is young enough. `count` tells how many of its entries are stored.
    pub async fn list<T: Rows>(
        &self,
        blank: SourceReport,
        parts: &[&str],
        count: impl Fn(&Store, Judge) -> Result<usize, StoreError>,
        fetch: impl AsyncFnOnce(&[Option<StoredValidator>]) -> Result<T, FetchError>,
        keep: impl FnOnce(&mut Store, T) -> Result<Option<Update>, StoreError>,
    ) -> Result<(), AppError> {
        let mut report = SourceReport { quiet: true, ..blank };
        let stamps = self.stamps(&report.source, parts)?;
        let stored = count(&self.sync.store.borrow(), self.judge)?;
        if !self.sync.ask.full && stamps.iter().all(|stamp| self.is_young(stamp.as_ref())) {
            report.update = Update { total: stored, ..Update::default() };
            self.sync.brought.borrow_mut().push(report.into());
            return Ok(());
        }
        let source = report.source.clone();
        let now = self.now();
        let keep = |store: &mut Store, fetched: T| {
            let update = if let Some(update) = keep(store, fetched)? {
                update
            } else {
                store.confirm(&source, now)?;
                Update { total: count(store, self.judge)?, ..Update::default() }
            };
            Ok((update, SourceNews::List))
        };
        self.source(report, stored, async |_| fetch(&stamps).await, keep).await
    }

    /// The stamps of a source's parts.
    pub fn stamps(&self, source: &str, parts: &[&str]) -> Result<Vec<Option<StoredValidator>>, AppError> {
        let store = self.sync.store.borrow();
        let stamps = parts.iter().map(|part| store.stamp(source, part));
        Ok(stamps.collect::<Result<_, _>>()?)
    }

    /// The stamp of a source that has but one part.
    pub fn stamp(&self, source: &str) -> Result<Option<Validator>, AppError> {
        Ok(self.sync.store.borrow().stamp(source, "")?.map(|kept| kept.stamp))
    }

    /// Whether what bears the stamp came from this site, and lately.
    pub fn is_young(&self, stamp: Option<&StoredValidator>) -> bool {
        stamp.is_some_and(|kept| self.is_young_from(&kept.stamp.url, kept.at))
    }

    /// Whether what came from `url` came from this site, and lately.
    fn is_young_from(&self, url: &str, at: Timestamp) -> bool {
        let age = self.now().duration_since(at);
        url.starts_with(&without_credentials(&self.endpoint.url))
            && !age.is_negative()
            && Duration::try_from(age).is_ok_and(|age| age < self.endpoint.max_age)
    }

    /// How far the archive got, where it is one that tells that, and wasn't asked of late. Members of a group aren't asked for.
    pub async fn archive(&self, source: &str) -> Option<StoredArchive> {
        let ask = self.ask_archive.filter(|_| !self.is_member)?;
        // What can't be read is said when it is written to.
        let known = self.sync.store.borrow().archive(source, (self.judge, self.handle)).unwrap_or_default();
        let is_young = known.is_some_and(|told| self.is_young_from(&told.site, told.at));
        if is_young && !self.sync.ask.full {
            return None;
        }
        let state = ask(&self.client, self.handle).await;
        Some(StoredArchive { at: self.now(), site: without_credentials(&self.endpoint.url), state })
    }

    /// What says that the user's submissions were read whole, and how many accepted problems their archive counted by then.
    fn whole_stamp(&self, store: &Store, source: &str) -> Result<Validator, StoreError> {
        let site = without_credentials(&self.endpoint.url);
        let url = format!("{site} {}", self.handle.as_str().to_ascii_lowercase());
        let counted = store.archive(source, (self.judge, self.handle))?.and_then(|told| told.state.accepted);
        Ok(Validator { url, etag: counted.map(|count| count.to_string()), last_modified: None })
    }

    /// Whether the user's submissions are to be read whole: also where their archive counts more accepted problems than are
    /// stored, and listed no more when it counted fewer. It learns of some days later, among the older ones.
    pub fn wants_whole(&self, source: &str) -> Result<bool, AppError> {
        let store = self.sync.store.borrow();
        let Some(kept) = store.stamp(source, WHOLE)?.filter(|_| !self.sync.ask.full) else { return Ok(true) };
        let whole = self.whole_stamp(&store, source)?;
        let age = self.now().duration_since(kept.at);
        let is_of_others = kept.stamp.url != whole.url;
        Ok(is_of_others
            || Duration::try_from(age).is_ok_and(|age| age >= WHOLE_EVERY)
            || (kept.stamp.etag != whole.etag
                && store.unlisted_problems(source, (self.judge, self.handle))?.is_some()))
    }

    pub fn now(&self) -> Timestamp {
        self.sync.env.now.timestamp()
    }

    /// Keeps what came of a user's submissions.
    pub fn keep_submissions(&self, store: &mut Store, source: &str, answer: Answer<Listed>) -> SourceUpdate {
        let whose = (self.judge, self.handle);
        let mut news = SourceNews::Submissions;
        let update = match answer {
            Answer::Unchanged => {
                store.confirm(source, self.now())?;
                Update { total: store.submission_count(whose.0, whose.1)?, ..Update::default() }
            }
            Answer::New(listed, stamp) => {
                if listed.reach == Extent::Newest {
                    news = SourceNews::Newest(listed.rows.len());
                }
                let whole = self.whole_stamp(store, source)?;
                let mut stamps = vec![("", Some(&stamp))];
                if listed.reach == Extent::All {
                    stamps.push((WHOLE, Some(&whole)));
                }
                store.follow_submissions(source, whose, &listed, &stamps, self.now())?
            }
        };
        Ok((update, news))
    }
}
