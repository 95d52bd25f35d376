//! What one has practised, in words.

use std::borrow::Cow;
use std::iter;

use jiff::civil::Date;

use super::grade;
use super::paint::Paint;
use super::phrase::Phrase;
use super::table::{Cell, Column, Role, Table, Value, headed};
use super::words::stats as words;
use crate::answers::{Counts, DateRange, GradeTally, PeriodTally, RecordedTally, Stretch};
use crate::lang::Lang;

/// `cpt stats`: a stretch of time, and the one before it where they are compared. Of topics and months at most `most` are
/// shown.
pub fn stats(now: Period<'_>, before: Option<Period<'_>>, most: usize, today: Date, lang: Lang) -> String {
    let (of_judges, earlier) = (judged(now, before.map(|before| before.judged), most, today, lang), before);
    let committed = now.recorded.iter().map(|tally| {
        let of_judge = |tallies: &'_ [RecordedTally]| tallies.iter().position(|one| one.judge == tally.judge);
        let old = earlier.and_then(|old| of_judge(old.recorded).map(|place| &old.recorded[place]));
        let told = words::committed_at(lang, tally.judge.title(), tally.solved);
        recorded((words::committed(lang), &told), (tally, old), earlier.is_some(), most, lang)
    });
    let undated = now.undated.iter().map(|tally| {
        let told = words::accepted_at(lang, tally.judge.title(), tally.solved);
        recorded((words::accepted(lang), &told), (tally, None), false, most, lang)
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
    (done, told): (Cow<'static, str>, &Phrase),
    (tally, old): (&RecordedTally, Option<&RecordedTally>),
    is_compared: bool,
    most: usize,
    lang: Lang,
) -> String {
    let judge = tally.judge;
    let columns = |title: String| {
        let numbers = [done.clone(), words::before(lang)].map(|name| Column::new(name, Role::Number));
        Cow::Owned(iter::once(Column::new(title, Role::Title)).chain(numbers).collect())
    };
    let row = |name, solved: u32, old: Option<u32>| {
        let old = is_compared.then(|| old.unwrap_or(0));
        vec![name, solved.into(), Cell::from(old).in_paint(Paint::Faint)]
    };
    let levels = tally.by_level.iter().map(|(level, solved)| {
        let known = level.and_then(|level| judge.level(level));
        let name =
            known.map_or_else(|| Cell::words(words::unknown(lang)).in_paint(Paint::Faint), grade::of_level);
        let old = old.and_then(|old| old.by_level.iter().find(|(of, _)| of == level));
        row(name, *solved, old.map(|(_, solved)| *solved))
    });
    let title = words::difficulty_at(lang, judge.title());
    let levels = headed(&Table { lang, columns: columns(title), rows: levels.collect() });
    let topics = tally.by_topic.iter().take(most).filter_map(|(topic, solved)| {
        let old = old.and_then(|old| old.by_topic.iter().find(|(of, _)| of == topic));
        Some(row(Cell::text(topic.as_deref()?), *solved, old.map(|(_, solved)| *solved)))
    });
    let columns = columns(words::tag_at(lang, judge.title()));
    let topics = Table { lang, columns, rows: topics.collect() };
    let more = left_out(lang, tally.by_topic.len(), most);
    let topics = if topics.is_empty() { String::new() } else { format!("\n{}{more}", headed(&topics)) };
    format!("\n  {}\n{levels}{topics}", told.in_terminal())
}

fn judged(period: Period<'_>, before: Option<&PeriodTally>, most: usize, today: Date, lang: Lang) -> String {
    let now = period.judged;
    let tally = &now.tally;
    let mut text = format!("{}\n", Paint::Strong.on(title(now.window, today, lang)));
    if tally.all.tried == 0 && period.recorded.is_empty() && period.undated.is_empty() {
        text.push_str(&format!("  {}\n", words::nothing(lang)));
    } else if tally.all.tried > 0 {
        text.push_str(&format!("  {}\n", words::summary(lang, &tally.all)));
    }
    if let Some(before) = before {
        let told = match before.tally.all {
            Counts { tried: 0, .. } => words::nothing(lang).into_owned(),
            all => words::summary(lang, &all),
        };
        let title = title(before.window, today, lang);
        text.push_str(&format!("  {}\n", Paint::Faint.on(format_args!("{title}: {told}"))));
    }
    if tally.all.tried == 0 {
        return text;
    }
    let judges = merged(tally.by_judge.clone(), before.map(|before| before.tally.by_judge.clone()));
    let judges = judges.into_iter().map(|(judge, counts, old)| (Cell::words(judge.to_string()), counts, old));
    text.push_str(&section(words::judge(lang), judges.collect(), usize::MAX, lang));
    for (judge, _) in &tally.by_judge {
        let of = |period: &PeriodTally| {
            let its = period.tally.by_grade.iter().filter(|one| one.judge == *judge && one.counts.tried > 0);
            its.map(|one| (one.grade, one.counts)).collect()
        };
        let mut grades = merged(of(now), before.map(of));
        // From the lowest; what nobody knows comes last.
        grades.sort_by_key(|(grade, ..)| (grade.is_none(), *grade));
        let rows =
            grades.into_iter().map(|(grade, counts, old)| (grade::cell(*judge, grade, lang), counts, old));
        let title = words::difficulty_at(lang, judge.name());
        text.push_str(&section(title.into(), rows.collect(), usize::MAX, lang));
    }
    let of = |period: &PeriodTally| {
        period.tally.by_tag.iter().map(|one| (one.tag.clone(), one.counts)).collect::<Vec<_>>()
    };
    let mut tags = merged(of(now), before.map(of));
    tags.sort_by_key(|(tag, ..)| tag.is_none());
    let tags = tags.into_iter().map(|(tag, counts, old)| {
        let cell = match tag {
            Some(tag) => Cell::text(tag),
            None => Cell::words(words::untagged(lang)).in_paint(Paint::Faint),
        };
        (cell, counts, old)
    });
    text.push_str(&section(words::tag(lang), tags.collect(), most, lang));
    let months = tally.by_month.iter().rev();
    let months = months.map(|one| (Cell::words(lang.month_and_year(one.month)), one.counts, None));
    text.push_str(&section(words::month(lang), months.collect(), most, lang));
    text.push_str(&leads(now, before, lang));
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

/// "All time", "27 October – 25 November (30 days)".
fn title(window: DateRange, today: Date, lang: Lang) -> String {
    let [from, to] = [window.from, window.to].map(|date| date.map(|date| lang.day(date, today)));
    let between = window.from.zip(window.to).map(|(from, to)| lang.days_between(from, to, today));
    words::title(lang, from.as_deref(), to.as_deref(), between.zip(window.days()))
}

/// How many lines were left out, of `all`.
fn left_out(lang: Lang, all: usize, most: usize) -> String {
    match all.saturating_sub(most) {
        0 => String::new(),
        more => format!("  {}\n", Paint::Faint.on(super::words::more(lang, more))),
    }
}

/// A row of a table: its name, its counts, and those of the time before where they are compared.
type Row<'a> = (Cell<'a>, Counts, Option<Counts>);

/// The counts of each row.
fn table<'a>(title: Cow<'static, str>, rows: impl IntoIterator<Item = Row<'a>>, lang: Lang) -> Table<'a> {
    let numbers = words::columns(lang).map(|name| Column::new(name, Role::Number));
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
    Table { lang, columns: Cow::Owned(columns), rows: rows.collect() }
}

/// The place of the column for the time before.
const BEFORE: usize = 2;

fn section(title: Cow<'static, str>, rows: Vec<Row<'_>>, most: usize, lang: Lang) -> String {
    let more = left_out(lang, rows.len(), most);
    let table = table(title, rows.into_iter().take(most), lang);
    format!("\n{}{more}", headed(&table))
}

/// The topics of a stretch of time, without those that have none.
pub(super) fn topics(period: &PeriodTally, lang: Lang) -> Table<'_> {
    let topics = period
        .tally
        .by_tag
        .iter()
        .filter_map(|one| Some((Cell::text(one.tag.as_deref()?), one.counts, None)));
    table(words::tag(lang), topics, lang).without_column(BEFORE)
}

/// The colours or levels of each judge's problems in a stretch of time.
pub(super) fn difficulties(period: &PeriodTally, lang: Lang) -> Table<'_> {
    let grades = period.tally.by_grade.iter().filter(|one| one.counts.tried > 0);
    let name = |one: &GradeTally| {
        let cell = match one.grade {
            Some(_) => grade::cell(one.judge, one.grade, lang),
            None => Cell::words(words::unknown(lang)),
        };
        cell.note(words::at_judge(lang, one.judge.name()))
    };
    let rows = grades.map(|one| (name(one), one.counts, None));
    table(words::difficulty(lang), rows, lang).without_column(BEFORE)
}

/// How far above one's level one practises.
fn leads(now: &PeriodTally, before: Option<&PeriodTally>, lang: Lang) -> String {
    let line = |lead: &Stretch| {
        let old = before.and_then(|before| before.leads.iter().find(|old| old.judge == lead.judge));
        let old = old.map(|old| old.median);
        let judge = lead.judge.name();
        format!("  {}\n", words::above_level(lang, judge, lead.problems, lead.median, old, lead.harder))
    };
    let lines: String = now.leads.iter().map(line).collect();
    if lines.is_empty() {
        return lines;
    }
    format!("\n  {}\n{lines}", Paint::Strong.on(words::compared_with_level(lang)))
}
