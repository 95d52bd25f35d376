//! The status as cards.

use jiff::civil::Date;

use super::super::phrase::Phrase;
use super::super::status::{SeriesWords, target_goal, target_title};
use super::super::streak::{habits_line, streak_words, totals};
use super::super::target::TargetWords;
use super::super::words::page::PageWords;
use super::Material;
use crate::answers::SeriesStatus;
use crate::answers::{Habits, NoForecast, StreakAnswer, StreakState, TargetProgress};
use crate::lang::Lang;
use crate::model::{series_title_in, share_words};

pub(super) struct StreakCard {
    /// A class of the style sheet.
    pub state: &'static str,
    pub number: u32,
    pub unit: String,
    pub line: String,
    pub more: Vec<String>,
}

impl StreakCard {
    pub fn new(streak: &StreakAnswer, habits: &Habits, lang: Lang) -> Self {
        let words = PageWords(lang);
        let (state, word) = match streak.state {
            StreakState::Done => ("done", None),
            StreakState::AtRisk => ("at_risk", Some(words.at_risk())),
            StreakState::Broken => ("broken", Some(words.broken())),
            StreakState::None => ("none", None),
        };
        let (_, today) = streak_words(streak, lang);
        let mut more: Vec<String> = totals(streak, lang).into_iter().collect();
        if !streak.days.is_empty() {
            more.push(habits_line(streak, habits, lang));
        }
        let unit = words.streak_unit(streak.current, streak.unit, word.as_deref());
        Self { state, number: streak.current, unit, line: today.sentence(), more }
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
        let lang = material.lang;
        let SeriesWords { goals, context, .. } =
            SeriesWords::new(status, material.today, material.zone, material.lang);
        Self {
            tier: colour.map_or("none", |colour| colour.name()),
            title: series_title_in(lang, key.judge, key.track),
            handle: key.handle.to_string(),
            profile: key.profile(),
            rating: rating.map_or_else(|| "–".to_owned(), |rating| rating.to_string()),
            colour: match (rating, colour) {
                (None, _) => PageWords(lang).never_rated().into_owned(),
                (Some(_), None) => String::new(),
                (Some(_), Some(colour)) => colour.word(lang).into_owned(),
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
    pub label: String,
    pub words: String,
    /// How much of it is gone, and how long it is.
    pub gone: i32,
    pub length: i32,
}

impl Way {
    fn new(progress: &TargetProgress, words: PageWords) -> Option<Self> {
        let rating = progress.current.filter(|_| progress.is_open())?;
        let (judge, goal) = (progress.target.judge, progress.target.goal.rating);
        let tier = judge.tiers().iter().rev().find(|tier| tier.from <= rating)?;
        // The lowest colour has no bound, and ratings begin at zero.
        let from = tier.from.max(rating.min(0));
        let length = goal.saturating_sub(from).max(1);
        let (label, words) = (words.way(rating, from, goal), words.of_goal(rating, goal));
        Some(Self { label, words, gone: rating.saturating_sub(from).clamp(0, length), length })
    }
}

/// The targets of every series, then those of series that aren't followed.
pub(super) fn targets(material: &Material<'_>) -> Vec<TargetCard> {
    let followed = material.standing.iter().flat_map(|status| &status.targets);
    let followed = followed.map(|target| TargetCard::new(target, material.today, material.lang));
    let others =
        material.orphans.iter().map(|target| TargetCard::orphan(target, material.today, material.lang));
    followed.chain(others).collect()
}

impl TargetCard {
    fn new(progress: &TargetProgress, today: Date, lang: Lang) -> Self {
        let words = PageWords(lang);
        let by = words.by(&lang.day(progress.target.by, today));
        let (chance, chance_of) = match (progress.met_on, &progress.outlook) {
            (Some(day), _) => (words.reached().into_owned(), words.reached_on(&lang.day(day, today))),
            (None, None) => (words.missed().into_owned(), by),
            (None, Some(outlook)) => match &outlook.forecast {
                Ok(reach) => (Phrase::words(share_words(lang, reach.by_then)).sentence(), by),
                Err(NoForecast::TooFewContests(_)) => (words.no_forecast_yet().into_owned(), by),
                Err(NoForecast::NotFitted(_)) => (words.no_forecast().into_owned(), by),
            },
        };
        let words = TargetWords::new(progress, today, lang);
        Self {
            chance,
            chance_of,
            way: Way::new(progress, PageWords(lang)),
            lines: words.lines.iter().map(|line| super::sentence(&line.sentence())).collect(),
            ..Self::titled(progress, lang)
        }
    }

    fn orphan(progress: &TargetProgress, today: Date, lang: Lang) -> Self {
        let words = PageWords(lang);
        Self {
            chance: words.not_tracked().into_owned(),
            chance_of: words.by(&lang.day(progress.target.by, today)),
            lines: vec![words.without_handle().into_owned()],
            ..Self::titled(progress, lang)
        }
    }

    fn titled(progress: &TargetProgress, lang: Lang) -> Self {
        let target = &progress.target;
        Self {
            tier: target.goal.colour.name(),
            title: format!("{} {}", target_title(target, lang), target_goal(target, lang).plain()),
            chance: String::new(),
            chance_of: String::new(),
            way: None,
            lines: Vec::new(),
        }
    }
}
