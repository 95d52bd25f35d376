use std::process::Stdio;

use super::sandbox::Sandbox;

#[test]
fn every_command_has_a_page_that_other_pages_lead_to() {
    let sandbox = Sandbox::new();
    let written = sandbox.cpt(&["man", "--dir", "man1"]).answer();
    let pages: Vec<&str> = written.lines().collect();
    assert_eq!(pages[0], "man1/cpt.1");
    for page in ["man1/cpt-target.1", "man1/cpt-target-add.1", "man1/cpt-streak.1"] {
        assert!(pages.contains(&page), "{written}");
    }
    for page in &pages[1..] {
        let text = sandbox.read(page);
        let above = text.rsplit_once("SEE ALSO\"\n").unwrap().1;
        let above = above.trim().trim_start_matches("\\fB").split_once("\\fR").unwrap().0.replace('\\', "");
        assert!(pages.contains(&format!("man1/{above}.1").as_str()), "{page}: {above}");
    }
    let first = sandbox.read(pages[0]);
    for told in ["EXIT STATUS", "CPT_CONFIG", "cpt.toml"] {
        assert!(first.contains(told), "{told}: {first}");
    }
}

#[test]
#[ignore = "needs mandoc"]
fn mandoc_finds_nothing_to_say_about_the_manual() {
    let sandbox = Sandbox::new();
    let written = sandbox.cpt(&["man", "--dir", "man1"]).answer();
    let mut mandoc = sandbox.command("mandoc");
    mandoc.args(["-Tlint", "-Wwarning"]).args(written.lines()).stdin(Stdio::null());
    let run = sandbox.run(mandoc);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
}
