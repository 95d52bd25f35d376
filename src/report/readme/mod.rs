//! The part of a README that a sync keeps up to date.

mod markers;

pub use markers::{ReadmePart, WrongMarkers, replaced};

use super::document::{Block, Line, Part, markdown};
use super::escape::{for_address, for_html};
use super::streak::committed;
use super::words::readme::{self as said, SeriesLine};
use super::words::streak::length;
use crate::answers::SeriesStatus;
use crate::answers::StreakAnswer;
use crate::lang::Lang;
use crate::model::series_title_in;

/// A picture to show, its files relative to the README.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What it says, for those who can't see it.
    pub alt: String,
    /// For light backgrounds, or for all.
    pub light: String,
    /// For dark backgrounds, where there is a file for each.
    pub dark: Option<String>,
}

/// The pictures, and a line for each series with a rating and for the habit. The same data give the same text, on
/// whatever day.
pub fn readme_block(
    series: &[SeriesStatus],
    streak: Option<&StreakAnswer>,
    pictures: &[Picture],
    lang: Lang,
) -> String {
    let mut text = String::new();
    for picture in pictures {
        text.push_str("<picture>\n");
        if let Some(dark) = &picture.dark {
            let dark = for_address(dark);
            text.push_str(&format!("  <source media=\"(prefers-color-scheme: dark)\" srcset=\"{dark}\">\n"));
        }
        let alt = for_html(&picture.alt);
        text.push_str(&format!(
            "  <img alt=\"{alt}\" src=\"{}\">\n</picture>\n",
            for_address(&picture.light)
        ));
    }
    let series = series.iter().filter_map(|status| series_line(status, lang));
    let lines: Vec<Line> = series.chain(streak.map(|streak| habit_line(streak, lang))).collect();
    if !lines.is_empty() {
        text.push_str(if text.is_empty() { "" } else { "\n" });
        text.push_str(&markdown(&[Block::List(lines)], &[]));
        text.push('\n');
    }
    text
}

fn series_line(status: &SeriesStatus, lang: Lang) -> Option<Line> {
    let series = &status.series;
    let (rating, highest) = (series.rating()?, series.highest()?.new);
    let handle = series.key.handle.as_str().to_owned();
    let page = series.key.profile();
    let of = SeriesLine {
        title: &series_title_in(lang, series.key.judge, series.key.track),
        rating,
        colour: series.colour().map(|colour| colour.word(lang)),
        highest: Some(highest).filter(|highest| *highest > rating),
        contests: series.rated().count(),
        handle: if page.is_empty() { Part::Name(handle) } else { Part::Link(handle, page) },
    };
    Some(said::series(lang, of))
}

fn habit_line(streak: &StreakAnswer, lang: Lang) -> Line {
    let [current, longest] = [streak.current, streak.longest].map(|number| length(lang, number, streak.unit));
    said::streak(lang, &current, &longest, &committed(streak, lang), streak.days_with_problems())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_come_in_the_reader_s_theme_and_nothing_leaves_its_attribute() {
        let picture = |dark: Option<&str>| Picture {
            alt: "\"><script>".to_owned(),
            light: "a b/\".svg".to_owned(),
            dark: dark.map(str::to_owned),
        };
        assert_eq!(
            readme_block(&[], None, &[picture(None), picture(Some("d.svg"))], Lang::English),
            "\
<picture>
  <img alt=\"&quot;&gt;&lt;script&gt;\" src=\"a%20b/%22.svg\">
</picture>
<picture>
  <source media=\"(prefers-color-scheme: dark)\" srcset=\"d.svg\">
  <img alt=\"&quot;&gt;&lt;script&gt;\" src=\"a%20b/%22.svg\">
</picture>
"
        );
        assert_eq!(readme_block(&[], None, &[], Lang::English), "");
    }
}
