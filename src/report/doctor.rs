//! What was checked, a line each.

use unicode_width::UnicodeWidthStr as _;

use super::paint::Paint;
use super::words::doctor as words;
use crate::lang::Lang;
use crate::model::{Advice, clean};

/// One thing that was checked.
#[derive(Debug, Clone)]
pub struct Check {
    name: String,
    said: String,
    /// What to do; nothing where all is well.
    remedy: Option<String>,
    mark: Mark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Good,
    Odd,
    Bad,
}

impl Check {
    /// `name` is as it should be.
    pub fn good(name: impl Into<String>, said: impl Into<String>) -> Self {
        Self { name: name.into(), said: said.into(), remedy: None, mark: Mark::Good }
    }

    /// `name` works, but there is something to do about it.
    pub fn odd(name: impl Into<String>, said: impl Into<String>, remedy: Option<&Advice>) -> Self {
        Self { name: name.into(), said: said.into(), remedy: remedy.map(Advice::to_string), mark: Mark::Odd }
    }

    /// `name` doesn't work.
    pub fn bad(name: impl Into<String>, said: impl Into<String>, remedy: Option<&Advice>) -> Self {
        Self { name: name.into(), said: said.into(), remedy: remedy.map(Advice::to_string), mark: Mark::Bad }
    }

    /// Whether it doesn't work.
    pub fn is_bad(&self) -> bool {
        self.mark == Mark::Bad
    }
}

/// A line for each check, remedies below.
pub fn checks(checks: &[Check], lang: Lang) -> String {
    let width = checks.iter().map(|check| clean(&check.name).width()).max().unwrap_or(0);
    let marks = words::marks(lang);
    let mark_width = marks.iter().map(|mark| mark.width()).max().unwrap_or(0);
    let below = " ".repeat(mark_width + 2);
    let mut text = String::new();
    for check in checks {
        let name = clean(&check.name);
        let gap = " ".repeat(width - name.width());
        let (paint, mark) = match check.mark {
            Mark::Good => (Paint::Faint, &marks[0]),
            Mark::Odd => (Paint::Warn, &marks[1]),
            Mark::Bad => (Paint::Bad, &marks[2]),
        };
        let mark = paint.on(mark) + &" ".repeat(mark_width - mark.width());
        let said: Vec<_> = check.said.lines().map(clean).collect();
        text.push_str(&format!(
            "{mark}  {}{gap}  {}\n",
            Paint::Strong.on(name),
            said.join(&format!("\n{below}"))
        ));
        if let Some(remedy) = &check.remedy {
            text.push_str(&format!("{below}{} {}\n", Paint::Strong.on("→"), clean(remedy)));
        }
    }
    text
}
