//! The sample user's practice repository: a year of commits up to today, with what real ones have too: gaps, rest
//! days, second looks, other languages, a move of everything, a merged branch, notes that are no solutions.

use std::ops::Range;
use std::path::Path;

use git2::Error;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::histories::HANDLE;
use super::plan::{self, Attempted, JudgeProblem, at};
use super::repo::RepoBuilder;

/// The sample user's address.
pub const AUTHOR: &str = "demo@example.com";

/// How many days before today the repository was tidied up.
const TIDIED_UP: i64 = 210;

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
    let mut solves = plan::year(today);
    solves.retain(|one| one.is_solved);
    let mut year = Year { repo: &repo, today, solves: &solves, root: "solutions/old/" };
    let start = today.saturating_sub(plan::DAYS.days());
    repo.commit(at(start, 20, 0)).write("README.md", "# Practice\n").message("Begin").finish()?;
    let mut nth = 0;
    for ago in (0..plan::DAYS).rev() {
        if ago == TIDIED_UP {
            year.tidy_up()?;
        }
        let end = nth + solves[nth..].iter().take_while(|solve| solve.ago == ago).count();
        if ago == plan::VIRTUAL {
            year.virtual_contest(&solves[nth..end])?;
        } else {
            year.day(ago, nth..end)?;
        }
        nth = end;
    }
    repo.pack()?;
    repo.checkout()
}

/// The year as it grows.
struct Year<'r> {
    repo: &'r RepoBuilder,
    today: Date,
    solves: &'r [Attempted],
    /// The folder that the judges' folders lie in.
    root: &'static str,
}

impl Year<'_> {
    /// A day's problems, and now and then a second look or a note.
    fn day(&self, ago: i64, solved: Range<usize>) -> Result<(), Error> {
        let date = self.date(ago);
        for solve in &self.solves[solved.clone()] {
            let (path, text, name) = self.file(solve);
            let commit = self.repo.commit(solve.at).write(path, text);
            commit.message(format!("Solve {name}\n")).finish()?;
        }
        if solved.is_empty() {
            return Ok(());
        }
        if ago % 23 == 7 {
            // Past midnight, which still belongs to the evening before.
            let (path, text, name) = self.file(&self.solves[solved.end.saturating_sub(40)]);
            let text = format!("{text}// Second look: the same in fewer lines.\n");
            let commit = self.repo.commit(at(date, 25, 30)).write(path, text);
            commit.message(format!("Revise {name}\n")).finish()?;
        }
        if ago % 30 == 3 {
            let notes = format!("# Practice\n\n{} problems so far.\n", solved.end);
            self.repo.commit(at(date, 23, 0)).write("README.md", notes).message("Notes\n").finish()?;
        }
        Ok(())
    }

    fn date(&self, ago: i64) -> Date {
        self.today.saturating_sub(ago.days())
    }

    /// Every file moves from `solutions/old/` to `solutions/`: renames, which are no practice.
    fn tidy_up(&mut self) -> Result<(), Error> {
        let old = std::mem::replace(&mut self.root, "solutions/");
        let mut commit =
            self.repo.commit(at(self.date(TIDIED_UP), 12, 0)).message("Give solutions their place\n");
        for judge in ["codeforces", "atcoder"] {
            commit = commit.rename(format!("{old}{judge}"), format!("{}{judge}", self.root));
        }
        commit.finish().map(drop)
    }

    /// The problems of the virtual contest on a branch of their own, merged in the evening.
    fn virtual_contest(&self, solves: &[Attempted]) -> Result<(), Error> {
        let Some(fork) = self.repo.tip("main") else { return Ok(()) };
        self.repo.branch("virtual-contest", fork)?;
        let mut tip = fork;
        for solve in solves {
            let (path, text, name) = self.file(solve);
            let commit = self.repo.commit(solve.at).on("virtual-contest").write(path, text);
            tip = commit.message(format!("Solve {name} in a virtual contest\n")).finish()?;
        }
        let mut merge = self.repo.commit(at(self.date(plan::VIRTUAL), 18, 0)).parents(&[fork, tip]);
        for (path, text, _) in solves.iter().map(|solve| self.file(solve)) {
            merge = merge.write(path, text);
        }
        merge.message("Merge branch 'virtual-contest'\n").finish().map(drop)
    }

    /// The path, text and name of a problem's solution.
    fn file(&self, solve: &Attempted) -> (String, String, String) {
        let (end, comment, body) = if solve.in_python {
            ("py", "#", "print(sum(map(int, input().split())))")
        } else {
            ("rs", "//", "fn main() {}")
        };
        let (path, url, name) = match solve.problem {
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
        (format!("{}{path}.{end}", self.root), format!("{comment} {url}\n{body}\n"), name)
    }
}
