//! The help of a command: its sections of terms and what they mean, in columns.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr as _;

use super::paint::Paint;
use super::words::help;
use super::wrap::{filled, wrapped};
use crate::lang::Lang;

/// Before a term, and between terms and what they mean.
const GAP: usize = 2;

/// Where the text of a term begins that has lines of its own.
const BELOW: usize = 10;

/// The help of a command.
#[derive(Debug)]
pub struct HelpPage {
    /// What the command does; paragraphs are told apart by an empty line.
    pub about: String,
    /// What can be typed, with styles.
    pub usage: String,
    /// Commands, arguments, options.
    pub sections: Vec<HelpSection>,
    /// What is said at the end, line by line.
    pub after: Option<String>,
}

/// Terms of one kind.
#[derive(Debug)]
pub struct HelpSection {
    /// What they are.
    pub heading: Cow<'static, str>,
    /// They, in order.
    pub entries: Vec<HelpEntry>,
    /// Whether texts begin on a line below their terms, and have room for more than one paragraph.
    pub is_long: bool,
}

/// A command, an argument or an option.
#[derive(Debug)]
pub struct HelpEntry {
    /// What stands before its name: "-v, ", or as many spaces.
    pub before: String,
    /// Its name, as it is typed.
    pub name: String,
    /// What follows it, such as ` <FILE>`.
    pub value: String,
    /// What it means; paragraphs are told apart by an empty line.
    pub text: String,
    /// The values that it takes, each with what it means, where they are listed.
    pub values: Vec<(String, String)>,
    /// Its default, its values, its other names: each in brackets.
    pub remarks: Vec<String>,
}

impl HelpEntry {
    fn width(&self) -> usize {
        self.before.width() + self.name.width() + self.value.width()
    }

    fn term(&self) -> String {
        let Self { before, name, value, .. } = self;
        format!("{:GAP$}{before}{}{value}", "", Paint::Strong.on(name))
    }

    /// What it means, with all that is to be said of it, in one paragraph.
    fn line(&self) -> String {
        let parts = [self.text.as_str()].into_iter().chain(self.remarks.iter().map(String::as_str));
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The same in paragraphs below its term.
    fn paragraphs(&self, lang: Lang, columns: usize) -> String {
        let mut parts = vec![below(&self.text, columns)];
        if !self.values.is_empty() {
            parts.push(self.list_of_values(lang, columns));
        }
        if !self.remarks.is_empty() {
            parts.push(below(&self.remarks.join("\n"), columns));
        }
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n")
    }

    fn list_of_values(&self, lang: Lang, columns: usize) -> String {
        let widest = self.values.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
        let mut text = below(&format!("{}:", help::possible_values(lang)), columns);
        for (name, meaning) in &self.values {
            let pad = widest - name.width();
            let at = BELOW + 2 + widest + 2;
            let meaning = filled(meaning, at, BELOW + 2, columns);
            text.push_str(&format!("\n{:BELOW$}- {}: {:pad$}{meaning}", "", Paint::Strong.on(name), ""));
        }
        text
    }
}

/// The page, in lines of at most `columns`.
pub fn help_page(page: &HelpPage, lang: Lang, columns: usize) -> String {
    let mut text = String::new();
    if !page.about.is_empty() {
        text.push_str(&format!("{}\n\n", paragraphs(&page.about, 0, columns)));
    }
    text.push_str(&format!("{} {}\n", heading(&help::usage(lang)), page.usage));
    for part in &page.sections {
        text.push_str(&format!("\n{}\n{}", heading(&part.heading), section(part, lang, columns)));
    }
    if let Some(after) = &page.after {
        text.push_str(&format!("\n{}\n", wrapped(after, columns)));
    }
    text
}

fn heading(word: &str) -> String {
    Paint::Strong.on(format!("{word}:"))
}

fn section(section: &HelpSection, lang: Lang, columns: usize) -> String {
    let widest = section.entries.iter().map(HelpEntry::width).max().unwrap_or(0);
    let column = GAP + widest + GAP;
    // What has little room beside its term goes below it, for the whole section.
    let is_narrow = column * 5 > columns * 2
        && section.entries.iter().any(|entry| entry.line().width() + column > columns);
    let mut text = String::new();
    for (nth, entry) in section.entries.iter().enumerate() {
        let term = entry.term();
        if section.is_long {
            let between = if nth > 0 { "\n" } else { "" };
            text.push_str(&format!("{between}{term}\n{}\n", entry.paragraphs(lang, columns)));
        } else if is_narrow {
            text.push_str(&format!("{term}\n{}\n", below(&entry.line(), columns)));
        } else {
            let pad = column - GAP - entry.width();
            text.push_str(&format!("{term}{:pad$}{}\n", "", filled(&entry.line(), column, column, columns)));
        }
    }
    text
}

/// Text on lines below its term.
fn below(text: &str, columns: usize) -> String {
    paragraphs(text, BELOW, columns)
}

/// Each line of `text` broken, and indented.
fn paragraphs(text: &str, indent: usize, columns: usize) -> String {
    let line = |line: &str| match line {
        "" => String::new(),
        line => " ".repeat(indent) + &filled(line, indent, indent, columns),
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stand_in_a_column_and_are_broken_within_it() {
        let entry = |name: &str, text: &str| HelpEntry {
            before: String::new(),
            name: name.to_owned(),
            value: String::new(),
            text: text.to_owned(),
            values: Vec::new(),
            remarks: vec!["[기본값: 3]".to_owned()],
        };
        let section = HelpSection {
            heading: "명령".into(),
            entries: vec![entry("a", "오늘 풀 문제 추천"), entry("목록", "今日解く問題をおすすめする")],
            is_long: false,
        };
        let page =
            HelpPage { about: String::new(), usage: "cpt".to_owned(), sections: vec![section], after: None };
        let shown =
            |columns| anstream::adapter::strip_str(&help_page(&page, Lang::Korean, columns)).to_string();
        assert_eq!(
            shown(24),
            "사용법: cpt\n\n명령:\n  a     오늘 풀 문제\n        추천 [기본값: 3]\n  목록  今日解く問題をお\n        すすめする\n        [기본값: 3]\n"
        );
        // Beside the terms there is too little room.
        assert!(shown(18).contains("  a\n          오늘 풀\n"));
    }
}
