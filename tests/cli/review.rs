//! A year to look back on.

use insta::assert_snapshot;
use serde_json::json;

use super::sandbox::Sandbox;

#[test]
fn a_year_is_told_in_markdown_html_and_json() {
    let sandbox = Sandbox::of_synced_user();
    let markdown = sandbox.cpt(&["review"]);
    assert_snapshot!("this_year", markdown);
    for picture in markdown.out.split("](review-2026/").skip(1) {
        let file = picture.split(')').next().unwrap();
        assert!(sandbox.read(&format!("review-2026/{file}")).starts_with("<svg"), "{file}");
    }
    // Nothing has changed: the charts are left alone, and nothing is said.
    assert_eq!(sandbox.cpt(&["review", "2026"]).answer(), markdown.out);
    // The page holds all that it shows, in the frame that the report has.
    let page = sandbox.cpt(&["review", "2025", "--html"]).answer();
    assert!(page.contains("<h1>2025 in competitive programming</h1>") && page.contains("id=\"theme-dark\""));
    assert!(page.matches("<svg viewBox=").count() >= 3 && !page.contains("<img"), "{}", page.len());
    assert!(
        page.contains("<h2>Contests</h2>")
            && page.contains("<th scope=\"col\" data-kind=\"number\">Highest</th>")
    );
    assert!(!sandbox.dir().join("review-2025").exists());
    sandbox.cpt(&["review", "2025", "--html", "--charts", "a b"]);
    assert!(sandbox.dir().join("a b/year.svg").is_file());
    assert_snapshot!("a_year_before_everything", sandbox.cpt(&["review", "2019"]).answer());
    assert!(!sandbox.dir().join("review-2019").exists());

    let json = sandbox.cpt(&["review", "--json"]).json();
    assert_eq!(
        (&json["schema"], &json["year"], &json["to"]),
        (&json!(1), &json!(2026), &json!("2026-11-23"))
    );
    let streak = sandbox.cpt(&["streak", "--json"]).json();
    let days = streak["days"].as_array().unwrap();
    let in_year = days.iter().filter(|day| day["date"].as_str().unwrap().starts_with("2026-")).count();
    assert_eq!(json["practice"]["days"], in_year);
    assert_eq!(json["series"][1]["reached"][2]["colour"], "cyan");
    assert!(json["targets"][0]["forecast"]["p_reach"].is_number());
    assert_eq!(json["next_colours"][0]["colour"], "blue");
}

#[test]
fn a_year_without_a_sync_is_what_git_knows() {
    let sandbox = Sandbox::of_beginner(&[2, 1, 0]);
    assert_snapshot!("before_the_first_sync", sandbox.cpt(&["review", "--no-charts"]));
    assert_snapshot!("a_year_to_come", sandbox.cpt(&["review", "2027"]));
    let mut january = sandbox.program(&["review", "--json"]);
    january.env("CPT_NOW", "2027-01-05T12:00:00+09:00");
    let json = sandbox.run(january).json();
    assert_eq!((&json["year"], &json["is_over"]), (&json!(2026), &json!(true)));
}
