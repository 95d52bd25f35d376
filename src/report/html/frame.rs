//! What every page has: its head, its style, its scripts and what they may do.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::super::words::page::PageWords;
use crate::lang::Lang;

pub(super) const STYLE: &str = include_str!("page.css");
pub(super) const THEME_SCRIPT: &str = include_str!("theme.js");
pub(super) const SCRIPT: &str = include_str!("page.js");
pub(super) const LIVE_SCRIPT: &str = include_str!("live.js");

/// What the style sheet has besides for a language: fonts in which it looks right, where its lines may break, and the words
/// that stand in it. English has all that in the style sheet itself.
fn style_of(lang: Lang) -> String {
    let (fonts, breaks) = match lang {
        Lang::English => return String::new(),
        Lang::Pseudo => ("", ""),
        Lang::Korean => (
            "\"Noto Sans KR\", \"Noto Sans CJK KR\", \"Apple SD Gothic Neo\", \"Malgun Gothic\", ",
            "word-break: keep-all; ",
        ),
        Lang::Japanese => (
            "\"Noto Sans JP\", \"Noto Sans CJK JP\", \"Hiragino Sans\", \"Yu Gothic UI\", Meiryo, ",
            "line-break: strict; ",
        ),
    };
    let (words, latin) = (PageWords(lang), "\"Noto Sans\", \"Segoe UI\", \"Helvetica Neue\", Arial, ");
    format!(
        "body {{ {breaks}font-family: {latin}{fonts}sans-serif; }}\n.problems::before {{ content: \"{}\"; }}\n\
         .commits::before {{ content: \"{}\"; }}\n",
        words.problems(),
        words.commits(),
    )
}

/// The frame around what a page says.
pub(super) struct Frame<'a> {
    pub title: String,
    pub words: PageWords,
    pub version: &'static str,
    pub theme_script: &'static str,
    /// The moment that it is of.
    pub as_of: Option<String>,
    /// The style sheet.
    pub style: String,
    /// What says that there is another page, where the page is to watch for one.
    pub stamp: Option<&'a str>,
}

impl<'a> Frame<'a> {
    /// The frame of a page whose charts take their colours from `colours`, a rule for the style sheet.
    pub fn new(title: String, lang: Lang, colours: &str, stamp: Option<&'a str>) -> Self {
        Self {
            title,
            words: PageWords(lang),
            version: env!("CARGO_PKG_VERSION"),
            theme_script: THEME_SCRIPT,
            as_of: None,
            style: format!("{STYLE}{}{colours}", style_of(lang)),
            stamp,
        }
    }

    /// The moment that the page is of.
    pub fn with_time(self, as_of: String) -> Self {
        Self { as_of: Some(as_of), ..self }
    }

    /// What runs when everything is there.
    pub fn scripts(&self) -> impl Iterator<Item = &'static str> {
        [SCRIPT].into_iter().chain(self.stamp.map(|_| LIVE_SCRIPT))
    }

    /// What the page may do: draw itself in its own style and run its own scripts, each by its hash; and, where it is
    /// served, ask its server.
    pub fn policy(&self) -> String {
        let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
        let scripts: Vec<String> = [THEME_SCRIPT].into_iter().chain(self.scripts()).map(hash).collect();
        format!(
            "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'{}",
            hash(&self.style),
            scripts.join(" "),
            if self.stamp.is_some() { "; connect-src 'self'" } else { "" },
        )
    }
}
