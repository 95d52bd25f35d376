//! The charts as files: where they go, in which formats and themes.

mod files;
mod group;
mod kinds;
mod practice;

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use jiff::civil::Date;

use self::files::File;
pub use self::group::{Charted, days_of};
pub use self::kinds::{ChartKind, Input};
use super::env::Env;
use super::error::{AppError, bug, with_causes};
use super::freshness;
use super::library::Library;
use super::session::{Answered, Session};
use super::workspace::Workspace;
use crate::answers::{self, Hint, SeriesStatus, Solved, StreakAnswer};
use crate::config::Charts;
pub use crate::config::{Format, SolvedBy, Theme};
use crate::judges::{self, Fetch};
use crate::lang::{Lang, Later};
use crate::model::{Advice, AuthorDate, Judge, Note, RatingSeries, SolutionChange};
use crate::plot::{self, ChartSize, Frame, PlotError, Scene};
use crate::report::{self, chart_words};
use crate::store::{Store, StoreError};

/// What the names of charts for dark backgrounds end in where there are both.
pub const DARK: &str = "-dark";

/// The backgrounds, and how the names of their files end.
const BOTH: [(plot::Theme, &str); 2] = [(plot::Theme::Light, ""), (plot::Theme::Dark, DARK)];

/// What the charts show.
pub struct Subject<'a> {
    pub workspace: &'a Workspace,
    pub env: &'a Env,
    /// `None` before the first sync.
    pub store: Option<&'a Store>,
    pub standing: &'a [SeriesStatus],
    /// `None` where no repository could be read.
    pub streak: Option<&'a StreakAnswer>,
    /// Empty before the first sync.
    pub library: &'a Library,
    /// The commits of each repository that could be read.
    pub commits: Vec<&'a [SolutionChange]>,
    /// What they solve, which several kinds show: nothing before the first of them asks.
    pub committed: OnceCell<Solved>,
    /// What the members of the group did; `None` where no group is configured or nothing of it is drawn.
    pub group: Option<Charted<'a>>,
    /// What bars of solved problems are split by.
    pub solved_by: SolvedBy,
}

/// How much of it they show, and at which size.
#[derive(Debug, Clone, Copy, Default)]
pub struct View {
    pub size: Option<ChartSize>,
    pub since: Option<Date>,
    pub until: Option<Date>,
}

/// A chart, and its files' name without theme and ending.
pub struct Named {
    pub name: String,
    pub scene: Scene,
}

/// Why a kind has no chart.
pub enum Missing {
    /// The store can't be read.
    Store(StoreError),
    /// There is nothing to show yet: what is missing and what to do.
    Data(Later<Advice>),
    /// It could not be drawn.
    Plot(PlotError),
}

impl Missing {
    /// Nothing to count days with.
    fn no_repository() -> Self {
        Self::data(chart_words::no_repository)
    }

    /// Nobody to ask for.
    fn no_handle() -> Self {
        Self::data(|lang| report::hint(&Hint::NoHandle, lang))
    }

    fn data<A: Into<Advice>>(say: impl Fn(Lang) -> A + Send + Sync + 'static) -> Self {
        Self::Data(Later::new(move |lang| say(lang).into()))
    }
}

impl From<PlotError> for Missing {
    fn from(error: PlotError) -> Self {
        Self::Plot(error)
    }
}

impl From<StoreError> for Missing {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// A chart's file.
pub struct Drawn {
    pub path: PathBuf,
    /// The same name for every theme and format.
    pub name: String,
    /// What the chart says.
    pub title: String,
    /// Whether its content is another than before.
    pub written: bool,
    /// The characters that a PNG has none of, as no font has them.
    pub unknown: Vec<char>,
}

/// The kinds that had nothing to show, each reason once.
#[derive(Default)]
pub struct Undrawn(Vec<(Later<Advice>, Vec<ChartKind>)>);

impl Undrawn {
    fn add(&mut self, kind: ChartKind, why: Later<Advice>) {
        match self.0.iter_mut().find(|(other, _)| *other == why) {
            Some((_, kinds)) => kinds.push(kind),
            None => self.0.push((why, vec![kind])),
        }
    }

    /// With those of another drawing.
    pub fn extend(&mut self, other: Self) {
        for (why, kinds) in other.0 {
            for kind in kinds {
                self.add(kind, why.clone());
            }
        }
    }

    /// Of each reason: the kinds, what is missing, what to do.
    pub fn said(&self, lang: Lang) -> Vec<Advice> {
        let line = |(why, kinds): &(Later<Advice>, Vec<ChartKind>)| {
            let names: Vec<String> = kinds.iter().map(|kind| kind.name()).collect();
            Advice::words(names.join(", ")).and(": ").then(why.said(lang))
        };
        self.0.iter().map(line).collect()
    }
}

/// The files of a drawing, and the kinds that had nothing to show.
#[derive(Default)]
pub struct Gallery {
    pub files: Vec<Drawn>,
    pub missing: Undrawn,
}

impl Gallery {
    /// The files of the format that the first has: each chart once in each theme.
    pub fn of_one_format(&self) -> Vec<PathBuf> {
        let first = self.files.first().and_then(|drawn| drawn.path.extension());
        let files = self.files.iter().map(|drawn| &drawn.path);
        files.filter(|path| path.extension() == first).cloned().collect()
    }

    /// A note for each file that lacks characters.
    pub fn notes(&self, env: &Env) -> impl Iterator<Item = Note> {
        let lacking = self.files.iter().filter(|drawn| !drawn.unknown.is_empty());
        lacking.map(|drawn| Note::Unwritable {
            file: env.shown(&drawn.path),
            characters: drawn.unknown.iter().collect(),
        })
    }
}

/// What is asked for instead of what is configured.
#[derive(Debug, Clone, Copy)]
pub struct Style<'a> {
    /// The folder.
    pub out: Option<&'a Path>,
    pub formats: &'a [Format],
    pub theme: Option<Theme>,
    pub solved_by: Option<SolvedBy>,
}

/// The kinds of which the workspace here can have any; where there is none, those that every workspace can have.
pub fn kinds(env: &Env) -> Vec<ChartKind> {
    Workspace::open(env).map_or_else(|_| ChartKind::own(), |workspace| ChartKind::of(&workspace.config))
}

/// Draws these kinds into files.
pub fn draw(
    session: &Session<'_>,
    kinds: &[ChartKind],
    style: &Style<'_>,
    view: &View,
) -> Result<Answered<Gallery>, AppError> {
    let mut subject = Subject::of(session, kinds)?;
    let mut beside = session.answered(());
    if session.workspace.config.group.is_some() && kinds.iter().any(|kind| kind.reads(Input::Group)) {
        let Answered { answer, notes, failures, .. } =
            super::group::calendar(session, |today| days_of(view, today))?;
        subject.group = Some(answer);
        beside.notes.extend(notes);
        beside.failures.extend(failures);
    }
    let configured = &session.workspace.config.charts;
    let charts = Charts {
        dir: style.out.map_or_else(|| configured.dir.clone(), |dir| session.env.cwd.join(dir)),
        formats: if style.formats.is_empty() { configured.formats.clone() } else { style.formats.to_vec() },
        theme: style.theme.unwrap_or(configured.theme),
        solved_by: style.solved_by.unwrap_or(configured.solved_by),
    };
    subject.solved_by = charts.solved_by;
    let may_draw = if style.out.is_none() { subject.may_draw() } else { Ok(()) };
    let gallery = may_draw.and_then(|()| subject.draw(kinds, &charts, view));
    let gallery = gallery.map_err(|error| error.after(beside.failures.clone()))?;
    beside.notes.extend(gallery.notes(session.env));
    Ok(beside.try_map(|()| Ok(gallery))?.with(freshness::old_ratings(session)?))
}

impl<'a> Subject<'a> {
    /// What these kinds show; nothing else is read.
    pub fn of(session: &'a Session<'_>, kinds: &[ChartKind]) -> Result<Self, AppError> {
        static NOTHING: LazyLock<Library> = LazyLock::new(Library::default);
        let reads = |source| kinds.iter().any(|kind| kind.reads(source));
        Ok(Self {
            workspace: &session.workspace,
            env: session.env,
            store: session.store()?,
            standing: &session.standing()?.series,
            streak: if reads(Input::Practice) { session.practice().streak.as_ref() } else { None },
            library: if reads(Input::Library) { session.library()? } else { &NOTHING },
            commits: if reads(Input::Commits) { session.changes() } else { Vec::new() },
            committed: OnceCell::new(),
            group: None,
            solved_by: session.workspace.config.charts.solved_by,
        })
    }
}

impl Subject<'_> {
    /// Draws the charts of these kinds to where `charts` says; unchanged files are left alone.
    pub fn draw(&self, kinds: &[ChartKind], charts: &Charts, view: &View) -> Result<Gallery, AppError> {
        let themes: &[(plot::Theme, &'static str)] = match charts.theme {
            Theme::Light => &[(plot::Theme::Light, "")],
            Theme::Dark => &[(plot::Theme::Dark, "")],
            Theme::Both => &BOTH,
        };
        let (everywhere, themed): (Vec<ChartKind>, Vec<ChartKind>) =
            kinds.iter().partition(|kind| kind.is_for_both_themes());
        let frame = self.frame(view);
        let (themed, mut missing) = self.scenes(&themed, &frame)?;
        let (everywhere, more) = self.scenes(&everywhere, &frame)?;
        missing.extend(more);
        let passes =
            themes.iter().map(|theme| (theme, &themed)).chain(BOTH.iter().map(|theme| (theme, &everywhere)));
        let (dir, formats) = (&charts.dir, &charts.formats);
        let files: Vec<File<'_>> = passes
            .flat_map(|((theme, suffix), charts)| charts.iter().map(move |chart| (*theme, *suffix, chart)))
            .flat_map(|(theme, suffix, chart)| {
                formats.iter().map(move |format| File { dir, theme, suffix, chart, format: *format })
            })
            .collect();
        Ok(Gallery { files: files::save(&files)?, missing })
    }

    /// An error where the configured folder of charts is none that cpt writes to by itself.
    pub fn may_draw(&self) -> Result<(), AppError> {
        self.workspace.may_write_in(&self.workspace.config.charts.dir, self.env)
    }

    /// What the commits solve.
    pub fn committed(&self) -> &Solved {
        let rule = &self.workspace.config.streak.day;
        self.committed.get_or_init(|| answers::solved(&self.commits, rule))
    }

    /// What surrounds every chart.
    pub fn frame(&self, view: &View) -> Frame {
        let frame = Frame::new(self.workspace.today(self.env), self.workspace.zone(self.env));
        let lang = self.workspace.file_lang();
        Frame { lang, size: view.size, since: view.since, until: view.until, ..frame }
    }

    /// The day, as days are told apart for the streak, on which a source (`cpt sync --json` names them) was last
    /// fetched; `None` where it never was.
    fn fetched_on(&self, source: &str) -> Result<Option<Date>, StoreError> {
        let at = self.store.map(|store| store.synced_at(source)).transpose()?.flatten();
        let (rule, zone) = (&self.workspace.config.streak.day, self.workspace.zone(self.env));
        Ok(at.map(|at| rule.day_of(AuthorDate::in_zone(at, &zone))))
    }

    /// The day as of which a rating is: that on which it was last fetched; of one that nobody fetched but imported, that of
    /// its last contest.
    fn as_of(&self, series: &RatingSeries) -> Result<Option<Date>, StoreError> {
        let fetched = self.fetched_on(&judges::ratings_source(&series.key))?;
        let (rule, zone) = (&self.workspace.config.streak.day, self.workspace.zone(self.env));
        let last = || series.history.last().map(|change| rule.day_of(AuthorDate::in_zone(change.at, &zone)));
        Ok(fetched.or_else(last))
    }

    /// Why there is no rating at all.
    fn unrated(&self) -> Missing {
        if self.workspace.config.handles.is_empty() {
            return Missing::no_handle();
        }
        Missing::data(|lang| report::hint(&Hint::NoRating, lang))
    }

    /// That `words` say what there is to show, and what to do where it is for lack of a sync: where a source of the
    /// followed judges that fetches what is `needed` could not be fetched, or never was.
    fn lacks<W: Into<String>>(
        &self,
        words: impl Fn(Lang) -> W + Send + Sync + 'static,
        needed: fn(&Fetch) -> bool,
    ) -> Result<Missing, StoreError> {
        let now = self.env.now.timestamp();
        let failed = freshness::failed(self.workspace, self.store, now, None, needed)?.into_iter().next();
        let is_missing = failed.is_none() && self.lacks_source(needed)?;
        Ok(Missing::data(move |lang| {
            let said = Advice::words(words(lang));
            let remedy = match &failed {
                Some(failed) => report::hint(failed, lang),
                None if is_missing => chart_words::sync(lang),
                None => return said,
            };
            said.and(lang.space()).then(remedy)
        }))
    }

    /// Whether a source of the followed judges that fetches what is `needed` was never fetched.
    fn lacks_source(&self, needed: fn(&Fetch) -> bool) -> Result<bool, StoreError> {
        let handles = &self.workspace.config.handles;
        for judge in Judge::all().filter(|judge| handles.at(*judge).is_some()) {
            for source in judges::sources(judge).iter().filter(|source| needed(&source.fetch)) {
                if self.fetched_on(&source.id(judge))?.is_none() {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// The charts of these kinds, and the kinds that have nothing to show.
    pub fn scenes(&self, kinds: &[ChartKind], frame: &Frame) -> Result<(Vec<Named>, Undrawn), AppError> {
        let (mut scenes, mut missing) = (Vec::new(), Undrawn::default());
        for kind in kinds {
            match kind.draw(self, frame) {
                Ok(drawn) => scenes.extend(drawn),
                Err(Missing::Data(why)) => missing.add(*kind, why),
                Err(Missing::Store(error)) => return Err(error.into()),
                Err(Missing::Plot(error)) => return Err(cannot_draw(error)),
            }
        }
        Ok((scenes, missing))
    }
}

/// The error of a chart that can't be drawn, which is a bug.
pub fn cannot_draw(error: PlotError) -> AppError {
    let error = Arc::new(error);
    AppError::usage(Later::new(move |lang| with_causes(error.told(lang), &*error)), bug())
}
