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
    let sandbox = Sandbox::of_synced_user();
    sandbox.cpt(&["chart", "rating", "--size", "1200x630", "--format", "svg"]);
    let svg = sandbox.read("charts/atcoder-algorithm.svg");
    assert!(svg.contains(r#"width="1200" height="630" viewBox="0 0 1200 630""#), "{}", &svg[..200]);
}

#[test]
fn solved_problems_are_split_by_difficulty_or_by_level() {
    let sandbox = Sandbox::of_synced_user();
    let splits = |arguments: &[&str]| {
        let run = sandbox.cpt(&[&["chart", "solved", "--format", "svg"], arguments].concat());
        assert_eq!(run.code, Some(0), "{run}");
        let svg = sandbox.read("charts/solved.svg");
        ["against your level at the time", ">at level<"].map(|words| svg.contains(words))
    };
    assert_eq!(splits(&[]), [false; 2]);
    assert_eq!(splits(&["--by", "level"]), [true; 2]);
    let configuration = sandbox.read("cpt.toml").replace("[charts]\n", "[charts]\nsolved_by = \"level\"\n");
    sandbox.write("cpt.toml", &configuration);
    assert_eq!(splits(&[]), [true; 2]);
    assert_eq!(splits(&["--by", "difficulty"]), [false; 2]);
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
            &["--since", "2030-01-01"],
            &["rating", "--by", "level"],
        ]
        .map(said)
        .join("\n")
    );
}

#[test]
fn cards_come_for_both_themes_with_what_to_paste() {
    let sandbox = Sandbox::of_synced_user();
    assert_snapshot!("cards", sandbox.cpt(&["chart", "card", "--format", "svg", "--theme", "dark"]));
    assert_snapshot!(
        "cards_elsewhere",
        sandbox.cpt(&["chart", "card", "--format", "png", "--out", "../a b"])
    );
}

#[test]
fn the_kinds_are_listed_one_a_line() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.cpt(&["chart", "--list"]));
}

#[test]
fn a_difficulty_chart_and_stats_tell_one_distance_from_the_level() {
    let sandbox = Sandbox::of_synced_user();
    let stats = sandbox.cpt(&["stats", "--since", "2020-01-01", "--json"]).json();
    sandbox.cpt(&["chart", "difficulty", "--since", "2020-01-01", "--format", "svg"]);
    let levels = stats["above_level"].as_array().unwrap();
    assert_eq!(levels.len(), 2, "{stats}");
    for level in levels {
        let (judge, median) = (level["judge"].as_str().unwrap(), level["median"].as_i64().unwrap());
        let svg = sandbox.read(&format!("charts/difficulty-{judge}.svg"));
        let side = if median > 0 { "above" } else { "below" };
        let told = format!("practice: {} {side} your level", median.abs());
        assert!(svg.contains(&told), "{told}: {}", &svg[..400]);
        assert!(svg.contains(&format!("{} outside of contests", level["problems"])), "{judge}");
    }
}

/// The hours between midnight and the start of the day still belong to the day before, in every chart.
#[test]
fn every_chart_of_one_moment_has_one_today() {
    let sandbox = Sandbox::of_sample_user();
    let night = |arguments: &[&str]| {
        let mut command = sandbox.program(arguments);
        command.env("CPT_NOW", "2026-11-23T16:22:00+00:00");
        sandbox.run(command)
    };
    night(&["sync"]);
    night(&["chart", "--format", "svg"]);
    for chart in ["codeforces", "journey"] {
        let svg = sandbox.read(&format!("charts/{chart}.svg"));
        assert!(svg.contains("as of Nov 23"), "{chart}: {}", &svg[..600]);
    }
    assert!(sandbox.read("charts/heatmap.svg").contains(" to Nov 23<"));
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
