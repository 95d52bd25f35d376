//! Judges that number their problems.

use super::{in_contest, is_letter};
use crate::judges::known_judge;
use crate::model::{KnownJudge, ProblemId};
use crate::naming::date;
use crate::naming::folder::{is_contest, is_range, is_series_part, is_topic, is_year};
use crate::naming::path::{Token, TokenKind, is_empty_stem, tokens};
use crate::naming::rule::{Claim, Strength, claim, number, slug};

/// The numbers that a judge's problems have, and whether a number with a title behind it is sure.
const NUMBERS: &[(&str, u32, u32, bool)] = &[
    ("51nod", 1000, 3999, false),
    ("beecrowd", 1000, 3999, true),
    ("boj", 1000, 39_999, true),
    ("bzoj", 1000, 5999, false),
    ("codeup", 1000, 9999, false),
    ("cses", 1068, 3999, false),
    ("hdu", 1000, 8999, false),
    ("jungol", 1000, 9999, false),
    ("lightoj", 1000, 1499, false),
    ("poj", 1000, 4199, false),
    ("programmers", 1000, 499_999, true),
    ("project-euler", 1, 1199, false),
    ("swea", 1000, 29_999, true),
    ("timus", 1000, 2299, false),
    ("uva", 100, 13_999, false),
    ("uva-live", 2000, 9999, false),
    ("zoj", 1001, 4999, false),
];

/// Whether the judge may have a problem with this number.
pub(in crate::naming) fn is_number_of(judge: &KnownJudge, digits: &str) -> bool {
    let bounds = NUMBERS.iter().find(|(id, ..)| *id == judge.id);
    let fits = |value: u32| bounds.is_some_and(|(_, low, high, _)| (*low..=*high).contains(&value));
    digits.len() <= 6 && digits.parse().is_ok_and(fits)
}

/// Words before a problem's number.
const BEFORE_NUMBER: &[&str] = &[
    "e",
    "euler",
    "id",
    "main",
    "n",
    "no",
    "num",
    "number",
    "p",
    "pe",
    "prob",
    "problem",
    "q",
    "solution",
    "task",
    "v",
    "задача",
];

/// Whether a part is a problem's number with the word for it: `problem_096`.
fn says_problem(part: &str) -> bool {
    let tokens = tokens(part);
    matches!(tokens.as_slice(), [word, number]
        if number.kind == TokenKind::Number
            && (is_one_of(word.text, &["prob", "problem"])
                // Courses have tasks, too, and fewer of them.
                || is_one_of(word.text, &["task", "test"]) && number.text.len() > 2))
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// A judge's number in a part, and whether it stands alone there.
fn number_in(judge: &KnownJudge, digits: usize, part: &str) -> Option<(String, bool)> {
    let bounds = NUMBERS.iter().find(|(id, ..)| *id == judge.id);
    let (low, high) =
        bounds.map_or((10_u32.pow(digits as u32 - 1), 99_999), |(_, low, high, _)| (*low, *high));
    let tokens = tokens(part);
    let mut at = 0;
    while at < tokens.len() {
        let dated = date::at(&tokens, at);
        // A judge with numbers of six digits has some that could be days.
        let is_lone = at == 0 || known_judge(tokens[at - 1].text).is_some();
        let is_only = dated == 1 && tokens[at].text.len() == 6 && high > 99_999 && is_lone;
        if dated > 0 && !is_only {
            at += dated;
            continue;
        }
        let token = tokens[at];
        let value: Option<u32> = token.text.parse().ok().filter(|value| (low..=high).contains(value));
        let widest = if high > 99_999 { 6 } else { 5 };
        // A small number is a problem's only where the name begins with it.
        let is_lead = low >= 1000
            || tokens[..at].iter().all(|token| {
                token.text.chars().count() == 1
                    || BEFORE_NUMBER.iter().any(|word| word.eq_ignore_ascii_case(token.text))
                    || is_short_for(judge, token.text)
            });
        let is_told = is_lead || is_behind_title(judge, part, &tokens);
        if token.kind == TokenKind::Number && token.text.len() <= widest && is_told {
            if let Some(value) = value {
                return Some((value.to_string(), number(part) == value.to_string()));
            }
            if low < 1000 {
                return None;
            }
        }
        at += 1;
    }
    None
}

/// Whether a name ends in the only number in it, set apart, and no year: `BuildRoad-0742`.
fn is_behind_title(judge: &KnownJudge, part: &str, tokens: &[Token<'_>]) -> bool {
    let numbers = tokens.iter().filter(|token| token.kind == TokenKind::Number).count();
    let Some((last, [.., before])) = tokens.split_last() else { return false };
    let is_apart = part[before.end()..last.start].ends_with(['-', '_', ' ', '.', '#', '(']);
    // Titles of its problems end in numbers.
    let may_be_title = judge.id == "project-euler" && !last.text.starts_with('0');
    last.kind == TokenKind::Number
        && numbers == 1
        && is_apart
        && last.text.len() > 2
        && !is_year(last.text)
        && !may_be_title
}

/// Whether a word is the judge's, or the beginning of one: `yuki`.
fn is_short_for(judge: &KnownJudge, word: &str) -> bool {
    let begins = |known: &&str| known.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
    known_judge(word).is_some_and(|known| known.id == judge.id)
        || (word.len() > 2 && judge.words.iter().any(begins))
}

pub(super) fn by_number(judge: &KnownJudge, digits: usize, stem: &str, folders: &[&str]) -> Option<Claim> {
    let is_sure = NUMBERS.iter().any(|(id, _, _, sure)| *id == judge.id && *sure);
    let named = |(id, is_alone): (String, bool)| {
        // `loj` may be one of two judges, one of which has these numbers and the other has not.
        let is_loj = judge.id == "libreoj";
        let is_light = is_loj && id.parse().is_ok_and(|id: u32| (1000..1500).contains(&id));
        let judge = if is_light { "lightoj" } else { judge.id };
        // The examination's levels number their problems alike.
        let level = folders.iter().find_map(|folder| level_of_pat(folder)).filter(|_| judge == "pta");
        let id = level.map_or(id.clone(), |level| format!("{level}/{id}"));
        // Between UVa's two sequences lie the numbers of the live archive, which has its problems, too.
        let is_archives = judge == "uva" && id.parse().is_ok_and(|id: u32| (1800..10_000).contains(&id));
        // CodeUp's books number theirs from 1000 on, too.
        let is_judges = !is_loj && level.is_none() && !is_archives && judge != "codeup";
        claim(ProblemId::other(judge, &id), (is_sure || is_alone) && is_judges, Strength::Identity)
    };
    let id_in = |part: &str| number_in(judge, digits, part);
    // A person's name may end in digits: what is grown on to a word farther away is no problem's number.
    let id_of_folder = |part: &str| id_in(part).filter(|(id, _)| !is_grown_on(judge, part, id));
    if let Some(found) = in_multi_university(judge, stem, folders) {
        return Some(found);
    }
    // At judges whose numbers begin small a contest's places look alike, and a section's of a chapter.
    let in_section = digits == 1 && is_section(folders);
    let is_dated = folders.iter().any(|folder| date::is_year(folder) || date::is_day(folder));
    let is_place = digits == 1 && stem.len() < 3 && (is_dated || in_section);
    if is_place && stem.bytes().all(|byte| byte.is_ascii_digit()) && judge.id != "project-euler" {
        let contest = folders.iter().map(|folder| slug(folder)).collect::<Vec<_>>().join("-");
        let problem = ProblemId::other(judge.id, &format!("contest/{contest}/{}", number(stem)));
        return Some(claim(problem, false, Strength::Series));
    }
    // Of a folder the number may be a contest's or a year.
    let (last, before) = folders.split_last().unwrap_or((&"", &[]));
    // What the folder has behind its number is the title, and the file repeats it: `20000. 2017 Open/2017 Open.cpp`.
    if let Some(id) = repeated_title(last, stem).and_then(id_in) {
        return Some(named((id.0, false)));
    }
    // A letter with a digit is an attempt in a folder with a number: `loj/135/a1`.
    let is_attempt = stem.len() == 2
        && stem.as_bytes()[0].is_ascii_alphabetic()
        && last.len() > 2
        && last.bytes().all(|byte| byte.is_ascii_digit());
    let own = id_in(stem).filter(|(id, _)| !is_attempt && (!is_year(id) || judge.id != "programmers"));
    // The year of a contest that the title speaks of.
    let own = own.filter(|(id, _)| judge.id != "boj" || !is_year(id) || !is_year_of_title(judge, stem, id));
    let is_problems = |part: &str, id: &str| (part.len() < 6 || says_problem(part)) && !is_year(id);
    let is_folders = |part: &str| {
        (!is_series_part(part) || says_problem(part))
            && !date::is_below_year(folders, folders.iter().position(|folder| *folder == part).unwrap_or(0))
            && !part.contains(['~'])
            && !is_range(part)
    };
    // Two letters are a title in other scripts.
    let width = |c: char| if c.is_ascii() { 1 } else { 2 };
    let has_title =
        !is_empty_stem(stem) && stem.chars().filter(|c| c.is_alphabetic()).map(width).sum::<u32>() > 2;
    let is_titled = |id: &str| last.strip_prefix(id).is_some_and(|title| title.starts_with(". "));
    let direct = || {
        id_of_folder(last).filter(|(id, _)| {
            // A year's folder holds files with titles of their own.
            let is_only = *last == id.as_str() && (!is_year(id) || !has_title);
            is_titled(id) || (is_folders(last) && (is_only || !is_year(id)))
        })
    };
    let outer = || {
        before
            .iter()
            .rev()
            .find_map(|part| id_of_folder(part).filter(|(id, _)| is_folders(part) && is_problems(part, id)))
    };
    let folder = || (!is_contest(folders) && !in_section).then(|| direct().or_else(outer)).flatten();
    let is_boj = ["boj", "swea", "programmers"].contains(&judge.id);
    let any = || {
        (is_boj && !is_contest(folders))
            .then(|| {
                folders
                    .iter()
                    .rev()
                    .find_map(|part| id_of_folder(part).filter(|(id, _)| is_folders(part) && !is_year(id)))
            })
            .flatten()
    };
    // A folder has the title where the file's name is no more than a letter.
    let of_folder = folders
        .last()
        .map(|folder| slug(folder))
        .filter(|folder| folders.len() == 1 && is_letter(stem) && folder.contains('-') && !is_topic(folder));
    let title = || {
        let own = || slug(without_place(stem.strip_prefix(judge.id).unwrap_or(stem)));
        of_folder.clone().unwrap_or_else(own)
    };
    let by_title = || claim(ProblemId::other(judge.id, &title()), false, Strength::Title);
    let has_name = of_folder.is_some() || (!is_letter(stem) && !is_empty_stem(stem));
    let by_name = || (judge.id == "cses" && has_name).then(by_title);
    own.or_else(folder).or_else(any).map(named).or_else(|| in_contest(judge, folders, stem)).or_else(by_name)
}

/// Whether the last of these folders is the short number of a section below a chapter's, which a number and a word on it
/// tell: `4Math/2`.
fn is_section(folders: &[&str]) -> bool {
    let Some((section, chapters)) = folders.split_last() else { return false };
    let is_chapter = |folder: &&str| {
        matches!(tokens(folder).as_slice(), [number, word, ..]
            if number.kind == TokenKind::Number && number.text.len() < 3 && word.kind != TokenKind::Number && word.text.len() > 2)
    };
    let is_short = (1..3).contains(&section.len()) && section.bytes().all(|byte| byte.is_ascii_digit());
    is_short && chapters.iter().any(is_chapter)
}

/// The number of a folder whose title a file repeats: `12345. Title/Title.cpp`.
fn repeated_title<'t>(folder: &'t str, stem: &str) -> Option<&'t str> {
    let digits = folder.bytes().take_while(u8::is_ascii_digit).count();
    let title = folder[digits..].strip_prefix(['.', '_', '-', ' '])?.trim_start();
    let is_repeated = !title.is_empty() && stem.chars().any(char::is_alphabetic) && title == stem.trim();
    ((3..=6).contains(&digits) && is_repeated).then_some(&folder[..digits])
}

/// Whether a year is a part of a title and no number: `SUAPC 2023 Summer`, `2025는 무엇이`, `Fun (2022)`. At the beginning with
/// a space behind it may be either, and with a mark (`2025. Title`, `2025_Title`) it is the number.
fn is_year_of_title(judge: &KnownJudge, stem: &str, year: &str) -> bool {
    let tokens = tokens(stem);
    let Some(at) = tokens.iter().position(|token| token.text == year) else { return false };
    let token = &tokens[at];
    let (before, after) = (&stem[..token.start], &stem[token.end()..]);
    let has_title = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let says_number = |token: &Token<'_>| {
        BEFORE_NUMBER.iter().any(|word| word.eq_ignore_ascii_case(token.text))
            || is_short_for(judge, token.text)
    };
    if at == 0 {
        let is_grown = after.starts_with(|c: char| c.is_alphabetic() && c != '번');
        return is_grown && has_title(after) && before.is_empty();
    }
    has_title(before)
        && before.contains(' ')
        && before.ends_with([' ', '('])
        && !before.contains(['_', '['])
        && !tokens[..at].iter().all(says_number)
}

/// Whether a number is grown on to a word that is neither the judge's nor one for a problem: `ada1011`.
fn is_grown_on(judge: &KnownJudge, part: &str, id: &str) -> bool {
    let tokens = tokens(part);
    tokens.windows(2).any(|pair| {
        let (word, digits) = (&pair[0], &pair[1]);
        let says_problem = is_one_of(word.text, BEFORE_NUMBER) || is_one_of(word.text, &["test"]);
        word.kind == TokenKind::Word
            && word.end() == digits.start
            && number(digits.text) == id
            && word.text.len() > 2
            && !says_problem
            && !is_short_for(judge, word.text)
    })
}

/// A title without its place in a list of the judge's: `18_Raab_Game_I`.
fn without_place(title: &str) -> &str {
    let digits = title.bytes().take_while(u8::is_ascii_digit).count();
    let rest = title[digits..].trim_start_matches(['.', '_', '-', ' ', ')']);
    let is_place = (1..=2).contains(&digits) && rest.len() < title.len() - digits;
    if is_place && rest.starts_with(char::is_alphabetic) { rest } else { title }
}

/// The level of the examination of PAT that a word speaks of.
pub(in crate::naming) fn level_of_pat(word: &str) -> Option<&'static str> {
    const LEVELS: &[(&str, &str)] = &[
        ("advanced", "advanced"),
        ("basic", "basic"),
        ("top", "top"),
        ("乙", "basic"),
        ("乙级", "basic"),
        ("甲", "advanced"),
        ("甲级", "advanced"),
        ("顶级", "top"),
    ];
    LEVELS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, level)| *level)
}

/// HDU's multi-university contests number their tasks from 1001 on, as the problem set does: such a number below a
/// contest's is a task of that.
fn in_multi_university(judge: &KnownJudge, stem: &str, folders: &[&str]) -> Option<Claim> {
    if judge.id != "hdu" {
        return None;
    }
    let task =
        |part: &str| number_in(judge, 4, part).filter(|(id, _)| ("1001"..="1014").contains(&id.as_str()));
    let own = task(stem).map(|(id, _)| (id, folders));
    let (id, folders) = own.or_else(|| {
        let (last, before) = folders.split_last()?;
        Some((task(last)?.0, before))
    })?;
    let says_contest =
        |folder: &str| ["多校", "联赛", "场", "multi"].iter().any(|word| folder.contains(word));
    let is_count = |token: &Token<'_>| {
        token.text.len() < 3 && token.kind == TokenKind::Number && !id.starts_with(token.text)
    };
    let is_contest = |folder: &&str| {
        !is_range(folder)
            && (says_contest(folder) || date::is_day_of_year(folder) || tokens(folder).iter().any(is_count))
    };
    let contest = || folders.iter().map(|folder| slug(folder)).collect::<Vec<_>>().join("-");
    let problem = || ProblemId::other("hdu", &format!("contest/{}/{id}", contest()));
    folders.iter().any(is_contest).then(|| claim(problem(), false, Strength::Series))
}
