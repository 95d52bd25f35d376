//! A judge that misbehaves until the end: what the user reads, and that everything else is saved.

use std::time::Duration;

use cpt_tracker::model::{Judge, Track};
use cpt_tracker::sample;
use cpt_tracker::sample::judge::Fault;
use insta::assert_snapshot;

use super::sandbox::{Sandbox, TODAY};

/// Syncs while Codeforces has `fault` for every request: the words, when all else was saved and drawn.
fn told(fault: Fault) -> String {
    let sandbox = Sandbox::of_beginner(&[2, 1, 0]);
    let timeout = if matches!(fault, Fault::Slow(_)) { "400ms" } else { "60s" };
    sandbox.judge().fail("/api/", fault, usize::MAX);
    sync_all_but_codeforces(&sandbox, timeout)
}

fn sync_all_but_codeforces(sandbox: &Sandbox, timeout: &str) -> String {
    sandbox.reconfigure("[charts]\n", &format!("[judges.codeforces]\ntimeout = \"{timeout}\"\n\n[charts]\n"));
    let sync = sandbox.cpt(&["sync"]);
    assert_eq!(sync.code, Some(3), "{sync}");
    assert!(sandbox.read("charts/atcoder-heuristic.svg").ends_with("</svg>\n"));
    assert!(sandbox.read("charts/heatmap.svg").ends_with("</svg>\n"));

    let rating = sandbox.cpt(&["rating", "--json"]).json();
    let contests: Vec<_> =
        rating["series"].as_array().unwrap().iter().map(|series| &series["contests"]).collect();
    assert_eq!(contests, [0, 56, 8]);
    let store = rusqlite::Connection::open(sandbox.dir().join(".cpt/cpt.db")).unwrap();
    let solutions: i64 = store.query_row("SELECT count(*) FROM file_change", [], |row| row.get(0)).unwrap();
    assert_eq!(solutions, 3);
    sync.err
}

#[test]
fn a_refusal_in_its_own_words() {
    assert_snapshot!(told(Fault::Failed {
        status: 400,
        comment: "handle: Field should not be\u{1b}[31m odd".into()
    }));
}

#[test]
fn a_call_limit_that_stays() {
    assert_snapshot!(told(Fault::Failed { status: 200, comment: "Call limit exceeded".into() }));
}

#[test]
fn forbidden_in_plain_text() {
    assert_snapshot!(told(Fault::Text { status: 403, text: "Forbidden".into() }));
}

#[test]
fn forbidden_by_a_block_page() {
    assert_snapshot!(told(Fault::Page { status: 403 }));
}

#[test]
fn too_many_requests_for_an_hour() {
    assert_snapshot!(told(Fault::Wait { status: 429, retry_after: 3600 }));
}

#[test]
fn unavailable() {
    assert_snapshot!(told(Fault::Page { status: 503 }));
}

#[test]
fn a_web_page_as_if_all_were_well() {
    assert_snapshot!(told(Fault::Page { status: 200 }));
}

#[test]
fn an_answer_that_is_cut_off() {
    assert_snapshot!(told(Fault::Truncated));
}

#[test]
fn an_answer_that_comes_too_late() {
    assert_snapshot!(told(Fault::Slow(Duration::from_secs(2))));
}

#[test]
fn a_connection_that_is_closed() {
    assert_snapshot!(told(Fault::Cut));
}

#[test]
fn an_answer_that_never_ends() {
    assert_snapshot!(told(Fault::Large((64 << 20) + 1)));
}

#[test]
fn a_handle_that_nobody_has() {
    let sandbox = Sandbox::of_beginner(&[2, 1, 0]);
    sandbox.reconfigure("codeforces = \"cpt_demo\"", "codeforces = \"cpt_dmeo\"");
    assert_snapshot!(sync_all_but_codeforces(&sandbox, "60s"));
}

/// AtCoder lists no contest of somebody who isn't there, as of somebody who never took part.
#[test]
fn an_atcoder_handle_that_nobody_has_is_told_at_the_first_sync() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.reconfigure("\natcoder = \"cpt_demo\"", "\natcoder = \"cpt_dmeo\"");
    let sync = sandbox.cpt(&["sync"]);
    assert_eq!(sync.code, Some(3), "{sync}");
    assert_snapshot!(sync.err);
    // Whoever is there without a contest is asked about once.
    let mut data = sample::judge_data(TODAY).unwrap();
    for track in [Track::Algorithm, Track::Heuristic] {
        data.insert(Judge::ATCODER, track, "cpt_dmeo", serde_json::json!([]));
    }
    sandbox.judge().set(data);
    let from = sandbox.judge().seen().len();
    let profiles = || {
        let seen = sandbox.judge().seen();
        seen[from..].iter().filter(|seen| seen.target == "/users/cpt_dmeo").count()
    };
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    assert_eq!(profiles(), 1);
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    assert_eq!(profiles(), 1);
}

#[test]
fn no_network() {
    let sandbox = Sandbox::of_beginner(&[2, 1, 0]);
    let mut sync = sandbox.program(&["sync"]);
    // Nobody listens on port 9 of this machine.
    sync.env("CPT_CODEFORCES_URL", "http://127.0.0.1:9").env("CPT_ATCODER_URL", "http://127.0.0.1:9");
    let run = sandbox.run(sync);
    assert_snapshot!(run);
}

/// Faults of another day don't cost what was fetched before.
#[test]
fn what_was_fetched_before_stays() {
    let sandbox = Sandbox::of_beginner(&[2, 1, 0]);
    sandbox.cpt(&["sync"]);
    let ratings = || {
        let mut answer = sandbox.cpt(&["rating", "--json"]).json();
        for series in answer["series"].as_array_mut().unwrap() {
            // That the last attempt failed is told beside what is there.
            series.as_object_mut().unwrap().remove("failed").unwrap();
        }
        answer
    };
    let before = ratings();
    sandbox.judge().fail("/", Fault::Page { status: 403 }, usize::MAX);
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(3));
    assert_eq!(ratings(), before);
}
