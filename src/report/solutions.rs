//! Which problems the solutions name, and which files name none.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use unicode_width::UnicodeWidthStr as _;

use super::paint::Paint;
use super::table::{Cell, Role, Table, Value, bare};
use super::words::solutions::{self as words, Submitted};
use crate::answers::{Attempts, Catalogue, Solved, SolvedProblem, Unsubmitted};
use crate::lang::Lang;
use crate::model::{ImportedProblem, ProblemId, RepoPath, UnnamedReason};

/// A solution file that names no problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unrecognised {
    /// The repository's label.
    pub repo: String,
    /// The path in it.
    pub path: RepoPath,
    /// The nearest that the path comes to naming a problem.
    pub reason: UnnamedReason,
}

/// `cpt solutions`: a line for each of the `most` problems that were solved last, the newest first, and a summary.
/// `labels` are the repositories'.
pub fn solutions(solved: &Solved, labels: &[&str], most: usize, lang: Lang) -> String {
    let shown = |problem: &SolvedProblem| {
        let weak = if problem.sure { "" } else { "~" };
        format!("{weak}{}", problem.problem)
    };
    let mut newest: Vec<&SolvedProblem> = solved.problems.iter().collect();
    newest.sort_by_key(|problem| std::cmp::Reverse(problem.first));
    let left = newest.len().saturating_sub(most);
    newest.truncate(most);
    let width = newest.iter().map(|problem| shown(problem).width()).max().unwrap_or(0).min(40);
    let levels = newest.iter().filter_map(|problem| problem.record.as_ref()?.difficulty());
    let level_width = levels.map(|level| level.name.width()).max().unwrap_or(0);
    let mut text = String::new();
    let mut by_judge: BTreeMap<&str, usize> = BTreeMap::new();
    for problem in &solved.problems {
        *by_judge.entry(problem.problem.judge_name()).or_default() += 1;
    }
    for problem in newest {
        let name = shown(problem);
        let pad = " ".repeat(width.saturating_sub(name.width()));
        let level = problem.record.as_ref().and_then(|record| record.difficulty());
        let level = match level {
            _ if level_width == 0 => String::new(),
            None => " ".repeat(2 + level_width),
            Some(level) => {
                let pad = " ".repeat(level_width - level.name.width());
                format!("  {}{pad}", Paint::Shade(level.rgb).on(level.name))
            }
        };
        let file = |(repo, path): &(usize, RepoPath)| match labels {
            [_] => path.to_string(),
            _ => format!("{}:{path}", labels.get(*repo).unwrap_or(&"")),
        };
        let first = problem.files.first().map(file).unwrap_or_default();
        let more = match problem.files.len() {
            0 | 1 => String::new(),
            files => Paint::Faint.on(words::more_files(lang, files - 1)),
        };
        text.push_str(&format!("{name}{pad}  {}{level}  {first}{more}\n", problem.first));
    }
    if left > 0 {
        text.push_str(&format!("{}\n", Paint::Faint.on(super::words::more(lang, left))));
    }
    let judges: Vec<_> = by_judge.into_iter().map(|(judge, count)| (judge.to_owned(), count)).collect();
    let summary = words::summary(lang, solved.problems.len(), solved.files, &judges);
    text.push_str(&format!("{}\n", summary.in_terminal()));
    if !solved.unnamed.is_empty() {
        text.push_str(&format!("{}\n", words::unrecognised_too(lang, solved.unnamed.len())));
    }
    text
}

/// `cpt solutions --missing`: a line a problem, with the day on which it was accepted.
pub fn missing<'a>(
    attempts: &[&'a Attempts],
    undated: &[&'a ImportedProblem],
    catalogue: &'a Catalogue,
    zone: &TimeZone,
    lang: Lang,
) -> String {
    let link = |problem: &ProblemId| Cell::text(problem.link().unwrap_or_default());
    let of_archive = |one: &&'a ImportedProblem| {
        row(&one.problem, None::<Date>.into(), one.title.as_deref().unwrap_or_default(), link(&one.problem))
    };
    let judged = |one: &&'a Attempts| {
        let name = catalogue.get(&one.problem).map(|entry| entry.problem.name.as_str());
        let name = name.or(one.name.as_deref()).unwrap_or_default();
        let day = one.solved.map(|solve| zone.to_datetime(solve.at).date());
        row(&one.problem, day.into(), name, link(&one.problem))
    };
    let all = words::missing(lang, attempts.len() + undated.len());
    let rows = attempts.iter().map(judged).chain(undated.iter().map(of_archive));
    format!("{}{}\n", bare(&listed(rows)), all.in_terminal())
}

/// `cpt solutions --unsubmitted`: a line a problem, with the day on which it was committed.
pub fn unsubmitted<'a>(problems: &'a [Unsubmitted<'a>], catalogue: &'a Catalogue, lang: Lang) -> String {
    let row = |one: &'a Unsubmitted<'a>| {
        let problem = &one.solved.problem;
        let name = catalogue.get(problem).map_or("", |entry| entry.problem.name.as_str());
        let tried = match (one.attempts, one.is_missing_there) {
            (_, true) => Submitted::NotInArchive,
            (None, false) => Submitted::Never,
            (Some(_), false) => Submitted::NotAccepted,
        };
        row(problem, one.solved.first.into(), name, Cell::words(words::submitted(lang, tried)))
    };
    let all = words::unsubmitted(lang, problems.len()).in_terminal();
    let missing = match problems.iter().filter(|one| one.is_missing_there).count() {
        0 => String::new(),
        missing => format!("{}\n", words::not_in_archive(lang, missing)),
    };
    format!("{}{all}\n{missing}", bare(&listed(problems.iter().map(row))))
}

/// Problems, each with a day, its name and a remark.
fn listed<'a>(rows: impl Iterator<Item = Vec<Cell<'a>>>) -> Table<'a> {
    let columns = [("Problem", Role::Text), ("Day", Role::Text), ("Name", Role::Text), ("", Role::Text)];
    Table::new(columns).with(rows)
}

fn row<'a>(problem: &'a ProblemId, day: Value<'a>, name: &'a str, remark: Cell<'a>) -> Vec<Cell<'a>> {
    vec![problem.into(), day.into(), name.into(), remark.in_paint(Paint::Faint)]
}

/// `cpt solutions --unrecognised`: a line a file, with its nearest reason.
pub fn unrecognised(files: &[Unrecognised], several_repos: bool, lang: Lang) -> String {
    let mut text = String::new();
    let mut reasons: BTreeMap<UnnamedReason, usize> = BTreeMap::new();
    for file in files {
        *reasons.entry(file.reason).or_default() += 1;
        let repo = if several_repos { format!("{}:", file.repo) } else { String::new() };
        let reason = Paint::Faint.on(words::reason(lang, file.reason));
        text.push_str(&format!("{repo}{}  {reason}\n", file.path));
    }
    text.push_str(&format!("{}\n", words::unrecognised(lang, files.len()).in_terminal()));
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by(|(a, m), (b, n)| n.cmp(m).then(a.cmp(b)));
    for (reason, count) in reasons {
        text.push_str(&format!("{count:>6}  {}\n", words::reason(lang, reason)));
    }
    text
}
