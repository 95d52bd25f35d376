//! What to solve next.

use jiff::Timestamp;
use unicode_width::UnicodeWidthStr as _;

use super::contests::announcement;
use super::hyperlink::linked;
use super::paint::Paint;
use super::words::next as words;
use crate::answers::{Assignment, CatalogueEntry, Demand, Progress, Proposal, Why};
use crate::lang::Lang;
use crate::model::clean;

/// `cpt next`: three lines a problem: what it is, where it is, why it was chosen; and what begins within a day of `now`.
pub fn next(assignment: &Assignment<'_>, now: Timestamp, lang: Lang) -> String {
    let mut text = heading(assignment, lang);
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
        let time = one.seconds.map(|seconds| format!("  {}", words::duration(lang, seconds)));
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
            Progress::Tried => Some(Paint::Warn.on(words::attempted(lang))),
            Progress::Accepted => Some(Paint::Good.on(words::accepted(lang))),
            Progress::Committed => Some(Paint::Good.on(words::committed(lang))),
        };
        let why = Paint::Faint.on(clean(&reason(lang, one, assignment)));
        text.push_str(&format!("    {}\n", done.unwrap_or(why)));
        if assignment.with_topics {
            let topics: Vec<&str> = one.problem.entry.into_iter().flat_map(CatalogueEntry::topics).collect();
            let topics = if topics.is_empty() { words::untagged(lang) } else { topics.join(", ").into() };
            text.push_str(&format!("    {}\n", Paint::Faint.on(clean(&topics))));
        }
    }
    for (one, left) in assignment.soon.iter().filter_map(|one| Some((one, one.soon(now)?))) {
        let (name, link) = (clean(&one.contest.name), announcement(one.contest));
        let soon = words::contest_soon(lang, &name, &lang.soon(left), &link);
        text.push_str(&format!("\n{}\n", soon.in_terminal()));
    }
    text
}

/// The day, the list, and how likely each is solved; or that there is nothing.
fn heading(assignment: &Assignment<'_>, lang: Lang) -> String {
    if assignment.problems.is_empty() {
        return format!("{}\n", words::nothing(lang));
    }
    let list = assignment.list.as_deref().map(clean);
    let mut text = words::heading(lang, &lang.weekday_and_day(assignment.day), list.as_deref()) + "\n";
    let in_contest = mean(assignment.problems.iter().filter_map(|(one, _)| one.probability));
    if let Some(in_contest) = in_contest.filter(|_| assignment.probability.is_some()) {
        let in_practice = mean(assignment.problems.iter().filter_map(|(one, _)| one.in_practice));
        text.push_str(&words::chances(lang, in_contest, in_practice));
        text.push('\n');
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

/// What speaks for a problem, without naming a topic unless these are shown.
pub(super) fn reason(lang: Lang, one: &Proposal<'_>, assignment: &Assignment<'_>) -> String {
    let shown = assignment.with_topics;
    match &one.why {
        Why::Weak { topic, tries, usual } if shown => words::weak(lang, topic, *tries, *usual),
        Why::Weak { .. } => words::weak_untold(lang).into_owned(),
        Why::Untouched { topic, days } if shown => words::untouched(lang, topic, *days),
        Why::Untouched { days, .. } => words::untouched_untold(lang, *days),
        Why::New { topic } if shown => words::new(lang, topic),
        Why::New { .. } => words::new_untold(lang).into_owned(),
        Why::Listed(heading) => words::listed(lang, assignment.list.as_deref(), heading.as_deref()),
        Why::Level => match one.probability {
            None if assignment.probability.is_some() => words::easiest(lang),
            None => words::in_range(lang),
            Some(probability) => match Demand::of(probability) {
                Demand::Below => words::easy(lang),
                Demand::At => words::at_level(lang),
                Demand::Above => words::stretch(lang),
            },
        }
        .into_owned(),
    }
}
