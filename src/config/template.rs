//! The file that `cpt init` writes.

use jiff::civil::Date;

use crate::model::Handle;

/// What is known when a `cpt.toml` is first written.
#[derive(Debug, Clone)]
pub struct Template {
    /// The handle on Codeforces.
    pub codeforces: Option<Handle>,
    /// The handle on AtCoder.
    pub atcoder: Option<Handle>,
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
        let handle = |judge: &str, handle: Option<&Handle>| match handle {
            Some(handle) => format!("{judge} = {}\n", quoted(handle.as_str())),
            None => format!("# {judge} = \"your-handle\"\n"),
        };
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
        let on_codeforces = self.codeforces.is_some() && self.atcoder.is_none();
        let (judge, colour) = if on_codeforces { ("codeforces", "mint") } else { ("atcoder", "green") };
        TEXT.replace("{target_judge}", judge)
            .replace("{colour}", colour)
            .replace("{codeforces}", &handle("codeforces", self.codeforces.as_ref()))
            .replace("{atcoder}", &handle("atcoder", self.atcoder.as_ref()))
            .replace("{repo}", &quoted(repo))
            .replace("{paths}", paths)
            .replace("{author}", &author)
            .replace("{by}", &by.to_string())
    }
}

/// A TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

const TEXT: &str = include_str!("template.toml.in");
