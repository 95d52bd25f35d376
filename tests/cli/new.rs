//! `cpt new`: the file for a solution.

use cpt_tracker::model::AuthorDate;
use cpt_tracker::sample::{AUTHOR, repo::RepoBuilder};
use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// Commits files of the working directory as they are, half an hour before the tests' now.
fn commit(sandbox: &Sandbox, paths: &[&str]) {
    let repo = RepoBuilder::init(&sandbox.dir(), "Demo", AUTHOR).unwrap();
    let mut commit = repo.commit(AuthorDate { seconds: 1_795_435_200, offset_minutes: 540 });
    for path in paths {
        commit = commit.write(path, sandbox.read(path));
    }
    commit.finish().unwrap();
}

#[test]
fn a_new_solution_lies_and_begins_like_the_others_and_names_its_problem() {
    let sandbox = Sandbox::of_synced_user();
    sandbox.write("template.rs", "fn main() {\n    println!(\"{}\", 1);\n}\n");
    let wanted = [
        (
            "https://codeforces.com/contest/2022/problem/D",
            "codeforces/2022/D",
            "solutions/codeforces/2022/D.rs",
        ),
        ("abc385_e", "abc385_e", "solutions/atcoder/abc385/e.rs"),
        ("boj/1000", "boj/1000", "solutions/boj/1000.rs"),
        ("https://open.kattis.com/problems/twosum", "kattis/twosum", "solutions/kattis/twosum.rs"),
        ("https://leetcode.com/problems/two-sum/", "leetcode/two-sum", "solutions/leetcode/two-sum.rs"),
        ("codeforces/gym/102646/A", "codeforces/gym/102646/A", "solutions/codeforces/102646/A.rs"),
    ];
    for (word, _, path) in wanted {
        assert_eq!(sandbox.cpt(&["new", word]).answer(), format!("{path}\n"), "{word}");
    }
    assert_snapshot!("a_solution_that_is_known", sandbox.read("solutions/codeforces/2022/D.rs"));
    assert_snapshot!("a_solution_of_another_judge", sandbox.read("solutions/boj/1000.rs"));

    commit(&sandbox, &wanted.map(|(_, _, path)| path));
    let solutions = sandbox.cpt(&["solutions", "--json"]).json();
    for (_, problem, path) in wanted {
        let solves = |one: &&serde_json::Value| one["problem"] == problem;
        let found = solutions["problems"].as_array().unwrap().iter().find(solves);
        let found = found.unwrap_or_else(|| panic!("no solution names {problem}"));
        assert_eq!(found["files"][0]["path"], path);
    }
}

#[test]
fn a_contest_is_a_file_for_each_of_its_problems() {
    let sandbox = Sandbox::of_synced_user();
    sandbox.write("solutions/atcoder/abc429/b.rs", "mine");
    let run = sandbox.cpt(&["new", "abc429"]);
    let is_of_it = |line: &str| line.starts_with("solutions/atcoder/abc429/");
    let there = run.err.lines().filter(|line| line.ends_with(" already exists"));
    let all: Vec<&str> = run.out.lines().chain(there).collect();
    assert!(all.len() == 7 && all.iter().copied().all(is_of_it), "{run}");
    assert_eq!(sandbox.read("solutions/atcoder/abc429/b.rs"), "mine");
    for word in ["https://atcoder.jp/contests/abc429/tasks", "atcoder/ABC429", "ac/abc429"] {
        let again = sandbox.cpt(&["new", word]);
        assert_eq!((again.code, again.out.as_str()), (Some(0), ""), "{word}");
        assert_eq!(again.err.lines().filter(|line| is_of_it(line)).count(), 7, "{word}: {again}");
    }
    let codeforces = sandbox.cpt(&["new", "https://codeforces.com/contest/2022"]).out;
    assert!(codeforces.contains("solutions/codeforces/2022/D.rs\n"), "{codeforces}");
    assert_eq!(sandbox.cpt(&["new", "abc999"]).code, Some(2));
}

#[test]
fn what_is_there_stays_as_it_is() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.write("solutions/codeforces/4/A.rs", "fn main() {}\n");
    assert_snapshot!("there_already", sandbox.cpt(&["new", "codeforces/4/A"]));
    assert_eq!(sandbox.read("solutions/codeforces/4/A.rs"), "fn main() {}\n");
    commit(&sandbox, &["solutions/codeforces/4/A.rs"]);
    assert_snapshot!("solved_in_another_language", sandbox.cpt(&["new", "CF4A", "--ext", "py"]));
}

#[test]
fn where_it_lies_and_what_it_begins_as_can_be_configured() {
    let sandbox = Sandbox::of_beginner(&[]);
    assert_snapshot!("a_language_that_nothing_shows", sandbox.cpt(&["new", "abc300_a"]));
    let configuration = sandbox.read("cpt.toml");
    let new = r#"
[new]
layout = "{Judge}/{ID}.{ext}"
layouts = { atcoder = "{Judge}/{SERIES}/{from:50+1}-{to:50+1}/{contest}{INDEX}.{ext}" }
extension = "cpp"
template = "templates/main.{ext}"
"#;
    sandbox.write("cpt.toml", &format!("{configuration}{new}"));
    assert_snapshot!("a_template_that_is_missing", sandbox.cpt(&["new", "abc300_a"]));
    sandbox.write("templates/main.cpp", "// {{problem}} {{link}}, {{date}}\nint main() {}\n");
    assert_eq!(sandbox.cpt(&["new", "abc300_a"]).answer(), "AtCoder/ABC/251-300/abc300A.cpp\n");
    assert_eq!(sandbox.cpt(&["new", "4A"]).code, Some(2));
    assert_eq!(sandbox.cpt(&["new", "codeforces/4/A"]).answer(), "Codeforces/4A.cpp\n");
    assert_snapshot!("filled_in", sandbox.read("Codeforces/4A.cpp"));
    let of_set = sandbox.cpt(&["new", "https://atcoder.jp/contests/abc300/tasks/dp"]);
    assert_snapshot!("a_problem_without_the_layouts_parts", of_set);
}

#[test]
fn the_editor_is_the_users_own_command_line() {
    let sandbox = Sandbox::of_beginner(&[0]);
    assert_snapshot!("no_editor", sandbox.cpt(&["new", "codeforces/4/A", "--edit"]));
    assert!(!sandbox.dir().join("solutions/codeforces").exists());
    let edit = |word: &str| {
        let mut program = sandbox.program(&["new", word, "--edit"]);
        program.env("EDITOR", "false").env("VISUAL", "printf 'edits %s\n'");
        sandbox.run(program)
    };
    assert_snapshot!("edited", edit("codeforces/4/A"));
    assert_snapshot!("edited_again", edit("codeforces/4/A"));
}

#[test]
fn a_word_that_names_no_problem_or_several_is_an_error() {
    let sandbox = Sandbox::of_beginner(&[0]);
    assert_snapshot!("no_problem", sandbox.cpt(&["new", "hello"]));
    assert_snapshot!("several", sandbox.cpt(&["new", "ABC300A, ABC300B"]));
    assert_eq!(sandbox.cpt(&["new", "boj/../../../1000"]).answer(), "solutions/boj/1000.rs\n");
}
