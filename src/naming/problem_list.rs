//! Lists of problems as people keep them: a link or an id a line, in plain text or in Markdown.
//!
//! - A line that begins with `#` and a space is a heading, deeper with each further `#`. What no problem is below is left
//!   out, so that a remark at the top does no harm; where it is the first line, it is the list's title.
//! - A line has the problems of all its links, else those that its first words name, else the one that the whole line
//!   speaks of. What follows is the problem's title. Bullets, numbers and boxes before it are left out, and so is what
//!   follows ` # ` or ` // `.
//! - In a table a row is a line; the row above the rule is the table's head.
//! - Empty lines, rules, quotes, fences and comments (`//`, `#` without a space, `<!-- -->`) are passed over.
//!
//! Every other line is wrong: a list that silently lacks a problem is worse than none.

use super::{links, problems_of_word};
use crate::model::{KnownJudge, ListItem, ListSection, NamedProblem, ProblemId};

/// A longer line, in bytes, names nothing.
const LONGEST: usize = 4096;

/// A line that is none of what a list may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongLine {
    /// Its number; the first is 1.
    pub line: usize,
    /// What should name a problem.
    pub text: String,
    /// The problems that it could name; none where it names none.
    pub named: Vec<ProblemId>,
}

/// The title and the sections of the list that `text` is. A word that names no problem by itself is read as one of
/// `judge`.
///
/// # Errors
///
/// Every line that names no problem, or several that it could be.
pub fn problem_list(
    text: &str,
    judge: Option<&KnownJudge>,
) -> Result<(Option<String>, Vec<ListSection>), Vec<WrongLine>> {
    let mut reader = Reader { judge, ..Reader::default() };
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).enumerate().peekable();
    while let Some((place, line)) = lines.next() {
        let is_head = line.starts_with('|') && lines.peek().is_some_and(|(_, next)| is_table_rule(next));
        if is_head {
            continue;
        }
        reader.line(place + 1, line);
    }
    if !reader.wrong.is_empty() {
        return Err(reader.wrong);
    }
    let mut sections = reader.sections;
    sections.retain(|section| !section.problems.is_empty());
    Ok((reader.title, sections))
}

#[derive(Default)]
struct Reader<'a> {
    judge: Option<&'a KnownJudge>,
    title: Option<String>,
    /// The headings that the line is below, each with its depth.
    headings: Vec<(usize, String)>,
    sections: Vec<ListSection>,
    wrong: Vec<WrongLine>,
    /// Whether a comment that began on a line above hasn't ended.
    in_comment: bool,
    /// Whether a line said something before.
    has_begun: bool,
}

impl Reader<'_> {
    fn line(&mut self, number: usize, line: &str) {
        let line = if self.in_comment {
            let Some((_, rest)) = line.split_once("-->") else { return };
            self.in_comment = false;
            rest.trim()
        } else {
            line
        };
        if let Some(rest) = line.strip_prefix("<!--") {
            self.in_comment = true;
            return self.line(number, rest);
        }
        if is_passed_over(line) {
            return;
        }
        let is_first = !std::mem::replace(&mut self.has_begun, true);
        if let Some((depth, heading)) = heading(line) {
            if is_first && depth == 1 {
                self.title = Some(heading.to_owned());
            } else {
                self.headings.retain(|(above, _)| *above < depth);
                self.headings.push((depth, heading.to_owned()));
                self.begin();
            }
            return;
        }
        match items(line, self.judge) {
            Ok(items) => {
                if self.sections.is_empty() {
                    self.begin();
                }
                self.sections
                    .last_mut()
                    .into_iter()
                    .for_each(|section| section.problems.extend_from_slice(&items));
            }
            Err(named) => {
                let text = line.chars().take(80).collect();
                self.wrong.push(WrongLine { line: number, text, named });
            }
        }
    }

    /// Begins the section below the last heading.
    fn begin(&mut self) {
        let path: Vec<&str> = self.headings.iter().map(|(_, heading)| heading.as_str()).collect();
        let heading = (!path.is_empty()).then(|| path.join(" \u{203a} "));
        self.sections.push(ListSection { heading, problems: Vec::new() });
    }
}

/// The depth and the text of a heading.
fn heading(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start_matches('#');
    let depth = line.len() - text.len();
    let text = text.strip_prefix([' ', '\t']).filter(|_| (1..=6).contains(&depth))?;
    let text = text.trim().trim_end_matches('#').trim();
    (!text.is_empty()).then_some((depth, text))
}

/// Whether a line says nothing of problems.
fn is_passed_over(line: &str) -> bool {
    let is_rule =
        |mark: char| line.chars().filter(|c| *c == mark).count() >= 3 && line.chars().all(|c| c == mark);
    line.is_empty()
        || line.starts_with("//")
        || line.starts_with('>')
        || line.starts_with("```")
        || line.starts_with('#') && heading(line).is_none()
        || "-=*_~".chars().any(is_rule)
        || is_table_rule(line)
}

/// Whether a line is the rule between a table's head and its rows.
fn is_table_rule(line: &str) -> bool {
    line.contains("--") && line.contains('|') && line.chars().all(|c| "|-: \t".contains(c))
}

/// The problems of a line; an error with those that it could mean where it isn't clear which.
fn items(line: &str, judge: Option<&KnownJudge>) -> Result<Vec<ListItem>, Vec<ProblemId>> {
    if line.len() > LONGEST {
        return Err(Vec::new());
    }
    let line = without_bullet(line);
    let linked = links::problems(line);
    if !linked.is_empty() {
        let title = match &linked[..] {
            [_] => link_text(line),
            _ => None,
        };
        let item = |claim: super::rule::Claim| ListItem { problem: claim.problem, title: title.clone() };
        return Ok(linked.into_iter().map(item).collect());
    }
    let cells = line.strip_prefix('|').map(|row| row.split('|'));
    let cells: Vec<&str> = cells.map_or_else(|| vec![line], Iterator::collect);
    let mut several = Vec::new();
    for cell in cells {
        let cell = without_remark(cell).trim();
        if let Some(items) = written(cell, judge) {
            return Ok(items);
        }
        match &named(cell, judge)[..] {
            [] => {}
            [one] => return Ok(vec![ListItem { problem: one.problem.clone(), title: None }]),
            all => several = all.iter().map(|one| one.problem.clone()).collect(),
        }
    }
    Err(several)
}

/// The problems whose names a text begins with, and the title after them; or those that it has between commas.
fn written(text: &str, judge: Option<&KnownJudge>) -> Option<Vec<ListItem>> {
    let one = |word: &str, judge: Option<&KnownJudge>| {
        let word = word.trim().trim_matches(['`', '*', ',', ';', ':', '.', '(', ')', '[', ']']);
        match &named(word, judge)[..] {
            [one] if !word.contains(char::is_whitespace) => Some(one.problem.clone()),
            _ => None,
        }
    };
    let item = |problem: ProblemId| ListItem { problem, title: None };
    if text.contains(',') {
        let all: Option<Vec<ProblemId>> = text.split(',').map(|part| one(part, judge)).collect();
        if let Some(all) = all {
            return Some(all.into_iter().map(item).collect());
        }
    }
    let (first, mut rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let mut items = vec![item(one(first, judge)?)];
    // A title may begin with a number, which only its judge would make a problem.
    while let Some(problem) = one(rest.split_whitespace().next().unwrap_or_default(), None) {
        items.push(item(problem));
        rest = rest.trim_start().split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
    }
    if let [only] = &mut items[..] {
        let title = rest.trim_start_matches(['-', ':', '\u{2013}', '\u{2014}', ' ']).trim();
        only.title = (!title.is_empty()).then(|| title.to_owned());
    }
    Some(items)
}

/// What a text names by itself, else as a problem of the judge's.
fn named(text: &str, judge: Option<&KnownJudge>) -> Vec<NamedProblem> {
    if text.is_empty() {
        return Vec::new();
    }
    let found = problems_of_word(text);
    match judge {
        Some(judge) if found.is_empty() && !text.contains(char::is_whitespace) => {
            problems_of_word(&format!("{}/{text}", judge.id))
        }
        _ => found,
    }
}

/// A line without what marks it as one of a list: a bullet, or a number of up to three digits, and a box.
fn without_bullet(line: &str) -> &str {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = line[digits..].strip_prefix(['.', ')']).filter(|_| (1..=3).contains(&digits));
    let bullet = line.strip_prefix(['-', '*', '+', '\u{2022}']).or(numbered);
    let line = bullet.filter(|rest| rest.starts_with([' ', '\t'])).unwrap_or(line).trim_start();
    let boxed = ["[ ]", "[x]", "[X]"].iter().find_map(|mark| line.strip_prefix(mark));
    boxed.unwrap_or(line).trim_start()
}

/// A text up to a remark.
fn without_remark(text: &str) -> &str {
    [" # ", " // ", "\t# ", "\t// "]
        .iter()
        .filter_map(|mark| text.find(mark))
        .min()
        .map_or(text, |end| &text[..end])
}

/// The text of a line's only link in Markdown.
fn link_text(line: &str) -> Option<String> {
    let (before, _) = line.split_once("](")?;
    let (_, text) = before.rsplit_once('[')?;
    let text = text.trim();
    (!text.is_empty() && !text.contains("://")).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judges::known_judge;

    /// The list on lines: `TITLE`, and for each section `HEADING: problem (title) ...`.
    fn read(text: &str, judge: Option<&str>) -> Vec<String> {
        let (title, sections) = problem_list(text, judge.and_then(known_judge)).unwrap();
        let item = |item: &ListItem| match &item.title {
            Some(title) => format!("{} ({title})", item.problem),
            None => item.problem.to_string(),
        };
        let section = |section: &ListSection| {
            let problems: Vec<String> = section.problems.iter().map(item).collect();
            format!("{}: {}", section.heading.as_deref().unwrap_or("-"), problems.join(", "))
        };
        title.into_iter().chain(sections.iter().map(section)).collect()
    }

    #[test]
    fn a_plain_list_is_read_with_its_headings() {
        let text = "\u{feff}# Road to blue\n\nabc300_a N-choice question\n// later: abc300_b\n\n# DP\n## Knapsack\n\
                    dp_d\ndp_e  # with large weights\n## LIS\nhttps://atcoder.jp/contests/typical90/tasks/typical90_bh\n\
                    # Graphs\n#todo\nboj/1260\nCF20C\n# Nothing yet\n";
        assert_eq!(
            read(text, None),
            [
                "Road to blue",
                "-: abc300_a (N-choice question)",
                "DP \u{203a} Knapsack: dp_d, dp_e",
                "DP \u{203a} LIS: typical90_bh",
                "Graphs: boj/1260, codeforces/20/C",
            ]
        );
    }

    #[test]
    fn markdown_is_read_as_people_write_it() {
        let text = "## Week 1\n- [ ] [A+B](https://www.acmicpc.net/problem/1000)\n* [x] https://codeforces.com/problemset/problem/4/a\n\
                    12. `abc300_a` - N-choice question\n> a quote\n---\n```\nboj/1001\n```\n<!-- abc300_b\nabc300_c --> abc300_d\n\n\
                    | Problem | Link |\n| --- | :-: |\n| Frog | [dp_a](https://atcoder.jp/contests/dp/tasks/dp_a) |\n\
                    | abc301_a | Overall Winner |\n\n\
                    1. https://atcoder.jp/contests/abc049/tasks/arc065_a and https://codeforces.com/contest/1900/problem/B\nabc300_e abc300_f\n";
        assert_eq!(
            read(text, None),
            ["Week 1: boj/1000 (A+B), codeforces/4/A, abc300_a (N-choice question), boj/1001, abc300_d, \
              dp_a (dp_a), abc301_a, arc065_a, codeforces/1900/B, abc300_e, abc300_f"]
        );
    }

    #[test]
    fn a_number_alone_is_of_the_list_s_judge() {
        assert_eq!(
            read("1000 A+B\n2. 1001\nabc300_a\n12100 2048 (Easy)\n1002, 1003\n", Some("baekjoon")),
            ["-: boj/1000 (A+B), boj/1001, abc300_a, boj/12100 (2048 (Easy)), boj/1002, boj/1003"]
        );
        assert!(problem_list("1000\n", None).is_err());
    }

    #[test]
    fn one_problem_has_one_name_whatever_path_leads_to_it() {
        let text = "https://www.luogu.com.cn/problem/AT_abc302_h\nhttps://atcoder.jp/contests/abc302/tasks/abc302_h\nABC302H\n";
        assert_eq!(read(text, None), ["-: abc302_h, abc302_h, abc302_h"]);
    }

    #[test]
    fn every_line_that_names_no_problem_is_told_with_its_place() {
        let long = "x".repeat(LONGEST + 1);
        let text = format!(
            "abc300_a\n\nsolve these in March\n- https://example.com/blog\nsee ABC300A and ABC300B\n{long}\n"
        );
        let wrong = problem_list(&text, None).unwrap_err();
        let told = |one: &WrongLine| (one.line, one.text.clone(), one.named.len());
        assert_eq!(
            wrong.iter().map(told).collect::<Vec<_>>(),
            [
                (3, "solve these in March".to_owned(), 0),
                (4, "- https://example.com/blog".to_owned(), 0),
                (5, "see ABC300A and ABC300B".to_owned(), 2),
                (6, "x".repeat(80), 0),
            ]
        );
    }
}
