//! A year to look back on.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use super::charts::{ChartKind, Named, Subject, View};
use super::env::Env;
use super::error::{AppError, cannot_write};
use super::freshness;
use super::library::Library;
use super::page;
use super::session::{Answered, Session};
use super::workspace::Workspace;
use crate::answers::review::{Ahead, Material, Review};
use crate::answers::{self, ContestTimes, SeriesStatus, StreakAnswer};
use crate::config::Theme;
use crate::files::{inside, write_changed};
use crate::lang::Later;
use crate::model::SolutionChange;
use crate::plot;
use crate::report::html::PageChart;
use crate::store::Store;

/// A year, and its charts.
pub struct Reviewed {
    pub review: Review,
    pub ahead: Ahead,
    /// What each chart says, and its file as the text names it.
    pub pictures: Vec<(String, String)>,
    /// The same charts as a page has them, and their colours as a rule for its style sheet.
    pub charts: Vec<PageChart>,
    pub colours: String,
    /// The files that are other ones than before.
    pub changed: Vec<PathBuf>,
}

/// Where the charts of a review go.
#[derive(Debug, Clone, Copy)]
pub enum Album<'a> {
    /// They are not drawn.
    None,
    /// They are drawn for a page, into no folder.
    Page,
    /// Into the usual folder.
    Usual,
    /// Into this folder.
    In(&'a Path),
}

/// Looks back on `year`, else on the current one; in January on the last one.
pub fn review(
    session: &Session<'_>,
    year: Option<i16>,
    album: Album<'_>,
) -> Result<Answered<Reviewed>, AppError> {
    let today = session.today();
    let year = year.unwrap_or(if today.month() == 1 { today.year() - 1 } else { today.year() });
    if year > today.year() {
        let message = Later::message(
            format!("{year} hasn't started yet"),
            format!("{year}년은 아직 시작되지 않았습니다"),
            format!("{year}年はまだ始まっていません"),
        );
        let remedy = Later::advice(
            "Choose an earlier year.",
            "더 이른 연도를 고르세요.",
            "より前の年を指定してください。",
        );
        return Err(AppError::usage(message, remedy));
    }
    let (library, series) = (session.library()?, session.series()?);
    let (rules, zone) = (&session.workspace.config.streak, session.zone());
    let changes = session.changes();
    let is_read = !changes.is_empty();
    let committed = is_read.then(|| answers::solved(&changes, &rules.day).with_archives(&library.archived));
    let streak = session.streak_of_changes()?;
    let times = ContestTimes::new(&library.contests);
    let material = Material {
        days: streak.as_ref().map(|streak| &streak.days[..]),
        committed: committed.as_ref(),
        rules,
        series,
        submissions: &library.submissions,
        catalogue: &library.catalogue,
        times: &times,
        zone: &zone,
    };
    let review = Review::new(year, today, &material);
    let standing = &session.standing()?.series;
    let ahead = Ahead::of(year, standing, session.now(), today, &zone);
    let scenes = if matches!(album, Album::None) || review.totals.is_empty() {
        Vec::new()
    } else {
        let charts = Charts {
            review: &review,
            standing: standing.clone(),
            streak: streak.as_ref(),
            library,
            commits: changes.clone(),
        };
        charts.scenes(&session.workspace, session.store()?, session.env)?
    };
    let (pictures, changed) = match album {
        Album::None | Album::Page => (Vec::new(), Vec::new()),
        _ if scenes.is_empty() => (Vec::new(), Vec::new()),
        Album::Usual => write(&scenes, &usual_dir(year, session.env)?, &session.workspace, session.env)?,
        Album::In(dir) => write(&scenes, dir, &session.workspace, session.env)?,
    };
    let hints = freshness::of_ratings(session)?;
    let kind = |named: &Named| {
        if named.name == ChartKind::Year.name() { ChartKind::Year } else { ChartKind::Rating }
    };
    let charts = scenes.iter().map(|named| page::chart(kind(named), &named.scene)).collect();
    let colours = plot::style(scenes.iter().map(|named| &named.scene));
    Ok(session.answered(Reviewed { review, ahead, pictures, charts, colours, changed }).with(hints))
}

/// The usual folder of a year's charts, where nothing leads it out of the workspace.
fn usual_dir(year: i16, env: &Env) -> Result<PathBuf, AppError> {
    let own = PathBuf::from(format!("review-{year}"));
    inside(&env.cwd, &env.cwd.join(&own).join("chart.svg"))
        .map_err(|error| AppError::file(cannot_write(own.display()), &error))?;
    Ok(own)
}

/// Writes the charts into `dir`: what each says and its file as the text names it, and the files that are other ones
/// than before.
fn write(scenes: &[Named], dir: &Path, workspace: &Workspace, env: &Env) -> Result<Drawn, AppError> {
    let theme = match workspace.config.charts.theme {
        Theme::Dark => plot::Theme::Dark,
        Theme::Light | Theme::Both => plot::Theme::Light,
    };
    let (mut pictures, mut changed) = (Vec::new(), Vec::new());
    for Named { name, scene } in scenes {
        let file = dir.join(format!("{name}.svg"));
        let path = env.cwd.join(&file);
        let written = write_changed(&path, scene.svg(theme).as_str().as_bytes())
            .map_err(|error| AppError::file(cannot_write(env.shown(&path)), &error))?;
        pictures.push((scene.title.clone(), file.display().to_string()));
        changed.extend(written.then_some(path));
    }
    Ok((pictures, changed))
}

/// What each chart says and its file as the text names it, and the files that are other ones than before.
type Drawn = (Vec<(String, String)>, Vec<PathBuf>);

/// The charts of a year.
struct Charts<'a> {
    review: &'a Review,
    standing: Vec<SeriesStatus>,
    streak: Option<&'a StreakAnswer>,
    library: &'a Library,
    commits: Vec<&'a [SolutionChange]>,
}

impl Charts<'_> {
    fn scenes(
        mut self,
        workspace: &Workspace,
        store: Option<&Store>,
        env: &Env,
    ) -> Result<Vec<Named>, AppError> {
        let totals = &self.review.totals;
        let view = View { since: Some(totals.from), until: Some(totals.to), ..View::default() };
        // The year's picture shows every rating.
        let (mut drawn, _) = {
            let subject = self.subject(workspace, store, env);
            subject.scenes(&[ChartKind::Year], &subject.frame(&view))?
        };
        // Of the ratings, the one with most contests; of equals the first.
        let contests = |status: &SeriesStatus| {
            let year = self.review.series.iter().find(|year| year.key == status.series.key);
            year.map_or(0, |year| year.contests)
        };
        self.standing.sort_by_key(|status| std::cmp::Reverse(contests(status)));
        self.standing.truncate(self.standing.iter().take(1).filter(|status| contests(status) > 0).count());
        let subject = self.subject(workspace, store, env);
        // A chart in which nothing happened says less than none.
        let has_days = totals.practice.is_some_and(|practice| practice.days > 0);
        let shown = [
            (ChartKind::Heatmap, has_days),
            (ChartKind::Rating, totals.contests > 0),
            (ChartKind::Solved, totals.solved > 0),
        ];
        let kinds: Vec<ChartKind> =
            shown.into_iter().filter(|(_, shown)| *shown).map(|(kind, _)| kind).collect();
        drawn.extend(subject.scenes(&kinds, &subject.frame(&view))?.0);
        Ok(drawn)
    }

    fn subject<'s>(
        &'s self,
        workspace: &'s Workspace,
        store: Option<&'s Store>,
        env: &'s Env,
    ) -> Subject<'s> {
        Subject {
            workspace,
            env,
            store,
            standing: &self.standing,
            streak: self.streak,
            library: self.library,
            commits: self.commits.clone(),
            committed: OnceCell::new(),
            group: None,
            solved_by: workspace.config.charts.solved_by,
        }
    }
}
