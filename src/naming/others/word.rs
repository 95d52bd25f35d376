//! Judges that call their problems by a word or a code.

use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

use super::{aizu, codechef, is_letter, letter_behind_word, luogu, topcoder};
use crate::model::{KnownJudge, ProblemId};
use crate::naming::folder::{is_filler, is_series_part, is_topic, is_year};
use crate::naming::helper;
use crate::naming::path::{is_empty_stem, tokens};
use crate::naming::rule::{Claim, Strength, camel_slug, claim, is_plain_word, slug};

/// The letter that is all that a part says.
fn lone_letter(part: &str) -> Option<&str> {
    letter_behind_word(part).or(Some(part).filter(|part| is_letter_alone(part)))
}

fn is_letter_alone(part: &str) -> bool {
    part.len() == 1 && part.as_bytes()[0].is_ascii_alphabetic()
}

/// Kattis' ids are a title's letters without accents.
fn kattis(title: &str) -> String {
    let plain = |c: char| match c {
        'æ' => Some("ae"),
        'ð' => Some("d"),
        'ø' => Some("o"),
        'þ' => Some("th"),
        _ => None,
    };
    let mut id = String::new();
    for c in title.to_lowercase().nfd() {
        match plain(c) {
            Some(plain) => id.push_str(plain),
            None if c.is_ascii_alphanumeric() => id.push(c),
            None => {}
        }
    }
    id
}

/// Judges of words where a folder that ends in a number is a contest's, and a file in it with a letter a task's. Not
/// at `codechef`, where the codes of problems end in numbers, too.
const NUMBERED_CONTESTS: &[&str] = &["dmoj", "hackerearth", "hackerrank", "topcoder"];

/// Whether a part is a place in a contest: `p1`, `Q3`, with a letter for the division at some judges: `s3`.
fn is_place(judge: &KnownJudge, part: &str) -> bool {
    let divisions = match judge.id {
        "dmoj" => "jsJS",
        "usaco" => "bgsBGS",
        _ => "",
    };
    matches!(part.as_bytes(), [letter, b'1'..=b'9']
        if b"pPqQ".contains(letter) || divisions.as_bytes().contains(letter))
}

/// A code of capitals and digits that a title follows: `LISA - Pocket Money`.
fn code_before_title(part: &str) -> Option<&str> {
    let at = part.find([' ', '.', '-'])?;
    let (code, title) = (&part[..at], &part[at + 1..]);
    let is_code = code.len() > 1
        && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
        && code.bytes().any(|byte| byte.is_ascii_uppercase());
    // Behind a hyphen capitals may be a part of the code.
    let is_apart = !part[at..].starts_with('-');
    // Where nothing but a space follows, short ones are words of the title: `OR Permutation`, `IPL and RCB`.
    let is_marked = !part[at..].starts_with(' ') || title.starts_with(|c: char| !c.is_alphanumeric());
    let is_title = title.chars().any(|c| c.is_alphabetic() && (is_apart || !c.is_ascii_uppercase()));
    (is_code && is_title && (is_marked || code.len() > 3)).then_some(code)
}

/// SPOJ's codes have eight letters, digits and low lines at most; what follows tells attempts apart.
fn spoj(part: &str) -> &str {
    // Its number or its own word may stand before the code: `spoj-10628-COT`.
    let is_code = |word: &&str| {
        word.bytes().any(|byte| byte.is_ascii_alphabetic()) && !word.eq_ignore_ascii_case("spoj")
    };
    let code = part.split('-').find(is_code).filter(|code| code.len() > 1).unwrap_or(part);
    let begin =
        code.split('_').find(|part| part.bytes().any(|byte| byte.is_ascii_alphabetic())).unwrap_or(code);
    if code.len() > 8 && (3..=8).contains(&begin.len()) { begin } else { code }
}

/// Whether a part is written as SPOJ's codes are: in capitals and digits.
fn is_spoj_code(part: &str) -> bool {
    (3..=8).contains(&part.len())
        && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
        && part.bytes().any(|byte| byte.is_ascii_uppercase())
        && !is_series_part(part)
        && !is_topic(&slug(part))
        && !is_filler(part)
}

/// A title before a remark in brackets: `Rotten Oranges (BFS)`.
fn without_remark(title: &str) -> &str {
    match title.split_once('(') {
        Some((before, _)) if before.chars().any(char::is_alphanumeric) => before,
        _ => title,
    }
}

/// Whether a name begins with a whole id of `judge`'s, which says more in a repository of that judge's than the olympiad
/// that the problem is from: `P1827-[USACO3.4]`, `P_4001_ICPC_Beijing`, `ccc18j3`, `coci14c4p2`, `usaco20marg2`.
pub(in crate::naming) fn begins_with_id(judge: &str, stem: &str) -> bool {
    static LUOGU: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^(?i:P[_-]?|[BTU])\d{4,6}(?:[^0-9A-Za-z]|$)").ok());
    static DMOJ: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^(?i:[a-z]{2,8}\d{2}(?:c\d|[a-z]{1,9})?p?\d{1,2})$").ok());
    let pattern = match judge {
        "luogu" => &LUOGU,
        "dmoj" => &DMOJ,
        _ => return false,
    };
    pattern.as_ref().is_some_and(|pattern| pattern.is_match(stem))
}

/// Olympiads that `oj.uz` writes in capitals.
const IN_CAPITALS: &[&str] =
    &["apio", "boi", "ceoi", "coci", "coi", "egoi", "ioi", "joi", "joioc", "kriii", "noi", "poi", "rmi"];

/// The ids of `oj.uz`: an olympiad, its year and a word.
fn oj_uz(part: &str) -> Option<String> {
    let letters = part.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = part[letters..].bytes().take_while(u8::is_ascii_digit).count();
    let (source, rest) = (&part[..letters], &part[letters..]);
    let is_id = (2..=9).contains(&letters)
        && digits == 2
        && rest[digits..].split_once('_').is_some_and(|(stage, word)| stage.len() < 6 && word.len() > 1)
        && rest.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric());
    let is_small = IN_CAPITALS.contains(&source);
    is_id.then(|| if is_small { format!("{}{rest}", source.to_uppercase()) } else { part.to_owned() })
}

/// `AlgoSpot`'s ids are words in capitals, which nothing but marks stands before.
fn algospot(part: &str) -> Option<String> {
    let part = part.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = part.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (id, rest) = part.split_at(end);
    let is_small = rest.is_empty() && is_plain_word(id);
    let is_id = (is_small || !id.bytes().any(|byte| byte.is_ascii_lowercase()))
        && id.len() > 2
        && id.starts_with(|c: char| c.is_ascii_alphabetic())
        && !rest.starts_with(char::is_alphanumeric);
    is_id.then(|| id.to_ascii_uppercase())
}

/// The ids of Taiwan's judges: a letter and three digits, which a title may follow.
fn letter_and_number(part: &str) -> Option<String> {
    let (id, rest) = part.split_at_checked(4)?;
    let (letter, digits) = id.split_at_checked(1)?;
    let is_id = letter.bytes().all(|byte| byte.is_ascii_alphabetic())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    is_id.then(|| id.to_ascii_lowercase())
}

/// A problem's id as the judge spells such ones.
fn spelt(judge: &KnownJudge, part: &str) -> String {
    let coded =
        code_before_title(part).filter(|_| ["codechef", "dmoj", "infoarena", "spoj"].contains(&judge.id));
    match judge.id {
        "kattis" => kattis(part),
        // A remark in brackets is no part of a title.
        "geeksforgeeks" | "hackerrank" => slug(without_remark(part)),
        "codetree" => camel_slug(part),
        "library-checker" | "dmoj" | "vnoj" | "lqdoj" => part.to_lowercase(),
        // Classes have no low lines in their names.
        "topcoder"
            if part.contains('_') && part.bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase()) =>
        {
            part.replace('_', "")
        }
        "codewars" | "topcoder" => {
            let title = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_');
            let title = if title.len() > 1 { title } else { part };
            let is_class = judge.id == "topcoder" && topcoder::is_class(title);
            if is_class { title.to_owned() } else { slug(title) }
        }
        "aoj" => aizu::id(part),
        "spoj" => coded.unwrap_or_else(|| spoj(part)).to_uppercase(),
        "codechef" => coded.unwrap_or(part).to_uppercase(),
        _ => slug(part),
    }
}

/// Whether a folder has a problem's title, and a file in it the name of a class beside the solution: `Hiding
/// Places/Location`.
fn has_class(folder: &str, stem: &str) -> bool {
    let (title, class) = (kattis(folder), kattis(stem));
    // A contest, by its year, holds several problems.
    let gathers = is_series_part(folder)
        || is_topic(&slug(folder))
        || tokens(folder).iter().any(|token| is_filler(token.text) || is_year(token.text));
    folder.contains(' ')
        && stem.starts_with(|c: char| c.is_ascii_uppercase())
        && !title.contains(&class)
        && !class.contains(&title)
        && !gathers
}

/// Whether a folder says the problem, and not a file in it.
fn is_of_folder(folder: &str, stem: &str) -> bool {
    has_class(folder, stem) || is_cut_short(folder, stem)
}

/// Whether a folder has a problem's id, and a file in it some of the title's words: `schoolspirit/spirit`.
fn is_cut_short(folder: &str, stem: &str) -> bool {
    let is_part = folder.starts_with(stem) || folder.ends_with(stem);
    is_plain_word(folder)
        && is_plain_word(stem)
        && is_part
        && stem.len() > 3
        && folder.len() > stem.len() + 2
        && !is_topic(folder)
}

/// An id that stands in a part of the path as the judge itself writes it.
fn whole_id<'p>(judge: &KnownJudge, mut parts: impl Iterator<Item = &'p str>) -> Option<String> {
    match judge.id {
        "luogu" => parts.next().and_then(luogu::id_with_remark).or_else(|| parts.find_map(luogu::id)),
        "codechef" => parts
            .find_map(|part| codechef::code_behind_title(part).or_else(|| codechef::code_behind_hyphen(part)))
            .map(str::to_owned),
        "oj.uz" => parts.find_map(oj_uz),
        "algospot" => parts.find_map(algospot),
        "greenjudge" | "zerojudge" => parts.find_map(letter_and_number),
        _ => None,
    }
}

/// The folder that says the problem, and not a file in it, where there is one; else the part that was found.
fn or_folder<'p>(
    judge: &KnownJudge,
    stem: &'p str,
    folders: &[&'p str],
    part: Option<&'p str>,
) -> Option<&'p str> {
    // A folder that is written as SPOJ's codes are says more than a file that isn't: `GSS1/C/cyatq.c`.
    if judge.id == "spoj" && !is_spoj_code(stem) && code_before_title(stem).is_none() {
        let coded = folders.iter().copied().rev().find(|folder| is_spoj_code(folder));
        return coded.or(part);
    }
    // Attempts in a problem's folder: `crescator/crescator2`.
    let is_attempt = |folder: &str| {
        let rest = stem.get(..folder.len()).filter(|begin| begin.eq_ignore_ascii_case(folder));
        let rest = rest.map(|_| stem[folder.len()..].trim_start_matches(['_', '-', ' ']));
        // DMOJ's contests have places behind their names: `mathp3`.
        let is_contest = judge.id == "dmoj" && folder.ends_with('p');
        let is_count = |rest: &str| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit();
        folder.len() > 2 && !is_contest && rest.is_some_and(is_count) && !is_topic(&slug(folder))
    };
    let is_meant = |folder: &&str| is_attempt(folder) || judge.id == "kattis" && is_of_folder(folder, stem);
    folders.last().copied().filter(|_| part == Some(stem)).filter(is_meant).or(part)
}

pub(super) fn by_word(judge: &KnownJudge, stem: &str, folders: &[&str]) -> Option<Claim> {
    if helper::is_in_library(&format!("{}/", folders.join("/"))) {
        return None;
    }
    let parts = || std::iter::once(stem).chain(folders.iter().copied().rev());
    if let Some(id) = whole_id(judge, parts()) {
        return Some(claim(ProblemId::other(judge.id, &id), false, Strength::Identity));
    }
    if judge.id == "codechef" && (codechef::is_class(stem) || codechef::is_others(stem)) {
        return None;
    }
    let own = match judge.id {
        // Nothing else is one of their problems.
        "algospot" | "luogu" => return None,
        "topcoder" => topcoder::place_in_round(stem, folders),
        "aoj" => aizu::in_course(judge, stem, folders),
        "codechef" => codechef::attempt_in_contest(stem, folders),
        _ => None,
    };
    if own.is_some() {
        return own;
    }
    // Ids that look like a number or a place.
    if judge.id == "kattis"
        && let Some(id) = parts().take(2).find(|part| ["2048", "r2"].contains(part))
    {
        return Some(claim(ProblemId::other(judge.id, id), true, Strength::Identity));
    }
    let numbered = (judge.id == "aoj").then(|| aizu::number_of_folder(stem, folders)).flatten();
    let part = numbered.or_else(|| {
        parts().find(|part| {
            let is_code = judge.id == "codechef"
                && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            !is_letter(part)
                && (is_code || !(is_empty_stem(part) || is_series_part(part) || is_topic(&slug(part))))
        })
    });
    let part = or_folder(judge, stem, folders, part);
    // Codes are words of any kind.
    let is_code = || match judge.id {
        "codechef" => stem.len() > 2,
        "kattis" => stem.len() > 2 && is_plain_word(stem),
        _ => false,
    };
    let part = part.or_else(|| Some(stem).filter(|stem| is_code() && !is_empty_stem(stem)))?;
    // Numbers in a folder that is called by words count other problems than its own: `Introduction/Problem4`.
    let counts = || {
        stem.bytes().any(|byte| byte.is_ascii_digit()) && part.bytes().any(|byte| byte.is_ascii_lowercase())
    };
    if judge.id == "codechef" && part != stem && counts() {
        return None;
    }
    let id = spelt(judge, part);
    let is_plain = !id.contains(char::is_whitespace);
    let id = if is_plain { id } else { slug(&id) };
    // A folder with nothing but a letter below a contest's is a task.
    let between = || folders.iter().rev().take_while(|folder| **folder != part);
    let letter = if part == stem || judge.id == "spoj" {
        None
    } else {
        between().find_map(|folder| lone_letter(folder))
    };
    let is_numbered = part.ends_with(|c: char| c.is_ascii_digit());
    let is_contest = is_numbered && NUMBERED_CONTESTS.contains(&judge.id)
        || judge.id == "topcoder" && part != stem
        // A year belongs to a contest.
        || judge.id == "kattis" && part.len() > 4 && part.get(part.len() - 4..).is_some_and(is_year)
        || judge.id == "codechef" && codechef::is_contest(part);
    let letter = letter.or_else(|| lone_letter(stem).filter(|_| is_contest && part != stem));
    // A place belongs to its contest, whose year may be a folder of its own.
    let has_places = judge.id == "usaco" || NUMBERED_CONTESTS.contains(&judge.id);
    let is_count = judge.id == "usaco"
        && (matches!(stem.as_bytes(), [b'1'..=b'9']) || (is_letter_alone(stem) && folders.len() < 3))
        && folders
            .iter()
            .any(|folder| is_series_part(folder) || tokens(folder).iter().any(|token| is_year(token.text)));
    if has_places && part != stem && (is_place(judge, stem) || is_count) {
        let id = format!("{}/{}", slug(&folders.join("-")), stem.to_lowercase());
        return Some(claim(ProblemId::other(judge.id, &id), false, Strength::Series));
    }
    // Aizu's courses have tasks of a letter, in the id.
    let is_course = judge.id == "aoj" && part.contains('_') && is_letter_alone(stem);
    let id = if is_course { format!("{id}_{}", stem.to_uppercase()) } else { id };
    let id = letter.map_or(id.clone(), |letter| format!("{id}/{}", letter.to_lowercase()));
    // A title may be a number, which the file repeats.
    let is_repeated = judge.id == "codetree" && folders.last() == Some(&stem);
    let has_letter =
        id.chars().any(char::is_alphabetic) || ["aoj", "codechef"].contains(&judge.id) || is_repeated;
    // A course of Aizu's without its task, or the task without its course.
    let is_part = judge.id == "aoj"
        && (aizu::COURSES.iter().any(|course| course.trim_end_matches(['1', '2']).eq_ignore_ascii_case(&id))
            || (id.len() < 4 && id.starts_with(|c: char| c.is_ascii_digit())));
    (!id.is_empty() && has_letter && !is_part).then(|| {
        // Its ids are in small letters: with capitals a title or a class is written.
        // Contests of its users are called by such words, too, and their tasks by letters.
        let is_sure = (judge.id == "kattis" && id == part && !is_letter_alone(stem))
            || (judge.id == "aoj" && id.len() == 4 && id.bytes().all(|byte| byte.is_ascii_digit()));
        claim(ProblemId::other(judge.id, &id), is_sure, Strength::Identity)
    })
}
