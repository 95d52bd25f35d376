use super::*;
use crate::model::{AuthorDate, CommitId, FileChange, FileChangeKind};

fn change(who: &str, path: &str) -> SolutionChange {
    SolutionChange {
        commit: CommitId([0; 20]),
        author: Identity { name: who.to_owned(), email: format!("{}@example.com", who.to_lowercase()) }
            .into(),
        date: AuthorDate { seconds: 1_795_435_200, offset_minutes: 0 },
        files: vec![FileChange {
            path: path.as_bytes().to_vec().into(),
            kind: FileChangeKind::Added,
            record: None,
            problems: [].into(),
        }],
    }
}

/// What is suggested for solutions by `(author, path)`, and branches.
fn suggested(
    changes: &[(&str, &str)],
    branches: &[(&str, usize)],
) -> (MemberMark, Vec<(String, Vec<String>)>) {
    let changes: Vec<_> = changes.iter().map(|(who, path)| change(who, path)).collect();
    let branches: Vec<_> = branches.iter().map(|(name, own)| ((*name).to_owned(), *own)).collect();
    let is_subject = |name: &str| name.starts_with("week") || ["boj", "src", "members"].contains(&name);
    let work = SharedWork { changes: &changes, branches: &branches, is_subject: &is_subject };
    let (mark, members) = suggested_members(&work);
    (mark, members.into_iter().map(|one| (one.name, one.marks)).collect())
}

fn expected(members: &[(&str, &str)]) -> Vec<(String, Vec<String>)> {
    members.iter().map(|(name, mark)| ((*name).to_owned(), vec![(*mark).to_owned()])).collect()
}

#[test]
fn an_author_each() {
    let changes = [("Ada", "boj/1.py"), ("Bob", "boj/1.cc"), ("Ada", "boj/2.py"), ("ada", "boj/3.py")];
    let (mark, members) = suggested(&changes, &[("main", 4)]);
    assert_eq!(mark, MemberMark::Authors);
    let both = ("Ada".to_owned(), vec!["Ada".to_owned(), "ada".to_owned()]);
    assert_eq!(members, [both, ("Bob".to_owned(), vec!["Bob".to_owned()])]);
}

#[test]
fn a_folder_each_at_any_depth_whoever_commits() {
    let plain = [("Ada", "ada/1.py"), ("Bob", "bob/1.cc"), ("Bob", "bob/2.cc"), ("Ada", "ada/boj/2.py")];
    let plain_globs = expected(&[("ada", "ada/**"), ("bob", "bob/**")]);
    assert_eq!(suggested(&plain, &[]), (MemberMark::Folders, plain_globs));
    let weeks = [
        ("Boss", "week1/ada/1.py"),
        ("Boss", "week1/bob/1.py"),
        ("Boss", "week10/ada/1.py"),
        ("Boss", "week2/bob/1.py"),
    ];
    let week_globs = expected(&[("ada", "week*/ada/**"), ("bob", "week*/bob/**")]);
    assert_eq!(suggested(&weeks, &[]), (MemberMark::Folders, week_globs));
    let below = [("A", "members/ada/1.py"), ("B", "members/bob/1.py"), ("A", "members/ada/2.py")];
    let globs = expected(&[("ada", "members/ada/**"), ("bob", "members/bob/**")]);
    assert_eq!(suggested(&below, &[]), (MemberMark::Folders, globs));
}

#[test]
fn folders_of_problems_are_nobody_s() {
    let changes = [
        ("Ada", "two-sum/ada.py"),
        ("Bob", "two-sum/bob.py"),
        ("Ada", "lru-cache/ada.py"),
        ("Bob", "lru-cache/bob.py"),
    ];
    assert_eq!(suggested(&changes, &[]).0, MemberMark::Authors);
}

#[test]
fn a_branch_each_where_the_work_is_on_branches() {
    let changes = [("Same", "1.py"), ("Same", "2.py"), ("Same", "3.py")];
    let branches = [("main", 1), ("study/ada", 1), ("bob", 1)];
    let members = expected(&[("ada", "study/ada"), ("bob", "bob")]);
    assert_eq!(suggested(&changes, &branches), (MemberMark::Branches, members));
    // One that waits to be merged is nobody.
    let merged = [("Ada", "1.py"), ("Bob", "2.py"), ("Ada", "3.py"), ("Bob", "4.py")];
    assert_eq!(suggested(&merged, &[("main", 3), ("fix-typo", 1)]).0, MemberMark::Authors);
}

#[test]
fn hostile_names_are_made_names_and_patterns_mean_themselves() {
    let changes =
        [("\u{1b}[31mEve", "0.py"), ("Ada, <b>", "1.py"), ("mail@example.com", "2.py"), ("*", "3.py")];
    let (_, members) = suggested(&changes, &[]);
    let names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["*", "Ada <b>", "mail"]);
    assert_eq!(members[0].1, ["*@example.com"]);
    let changes = [("A", "!a*[/1.py"), ("B", "b {c} /1.py"), ("A", "!a*[/2.py")];
    let globs = expected(&[("!a*[", "\\!a\\*\\[/**"), ("b {c}", "b \\{c\\} /**")]);
    assert_eq!(suggested(&changes, &[]).1, globs);
}
