//! Changes to the members of `[group]` that leave every comment and every other key.

use toml_edit::{Array, Item, TomlError, Value};

use super::rows::{add_row, change_row, remove_row};

/// Where members are written.
const MEMBERS: &[&str] = &["group", "members"];

/// A member as they are written; what is empty is left out.
#[derive(Debug, Clone, Default)]
pub struct NewMember<'a> {
    /// What they are called.
    pub name: &'a str,
    /// Addresses and names in commits.
    pub authors: &'a [String],
    /// Globs of files.
    pub paths: &'a [String],
    /// A branch.
    pub branch: Option<&'a str>,
    /// A repository of their own.
    pub repo: Option<&'a str>,
    /// Their handles, by the words for the judges.
    pub handles: Vec<(&'static str, &'a str)>,
    /// Their own goal.
    pub goal: Option<&'a str>,
    /// Their first day.
    pub from: Option<String>,
}

impl NewMember<'_> {
    fn keys(&self) -> Vec<(&'static str, Value)> {
        let text = |key, text: Option<&str>| text.map(|text| (key, Value::from(text)));
        let list = |key, list: &[String]| {
            (!list.is_empty())
                .then(|| (key, Value::Array(list.iter().map(String::as_str).collect::<Array>())))
        };
        let mut keys: Vec<_> = [
            text("name", Some(self.name)),
            list("authors", self.authors),
            list("paths", self.paths),
            text("branch", self.branch),
            text("repo", self.repo),
        ]
        .into_iter()
        .flatten()
        .collect();
        keys.extend(self.handles.iter().map(|(judge, handle)| (*judge, Value::from(*handle))));
        keys.extend([text("goal", self.goal), text("from", self.from.as_deref())].into_iter().flatten());
        keys
    }
}

/// `text` with one more member, after those that it has.
///
/// # Errors
///
/// Where `text` is not TOML.
pub fn add_member(text: &str, member: &NewMember<'_>) -> Result<String, TomlError> {
    add_row(text, MEMBERS, &member.keys())
}

/// `text` without the member at `index`. Comments on lines of their own stay.
///
/// # Errors
///
/// Where `text` is not TOML.
pub fn remove_member(text: &str, index: usize) -> Result<String, TomlError> {
    remove_row(text, MEMBERS, index)
}

/// `text` with one more stretch of days on which the member at `index` is excused.
///
/// # Errors
///
/// Where `text` is not TOML.
pub fn excuse_member(text: &str, index: usize, days: &str) -> Result<String, TomlError> {
    change_row(text, MEMBERS, index, |row| match row.get_mut("excused").and_then(Item::as_array_mut) {
        Some(excused) => excused.push(days),
        None => {
            row.insert("excused", Item::Value(Value::Array([days].into_iter().collect())));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, Overrides};
    use crate::model::Group;

    const FILE: &str = "# Ours.\n[group]  # since May\ngoal = \"5/week\"\n\n[[group.members]]\nname = \"ada\" # A.\n\
                        branch = \"ada\"\n# excused = []\n\n[[group.members]]\nname = \"bob\"\n\
                        excused = [\"2026-11-20\"] # ill\nbranch = \"bob\"\n\n[charts]\n# dir = \"charts\"\n";

    fn group(text: &str) -> Group {
        Config::parse(text, "cpt.toml".as_ref(), &Overrides::default()).unwrap().group.unwrap()
    }

    fn names(text: &str) -> Vec<String> {
        group(text).members.into_iter().map(|member| member.name).collect()
    }

    #[test]
    fn a_member_comes_after_the_others_and_nothing_else_changes() {
        let authors = ["cem@example.com".to_owned()];
        let member = NewMember {
            name: "Cem \"C\"",
            authors: &authors,
            handles: vec![("atcoder", "cem")],
            ..NewMember::default()
        };
        let added = add_member(FILE, &member).unwrap();
        let block =
            "\n[[group.members]]\nname = 'Cem \"C\"'\nauthors = [\"cem@example.com\"]\natcoder = \"cem\"\n";
        let at = FILE.find("\n[charts]").unwrap();
        assert_eq!(added, format!("{}{block}{}", &FILE[..at], &FILE[at..]));
        assert_eq!(names(&added), ["ada", "bob", "Cem \"C\""]);
        assert_eq!(remove_member(&added, 2).unwrap(), FILE);
        for text in ["", "[group]\ngoal = \"all\"", "[group]\nmembers = []\n"] {
            assert_eq!(names(&add_member(text, &member).unwrap()).len(), 1, "{text:?}");
        }
    }

    #[test]
    fn excuses_are_added_to_those_that_there_are() {
        let days = "2026-11-09..2026-11-15";
        let first = excuse_member(FILE, 0, days).unwrap();
        assert_eq!(group(&first).members[0].excused.len(), 1);
        let second = excuse_member(&first, 1, days).unwrap();
        assert_eq!(group(&second).members[1].excused.len(), 2);
        for comment in ["# Ours.", "# since May", "# A.", "# excused = []", "# ill", "# dir"] {
            assert!(second.contains(comment), "{second}");
        }
        let windows = excuse_member(&FILE.replace('\n', "\r\n"), 0, days).unwrap();
        assert!(!windows.replace("\r\n", "").contains('\n'));
        let inline = "[group]\nmembers = [{ name = \"ada\", branch = \"ada\" }]\n";
        assert_eq!(group(&excuse_member(inline, 0, days).unwrap()).members[0].excused.len(), 1);
    }
}
