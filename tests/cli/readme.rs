//! The README shows what the program says.

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

#[test]
fn every_console_block_is_what_happens() {
    let readme = std::fs::read_to_string(project().join("README.md")).unwrap();
    let sandbox = Sandbox::of_sample_user();
    std::fs::remove_file(sandbox.dir().join("cpt.toml")).unwrap();
    let mut parts = readme.split("```console\n");
    let mut happens = parts.next().unwrap().to_owned();
    let mut blocks = 0;
    for part in parts {
        let (block, rest) = part.split_once("```\n").unwrap();
        happens.push_str(&format!("```console\n{}```\n{rest}", run_again(&sandbox, block)));
        blocks += 1;
    }
    assert!(blocks >= 4, "{blocks}");
    assert!(readme == happens, "README.md should be as {}", suggestion("README.md", &happens).display());
}

#[test]
fn the_configuration_that_is_shown_is_right() {
    let readme = std::fs::read_to_string(project().join("README.md")).unwrap();
    let shown = readme.split_once("```toml\n[handles]").unwrap().1.split_once("```").unwrap().0;
    let sandbox = Sandbox::of_sample_user();
    sandbox.write("cpt.toml", &format!("[handles]{shown}"));
    assert_eq!(sandbox.cpt(&["status"]).code, Some(0), "{}", sandbox.cpt(&["status"]));
}

#[test]
fn the_pictures_are_those_of_the_demo() {
    let sandbox = Sandbox::new();
    sandbox.cpt(&["demo", "--keep", "demo"]);
    let docs = project().join("docs");
    let pages = ["README.md", "docs/gallery.md"].map(|page| std::fs::read_to_string(project().join(page)));
    let pages = pages.map(Result::unwrap).concat();
    let shown = |file: &String| pages.contains(&format!("{file}\""));
    let mut wrong = Vec::new();
    let names = std::fs::read_dir(sandbox.dir().join("demo/charts")).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    for file in names.filter(shown) {
        let drawn = sandbox.read(&format!("demo/charts/{file}"));
        if std::fs::read_to_string(docs.join(&file)).unwrap_or_default() != drawn {
            wrong.push(suggestion(&file, &drawn));
        }
    }
    assert!(wrong.is_empty(), "the pictures in docs/ should be as {wrong:#?}");

    // Every kind of chart is in the gallery, and every picture that is shown is there.
    let row = pages.lines().find(|line| line.starts_with("| `cpt chart`")).unwrap();
    for kind in sandbox.cpt(&["chart", "--list"]).answer().lines() {
        assert!(pages.contains(&format!("cpt chart {kind}`")), "{kind}");
        assert!(row.contains(&format!("`{kind}`")), "{kind}: {row}");
    }
    for part in pages.split('"').filter(|part| Path::new(part).extension().is_some_and(|end| end == "svg")) {
        let file = part.strip_prefix("docs/").unwrap_or(part);
        assert!(docs.join(file).is_file(), "{file}");
    }
}

#[test]
fn the_commands_to_start_with_are_those_that_ci_runs() {
    let readme = std::fs::read_to_string(project().join("README.md")).unwrap();
    let checked = std::fs::read_to_string(project().join(".ci/run")).unwrap();
    for (command, locked) in [
        ("cargo run --release -- demo", "cargo run --locked --release -- demo"),
        ("cargo test", "cargo test --locked"),
        ("cargo install --locked --path .", "cargo install --locked --path ."),
        ("npm ci --prefix tests/browser", "npm ci --prefix tests/browser"),
        ("node tests/browser/run.mjs target/release/cpt", "node tests/browser/run.mjs target/release/cpt"),
    ] {
        assert!(readme.contains(&format!("\n{command}\n")), "{command}");
        assert!(checked.contains(locked), "{locked}");
    }
}
