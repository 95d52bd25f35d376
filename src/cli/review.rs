//! `cpt review`: a year to look back on.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::Outcome;
use super::charts::{Kind, Named, Subject, View};
use super::error::CliError;
use super::library::Library;
use super::output::Output;
use super::practice::{self, Facts};
use super::workspace::Workspace;
use super::world::World;
use crate::answers::review::{Material, Review};
use crate::answers::{self, ContestTimes, StreakAnswer};
use crate::config::Theme;
use crate::files::{inside, write_changed};
use crate::model::{Goal, SolutionChange, Target};
use crate::plot;
use crate::report::{self, Ahead, SeriesStatus};
use crate::store::Store;

/// Look back on a year, as a text to put into a blog
///
/// Prints Markdown: practice, solved problems by judge and colour, new topics, contests and colours reached, the year
/// before for comparison, and the chances of what lies ahead. Draws its charts into a folder beside it. A year that is
/// not over is told as of today, and compared with the same part of the year before.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Which year [default: the current one; in January the last one]
    #[arg(value_parser = clap::value_parser!(i16).range(1..=9999))]
    year: Option<i16>,

    /// Print a page of HTML
    #[arg(long, conflicts_with = "json")]
    html: bool,

    /// Print one JSON object, and draw nothing
    #[arg(long)]
    json: bool,

    /// Draw the charts into this folder [default: review-YEAR]
    #[arg(long, value_name = "DIR", conflicts_with = "json")]
    charts: Option<PathBuf>,

    /// Draw no charts
    #[arg(long, conflicts_with = "charts")]
    no_charts: bool,
}

/// The kinds that show a year.
const KINDS: [Kind; 3] = [Kind::Heatmap, Kind::Rating, Kind::Solved];

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let workspace = Workspace::open(world)?;
    let today = workspace.today(world);
    let year = args.year.unwrap_or(if today.month() == 1 { today.year() - 1 } else { today.year() });
    if year > today.year() {
        return Err(CliError::usage(format!("{year} has not begun"), "`cpt target` tells what lies ahead."));
    }
    let store = Store::open_existing(&workspace.root)?;
    let library = Library::read(&workspace, store.as_ref())?;
    let facts = Facts::read(&workspace);
    facts.warnings.iter().for_each(|warning| output.note(warning));
    practice::tell(&facts.failures, output);
    let (rules, zone) = (&workspace.config.streak, workspace.zone(world));
    let changes: Vec<&[SolutionChange]> = facts.repos.iter().map(|(_, changes)| &changes[..]).collect();
    let is_read = !changes.is_empty();
    let committed = is_read.then(|| answers::solved(&changes, &rules.day));
    let streak = is_read.then(|| answers::streak(&changes, rules, today));
    let series = workspace.series(store.as_ref())?;
    let times = ContestTimes::new(&library.contests);
    let review = Review::new(
        year,
        today,
        &Material {
            days: streak.as_ref().map(|streak| &streak.days[..]),
            committed: committed.as_ref(),
            rules,
            series: &series,
            submissions: &library.submissions,
            catalogue: &library.catalogue,
            times: &times,
            zone: &zone,
        },
    );
    let (standing, _) = workspace.standing(series, world);
    let ahead = ahead(&review, &standing, &workspace, world);
    if args.json {
        output.answer(&report::to_line(&report::ReviewJson::new(&review, &ahead))?)?;
    } else {
        let album = Album { review: &review, standing, streak: streak.as_ref(), library: &library };
        let pictures = if args.no_charts || review.totals.is_empty() {
            Vec::new()
        } else {
            album.draw(args.charts.as_deref(), &workspace, store.as_ref(), world, output)?
        };
        let tell = if args.html { report::review_html } else { report::review_markdown };
        output.answer(&tell(&review, &ahead, &pictures))?;
        super::status::hint(&workspace, store.as_ref(), output)?;
        super::age::note(&workspace, store.as_ref(), world, output)?;
    }
    Ok(if facts.failures.is_empty() { Outcome::Done } else { Outcome::Partly })
}

/// What lies ahead of a year that has just passed or is passing: the open targets, and for each rating that has none in
/// the next year its next colour by the end of that.
fn ahead(review: &Review, standing: &[SeriesStatus], workspace: &Workspace, world: &World) -> Ahead {
    let mut ahead = Ahead::default();
    let next = review.year + 1;
    let Ok(end) = Date::new(next, 12, 31) else { return ahead };
    if next < workspace.today(world).year() {
        return ahead;
    }
    for status in standing {
        let open = status.targets.iter().filter(|target| target.is_open());
        ahead.targets.extend(open.clone().cloned());
        let key = &status.series.key;
        let colour = status.series.rating().and_then(|rating| key.judge.next_colour(rating));
        if let (Some(tier), true) = (colour, open.clone().all(|target| target.target.by.year() < next)) {
            let goal = Goal { rating: tier.from, colour: tier.colour };
            let target = Target { judge: key.judge, track: key.track, goal, by: end, equivalent: None };
            ahead.next_colours.push(workspace.progress(target, &status.series, world));
        }
    }
    ahead
}

/// The charts of a year.
struct Album<'a> {
    review: &'a Review,
    standing: Vec<SeriesStatus>,
    streak: Option<&'a StreakAnswer>,
    library: &'a Library,
}

impl Album<'_> {
    /// Draws them into `dir`; what each says, and its file as the text names it.
    fn draw(
        mut self,
        dir: Option<&Path>,
        workspace: &Workspace,
        store: Option<&Store>,
        world: &World,
        output: &mut Output,
    ) -> Result<Vec<(String, String)>, CliError> {
        // Of the ratings, the one with most contests; of equals the first.
        let contests = |status: &SeriesStatus| {
            let year = self.review.series.iter().find(|year| year.key == status.series.key);
            year.map_or(0, |year| year.contests)
        };
        self.standing.sort_by_key(|status| std::cmp::Reverse(contests(status)));
        self.standing.truncate(self.standing.iter().take(1).filter(|status| contests(status) > 0).count());
        let subject = Subject {
            workspace,
            world,
            store,
            standing: &self.standing,
            streak: self.streak,
            library: self.library,
            commits: Vec::new(),
        };
        let totals = &self.review.totals;
        let view = View { since: Some(totals.from), until: Some(totals.to), ..View::default() };
        let theme = match workspace.config.charts.theme {
            Theme::Dark => plot::Theme::Dark,
            Theme::Light | Theme::Both => plot::Theme::Light,
        };
        let own = PathBuf::from(format!("review-{}", self.review.year));
        if dir.is_none() {
            inside(&world.cwd, &world.cwd.join(&own).join("chart.svg"))
                .map_err(|error| CliError::file(format!("can't write to {}", own.display()), &error))?;
        }
        let dir = dir.map_or(own, Path::to_owned);
        let (drawn, _) = subject.pictures(&KINDS, &subject.frame(theme, &view))?;
        let mut pictures = Vec::new();
        for Named { name, svg } in drawn {
            let file = dir.join(format!("{name}.svg"));
            let path = world.cwd.join(&file);
            let written = write_changed(&path, svg.as_str().as_bytes())
                .map_err(|error| CliError::file(format!("can't write {}", world.shown(&path)), &error))?;
            if written {
                output.note(&format!("Wrote {}\n", world.shown(&path)));
            }
            pictures.push((svg.title().to_owned(), file.display().to_string()));
        }
        Ok(pictures)
    }
}
