//! What a terminal of 80 columns shows.

use std::fs::File;
use std::io::Read as _;
use std::process::{Command, Stdio};

use cpt_tracker::sample::judge::Fault;
use nix::pty::{Winsize, openpty};
use unicode_width::UnicodeWidthStr as _;

use super::sandbox::Sandbox;

/// What a command shows on a terminal, both streams together, without styles.
fn shown(sandbox: &Sandbox, arguments: &[&str]) -> String {
    shown_by("", sandbox, arguments)
}

/// The same with a pager, as a command line.
fn shown_by(pager: &str, sandbox: &Sandbox, arguments: &[&str]) -> String {
    let mut program = sandbox.program(arguments);
    program.env("PAGER", pager);
    anstream::adapter::strip_str(&printed(program)).to_string()
}

/// What a program prints on a terminal of 80 columns.
fn printed(mut program: Command) -> String {
    let size = Winsize { ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0 };
    let pty = openpty(&size, None).unwrap();
    program.env_remove("COLUMNS").env("TERM", "xterm");
    program.stdout(Stdio::from(pty.slave.try_clone().unwrap())).stderr(Stdio::from(pty.slave));
    let mut child = program.spawn().unwrap();
    // The terminal ends with the last who holds it.
    drop(program);
    let mut bytes = Vec::new();
    // How a terminal says that nobody is there any more is an error.
    let _ = File::from(pty.master).read_to_end(&mut bytes);
    child.wait().unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn nothing_is_broken_within_a_word_at_80_columns() {
    let sandbox = Sandbox::of_synced_user();
    let commands: [&[&str]; 13] = [
        &["contests"],
        &["todo"],
        &["list", "abc300"],
        &["target"],
        &["status"],
        &["rating"],
        &["streak", "--weeks", "500"],
        &["stats"],
        &["next"],
        &["solutions", "--missing"],
        &["doctor", "--offline"],
        &["new", "nothing-that-anybody-knows"],
        &["rating", "--what-if", "abc"],
    ];
    for command in commands {
        let text = shown(&sandbox, command);
        assert!(!text.is_empty(), "{command:?}");
        for line in text.lines() {
            assert!(line.width() <= 80, "{command:?}: {line}");
        }
    }
    let json = shown(&sandbox, &["streak", "--json"]);
    assert_eq!(json.trim_end().lines().count(), 1);
}

#[test]
fn what_goes_wrong_in_a_sync_is_told_in_whole_words_and_in_users_words() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.judge().fail("/api/", Fault::Text { status: 503, text: String::new() }, usize::MAX);
    let text = shown(&sandbox, &["sync"]);
    let told = text.split_once("error:").unwrap().1;
    assert!(told.contains("Codeforces submissions"), "{text}");
    for name in ["codeforces.ratings", "codeforces.submissions", "atcoder.models", "git:."] {
        assert!(!text.contains(name), "{text}");
    }
    for line in told.lines() {
        assert!(line.width() <= 80, "{line}");
    }
}

#[test]
fn solutions_are_the_newest_ones_on_a_terminal_and_all_of_them_elsewhere() {
    let sandbox = Sandbox::of_sample_user();
    let rows = |text: &str| text.lines().filter(|line| line.contains("solutions/")).count();
    let all = sandbox.cpt(&["solutions"]).answer();
    assert!(rows(&all) > 500, "{}", rows(&all));
    let some = shown(&sandbox, &["solutions"]);
    assert_eq!(rows(&some), 50, "{some}");
    assert!(some.contains(&format!("{} more (use --all)", rows(&all) - 50)), "{some}");
    assert_eq!(rows(&shown(&sandbox, &["solutions", "--all"])), rows(&all));
    let days: Vec<&str> = all.lines().filter_map(|line| line.split_whitespace().nth(1)).take(500).collect();
    assert!(days.is_sorted_by(|one, next| one >= next), "{days:?}");
}

#[test]
fn a_pager_shows_what_is_longer_than_the_screen_and_nothing_else() {
    let sandbox = Sandbox::of_synced_user();
    let pager = "sed 's/^/> /'";
    let long = shown_by(pager, &sandbox, &["solutions"]);
    assert!(long.lines().count() > 24 && long.lines().all(|line| line.starts_with("> ")), "{long}");
    for not_paged in [
        shown_by(pager, &sandbox, &["streak", "--weeks", "5"]),
        shown_by(pager, &sandbox, &["solutions", "--no-pager"]),
        shown_by("no-such-program-anywhere", &sandbox, &["solutions"]),
    ] {
        assert!(not_paged.lines().count() > 5 && !not_paged.contains("\n> "), "{not_paged}");
    }
    // Elsewhere than on a terminal, and for programs, there is none.
    let mut piped = sandbox.program(&["solutions"]);
    piped.env("PAGER", pager);
    assert!(!sandbox.run(piped).answer().contains("> "));
}

#[test]
fn a_problem_leads_to_its_page_where_the_terminal_follows_links() {
    let sandbox = Sandbox::of_synced_user();
    let links = |arguments: &[&str], follows: &str| {
        let mut program = sandbox.program(arguments);
        program.env("PAGER", "").env("FORCE_HYPERLINK", follows);
        printed(program).matches("\u{1b}]8;;https://").count()
    };
    // Of the day's three problems the name and the id; of a contest's five the id.
    assert_eq!((links(&["next"], "0"), links(&["next"], "1")), (0, 6));
    assert_eq!((links(&["list", "abc300"], "0"), links(&["list", "abc300"], "1")), (0, 5));
    let mut paged = sandbox.program(&["solutions", "--missing"]);
    paged.env("PAGER", "cat").env("FORCE_HYPERLINK", "1");
    assert!(!printed(paged).contains("\u{1b}]8"));
    let mut piped = sandbox.program(&["next"]);
    piped.env("FORCE_HYPERLINK", "1");
    assert!(!sandbox.run(piped).answer().contains('\u{1b}'));
}
