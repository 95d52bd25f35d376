//! Folders and files that have a judge's name beside words that say nothing: `Baekjoon_Study (2021)`, `PGS_체육복.java`.

use crate::model::{KnownJudge, ProblemNames, known_judge};

/// Words beside a judge's name that name neither a contest nor a problem.
const FILLERS: &[&str] = &[
    "algo",
    "algorithm",
    "algorithms",
    "all",
    "answers",
    "archive",
    "c",
    "challenge",
    "challenges",
    "code",
    "codes",
    "contest",
    "contests",
    "cpp",
    "daily",
    "go",
    "hub",
    "java",
    "javascript",
    "js",
    "kotlin",
    "my",
    "oj",
    "online",
    "practice",
    "problem",
    "problems",
    "ps",
    "py",
    "python",
    "python3",
    "review",
    "ruby",
    "rust",
    "session",
    "solution",
    "solutions",
    "solve",
    "solved",
    "sql",
    "study",
    "submissions",
    "swift",
    "test",
    "training",
    "week",
    "workspace",
    "문제",
    "문제풀이",
    "스터디",
    "알고리즘",
    "코딩테스트",
    "풀이",
];

/// A judge's shortest name that is told from other words beside it, in bytes.
const SHORTEST: usize = 3;

/// The path with nothing but the judge's word for such folders, and with a folder of the judge's for a file whose name
/// begins with the judge's; `None` where there are none.
pub(super) fn with_plain_judges(path: &str) -> Option<String> {
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let mut found = false;
    let mut parts: Vec<&str> = folders.split('/').filter(|folder| !folder.is_empty()).collect();
    for place in 0..parts.len() {
        if let Some(judge) = beside_fillers(parts[place]) {
            found = true;
            // Years tell contests apart.
            if matches!(judge.names, ProblemNames::Contest) {
                parts.insert(place, judge.id);
            } else {
                parts[place] = judge.id;
            }
        }
    }
    let file = match of_file(file) {
        Some((judge, rest)) => {
            parts.push(judge.id);
            found = true;
            rest
        }
        None => file,
    };
    parts.push(file);
    found.then(|| parts.join("/"))
}

/// The judge that a folder is called after.
pub(super) fn judge_of(folder: &str) -> Option<&'static KnownJudge> {
    known_judge(folder).or_else(|| among_fillers(folder))
}

/// The judge that a folder is called after with other words beside its name.
fn beside_fillers(folder: &str) -> Option<&'static KnownJudge> {
    if known_judge(folder).is_some() { None } else { among_fillers(folder) }
}

fn among_fillers(folder: &str) -> Option<&'static KnownJudge> {
    let is_filler = |word: &str| FILLERS.iter().any(|filler| filler.eq_ignore_ascii_case(word));
    let words = folder.split(|c: char| !c.is_alphanumeric());
    let words = words.map(|word| word.trim_matches(|c: char| c.is_ascii_digit()));
    let left: String = words.filter(|word| !is_filler(word)).collect();
    (left.len() >= SHORTEST).then(|| known_judge(&left)).flatten()
}

/// The judge that a file's name begins with, and what follows.
fn of_file(file: &str) -> Option<(&'static KnownJudge, &str)> {
    let name = file.trim_start_matches(['[', '(']);
    let (word, rest) = name.split_once(|c: char| !c.is_alphanumeric())?;
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let judge = (word.len() >= SHORTEST).then(|| known_judge(word)).flatten()?;
    rest.contains('.').then_some((judge, rest))
}

/// Whether a number is more likely a year than a problem.
pub(super) fn is_year(number: &str) -> bool {
    number.parse().is_ok_and(|year| (2000..=2030).contains(&year))
}

/// Whether folders are those of a contest and not of a problem.
pub(super) fn is_contest(folders: &[&str]) -> bool {
    let words = ["camp", "contest", "day", "multi", "practice", "round", "training", "weekly"];
    let says_so = |folder: &&str| words.iter().any(|word| folder.to_lowercase().contains(word));
    let dated = |folder: &&str| folder.len() == 6 && folder.bytes().all(|byte| byte.is_ascii_digit());
    folders.iter().any(|folder| says_so(folder) || dated(folder))
}
