//! What a rating chart says.

use std::borrow::Cow;
use std::ops::Range;

use super::super::words::rating::{self as phrases, ContestOf, Tag};
use super::Frame;
use super::shown::Shown;
pub(super) use super::shown::day;
use crate::answers::{self, Forecast, Spread, end_of};
use crate::lang::Lang;
use crate::model::{Colour, Goal, Judge, RatingChange, RatingSeries, Target, clean, series_title_in};

/// Longer contest names end in an ellipsis.
const NAME: usize = 80;

/// How a target stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Standing<'s> {
    /// This rated contest reached it in time.
    Reached(&'s RatingChange),
    /// There is still time.
    Open,
    /// Its date has passed.
    Missed,
}

/// How a target stands, and how likely it is while it is open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TargetTag<'s> {
    pub(super) standing: Standing<'s>,
    chance: Option<f64>,
}

impl<'s> TargetTag<'s> {
    pub(super) fn new(
        series: &'s RatingSeries,
        target: &Target,
        forecast: Option<&Forecast>,
        frame: &Frame,
    ) -> Self {
        let standing = standing(series, target, frame);
        let forecast = forecast.filter(|_| standing == Standing::Open);
        let by = end_of(target.by, &frame.zone);
        Self { standing, chance: forecast.map(|forecast| forecast.chance(target.goal.rating, by)) }
    }

    /// The contest that reached the target.
    pub(super) fn reached(&self) -> Option<&'s RatingChange> {
        match self.standing {
            Standing::Reached(change) => Some(change),
            Standing::Open | Standing::Missed => None,
        }
    }
}

pub(super) fn standing<'s>(series: &'s RatingSeries, target: &Target, frame: &Frame) -> Standing<'s> {
    let progress = answers::target_progress(*target, Some(series), frame.today, &frame.zone);
    let reached = |change: &&RatingChange| {
        change.new >= target.goal.rating && Some(day(change, frame)) == progress.met_on
    };
    match series.rated().find(reached) {
        Some(change) => Standing::Reached(change),
        None if progress.is_open() => Standing::Open,
        None => Standing::Missed,
    }
}

/// "green" where the colour starts at the goal, else the number.
fn goal_name(judge: Judge, goal: Goal, lang: Lang) -> Cow<'static, str> {
    let starts = judge.tiers().iter().find(|tier| tier.colour == goal.colour);
    if starts.is_some_and(|tier| tier.from.max(0) == goal.rating) {
        goal.colour.word(lang)
    } else {
        goal.rating.to_string().into()
    }
}

/// "AtCoder 743, 57 below green": the rating, and how far the next open target is.
pub(super) fn title(series: &RatingSeries, targets: &[Target], frame: &Frame) -> String {
    let lang = frame.lang;
    let name = series_title_in(lang, series.key.judge, series.key.track);
    let Some(rating) = series.rating() else { return phrases::no_rating(lang, &name) };
    let next = targets
        .iter()
        .filter(|target| standing(series, target, frame) == Standing::Open && target.goal.rating > rating)
        .min_by_key(|target| (target.by, target.goal.rating));
    if let Some(target) = next {
        let gap = i64::from(target.goal.rating) - i64::from(rating);
        return phrases::below(lang, &name, rating, gap, &goal_name(series.key.judge, target.goal, lang));
    }
    let colour = series.colour().map(|colour| colour.word(lang));
    phrases::at(lang, &name, rating, colour.as_deref())
}

/// Whose rating, how many contests, since when, and how fresh that is.
pub(super) fn subtitle(series: &RatingSeries, shown: &Shown<'_>, frame: &Frame) -> String {
    let handle = series.key.handle.as_str();
    let fresh = frame.freshness(frame.as_of);
    let Some(first) = shown.contests.first().map(|change| day_name(change, frame)) else {
        let unrated = series.history.iter().filter(|change| !change.rated).count() as u32;
        let said = match shown.before {
            Some(_) => phrases::none_shown(frame.lang, handle),
            None => phrases::unrated(frame.lang, handle, unrated),
        };
        return said + &fresh;
    };
    phrases::contests(frame.lang, handle, shown.contests.len(), &first) + &fresh
}

/// "8 performances below the scale", where any lie outside of it.
pub(super) fn outside(shown: &Shown<'_>, ratings: &Range<f64>, lang: Lang) -> Option<String> {
    let performances = || shown.performances.iter().map(|(_, performance)| *performance);
    let below = performances().filter(|performance| *performance < ratings.start).count();
    let above = performances().filter(|performance| *performance >= ratings.end).count();
    phrases::outside(lang, below, above)
}

/// The day of a contest in words.
pub(super) fn day_name(change: &RatingChange, frame: &Frame) -> String {
    frame.day_name(day(change, frame))
}

/// "green (800) by Dec 31, about a 67% chance".
pub(super) fn target(target: &Target, outcome: TargetTag<'_>, frame: &Frame) -> String {
    let Target { goal: Goal { rating, colour }, by, .. } = target;
    let by = frame.day_name(*by);
    let reached = outcome.reached().map(|change| day_name(change, frame));
    let tag = match (&reached, outcome.standing) {
        (Some(day), _) => Tag::Reached(day),
        (None, Standing::Missed) => Tag::Missed(&by),
        (None, _) => Tag::Open(&by, outcome.chance),
    };
    phrases::target(frame.lang, &colour.word(frame.lang), *rating, &tag)
}

/// The tooltip of a contest: its name, then when and which place, then what it did.
pub(super) fn contest(change: &RatingChange, frame: &Frame) -> String {
    let name = clean(&change.name);
    let mut letters = name.trim().chars();
    let shown: String = letters.by_ref().take(NAME).collect();
    let rest = if letters.next().is_some() { "…" } else { "" };
    let of = ContestOf {
        name: &format!("{shown}{rest}"),
        day: &day_name(change, frame),
        place: change.place,
        old: change.old,
        new: change.new,
        performance: change.performance.map(|performance| performance.to_string()),
    };
    phrases::contest(frame.lang, &of)
}

/// What stands at the end of the fan: whose rating, and where half and most of them end.
pub(super) fn fan(end: &Spread, lang: Lang) -> [String; 3] {
    let [half, most] = ranges(end);
    [phrases::if_competing(lang).into_owned(), format!("50%: {half}"), format!("80%: {most}")]
}

/// The same as a sentence.
pub(super) fn fan_sentence(end: &Spread, lang: Lang) -> String {
    let [half, most] = ranges(end);
    phrases::fan_sentence(lang, &half, &most)
}

/// The ratings between which half and 80 in 100 lie, in tens: no forecast knows single points.
fn ranges(end: &Spread) -> [String; 2] {
    let tens = |rating: i32| rating.saturating_add(5).div_euclid(10) * 10;
    [(end.lower, end.upper), (end.low, end.high)]
        .map(|(low, high)| format!("{}\u{2013}{}", tens(low), tens(high)))
}

/// What a screen reader says after the title.
pub(super) fn description(
    series: &RatingSeries,
    targets: &[(&Target, TargetTag<'_>)],
    frame: &Frame,
) -> String {
    let shown = Shown::new(series, frame);
    let lang = frame.lang;
    let mut sentences = phrases::described(lang, &subtitle(series, &shown, frame));
    if let Some(change) = shown.highest() {
        sentences.push_str(&phrases::highest_on(lang, change.new, &day_name(change, frame)));
    }
    let arrived = |(change, colour): &(&RatingChange, Colour)| (colour.word(lang), day_name(change, frame));
    let arrivals: Vec<_> = shown.arrivals.iter().map(arrived).collect();
    if !arrivals.is_empty() {
        sentences.push_str(&phrases::arrivals(lang, &arrivals));
    }
    for (one, outcome) in targets {
        sentences.push_str(&phrases::target_sentence(lang, &target(one, *outcome, frame)));
    }
    sentences
}
