//! Lists of problems in a group: assigned, and how far each member is.

use insta::assert_snapshot;

use super::group::{SOLVES, by_authors, repository, solve};
use super::sandbox::Sandbox;

/// A list of two parts, one of which the group has begun.
const LIST: &str = "# Roadmap\n\n## Warm up\nabc300_a\nabc300_b\n\n## Codeforces\n- https://codeforces.com/problemset/problem/4/A\n- abc302_a\n";

fn weeks(keys: &str) -> String {
    let lists = "[[lists]]\nfile = \"roadmap.md\"\n";
    format!("{}{lists}[[group.weeks]]\nweek = \"2026-W48\"\n{keys}\n", by_authors())
}

/// What is assigned to each this week: the solved, and those that are missing.
fn assigned(sandbox: &Sandbox) -> Vec<(u64, Vec<String>)> {
    let json = sandbox.cpt(&["group", "--json"]).json();
    let of = |row: &serde_json::Value| {
        let missing = row["assigned"]["missing"].as_array().unwrap().iter();
        let missing =
            missing.map(|problem| problem["problem"].as_str().or(problem.as_str()).unwrap().to_owned());
        (row["assigned"]["solved"].as_u64().unwrap(), missing.collect())
    };
    json["members"].as_array().unwrap().iter().map(of).collect()
}

#[test]
fn a_list_or_a_part_of_it_is_assigned_beside_problems() {
    let (sandbox, _repo) = repository(&SOLVES);
    sandbox.write("roadmap.md", LIST);
    let missing = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let all = ["abc300_a", "abc300_b", "codeforces/4/A", "abc302_a"];
    sandbox.write("cpt.toml", &weeks("list = \"roadmap\""));
    assert_eq!(assigned(&sandbox), [(4, vec![]), (1, missing(&all[1..])), (0, missing(&all))]);
    // What is in the list, too, is assigned once.
    sandbox
        .write("cpt.toml", &weeks("problems = [\"abc302_a\"]\nlist = \"Roadmap\"\nheading = \"codeforces\""));
    assert_eq!(assigned(&sandbox)[1], (0, missing(&["abc302_a", "codeforces/4/A"])));
    // The list is read anew each time.
    sandbox.write("roadmap.md", "## Codeforces\nabc301_a\n");
    assert_eq!(assigned(&sandbox)[1], (1, missing(&["abc302_a"])));
}

#[test]
fn a_list_that_is_not_there_is_said() {
    let (sandbox, repo) = repository(&SOLVES);
    sandbox.write("roadmap.md", LIST);
    let mut shown = String::new();
    for keys in ["list = \"roadmp\"", "list = \"roadmap\"\nheading = \"Warmup\"", "list = \"edpc\""] {
        sandbox.write("cpt.toml", &weeks(keys));
        shown.push_str(&sandbox.cpt(&["group"]).to_string());
    }
    assert_snapshot!(shown);
    // Without what is assigned, no week is settled: what comes later still counts.
    assert_eq!(sandbox.cpt(&["group", "ledger"]).code, Some(3));
    solve(&repo, "main", 12, "bob", "bob/abc300_b.py");
    sandbox.write("cpt.toml", &by_authors());
    let ledger = sandbox.cpt(&["group", "ledger", "--json"]).json();
    assert_eq!(ledger["changed"].as_array().unwrap().len(), 0, "{ledger}");
    assert_eq!(ledger["weeks"][0]["members"][1]["solved"], 2, "{ledger}");
}

#[test]
fn a_list_shows_how_far_each_member_is() {
    let (sandbox, _repo) = repository(&SOLVES);
    sandbox.write("roadmap.md", LIST);
    sandbox.write(
        "cpt.toml",
        &weeks("list = \"roadmap\"").replace("name = \"cem\"", "name = \"\\u001b[1mcem\""),
    );
    let mut shown = String::new();
    for command in [
        &["list", "roadmap", "--group"][..],
        &["list", "--group"],
        &["list", "roadmap", "--member", "Bob"],
        &["list", "--member", "bob"],
        &["list", "roadmap", "--member", "dan"],
    ] {
        let mut narrow = sandbox.program(command);
        narrow.env("COLUMNS", "60");
        shown.push_str(&format!("$ cpt {}\n{}\n", command.join(" "), sandbox.run(narrow)));
    }
    assert!(!shown.contains('\u{1b}'));
    assert_snapshot!("members_and_a_list", shown);
    let json = sandbox.cpt(&["list", "roadmap", "--group", "--json"]).json();
    assert_eq!(super::schemas::wrong("list", &json), None);
    assert_eq!(json["lists"][0]["members"][1]["solved"], 1, "{json}");
    assert_eq!(sandbox.cpt(&["list", "--group", "--json"]).json(), json);
    // What doesn't fit beside each other stands below each other.
    let mut narrow = sandbox.program(&["list", "--group"]);
    narrow.env("COLUMNS", "30");
    assert_snapshot!("members_below_a_list", sandbox.run(narrow));
    let page = sandbox.cpt(&["report", "--out", "page.html", "--json"]).json();
    assert_eq!(super::schemas::wrong("report", &page), None);
    assert_eq!((&page["lists"][0]["name"], &page["lists"][0]["total"]), (&"roadmap".into(), &4.into()));
}
