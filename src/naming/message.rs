//! What the message of a commit names, and what it says of files that their places name.

use super::folder::is_series_part;
use super::path::{self, Parts};
use super::patterns::{MESSAGES, every};
use super::rule::{self, Strength};
use super::{Home, MAX_LINKS, by_judge, date, links, mention, named, normal, others, title};
use crate::model::{NamedBy, NamedProblem, ProblemId, ProblemNames};

/// How much of a message is read, in bytes.
const MESSAGE: usize = 2048;

/// What a path names when it is read as if it lay in a folder of the judge's that a message speaks of.
pub(crate) fn by_judge_of_message(path: &str, message: &[u8]) -> Vec<NamedProblem> {
    let text = normal(&String::from_utf8_lossy(&message[..message.len().min(MESSAGE)])).into_owned();
    let Some(judge) = mention::only_judge(&text) else { return Vec::new() };
    // Where the path speaks of that judge itself it has had its say.
    let path_says = |mention: &mention::Mention<'_>| mention.judge.id == judge.id;
    if mention::mentions(&Parts::of(&normal(path))).iter().any(path_says) {
        return Vec::new();
    }
    // A message speaks of many things: of contests it says no more than that one is meant.
    let may_be_sure = matches!(judge.names, ProblemNames::Number(_));
    by_judge(path, (judge, None), NamedBy::Message, may_be_sure)
}

/// What the message of a commit says of a file that its place names by a title alone: the number. `is_only` is whether
/// the commit has no other such file; of several the message has to say the title, too.
pub(crate) fn number_in_message(
    named: &[NamedProblem],
    message: &[u8],
    is_only: bool,
) -> Option<NamedProblem> {
    let [named] = named else { return None };
    if !is_titled(named) {
        return None;
    }
    let text = String::from_utf8_lossy(&message[..message.len().min(MESSAGE)]);
    let linked = links::problems(&text);
    if let [only] = &linked[..]
        && is_only
        && only.problem.judge() == named.problem.judge()
    {
        return Some(NamedProblem { problem: only.problem.clone(), sure: only.sure, by: NamedBy::Message });
    }
    let (found, says_title) = title::numbered_in(named, &text, NamedBy::Message)?;
    (is_only || says_title).then_some(found)
}

/// What the first line of a message says of a file that is called by its day alone, at `LeetCode`'s home: the problem's number
/// and title, or the title: `1046. Last Stone Weight`, `Pascal's Triangle`.
pub(crate) fn by_title_of_message(path: &str, message: &[u8], home: &Home) -> Vec<NamedProblem> {
    let path = normal(path);
    let counts = |part: &str| part.len() < 5 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_day = |part: &&str| date::has_month_and_year(part) || is_series_part(part) || counts(part);
    if home.judge != Some("leetcode") || !Parts::of(&path).list.iter().all(is_day) {
        return Vec::new();
    }
    let text = String::from_utf8_lossy(&message[..message.len().min(MESSAGE)]);
    let line = text.trim_start().lines().next().unwrap_or_default().trim();
    let numbered = line.split_once(". ").filter(|(digits, _)| {
        (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    let (key, title) = match numbered {
        Some((digits, title)) => (rule::number(digits).to_owned(), title),
        None => (rule::slug(&line.replace(['\'', '’'], "")), line),
    };
    let is_named = reads_as_title(title) && (numbered.is_some() || key.contains('-'));
    let problem = || ProblemId::other("leetcode", &key);
    is_named
        .then(|| NamedProblem { problem: problem(), sure: false, by: NamedBy::Message })
        .into_iter()
        .collect()
}

/// Whether a line is written as titles are, its longer words with capitals, and says nothing of what the commit does.
fn reads_as_title(line: &str) -> bool {
    const DOINGS: &[&str] = &[
        "add",
        "added",
        "adding",
        "commit",
        "complete",
        "completed",
        "create",
        "created",
        "daily",
        "day",
        "delete",
        "done",
        "fix",
        "fixed",
        "initial",
        "merge",
        "move",
        "moved",
        "push",
        "refactor",
        "rename",
        "renamed",
        "revert",
        "solution",
        "solutions",
        "solve",
        "solved",
        "solving",
        "update",
        "updated",
        "upload",
        "uploaded",
    ];
    let words: Vec<&str> = line.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let is_capital =
        |word: &&str| word.len() < 4 || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let is_doing = |word: &&str| DOINGS.iter().any(|doing| doing.eq_ignore_ascii_case(word));
    let says_more = line.contains([':', '#', '/', '_', '!']);
    words.first().is_some_and(|first| first.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        && words.iter().all(is_capital)
        && !words.first().is_some_and(is_doing)
        && !says_more
        && line.is_ascii()
        && line.len() < 80
}

/// Whether a path speaks of another judge than a problem's, which says more of its file than a message does.
pub(crate) fn is_of_another_judge(path: &str, named: &NamedProblem) -> bool {
    let path = normal(path);
    let parts = Parts::of(&path);
    let mut hosts =
        mention::mentions(&parts).into_iter().filter(|mention| mention.weight == mention::Weight::Host);
    let mut judges = hosts.by_ref().map(|mention| mention.judge.id).peekable();
    judges.peek().is_some() && judges.all(|judge| judge != named.problem.judge())
}

/// Whether the name of a file has the number of a problem.
pub(crate) fn has_number_of(path: &str, named: &NamedProblem) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    let key = named.problem.key();
    key.bytes().all(|byte| byte.is_ascii_digit())
        && path::tokens(path::stem_of(file)).iter().any(|token| rule::number(token.text) == key)
}

/// Whether a file's name begins with a number that the judge of a problem may have, and another than that problem's.
pub(crate) fn has_another_number(path: &str, named: &NamedProblem) -> bool {
    let parts = Parts::of(path);
    let own = parts.list.last().copied().unwrap_or_default();
    let digits = &own[..own.bytes().take_while(u8::is_ascii_digit).count()];
    let ends = !own[digits.len()..].starts_with(char::is_alphanumeric);
    ends && others::is_number_of(named.problem.known_judge(), digits)
        && rule::number(digits) != named.problem.key()
}

/// Whether a path at Codeforces' home has a contest and a letter, and others than a problem of that judge's.
pub(crate) fn has_another_contest(path: &str, named: &NamedProblem, home: &Home) -> bool {
    let is_at_home = home.judge == Some("codeforces") && named.problem.judge() == "codeforces";
    is_at_home && {
        let own = super::by_home(path, home);
        let has_contest = |problem: &ProblemId| problem.key().starts_with(|c: char| c.is_ascii_digit());
        own.iter().any(|own| has_contest(&own.problem) && own.problem != named.problem)
    }
}

/// Whether a problem goes by a title that leads to no page of the judge's.
pub(crate) fn is_titled(named: &NamedProblem) -> bool {
    title::is_title(named)
}

/// What a commit's message names.
pub(crate) fn by_message(text: &[u8], home: &Home) -> Vec<NamedProblem> {
    let text = normal(&String::from_utf8_lossy(&text[..text.len().min(MESSAGE)])).into_owned();
    let mut found = links::problems(&text);
    if found.is_empty() {
        found = every(&MESSAGES, &text);
        // At AtCoder's home `CF` is its Code Festival; a number and a letter alone are nothing at any other judge's home.
        let is_elsewhere = home.judge.is_some_and(|judge| judge != "codeforces");
        found.retain(|claim| {
            claim.problem.judge() != "codeforces" || claim.strength == Strength::Identity || !is_elsewhere
        });
        // A number and a letter are nothing beside what names a judge.
        if let Some(strongest) = found.iter().map(|claim| claim.strength).max() {
            found.retain(|claim| claim.strength == strongest || claim.strength != Strength::Title);
        }
    }
    if found.len() > MAX_LINKS { Vec::new() } else { named(found, NamedBy::Message) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_called_by_its_day_goes_by_the_title_of_its_commit() {
        let home = Home::new(None, ["LeetCode-Daily"]);
        for (path, message, expected) in [
            ("April 2023/24-April-2023.java", "1046. Last Stone Weight", "~leetcode/1046"),
            ("July 2022/19-July-2022.java", "Pascal's Triangle\n\nbody", "~leetcode/pascals-triangle"),
            ("2022/07/2022-07-19.java", "Range Sum Query - Mutable", "~leetcode/range-sum-query-mutable"),
            ("July 2022/19-July-2022.java", "Updated Dates", ""),
            ("July 2022/19-July-2022.java", "Subsets", ""),
            ("July 2022/19-July-2022.java", "fix: Two Sums", ""),
            ("arrays/heap.java", "Last Stone Weight", ""),
        ] {
            let found = by_title_of_message(path, message.as_bytes(), &home);
            let shown = found.first().map(|named| format!("~{}", named.problem)).unwrap_or_default();
            assert_eq!(shown, expected, "{path}: {message}");
        }
    }
}
