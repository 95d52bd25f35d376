//! Aizu Online Judge: numbers of four digits, and the tasks of its courses and contests.

use super::in_contest;
use crate::model::{KnownJudge, ProblemId};
use crate::naming::folder::is_year;
use crate::naming::path::{TokenKind, tokens};
use crate::naming::rule::{Claim, Strength, claim};

/// A task of one of Aizu's contests or courses, by a letter below its folder.
pub(super) fn in_course(judge: &KnownJudge, stem: &str, folders: &[&str]) -> Option<Claim> {
    let is_task = stem.len() == 1 && !folders.iter().any(|folder| folder.contains('_'));
    let of_contest = is_task.then(|| in_contest(judge, folders, stem)).flatten();
    let of_course = || {
        let id = course(stem, folders)?;
        Some(claim(ProblemId::other("aoj", &id), false, Strength::Identity))
    };
    of_contest.or_else(of_course)
}

/// The folder with one of Aizu's numbers of four digits, which is the problem's whatever the files in it are called.
pub(super) fn number_of_folder<'p>(stem: &str, folders: &[&'p str]) -> Option<&'p str> {
    let is_number =
        |part: &&str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()) && !is_year(part);
    folders.iter().rev().copied().find(is_number).filter(|_| !stem.contains(['_', '0']) && !is_number(&stem))
}

/// Aizu's courses.
pub(super) const COURSES: &[&str] = &["alds1", "cgl", "dpl", "dsl", "grl", "itp1", "itp2", "ntl"];

/// A task of one of Aizu's courses by the course's folder and the lesson's number and letter: `itp1/10c`.
fn course(stem: &str, folders: &[&str]) -> Option<String> {
    let is_course = |folder: &&&str| COURSES.iter().any(|course| course.eq_ignore_ascii_case(folder));
    let folder = folders.iter().rev().find(is_course)?;
    let tokens = tokens(stem);
    let [lesson, letter] = tokens.as_slice() else { return None };
    let fits = lesson.kind == TokenKind::Number && letter.text.len() == 1 && letter.kind == TokenKind::Word;
    fits.then(|| format!("{folder}_{}_{}", lesson.text, letter.text).to_uppercase())
}

/// Aizu's numbers have four digits; its courses' and archives' ids are words with low lines.
pub(super) fn id(part: &str) -> String {
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    let ends = !part[digits..].starts_with(|c: char| c.is_alphanumeric());
    if digits == 4 && ends {
        return part[..digits].to_owned();
    }
    let id = part.to_uppercase();
    let is_course = id.split(['-', '_']).next().is_some_and(|word| COURSES.contains(&&*word.to_lowercase()));
    if !is_course {
        return id;
    }
    // The course, the lesson and the letter; what follows counts attempts.
    let words: Vec<&str> = id.split(['-', '_']).collect();
    let length = if words.get(2).is_some_and(|letter| letter.len() == 1) { 3 } else { words.len() };
    words[..length].join("_")
}
