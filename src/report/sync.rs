//! What a sync brought, and what it could not bring.

use unicode_width::UnicodeWidthStr as _;

use super::paint::Paint;
use super::words::change;
use super::words::sync::{self as words, Became};
use crate::answers::{Fetched, SourceNews, SourceReport, SyncReport};
use crate::lang::Lang;
use crate::model::{Judge, Revision, Update, clean};

/// What is said of a source: what it brought, or as of when it is.
fn line(source: &SourceReport, lang: Lang) -> Option<String> {
    let update = &source.update;
    let line = || match source.news.as_ref()? {
        SourceNews::Series { judge, handle, rating, before, rated, .. } => {
            let Some(rating) = rating else { return Some(words::never_rated(lang, &clean(handle))) };
            Some(series_line(*judge, *rating, *before, *rated, update, lang))
        }
        _ if source.fetched.is_some() => Some(update.total.to_string()),
        SourceNews::List => Some(list_line(update, Became::Changed, lang)),
        SourceNews::Submissions => Some(list_line(update, Became::Rejudged, lang)),
        SourceNews::Newest(listed) => Some(words::newest(lang, *listed, update.new, update.total)),
        SourceNews::Commits => Some(commits_line(update, lang)),
    };
    match source.fetched {
        Some(Fetched::Never) => Some(words::never_fetched(lang).into_owned()),
        Some(Fetched::Ago(age)) => Some(words::as_of(lang, &line()?, &lang.ago(age))),
        None => line(),
    }
}

/// The columns of a colour's name.
const COLOUR: usize = 6;

/// The rating, the change since the last sync, and new contests.
fn series_line(
    judge: Judge,
    rating: i32,
    before: Option<i32>,
    rated: usize,
    update: &Update,
    lang: Lang,
) -> String {
    let colour = judge.colour_of(rating);
    let word = colour.word(lang);
    let gap = " ".repeat(COLOUR.saturating_sub(word.width()));
    let rating_words = Paint::Tier(colour).on(format_args!("{rating:>4} {word}{gap}"));
    let mut news = Vec::new();
    match before {
        Some(before) if rated > 0 || before != rating => {
            news.push(words::since_last(lang, &change(rating.saturating_sub(before))));
        }
        _ => {}
    }
    match (before, rated) {
        (None, contests) => news.push(lang.contests_taken(contests as u64)),
        (Some(_), 0) => {}
        (Some(_), contests) => news.push(words::contests(lang, contests, Became::New)),
    }
    for (number, became) in [(update.changed, Became::Changed), (update.removed, Became::Removed)] {
        if number > 0 {
            news.push(words::contests(lang, number, became));
        }
    }
    if news.is_empty() {
        news.push(Paint::Faint.on(words::nothing_new(lang)));
    }
    format!("{rating_words}  {}", news.join(lang.comma()))
}

/// How long a list is, and what became of it. `changed` says what a changed entry is.
fn list_line(update: &Update, changed: Became, lang: Lang) -> String {
    let mut news = vec![update.total.to_string()];
    let parts = [(update.new, Became::New), (update.changed, changed), (update.removed, Became::Removed)];
    for (number, became) in parts {
        if number > 0 && (number, became) != (update.total, Became::New) {
            news.push(words::entries(lang, number, became));
        }
    }
    if !update.is_news() {
        news.push(Paint::Faint.on(words::nothing_new(lang)));
    }
    news.join(lang.comma())
}

/// How many commits there are, and what is new.
fn commits_line(update: &Update, lang: Lang) -> String {
    let mut news = vec![words::commits(lang, update.total)];
    let parts = [
        (update.new, words::entries(lang, update.new, Became::New)),
        (update.changed, words::entries(lang, update.changed, Became::Changed)),
        (update.removed, words::commits_gone(lang, update.removed)),
    ];
    news.extend(
        parts.into_iter().filter(|(number, _)| (1..update.total).contains(number)).map(|(_, told)| told),
    );
    news.join(lang.comma())
}

/// What to say of what is missing in what a source brought.
pub fn omissions(source: &SourceReport, lang: Lang) -> Vec<String> {
    let Some(omitted) = &source.omitted else { return Vec::new() };
    let mut warnings = Vec::new();
    if omitted.of_others > 0 {
        warnings.push(words::of_others(lang, omitted.of_others));
    }
    if let [first, more @ ..] = &omitted.crowded_seconds[..] {
        let moment = first.strftime("%Y-%m-%d %H:%M:%S UTC").to_string();
        warnings.push(words::crowded(lang, &moment, more.len()));
    }
    warnings
}

/// The summary: a line for each source that was read, then the files. Failures are told apart, to standard error.
pub fn sync(report: &SyncReport, streak_line: Option<&str>, lang: Lang) -> String {
    let mut text = String::new();
    let worth =
        |source: &&SourceReport| source.failure.is_none() && (!source.quiet || source.update.is_news());
    let read = report.sources.iter().filter(worth);
    let title = |source: &SourceReport| clean(&source.title.title(lang)).into_owned();
    let read: Vec<_> = read.filter_map(|source| Some((source, title(source), line(source, lang)?))).collect();
    let width = read.iter().map(|(_, title, _)| title.width()).max().unwrap_or(0);
    for (source, title, line) in read {
        let gap = " ".repeat(width - title.width());
        text.push_str(&format!("{}{gap}  {line}\n", Paint::Strong.on(title)));
        text.push_str(&revised(source, lang));
    }
    let unchanged = |source: &SourceReport| source.failure.is_none() && !source.update.is_news();
    if !report.offline && !report.sources.is_empty() && report.sources.iter().all(unchanged) {
        text.push_str(&words::up_to_date(lang));
        text.push('\n');
    }
    if let Some(line) = streak_line {
        text.push_str(line);
        text.push('\n');
    }
    let wrote = words::wrote(lang);
    let below = " ".repeat(wrote.width());
    for (nth, file) in listed(&report.files, lang).into_iter().enumerate() {
        let head = if nth == 0 { &*wrote } else { &below };
        text.push_str(&format!("{head} {file}\n"));
    }
    text
}

/// So many changed contests are told one by one.
const FEW_REVISED: usize = 3;

/// A line for each contest that the judge changed afterwards.
fn revised(source: &SourceReport, lang: Lang) -> String {
    let all = source.news.as_ref().map_or(&[][..], SourceNews::revised);
    let line = |revision: &Revision| {
        let numbers = revision.numbers();
        let changes = numbers.iter().map(|(field, before, after)| words::field(lang, field, *after, *before));
        let told = words::revised(lang, &clean(&revision.after.name), &changes.collect::<Vec<_>>());
        format!("  {told}\n")
    };
    let mut text: String = all.iter().take(FEW_REVISED).map(line).collect();
    if all.len() > FEW_REVISED {
        text.push_str(&format!("  {}\n", words::more_contests(lang, all.len() - FEW_REVISED)));
    }
    text
}

/// As many names of one folder are listed; of more, their number says enough.
const FEW: usize = 4;

/// The files by name where they are few, else as a number for each folder.
fn listed(files: &[String], lang: Lang) -> Vec<String> {
    let folder = |file: &String| file.rsplit_once(['/', '\\']).map(|(folder, _)| folder.to_owned());
    let mut shown = Vec::new();
    for group in files.chunk_by(|one, other| folder(one) == folder(other)) {
        let names = folded(group);
        match folder(&group[0]) {
            Some(folder) if names.len() > FEW => {
                shown.push(words::files_in(lang, group.len(), &clean(&folder)));
            }
            _ => shown.extend(names),
        }
    }
    shown
}

/// Files that differ in their ending or theme alone as one, in the shell's way: "charts/heatmap{,-dark}.{svg,png}".
fn folded(files: &[String]) -> Vec<String> {
    let mut stems: Vec<(&str, Vec<&str>)> = Vec::new();
    for file in files {
        let (stem, end) = file.rsplit_once('.').unwrap_or((file, ""));
        match stems.iter_mut().find(|(known, _)| *known == stem) {
            Some((_, ends)) => ends.push(end),
            None => stems.push((stem, vec![end])),
        }
    }
    let has =
        |stem: &str, ends: &[&str]| stems.iter().any(|(other, theirs)| *other == stem && theirs == ends);
    let mut shown = Vec::new();
    for (stem, ends) in &stems {
        if stem.strip_suffix(DARK).is_some_and(|light| has(light, ends)) {
            continue;
        }
        let themes = if has(&format!("{stem}{DARK}"), ends) { format!("{{,{DARK}}}") } else { String::new() };
        let ends = match ends[..] {
            [""] => String::new(),
            [end] => format!(".{end}"),
            _ => format!(".{{{}}}", ends.join(",")),
        };
        shown.push(clean(&format!("{stem}{themes}{ends}")).into_owned());
    }
    shown
}

/// What the names of charts for dark backgrounds end in where there are both.
const DARK: &str = "-dark";
