//! What was checked, a line each.

use unicode_width::UnicodeWidthStr as _;

use super::paint::Paint;
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
pub fn checks(checks: &[Check]) -> String {
    let width = checks.iter().map(|check| clean(&check.name).width()).max().unwrap_or(0);
    let mut text = String::new();
    for check in checks {
        let name = clean(&check.name);
        let gap = " ".repeat(width - name.width());
        let mark = match check.mark {
            Mark::Good => Paint::Faint.on("ok  "),
            Mark::Odd => Paint::Warn.on("note"),
            Mark::Bad => Paint::Bad.on("bad "),
        };
        let said: Vec<_> = check.said.lines().map(clean).collect();
        text.push_str(&format!("{mark}  {}{gap}  {}\n", Paint::Strong.on(name), said.join("\n      ")));
        if let Some(remedy) = &check.remedy {
            text.push_str(&format!("      {} {}\n", Paint::Strong.on("→"), clean(remedy)));
        }
    }
    text
}
