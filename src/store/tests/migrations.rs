//! The store's format: what it is, and that every earlier one leads to it.

use git2::{ObjectType, Oid};
use rusqlite::Connection;

use super::{change, key, now};
use crate::model::{Handle, Judge};
use crate::store::Store;
use crate::store::migrate::{APPLICATION, MIGRATIONS, SCHEMA, schema};

/// A workspace whose store took the first `taken` migrations, as earlier versions left it: without a mark.
fn of_format(taken: usize) -> (tempfile::TempDir, Connection) {
    let root = tempfile::tempdir().unwrap();
    std::fs::create_dir(root.path().join(".cpt")).unwrap();
    let old = Connection::open(root.path().join(".cpt/cpt.db")).unwrap();
    for step in &MIGRATIONS[..taken] {
        old.execute_batch(step).unwrap();
    }
    old.pragma_update(None, "user_version", taken as u32).unwrap();
    (root, old)
}

#[test]
fn every_older_format_is_brought_up_to_date_and_marked() {
    for taken in 0..MIGRATIONS.len() {
        let (root, old) = of_format(taken);
        drop(old);
        let mut store = Store::open(root.path()).unwrap();
        let history = [change(1, 10, true)];
        store.replace_ratings("atcoder.algorithm", &key("alice"), &history, None, now()).unwrap();
        let mark: i32 =
            store.connection.pragma_query_value(None, "application_id", |row| row.get(0)).unwrap();
        assert_eq!(mark, APPLICATION);
    }
}

/// What judges told: no migration loses it. What was scanned and answered can be made again.
const KEPT: [&str; 9] = [
    "source",
    "rating_change",
    "submission",
    "problem",
    "contest",
    "contest_problem",
    "difficulty",
    "resource",
    "settled_week",
];

/// The columns of a table, but for checksums, each with its type; none where there is no such table.
fn columns(connection: &Connection, table: &str) -> Vec<(String, String)> {
    let mut select = connection.prepare("SELECT name, type FROM pragma_table_info(?1)").unwrap();
    let rows = select.query_map([table], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).filter(|(name, _): &(String, String)| name != "checksum").collect()
}

/// Three rows for a table; columns of one name have one value in each row, so that tables refer to each other.
fn fill(connection: &Connection, table: &str) {
    let columns = columns(connection, table);
    for nth in 1..=3 {
        let value = |(name, kind): &(String, String)| match kind.as_str() {
            "TEXT" => format!("'{name} {nth}'"),
            "BLOB" => format!("x'0{nth}'"),
            "REAL" => format!("{nth}.5"),
            _ => nth.to_string(),
        };
        let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
        let values: Vec<String> = columns.iter().map(value).collect();
        let insert = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "));
        connection.execute(&insert, []).unwrap();
    }
}

/// What a table has in `columns`.
fn rows(connection: &Connection, table: &str, columns: &[(String, String)]) -> Vec<String> {
    let quoted: Vec<String> = columns.iter().map(|(name, _)| format!("quote({name})")).collect();
    let all = format!("SELECT {} FROM {table} ORDER BY 1", quoted.join(" || ' ' || "));
    let mut select = connection.prepare(&all).unwrap();
    let rows = select.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn what_judges_told_goes_from_every_older_format_to_today_s() {
    for taken in 1..MIGRATIONS.len() {
        let (root, old) = of_format(taken);
        let tables: Vec<&str> = KEPT.into_iter().filter(|table| !columns(&old, table).is_empty()).collect();
        assert!(tables.contains(&"rating_change"));
        let before = tables.iter().map(|table| {
            fill(&old, table);
            let columns = columns(&old, table);
            let rows = rows(&old, table, &columns);
            (*table, columns, rows)
        });
        let before: Vec<_> = before.collect();
        drop(old);
        let store = Store::open(root.path()).unwrap();
        for (table, columns, told) in before {
            assert_eq!(told.len(), 3);
            assert_eq!(rows(&store.connection, table, &columns), told, "{table} of format {taken}");
        }
    }
}

#[test]
fn what_was_stored_of_the_gym_is_named_as_paths_name_it() {
    let (root, old) = of_format(5);
    for (id, problem) in
        [(1, "codeforces/102646/A"), (2, "codeforces/1900/B2"), (3, "codeforces/acmsguru/100")]
    {
        let insert =
            "INSERT INTO submission (judge, handle, id, at, problem, verdict, outcome, team, language)
             VALUES ('codeforces', 'alice', ?1, ?1, ?2, 'OK', 1, 0, '')";
        old.execute(insert, (id, problem)).unwrap();
    }
    drop(old);
    let store = Store::open(root.path()).unwrap();
    let handle = Handle::new(Judge::CODEFORCES, "alice").unwrap();
    let rows = store.submissions(Judge::CODEFORCES, &handle).unwrap();
    let problems: Vec<&str> = rows.iter().map(|row| row.problem.as_str()).collect();
    assert_eq!(problems, ["codeforces/gym/102646/A", "codeforces/1900/B2", "codeforces/acmsguru/100"]);
}

/// `schema.sql` is what a store is compared to when it is opened. After a new migration it is what this test got.
#[test]
fn the_migrations_lead_to_the_schema() {
    let store = Connection::open_in_memory().unwrap();
    store.execute_batch(&MIGRATIONS.concat()).unwrap();
    let got = schema(&store).unwrap();
    assert!(got == SCHEMA, "src/store/schema.sql should be:\n{got}");
}

/// Whoever has taken one won't take it again.
#[test]
fn a_migration_that_was_released_is_never_edited() {
    let released = [
        "a0e8a926d34fd075a4be5340091022d88443b153",
        "018bbb096a4fbf38792df94c336305052a4297cc",
        "eb66b903fc559c1eabd3187a5cd2ff4df020099f",
    ];
    for (nth, (migration, digest)) in MIGRATIONS.iter().zip(released).enumerate() {
        let now = Oid::hash_object(ObjectType::Blob, migration.as_bytes()).unwrap().to_string();
        assert_eq!(now, digest, "migration {}", nth + 1);
    }
}

/// Earlier versions had the whole configuration in the keys of kept answers, a mirror's password with it.
#[test]
fn nothing_is_left_of_the_keys_of_earlier_answers() {
    let (root, old) = of_format(3);
    let insert = "INSERT OR REPLACE INTO answer (name, stamp, value) VALUES ('charts', ?1, x'00')";
    for nth in 0..50 {
        old.execute(insert, [format!("{nth} http://me:s3cr3t@mirror/").repeat(100 * (50 - nth)).as_bytes()])
            .unwrap();
    }
    drop(old);
    let holds = || {
        let bytes = std::fs::read(root.path().join(".cpt/cpt.db")).unwrap();
        bytes.windows(6).any(|window| window == b"s3cr3t")
    };
    assert!(holds());
    Store::open(root.path()).unwrap();
    assert!(!holds());
}
