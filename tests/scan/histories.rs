//! Small histories, each with one thing that has misled a scanner.

use cpt_tracker::lang::Lang;
use cpt_tracker::model::RepoSpec;
use cpt_tracker::model::ScanWarning;
use cpt_tracker::model::{AuthorDate, CommitId};
use cpt_tracker::report::{scan_remedy, scan_warning};
use cpt_tracker::scan::{discover, has_solutions, scan};

use crate::{Practice, day, lines, only_warning, practice};

#[test]
fn adding_and_editing_count_and_deleting_does_not() {
    let repo = practice();
    repo.commit(day(1)).write("a.rs", "1").write("b.rs", "1").write("README.md", "1").finish().unwrap();
    repo.commit(day(2)).write("a.rs", "2").write("README.md", "2").finish().unwrap();
    repo.commit(day(3)).remove("a.rs").finish().unwrap();
    repo.commit(day(4)).write("a.rs", "3").finish().unwrap();
    let scan = repo.scan();
    assert_eq!(lines(&scan), ["A a.rs", "A b.rs", "M a.rs", "A a.rs"]);
    assert_eq!(scan.changes.iter().map(|change| change.date).collect::<Vec<_>>(), [day(1), day(2), day(4)]);
    assert_eq!(scan.commits, 4);
}

#[test]
fn a_move_does_not_count_unless_the_file_is_edited_too() {
    let repo = practice();
    repo.commit(day(1)).write("x/a.rs", "1").write("x/b.rs", "2").finish().unwrap();
    repo.commit(day(2)).rename("x", "y").finish().unwrap();
    repo.commit(day(3)).rename("y/a.rs", "y/c.rs").write("y/c.rs", "3").finish().unwrap();
    assert_eq!(lines(&repo.scan()), ["A x/a.rs", "A x/b.rs", "A y/c.rs"]);
}

#[test]
fn a_move_from_outside_the_paths_does_not_count_and_a_copy_does() {
    let repo = practice();
    repo.commit(day(1))
        .write("solutions/a.rs", "1")
        .write("drafts/b.rs", "2")
        .write("c.txt", "3")
        .finish()
        .unwrap();
    repo.commit(day(2))
        .rename("drafts/b.rs", "solutions/b.rs")
        .rename("c.txt", "solutions/c.py")
        .finish()
        .unwrap();
    repo.commit(day(3)).write("solutions/copy.rs", "1").finish().unwrap();
    assert_eq!(lines(&repo.scan()), ["A solutions/a.rs", "A solutions/copy.rs"]);
}

#[test]
fn each_deleted_file_is_the_source_of_one_move_at_most() {
    let repo = practice();
    repo.commit(day(1)).write("template.rs", "same").finish().unwrap();
    repo.commit(day(2))
        .rename("template.rs", "x/1.rs")
        .write("x/2.rs", "same")
        .write("a.txt", "same")
        .finish()
        .unwrap();
    // Paired in the order of their paths: `a.txt` takes the source.
    assert_eq!(lines(&repo.scan()), ["A template.rs", "A x/1.rs", "A x/2.rs"]);
}

#[test]
fn a_change_of_mode_alone_does_not_count() {
    let repo = practice();
    repo.commit(day(1)).write("a.rs", "1").finish().unwrap();
    repo.commit(day(2)).mode("a.rs", 0o100_755).finish().unwrap();
    repo.commit(day(3)).mode("a.rs", 0o100_664).finish().unwrap();
    repo.commit(day(4)).rename("a.rs", "b.rs").mode("b.rs", 0o100_755).finish().unwrap();
    assert_eq!(lines(&repo.scan()), ["A a.rs"]);
}

#[test]
fn links_and_submodules_are_no_solutions_until_a_file_takes_their_place() {
    let repo = practice();
    let first = repo.commit(day(1)).link("a.rs", "b.rs").write("b.rs", "1").finish().unwrap();
    repo.commit(day(2)).submodule("library.rs", first).finish().unwrap();
    repo.commit(day(3)).write("a.rs", "2").finish().unwrap();
    repo.commit(day(4)).link("b.rs", "a.rs").finish().unwrap();
    assert_eq!(lines(&repo.scan()), ["A b.rs", "A a.rs"]);
}

#[test]
fn empty_commits_do_not_count() {
    let repo = practice();
    repo.commit(day(1)).finish().unwrap();
    repo.commit(day(2)).write("a.rs", "1").finish().unwrap();
    repo.commit(day(3)).finish().unwrap();
    let scan = repo.scan();
    assert_eq!((scan.changes.len(), scan.commits), (1, 3));
}

#[test]
fn merges_do_not_count_and_what_they_merge_does() {
    let repo = practice();
    let root = repo.commit(day(1)).write("a.rs", "1").finish().unwrap();
    let mut sides: Vec<CommitId> = Vec::new();
    for side in ["b", "c", "d"] {
        let commit = repo.commit(day(2)).on(side).parents(&[root]).write(format!("{side}.rs"), side);
        sides.push(commit.finish().unwrap());
    }
    let merge =
        repo.commit(day(3)).parents(&sides[..2]).write("c.rs", "c").write("evil.rs", "1").finish().unwrap();
    repo.commit(day(4)).parents(&[merge, sides[0], sides[2]]).write("d.rs", "d").finish().unwrap();
    repo.delete_branch("d").unwrap();
    let scan = repo.scan();
    let mut counted = lines(&scan);
    counted.sort();
    assert_eq!(counted, ["A a.rs", "A b.rs", "A c.rs", "A d.rs"]);
    assert_eq!((scan.commits, scan.tips.len()), (6, 3));
}

#[test]
fn every_root_is_compared_with_nothing() {
    let repo = practice();
    let old = repo.commit(day(1)).write("a.rs", "1").finish().unwrap();
    let import = repo.commit(day(2)).on("import").parents(&[]).write("b.rs", "1").finish().unwrap();
    repo.commit(day(3)).parents(&[old, import]).write("b.rs", "1").finish().unwrap();
    assert_eq!(lines(&repo.scan()), ["A a.rs", "A b.rs"]);
}

#[test]
fn branches_and_a_detached_head_are_walked_and_other_references_are_not() {
    let repo = practice();
    let main = repo.commit(day(1)).write("a.rs", "1").finish().unwrap();
    repo.commit(day(2)).on("topic/deep").parents(&[main]).write("b.rs", "1").finish().unwrap();
    let pull = repo.commit(day(3)).on_no_branch().parents(&[main]).write("c.rs", "1").finish().unwrap();
    repo.reference("refs/pull/1/head", pull).unwrap();
    repo.reference("refs/remotes/origin/main", pull).unwrap();
    assert_eq!(lines(&repo.scan()), ["A a.rs", "A b.rs"]);
    repo.detach(pull).unwrap();
    assert_eq!(lines(&repo.scan()), ["A a.rs", "A b.rs", "A c.rs"]);
}

fn with_authors(repo: &Practice, authors: &[&str]) -> RepoSpec {
    RepoSpec { authors: Some(authors.iter().map(ToString::to_string).collect()), ..repo.spec() }
}

fn of_a_group() -> Practice {
    let repo = practice();
    repo.commit(day(1)).author("Ada", "ADA@example.com").write("a.rs", "1").finish().unwrap();
    repo.commit(day(2)).author("Ada at work", "ada@work.example").write("b.rs", "1").finish().unwrap();
    repo.commit(day(3)).author("Bob", "bob@example.com").write("c.rs", "1").finish().unwrap();
    repo
}

#[test]
fn the_owner_is_the_author_unless_configured_and_everyone_is_where_there_is_no_owner() {
    let repo = of_a_group();
    assert_eq!(lines(&repo.scan()), ["A a.rs"]);
    let both = with_authors(&repo, &["ada@example.com", "Ada at work"]);
    assert_eq!(lines(&scan(&both).unwrap()), ["A a.rs", "A b.rs"]);
    assert_eq!(lines(&scan(&with_authors(&repo, &["*"])).unwrap()).len(), 3);
    repo.configure("user.email", "").unwrap();
    assert_eq!(lines(&repo.scan()).len(), 3);
}

#[test]
fn a_mailmap_joins_addresses_also_in_a_bare_repository() {
    let mailmap = "Ada Lovelace <ada@example.com> <Ada@Work.example>\n";
    let repo = of_a_group();
    std::fs::write(repo.path().join(".mailmap"), mailmap).unwrap();
    let scanned = repo.scan();
    assert_eq!(lines(&scanned), ["A a.rs", "A b.rs"]);
    assert_eq!(scanned.changes[1].author.name, "Ada Lovelace");

    let dir = tempfile::tempdir().unwrap();
    let bare =
        cpt_tracker::sample::repo::RepoBuilder::init_bare(dir.path(), "Ada", "ada@example.com").unwrap();
    let work = bare.commit(day(1)).author("A", "ada@work.example").write("a.rs", "1");
    work.write(".mailmap", mailmap).finish().unwrap();
    assert_eq!(lines(&scan(&RepoSpec::new(dir.path())).unwrap()), ["A a.rs"]);
}

#[test]
fn when_nobody_wanted_wrote_a_commit_the_busiest_authors_are_named() {
    let repo = of_a_group();
    repo.commit(day(4)).author("Bob", "bob@example.com").write("d.rs", "1").finish().unwrap();
    let scan = scan(&with_authors(&repo, &["carol@example.com"])).unwrap();
    assert!(scan.changes.is_empty());
    assert_eq!(
        scan_warning(only_warning(&scan.warnings), Lang::English),
        "no commits by carol@example.com; found 2 by Bob <bob@example.com>, 1 by Ada <ADA@example.com>, \
         1 by Ada at work <ada@work.example>"
    );
}

#[test]
fn author_dates_count_as_they_are() {
    let repo = practice();
    let absurd = [(-86_400, 0), (253_402_300_800, 840), (1_704_078_000, -1439), (i64::MAX, 5999), (1, 1)];
    for (place, (seconds, offset_minutes)) in absurd.into_iter().enumerate() {
        let date = AuthorDate { seconds, offset_minutes };
        let commit = repo.commit(date).committer("Ada", "ada@example.com", day(1));
        commit.write(format!("{place}.rs"), "1").finish().unwrap();
    }
    let mut expected = absurd;
    expected.sort_unstable();
    let scan = repo.scan();
    let found = scan.changes.iter().map(|change| (change.date.seconds, change.date.offset_minutes));
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn bytes_that_are_not_utf8_do_no_harm() {
    let repo = practice();
    repo.commit(day(1))
        .author(b"Ad\xe0", "ada@example.com")
        .message(b"\xff\r\n\0 caf\xe9")
        .write(b"caf\xe9/\x08a.rs", "1")
        .write("A.rs", "1")
        .write("a.rs", "2")
        .finish()
        .unwrap();
    let scan = repo.scan();
    let paths: Vec<&[u8]> = scan.changes[0].files.iter().map(|file| &file.path.0[..]).collect();
    assert_eq!(paths, [&b"A.rs"[..], b"a.rs", b"caf\xe9/\x08a.rs"]);
    assert_eq!(scan.changes[0].author.name, "Ad\u{fffd}");
}

#[test]
fn folders_may_lie_as_deep_as_git_allows() {
    let deep = |depth: usize| format!("{}a.rs", "d/".repeat(depth));
    // Only the scan must make do with a usual stack.
    let build = std::thread::Builder::new().stack_size(1 << 26).spawn(move || {
        let repo = practice();
        repo.commit(day(1)).write(deep(2048), "1").finish().unwrap();
        repo.commit(day(2)).on("deeper").parents(&[]).write(deep(2049), "1").finish().unwrap();
        repo
    });
    let repo = build.unwrap().join().unwrap();
    let found = scan(&repo.spec()).unwrap();
    assert_eq!(lines(&found), [format!("A {}", deep(2048))]);
    let warning = only_warning(&found.warnings);
    assert!(matches!(warning, ScanWarning::Unreadable { commits: 1, .. }));
    assert_eq!(scan_remedy(warning, Lang::English).unwrap().to_string(), "Run `git fsck`.");
}

#[test]
fn only_the_solutions_folder_counts_where_there_is_one() {
    let repo = practice();
    repo.commit(day(1)).write("a.rs", "1").write("src/solutions/a.rs", "1").finish().unwrap();
    assert_eq!(lines(&repo.scan()).len(), 2);
    repo.commit(day(2)).write("solutions/codeforces/4/A.rs", "2").finish().unwrap();
    let found = repo.scan();
    assert_eq!(lines(&found), ["A solutions/codeforces/4/A.rs"]);
    assert_eq!(found.changes[0].files[0].problems[0].problem.as_str(), "codeforces/4/A");
    let spec = RepoSpec { paths: Some(vec!["src/".to_owned(), "gone".to_owned()]), ..repo.spec() };
    let found = scan(&spec).unwrap();
    assert_eq!(lines(&found), ["A src/solutions/a.rs"]);
    assert_eq!(only_warning(&found.warnings), &ScanWarning::NoSuchPath { path: "gone".to_owned() });
}

#[test]
fn a_repository_tells_who_owns_it_from_any_folder_in_it() {
    let repo = practice();
    repo.commit(day(1)).write("solutions/x/a.rs", "1").finish().unwrap();
    repo.checkout().unwrap();
    let found = discover(&repo.path().join("solutions/x")).unwrap().unwrap();
    assert_eq!(found.root.canonicalize().unwrap(), repo.dir.path().canonicalize().unwrap());
    assert_eq!((found.name.as_deref(), found.email.as_deref()), (Some("Ada"), Some("ada@example.com")));
    assert!(!found.bare && has_solutions(&found.root).unwrap());
}

#[test]
fn where_nobody_is_named_everyone_counts_but_bots() {
    let repo = practice();
    let bot = ("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com");
    repo.commit(day(1)).author("Me", "me@example.com").write("a.rs", "1").finish().unwrap();
    repo.commit(day(2)).author(bot.0, bot.1).write("b.rs", "1").finish().unwrap();
    let by = |authors: &[&str]| {
        let authors = Some(authors.iter().map(ToString::to_string).collect());
        lines(&scan(&RepoSpec { authors, ..repo.spec() }).unwrap())
    };
    assert_eq!(by(&[]), ["A a.rs"]);
    assert_eq!(by(&["*"]), ["A a.rs", "A b.rs"]);
}

#[test]
fn commits_of_nearly_the_same_author_are_left_out_and_said_each_time() {
    let repo = practice();
    repo.commit(day(1)).write("a.rs", "1").finish().unwrap();
    let memory = repo.scan().memory.unwrap();
    repo.commit(day(2)).author("A", "7+ada@users.noreply.github.com").write("b.rs", "1").finish().unwrap();
    repo.commit(day(3)).author("Bob", "bob@example.com").write("c.rs", "1").finish().unwrap();
    let found = scan(&repo.spec()).unwrap();
    assert_eq!(lines(&found), ["A a.rs"]);
    let warning = only_warning(&found.warnings);
    assert_eq!(
        scan_warning(warning, Lang::English),
        "skipped commits whose author may be you: 1 by A <7+ada@users.noreply.github.com>"
    );
    assert!(
        !warning.is_incomplete()
            && scan_remedy(warning, Lang::English).unwrap().to_string().contains("`authors`")
    );
    let later = cpt_tracker::scan::open(&repo.spec()).unwrap().scan_since(&memory).unwrap();
    assert_eq!(later, cpt_tracker::scan::Rescan::Whole(found));
}

#[test]
fn a_coauthor_counts_unless_told_otherwise() {
    let repo = practice();
    repo.commit(day(1)).write("a.rs", "1").finish().unwrap();
    let squashed = "Week 3 (#12)\n\n* b\n\nCo-authored-by: Ada <ada@example.com>\n";
    repo.commit(day(2))
        .author("Mate", "mate@example.com")
        .message(squashed)
        .write("b.rs", "1")
        .finish()
        .unwrap();
    let without = scan(&RepoSpec { count_coauthors: false, ..repo.spec() }).unwrap();
    assert_eq!(lines(&without), ["A a.rs"]);
    let found = repo.scan();
    assert_eq!(lines(&found), ["A a.rs", "A b.rs"]);
    assert_eq!(found.changes[1].author.email, "ada@example.com");
}
