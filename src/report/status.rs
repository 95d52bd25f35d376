//! One screen: how far each colour is, and whether the habit holds.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::paint::Paint;
use super::phrase::Phrase;
use super::target::{begin_again, held_words};
use super::words::change;
use super::words::status::{self as words, Outcome};
use crate::answers::{ArchiveFreshness, NoForecast, SeriesStatus, Standing, TargetProgress};
use crate::lang::Lang;
use crate::model::{Goal, RatingSeries, Target, clean, series_title_in};

/// The sentences about the ratings, a line for each series and one more for each further target, and the targets of
/// series that are not followed.
pub fn status(standing: &Standing, today: Date, zone: &TimeZone, lang: Lang) -> String {
    let mut text = String::new();
    for status in &standing.series {
        text.push_str(&series_lines(status, today, zone, lang));
    }
    for target in &standing.orphans {
        text.push_str(&words::orphan(lang, &target_title(&target.target, lang)));
        text.push('\n');
    }
    text
}

/// How far an archive of submissions got; `None` where it doesn't tell.
pub fn archive(one: &ArchiveFreshness, now: Timestamp, zone: &TimeZone, lang: Lang) -> Option<String> {
    let newest = one.state.newest?.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    Some(words::archive(lang, one.archive, &newest, &lang.ago(now.duration_since(one.asked))))
}

/// A line for each archive that tells how far it got.
pub fn archives(archives: &[ArchiveFreshness], now: Timestamp, zone: &TimeZone, lang: Lang) -> String {
    let line = |one: &ArchiveFreshness| {
        let paint = if one.stalled_at().is_some() { Paint::Warn } else { Paint::Faint };
        Some(format!("{}\n", paint.on(archive(one, now, zone, lang)?)))
    };
    archives.iter().filter_map(line).collect()
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
    pub fn new(status: &SeriesStatus, today: Date, zone: &TimeZone, lang: Lang) -> Self {
        let series = &status.series;
        let title = Phrase::painted(Paint::Strong, series_title_in(lang, series.key.judge, series.key.track));
        let targets = status.targets.iter();
        let mut goals: Vec<Phrase> = targets.map(|target| target_words(target, today, lang)).collect();
        let Some(rating) = series.rating() else {
            let head = if series.is_known() {
                words::never_rated(lang, &title)
            } else {
                words::not_fetched(lang, &title, series.failed.is_some())
            };
            return Self { head, goals, context: None };
        };
        if status.targets.iter().all(|target| target.gap == 0)
            && let Some(next) = series.key.judge.next_colour(rating)
        {
            let goal = Goal { rating: next.from, colour: next.colour };
            goals.push(words::to_go(lang, &goal_words(goal, lang), next.from - rating));
        }
        let head = match series.colour() {
            Some(colour) => {
                let tier = Paint::Tier(colour);
                title.and(" ").paint(tier, rating).and(" (").paint(tier, colour.word(lang)).and(")")
            }
            None => title.and(" ").and(rating),
        };
        Self { head, goals, context: Some(context(series, today, zone, lang)) }
    }
}

/// The rating and goals, a line for each further goal, and a line of context.
pub fn series_lines(status: &SeriesStatus, today: Date, zone: &TimeZone, lang: Lang) -> String {
    let SeriesWords { head, goals, context } = SeriesWords::new(status, today, zone, lang);
    let mut text = head.in_terminal();
    for (nth, goal) in goals.iter().enumerate() {
        // What is said of a series without a rating is a sentence of its own.
        text.push_str(if nth == 0 && context.is_some() { ": " } else { "\n  " });
        text.push_str(&goal.in_terminal());
    }
    text.push('\n');
    if let Some(context) = context {
        text.push_str(&format!("  {}\n", context.in_terminal()));
    }
    text
}

/// "43 contests, highest 762, last +12 in ABC 381 on 21 November".
fn context(series: &RatingSeries, today: Date, zone: &TimeZone, lang: Lang) -> Phrase {
    let contests = series.rated().count();
    let Some((last, highest)) = series.last().zip(series.highest()) else {
        return Phrase::painted(Paint::Faint, lang.contests_taken(contests));
    };
    let day = last.at.to_zoned_datetime(zone.clone()).date();
    let context = words::Context {
        contests,
        highest: highest.new,
        change: &change(last.new - last.old),
        contest: &clean(&last.name),
        on: &lang.day(day, today),
    };
    Phrase::painted(Paint::Faint, words::context(lang, &context))
}

/// Which series a target is of.
pub(super) fn target_title(target: &Target, lang: Lang) -> String {
    series_title_in(lang, target.judge, target.track)
}

/// The goal, and what it was said to be at another judge.
pub(super) fn target_goal(target: &Target, lang: Lang) -> Phrase {
    let (goal, Some((judge, other))) = (target.goal, target.equivalent) else {
        return goal_words(target.goal, lang);
    };
    let (here, there) = (goal.colour.word(lang), other.colour.word(lang));
    let words = words::goal_as_at(lang, &here, goal.rating, judge, &there, other.rating);
    Phrase::painted(Paint::Tier(goal.colour), words)
}

/// "green (800)".
fn goal_words(goal: Goal, lang: Lang) -> Phrase {
    Phrase::painted(Paint::Tier(goal.colour), words::goal(lang, &goal.colour.word(lang), goal.rating))
}

/// "57 to green (800) by 31 December, about a 75% chance".
pub(super) fn target_words(progress: &TargetProgress, today: Date, lang: Lang) -> Phrase {
    let target = &progress.target;
    let goal = target_goal(target, lang);
    let by = lang.day(target.by, today);
    let held = progress.held.map(|held| held_words(held, today, lang));
    match progress.met_on {
        Some(day) => {
            let reached = words::reached(lang, &goal, &lang.day(day, today));
            if progress.gap == 0 {
                return reached;
            }
            let fallen = words::fallen(lang, &reached, progress.gap);
            match begin_again(progress, today, lang) {
                Some(again) => words::joined(lang, &fallen, &again),
                None => fallen,
            }
        }
        None if progress.days_left < 0 => words::missed(lang, &goal, &by),
        None if !progress.is_known => words::due(lang, &goal, &by),
        None => {
            let open = if progress.gap == 0 {
                words::due(lang, &goal, &by)
            } else {
                words::to_go_by(lang, &goal, progress.gap, &by, outcome(progress))
            };
            match held {
                Some(held) => words::joined(lang, &open, &held),
                None => open,
            }
        }
    }
}

fn outcome(progress: &TargetProgress) -> Outcome {
    match progress.outlook.as_ref().map(|outlook| &outlook.forecast) {
        Some(Ok(reach)) => Outcome::Likely(reach.by_then),
        Some(Err(NoForecast::TooFewContests(_))) => Outcome::TooFewContests,
        Some(Err(NoForecast::NotFitted(_))) | None => Outcome::Untold,
    }
}
