//! Contests without a number of the usual kind, by their names.

use super::tasks::is_coded;
use super::{label, tasks, without_words};
use crate::model::ProblemId;
use crate::naming::date;
use crate::naming::path::{TokenKind, tokens};
use crate::naming::rule::{Claim, Strength, camel_slug, claim, number};

/// Contests of the table whose names mean other things, too.
const COMMON_NAMES: &[&str] =
    &["abs", "dfs", "dp", "fft", "fuka", "practice", "practice2", "relay", "tricky"];

/// The task of a contest that the table has, by its name in a part and the label behind it or below. Away from a folder
/// of the judge's only names count that mean nothing else.
pub(in crate::naming) fn by_contest(parts: &[&str], at_home: bool) -> Option<Claim> {
    let last = parts.len().checked_sub(1)?;
    let sure = |task: String| Some(claim(ProblemId::atcoder(&task), true, Strength::Identity));
    let counts = |plain: &str, text: &str| {
        let is_common = COMMON_NAMES.contains(&plain)
            || plain.len() < 4
            || !plain.bytes().any(|byte| byte.is_ascii_digit());
        let is_own = plain == text.to_ascii_lowercase();
        (at_home || !is_common || STRONG_NAMES.contains(&plain) || (is_own && plain == "practice2"))
            && tasks::is_contest(plain)
    };
    if let Some(task) = of_book(parts) {
        return sure(task);
    }
    for at in (0..=last).rev() {
        // Luogu's mark before the ids of this judge's.
        let part = parts[at].strip_prefix("AT_").unwrap_or(parts[at]);
        if let Some(task) = of_counted_past(part) {
            return sure(task);
        }
        // The task's own id.
        // A title may follow it: `dp_z Frog 3`.
        let id = part.split_once(' ').map_or(part, |(id, _)| id);
        let part_or_id = if id.contains('_') { id } else { part };
        if let Some((contest, task)) = part_or_id.rsplit_once(['_', '-'])
            && is_task(task)
            && !tasks::is_contest(&tasks::plain(part_or_id))
        {
            let has_id = |folder: usize| tasks::has_id(&tasks::plain(parts[folder]), contest, task);
            if at.checked_sub(1).is_some_and(has_id) {
                return sure(format!("{contest}_{task}"));
            }
            let plain = tasks::plain(contest);
            let exact = part.as_bytes()[contest.len()] == b'_';
            let is_dp = plain == "dp" && exact && contest.len() == 2 && task.len() == 1 && at == last;
            let is_listed = task.len() < 3 && task.bytes().all(|byte| byte.is_ascii_alphabetic())
                || tasks::ends_in(&plain, task)
                || STRONG_NAMES.contains(&plain.as_str()) && task.len() < 4
                || numbered_label(task)
                    .is_some_and(|label| label.starts_with(|c: char| c.is_ascii_alphabetic()));
            if (counts(&plain, contest) && is_listed) || is_dp {
                return sure(tasks::named(&plain, task, exact)?);
            }
        }
        if let Some((contest, task)) = part.split_at_checked(part.len().saturating_sub(1))
            && at == last
            && task.bytes().all(|byte| byte.is_ascii_alphabetic())
        {
            let plain = tasks::plain(contest);
            let is_folders =
                at.checked_sub(1).is_some_and(|before| at_home && tasks::plain(parts[before]) == plain);
            if (plain.ends_with(|c: char| c.is_ascii_digit()) || is_folders) && counts(&plain, contest) {
                return sure(tasks::named(&plain, task, false)?);
            }
        }
        // The contest's folder, and the label below. The year may be a folder of its own, and the stage below it, too.
        let is_year = |at: &usize| date::is_year(parts[*at]);
        let is_count = part.len() < 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        let begins_year = part.get(..4).is_some_and(date::is_year);
        let plain = match (at.checked_sub(2), at.checked_sub(1)) {
            (_, Some(before)) if begins_year || is_count => tasks::plain(&[parts[before], part].concat()),
            (Some(first), Some(year)) if is_year(&year) => {
                let stage = if part.eq_ignore_ascii_case("q") { "qual" } else { part };
                tasks::plain(&[parts[first], parts[year], stage].concat())
            }
            _ => tasks::plain(part),
        };
        // The series may be a folder farther away: `joi/yo/2019yo`.
        let farther = || {
            let joined = |folder: &str| tasks::plain(&[folder, part].concat());
            parts[..at]
                .iter()
                .filter(|folder| folder.len() > 2)
                .map(|folder| joined(folder))
                .find(|plain| tasks::is_contest(plain))
        };
        let plain = if tasks::is_contest(&plain) {
            plain
        } else {
            begins_year.then(farther).flatten().unwrap_or_else(|| tasks::plain(part))
        };
        // A topic's name, too, but among contests: `contests/dp/src/bin/z`.
        let is_among_contests = || {
            let before = at.checked_sub(1).map(|before| parts[before]);
            plain == "dp" && before.is_some_and(|folder| ["contest", "contests"].contains(&folder))
        };
        if at < last && (counts(&plain, part) || is_among_contests()) {
            let Some(found) = label_below(parts, at, &plain) else {
                return by_title(parts, at_home).filter(|_| is_educational_dp(&plain));
            };
            let task = ProblemId::atcoder(&tasks::named(&plain, found, false)?);
            // The selection for beginners shows no letters: they count its tasks.
            let is_counted = plain == "abs" && found.len() == 1;
            return Some(claim(task, !tasks::is_shared(&plain) && !is_counted, Strength::Identity));
        }
    }
    by_title(parts, at_home)
}

/// The task of a Practical Algorithm Skill Test by the test's ordinal and the letter in one name: `PAST007J - Never Ending`.
fn of_counted_past(part: &str) -> Option<String> {
    let begin = part.get(..4).filter(|begin| begin.eq_ignore_ascii_case("past"))?;
    let tokens = tokens(part);
    let [word, ordinal, label, ..] = tokens.as_slice() else { return None };
    let is_meant = word.text.len() == begin.len()
        && ordinal.kind == TokenKind::Number
        && ordinal.text.len() < 4
        && label.text.len() == 1
        && label.kind == TokenKind::Word;
    let test = || format!("past{}", number(ordinal.text));
    is_meant.then(|| tasks::named(&test(), label.text, false))?
}

fn is_educational_dp(plain: &str) -> bool {
    tasks::named(plain, "a", false).is_some_and(|task| task == "dp_a")
}

/// The task of the Educational DP Contest by its title: `edpc/Frog 1`, `AtCoder/dp/LCS`.
fn by_title(parts: &[&str], at_home: bool) -> Option<Claim> {
    let (last, folders) = parts.split_last()?;
    let is_contest = |folder: &&str| {
        let plain = tasks::plain(folder);
        (at_home || STRONG_NAMES.contains(&plain.as_str())) && is_educational_dp(&plain)
    };
    let in_contest = folders.iter().any(is_contest);
    if !at_home && !in_contest {
        return None;
    }
    // Right below the judge's folder there is no contest that has one word for a title, too.
    let task = tasks::titled_dp(&camel_slug(last), in_contest || folders.is_empty())?;
    Some(claim(ProblemId::atcoder(&task), false, Strength::Title))
}

/// What is shown for a task below the folder of its contest.
fn label_below<'t>(parts: &[&'t str], at: usize, plain: &str) -> Option<&'t str> {
    let last = parts.len() - 1;
    let is_collection = STRONG_NAMES.contains(&plain);
    // In a collection that is numbered a folder's number is the task's, and a letter its file's.
    let is_letter = |part: &str| part.len() == 1 && part.as_bytes()[0].is_ascii_alphabetic();
    let is_number = |part: &&&str| {
        is_collection
            && is_letter(parts[last])
            && part.len() < 4
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && tasks::named(plain, part, false).is_some()
    };
    let folders = &parts[at + 1..last];
    let numbered = folders.iter().rev().find(is_number);
    // The only folder between the contest's and a file is the task's, whatever the file is called.
    let folder = folders
        .first()
        .filter(|part| folders.len() == 1 && (is_letter(part) || tasks::has_label(plain, part)));
    numbered.or(folder).copied().or_else(|| {
        parts[at + 1..].iter().rev().find_map(|part| {
            // The contest's own name may stand before the label again: `typical90/typical90_ab_imos`.
            let contest = parts[at];
            let repeated = part.get(..contest.len()).filter(|begin| begin.eq_ignore_ascii_case(contest));
            let part = repeated.map_or(*part, |begin| &part[begin.len()..]);
            let text = without_words(part.trim_start_matches(|c: char| !c.is_alphanumeric()));
            let numbered = || {
                tokens(text)
                    .into_iter()
                    .find(|token| token.kind == TokenKind::Number && token.text.len() >= 2)
            };
            label(text)
                .or_else(|| numbered_label(text))
                .or_else(|| tasks::has_label(plain, part).then_some(part))
                .or_else(|| is_collection.then(|| numbered().map(|token| token.text)).flatten())
        })
    })
}

/// Contests whose names mean nothing else although they have no digit.
const STRONG_NAMES: &[&str] = &[
    "algomath",
    "edpc",
    "educationaldp",
    "educationaldpcontest",
    "kyoproeducational90",
    "mathandalgorithm",
    "tdpc",
    "tenkei90",
    "tessoku",
    "tessokubook",
    "typical90",
    "typicalalgorithm",
    "typicaldpcontest",
];

/// The task of a book by what is shown for it, which says more than the id of a folder: `tessoku/a65`.
fn of_book(parts: &[&str]) -> Option<String> {
    let label = parts.last()?.rsplit(['_', '-']).next().filter(|label| is_coded(label))?;
    let is_books = parts.iter().any(|part| tasks::plain(part).contains("tessoku"));
    is_books.then(|| tasks::named("tessokubook", label, false))?
}

/// The collection that a repository is called after: `kyopro-tessoku`, `typical90-rust`.
pub(in crate::naming) fn collection_in(name: &str) -> Option<&'static str> {
    let plain = tasks::plain(name);
    STRONG_NAMES
        .iter()
        .copied()
        .filter(|known| known.len() > 6 && plain.contains(known))
        .max_by_key(|known| known.len())
}

/// Labels of collections: `a40`, `001`, `ex12`, two letters.
fn numbered_label(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let word = &text[..end];
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = word.len() - letters;
    let are_digits = word[letters..].bytes().all(|byte| byte.is_ascii_digit());
    (are_digits && matches!((letters, digits), (0, 1..=3) | (1 | 2, 1..=2) | (2, 0))).then_some(word)
}

fn is_task(word: &str) -> bool {
    (!word.is_empty() && word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
        || numbered_label(word).is_some()
        || word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}
