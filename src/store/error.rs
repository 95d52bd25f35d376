//! What can go wrong with the store, and what to do about it.

use std::fmt;
use std::fs::TryLockError;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::lang::Lang;
use crate::model::Advice;

/// What brings back what is lost.
const SYNC: &str = "cpt sync";

/// What to do about a full disk.
fn full(lang: Lang) -> Advice {
    lang.say(
        || {
            let said = Advice::words("Free some disk space and run ").and_code(SYNC);
            said.and(" again. Existing data is intact.")
        },
        || {
            let said = Advice::words("디스크 공간을 확보한 뒤 ").and_code(SYNC);
            said.and("를 다시 실행하세요. 기존 데이터는 그대로입니다.")
        },
        || {
            let said = Advice::words("ディスクの空き容量を確保してから ").and_code(SYNC);
            said.and(" をもう一度実行してください。既存のデータはそのままです。")
        },
    )
}

/// The store can't be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Its folder can't be made or written to.
    Folder {
        /// The folder.
        dir: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// What lies there can't be told.
    Unreadable {
        /// Which file or folder.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// In the store's folder, or in its place, lies something that this program doesn't make and doesn't touch.
    Odd {
        /// Which.
        path: PathBuf,
        /// What it is.
        what: &'static str,
    },
    /// The database is another program's.
    Foreign {
        /// The file.
        file: PathBuf,
    },
    /// It is this program's, and not as this program left it.
    Damaged {
        /// The file.
        file: PathBuf,
        /// How that shows.
        what: String,
    },
    /// Somebody took it away while it was open.
    Gone {
        /// The file.
        file: PathBuf,
    },
    /// Its file system can't keep two processes from writing at once.
    NoLocks {
        /// The store's folder.
        dir: PathBuf,
    },
    /// Another process brings it up to date.
    Held {
        /// The lock's file.
        file: PathBuf,
        /// What the other process says of itself.
        holder: String,
    },
    /// It was written by a later version of this program.
    Newer {
        /// The file.
        file: PathBuf,
        /// Its format.
        found: u32,
        /// The last format that this program knows.
        known: u32,
        /// Whether it has the tables of that one all the same.
        same_tables: bool,
    },
    /// The database refused.
    Database {
        /// What was being done.
        action: &'static str,
        /// The file.
        file: PathBuf,
        /// What the database says.
        cause: rusqlite::Error,
    },
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::English))
    }
}

impl StoreError {
    /// What went wrong, without its cause.
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Self::Folder { dir, .. } => {
                let dir = dir.display();
                lang.say(
                    || format!("can't write to {dir}"),
                    || format!("{dir} 디렉터리에 쓸 수 없습니다"),
                    || format!("{dir} に書き込めません"),
                )
            }
            Self::Unreadable { path, .. } => {
                let path = path.display();
                lang.say(
                    || format!("can't read {path}"),
                    || format!("읽을 수 없습니다: {path}"),
                    || format!("{path} を読み込めません"),
                )
            }
            Self::Odd { path, what } => {
                let path = path.display();
                lang.say(
                    || format!("{path} is {what}"),
                    || format!("cpt가 만든 것이 아닙니다: {path} ({what})"),
                    || format!("cpt が作成したものではありません: {path} ({what})"),
                )
            }
            Self::Foreign { file } => {
                let file = file.display();
                lang.say(
                    || format!("{file} is another program's database"),
                    || format!("다른 프로그램의 데이터베이스입니다: {file}"),
                    || format!("ほかのプログラムのデータベースです: {file}"),
                )
            }
            Self::Damaged { file, what } => {
                let file = file.display();
                lang.say(
                    || format!("{file} is corrupted: {what}"),
                    || format!("{file} 파일이 손상되었습니다: {what}"),
                    || format!("{file} が破損しています: {what}"),
                )
            }
            Self::Gone { file } => {
                let file = file.display();
                lang.say(
                    || format!("{file} was deleted or replaced while cpt was running"),
                    || format!("실행 중에 {file} 파일이 삭제되거나 교체되었습니다"),
                    || format!("実行中に {file} が削除または置き換えられました"),
                )
            }
            Self::NoLocks { dir } => {
                let dir = dir.display();
                lang.say(
                    || format!("the file system of {dir} doesn't support file locks, which cpt needs"),
                    || format!("{dir} 디렉터리의 파일 시스템이 cpt에 필요한 파일 잠금을 지원하지 않습니다"),
                    || format!("{dir} のファイルシステムが、cpt に必要なファイルロックに対応していません"),
                )
            }
            Self::Held { holder, .. } => {
                let holder = if holder.is_empty() { String::new() } else { format!(" ({holder})") };
                lang.say(
                    || format!("another sync is running{holder}"),
                    || format!("다른 동기화가 실행 중입니다{holder}"),
                    || format!("別の同期が実行中です{holder}"),
                )
            }
            Self::Newer { file, found, known, .. } => {
                let file = file.display();
                lang.say(
                    || {
                        format!(
                            "{file} was written by a newer version of cpt (format {found}, supported up to {known})"
                        )
                    },
                    || format!("더 새로운 버전의 cpt가 쓴 파일입니다: {file} (형식 {found}, 지원하는 형식 {known} 이하)"),
                    || format!("より新しい cpt が書き込んだファイルです: {file} (形式 {found}、対応は {known} 以下)"),
                )
            }
            Self::Database { action, file, cause } => {
                let file = file.display();
                lang.say(
                    || format!("can't {action} {file}: {cause}"),
                    || match *action {
                        "read" => format!("{file} 파일을 읽을 수 없습니다: {cause}"),
                        "write" => format!("{file} 파일에 쓸 수 없습니다: {cause}"),
                        _ => format!("{file} 파일을 사용할 수 없습니다: {cause}"),
                    },
                    || match *action {
                        "read" => format!("{file} を読み込めません: {cause}"),
                        "write" => format!("{file} に書き込めません: {cause}"),
                        _ => format!("{file} を使用できません: {cause}"),
                    },
                )
            }
        }
    }

    /// What the user can do about it.
    #[expect(clippy::too_many_lines, reason = "a message for each kind, in each language")]
    pub fn remedy(&self, lang: Lang) -> Advice {
        match self {
            Self::Folder { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => full(lang),
            Self::Folder { dir, .. } => {
                let parent = dir.parent().unwrap_or(dir).display();
                Advice::words(lang.say(
                    || format!("Make {parent} writable, or move the workspace to a directory that is."),
                    || format!("{parent} 디렉터리에 쓰기 권한을 주거나, 쓸 수 있는 디렉터리로 옮기세요."),
                    || format!("{parent} を書き込み可能にするか、書き込めるディレクトリに移動してください。"),
                ))
            }
            Self::Unreadable { path, .. } => {
                let path = path.display();
                Advice::words(lang.say(
                    || format!("Make {path} readable, or move the workspace."),
                    || format!("읽기 권한을 주거나 작업 공간을 옮기세요: {path}"),
                    || format!("{path} を読み込めるようにするか、場所を移動してください。"),
                ))
            }
            Self::Odd { path, .. } => {
                let path = path.display();
                lang.say(
                    || {
                        let said = format!("It may have come with the repository. Delete {path} and run ");
                        Advice::words(said).and_code(SYNC).and(" to fetch everything again.")
                    },
                    || {
                        let said = format!("저장소에 들어 있던 것일 수 있습니다. {path} 삭제 후 ");
                        Advice::words(said).and_code(SYNC).and("로 모두 다시 가져오세요.")
                    },
                    || {
                        let said = format!("リポジトリに含まれていた可能性があります。{path} を削除し、");
                        Advice::words(said).and_code(SYNC).and(" ですべて取得し直してください。")
                    },
                )
            }
            Self::Foreign { file } => {
                let file = file.display();
                lang.say(
                    || {
                        let said =
                            format!("cpt keeps its own data under that name: move {file} away, then run ");
                        Advice::words(said).and_code(SYNC).and(".")
                    },
                    || {
                        let said = format!("cpt가 쓰는 파일 이름입니다. {file} 파일을 옮긴 뒤 ");
                        Advice::words(said).and_code(SYNC).and("를 실행하세요.")
                    },
                    || {
                        let said = format!("cpt が使用するファイル名です。{file} を移動してから ");
                        Advice::words(said).and_code(SYNC).and(" を実行してください。")
                    },
                )
            }
            Self::Damaged { file, .. } => damaged(lang, file),
            Self::Gone { .. } => lang.say(
                || Advice::words("Run ").and_code(SYNC).and(" again."),
                || Advice::code(SYNC).and("를 다시 실행하세요."),
                || Advice::code(SYNC).and(" をもう一度実行してください。"),
            ),
            Self::NoLocks { .. } => Advice::words(lang.word(
                "Move the workspace to a local disk.",
                "작업 공간을 로컬 디스크로 옮기세요.",
                "作業場所をローカルディスクに移動してください。",
            )),
            Self::Held { .. } => lang.say(
                || {
                    let said = Advice::words("Wait for it to finish, then run ").and_code(SYNC);
                    said.and(" again. Other commands still work.")
                },
                || {
                    let said = Advice::words("끝난 뒤 ").and_code(SYNC);
                    said.and("를 다시 실행하세요. 다른 명령은 그동안에도 쓸 수 있습니다.")
                },
                || {
                    let said = Advice::words("終了してから ").and_code(SYNC);
                    said.and(" をもう一度実行してください。ほかのコマンドはその間も使えます。")
                },
            ),
            Self::Newer { file, .. } => {
                let file = file.display();
                lang.say(
                    || {
                        let said = Advice::words(format!("Update cpt, or delete {file} and run "));
                        said.and_code(SYNC).and(" to fetch everything again.")
                    },
                    || {
                        let said = Advice::words(format!("cpt를 업데이트하거나, {file} 파일을 삭제하고 "));
                        said.and_code(SYNC).and("로 모두 다시 가져오세요.")
                    },
                    || {
                        let said = Advice::words(format!("cpt を更新するか、{file} を削除して "));
                        said.and_code(SYNC).and(" ですべて取得し直してください。")
                    },
                )
            }
            Self::Database { file, cause, .. } => match cause.sqlite_error_code() {
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Advice::words(lang.word(
                    "Another cpt process is using it. Try again when it has finished.",
                    "다른 cpt 프로세스가 사용 중입니다. 끝난 뒤 다시 시도하세요.",
                    "別の cpt が使用しています。終了してからもう一度試してください。",
                )),
                Some(ErrorCode::DiskFull) => full(lang),
                _ if is_damage(cause) => damaged(lang, file),
                _ => {
                    let file = file.display();
                    Advice::words(lang.say(
                        || format!("Check that {file} and its directory can be read and written."),
                        || format!("읽고 쓸 수 있는지 파일과 디렉터리를 확인하세요: {file}"),
                        || format!("{file} とそのディレクトリを読み書きできるか確認してください。"),
                    ))
                }
            },
        }
    }
}

impl StoreError {
    pub(super) fn new(file: &Path, action: &'static str, cause: rusqlite::Error) -> Self {
        let file = file.to_owned();
        match cause.sqlite_error_code() {
            Some(ErrorCode::OperationInterrupted) => {
                Self::Damaged { file, what: "it has more to read than its size allows".to_owned() }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) if !has_locks(&file) => {
                Self::NoLocks { dir: file.parent().unwrap_or(&file).to_owned() }
            }
            None if action == "read" => Self::Damaged { file, what: cause.to_string() },
            _ => Self::Database { action, file, cause },
        }
    }

    /// Whether the file can be read at most.
    pub(super) fn is_of_rights(&self) -> bool {
        let Self::Database { cause, .. } = self else { return false };
        matches!(cause.sqlite_error_code(), Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen))
    }

    /// Whether it is this program's own and not as this program left it.
    pub fn is_of_damage(&self) -> bool {
        match self {
            Self::Damaged { .. } => true,
            Self::Database { cause, .. } => is_damage(cause),
            _ => false,
        }
    }

    /// Whether something lies there that isn't as this program left it; otherwise it may work another time, or for
    /// another user.
    pub fn is_of_content(&self) -> bool {
        match self {
            Self::Odd { .. } | Self::Foreign { .. } | Self::Newer { .. } => true,
            error => error.is_of_damage(),
        }
    }
}

/// What the database says of a file that isn't as it was written; statements are right, and values are short.
fn is_damage(cause: &rusqlite::Error) -> bool {
    use ErrorCode::{DatabaseCorrupt, NotADatabase, TooBig, Unknown};
    matches!(cause.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase | TooBig | Unknown))
}

fn damaged(lang: Lang, file: &Path) -> Advice {
    let (full, file) = ("cpt sync --full", file.display());
    lang.say(
        || {
            let said = Advice::words("Run ").and_code(full);
            let said = said.and(" to set the file aside and fetch everything again, or delete ");
            said.and(file.to_string()).and(" and run ").and_code(SYNC).and(".")
        },
        || {
            let said = Advice::code(full).and("로 파일을 따로 보관하고 모두 다시 가져오거나, ");
            said.and(format!("{file} 파일을 삭제하고 ")).and_code(SYNC).and("를 실행하세요.")
        },
        || {
            let said = Advice::code(full).and(" でファイルを退避してすべて取得し直すか、");
            said.and(format!("{file} を削除して ")).and_code(SYNC).and(" を実行してください。")
        },
    )
}

/// Whether files beside `file` can be locked. SQLite calls it busy where they can't.
fn has_locks(file: &Path) -> bool {
    let dir = file.parent().unwrap_or(file);
    let probe = tempfile::tempfile_in(dir).map(|probe| probe.try_lock());
    !matches!(probe, Ok(Err(TryLockError::Error(_))))
}
