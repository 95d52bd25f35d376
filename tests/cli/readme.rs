//! The README and the documentation show what the program says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::sandbox::Sandbox;

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where to find what a file should be, after a test has failed.
fn suggestion(name: &str, text: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, text).unwrap();
    file
}

/// A console block with its commands run again, in the order of the page.
fn run_again(sandbox: &Sandbox, block: &str) -> String {
    let mut text = String::new();
    for line in block.lines().filter(|line| line.starts_with("$ ")) {
        let mut shell = sandbox.command("sh");
        shell.args(["-c", line.strip_prefix("$ ").unwrap()]);
        let run = sandbox.run(shell);
        text.push_str(&format!("{line}\n{}{}", run.out, run.err));
    }
    text.replace("[DIR]", "/home/you/practice")
}

/// The page with its console blocks run again, from top to bottom, and how many there are.
fn as_it_happens(sandbox: &Sandbox, page: &str) -> (String, usize) {
    let mut parts = page.split("```console\n");
    let mut happens = parts.next().unwrap().to_owned();
    let mut blocks = 0;
    for part in parts {
        let (block, rest) = part.split_once("```\n").unwrap();
        happens.push_str(&format!("```console\n{}```\n{rest}", run_again(sandbox, block)));
        blocks += 1;
    }
    (happens, blocks)
}

/// The project's documents by their paths from its root.
fn documents() -> BTreeMap<String, String> {
    let below = |folder: &str| {
        let names = std::fs::read_dir(project().join(folder)).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        names
            .filter(|name| Path::new(name).extension().is_some_and(|end| end == "md"))
            .map(|name| format!("{prefix}{name}"))
            .collect::<Vec<_>>()
    };
    let names = ["", "docs"].into_iter().flat_map(below);
    names.map(|name| (name.clone(), std::fs::read_to_string(project().join(name)).unwrap())).collect()
}

#[test]
fn every_console_block_of_the_readme_is_what_happens() {
    let readme = std::fs::read_to_string(project().join("README.md")).unwrap();
    let sandbox = Sandbox::of_sample_user();
    std::fs::remove_file(sandbox.dir().join("cpt.toml")).unwrap();
    let (happens, blocks) = as_it_happens(&sandbox, &readme);
    assert!(blocks >= 4, "{blocks}");
    assert!(readme == happens, "README.md should be as {}", suggestion("README.md", &happens).display());
}

/// Each page begins after the sample user's first sync.
#[test]
fn every_console_block_of_the_documentation_is_what_happens() {
    let mut wrong = Vec::new();
    for (name, page) in
        documents().iter().filter(|(name, page)| *name != "README.md" && page.contains("```console"))
    {
        let sandbox = Sandbox::of_synced_user();
        let (happens, _) = as_it_happens(&sandbox, page);
        if *page != happens {
            let file = suggestion(name.trim_start_matches("docs/"), &happens);
            wrong.push(format!("{name} should be as {}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Where a page's links lead within the project, as paths from its root.
fn links(name: &str, page: &str) -> Vec<String> {
    let folder = Path::new(name).parent().unwrap();
    let targets = page.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
    let inside = targets.filter(|target| !target.contains("://") && !target.starts_with('#'));
    let path = |target: &str| {
        let mut path = PathBuf::new();
        for part in folder.join(target.split('#').next().unwrap()).components() {
            match part.as_os_str().to_str().unwrap() {
                ".." => assert!(path.pop(), "{name}: {target} leads out of the project"),
                part => path.push(part),
            }
        }
        path.to_str().unwrap().to_owned()
    };
    inside.map(path).collect()
}

#[test]
fn every_document_is_reached_from_the_readme_and_no_link_is_dead() {
    let documents = documents();
    let mut reached = BTreeSet::new();
    let mut ahead = vec!["README.md".to_owned()];
    while let Some(name) = ahead.pop() {
        let Some(page) = documents.get(&name) else { continue };
        if reached.insert(name.clone()) {
            ahead.extend(links(&name, page));
        }
    }
    let all: BTreeSet<_> = documents.keys().cloned().collect();
    assert_eq!(reached, all);
    for (name, page) in &documents {
        for link in links(name, page) {
            assert!(project().join(&link).exists(), "{name} links to {link}, which isn't there");
        }
    }
}

#[test]
fn the_readme_stays_short() {
    let lines = documents()["README.md"].lines().count();
    assert!(lines <= 250, "{lines} lines: details belong in docs/");
}

#[test]
fn the_configuration_that_is_shown_is_right() {
    let page = &documents()["docs/configuration.md"];
    let shown = page.split_once("```toml\nlanguage").unwrap().1.split_once("```").unwrap().0;
    let sandbox = Sandbox::of_sample_user();
    sandbox.write("cpt.toml", &format!("language{shown}"));
    assert_eq!(sandbox.cpt(&["status"]).code, Some(0), "{}", sandbox.cpt(&["status"]));
}

#[test]
fn the_pictures_are_those_of_the_demo() {
    let sandbox = Sandbox::new();
    sandbox.cpt(&["demo", "--keep", "demo"]);
    sandbox.cpt(&["demo", "--group", "--keep", "group"]);
    let mut chart = sandbox.program(&["chart", "group", "--theme", "both", "--format", "svg"]);
    chart.current_dir(sandbox.dir().join("group"));
    sandbox.run(chart).answer();
    let docs = project().join("docs");
    let pages = ["README.md", "docs/gallery.md"].map(|page| std::fs::read_to_string(project().join(page)));
    let pages = pages.map(Result::unwrap).concat();
    let shown = |file: &String| pages.contains(&format!("{file}\""));
    let mut wrong = Vec::new();
    for folder in ["demo/charts", "group/charts"] {
        let names = std::fs::read_dir(sandbox.dir().join(folder)).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        for file in names.filter(shown) {
            let drawn = sandbox.read(&format!("{folder}/{file}"));
            if std::fs::read_to_string(docs.join(&file)).unwrap_or_default() != drawn {
                wrong.push(suggestion(&file, &drawn));
            }
        }
    }
    assert!(wrong.is_empty(), "the pictures in docs/ should be as {wrong:#?}");

    // Every kind of chart is in the gallery, and every picture that is shown is there.
    for kind in sandbox.cpt(&["chart", "--list"]).answer().lines() {
        assert!(pages.contains(&format!("cpt chart {kind}`")), "{kind}");
    }
    for part in pages.split('"').filter(|part| Path::new(part).extension().is_some_and(|end| end == "svg")) {
        let file = part.strip_prefix("docs/").unwrap_or(part);
        assert!(docs.join(file).is_file(), "{file}");
    }
}

#[test]
fn the_commands_to_start_with_are_those_that_ci_runs() {
    let documents = documents();
    let checked: String = [".ci/run", ".github/workflows/ci.yml"]
        .map(|file| std::fs::read_to_string(project().join(file)).unwrap())
        .concat();
    for (page, command, locked) in [
        ("README.md", "cargo run --release -- demo", "cargo run --locked --release -- demo"),
        ("README.md", "cargo test", "cargo test --locked"),
        ("README.md", "cargo install --locked --path .", "cargo install --locked --path ."),
        ("CONTRIBUTING.md", "npm ci --prefix tests/browser", "npm ci --prefix tests/browser"),
        (
            "CONTRIBUTING.md",
            "node tests/browser/run.mjs target/debug/cpt",
            "node tests/browser/run.mjs target/debug/cpt",
        ),
    ] {
        let mut lines = documents[page].lines().map(|line| line.split(" #").next().unwrap().trim());
        assert!(lines.any(|line| line == command), "{page}: {command}");
        assert!(checked.contains(locked), "{locked}");
    }
}
