//! Where the solution of a problem lies in a repository: a path with places for the parts of the problem's name.

use super::ProblemId;
use crate::lang::Lang;

/// The parts of a problem's name that paths are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemParts {
    /// The word for the judge: `codeforces`.
    pub judge: String,
    /// The judge's name as it writes it, or the word for it: `Codeforces`.
    pub judge_name: String,
    /// The judge's own name for the problem, in short: `4A`, `abc300_a`, `1000`.
    pub id: String,
    /// The contest, at judges whose problems have one: `4`, `abc300`.
    pub contest: Option<String>,
    /// The problem's place in it: `A`, `a`.
    pub index: Option<String>,
    /// The problem's title, where it is known.
    pub name: Option<String>,
}

impl ProblemParts {
    /// The parts of `problem`, whose title is `name`.
    pub fn new(problem: &ProblemId, name: Option<&str>) -> Self {
        let known = problem.known_judge();
        let (contest, index) = (known.parts)(problem.key()).unzip();
        let id = match (&contest, &index) {
            (Some(contest), Some(index)) if !known.is_implied => format!("{contest}{index}"),
            _ => problem.key().to_owned(),
        };
        Self {
            judge: known.id.to_owned(),
            judge_name: known.name.unwrap_or(known.id).to_owned(),
            id,
            contest,
            index,
            name: name.map(in_a_file_name).filter(|name| !name.is_empty()),
        }
    }

    /// The letters that the contest's name begins with and the number that it ends with: `abc` and `300`.
    fn series(&self) -> Option<(&str, &str)> {
        let contest = self.contest.as_deref()?;
        let digits = contest.bytes().rev().take_while(u8::is_ascii_digit).count();
        let (series, number) = contest.split_at(contest.len() - digits);
        let is_plain = series.bytes().all(|byte| byte.is_ascii_alphabetic());
        (digits > 0 && is_plain).then_some((series, number))
    }

    /// What stands in the place called `place`; `None` where the problem has no such part.
    fn value(&self, place: &str) -> Option<String> {
        let (word, block) = place.split_once(':').map_or((place, None), |(word, block)| (word, Some(block)));
        let lower = word.to_ascii_lowercase();
        let value = match (lower.as_str(), block) {
            ("judge", _) if word == "Judge" => {
                return Some(self.judge_name.clone());
            }
            ("judge", _) => self.judge.clone(),
            ("id", _) => self.id.clone(),
            ("contest", _) => self.contest.clone()?,
            ("series", _) => self.series()?.0.to_owned(),
            ("number", _) => self.series()?.1.to_owned(),
            ("index", _) => self.index.clone()?,
            ("name", _) => return self.name.clone(),
            ("slug", _) => joined(self.name.as_deref()?, "-"),
            ("snake", _) => joined(self.name.as_deref()?, "_"),
            (end @ ("from" | "to"), Some(block)) => self.block(end == "to", block)?,
            _ => return None,
        };
        let is_upper = word.bytes().any(|byte| byte.is_ascii_uppercase());
        Some(if is_upper { value.to_uppercase() } else { value.to_lowercase() })
    }

    /// The first or the last number of the block of contests that the problem's is in; `block` is how many contests there
    /// are in one, and after a `+` the first number of all.
    fn block(&self, last: bool, block: &str) -> Option<String> {
        let (_, number) = self.series()?;
        let (size, first) = block.split_once('+').unwrap_or((block, "0"));
        let (size, first): (u32, u32) = (size.parse().ok()?, first.parse().ok()?);
        let nth = number.parse::<u32>().ok()?.checked_sub(first)?.checked_div(size)?;
        let from = nth.checked_mul(size)?.checked_add(first)?;
        let end = if last { from.checked_add(size - 1)? } else { from };
        Some(format!("{end:0width$}", width = number.len()))
    }
}

/// A title as it can stand in a file's name.
fn in_a_file_name(title: &str) -> String {
    let allowed = |c: char| if c.is_control() || "/\\:*?\"<>|".contains(c) { ' ' } else { c };
    let text: String = super::clean(title).chars().map(allowed).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(['.', ' ']).to_owned()
}

/// The words of a title with `between` them.
fn joined(title: &str, between: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(between)
}

/// A path from a repository's root, such as `solutions/{judge}/{contest}/{index}.{ext}`.
///
/// The places are `judge`, `contest`, `index`, `id`, `series` and `number` (of the contest: `abc` and `300`), `name`,
/// `slug`, `snake` (of the title) and `ext`; `from:50+1` and `to:50+1` are the ends of a block of contests, here of 1 to 50,
/// 51 to 100 and so on. In capitals they give capitals; `Judge` is as the judge writes itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Layout(String);

/// Why a text is no layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvalidLayout {
    /// It has a place that there isn't.
    Place(String),
    /// It leads out of the repository, or nowhere.
    Path,
    /// All problems would have one path.
    Same,
}

impl InvalidLayout {
    /// What is wrong, and what it should be.
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Self::Place(place) => {
                let places = "judge, contest, index, id, series, number, name, slug, snake, ext";
                lang.say(
                    || format!("unknown placeholder {{{place}}}; use {places}"),
                    || format!("알 수 없는 자리 표시자입니다: {{{place}}} (사용 가능: {places})"),
                    || format!("不明なプレースホルダーです: {{{place}}} (使用可能: {places})"),
                )
            }
            Self::Path => {
                let example = "{judge}/{contest}/{index}.{ext}";
                lang.say(
                    || format!("must be a path inside the repository, e.g. {example:?}"),
                    || format!("저장소 안의 경로여야 합니다 (예: {example:?})"),
                    || format!("リポジトリ内のパスを指定してください (例: {example:?})"),
                )
            }
            Self::Same => lang
                .word(
                    "would give every problem the same path; use {id}, or {contest} and {index}",
                    "모든 문제의 경로가 같아집니다. {id} 또는 {contest}와 {index}를 쓰세요",
                    "すべての問題が同じパスになります。{id}、または {contest} と {index} を使ってください",
                )
                .into_owned(),
        }
    }
}

impl Layout {
    /// Reads a layout.
    pub fn parse(text: &str) -> Result<Self, InvalidLayout> {
        let layout = Self(text.to_owned());
        let mut names = false;
        for place in layout.pieces().filter_map(Result::err) {
            let word = place.split(':').next().unwrap_or_default();
            let lower = word.to_ascii_lowercase();
            match lower.as_str() {
                "id" | "index" | "name" | "slug" | "snake" => names = true,
                "judge" | "contest" | "series" | "number" | "ext" => {}
                "from" | "to" if place.contains(':') => {}
                _ => return Err(InvalidLayout::Place(place.to_owned())),
            }
        }
        if text.split('/').any(|part| matches!(part, "" | "." | "..")) || text.contains('\\') {
            return Err(InvalidLayout::Path);
        }
        if names { Ok(layout) } else { Err(InvalidLayout::Same) }
    }

    /// The layout that a repository's own solutions show; its text is one by making.
    pub fn of_places(text: String) -> Self {
        Self(text)
    }

    /// The path of a problem's solution; `None` where the problem lacks a part that the layout has a place for.
    ///
    /// ```
    /// use cpt_tracker::model::{Layout, ProblemId, ProblemParts};
    ///
    /// let path = |layout, problem| Layout::parse(layout).unwrap().path(&ProblemParts::new(&problem, None), "rs");
    /// let cross = ProblemId::atcoder("abc300_c");
    /// assert_eq!(path("{judge}/{contest}/{index}.{ext}", cross.clone()).unwrap(), "atcoder/abc300/c.rs");
    /// assert_eq!(path("{SERIES}/{from:50+1}-{to:50+1}/{ID}.{ext}", cross).unwrap(), "ABC/251-300/ABC300_C.rs");
    /// assert_eq!(path("cf/{ID}.{ext}", ProblemId::codeforces(4, "A")).unwrap(), "cf/4A.rs");
    /// ```
    pub fn path(&self, parts: &ProblemParts, extension: &str) -> Option<String> {
        let piece = |piece: Result<&str, &str>| match piece {
            Ok(text) => Some(text.to_owned()),
            Err("ext") => Some(extension.to_owned()),
            Err(place) => parts.value(place),
        };
        self.pieces().map(piece).collect()
    }

    /// The layout as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its texts, and as errors its places.
    fn pieces(&self) -> impl Iterator<Item = Result<&str, &str>> {
        self.0.split('{').enumerate().flat_map(|(nth, piece)| {
            let (place, text) = match piece.split_once('}') {
                Some((place, text)) if nth > 0 => (Some(Err(place)), text),
                _ => (None, piece),
            };
            place.into_iter().chain((!text.is_empty()).then_some(Ok(text)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_has_the_parts_that_its_judge_gives_it() {
        let parts = |problem: ProblemId| {
            let parts = ProblemParts::new(&problem, None);
            [parts.id, parts.contest.unwrap_or_default(), parts.index.unwrap_or_default()].join(" ")
        };
        assert_eq!(parts(ProblemId::codeforces(1900, "B2")), "1900B2 1900 B2");
        assert_eq!(parts(ProblemId::other("codeforces", "gym/102646/A")), "102646A 102646 A");
        assert_eq!(
            parts(ProblemId::atcoder("code_festival_2016_final_a")),
            "code_festival_2016_final_a code-festival-2016-final a"
        );
        assert_eq!(parts(ProblemId::other("boj", "1000")), "1000  ");
    }

    #[test]
    fn titles_can_not_leave_their_place_in_a_path() {
        let parts = ProblemParts::new(&ProblemId::codeforces(4, "A"), Some("../a/b: \u{1b}c?"));
        let path = |layout| Layout::parse(layout).unwrap().path(&parts, "rs").unwrap();
        assert_eq!(path("{name}.{ext}"), "a b \u{fffd}c.rs");
        assert_eq!(path("{slug}/{snake}.{ext}"), "a-b-c/a_b_c.rs");
    }

    #[test]
    fn a_wrong_layout_says_what_is_wrong() {
        let wrong = |text| Layout::parse(text).unwrap_err().told(Lang::English);
        assert!(wrong("{judge}/{task}.rs").starts_with("unknown placeholder {task}"));
        assert!(wrong("../{id}.rs").starts_with("must be a path inside"));
        assert!(wrong("/{id}.rs").starts_with("must be a path inside"));
        assert!(wrong("{contest}/main.rs").starts_with("would give every problem"));
    }
}
