//! `--judge` takes every judge of which there is something to tell, fetched or not, and says why where there is nothing.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

const RATINGS: &str = "judge,handle,contest,name,at,new\nour-own,ada,r1,Round 1,2026-10-01T12:00:00Z,1200\n\
                       our-own,ada,r2,Round 2,2026-10-08T12:00:00Z,1310\n";

const SOLVED: &str = "judge,at,problem,name,outcome\nour-own,2026-10-01T12:10:00Z,r1/A,Ant,accepted\n\
                      our-own,2026-11-20T12:00:00Z,r2/B,Bee,accepted\nour-own,2026-11-21T12:00:00Z,r2/C,Cat,rejected\n";

/// Somebody who is at AtCoder, has committed problems of BOJ and Programmers, and imported a judge of their own.
fn sandbox() -> Sandbox {
    let solution = |path: &str| (1, path.to_owned(), format!("// {path}\n"));
    let sandbox =
        Sandbox::with_solutions(["boj/1000.rs", "programmers/12951.py", "abc300_a.rs"].map(solution));
    sandbox.write("ratings.csv", RATINGS);
    sandbox.write("solved.csv", SOLVED);
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    for file in ["ratings.csv", "solved.csv"] {
        assert_eq!(sandbox.cpt(&["import", file]).code, Some(0));
    }
    sandbox
}

#[test]
fn a_judge_may_be_asked_about_wherever_there_is_something_of_it() {
    let sandbox = sandbox();
    let of = |arguments: &[&str], judge: &str| {
        let run = sandbox.cpt(&[arguments, &["--judge", judge]].concat());
        assert_eq!(run.code, Some(0), "{arguments:?} {judge}: {run}");
        run
    };
    for judge in ["our-own", "Our-Own", "boj", "백준", "swea", "leetcode", "cf", "AC", "library-checker"] {
        for command in [&["stats"][..], &["todo"], &["solutions"]] {
            of(command, judge);
        }
    }
    assert_eq!(of(&["stats", "--json"], "our-own").json()["all"]["solved"], 2);
    assert_eq!(of(&["stats", "--json"], "boj").json()["all"]["solved"], 0);
    let todo = of(&["todo", "--json"], "our-own").json();
    assert_eq!(todo["tried"][0]["problem"], "our-own/r2/C", "{todo}");
    let solutions = of(&["solutions", "--json"], "boj").json();
    assert_eq!(solutions["problems"].as_array().unwrap().len(), 1, "{solutions}");
    let missing = of(&["solutions", "--missing", "--json"], "our-own").json();
    assert_eq!(missing["missing"].as_array().unwrap().len(), 2, "{missing}");
    let rating = of(&["rating", "--json"], "our-own").json();
    assert_eq!(
        (&rating["series"][0]["rating"], rating["series"].as_array().unwrap().len()),
        (&1310.into(), 1),
        "{rating}"
    );
    let contests = of(&["contests", "--json"], "our-own").json();
    assert_eq!(contests["past"].as_array().unwrap().len(), 2, "{contests}");
}

#[test]
fn where_there_is_nothing_of_a_judge_the_reason_is_said_and_what_to_do() {
    let sandbox = sandbox();
    let mut refused = String::new();
    for arguments in [
        &["stats", "--judge", "bojj"][..],
        &["todo", "--judge", "our-onw"],
        &["solutions", "--judge", "nowhere-at-all"],
        &["solutions", "--missing", "--judge", "programmers"],
        &["solutions", "--unsubmitted", "--judge", "boj"],
        &["rating", "--judge", "boj"],
        &["rating", "--judge", "aoj"],
        &["rating", "--judge", "codeforces", "--track", "heuristic"],
        &["target", "add", "our-own", "1500", "--by", "2027"],
        &["target", "remove", "boj", "green"],
        &["next", "--judge", "our-own"],
        &["contests", "--judge", "boj"],
    ] {
        let run = sandbox.cpt(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{run}");
        refused.push_str(&format!("$ cpt {}\n{}\n", arguments.join(" "), run.err));
    }
    assert_snapshot!(refused);
}
