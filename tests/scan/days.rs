//! Small histories, each with one thing that has misled who counted days.

use cpt_tracker::answers::{StreakAnswer, streak};
use cpt_tracker::model::{AuthorDate, DayRule, PracticeDay, RepoSpec, StreakRules};
use cpt_tracker::scan::scan;
use jiff::SignedDuration;
use jiff::civil::date;

use crate::{Practice, day, git, lines, practice};

/// A time in January 2024 as a clock in Seoul shows it.
fn in_seoul(day: i8, hour: i8, minute: i8) -> AuthorDate {
    let time = jiff::tz::offset(9).to_timestamp(date(2024, 1, day).at(hour, minute, 0, 0)).unwrap();
    AuthorDate { seconds: time.as_second(), offset_minutes: 540 }
}

/// The habit as seen much later.
fn habit(repo: &Practice, rules: &StreakRules) -> StreakAnswer {
    streak(&[&repo.scan().changes], &[], rules, date(2024, 6, 1))
}

fn with_day(timezone: Option<&str>, hours: i64) -> StreakRules {
    let timezone = timezone.map(|name| jiff::tz::TimeZone::get(name).unwrap());
    StreakRules {
        day: DayRule { timezone, starts_at: SignedDuration::from_hours(hours) },
        ..Default::default()
    }
}

/// A solution at each of the times.
fn solved_at(times: &[AuthorDate]) -> Practice {
    let repo = practice();
    for (place, time) in times.iter().enumerate() {
        repo.commit(*time).write(format!("{place}.rs"), place.to_string()).finish().unwrap();
    }
    repo
}

#[test]
fn a_day_is_the_authors_own_and_not_that_of_utc() {
    let repo = solved_at(&[in_seoul(1, 8, 0), in_seoul(2, 20, 0), in_seoul(3, 8, 0)]);
    assert_eq!(habit(&repo, &StreakRules::default()).longest, 3);
    let utc = habit(&repo, &with_day(Some("UTC"), 0));
    assert_eq!((utc.longest, utc.total_days), (1, 2));
}

#[test]
fn work_at_night_belongs_to_the_day_before_where_days_start_later() {
    let repo = solved_at(&[in_seoul(1, 23, 0), in_seoul(3, 2, 0), in_seoul(3, 12, 0)]);
    assert_eq!(habit(&repo, &StreakRules::default()).longest, 1);
    let late = habit(&repo, &with_day(None, 4));
    assert_eq!((late.longest, late.longest_from), (3, Some(date(2024, 1, 1))));
}

#[test]
fn an_importer_that_backdates_leaves_the_days_as_they_were() {
    let repo = practice();
    for number in [3, 1, 4, 2] {
        let commit = repo.commit(day(number)).committer("Import", "import@example.com", day(90));
        commit.write(format!("{number}.rs"), number.to_string()).finish().unwrap();
    }
    let habit = habit(&repo, &StreakRules::default());
    assert_eq!((habit.longest, habit.total_days), (4, 4));
}

#[test]
fn a_day_of_notes_or_of_nothing_breaks_the_streak() {
    let repo = practice();
    repo.commit(day(1)).write("a.rs", "1").finish().unwrap();
    repo.commit(day(2)).write("README.md", "1").write("stats.json", "2").finish().unwrap();
    repo.commit(day(3)).write("b.rs", "1").finish().unwrap();
    repo.commit(day(4)).message("Attach notes").finish().unwrap();
    repo.commit(day(5)).rename("a.rs", "x/a.rs").mode("b.rs", 0o100_755).finish().unwrap();
    repo.commit(day(6)).remove("b.rs").finish().unwrap();
    let habit = habit(&repo, &StreakRules::default());
    assert_eq!((habit.longest, habit.total_days), (1, 2));
}

#[test]
fn an_import_keeps_its_day_and_its_numbers_stand_apart() {
    let repo = practice();
    repo.commit(day(1)).write("a.rs", "1").finish().unwrap();
    let import = (0..51).fold(repo.commit(day(2)), |commit, file| commit.write(format!("{file}.rs"), "same"));
    import.finish().unwrap();
    let fifty = (0..50).fold(repo.commit(day(3)), |commit, file| commit.write(format!("{file}.rs"), "other"));
    fifty.finish().unwrap();
    let habit = habit(&repo, &StreakRules::default());
    let numbers = |day: &PracticeDay| (day.solved, day.bulk, day.new, day.revised);
    assert_eq!(habit.longest, 3);
    assert_eq!(
        habit.days.iter().map(numbers).collect::<Vec<_>>(),
        [(1, 0, 1, 0), (0, 51, 0, 0), (50, 0, 0, 50)]
    );
}

#[test]
fn a_file_that_comes_back_is_new_only_once() {
    let repo = practice();
    repo.commit(day(1)).write("abc300/a.rs", "1").finish().unwrap();
    repo.commit(day(2)).remove("abc300/a.rs").finish().unwrap();
    repo.commit(day(3)).write("abc300/a.rs", "2").finish().unwrap();
    repo.commit(day(4)).rename("abc300/a.rs", "x/abc300_a.rs").write("x/abc300_a.rs", "3").finish().unwrap();
    repo.commit(day(5)).write("abc300/a.py", "4").finish().unwrap();
    let habit = habit(&repo, &StreakRules::default());
    let new = habit.days.iter().map(|day| (day.new, day.revised)).collect::<Vec<_>>();
    assert_eq!(new, [(1, 0), (0, 1), (0, 1), (0, 1)]);
    assert_eq!(habit.total_solved, 1);
}

#[test]
fn two_addresses_of_one_person_are_one_habit() {
    let repo = practice();
    for number in 1..=6 {
        let email = if number % 2 == 0 { "ada@work.example" } else { "ada@example.com" };
        let commit = repo.commit(day(number)).author("Ada", email);
        commit.write(format!("{number}.rs"), number.to_string()).finish().unwrap();
    }
    let one = scan(&repo.spec()).unwrap();
    assert_eq!(streak(&[&one.changes], &[], &StreakRules::default(), date(2024, 6, 1)).longest, 1);
    let both = ["ADA@example.com", "ada@work.example"].map(str::to_owned).to_vec();
    let both = scan(&RepoSpec { authors: Some(both), ..repo.spec() }).unwrap();
    assert_eq!(streak(&[&both.changes], &[], &StreakRules::default(), date(2024, 6, 1)).longest, 6);
    std::fs::write(repo.path().join(".mailmap"), "Ada <ada@example.com> <ada@work.example>\n").unwrap();
    assert_eq!(habit(&repo, &StreakRules::default()).longest, 6);
}

#[test]
fn paths_of_any_shape_are_told_apart() {
    let long = format!("{}/{}.rs", "d".repeat(120), "f".repeat(170));
    let paths = ["a.rs", "A.rs", " a.rs", "a .rs", "x /a.rs", "\u{8}a.rs", "a\u{2005}b.rs", "a b.rs", &long];
    let repo = practice();
    paths.iter().fold(repo.commit(day(1)), |commit, path| commit.write(path, *path)).finish().unwrap();
    let habit = habit(&repo, &StreakRules::default());
    assert_eq!(habit.days[0].solved as usize, paths.len());
}

#[test]
fn a_signed_commit_of_any_bytes_is_read_like_any_other() {
    let repo = practice();
    repo.commit(day(1)).write("one.py", "1").finish().unwrap();
    let raw = git2::Repository::open(repo.path()).unwrap();
    let tree = raw.head().unwrap().peel_to_tree().unwrap().id();
    let signature = " line of a signature\n".repeat(400);
    let commit = [
        format!("tree {tree}\nauthor ").as_bytes(),
        b"\xbe\xd6\xb4\xd9 <ada@example.com> 1704164400 +0900\ncommitter C <c@d> 1 +0000\n",
        format!("gpgsig -----BEGIN\n \n{signature} -----END\nencoding EUC-KR\n\n").as_bytes(),
        b"Solve ABC300A \xb9\xe9\xc1\xd8\r\n\r\n\0more\n",
    ]
    .concat();
    let id = raw.odb().unwrap().write(git2::ObjectType::Commit, &commit).unwrap();
    raw.reference("refs/heads/main", id, true, "").unwrap();
    let found = repo.scan();
    assert_eq!(lines(&found), ["A one.py"]);
    assert_eq!(found.changes[0].date, AuthorDate { seconds: 1_704_164_400, offset_minutes: 540 });
    assert_eq!(found.changes[0].files[0].problems[0].problem.as_str(), "abc300_a");
}

#[test]
fn the_files_of_a_submodule_are_its_own_repositorys() {
    let library = practice();
    library.commit(day(1)).write("dsu.rs", "1").finish().unwrap();
    let repo = practice();
    repo.commit(day(1)).write("a.rs", "1").finish().unwrap();
    repo.checkout().unwrap();
    let source = format!("file://{}", library.dir.path().display());
    let add = ["-c", "protocol.file.allow=always", "submodule", "add", "-q", &source, "library"];
    if git(repo.dir.path(), &add).is_none() {
        return;
    }
    let who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"];
    git(repo.dir.path(), &[&who[..], &["commit", "-qm", "Add the library"]].concat());
    assert_eq!(lines(&repo.scan()), ["A a.rs"]);
    // Its `.git` is a file that tells where the repository is.
    let inner =
        RepoSpec { authors: Some(vec!["*".to_owned()]), ..RepoSpec::new(repo.dir.path().join("library")) };
    assert!(repo.dir.path().join("library/.git").is_file());
    assert_eq!(lines(&scan(&inner).unwrap()), ["A dsu.rs"]);
}
