//! READMEs beside solutions.

use super::level::{self, Graded};
use super::{MOST_TOPICS, kept, quantity};
use crate::judges::known_judge;
use crate::model::{KnownJudge, SolveRecord};

/// Who has pages of problems where, and what stands before the problem's key in a link there; empty where the key is no
/// part of it, or not the one that people use.
const HOSTS: [(&str, &str, &str); 6] = [
    ("acmicpc.net", "boj", "/problem/"),
    ("programmers.co.kr", "programmers", "/lessons/"),
    ("swexpertacademy.com", "swea", ""),
    ("goorm.io", "goormlevel", ""),
    ("leetcode.", "leetcode", "/problems/"),
    ("geeksforgeeks.org", "geeksforgeeks", "/problems/"),
];

/// So many lines are looked at.
const LINES: usize = 80;

/// Reads a README of either shape.
pub(super) fn read(text: &str) -> Option<SolveRecord> {
    let text = text.trim_start();
    if text.starts_with("# ") { markdown(text) } else { html(text) }
}

/// `BaekjoonHub`'s: a heading, a link, and sections before the problem's statement.
fn markdown(text: &str) -> Option<SolveRecord> {
    let mut lines = text.lines().map(str::trim).take(LINES);
    let heading = lines.next()?.strip_prefix("# ")?.trim();
    let mut record = SolveRecord::default();
    let graded = heading.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let graded = graded.and_then(|(label, rest)| Some((level::bracketed(label)?, rest)));
    let title = match graded {
        Some(((judge, level), rest)) => {
            (record.judge, record.level) = (judge, level);
            rest
        }
        None => heading,
    };
    let (title, number) = title.rsplit_once(" - ").map_or((title, None), |(title, number)| {
        if is_number(number.trim()) { (title, Some(number.trim())) } else { (title, None) }
    });
    record.title = kept(title);
    let (mut section, mut is_linked, mut is_sectioned) = ("", false, false);
    for line in lines.filter(|line| !line.is_empty()) {
        if let Some(name) = line.strip_prefix("### ") {
            if name.contains("문제 설명") {
                break;
            }
            is_sectioned |= ["성능 요약", "제출 일자"].contains(&name.trim());
            section = name.trim();
            continue;
        }
        match section {
            "" if !is_linked => is_linked = linked(line, &mut record),
            "성능 요약" => measured(line, &mut record),
            "분류" if record.topics.is_empty() => record.topics = topics(line),
            "구분" if record.topics.is_empty() => {
                record.topics = line.rsplit('>').next().and_then(kept).into_iter().collect();
            }
            "제출 일자" if record.at.is_none() => record.at = quantity::moment(line),
            _ => {}
        }
    }
    let number = number.and_then(kept);
    if record.key.is_none()
        && record.judge.is_some_and(|judge| ["boj", "programmers", "swea"].contains(&judge.id))
    {
        record.key = number;
    } else if record.key != number {
        record.number = number;
    }
    let is_tools =
        record.judge.is_some() && (graded.is_some() || is_sectioned) && (is_linked || is_sectioned);
    is_tools.then_some(record)
}

/// `LeetHub`'s: a heading with a link, and the level behind it.
fn html(text: &str) -> Option<SolveRecord> {
    let (heading, rest) = text.strip_prefix("<h2>")?.split_once("</h2>")?;
    let mut record = SolveRecord::default();
    let title = match heading.strip_prefix("<a href=\"").and_then(|link| link.split_once("\">")) {
        Some((link, title)) => {
            linked(link, &mut record);
            title.strip_suffix("</a>").unwrap_or(title)
        }
        None => heading,
    };
    let (number, title) = match title.split_once(". ").filter(|(number, _)| is_number(number)) {
        Some((number, title)) => (Some(number), title),
        None => (None, title),
    };
    (record.number, record.title) = (number.and_then(kept), kept(title));
    let judge = record.judge.map_or("leetcode", |judge| judge.id);
    let (judge, level) = html_level(rest.trim_start(), judge)?;
    (record.judge, record.level) = (judge, level);
    Some(record)
}

/// `<h3>Easy</h3>`, `<h3>Difficulty Level : Easy</h3>`, or a badge with `alt='Difficulty: Easy'`.
fn html_level(text: &str, judge: &str) -> Option<Graded> {
    let word = match text.strip_prefix("<h3>") {
        Some(rest) => rest.split_once("</h3>")?.0,
        None => text.strip_prefix("<img")?.split_once('>')?.0.split_once("alt='")?.1.split_once('\'')?.0,
    };
    let word = word.rsplit(':').next()?;
    level::named(judge, word)
}

/// Takes the judge and the key from a link, where it leads to a judge that is known; whether it does. The level is the
/// judge's own, or it is none.
fn linked(line: &str, record: &mut SolveRecord) -> bool {
    let Some(start) = line.find("http") else { return false };
    let link =
        line[start..].split(|c: char| c.is_whitespace() || c == ')' || c == '"').next().unwrap_or_default();
    let address = link.trim_start_matches("https://").trim_start_matches("http://");
    let host = address.split('/').next().unwrap_or_default();
    let is_at = |known: &str| match known.strip_suffix('.') {
        Some(name) => host.split('.').any(|part| part == name),
        None => host == known || host.strip_suffix(known).is_some_and(|before| before.ends_with('.')),
    };
    let Some((_, id, before)) = HOSTS.iter().find(|(known, ..)| is_at(known)) else { return false };
    let judge: Option<&'static KnownJudge> = known_judge(id);
    if record.judge.is_some() && record.judge != judge {
        record.level = None;
    }
    record.judge = judge;
    let key = || address.split_once(before)?.1.split(['/', '?', '#']).next();
    record.key = if before.is_empty() { None } else { key().and_then(kept) };
    true
}

/// `메모리: 2300 KB, 시간: 52 ms`.
fn measured(line: &str, record: &mut SolveRecord) {
    let behind = |word: &str| line.split_once(word).map(|(_, rest)| rest.trim_start_matches([':', ' ']));
    record.memory = record.memory.or_else(|| quantity::memory(behind("메모리")?));
    record.time = record.time.or_else(|| quantity::time(behind("시간")?));
}

/// `구현, 다이나믹 프로그래밍`, and with solved.ac's keys behind them `구현(implementation), 수학(math)`.
fn topics(line: &str) -> Vec<String> {
    if ["분류 없음", "Empty"].contains(&line) {
        return Vec::new();
    }
    let without_key = |topic: &str| match topic.split_once('(') {
        Some((name, key)) if key.ends_with(')') && key.is_ascii() => kept(name),
        _ => kept(topic),
    };
    line.split(", ").take(MOST_TOPICS).filter_map(without_key).collect()
}

/// Whether a word is a number, or one in an exam: `26339`, `47881/1`.
fn is_number(word: &str) -> bool {
    let digits = |part: &str| (1..=9).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    match word.split_once('/') {
        Some((exam, number)) => digits(exam) && digits(number),
        None => digits(word),
    }
}
