//! `cpt group`: a repository that several share, by authors, by folders and by branches.

use cpt_tracker::model::{AuthorDate, CommitId};
use cpt_tracker::sample::repo::RepoBuilder;
use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A moment so many days before today, 2026-11-23, a Monday, at 20:00 in Seoul.
fn ago(days: i64) -> AuthorDate {
    AuthorDate { seconds: 1_795_431_600 - days * 86_400, offset_minutes: 540 }
}

/// A commit of a solution: how many days ago, by whom, and the file.
pub type Solve<'a> = (i64, &'a str, &'a str);

pub fn repository(solves: &[Solve<'_>]) -> (Sandbox, RepoBuilder) {
    let sandbox = Sandbox::new();
    let repo = RepoBuilder::init(&sandbox.dir(), "Organiser", "organiser@example.com").unwrap();
    for (days, who, file) in solves {
        solve(&repo, "main", *days, who, file);
    }
    (sandbox, repo)
}

pub fn solve(repo: &RepoBuilder, branch: &str, days: i64, who: &str, file: &str) -> CommitId {
    let email = format!("{who}@example.com");
    let commit = repo.commit(ago(days)).on(branch).author(who, email);
    commit.write(file, format!("// {who} {days}\n")).finish().unwrap()
}

const GROUP: &str = "[group]\nname = \"Monday group\"\ntimezone = \"Asia/Seoul\"\nsettles = \"tuesday 20:00\"\n\
                     goal = \"2/week\"\nfrom = 2026-11-09\n\
                     fine = { missed = 1000, unit = \"KRW\" }\n";

/// Two weeks of three members: one who keeps up, one who is behind, and one who is on holiday.
pub const SOLVES: [Solve<'_>; 8] = [
    (13, "ada", "ada/abc300_a.rs"),
    (12, "ada", "ada/abc300_b.rs"),
    (12, "bob", "bob/abc300_a.py"),
    (6, "ada", "ada/codeforces/4/A.rs"),
    (5, "ada", "ada/abc301_a.rs"),
    (5, "bob", "bob/abc301_a.py"),
    (0, "ada", "ada/abc302_a.rs"),
    (0, "stranger", "stranger/abc300_a.rs"),
];

pub fn by_authors() -> String {
    let member =
        |name: &str| format!("[[group.members]]\nname = \"{name}\"\nauthors = [\"{name}@example.com\"]\n");
    format!(
        "{GROUP}{}{}{}excused = [\"2026-11-16..2026-11-30\"]\n",
        member("ada"),
        member("bob"),
        member("cem")
    )
}

#[test]
fn a_week_is_told_by_members_who_share_a_repository() {
    let (sandbox, _repo) = repository(&SOLVES);
    let weeks =
        "[[group.weeks]]\nweek = \"2026-W48\"\nproblems = [\"abc300_a\", \"abc302_a\", \"boj/1000\"]\n";
    sandbox.write("cpt.toml", &(by_authors() + weeks));
    let mut shown = String::new();
    for command in [
        &["group"][..],
        &["group", "--missing"],
        &["group", "--week", "2026-W47"],
        &["group", "--week", "2026-11-10"],
        &["group", "--month", "2026-11"],
        &["group", "--member", "Ada", "--week", "2026-W47"],
        &["group", "--member", "bob"],
        &["group", "--json"],
        &["group", "ledger"],
        &["group", "ledger", "--json"],
    ] {
        let answer = sandbox.cpt(command).answer();
        assert!(!answer.contains("example.com") && !answer.contains("stranger"), "{answer}");
        shown.push_str(&format!("$ cpt {}\n{answer}\n", command.join(" ")));
    }
    assert_snapshot!(shown);
}

#[test]
fn a_narrow_terminal_holds_a_week() {
    let (sandbox, _repo) = repository(&SOLVES);
    let name = "name = \"김민지, who has a long name\"";
    sandbox.write("cpt.toml", &by_authors().replace("name = \"ada\"", name));
    let mut command = sandbox.program(&["group", "--week", "2026-W47"]);
    command.env("COLUMNS", "60");
    let answer = sandbox.run(command).answer();
    let table = answer.lines().skip(1).take(4);
    assert!(table.clone().all(|line| line.chars().count() <= 60), "{answer}");
    assert!(answer.contains("김민지"), "{answer}");
}

/// The rows of this week by name: problems that count.
fn solved(sandbox: &Sandbox, week: &str) -> Vec<(String, u64)> {
    let json = sandbox.cpt(&["group", "--json", "--week", week]).json();
    let row =
        |row: &serde_json::Value| (row["name"].as_str().unwrap().to_owned(), row["solved"].as_u64().unwrap());
    json["members"].as_array().unwrap().iter().map(row).collect()
}

fn rows<const N: usize>(rows: [(&str, u64); N]) -> Vec<(String, u64)> {
    rows.map(|(name, solved)| (name.to_owned(), solved)).to_vec()
}

#[test]
fn folders_of_a_shared_repository_tell_members_apart_whoever_commits() {
    let (sandbox, repo) = repository(&SOLVES);
    solve(&repo, "main", 4, "organiser", "week47/bob/abc301_b.py");
    solve(&repo, "main", 4, "organiser", "bobby/abc301_b.py");
    solve(&repo, "main", 4, "github-actions[bot]", "ada/abc301_c.rs");
    let members = "[[group.members]]\nname = \"A\"\npaths = [\"ada/**\"]\n\
                   [[group.members]]\nname = \"B\"\npaths = [\"bob/\", \"week*/bob/**\"]\n";
    sandbox.write("cpt.toml", &format!("{GROUP}{members}"));
    assert_eq!(solved(&sandbox, "2026-W47"), rows([("A", 2), ("B", 2)]));
}

#[test]
fn branches_of_a_shared_repository_tell_members_apart() {
    let (sandbox, repo) = repository(&[(13, "organiser", "template/abc200_a.rs")]);
    let start = repo.tip("main").unwrap();
    for member in ["ada", "bob"] {
        repo.branch(member, start).unwrap();
    }
    let first = solve(&repo, "ada", 6, "anybody", "abc300_a.rs");
    solve(&repo, "bob", 5, "anybody", "abc300_b.rs");
    // Ada's work is merged into Bob's branch and stays hers.
    let parents = [repo.tip("bob").unwrap(), first];
    repo.commit(ago(4)).on("bob").parents(&parents).write("abc300_a.rs", "x").finish().unwrap();
    solve(&repo, "bob", 3, "anybody", "abc300_c.rs");
    let members = "[[group.members]]\nname = \"ada\"\nbranch = \"ada\"\n\
                   [[group.members]]\nname = \"bob\"\nbranch = \"bob\"\n\
                   [[group.members]]\nname = \"cem\"\nbranch = \"nowhere\"\n";
    sandbox.write("cpt.toml", &format!("{GROUP}{members}"));
    assert_eq!(solved(&sandbox, "2026-W47"), rows([("ada", 1), ("bob", 2), ("cem", 0)]));
    // What they began with is nobody's.
    assert_eq!(solved(&sandbox, "2026-W46"), rows([("ada", 0), ("bob", 0), ("cem", 0)]));
    // A clone has only what is at its origin.
    repo.reference("refs/remotes/origin/ada", repo.tip("ada").unwrap()).unwrap();
    repo.delete_branch("ada").unwrap();
    assert_eq!(solved(&sandbox, "2026-W47"), rows([("ada", 1), ("bob", 2), ("cem", 0)]));
}

#[test]
fn members_with_repositories_of_their_own_stand_beside_each_other_and_one_that_is_gone_costs_nobody_else() {
    let (sandbox, repo) = repository(&SOLVES);
    drop(repo);
    let own = RepoBuilder::init(&sandbox.dir().join("cem-ps"), "Cem", "cem@example.com").unwrap();
    solve(&own, "main", 5, "cem", "abc300_a.rs");
    solve(&own, "main", 5, "github-actions[bot]", "abc300_b.rs");
    let members = "[[group.members]]\nname = \"ada\"\nauthors = [\"ada@example.com\"]\n\
                   [[group.members]]\nname = \"cem\"\nrepo = \"cem-ps\"\n\
                   [[group.members]]\nname = \"dan\"\nrepo = \"gone\"\n";
    sandbox.write("cpt.toml", &format!("{GROUP}{members}"));
    let run = sandbox.cpt(&["group", "--json", "--week", "2026-W47"]);
    assert_eq!(run.code, Some(3), "{run}");
    assert!(run.err.contains("gone (group)"), "{run}");
    assert_eq!(run.json()["complete"], false);
    assert_eq!(solved(&sandbox, "2026-W47"), rows([("ada", 2), ("cem", 1), ("dan", 0)]));
    // Nothing is settled by what is known in part.
    assert!(!sandbox.cpt(&["group", "ledger"]).err.contains("Settled"));
    let ledger = sandbox.cpt(&["group", "ledger", "--json"]).json();
    assert_eq!(ledger["changed"].as_array().unwrap().len(), 0);
}

/// Weeks settle on Tuesday at 20:00, and it is Monday, then Wednesday, then the Tuesday after.
#[test]
fn the_last_settled_week_is_told_by_the_group_s_clock_however_late_it_is_asked_for() {
    let (sandbox, _repo) = repository(&SOLVES);
    sandbox.write("cpt.toml", &by_authors());
    for (now, id) in [
        ("2026-11-23T21:30:00+09:00", "2026-W46"),
        ("2026-11-24T10:59:00Z", "2026-W46"),
        ("2026-11-24T11:05:00Z", "2026-W47"),
        ("2026-11-30T23:00:00Z", "2026-W47"),
    ] {
        let mut command = sandbox.program(&["group", "--json", "--week", "settled"]);
        command.env("CPT_NOW", now);
        assert_eq!(sandbox.run(command).json()["week"]["id"], id, "{now}");
    }
}

#[test]
fn a_settled_week_stays_as_it_was_whatever_is_committed_or_configured_later() {
    let (sandbox, repo) = repository(&SOLVES);
    sandbox.write("cpt.toml", &by_authors());
    let before = sandbox.cpt(&["group", "ledger", "--json"]).json();
    // Bob had one of two.
    let row = |json: &serde_json::Value| json["weeks"][0]["members"][1].clone();
    assert_eq!(
        (row(&before)["solved"].as_u64(), row(&before)["fine"]["amount"].as_u64()),
        (Some(1), Some(1000))
    );
    solve(&repo, "main", 12, "bob", "bob/abc300_b.py");
    sandbox.write("cpt.toml", &by_authors().replace("2/week", "1/week"));
    let run = sandbox.cpt(&["group", "ledger"]);
    assert_snapshot!("a_settled_week_and_what_would_have_changed", run);
    let after = sandbox.cpt(&["group", "ledger", "--json"]).json();
    assert_eq!(after["weeks"][0], before["weeks"][0]);
    // The week's own table agrees with the ledger.
    let week = sandbox.cpt(&["group", "--json", "--week", "2026-W46"]).json();
    assert_eq!(
        (week["members"][1]["solved"].as_u64(), week["members"][1]["goal"].as_u64()),
        (Some(1), Some(2))
    );
    // So does the moment at which it settled.
    let settles_at = |sandbox: &Sandbox| {
        sandbox.cpt(&["group", "--json", "--week", "2026-W46"]).json()["week"]["settles_at"].clone()
    };
    let then = settles_at(&sandbox);
    sandbox.write("cpt.toml", &by_authors().replace("tuesday 20:00", "wednesday 20:00"));
    assert_eq!(settles_at(&sandbox), then);
}

#[test]
fn hostile_names_reach_no_output() {
    let (sandbox, _repo) = repository(&SOLVES);
    let hostile = "name = \"<b>\\u001b[31m\\u202e|`[x](y)\"";
    let config =
        by_authors().replace("name = \"ada\"", hostile).replace("Monday group", "\\u001b]0;x\\u0007");
    sandbox.write("cpt.toml", &config.replace("\"KRW\"", "\"\\u001b[1m\""));
    for command in [
        &["group"][..],
        &["group", "--missing"],
        &["group", "--month"],
        &["group", "--json"],
        &["group", "ledger"],
        &["group", "ledger", "--json"],
        &["group", "--member", "bob"],
        &["group", "--member", "<b>"],
        &["group", "--member", "nobody\u{1b}[2J"],
    ] {
        let run = sandbox.cpt(command);
        for text in [&run.out, &run.err] {
            let is_unsafe = |c: char| c != '\n' && cpt_tracker::model::is_unsafe(c);
            assert!(!text.contains(is_unsafe), "{command:?}: {text:?}");
        }
    }
}

#[test]
fn what_is_asked_wrong_is_said() {
    let (sandbox, _repo) = repository(&SOLVES);
    sandbox.write("cpt.toml", "");
    let mut shown = sandbox.cpt(&["group"]).to_string();
    sandbox.write("cpt.toml", &by_authors());
    for command in [
        &["group", "--week", "2026-W99"][..],
        &["group", "--month", "November"],
        &["group", "--member", "Adam"],
        &["group", "--member", "ada", "--week", "2026-W10"],
    ] {
        shown.push_str(&sandbox.cpt(command).to_string());
    }
    let weeks = "[[group.weeks]]\nweek = \"2026-W48\"\nproblems = [\"abc300_a\", \"nonsense\"]\n";
    sandbox.write("cpt.toml", &(by_authors() + weeks));
    shown.push_str(&sandbox.cpt(&["group"]).to_string());
    assert_snapshot!(shown);
}

#[test]
fn members_are_added_excused_and_removed_and_every_comment_stays() {
    let (sandbox, _repo) = repository(&SOLVES);
    sandbox.write("cpt.toml", "# Ours.\n");
    let add =
        ["group", "add", "ada", "--author", "ada@example.com", "--goal", "1/week", "--from", "2026-11-09"];
    assert_eq!(sandbox.cpt(&add).answer(), "Added ada\n");
    let bob = ["group", "add", "bob", "--path", "bob/**", "--atcoder", "https://atcoder.jp/users/bob"];
    sandbox.cpt(&bob).answer();
    assert_eq!(
        sandbox.cpt(&["group", "excuse", "BOB", "2026-11-23..2026-11-30"]).answer(),
        "Excused bob on 2026-11-23..2026-11-30\n"
    );
    assert_snapshot!("members_are_written", sandbox.read("cpt.toml"));
    assert_eq!(solved(&sandbox, "2026-W48"), rows([("ada", 1), ("bob", 0)]));
    assert_eq!(sandbox.cpt(&["group", "remove", "bob"]).answer(), "Removed bob\n");
    assert_eq!(solved(&sandbox, "2026-W48"), rows([("ada", 1)]));
    let before = sandbox.read("cpt.toml");
    let mut shown = String::new();
    for command in [
        &["group", "add", "Ada", "--author", "other@example.com"][..],
        &["group", "add", "dan", "--author", "ADA@example.com"],
        &["group", "add", "dan"],
        &["group", "excuse", "ada", "tomorrow"],
        &["group", "excuse", "dan", "2026-11-20"],
        &["group", "remove", "dan"],
    ] {
        shown.push_str(&sandbox.cpt(command).to_string());
    }
    assert_snapshot!("changes_that_are_refused", shown);
    assert_eq!(sandbox.read("cpt.toml"), before);
}

#[test]
fn the_week_is_a_block_for_a_readme_in_which_no_name_is_markup() {
    let (sandbox, _repo) = repository(&SOLVES);
    sandbox.write("cpt.toml", &by_authors().replace("name = \"ada\"", "name = \"<b>|`[x](y)\""));
    assert_snapshot!(
        "the_week_as_markdown",
        sandbox.cpt(&["group", "--week", "2026-W47", "--markdown"]).answer()
    );
}

/// What a server on this machine got, after it answered with `status`; and its address.
fn webhook(status: &'static str, path: &str) -> (String, std::thread::JoinHandle<String>) {
    use std::io::{Read as _, Write as _};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}{path}", listener.local_addr().unwrap());
    let got = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = Vec::new();
        let mut bytes = [0; 4096];
        loop {
            let read = stream.read(&mut bytes).unwrap();
            request.extend_from_slice(&bytes[..read]);
            let text = String::from_utf8_lossy(&request).into_owned();
            let length = text
                .lines()
                .find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse::<usize>().ok());
            let body = text.split_once("\r\n\r\n").map(|(_, body)| body.to_owned());
            if let Some(body) = body.filter(|body| body.len() >= length.unwrap_or(0)) {
                write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .unwrap();
                return body;
            }
        }
    });
    (url, got)
}

#[test]
fn the_week_is_posted_once_and_the_address_is_nowhere() {
    let (sandbox, _repo) = repository(&SOLVES);
    sandbox.write(
        "cpt.toml",
        &by_authors().replace("name = \"bob\"", "name = \"<!channel> @everyone **bob**\""),
    );
    let post = |url: &str| {
        let mut command = sandbox.program(&["group", "--post", "--week", "2026-W47"]);
        command.env("CPT_WEBHOOK_URL", url);
        sandbox.run(command)
    };
    let mut shown = String::new();
    for (status, path) in [
        ("204 No Content", "/api/webhooks/1/s3cr3t"),
        ("200 OK", "/services/s3cr3t"),
        ("404 Not Found", "/services/s3cr3t"),
    ] {
        let (url, got) = webhook(status, path);
        let run = post(&url);
        assert!(!run.to_string().contains("s3cr3t"), "{run}");
        shown.push_str(&format!("{run}{}\n", got.join().unwrap()));
    }
    for url in ["ftp://example.com/s3cr3t", "http://example.com/s3cr3t", "s3cr3t", ""] {
        let run = post(url);
        assert!(!run.to_string().contains("s3cr3t") && run.code == Some(2), "{run}");
        shown.push_str(&run.to_string());
    }
    let run = post("http://127.0.0.1:9/s3cr3t");
    assert!(!run.to_string().contains("s3cr3t") && run.code == Some(3), "{run}");
    let store = std::fs::read(sandbox.dir().join(".cpt/cpt.db")).unwrap();
    assert!(!store.windows(6).any(|window| window == b"s3cr3t"));
    assert_snapshot!("what_is_posted", shown);
}

/// Members of names as long, as wide and as odd as they may be: a chat takes the message, and nothing in it is more than a
/// line.
#[test]
fn thirty_hostile_names_fit_into_one_message_of_discord() {
    let (sandbox, _repo) = repository(&SOLVES);
    let odd = [
        "@everyone ",
        "# ",
        "||spoiler|| ",
        "\u{1f468}\u{1f3fd}",
        "[x](https://example.com) ",
        "\u{202e}```",
    ];
    let mut config =
        "[group]\nname = \"- # > the group\"\ntimezone = \"Asia/Seoul\"\ngoal = \"5/week\"\nfrom = \"2026-11-02\"\n".to_owned();
    for nth in 0..30 {
        let name: String =
            format!("{nth} ").chars().chain(odd[nth % odd.len()].chars().cycle()).take(60).collect();
        let name = toml::Value::from(name.trim());
        config.push_str(&format!("\n[[group.members]]\nname = {name}\nauthors = [\"m{nth}@example.com\"]\n"));
    }
    sandbox.write("cpt.toml", &config);
    let (url, got) = webhook("204 No Content", "/api/webhooks/1/x");
    let mut command = sandbox.program(&["group", "--post", "--week", "2026-W47"]);
    command.env("CPT_WEBHOOK_URL", &url);
    let run = sandbox.run(command);
    assert_eq!(run.code, Some(0), "{run}");
    let message: serde_json::Value = serde_json::from_str(&got.join().unwrap()).unwrap();
    assert_eq!(message["allowed_mentions"], serde_json::json!({ "parse": [] }));
    let content = message["content"].as_str().unwrap();
    assert!(content.encode_utf16().count() <= 2000, "{content}");
    assert!(content.starts_with("**- \\# \\> the group**, 2026-W47, "), "{content}");
    let lines: Vec<&str> = content.lines().skip(1).collect();
    assert!(lines.len() == 30 || lines.last().unwrap().starts_with('\u{2026}'), "{content}");
    for line in lines.iter().filter(|line| !line.starts_with('\u{2026}')) {
        assert!(line.starts_with("\u{2b1c} ") && line.chars().count() < 90, "{line}");
        assert!(!line.contains("||") && !line.contains("```") && !line.contains(" @"), "{line}");
    }
}

#[test]
fn the_demo_shows_a_group() {
    let sandbox = Sandbox::new();
    assert_snapshot!("the_demo_of_a_group", sandbox.cpt(&["demo", "--group", "--keep", "demo"]).to_string());
    assert!(sandbox.dir().join("demo/cpt.toml").is_file());
}

#[test]
fn members_handles_are_synced_and_a_mistyped_one_costs_nobody_else() {
    let sandbox = Sandbox::of_sample_user();
    let members = "[group]\nfrom = 2026-09-07\ngoal = \"1/week\"\ntimezone = \"Asia/Seoul\"\n\
                   [[group.members]]\nname = \"nobody\"\natcoder = \"nobody_at_all\"\ncodeforces = \"nobody_at_all\"\n\
                   [[group.members]]\nname = \"demo\"\natcoder = \"cpt_demo\"\ncodeforces = \"CPT_DEMO\"\n";
    let handles = "[handles]\ncodeforces = \"cpt_demo\"\natcoder = \"cpt_demo\"\n";
    let config = sandbox.read("cpt.toml");
    sandbox.write("cpt.toml", &(config.replace(handles, "[handles]\n") + members));
    let run = sandbox.cpt(&["sync", "--json"]);
    assert_eq!(run.code, Some(3), "{run}");
    let failed = |run: &super::sandbox::Run| {
        let json = run.json();
        let failed = json["sources"].as_array().unwrap().iter().filter(|source| !source["error"].is_null());
        failed.map(|source| source["source"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(
        !failed(&run).is_empty() && failed(&run).iter().all(|source| source.ends_with("@nobody_at_all")),
        "{run}"
    );
    let json = sandbox.cpt(&["group", "--json"]).json();
    let demo = &json["members"][1];
    assert!(demo["ratings"].as_array().unwrap().len() >= 3, "{demo}");
    assert_eq!(json["members"][0]["ratings"].as_array().unwrap().len(), 0);
    assert!(demo["streak_weeks"].as_u64().unwrap() > 0, "{demo}");
    // Another sync asks for what is new alone, and nothing is taken for damaged: also where the member becomes the user.
    for config in [sandbox.read("cpt.toml"), config + members] {
        sandbox.write("cpt.toml", &config);
        for _ in 0..2 {
            let run = sandbox.cpt(&["sync", "--json"]);
            assert!(
                !run.err.contains("amaged")
                    && failed(&run).iter().all(|source| source.ends_with("@nobody_at_all")),
                "{run}"
            );
        }
        let again = sandbox.cpt(&["group", "--json"]).json();
        assert_eq!(again["members"][1], *demo);
    }
}

/// With a README that has a place for the week.
#[test]
fn a_sync_keeps_the_readme_and_the_charts_up_to_date() {
    let (sandbox, repo) = repository(&SOLVES);
    sandbox.write("cpt.toml", &by_authors());
    let places = "# Ours\n<!-- cpt:group:begin -->\n<!-- cpt:group:end -->\nThe end.\n";
    sandbox.write("README.md", places);
    let run = sandbox.cpt(&["sync"]);
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.out.contains("README.md") && run.out.contains("charts/group.{svg,png}"), "{run}");
    let filled = sandbox.read("README.md");
    assert!(filled.ends_with("<!-- cpt:group:end -->\nThe end.\n"), "{filled}");
    let printed = sandbox.cpt(&["group", "--markdown"]).answer();
    assert_eq!(filled, places.replace("<!-- cpt:group:begin -->\n<!-- cpt:group:end -->\n", &printed));
    // Nothing is written for nothing, and what is new is.
    let again = sandbox.cpt(&["sync"]);
    assert!(!again.out.contains("README.md") && !again.out.contains("charts/group"), "{again}");
    solve(&repo, "main", 0, "bob", "bob/abc303_a.py");
    assert!(sandbox.cpt(&["sync"]).out.contains("README.md"));
    assert_ne!(sandbox.read("README.md"), filled);
}

#[test]
fn charts_and_page_show_the_group_and_no_address() {
    let (sandbox, _repo) = repository(&SOLVES);
    sandbox.write("cpt.toml", "");
    assert!(!sandbox.cpt(&["chart", "--list"]).answer().contains("group"));
    let none = sandbox.cpt(&["chart", "group"]);
    assert!(none.out.is_empty() && none.err.contains("No [group] in cpt.toml"), "{none}");
    sandbox.cpt(&["report"]);
    assert!(!sandbox.read("report/index.html").contains("id=\"group"));
    sandbox.write("cpt.toml", &by_authors().replace("name = \"ada\"", "name = \"<b>ada\""));
    assert!(sandbox.cpt(&["chart", "--list"]).answer().ends_with("\ngroup\n"));
    assert_eq!(sandbox.cpt(&["chart", "group"]).answer(), "charts/group.svg\ncharts/group.png\n");
    let run = sandbox.cpt(&["report"]);
    let page = sandbox.read("report/index.html");
    for text in [&run.out, &run.err, &page, &sandbox.read("charts/group.svg")] {
        assert!(!text.contains("example.com") && !text.contains("stranger") && !text.contains("<b>ada"));
    }
    for shown in
        ["id=\"group\"", "id=\"group-ledger\"", "Monday group, 2026-W48", "&#60;b&#62;ada", "1000 KRW"]
    {
        assert!(page.contains(shown), "{shown}");
    }
}
