//! One run of the program, and what it cost.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

/// What a run cost.
pub struct Cost {
    /// From start to end.
    pub wall: Duration,
    /// Processor time, of all threads.
    pub cpu: Duration,
    /// The most memory that was resident at once; 0 where the system doesn't tell (Linux does).
    pub peak_mib: u64,
}

/// Runs `cpt` in `dir` at the moment `now`; what it cost, and what it printed.
pub fn cpt(dir: &Path, now: &str, arguments: &[&str]) -> (Cost, Vec<u8>) {
    let cpu = || {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
        Duration::from_micros((usage.user_time() + usage.system_time()).num_microseconds() as u64)
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_cpt"));
    command.args(arguments).current_dir(dir).stdout(Stdio::piped()).stderr(Stdio::null());
    command.env("HOME", dir).env("GIT_CONFIG_GLOBAL", "/dev/null").env("CPT_NOW", now);
    let (before, began) = (cpu(), Instant::now());
    let child = command.spawn().unwrap();
    // The kernel's number for children counts this process, too, as it was when they began.
    let status = format!("/proc/{}/status", child.id());
    let watch = std::thread::spawn(move || {
        let mut peak = 0;
        while let Some(now) = peak_kib(&status) {
            peak = now;
            std::thread::sleep(Duration::from_millis(1));
        }
        peak
    });
    let output = child.wait_with_output().unwrap();
    let (wall, cpu) = (began.elapsed(), cpu().saturating_sub(before));
    assert!(output.status.success(), "cpt {} ended with {}", arguments.join(" "), output.status);
    (Cost { wall, cpu, peak_mib: watch.join().unwrap() / 1024 }, output.stdout)
}

/// The peak of a process that is still there.
fn peak_kib(status: &str) -> Option<u64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
