//! How a repository lays out its solutions, learned from those that are there.

use std::collections::HashMap;

use crate::model::{Judge, Layout, ProblemId, ProblemParts};
use crate::naming::{Home, by_path};

/// So many of the newest solutions are looked at: habits change.
const NEWEST: usize = 200;

/// A folder for fewer contests than this is no block of them.
const SMALLEST_BLOCK: u32 = 10;

/// A solution that is there: its path from the repository's root, and the problem that it solves.
#[derive(Debug, Clone)]
pub struct Example<'a> {
    /// The path.
    pub path: &'a str,
    /// The problem.
    pub problem: &'a ProblemId,
    /// The parts of its name, with its title where that is known.
    pub parts: ProblemParts,
}

/// The layouts that `examples` (newest first) show for problems of `judge`, the most frequent first: those of its own
/// solutions, and after them those of other judges' as far as they have a place for the judge.
pub fn layouts(examples: &[Example<'_>], judge: &str) -> Vec<Layout> {
    let (own, others): (Vec<_>, Vec<_>) = examples.iter().partition(|example| example.parts.judge == judge);
    let others =
        ranked(&others).into_iter().filter(|layout| layout.as_str().to_lowercase().contains("{judge}"));
    ranked(&own).into_iter().chain(others).collect()
}

fn ranked(examples: &[&Example<'_>]) -> Vec<Layout> {
    let mut counts: HashMap<String, (usize, usize)> = HashMap::new();
    for (age, example) in examples.iter().take(NEWEST).enumerate() {
        if let Some(layout) = layout_of(example) {
            let (count, _) = counts.entry(layout).or_insert((0, age));
            *count += 1;
        }
    }
    let mut ranked: Vec<(String, (usize, usize))> = counts.into_iter().collect();
    ranked.sort_by_key(|(_, (count, newest))| (std::cmp::Reverse(*count), *newest));
    ranked.into_iter().map(|(layout, _)| Layout::of_places(layout)).collect()
}

/// The extensions of the files at `paths` (newest first), the most frequent first.
pub fn extensions<'a>(paths: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, extension) in paths.into_iter().take(NEWEST).filter_map(split) {
        *counts.entry(extension).or_default() += 1;
    }
    let mut ranked: Vec<(&str, usize)> = counts.into_iter().collect();
    ranked.sort_by_key(|(extension, count)| (std::cmp::Reverse(*count), *extension));
    ranked.into_iter().map(|(extension, _)| extension.to_owned()).collect()
}

/// Whether a file at `path` with the problem's link in its first lines would be taken for a solution of `problem`.
pub fn is_named(path: &str, problem: &ProblemId, has_link: bool) -> bool {
    let named = by_path(path, &Home::default());
    match &named[..] {
        [one] if one.problem == *problem => true,
        // What a path doesn't say for certain is asked of the header.
        _ => has_link && !named.iter().any(|named| named.sure),
    }
}

/// The path and the extension; `None` where there isn't one.
fn split(path: &str) -> Option<(&str, &str)> {
    path.rsplit_once('.').filter(|(stem, extension)| !stem.is_empty() && !extension.contains('/'))
}

/// The path of an example with places for what its problem has; `None` where it has none of it.
fn layout_of(example: &Example<'_>) -> Option<String> {
    let (stem, extension) = split(example.path)?;
    let mut text = String::new();
    let mut rest = stem;
    let mut before = '/';
    while let Some(first) = rest.chars().next() {
        let place = is_edge(before, first).then(|| place_at(rest, example)).flatten();
        let taken = if let Some((place, length)) = place {
            text.push_str(&place);
            length
        } else if "{}".contains(first) {
            // A brace would be read as a place.
            return None;
        } else {
            text.push(first);
            first.len_utf8()
        };
        before = rest[..taken].chars().next_back().unwrap_or(before);
        rest = &rest[taken..];
    }
    text.push_str(".{ext}");
    let layout = Layout::parse(&text).ok()?;
    // What can't be made again was not understood.
    (layout.path(&example.parts, extension)? == example.path).then_some(text)
}

/// Whether one token ends and another begins between two letters: `c` and `3` in `abc300` are two.
fn is_edge(before: char, after: char) -> bool {
    let class = |c: char| (c.is_alphabetic(), c.is_numeric());
    !before.is_alphanumeric() || !after.is_alphanumeric() || class(before) != class(after)
}

/// The place that `rest` begins with something for, and how many bytes that is.
fn place_at(rest: &str, example: &Example<'_>) -> Option<(String, usize)> {
    const PLACES: [&str; 18] = [
        "{id}",
        "{ID}",
        "{name}",
        "{slug}",
        "{snake}",
        "{contest}",
        "{CONTEST}",
        "{judge}",
        "{Judge}",
        "{JUDGE}",
        "{series}",
        "{SERIES}",
        "{number}",
        "{index}",
        "{INDEX}",
        "{SLUG}",
        "{SNAKE}",
        "{NAME}",
    ];
    if let Some(block) = block_at(rest, example) {
        return Some(block);
    }
    PLACES.iter().find_map(|place| {
        let value = Layout::of_places((*place).to_owned()).path(&example.parts, "")?;
        let after = rest.strip_prefix(value.as_str())?.chars().next();
        let ends =
            after.is_none_or(|after| value.chars().next_back().is_some_and(|last| is_edge(last, after)));
        (!value.is_empty() && ends).then(|| ((*place).to_owned(), value.len()))
    })
}

/// A folder for a block of contests, such as `abc351-abc400` or `1300-1399`, that the example's contest is in.
fn block_at(rest: &str, example: &Example<'_>) -> Option<(String, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (first, after) = rest.split_at(digits(rest));
    let second = after.strip_prefix(['-', '_', '~'])?;
    let letters = second.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (series, second) = second.split_at(letters);
    let (second, _) = second.split_at(digits(second));
    let (from, to): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
    let size = to.checked_sub(from)?.checked_add(1).filter(|size| *size >= SMALLEST_BLOCK)?;
    let block = format!("{size}+{}", from % size);
    let is = |place: &str, value| {
        Layout::of_places(place.to_owned()).path(&example.parts, "").as_deref() == Some(value)
    };
    let series_place = ["", "{series}", "{SERIES}"].into_iter().find(|place| is(place, series))?;
    let [from, to] = ["from", "to"].map(|end| format!("{{{end}:{block}}}"));
    let separator = &after[..1];
    let length = first.len() + 1 + letters + second.len();
    (is(&from, first) && is(&to, second)).then(|| (format!("{from}{separator}{series_place}{to}"), length))
}

/// The layout where there is nothing to learn from, below `root`: a folder for the contest at the judges that are fetched,
/// with the problem's letter as the judge writes it; at others a file for the problem.
pub fn default_layout(judge: &str, root: &str) -> Layout {
    let within = Judge::by_id(judge).map_or("{id}", |judge| judge.spec().problems.layout);
    let root = if root.is_empty() { String::new() } else { format!("{}/", root.trim_end_matches('/')) };
    Layout::of_places(format!("{root}{{judge}}/{within}.{{ext}}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::naming::problems_of_word;

    /// The path that a repository with these solutions has for `problem`.
    fn learned(paths: &[&str], problem: &str, name: Option<&str>) -> String {
        let titles = |problem: &ProblemId| match problem.as_str() {
            "codeforces/4/A" => Some("Watermelon"),
            "codeforces/158/A" => Some("Next Round"),
            "abc300_c" => Some("Cross"),
            _ => None,
        };
        let problems: Vec<ProblemId> =
            paths.iter().map(|path| by_path(path, &Home::default())[0].problem.clone()).collect();
        let example =
            |(path, problem)| Example { path, problem, parts: ProblemParts::new(problem, titles(problem)) };
        let examples: Vec<Example<'_>> = paths.iter().copied().zip(&problems).map(example).collect();
        let problem = &problems_of_word(problem)[0].problem;
        let parts = ProblemParts::new(problem, name);
        let extension = &extensions(paths.iter().copied())[0];
        let paths =
            layouts(&examples, &parts.judge).into_iter().filter_map(|layout| layout.path(&parts, extension));
        let found = paths.into_iter().find(|path| is_named(path, problem, false));
        found.unwrap_or_else(|| "-".to_owned())
    }

    #[test]
    fn a_layout_is_learned_from_what_is_there() {
        let cases: &[(&[&str], &str, &str)] = &[
            (&["solutions/codeforces/4/A.rs"], "CF1900B2", "solutions/codeforces/1900/B2.rs"),
            (&["solutions/codeforces/4/A.rs"], "abc300_a", "solutions/atcoder/abc300/A.rs"),
            (&["Codeforces/1107F.cpp"], "https://codeforces.com/contest/4/problem/A", "Codeforces/4A.cpp"),
            (&["codeforces/1300-1399/1388D.go"], "codeforces/1450/A", "codeforces/1400-1499/1450A.go"),
            (&["ABC/abc351-abc400/abc379/d/main.py"], "abc400_a", "ABC/abc351-abc400/abc400/a/main.py"),
            (&["ABC/abc351-abc400/abc379/d/main.py"], "abc401_a", "ABC/abc401-abc450/abc401/a/main.py"),
            (&["abc300_a.rs", "abc301_b.rs", "old/abc/300/a.rs"], "arc100_c", "arc100_c.rs"),
            (&["AtCoder/ABC/300/A.cpp"], "abc301_b", "AtCoder/ABC/301/B.cpp"),
            (&["boj/1000.py", "abc300_a.py"], "boj/2557", "boj/2557.py"),
            (&["abc300/src/bin/a.rs"], "abc301_b", "abc301/src/bin/b.rs"),
            (&["lib/abc300_a.rs", "x{y}/abc300_b.rs"], "abc301_b", "lib/abc301_b.rs"),
            // Nothing to learn from for such a problem.
            (&["abc300_a.rs"], "codeforces/4/A", "-"),
        ];
        for (paths, problem, expected) in cases {
            assert_eq!(learned(paths, problem, None), *expected, "{problem} beside {paths:?}");
        }
    }

    #[test]
    fn titles_are_part_of_a_layout_where_they_are_known() {
        let named = ["codeforces/4A - Watermelon.cpp", "codeforces/158A - Next Round.cpp"];
        assert_eq!(
            learned(&named, "codeforces/1/A", Some("Theatre Square")),
            "codeforces/1A - Theatre Square.cpp"
        );
        let slugs = ["Codeforces/158/A-next-round.cpp"];
        assert_eq!(
            learned(&slugs, "codeforces/1/A", Some("Theatre Square")),
            "Codeforces/1/A-theatre-square.cpp"
        );
        assert_eq!(
            learned(&["AtCoder/ABC/300/C - Cross.cpp"], "abc301_a", Some("Winner")),
            "AtCoder/ABC/301/A - Winner.cpp"
        );
    }
}
