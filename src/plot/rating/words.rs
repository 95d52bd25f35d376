//! What a rating chart says.

use std::ops::Range;

use super::Frame;
use super::shown::Shown;
pub(super) use super::shown::day;
use crate::answers::{self, Forecast, Spread, end_of};
use crate::lang::Lang;
use crate::model::{Goal, Judge, RatingChange, RatingSeries, Target, clean, count, likelihood};

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
fn goal_name(judge: Judge, goal: Goal) -> String {
    let starts = judge.tiers().iter().find(|tier| tier.colour == goal.colour);
    if starts.is_some_and(|tier| tier.from.max(0) == goal.rating) {
        goal.colour.to_string()
    } else {
        goal.rating.to_string()
    }
}

/// "AtCoder 743, 57 below green": the rating, and how far the next open target is.
pub(super) fn title(series: &RatingSeries, targets: &[Target], frame: &Frame) -> String {
    let name = series.key.title();
    let Some(rating) = series.rating() else { return format!("{name}: no rated contest yet") };
    let next = targets
        .iter()
        .filter(|target| standing(series, target, frame) == Standing::Open && target.goal.rating > rating)
        .min_by_key(|target| (target.by, target.goal.rating));
    match next {
        Some(target) => {
            let gap = i64::from(target.goal.rating) - i64::from(rating);
            format!("{name} {rating}, {gap} below {}", goal_name(series.key.judge, target.goal))
        }
        None => match series.colour() {
            Some(colour) => format!("{name} {rating}, {colour}"),
            None => format!("{name} {rating}"),
        },
    }
}

/// Whose rating, how many contests, since when, and how fresh that is.
pub(super) fn subtitle(series: &RatingSeries, shown: &Shown<'_>, frame: &Frame) -> String {
    let handle = series.key.handle.as_str();
    let fresh = frame.freshness(frame.as_of);
    let Some(first) = shown.contests.first().map(|change| day_name(change, frame)) else {
        let unrated = series.history.iter().filter(|change| !change.rated).count() as u32;
        return match (shown.before, unrated) {
            (Some(_), _) => format!("{handle} · no rated contest in these days{fresh}"),
            (None, 0) => format!("{handle}{fresh}"),
            (None, n) => format!("{handle} · {}{fresh}", count(n, "unrated contest")),
        };
    };
    let contests = count(shown.contests.len() as u32, "rated contest");
    let since = if shown.contests.len() == 1 { "on" } else { "since" };
    format!("{handle} · {contests} {since} {first}{fresh}")
}

/// "8 performances below the scale", where any lie outside of it.
pub(super) fn outside(shown: &Shown<'_>, ratings: &Range<f64>) -> Option<String> {
    let performances = || shown.performances.iter().map(|(_, performance)| *performance);
    let below = performances().filter(|performance| *performance < ratings.start).count();
    let above = performances().filter(|performance| *performance >= ratings.end).count();
    let told = |number: usize| count(number, "performance");
    match (below, above) {
        (0, 0) => None,
        (below, 0) => Some(format!("{} below the scale", told(below))),
        (0, above) => Some(format!("{} above the scale", told(above))),
        (below, above) => Some(format!("{} below the scale, {above} above it", told(below))),
    }
}

/// The day of a contest in words.
pub(super) fn day_name(change: &RatingChange, frame: &Frame) -> String {
    frame.day_name(day(change, frame))
}

/// "green 800 by Dec 31, about a 67% chance".
pub(super) fn target(target: &Target, outcome: TargetTag<'_>, frame: &Frame) -> String {
    let Target { goal: Goal { rating, colour }, by, .. } = target;
    let odds = outcome
        .chance
        .map_or_else(String::new, |probability| format!(", {}", likelihood(Lang::English, probability)));
    match outcome.standing {
        Standing::Reached(change) => format!("{colour} {rating} reached, {}", day_name(change, frame)),
        Standing::Open => format!("{colour} {rating} by {}{odds}", frame.day_name(*by)),
        Standing::Missed => format!("{colour} {rating}, missed {}", frame.day_name(*by)),
    }
}

/// The tooltip of a contest: its name, then when and which place, then what it did.
pub(super) fn contest(change: &RatingChange, frame: &Frame) -> String {
    let name = clean(&change.name);
    let mut letters = name.trim().chars();
    let shown: String = letters.by_ref().take(NAME).collect();
    let rest = if letters.next().is_some() { "…" } else { "" };
    let date = day_name(change, frame);
    let place = change.place.map_or_else(String::new, |place| format!(", place {place}"));
    let gain = i64::from(change.new) - i64::from(change.old);
    let performance =
        change.performance.map_or_else(String::new, |performance| format!(", performance {performance}"));
    format!("{shown}{rest}\n{date}{place}\n{} → {} ({gain:+}){performance}", change.old, change.new)
}

/// What stands at the end of the fan: whose rating, and where half and most of them end.
pub(super) fn fan(end: &Spread) -> [String; 3] {
    let [half, most] = ranges(end);
    ["if you take part again".to_owned(), format!("50%: {half}"), format!("80%: {most}")]
}

/// The same as a sentence.
pub(super) fn fan_sentence(end: &Spread) -> String {
    let [half, most] = ranges(end);
    format!(" If you take part again, the rating then is within {half} in 50% of cases and {most} in 80%.")
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
    let mut sentences = vec![format!("Rating of {}", subtitle(series, &shown, frame))];
    sentences.extend(
        shown.highest().map(|change| format!("Highest {} on {}", change.new, day_name(change, frame))),
    );
    let arrived = |(change, colour): &(&RatingChange, _)| format!("{colour} on {}", day_name(change, frame));
    let arrivals: Vec<String> = shown.arrivals.iter().map(arrived).collect();
    if !arrivals.is_empty() {
        sentences.push(format!("Reached {}", arrivals.join(", ")));
    }
    sentences
        .extend(targets.iter().map(|(one, outcome)| format!("Target: {}", target(one, *outcome, frame))));
    sentences.join(". ") + "."
}
