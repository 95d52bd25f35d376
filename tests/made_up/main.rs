//! A judge that nobody knows but this test: registered in the program, which this test is, too, and taken from the
//! configuration to the page.

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails that way")]
#![allow(clippy::print_stdout, reason = "it runs without a harness")]

mod judge;
mod server;

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use cpt_tracker::model::AuthorDate;
use cpt_tracker::sample::{AUTHOR, repo::RepoBuilder};
use serde_json::Value;

/// Set where this file is to be the program.
const AS_PROGRAM: &str = "CPT_TEST_AS_PROGRAM";

fn main() -> ExitCode {
    if std::env::var_os(AS_PROGRAM).is_some() {
        cpt_tracker::judges::register(&judge::ENTRY).unwrap();
        return cpt_tracker::cli::main();
    }
    from_the_configuration_to_the_page();
    nothing_else_knows_its_name();
    println!("a made-up judge: ok");
    ExitCode::SUCCESS
}

/// The program with the made-up judge, in a folder of its own.
struct Program {
    home: tempfile::TempDir,
    url: String,
}

impl Program {
    /// What it prints; it must work.
    fn run(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args(arguments)
            .current_dir(self.home.path().join("work"))
            .stdin(Stdio::null())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.home.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("COLUMNS", "100")
            .env("CPT_NOW", "2026-11-23T21:30:00+09:00")
            .env("CPT_INTERVAL_MS", "1")
            .env(judge::SITE.variable, &self.url)
            .env(AS_PROGRAM, "1");
        let output = command.output().unwrap();
        let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}\n{out}{err}");
        out
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.run(arguments)).unwrap()
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.home.path().join("work").join(path)).unwrap()
    }
}

fn from_the_configuration_to_the_page() {
    let server = server::start(judge::answer);
    let home = tempfile::tempdir().unwrap();
    let work = home.path().join("work");
    let repo = RepoBuilder::init(&work, "Demo", AUTHOR).unwrap();
    let noon = AuthorDate { seconds: 1_795_000_000, offset_minutes: 540 };
    repo.commit(noon).write("solutions/pinecone/7.rs", "fn main() {}\n").finish().unwrap();
    let program = Program { home, url: server };

    // Configuration and init.
    program.run(&["init", "--pinecone", "alice"]);
    let file = work.join("cpt.toml");
    let mut text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("pinecone = \"alice\"\n") && text.contains("# codeforces = "), "{text}");
    assert!(
        text.contains("# [[targets]]\n# judge = \"pinecone\"\n") && text.contains("# colour = \"green\""),
        "{text}"
    );
    text =
        text.replace("[[repos]]", "[[repos]]\nauthors = [\"*\"]").replace("\nauthors = [\"demo", "\n# [\"");
    fs::write(&file, text).unwrap();
    program.run(&["target", "add", "pinecone", "cone", "--by", "2027-11-30"]);

    // Sync over HTTP, and the store.
    let synced = program.json(&["sync", "--json"]);
    let total = |name: &str| {
        let source = synced["sources"].as_array().unwrap().iter().find(|source| source["source"] == name);
        let source = source.unwrap_or_else(|| panic!("{name} in {synced}"));
        assert_eq!(source["error"], Value::Null, "{source}");
        source["total"].as_u64().unwrap()
    };
    assert_eq!(["pinecone.ratings", "pinecone.submissions", "pinecone.problems"].map(total), [8, 3, 12]);
    assert_eq!(program.json(&["sync", "--json"])["sources"][0]["new"], 0);

    // Answers.
    assert!(program.run(&["status"]).contains("Pinecone"));
    let rating = program.json(&["rating", "--json"]);
    let series = &rating["series"][0];
    assert_eq!((&series["judge"], &series["rating"]), (&"pinecone".into(), &170.into()), "{series}");
    assert_eq!((&series["colour"], &series["contests"]), (&"green".into(), &8.into()));
    let what_if = program.json(&["rating", "--what-if", "270", "--judge", "pinecone", "--json"]);
    // The formula: halfway to the performance.
    assert_eq!(what_if["what_if"][0]["rating"], 220, "{what_if}");
    let targets = program.json(&["target", "--json"]);
    let target = &targets["targets"][0];
    assert_eq!((&target["goal"], &target["needed_performance"]), (&200.into(), &230.into()), "{target}");
    assert!(target["forecast"]["p_reach"].is_number(), "{target}");
    let solved = program.json(&["solutions", "--json"]);
    let problem = &solved["problems"][0];
    assert_eq!(
        (&problem["problem"], &problem["url"]),
        (&"pinecone/7".into(), &"https://pinecone.example/p/7".into()),
        "{solved}"
    );
    let next = program.json(&["next", "--json"]);
    assert_eq!(next["problems"][0]["judge"], "pinecone", "{next}");
    let list = &program.json(&["list", "cones", "--json"])["lists"][0];
    assert_eq!((&list["total"], &list["solved"]), (&12.into(), &4.into()), "{list}");

    // Charts, the page, a file to begin with.
    assert!(program.read("charts/pinecone.svg").contains("Pinecone"));
    assert!(program.read("charts/difficulty-pinecone.svg").starts_with("<svg "));
    program.run(&["report", "--out", "page.html"]);
    let page = program.read("page.html");
    assert!(page.contains("Pinecone") && page.contains("https://pinecone.example/p/"));
    assert_eq!(program.run(&["new", "pinecone/9"]), "solutions/pinecone/9.rs\n");
    assert!(program.run(&["export", "ratings"]).contains("pinecone,algorithm,alice"));
}

fn nothing_else_knows_its_name() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).to_lowercase();
                assert!(!text.contains("pinecone"), "{}", path.display());
            }
        }
    }
}
