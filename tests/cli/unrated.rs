//! Judges that rate nobody: what is solved there counts, and nothing asks for a rating.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// Whoever is at Library Checker alone, and has committed one problem of it that was accepted and one that never was.
fn sandbox() -> Sandbox {
    let solution = |(ago, name): (i64, &str)| {
        (ago, format!("{name}.rs"), format!("// https://judge.yosupo.jp/problem/{name}\n"))
    };
    let sandbox = Sandbox::with_solutions([(1, "unionfind"), (0, "two_sat")].map(solution));
    sandbox.write(
        "cpt.toml",
        "[handles]\nlibrary-checker = \"cpt_demo\"\n[[repos]]\npath = \".\"\nauthors = [\"*\"]\n\
         [streak]\ntimezone = \"Asia/Seoul\"\nsource = \"submissions\"\n[charts]\nformats = [\"svg\"]\n",
    );
    sandbox
}

fn synced() -> Sandbox {
    let sandbox = sandbox();
    let sync = sandbox.cpt(&["sync"]);
    assert_eq!(sync.code, Some(0), "{sync}");
    sandbox
}

#[test]
fn what_is_solved_there_counts() {
    let sandbox = synced();
    let stats = sandbox.cpt(&["stats", "--judge", "library-checker", "--json"]).json();
    assert_eq!(
        (&stats["all"]["tried"], &stats["all"]["solved"], &stats["all"]["tries"]),
        (&9.into(), &9.into(), &11.into())
    );
    assert_eq!(stats["by_judge"][0]["judge"], "library-checker");
    let streak = sandbox.cpt(&["streak", "--json"]).json();
    assert_eq!((&streak["total_days"], &streak["total_solved"]), (&9.into(), &9.into()), "{streak}");
    let rows = |arguments: &[&str]| {
        let answer = sandbox.cpt(arguments).json();
        let list = arguments[1].trim_start_matches('-');
        answer[list].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
    };
    let missing = rows(&["solutions", "--missing", "--json"]);
    assert_eq!(missing.len(), 8);
    assert!(missing.iter().all(|one| one["problem"] != "library-checker/unionfind"), "{missing:?}");
    let unsubmitted = rows(&["solutions", "--unsubmitted", "--judge", "library-checker", "--json"]);
    assert_eq!(unsubmitted.len(), 1, "{unsubmitted:?}");
    assert_eq!(unsubmitted[0]["problem"], "library-checker/two_sat");
    assert_eq!(unsubmitted[0]["url"], "https://judge.yosupo.jp/problem/two_sat");
    let exported = sandbox.cpt(&["export", "submissions"]).answer();
    assert_eq!(
        exported.lines().filter(|line| line.starts_with("library-checker,")).count(),
        11,
        "{exported}"
    );
    let review = sandbox.cpt(&["review", "--no-charts", "--json"]).json();
    assert_eq!(review["solved"]["by_judge"][0]["solved"], 9, "{review}");
    let again = sandbox.cpt(&["sync", "--json"]).json();
    let news = again["sources"].as_array().unwrap().iter().map(|one| one["new"].as_u64().unwrap());
    assert_eq!(news.sum::<u64>(), 0, "{again}");
}

#[test]
fn it_is_told_without_difficulties_and_without_a_rating() {
    let sandbox = synced();
    assert_snapshot!(sandbox.cpt(&["stats", "--all"]).answer());
    for arguments in [
        &["status"][..],
        &["stats"],
        &["streak"],
        &["todo"],
        &["review", "--no-charts"],
        &["sync"],
        &["doctor"],
        &["solutions"],
        &["next"],
    ] {
        let run = sandbox.cpt(arguments);
        assert_eq!(run.code, Some(0), "{run}");
        for word in ["rating", "rated", "target", "forecast", "colour"] {
            assert!(!run.out.contains(word) && !run.err.contains(word), "{word}: {run}");
        }
    }
    assert_eq!(sandbox.cpt(&["rating"]).err, "None of the judges in [handles] has a rating.\n");
    assert_eq!(
        sandbox.cpt(&["next"]).err,
        "None of the judges in [handles] tells what is within your reach.\n"
    );
    assert!(!sandbox.dir().join("charts/library-checker.svg").exists());
    assert!(sandbox.read("charts/heatmap.svg").contains("accepted"));
    assert!(sandbox.read("charts/solved.svg").contains("Library Checker"));
    sandbox.cpt(&["report", "--out", "page.html"]).answer();
    assert!(sandbox.read("page.html").contains("Library Checker"));
}

#[test]
fn what_needs_a_rating_is_refused_with_the_reason() {
    let sandbox = sandbox();
    let mut refused = String::new();
    for arguments in [
        &["target", "add", "library-checker", "green", "--by", "2027"][..],
        &["rating", "--judge", "library-checker"],
        &["rating", "--judge", "yosupo", "--what-if", "1000"],
        &["next", "--judge", "library-checker"],
        &["contests", "--judge", "library-checker"],
        &["config", "set", "targets", "[{judge = \"library-checker\", colour = 1, by = 2027-01-01}]"],
    ] {
        let run = sandbox.cpt(arguments);
        assert_eq!(run.code, Some(2), "{run}");
        refused.push_str(&format!("$ cpt {}\n{}\n", arguments.join(" "), run.err));
    }
    assert_snapshot!(refused);
}

#[test]
fn a_handle_that_nobody_has_there_costs_nobody_else() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.reconfigure("[handles]\n", "[handles]\nlibrary-checker = \"nobody\"\n");
    let sync = sandbox.cpt(&["sync", "--json"]);
    assert_eq!(sync.code, Some(3), "{sync}");
    let answer = sync.json();
    for source in answer["sources"].as_array().unwrap() {
        let error = source["error"].as_str();
        match source["source"].as_str().unwrap() {
            "library-checker.submissions" => {
                assert!(
                    error.is_some_and(|error| error.ends_with("Library Checker knows no user nobody")),
                    "{error:?}"
                );
            }
            _ => assert_eq!(error, None, "{source}"),
        }
    }
}
