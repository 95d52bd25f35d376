//! What was brought from files counts like what judges told, until it is taken away.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

pub const OUR_OWN: &str = "\
judge,handle,contest,name,at,place,new
our-own,ada-1,r1,\"Round 1, the first\",2026-10-01T12:00:00Z,12,1200
our-own,ada-1,r2,Round 2,2026-10-08T12:00:00Z,7,1310
";

/// Rows that can't be imported.
pub const WRONG_ROWS: &str = "our-own,bob,r3,Round 3,2026-10-15,1,1400\nx\n";

const SOLVED: &str = r#"{"judge": "our-own", "id": 7, "at": "2026-11-20T12:00:00Z", "problem": "r1/A", "name": "Ant", "outcome": "accepted", "verdict": "5/5"}
{"judge": "our-own", "id": 8, "at": "2026-11-21T12:00:00Z", "problem": "r1/B", "outcome": "rejected", "verdict": "3/5"}
{"judge": "our-own", "id": 9, "at": "2026-11-22T12:00:00Z", "problem": "r1/B", "outcome": "accepted", "verdict": "5/5"}
{"judge": "boj", "id": 1, "at": "2026-11-23T03:00:00Z", "problem": "1000", "name": "A+B", "outcome": "accepted"}
"#;

/// A workspace without a handle, and nothing but what is imported.
fn workspace() -> Sandbox {
    let sandbox = Sandbox::of_beginner(&[]);
    sandbox.write("cpt.toml", "[streak]\ntimezone = \"Asia/Seoul\"\n");
    sandbox.write("old.csv", OUR_OWN);
    sandbox.write("solved.jsonl", SOLVED);
    sandbox
}

#[test]
fn ratings_and_submissions_of_any_judge_are_brought_listed_and_taken_away() {
    let sandbox = workspace();
    assert_snapshot!("import_of_ratings", sandbox.cpt(&["import", "old.csv"]));
    assert_snapshot!("import_of_submissions", sandbox.cpt(&["import", "solved.jsonl", "--name", "club"]));
    assert_snapshot!("import_again", sandbox.cpt(&["import", "old.csv"]));
    assert_snapshot!("imports", sandbox.cpt(&["import", "--list"]));
    assert_snapshot!("rating_of_an_imported_judge", sandbox.cpt(&["rating"]));
    // Nobody told that judge's formula.
    assert_eq!(sandbox.cpt(&["rating", "--what-if", "1500"]).code, Some(2));
    sandbox.cpt(&["chart", "rating"]);
    assert!(sandbox.read("charts/our-own.svg").contains("our-own 1310"));
    let streak = sandbox.cpt(&["streak", "--source", "submissions", "--json"]).json();
    assert_eq!(streak["current"], 2);
    assert_eq!(streak["total_solved"], 3);
    assert_snapshot!("stats_of_imported_judges", sandbox.cpt(&["stats", "--since", "2026-11-01"]));
    assert_snapshot!("import_removed", sandbox.cpt(&["import", "--remove", "club"]));
    let exported = sandbox.cpt(&["export", "submissions"]);
    assert_eq!(exported.out.lines().count(), 1, "{exported}");
    assert_eq!(sandbox.cpt(&["export", "ratings"]).answer().lines().count(), 3);
    let left = sandbox.cpt(&["import", "--list", "--json"]).json();
    assert_eq!(left["imports"][0]["name"], "old");
    assert_eq!(left["imports"][0]["judges"][0], "our-own");
    assert_eq!(sandbox.cpt(&["import", "--remove", "club"]).code, Some(2));
}

#[test]
fn a_file_with_a_wrong_row_brings_nothing_unless_such_rows_are_skipped() {
    let sandbox = workspace();
    sandbox.write("old.csv", &(OUR_OWN.to_owned() + WRONG_ROWS));
    assert_snapshot!("import_with_wrong_rows", sandbox.cpt(&["import", "old.csv"]));
    assert_eq!(sandbox.cpt(&["import", "--list"]).out, "");
    assert_snapshot!("import_without_wrong_rows", sandbox.cpt(&["import", "old.csv", "--skip-bad"]));
    let again = sandbox.cpt(&["import", "old.csv", "--skip-bad", "--json"]);
    assert_eq!(again.code, Some(3));
    let told: serde_json::Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!(
        (&told["skipped"], &told["new"], &told["faults"][1]["line"]),
        (&2.into(), &0.into(), &5.into())
    );
    // A row of somebody else.
    sandbox.write("other.csv", &OUR_OWN.replace("ada-1,r2", "bob,r2"));
    assert_snapshot!("import_of_somebody_else", sandbox.cpt(&["import", "other.csv"]));
}

#[test]
fn what_cannot_be_imported_is_said() {
    let sandbox = workspace();
    sandbox.write("days.csv", "date,solved,new,revised\n");
    sandbox.write("notes.txt", "judge\n");
    let told = [
        &["import"][..],
        &["import", "nowhere.csv"],
        &["import", "."],
        &["import", "notes.txt"],
        &["import", "notes.txt", "--format", "csv"],
        &["import", "days.csv"],
        &["import", "old.csv", "--name", ""],
        &["import", "--remove", "nothing"],
    ];
    let told = told.map(|arguments| sandbox.cpt(arguments).to_string());
    assert_snapshot!("import_of_what_cannot_be", told.join("\n"));
}

#[test]
fn what_the_judges_tell_holds_and_stays() {
    let sandbox = Sandbox::of_synced_user();
    sandbox.cpt(&["export", "ratings", "submissions", "--out", "tables"]);
    let before = ["ratings", "submissions"].map(|name| sandbox.read(&format!("tables/{name}.csv")));
    // One submission more, and one that says otherwise than the judge does.
    let other = before[1].replace(",accepted,OK,", ",rejected,WRONG_ANSWER,")
        + "codeforces,1,,2020-01-01T00:00:00Z,,codeforces/4/A,Watermelon,,800,accepted,OK,,false,Rust,\n";
    sandbox.write("submissions.csv", &other);
    assert_snapshot!("import_of_what_was_synced", sandbox.cpt(&["import", "tables/ratings.csv"]));
    sandbox.cpt(&["import", "submissions.csv"]).answer();
    let told = |name: &str| "\u{feff}".to_owned() + &sandbox.cpt(&["export", name]).answer();
    assert_eq!(told("ratings"), before[0]);
    let joined = told("submissions");
    let added: Vec<&str> =
        joined.lines().filter(|line| !before[1].lines().any(|before| before == *line)).collect();
    assert_eq!(added.len(), 1, "{added:?}");
    assert!(added[0].starts_with("codeforces,1,2020-01-01,"), "{added:?}");
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    for name in ["ratings", "submissions"] {
        sandbox.cpt(&["import", "--remove", name]).answer();
    }
    assert_eq!([told("ratings"), told("submissions")], before);
}

#[test]
fn a_journey_is_no_older_for_a_rating_that_was_imported() {
    let sandbox = Sandbox::of_synced_user();
    sandbox.write("old.csv", OUR_OWN);
    sandbox.cpt(&["import", "old.csv"]).answer();
    sandbox.cpt(&["chart", "journey", "--format", "svg", "--theme", "light"]).answer();
    let svg = sandbox.read("charts/journey.svg");
    assert!(svg.contains("as of Nov 23"), "{}", &svg[..600]);
    assert!(svg.contains("our-own"), "{}", &svg[..600]);
}

#[test]
fn standard_input_is_a_file_too() {
    use std::io::Write as _;
    use std::process::Stdio;

    let sandbox = workspace();
    let mut command = sandbox.program(&["import", "-", "--format", "csv", "--json"]);
    let mut running = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    running.stdin.take().unwrap().write_all(OUR_OWN.as_bytes()).unwrap();
    let ended = running.wait_with_output().unwrap();
    let told: serde_json::Value = serde_json::from_slice(&ended.stdout).unwrap();
    assert_eq!((&told["import"]["name"], &told["import"]["ratings"]), (&"stdin".into(), &2.into()));
}

#[test]
fn an_archive_of_solved_ac_tells_levels_and_what_was_solved_and_makes_no_days() {
    use cpt_tracker::model::AuthorDate;
    use cpt_tracker::sample::repo::RepoBuilder;

    let sandbox = Sandbox::new();
    let repo = RepoBuilder::init(&sandbox.dir(), "Ada", "ada@example.com").unwrap();
    let date = AuthorDate { seconds: 1_795_431_600, offset_minutes: 540 };
    repo.commit(date).write("boj/1000.py", "print()\n").finish().unwrap();
    sandbox.write("cpt.toml", "[streak]\nsource = \"submissions\"\n");
    sandbox.write(
        "solved.jsonl",
        "{\"handle\":\"ada\",\"solvedCount\":3}\n\
         {\"count\":3,\"items\":[{\"problemId\":1000,\"titleKo\":\"A+B\",\"level\":1,\"tags\":[{\"key\":\"math\"}]},\
         {\"problemId\":2557,\"titleKo\":\"Hello World\",\"level\":1,\"tags\":[{\"key\":\"implementation\"}]}]}\n\
         [{\"problemId\":1002,\"titleKo\":\"Turret\",\"level\":13}]\n",
    );
    assert_snapshot!("import_of_solved_ac", sandbox.cpt(&["import", "solvedac", "solved.jsonl"]));
    assert_snapshot!("stats_of_solved_ac", sandbox.cpt(&["stats"]));
    let stats = sandbox.cpt(&["stats", "--json"]).json();
    assert_eq!((&stats["undated"][0]["solved"], &stats["undated"][0]["judge"]), (&1.into(), &"boj".into()));
    let missing = sandbox.cpt(&["solutions", "--missing", "--judge", "boj", "--json"]).json();
    assert_eq!(missing["missing"].as_array().unwrap().len(), 1, "{missing}");
    let row = &missing["missing"][0];
    assert_eq!((&row["problem"], &row["name"]), (&"boj/2557".into(), &"Hello World".into()));
    assert!(row["accepted_at"].is_null(), "{row}");
    // Nobody knows the day, so that no window has it and no day comes of it.
    let year = sandbox.cpt(&["stats", "--since", "2026-01-01", "--json"]).json();
    assert_eq!(year["undated"], serde_json::json!([]));
    assert_eq!(year["recorded"][0]["by_level"][0]["level"], "Bronze V");
    let streak = sandbox.cpt(&["streak", "--source", "submissions", "--json"]);
    assert!(streak.out.contains("\"total_solved\":0"), "{streak}");
    assert_snapshot!("imports_of_solved_ac", sandbox.cpt(&["import", "--list"]));
    sandbox.write("wrong.json", "{\"grass\":[]}");
    assert_snapshot!("import_of_no_problems", sandbox.cpt(&["import", "solvedac", "wrong.json"]));
    sandbox.cpt(&["import", "--remove", "solved"]).answer();
    assert_eq!(sandbox.cpt(&["stats", "--json"]).json()["undated"], serde_json::json!([]));
}
