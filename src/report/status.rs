//! One screen: how far each colour is, and whether the habit holds.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::paint::Paint;
use super::phrase::Phrase;
use super::target::{begin_again, held_words};
use super::words;
use crate::answers::{SeriesStatus, Standing, TargetProgress};
use crate::model::{Goal, RatingSeries, Target, clean, count};

/// The sentences about the ratings, a line for each series and one more for each further target, and the targets of
/// series that are not followed.
pub fn status(standing: &Standing, today: Date, zone: &TimeZone) -> String {
    let mut text = String::new();
    for status in &standing.series {
        text.push_str(&series_lines(status, today, zone));
    }
    for target in &standing.orphans {
        text.push_str(&format!(
            "{}: a target is set, but no handle; add one to [handles] in cpt.toml\n",
            target.target.series_title()
        ));
    }
    text
}

/// What there is to say of a series.
pub(super) struct SeriesWords {
    /// Which it is, and its rating.
    pub head: Phrase,
    /// Its targets and the next colour.
    pub goals: Vec<Phrase>,
    /// How it got there; `None` before the first rated contest.
    pub context: Option<Phrase>,
}

impl SeriesWords {
    pub fn new(status: &SeriesStatus, today: Date, zone: &TimeZone) -> Self {
        let series = &status.series;
        let title = Phrase::painted(Paint::Strong, series.key.title());
        let mut goals: Vec<Phrase> =
            status.targets.iter().map(|target| target_words(target, today)).collect();
        let Some(rating) = series.rating() else {
            let nothing = match &series.failed {
                _ if series.is_known() => " no rated contest yet",
                None => " not fetched yet",
                Some(_) => " not fetched yet, as the last attempt failed",
            };
            return Self { head: title.and(nothing), goals, context: None };
        };
        if status.targets.iter().all(|target| target.gap == 0)
            && let Some(next) = series.key.judge.next_colour(rating)
        {
            let goal = Goal { rating: next.from, colour: next.colour };
            goals.push(goal_words(goal).and(format_args!(" needs {}", next.from - rating)));
        }
        let head = match series.colour() {
            Some(colour) => {
                let tier = Paint::Tier(colour);
                title.and(" ").paint(tier, rating).and(", ").paint(tier, colour)
            }
            None => title.and(" ").and(rating),
        };
        Self { head, goals, context: Some(context(series, today, zone)) }
    }
}

/// The rating and goals, a line for each further goal, and a line of context.
pub fn series_lines(status: &SeriesStatus, today: Date, zone: &TimeZone) -> String {
    let SeriesWords { head, goals, context } = SeriesWords::new(status, today, zone);
    let mut text = head.in_terminal();
    for (nth, goal) in goals.iter().enumerate() {
        // A series without a rating has one line.
        text.push_str(if nth == 0 || context.is_none() { "; " } else { "\n  and " });
        text.push_str(&goal.in_terminal());
    }
    text.push('\n');
    if let Some(context) = context {
        text.push_str(&format!("  {}\n", context.in_terminal()));
    }
    text
}

/// "43 contests, highest 762, last +12 in ABC 381 on 21 November".
fn context(series: &RatingSeries, today: Date, zone: &TimeZone) -> Phrase {
    let contests = count(series.rated().count(), "contest");
    let Some((last, highest)) = series.last().zip(series.highest()) else {
        return Phrase::painted(Paint::Faint, contests);
    };
    let day = last.at.to_zoned_datetime(zone.clone()).date();
    let words = format!(
        "{contests}, highest {}, last {} in {} on {}",
        highest.new,
        words::change(last.new - last.old),
        clean(&last.name),
        words::day(day, today)
    );
    Phrase::painted(Paint::Faint, words)
}

/// The goal, and what it was said to be at another judge.
pub(super) fn target_goal(target: &Target) -> Phrase {
    let goal = goal_words(target.goal);
    match target.equivalent {
        Some((judge, other)) => {
            goal.and(format_args!(" (roughly {judge} {} at {})", other.colour, other.rating))
        }
        None => goal,
    }
}

/// "green at 800".
fn goal_words(goal: Goal) -> Phrase {
    Phrase::painted(Paint::Tier(goal.colour), format_args!("{} at {}", goal.colour, goal.rating))
}

/// "green at 800 needs 57 by 31 December".
fn target_words(progress: &TargetProgress, today: Date) -> Phrase {
    let target = &progress.target;
    let goal = target_goal(target).and(" ");
    let by = words::day(target.by, today);
    let met = |day| format!("met on {}", words::day(day, today));
    match progress.met_on {
        Some(day) if progress.gap == 0 => goal.paint(Paint::Good, met(day)),
        Some(day) => {
            let again = begin_again(progress, today).map_or_else(String::new, |again| format!("; {again}"));
            goal.paint(Paint::Good, met(day)).and(format_args!(", now {} below{again}", progress.gap))
        }
        None if progress.days_left < 0 => {
            goal.and(format_args!("was due by {by} and ")).paint(Paint::Warn, "missed")
        }
        None if !progress.is_known => goal.and(format_args!("by {by}")),
        None if progress.gap == 0 => {
            let held = progress.held.map_or_else(String::new, |held| held_words(held, today));
            goal.and(format_args!("by {by}: {held}"))
        }
        None => {
            let odds = words::odds(progress.outlook.as_ref());
            let held = progress.held.map(|held| format!(", {}", held_words(held, today)));
            goal.and("needs ")
                .paint(Paint::Strong, progress.gap)
                .and(format_args!(" by {by}{odds}{}", held.unwrap_or_default()))
        }
    }
}
