//! `cpt init --group`: what is asked about a group, and who is suggested.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::process::Stdio;

use cpt_tracker::sample::repo::RepoBuilder;
use insta::assert_snapshot;
use nix::pty::{Winsize, openpty};

use super::group::{Solve, repository, solve};
use super::sandbox::Sandbox;

/// What this week says of each member: the names, and the problems that count.
fn solved(sandbox: &Sandbox) -> Vec<String> {
    let json = sandbox.cpt(&["group", "--json", "--week", "2026-W47"]).json();
    let row = |row: &serde_json::Value| format!("{} {}", row["name"].as_str().unwrap(), row["solved"]);
    json["members"].as_array().unwrap().iter().map(row).collect()
}

/// `cpt init --group` with all members, from the Monday of last week on.
const ALL: [&str; 10] = [
    "init",
    "--group",
    "--members",
    "all",
    "--from",
    "2026-11-16",
    "--timezone",
    "Asia/Seoul",
    "--name",
    "Monday group",
];

#[test]
fn the_three_kinds_of_shared_repository_suggest_their_members() {
    let by_author: [Solve<'_>; 3] =
        [(6, "ada", "abc300_a.py"), (5, "bob", "abc300_b.py"), (4, "ada", "boj/1000.py")];
    let by_folder: [Solve<'_>; 4] = [
        (6, "organiser", "week46/ada/abc300_a.py"),
        (6, "organiser", "week46/bob/abc300_a.py"),
        (5, "organiser", "week47/ada/abc300_b.py"),
        (4, "organiser", "week47/bob/abc300_b.py"),
    ];
    for (kind, solves, expected) in
        [("authors", &by_author[..], ["ada 2", "bob 1"]), ("folders", &by_folder, ["ada 2", "bob 2"])]
    {
        let (sandbox, _repo) = repository(solves);
        let run = sandbox.cpt(&ALL);
        assert_eq!(run.code, Some(0), "{kind}: {run}");
        assert!(!run.to_string().contains("example.com"), "{kind}: {run}");
        assert_eq!(solved(&sandbox), expected, "{kind}");
    }
    let (sandbox, repo) = repository(&[(9, "organiser", "abc200_a.py")]);
    let start = repo.tip("main").unwrap();
    for (member, file) in [("ada", "abc300_a.py"), ("bob", "abc300_b.py")] {
        repo.branch(member, start).unwrap();
        solve(&repo, member, 5, "anybody", file);
    }
    sandbox.cpt(&ALL).answer();
    assert_eq!(solved(&sandbox), ["ada 1", "bob 1"]);
    // A clone has only what is at its origin, and somebody works on a branch.
    std::fs::remove_file(sandbox.dir().join("cpt.toml")).unwrap();
    for member in ["ada", "bob"] {
        repo.reference(&format!("refs/remotes/origin/{member}"), repo.tip(member).unwrap()).unwrap();
    }
    repo.delete_branch("ada").unwrap();
    std::fs::write(sandbox.dir().join(".git/HEAD"), "ref: refs/heads/bob\n").unwrap();
    sandbox.cpt(&ALL).answer();
    assert_eq!(solved(&sandbox), ["ada 1", "bob 1"]);
}

#[test]
fn where_nobody_can_be_asked_suggestions_are_comments_and_what_was_there_stays() {
    let (sandbox, _repo) = repository(&super::group::SOLVES);
    sandbox.write("cpt.toml", "# Ours.\n[streak]\ntimezone = \"Asia/Tokyo\" # all of us\n");
    let mut shown = sandbox
        .cpt(&["init", "--group", "--fine", "1000 KRW/problem", "--settles", "monday 20:00"])
        .to_string();
    shown.push_str(&sandbox.read("cpt.toml"));
    // Members can be named as they were suggested.
    sandbox.write("cpt.toml", "");
    shown.push_str(&sandbox.cpt(&["init", "--group", "--members", "BOB, ada"]).to_string());
    for wrong in [&["init", "--group"][..], &["init", "--group", "--force"], &["init", "--name", "x"]] {
        shown.push_str(&sandbox.cpt(wrong).to_string());
    }
    sandbox.write("cpt.toml", "");
    for wrong in [
        &["init", "--group", "--members", "nobody"][..],
        &["init", "--group", "--timezone", "Asia/Soul"],
        &["init", "--group", "--fine", "much"],
    ] {
        shown.push_str(&sandbox.cpt(wrong).to_string());
    }
    assert_eq!(sandbox.read("cpt.toml"), "");
    assert!(!shown.contains("example.com"), "{shown}");
    assert_snapshot!(shown);
}

#[test]
fn a_first_configuration_has_the_group_too() {
    let sandbox = Sandbox::new();
    RepoBuilder::init(&sandbox.dir(), "Ada", "ada@example.com").unwrap();
    assert_snapshot!(sandbox.cpt(&["init", "--group"]));
    assert!(sandbox.read("cpt.toml").contains("\n[group]\n# The group's name.\nname = \"work\"\n"));
    assert_eq!(sandbox.cpt(&["group"]).code, Some(0));
}

#[test]
fn hostile_names_are_written_as_what_they_are_and_nothing_steers_the_terminal() {
    let quoted = "\"]]\\ \u{1f468}'=\"";
    let (sandbox, _repo) = repository(&[
        (5, quoted, "abc300_a.py"),
        (5, "ada", "abc300_b.py"),
        (5, "\u{1b}[31m\u{202e}eve", "abc300_c.py"),
    ]);
    let run = sandbox.cpt(&ALL);
    assert_eq!(run.code, Some(0), "{run}");
    let text = run.to_string() + &sandbox.read("cpt.toml");
    assert!(!text.contains(|c| c != '\n' && cpt_tracker::model::is_unsafe(c)), "{text:?}");
    assert_eq!(solved(&sandbox), [format!("{quoted} 1"), "ada 1".to_owned()]);
}

#[test]
fn at_a_terminal_everything_is_asked_until_it_can_be_one() {
    let (sandbox, _repo) = repository(&super::group::SOLVES);
    let size = Winsize { ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0 };
    let pty = openpty(&size, None).unwrap();
    let mut program = sandbox.program(&["init", "--group"]);
    let slave = || Stdio::from(pty.slave.try_clone().unwrap());
    program.env("CPT_NOW", "2026-11-23T21:30:00+09:00");
    let mut child = program.stdin(slave()).stdout(Stdio::piped()).stderr(slave()).spawn().unwrap();
    drop((program, pty.slave));
    let mut terminal = File::from(pty.master);
    // The name, a wrong zone and one that is, the defaults, a fine, and who.
    terminal.write_all(b"Ours\nAsia/Soul\nAsia/Seoul\n\n\n\n3/week\n500 won/week\nada, bob\n").unwrap();
    let mut asked = Vec::new();
    // How a terminal says that nobody is there any more is an error.
    let _ = terminal.read_to_end(&mut asked);
    let mut said = String::new();
    child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(child.wait().unwrap().success(), "{said}");
    let asked = anstream::adapter::strip_str(&String::from_utf8(asked).unwrap()).to_string();
    let questions = asked.replace("\r\n", "\n");
    for question in [
        "Name of the group [work]: ",
        "Time zone [each commit's own]: ",
        "Weeks start on [monday]: ",
        "When a week is settled, e.g. monday 20:00 [at its end]: ",
        "First day that counts [2026-11-23]: ",
        "[5/week]: ",
        "[none]: ",
        "Members found by directories: ada, bob, stranger.",
        "\"none\" [all]: ",
    ] {
        assert!(questions.contains(question), "{question:?} in {questions}");
    }
    assert_eq!(questions.matches("Time zone").count(), 2, "{questions}");
    let file = sandbox.read("cpt.toml");
    for line in [
        "name = \"Ours\"",
        "timezone = \"Asia/Seoul\"",
        "week_starts = \"monday\"",
        "# settles = ",
        "goal = \"3/week\"",
        "fine = { missed = 500, unit = \"won\", per = \"week\" }",
    ] {
        assert!(file.contains(&format!("\n{line}")), "{line} in {file}");
    }
    assert_eq!(sandbox.cpt(&["group", "--json"]).json()["members"].as_array().unwrap().len(), 2);
}
