//! Errors and warnings in every language: what was typed or configured wrongly, what can't be read.

use std::collections::BTreeSet;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// Lines that are wrong, in the workspace of a beginner.
const LINES: [&[&str]; 28] = [
    &["steak"],
    &["streak", "--chek"],
    &["--check"],
    &["streak", "today"],
    &["target", "add"],
    &["target", "add", "atcoder", "green", "--by", "soon"],
    &["target", "remove", "atcoder", "green", "--by", "2026-13-01"],
    &["rating", "--what-if", "1200,abc"],
    &["streak", "--weeks", "x"],
    &["streak", "--daily-from", "25"],
    &["next", "--count", "999"],
    &["next", "--probability", "2"],
    &["next", "--rating", "1400..1200"],
    &["review", "26.5"],
    &["group", "--month", "november"],
    &["stats", "--last", "soon"],
    &["chart", "--size", "10x10"],
    &["chart", "--theme", "drk"],
    &["streak", "--check=5"],
    &["next", "--easy", "--hard"],
    &["export", "days", "--since"],
    &["config", "--no-pager"],
    &["stats", "--since", "2026-02-02", "--until", "2026-01-01"],
    &["rating", "--judge", "atcodr"],
    &["list", "nothing"],
    &["new", "nothing"],
    &["export"],
    &["chart", "heatmap", "--term"],
];

/// Configurations that are wrong.
const CONFIGURATIONS: [&str; 13] = [
    "[handles]\ncodeforce = \"ada\"\n",
    "[handles]\natcoder = \"a/b\"\n",
    "[streak]\ngoal = \"many\"\n",
    "[streak]\ngoal = 0\n",
    "[streak]\ntimezone = \"Asia/Soul\"\n",
    "[streak]\nday_starts_at = \"4\"\n",
    "[streak]\nrest_days = [\"sonday\"]\n",
    "[[targets]]\njudge = \"codeforces\"\ntrack = \"heuristic\"\ncolour = \"cyan\"\nby = \"2026-12-31\"\n",
    "[[targets]]\njudge = \"atcoder\"\ncolour = \"green\"\nby = \"2026-13-01\"\n",
    "[charts]\ntheme = \"sepia\"\n",
    "[judges.codeforces]\ntimeout = \"0s\"\n",
    "[[repos]]\npath = \".\"\njudge = \"bok\"\n",
    "[[lists]]\nfile = \"a.md\"\nname = \"a b\"\n",
];

/// What is said of each of the lines and the configurations.
fn told(lang: &str) -> Vec<(String, String)> {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    let said = |sandbox: &Sandbox, line: &[&str]| {
        let run = sandbox.cpt(&[&["--lang", lang], line].concat());
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "cpt {}: {run}", line.join(" "));
        run.err
    };
    let mut told: Vec<(String, String)> =
        LINES.iter().map(|line| (format!("$ cpt {}", line.join(" ")), said(&sandbox, line))).collect();
    for configuration in CONFIGURATIONS {
        sandbox.write("cpt.toml", configuration);
        let run = sandbox.cpt(&["--lang", lang, "status"]);
        assert_eq!(run.code, Some(2), "{configuration}: {run}");
        told.push((configuration.to_owned(), run.err));
    }
    let nowhere = Sandbox::new();
    told.push(("$ cpt status".to_owned(), said(&nowhere, &["status"])));
    nowhere.write("cpt.toml", "");
    let run = nowhere.cpt(&["--lang", lang, "streak"]);
    assert_eq!(run.code, Some(3), "{run}");
    told.push(("# not a repository".to_owned(), run.err));
    told
}

#[test]
fn errors_read_well_in_each_language() {
    for lang in ["ko", "ja"] {
        let lines = told(lang).into_iter().map(|(what, said)| format!("{}\n{said}", what.trim_end()));
        assert_snapshot!(format!("errors_{lang}"), lines.collect::<Vec<_>>().join("\n"));
    }
}

/// The words of Latin letters in a text.
fn words(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1).collect()
}

#[test]
fn no_word_of_an_error_is_left_in_english() {
    let mut left = Vec::new();
    for (what, said) in told("en-XA") {
        let mut depth = 0_i32;
        let outside = |c: &char| {
            depth += match c {
                '⟦' => 1,
                '⟧' => -1,
                _ => return depth == 0,
            };
            false
        };
        let text: String = said.chars().filter(outside).collect();
        // Where it is: a file, a key, an option.
        let known = format!("{what} cpt toml handles targets by streak name DIR");
        let unsaid: Vec<&str> = words(&text).difference(&words(&known)).copied().collect();
        if !unsaid.is_empty() {
            left.push(format!("{what}: {unsaid:?} in {said}"));
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}

#[test]
fn warnings_of_repositories_are_said_in_each_language() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    sandbox.write(
        "cpt.toml",
        "[[repos]]\npath = \".\"\npaths = [\"solutions\", \"nowhere\"]\nauthors = [\"nobody@example.com\"]\n",
    );
    let said = |lang: &str| sandbox.cpt(&["--lang", lang, "streak"]).err;
    assert_snapshot!("warnings", ["en", "ko", "ja"].map(said).join("\n"));
}
