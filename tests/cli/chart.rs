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
