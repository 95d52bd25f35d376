//! A workspace whose `.cpt/` somebody else filled: nothing outside it is touched, and nothing takes for ever.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::{change, key, now};
use crate::lang::Lang;
use crate::store::migrate::APPLICATION;
use crate::store::{Store, StoreError, SyncLock};

/// A workspace with a store in it, and a file outside.
struct Victim {
    home: tempfile::TempDir,
}

impl Victim {
    fn new() -> Self {
        let place = Self { home: tempfile::tempdir().unwrap() };
        fs::create_dir(place.root()).unwrap();
        fs::write(place.outside(), "the user's").unwrap();
        place
    }

    fn with_store() -> Self {
        let place = Self::new();
        let mut store = Store::open(&place.root()).unwrap();
        let history = [change(1, 10, true)];
        store.replace_ratings("atcoder.algorithm", &key("alice"), &history, None, now()).unwrap();
        place
    }

    fn root(&self) -> PathBuf {
        self.home.path().join("work")
    }

    fn store(&self, name: &str) -> PathBuf {
        self.root().join(".cpt").join(name)
    }

    fn outside(&self) -> PathBuf {
        self.home.path().join("outside")
    }

    /// The database, opened as its forger does.
    fn forge(&self) -> Connection {
        Connection::open(self.store("cpt.db")).unwrap()
    }

    /// What whoever opens the store is told, in each way of opening it.
    fn refusals(&self) -> [StoreError; 2] {
        let root = self.root();
        [Store::open(&root).unwrap_err(), Store::open_existing(&root).unwrap_err()]
    }

    fn is_untouched(&self) {
        assert_eq!(fs::read_to_string(self.outside()).unwrap(), "the user's");
        let names = fs::read_dir(self.home.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(names.count(), 2);
    }
}

#[cfg(unix)]
#[test]
fn no_link_in_the_store_is_followed() {
    use std::os::unix::fs::symlink;

    let refuses = |place: &Victim, name: &str, error: &StoreError| {
        let told = format!("{name} is a link, and none is followed in the store");
        assert!(error.to_string().ends_with(&told), "{error}");
        assert!(
            error.remedy(Lang::English).to_string().contains(&format!("Delete {}", place.root().display())),
            "{}",
            error.remedy(Lang::English)
        );
        place.is_untouched();
    };
    for name in ["cpt.db", "cpt.db-wal", "cpt.db-shm", "cpt.db-journal"] {
        for target in ["outside", "nowhere"] {
            let place = Victim::with_store();
            let _ = fs::remove_file(place.store(name));
            symlink(place.home.path().join(target), place.store(name)).unwrap();
            place.refusals().iter().for_each(|error| refuses(&place, name, error));
        }
    }
    let place = Victim::with_store();
    symlink(place.outside(), place.store("sync.lock")).unwrap();
    refuses(&place, "sync.lock", &SyncLock::take(&place.root(), "me").unwrap_err());

    let place = Victim::new();
    symlink(place.home.path(), place.root().join(".cpt")).unwrap();
    place.refusals().iter().for_each(|error| refuses(&place, ".cpt", error));
    refuses(&place, ".cpt", &SyncLock::take(&place.root(), "me").unwrap_err());

    let place = Victim::with_store();
    for (name, target) in [(".gitignore", "nowhere"), ("room.tmp", "outside")] {
        let _ = fs::remove_file(place.store(name));
        symlink(place.home.path().join(target), place.store(name)).unwrap();
    }
    Store::open(&place.root()).unwrap().try_writing().unwrap();
    place.is_untouched();
}

/// Above the workspace they are the user's own.
#[cfg(unix)]
#[test]
fn a_link_on_the_way_to_the_workspace_is_followed() {
    let place = Victim::with_store();
    let short = place.home.path().join("short");
    std::os::unix::fs::symlink(place.root(), &short).unwrap();
    assert_eq!(Store::open(&short).unwrap().series(key("alice")).unwrap().history.len(), 1);
    SyncLock::take(&short, "me").unwrap();
}

#[cfg(unix)]
#[test]
fn a_file_with_a_name_elsewhere_is_left_alone() {
    let place = Victim::with_store();
    fs::hard_link(place.outside(), place.store("sync.lock")).unwrap();
    let error = SyncLock::take(&place.root(), "me").unwrap_err();
    assert!(error.to_string().ends_with("a file with a second name elsewhere (a hard link)"), "{error}");
    place.is_untouched();
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_opened() {
    use nix::sys::stat::Mode;

    for name in ["cpt.db", "cpt.db-wal"] {
        let place = Victim::with_store();
        let _ = fs::remove_file(place.store(name));
        nix::unistd::mkfifo(&place.store(name), Mode::S_IRWXU).unwrap();
        for error in place.refusals() {
            assert!(error.to_string().ends_with(&format!("{name} is not a regular file")), "{error}");
        }
    }
    let place = Victim::with_store();
    nix::unistd::mkfifo(&place.store("sync.lock"), Mode::S_IRWXU).unwrap();
    SyncLock::take(&place.root(), "me").unwrap_err();
    let place = Victim::new();
    fs::write(place.root().join(".cpt"), "").unwrap();
    for error in place.refusals() {
        assert!(error.to_string().ends_with(".cpt is a file, and a folder is expected"), "{error}");
    }
}

#[test]
fn another_programs_database_is_refused_and_left_as_it_is() {
    let makers: [&dyn Fn(&Connection); 4] = [
        &|forged| forged.execute_batch("CREATE TABLE bookmark (url TEXT)").unwrap(),
        &|forged| forged.execute_batch("CREATE TABLE bookmark (url TEXT); PRAGMA user_version = 2").unwrap(),
        &|forged| forged.pragma_update(None, "user_version", 7).unwrap(),
        &|forged| forged.pragma_update(None, "application_id", 0x0f05_5112).unwrap(),
    ];
    for maker in makers {
        let place = Victim::new();
        fs::create_dir(place.root().join(".cpt")).unwrap();
        maker(&place.forge());
        let before = fs::read(place.store("cpt.db")).unwrap();
        for error in place.refusals() {
            assert!(error.to_string().ends_with("cpt.db is another program's database"), "{error}");
        }
        assert_eq!(fs::read(place.store("cpt.db")).unwrap(), before);
    }
}

/// Each is a forged store that says that it is one.
#[test]
fn a_store_with_other_tables_than_it_should_have_is_refused() {
    for forgery in [
        "DROP TABLE problem; CREATE VIEW problem AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
         SELECT 'atcoder' AS judge, i AS id, '' AS contest, '' AS place, '' AS name, 1 AS rating, '' AS tags,
         1 AS solved FROM n",
        "CREATE TRIGGER more AFTER INSERT ON source BEGIN DELETE FROM submission; END",
        "DROP TABLE source; CREATE VIRTUAL TABLE source USING fts5(name, synced_at, checksum)",
        "DROP TABLE answer; CREATE TABLE answer (name TEXT, key BLOB, checksum BLOB,
         value BLOB AS (zeroblob(1000000000)))",
        "CREATE INDEX odd ON source (abs(synced_at))",
        "ALTER TABLE contest ADD COLUMN more TEXT DEFAULT 'x'",
        "ANALYZE",
    ] {
        let place = Victim::with_store();
        place.forge().execute_batch(forgery).unwrap();
        for error in place.refusals() {
            let told = format!("corrupted: its tables are not those of format {}", super::migrate::MIGRATIONS.len());
            assert!(error.to_string().ends_with(&told), "{forgery}: {error}");
        }
    }
}

/// Pages of a table that lead to each other: a hundred kilobytes that have more rows than anybody can count.
#[test]
fn reading_ends_where_pages_lead_to_each_other_without_end() {
    let place = Victim::with_store();
    let forged = place.forge();
    let page: usize = forged
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'source'", [], |row| row.get(0))
        .map(|page: i64| page as usize)
        .unwrap();
    let size: usize =
        forged.pragma_query_value(None, "page_size", |row| row.get::<_, i64>(0)).unwrap() as usize;
    let count: usize =
        forged.pragma_query_value(None, "page_count", |row| row.get::<_, i64>(0)).unwrap() as usize;
    let mark: i32 = forged.pragma_query_value(None, "application_id", |row| row.get(0)).unwrap();
    assert_eq!(mark, APPLICATION);
    forged.pragma_update(None, "journal_mode", "delete").unwrap();
    drop(forged);
    let file = place.store("cpt.db");
    let mut bytes = fs::read(&file).unwrap();
    // A chain of inner pages below the root, each of which leads 300 times to the next, and the last to the rows.
    let rows = bytes[(page - 1) * size..page * size].to_vec();
    let chain = 8;
    let inner = |next: usize| {
        let cells = 300_usize;
        let mut inner = vec![0; size];
        let content = size - cells * 5;
        inner[0] = 5;
        inner[3..5].copy_from_slice(&(cells as u16).to_be_bytes());
        inner[5..7].copy_from_slice(&(content as u16).to_be_bytes());
        inner[8..12].copy_from_slice(&(next as u32).to_be_bytes());
        for cell in 0..cells {
            let at = content + cell * 5;
            inner[12 + 2 * cell..14 + 2 * cell].copy_from_slice(&(at as u16).to_be_bytes());
            inner[at..at + 4].copy_from_slice(&(next as u32).to_be_bytes());
            inner[at + 4] = 1;
        }
        inner
    };
    bytes[(page - 1) * size..page * size].copy_from_slice(&inner(count + 1));
    for nth in 1..=chain {
        bytes.extend(inner(count + nth + 1));
    }
    bytes.extend(rows);
    let pages = ((count + chain + 1) as u32).to_be_bytes();
    bytes[28..32].copy_from_slice(&pages);
    fs::write(&file, bytes).unwrap();
    let store = Store::open_existing(&place.root()).unwrap().unwrap();
    let all = |connection: &Connection| {
        connection.query_row("SELECT sum(synced_at + 1) FROM source", [], |row| row.get::<_, i64>(0))
    };
    let error = store.read(all).unwrap_err();
    assert!(error.to_string().ends_with("corrupted: it has more to read than its size allows"), "{error}");
}

#[test]
fn a_store_that_is_taken_away_is_missed() {
    let place = Victim::with_store();
    let store = Store::open(&place.root()).unwrap();
    store.check_in_place().unwrap();
    fs::remove_dir_all(place.root().join(".cpt")).unwrap();
    let error = store.check_in_place().unwrap_err();
    assert!(error.to_string().ends_with("cpt.db was deleted or replaced while cpt was running"), "{error}");
    Store::open(&place.root()).unwrap();
    store.check_in_place().unwrap_err();
}

#[test]
fn a_value_is_no_longer_than_a_file_can_have() {
    let place = Victim::with_store();
    let store = Store::open_existing(Path::new(&place.root())).unwrap().unwrap();
    let error = store.read(|it| it.query_row("SELECT zeroblob(1000000000)", [], |_| Ok(()))).unwrap_err();
    assert!(error.to_string().ends_with("string or blob too big"), "{error}");
}
