//! The licences' texts of what the program is built from, which are shipped with it in `THIRD-PARTY-LICENSES.md`. What
//! licences it may have, and what else is allowed, `cargo deny check` holds to `deny.toml`.
//!
//! Write that file again after a change of dependencies:
//! `CPT_UPDATE_LICENSES=1 cargo test --test dependencies -- --ignored`

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails that way")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde::Deserialize;
use spdx::{Expression, ParseMode};

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
    root: String,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    kind: Option<String>,
}

/// What cargo knows of every dependency on every system.
static METADATA: LazyLock<Metadata> = LazyLock::new(|| {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--locked", "--format-version", "1"]).current_dir(root());
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
});

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What is built into the program: packages that it depends on other than for tests and building.
fn built_in() -> Vec<&'static Package> {
    let nodes: BTreeMap<&str, &Node> = METADATA.resolve.nodes.iter().map(|node| (&*node.id, node)).collect();
    let (mut found, mut open) = (BTreeSet::new(), vec![&*METADATA.resolve.root]);
    while let Some(id) = open.pop() {
        let normal = |dependency: &&Dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none());
        for dependency in nodes[id].deps.iter().filter(normal) {
            if found.insert(&*dependency.pkg) {
                open.push(&dependency.pkg);
            }
        }
    }
    let is_built_in = |package: &&Package| found.contains(&*package.id);
    let mut packages: Vec<&Package> = METADATA.packages.iter().filter(is_built_in).collect();
    packages.sort_by_key(|package| (&package.name, &package.version));
    packages
}

/// Whether MIT's licence is enough to keep.
fn is_mit(package: &Package) -> bool {
    let written = package.license.as_deref().unwrap_or_default();
    let asked = Expression::parse_mode(written, ParseMode::LAX);
    asked.unwrap_or_else(|why| panic!("{}: {why}", package.name)).evaluate(|one| one.to_string() == "MIT")
}

/// The texts of a package's licence that have to be kept: all of them, or the one for MIT where that is enough.
fn texts(package: &Package) -> Vec<String> {
    let is_text = |name: &str| {
        let name = name.to_uppercase();
        ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE"].iter().any(|begin| name.starts_with(begin))
    };
    let folder = package.manifest_path.parent().unwrap();
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|file| file.is_file() && is_text(&file.file_name().unwrap().to_string_lossy()))
        .collect();
    files.sort();
    let says_mit =
        |file: &PathBuf| file.file_name().unwrap().to_string_lossy().to_uppercase().contains("MIT");
    if is_mit(package) && files.iter().any(says_mit) {
        files.retain(says_mit);
    }
    let read = |file: PathBuf| String::from_utf8_lossy(&fs::read(file).unwrap()).replace("\r\n", "\n");
    files.into_iter().map(read).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

fn third_party() -> String {
    let mut text = String::from(
        "# Licences of what is built into cpt\n\n\
         Each library with its licence, then the licences' texts, with the libraries that they are of. NOTICE names what\n\
         these libraries contain in turn. `cargo test --test dependencies` holds this file to `Cargo.lock`.\n\n",
    );
    let mut by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in built_in() {
        let name = format!("{} {}", package.name, package.version);
        let licence = package.license.as_deref().unwrap_or_default();
        let place = package.repository.as_ref().map_or_else(String::new, |place| format!(", <{place}>"));
        text.push_str(&format!("- {name}: {licence}{place}\n"));
        for its in texts(package) {
            by_text.entry(its).or_default().push(name.clone());
        }
    }
    let mut all: Vec<(String, Vec<String>)> = by_text.into_iter().collect();
    all.sort_by(|one, other| one.1.cmp(&other.1).then_with(|| one.0.cmp(&other.0)));
    for (licence, names) in all {
        text.push_str(&format!("\n## {}\n\n```text\n{licence}\n```\n", names.join(", ")));
    }
    text
}

#[test]
#[ignore = "asks cargo for the dependencies on every system, which it may have to download"]
fn the_licences_of_all_that_is_built_in_are_shipped() {
    let (file, text) = (root().join("THIRD-PARTY-LICENSES.md"), third_party());
    if std::env::var_os("CPT_UPDATE_LICENSES").is_some() {
        fs::write(&file, &text).unwrap();
    }
    let is_same = fs::read_to_string(&file).unwrap_or_default() == text;
    assert!(is_same, "Cargo.lock has changed: write the file again as the head of this test says");
}
