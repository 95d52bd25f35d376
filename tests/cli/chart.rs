//! Which charts are drawn, and how.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn what_has_no_data_is_said_and_not_drawn() {
    let sandbox = Sandbox::of_sample_user();
    assert_snapshot!("before_the_first_sync", sandbox.cpt(&["chart", "rating"]));
    sandbox.write("cpt.toml", "");
    assert_snapshot!("without_a_handle", sandbox.cpt(&["chart", "rating"]));
    assert!(!sandbox.dir().join("charts").exists());
}

#[test]
fn a_chart_has_the_size_that_was_asked_for() {
    let sandbox = Sandbox::of_sample_user();
    sandbox.cpt(&["sync"]);
    sandbox.cpt(&["chart", "rating", "--size", "1200x630", "--format", "svg"]);
    let svg = sandbox.read("charts/atcoder-algorithm.svg");
    assert!(svg.contains(r#"width="1200" height="630" viewBox="0 0 1200 630""#), "{}", &svg[..200]);
}

#[test]
fn sizes_and_days_that_cannot_be_are_explained() {
    let sandbox = Sandbox::of_sample_user();
    let said = |arguments: &[&str]| {
        let run = sandbox.cpt(&[&["chart"], arguments].concat());
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{run}");
        run.err
    };
    assert_snapshot!(
        [
            &["--size", "big"][..],
            &["--size", "10x10"],
            &["--since", "last week"],
            &["--until", "2026-02-30"],
            &["--since", "2026-03-01", "--until", "2026-02-28"],
        ]
        .map(said)
        .join("\n")
    );
}

#[test]
fn cards_come_for_both_themes_with_what_to_paste() {
    let sandbox = Sandbox::of_sample_user();
    sandbox.cpt(&["sync"]);
    assert_snapshot!("cards", sandbox.cpt(&["chart", "card", "--format", "svg", "--theme", "dark"]));
    assert_snapshot!(
        "cards_elsewhere",
        sandbox.cpt(&["chart", "card", "--format", "png", "--out", "../a b"])
    );
}

#[test]
fn a_rating_is_drawn_in_the_terminal() {
    let sandbox = Sandbox::of_sample_user();
    sandbox.cpt(&["sync", "--offline"]);
    assert_snapshot!("term_before_the_first_sync", sandbox.cpt(&["chart", "rating", "--term"]));
    sandbox.cpt(&["sync"]);
    let drawn = sandbox.cpt(&["chart", "rating", "--term", "--since", "2026-01-01"]);
    assert!(drawn.out.lines().all(|line| line.chars().count() <= 100), "{drawn}");
    assert_snapshot!("term", drawn);
    let mut narrow = sandbox.program(&["chart", "--term"]);
    narrow.env("COLUMNS", "40");
    let narrow = sandbox.run(narrow).answer();
    let of_line = |line: &&str| line.contains(['│', '┤', '└']);
    assert!(narrow.lines().filter(of_line).all(|line| line.chars().count() <= 40), "{narrow}");
    let other = sandbox.cpt(&["chart", "heatmap", "--term"]);
    assert_eq!(other.code, Some(2), "{other}");
}
