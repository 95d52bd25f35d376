//! All sources at once, and the charts as soon as what they show is there.

use std::collections::{HashMap, HashSet};
use std::mem;
use std::rc::Rc;
use std::thread::{Scope, ScopedJoinHandle};

use tokio::sync::{mpsc, oneshot};

use super::super::error::AppError;
use super::super::runtime;
use super::own_files::OwnFiles;
use super::pictures::Pictures;
use super::{Brought, Sync, group_files, of_members, own_files, repos_of_group, sources};
use crate::fetch::RequestLog;
use crate::lang::Later;
use crate::model::clean;
use crate::report::sync_words::{self as words, Request};

/// Dropped by each site as soon as it has told all of something.
#[derive(Clone)]
pub(super) struct Lacking {
    /// What isn't about members of the group.
    pub of_user: mpsc::Sender<()>,
    /// What members solved.
    pub of_solves: mpsc::Sender<()>,
}

/// The files, while they are drawn.
pub(super) type Drawing<'scope> = ScopedJoinHandle<'scope, Result<OwnFiles, AppError>>;

impl Sync<'_> {
    /// Brings every source, in the order of `sources`; `None` where the user stopped it before the end. What the charts show
    /// is drawn as soon as it is there, while members of a group are still asked for.
    pub(super) fn run<'scope>(
        &'scope self,
        scope: &'scope Scope<'scope, '_>,
        pictures: &Pictures,
    ) -> Result<Option<Drawing<'scope>>, AppError> {
        let runtime = runtime().map_err(|error| {
            AppError::file(Later::message("can't start", "시작할 수 없습니다", "開始できません"), &error)
        })?;
        let ended = runtime.block_on(async {
            tokio::select! {
                drawing = self.everything(scope, pictures) => drawing.map(Some),
                // Where nobody can interrupt, nobody does.
                Ok(()) = tokio::signal::ctrl_c() => Ok(None),
            }
        });
        // A scan that was interrupted ends with the process.
        runtime.shutdown_background();
        self.progress.clear();
        let order: HashMap<String, usize> =
            sources(self.workspace).into_iter().map(|source| source.source).zip(0..).collect();
        self.brought.borrow_mut().sort_by_key(|one| order.get(&one.report.source).copied());
        ended
    }

    async fn everything<'scope>(
        &'scope self,
        scope: &'scope Scope<'scope, '_>,
        pictures: &Pictures,
    ) -> Result<Drawing<'scope>, AppError> {
        let (of_user, mut own_lacks) = mpsc::channel(1);
        let (of_solves, mut solves_lack) = mpsc::channel(1);
        let (tell_group, group_told) = oneshot::channel();
        let judges = async {
            if self.ask.offline {
                self.inspection.of_all(&self.store).await?;
                return self.as_stored();
            }
            self.judges(Lacking { of_user, of_solves }).await
        };
        let drawing = async {
            self.repositories().await?;
            while own_lacks.recv().await.is_some() {}
            self.inspection.of_all(&self.store).await?;
            let drawing = self.draw(scope, pictures, group_told);
            while solves_lack.recv().await.is_some() {}
            let _ = tell_group.send(self.news());
            Ok(drawing)
        };
        let (judges, drawing) = tokio::join!(judges, drawing);
        judges.and(drawing)
    }

    /// How many sources have told something new so far.
    fn news(&self) -> usize {
        self.brought.borrow().iter().filter(|brought| brought.report.update.is_news()).count()
    }

    /// Draws what is the user's, which is there, and what is the group's as soon as it is told that all is there of what
    /// members solved, and how many sources have told something new.
    fn draw<'scope>(
        &'scope self,
        scope: &'scope Scope<'scope, '_>,
        pictures: &Pictures,
        group_told: oneshot::Receiver<usize>,
    ) -> Drawing<'scope> {
        let (workspace, env) = (self.workspace, self.env);
        let others = of_members(workspace).chain(repos_of_group(workspace));
        let others: HashSet<String> = others.map(|other| other.source).collect();
        let (mut scans, mut seen) = (Vec::new(), HashMap::new());
        let mut is_unchanged = self.inspection.is_well();
        for Brought { report, changes, of_group, .. } in &mut *self.brought.borrow_mut() {
            scans.extend(changes.take());
            seen.extend(of_group.take());
            is_unchanged &=
                others.contains(&report.source) || (report.failure.is_none() && !report.update.is_news());
        }
        let block = pictures.block().filter(|_| is_unchanged).map(str::to_owned);
        scope.spawn(move || {
            let mut own = own_files::draw((workspace, env), scans, seen, block)?;
            if let Some(news) = group_told.blocking_recv().ok().filter(|news| *news > 0) {
                let seen = mem::take(&mut own.seen);
                // What goes wrong is told when the week is, with the ratings.
                let of_group = group_files::draw((workspace, env), &own.library, seen, false);
                own.of_group = of_group.ok().flatten().map(|files| (files, news));
            }
            Ok(own)
        })
    }

    /// What is told of a request when everything is told.
    pub(super) fn watch(&self) -> Option<impl Fn(&RequestLog) + 'static> {
        let progress = Rc::clone(&self.progress);
        let tell = move |asked: &RequestLog| {
            let request = Request {
                method: asked.method,
                url: &clean(&asked.url),
                status: asked.status,
                bytes: asked.bytes,
                took: asked.took.as_millis(),
                waited: asked.waited.as_millis(),
                conditional: asked.conditional,
            };
            progress.say(&words::request(progress.lang(), &request));
        };
        self.ask.verbose.then_some(tell)
    }
}
