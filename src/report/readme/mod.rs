//! The part of a README that a sync keeps up to date.

mod markers;

pub use markers::{ReadmePart, WrongMarkers, replaced};

use super::escape::{for_address, for_html, for_markdown};
use super::streak::committed;
use crate::answers::SeriesStatus;
use crate::answers::StreakAnswer;
use crate::lang::Lang;
use crate::model::count;

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
pub fn readme_block(series: &[SeriesStatus], streak: Option<&StreakAnswer>, pictures: &[Picture]) -> String {
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
    let lines: String = series.iter().filter_map(series_line).chain(streak.map(habit_line)).collect();
    if !text.is_empty() && !lines.is_empty() {
        text.push('\n');
    }
    text.push_str(&lines);
    if !lines.is_empty() {
        text.push('\n');
    }
    text
}

fn series_line(status: &SeriesStatus) -> Option<String> {
    let series = &status.series;
    let (rating, highest) = (series.rating()?, series.highest()?.new);
    let colour = series.colour().map_or_else(String::new, |colour| format!(" {colour}"));
    let contests = count(series.rated().count(), "contest");
    let highest = if highest > rating { format!(", highest {highest}") } else { String::new() };
    let (title, handle) = (series.key.title(), for_markdown(series.key.handle.as_str()));
    let page = series.key.profile();
    let handle = if page.is_empty() { handle } else { format!("[{handle}]({page})") };
    Some(format!("- {title} **{rating}**{colour}{highest}, {contests} ({handle})\n"))
}

fn habit_line(streak: &StreakAnswer) -> String {
    let unit = streak.unit.noun();
    format!(
        "- Streak **{}**, longest {}; {} on {}\n",
        count(streak.current, unit),
        count(streak.longest, unit),
        committed(streak, Lang::English),
        count(streak.total_days, "day"),
    )
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
            readme_block(&[], None, &[picture(None), picture(Some("d.svg"))]),
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
        assert_eq!(readme_block(&[], None, &[]), "");
    }
}
