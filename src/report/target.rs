//! What each target takes, and how likely it is.

use jiff::civil::Date;

use super::paint::Paint;
use super::phrase::Phrase;
use super::status::target_goal;
use super::words;
use crate::answers::{ANY, FORM, Outlook, Reach, Standing, TargetProgress};
use crate::model::{chance, clean, count};

/// No performance above this is known, at either judge.
const UNHEARD_OF: i32 = 4800;

/// A paragraph for each target: of the followed series, then of those that aren't.
pub fn targets(standing: &Standing, today: Date) -> String {
    let followed = standing.series.iter().flat_map(|status| &status.targets);
    let followed = followed.map(|target| TargetWords::new(target, today).in_terminal());
    let others = standing.orphans.iter().map(|target| {
        let line = Phrase::words("no handle is configured; add one to [handles] in cpt.toml");
        TargetWords { heading: heading(target, today), lines: vec![line] }.in_terminal()
    });
    followed.chain(others).collect::<Vec<_>>().join("\n")
}

/// What there is to say of a target: which it is, and lines about it.
pub(super) struct TargetWords {
    heading: Phrase,
    pub lines: Vec<Phrase>,
}

impl TargetWords {
    pub fn new(progress: &TargetProgress, today: Date) -> Self {
        let lines = match (progress.met_on, &progress.outlook) {
            (Some(day), _) => vec![met(progress, day, today)],
            (None, Some(outlook)) => {
                let mut lines = vec![odds(progress, outlook, today), needed(outlook)];
                lines.extend(form(outlook));
                lines.push(pace(outlook));
                lines
            }
            (None, None) => vec![Phrase::painted(Paint::Warn, "missed")],
        };
        Self { heading: heading(progress, today), lines }
    }

    fn in_terminal(&self) -> String {
        let mut text = self.heading.in_terminal() + "\n";
        for line in &self.lines {
            text.push_str(&format!("  {}\n", line.in_terminal()));
        }
        text
    }
}

/// "AtCoder green at 800 by 31 December".
fn heading(progress: &TargetProgress, today: Date) -> Phrase {
    let target = &progress.target;
    let title = Phrase::painted(Paint::Strong, target.series_title()).and(" ");
    title.then(target_goal(target)).and(format_args!(" by {}", words::day(target.by, today)))
}

fn met(progress: &TargetProgress, day: Date, today: Date) -> Phrase {
    let contest = progress.met_in.as_deref().map(clean).unwrap_or_default();
    let kept = match progress.gap {
        0 => "kept since".to_owned(),
        below => format!("now {below} below"),
    };
    let met = Phrase::painted(Paint::Good, format_args!("met on {}", words::day(day, today)));
    met.and(format_args!(" in {contest}, {kept}"))
}

/// How far it is and how likely.
fn odds(progress: &TargetProgress, outlook: &Outlook, today: Date) -> Phrase {
    let now = progress.current.map_or_else(|| "no rating yet".to_owned(), |rating| format!("{rating} now"));
    let words = Phrase::words(format_args!("{now}, ")).paint(Paint::Strong, progress.gap).and(" to go: ");
    match &outlook.forecast {
        Ok(reach) => words
            .paint(Paint::Strong, chance(reach.by_then))
            .and(format_args!(" by then; {}", when(reach, today))),
        Err(too_few) => words.and(too_few),
    }
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
fn needed(outlook: &Outlook) -> Phrase {
    let about = if outlook.estimate { "about " } else { "" };
    let next = match outlook.next {
        None => Phrase::words("no performance reaches it in the next contest"),
        Some(ANY) => Phrase::words("any performance reaches it in the next contest"),
        Some(needed) => {
            let classes: Vec<String> = outlook.classes.iter().map(ToString::to_string).collect();
            let gives = match classes.as_slice() {
                _ if needed > UNHEARD_OF => " (nobody ever had that)".to_owned(),
                [] => String::new(),
                [one] => format!(" (only {one} can give that)"),
                _ => format!(" ({} can give that)", classes.join(" or ")),
            };
            let needs = Phrase::words(format_args!("needs {about}")).paint(Paint::Strong, needed);
            needs.and(format_args!(" in the next contest{gives}"))
        }
    };
    let over = outlook.constant.iter().map(|(contests, needed)| match needed {
        Some(ANY) => format!("any in each of {contests}"),
        Some(needed) => format!("{about}{needed} in each of {contests}"),
        None => format!("nothing within {contests}"),
    });
    next.and(format_args!("; or {}", over.collect::<Vec<_>>().join(", ")))
}

/// Where the recent form leads.
fn form(outlook: &Outlook) -> Option<Phrase> {
    let form = outlook.form?;
    let leads = match (outlook.contests_at_form, outlook.constant.last()) {
        (Some(contests), _) => format!("gets there in {}", count(contests as u32, "contest")),
        (None, Some((contests, Some(needed)))) => {
            format!("never gets there; {needed} does, in {}", count(*contests as u32, "contest"))
        }
        (None, _) => "never gets there".to_owned(),
    };
    let estimated = if outlook.estimate { ", estimated" } else { "" };
    Some(Phrase::words(format_args!("recent form {form} (mean of the last {FORM}{estimated}) {leads}")))
}

fn pace(outlook: &Outlook) -> Phrase {
    let left = outlook.contests_left.round() as u32;
    let pace = format!(
        "{:.1} contests a month lately, about {} until then",
        outlook.contests_a_month,
        count(left, "contest")
    );
    Phrase::painted(Paint::Faint, pace)
}
