//! An archive of what solved.ac's interface answered: what it knows of BOJ's problems, and which of them somebody solved.
//!
//! A file with one answer of its API (version 3), an array of answers, or answers one after the other, as in JSON Lines.
//! Source: <https://github.com/solvedac/unofficial-documentation>.

use std::collections::BTreeMap;

use serde_json::{Deserializer, Value};

use super::WrongFile;
use super::row::quoted;
use super::words;
use crate::judges::known_judge;
use crate::lang::Later;
use crate::model::{ImportedProblem, KnownJudge, ProblemId, RowFault};

/// What an archive has.
#[derive(Debug, Clone, PartialEq)]
pub struct Archive {
    /// The problems, each once, by identity.
    pub problems: Vec<ImportedProblem>,
    /// What is wrong with what is left out. Columns are places in an answer: `items[3].level`.
    pub faults: Vec<RowFault>,
    /// How many problems are there twice.
    pub doubles: usize,
    /// What there is to know of it, a sentence each.
    pub remarks: Vec<Later>,
}

/// Reads an archive.
///
/// # Errors
///
/// Where it is no JSON, or has none of the answers that tell of problems.
pub fn read_solved_ac(bytes: &[u8]) -> Result<Archive, WrongFile> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let boj = known_judge("boj");
    let mut reader =
        Reader { boj, line: 1, seen: Seen::default(), problems: BTreeMap::new(), faults: Vec::new() };
    let mut answers = Deserializer::from_slice(bytes).into_iter::<Value>();
    let mut counted = 0;
    loop {
        let before = answers.byte_offset();
        let begin = before + bytes[before..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        reader.line += bytes[counted..begin].split(|byte| *byte == b'\n').skip(1).count() as u64;
        counted = begin;
        match answers.next() {
            None => break,
            Some(Ok(answer)) => reader.answer(&answer, ""),
            Some(Err(error)) => {
                return Err(WrongFile {
                    what: words::no_json(&quoted(&error)),
                    remedy: words::use_answers(),
                });
            }
        }
    }
    if reader.problems.is_empty() && reader.faults.is_empty() {
        return Err(WrongFile { what: reader.seen.lacking(), remedy: words::use_answers() });
    }
    Ok(reader.archive())
}

/// How many answers of each kind there are, and what they count.
#[derive(Default)]
struct Seen {
    pages: usize,
    twice: usize,
    grass: usize,
    history: usize,
    others: usize,
    /// How many problems the user has solved, as `user/show` says.
    solved: Option<u64>,
    /// How many problems the search found, as its pages say.
    found: Option<u64>,
}

impl Seen {
    /// Why there is nothing.
    fn lacking(&self) -> Later {
        let kinds = [
            (usize::from(self.solved.is_some()), "`user/show`"),
            (self.grass, "`user/grass`"),
            (self.history, "`user/history`"),
        ];
        let kinds: Vec<&str> =
            kinds.into_iter().filter(|(times, _)| *times > 0).map(|(_, kind)| kind).collect();
        words::no_problems(&kinds)
    }

    fn remarks(&self, solved: usize) -> Vec<Later> {
        let mut remarks = Vec::new();
        if self.pages == 0 {
            remarks.push(words::no_search());
        }
        let counted = self.solved.or(self.found).filter(|_| self.pages > 0);
        if let Some(counted) = counted.filter(|counted| *counted != solved as u64) {
            remarks.push(words::not_all(solved, counted));
        }
        if self.grass > 0 {
            remarks.push(words::grass());
        }
        if self.history > 0 {
            remarks.push(words::history());
        }
        if self.others > 0 {
            remarks.push(words::other_answers(self.others));
        }
        remarks
    }
}

/// An archive while it is read.
struct Reader {
    boj: Option<&'static KnownJudge>,
    line: u64,
    seen: Seen,
    problems: BTreeMap<ProblemId, ImportedProblem>,
    faults: Vec<RowFault>,
}

impl Reader {
    /// An answer, or an array of answers; `place` is where it stands in what its line begins.
    fn answer(&mut self, answer: &Value, place: &str) {
        let has = |key: &str| answer.get(key).is_some();
        match answer {
            Value::Array(parts) => {
                if parts
                    .first()
                    .is_some_and(|part| part.get("timestamp").is_some() && part.get("value").is_some())
                {
                    self.seen.history += 1;
                    return;
                }
                for (nth, part) in parts.iter().enumerate() {
                    self.answer(part, &format!("{place}[{nth}]"));
                }
            }
            Value::Object(_) if has("problemId") => self.problem(answer, place, false),
            Value::Object(fields) if fields.get("items").is_some_and(Value::is_array) => {
                self.seen.pages += 1;
                self.seen.found = fields.get("count").and_then(Value::as_u64).or(self.seen.found);
                for (nth, item) in fields["items"].as_array().into_iter().flatten().enumerate() {
                    let dot = if place.is_empty() { "" } else { "." };
                    self.problem(item, &format!("{place}{dot}items[{nth}]"), true);
                }
            }
            Value::Object(_) if has("grass") => self.seen.grass += 1,
            Value::Object(fields) if has("handle") && has("solvedCount") => {
                self.seen.solved = fields["solvedCount"].as_u64();
            }
            _ => self.seen.others += 1,
        }
    }

    fn problem(&mut self, value: &Value, place: &str, solved: bool) {
        match self.read_problem(value, place, solved) {
            Err(fault) => self.faults.push(fault),
            Ok(problem) => {
                let known = self.problems.get_mut(&problem.problem);
                let Some(known) = known else {
                    self.problems.insert(problem.problem.clone(), problem);
                    return;
                };
                self.seen.twice += usize::from(known.solved == solved);
                known.solved |= solved;
            }
        }
    }

    fn read_problem(&self, value: &Value, place: &str, solved: bool) -> Result<ImportedProblem, RowFault> {
        let fault = |field: &str, what: Later| RowFault {
            line: self.line,
            column: Some(format!("{place}{}{field}", if place.is_empty() { "" } else { "." })),
            what,
        };
        let told = |field: &str| value.get(field).filter(|value| !value.is_null());
        let number = told("problemId").and_then(Value::as_u64).filter(|number| *number > 0);
        let Some((number, boj)) = number.zip(self.boj) else {
            return Err(fault("problemId", words::no_boj_problem(told("problemId").map(quoted).as_deref())));
        };
        let most = boj.levels.len() as u64;
        let level = match told("level").map(|level| (level, level.as_u64())) {
            // Nobody has voted on it.
            None | Some((_, Some(0))) => None,
            Some((_, Some(level))) if level <= most => Some(level as u8 - 1),
            Some((level, _)) => {
                return Err(fault("level", words::no_level(&quoted(level), most)));
            }
        };
        let tags = told("tags").and_then(Value::as_array);
        Ok(ImportedProblem {
            problem: ProblemId::new(boj, &number.to_string()),
            title: told("titleKo").and_then(Value::as_str).map(one_line),
            level,
            topics: tags.into_iter().flatten().filter_map(topic).collect(),
            solved,
        })
    }

    fn archive(self) -> Archive {
        let solved = self.problems.values().filter(|problem| problem.solved).count();
        Archive {
            remarks: self.seen.remarks(solved),
            doubles: self.seen.twice,
            problems: self.problems.into_values().collect(),
            faults: self.faults,
        }
    }
}

/// A topic as BOJ's users read it, and as BaekjoonHub writes it: in Korean, else its key.
fn topic(tag: &Value) -> Option<String> {
    let names = tag.get("displayNames").and_then(Value::as_array);
    let korean = |name: &&Value| name.get("language").and_then(Value::as_str) == Some("ko");
    let name = names.and_then(|names| names.iter().find(korean)?.get("name")?.as_str());
    name.or_else(|| tag.get("key")?.as_str()).map(one_line).filter(|name| !name.is_empty())
}

/// Lines keep topics apart.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
