//! Single keys of `cpt.toml`, by the names that people write: `streak.goal`, `targets[0].by`.

use std::str::FromStr;

use crate::lang::Later;
use toml_edit::{Document, DocumentMut, Item, Table, TomlError, Value};

/// The way to a key, from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyPath(Vec<Step>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

impl FromStr for KeyPath {
    type Err = Later;

    fn from_str(text: &str) -> Result<Self, Later> {
        let wrong = || {
            Later::message(
                format!("invalid key {text:?}"),
                format!("잘못된 키입니다: {text:?}"),
                format!("キーが正しくありません: {text:?}"),
            )
        };
        let mut steps = Vec::new();
        for part in text.split('.') {
            let (name, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
            if name.is_empty() {
                return Err(wrong());
            }
            steps.push(Step::Key(name.to_owned()));
            while !rest.is_empty() {
                let (index, after) =
                    rest.strip_prefix('[').and_then(|rest| rest.split_once(']')).ok_or_else(wrong)?;
                steps.push(Step::Index(index.parse().map_err(|_| wrong())?));
                rest = after;
            }
        }
        Ok(Self(steps))
    }
}

/// What `text` says at `key`: a text as it is, anything else as TOML; `None` where it says nothing.
///
/// # Errors
///
/// Where `text` is not TOML.
pub fn get(text: &str, key: &KeyPath) -> Result<Option<String>, TomlError> {
    let document = Document::parse(text)?;
    let found = key.0.iter().try_fold(document.as_item(), |item, step| match step {
        Step::Key(name) => item.get(name),
        Step::Index(index) => item.get(index),
    });
    Ok(found.map(|item| match item {
        Item::Value(Value::String(text)) => text.value().clone(),
        Item::Value(value) => value.clone().decorated("", "").to_string(),
        Item::ArrayOfTables(tables) => Value::Array(tables.clone().into_array()).to_string(),
        other => other.to_string().trim().to_owned(),
    }))
}

/// What somebody may mean by `text`: TOML where it is that, else the text itself.
pub fn values(text: &str) -> Vec<Value> {
    let plain = Value::from(text);
    match text.parse::<Value>() {
        Ok(value) => vec![value, plain],
        Err(_) => vec![plain],
    }
}

/// `text` with `value` at `key`. Comments and all other keys stay; tables on the way are made, rows of a list are not.
///
/// # Errors
///
/// Where `text` is not TOML, or has something on the way that holds no keys.
pub fn set(text: &str, key: &KeyPath, value: Value) -> Result<String, Later> {
    let mut document: DocumentMut = text.parse().map_err(|error: TomlError| Later::from(error.message()))?;
    let Some((last, way)) = key.0.split_last() else { return Err(no_row()) };
    let mut item = document.as_item_mut();
    for step in way {
        item = match step {
            Step::Key(name) => {
                let table = item.as_table_like_mut().ok_or_else(|| no_table(name))?;
                if table.get(name).is_none() {
                    table.insert(name, Item::Table(Table::new()));
                }
                table.get_mut(name)
            }
            Step::Index(index) => item.get_mut(index),
        }
        .ok_or_else(no_row)?;
    }
    match last {
        Step::Key(name) => {
            let table = item.as_table_like_mut().ok_or_else(|| no_table(name))?;
            match table.get_mut(name) {
                Some(Item::Value(old)) => replace(old, value),
                Some(old) if !old.is_none() => return Err(is_table(name)),
                _ => {
                    table.insert(name, Item::Value(value));
                }
            }
        }
        Step::Index(index) => match item.get_mut(index) {
            Some(Item::Value(old)) => replace(old, value),
            _ => return Err(no_row()),
        },
    }
    let changed = document.to_string();
    Ok(if text.contains("\r\n") { changed.replace("\r\n", "\n").replace('\n', "\r\n") } else { changed })
}

fn no_table(name: &str) -> Later {
    Later::message(
        format!("{name:?} can't be set in something that isn't a table"),
        format!("테이블이 아닌 곳에는 설정할 수 없습니다: {name:?}"),
        format!("テーブルではないものの中には設定できません: {name:?}"),
    )
}

fn no_row() -> Later {
    Later::message("no such row", "해당하는 행이 없습니다", "該当する行がありません")
}

fn is_table(name: &str) -> Later {
    Later::message(
        format!("{name:?} is a table"),
        format!("{name:?} 키는 테이블입니다"),
        format!("{name:?} はテーブルです"),
    )
}

/// Puts a value in another's place, with what is around it.
fn replace(old: &mut Value, new: Value) {
    let around = old.decor().clone();
    *old = new;
    *old.decor_mut() = around;
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# Mine.\n[streak]  # every day\ngoal = 1    # one\n# bulk = 50\n\n[[targets]]\n\
                        judge = \"atcoder\"\nby = 2026-12-31 # soon\n\n[charts]\nformats = [\"svg\", \"png\"]\n";

    fn key(text: &str) -> KeyPath {
        text.parse().unwrap()
    }

    fn said(text: &str, at: &str) -> Option<String> {
        get(text, &key(at)).unwrap()
    }

    fn changed(text: &str, at: &str, value: &str) -> String {
        set(text, &key(at), values(value).remove(0)).unwrap()
    }

    #[test]
    fn keys_are_read_as_people_write_them() {
        assert_eq!(said(FILE, "streak.goal").as_deref(), Some("1"));
        assert_eq!(said(FILE, "targets[0].judge").as_deref(), Some("atcoder"));
        assert_eq!(said(FILE, "targets[0].by").as_deref(), Some("2026-12-31"));
        assert_eq!(said(FILE, "charts.formats").as_deref(), Some("[\"svg\", \"png\"]"));
        assert_eq!(said(FILE, "charts.formats[1]").as_deref(), Some("png"));
        for nothing in ["streak.bulk", "handles.atcoder", "targets[1].by", "streak.goal.more"] {
            assert_eq!(said(FILE, nothing), None, "{nothing}");
        }
        for wrong in ["", ".", "a.", "a[", "a[b]", "[0]", "a[0]b"] {
            assert!(wrong.parse::<KeyPath>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_change_leaves_every_comment_and_every_other_key() {
        assert_eq!(changed(FILE, "streak.goal", "5/week"), FILE.replace("= 1 ", "= \"5/week\" "));
        assert_eq!(changed(FILE, "targets[0].by", "2027-06-30"), FILE.replace("2026-12-31", "2027-06-30"));
        assert_eq!(changed(FILE, "charts.formats", "[\"svg\"]"), FILE.replace(", \"png\"", ""));
        assert_eq!(changed(FILE, "charts.formats[0]", "png"), FILE.replace("svg", "png"));
    }

    #[test]
    fn a_new_key_goes_to_its_table() {
        let text = changed(FILE, "streak.timezone", "Asia/Seoul");
        assert_eq!(text, FILE.replace("# one\n", "# one\ntimezone = \"Asia/Seoul\"\n"));
        let text = changed(FILE, "handles.atcoder", "ada");
        assert_eq!(said(&text, "handles.atcoder").as_deref(), Some("ada"));
        assert!(text.starts_with(FILE), "{text}");
        let windows = changed(&FILE.replace('\n', "\r\n"), "streak.bulk", "10");
        assert_eq!(windows, FILE.replace("# one\n", "# one\nbulk = 10\n").replace('\n', "\r\n"));
    }

    #[test]
    fn what_holds_no_keys_is_said() {
        for (at, value) in
            [("streak.goal.more", "1"), ("targets[4].by", "1"), ("targets", "1"), ("streak", "1")]
        {
            assert!(set(FILE, &key(at), Value::from(value)).is_err(), "{at}");
        }
    }
}
