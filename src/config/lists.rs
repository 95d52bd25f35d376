//! What `[[lists]]` says, checked and given its meaning.

use std::path::{Path, PathBuf};

use super::check::{Checker, unknown_judge};
use super::error::ConfigError;
use super::raw::RawList;
use crate::judges::known_judge;
use crate::lang::Later;
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
                let name = &list.name;
                let message = Later::message(
                    format!("duplicate list {name:?}; use another `name`"),
                    format!("중복된 목록입니다: {name:?} (다른 `name`을 쓰세요)"),
                    format!("重複したリストです: {name:?} (別の `name` を指定してください)"),
                );
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
            let message = Later::message(
                "missing file name; use a path such as \"lists/dp.md\"",
                "파일 이름이 없습니다 (예: \"lists/dp.md\")",
                "ファイル名がありません (例: \"lists/dp.md\")",
            );
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
            let message = Later::message(
                format!("invalid name {name:?}; use a word without spaces, such as \"dp\""),
                format!("잘못된 이름입니다: {name:?} (공백 없이 쓰세요. 예: \"dp\")"),
                format!("名前が正しくありません: {name:?} (空白のない語を指定してください。例: \"dp\")"),
            );
            return Err(self.wrong(raw.name.as_ref().unwrap_or(&raw.file), &key("name"), message));
        }
        let judge = raw.judge.as_ref().map(|word| {
            let unknown = || self.wrong(word, &key("judge"), unknown_judge(word.get_ref()));
            known_judge(word.get_ref()).ok_or_else(unknown)
        });
        Ok(ListFile {
            name,
            title: raw.title.clone(),
            file: self.path(raw.file.get_ref()),
            judge: judge.transpose()?,
        })
    }
}
