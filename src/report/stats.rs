//! What one has practised, in words.

use jiff::civil::Date;

use super::paint::Paint;
use super::table::{Cell, table};
use super::words;
use crate::answers::{Counts, DateRange, PeriodTally, RecordedTally, Stretch};
use crate::model::{count, percent};

/// `cpt stats`: a stretch of time, and the one before it where they are compared. Of topics and months at most `most` are
/// shown.
pub fn stats(now: Period<'_>, before: Option<Period<'_>>, most: usize, today: Date) -> String {
    let (of_judges, earlier) = (judged(now, before.map(|(before, _)| before), most, today), before);
    let recorded = now.1.iter().map(|tally| {
        let of_judge = |tallies: &'_ [RecordedTally]| tallies.iter().position(|one| one.judge == tally.judge);
        let old = earlier.and_then(|(_, old)| of_judge(old).map(|place| &old[place]));
        recorded((tally, old), earlier.is_some(), most)
    });
    of_judges + &recorded.collect::<String>()
}

/// A stretch of time: what the judges know, and what is recorded of others.
type Period<'a> = (&'a PeriodTally, &'a [RecordedTally]);

/// What is committed for a judge that isn't fetched, now and in the stretch before where stretches are compared.
fn recorded(
    (tally, old): (&RecordedTally, Option<&RecordedTally>),
    is_compared: bool,
    most: usize,
) -> String {
    let judge = tally.judge;
    let head = |title: String| {
        let compared = if is_compared { "before" } else { "" };
        let faint = |text: &str| Cell::number(text).in_paint(Paint::Faint);
        vec![Cell::new(title).in_paint(Paint::Strong), faint("committed"), faint(compared)]
    };
    let row = |name: Cell, solved: u32, old: Option<u32>| {
        let old = if is_compared { old.unwrap_or(0).to_string() } else { String::new() };
        vec![name, Cell::number(solved), Cell::number(old).in_paint(Paint::Faint)]
    };
    let mut lines = vec![head(format!("Difficulty at {}", judge.title()))];
    lines.extend(tally.by_level.iter().map(|(level, solved)| {
        let known = level.and_then(|level| judge.levels.get(usize::from(level)));
        let name = known.map_or_else(
            || Cell::new("unknown").in_paint(Paint::Faint),
            |known| Cell::new(known.name).in_paint(Paint::Shade(known.rgb)),
        );
        let old = old.and_then(|old| old.by_level.iter().find(|(of, _)| of == level));
        row(name, *solved, old.map(|(_, solved)| *solved))
    }));
    let mut topics = vec![head(format!("Topic at {}", judge.title()))];
    topics.extend(tally.by_topic.iter().take(most).filter_map(|(topic, solved)| {
        let old = old.and_then(|old| old.by_topic.iter().find(|(of, _)| of == topic));
        Some(row(Cell::new(topic.as_ref()?), *solved, old.map(|(_, solved)| *solved)))
    }));
    let more = match tally.by_topic.len().saturating_sub(most) {
        0 => String::new(),
        more => format!("  {}\n", Paint::Faint.on(format_args!("and {more} more: --all"))),
    };
    let topics = if topics.len() > 1 { format!("\n{}{more}", table(&topics)) } else { String::new() };
    let all = count(tally.solved, "problem");
    format!("\n  {} committed at {}\n{}{topics}", Paint::Strong.on(all), judge.title(), table(&lines))
}

fn judged((now, recorded): Period<'_>, before: Option<&PeriodTally>, most: usize, today: Date) -> String {
    let tally = &now.tally;
    let mut text = format!("{}\n", Paint::Strong.on(title(now.window, today)));
    if tally.all.tried == 0 && recorded.is_empty() {
        text.push_str("  No problem was worked at\n");
    } else if tally.all.tried > 0 {
        text.push_str(&format!("  {}\n", summary(&tally.all)));
    }
    if let Some(before) = before {
        let told = match before.tally.all {
            Counts { tried: 0, .. } => "no problem was worked at".to_owned(),
            all => summary(&all),
        };
        let title = title(before.window, today);
        text.push_str(&format!("  {}\n", Paint::Faint.on(format_args!("{title}: {told}"))));
    }
    if tally.all.tried == 0 {
        return text;
    }
    let judges = merged(tally.by_judge.clone(), before.map(|before| before.tally.by_judge.clone()));
    let judges = judges.into_iter().map(|(judge, counts, old)| (Cell::new(judge), counts, old));
    text.push_str(&section("Judge", judges.collect(), usize::MAX));
    for (judge, _) in &tally.by_judge {
        let of = |period: &PeriodTally| {
            let its = period.tally.by_colour.iter().filter(|one| one.judge == *judge && one.counts.tried > 0);
            its.map(|one| (one.colour, one.counts)).collect()
        };
        let mut colours = merged(of(now), before.map(of));
        // From the lowest; what nobody knows comes last.
        colours.sort_by_key(|(colour, ..)| {
            judge.tiers().iter().position(|tier| Some(tier.colour) == *colour).unwrap_or(usize::MAX)
        });
        let rows = colours.into_iter().map(|(colour, counts, old)| {
            let cell = match colour {
                Some(colour) => Cell::new(colour).in_paint(Paint::Tier(colour)),
                None => Cell::new("unknown"),
            };
            (cell, counts, old)
        });
        text.push_str(&section(&format!("Difficulty at {judge}"), rows.collect(), usize::MAX));
    }
    let of = |period: &PeriodTally| {
        period.tally.by_tag.iter().map(|one| (one.tag.clone(), one.counts)).collect::<Vec<_>>()
    };
    let mut tags = merged(of(now), before.map(of));
    tags.sort_by_key(|(tag, ..)| tag.is_none());
    let tags = tags.into_iter().map(|(tag, counts, old)| {
        let cell = match tag {
            Some(tag) => Cell::new(tag),
            None => Cell::new("untagged").in_paint(Paint::Faint),
        };
        (cell, counts, old)
    });
    text.push_str(&section("Topic", tags.collect(), most));
    let months = tally.by_month.iter().rev();
    let months = months.map(|one| (Cell::new(one.month.strftime("%B %Y")), one.counts, None));
    text.push_str(&section("Month", months.collect(), most));
    text.push_str(&leads(now, before));
    text
}

/// The counts by key, with those of the time before where they are compared; a key of that time alone comes after them.
fn merged<K: PartialEq>(
    now: Vec<(K, Counts)>,
    before: Option<Vec<(K, Counts)>>,
) -> Vec<(K, Counts, Option<Counts>)> {
    let Some(mut before) = before else {
        return now.into_iter().map(|(key, counts)| (key, counts, None)).collect();
    };
    let mut rows: Vec<(K, Counts, Option<Counts>)> = Vec::new();
    for (key, counts) in now {
        let old = before.iter().position(|(old, _)| *old == key).map(|place| before.remove(place).1);
        rows.push((key, counts, Some(old.unwrap_or_default())));
    }
    rows.extend(before.into_iter().map(|(key, old)| (key, Counts::default(), Some(old))));
    rows
}

/// "All time", "From 27 October to 25 November (30 days)".
fn title(window: DateRange, today: Date) -> String {
    let day = |date| words::day(date, today);
    match (window.from, window.to) {
        (None, None) => "All time".to_owned(),
        (None, Some(to)) => format!("Until {}", day(to)),
        (Some(from), None) => format!("Since {}", day(from)),
        (Some(from), Some(to)) => {
            let days = window.days().map(|days| format!(" ({})", count(days, "day"))).unwrap_or_default();
            format!("From {} to {}{days}", day(from), day(to))
        }
    }
}

/// "12 of 15 problems accepted (80%), 9 at the first attempt (75%), 1.4 attempts each".
fn summary(counts: &Counts) -> String {
    let rest = match (counts.first_try_rate(), counts.mean_tries()) {
        (Some(first), Some(tries)) => {
            format!(
                ", {} at the first attempt ({}), {tries:.1} attempts each",
                counts.first_try,
                percent(first)
            )
        }
        _ => String::new(),
    };
    let rate = counts.success_rate().map(percent).unwrap_or_default();
    format!("{} of {} accepted ({rate}){rest}", counts.solved, count(counts.tried, "problem"))
}

/// A row of a table: its name, its counts, and those of the time before where they are compared.
type Row = (Cell, Counts, Option<Counts>);

fn section(title: &str, rows: Vec<Row>, most: usize) -> String {
    let compared = rows.iter().any(|(_, _, before)| before.is_some());
    let head = |text: &str| Cell::number(text).in_paint(Paint::Faint);
    let mut lines = vec![vec![
        Cell::new(title).in_paint(Paint::Strong),
        head("accepted"),
        if compared { head("before") } else { Cell::default() },
        head("tried"),
        head("success"),
        head("first try"),
        head("attempts"),
    ]];
    let left_out = rows.len().saturating_sub(most);
    lines.extend(rows.into_iter().take(most).map(|(name, counts, before)| {
        let rate = |share: Option<f64>| Cell::number(share.map(percent).unwrap_or_default());
        let before = before.map(|before| before.solved.to_string()).unwrap_or_default();
        vec![
            name,
            Cell::number(counts.solved),
            Cell::number(before).in_paint(Paint::Faint),
            Cell::number(counts.tried),
            rate(counts.success_rate()),
            rate(counts.first_try_rate()),
            Cell::number(counts.mean_tries().map(|tries| format!("{tries:.1}")).unwrap_or_default()),
        ]
    }));
    let more = match left_out {
        0 => String::new(),
        more => format!("  {}\n", Paint::Faint.on(format_args!("and {more} more: --all"))),
    };
    format!("\n{}{more}", table(&lines))
}

/// How far above one's level one practises.
fn leads(now: &PeriodTally, before: Option<&PeriodTally>) -> String {
    let median = |lead: &Stretch| match lead.median {
        0 => "at it".to_owned(),
        up if up > 0 => format!("{up} above it"),
        down => format!("{} below it", down.unsigned_abs()),
    };
    let line = |lead: &Stretch| {
        let old = before.and_then(|before| before.leads.iter().find(|old| old.judge == lead.judge));
        let old = old.map(|old| format!(" (before: {})", median(old))).unwrap_or_default();
        let problems = count(lead.problems, "problem");
        let (judge, harder) = (lead.judge, lead.harder);
        format!(
            "  {judge}: half of {problems} lie {} or higher{old}; {harder} of them were harder\n",
            median(lead)
        )
    };
    let lines: String = now.leads.iter().map(line).collect();
    if lines.is_empty() {
        return lines;
    }
    format!(
        "\n  {}\n{lines}",
        Paint::Strong.on("Accepted outside of contests, against your level at the time")
    )
}
