//! What was exported comes back as it was.

use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::gather::{gather, handles};
use crate::answers::DateRange;
use crate::app::library::Library;
use crate::app::workspace::Workspace;
use crate::config::{Config, Overrides};
use crate::import::{Format, read};
use crate::model::{
    Extent, Handle, Import, ImportedSubmission, Judge, Listed, Participation, Problem, ProblemId,
    RatingChange, SeriesKey, Submission, Track, Validator, fixtures,
};
use crate::report::export;
use crate::report::json_lines;
use crate::store::Store;

fn workspace(root: &Path, handles: &str) -> Workspace {
    let file = root.join("cpt.toml");
    std::fs::write(&file, handles).unwrap();
    let config = Config::load(&file, &Overrides::default()).unwrap();
    Workspace::new(root.to_owned(), Some(file), config)
}

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

/// The ratings and the submissions of a workspace, as they are exported.
fn exported(workspace: &Workspace, format: Format) -> [String; 2] {
    let store = Store::open_existing(&workspace.root).unwrap();
    let series = workspace.series(store.as_ref(), now()).unwrap();
    let library = Library::read(workspace, store.as_ref()).unwrap();
    let zone = TimeZone::fixed(jiff::tz::offset(9));
    let ratings = export::ratings(&series, &zone, DateRange::ALL);
    let submissions = export::submissions(&library.submissions, &library.catalogue, &zone, DateRange::ALL);
    [ratings, submissions].map(|table| match format {
        Format::Csv => export::csv(&table).unwrap(),
        Format::JsonLines => json_lines(&table).unwrap(),
    })
}

fn imported(workspace: &Workspace, name: &str, text: &str, format: Format) {
    let mut store = Store::open(&workspace.root).unwrap();
    let read = read(text.as_bytes(), format).unwrap();
    let gathered = gather(read.rows, read.faults, handles(workspace, &store, name).unwrap());
    assert_eq!((gathered.faults, gathered.doubles), (Vec::new(), 0));
    store.keep_import(name, &gathered.import, now()).unwrap();
}

/// Text of any kind, and of those kinds that formats and spreadsheets take for something else.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["['=+@\\-\t\r\n\",;＝a-z\u{1b}\u{202e}\u{0}é대회]{0,12}", ".{0,20}", "[A-Z0-9]{1,3}"]
}

fn filled() -> impl Strategy<Value = String> {
    text().prop_filter("a name", |text| !text.is_empty())
}

fn rating() -> impl Strategy<Value = i32> {
    prop_oneof![-100_000..=100_000, -50..4000]
}

fn change() -> impl Strategy<Value = RatingChange> {
    let numbers =
        (0_i64..7_258_118_400, any::<Option<u32>>(), rating(), rating(), prop::option::of(rating()));
    (filled(), text(), numbers, any::<bool>()).prop_map(|(contest, name, numbers, rated)| {
        let (at, place, old, new, performance) = numbers;
        let at = Timestamp::from_second(at).unwrap();
        RatingChange { contest, name, at, place, old, new, performance, rated }
    })
}

/// A history as judges give them: oldest first, nothing twice.
fn history() -> impl Strategy<Value = Vec<RatingChange>> {
    prop::collection::vec(change(), 0..6).prop_map(|mut history| {
        history.sort_by_key(|change| change.at);
        crate::fetch::history::oldest_first(history)
    })
}

const JUDGES: [&str; 4] = ["codeforces", "atcoder", "boj", "our-own"];

fn submission() -> impl Strategy<Value = Submission> {
    let words = ["", "OK", "AC", "WA", "WJ", "맞았습니다!!", "=1"];
    let ways = [Participation::Contestant, Participation::Virtual, Participation::Other];
    let numbers = (0..i64::MAX as u64, 0_i64..7_258_118_400, prop::option::of(-1e300..1e300));
    let texts = (prop::option::of(text()), "[a-z0-9/]{1,3}", prop::option::of(text()), text());
    let choices = (
        prop::sample::select(words.to_vec()),
        prop::option::of(prop::sample::select(crate::model::Outcome::ALL.to_vec())),
        prop::option::of(prop::sample::select(ways.to_vec())),
        any::<bool>(),
    );
    (prop::sample::select(JUDGES.to_vec()), numbers, texts, choices).prop_map(
        |(judge, numbers, texts, choices)| {
            let judge = Judge::of_id(judge);
            let ((id, at, points), (contest, key, name, language)) = (numbers, texts);
            let (verdict, told, participation, team) = choices;
            let problem = ProblemId::other(judge.id(), &key);
            let row = Submission {
                at: Timestamp::from_second(at).unwrap(),
                contest,
                name,
                participation,
                team,
                language,
                points,
                ..fixtures::submission(judge, 0, problem, verdict)
            };
            // Judges' own words tell what came of it.
            let told = told.filter(|told| !judge.is_fetched() && *told != row.outcome());
            Submission { id, told, ..row }
        },
    )
}

/// Fills a workspace as syncs and imports do.
fn fill(workspace: &Workspace, histories: &[Vec<RatingChange>], rows: &[Submission], names: &[String]) {
    let mut store = Store::open(&workspace.root).unwrap();
    let stamp = Validator { url: String::new(), etag: None, last_modified: None };
    let series =
        [("codeforces", Track::Algorithm), ("atcoder", Track::Algorithm), ("atcoder", Track::Heuristic)];
    for ((judge, track), history) in series.into_iter().zip(histories) {
        let judge = Judge::of_id(judge);
        let key = SeriesKey { judge, track, handle: Handle::new(judge, "ada").unwrap() };
        store.replace_ratings(&format!("{}.{track}", judge.id()), &key, history, None, now()).unwrap();
    }
    let mut import = Import::default();
    for judge in ["boj", "our-own"].map(Judge::of_id) {
        let key = SeriesKey { judge, track: Track::Algorithm, handle: Handle::new(judge, "a-da").unwrap() };
        import.ratings.extend(histories[3].iter().map(|change| (key.clone(), change.clone())));
    }
    for judge in JUDGES.map(Judge::of_id) {
        let mut own: Vec<Submission> = rows.iter().filter(|row| row.judge == judge).cloned().collect();
        own.sort_by_key(|row| row.id);
        own.dedup_by_key(|row| row.id);
        if judge.is_fetched() {
            // Some of the problems are listed, with and without a difficulty.
            let listed = own.iter().map(|row| row.problem.clone()).zip(names);
            let listed = listed.filter(|(_, name)| name.len() % 3 != 0).map(|(id, name)| Problem {
                name: name.clone(),
                rating: (name.len() % 2 == 0).then_some(800 + name.len() as i32),
                ..fixtures::problem(judge, id)
            });
            let listed: Vec<Problem> = listed.collect();
            store
                .follow_problems(&format!("{}.problems", judge.id()), judge, &listed, &stamp, now())
                .unwrap();
            let whose = (judge, &Handle::new(judge, "ada").unwrap());
            let own = Listed::whole(own, Extent::All);
            store
                .follow_submissions(&format!("{}.submissions", judge.id()), whose, &own, &[], now())
                .unwrap();
        } else {
            import.submissions.extend(
                own.into_iter().map(|submission| ImportedSubmission { submission, difficulty: Some(1200) }),
            );
        }
    }
    store.keep_import("first", &import, now()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_was_exported_comes_back_identical(
        histories in prop::collection::vec(history(), 4),
        rows in prop::collection::vec(submission(), 0..24),
        names in prop::collection::vec(text(), 24),
        is_csv in any::<bool>(),
    ) {
        let format = if is_csv { Format::Csv } else { Format::JsonLines };
        let [first, second] = [(); 2].map(|()| tempfile::tempdir().unwrap());
        let own = workspace(first.path(), "[handles]\ncodeforces = \"ada\"\natcoder = \"ada\"\n");
        fill(&own, &histories, &rows, &names);
        let before = exported(&own, format);
        let empty = workspace(second.path(), "");
        for (name, text) in ["ratings", "submissions"].into_iter().zip(&before) {
            if text.lines().count() > usize::from(is_csv) {
                imported(&empty, name, text, format);
                // Once more changes nothing.
                imported(&empty, name, text, format);
            }
        }
        prop_assert_eq!(&exported(&empty, format), &before);
        // Where the judges told all of it, nothing is doubled, and nothing of theirs goes with an import.
        for (name, text) in ["ratings", "submissions"].into_iter().zip(&before) {
            if text.lines().count() > usize::from(is_csv) {
                imported(&own, name, text, format);
            }
        }
        prop_assert_eq!(&exported(&own, format), &before);
        let mut store = Store::open(&own.root).unwrap();
        for name in ["ratings", "submissions"] {
            store.remove_import(name).unwrap();
        }
        drop(store);
        prop_assert_eq!(&exported(&own, format), &before);
    }
}
