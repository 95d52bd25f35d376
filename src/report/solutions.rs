//! Which problems the solutions name, and which files name none.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use unicode_width::UnicodeWidthStr as _;

use super::paint::Paint;
use super::table::{Cell, Role, Table, Value, bare};
use crate::answers::{Attempts, Catalogue, Solved, SolvedProblem, Unsubmitted};
use crate::model::{ImportedProblem, ProblemId, RepoPath, count};

/// A solution file that names no problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unrecognised {
    /// The repository's label.
    pub repo: String,
    /// The path in it.
    pub path: RepoPath,
    /// The nearest that the path comes to naming a problem.
    pub reason: &'static str,
}

/// `cpt solutions`: a line for each of the `most` problems that were solved last, the newest first, and a summary.
/// `labels` are the repositories'.
pub fn solutions(solved: &Solved, labels: &[&str], most: usize) -> String {
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
    let level_width = levels.map(|level| level.name.len()).max().unwrap_or(0);
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
                let name = format!("{:<level_width$}", level.name);
                format!("  {}", Paint::Shade(level.rgb).on(name))
            }
        };
        let file = |(repo, path): &(usize, RepoPath)| match labels {
            [_] => path.to_string(),
            _ => format!("{}:{path}", labels.get(*repo).unwrap_or(&"")),
        };
        let first = problem.files.first().map(file).unwrap_or_default();
        let more = match problem.files.len() {
            0 | 1 => String::new(),
            files => Paint::Faint.on(format_args!(" and {} more", files - 1)),
        };
        text.push_str(&format!("{name}{pad}  {}{level}  {first}{more}\n", problem.first));
    }
    if left > 0 {
        text.push_str(&Paint::Faint.on(format_args!("{left} more (use --all)\n")));
    }
    let judges = by_judge.iter().map(|(judge, count)| format!("{judge} {count}")).collect::<Vec<_>>();
    let judges = if judges.is_empty() { String::new() } else { format!(": {}", judges.join(", ")) };
    let problems = count(solved.problems.len(), "problem");
    let files = count(solved.files, "file");
    text.push_str(&format!("{} committed in {files}{judges}\n", Paint::Strong.on(problems)));
    if !solved.unnamed.is_empty() {
        let unnamed = count(solved.unnamed.len(), "file");
        let names = if solved.unnamed.len() == 1 { "names" } else { "name" };
        text.push_str(&format!("{unnamed} {names} no problem: `cpt solutions --unrecognised`\n"));
    }
    text
}

/// `cpt solutions --missing`: a line a problem, with the day on which it was accepted.
pub fn missing<'a>(
    attempts: &[&'a Attempts],
    undated: &[&'a ImportedProblem],
    catalogue: &'a Catalogue,
    zone: &TimeZone,
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
    let count = Paint::Strong.on(count(attempts.len() + undated.len(), "problem"));
    let rows = attempts.iter().map(judged).chain(undated.iter().map(of_archive));
    format!("{}{count} accepted and not committed\n", bare(&listed(rows)))
}

/// `cpt solutions --unsubmitted`: a line a problem, with the day on which it was committed.
pub fn unsubmitted<'a>(problems: &'a [Unsubmitted<'a>], catalogue: &'a Catalogue) -> String {
    let row = |one: &'a Unsubmitted<'a>| {
        let problem = &one.solved.problem;
        let name = catalogue.get(problem).map_or("", |entry| entry.problem.name.as_str());
        let tried = match (one.attempts, one.is_missing_there) {
            (_, true) => "committed, not in the archive",
            (None, false) => "never handed in",
            (Some(_), false) => "handed in, not accepted",
        };
        row(problem, one.solved.first.into(), name, Cell::words(tried))
    };
    let all = Paint::Strong.on(count(problems.len(), "problem"));
    let missing = match problems.iter().filter(|one| one.is_missing_there).count() {
        0 => String::new(),
        missing => format!(
            "{} of contests that you took part in: the archive that your submissions come from lacks them\n",
            count(missing, "problem")
        ),
    };
    format!("{}{all} committed and not accepted\n{missing}", bare(&listed(problems.iter().map(row))))
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
pub fn unrecognised(files: &[Unrecognised], several_repos: bool) -> String {
    let mut text = String::new();
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for file in files {
        *reasons.entry(file.reason).or_default() += 1;
        let repo = if several_repos { format!("{}:", file.repo) } else { String::new() };
        text.push_str(&format!("{repo}{}  {}\n", file.path, Paint::Faint.on(file.reason)));
    }
    let names = if files.len() == 1 { "names" } else { "name" };
    text.push_str(&format!("{} {names} no problem\n", Paint::Strong.on(count(files.len(), "file"))));
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by(|(a, m), (b, n)| n.cmp(m).then(a.cmp(b)));
    for (reason, count) in reasons {
        text.push_str(&format!("{count:>6}  {reason}\n"));
    }
    text
}
