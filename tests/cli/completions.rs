//! What shells complete: bash wherever the tests run, the others where they are installed (`.ci/run` installs them).

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::process::Stdio;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use nix::pty::openpty;

use super::sandbox::Sandbox;

/// Time for what has to happen, long enough that only a hang takes it.
const PATIENCE: Duration = Duration::from_mins(2);

/// A shell in a terminal.
struct Shell {
    terminal: File,
    printed: Receiver<Vec<u8>>,
    child: std::process::Child,
}

impl Shell {
    /// Starts it, and sets it up by `setup`, a line.
    fn start(sandbox: &Sandbox, shell: &str, arguments: &[&str], setup: &str) -> Self {
        let pty = openpty(None, None).unwrap();
        let mut command = sandbox.command(shell);
        command.args(arguments).env("TERM", "dumb");
        let slave = || Stdio::from(pty.slave.try_clone().unwrap());
        let child = command.stdin(slave()).stdout(slave()).stderr(slave()).spawn().unwrap();
        drop(command);
        let terminal = File::from(pty.master);
        let mut reader = terminal.try_clone().unwrap();
        let (sender, printed) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        let mut shell = Self { terminal, printed, child };
        // What is typed is echoed, too; only what is printed has no quotes.
        shell.write(&format!("{setup}; echo RE'ADY'\n"));
        shell.wait_for("READY");
        shell
    }

    fn write(&mut self, keys: &str) {
        self.terminal.write_all(keys.as_bytes()).unwrap();
    }

    /// Reads on until `wanted` is printed.
    fn wait_for(&mut self, wanted: &str) -> String {
        let (mut text, from) = (String::new(), Instant::now());
        while !text.contains(wanted) {
            match self.printed.recv_timeout(PATIENCE.saturating_sub(from.elapsed())) {
                Ok(bytes) => text.push_str(&String::from_utf8_lossy(&bytes)),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("{wanted:?} is not in {text:?}")
                }
            }
        }
        text
    }

    /// What the line becomes when `keys` and the tab key are typed.
    fn completed(&mut self, keys: &str) -> String {
        // The cursor goes to the start and to the end of the line, which prints it between marks.
        self.write(&format!("{keys}\t\u{1}echo LI'NE' '\u{5}' EN'D'\n"));
        let text = self.wait_for(" END");
        text.rsplit_once("LINE ").unwrap().1.split_once(" END").unwrap().0.trim_end().to_owned()
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A workspace with something of its own to complete.
fn workspace() -> Sandbox {
    let sandbox = Sandbox::of_synced_user();
    sandbox.write("cpt.toml", &(sandbox.read("cpt.toml") + "\n[[lists]]\nfile = \"lists/graphs.md\"\n[[group.members]]\nname = \"ada\"\nbranch = \"ada\"\n"));
    sandbox.cpt(&["target", "add", "atcoder", "blue", "--by", "2027-06-30"]);
    sandbox
}

/// Lines as they are typed, and what they become.
const LINES: [(&str, &str); 10] = [
    ("cpt targ", "cpt target"),
    ("cpt chart heat", "cpt chart heatmap"),
    ("cpt target remove atcoder bl", "cpt target remove atcoder blue"),
    ("cpt next --tag data", "cpt next --tag data-structures"),
    ("cpt list gra", "cpt list graphs"),
    ("cpt group excuse ad", "cpt group excuse ada"),
    ("cpt next --list typ", "cpt next --list typical90"),
    ("cpt rating --judge cod", "cpt rating --judge codeforces"),
    ("cpt stats --judge programmer", "cpt stats --judge programmers"),
    ("cpt new codeforces/2022/D", "cpt new codeforces/2022/D"),
];

fn completes(mut shell: Shell) {
    for (typed, wanted) in LINES {
        assert_eq!(shell.completed(typed), wanted);
    }
}

#[test]
fn bash_completes_commands_and_what_the_workspace_has() {
    let sandbox = workspace();
    completes(Shell::start(
        &sandbox,
        "bash",
        &["--norc", "--noprofile", "-i"],
        "source <(cpt completions bash)",
    ));
}

#[test]
#[ignore = "needs zsh"]
fn zsh_completes_commands_and_what_the_workspace_has() {
    let sandbox = workspace();
    let setup = "autoload -U compinit && compinit -u -D && source <(cpt completions zsh)";
    completes(Shell::start(&sandbox, "zsh", &["-f", "-i"], setup));
    // The same as a file that is loaded in the middle of the first line.
    let script = sandbox.cpt(&["completions", "zsh"]).answer();
    sandbox.write("functions/_cpt", &script);
    let setup = "fpath=($PWD/functions $fpath) && autoload -U compinit && compinit -u -D";
    completes(Shell::start(&sandbox, "zsh", &["-f", "-i"], setup));
}

#[test]
#[ignore = "needs fish"]
fn fish_completes_commands_and_what_the_workspace_has() {
    let sandbox = workspace();
    for (typed, wanted) in LINES {
        let mut fish = sandbox.command("fish");
        fish.args(["--no-config", "-c", &format!("cpt completions fish | source; complete -C '{typed}'")]);
        let answer = sandbox.run(fish).answer();
        let words: Vec<&str> = answer.lines().filter_map(|line| line.split('\t').next()).collect();
        assert_eq!(words, [wanted.rsplit(' ').next().unwrap()], "{typed}");
    }
}

#[test]
fn every_shell_gets_a_script_and_outside_of_a_workspace_nothing_is_said() {
    let sandbox = Sandbox::new();
    for shell in ["bash", "zsh", "fish", "powershell", "pwsh", "elvish", "nushell", "nu"] {
        assert!(sandbox.cpt(&["completions", shell]).answer().contains("cpt"), "{shell}");
    }
    let mut asked = sandbox.program(&["--", "cpt", "target", "remove", "atcoder", ""]);
    asked.env("CPT_COMPLETE", "fish");
    let answer = sandbox.run(asked).answer();
    assert!(answer.lines().all(|line| line.starts_with('-')), "{answer}");
    let mut asked = sandbox.program(&["--", "cpt", ""]);
    asked.env("CPT_COMPLETE", "no-shell");
    let run = sandbox.run(asked);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("CPT_COMPLETE") && run.err.contains("no-shell"), "{run}");
}
