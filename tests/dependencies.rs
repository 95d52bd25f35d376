//! What the program is built from, by `deny.toml`: licences, bans, sources and known faults; and their licences' texts,
//! which are shipped with it in `THIRD-PARTY-LICENSES.md`.
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
    source: Option<String>,
    repository: Option<String>,
    manifest_path: PathBuf,
    dependencies: Vec<Wanted>,
}

#[derive(Deserialize)]
struct Wanted {
    name: String,
    req: String,
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

static RULES: LazyLock<toml::Table> =
    LazyLock::new(|| fs::read_to_string(root().join("deny.toml")).unwrap().parse().unwrap());

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The texts at `section.key` of the rules.
fn rule(section: &str, key: &str) -> Vec<&'static str> {
    let list = RULES[section][key].as_array().unwrap();
    list.iter().map(|one| one.as_str().or_else(|| one["crate"].as_str()).unwrap()).collect()
}

fn expression(package: &Package) -> Expression {
    let written = package.license.as_deref().unwrap_or_default();
    Expression::parse_mode(written, ParseMode::LAX).unwrap_or_else(|why| panic!("{}: {why}", package.name))
}

/// Whether everything that a licence may ask for is among `allowed`.
fn is_kept(expression: &Expression, allowed: &[&str]) -> bool {
    expression.evaluate(|asked| allowed.contains(&asked.to_string().as_str()))
}

fn others() -> impl Iterator<Item = &'static Package> {
    METADATA.packages.iter().filter(|package| package.id != METADATA.resolve.root)
}

#[test]
#[ignore = "asks cargo for the dependencies on every system, which it may have to download"]
fn every_licence_is_one_that_is_allowed() {
    let allowed = rule("licenses", "allow");
    let wrong: Vec<String> = others()
        .filter(|package| !is_kept(&expression(package), &allowed))
        .map(|package| format!("{} {}: {:?}", package.name, package.version, package.license))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    // Licences that nothing needs any more are not allowed either.
    let unused: Vec<&&str> = allowed
        .iter()
        .filter(|one| {
            others()
                .all(|package| expression(package).requirements().all(|asked| asked.req.to_string() != **one))
        })
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// Whether a banned package is needed by those alone that may need it.
fn is_wrapped(banned: &Package) -> bool {
    let bans = RULES["bans"]["deny"].as_array().unwrap();
    let ban = bans.iter().find(|ban| ban["crate"].as_str() == Some(&banned.name)).unwrap();
    let Some(wrappers) = ban.get("wrappers").and_then(|wrappers| wrappers.as_array()) else { return false };
    let needing =
        METADATA.resolve.nodes.iter().filter(|node| node.deps.iter().any(|dep| dep.pkg == banned.id));
    let name = |id: &str| METADATA.packages.iter().find(|package| package.id == id).unwrap().name.as_str();
    needing.into_iter().all(|node| wrappers.iter().any(|wrapper| wrapper.as_str() == Some(name(&node.id))))
}

#[test]
#[ignore = "asks cargo for the dependencies on every system, which it may have to download"]
fn every_package_is_from_the_registry_and_none_is_banned() {
    let banned = rule("bans", "deny");
    for package in others() {
        let source = package.source.as_deref().and_then(|source| source.strip_prefix("registry+"));
        assert!(
            source.is_some_and(|source| rule("sources", "allow-registry").contains(&source)),
            "{} {} is from {:?}",
            package.name,
            package.version,
            package.source
        );
        let is_banned = banned.contains(&package.name.as_str()) && !is_wrapped(package);
        assert!(!is_banned, "{} is banned in deny.toml", package.name);
    }
    let own = METADATA.packages.iter().find(|package| package.id == METADATA.resolve.root).unwrap();
    for wanted in &own.dependencies {
        assert_ne!(wanted.req, "*", "{}", wanted.name);
    }
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
    let mut packages: Vec<&Package> = others().filter(|package| found.contains(&*package.id)).collect();
    packages.sort_by_key(|package| (&package.name, &package.version));
    packages
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
    let is_mit = |file: &PathBuf| file.file_name().unwrap().to_string_lossy().to_uppercase().contains("MIT");
    if is_kept(&expression(package), &["MIT"]) && files.iter().any(is_mit) {
        files.retain(is_mit);
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

/// One entry of `RustSec`'s database, <https://rustsec.org>: a Markdown file that begins with its facts in TOML.
#[derive(Deserialize)]
struct Advisory {
    advisory: Facts,
    #[serde(default)]
    versions: Versions,
}

#[derive(Deserialize)]
struct Facts {
    id: String,
    package: String,
    informational: Option<String>,
    withdrawn: Option<String>,
}

#[derive(Deserialize, Default)]
struct Versions {
    #[serde(default)]
    patched: Vec<semver::VersionReq>,
    #[serde(default)]
    unaffected: Vec<semver::VersionReq>,
}

impl Advisory {
    fn read(file: &Path) -> Self {
        let text = fs::read_to_string(file).unwrap();
        let facts = text.split("```").nth(1).and_then(|facts| facts.strip_prefix("toml"));
        let facts = facts.unwrap_or_else(|| panic!("{}: no facts", file.display()));
        toml::from_str(facts).unwrap_or_else(|why| panic!("{}: {why}", file.display()))
    }

    /// Whether a package has what it tells of. That nobody maintains a package is no fault of it.
    fn is_of(&self, package: &Package) -> bool {
        let version: semver::Version = package.version.parse().unwrap();
        let is_fault = self.advisory.withdrawn.is_none()
            && self.advisory.informational.as_deref().is_none_or(|kind| kind == "unsound");
        let is_free = |free: &[semver::VersionReq]| free.iter().any(|versions| versions.matches(&version));
        is_fault && !is_free(&self.versions.patched) && !is_free(&self.versions.unaffected)
    }
}

/// Needs a copy of <https://github.com/rustsec/advisory-db>: its folder is `CPT_ADVISORIES`.
#[test]
#[ignore = "needs RustSec's database"]
fn no_package_has_a_known_fault() {
    let Some(database) = std::env::var_os("CPT_ADVISORIES").map(PathBuf::from) else {
        panic!("CPT_ADVISORIES: say where a copy of https://github.com/rustsec/advisory-db is");
    };
    let ignored = rule("advisories", "ignore");
    let (mut read, mut faults) = (0, Vec::new());
    for package in others() {
        let Ok(entries) = fs::read_dir(database.join("crates").join(&package.name)) else { continue };
        for file in entries.map(|entry| entry.unwrap().path()) {
            let told = Advisory::read(&file);
            assert_eq!(told.advisory.package, package.name);
            read += 1;
            if told.is_of(package) && !ignored.contains(&told.advisory.id.as_str()) {
                faults.push(format!("{} {}: {}", package.name, package.version, told.advisory.id));
            }
        }
    }
    assert!(read > 0, "{} has nothing on any package: is it the database?", database.display());
    assert!(faults.is_empty(), "{faults:#?}");
}
