//! What each target takes, and how likely it is.

use jiff::civil::Date;

use super::paint::Paint;
use super::status::target_goal;
use super::words;
use crate::answers::{ANY, FORM, Outlook, Reach, Standing, TargetProgress};
use crate::model::{chance, clean, count};

/// No performance above this is known, at either judge.
const UNHEARD_OF: i32 = 4800;

/// A paragraph for each target: of the followed series, then of those that aren't.
pub fn targets(standing: &Standing, today: Date) -> String {
    let followed =
        standing.series.iter().flat_map(|status| &status.targets).map(|target| paragraph(target, today));
    let others = standing.orphans.iter().map(|target| {
        format!("{}  no handle is configured; add one to [handles] in cpt.toml\n", heading(target, today))
    });
    followed.chain(others).collect::<Vec<_>>().join("\n")
}

/// "AtCoder green at 800 by 31 December", on a line of its own.
fn heading(progress: &TargetProgress, today: Date) -> String {
    let target = &progress.target;
    let title = Paint::Strong.on(target.series_title());
    format!("{title} {} by {}\n", target_goal(target), words::day(target.by, today))
}

/// A line that says which target, and what there is to say of it in lines below.
pub(super) fn paragraph(progress: &TargetProgress, today: Date) -> String {
    let mut lines = vec![heading(progress, today)];
    match (progress.met_on, &progress.outlook) {
        (Some(day), _) => lines.push(met(progress, day, today)),
        (None, Some(outlook)) => {
            lines.push(odds(progress, outlook, today));
            lines.push(needed(outlook));
            lines.extend(form(outlook));
            lines.push(pace(outlook));
        }
        (None, None) => lines.push(format!("  {}\n", Paint::Warn.on("missed"))),
    }
    lines.concat()
}

fn met(progress: &TargetProgress, day: Date, today: Date) -> String {
    let contest = progress.met_in.as_deref().map(clean).unwrap_or_default();
    let met = Paint::Good.on(format_args!("met on {}", words::day(day, today)));
    let kept = match progress.gap {
        0 => "kept since".to_owned(),
        below => format!("now {below} below"),
    };
    format!("  {met} in {contest}, {kept}\n")
}

/// How far it is and how likely.
fn odds(progress: &TargetProgress, outlook: &Outlook, today: Date) -> String {
    let now = progress.current.map_or_else(|| "no rating yet".to_owned(), |rating| format!("{rating} now"));
    let gap = Paint::Strong.on(progress.gap);
    let odds = match &outlook.forecast {
        Ok(reach) => format!("{} by then; {}", Paint::Strong.on(chance(reach.by_then)), when(reach, today)),
        Err(too_few) => too_few.to_string(),
    };
    format!("  {now}, {gap} to go: {odds}\n")
}

/// "1 in 10 by 3 December, even odds by 8 March 2027, 9 in 10 not within two years".
fn when(reach: &Reach, today: Date) -> String {
    let dates = [("1 in 10", reach.p10), ("even odds", reach.p50), ("9 in 10", reach.p90)];
    let said: Vec<String> = dates
        .iter()
        .filter_map(|(odds, day)| day.map(|day| format!("{odds} by {}", words::day(day, today))))
        .collect();
    if said.is_empty() { "out of sight for years".to_owned() } else { said.join(", ") }
}

/// The performances that lead there.
fn needed(outlook: &Outlook) -> String {
    let about = if outlook.estimate { "about " } else { "" };
    let next = match outlook.next {
        None => "no performance reaches it in the next contest".to_owned(),
        Some(ANY) => "any performance reaches it in the next contest".to_owned(),
        Some(needed) => {
            let classes: Vec<String> = outlook.classes.iter().map(ToString::to_string).collect();
            let gives = match classes.as_slice() {
                _ if needed > UNHEARD_OF => " (nobody ever had that)".to_owned(),
                [] => String::new(),
                [one] => format!(" (only {one} can give that)"),
                _ => format!(" ({} can give that)", classes.join(" or ")),
            };
            format!("needs {about}{} in the next contest{gives}", Paint::Strong.on(needed))
        }
    };
    let over = outlook.constant.iter().map(|(contests, needed)| match needed {
        Some(ANY) => format!("any in each of {contests}"),
        Some(needed) => format!("{about}{needed} in each of {contests}"),
        None => format!("nothing within {contests}"),
    });
    format!("  {next}; or {}\n", over.collect::<Vec<_>>().join(", "))
}

/// Where the recent form leads.
fn form(outlook: &Outlook) -> Option<String> {
    let form = outlook.form?;
    let leads = match (outlook.contests_at_form, outlook.constant.last()) {
        (Some(contests), _) => format!("gets there in {}", count(contests as u32, "contest")),
        (None, Some((contests, Some(needed)))) => {
            format!("never gets there; {needed} does, in {}", count(*contests as u32, "contest"))
        }
        (None, _) => "never gets there".to_owned(),
    };
    let estimated = if outlook.estimate { ", estimated" } else { "" };
    Some(format!("  recent form {form} (mean of the last {FORM}{estimated}) {leads}\n"))
}

fn pace(outlook: &Outlook) -> String {
    let left = outlook.contests_left.round() as u32;
    let pace = format!(
        "{:.1} contests a month lately, about {} until then",
        outlook.contests_a_month,
        count(left, "contest")
    );
    format!("  {}\n", Paint::Faint.on(pace))
}
