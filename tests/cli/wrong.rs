//! Wrong input: what was wrong, where, and what to do.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn a_wrong_configuration_is_pointed_at() {
    let sandbox = Sandbox::new();
    let wrong = [
        "[handles]\ncodeforce = \"ada\"\n",
        "[handles]\natcoder = \"a/b\"\n",
        "[streak]\ngoal = \"many\"\n",
        "[streak]\ntimezone = \"Asia/Soul\"\n",
        "[streak]\nday_starts_at = \"4\"\n",
        "[streak]\nrest_days = [\"sonday\"]\n",
        "[[targets]]\njudge = \"atcoder\"\ncolour = \"gren\"\nby = \"2026-12-31\"\n",
        "[[targets]]\njudge = \"codeforces\"\ntrack = \"heuristic\"\ncolour = \"cyan\"\nby = \"2026-12-31\"\n",
        "[[targets]]\njudge = \"atcoder\"\ncolour = \"green\"\nby = \"2026-13-01\"\n",
        "[charts]\ntheme = \"sepia\"\n",
        "[judges.codeforces]\ninterval = \"1s\"\n",
        "[handles\n",
    ];
    let told: Vec<String> = wrong
        .iter()
        .map(|text| {
            sandbox.write("cpt.toml", text);
            let run = sandbox.cpt(&["status"]);
            assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{text}");
            run.err
        })
        .collect();
    assert_snapshot!(told.join("\n"));
}

#[test]
fn without_a_configuration_the_way_to_one_is_said() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.cpt(&["sync"]));
    assert_snapshot!("a_configuration_that_is_not_there", sandbox.cpt(&["--config", "gone.toml", "status"]));
}

#[test]
fn a_wrong_argument_gets_a_suggestion() {
    assert_snapshot!(Sandbox::new().cpt(&["steak"]));
}

#[test]
fn a_wrong_environment_is_said() {
    let sandbox = Sandbox::new();
    let mut command = sandbox.program(&["status"]);
    command.env("CPT_NOW", "yesterday");
    assert_snapshot!(sandbox.run(command));
    let mut command = sandbox.program(&["status"]);
    command.env("CPT_INTERVAL_MS", "fast");
    assert_snapshot!("a_wrong_interval", sandbox.run(command));
}

#[test]
fn a_store_of_a_newer_version_is_left_alone() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    sandbox.cpt(&["sync"]);
    let file = sandbox.dir().join(".cpt/cpt.db");
    rusqlite::Connection::open(&file).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert_snapshot!(sandbox.cpt(&["sync"]));
}

#[test]
fn a_store_that_is_none_is_left_alone() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    sandbox.write(".cpt/cpt.db", &"This is a letter, not a database.\n".repeat(100));
    assert_snapshot!(sandbox.cpt(&["status"]));
    assert!(sandbox.read(".cpt/cpt.db").starts_with("This is a letter"));
}

#[test]
fn charts_that_cannot_be_written_are_said() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    sandbox.write("pictures", "a file, no folder");
    assert_snapshot!(sandbox.cpt(&["chart", "heatmap", "--out", "pictures"]));
}

#[test]
fn an_empty_variable_counts_as_unset() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let mut command = sandbox.program(&["streak", "--check"]);
    command.env("CPT_CONFIG", "").env("CPT_INTERVAL_MS", "");
    assert_eq!(sandbox.run(command).answer(), "");
}

#[test]
fn a_path_in_the_configuration_cannot_steer_the_terminal() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.write(
        "cpt.toml",
        "[charts]\ndir = \"c\\u001b[35mX\"\n[[repos]]\npath = \".\"\n[[repos]]\npath = \"\\u001b]0;x\\u0007\"\n",
    );
    for command in ["sync", "streak", "chart"] {
        let run = sandbox.cpt(&[command]);
        assert!(!format!("{run}").contains('\u{1b}'), "{run}");
    }
}

#[test]
fn a_wrong_date_or_number_gets_an_example_and_no_parser_s_words() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let commands: [&[&str]; 9] = [
        &["target", "add", "atcoder", "green", "--by", "soon"],
        &["target", "remove", "atcoder", "green", "--by", "2026-13-01"],
        &["export", "days", "--since", "20260101"],
        &["stats", "--until", "2026-02-30"],
        &["rating", "--what-if", "1200,abc"],
        &["streak", "--weeks", "x"],
        &["next", "--count", "99999999999999999999"],
        &["review", "26.5"],
        &["serve", "--port", "http"],
    ];
    let told: Vec<String> = commands
        .iter()
        .map(|command| {
            let run = sandbox.cpt(command);
            assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{run}");
            run.err.lines().take(1).collect()
        })
        .collect();
    assert_snapshot!(told.join("\n"));
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_an_error_and_a_reader_that_went_is_none() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let run = |command: &str| {
        let mut shell = sandbox.command("bash");
        shell.args(["-c", command]);
        sandbox.run(shell)
    };
    for command in ["help", "--version", "streak", "streak --json", "export --columns"] {
        let full = run(&format!("trap '' XFSZ; ulimit -f 0; cpt {command} > full"));
        assert_eq!(full.code, Some(2), "{command}: {full}");
        assert!(full.err.starts_with("error: can't write to standard output: "), "{full}");
        let gone = run(&format!("set -o pipefail; cpt {command} | true"));
        assert_eq!((gone.code, gone.err.as_str()), (Some(0), ""), "{command}");
    }
}

#[test]
fn arguments_cannot_steer_the_terminal_and_a_megabyte_is_no_message() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let megabyte = "x".repeat(100_000);
    for word in ["\u{1b}[31mred", "\u{9b}31m", "\u{202e}live", "\u{61c}", megabyte.as_str()] {
        for command in
            [&[word][..], &["streak", word], &["new", word], &["stats", "--since", word], &["--config", word]]
        {
            let run = sandbox.cpt(command);
            assert_eq!(run.code, Some(2), "{run}");
            let steers = |c: char| c != '\n' && cpt_tracker::model::is_unsafe(c);
            assert!(!run.err.contains(steers), "{:?}", run.err);
            assert!(run.err.len() < 10_000, "{}", run.err.len());
        }
    }
}
