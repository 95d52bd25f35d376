use std::fs;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn everything_is_on_one_page_that_asks_for_nothing_else() {
    let sandbox = Sandbox::of_synced_user();
    assert_eq!(sandbox.cpt(&["report"]).answer(), "report/index.html\n");
    let page = sandbox.read("report/index.html");
    for part in [
        "<h1>Practice report: cpt_demo</h1>",
        "Codeforces cyan (1400)",
        "<a href=\"#d2026-11-21\"><title>2026-11-21: 2 solved</title>",
        "<article class=\"day\" id=\"d2026-11-21\"><h3>Saturday, 21 November 2026</h3>",
        "<bdi>Solve abc",
        "<a href=\"https://atcoder.jp/contests/abc484\">AtCoder Beginner Contest 484</a>",
        "<h2 id=\"solutions-title\">Solutions</h2>",
    ] {
        assert!(page.contains(part), "{part}");
    }
    // Whatever a browser would fetch by itself.
    for asks in [" src=", "url(", "@import", "srcset", "<iframe", "<object", "<embed", "<base"] {
        assert!(!page.contains(asks), "{asks}");
    }
    let links = page.split("<link ").skip(1).filter(|link| !link.contains("href=\"data:"));
    assert_eq!(links.count(), 0);
    // No chart is drawn that no theme has a colour for.
    assert!(!page.contains("fill=\"#"));
    // Its own sentences are whole.
    assert!(!page.contains('…'), "{page}");
}

#[test]
fn the_same_data_make_the_same_page() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    let run = sandbox.cpt(&["report", "--out", "public/practice.html", "--json"]);
    let json = run.json();
    assert_eq!((&json["schema"], &json["file"]), (&1.into(), &"public/practice.html".into()));
    assert_eq!(json["written"], true);
    assert_eq!(json["bytes"], sandbox.read("public/practice.html").len());
    let again = sandbox.cpt(&["report", "--out", "public/practice.html", "--json"]);
    assert_eq!(again.json()["written"], false);
    assert!(!sandbox.dir().join("report").exists());
}

#[test]
fn what_is_missing_is_said_on_the_page() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    sandbox.reconfigure("path = \".\"", "path = \"nowhere\"");
    let run = sandbox.cpt(&["report"]);
    assert_snapshot!("report_of_a_repository_that_is_none", run);
    let page = sandbox.read("report/index.html");
    assert!(page.contains("No data yet. Run <code>cpt sync</code>."));
    assert!(page.contains("the repository nowhere doesn&#39;t exist"));
}

/// After midnight and before the day's start, on a machine that is in another zone: it is one day everywhere.
#[test]
fn every_part_of_the_page_has_the_same_today() {
    let sandbox = Sandbox::of_sample_user();
    // 01:22 on 28 November in Seoul.
    let run = |arguments: &[&str]| {
        let mut command = sandbox.program(arguments);
        command.env("CPT_NOW", "2026-11-27T16:22:00Z").env("TZ", "UTC");
        sandbox.run(command)
    };
    run(&["sync"]);
    assert_eq!(run(&["report"]).code, Some(0));
    let page = sandbox.read("report/index.html");
    for day in ["27 November 2026", "2026-11-27"] {
        assert!(page.contains(day), "{day}");
    }
    let other =
        |line: &&str| ["2026-11-28", "28 November 2026", "16:22"].iter().any(|day| line.contains(day));
    assert_eq!(page.lines().filter(other).collect::<Vec<_>>(), Vec::<&str>::new());
    for chart in ["rating", "heatmap", "solved", "journey"] {
        run(&["chart", chart, "--out", "drawn"]);
    }
    for file in fs::read_dir(sandbox.dir().join("drawn")).unwrap() {
        let drawn = fs::read_to_string(file.unwrap().path()).unwrap();
        assert!(["2026-11-27", "Nov 27"].iter().any(|day| drawn.contains(day)), "{drawn}");
        assert!(!["2026-11-28", "as of Nov 28"].iter().any(|day| drawn.contains(day)), "{drawn}");
    }
    assert_eq!(run(&["streak", "--json"]).json()["today"]["date"], "2026-11-27");
}

/// What is to be typed is set as code, on a page that has much to say and on one that has nothing to show.
#[test]
fn no_page_has_backticks() {
    let beginner = Sandbox::of_beginner(&[1, 0]);
    let odd = Sandbox::of_beginner(&[1, 0]);
    let authors = "authors = [\"demo@example.com\"]";
    odd.reconfigure(authors, "authors = [\"nobody@example.com\"]\npaths = [\"nowhere\"]");
    for sandbox in [&beginner, &odd] {
        for _ in 0..2 {
            sandbox.cpt(&["report"]);
            let page = sandbox.read("report/index.html");
            assert!(
                !page.contains('`'),
                "{:?}",
                page.lines().filter(|line| line.contains('`')).collect::<Vec<_>>()
            );
            sandbox.cpt(&["sync"]);
        }
        let review = sandbox.cpt(&["review", "--html"]).out;
        assert!(!review.contains('`'), "{review}");
    }
    assert!(odd.read("report/index.html").contains("Check <code>paths</code> under <code>[[repos]]</code>"));
}

#[test]
fn a_page_never_replaces_a_folder() {
    let sandbox = Sandbox::of_beginner(&[0]);
    fs::create_dir(sandbox.dir().join("public")).unwrap();
    let run = sandbox.cpt(&["report", "--out", "public"]);
    assert_snapshot!("report_into_a_folder", run);
}
