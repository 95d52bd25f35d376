//! How much memory a program takes.

use std::ffi::OsString;
use std::process::{Command, Stdio};

/// The most memory that a command had resident at once, in megabytes. The system tells it of all the children of a
/// process together, so that this very program is run again to have that one child only.
pub(super) fn peak(command: &Command) -> f64 {
    let mut runner = Command::new(std::env::current_exe().unwrap());
    runner.arg(PeakOf::WORD).arg(command.get_program()).args(command.get_args());
    runner.current_dir(command.get_current_dir().unwrap());
    for (name, value) in command.get_envs() {
        value.map(|value| runner.env(name, value));
    }
    let output = runner.stderr(Stdio::null()).output().expect("the bench starts");
    assert!(output.status.success(), "{command:?}");
    String::from_utf8(output.stdout).unwrap().trim().parse().unwrap()
}

/// The command whose memory this process is to tell.
pub(super) struct PeakOf(Vec<OsString>);

impl PeakOf {
    const WORD: &str = "--peak-of";

    pub fn asked() -> Option<Self> {
        let mut arguments = std::env::args_os().skip(1);
        (arguments.next()? == Self::WORD).then(|| Self(arguments.collect()))
    }

    pub fn print(self) {
        let (program, arguments) = self.0.split_first().expect("a program");
        let status = Command::new(program).args(arguments).stdout(Stdio::null()).status();
        assert!(status.expect("the program starts").success(), "{}", program.display());
        println!("{}", most_resident());
    }
}

#[cfg(unix)]
fn most_resident() -> f64 {
    use nix::sys::resource::{UsageWho, getrusage};
    let children = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system tells");
    // Kilobytes, but on Apple's systems.
    let unit = if cfg!(target_vendor = "apple") { 1e-6 } else { 1e-3 };
    children.max_rss() as f64 * unit
}

#[cfg(not(unix))]
fn most_resident() -> f64 {
    f64::NAN
}
