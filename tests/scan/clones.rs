//! Repositories that aren't whole, and folders that aren't repositories.

use std::path::Path;
use std::process::{Command, Stdio};

use cpt_tracker::lang::Lang;
use cpt_tracker::model::{RepoSpec, ScanWarning};
use cpt_tracker::report::{scan_remedy, scan_warning};
use cpt_tracker::scan::{ScanError, scan};

use crate::{Practice, day, git, lines, only_warning, practice};

fn three_commits() -> Practice {
    let repo = practice();
    for (number, name) in [(1, "a.rs"), (2, "b.rs"), (3, "c.rs")] {
        repo.commit(day(number)).write(name, name).write(format!("x/{name}"), name).finish().unwrap();
    }
    repo.configure("uploadpack.allowFilter", "true").unwrap();
    repo
}

/// A clone of a repository, with everyone's commits to be counted.
fn cloned(repo: &Practice, options: &[&str]) -> Option<(tempfile::TempDir, RepoSpec)> {
    let dir = tempfile::tempdir().unwrap();
    let source = format!("file://{}", repo.dir.path().display());
    git(dir.path(), &[&["clone", "-q"], options, &[&source, "clone"]].concat())?;
    let spec = RepoSpec { authors: Some(vec!["*".to_owned()]), ..RepoSpec::new(dir.path().join("clone")) };
    Some((dir, spec))
}

#[test]
fn the_boundary_of_a_shallow_clone_is_left_out_and_said() {
    let Some((_dir, spec)) = cloned(&three_commits(), &["--depth", "2"]) else { return };
    let found = scan(&spec).unwrap();
    assert_eq!(lines(&found), ["A c.rs", "A x/c.rs"]);
    let warning = only_warning(&found.warnings);
    assert_eq!(warning, &ScanWarning::Shallow { commits: 1 });
    assert_eq!(scan_warning(warning, Lang::English), "shallow clone: the oldest commit was skipped");
    assert_eq!(scan_remedy(warning, Lang::English).unwrap().to_string(), "Run `git fetch --unshallow`.");
}

#[test]
fn a_clone_without_files_is_read_whole() {
    let repo = three_commits();
    // Where files are compared for likeness, this needs their content.
    repo.commit(day(4)).rename("a.rs", "y.rs").write("y.rs", "a.rs and more").finish().unwrap();
    repo.commit(day(5)).rename("b.rs", "z.rs").finish().unwrap();
    let Some((_dir, spec)) = cloned(&repo, &["--filter=blob:none", "--bare"]) else { return };
    let blob = |name: &str| git2::Repository::open(&spec.path).unwrap().revparse_single(name).is_ok();
    assert!(!blob("HEAD:y.rs") && !blob("HEAD~3:b.rs"));
    let found = scan(&spec).unwrap();
    assert_eq!((lines(&found).len(), lines(&found).pop()), (7, Some("A y.rs".to_owned())));
    assert_eq!((found.commits, found.warnings), (5, Vec::new()));
}

#[test]
fn commits_whose_trees_are_missing_are_left_out_and_said() {
    let Some((_dir, spec)) = cloned(&three_commits(), &["--filter=tree:0", "--bare"]) else { return };
    let found = scan(&spec).unwrap();
    assert_eq!(found.commits, 3);
    let warning = only_warning(&found.warnings);
    assert!(matches!(warning, ScanWarning::Unreadable { commits: 3, .. }), "{warning:?}");
    assert_eq!(found.changes.len(), 0);
    assert!(scan_remedy(warning, Lang::English).unwrap().to_string().starts_with("Run `git fetch --refetch"));
}

#[test]
fn a_linked_worktree_is_a_repository_like_any_other() {
    let repo = three_commits();
    let dir = tempfile::tempdir().unwrap();
    let linked = dir.path().join("linked");
    if git(repo.dir.path(), &["worktree", "add", "-q", "--detach", linked.to_str().unwrap(), "main~1"])
        .is_none()
    {
        return;
    }
    assert_eq!(lines(&scan(&RepoSpec::new(linked)).unwrap()).len(), 6);
}

#[test]
fn objects_may_lie_in_another_repository() {
    let repo = three_commits();
    let Some((_dir, spec)) = cloned(&repo, &["--shared"]) else { return };
    assert_eq!(lines(&scan(&spec).unwrap()).len(), 6);
}

#[test]
fn packs_may_be_many() {
    let repo = practice();
    for number in 1..=14 {
        repo.commit(day(number)).write(format!("{number}.rs"), format!("{number}")).finish().unwrap();
        if git(repo.dir.path(), &["repack", "-q"]).is_none() {
            return;
        }
    }
    let packs = repo.dir.path().join(".git/objects/pack").read_dir().unwrap();
    assert_eq!(
        packs.filter(|file| file.as_ref().unwrap().path().extension() == Some("pack".as_ref())).count(),
        14
    );
    assert_eq!(lines(&scan(&repo.spec()).unwrap()).len(), 14);
}

#[test]
fn a_folder_whose_git_is_a_file_is_a_repository_like_any_other() {
    let elsewhere = tempfile::tempdir().unwrap();
    let git_dir = elsewhere.path().join("history");
    let option = ["--separate-git-dir", git_dir.to_str().unwrap()];
    let Some((_dir, spec)) = cloned(&three_commits(), &option) else { return };
    assert!(spec.path.join(".git").is_file());
    assert_eq!(lines(&scan(&spec).unwrap()).len(), 6);
}

#[test]
fn a_repository_without_commits_is_no_error() {
    let found = scan(&practice().spec()).unwrap();
    assert_eq!((found.changes.len(), found.commits, found.tips.len()), (0, 0, 0));
    assert_eq!(found.warnings, [ScanWarning::NoCommits]);
}

/// The error of a scan that can't work.
fn error_of(spec: &RepoSpec) -> ScanError {
    match scan(spec) {
        Err(error) => error,
        Ok(found) => panic!("{found:?}"),
    }
}

#[test]
fn what_is_no_repository_is_told_apart() {
    let repo = three_commits();
    repo.checkout().unwrap();
    let gone = RepoSpec { label: "~/gone\u{1b}".to_owned(), ..RepoSpec::new(repo.path().join("gone")) };
    assert_eq!(error_of(&gone).to_string(), "the repository ~/gone\u{fffd} doesn't exist");

    let inner = error_of(&RepoSpec { label: "x".to_owned(), ..RepoSpec::new(repo.path().join("x")) });
    assert_eq!(inner.to_string(), "x is not a git repository");
    assert!(
        inner.remedy(Lang::English).unwrap().to_string().starts_with("It's inside the repository "),
        "{:?}",
        inner.remedy(Lang::English)
    );

    let plain = tempfile::tempdir().unwrap();
    let error = error_of(&RepoSpec::new(plain.path()));
    assert!(matches!(error, ScanError::NotARepository { inside: None, .. }), "{error:?}");
}

#[test]
fn a_format_that_cannot_be_read_is_named_with_what_helps() {
    for (option, named, helps) in [
        ("--object-format=sha256", "SHA-256 object names", "git fast-export"),
        ("--ref-format=reftable", "reftable", "git refs migrate --ref-format=files"),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let Some(made) = may_fail(dir.path(), &["init", "-q", option, "."]) else { return };
        if !made {
            println!("skipped: this git knows no {option}");
            continue;
        }
        let error = error_of(&RepoSpec::new(dir.path()));
        assert!(error.to_string().contains(named), "{error}");
        assert!(
            error.remedy(Lang::English).unwrap().to_string().contains(helps),
            "{:?}",
            error.remedy(Lang::English)
        );
    }
    let repo = three_commits();
    repo.configure("core.repositoryformatversion", "1").unwrap();
    repo.configure("extensions.fromTheFuture", "true").unwrap();
    let error = error_of(&repo.spec());
    let told = error.to_string();
    assert!(told.contains("unsupported repository format in "), "{error}");
    assert!(told.ends_with(": extensions.fromthefuture"), "{error}");
}

/// Whether git could do it; `None` where there is no git.
fn may_fail(dir: &Path, arguments: &[&str]) -> Option<bool> {
    let mut git = Command::new("git");
    git.args(arguments).current_dir(dir).env("GIT_CONFIG_GLOBAL", "/dev/null").stderr(Stdio::null());
    git.status().ok().map(|status| status.success())
}

#[test]
fn extensions_that_change_nothing_for_a_reader_are_no_hindrance() {
    let repo = three_commits();
    repo.configure("core.repositoryformatversion", "1").unwrap();
    repo.configure("extensions.preciousObjects", "true").unwrap();
    assert_eq!(lines(&repo.scan()).len(), 6);
    repo.configure("extensions.partialClone", "origin").unwrap();
    let error = error_of(&repo.spec());
    assert!(error.to_string().contains("extensions.partialClone"), "{error}");
    assert!(
        error.remedy(Lang::English).unwrap().to_string().contains("remote.origin.promisor true"),
        "{:?}",
        error.remedy(Lang::English)
    );
}

#[test]
fn a_workspace_of_jujutsu_without_a_git_beside_it_is_named() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(dir.path().join(".jj/repo/store/git")).unwrap();
    let error = error_of(&RepoSpec { label: "x".to_owned(), ..RepoSpec::new(dir.path()) });
    assert!(error.to_string().contains("Jujutsu"), "{error}");
    assert!(
        error.remedy(Lang::English).unwrap().to_string().contains("jj git colocation enable"),
        "{:?}",
        error.remedy(Lang::English)
    );
}

#[test]
fn a_glob_that_makes_no_sense_is_named() {
    let repo = three_commits();
    let error = error_of(&RepoSpec { ignore: Some(vec!["a[".to_owned()]), ..repo.spec() });
    assert!(error.to_string().contains("a["), "{error}");
}

#[cfg(unix)]
#[test]
fn a_repository_of_another_user_gets_the_remedy_that_git_gives() {
    let repo = three_commits();
    if std::os::unix::fs::chown(repo.dir.path(), Some(54_321), None).is_err() {
        println!("skipped: only the superuser can give a folder away");
        return;
    }
    let error = error_of(&repo.spec());
    let path = repo.dir.path().display();
    assert_eq!(
        error.remedy(Lang::English).unwrap().to_string(),
        format!("If you trust it, run `git config --global --add safe.directory {path}`.")
    );
    let below = repo.dir.path().join("below");
    std::fs::create_dir(&below).unwrap();
    assert_eq!(
        cpt_tracker::scan::discover(&below).unwrap_err().remedy(Lang::English),
        error.remedy(Lang::English)
    );
}
