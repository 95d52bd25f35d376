//! Which judges a path speaks of, and where.

use super::date;
use super::folder::is_filler;
use super::others;
use super::path::{Parts, Token, TokenKind, tokens};
use crate::judges::{known_judge, known_judge_in};
use crate::model::{KnownJudge, ProblemNames};

/// A judge's word in a path.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention<'t> {
    pub judge: &'static KnownJudge,
    /// In which part.
    pub part: usize,
    /// What the part says before the word.
    pub before: &'t str,
    /// What it says after it.
    pub after: &'t str,
    pub weight: Weight,
}

/// How much a word says that the judge is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// The word has other meanings, too: another judge's word farther away may be meant.
    Weak,
    /// Where problems come from, and not where they are judged: an olympiad that several judges have.
    Source,
    /// A judge.
    Host,
}

/// Words that have other meanings, too.
const WEAK: &[&str] = &[
    "advent", "aoc", "bj", "cf", "coi", "euler", "lc", "pat", "pgm", "practice", "sea", "srm", "tc", "toki",
    "ural", "uri", "yuki",
];

/// Olympiads and contests whose problems several judges have.
const SOURCES: &[&str] = &[
    "apio",
    "balkan",
    "bkoi",
    "btoi",
    "ccc",
    "cco",
    "ceoi",
    "coci",
    "coi",
    "icpc",
    "ioi",
    "izho",
    "joi",
    "opencup",
    "opentrains",
    "poi",
    "universal-cup",
];

/// Whether a judge is none where problems are judged.
pub(super) fn is_source(judge: &KnownJudge) -> bool {
    SOURCES.contains(&judge.id)
}

/// The most tokens that a judge's word has: `acm.timus.ru`, `SW Expert Academy`.
const LONGEST: usize = 5;

/// AtCoder's numbered contests, by the words before their numbers.
const SERIES: &[(&str, &str)] = &[
    ("abc", "abc"),
    ("agc", "agc"),
    ("ahc", "ahc"),
    ("apc", "apc"),
    ("arc", "arc"),
    ("awc", "awc"),
    ("beginnercontest", "abc"),
    ("grandcontest", "agc"),
    ("heuristiccontest", "ahc"),
    ("petrozavodskcontest", "apc"),
    ("regularcontest", "arc"),
    ("weekdaycontest", "awc"),
];

/// The series that a word stands for.
pub(super) fn series(word: &str) -> Option<&'static str> {
    const JUDGE: &str = "atcoder";
    let is_judges = |begin: &&str| begin.eq_ignore_ascii_case(JUDGE);
    let word = word.get(..JUDGE.len()).filter(is_judges).map_or(word, |begin| &word[begin.len()..]);
    let exact = SERIES.iter().find(|(known, _)| known.eq_ignore_ascii_case(word));
    exact.map(|(_, series)| *series).or_else(|| misspelt(word))
}

/// The series of a word that is nearly one for it: `BegginerContest`.
fn misspelt(word: &str) -> Option<&'static str> {
    const SUFFIX: &str = "contest";
    let at = word.len().checked_sub(SUFFIX.len())?;
    let end = word.get(at..)?;
    if !(6..=11).contains(&at) || !end.eq_ignore_ascii_case(SUFFIX) {
        return None;
    }
    let lower = word[..at].to_ascii_lowercase();
    let near = SERIES.iter().find(|(known, _)| {
        known.strip_suffix(SUFFIX).is_some_and(|known| {
            known.len() > 6
                && known.as_bytes()[0] == lower.as_bytes()[0]
                && strsim::damerau_levenshtein(known, &lower) <= 2
                // LeetCode's contests are weekly.
                && !lower.ends_with("weekly")
        })
    });
    near.map(|(_, series)| *series)
}

/// Every judge's word in a path, the nearest to the file first; of the same part, the first word first.
pub(super) fn mentions<'t>(parts: &Parts<'t>) -> Vec<Mention<'t>> {
    let mut found = Vec::new();
    let last = parts.list.len() - 1;
    for (at, part) in parts.list.iter().enumerate().rev() {
        let tokens = tokens(part);
        in_part(part, &tokens, (at, at == last), &mut found);
    }
    found
}

fn in_part<'t>(
    part: &'t str,
    tokens: &[Token<'t>],
    (at, is_last): (usize, bool),
    found: &mut Vec<Mention<'t>>,
) {
    let mut from = 0;
    while from < tokens.len() {
        let short = by_short_word(&tokens[from..], from);
        let grown_on = || word_grown_on(tokens[from].text).filter(|_| !is_last);
        let alone = || grown_on().or(short).map(|judge| (judge, 1));
        let Some((judge, length)) = word_at(part, tokens, from).or_else(alone) else {
            from += 1;
            continue;
        };
        let (first, last) = (&tokens[from], &tokens[from + length - 1]);
        let rest = &tokens[from + length..];
        // The field and not the judge: `Olympiad in Informatics`, `Informatics Olympiad`.
        let is_field =
            from.checked_sub(1).is_some_and(|before| tokens[before].text.eq_ignore_ascii_case("in"))
                || judge.id == "informatics"
                    && rest.first().is_some_and(|next| next.text.to_lowercase().starts_with("olymp"));
        let says_nothing = |token: &Token<'_>| token.kind == TokenKind::Number || is_filler(token.text);
        let others = || tokens[..from].iter().chain(rest);
        let is_whole = others().all(says_nothing);
        let text = &part[first.start..last.end()];
        let word = known_word(judge, text).or_else(|| misspelt_judge(text)?.words.first().copied());
        // A level behind the word is an examination's.
        let has_level =
            judge.id == "pta" && rest.first().is_some_and(|token| others::level_of_pat(token.text).is_some());
        let has_number = rest.first().is_some_and(|token| token.kind == TokenKind::Number);
        // Behind these letters stands a number or a title in Korean, or they are no judge's: `pg_battle_2023`.
        let is_title = |token: &Token<'_>| {
            token.kind == TokenKind::Word && token.text.len() > 2 && !is_filler(token.text)
        };
        let is_foreign = word == Some("pg")
            && rest.first().is_some_and(|token| is_title(token) && !token.text.eq_ignore_ascii_case("level"));
        let is_weak = word.is_none_or(|word| WEAK.contains(&word)) && !has_level || is_foreign;
        // The live archive's numbers, as people call its problems: `icpc6759`.
        let is_archives = judge.id == "icpc"
            && is_last
            && rest.first().is_some_and(|token| {
                token.start == last.end()
                    && token.text.len() == 4
                    && token.text > "2099"
                    && !date::is_year(token.text)
            });
        let judge = if is_archives { known_judge("livearchive").unwrap_or(judge) } else { judge };
        let is_source = is_source(judge);
        let is_titles = || {
            word.is_some_and(|word| BESIDE_TITLES.contains(&word)) && is_beside_title(&tokens[..from], rest)
        };
        let counts = if is_weak || is_source {
            is_titles()
                || short.is_some()
                || (is_whole && !is_last)
                || (has_number && glued(part, last.end()) && (from == 0 || !is_source))
        } else {
            // As a mark behind a title: `Check for BST - GFG`.
            let is_mark = rest.is_empty() && part[..first.start].ends_with(" - ");
            is_whole
                || tokens[..from].iter().all(says_nothing)
                || has_number
                || first.text.len() > 3
                || is_mark
                || (!is_last && is_in_capitals(text) && tokens.len() < 4)
        };
        // The contest, and no address of Baekjoon's.
        let is_contest_of_acm = is_acm(text)
            && (is_last || !is_whole)
            && rest.first().is_some_and(|token| {
                token.kind == TokenKind::Word && !token.text.eq_ignore_ascii_case("net")
            });
        // A title goes on behind the word.
        let is_word = |token: &&Token<'_>| token.kind == TokenKind::Word && token.text.len() > 1;
        let is_within = is_last
            && tokens[..from].iter().filter(is_word).count() > 1
            && rest.first().as_ref().is_some_and(is_word)
            && !is_whole;
        if counts && !is_within && !is_field && !is_contest_of_acm {
            let weight = match () {
                () if is_source => Weight::Source,
                () if is_weak => Weight::Weak,
                () => Weight::Host,
            };
            // What stands around a word that has nothing but fillers beside it says something only of contests.
            let is_contest = matches!(judge.names, ProblemNames::Contest | ProblemNames::Own);
            let says_more =
                is_last || !is_whole || (is_contest && others().any(|token| token.kind == TokenKind::Number));
            let (before, after) =
                if says_more { (&part[..first.start], &part[last.end()..]) } else { ("", "") };
            found.push(Mention { judge, part: at, before, after, weight });
        }
        from += length;
    }
}

/// Whether a short word is written as the judge itself writes it, which no other word in a folder's name is: `Solved_UVA`.
fn is_in_capitals(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a word is the contest's as well as the beginning of Baekjoon's address.
fn is_acm(word: &str) -> bool {
    word.eq_ignore_ascii_case("acmicpc")
}

/// Whether the folders of a path speak of a judge that nobody here knows, by a word that ends as judges' names do: `TIOJ`,
/// `hustoj`. Its numbers are no other judge's.
pub(super) fn speaks_of_unknown(parts: &Parts<'_>) -> bool {
    const OTHERS: &[&str] = &[
        "acdream",
        "algo-method",
        "algomethod",
        "algospot",
        "checkio",
        "codefights",
        "coderbyte",
        "codesignal",
        "codevs",
        "codingame",
        "codyssi",
        "coj",
        "devskill",
        "dunjudge",
        "edabit",
        "everybody-codes",
        "everybody_codes",
        "everybodycodes",
        "exercism",
        "hust",
        "i18n-puzzles",
        "nbut",
        "opss",
        "paiza",
        "tju",
        "uestc",
        "yandex",
    ];
    let folders = &parts.list[..parts.list.len() - usize::from(!parts.is_folder)];
    folders.iter().any(|folder| {
        if OTHERS.iter().any(|other| other.eq_ignore_ascii_case(folder)) || is_unknown_address(folder) {
            return true;
        }
        let is_judge = |token: &Token<'_>| {
            let text = token.text;
            let ends = text.ends_with("OJ") || (text.len() == folder.len() && text.ends_with("oj"));
            ends && text.len() > 3 && !text.eq_ignore_ascii_case("proj") && known_judge(text).is_none()
        };
        folder.len() > 3
            && folder.as_bytes().iter().any(|byte| b"jJ".contains(byte))
            && tokens(folder).iter().any(is_judge)
    })
}

/// Whether a folder is called by an address, and no judge's: `acm.kbtu.kz`, `solve.edu.pl`.
fn is_unknown_address(folder: &str) -> bool {
    const ENDS: &[&str] = &[
        ".by", ".cn", ".com", ".edu", ".io", ".jp", ".kr", ".kz", ".net", ".org", ".pl", ".ro", ".ru", ".th",
        ".uz",
    ];
    let is_host =
        |byte: u8| byte == b'.' || byte == b'-' || byte.is_ascii_lowercase() || byte.is_ascii_digit();
    ENDS.iter().any(|end| folder.len() > end.len() + 2 && folder.ends_with(end))
        && folder.bytes().all(is_host)
        // Codeforces has the problems of Saratov's.
        && !folder.contains("sgu")
        && known_judge_in(folder).is_none()
}

/// The one judge that a message speaks of by a word that means nothing else; `None` where there are none or several.
pub(super) fn only_judge(text: &str) -> Option<&'static KnownJudge> {
    let tokens = tokens(text);
    let mut only = None;
    let mut from = 0;
    while from < tokens.len() {
        let Some((judge, length)) = word_at(text, &tokens, from) else {
            from += 1;
            continue;
        };
        let own = &text[tokens[from].start..tokens[from + length - 1].end()];
        let word = known_word(judge, own).or_else(|| misspelt_judge(own)?.words.first().copied());
        let counts = word.is_some_and(|word| !WEAK.contains(&word)) && !is_source(judge) && !is_acm(own);
        match only {
            _ if !counts => {}
            None => only = Some(judge),
            Some(known) if std::ptr::eq::<KnownJudge>(known, judge) => {}
            Some(_) => return None,
        }
        from += length;
    }
    only
}

/// Whether what follows a short word is right behind it, or behind one mark: `cf1077b`, `lc_200`.
fn glued(part: &str, end: usize) -> bool {
    let rest = part[end..].trim_start_matches(['_', '-', '.', ' ', '#', ']']);
    rest.starts_with(|c: char| c.is_ascii_digit())
}

/// The longest judge's word that begins with a token, and how many tokens it has.
fn word_at(part: &str, tokens: &[Token<'_>], from: usize) -> Option<(&'static KnownJudge, usize)> {
    let most = LONGEST.min(tokens.len() - from);
    let found = (1..=most).rev().find_map(|length| {
        let text = &part[tokens[from].start..tokens[from + length - 1].end()];
        // The address of Baekjoon's is one word; the contest is two.
        let is_contest = length == 2 && text.len() == 8 && text.to_ascii_lowercase().ends_with("icpc");
        Some((if is_contest { known_judge("icpc") } else { known_judge(text) }?, length))
    });
    found
        .or_else(|| long_word_in(tokens[from].text))
        .or_else(|| Some((misspelt_judge(tokens[from].text)?, 1)))
}

/// The judge of a word that is nearly its long name, as people misspell it: `beakjoon`, `hackerank`, `Atcorder`.
pub(super) fn misspelt_judge(word: &str) -> Option<&'static KnownJudge> {
    const NAMES: &[(&str, usize)] = &[
        ("atcoder", 1),
        ("baekjoon", 2),
        ("codeforces", 2),
        ("hackerrank", 2),
        ("leetcode", 2),
        ("programmers", 2),
    ];
    let edges = |word: &str| {
        Some((word.as_bytes().first()?.to_ascii_lowercase(), word.as_bytes().last()?.to_ascii_lowercase()))
    };
    let own = edges(word).filter(|_| (7..=13).contains(&word.len()))?;
    let is_near = |(name, most): &&(&str, usize)| {
        edges(name) == Some(own)
            && word.len().abs_diff(name.len()) <= *most
            && strsim::damerau_levenshtein(name, &word.to_ascii_lowercase()) <= *most
    };
    NAMES.iter().find(is_near).and_then(|(name, _)| known_judge(name))
}

/// Judges' long names, which other words may be grown on to.
const LONG: &[&str] = &[
    "atcoder",
    "baekjoon",
    "codechef",
    "codeforces",
    "eolymp",
    "geeksforgeeks",
    "hackerearth",
    "hackerrank",
    "kattis",
    "leetcode",
    "luogu",
    "programmers",
    "spoj",
    "timus",
    "topcoder",
    "백준",
    "프로그래머스",
    "力扣",
    "洛谷",
    "牛客",
];

/// A judge's long name with a filler grown on: `CodeforcesSolutions`, `BaekjoonHub`.
fn long_word_in(token: &str) -> Option<(&'static KnownJudge, usize)> {
    let lower = token.to_lowercase();
    let long = LONG.iter().find(|long| lower.starts_with(*long))?;
    let rest = &lower[long.len()..];
    (!rest.is_empty() && is_filler(rest)).then(|| known_judge(long)).flatten().map(|judge| (judge, 1))
}

/// The judge of a folder's word that begins with its long name, perhaps misspelt, and goes on with a capital:
/// `TopcoderCompiles`, `BeakjoonOnlineJudge`.
fn word_grown_on(token: &str) -> Option<&'static KnownJudge> {
    let capital = token.bytes().skip(1).position(|byte| byte.is_ascii_uppercase())? + 1;
    let goes_on = |long: &&&str| {
        let begin = token.get(..long.len()).filter(|begin| begin.eq_ignore_ascii_case(long));
        begin.is_some() && token[long.len()..].starts_with(|c: char| c.is_ascii_uppercase())
    };
    let misspelt = || misspelt_judge(token.get(..capital)?);
    LONG.iter().find(goes_on).and_then(|long| known_judge(long)).or_else(misspelt)
}

/// A judge by letters that begin a name before what only it may have: `pro_귤고르기`, `baek02252`.
fn by_short_word(tokens: &[Token<'_>], from: usize) -> Option<&'static KnownJudge> {
    let [word, next, ..] = tokens else { return None };
    let is = |known: &str| from == 0 && word.text.eq_ignore_ascii_case(known);
    let is_korean = || next.text.starts_with(|c: char| ('가'..='힣').contains(&c));
    let is_number = || next.kind == TokenKind::Number && next.text.len() > 3 && next.start == word.end();
    match () {
        () if is("pro") && is_korean() => known_judge("programmers"),
        () if is("baek") && is_number() => known_judge("baekjoon"),
        () => None,
    }
}

/// Short words that stand before a title or behind it.
const BESIDE_TITLES: &[&str] = &["cf", "lc"];

/// Whether what stands beside a word, before it or behind it, is several words without a number: `cf-easy-assembly`.
fn is_beside_title(before: &[Token<'_>], after: &[Token<'_>]) -> bool {
    let (([], title) | (title, [])) = (before, after) else { return false };
    let are_words = title.iter().all(|token| token.kind == TokenKind::Word);
    are_words && title.len() > 1 && title.iter().any(|token| token.text.len() > 3)
}

fn known_word(judge: &'static KnownJudge, text: &str) -> Option<&'static str> {
    let plain: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    judge.words.iter().copied().find(|word| *word == plain || plain.starts_with(word))
}
