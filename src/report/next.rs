//! What to solve next.

use jiff::Timestamp;
use unicode_width::UnicodeWidthStr as _;

use super::contests::announcement;
use super::hyperlink::linked;
use super::paint::Paint;
use super::words;
use crate::answers::{Assignment, CatalogueEntry, Progress, Proposal, Why};
use crate::model::{chance, clean, count};

/// `cpt next`: three lines a problem: what it is, where it is, why it was chosen; and what begins within a day of `now`.
pub fn next(assignment: &Assignment<'_>, now: Timestamp) -> String {
    let in_contest = mean(assignment.problems.iter().filter_map(|(one, _)| one.probability));
    let in_contest = in_contest.filter(|_| assignment.probability.is_some());
    let wished = in_contest.map(|it| format!(", each solved {} in a contest at your level", often(it)));
    let in_practice = mean(assignment.problems.iter().filter_map(|(one, _)| one.in_practice));
    let in_practice = in_practice.filter(|_| wished.is_some());
    let in_practice = in_practice.map(|it| format!(",\nand {} when you try them in practice", often(it)));
    let day = assignment.day.strftime("%A, %-d %B");
    let list = assignment.list.as_deref().map(|list| format!(", from {}", clean(list)));
    let mut text = format!(
        "For {day}{}{}{}\n",
        list.unwrap_or_default(),
        wished.unwrap_or_default(),
        in_practice.unwrap_or_default()
    );
    if assignment.problems.is_empty() {
        "Nothing to propose.\n".clone_into(&mut text);
    }
    let width = |of: fn(&Proposal<'_>) -> String| {
        assignment.problems.iter().map(|(one, _)| of(one).width()).max().unwrap_or(0)
    };
    let (name_width, id_width) = (width(name).min(44), width(id));
    for (place, (one, progress)) in assignment.problems.iter().enumerate() {
        let mark = match progress {
            Progress::Open | Progress::Tried => format!("{:>2}", place + 1),
            Progress::Accepted | Progress::Committed => Paint::Good.on(" \u{2713}"),
        };
        let name = name(one);
        let gap = " ".repeat(name_width.saturating_sub(name.width()));
        let (id, link) = (id(one), one.problem.link());
        let id_gap = " ".repeat(id_width.saturating_sub(id.width()));
        let difficulty = one.problem.difficulty().zip(one.problem.colour());
        let difficulty = difficulty.map_or_else(
            || Paint::Faint.on("   ?"),
            |(difficulty, colour)| Paint::Tier(colour).on(format_args!("{difficulty:>4}")),
        );
        let odds = one.probability.map(|probability| format!("  {:>3.0}%", 100.0 * probability));
        let time = one.seconds.map(|seconds| format!("  {}", duration(seconds)));
        text.push_str(&format!(
            "\n{mark}  {}{gap}  {}{id_gap}  {difficulty}{}{}\n",
            linked(&Paint::Strong.on(&name), link.as_deref()),
            linked(&id, link.as_deref()),
            odds.unwrap_or_default(),
            time.unwrap_or_default(),
        ));
        if let Some(link) = &link {
            text.push_str(&format!("    {}\n", clean(link)));
        }
        let done = match progress {
            Progress::Open => None,
            Progress::Tried => Some(Paint::Warn.on("tried, not accepted yet")),
            Progress::Accepted => Some(Paint::Good.on("accepted")),
            Progress::Committed => Some(Paint::Good.on("committed")),
        };
        let why = Paint::Faint.on(clean(&reason(one, assignment)));
        text.push_str(&format!("    {}\n", done.unwrap_or(why)));
        if assignment.with_topics {
            let topics: Vec<&str> = one.problem.entry.into_iter().flat_map(CatalogueEntry::topics).collect();
            let topics = if topics.is_empty() { "untagged".to_owned() } else { topics.join(", ") };
            text.push_str(&format!("    {}\n", Paint::Faint.on(clean(&topics))));
        }
    }
    for (one, left) in assignment.soon.iter().filter_map(|one| Some((one, one.soon(now)?))) {
        let name = Paint::Strong.on(clean(&one.contest.name));
        let (begins, link) = (words::soon(left), announcement(one.contest));
        text.push_str(&format!("\n{name} is rated for you and begins {begins}: {link}\n"));
    }
    text
}

fn name(one: &Proposal<'_>) -> String {
    clean(one.problem.name().unwrap_or(one.problem.id.as_str())).into_owned()
}

fn id(one: &Proposal<'_>) -> String {
    one.problem.id.to_string()
}

fn mean(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let (count, sum) = numbers.fold((0, 0.0), |(count, sum), number| (count + 1, sum + number));
    (count > 0).then(|| sum / f64::from(count))
}

/// "about 1 time in 2": a probability as something that happens.
fn often(probability: f64) -> String {
    format!("{} times", chance(probability))
}

/// What speaks for a problem, without naming a topic unless these are shown.
pub(super) fn reason(one: &Proposal<'_>, assignment: &Assignment<'_>) -> String {
    let shown = assignment.with_topics;
    match &one.why {
        Why::Weak { topic, tries, usual } if shown => {
            format!("{topic} takes you {tries:.1} attempts a problem, others {usual:.1}")
        }
        Why::Weak { .. } => "a topic that takes you more attempts than others".to_owned(),
        Why::Untouched { topic, days } if shown => format!("no {topic} for {}", count(*days, "day")),
        Why::Untouched { days, .. } => format!("a topic left alone for {}", count(*days, "day")),
        Why::New { topic } if shown => format!("{topic} would be new to you"),
        Why::New { .. } => "a topic that is new to you".to_owned(),
        Why::Listed(Some(heading)) => {
            format!("next in {}: {heading}", assignment.list.as_deref().unwrap_or("the list"))
        }
        Why::Listed(None) => format!("next in {}", assignment.list.as_deref().unwrap_or("the list")),
        Why::Level => match one.probability {
            None if assignment.probability.is_some() => "one of the easiest, to begin with".to_owned(),
            None => "in the range that you asked for".to_owned(),
            Some(probability) if probability > 0.65 => "on the easy side: for speed and certainty".to_owned(),
            Some(probability) if probability < 0.35 => "a stretch".to_owned(),
            Some(_) => "at your level".to_owned(),
        },
    }
}

/// "about 25 min", "about 3 h".
fn duration(seconds: f64) -> String {
    let minutes = (seconds / 60.0).round().max(1.0);
    if minutes < 120.0 { format!("about {minutes:.0} min") } else { format!("about {:.0} h", minutes / 60.0) }
}
