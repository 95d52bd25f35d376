//! The sample user's practice repository: a year of commits up to today, with what real ones have too: gaps, rest
//! days, second looks, other languages, a move of everything, a merged branch, notes that are no solutions.

use std::path::Path;

use git2::Error;
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::histories::HANDLE;
use super::repo::RepoBuilder;
use crate::model::AuthorDate;

/// The sample user's address.
pub const AUTHOR: &str = "demo@example.com";

/// How many days before today practice began.
const DAYS: i64 = 366;

/// Days before today without practice, first to last: a cold, a holiday, a busy month's end, single misses.
const GAPS: [(i64, i64); 7] =
    [(24, 26), (71, 71), (118, 131), (180, 181), (229, 229), (262, 275), (330, 333)];

/// Days before today when there was a virtual contest, on a branch of its own.
const BRANCH: i64 = 150;
const BRANCH_PROBLEMS: i64 = 3;

/// The author lives in Seoul.
const OFFSET_MINUTES: i32 = 540;

/// The sample user's `cpt.toml`.
pub fn configuration(today: Date) -> String {
    let by = |weeks: i64| today.saturating_add(weeks.weeks());
    format!(
        r#"[handles]
codeforces = "{HANDLE}"
atcoder = "{HANDLE}"

[[repos]]
path = "."
authors = ["{AUTHOR}"]

[streak]
goal = 1
timezone = "Asia/Seoul"
day_starts_at = "04:00"
rest_days = ["sunday"]

[[targets]]
judge = "codeforces"
colour = "mint"
by = "{}"

[[targets]]
judge = "atcoder"
colour = "cyan"
by = "{}"

[[targets]]
judge = "atcoder"
track = "heuristic"
colour = "cyan"
by = "{}"

[charts]
theme = "both"
"#,
        by(8),
        by(4),
        by(18),
    )
}

/// Makes the repository in `dir`, with its last commits on `today`.
pub fn practice(dir: &Path, today: Date) -> Result<(), Error> {
    let repo = RepoBuilder::init(dir, "Demo", AUTHOR)?;
    let mut year = Year { repo: &repo, solved: 0, root: "solutions/old/" };
    let start = today.saturating_sub(DAYS.days());
    repo.commit(at(start, 20, 0)).write("README.md", "# Practice\n").message("Begin").finish()?;
    for ago in (0..DAYS).rev() {
        let date = today.saturating_sub(Span::new().days(ago));
        if ago == 210 {
            year.tidy_up(date)?;
        }
        if ago == BRANCH {
            year.weekend_branch(date)?;
        }
        if practises(date, ago) {
            year.day(date, ago)?;
        }
    }
    repo.checkout()
}

/// When each of the year's problems was solved first, in their order.
pub(super) fn solved(today: Date) -> Vec<AuthorDate> {
    let mut times = Vec::new();
    for ago in (0..DAYS).rev() {
        let date = today.saturating_sub(Span::new().days(ago));
        if ago == BRANCH {
            times.extend((0..BRANCH_PROBLEMS).map(|nth| afternoon(date, nth)));
        }
        if practises(date, ago) {
            times.extend((0..problems_on(date, ago)).map(|nth| evening(date, nth)));
        }
    }
    times
}

fn practises(date: Date, ago: i64) -> bool {
    let resting = date.weekday() == Weekday::Sunday && ago % 4 != 0;
    !resting && !GAPS.iter().any(|(last, first)| (*last..=*first).contains(&ago))
}

fn problems_on(date: Date, ago: i64) -> i64 {
    match (date.weekday(), ago % 5) {
        // Today there is one, so that the streak shows as kept.
        _ if ago == 0 => 1,
        (Weekday::Saturday, _) => 4,
        (_, 2) => 2,
        (_, 4) if ago % 3 == 0 => 3,
        _ => 1,
    }
}

/// When the `nth` problem of a day is committed: mostly in the evening, now and then before work, on weekends from the
/// afternoon on.
fn evening(date: Date, nth: i64) -> AuthorDate {
    let turn = i64::from(date.day_of_year()) * 7 % 11;
    let first = match date.weekday() {
        Weekday::Saturday | Weekday::Sunday => 14 + turn % 5,
        _ if turn == 3 => 7,
        _ => 19 + turn % 4,
    };
    let minutes = 4 * turn + 44 * nth;
    at(date, first + minutes / 60, minutes % 60)
}

/// When the `nth` problem of the virtual contest is.
fn afternoon(date: Date, nth: i64) -> AuthorDate {
    at(date, 14 + nth, 5)
}

/// The year as it grows.
struct Year<'r> {
    repo: &'r RepoBuilder,
    /// Problems so far.
    solved: usize,
    /// The folder that the judges' folders lie in.
    root: &'static str,
}

impl Year<'_> {
    /// An evening: usually one problem, on Saturdays a contest, now and then a second look.
    fn day(&mut self, date: Date, ago: i64) -> Result<(), Error> {
        for nth in 0..problems_on(date, ago) {
            let (path, text, name) = self.next_problem();
            self.repo
                .commit(evening(date, nth))
                .write(path, text)
                .message(format!("Solve {name}\n"))
                .finish()?;
        }
        if ago % 23 == 7 {
            // Past midnight, which still belongs to the evening before.
            let night = date.saturating_add(1.day());
            let (path, text, name) = problem(self.root, self.solved.saturating_sub(40));
            let text = format!("{text}// Second look: the same in fewer lines.\n");
            self.repo
                .commit(at(night, 1, 30))
                .write(path, text)
                .message(format!("Revise {name}\n"))
                .finish()?;
        }
        if ago % 30 == 3 {
            let notes = format!("# Practice\n\n{} problems so far.\n", self.solved);
            self.repo.commit(at(date, 23, 0)).write("README.md", notes).message("Notes\n").finish()?;
        }
        Ok(())
    }

    fn next_problem(&mut self) -> (String, String, String) {
        self.solved += 1;
        problem(self.root, self.solved - 1)
    }

    /// Every file moves from `solutions/old/` to `solutions/`: renames, which are no practice.
    fn tidy_up(&mut self, date: Date) -> Result<(), Error> {
        let old = std::mem::replace(&mut self.root, "solutions/");
        let mut commit = self.repo.commit(at(date, 12, 0)).message("Give solutions their place\n");
        for judge in ["codeforces", "atcoder"] {
            commit = commit.rename(format!("{old}{judge}"), format!("{}{judge}", self.root));
        }
        commit.finish().map(drop)
    }

    /// A few problems on a branch of their own, merged two days later.
    fn weekend_branch(&mut self, date: Date) -> Result<(), Error> {
        let Some(fork) = self.repo.tip("main") else { return Ok(()) };
        self.repo.branch("virtual-contest", fork)?;
        let mut tip = fork;
        for nth in 0..BRANCH_PROBLEMS {
            let (path, text, name) = self.next_problem();
            let commit = self.repo.commit(afternoon(date, nth)).on("virtual-contest").write(path, text);
            tip = commit.message(format!("Solve {name} in a virtual contest\n")).finish()?;
        }
        let (path, text, _) = problem(self.root, self.solved - 1);
        let merge = self.repo.commit(at(date, 18, 0)).parents(&[fork, tip]).write(path, text);
        merge.message("Merge branch 'virtual-contest'\n").finish().map(drop)
    }
}

/// A problem where its judge has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum JudgeProblem {
    /// The task of a beginner contest.
    AtCoder(usize, char),
    /// The problem of a round.
    Codeforces(usize, char),
}

/// The sample user's `nth` problem: by turns AtCoder, where they began with the first tasks of beginner contests, and
/// Codeforces.
pub(super) fn place(nth: usize) -> JudgeProblem {
    let (round, within) = (nth / 3, nth % 3);
    if within < 2 {
        JudgeProblem::AtCoder(
            212 + round,
            ['a', 'b', 'c', 'd', 'e', 'd'][(within + nth / 120).min(4 + within)],
        )
    } else {
        JudgeProblem::Codeforces(1700 + 2 * round, ['A', 'B', 'C'][(nth / 150).min(2)])
    }
}

/// The path, text and name of the sample user's `nth` problem; now and then in Python.
fn problem(root: &str, nth: usize) -> (String, String, String) {
    let (end, comment, body) = match nth % 11 {
        10 => ("py", "#", "print(sum(map(int, input().split())))"),
        _ => ("rs", "//", "fn main() {}"),
    };
    let (path, url, name) = match place(nth) {
        JudgeProblem::AtCoder(contest, task) => {
            let name = format!("abc{contest}_{task}");
            (
                format!("atcoder/abc{contest}/{task}"),
                format!("https://atcoder.jp/contests/abc{contest}/tasks/{name}"),
                name,
            )
        }
        JudgeProblem::Codeforces(contest, index) => (
            format!("codeforces/{contest}/{index}"),
            format!("https://codeforces.com/contest/{contest}/problem/{index}"),
            format!("CF{contest}{index}"),
        ),
    };
    (format!("{root}{path}.{end}"), format!("{comment} {url}\n{body}\n"), name)
}

/// A time of day where the author lives.
fn at(date: Date, hour: i64, minute: i64) -> AuthorDate {
    let days = i64::from((date - jiff::civil::date(1970, 1, 1)).get_days());
    let seconds = (days * 24 + hour) * 3600 + minute * 60 - i64::from(OFFSET_MINUTES) * 60;
    AuthorDate { seconds, offset_minutes: OFFSET_MINUTES }
}
