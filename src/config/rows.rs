//! Rows of a list in `cpt.toml`, written as blocks (`[[targets]]`) or as one value, added and removed. Every other byte, and
//! every comment, stays as it is.

use std::ops::Range;

use toml_edit::{Array, Document, DocumentMut, InlineTable, Item, Table, TableLike, TomlError, Value};

/// `text` with one more row in the list at `path`, after those that it has.
pub(super) fn add_row(text: &str, path: &[&str], keys: &[(&str, Value)]) -> Result<String, TomlError> {
    let document = Document::parse(text)?;
    if matches!(at(&document, path), Some(Item::Value(_))) {
        return with_array(text, path, |array| {
            let mut table = InlineTable::new();
            for (key, value) in keys {
                table.insert(*key, value.clone());
            }
            array.push(table);
        });
    }
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut block = format!("[[{}]]{newline}", path.join("."));
    for (key, value) in keys {
        block.push_str(&format!("{key} = {value}{newline}"));
    }
    let last = tables(&document, path).last().map(|table| lines_of(text, table));
    let last_line = last.iter().flatten().map(|line| line.end).max();
    // Comments right below the last row are its own.
    let at = last_line.map_or(text.len(), |end| {
        let rest = text[end..].split_inclusive('\n');
        end + rest.take_while(|line| line.trim_start().starts_with('#')).map(str::len).sum::<usize>()
    });
    let (before, after) = text.split_at(at);
    let ends_line = before.is_empty() || before.ends_with('\n');
    let between = match (before.is_empty(), ends_line) {
        (true, _) => String::new(),
        (_, true) => newline.to_owned(),
        (_, false) => newline.repeat(2),
    };
    let space = if after.is_empty() || after.starts_with(['\n', '\r']) { "" } else { newline };
    Ok(format!("{before}{between}{block}{space}{after}"))
}

/// `text` without the row at `index` of the list at `path`. Comments on lines of their own stay.
pub(super) fn remove_row(text: &str, path: &[&str], index: usize) -> Result<String, TomlError> {
    let document = Document::parse(text)?;
    if matches!(at(&document, path), Some(Item::Value(_))) {
        return with_array(text, path, |array| {
            if index < array.len() {
                array.remove(index);
            }
        });
    }
    let mut lines = tables(&document, path).nth(index).map(|table| lines_of(text, table)).unwrap_or_default();
    lines.sort_by_key(|line| line.start);
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for line in lines {
        kept.push_str(&text[from..line.start]);
        from = line.end;
    }
    // Of two empty lines that meet now, one goes.
    let rest = &text[from..];
    let gap = kept.is_empty() || kept.ends_with("\n\n") || kept.ends_with("\n\r\n");
    let rest = if gap { rest.strip_prefix("\r\n").or(rest.strip_prefix('\n')).unwrap_or(rest) } else { rest };
    kept.push_str(rest);
    Ok(kept)
}

/// `text` with a change to the row at `index` of the list at `path`.
pub(super) fn change_row(
    text: &str,
    path: &[&str],
    index: usize,
    change: impl FnOnce(&mut dyn TableLike),
) -> Result<String, TomlError> {
    let mut document: DocumentMut = text.parse()?;
    let mut item = Some(document.as_item_mut());
    for key in path {
        item = item.and_then(|item| item.get_mut(*key));
    }
    if let Some(row) = item.and_then(|rows| rows.get_mut(index)).and_then(Item::as_table_like_mut) {
        change(row);
    }
    let changed = document.to_string();
    Ok(if text.contains("\r\n") { changed.replace("\r\n", "\n").replace('\n', "\r\n") } else { changed })
}

/// What is at `path`.
fn at<'d>(document: &'d Document<&str>, path: &[&str]) -> Option<&'d Item> {
    path.iter().try_fold(document.as_item(), |item, key| item.get(*key))
}

/// Rows that are written as blocks.
fn tables<'d>(document: &'d Document<&str>, path: &[&str]) -> impl Iterator<Item = &'d Table> {
    at(document, path).and_then(Item::as_array_of_tables).into_iter().flatten()
}

/// The lines that a block's header and keys stand on, ends included.
fn lines_of(text: &str, table: &Table) -> Vec<Range<usize>> {
    let keys = table.iter().filter_map(|(name, item)| {
        let (key, _) = table.get_key_value(name)?;
        let (from, to) = (key.span()?, item.span()?);
        Some(from.start..to.end)
    });
    let whole = |part: Range<usize>| {
        let start = text[..part.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[part.end..].find('\n').map_or(text.len(), |newline| part.end + newline + 1);
        start..end
    };
    table.span().into_iter().chain(keys).map(whole).collect()
}

/// `text` with a change to rows that are written as one value.
fn with_array(text: &str, path: &[&str], change: impl FnOnce(&mut Array)) -> Result<String, TomlError> {
    let mut document: DocumentMut = text.parse()?;
    let mut item = Some(document.as_item_mut());
    for key in path {
        item = item.and_then(|item| item.get_mut(*key));
    }
    if let Some(array) = item.and_then(Item::as_array_mut) {
        change(array);
    }
    Ok(document.to_string())
}
