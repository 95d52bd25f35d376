//! One screen: how far each colour is, and whether the habit holds.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::paint::Paint;
use super::words;
use crate::answers::{SeriesStatus, Standing, TargetProgress};
use crate::model::{Goal, RatingSeries, Target, chance, clean, count};

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

/// What there is to say of a series: its rating and goals, a line for each further goal, and a line of context.
pub(super) fn series_lines(status: &SeriesStatus, today: Date, zone: &TimeZone) -> String {
    let series = &status.series;
    let title = series.key.title();
    let mut goals: Vec<String> = status.targets.iter().map(|target| target_words(target, today)).collect();
    let Some((rating, colour)) = series.rating().zip(series.colour()) else {
        let goals = if goals.is_empty() { String::new() } else { format!("; {}", goals.join("; ")) };
        return format!("{} no rated contest yet{goals}\n", Paint::Strong.on(title));
    };
    if status.targets.iter().all(|target| target.gap == 0)
        && let Some(next) = series.key.judge.next_colour(rating)
    {
        let goal = Goal { rating: next.from, colour: next.colour };
        goals.push(format!("{} needs {}", goal_words(goal), next.from - rating));
    }
    let head = format!(
        "{} {}, {}",
        Paint::Strong.on(&title),
        Paint::Tier(colour).on(rating),
        Paint::Tier(colour).on(colour),
    );
    let mut lines = goals.into_iter();
    let mut text = match lines.next() {
        Some(goal) => format!("{head}; {goal}\n"),
        None => format!("{head}\n"),
    };
    for goal in lines {
        text.push_str(&format!("  and {goal}\n"));
    }
    text.push_str(&format!("  {}\n", Paint::Faint.on(context(series, today, zone))));
    text
}

/// "43 contests, highest 762, last +12 in ABC 381 on 21 November".
fn context(series: &RatingSeries, today: Date, zone: &TimeZone) -> String {
    let contests = count(series.rated().count(), "contest");
    let Some((last, highest)) = series.last().zip(series.highest()) else { return contests };
    let day = last.at.to_zoned_datetime(zone.clone()).date();
    format!(
        "{contests}, highest {}, last {} in {} on {}",
        highest.new,
        words::change(last.new - last.old),
        clean(&last.name),
        words::day(day, today)
    )
}

/// The goal, and what it was said to be at another judge.
pub(super) fn target_goal(target: &Target) -> String {
    let goal = goal_words(target.goal);
    match target.equivalent {
        Some((judge, other)) => format!("{goal} (roughly {judge} {} at {})", other.colour, other.rating),
        None => goal,
    }
}

/// "green at 800".
fn goal_words(goal: Goal) -> String {
    Paint::Tier(goal.colour).on(format!("{} at {}", goal.colour, goal.rating))
}

/// "green at 800 needs 57 by 31 December".
fn target_words(progress: &TargetProgress, today: Date) -> String {
    let target = &progress.target;
    let goal = target_goal(target);
    let by = words::day(target.by, today);
    match progress.met_on {
        Some(day) if progress.gap == 0 => {
            format!("{goal} {}", Paint::Good.on(format!("met on {}", words::day(day, today))))
        }
        Some(day) => {
            let met = Paint::Good.on(format!("met on {}", words::day(day, today)));
            format!("{goal} {met}, now {} below", progress.gap)
        }
        None if progress.days_left < 0 => {
            format!("{goal} was due by {by} and {}", Paint::Warn.on("missed"))
        }
        // Reached after all, but only in a contest after the target's day: impossible while days are left.
        None => {
            let forecast = progress.outlook.as_ref().map(|outlook| &outlook.forecast);
            let odds = match forecast {
                Some(Ok(reach)) => format!(": {}", chance(reach.by_then)),
                Some(Err(_)) => ": too few contests for a forecast".to_owned(),
                None => String::new(),
            };
            format!("{goal} needs {} by {by}{odds}", Paint::Strong.on(progress.gap))
        }
    }
}
