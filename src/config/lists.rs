//! What `[[lists]]` says, checked and given its meaning.

use std::path::{Path, PathBuf};

use super::check::{Checker, did_you_mean};
use super::error::ConfigError;
use super::raw::RawList;
use crate::judges::{known_judge, known_judges};
use crate::model::KnownJudge;

/// A file that lists problems.
#[derive(Debug, Clone)]
pub struct ListFile {
    /// What the list is called.
    pub name: String,
    /// Its title; `None` for the one that the file has, if any.
    pub title: Option<String>,
    /// The file; absolute.
    pub file: PathBuf,
    /// Whose problems words are that name none by themselves.
    pub judge: Option<&'static KnownJudge>,
}

impl PartialEq for ListFile {
    fn eq(&self, other: &Self) -> bool {
        let judge = |list: &Self| list.judge.map(|judge| judge.id);
        (&self.name, &self.title, &self.file, judge(self))
            == (&other.name, &other.title, &other.file, judge(other))
    }
}

impl Checker<'_> {
    pub fn lists(&self, raw: Vec<RawList>) -> Result<Vec<ListFile>, ConfigError> {
        let mut lists: Vec<ListFile> = Vec::new();
        for (index, raw) in raw.into_iter().enumerate() {
            let list = self.list(index, &raw)?;
            if lists.iter().any(|other| other.name.eq_ignore_ascii_case(&list.name)) {
                let message = format!("duplicate list {:?}; use another `name`", list.name);
                let place = raw.name.as_ref().unwrap_or(&raw.file);
                return Err(self.wrong(place, &format!("lists[{index}].name"), message));
            }
            lists.push(list);
        }
        Ok(lists)
    }

    fn list(&self, index: usize, raw: &RawList) -> Result<ListFile, ConfigError> {
        let key = |name: &str| format!("lists[{index}].{name}");
        let Some(stem) = Path::new(raw.file.get_ref()).file_stem() else {
            let message = "missing file name; use a path such as \"lists/dp.md\"";
            return Err(self.wrong(&raw.file, &key("file"), message));
        };
        let name = raw
            .name
            .as_ref()
            .map_or_else(|| stem.to_string_lossy().into_owned(), |name| name.get_ref().clone());
        if name.is_empty()
            || name.starts_with('-')
            || name.contains(|c: char| c.is_whitespace() || c.is_control())
        {
            let message = format!("invalid name {name:?}; use a word without spaces, such as \"dp\"");
            return Err(self.wrong(raw.name.as_ref().unwrap_or(&raw.file), &key("name"), message));
        }
        let judge = raw.judge.as_ref().map(|word| {
            known_judge(word.get_ref()).ok_or_else(|| {
                let known = known_judges().flat_map(|known| known.words).copied();
                let message =
                    format!("unknown judge {:?}{}", word.get_ref(), did_you_mean(word.get_ref(), known));
                self.wrong(word, &key("judge"), message)
            })
        });
        Ok(ListFile {
            name,
            title: raw.title.clone(),
            file: self.path(raw.file.get_ref()),
            judge: judge.transpose()?,
        })
    }
}
