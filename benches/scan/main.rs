//! What is promised about the scanner's speed, against git on the same repository in the same run.
//!
//! `cargo bench --bench scan` makes repositories (with `git fast-import`; the same ones every time) under
//! `target/tmp/scan-bench/`, keeps them for the next run, and prints for each the wall time of `cpt streak` and of
//! `git log --branches --no-merges -M100% --name-status`, the best of several whole processes, and their ratio; how much
//! memory each took at most; and how both grow where the same history is ten times as long.
//! Further arguments are paths of repositories to be measured as well: `cargo bench --bench scan -- ~/practice`.

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a bench fails that way")]

mod histories;
mod peak;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use histories::{SHAPES, Shape, generate};
use peak::{PeakOf, peak};

fn main() {
    let asked: Vec<PathBuf> = std::env::args_os()
        .skip(1)
        .filter(|word| !word.to_string_lossy().starts_with('-'))
        .map(PathBuf::from)
        .collect();
    let cpt = Path::new(env!("CARGO_BIN_EXE_cpt"));
    if let Some(command) = PeakOf::asked() {
        return command.print();
    }
    println!(
        "{:<22} {:>9} {:>9} {:>6} {:>8} {:>8} {:>6} {:>10} {:>10} {:>6}",
        "repository", "git log", "cpt", "ratio", "git", "cpt", "ratio", "rev-parse", "unchanged", "limit"
    );
    let mut measured = Vec::new();
    if asked.is_empty() {
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scan-bench");
        for shape in SHAPES {
            let repo = dir.join(shape.name);
            if !repo.join("done").exists() {
                generate(&repo, *shape);
            }
            let paths: &[&str] = if shape.outside > 0 { &["solutions"] } else { &[] };
            measured.push((shape, measure(shape.name, &repo, paths, cpt)));
        }
    }
    grown(&measured);
    for repo in asked {
        let name = repo.file_name().unwrap_or_default().to_string_lossy().into_owned();
        measure(&name, &repo, &[], cpt);
    }
}

/// Prints what a history of ten times as many commits costs where all else is the same.
fn grown(measured: &[(&Shape, Cost)]) {
    let look = |shape: &Shape| (shape.branchy, shape.look, shape.outside);
    for (shape, cost) in measured {
        let shorter =
            |(other, _): &&(&Shape, Cost)| look(other) == look(shape) && 10 * other.commits == shape.commits;
        if let Some((_, less)) = measured.iter().find(shorter) {
            let times = |more: f64, less: f64| more / less;
            println!(
                "{:<22} ten times the commits: git log {:.1} times the time and {:.1} the memory, cpt {:.1} and {:.1}",
                shape.name,
                times(cost.git.time.as_secs_f64(), less.git.time.as_secs_f64()),
                times(cost.git.peak, less.git.peak),
                times(cost.cpt.time.as_secs_f64(), less.cpt.time.as_secs_f64()),
                times(cost.cpt.peak, less.cpt.peak),
            );
        }
    }
}

/// What one of the programs took.
struct Taken {
    time: Duration,
    /// Megabytes.
    peak: f64,
}

struct Cost {
    git: Taken,
    cpt: Taken,
}

fn measure(name: &str, repo: &Path, paths: &[&str], cpt: &Path) -> Cost {
    let home = tempfile::tempdir().unwrap();
    let command = |program: &Path, arguments: &[&str], dir: &Path| {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(dir).stdout(Stdio::null()).stderr(Stdio::null());
        command
            .env("HOME", home.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null");
        command
    };
    let git = Path::new("git");
    let log = ["log", "--branches", "--no-merges", "-M100%", "--name-status", "--"];
    let log = || command(git, &[&log[..], paths].concat(), repo);
    let git_log = Taken { time: best(5, log), peak: peak(&log()) };

    // A workspace beside the repository, whose store is thrown away before each first scan.
    let workspace = tempfile::tempdir().unwrap();
    let paths = paths.iter().map(|path| format!("{path:?}")).collect::<Vec<_>>().join(", ");
    let repository = repo.canonicalize().unwrap();
    let config = format!(
        "[[repos]]\npath = {:?}\npaths = [{paths}]\nauthors = [\"*\"]\n",
        repository.to_str().unwrap()
    );
    std::fs::write(workspace.path().join("cpt.toml"), config).unwrap();
    let first = || {
        let _ = std::fs::remove_dir_all(workspace.path().join(".cpt"));
        command(cpt, &["streak"], workspace.path())
    };
    let first = Taken { time: best(5, first), peak: peak(&first()) };
    let unchanged = best(20, || command(cpt, &["streak"], workspace.path()));
    let rev_parse = best(20, || command(git, &["rev-parse", "HEAD"], repo));
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "{name:<22} {:>6.0} ms {:>6.0} ms {:>6.2} {:>5.0} MB {:>5.0} MB {:>6.2} {:>7.1} ms {:>7.1} ms {:>6.1}",
        ms(git_log.time),
        ms(first.time),
        ms(first.time) / ms(git_log.time),
        git_log.peak,
        first.peak,
        first.peak / git_log.peak,
        ms(rev_parse),
        ms(unchanged),
        1.5 * ms(rev_parse) + 5.0,
    );
    Cost { git: git_log, cpt: first }
}

/// The shortest of several runs; the first one warms the caches up.
fn best(runs: usize, mut command: impl FnMut() -> Command) -> Duration {
    let run = |_| {
        let mut command = command();
        let start = Instant::now();
        let status = command.status().expect("the program starts");
        assert!(status.success(), "{command:?}");
        start.elapsed()
    };
    (0..=runs).map(run).min().unwrap_or_default()
}
