//! What went wrong at the last attempt to fetch a source; nothing is left of it once one succeeds.

use foldhash::HashMap;
use jiff::Timestamp;
use rusqlite::OptionalExtension;

use super::{Store, StoreError};
use crate::lang::Lang;
use crate::model::{FailedFetch, FailureReason};

impl Store {
    /// Notes that `source` could not be fetched.
    pub fn note_failure(&mut self, source: &str, failed: &FailedFetch) -> Result<(), StoreError> {
        let insert = "INSERT OR REPLACE INTO failure (source, at, reason) VALUES (?1, ?2, ?3)";
        self.write(|connection| {
            connection.execute(insert, (source, failed.at.as_second(), kept(&failed.reason))).map(drop)
        })
    }

    /// Why `source` could not be fetched at the last attempt; `None` where it could, or where there was none.
    pub fn failure(&self, source: &str) -> Result<Option<FailedFetch>, StoreError> {
        self.read(|connection| {
            let failed = |row: &rusqlite::Row<'_>| {
                let at = Timestamp::from_second(row.get(0)?).unwrap_or(Timestamp::UNIX_EPOCH);
                Ok(FailedFetch { at, reason: read(row.get_ref(1)?.as_str()?) })
            };
            let select = "SELECT at, reason FROM failure WHERE source = ?1";
            connection.query_row(select, [source], failed).optional()
        })
    }
}

/// A reason in every language: an object of JSON, by the languages' codes.
fn kept(reason: &FailureReason) -> String {
    let texts = Lang::ALL.map(|lang| (lang.code().to_owned(), reason.told(lang).into()));
    serde_json::Value::Object(texts.into_iter().collect()).to_string()
}

/// What was kept. Earlier versions kept the English words alone.
fn read(text: &str) -> FailureReason {
    let texts: HashMap<String, String> = serde_json::from_str(text).unwrap_or_default();
    let in_english = || texts.get(Lang::English.code()).map_or(text, String::as_str).to_owned();
    FailureReason::new(|lang| texts.get(lang.code()).cloned().unwrap_or_else(in_english))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_kept_in_every_language_and_one_of_an_earlier_version_in_english() {
        let reason =
            FailureReason::new(|lang| lang.word("no \"connection\"", "연결 없음", "接続なし").into_owned());
        let again = read(&kept(&reason));
        assert_eq!(Lang::ALL.map(|lang| again.told(lang)), Lang::ALL.map(|lang| reason.told(lang)));
        let earlier = read("timed out after 30 s");
        assert_eq!(Lang::ALL.map(|lang| earlier.told(lang)), ["timed out after 30 s"; 3]);
    }
}
