//! The arrows of the house (`src/lib.rs`): which room may speak of which, read from the sources.
//!
//! Where this fails, don't widen the table: move what you need into a room that both may know (facts into `model`, what is
//! computed into `answers`), or hand it over as an argument from `app`.

#![allow(clippy::disallowed_methods, reason = "what is read here is the test's own")]
#![allow(clippy::unwrap_used, reason = "a test fails that way")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room, and the rooms that it may import.
const ARROWS: [(&str, &[&str]); 17] = [
    ("lang", &[]),
    ("model", &["lang"]),
    ("files", &[]),
    ("config", &["files", "judges", "lang", "model"]),
    ("fetch", &["judges", "lang", "model"]),
    ("import", &["judges", "lang", "model"]),
    ("judges", &["fetch", "model"]),
    ("sidecar", &["judges", "model"]),
    ("naming", &["judges", "model", "sidecar"]),
    ("scan", &["files", "judges", "lang", "model", "naming", "sidecar"]),
    ("store", &["files", "judges", "lang", "model"]),
    ("answers", &["judges", "model"]),
    ("plot", &["answers", "judges", "lang", "model"]),
    ("report", &["answers", "judges", "lang", "model"]),
    ("sample", &["judges", "model", "scan"]),
    (
        "app",
        &[
            "answers", "config", "fetch", "files", "import", "judges", "lang", "model", "naming", "plot",
            "report", "sample", "scan", "store",
        ],
    ),
    ("cli", &["answers", "app", "lang", "model", "plot", "report"]),
];

/// Every source file of a room, and what it says without its tests and comments.
fn sources(room: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut files, mut folders) = (vec![root.join(room).with_extension("rs")], vec![root.join(room)]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    let is_test = |path: &Path| {
        let inside = path.strip_prefix(&root).unwrap();
        inside.iter().any(|part| part == "tests" || part == "tests.rs" || part == "fixtures.rs")
    };
    files.retain(|path| path.extension().is_some_and(|end| end == "rs") && path.is_file() && !is_test(path));
    let code = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        (path, code.join("\n"))
    };
    files.into_iter().map(code).collect()
}

/// The rooms that `code` speaks of: `crate::room` and `crate::{room, ...}`.
fn rooms_of(code: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        let list =
            after.strip_prefix('{').and_then(|list| list.split_once('}')).map_or(after, |(list, _)| list);
        let words = if list.len() == after.len() { vec![after] } else { list.split(',').collect() };
        for word in words {
            let room: String =
                word.trim().chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            rooms.insert(room);
        }
    }
    rooms.retain(|room| !room.is_empty());
    rooms
}

#[test]
fn no_corridor_leads_back() {
    let mut wrong = Vec::new();
    for (room, may) in ARROWS {
        let files = sources(room);
        assert!(!files.is_empty(), "there is no room {room:?} any more: take it out of the table");
        for (path, code) in files {
            let other =
                rooms_of(&code).into_iter().find(|other| other != room && !may.contains(&other.as_str()));
            wrong.extend(other.map(|other| format!("{}: {room} may not import {other}", path.display())));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The arrows as a picture, but those of `app` and `cli`, which know all rooms.
fn picture() -> String {
    let mut picture = String::from("```mermaid\nflowchart LR\n");
    for (room, may) in ARROWS.iter().filter(|(room, _)| !["app", "cli"].contains(room)) {
        for other in *may {
            picture.push_str(&format!("    {room} --> {other}\n"));
        }
    }
    picture + "```\n"
}

#[test]
fn the_architecture_s_picture_shows_these_arrows() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md");
    let text = fs::read_to_string(file).unwrap();
    let (_, rest) = text.split_once("<!-- arrows:begin -->\n").unwrap();
    let (shown, _) = rest.split_once("<!-- arrows:end -->").unwrap();
    assert_eq!(shown, picture(), "put this between the marks in docs/architecture.md:\n{}", picture());
}

#[test]
fn every_room_is_in_the_table() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let rooms = lib
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'));
    let unknown: Vec<&str> = rooms.filter(|room| ARROWS.iter().all(|(known, _)| known != room)).collect();
    assert_eq!(unknown, Vec::<&str>::new(), "say what they may import");
}

#[test]
fn only_report_json_derives_what_scripts_read() {
    // A private field of an answer must never be able to change what scripts read: give it a shape in report/json.
    let derives = |room| {
        let files = sources(room).into_iter().filter(|(_, code)| code.contains("Serialize"));
        files.map(|(path, _)| path.display().to_string()).collect::<Vec<_>>()
    };
    let answers = derives("answers");
    assert_eq!(answers, Vec::<String>::new());
    // What is kept of a scan, its named problems and what it passed over, is its own encoding.
    let is_kept =
        |path: &String| ["note.rs", "problem.rs", "solution.rs"].iter().any(|kept| path.ends_with(kept));
    let model = derives("model");
    assert!(model.iter().all(is_kept), "{model:?}");
    let report = derives("report");
    let elsewhere: Vec<&String> =
        report.iter().filter(|path| !path.replace('\\', "/").contains("/report/json/")).collect();
    assert_eq!(elsewhere, Vec::<&String>::new());
}

#[test]
fn no_output_is_made_by_taking_another_apart() {
    // Hand over a typed answer, or the parts of a sentence (report::phrase), instead of words to cut.
    for room in ["report", "plot", "app"] {
        // How wide painted words are on a terminal is measured in one place.
        for (path, code) in sources(room).into_iter().filter(|(path, _)| !path.ends_with("wrap.rs")) {
            assert!(!code.contains("strip_str"), "{} takes painted words apart", path.display());
        }
    }
    for (path, code) in
        sources("report").into_iter().filter(|(path, _)| path.iter().any(|part| part == "html"))
    {
        for cut in ["split_once(", "trim_start_matches(", ".lines().skip("] {
            assert!(!code.contains(cut), "{}: {cut} of words that somebody else wrote", path.display());
        }
    }
}

#[test]
fn only_app_waits_and_only_app_opens_the_store() {
    for (room, _) in ARROWS.iter().filter(|(room, _)| !["app", "store", "sample"].contains(room)) {
        for (path, code) in sources(room) {
            for word in ["runtime::Builder", "Store::open"] {
                assert!(!code.contains(word), "{}: {word}: that is for app alone", path.display());
            }
        }
    }
}
