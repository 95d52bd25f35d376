//! The status as cards.

use jiff::civil::Date;

use super::super::phrase::Phrase;
use super::super::status::{SeriesWords, target_goal};
use super::super::streak::{habits_line, streak_words, totals};
use super::super::target::TargetWords;
use super::Material;
use crate::answers::SeriesStatus;
use crate::answers::{Habits, NoForecast, StreakAnswer, StreakState, TargetProgress};
use crate::lang::Lang;
use crate::model::{plural, share_words};

pub(super) struct StreakCard {
    /// A class of the style sheet.
    pub state: &'static str,
    pub number: u32,
    pub unit: String,
    pub line: String,
    pub more: Vec<String>,
}

impl StreakCard {
    pub fn new(streak: &StreakAnswer, habits: &Habits) -> Self {
        let (state, word) = match streak.state {
            StreakState::Done => ("done", ""),
            StreakState::AtRisk => ("at_risk", ", at risk"),
            StreakState::Broken => ("broken", ", broken"),
            StreakState::None => ("none", ""),
        };
        let (_, today) = streak_words(streak, Lang::English);
        let mut more: Vec<String> = totals(streak, Lang::English).into_iter().collect();
        if !streak.days.is_empty() {
            more.push(habits_line(streak, habits, Lang::English));
        }
        let unit = plural(streak.current, streak.unit.noun());
        Self { state, number: streak.current, unit: format!("{unit}{word}"), line: today.sentence(), more }
    }
}

pub(super) struct SeriesCard {
    pub tier: &'static str,
    pub title: String,
    pub handle: String,
    pub profile: String,
    pub rating: String,
    pub colour: String,
    pub lines: Vec<String>,
}

impl SeriesCard {
    pub fn new(status: &SeriesStatus, material: &Material<'_>) -> Self {
        let key = &status.series.key;
        let (rating, colour) = (status.series.rating(), status.series.colour());
        let SeriesWords { goals, context, .. } =
            SeriesWords::new(status, material.today, material.zone, Lang::English);
        Self {
            tier: colour.map_or("none", |colour| colour.name()),
            title: key.title(),
            handle: key.handle.to_string(),
            profile: key.profile(),
            rating: rating.map_or_else(|| "–".to_owned(), |rating| rating.to_string()),
            colour: match (rating, colour) {
                (None, _) => "no rated contest yet".to_owned(),
                (Some(_), None) => String::new(),
                (Some(_), Some(colour)) => colour.to_string(),
            },
            lines: goals.iter().chain(&context).map(|line| super::sentence(&line.sentence())).collect(),
        }
    }
}

pub(super) struct TargetCard {
    pub tier: &'static str,
    pub title: String,
    /// What there is to say in the biggest letters, and what it is about.
    pub chance: String,
    pub chance_of: String,
    /// The way there, while it is open.
    pub way: Option<Way>,
    pub lines: Vec<String>,
}

/// From the lower bound of the colour one is in to the rating to reach.
pub(super) struct Way {
    pub from: i32,
    pub rating: i32,
    pub goal: i32,
    /// How much of it is gone, and how long it is.
    pub gone: i32,
    pub length: i32,
}

impl Way {
    fn new(progress: &TargetProgress) -> Option<Self> {
        let rating = progress.current.filter(|_| progress.is_open())?;
        let (judge, goal) = (progress.target.judge, progress.target.goal.rating);
        let tier = judge.tiers().iter().rev().find(|tier| tier.from <= rating)?;
        // The lowest colour has no bound, and ratings begin at zero.
        let from = tier.from.max(rating.min(0));
        let length = goal.saturating_sub(from).max(1);
        Some(Self { from, rating, goal, gone: rating.saturating_sub(from).clamp(0, length), length })
    }
}

/// The targets of every series, then those of series that aren't followed.
pub(super) fn targets(material: &Material<'_>) -> Vec<TargetCard> {
    let followed = material.standing.iter().flat_map(|status| &status.targets);
    let followed = followed.map(|target| TargetCard::new(target, material.today));
    let others = material.orphans.iter().map(|target| TargetCard::orphan(target, material.today));
    followed.chain(others).collect()
}

impl TargetCard {
    fn new(progress: &TargetProgress, today: Date) -> Self {
        let by = format!("by {}", Lang::English.day(progress.target.by, today));
        let (chance, chance_of) = match (progress.met_on, &progress.outlook) {
            (Some(day), _) => ("Met".to_owned(), format!("on {}", Lang::English.day(day, today))),
            (None, None) => ("Missed".to_owned(), by),
            (None, Some(outlook)) => match &outlook.forecast {
                Ok(reach) => (Phrase::words(share_words(Lang::English, reach.by_then)).sentence(), by),
                Err(NoForecast::TooFewContests(_)) => ("No forecast yet".to_owned(), by),
                Err(NoForecast::NotFitted(_)) => ("No forecast".to_owned(), by),
            },
        };
        let words = TargetWords::new(progress, today, Lang::English);
        Self {
            chance,
            chance_of,
            way: Way::new(progress),
            lines: words.lines.iter().map(|line| super::sentence(&line.sentence())).collect(),
            ..Self::titled(progress)
        }
    }

    fn orphan(progress: &TargetProgress, today: Date) -> Self {
        Self {
            chance: "Not followed".to_owned(),
            chance_of: format!("by {}", Lang::English.day(progress.target.by, today)),
            lines: vec!["No handle is configured; add one to [handles] in cpt.toml".to_owned()],
            ..Self::titled(progress)
        }
    }

    fn titled(progress: &TargetProgress) -> Self {
        let target = &progress.target;
        Self {
            tier: target.goal.colour.name(),
            title: format!("{} {}", target.series_title(), target_goal(target, Lang::English).plain()),
            chance: String::new(),
            chance_of: String::new(),
            way: None,
            lines: Vec::new(),
        }
    }
}
