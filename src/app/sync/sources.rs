//! The sources of the judges in a sync.

use std::collections::HashSet;

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};

use super::super::error::AppError;
use super::super::group::{common_sources, is_of_member, members_at, profiles_source};
use super::super::progress::Line;
use super::Sync;
use super::run::Lacking;
use super::site::{Archived, SiteRun, SourceUpdate};
use crate::answers::{SourceNews, SourceReport};
use crate::fetch::{Answer, FetchError, KnownSubmissions, Parts};
use crate::judges::{
    self, Fetch, FetchList, FetchMet, FetchRatings, FetchSubmissions, Profiled, SiteEntry, Source,
};
use crate::model::{
    Contest, ContestProblem, Handle, Judge, Problem, ProblemId, RatingChange, SeriesKey, StoredValidator,
    Submission, Track, Update, Validator,
};
use crate::store::{Store, StoreError};

/// For so long a submission without a verdict is looked at again.
const WAIT_FOR_VERDICT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// So many problems are asked for one by one in one sync.
const MOST_MET: usize = 60;

/// The parts of a list that is one resource, and of the problems that come with their places.
const WHOLE_LIST: [&str; 1] = [""];
const PLACED_PARTS: [&str; 2] = ["problems", "contests"];

impl Sync<'_> {
    /// The sources of every judge with a handle, the user's or a member's of the group: those of one site one after the other,
    /// the sites side by side. Each tells when nothing is `lacking` there.
    pub(super) async fn judges(&self, lacking: Lacking) -> Result<(), AppError> {
        let runs = Judge::all().flat_map(|judge| {
            let own = self.workspace.config.handles.at(judge);
            let members = members_at(self.workspace, judge);
            let sites = judges::sites_of(judge).iter().filter(|_| own.is_some() || !members.is_empty());
            sites
                .map(|entry| self.site((judge, own), members.clone(), entry, lacking.clone()))
                .collect::<Vec<_>>()
        });
        let runs = join_all(runs);
        drop(lacking);
        runs.await.into_iter().collect()
    }

    async fn site(
        &self,
        (judge, own): (Judge, Option<&Handle>),
        members: Vec<&Handle>,
        entry: &'static SiteEntry,
        lacking: Lacking,
    ) -> Result<(), AppError> {
        let site = entry.site;
        let endpoint = self.workspace.config.sites.of(site);
        let client = SiteRun::client(self, endpoint);
        let sources = || judges::sources(judge).iter().filter(|source| std::ptr::eq(source.site, site));
        let Some(first) = own.or(members.first().copied()) else { return Ok(()) };
        let mut run = SiteRun::new(self, (judge, first), (entry, endpoint), &client);
        for source in common_sources(self.workspace, judge) {
            if std::ptr::eq(source.site, site) {
                run.bring(source).await?;
            }
        }
        let Lacking { of_user, of_solves } = lacking;
        drop(of_user);
        let of_member = || sources().filter(|source| is_of_member(self.workspace, source));
        let tells_solves = |source: &Source| matches!(source.fetch, Fetch::Submissions(_));
        // Held to the end where it is here that members' solves are told.
        let _of_solves = Some(of_solves).filter(|_| of_member().any(tells_solves));
        let profiles = run.profiles(entry, &members).await?;
        for (nth, member) in members.into_iter().enumerate() {
            run = run.of_member(member, profiles.get(nth).copied().unwrap_or_default());
            for source in of_member() {
                run.bring(source).await?;
            }
        }
        Ok(())
    }
}

impl SiteRun<'_> {
    /// What the judge tells of all members at once, in their order; nothing where it can't, where there is only one of them,
    /// and where everything is asked for anyway.
    async fn profiles(&self, entry: &SiteEntry, members: &[&Handle]) -> Result<Vec<Profiled>, AppError> {
        let source = profiles_source(self.sync.workspace, self.judge, entry).filter(|_| !self.sync.ask.full);
        let (Some((source, title)), Some(fetch)) = (source, entry.profiles) else { return Ok(Vec::new()) };
        self.sync.inspection.of(&source, &self.sync.store).await?;
        let report = SourceReport { quiet: true, ..SourceReport::blank(source.clone(), title) };
        let mut told = Vec::new();
        self.source(
            report,
            0,
            async |_| fetch(&self.client, members).await,
            |store, profiles| {
                told = profiles;
                store.confirm(&source, self.now())?;
                let total = told.iter().filter(|one| matches!(one, Profiled::Known(_))).count();
                Ok((Update { total, ..Update::default() }, SourceNews::List))
            },
        )
        .await?;
        Ok(told)
    }

    async fn bring(&self, source: &Source) -> Result<(), AppError> {
        let (judge, now) = (self.judge, self.now());
        let id = self.id(source);
        self.sync.inspection.of(&id, &self.sync.store).await?;
        let blank = SourceReport::blank(id.clone(), self.title(source));
        match source.fetch {
            Fetch::Ratings(track, fetch) => self.ratings(blank, track, fetch).await,
            Fetch::Submissions(fetch) => self.submissions(blank, fetch).await,
            Fetch::Problems(fetch) => {
                let keep = |store: &mut Store, rows: Vec<_>, stamp: &Validator| {
                    store.follow_problems(&id, judge, &rows, stamp, now)
                };
                self.whole_list(blank, Store::problem_count, fetch, keep).await
            }
            Fetch::MetProblems(fetch) => self.met_problems(blank, fetch).await,
            Fetch::PlacedProblems(problems, places) => self.placed_problems(blank, problems, places).await,
            Fetch::Difficulties(fetch) => {
                let keep = |store: &mut Store, rows: Vec<_>, stamp: &Validator| {
                    store.follow_difficulties(&id, judge, &rows, stamp, now)
                };
                self.whole_list(blank, Store::difficulty_count, fetch, keep).await
            }
            Fetch::Contests(fetch) => {
                let keep = |store: &mut Store, rows: Vec<_>, stamp: &Validator| {
                    store.follow_contests(&id, judge, &rows, stamp, now)
                };
                self.whole_list(blank, Store::contest_count, fetch, keep).await
            }
            Fetch::Announced(parts) => self.announced(blank, parts).await,
        }
    }

    async fn ratings(&self, blank: SourceReport, track: Track, fetch: FetchRatings) -> Result<(), AppError> {
        let id = &blank.source.clone();
        let key = SeriesKey { judge: self.judge, track, handle: self.handle.clone() };
        let (stamp, series) = (self.stamp(id)?, self.sync.store.borrow().series(key.clone())?);
        if self.has_same_ratings(id, &series)? {
            let update = Update { total: series.history.len(), ..Update::default() };
            let news = SourceNews::of_series(&series, series.rating(), 0);
            return self.vouched(blank, update, news);
        }
        let stored = series.history.len();
        let fetch = async |_: &_| fetch(&self.client, self.handle, stamp.as_ref()).await;
        self.source(blank, stored, fetch, |store, answer| self.keep_ratings(store, id, &key, answer)).await
    }

    /// Keeps a rating history.
    fn keep_ratings(
        &self,
        store: &mut Store,
        source: &str,
        key: &SeriesKey,
        answer: Answer<Vec<RatingChange>>,
    ) -> SourceUpdate {
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
                let news = SourceNews::of_series(&series, got.rating_before, got.new_rated);
                Ok((got.update, news.with_revised(got.revised)))
            }
        }
    }

    async fn submissions(&self, blank: SourceReport, fetch: FetchSubmissions) -> Result<(), AppError> {
        let source = blank.source.clone();
        let stored = self.sync.store.borrow().submission_count(self.judge, self.handle)?;
        if self.was_not_there(&source)? {
            let update = Update { total: stored, ..Update::default() };
            return self.vouched(blank, update, SourceNews::Submissions);
        }
        let whole = self.wants_whole(&source)?;
        let stamp = self.stamp(&source)?.filter(|_| !whole);
        let known = Stored::of(self)?;
        let fetch = async |line: &Line| -> Result<_, FetchError> {
            let known: Option<&dyn KnownSubmissions> = if whole { None } else { Some(&known) };
            let page = |rows| line.page(rows);
            let answer = fetch(&self.client, self.handle, known, stamp.as_ref(), &page).await?;
            Ok(Archived { answer, archive: self.archive(&source).await })
        };
        self.source(blank, stored, fetch, |store, Archived { answer, archive }| {
            let kept = self.keep_submissions(store, &source, answer)?;
            if let Some(told) = archive {
                store.keep_archive(&source, (self.judge, self.handle), &told)?;
            }
            Ok(kept)
        })
        .await
    }

    /// A list that is one resource.
    async fn whole_list<T>(
        &self,
        blank: SourceReport,
        count: impl Fn(&Store, Judge) -> Result<usize, StoreError>,
        fetch: FetchList<T>,
        keep: impl FnOnce(&mut Store, Vec<T>, &Validator) -> Result<Update, StoreError>,
    ) -> Result<(), AppError> {
        let fetch =
            async |stamps: &[Option<StoredValidator>]| fetch(&self.client, stamp(stamps[0].as_ref())).await;
        self.list(blank, &WHOLE_LIST, count, fetch, |store, answer| match answer {
            Answer::Unchanged => Ok(None),
            Answer::New(rows, stamp) => keep(store, rows, &stamp).map(Some),
        })
        .await
    }

    /// What the judge says of the problems that were handed in and aren't known yet, the newest first.
    async fn met_problems(&self, blank: SourceReport, fetch: FetchMet) -> Result<(), AppError> {
        let (source, judge) = (blank.source.clone(), self.judge);
        for other in
            judges::sources(judge).iter().filter(|source| matches!(source.fetch, Fetch::Submissions(_)))
        {
            self.sync.inspection.of(&self.id(other), &self.sync.store).await?;
        }
        let mut report = SourceReport { quiet: true, ..blank };
        let (mut known, submissions) = {
            let store = self.sync.store.borrow();
            (store.problems(judge)?, store.submissions(judge, self.handle)?)
        };
        let met: Vec<&ProblemId> = submissions.iter().rev().map(|row| &row.problem).collect();
        let mut seen: HashSet<&ProblemId> = known.iter().map(|problem| &problem.id).collect();
        let unknown = met.into_iter().filter(|problem| seen.insert(problem));
        let names: Vec<String> = unknown.take(MOST_MET).map(|problem| problem.key().to_owned()).collect();
        if names.is_empty() {
            self.sync.store.borrow_mut().confirm(&source, self.now())?;
            report.update = Update { total: known.len(), ..Update::default() };
            self.sync.brought.borrow_mut().push(report.into());
            return Ok(());
        }
        let fetch = async |_: &Line| fetch(&self.client, &names).await;
        self.source(report, 0, fetch, |store, answer| {
            let Answer::New(rows, stamp) = answer else { return Ok((Update::default(), SourceNews::List)) };
            known.extend(rows);
            Ok((store.follow_problems(&source, judge, &known, &stamp, self.now())?, SourceNews::List))
        })
        .await
    }

    /// A list in several resources, each of which is kept whatever becomes of the others.
    async fn announced(
        &self,
        blank: SourceReport,
        parts: &[(&'static str, FetchList<Contest>)],
    ) -> Result<(), AppError> {
        let source = blank.source.clone();
        let names: Vec<&str> = parts.iter().map(|(name, _)| *name).collect();
        let fetch = async |stamps: &[Option<StoredValidator>]| {
            let (mut answers, mut failure) = (Vec::new(), None);
            for ((name, fetch), kept) in parts.iter().zip(stamps) {
                if !self.sync.ask.full && self.is_young(kept.as_ref()) {
                    continue;
                }
                match fetch(&self.client, stamp(kept.as_ref())).await {
                    Ok(answer) => answers.push((*name, answer)),
                    Err(error) => {
                        let others_fail = error.kind.is_of_site();
                        failure.get_or_insert(error);
                        if others_fail {
                            break;
                        }
                    }
                }
            }
            match failure {
                Some(error) if answers.is_empty() => Err(error),
                failure => Ok(Parts { answers, failure }),
            }
        };
        self.list(blank, &names, Store::announced_count, fetch, |store, got| {
            let answers: Vec<_> =
                got.answers.into_iter().map(|(name, answer)| (name, news(answer))).collect();
            store.follow_announced(&source, self.judge, &answers, self.now()).map(Some)
        })
        .await
    }

    async fn placed_problems(
        &self,
        blank: SourceReport,
        problems: FetchList<Problem>,
        places: FetchList<ContestProblem>,
    ) -> Result<(), AppError> {
        let source = blank.source.clone();
        let fetch = async |stamps: &[Option<StoredValidator>]| {
            let problems = problems(&self.client, stamp(stamps[0].as_ref())).await?;
            Ok((problems, places(&self.client, stamp(stamps[1].as_ref())).await?))
        };
        self.list(blank, &PLACED_PARTS, Store::problem_count, fetch, |store, answers| {
            let (problems, places) = (news(answers.0), news(answers.1));
            if problems.is_none() && places.is_none() {
                return Ok(None);
            }
            let lists = (problems.as_ref(), places.as_ref());
            store.follow_placed_problems(&source, self.judge, lists, PLACED_PARTS, self.now()).map(Some)
        })
        .await
    }
}

fn stamp(kept: Option<&StoredValidator>) -> Option<&Validator> {
    kept.map(|kept| &kept.stamp)
}

fn news<T>(answer: Answer<T>) -> Option<(T, Validator)> {
    match answer {
        Answer::Unchanged => None,
        Answer::New(value, stamp) => Some((value, stamp)),
    }
}

/// The stored submissions while new ones are fetched.
struct Stored<'a> {
    site: &'a SiteRun<'a>,
    /// The numbers and times of those that wait for their verdict.
    waiting: Vec<(u64, Timestamp)>,
    /// When the newest was handed in.
    newest: Option<Timestamp>,
}

impl<'a> Stored<'a> {
    fn of(site: &'a SiteRun<'a>) -> Result<Self, StoreError> {
        let since = site.now().checked_sub(WAIT_FOR_VERDICT).unwrap_or(Timestamp::MIN);
        let store = site.sync.store.borrow();
        let waiting = store.waiting_submissions(site.judge, site.handle, since)?;
        let newest = store.newest_submission(site.judge, site.handle)?;
        Ok(Self { site, waiting, newest })
    }
}

impl KnownSubmissions for Stored<'_> {
    fn has_all(&self, page: &[Submission]) -> bool {
        // What can't be read counts as unknown; the store says why when it is written to.
        let store = self.site.sync.store.borrow();
        store.has_submissions(self.site.judge, self.site.handle, page).unwrap_or(false)
    }

    fn waits_below(&self, id: u64) -> bool {
        self.waiting.iter().any(|(waiting, _)| *waiting < id)
    }

    fn unsettled_since(&self, late: SignedDuration) -> Option<Timestamp> {
        let settled = self.newest?.checked_sub(late).unwrap_or(Timestamp::UNIX_EPOCH);
        let since = self.waiting.iter().map(|(_, at)| *at).chain([settled]).min();
        since.map(|since| since.max(Timestamp::UNIX_EPOCH))
    }
}
