//! The language of what cpt writes into files: the page, charts, the README and the year in review.

use std::collections::BTreeMap;
use std::path::PathBuf;

use cpt_tracker::sample::repo::RepoBuilder;
use insta::assert_snapshot;

use super::language::{names, unmarked, words};
use super::sandbox::Sandbox;

/// The sample user after their first sync, whose files are in `lang`.
fn configured(lang: &str) -> Sandbox {
    let sandbox = Sandbox::of_sample_user();
    let config = sandbox.read("cpt.toml");
    sandbox.write("cpt.toml", &format!("language = {lang:?}\n{config}"));
    sandbox.cpt(&["sync"]);
    sandbox
}

/// What a reader of a document sees or hears: its text without tags, styles and scripts, and what its attributes say.
fn seen(markup: &str) -> String {
    let mut text = String::new();
    let mut rest = markup;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push('\n');
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        for attribute in ["aria-label=\"", "title=\""] {
            if let Some((_, value)) = tag.split_once(attribute) {
                text.push_str(value.split('"').next().unwrap_or_default());
                text.push('\n');
            }
        }
        let unseen = ["style", "script", "code", "template"]
            .into_iter()
            .find(|name| tag.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')));
        rest = match unseen {
            Some(name) => after.split_once(&format!("</{name}>")).map_or("", |(_, after)| after),
            None => after,
        };
    }
    text + rest
}

/// The names that a sample user's files hold: of judges, contests, problems, tags, files and commits.
fn known(sandbox: &Sandbox) -> String {
    let mut known = "cpt Codeforces AtCoder Asia Seoul IM GM IGM LGM Revise ".to_owned();
    for command in [
        &["status"][..],
        &["streak"],
        &["next", "--tags"],
        &["todo", "--all"],
        &["contests", "--all"],
        &["stats", "--all"],
        &["solutions"],
        &["rating"],
    ] {
        names(&sandbox.cpt(&[command, &["--json"]].concat()).json(), &mut known);
    }
    known
}

/// The words outside of the pseudo-language's marks that are no names.
fn left(text: &str, known: &str) -> Vec<String> {
    let text = unmarked(&seen(text).replace("&amp;", "&").replace("&#39;", "'"));
    words(&text).difference(&words(known)).map(|word| (*word).to_owned()).collect()
}

#[test]
fn no_word_of_a_chart_is_left_in_english() {
    let sandbox = configured("en-XA");
    let known = known(&sandbox);
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(sandbox.dir().join("charts")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "svg") {
            let left = left(&std::fs::read_to_string(&path).unwrap(), &known);
            wrong.extend((!left.is_empty()).then(|| format!("{}: {left:?}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What cpt writes without being told where, by the folder that it is in.
const WRITTEN: [&str; 4] = ["README.md", "charts", "report", "review-2026"];

/// All of that, with what is in it.
fn written(sandbox: &Sandbox) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    for path in WRITTEN.map(|name| sandbox.dir().join(name)) {
        let inside = std::fs::read_dir(&path).into_iter().flatten().map(|entry| entry.unwrap().path());
        let inside: Vec<PathBuf> = inside.collect();
        for file in if inside.is_empty() { vec![path] } else { inside } {
            let text = std::fs::read_to_string(&file).unwrap();
            files.insert(file, text);
        }
    }
    files
}

#[test]
fn files_are_in_the_configured_language_and_another_locale_redraws_nothing() {
    let sandbox = Sandbox::of_sample_user();
    let config = sandbox.read("cpt.toml");
    sandbox.write("README.md", "<!-- cpt:begin -->\n<!-- cpt:end -->\n");
    let write = |locale: &str, asked: &[&str]| {
        for arguments in [&["sync"][..], &["report"], &["review"]] {
            let mut command = sandbox.program(&[asked, arguments].concat());
            command.env("LC_ALL", locale);
            let run = sandbox.run(command);
            assert_eq!(run.code, Some(0), "{run}");
        }
        written(&sandbox)
    };
    let languages =
        [("", "en", "Practice report"), ("ko", "ko", "연습 보고서"), ("ja", "ja", "精進レポート")];
    for (configured, lang, title) in languages {
        let language = if configured.is_empty() { "" } else { &*format!("language = {configured:?}\n") };
        sandbox.write("cpt.toml", &format!("{language}{config}"));
        let first = write("C", &[]);
        let page = &first[&sandbox.dir().join("report/index.html")];
        assert!(page.contains(&format!("<html lang=\"{lang}\">")) && page.contains(title), "{lang}");
        assert_snapshot!(format!("readme_{lang}"), first[&sandbox.dir().join("README.md")]);
        assert!(first.len() > 20, "{}", first.len());
        assert!(first == write("ja_JP.UTF-8", &[]), "{lang}");
        assert!(first == write("C", &["--lang", "ko"]), "{lang}");
    }
}

#[test]
fn no_word_of_the_year_in_review_is_left_in_english() {
    let sandbox = configured("en-XA");
    let known = known(&sandbox) + " Markdown 2026 svg review year heatmap solved atcoder algorithm ";
    for arguments in [&["review"][..], &["review", "--html"]] {
        let left = left(&sandbox.cpt(arguments).out, &known);
        assert!(left.is_empty(), "{arguments:?}: {left:?}");
    }
}

#[test]
fn the_year_in_review_is_in_the_configured_language() {
    for lang in ["ko", "ja"] {
        let sandbox = configured(lang);
        let review = sandbox.cpt(&["review", "--no-charts"]).out;
        assert_snapshot!(format!("review_{lang}"), review);
        assert_eq!(sandbox.cpt(&["review", "--no-charts", "--lang", "en"]).out, review, "{lang}");
    }
}

#[test]
fn what_init_writes_is_in_the_language_that_it_ran_in_and_later_files_stay_in_it() {
    for (lang, locale) in [("ko", "ko_KR.UTF-8"), ("ja", "ja_JP.UTF-8")] {
        let sandbox = Sandbox::new();
        RepoBuilder::init(&sandbox.dir(), "Ada", "ada@example.com").unwrap();
        let mut command = sandbox.program(&["init", "--group", "--timezone", "Asia/Seoul"]);
        command.env("LC_ALL", locale);
        assert_eq!(sandbox.run(command).code, Some(0));
        assert_snapshot!(format!("init_{lang}"), sandbox.read("cpt.toml"));
        for (arguments, file) in [(&[][..], "cpt"), (&["--group"], "cpt-group")] {
            // The file says the language by now.
            let run = sandbox.cpt(&[&["init", "--github-action"], arguments].concat());
            assert_eq!(run.code, Some(0), "{run}");
            let text = sandbox.read(&format!(".github/workflows/{file}.yml"));
            let said: Vec<&str> = text.lines().filter(|line| !line.is_ascii()).collect();
            assert_snapshot!(format!("init_{lang}_{file}"), said.join("\n"));
            let bare = |line: &str| line.split('#').next().unwrap_or_default().trim_end().to_owned();
            let steps: Vec<String> = text.lines().map(bare).filter(|line| line.is_ascii()).collect();
            let run =
                sandbox.cpt(&[&["init", "--github-action", "--force", "--lang", "en"], arguments].concat());
            assert_eq!(run.code, Some(0), "{run}");
            let english = sandbox.read(&format!(".github/workflows/{file}.yml"));
            assert!(english.is_ascii(), "{english}");
            let english: Vec<String> = english.lines().map(bare).collect();
            let missing: Vec<&String> = steps.iter().filter(|line| !english.contains(line)).collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
    }
}
