use std::collections::BTreeMap;

use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use proptest::prelude::*;
use serde_json::Value;

use super::super::json_lines;
use super::super::table::Datum;
use super::*;
use crate::answers::DateRange;
use crate::lang::Lang;
use crate::model::fixtures;
use crate::model::{
    AuthorDate, CommitId, DayRule, FileChange, FileChangeKind, Handle, Identity, Judge, NamedBy,
    NamedProblem, ProblemId, RatingChange, RatingSeries, SeriesKey, SolutionChange, Track,
};

/// A series with one contest that is called `name` and went badly.
fn series(name: &str) -> RatingSeries {
    let key = SeriesKey {
        judge: Judge::ATCODER,
        track: Track::Algorithm,
        handle: Handle::new(Judge::ATCODER, "ada").unwrap(),
    };
    let change = RatingChange {
        contest: "abc300".to_owned(),
        name: name.to_owned(),
        performance: Some(-7),
        ..fixtures::change(Timestamp::from_second(1_000_000_000).unwrap(), 12, 3)
    };
    RatingSeries {
        key,
        history: vec![change],
        lengths: BTreeMap::new(),
        kinds: Vec::new(),
        fetched: None,
        failed: None,
    }
}

fn exported(name: &str) -> (Vec<String>, serde_json::Map<String, Value>) {
    let series = [series(name)];
    let table = ratings(&series, &TimeZone::UTC, DateRange::ALL);
    let text = csv(&table).unwrap();
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let row = reader.records().next().unwrap().unwrap();
    let lines = json_lines(&table).unwrap();
    assert_eq!(lines.matches('\n').count(), 1);
    (row.iter().map(str::to_owned).collect(), serde_json::from_str(&lines).unwrap())
}

/// What a reader of the CSV does to get the text back.
fn armed(field: &str) -> &str {
    let begins_formula = field.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let full_width = field.trim_start_matches('\'').starts_with(['＝', '＋', '－', '＠']);
    if begins_formula || full_width { field.strip_prefix('\'').unwrap() } else { field }
}

#[test]
fn a_formula_in_a_name_is_a_text_and_a_negative_number_is_a_number() {
    for name in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''-1"] {
        let (row, json) = exported(name);
        assert!(row[4].starts_with('\''), "{row:?}");
        assert_eq!(armed(&row[4]), name);
        assert_eq!(json["name"], name);
    }
    let (row, json) = exported("'quoted', and \"so\", =1");
    assert_eq!(row[4], "'quoted', and \"so\", =1");
    assert_eq!((row[11].as_str(), row[13].as_str()), ("-9", "-7"));
    assert_eq!((&json["change"], &json["performance"]), (&Value::from(-9), &Value::from(-7)));
    assert_eq!((row[8].as_str(), &json["place"]), ("", &Value::Null));
}

proptest! {
    #[test]
    fn every_name_comes_back(name in "['=+@\\-\t\r\n\",;＝a-z\u{1b}\u{202e}\u{0}é]{0,12}|.{0,20}") {
        let (row, json) = exported(&name);
        prop_assert_eq!(armed(&row[4]), &name);
        prop_assert_eq!(json["name"].as_str(), Some(name.as_str()));
        prop_assert_eq!(row.len(), json.len());
    }
}

#[test]
fn a_row_has_a_cell_for_every_column() {
    let problem = NamedProblem { problem: ProblemId::atcoder("abc300_a"), sure: true, by: NamedBy::Path };
    let file = |path: &[u8], problems: &[NamedProblem]| FileChange {
        path: path.into(),
        kind: FileChangeKind::Added,
        record: None,
        problems: problems.into(),
    };
    let change = |seconds, byte| SolutionChange {
        commit: CommitId([byte; 20]),
        author: Identity { name: "=Ada".to_owned(), email: "ada@example.com".to_owned() }.into(),
        date: AuthorDate { seconds, offset_minutes: 540 },
        files: vec![file(b"\xff\n.rs", &[]), file(b"x.rs", &[problem.clone(), problem.clone()])],
    };
    let repos =
        [("b".to_owned(), vec![change(86_400, 9), change(0, 8)]), ("a".to_owned(), vec![change(0, 7)])];
    let rule = DayRule { timezone: None, starts_at: jiff::SignedDuration::ZERO };
    let table = solutions(&repos, &rule, DateRange::ALL);
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    let shown = |place: usize| {
        table.rows.iter().map(|row| row[place].value.words(Lang::English).into_owned()).collect::<Vec<_>>()
    };
    assert_eq!(table.len(), 9);
    assert_eq!([0, 3, 6].map(|row| shown(0)[row].clone()), ["b", "a", "b"]);
    assert_eq!(shown(3)[0], "1970-01-01T09:00:00+09:00");
    assert_eq!(shown(6)[0], "\u{fffd}\n.rs");
    let of_second_day = DateRange::last(1.day(), date(1970, 1, 2));
    assert_eq!(solutions(&repos, &rule, of_second_day).len(), 3);
}

#[test]
fn dates_that_no_calendar_has_are_left_out() {
    let odd = |seconds, offset_minutes| SolutionChange {
        commit: CommitId([0; 20]),
        author: Identity { name: String::new(), email: String::new() }.into(),
        date: AuthorDate { seconds, offset_minutes },
        files: vec![FileChange {
            path: b"x"[..].into(),
            kind: FileChangeKind::Modified,
            record: None,
            problems: [].into(),
        }],
    };
    let repos = [(String::new(), vec![odd(i64::MAX, i32::MAX), odd(0, 99_999)])];
    let rule = DayRule { timezone: None, starts_at: jiff::SignedDuration::ZERO };
    let table = solutions(&repos, &rule, DateRange::ALL);
    assert_eq!(table.rows[0][3].value.datum(), Datum::Text("1970-01-01T00:00:00+00:00".into()));
    assert_eq!(table.rows[1][3].value.datum(), Datum::Nothing);
}
