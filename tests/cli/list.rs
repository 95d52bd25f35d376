//! `cpt list`: lists of problems to work through, and `cpt next --list`.

use cpt_tracker::model::AuthorDate;
use cpt_tracker::sample::{self, AUTHOR, repo::RepoBuilder};
use insta::assert_snapshot;
use serde_json::json;

use super::sandbox::{Sandbox, TODAY};

const LIST: &str = "# Road to blue\n\n- [ ] abc200_a\n\n## Graphs\n\n\
                    - [Virus](https://www.acmicpc.net/problem/2606)\n- boj/1260 DFS and BFS\n\n\
                    ## Codeforces\n\nhttps://codeforces.com/contest/2022/problem/D\ncodeforces/2022/A\n";

/// The sample user with a list of their own, after a sync from judges that have Educational DP Contest, too.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::of_sample_user();
    let mut data = sample::judge_data(TODAY).unwrap();
    let mut add = |path: &str, rows: Vec<serde_json::Value>| {
        data.list_mut(path).as_array_mut().unwrap().extend(rows);
    };
    let tasks = ["a", "b", "c"];
    let index = |task: &str| task.to_uppercase();
    let problem = |task: &&str| {
        json!({"id": format!("dp_{task}"), "contest_id": "dp", "problem_index": index(task),
            "name": format!("Frog {task}"), "title": format!("{}. Frog {task}", index(task))})
    };
    add("/resources/problems.json", tasks.iter().map(problem).collect());
    let pair = |task: &&str| json!({"contest_id": "dp", "problem_id": format!("dp_{task}"), "problem_index": index(task)});
    add("/resources/contest-problem.json", tasks.iter().map(pair).collect());
    let contest = json!({"id": "dp", "start_epoch_second": 1_546_700_400, "duration_second": 18_000,
        "title": "Educational DP Contest", "rate_change": "-"});
    add("/resources/contests.json", vec![contest]);
    sandbox.judge().set(data);
    sandbox.write("lists/blue.md", LIST);
    sandbox.write("cpt.toml", &(sandbox.read("cpt.toml") + "\n[[lists]]\nfile = \"lists/blue.md\"\n"));
    sandbox.cpt(&["sync"]);
    sandbox
}

/// Commits a solution, half an hour before now.
fn commit(sandbox: &Sandbox, path: &str) {
    let repo = RepoBuilder::init(&sandbox.dir(), "Demo", AUTHOR).unwrap();
    let date = AuthorDate { seconds: 1_795_435_200, offset_minutes: 540 };
    repo.commit(date).write(path, "// \n").finish().unwrap();
}

#[test]
fn progress_is_by_heading_and_sets_of_the_judges_are_there_by_name() {
    let sandbox = sandbox();
    commit(&sandbox, "solutions/boj/1260.rs");
    assert_snapshot!("lists", sandbox.cpt(&["list"]));
    assert_snapshot!("a_list", sandbox.cpt(&["list", "Blue"]));
    assert_snapshot!("a_list_s_unsolved", sandbox.cpt(&["list", "blue", "--unsolved"]));
    commit(&sandbox, "solutions/atcoder/dp/b.rs");
    // Begun, it is listed with the others.
    assert_snapshot!("lists_with_a_begun_set", sandbox.cpt(&["list"]));
    assert_snapshot!("a_set", sandbox.cpt(&["list", "edpc"]));
    let by_contest = sandbox.cpt(&["list", "dp", "--json"]).json();
    assert_eq!(by_contest["lists"][0]["name"], "edpc");
    assert_snapshot!("no_such_list", sandbox.cpt(&["list", "bleu"]));
    assert_snapshot!("a_set_that_was_not_fetched", sandbox.cpt(&["list", "typical90"]));
}

#[test]
fn next_goes_through_a_list_in_its_order_and_stays_the_same_for_the_day() {
    let sandbox = sandbox();
    let problems = |arguments: &[&str]| {
        let json = sandbox.cpt(&[&["next", "--json"], arguments].concat()).json();
        let told = |one: &serde_json::Value| {
            format!("{} {}", one["problem"].as_str().unwrap(), one["progress"].as_str().unwrap())
        };
        json["problems"].as_array().unwrap().iter().map(told).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(problems(&["--list", "edpc", "--count", "2"]), "dp_a open, dp_b open");
    commit(&sandbox, "solutions/atcoder/dp/a.rs");
    assert_eq!(problems(&["--list", "edpc", "--count", "2"]), "dp_a committed, dp_b open");
    assert_eq!(problems(&["--list", "edpc", "--count", "2", "--again"]), "dp_c open");
    assert_eq!(
        problems(&["--list", "blue", "--judge", "codeforces"]),
        problems(&["--list", "blue", "--rating", "0.."])
    );
    assert_snapshot!("next_of_a_list", sandbox.cpt(&["next", "--list", "blue"]));
    assert_snapshot!(
        "next_of_a_list_where_nothing_fits",
        sandbox.cpt(&["next", "--list", "edpc", "--rating", "3000.."])
    );
}

#[test]
fn a_list_that_cannot_be_read_is_explained_and_costs_no_other_answer() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let configuration = sandbox.read("cpt.toml");
    let list =
        |file: &str| sandbox.write("cpt.toml", &format!("{configuration}\n[[lists]]\nfile = {file:?}\n"));
    list("lists/dp.md");
    assert_snapshot!("no_file_of_a_list", sandbox.cpt(&["list"]));
    sandbox.write(
        "lists/dp.md",
        "dp_a\n\n# More\nin March\nsee ABC300A and ABC300B\nx\n- https://example.com/\n",
    );
    assert_snapshot!("wrong_lines_of_a_list", sandbox.cpt(&["list", "dp"]));
    let page = sandbox.cpt(&["report", "--out", "page.html"]);
    assert_eq!(page.code, Some(0), "{page}");
    assert!(sandbox.read("page.html").contains("lists/dp.md:4: not a problem"));
    list("../notes.txt");
    assert_snapshot!("a_list_outside_of_the_workspace", sandbox.cpt(&["list"]));
}

#[test]
fn the_page_shows_the_lists() {
    let sandbox = sandbox();
    sandbox.cpt(&["report", "--out", "page.html"]);
    let page = sandbox.read("page.html");
    for shown in ["Road to blue", "boj/2606", "DFS and BFS", "Problems of the lists"] {
        assert!(page.contains(shown), "{shown}");
    }
}
