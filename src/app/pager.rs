//! A pager for answers that are longer than the screen, as git has it.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

use super::runtime;

/// What is run where `PAGER` names nothing.
const USUAL: &str = "less";

/// How pagers behave unless the user says otherwise in these variables: end by themselves where all fits, show colours,
/// and leave what was shown on the screen.
const HABITS: [(&str, &str); 2] = [("LESS", "FRX"), ("LV", "-c")];

/// What a shell says by its exit code of a command that is not there.
const NOT_FOUND: i32 = 127;

/// The pager that the user has.
#[derive(Debug, Clone, Default)]
pub struct Pager {
    /// Its command line; `None` for the usual one.
    pub command: Option<String>,
    /// The variables of [`HABITS`] that the user has set.
    pub set: Vec<&'static str>,
}

impl Pager {
    /// The variables that the user can set for it.
    pub fn variables() -> impl Iterator<Item = &'static str> {
        HABITS.into_iter().map(|(name, _)| name)
    }

    /// Shows `text`, and waits until the user has seen it; whether there is such a pager at all.
    pub fn show(&self, text: &str) -> io::Result<bool> {
        // Ctrl-C is for the pager: a signal that is listened to doesn't end this program.
        let runtime = runtime()?;
        let _entered = runtime.enter();
        #[cfg(unix)]
        let _listening = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt())?;
        let Ok(mut pager) = self.start() else { return Ok(false) };
        let ended = feed(&mut pager, text)?;
        Ok(ended.code() != Some(NOT_FOUND))
    }

    fn start(&self) -> io::Result<Child> {
        let mut command = match &self.command {
            Some(line) => shell(line),
            None => Command::new(USUAL),
        };
        command.envs(HABITS.into_iter().filter(|(name, _)| !self.set.contains(name)));
        command.stdin(Stdio::piped()).spawn()
    }
}

/// A command line that the user has set, such as an editor's, with a file as its last argument.
pub fn of_line(line: &str, file: &Path) -> Command {
    if cfg!(windows) {
        // A variable needs no quoting of what is in it.
        let mut command = shell(&format!("{line} \"%CPT_FILE%\""));
        command.env("CPT_FILE", file);
        command
    } else {
        let mut command = shell(&format!("{line} \"$@\""));
        command.arg("sh").arg(file);
        command
    }
}

/// A command line, by the system's shell.
fn shell(line: &str) -> Command {
    let (shell, option) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut command = Command::new(shell);
    command.arg(option).arg(line);
    command
}

/// Writes `text` to a program, as far as it reads, and waits for its end.
fn feed(program: &mut Child, text: &str) -> io::Result<ExitStatus> {
    if let Some(mut input) = program.stdin.take() {
        match input.write_all(text.as_bytes()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
            _ => {}
        }
    }
    program.wait()
}
