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

/// Each line of what a reader sees or hears that isn't a name or a number alone, once; numbers are the same in all.
fn lines(markup: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let text = seen(markup).replace("&#39;", "'").replace("&amp;", "&");
    for line in text.lines().map(str::trim).filter(|line| !line.is_ascii()) {
        let mut shown = String::new();
        for letter in line.chars() {
            let letter = if letter.is_ascii_digit() { '0' } else { letter };
            if !(letter == '0' && shown.ends_with('0')) {
                shown.push(letter);
            }
        }
        if !lines.contains(&shown) {
            lines.push(shown);
        }
    }
    lines.join("\n")
}

#[test]
fn charts_and_the_page_read_well_in_each_language() {
    for lang in ["ko", "ja"] {
        let sandbox = configured(lang);
        sandbox.cpt(&["report"]);
        assert_snapshot!(format!("page_{lang}"), lines(&sandbox.read("report/index.html")));
        let charts = ["atcoder-algorithm", "heatmap", "solved", "hours"]
            .map(|name| format!("{name}\n{}\n", lines(&sandbox.read(&format!("charts/{name}.svg")))));
        assert_snapshot!(format!("charts_{lang}"), charts.join("\n"));
    }
}

/// What an empty workspace has nothing to show of is said in the language of files, each reason once.
#[test]
fn an_empty_page_says_in_its_language_why_it_shows_nothing() {
    for lang in ["en", "ko", "ja", "en-XA"] {
        let sandbox = Sandbox::new();
        RepoBuilder::init(&sandbox.dir(), "Ada", "ada@example.com").unwrap();
        sandbox.write("cpt.toml", &format!("language = {lang:?}\n"));
        sandbox.cpt(&["report", "--lang", "en"]);
        let page = sandbox.read("report/index.html");
        if lang == "en-XA" {
            let left = left(&page, "cpt Ada toml rating journey solved difficulty tags hours handles sync");
            assert!(left.is_empty(), "{left:?}");
        } else {
            let charts = page.split("<section id=\"charts\"").nth(1).unwrap();
            let charts = charts.split("</section>").next().unwrap();
            let said = seen(&charts.replace("<code>", "`").replace("</code>", "`"));
            let said = said.split_whitespace().skip(1).collect::<Vec<_>>().join(" ");
            assert_snapshot!(format!("empty_page_{lang}"), said);
        }
    }
}

#[test]
fn no_word_of_the_page_is_left_in_english() {
    let sandbox = configured("en-XA");
    sandbox.cpt(&["report"]);
    let page = sandbox.read("report/index.html");
    let left = left(&page, &(known(&sandbox) + "all Solve CF in"));
    assert!(left.is_empty(), "{left:?}");
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
