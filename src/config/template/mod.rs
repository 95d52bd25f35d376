//! The file that `cpt init` writes.

use jiff::civil::Date;

use super::Handles;
use crate::lang::Lang;
use crate::model::Judge;

/// What is known when a `cpt.toml` is first written.
#[derive(Debug, Clone)]
pub struct Template {
    /// The language of its comments, which the file sets where it isn't English, the default of files.
    pub lang: Lang,
    /// The handles.
    pub handles: Handles,
    /// The author's address from git's configuration.
    pub author: Option<String>,
    /// The repository's directory, relative to the file; `None` where the file lies in none.
    pub repo: Option<String>,
    /// Whether that repository has a folder `solutions`.
    pub has_solutions: bool,
    /// The day it is written.
    pub today: Date,
}

impl Template {
    /// The file's text: everything that can be set, the defaults commented out.
    pub fn render(&self) -> String {
        let handle = |judge: Judge| match self.handles.at(judge) {
            Some(handle) => format!("{} = {}\n", judge.id(), quoted(handle.as_str())),
            None => format!("# {} = \"your-handle\"\n", judge.id()),
        };
        // Those with which few begin take no line each before they are used.
        let is_shown = |judge: &Judge| judge.spec().is_main || self.handles.at(*judge).is_some();
        let others: Vec<&str> = Judge::all().filter(|judge| !is_shown(judge)).map(Judge::id).collect();
        let author = match &self.author {
            Some(author) => format!("authors = [{}]", quoted(author)),
            None => "# authors = [\"you@example.com\"]".to_owned(),
        };
        let paths = if self.has_solutions { "paths = [\"solutions\"]" } else { "# paths = [\"solutions\"]" };
        let repo = self.repo.as_deref().unwrap_or(".");
        let mut by = Date::new(self.today.year(), 12, 31).unwrap_or(self.today);
        if self.today.month() >= 11 {
            by = Date::new(self.today.year().saturating_add(1), 6, 30).unwrap_or(by);
        }
        let followed = Judge::rated().rfind(|judge| self.handles.at(*judge).is_some());
        let judge = followed.or_else(|| Judge::rated().rfind(|judge| judge.spec().is_main)).map(Judge::spec);
        let language = match self.lang {
            Lang::English => format!("# language = {}", quoted(Lang::Korean.code())),
            lang => format!("language = {}", quoted(lang.code())),
        };
        self.text()
            .replace("{language}", &language)
            .replace("{target_judge}", judge.map_or("", |judge| judge.known.id))
            .replace("{colour}", judge.map_or("", |judge| judge.first_goal))
            .replace("{handles}", &Judge::all().filter(is_shown).map(handle).collect::<String>())
            .replace("{others}", &others.join(", "))
            .replace("{repo}", &quoted(repo))
            .replace("{paths}", paths)
            .replace("{author}", &author)
            .replace("{from}", &self.today.to_string())
            .replace("{by}", &by.to_string())
    }

    /// The file with the names of what is to be filled in.
    fn text(&self) -> &'static str {
        match self.lang {
            Lang::English | Lang::Pseudo => include_str!("en.toml.in"),
            Lang::Korean => include_str!("ko.toml.in"),
            Lang::Japanese => include_str!("ja.toml.in"),
        }
    }
}

/// A TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
