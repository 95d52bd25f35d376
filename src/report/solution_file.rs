//! The file that a new solution begins as.

use jiff::civil::Date;

use super::words::closed_since;
use crate::lang::Lang;
use crate::model::{ProblemId, ProblemParts, clean};

/// What is known of the problem of a new solution.
#[derive(Debug, Clone)]
pub struct NewSolution<'a> {
    /// Which.
    pub problem: &'a ProblemId,
    /// The parts of its name.
    pub parts: &'a ProblemParts,
    /// Its title, where it is known.
    pub name: Option<&'a str>,
    /// Its page, where one is known.
    pub link: Option<&'a str>,
    /// How hard it is on its judge's scale of ratings, where that is known.
    pub difficulty: Option<i32>,
    /// Today.
    pub day: Date,
    /// What its comments are written in.
    pub lang: Lang,
}

/// What a comment of one line begins and ends with in a language, by the extension of its files; `None` where there are
/// none.
fn comment(extension: &str) -> Option<(&'static str, &'static str)> {
    Some(match extension.to_ascii_lowercase().as_str() {
        "awk" | "coffee" | "cr" | "ex" | "exs" | "jl" | "nim" | "p6" | "pl" | "py" | "py2" | "py3"
        | "pyx" | "r" | "raku" | "rb" | "sed" | "sh" | "tcl" | "dc" => ("#", ""),
        "ada" | "adb" | "elm" | "hs" | "lua" | "sql" => ("--", ""),
        "asm" | "clj" | "cljs" | "lisp" | "lsp" | "rkt" | "scm" => (";", ""),
        "erl" | "m" => ("%", ""),
        "f90" | "f95" => ("!", ""),
        "bas" | "vb" => ("'", ""),
        "bat" => ("rem", ""),
        "ml" => ("(*", " *)"),
        "cob" | "f" | "for" | "ipynb" | "lhs" => return None,
        _ => ("//", ""),
    })
}

/// What ends a comment, or a part of a file, in some language; and what names the encoding of a file.
const MEANING: [&str; 15] =
    ["*/", "*)", "?>", "%>", "->", "-}", "%}", "]]", "|#", "=#", "#>", "\"\"\"", "'''", "coding:", "coding="];

/// A text from outside as it can stand in a comment of whatever language: nothing in it is one of [`MEANING`], and the
/// next line is no part of it.
fn harmless(text: &str) -> String {
    let mut line = clean(text).into_owned();
    for meaning in MEANING {
        let (first, last) = meaning.split_at(meaning.len() - 1);
        line = line.replace(meaning, &format!("{first} {last}"));
    }
    line.trim_end_matches('\\').to_owned()
}

impl NewSolution<'_> {
    /// The file: `template` with its places filled in (`{{link}}`, `{{name}}`, `{{problem}}`, `{{judge}}`, `{{contest}}`,
    /// `{{index}}`, `{{difficulty}}`, `{{date}}`; what isn't known is left empty). Where the template has no place for the
    /// link, a header with title, difficulty and link comes before it, after a first line that the system reads.
    pub fn text(&self, template: &str, extension: &str) -> String {
        let has_link = template.contains("{{link}}");
        let filled = self.filled(template);
        let header = if has_link { String::new() } else { self.header(extension) };
        let is_read = |line: &str| line.starts_with("#!") || line.starts_with("<?php");
        match filled.split_once('\n') {
            Some((first, rest)) if is_read(first) => format!("{first}\n{header}{rest}"),
            // Outside of PHP's own part, a comment is output.
            _ if extension.eq_ignore_ascii_case("php") && !header.is_empty() => {
                let end = if filled.trim().is_empty() { "" } else { "?>\n" };
                format!("<?php\n{header}{end}{filled}")
            }
            _ => header + &filled,
        }
    }

    fn filled(&self, template: &str) -> String {
        let part = |part: &Option<String>| part.clone().unwrap_or_default();
        let values = [
            ("{{link}}", self.link().unwrap_or_default()),
            ("{{name}}", self.name.unwrap_or_default().to_owned()),
            ("{{problem}}", self.problem.to_string()),
            ("{{judge}}", self.parts.judge.clone()),
            ("{{contest}}", part(&self.parts.contest)),
            ("{{index}}", part(&self.parts.index)),
            ("{{difficulty}}", self.difficulty.map_or_else(String::new, |difficulty| difficulty.to_string())),
            ("{{date}}", self.day.to_string()),
        ];
        // What comes from outside is filled in once, and not looked through for places again.
        let mut text = String::new();
        let mut rest = template;
        while let Some(start) = rest.find("{{") {
            text.push_str(&rest[..start]);
            rest = &rest[start..];
            if let Some((place, value)) = values.iter().find(|(place, _)| rest.starts_with(place)) {
                text.push_str(&harmless(value));
                rest = &rest[place.len()..];
            } else {
                text.push('{');
                rest = &rest[1..];
            }
        }
        text + rest
    }

    /// The link, and that it leads nowhere any more where that is so.
    fn link(&self) -> Option<String> {
        let closed = self.problem.closed().map(|day| format!(" ({})", closed_since(self.lang, day)));
        Some(format!("{}{}", self.link?, closed.unwrap_or_default()))
    }

    fn header(&self, extension: &str) -> String {
        let Some((begin, end)) = comment(extension) else { return String::new() };
        let title =
            self.name.map_or_else(|| self.problem.to_string(), |name| format!("{name} ({})", self.problem));
        let difficulty = self.difficulty.map(|difficulty| format!(", difficulty {difficulty}"));
        let title = title + &difficulty.unwrap_or_default();
        let link = self.link();
        let lines = std::iter::once(title.as_str()).chain(link.as_deref());
        // In OCaml's comments, texts and further comments end where they do outside of them.
        let nested =
            |line: String| if end.is_empty() { line } else { line.replace("(*", "( *").replace('"', "'") };
        let line = |line: &str| format!("{begin} {}{end}\n", nested(harmless(line)));
        lines.map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(template: &str, extension: &str) -> String {
        let problem = ProblemId::codeforces(4, "A");
        let parts = ProblemParts::new(&problem, None);
        let link = problem.link();
        let new = NewSolution {
            problem: &problem,
            parts: &parts,
            name: Some("Water\nmelon {{link}} *)"),
            link: link.as_deref(),
            difficulty: Some(800),
            day: jiff::civil::date(2026, 11, 23),
            lang: Lang::English,
        };
        new.text(template, extension)
    }

    #[test]
    fn what_ends_a_comment_somewhere_ends_none() {
        let hostile =
            ["?> x", "a */ b", "<!-- --> b", "%} %{", "-*- coding: utf-7 -*-", "x\\", "\u{2028}x", "]] --"];
        for hostile in hostile {
            let line = harmless(hostile);
            assert!(MEANING.iter().all(|meaning| !line.contains(meaning)), "{line}");
            assert!(!line.contains(['\n', '\u{2028}']) && !line.ends_with('\\'), "{line}");
        }
        let link = "https://codeforces.com/contest/4/problem/A";
        assert_eq!(harmless(link), link);
        let php = text("", "php");
        assert!(php.starts_with("<?php\n// Water"), "{php}");
        assert!(text("<?php\necho 1;\n", "php").starts_with("<?php\n// Water"));
        assert!(text("<p>\n", "php").ends_with("\n?>\n<p>\n"));
    }

    #[test]
    fn a_template_is_filled_in_and_gets_a_header_where_it_has_no_place_for_the_link() {
        let link = "https://codeforces.com/contest/4/problem/A";
        let title = "Water\u{fffd}melon {{link}} * )";
        assert_eq!(
            text(
                "/* {{link}} {{name}}, {{difficulty}} {{date}} */\nfn main() { println!(\"{{}}{{x}}\"); }\n",
                "rs"
            ),
            format!(
                "/* {link} {title}, 800 2026-11-23 */\nfn main() {{ println!(\"{{{{}}}}{{{{x}}}}\"); }}\n"
            )
        );
        let header = |mark: &str| format!("{mark} {title} (codeforces/4/A), difficulty 800\n{mark} {link}\n");
        assert_eq!(text("", "rs"), header("//"));
        assert_eq!(
            text("#!/usr/bin/env python3\nimport sys\n", "py"),
            format!("#!/usr/bin/env python3\n{}import sys\n", header("#"))
        );
        assert_eq!(text("", "ml").lines().nth(1), Some(format!("(* {link} *)").as_str()));
        assert_eq!(text("{}", "ipynb"), "{}");
    }
}
