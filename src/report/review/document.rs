//! A text with headings, lists, tables and pictures, as Markdown and as HTML.

use std::fmt::Display;

use super::super::escape::{for_address, for_html, for_link, for_markdown};

/// A part of a line.
#[derive(Debug, Clone)]
pub(super) enum Part {
    /// Our own words.
    Words(String),
    /// What the eye should find first.
    Strong(String),
    /// Text from outside.
    Name(String),
    /// Text from outside, and where it leads.
    Link(String, String),
}

/// A line of text.
pub(super) type Line = Vec<Part>;

/// What stands below each other.
#[derive(Debug)]
pub(super) enum Block {
    Heading(usize, String),
    Paragraph(Line),
    List(Vec<Line>),
    /// The first row names the columns; all but the first column are numbers.
    Table(Vec<Vec<Line>>),
    /// What it says, and its file.
    Picture(String, String),
}

/// Our own words.
pub(super) fn words(text: impl Into<String>) -> Part {
    Part::Words(text.into())
}

/// What the eye should find first.
pub(super) fn strong(text: impl Display) -> Part {
    Part::Strong(text.to_string())
}

/// What `tell` makes of each, one after the other.
fn each<T>(all: &[T], tell: impl Fn(&T) -> String) -> String {
    all.iter().map(tell).collect::<Vec<_>>().concat()
}

pub(super) fn markdown(blocks: &[Block]) -> String {
    let line = |parts: &Line| parts.iter().map(markdown_part).collect::<String>();
    let block = |block: &Block| match block {
        Block::Heading(level, text) => format!("{} {text}\n", "#".repeat(*level)),
        Block::Paragraph(parts) => line(parts) + "\n",
        Block::List(lines) => each(lines, |parts| format!("- {}\n", line(parts))),
        Block::Table(rows) => {
            let row = |cells: &Vec<Line>| {
                let cells: Vec<String> = cells.iter().map(line).collect();
                format!("| {} |\n", cells.join(" | "))
            };
            let mut text = String::new();
            for (nth, cells) in rows.iter().enumerate() {
                text.push_str(&row(cells));
                if nth == 0 {
                    text.push_str(&format!("| ---{} |\n", " | ---:".repeat(cells.len().saturating_sub(1))));
                }
            }
            text
        }
        Block::Picture(alt, file) => format!("![{}]({})\n", for_markdown(alt), for_address(file)),
    };
    blocks.iter().map(block).collect::<Vec<_>>().join("\n")
}

fn markdown_part(part: &Part) -> String {
    match part {
        Part::Words(text) => text.clone(),
        Part::Strong(text) => format!("**{text}**"),
        Part::Name(text) => for_markdown(text),
        Part::Link(text, url) => {
            format!("[{}]({})", for_markdown(text), for_link(url))
        }
    }
}

pub(super) fn html(title: &str, blocks: &[Block]) -> String {
    let line = |parts: &Line| parts.iter().map(html_part).collect::<String>();
    let block = |block: &Block| match block {
        Block::Heading(level, text) => format!("<h{level}>{}</h{level}>\n", for_html(text)),
        Block::Paragraph(parts) => format!("<p>{}</p>\n", line(parts)),
        Block::List(lines) => {
            let items = each(lines, |parts| format!("<li>{}</li>\n", line(parts)));
            format!("<ul>\n{items}</ul>\n")
        }
        Block::Table(rows) => {
            let row = |(nth, cells): (usize, &Vec<Line>)| {
                let tag = if nth == 0 { "th" } else { "td" };
                let cells = each(cells, |cell| format!("<{tag}>{}</{tag}>", line(cell)));
                format!("<tr>{cells}</tr>\n")
            };
            let rows: String = rows.iter().enumerate().map(row).collect();
            format!("<table>\n{rows}</table>\n")
        }
        Block::Picture(alt, file) => {
            format!("<p><img alt=\"{}\" src=\"{}\"></p>\n", for_html(alt), for_address(file))
        }
    };
    let body: String = blocks.iter().map(block).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{}</title>\n<article>\n{body}</article>\n",
        for_html(title)
    )
}

fn html_part(part: &Part) -> String {
    match part {
        Part::Words(text) | Part::Name(text) => for_html(text),
        Part::Strong(text) => format!("<strong>{}</strong>", for_html(text)),
        Part::Link(text, url) => format!("<a href=\"{}\">{}</a>", for_html(url), for_html(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_renderings_keep_names_as_text() {
        let hostile = "<script>x</script> | [a](b) **\"".to_owned();
        let cell = |text: &str| vec![words(text)];
        let link = Part::Link(hostile.clone(), "https://example.com/?a=\"b\")&c".to_owned());
        let blocks = [
            Block::Heading(1, "A year".to_owned()),
            Block::List(vec![vec![words("In "), Part::Name(hostile.clone()), link]]),
            Block::Table(vec![vec![cell("Judge"), cell("n")], vec![vec![Part::Name(hostile)], cell("1")]]),
            Block::Picture("A \"b\"".to_owned(), "my year/a.svg".to_owned()),
        ];
        insta::assert_snapshot!("hostile_markdown", markdown(&blocks));
        insta::assert_snapshot!("hostile_html", html("A <year>", &blocks));
    }
}
