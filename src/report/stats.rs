//! What one has practised, in words.

use std::borrow::Cow;
use std::iter;

use jiff::civil::Date;

use super::grade;
use super::paint::Paint;
use super::table::{Cell, Column, Role, Table, Value, headed};
use crate::answers::{Counts, DateRange, GradeTally, PeriodTally, RecordedTally, Stretch};
use crate::lang::Lang;
use crate::model::{count, percent};

/// `cpt stats`: a stretch of time, and the one before it where they are compared. Of topics and months at most `most` are
/// shown.
pub fn stats(now: Period<'_>, before: Option<Period<'_>>, most: usize, today: Date) -> String {
    let (of_judges, earlier) = (judged(now, before.map(|before| before.judged), most, today), before);
    let committed = now.recorded.iter().map(|tally| {
        let of_judge = |tallies: &'_ [RecordedTally]| tallies.iter().position(|one| one.judge == tally.judge);
        let old = earlier.and_then(|old| of_judge(old.recorded).map(|place| &old.recorded[place]));
        let told = format!("committed at {}", tally.judge.title());
        recorded(("committed", &told), (tally, old), earlier.is_some(), most)
    });
    let undated = now.undated.iter().map(|tally| {
        let told = format!("accepted at {}, nobody knows when (imported)", tally.judge.title());
        recorded(("accepted", &told), (tally, None), false, most)
    });
    of_judges + &committed.chain(undated).collect::<String>()
}

/// A stretch of time.
#[derive(Clone, Copy)]
pub struct Period<'a> {
    /// What the judges know.
    pub judged: &'a PeriodTally,
    /// What is recorded of others.
    pub recorded: &'a [RecordedTally],
    /// What archives say was solved, nobody knows when.
    pub undated: &'a [RecordedTally],
}

/// What was `done` (committed, accepted) at a judge that isn't fetched, now and in the stretch before where stretches are
/// compared; `told` says that of all the problems.
fn recorded(
    (done, told): (&'static str, &str),
    (tally, old): (&RecordedTally, Option<&RecordedTally>),
    is_compared: bool,
    most: usize,
) -> String {
    let judge = tally.judge;
    let columns = |title: &str| {
        let numbers = [done, "before"].map(|name| Column::new(name, Role::Number));
        let title = Column::new(format!("{title} at {}", judge.title()), Role::Title);
        Cow::Owned(iter::once(title).chain(numbers).collect())
    };
    let row = |name, solved: u32, old: Option<u32>| {
        let old = is_compared.then(|| old.unwrap_or(0));
        vec![name, solved.into(), Cell::from(old).in_paint(Paint::Faint)]
    };
    let levels = tally.by_level.iter().map(|(level, solved)| {
        let known = level.and_then(|level| judge.level(level));
        let name = known.map_or_else(|| Cell::words("unknown").in_paint(Paint::Faint), grade::of_level);
        let old = old.and_then(|old| old.by_level.iter().find(|(of, _)| of == level));
        row(name, *solved, old.map(|(_, solved)| *solved))
    });
    let levels =
        headed(&Table { lang: Lang::English, columns: columns("Difficulty"), rows: levels.collect() });
    let topics = tally.by_topic.iter().take(most).filter_map(|(topic, solved)| {
        let old = old.and_then(|old| old.by_topic.iter().find(|(of, _)| of == topic));
        Some(row(Cell::text(topic.as_deref()?), *solved, old.map(|(_, solved)| *solved)))
    });
    let topics = Table { lang: Lang::English, columns: columns("Topic"), rows: topics.collect() };
    let more = match tally.by_topic.len().saturating_sub(most) {
        0 => String::new(),
        more => format!("  {}\n", Paint::Faint.on(format_args!("and {more} more: --all"))),
    };
    let topics = if topics.is_empty() { String::new() } else { format!("\n{}{more}", headed(&topics)) };
    let all = count(tally.solved, "problem");
    format!("\n  {} {told}\n{levels}{topics}", Paint::Strong.on(all))
}

fn judged(period: Period<'_>, before: Option<&PeriodTally>, most: usize, today: Date) -> String {
    let now = period.judged;
    let tally = &now.tally;
    let mut text = format!("{}\n", Paint::Strong.on(title(now.window, today)));
    if tally.all.tried == 0 && period.recorded.is_empty() && period.undated.is_empty() {
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
    let judges = judges.into_iter().map(|(judge, counts, old)| (Cell::words(judge.to_string()), counts, old));
    text.push_str(&section("Judge".into(), judges.collect(), usize::MAX));
    for (judge, _) in &tally.by_judge {
        let of = |period: &PeriodTally| {
            let its = period.tally.by_grade.iter().filter(|one| one.judge == *judge && one.counts.tried > 0);
            its.map(|one| (one.grade, one.counts)).collect()
        };
        let mut grades = merged(of(now), before.map(of));
        // From the lowest; what nobody knows comes last.
        grades.sort_by_key(|(grade, ..)| (grade.is_none(), *grade));
        let rows = grades.into_iter().map(|(grade, counts, old)| (grade::cell(*judge, grade), counts, old));
        text.push_str(&section(format!("Difficulty at {judge}").into(), rows.collect(), usize::MAX));
    }
    let of = |period: &PeriodTally| {
        period.tally.by_tag.iter().map(|one| (one.tag.clone(), one.counts)).collect::<Vec<_>>()
    };
    let mut tags = merged(of(now), before.map(of));
    tags.sort_by_key(|(tag, ..)| tag.is_none());
    let tags = tags.into_iter().map(|(tag, counts, old)| {
        let cell = match tag {
            Some(tag) => Cell::text(tag),
            None => Cell::words("untagged").in_paint(Paint::Faint),
        };
        (cell, counts, old)
    });
    text.push_str(&section("Topic".into(), tags.collect(), most));
    let months = tally.by_month.iter().rev();
    let months = months.map(|one| (Cell::words(one.month.strftime("%B %Y").to_string()), one.counts, None));
    text.push_str(&section("Month".into(), months.collect(), most));
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
    let day = |date| Lang::English.day(date, today);
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
pub(super) fn summary(counts: &Counts) -> String {
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
    let rate = counts.success_rate().map_or_else(String::new, |rate| format!(" ({})", percent(rate)));
    format!("{} of {} accepted{rate}{rest}", counts.solved, count(counts.tried, "problem"))
}

/// A row of a table: its name, its counts, and those of the time before where they are compared.
type Row<'a> = (Cell<'a>, Counts, Option<Counts>);

/// The counts of each row.
fn table<'a>(title: Cow<'static, str>, rows: impl IntoIterator<Item = Row<'a>>) -> Table<'a> {
    let numbers = ["accepted", "before", "tried", "success", "first try", "attempts"];
    let numbers = numbers.map(|name| Column::new(name, Role::Number));
    let columns = iter::once(Column::new(title, Role::Title)).chain(numbers).collect();
    let rows = rows.into_iter().map(|(name, counts, before)| {
        vec![
            name,
            counts.solved.into(),
            Cell::from(before.map(|before| before.solved)).in_paint(Paint::Faint),
            counts.tried.into(),
            counts.success_rate().map(Value::Share).into(),
            counts.first_try_rate().map(Value::Share).into(),
            counts.mean_tries().into(),
        ]
    });
    Table { lang: Lang::English, columns: Cow::Owned(columns), rows: rows.collect() }
}

fn section(title: Cow<'static, str>, rows: Vec<Row<'_>>, most: usize) -> String {
    let left_out = rows.len().saturating_sub(most);
    let table = table(title, rows.into_iter().take(most));
    let more = match left_out {
        0 => String::new(),
        more => format!("  {}\n", Paint::Faint.on(format_args!("and {more} more: --all"))),
    };
    format!("\n{}{more}", headed(&table))
}

/// The topics of a stretch of time, without those that have none.
pub(super) fn topics(period: &PeriodTally) -> Table<'_> {
    let topics = period
        .tally
        .by_tag
        .iter()
        .filter_map(|one| Some((Cell::text(one.tag.as_deref()?), one.counts, None)));
    table("Topic".into(), topics).without("before")
}

/// The colours or levels of each judge's problems in a stretch of time.
pub(super) fn difficulties(period: &PeriodTally) -> Table<'_> {
    let grades = period.tally.by_grade.iter().filter(|one| one.counts.tried > 0);
    let name = |one: &GradeTally| match one.grade {
        Some(_) => grade::cell(one.judge, one.grade).note(format!("at {}", one.judge)),
        None => Cell::words(format!("unknown at {}", one.judge)),
    };
    table("Difficulty".into(), grades.map(|one| (name(one), one.counts, None))).without("before")
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
