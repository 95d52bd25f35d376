//! Every kind of chart: what it draws from, and how.

use super::{Missing, Named, Subject, group, practice};
use clap::ValueEnum as _;
use jiff::civil::Date;

use crate::answers;
use crate::config::Config;
use crate::judges::{self, Fetch};
use crate::model::{RatingSeries, Target};
use crate::plot::{self, Frame};
use crate::report::chart_words;

/// A kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ChartKind {
    /// A rating with its colours; one chart per rating
    Rating,
    /// All ratings on one time axis, with your practice below
    Journey,
    /// Solved problems per day: the last year, or each year in its own row with --since
    Heatmap,
    /// Solved problems per week by difficulty, with the moving average; the last year or --since
    Solved,
    /// Difficulty of solved problems compared with your rating; one chart per judge, on its own scale for BOJ and
    /// others
    Difficulty,
    /// Success rate per tag for problems within reach, worst first
    Tags,
    /// When you practise: hours by weekday; the last year or --since
    Hours,
    /// A year in one picture to share, 1200x630: numbers, ratings, days; the current year or that of --until
    Year,
    /// Small cards for a README or profile page, in light and dark: ratings, streak, half a year
    Card,
    /// A study group: a row of days per member with the weekly goals, and everyone's ratings per judge
    Group,
}

/// What takes time to read, and is read only for the kinds that need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// The repositories.
    Practice,
    /// What the judges list, and what was handed in there.
    Library,
    /// The commits in the repositories, one by one.
    Commits,
    /// What the members of the group did.
    Group,
}

/// Draws a kind's charts.
type Draw = fn(&Subject<'_>, &Frame) -> Result<Vec<Named>, Missing>;

impl ChartKind {
    /// The table of kinds.
    fn row(self) -> (&'static [Input], Draw) {
        match self {
            Self::Rating => (&[], ratings),
            Self::Journey => (&[Input::Practice], journey),
            Self::Heatmap => (&[Input::Practice], practice::heatmap),
            Self::Solved => (&[Input::Library, Input::Commits], practice::solved),
            Self::Difficulty => (&[Input::Library, Input::Commits], practice::difficulty),
            Self::Tags => (&[Input::Library], practice::tags),
            Self::Hours => (&[Input::Library, Input::Commits], practice::hours),
            Self::Year => (&[Input::Practice, Input::Library, Input::Commits], practice::year_card),
            Self::Card => (&[Input::Practice], cards),
            Self::Group => (&[Input::Group], group::draw),
        }
    }

    /// The kinds that show what is the user's own.
    pub fn own() -> Vec<Self> {
        Self::value_variants().iter().copied().filter(|kind| !kind.reads(Input::Group)).collect()
    }

    /// The kinds of which a workspace can have any: those of a group where one is configured.
    pub fn of(config: &Config) -> Vec<Self> {
        if config.group.is_some() { Self::value_variants().to_vec() } else { Self::own() }
    }

    /// What it is called on the command line.
    pub fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// Whether it draws from `source`.
    pub fn reads(self, source: Input) -> bool {
        self.row().0.contains(&source)
    }

    /// Whether it is a picture to put elsewhere, of what other charts show.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Card | Self::Year)
    }

    /// Whether time goes from its left to its right.
    pub fn is_timeline(self) -> bool {
        !matches!(self, Self::Tags | Self::Hours)
    }

    /// Whether it comes for light and dark, whatever is configured.
    pub fn is_for_both_themes(self) -> bool {
        self == Self::Card
    }

    pub(super) fn draw(self, subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
        self.row().1(subject, frame)
    }
}

fn ratings(subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
    let mut drawn = Vec::new();
    for status in subject.standing {
        // Who was asked for and has no contest gets a chart that waits; who wasn't has none.
        let fetched = subject.as_of(&status.series)?;
        let Some(fetched) = fetched else { continue };
        let targets: Vec<Target> = status.targets.iter().map(|progress| progress.target).collect();
        let frame = Frame { as_of: fetched, ..frame.clone() };
        let now = subject.env.now.timestamp();
        let from = answers::forecast_from(&status.series, now, frame.today, &frame.zone);
        let forecast = status.forecast(from, &frame.zone);
        let scene = plot::rating(&status.series, &targets, forecast.as_ref(), &frame)?;
        drawn.push(Named { name: status.series.key.slug(), scene });
    }
    match (drawn.is_empty(), subject.standing.is_empty()) {
        (false, _) => Ok(drawn),
        (true, false) => {
            Err(subject.lacks(chart_words::no_rating, |fetch| matches!(fetch, Fetch::Ratings(..)))?)
        }
        (true, true) => Err(subject.unrated()),
    }
}

fn journey(subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
    let (series, as_of) = rated(subject)?;
    let source = subject.workspace.config.streak.source;
    let days = subject.streak.map_or(&[][..], |streak| &streak.days);
    let frame = Frame { as_of, ..frame.clone() };
    Ok(vec![Named { name: "journey".to_owned(), scene: plot::journey(&series, (days, source), &frame)? }])
}

/// Cards have a size of their own and show the days until today.
fn cards(subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
    let frame = Frame { lang: frame.lang, ..Frame::new(frame.today, frame.zone.clone()) };
    let mut cards = Vec::new();
    for status in subject.standing {
        let name = format!("card-{}", status.series.key.slug());
        let targets: Vec<Target> = status.targets.iter().map(|progress| progress.target).collect();
        cards.extend(plot::rating_card(&status.series, &targets, &frame).map(|scene| Named { name, scene }));
    }
    if let Some(streak) = subject.streak {
        cards.push(Named { name: "card-streak".to_owned(), scene: plot::streak_card(streak, &frame) });
        cards.push(Named { name: "card-heatmap".to_owned(), scene: plot::heatmap_card(streak, &frame) });
    }
    if cards.is_empty() { Err(Missing::no_repository()) } else { Ok(cards) }
}

/// The series with a rated contest, and the day as of which all of them are.
fn rated<'a>(subject: &Subject<'a>) -> Result<(Vec<&'a RatingSeries>, Date), Missing> {
    let series: Vec<&RatingSeries> = subject.standing.iter().map(|status| &status.series).collect();
    let series_is_empty = series.is_empty();
    let rated: Vec<&RatingSeries> = series.into_iter().filter(|series| series.last().is_some()).collect();
    // What was imported and never fetched ends when it ends: it makes nothing else older.
    let (mut fetched, mut ended) = (None, None);
    for series in &rated {
        match subject.fetched_on(&judges::ratings_source(&series.key))? {
            Some(day) => fetched = fetched.into_iter().chain([day]).min(),
            None => ended = ended.max(subject.as_of(series)?),
        }
    }
    match fetched.or(ended) {
        Some(day) => Ok((rated, day)),
        None if series_is_empty => Err(subject.unrated()),
        None => Err(subject.lacks(chart_words::no_contest, |fetch| matches!(fetch, Fetch::Ratings(..)))?),
    }
}
