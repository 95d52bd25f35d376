//! The report page: what `cpt report` writes and `cpt serve` shows.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};

use super::charts::{ChartKind, Subject, Undrawn, View, days_of};
use super::error::{AppError, cannot_write};
use super::freshness;
use super::group;
use super::lists;
use super::next;
use super::session::{Answered, Session};
use super::stats::{self, StatsOf};
use super::workspace::Workspace;
use crate::answers::{
    self, DateRange, Levels, ListProgress, PracticeRecord, ProblemDays, StreakAnswer, Wish,
};
use crate::files::{write_changed, write_to};
use crate::lang::Later;
use crate::model::{Advice, SolutionChange};
use crate::plot::{self, Frame, Scene};
use crate::report;
use crate::report::html::{self, Drawing, Material, PageChart, Repo};
use crate::scan;

/// The page's place beside `cpt.toml`.
const FILE: &str = "report/index.html";

/// Where the page is written to.
pub struct PageFile {
    pub file: PathBuf,
    /// Whether the user named it.
    is_named: bool,
}

impl PageFile {
    /// The file that was asked for, else the usual one. An error where it is a folder.
    pub fn new(session: &Session<'_>, out: Option<&Path>) -> Result<Self, AppError> {
        let beside = || session.workspace.root.join(FILE);
        let file = out.map_or_else(beside, |out| session.env.cwd.join(out));
        if file.is_dir() {
            let dir = file.display();
            let message = Later::message(
                format!("--out: {dir} is a directory"),
                format!("--out: 디렉터리입니다: {dir}"),
                format!("--out: ディレクトリです: {dir}"),
            );
            let remedy = Later::advice(
                "Give a file name, e.g. report/index.html.",
                "파일 이름을 쓰세요 (예: report/index.html).",
                "ファイル名を指定してください (例: report/index.html)。",
            );
            return Err(AppError::usage(message, remedy));
        }
        Ok(Self { file, is_named: out.is_some() })
    }

    /// Writes the page; whether the file is another than before.
    pub fn write(&self, html: &str, session: &Session<'_>) -> Result<bool, AppError> {
        let (file, env) = (&self.file, session.env);
        let written = if self.is_named {
            write_to(file, html.as_bytes())
        } else {
            session.workspace.may_write(file, env)?;
            write_changed(file, html.as_bytes())
        };
        written.map_err(|error| AppError::file(cannot_write(env.shown(file)), &error))
    }
}

/// The page.
pub struct Page<'s> {
    pub html: String,
    /// The lists of problems that it shows.
    pub lists: Vec<ListProgress<'s>>,
}

/// Makes the page from the store and from git as they are now; never writes to either. With a `stamp` the page watches
/// for another one.
pub fn build<'s>(session: &'s Session<'_>, stamp: Option<&str>) -> Result<Answered<Page<'s>>, AppError> {
    let (workspace, series, library) = (&session.workspace, session.series()?, session.library()?);
    let lang = workspace.file_lang();
    let levels = Levels::now(series);
    let standing = session.standing()?;
    let facts = session.commits();
    let changes = session.changes();
    let (rules, today) = (&workspace.config.streak, session.today());
    let streak = session.streak_of_changes()?;
    let habits = streak.as_ref().map(|streak| answers::habits(&streak.days, rules, today));
    let journal = answers::journal(&changes, rules);
    let group = match &workspace.config.group {
        Some(_) => Some(group::overview(session, |today| days_of(&View::default(), today))?),
        None => None,
    };
    let (mut of_group, mut beside) = (None, session.answered(()));
    let mut charted = None;
    if let Some(Answered { answer, notes, failures, .. }) = group {
        beside.notes.extend(notes);
        beside.failures.extend(failures);
        charted = Some(answer.charted);
        of_group = Some((answer.week, answer.ledger));
    }
    let subject = Subject {
        workspace,
        env: session.env,
        store: session.store()?,
        standing: &standing.series,
        streak: streak.as_ref(),
        library,
        commits: changes.clone(),
        committed: OnceCell::new(),
        group: charted,
        solved_by: workspace.config.charts.solved_by,
    };
    let (charts, missing) = charts(&subject)?;
    let days: BTreeSet<Date> = journal.iter().map(|day| day.date).collect();
    let calendar = match &streak {
        Some(streak) => calendar(&subject, streak, &days)?,
        None => Vec::new(),
    };
    let colours =
        plot::style(charts.iter().map(|(_, scene)| scene).chain(calendar.iter().map(|(_, scene)| scene)));
    let solved = subject.committed();
    let contests = library.contests_taken(series);
    let recorded = answers::recorded_alone(solved, &library.attempts, library.catalogue.duplicates());
    let known = PracticeRecord {
        catalogue: &library.catalogue,
        submissions: &library.submissions,
        attempts: &library.attempts,
        contests: &contests,
        solved,
        recorded: &recorded,
        // Without a repository everything would be missing there.
        committed: (!changes.is_empty() && facts.failures.is_empty()).then_some(solved),
        levels: &levels,
    };
    let zone = session.zone();
    let todo = answers::todo(known, DateRange::ALL, today, &zone);
    let mut wish = Wish::of_the_day();
    let assignment = next::next(session, &mut wish, None, false)?.without_hints(true).answer;
    let (lists, wrong_lists) = lists::readable(session)?;
    let coming = answers::coming(&library.contests, series, session.now());
    let all = StatsOf { window: DateRange::ALL, judge: None, within_reach: false };
    let stats = stats::stats(session, &all)?.without_hints(true).answer.now.judged;
    let labelled: Vec<Repo> =
        facts.repos.iter().map(|(label, changes)| repo(workspace, label, changes)).collect();
    let mut notes = notes(session, &beside)?;
    notes.extend(wrong_lists.into_iter().map(|failure| Advice::words(failure.message.said(lang))));
    let material = Material {
        lang,
        now: &session.env.now,
        today,
        zone: &zone,
        keys: &workspace.series_keys(),
        standing: &standing.series,
        orphans: &standing.orphans,
        habit: streak.as_ref().zip(habits.as_ref()),
        rules,
        journal: &journal,
        repos: &labelled,
        solved,
        contests: &contests,
        todo: &todo,
        next: (!assignment.problems.is_empty()).then_some(&assignment),
        lists: &lists,
        group: of_group.as_ref().map(|(week, ledger)| (week.view(lang), ledger)),
        coming: &coming,
        stats: &stats,
        catalogue: &library.catalogue,
        calendar: calendar.iter().map(|(title, scene)| year(title, scene, &days)).collect(),
        charts: charts.iter().map(|(kind, scene)| chart(*kind, scene)).collect(),
        missing: missing.said(lang),
        colours: &colours,
        notes,
    };
    let html = html::page(&material, stamp).map_err(AppError::page)?;
    beside.try_map(|()| Ok(Page { html, lists }))
}

/// A chart and what kind it is.
type Drawn = (ChartKind, Scene);

/// Every chart but the calendar, and the kinds that have nothing to show.
fn charts(subject: &Subject<'_>) -> Result<(Vec<Drawn>, Undrawn), AppError> {
    let shown = |kind: &&ChartKind| **kind != ChartKind::Heatmap && !kind.is_picture();
    let frame = subject.frame(&View::default());
    let frame = Frame { told: Some(frame.today), ..frame };
    let (mut charts, mut missing) = (Vec::new(), Undrawn::default());
    for kind in ChartKind::of(&subject.workspace.config).iter().filter(shown) {
        let (drawn, lines) = subject.scenes(&[*kind], &frame)?;
        charts.extend(drawn.into_iter().map(|chart| (*kind, chart.scene)));
        missing.extend(lines);
    }
    Ok((charts, missing))
}

/// The year that ends today, and the calendar years before it that hold any of `days`, each with its name and what it
/// comes to.
fn calendar(
    subject: &Subject<'_>,
    streak: &StreakAnswer,
    days: &BTreeSet<Date>,
) -> Result<Vec<(String, Scene)>, AppError> {
    let (today, lang) = (streak.today.date, subject.workspace.file_lang());
    let first = days.first().map_or(today, |first| *first).year();
    let years = (first..today.year()).rev().filter_map(|year| {
        let (since, until) = (date(year, 1, 1), date(year, 12, 31));
        let view = View { since: Some(since), until: Some(until), ..View::default() };
        days.range(since..=until).next().map(|_| {
            let of_year = streak.days.iter().filter(|day| (since..=until).contains(&day.date));
            (format!("{year}: {}", ProblemDays::of(of_year).count), view)
        })
    });
    let mut calendar = Vec::new();
    for (title, view) in std::iter::once((report::last_year(lang).into_owned(), View::default())).chain(years)
    {
        let (drawn, _) = subject.scenes(&[ChartKind::Heatmap], &subject.frame(&view))?;
        calendar.extend(drawn.into_iter().map(|chart| (title.clone(), chart.scene)));
    }
    Ok(calendar)
}

/// A chart as the page has it.
pub(super) fn chart(kind: ChartKind, scene: &Scene) -> PageChart {
    PageChart {
        title: scene.title.clone(),
        context: scene.context.clone(),
        is_timeline: kind.is_timeline() && !kind.is_picture(),
        is_picture: kind.is_picture(),
        svg: Drawing::of_chart(scene.part(|_| false)),
        pinned: scene.pinned().map(Drawing::of_chart),
        values: scene.values(),
    }
}

/// A year of the calendar as the page has it, with links from its days to what was done on them.
fn year(title: &str, scene: &Scene, days: &BTreeSet<Date>) -> PageChart {
    let markup = scene.part(|day| days.contains(&day));
    PageChart {
        title: title.to_owned(),
        context: format!("{}{}{}", scene.title, scene.lang.full_stop(), scene.context),
        is_timeline: true,
        is_picture: false,
        svg: Drawing::of_chart(markup),
        pinned: None,
        values: Vec::new(),
    }
}

/// What the page says of a repository's commits.
fn repo(workspace: &Workspace, label: &str, changes: &[SolutionChange]) -> Repo {
    let spec = workspace.config.repos.iter().find(|repo| repo.label == label);
    let opened = spec.and_then(|spec| scan::open(spec).ok());
    let ids = || changes.iter().map(|change| &change.commit);
    let subjects = opened.as_ref().map(|repo| repo.subjects(ids())).unwrap_or_default();
    Repo {
        label: label.to_owned(),
        subjects: ids().copied().zip(subjects).collect::<HashMap<_, _>>(),
        pages: opened.and_then(|repo| repo.commit_pages()),
    }
}

/// What could not be read, what there is to know of what was, and what is missing or old.
fn notes(session: &Session<'_>, beside: &Answered<()>) -> Result<Vec<Advice>, AppError> {
    let lang = session.workspace.file_lang();
    let failures = beside.failures.iter().map(|failure| Advice::words(failure.message.said(lang)));
    let notes = failures.chain(beside.notes.iter().map(|note| report::note_paragraph(note, lang)));
    Ok(notes.chain(freshness::of_ratings(session)?.iter().map(|hint| report::hint(hint, lang))).collect())
}
