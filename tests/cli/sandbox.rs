//! A folder to run the program in, where nothing of the user's own has a say.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use cpt_tracker::judges;
use cpt_tracker::model::AuthorDate;
use cpt_tracker::sample::judge::{JudgeData, JudgeServer};
use cpt_tracker::sample::{self, repo::RepoBuilder};
use jiff::civil::{Date, date};

/// The day on which every test runs.
pub const TODAY: Date = date(2026, 11, 23);

const NOW: &str = "2026-11-23T21:30:00+09:00";

/// What the judges know of the sample user.
static SAMPLE: LazyLock<JudgeData> = LazyLock::new(|| sample::judge_data(TODAY).unwrap());

/// The sample user's folder before their first sync: made once, and copied.
static PRACTISED: LazyLock<Folder> = LazyLock::new(|| {
    let sandbox = Sandbox::new();
    sample::practice(&sandbox.dir(), TODAY).unwrap();
    Folder::read(&sandbox.dir())
});

/// The same after it.
static SYNCED: LazyLock<Folder> = LazyLock::new(|| {
    let sandbox = Sandbox::of_sample_user();
    sandbox.cpt(&["sync"]).answer();
    Folder::read(&sandbox.dir())
});

/// What lies in a folder, by paths from there.
#[derive(Default)]
struct Folder {
    folders: Vec<PathBuf>,
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl Folder {
    fn read(top: &Path) -> Self {
        let mut all = Self::default();
        let mut unread = vec![top.to_owned()];
        while let Some(folder) = unread.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.strip_prefix(top).unwrap().to_owned();
                if path.is_dir() {
                    all.folders.push(name);
                    unread.push(path);
                } else {
                    all.files.push((name, fs::read(path).unwrap()));
                }
            }
        }
        all
    }

    fn write(&self, top: &Path) {
        for folder in &self.folders {
            fs::create_dir(top.join(folder)).unwrap();
        }
        for (file, bytes) in &self.files {
            fs::write(top.join(file), bytes).unwrap();
        }
    }
}

/// A temporary home with a working directory in it.
pub struct Sandbox {
    home: tempfile::TempDir,
    judge: Option<JudgeServer>,
}

impl Sandbox {
    /// An empty folder.
    pub fn new() -> Self {
        let sandbox = Self { home: tempfile::tempdir().unwrap(), judge: None };
        fs::create_dir(sandbox.dir()).unwrap();
        // What else a user has.
        let home = sandbox.home.path();
        fs::create_dir(home.join("others")).unwrap();
        for name in ["notes.txt", "others/cpt.db", "others/cpt.toml"] {
            fs::write(home.join(name), "the user's").unwrap();
        }
        sandbox
    }

    /// The sample user's folder before their first sync, and the judge that knows them.
    pub fn of_sample_user() -> Self {
        let sandbox = Self::new();
        PRACTISED.write(&sandbox.dir());
        sandbox.followed()
    }

    /// The same after the first sync.
    pub fn of_synced_user() -> Self {
        let sandbox = Self::new();
        SYNCED.write(&sandbox.dir());
        sandbox.followed()
    }

    /// The same with a solution on each of the given days before today, in place of a year of practice.
    pub fn of_beginner(days: &[i64]) -> Self {
        Self::with_solutions(days.iter().map(|ago| (*ago, format!("{ago}.rs"), format!("// {ago}\n"))))
    }

    /// The same with these solutions: how many days before today each was committed, its path, and its text.
    pub fn with_solutions(solutions: impl IntoIterator<Item = (i64, String, String)>) -> Self {
        let sandbox = Self::new();
        let repo = RepoBuilder::init(&sandbox.dir(), "Demo", sample::AUTHOR).unwrap();
        for (ago, path, text) in solutions {
            // 20:00 in Seoul.
            let date = AuthorDate { seconds: 1_795_431_600 - ago * 86_400, offset_minutes: 540 };
            repo.commit(date).write(format!("solutions/{path}"), text).finish().unwrap();
        }
        sandbox.followed()
    }

    /// With the sample user's configuration, but for PNGs, which take time and are others' to test, and the judge that
    /// knows them.
    fn followed(mut self) -> Self {
        self.write("cpt.toml", &(sample::configuration(TODAY) + "formats = [\"svg\"]\n"));
        self.judge = Some(JudgeServer::start(SAMPLE.clone()).unwrap());
        self
    }

    /// The working directory.
    pub fn dir(&self) -> PathBuf {
        self.home.path().canonicalize().unwrap().join("work")
    }

    pub fn judge(&self) -> &JudgeServer {
        self.judge.as_ref().unwrap()
    }

    /// Writes a file, and the folders on its way.
    pub fn write(&self, path: &str, text: &str) {
        let file = self.dir().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.dir().join(path)).unwrap()
    }

    /// Replaces what occurs once in `cpt.toml`.
    pub fn reconfigure(&self, old: &str, new: &str) {
        let text = self.read("cpt.toml");
        assert_eq!(text.matches(old).count(), 1, "{old:?} in {text}");
        self.write("cpt.toml", &text.replace(old, new));
    }

    /// A command that is not the program's, with the same surroundings; it finds the program as `cpt`.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.dir())
            .stdin(Stdio::null())
            .env_clear()
            .env("PATH", path())
            .env("HOME", self.home.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("COLUMNS", "80")
            .env("CPT_NOW", NOW);
        if let Some(judge) = &self.judge {
            for site in judges::sites() {
                command.env(site.variable, judge.url_of(site).as_str());
            }
            command.env("CPT_INTERVAL_MS", "5");
        }
        command
    }

    /// The program with arguments, not yet started.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(env!("CARGO_BIN_EXE_cpt"));
        command.args(arguments);
        command
    }

    /// Runs the program.
    pub fn cpt(&self, arguments: &[&str]) -> Run {
        self.run(self.program(arguments))
    }

    /// What lies around the workspace, each with what would be another if somebody had touched it.
    fn surroundings(&self) -> BTreeMap<PathBuf, String> {
        let mut all = BTreeMap::new();
        let mut folders = vec![self.dir().parent().unwrap().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path == self.dir() {
                    continue;
                }
                let found = path.symlink_metadata().unwrap();
                let is_folder = found.is_dir();
                let mark = (found.file_type(), found.len(), found.modified().ok(), numbers(&found));
                // A folder is what lies in it.
                let mark = if is_folder { "a folder".to_owned() } else { format!("{mark:?}") };
                all.insert(path.clone(), mark);
                folders.extend(is_folder.then_some(path));
            }
        }
        all
    }

    /// That a command of the program's touched nothing outside of the workspace but what its arguments name.
    fn is_untouched_since(&self, before: &BTreeMap<PathBuf, String>, arguments: &[String]) {
        let after = self.surroundings();
        let named = |path: &Path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            arguments.iter().any(|argument| argument.contains(&*name))
        };
        let changed = |path: &&PathBuf| before.get(*path) != after.get(*path);
        let touched: BTreeSet<_> = before.keys().chain(after.keys()).filter(changed).collect();
        let touched: Vec<_> = touched.into_iter().filter(|path| !path.ancestors().any(named)).collect();
        assert!(touched.is_empty(), "{arguments:?} touched {touched:?}");
    }

    /// Runs a prepared command to its end.
    pub fn run(&self, mut command: Command) -> Run {
        let is_program = command.get_program() == env!("CARGO_BIN_EXE_cpt");
        let arguments: Vec<String> =
            command.get_args().map(|argument| argument.to_string_lossy().into_owned()).collect();
        let before = is_program.then(|| self.surroundings());
        let Output { status, stdout, stderr } = command.output().unwrap();
        if let Some(before) = before {
            self.is_untouched_since(&before, &arguments);
        }
        let seen = |bytes: Vec<u8>| {
            let mut text = String::from_utf8(bytes).unwrap();
            if let Some(judge) = &self.judge {
                text = text.replace(judge.url().as_str(), "[JUDGE]/");
            }
            let dir = self.dir();
            [(dir.as_path(), "[DIR]"), (dir.parent().unwrap(), "[HOME]")]
                .iter()
                .fold(text, |text, (path, name): &(&Path, &str)| text.replace(path.to_str().unwrap(), name))
        };
        Run { code: status.code(), out: seen(stdout), err: seen(stderr) }
    }
}

/// The file itself, whatever its name, and how many names it has.
#[cfg(unix)]
fn numbers(found: &fs::Metadata) -> [u64; 3] {
    use std::os::unix::fs::MetadataExt as _;
    [found.ino(), found.nlink(), found.mode().into()]
}

#[cfg(not(unix))]
fn numbers(_: &fs::Metadata) -> [u64; 3] {
    [0; 3]
}

/// What came of a command; folders and addresses that differ from run to run are replaced.
#[derive(Debug)]
pub struct Run {
    /// The exit code; `None` where a signal ended it.
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Run {
    /// Standard output of a command that must have worked without a word.
    pub fn answer(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{}", self.out);
        self.out
    }

    /// The one JSON object on standard output.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self}"))
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.out)?;
        if !self.err.is_empty() {
            write!(f, "--- standard error\n{}", self.err)?;
        }
        match self.code {
            Some(0) => Ok(()),
            code => writeln!(f, "--- exit code {code:?}"),
        }
    }
}

/// Where programs are found, the one under test first.
#[allow(clippy::disallowed_methods, reason = "the tests' own surroundings say where git and sh are")]
fn path() -> std::ffi::OsString {
    let own = Path::new(env!("CARGO_BIN_EXE_cpt")).parent().unwrap();
    let others = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths([own.to_owned()].into_iter().chain(std::env::split_paths(&others))).unwrap()
}
