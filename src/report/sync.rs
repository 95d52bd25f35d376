//! What a sync brought, and what it could not bring.

use unicode_width::UnicodeWidthStr as _;

use super::paint::Paint;
use super::words;
use crate::answers::{Fetched, SourceNews, SourceReport, SyncReport};
use crate::lang::Lang;
use crate::model::{Judge, Revision, Update, clean, count};

/// What is said of a source: what it brought, or as of when it is.
fn line(source: &SourceReport) -> Option<String> {
    let update = &source.update;
    let line = || match source.news.as_ref()? {
        SourceNews::Series { judge, handle, rating, before, rated, .. } => {
            Some(series_line(*judge, handle, *rating, *before, *rated, update))
        }
        _ if source.fetched.is_some() => Some(update.total.to_string()),
        SourceNews::List => Some(list_line(update, "changed")),
        SourceNews::Submissions => Some(list_line(update, "judged anew")),
        SourceNews::Newest(listed) => Some(newest_line(*listed, update)),
        SourceNews::Commits => Some(commits_line(update)),
    };
    match source.fetched {
        Some(Fetched::Never) => Some("never fetched".to_owned()),
        Some(Fetched::Ago(age)) => Some(format!("{}, as of {}", line()?, Lang::English.ago(age))),
        None => line(),
    }
}

/// The rating, the change since the last sync, and new contests.
fn series_line(
    judge: Judge,
    handle: &str,
    rating: Option<i32>,
    before: Option<i32>,
    rated: usize,
    update: &Update,
) -> String {
    let Some(rating) = rating else { return format!("no rated contest yet ({})", clean(handle)) };
    let colour = judge.colour_of(rating);
    let rating_words = Paint::Tier(colour).on(format_args!("{rating:>4} {:<6}", colour.name()));
    let mut news = Vec::new();
    match before {
        Some(before) if rated > 0 || before != rating => {
            news.push(format!("{} since the last sync", words::change(rating.saturating_sub(before))));
        }
        _ => {}
    }
    match (before, rated) {
        (None, contests) => news.push(count(contests, "contest")),
        (Some(_), 0) => {}
        (Some(_), contests) => news.push(count(contests, "new contest")),
    }
    for (number, what) in [(update.changed, "rewritten"), (update.removed, "no longer listed")] {
        if number > 0 {
            news.push(format!("{} {what}", count(number, "contest")));
        }
    }
    if news.is_empty() {
        news.push(Paint::Faint.on("nothing new"));
    }
    format!("{rating_words}  {}", news.join(", "))
}

/// How long a list is, and what became of it. `changed` says what a changed entry is.
fn list_line(update: &Update, changed: &str) -> String {
    let mut news = vec![update.total.to_string()];
    let parts = [(update.new, "new"), (update.changed, changed), (update.removed, "no longer listed")];
    for (number, what) in parts {
        if number > 0 && (number, what) != (update.total, "new") {
            news.push(format!("{number} {what}"));
        }
    }
    if !update.is_news() {
        news.push(Paint::Faint.on("nothing new"));
    }
    news.join(", ")
}

/// That no more than the newest are listed, so that nobody takes them for all; and how many are stored by now.
fn newest_line(listed: usize, update: &Update) -> String {
    format!("the newest {listed}; {} of them new ({} stored)", update.new, update.total)
}

/// How many commits there are, and what is new.
fn commits_line(update: &Update) -> String {
    let mut news = vec![count(update.total, "commit")];
    for (number, what) in [(update.new, "new"), (update.changed, "changed"), (update.removed, "gone")] {
        if number > 0 && number < update.total {
            news.push(format!("{number} {what}"));
        }
    }
    news.join(", ")
}

/// What to say of what is missing in what a source brought.
pub fn omissions(source: &SourceReport) -> Vec<String> {
    let Some(omitted) = &source.omitted else { return Vec::new() };
    let mut warnings = Vec::new();
    if omitted.of_others > 0 {
        let number = count(omitted.of_others, "submission");
        warnings.push(format!("{number} under other handles left out"));
    }
    if let [first, more @ ..] = &omitted.crowded_seconds[..] {
        let more = if more.is_empty() { String::new() } else { format!(" and {} more seconds", more.len()) };
        warnings.push(format!(
            "more submissions at {}{more} than can be fetched (500 per second); some may be missing",
            first.strftime("%Y-%m-%d %H:%M:%S UTC")
        ));
    }
    warnings
}

/// The summary: a line for each source that was read, then the files. Failures are told apart, to standard error.
pub fn sync(report: &SyncReport, streak_line: Option<&str>) -> String {
    let mut text = String::new();
    let worth =
        |source: &&SourceReport| source.failure.is_none() && (!source.quiet || source.update.is_news());
    let read = report.sources.iter().filter(worth);
    let read: Vec<_> = read.filter_map(|source| Some((source, line(source)?))).collect();
    let width = read.iter().map(|(source, _)| clean(&source.title).width()).max().unwrap_or(0);
    for (source, line) in read {
        let title = clean(&source.title);
        let gap = " ".repeat(width - title.width());
        text.push_str(&format!("{}{gap}  {line}\n", Paint::Strong.on(title)));
        text.push_str(&revised(source));
    }
    let unchanged = |source: &SourceReport| source.failure.is_none() && !source.update.is_news();
    if !report.offline && !report.sources.is_empty() && report.sources.iter().all(unchanged) {
        text.push_str("Nothing new.\n");
    }
    if let Some(line) = streak_line {
        text.push_str(line);
        text.push('\n');
    }
    for (nth, file) in listed(&report.files).into_iter().enumerate() {
        let head = if nth == 0 { "Wrote" } else { "     " };
        text.push_str(&format!("{head} {file}\n"));
    }
    text
}

/// So many changed contests are told one by one.
const FEW_REVISED: usize = 3;

/// A line for each contest that the judge changed afterwards.
fn revised(source: &SourceReport) -> String {
    let all = source.news.as_ref().map_or(&[][..], SourceNews::revised);
    let number = |number: Option<i64>| number.map_or_else(|| "none".to_owned(), |number| number.to_string());
    let line = |revision: &Revision| {
        let numbers = revision.numbers();
        let changes = numbers.iter().map(|(field, before, after)| {
            let field = match *field {
                "old" => "rating before",
                "new" => "rating after",
                field => field,
            };
            format!("{field} {}, was {}", number(*after), number(*before))
        });
        let changes: Vec<_> = changes.collect();
        let changes = if changes.is_empty() { "another name or date".to_owned() } else { changes.join("; ") };
        format!("  {}: {changes}\n", clean(&revision.after.name))
    };
    let mut text: String = all.iter().take(FEW_REVISED).map(line).collect();
    if all.len() > FEW_REVISED {
        text.push_str(&format!("  and {} more\n", all.len() - FEW_REVISED));
    }
    text
}

/// As many names of one folder are listed; of more, their number says enough.
const FEW: usize = 4;

/// The files by name where they are few, else as a number for each folder.
fn listed(files: &[String]) -> Vec<String> {
    let folder = |file: &String| file.rsplit_once(['/', '\\']).map(|(folder, _)| folder.to_owned());
    let mut shown = Vec::new();
    for group in files.chunk_by(|one, other| folder(one) == folder(other)) {
        let names = folded(group);
        match folder(&group[0]) {
            Some(folder) if names.len() > FEW => {
                shown.push(format!("{} in {}/", count(group.len(), "file"), clean(&folder)));
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
