//! What can go wrong, in words that say what to do about it.

use std::fmt;
use std::path::PathBuf;

use crate::lang::Lang;
use crate::model::{Advice, clean};

/// Why a repository could not be scanned. The label is the path as the user wrote it.
#[derive(Debug, thiserror::Error)]
pub enum ScanError {
    /// Nothing is there.
    Missing {
        /// The path as the user wrote it.
        label: String,
    },
    /// Something is there, but no repository.
    NotARepository {
        /// The path as the user wrote it.
        label: String,
        /// The repository it lies in.
        inside: Option<PathBuf>,
    },
    /// The repository belongs to another user of this machine.
    Owner {
        /// The path as the user wrote it.
        label: String,
        /// The path that git's configuration must name.
        path: PathBuf,
    },
    /// The repository has a format that can't be read yet.
    Unsupported {
        /// The path as the user wrote it.
        label: String,
        /// What it is that can't be read.
        format: UnknownFormat,
    },
    /// A workspace of Jujutsu's that has no `.git` beside it.
    Jujutsu {
        /// The path as the user wrote it.
        label: String,
        /// The workspace's folder.
        root: PathBuf,
    },
    /// An `ignore` glob makes no sense.
    Ignore {
        /// The path as the user wrote it.
        label: String,
        /// Which glob, and what is wrong with it.
        source: ignore::Error,
    },
    /// Anything else.
    Git {
        /// The path as the user wrote it.
        label: String,
        /// What was being done, such as `reading the branches`.
        doing: &'static str,
        /// What git's library says.
        source: git2::Error,
    },
}

impl fmt::Display for ScanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::English))
    }
}

impl ScanError {
    /// What went wrong, without its cause.
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Self::Missing { label } => {
                let label = clean(label);
                lang.say(
                    || format!("the repository {label} doesn't exist"),
                    || format!("저장소가 없습니다: {label}"),
                    || format!("リポジトリが存在しません: {label}"),
                )
            }
            Self::NotARepository { label, .. } => {
                let label = clean(label);
                lang.say(
                    || format!("{label} is not a git repository"),
                    || format!("git 저장소가 아닙니다: {label}"),
                    || format!("git リポジトリではありません: {label}"),
                )
            }
            Self::Owner { label, .. } => {
                let label = clean(label);
                lang.say(
                    || format!("{label} is owned by another user, so git refuses to read it"),
                    || format!("다른 사용자의 저장소라서 git이 읽기를 거부합니다: {label}"),
                    || format!("ほかのユーザーが所有しているため、git が読み込みを拒否しています: {label}"),
                )
            }
            Self::Unsupported { label, format } => format.told(lang, &clean(label)),
            Self::Jujutsu { label, .. } => {
                let label = clean(label);
                lang.say(
                    || {
                        format!(
                            "{label} is a Jujutsu (jj) workspace whose git repository is hidden inside .jj"
                        )
                    },
                    || format!("git 저장소가 .jj 안에 숨겨진 Jujutsu(jj) 작업 공간입니다: {label}"),
                    || {
                        format!(
                            "git リポジトリが .jj の中に隠れた Jujutsu (jj) のワークスペースです: {label}"
                        )
                    },
                )
            }
            Self::Ignore { label, source } => {
                let label = clean(label);
                lang.say(
                    || format!("invalid `ignore` pattern for the repository {label}: {source}"),
                    || format!("{label} 저장소의 `ignore` 패턴이 잘못되었습니다: {source}"),
                    || format!("リポジトリ {label} の `ignore` パターンが正しくありません: {source}"),
                )
            }
            Self::Git { label, doing, .. } => {
                let label = clean(label);
                lang.say(
                    || format!("{doing} of the repository {label}"),
                    || format!("{label} 저장소를 읽을 수 없습니다 ({doing})"),
                    || format!("リポジトリ {label} を読み込めません ({doing})"),
                )
            }
        }
    }

    /// What the user can do about it.
    pub fn remedy(&self, lang: Lang) -> Option<Advice> {
        match self {
            Self::Missing { .. } => {
                let [path, repos] = ["path", "[[repos]]"];
                Some(lang.say(
                    || {
                        Advice::words("Check ")
                            .and_code(path)
                            .and(" under ")
                            .and_code(repos)
                            .and(" in cpt.toml.")
                    },
                    || {
                        let said = Advice::words("cpt.toml의 ").and_code(repos).and("에서 ");
                        said.and_code(path).and("를 확인하세요.")
                    },
                    || {
                        let said = Advice::words("cpt.toml の ").and_code(repos).and(" の ");
                        said.and_code(path).and(" を確認してください。")
                    },
                ))
            }
            Self::NotARepository { inside: None, .. } => {
                let [init, path, repos] = ["git init", "path", "[[repos]]"];
                Some(lang.say(
                    || {
                        let said =
                            Advice::words("Run ").and_code(init).and(" there, or check ").and_code(path);
                        said.and(" under ").and_code(repos).and(" in cpt.toml.")
                    },
                    || {
                        let said =
                            Advice::words("그곳에서 ").and_code(init).and("을 실행하거나, cpt.toml의 ");
                        said.and_code(repos).and("에서 ").and_code(path).and("를 확인하세요.")
                    },
                    || {
                        let said = Advice::words("そこで ").and_code(init).and(" を実行するか、cpt.toml の ");
                        said.and_code(repos).and(" の ").and_code(path).and(" を確認してください。")
                    },
                ))
            }
            Self::NotARepository { inside: Some(root), .. } => {
                let root = root.display().to_string();
                let (root, path, paths) = (clean(&root), "path", "paths");
                Some(lang.say(
                    || {
                        let said = Advice::words(format!("It's inside the repository {root}. Set "));
                        let said = said.and_code(path).and(" to that repository and add this directory to ");
                        said.and_code(paths).and(".")
                    },
                    || {
                        let said = Advice::words(format!("{root} 저장소 안에 있습니다. "));
                        let said = said.and_code(path).and("에 그 저장소를 쓰고 이 디렉터리는 ");
                        said.and_code(paths).and("에 추가하세요.")
                    },
                    || {
                        let said = Advice::words(format!("リポジトリ {root} の中にあります。"));
                        let said = said.and_code(path).and(" にそのリポジトリを指定し、このディレクトリは ");
                        said.and_code(paths).and(" に追加してください。")
                    },
                ))
            }
            Self::Owner { path, .. } => {
                let path = path.display().to_string();
                let command =
                    format!("git config --global --add safe.directory {}", shell_quoted(&clean(&path)));
                Some(lang.say(
                    || Advice::words("If you trust it, run ").and_code(&*command).and("."),
                    || Advice::words("신뢰할 수 있는 저장소라면 실행하세요: ").and_code(&*command),
                    || Advice::words("信頼できる場合は次を実行してください: ").and_code(&*command),
                ))
            }
            Self::Unsupported { format, .. } => Some(format.remedy(lang)),
            Self::Jujutsu { .. } => {
                let command = "jj git colocation enable";
                Some(lang.say(
                    || Advice::words("Run ").and_code(command).and(" there to put a .git next to .jj."),
                    || Advice::words("그곳에서 ").and_code(command).and("를 실행해 .jj 옆에 .git을 두세요."),
                    || {
                        let said = Advice::words("そこで ").and_code(command);
                        said.and(" を実行し、.jj の横に .git を作成してください。")
                    },
                ))
            }
            Self::Ignore { .. } => Some(Advice::words(lang.word(
                "Use .gitignore syntax.",
                ".gitignore 문법으로 쓰세요.",
                ".gitignore の書式で指定してください。",
            ))),
            Self::Git { .. } => {
                let command = "git fsck";
                Some(lang.say(
                    || Advice::words("Run ").and_code(command).and(" to check the repository."),
                    || Advice::code(command).and("로 저장소를 점검하세요."),
                    || Advice::code(command).and(" でリポジトリを検査してください。"),
                ))
            }
        }
    }
}

/// What in a repository's format can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnknownFormat {
    /// References in tables (reftable).
    Reftable,
    /// SHA-256 object names.
    Sha256,
    /// A partial clone as git marked them before 2.24, with the remote that the rest is fetched from.
    PartialClone(String),
    /// Anything else, as git's library says it.
    Other(String),
}

impl UnknownFormat {
    fn told(&self, lang: Lang, repository: &str) -> String {
        match self {
            Self::Reftable => lang.say(
                || format!("the repository {repository} uses reftable, which cpt can't read yet"),
                || format!("{repository} 저장소는 cpt가 아직 읽을 수 없는 reftable을 사용합니다"),
                || format!("リポジトリ {repository} は、cpt がまだ読み込めない reftable を使用しています"),
            ),
            Self::Sha256 => lang.say(
                || format!("the repository {repository} uses SHA-256 object names, which cpt can't read yet"),
                || format!("{repository} 저장소는 cpt가 아직 읽을 수 없는 SHA-256 객체를 사용합니다"),
                || format!("リポジトリ {repository} は、cpt がまだ読み込めない SHA-256 のオブジェクトを使用しています"),
            ),
            Self::PartialClone(_) => lang.say(
                || {
                    format!(
                        "the repository {repository} is a partial clone of an older git (extensions.partialClone), \
                         which cpt can't read"
                    )
                },
                || {
                    format!(
                        "{repository} 저장소는 cpt가 읽을 수 없는 옛 git의 부분 복제(extensions.partialClone)입니다"
                    )
                },
                || {
                    format!(
                        "リポジトリ {repository} は、cpt が読み込めない古い git の部分クローン \
                         (extensions.partialClone) です"
                    )
                },
            ),
            Self::Other(reason) => {
                let reason = clean(reason);
                lang.say(
                    || format!("unsupported repository format in {repository}: {reason}"),
                    || format!("{repository} 저장소의 형식을 지원하지 않습니다: {reason}"),
                    || format!("リポジトリ {repository} の形式には対応していません: {reason}"),
                )
            }
        }
    }

    fn remedy(&self, lang: Lang) -> Advice {
        match self {
            Self::Reftable => {
                let command = "git refs migrate --ref-format=files";
                lang.say(
                    || {
                        let said = Advice::words("Run ").and_code(command);
                        said.and(" there (git 2.49 or later, which also moves reflogs).")
                    },
                    || {
                        let said = Advice::words("그곳에서 ").and_code(command);
                        said.and("를 실행하세요 (reflog도 옮기는 git 2.49 이상).")
                    },
                    || {
                        let said = Advice::words("そこで ").and_code(command);
                        said.and(" を実行してください (reflog も移行する git 2.49 以降)。")
                    },
                )
            }
            Self::PartialClone(remote) => {
                let remote = shell_quoted(&clean(remote));
                let command = format!(
                    "git config remote.{remote}.promisor true && git config --unset extensions.partialClone"
                );
                lang.say(
                    || Advice::words("Mark it as git does today: ").and_code(&*command),
                    || Advice::words("지금의 git 방식으로 표시하세요: ").and_code(&*command),
                    || Advice::words("現在の git の方式で設定してください: ").and_code(&*command),
                )
            }
            Self::Sha256 => {
                let (path, command) = (
                    "path",
                    "git init --object-format=sha1 COPY && \
                     git fast-export --all --signed-tags=strip | git -C COPY fast-import",
                );
                lang.say(
                    || {
                        let said = Advice::words("Make a copy with SHA-1 names and set ").and_code(path);
                        said.and(" to it: ").and_code(command)
                    },
                    || {
                        let said =
                            Advice::words("SHA-1 복사본을 만들어 ").and_code(path).and("에 지정하세요: ");
                        said.and_code(command)
                    },
                    || {
                        let said = Advice::words("SHA-1 のコピーを作成し、").and_code(path);
                        said.and(" に指定してください: ").and_code(command)
                    },
                )
            }
            Self::Other(_) => {
                let command = "git config --get-regexp ^extensions";
                lang.say(
                    || Advice::words("Check ").and_code(command).and(", and whether there is a newer cpt."),
                    || Advice::code(command).and("의 결과와 새 버전의 cpt가 있는지 확인하세요."),
                    || Advice::code(command).and(" の結果と、新しい cpt があるかを確認してください。"),
                )
            }
        }
    }
}

fn shell_quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if text.chars().all(plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}
