//! In which language cpt speaks, and that it speaks it.

use std::collections::BTreeSet;

use cpt_tracker::report::wrapped;
use cpt_tracker::sample::judge::Fault;
use insta::assert_snapshot;

use super::group;
use super::import;
use super::sandbox::{Run, Sandbox};

/// Whose workspace a command runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scene {
    /// The sample user's after their first sync.
    Practised,
    /// A study group's that shares a repository.
    Group,
    /// Somebody's before the first sync.
    New,
    /// The same while one judge answers nobody.
    Blocked,
    /// A directory without anything.
    Empty,
    /// The sample user's, where something is written.
    Written,
}

impl Scene {
    fn sandbox(self) -> Sandbox {
        match self {
            Self::Practised => synced(),
            Self::Written => {
                let sandbox = synced();
                sandbox.write("old.csv", &(import::OUR_OWN.to_owned() + import::WRONG_ROWS));
                sandbox
            }
            Self::New => Sandbox::of_beginner(&[2, 1, 0]),
            Self::Empty => Sandbox::new(),
            Self::Blocked => {
                let sandbox = Self::New.sandbox();
                sandbox.judge().fail("/api/", Fault::Page { status: 403 }, usize::MAX);
                sandbox
            }
            Self::Group => {
                let (sandbox, _repo) = group::repository(&group::SOLVES);
                let weeks = "[[group.weeks]]\nweek = \"2026-W48\"\nproblems = [\"abc300_a\", \"boj/1000\"]\n";
                sandbox.write("cpt.toml", &(group::by_authors() + weeks));
                sandbox
            }
        }
    }
}

/// A command, and the names that it prints, where it has no `--json` to tell them.
type Spoken = (&'static [&'static str], &'static str);

/// The commands that speak every language, in an order in which they can be run; a command that is translated is added here.
const TRANSLATED: &[(Scene, &[Spoken])] = &[
    (
        Scene::Practised,
        &[
            (&[], ""),
            (&["status"], ""),
            (&["streak"], ""),
            (&["streak", "--check"], ""),
            (&["streak", "--year"], ""),
            (&["streak", "--source", "both"], ""),
            (&["streak", "--by", "author"], ""),
            (&["next"], ""),
            (&["next", "--tags"], ""),
            (&["next", "--judge", "codeforces", "--easy"], ""),
            (&["todo"], ""),
            (&["todo", "--all"], ""),
            (&["target"], ""),
            (&["target", "list"], ""),
            (&["rating"], ""),
            (&["rating", "--what-if", "1200,1400"], ""),
            (&["rating", "--equivalent"], ""),
            (&["stats"], ""),
            (&["stats", "--last", "1m"], ""),
            (&["contests"], ""),
            (&["contests", "--all"], ""),
            (&["solutions"], ""),
            (&["solutions", "--unrecognised"], ""),
            (&["solutions", "--missing"], ""),
            (&["solutions", "--unsubmitted"], ""),
            (&["list"], ""),
            (&["list", "--all"], ""),
            (&["import", "--list"], ""),
            (&["doctor", "--offline"], "DIR toml"),
            (&["target", "add", "codeforces", "violet", "--by", "2027-12-31"], "target toml"),
            (&["target", "edit", "codeforces", "violet", "--by", "2028-12-31"], "target toml"),
            (&["target", "remove", "codeforces", "violet"], "target toml"),
            (&["export", "--out", "tables"], "tables ratings submissions solutions days csv"),
            (&["new", "abc001_a"], "solutions atcoder abc rs"),
            (&["chart", "heatmap"], "charts heatmap dark svg"),
            (
                &["chart", "rating", "--term"],
                "Codeforces Round Div AtCoder Beginner Regular Grand Contest Heuristic Educational Global",
            ),
            (&["config", "set", "streak.goal", "1"], "-"),
            (&["config", "get", "streak.goal"], "-"),
            (&["config", "path"], "DIR toml"),
            (&["hook", "bash"], "command dev null config DIR toml streak daily from"),
        ],
    ),
    (
        Scene::New,
        &[
            (&["sync"], "charts svg README md dark"),
            (&["sync"], "charts svg README md dark"),
            (&["sync", "--offline"], "charts svg README md dark"),
            (&["sync", "--verbose"], "charts svg README md dark"),
        ],
    ),
    (Scene::Blocked, &[(&["sync"], "charts svg")]),
    (
        Scene::Empty,
        &[
            (&["init", "--codeforces", "cpt_demo"], "DIR toml"),
            (&["init", "--group", "--name", "Ours"], "toml"),
            (
                &["demo", "--group", "--keep", "demo"],
                "group ledger DIR demo Five week ada bea cho dev eun KRW",
            ),
        ],
    ),
    (
        Scene::Group,
        &[
            (&["group"], ""),
            (&["group", "--missing"], ""),
            (&["group", "--week", "2026-W47"], ""),
            (&["group", "--month", "2026-11"], ""),
            (&["group", "--member", "ada", "--week", "2026-W47"], ""),
            (&["group", "ledger"], "Monday group ada bob cem KRW"),
            (&["group", "add", "dan", "--author", "dan@example.com"], "dan"),
            (&["group", "excuse", "dan", "2026-11-23"], "dan"),
            (&["group", "remove", "dan"], "dan"),
        ],
    ),
];

/// Commands that say nothing themselves: what they print or write is a script, a schema, a manual or a document, and the
/// language of a document is that of files.
const SILENT: [&str; 6] = ["completions", "config schema", "import solvedac", "man", "report", "review"];

/// The one that goes on until it is stopped.
const ENDLESS: &str = "serve";

/// Commands in a scene.
type Commands = (Scene, &'static [&'static [&'static str]]);

/// The commands of which the languages are kept, and so read, together.
const KEPT: &[(&str, Commands)] = &[
    ("daily", (Scene::Practised, &[&["status"], &["streak"], &["next", "--tags"], &["todo"]])),
    (
        "ratings",
        (
            Scene::Practised,
            &[&["target"], &["rating"], &["rating", "--what-if", "1200,1400"], &["rating", "--equivalent"]],
        ),
    ),
    (
        "practice",
        (
            Scene::Practised,
            &[
                &["stats", "--last", "1m"],
                &["contests"],
                &["solutions"],
                &["solutions", "--missing"],
                &["list", "--all"],
            ],
        ),
    ),
    ("checks", (Scene::Practised, &[&["doctor", "--offline"], &["import", "--list"]])),
    (
        "setup",
        (
            Scene::Empty,
            &[
                &["init", "--codeforces", "cpt_demo"],
                &["init", "--group", "--name", "Ours"],
                &["init", "--force"],
                &["init", "--group"],
                &["init", "--force", "--group"],
            ],
        ),
    ),
    (
        "writing",
        (
            Scene::Written,
            &[
                &["export", "--out", "tables"],
                &["target", "add", "codeforces", "violet", "--by", "2027-12-31"],
                &["target", "remove", "codeforces", "violet"],
                &["new", "abc001_a"],
                &["new", "abc001_a"],
                &["hook", "bash"],
                &["import", "old.csv"],
                &["import", "old.csv", "--skip-bad"],
                &["import", "--list"],
                &["import", "--remove", "old"],
                &["import", "--remove", "old"],
            ],
        ),
    ),
    ("sync", (Scene::New, &[&["sync"], &["sync"], &["sync", "--offline"]])),
    ("sync_blocked", (Scene::Blocked, &[&["sync"]])),
    (
        "group",
        (
            Scene::Group,
            &[
                &["group", "--missing"],
                &["group", "--week", "2026-W47"],
                &["group", "--month", "2026-11"],
                &["group", "--member", "ada", "--week", "2026-W47"],
                &["group", "--member", "bob"],
                &["group", "ledger"],
                &["group", "--markdown"],
                &["group", "add", "dan", "--author", "dan@example.com"],
                &["group", "excuse", "dan", "2026-11-23"],
                &["group", "remove", "dan"],
            ],
        ),
    ),
];

/// The sample user after their first sync.
fn synced() -> Sandbox {
    Sandbox::of_synced_user()
}

fn said(sandbox: &Sandbox, lang: &str, arguments: &[&str]) -> Run {
    sandbox.cpt(&[&["--lang", lang], arguments].concat())
}

#[test]
fn the_language_is_asked_for_or_configured_or_the_environment_s() {
    let sandbox = Sandbox::of_beginner(&[2, 1]);
    let first = |asked: Option<&str>, configured: Option<&str>, environment: &[(&str, &str)]| {
        let language = configured.map_or_else(String::new, |lang| format!("language = {lang:?}\n"));
        sandbox.write("cpt.toml", &language);
        let mut command = sandbox.program(&["streak", "--check"]);
        command.args(asked.iter().flat_map(|lang| ["--lang", lang])).envs(environment.iter().copied());
        sandbox.run(command).out
    };
    let (english, korean, japanese) =
        (first(Some("en"), None, &[]), first(Some("ko"), None, &[]), first(Some("JA"), None, &[]));
    assert!(english != korean && english != japanese && korean != japanese);
    assert_eq!(first(None, None, &[]), english);
    assert_eq!(first(Some("en"), Some("ko"), &[("LC_ALL", "ja_JP.UTF-8")]), english);
    assert_eq!(first(None, Some("ko"), &[("LC_ALL", "ja_JP.UTF-8")]), korean);
    assert_eq!(first(None, None, &[("LC_ALL", "ja_JP.UTF-8"), ("LANG", "ko_KR.UTF-8")]), japanese);
    assert_eq!(first(None, None, &[("LC_ALL", ""), ("LC_MESSAGES", "ko"), ("LANG", "ja_JP.UTF-8")]), korean);
    assert_eq!(first(None, None, &[("LC_ALL", "C"), ("LANG", "ja_JP.UTF-8")]), english);
    assert_eq!(first(None, None, &[("LANG", "ja_JP.UTF-8")]), japanese);
}

#[test]
fn a_language_that_there_is_not_is_refused() {
    let sandbox = Sandbox::of_beginner(&[1]);
    assert_snapshot!("unknown_asked_for", sandbox.cpt(&["streak", "--lang", "de"]));
    sandbox.write("cpt.toml", "language = \"de\"\n");
    assert_snapshot!("unknown_configured", sandbox.cpt(&["streak"]));
}

#[test]
fn what_is_wrong_is_said_in_the_language_that_can_still_be_told() {
    let nowhere = Sandbox::new();
    assert_snapshot!("no_configuration_ko", said(&nowhere, "ko", &["status"]));
    assert_snapshot!("no_configuration_ja", said(&nowhere, "ja", &["status"]));
    nowhere.write("cpt.toml", "language = \"ko\"\n[streak]\ngaol = 1\n");
    assert!(nowhere.cpt(&["status"]).err.starts_with("오류: "));
    nowhere.write("cpt.toml", "language = \"ko\"\n[streak\n");
    assert!(nowhere.cpt(&["status"]).err.starts_with("error: "));
}

#[test]
fn programs_read_the_same_in_every_language() {
    let sandbox = synced();
    for command in ["status", "streak", "next", "todo", "rating", "target", "contests", "stats"] {
        let english = said(&sandbox, "en", &[command, "--json"]).out;
        for lang in ["ko", "ja", "en-XA"] {
            assert_eq!(said(&sandbox, lang, &[command, "--json"]).out, english, "{command} in {lang}");
        }
    }
}

/// A long answer's beginning and end.
fn shortened(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    match lines.as_slice() {
        [head @ .., a, b, c, d] if head.len() > 96 => {
            [&head[..8], &["..."], &[*a, *b, *c, *d], &[""]].concat().join("\n")
        }
        _ => text.to_owned(),
    }
}

#[test]
fn each_language_reads_well_on_wide_and_on_narrow_terminals() {
    let widths = [
        ("daily", 120),
        ("daily", 60),
        ("daily", 40),
        ("ratings", 40),
        ("practice", 40),
        ("group", 40),
        ("sync", 40),
        ("checks", 40),
        ("writing", 40),
    ];
    let practised = Scene::Practised.sandbox();
    for (name, (scene, commands)) in KEPT {
        for lang in ["ko", "ja"] {
            let others = widths.iter().filter(|(of, _)| of == name);
            for columns in others.map(|(_, width)| *width).chain([80]) {
                let fresh = (*scene != Scene::Practised).then(|| scene.sandbox());
                let sandbox = fresh.as_ref().unwrap_or(&practised);
                let mut text = String::new();
                for arguments in *commands {
                    let mut command = sandbox.program(&[&["--lang", lang], *arguments].concat());
                    command.env("COLUMNS", columns.to_string());
                    let run = sandbox.run(command);
                    let shown = wrapped(&(run.out + &run.err), columns);
                    text.push_str(&format!("$ cpt {}\n{}\n", arguments.join(" "), shortened(&shown)));
                }
                assert_snapshot!(format!("{name}_{lang}_{columns}"), text);
            }
        }
    }
}

#[test]
fn what_is_missing_is_said_in_every_language() {
    let sandbox = Sandbox::of_beginner(&[]);
    for lang in ["ko", "ja"] {
        let mut text = String::new();
        for arguments in [&["status"][..], &["streak"], &["next"], &["todo"]] {
            let run = said(&sandbox, lang, arguments);
            text.push_str(&format!("$ cpt {}\n{}{}\n", arguments.join(" "), run.out, run.err));
        }
        assert_snapshot!(format!("nothing_yet_{lang}"), text);
    }
}

/// The texts in a JSON document that come from outside: names, links, ids.
pub(super) fn names(json: &serde_json::Value, into: &mut String) {
    match json {
        serde_json::Value::String(text) => {
            into.push_str(text);
            into.push(' ');
        }
        serde_json::Value::Array(all) => all.iter().for_each(|one| names(one, into)),
        serde_json::Value::Object(all) => {
            let told = |key: &&String| !["why", "warnings"].contains(&key.as_str());
            all.iter().filter(|(key, _)| told(key)).for_each(|(_, one)| names(one, into));
        }
        _ => {}
    }
}

/// Options that don't go with `--json`.
const HUMAN: [&str; 1] = ["--check"];

/// The words of Latin letters in a text.
pub(super) fn words(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    words.filter(|word| word.len() > 1).collect()
}

/// `text` without what stands between the pseudo-language's marks.
pub(super) fn unmarked(text: &str) -> String {
    let mut depth = 0_usize;
    let outside = |c: &char| {
        match c {
            '⟦' => depth += 1,
            '⟧' => depth -= 1,
            _ => return depth == 0,
        }
        false
    };
    text.chars().filter(outside).collect()
}

#[test]
fn no_word_of_a_translated_command_is_left_in_english() {
    for (scene, commands) in TRANSLATED {
        let sandbox = scene.sandbox();
        for (arguments, its_names) in *commands {
            let mut known = format!("cpt Codeforces AtCoder Demo min {its_names} ");
            if its_names.is_empty() {
                let human = |word: &&str| !HUMAN.contains(word);
                let mut command: Vec<&str> = arguments.iter().copied().filter(human).collect();
                if command.is_empty() {
                    command.push("status");
                }
                command.push("--json");
                names(&sandbox.cpt(&command).json(), &mut known);
            }
            let run = said(&sandbox, "en-XA", arguments);
            let text = unmarked(&(run.out + &run.err));
            let left: Vec<&str> = words(&text).difference(&words(&known)).copied().collect();
            assert!(left.is_empty(), "cpt {}: {left:?} in {text}", arguments.join(" "));
        }
    }
}

/// Every command of cpt that does something, as help lists them below `command`.
fn commands(sandbox: &Sandbox, command: &[&str], into: &mut Vec<String>) {
    let help = sandbox.cpt(&[command, &["--help"]].concat()).answer();
    let Some((_, below)) = help.split_once("Commands:\n") else {
        into.push(command.join(" "));
        return;
    };
    if help.lines().any(|line| line.starts_with("Usage: ") && line.contains("[OPTIONS]")) {
        into.push(command.join(" "));
    }
    let names = below.lines().take_while(|line| !line.is_empty());
    let names = names.filter_map(|line| line.strip_prefix("  ")?.split([' ', ',']).next());
    for name in names.filter(|name| !name.is_empty() && *name != "help") {
        commands(sandbox, &[command, &[name]].concat(), into);
    }
}

#[test]
fn every_command_is_held_to_every_language() {
    let mut all = Vec::new();
    commands(&Sandbox::new(), &[], &mut all);
    assert!(all.len() > 25, "{all:?}");
    let spoken = TRANSLATED.iter().flat_map(|(_, commands)| *commands);
    let spoken: Vec<String> = spoken.map(|(arguments, _)| arguments.join(" ")).collect();
    let is_spoken = |command: &String| {
        spoken.iter().any(|one| one == command || one.starts_with(&format!("{command} ")))
            || SILENT.contains(&command.as_str())
            || command == ENDLESS
    };
    all.retain(|command| !is_spoken(command));
    assert_eq!(all, Vec::<String>::new(), "add them to TRANSLATED");
}
