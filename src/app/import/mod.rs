//! Facts from a file of the user's own, into the store and out of it again.

mod gather;
#[cfg(test)]
mod tests;

use std::io::{self, Read as _};
use std::path::Path;

use self::gather::Gathered;
use super::env::Env;
use super::error::{AppError, cannot_read};
use super::sync::forget_pictures;
use super::workspace::Workspace;
use crate::files::{Links, read_bounded};
use crate::import;
pub use crate::import::Format;
use crate::import::WrongFile;
use crate::lang::Later;
use crate::model::{self, Advice, Failure, ImportSummary, RowFault, Update, clean, count, is_unsafe};
use crate::report::import_words;
use crate::store::Store;

/// No file is larger, in bytes: some million rows.
const LARGEST: u64 = 512 << 20;

/// So many of what is wrong are told.
const TOLD: usize = 5;

/// The longest name of an import, in bytes.
const LONGEST_NAME: usize = 100;

/// What is asked for.
pub struct Import<'a> {
    /// The file; `-` is standard input.
    pub file: &'a Path,
    /// What the import is called; else after the file.
    pub name: Option<&'a str>,
    /// How the file is written; else as its name says.
    pub format: Option<Format>,
    /// Whether rows are left out that can't be imported, and not the whole file.
    pub skip_bad: bool,
}

/// What was imported.
pub struct Imported {
    pub summary: ImportSummary,
    pub update: Update,
    /// How many rows say what others say.
    pub doubles: usize,
    /// What is wrong with the rows that were left out.
    pub faults: Vec<RowFault>,
    /// What else there is to know, a sentence each.
    pub remarks: Vec<Later>,
}

/// Brings the facts of a file into the store, in the place of those of the import of the same name.
pub fn import(asked: &Import<'_>, env: &Env) -> Result<Imported, AppError> {
    let workspace = Workspace::open(env)?;
    let file = file_name(asked.file);
    // What is typed is read when all else is right; of a file the first thing is whether it is one.
    let (format, bytes) = if is_input(asked.file) {
        (format_of(asked)?, bytes_of(asked.file, env)?)
    } else {
        let bytes = bytes_of(asked.file, env)?;
        (format_of(asked)?, bytes)
    };
    let name = name_of(asked)?;
    let read = import::read(&bytes, format).map_err(|wrong| wrong_file(&file, wrong))?;
    drop(bytes);
    let mut store = Store::open(&workspace.root)?;
    let handles = gather::handles(&workspace, &store, &name)?;
    let Gathered { mut import, faults, doubles } = gather::gather(read.rows, read.faults, handles);
    import.file.clone_from(&file);
    let unread = match read.unread.len() {
        0 => Vec::new(),
        columns => vec![unread(columns, &read.unread.join(", "))],
    };
    let found = Found { import, faults, doubles, remarks: unread };
    keep(&mut store, &name, found, asked.skip_bad, env)
}

/// Brings what an archive of solved.ac tells of BOJ's problems into the store.
pub fn import_solved_ac(asked: &Import<'_>, env: &Env) -> Result<Imported, AppError> {
    let workspace = Workspace::open(env)?;
    let (file, bytes) = (file_name(asked.file), bytes_of(asked.file, env)?);
    let name = name_of(asked)?;
    let archive = import::read_solved_ac(&bytes).map_err(|wrong| wrong_file(&file, wrong))?;
    drop(bytes);
    let mut store = Store::open(&workspace.root)?;
    let import = model::Import { file, problems: archive.problems, ..model::Import::default() };
    let import::Archive { faults, doubles, remarks, .. } = archive;
    let found = Found { import, faults, doubles, remarks };
    keep(&mut store, &name, found, asked.skip_bad, env)
}

/// What a file has.
struct Found {
    import: model::Import,
    faults: Vec<RowFault>,
    doubles: usize,
    remarks: Vec<Later>,
}

/// Makes it what the import of that name has; nothing of it where it has faults that aren't to be skipped.
fn keep(
    store: &mut Store,
    name: &str,
    found: Found,
    skip_bad: bool,
    env: &Env,
) -> Result<Imported, AppError> {
    let Found { import, faults, doubles, remarks } = found;
    if !faults.is_empty() && !skip_bad {
        return Err(refused(&import.file, &faults));
    }
    if import.is_empty() && !faults.is_empty() {
        let file = &import.file;
        let message = Later::message(
            format!("{file}: no row can be imported"),
            format!("{file}: 가져올 수 있는 행이 없습니다"),
            format!("{file}: インポートできる行がありません"),
        );
        return Err(AppError::usage(message, see_columns()).after(failures(&import.file, &faults)));
    }
    let update = store.keep_import(name, &import, env.now.timestamp())?;
    forget_pictures(store)?;
    let summary = store.imports()?.into_iter().find(|import| import.name == name);
    let summary = summary.ok_or_else(|| {
        let message =
            Later::message("the import is gone", "가져오기가 사라졌습니다", "インポートが失われました");
        AppError::usage(
            message,
            Later::advice(
                "Import the file again.",
                "파일을 다시 가져오세요.",
                "ファイルをもう一度インポートしてください。",
            ),
        )
    })?;
    Ok(Imported { summary, update, doubles, faults, remarks })
}

/// What to do where rows aren't as they should be.
fn see_columns() -> Later<Advice> {
    Later::advice(
        "Run `cpt export --columns` to see what each column means.",
        "각 열의 뜻은 `cpt export --columns`로 볼 수 있습니다.",
        "各列の意味は `cpt export --columns` で確認できます。",
    )
}

/// Why nothing of `file` can be imported.
fn wrong_file(file: &str, wrong: WrongFile) -> AppError {
    let (file, WrongFile { what, remedy }) = (file.to_owned(), wrong);
    AppError::usage(Later::new(move |lang| format!("{file}: {}", what.said(lang))), remedy)
}

/// That there are columns that mean nothing.
fn unread(number: usize, columns: &str) -> Later {
    Later::message(
        format!("skipped {}: {columns}", count(number, "unknown column")),
        format!("알 수 없는 열 {number}개를 제외했습니다: {columns}"),
        format!("不明な列{number}個を除外しました: {columns}"),
    )
}

/// Every import, by name.
pub fn imports(env: &Env) -> Result<Vec<ImportSummary>, AppError> {
    let workspace = Workspace::open(env)?;
    let store = Store::open_existing(&workspace.root)?;
    Ok(store.map(|store| store.imports()).transpose()?.unwrap_or_default())
}

/// Takes an import away again; what judges told stays.
pub fn remove(name: &str, env: &Env) -> Result<ImportSummary, AppError> {
    let workspace = Workspace::open(env)?;
    let removed = match Store::open_existing(&workspace.root)? {
        Some(_) => {
            let mut store = Store::open(&workspace.root)?;
            let removed = store.remove_import(name)?;
            forget_pictures(&mut store)?;
            removed
        }
        None => None,
    };
    removed.ok_or_else(|| {
        let name = clean(name);
        let message = Later::message(
            format!("no import {name:?}"),
            format!("가져오기를 찾을 수 없습니다: {name:?}"),
            format!("インポートが見つかりません: {name:?}"),
        );
        let remedy = Later::advice(
            "Run `cpt import --list` to list imports.",
            "가져오기 목록은 `cpt import --list`로 볼 수 있습니다.",
            "インポートの一覧は `cpt import --list` で確認できます。",
        );
        AppError::usage(message, remedy)
    })
}

/// The first of what is wrong, each as it is told.
pub fn failures(file: &str, faults: &[RowFault]) -> Vec<Failure> {
    let told = |fault: &RowFault| {
        let (file, RowFault { line, column, what }) = (file.to_owned(), fault.clone());
        Failure::new(Later::new(move |lang| {
            import_words::fault(lang, &file, line, column.as_deref(), &what.said(lang))
        }))
    };
    faults.iter().take(TOLD).map(told).collect()
}

fn refused(file: &str, faults: &[RowFault]) -> AppError {
    let rows = faults.len();
    let invalid = count(rows, "invalid row");
    let message = Later::message(
        format!("nothing was imported: {invalid}"),
        format!("아무것도 가져오지 않았습니다: 잘못된 행 {rows}개"),
        format!("何もインポートしていません: 不正な行{rows}件"),
    );
    let remedy = Later::advice(
        "Fix the file, or skip those rows with `--skip-bad`.",
        "파일을 고치거나 `--skip-bad`로 그 행을 건너뛰세요.",
        "ファイルを修正するか、`--skip-bad` でその行を飛ばしてください。",
    );
    AppError::usage(message, remedy).after(failures(file, faults))
}

/// The file as messages name it.
fn file_name(file: &Path) -> String {
    if is_input(file) { "standard input".to_owned() } else { clean(&file.display().to_string()).into_owned() }
}

fn is_input(file: &Path) -> bool {
    file.as_os_str() == "-"
}

fn name_of(asked: &Import<'_>) -> Result<String, AppError> {
    let stem = asked.file.file_stem().unwrap_or_default().to_string_lossy();
    let name = match asked.name {
        Some(name) => name,
        None if is_input(asked.file) => "stdin",
        None => &stem,
    };
    if name.is_empty() || name.len() > LONGEST_NAME || name.contains(|c| is_unsafe(c) || c == '\u{fffd}') {
        let name = clean(name);
        let message = Later::message(
            format!("invalid name of an import: {name:?}"),
            format!("가져오기 이름이 잘못되었습니다: {name:?}"),
            format!("インポートの名前が正しくありません: {name:?}"),
        );
        let remedy = Later::advice(
            "Use `--name NAME`, of up to 100 bytes.",
            "`--name NAME`으로 100바이트 이하의 이름을 쓰세요.",
            "`--name NAME` で100バイト以内の名前を指定してください。",
        );
        return Err(AppError::usage(message, remedy));
    }
    Ok(name.to_owned())
}

fn format_of(asked: &Import<'_>) -> Result<Format, AppError> {
    let end = asked.file.extension().map(|end| end.to_string_lossy().to_ascii_lowercase());
    let by_name = match end.as_deref() {
        Some("csv") => Some(Format::Csv),
        Some("jsonl" | "ndjson" | "json") => Some(Format::JsonLines),
        _ => None,
    };
    asked.format.or(by_name).ok_or_else(|| {
        let file = file_name(asked.file);
        let message = Later::message(
            format!("{file}: unknown file format"),
            format!("{file}: 파일 형식을 알 수 없습니다"),
            format!("{file}: ファイル形式を判別できません"),
        );
        let remedy = Later::advice(
            "Use `--format csv` or `--format jsonl`.",
            "`--format csv` 또는 `--format jsonl`을 쓰세요.",
            "`--format csv` または `--format jsonl` を指定してください。",
        );
        AppError::usage(message, remedy)
    })
}

fn bytes_of(file: &Path, env: &Env) -> Result<Vec<u8>, AppError> {
    let unreadable = |error: &io::Error| AppError::file(cannot_read(file_name(file)), error);
    if !is_input(file) {
        return read_bounded(&env.cwd.join(file), LARGEST, Links::Follow).map_err(|error| unreadable(&error));
    }
    let mut bytes = Vec::new();
    let stdin = io::stdin().lock();
    stdin.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(unreadable(&io::Error::other(format!("it has more than {} MiB", LARGEST >> 20))));
    }
    Ok(bytes)
}
