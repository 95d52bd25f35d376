//! What was exported comes back, and opens in a spreadsheet.

use std::fs;

use cpt_tracker::model::AuthorDate;
use cpt_tracker::sample::repo::RepoBuilder;
use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// The rows of a CSV, the line of names first.
fn rows(text: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn every_table_is_printed_and_written_and_both_formats_say_the_same() {
    let sandbox = Sandbox::of_synced_user();
    let csv = sandbox.cpt(&["export", "--out", "tables"]);
    assert_snapshot!("export_of_everything", csv);
    sandbox.cpt(&["export", "--out", "tables", "--format", "jsonl"]).answer();
    let explained = sandbox.cpt(&["export", "--columns"]).answer();
    for (name, least) in [("ratings", 90), ("submissions", 700), ("solutions", 500), ("days", 280)] {
        let written = sandbox.read(&format!("tables/{name}.csv"));
        let printed = sandbox.cpt(&["export", name]).answer();
        assert_eq!(written.strip_prefix('\u{feff}'), Some(printed.as_str()), "{name}");
        let rows = rows(&printed);
        assert!(rows.len() > least, "{name}: {}", rows.len());
        let lines = sandbox.read(&format!("tables/{name}.jsonl"));
        assert_eq!(lines.lines().count(), rows.len() - 1);
        for (line, row) in lines.lines().zip(&rows[1..]) {
            let object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(line).unwrap();
            assert_eq!(object.len(), row.len());
            for (field, column) in row.iter().zip(&rows[0]) {
                assert!(explained.contains(&format!("\n| `{column}` | ")), "{column}");
                let value = match &object[column] {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::String(text) => text.clone(),
                    // A whole number is one in CSV, whatever it is in JSON.
                    other => other.to_string().trim_end_matches(".0").to_owned(),
                };
                assert_eq!(field, value, "{name}: {column}");
            }
        }
    }
    assert_snapshot!("exported_days", sandbox.cpt(&["export", "days", "--since", "2026-11-20"]).answer());
    let none = ["export", "ratings", "--until", "2000-01-01", "--format", "jsonl"];
    assert_eq!(sandbox.cpt(&none).answer(), "");
}

#[test]
fn a_hostile_name_is_data_in_a_file_and_no_formula() {
    let sandbox = Sandbox::new();
    let repo = RepoBuilder::init(&sandbox.dir(), "+Ada", "ada@example.com").unwrap();
    let date = AuthorDate { seconds: 1_795_431_600, offset_minutes: 540 };
    let path = "=cmd|' \u{1b}[2J,\"x\".rs";
    repo.commit(date).write(path, "// x\n").finish().unwrap();
    let text = sandbox.cpt(&["export", "solutions"]).answer();
    let row = &rows(&text)[1];
    assert_eq!([&row[4], &row[6]], ["'+Ada", &format!("'{path}")]);
    let line = sandbox.cpt(&["export", "solutions", "--format", "jsonl"]).json();
    assert_eq!((&line["author"], &line["path"]), (&"+Ada".into(), &path.into()));
}

#[test]
fn the_columns_are_documented() {
    let explained = Sandbox::new().cpt(&["export", "--columns"]).answer();
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/export.md")).unwrap();
    assert!(page.ends_with(&format!("\n{explained}")), "docs/export.md should end with:\n{explained}");
}

#[test]
fn what_cannot_be_exported_is_said() {
    let sandbox = Sandbox::of_beginner(&[0]);
    assert_snapshot!("export_of_several", sandbox.cpt(&["export"]));
    assert_snapshot!("export_before_the_first_sync", sandbox.cpt(&["export", "ratings"]));
    let swapped = sandbox.cpt(&["export", "days", "--since", "2026-02-01", "--until", "2026-01-01"]);
    assert_snapshot!("export_of_no_day", swapped);
    sandbox.write("file", "");
    assert_snapshot!("export_into_a_file", sandbox.cpt(&["export", "days", "--out", "file"]));
}
