//! Histories to be scanned, the same ones every time.

use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// How a generated history looks.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub name: &'static str,
    pub commits: usize,
    /// Whether every fifth commit begins a branch that is merged three commits later.
    pub branchy: bool,
    pub look: Look,
    /// Commits outside `solutions/`, in three.
    pub outside: usize,
}

/// Where the files lie.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// In folders of a contest each.
    Deep,
    /// In a few folders.
    Flat,
    /// In folders of a problem each, which many people solve in several languages, by pull requests that are kept.
    Languages,
}

use Look::{Deep, Flat, Languages};

pub(super) const SHAPES: &[Shape] = &[
    Shape { name: "linear-deep-1k", commits: 1_000, branchy: false, look: Deep, outside: 0 },
    Shape { name: "linear-deep-10k", commits: 10_000, branchy: false, look: Deep, outside: 0 },
    Shape { name: "linear-flat-10k", commits: 10_000, branchy: false, look: Flat, outside: 0 },
    Shape { name: "branchy-deep-10k", commits: 10_000, branchy: true, look: Deep, outside: 0 },
    Shape { name: "branchy-flat-10k", commits: 10_000, branchy: true, look: Flat, outside: 0 },
    Shape { name: "solutions-2of3-10k", commits: 10_000, branchy: false, look: Deep, outside: 1 },
    Shape { name: "languages-10k", commits: 10_000, branchy: false, look: Languages, outside: 0 },
    Shape { name: "linear-deep-100k", commits: 100_000, branchy: false, look: Deep, outside: 0 },
    Shape { name: "branchy-deep-100k", commits: 100_000, branchy: true, look: Deep, outside: 0 },
];

/// The languages of [`Look::Languages`].
const EXTENSIONS: [&str; 6] = ["cpp", "go", "java", "py", "rs", "ts"];

/// Folders of the flat shape, each of which holds a share of all files.
const FLAT_FOLDERS: usize = 4;

/// Makes a repository whose every byte follows from its shape.
pub(super) fn generate(repo: &Path, shape: Shape) {
    let _ = std::fs::remove_dir_all(repo);
    std::fs::create_dir_all(repo).unwrap();
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command
            .args(arguments)
            .current_dir(repo)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null");
        command
    };
    assert!(git(&["init", "-q", "--bare", "."]).status().unwrap().success());
    let mut import = git(&["fast-import", "--quiet"]).stdin(Stdio::piped()).spawn().unwrap();
    let mut stream = BufWriter::new(import.stdin.take().unwrap());
    write_history(&mut stream, shape).unwrap();
    drop(stream);
    assert!(import.wait().unwrap().success());
    assert!(git(&["gc", "-q"]).status().unwrap().success());
    assert!(git(&["symbolic-ref", "HEAD", "refs/heads/main"]).status().unwrap().success());
    std::fs::write(repo.join("done"), "").unwrap();
}

fn write_history(out: &mut impl Write, shape: Shape) -> std::io::Result<()> {
    let mut dice = SplitMix64(42);
    let mut side: Option<usize> = None;
    for place in 1..=shape.commits {
        // Marks are the commits' places; a merge shares the place of the commit before it.
        let on_side = shape.branchy && place % 5 == 1 && place > 1;
        let branch = if on_side { "refs/heads/side" } else { "refs/heads/main" };
        writeln!(out, "commit {branch}\nmark :{place}")?;
        let time = 1_500_000_000 + 3_000 * place;
        writeln!(
            out,
            "author Ada <ada@example.com> {time} +0900\ncommitter Ada <ada@example.com> {time} +0900"
        )?;
        let message = format!("Solve {place}\n");
        writeln!(out, "data {}\n{message}", message.len())?;
        if on_side {
            writeln!(out, "from :{}", place - 1)?;
            side = Some(place);
        } else if place > 1 {
            let before = if shape.branchy && place % 5 == 2 && place > 2 { place - 2 } else { place - 1 };
            writeln!(out, "from :{before}")?;
            if let Some(side) = side.filter(|_| place % 5 == 4) {
                writeln!(out, "merge :{side}")?;
                writeln!(out, "M 100644 inline {}\ndata 2\nx\n", path(shape, side))?;
            }
        }
        let outside = shape.outside > 0 && place % 3 == 0;
        let number = if place > 10 && dice.roll(10) == 0 { 1 + dice.roll(place - 1) } else { place };
        let path = if outside { format!("notes/{}.md", number % 500) } else { path(shape, number) };
        let text = format!("fn main() {{ /* {number} {place} */ }}\n");
        let file = |out: &mut dyn Write, path: &str| {
            writeln!(out, "M 100644 inline {path}\ndata {}\n{text}", text.len())
        };
        if shape.look == Languages {
            EXTENSIONS.iter().try_for_each(|extension| file(out, &format!("{path}/Solution.{extension}")))?;
            file(out, &format!("{path}/README.md"))?;
        } else {
            file(out, &path)?;
        }
    }
    if shape.look == Languages {
        for place in (1..=shape.commits).step_by(3) {
            writeln!(out, "reset refs/pull/{place}/head\nfrom :{place}\n")?;
        }
    }
    Ok(())
}

fn path(shape: Shape, number: usize) -> String {
    let letter = char::from(b'A' + (number % 6) as u8);
    let contest = 1 + number / 6 % 9_999;
    match (shape.look, shape.outside) {
        (Deep, 0) => format!("codeforces/{:02}00/{contest}/{letter}/{number}.rs", contest / 100),
        (Deep, _) => format!("solutions/codeforces/{:02}00/{contest}/{letter}.rs", contest / 100),
        (Flat, _) => format!("{}/{number:06}{letter}.rs", number % FLAT_FOLDERS),
        (Languages, _) => {
            let problem = number % 3_500;
            let hundred = problem / 100;
            format!("solution/{hundred:02}00-{hundred:02}99/{problem:04}.Title of {problem}")
        }
    }
}

/// A generator of numbers that are always the same (`SplitMix64`).
struct SplitMix64(u64);

impl SplitMix64 {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }
}
