//! What scripts read, as a whole: each output is as its schema in `docs/schemas` says, and says nothing else.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use boon::{Compiler, Schemas};
use serde_json::Value;

use super::group::{SOLVES, by_authors, repository, solve};
use super::sandbox::Sandbox;

/// The schemas, each with the commands whose outputs it describes.
const OUTPUTS: [(&str, &[&[&str]]); 15] = [
    ("sync", &[&["sync", "--json"], &["sync", "--json", "--offline"]]),
    ("status", &[&["status", "--json"]]),
    ("streak", &[&["streak", "--json"]]),
    ("streak-by-author", &[&["streak", "--by", "author", "--json"]]),
    (
        "rating",
        &[
            &["rating", "--json"],
            &["rating", "--json", "--equivalent"],
            &["rating", "--json", "--judge", "codeforces", "--what-if", "1500,1600"],
        ],
    ),
    (
        "target",
        &[
            &["target", "--json"],
            &["target", "add", "codeforces", "--equivalent", "atcoder blue", "--by", "2027", "--json"],
        ],
    ),
    (
        "next",
        &[
            &["next", "--json"],
            &["next", "--json", "--tags", "--easy"],
            &["next", "--json", "--list", "abc300"],
        ],
    ),
    ("list", &[&["list", "--json"], &["list", "--all", "--json"], &["list", "abc300", "--json"]]),
    ("todo", &[&["todo", "--json"], &["todo", "tried", "--json"]]),
    ("stats", &[&["stats", "--json"], &["stats", "--json", "--last", "30d"]]),
    ("contests", &[&["contests", "--json"]]),
    ("solutions", &[&["solutions", "--json"]]),
    (
        "solutions-committed",
        &[&["solutions", "--unsubmitted", "--json"], &["solutions", "--missing", "--json"]],
    ),
    ("review", &[&["review", "--json"], &["review", "2025", "--json"]]),
    ("report", &[&["report", "--json", "--out", "page.html"]]),
];

/// The same for what takes a study group.
const GROUP_OUTPUTS: [(&str, &[&[&str]]); 3] = [
    ("group", &[&["group", "--json"], &["group", "--json", "--week", "2026-W47", "--member", "ada"]]),
    ("group-month", &[&["group", "--month", "--json"]]),
    ("group-ledger", &[&["group", "ledger", "--json"]]),
];

/// The same for what brings files.
const IMPORT_OUTPUTS: [(&str, &[&[&str]]); 2] = [
    ("import", &[&["import", "solved.csv", "--json"], &["import", "wrong.csv", "--skip-bad", "--json"]]),
    ("import-list", &[&["import", "--list", "--json"], &["import", "--remove", "solved", "--json"]]),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schemas")
}

/// What is wrong with an output.
pub fn wrong(schema: &str, output: &Value) -> Option<String> {
    let file = folder().join(format!("{schema}.json"));
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.enable_format_assertions();
    let schema = compiler.compile(file.to_str().unwrap(), &mut schemas).unwrap();
    schemas.validate(output, schema).err().map(|error| format!("{error:#}"))
}

/// Holds every output to its schema, where there is one: `is_whole` tells whether there has to be.
fn each_output_fits(sandbox: &Sandbox, is_whole: bool) {
    each_fits(sandbox, is_whole, &OUTPUTS);
}

fn each_fits(sandbox: &Sandbox, is_whole: bool, outputs: &[(&str, &[&[&str]])]) {
    for (schema, commands) in outputs {
        for command in *commands {
            let run = sandbox.cpt(command);
            assert!(!is_whole || run.code == Some(0), "{command:?}: {run}");
            if !run.out.is_empty() {
                assert_eq!(wrong(schema, &run.json()), None, "{command:?}");
            }
        }
    }
}

#[test]
fn outputs_are_as_their_schemas_say_and_say_nothing_else() {
    each_output_fits(&Sandbox::of_sample_user(), true);
}

#[test]
fn outputs_of_somebody_without_data_are_as_their_schemas_say() {
    each_output_fits(&Sandbox::of_beginner(&[0, 1]), false);
    let sandbox = Sandbox::of_beginner(&[]);
    sandbox.write("cpt.toml", "");
    each_output_fits(&sandbox, false);
}

#[test]
fn outputs_about_a_group_are_as_their_schemas_say() {
    let (sandbox, repo) = repository(&SOLVES);
    sandbox.write("cpt.toml", &by_authors());
    each_fits(&sandbox, true, &GROUP_OUTPUTS);
    solve(&repo, "main", 12, "bob", "bob/abc300_b.py");
    sandbox.write("cpt.toml", &by_authors().replace("fine =", "# fine ="));
    each_fits(&sandbox, true, &GROUP_OUTPUTS);
}

#[test]
fn outputs_about_imports_are_as_their_schemas_say() {
    let sandbox = Sandbox::of_beginner(&[]);
    let row = "judge,at,problem,outcome\nour-own,2026-11-20T12:00:00Z,A,accepted\n";
    sandbox.write("solved.csv", row);
    sandbox.write("wrong.csv", &format!("{row}our-own,yesterday,B,accepted\n"));
    each_fits(&sandbox, false, &IMPORT_OUTPUTS);
    let left = sandbox.cpt(&["import", "--list", "--json"]).json();
    assert_eq!(left["imports"][0]["name"], "wrong", "{left}");
}

#[test]
fn every_schema_is_of_an_output_and_refuses_what_it_doesn_t_know() {
    let files = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name());
    let files: BTreeSet<String> = files.map(|file| file.into_string().unwrap()).collect();
    let all = || OUTPUTS.iter().chain(&GROUP_OUTPUTS).chain(&IMPORT_OUTPUTS);
    assert_eq!(files, all().map(|(name, _)| format!("{name}.json")).collect());
    for (schema, _) in all() {
        assert!(wrong(schema, &serde_json::json!({ "schema": 1 })).is_some(), "{schema}");
        let text = std::fs::read_to_string(folder().join(format!("{schema}.json"))).unwrap();
        let schema: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(schema["additionalProperties"], false);
    }
}
