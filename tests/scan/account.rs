//! Two accounts of a history: by the definition in the plainest words, over git's own list of changes, and by the
//! scanner.

use std::collections::{BTreeMap, BTreeSet};

use cpt_tracker::answers::streak;
use cpt_tracker::model::{AuthorDate, FileChangeKind, PracticeDay, SolutionChange, StreakRules};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::{Practice, git};

/// What is compared: by commit, who, when, and the files with what happened to them.
pub type Account = BTreeMap<String, (String, Option<When>, BTreeSet<(Vec<u8>, char)>)>;

/// A time, its offset in minutes and the day.
pub type When = (i64, i32, String);

/// The definition in the plainest words, over git's own list of changes.
pub fn by_git(repo: &Practice, counts: impl Fn(&str, &[u8]) -> bool) -> Option<Account> {
    let format = "--format=%x01%H%x00%aN <%aE>%x00%ad %as";
    let log =
        ["log", "--branches", "--no-merges", "-M100%", "--raw", "--no-abbrev", "-z", "--date=raw", format];
    let output = git(repo.dir.path(), &log)?;
    let mut words = output.split(|&byte| byte == 0).map(<[u8]>::trim_ascii_start).peekable();
    let mut account = Account::new();
    while let Some(header) = words.find(|word| word.starts_with(b"\x01")) {
        let text = |bytes: Option<&[u8]>| String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned();
        let author = text(words.next());
        let date = text(words.next());
        let mut files = BTreeSet::new();
        while let Some(entry) = words.next_if(|word| word.is_empty() || word.starts_with(b":")) {
            let entry = text(Some(entry));
            let fields: Vec<&str> = entry.split(' ').collect();
            let [old_mode, new_mode, old_id, new_id, status] = fields[..] else { continue };
            let mut path = words.next()?;
            if status.starts_with('R') {
                path = words.next()?;
            }
            let (was_file, is_file) = (old_mode.starts_with(":100"), new_mode.starts_with("100"));
            let kind = match status {
                "A" | "T" if is_file => 'A',
                "M" if was_file && is_file && old_id != new_id => 'M',
                _ => continue,
            };
            if counts(&author, path) {
                files.insert((path.to_vec(), kind));
            }
        }
        if !files.is_empty() {
            account.insert(text(Some(&header[1..])), (author, parse_date(&date), files));
        }
    }
    Some(account)
}

/// git knows no dates before 1970.
fn parse_date(date: &str) -> Option<When> {
    let [seconds, offset, day] = date.split(' ').collect::<Vec<_>>()[..] else { return None };
    let (seconds, offset): (i64, i32) = (seconds.parse().ok()?, offset.parse().ok()?);
    let day = if seconds < LAST { day.to_owned() } else { String::new() };
    Some((seconds, offset / 100 * 60 + offset % 100, day))
}

/// From here on years have five digits, and days are those of the last that has a name.
pub const LAST: i64 = 253_402_000_000;

pub fn by_cpt(changes: &[SolutionChange]) -> Account {
    let account = changes.iter().map(|change| {
        let files = change.files.iter().map(|file| {
            let kind = if file.kind == FileChangeKind::Added { 'A' } else { 'M' };
            (file.path.0.to_vec(), kind)
        });
        let author = format!("{} <{}>", change.author.name, change.author.email);
        let AuthorDate { seconds, offset_minutes } = change.date;
        let day = StreakRules::default().day.day_of(change.date);
        let day = if seconds < LAST { day.to_string() } else { String::new() };
        let date = (seconds >= 0).then_some((seconds, offset_minutes, day));
        (change.commit.to_string(), (author, date, files.collect()))
    });
    account.collect()
}

/// By day, its commits and its distinct files; and the longest run of days.
pub type Days = (BTreeMap<Date, (usize, usize)>, usize);

/// Files that name a problem are taken for themselves: git knows nothing of problems.
pub fn days_by_cpt(mut changes: Vec<SolutionChange>) -> Days {
    changes.iter_mut().flat_map(|change| &mut change.files).for_each(|file| file.problems = [].into());
    let answer = streak(&[&changes], &[], &StreakRules::default(), Date::MAX);
    let day = |day: &PracticeDay| (day.date, (day.commits as usize, day.solved as usize));
    (answer.days.iter().map(day).collect(), answer.longest as usize)
}

pub fn days_by_git(account: &Account) -> Days {
    let mut days: BTreeMap<Date, (usize, BTreeSet<&[u8]>)> = BTreeMap::new();
    for (_, date, files) in account.values() {
        let day: Date = date.as_ref().unwrap().2.parse().unwrap();
        let (commits, paths) = days.entry(day).or_default();
        *commits += 1;
        paths.extend(files.iter().map(|(path, _)| &path[..]));
    }
    let run = |first: &Date| first.series(1.day()).take_while(|day| days.contains_key(day)).count();
    let longest = days.keys().map(run).max().unwrap_or_default();
    (days.iter().map(|(day, (commits, paths))| (*day, (*commits, paths.len()))).collect(), longest)
}

/// What the definition says of a path, for the paths used here.
pub fn is_solution(path: &[u8]) -> bool {
    let path = String::from_utf8_lossy(path).to_lowercase();
    [".rs", ".cpp", ".py"].iter().any(|extension| path.ends_with(extension)) && !path.contains("/target/")
}
