//! A path, taken apart: the folders and the file's name that say something, and the tokens in them.

use super::date;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Latin letters.
    Word,
    /// Digits.
    Number,
    /// Letters of other scripts.
    Script,
}

/// A run of letters or of digits in a part of a path.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub text: &'t str,
    pub kind: TokenKind,
    /// Where it begins in its part, in bytes.
    pub start: usize,
}

impl Token<'_> {
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The tokens of a part of a path.
pub(super) fn tokens(part: &str) -> Vec<Token<'_>> {
    let kind = |c: char| match c {
        'a'..='z' | 'A'..='Z' => Some(TokenKind::Word),
        '0'..='9' => Some(TokenKind::Number),
        _ if c.is_alphabetic() => Some(TokenKind::Script),
        _ => None,
    };
    let mut found = Vec::new();
    let mut open: Option<(usize, TokenKind)> = None;
    for (at, c) in part.char_indices().chain([(part.len(), '/')]) {
        let now = kind(c);
        if let Some((start, before)) = open
            && now != Some(before)
        {
            found.push(Token { text: &part[start..at], kind: before, start });
            open = None;
        }
        if open.is_none() {
            open = now.map(|kind| (at, kind));
        }
    }
    found
}

/// Folders that say nothing of a problem, wherever they are: build layouts and languages.
const EMPTY_FOLDERS: &[&str] = &[
    "bash",
    "bin",
    "c#",
    "c++",
    "cc",
    "clojure",
    "code",
    "codes",
    "cpp",
    "crystal",
    "csharp",
    "dart",
    "elixir",
    "go",
    "golang",
    "haskell",
    "internal",
    "java",
    "javascript",
    "js",
    "julia",
    "kotlin",
    "main",
    "mysql",
    "ocaml",
    "perl",
    "php",
    "py",
    "pypy",
    "python",
    "python2",
    "python3",
    "ruby",
    "rust",
    "scala",
    "shell",
    "source",
    "sources",
    "src",
    "submission",
    "swift",
    "typescript",
];

/// Names of files that say nothing of their own: the folder that they lie in is the problem's. Verdicts are among them.
const EMPTY_STEMS: &[&str] = &[
    "ac",
    "accept",
    "accepted",
    "ans",
    "answer",
    "app",
    "ce",
    "code",
    "compilationerror",
    "index",
    "main",
    "mle",
    "memorylimitexceeded",
    "ole",
    "partial",
    "partiallyaccepted",
    "pe",
    "presentationerror",
    "prog",
    "program",
    "re",
    "rte",
    "run",
    "runtimeerror",
    "sol",
    "soln",
    "solution",
    "solutions",
    "solve",
    "solved",
    "solver",
    "submission",
    "timelimitexceeded",
    "tle",
    "wa",
    "wronganswer",
    "정답",
    "풀이",
];

/// A path's folders and the stem of its file, without those that say nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts<'t> {
    /// From the root; the last is the one that is nearest to being the problem's name.
    pub list: Vec<&'t str>,
    /// Whether the file's own name says nothing, so that the last part is a folder.
    pub is_folder: bool,
    /// Whether the file's own name had a date.
    pub is_dated: bool,
}

impl<'t> Parts<'t> {
    pub fn of(path: &'t str) -> Self {
        let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
        let mut list: Vec<&str> =
            folders.split('/').map(date::without).filter(|part| says_something(part)).collect();
        let dated = without_attempt(stem_of(file));
        let is_folder = !list.is_empty() && is_empty_stem(dated);
        let plain = date::without(dated);
        if !is_folder {
            list.push(without_attempt(plain));
        }
        Self { list, is_folder, is_dated: plain != dated }
    }
}

/// A file's name without its extension.
pub(super) fn stem_of(file: &str) -> &str {
    match file.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && extension.len() <= 6 && !extension.contains(' ') => {
            stem
        }
        _ => file,
    }
}

pub(super) fn says_something(folder: &str) -> bool {
    !folder.is_empty()
        && !EMPTY_FOLDERS.iter().any(|empty| empty.eq_ignore_ascii_case(folder))
        && !VERDICTS.iter().any(|verdict| verdict.eq_ignore_ascii_case(folder))
        && !date::is_time(folder)
}

/// Verdicts, as folders of submissions are called.
const VERDICTS: &[&str] = &[
    "Accepted",
    "Compile Error",
    "Memory Limit Exceeded",
    "Output Limit Exceeded",
    "Runtime Error",
    "Time Limit Exceeded",
    "Wrong Answer",
];

/// So many digits that are no day are a submission's number, and no problem's.
const SUBMISSION: usize = 7;

/// Whether a file's name says nothing of its own: a verdict, a word such as `main`, a number of attempts or a submission's.
pub(super) fn is_empty_stem(stem: &str) -> bool {
    let mut plain = String::new();
    let tokens = tokens(stem);
    let dated = date::at(&tokens, 0);
    if let [number] = tokens.as_slice()
        && number.kind == TokenKind::Number
        && number.text.len() >= SUBMISSION
        && dated == 0
    {
        return true;
    }
    for (at, token) in tokens.iter().enumerate().skip(if dated > 1 { dated } else { 0 }) {
        // What a run took, with its unit behind it, says nothing behind a verdict: `1016MS_1340K`.
        let is_unit = at.checked_sub(1).is_some_and(|at| tokens[at].text.len() > 1 && has_unit(&tokens, at));
        if is_unit && !plain.is_empty() {
            continue;
        }
        // One letter is a task's. What a judge says of a run follows its verdict.
        if token.text.len() == 1 && token.kind == TokenKind::Word {
            return false;
        }
        if !plain.is_empty() && RUN_WORDS.iter().any(|word| word.eq_ignore_ascii_case(token.text)) {
            continue;
        }
        let is_number = token.kind == TokenKind::Number;
        let is_measure = !plain.is_empty() && is_number && (dated > 1 || has_unit(&tokens, at));
        let is_submission = at == 0 && is_number && token.text.len() >= SUBMISSION && tokens.len() > 1;
        if is_measure || is_submission {
            continue;
        }
        let is_test = |word: &str| word.eq_ignore_ascii_case("on") || word.eq_ignore_ascii_case("test");
        let counts_attempts = token.kind == TokenKind::Number && token.text.len() < 3;
        if counts_attempts || (!plain.is_empty() && is_test(token.text)) {
            continue;
        }
        if token.text.eq_ignore_ascii_case("pretest") && !plain.is_empty() {
            continue;
        }
        plain.push_str(&token.text.to_lowercase());
    }
    // A version's letter and a language may be grown on: `KtSolutionV2`.
    let is_versioned = tokens.last().is_some_and(|last| last.kind == TokenKind::Number);
    let plain = if is_versioned { plain.strip_suffix('v').unwrap_or(&plain) } else { &plain };
    let language = plain.strip_suffix("solution").unwrap_or_default();
    EMPTY_STEMS.contains(&plain) || language == "kt" || EMPTY_FOLDERS.contains(&language)
}

/// Whether a token is a number with the unit of what a run took grown on.
fn has_unit(tokens: &[Token<'_>], at: usize) -> bool {
    let number = &tokens[at];
    number.kind == TokenKind::Number
        && tokens.get(at + 1).is_some_and(|unit| {
            unit.start == number.end() && UNITS.iter().any(|known| known.eq_ignore_ascii_case(unit.text))
        })
}

/// Units of what a run took.
const UNITS: &[&str] = &["k", "kb", "m", "mb", "ms"];

/// Words for what a run took, after its verdict.
const RUN_WORDS: &[&str] = &["kb", "mb", "memory", "ms", "runtime", "time"];

/// Words after a problem's name that tell attempts at it apart.
const ATTEMPTS: &[&str] = &[
    "ac",
    "again",
    "alt",
    "another",
    "better",
    "copy",
    "deprecated",
    "fast",
    "final",
    "fixed",
    "improved",
    "mle",
    "new",
    "old",
    "optimised",
    "optimized",
    "outdated",
    "re",
    "retry",
    "rev",
    "tle",
    "try",
    "updated",
    "v",
    "ver",
    "wa",
];

/// A name without what tells attempts at one problem apart: `P1001_2`, `P1460(3)`, `a - Copy`, `P1003-TLE`, `b_v2`.
pub(super) fn without_attempt(stem: &str) -> &str {
    let mut rest = stem.trim();
    // A remark is set apart by two low lines: `TRAVELLING__wrong`.
    if let Some((before, remark)) = rest.rsplit_once("__")
        && before.bytes().any(|byte| byte.is_ascii_alphanumeric())
        && !remark.is_empty()
        && remark.bytes().all(|byte| byte.is_ascii_lowercase())
    {
        rest = before;
    }
    loop {
        let shorter = without_last_attempt(rest);
        if shorter.len() == rest.len() || shorter.is_empty() {
            return rest;
        }
        rest = shorter;
    }
}

fn without_last_attempt(stem: &str) -> &str {
    let edge: &[char] = &[' ', '_', '-', '.', '('];
    if let Some(open) =
        stem.strip_suffix(')').and_then(|inner| inner.rfind('(').map(|at| (at, &inner[at + 1..])))
    {
        let (at, inner) = open;
        let is_count =
            inner.len() <= 2 && !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit());
        // Behind a title in another script, which has no number of its own, it is the title's: `N과 M (8)`, `동물(1)`.
        let is_titles = stem[..at].chars().any(|c| c.is_alphabetic() && !c.is_ascii())
            && !stem[..at].bytes().any(|byte| byte.is_ascii_digit());
        if is_count && !is_titles || is_attempt(inner) {
            return stem[..at].trim_end_matches(edge);
        }
        return stem;
    }
    let Some(at) = stem.rfind(edge) else { return stem };
    let (before, last) = (&stem[..at], &stem[at + 1..]);
    // A submission's number, behind what it was for: `BUGCAL-15983715`.
    let is_submission = last.len() >= SUBMISSION
        && last.bytes().all(|byte| byte.is_ascii_digit())
        && !date::is_day(last)
        && before.bytes().any(|byte| byte.is_ascii_alphabetic());
    if is_submission {
        return before.trim_end_matches(edge);
    }
    // A digit alone is a second attempt where what is before it ends an identity.
    let is_count = last.len() == 1
        && matches!(last.as_bytes()[0], b'1'..=b'9')
        && matches!(stem.as_bytes()[at], b'_')
        && before.ends_with(|c: char| c.is_ascii_digit())
        && before.bytes().rev().take_while(u8::is_ascii_digit).count() >= 4;
    let is_label = before.len() > 2
        && before.as_bytes()[before.len() - 2] == b'_'
        && before.ends_with(|c: char| c.is_ascii_alphabetic())
        && before.bytes().any(|byte| byte.is_ascii_digit());
    let is_count = is_count
        || is_label
            && last.len() == 1
            && matches!(last.as_bytes()[0], b'1'..=b'9')
            && stem.as_bytes()[at] == b'-';
    let is_dotted = last.len() == 1
        && last.as_bytes()[0].is_ascii_digit()
        && stem.as_bytes()[at] == b'.'
        && before.ends_with(|c: char| c.is_ascii_alphabetic());
    // In a title with hyphens a word that isn't a verdict belongs to it.
    let is_title = stem.as_bytes()[at] == b'-'
        && before.matches('-').count() > 0
        && !stem.bytes().any(|byte| byte.is_ascii_uppercase() || byte == b'_');
    let is_word = is_title && last.bytes().all(|byte| byte.is_ascii_lowercase()) && last.len() > 3;
    if (is_count || is_dotted || (is_attempt(last) && !is_word)) && !before.is_empty() {
        return before.trim_end_matches(edge);
    }
    stem
}

fn is_attempt(word: &str) -> bool {
    let plain = word.trim_matches(|c: char| c.is_ascii_digit());
    let word_counts = plain.len() > 1 || word.len() > 1;
    word_counts && ATTEMPTS.iter().any(|attempt| attempt.eq_ignore_ascii_case(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_attempt_is_no_part_of_a_name() {
        for (stem, plain) in [
            ("P1001_2", "P1001"),
            ("P1460(3)", "P1460"),
            ("P1003-TLE", "P1003"),
            ("P1004(1)", "P1004"),
            ("a - Copy", "a"),
            ("1000_v2", "1000"),
            ("abc054_c-2", "abc054_c"),
            ("judge-update-202004_d-2", "judge-update-202004_d"),
            ("find-number-fast", "find-number-fast"),
            ("two_sum_2", "two_sum_2"),
            ("TRAVELLING__wrong", "TRAVELLING"),
            ("BUGCAL-15983715", "BUGCAL"),
            ("Two Sum 20240105", "Two Sum 20240105"),
            ("s8pc_6", "s8pc_6"),
            ("abc001_1", "abc001_1"),
            ("a_1", "a_1"),
            ("Two Sum (easy)", "Two Sum (easy)"),
            ("N과 M (8)", "N과 M (8)"),
            ("오랜 기간 보호한 동물(1)", "오랜 기간 보호한 동물(1)"),
            ("15657 N과 M (2)", "15657 N과 M"),
            ("re", "re"),
        ] {
            assert_eq!(without_attempt(stem), plain, "{stem}");
        }
    }

    #[test]
    fn a_verdict_says_nothing_of_the_problem() {
        for (path, parts) in [
            ("spoj/SPOJ - FASTFLOW/Accepted.cpp", vec!["spoj", "SPOJ - FASTFLOW"]),
            ("x/Time limit exceeded on test 11 (6).cpp", vec!["x"]),
            ("27-a-b/2024-12-30 16.05.57 - Accepted - runtime 0ms - memory 11.8MB.cpp", vec!["27-a-b"]),
            ("1900/src/bin/main.rs", vec!["1900"]),
            ("abc300/c++/b.cc", vec!["abc300", "b"]),
            ("main.py", vec!["main"]),
            ("code/BUYSWEET/63884158.cpp", vec!["BUYSWEET"]),
            ("2227/9046608_AC_1016MS_1340K.cpp", vec!["2227"]),
            ("quiz129/SolutionV1.java", vec!["quiz129"]),
            ("quiz252/KtSolutionV2.kt", vec!["quiz252"]),
            ("3sum/Wrong Answer/9-19-2024, 1:19:27 PM/Solution.py", vec!["3sum"]),
            ("2024/ada/2024-10-05-Anagram-Groups.py", vec!["2024", "ada", "Anagram-Groups"]),
            ("2024.01.05 ABC300/a.cpp", vec!["ABC300", "a"]),
            ("boj/Main_1027.java", vec!["boj", "Main_1027"]),
        ] {
            assert_eq!(Parts::of(path).list, parts, "{path}");
        }
    }
}
