//! What a sync brought, and what it could not bring.

use unicode_width::UnicodeWidthStr as _;

use super::paint::Paint;
use super::words;
use crate::model::{Omitted, RatingSeries, Update, clean, count};

/// What one source brought.
#[derive(Debug, Clone, Default)]
pub struct SourceReport {
    /// The source's name, as in the JSON: `codeforces.ratings`, `git:.`.
    pub source: String,
    /// How the store changed.
    pub update: Update,
    /// What the report calls the source: "AtCoder heuristic", "Solutions in .".
    pub title: String,
    /// What the report says of the source; empty where it failed.
    pub line: String,
    /// Whether it is worth a line only when it brought something.
    pub quiet: bool,
    /// Requests made.
    pub requests: u32,
    /// Of these, the ones that were answered by "not modified".
    pub not_modified: u32,
    /// Milliseconds spent waiting out of politeness.
    pub waited_ms: u64,
    /// What is missing in what was read.
    pub warnings: Vec<String>,
    /// What went wrong.
    pub failure: Option<Failure>,
    /// The source whose failure, told there, is the reason why this one was not asked for.
    pub left_alone_for: Option<String>,
}

/// Why a source could not be read.
#[derive(Debug, Clone)]
pub struct Failure {
    /// What went wrong, with its causes.
    pub message: String,
    /// What to do about it.
    pub remedy: Option<String>,
}

/// All of a sync.
#[derive(Debug, Clone, Default)]
pub struct SyncReport {
    /// Each source, judges first.
    pub sources: Vec<SourceReport>,
    /// The files written, relative to the workspace where they lie in it.
    pub files: Vec<String>,
    /// Whether the judges were left alone.
    pub offline: bool,
}

impl SourceReport {
    /// What to say of submissions that are missing.
    pub fn omissions(omitted: &Omitted) -> Vec<String> {
        let mut warnings = Vec::new();
        if omitted.of_others > 0 {
            let number = count(omitted.of_others, "submission");
            warnings.push(format!("{number} under other handles left out"));
        }
        if let [first, more @ ..] = &omitted.crowded_seconds[..] {
            let more =
                if more.is_empty() { String::new() } else { format!(" and {} more seconds", more.len()) };
            warnings.push(format!(
                "more submissions at {}{more} than can be fetched (500 per second); some may be missing",
                first.strftime("%Y-%m-%d %H:%M:%S UTC")
            ));
        }
        warnings
    }

    /// The line of a series: its rating, the change since the last sync, and new contests.
    pub fn series_line(
        series: &RatingSeries,
        before: Option<i32>,
        new_rated: usize,
        update: &Update,
    ) -> String {
        let Some((rating, colour)) = series.rating().zip(series.colour()) else {
            return format!("no rated contest yet ({})", clean(series.key.handle.as_str()));
        };
        let rating_words = Paint::Tier(colour).on(format_args!("{rating:>4} {:<6}", colour.name()));
        let mut news = Vec::new();
        match before {
            Some(before) if new_rated > 0 || before != rating => {
                news.push(format!("{} since the last sync", words::change(rating - before)));
            }
            _ => {}
        }
        match (before, new_rated) {
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

    /// The line of a list: how long it is, and what became of it. `changed` says what a changed entry is.
    pub fn list_line(update: &Update, changed: &str) -> String {
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

    /// The line of a repository: its solution changes, and what is new.
    pub fn repository_line(update: &Update) -> String {
        let commits = count(update.total, "commit");
        let mut news = vec![commits];
        for (number, what) in [(update.new, "new"), (update.changed, "changed"), (update.removed, "gone")] {
            if number > 0 && number < update.total {
                news.push(format!("{number} {what}"));
            }
        }
        news.join(", ")
    }
}

/// The summary: a line for each source that was read, then the files. Failures are told apart, to standard error.
pub fn sync(report: &SyncReport, streak_line: Option<&str>) -> String {
    let mut text = String::new();
    let worth = |source: &&SourceReport| {
        source.failure.is_none() && !source.line.is_empty() && (!source.quiet || source.update.is_news())
    };
    let read = || report.sources.iter().filter(worth);
    let width = read().map(|source| clean(&source.title).width()).max().unwrap_or(0);
    for source in read() {
        let title = clean(&source.title);
        let gap = " ".repeat(width - title.width());
        text.push_str(&format!("{}{gap}  {}\n", Paint::Strong.on(title), source.line));
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
