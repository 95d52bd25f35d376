//! What there is to know of what was read: what a scan passed over, what was stored and is damaged.

use crate::lang::Lang;
use crate::model::Advice;

/// What a note is about.
pub fn repository(lang: Lang, label: &str) -> String {
    lang.say(|| format!("repository {label}"), || format!("저장소 {label}"), || format!("リポジトリ {label}"))
}

/// Solutions are recognised as other problems than before.
pub fn renamed(lang: Lang, files: usize) -> String {
    lang.say(
        || {
            let solutions = if files == 1 { "1 solution has" } else { &format!("{files} solutions have") };
            format!("{solutions} another name since this version of cpt")
        },
        || format!("이 버전의 cpt부터 풀이 {files}개의 이름이 바뀌었습니다"),
        || format!("このバージョンの cpt から、解答{files}件の名前が変わりました"),
    )
}

/// After [`renamed`].
pub fn renamed_remedy(lang: Lang) -> Advice {
    let command = "cpt solutions";
    lang.say(
        || Advice::words("Run ").and_code(command).and(" to list them all."),
        || Advice::code(command).and("로 모두 볼 수 있습니다."),
        || Advice::code(command).and(" ですべて確認できます。"),
    )
}

/// A file was set aside.
pub fn set_aside(lang: Lang, why: &str, aside: &str) -> String {
    lang.say(
        || format!("{why}; it is now {aside}, and everything is fetched again"),
        || format!("{why}. 파일을 따로 보관하고 모두 다시 가져옵니다: {aside}"),
        || format!("{why}。ファイルを退避し、すべて取得し直します: {aside}"),
    )
}

/// Stored rows aren't as they were written; whether they are fetched again.
pub fn damaged(lang: Lang, anew: bool) -> String {
    lang.say(
        || {
            let then = if anew { "fetching it again" } else { "it was deleted" };
            format!("stored data is corrupted; {then}")
        },
        || {
            let then = if anew { "다시 가져옵니다" } else { "삭제했습니다" };
            format!("저장된 데이터가 손상되었습니다. {then}")
        },
        || {
            let then = if anew { "取得し直します" } else { "削除しました" };
            format!("保存済みのデータが破損しています。{then}")
        },
    )
}

/// A repository is empty.
pub fn no_commits(lang: Lang) -> String {
    lang.word("no commits yet", "아직 커밋이 없습니다", "コミットがまだありません").into_owned()
}

/// The oldest commits of a shallow clone say nothing.
pub fn shallow(lang: Lang, commits: usize) -> String {
    lang.say(
        || match commits {
            1 => "shallow clone: the oldest commit was skipped".to_owned(),
            _ => format!("shallow clone: the oldest {commits} commits were skipped"),
        },
        || format!("얕은 복제(shallow clone)라서 가장 오래된 커밋 {commits}개를 건너뛰었습니다"),
        || format!("シャロークローン (shallow clone) のため、最も古いコミット{commits}件を省略しました"),
    )
}

/// The files of commits can't be read.
pub fn unreadable(lang: Lang, commits: usize, reason: &str) -> String {
    lang.say(
        || match commits {
            1 => format!("a commit was skipped because its files couldn't be read: {reason}"),
            _ => format!("{commits} commits were skipped because their files couldn't be read: {reason}"),
        },
        || format!("파일을 읽을 수 없어 커밋 {commits}개를 건너뛰었습니다: {reason}"),
        || format!("ファイルを読み込めないため、コミット{commits}件を省略しました: {reason}"),
    )
}

/// "12 by Ada <ada@example.com>"
pub fn commits_by(lang: Lang, commits: usize, author: &str) -> String {
    lang.say(
        || format!("{commits} by {author}"),
        || format!("{author} {commits}개"),
        || format!("{author} {commits}件"),
    )
}

/// No commit is the user's; `busiest` are those that there are.
pub fn none_by_authors(lang: Lang, wanted: &str, busiest: &str) -> String {
    lang.say(
        || format!("no commits by {wanted}; found {busiest}"),
        || format!("다음 작성자의 커밋이 없습니다: {wanted} (있는 커밋: {busiest})"),
        || format!("次の作者のコミットがありません: {wanted} (見つかったもの: {busiest})"),
    )
}

/// After [`none_by_authors`].
pub fn none_by_authors_remedy(lang: Lang) -> Advice {
    let [authors, repos] = ["authors", "[[repos]]"];
    lang.say(
        || {
            let said = Advice::words("Add your email to ").and_code(authors).and(" under ").and_code(repos);
            said.and(", or use \"*\" for everyone.")
        },
        || {
            let said = Advice::code(repos).and("의 ").and_code(authors);
            said.and("에 이메일을 추가하거나, 모두 세려면 \"*\"를 쓰세요.")
        },
        || {
            let said = Advice::code(repos).and(" の ").and_code(authors);
            said.and(" にメールアドレスを追加するか、全員を数えるには \"*\" を指定してください。")
        },
    )
}

/// Commits that may be the user's, by another address.
pub fn similar_authors(lang: Lang, similar: &str) -> String {
    lang.say(
        || format!("skipped commits whose author may be you: {similar}"),
        || format!("본인일 수 있는 작성자의 커밋을 건너뛰었습니다: {similar}"),
        || format!("本人の可能性がある作者のコミットを省略しました: {similar}"),
    )
}

/// After [`similar_authors`].
pub fn similar_authors_remedy(lang: Lang) -> Advice {
    let [authors, repos] = ["authors", "[[repos]]"];
    lang.say(
        || {
            let said = Advice::words("If it's you, add the email to ").and_code(authors).and(" under ");
            said.and_code(repos).and(", or a line to .mailmap.")
        },
        || {
            let said = Advice::words("본인이라면 ").and_code(repos).and("의 ").and_code(authors);
            said.and("에 이메일을 추가하거나 .mailmap에 한 줄을 추가하세요.")
        },
        || {
            let said = Advice::words("本人の場合は、").and_code(repos).and(" の ").and_code(authors);
            said.and(" にメールアドレスを追加するか、.mailmap に1行追加してください。")
        },
    )
}

/// A branch can't be read.
pub fn broken_reference(lang: Lang, reason: &str) -> String {
    lang.say(
        || format!("can't read a branch: {reason}"),
        || format!("브랜치를 읽을 수 없습니다: {reason}"),
        || format!("ブランチを読み込めません: {reason}"),
    )
}

/// The newest commit can't be read.
pub fn unreadable_head(lang: Lang, reason: &str) -> String {
    lang.say(
        || format!("can't read the files of the latest commit: {reason}"),
        || format!("최신 커밋의 파일을 읽을 수 없습니다: {reason}"),
        || format!("最新のコミットのファイルを読み込めません: {reason}"),
    )
}

/// The first lines of files can't be read.
pub fn unread_headers(lang: Lang, files: usize, reason: &str) -> String {
    lang.say(
        || {
            let files = if files == 1 { "1 file" } else { &format!("{files} files") };
            format!("can't read the first lines of {files}, which may name problems: {reason}")
        },
        || format!("문제 이름이 있을 수 있는 파일 {files}개의 첫 줄들을 읽을 수 없습니다: {reason}"),
        || format!("問題名を含む可能性があるファイル{files}個の先頭を読み込めません: {reason}"),
    )
}

/// A mailmap is a link.
pub fn linked_mailmap(lang: Lang) -> String {
    let said = lang.word(
        ".mailmap is a symbolic link, which cpt skips, as git does",
        ".mailmap이 심볼릭 링크라서 git과 마찬가지로 건너뛰었습니다",
        ".mailmap がシンボリックリンクのため、git と同様に省略しました",
    );
    said.into_owned()
}

/// After [`linked_mailmap`].
pub fn linked_mailmap_remedy(lang: Lang) -> Advice {
    Advice::words(lang.word("Replace it with a file.", "파일로 바꾸세요.", "ファイルに置き換えてください。"))
}

/// A mailmap can't be read.
pub fn unread_mailmap(lang: Lang, name: &str, reason: &str) -> String {
    lang.say(
        || format!("can't read the mailmap {name}: {reason}"),
        || format!("mailmap 파일을 읽을 수 없습니다: {name}: {reason}"),
        || format!("mailmap ファイルを読み込めません: {name}: {reason}"),
    )
}

/// After [`unread_mailmap`].
pub fn unread_mailmap_remedy(lang: Lang) -> Advice {
    Advice::words(lang.word("Fix or remove it.", "고치거나 삭제하세요.", "修正するか削除してください。"))
}

/// A configured directory isn't there.
pub fn no_such_path(lang: Lang, path: &str) -> String {
    lang.say(
        || format!("{path} doesn't exist in the latest commit"),
        || format!("최신 커밋에 없습니다: {path}"),
        || format!("最新のコミットに存在しません: {path}"),
    )
}

/// After [`no_such_path`].
pub fn no_such_path_remedy(lang: Lang) -> Advice {
    let [paths, repos] = ["paths", "[[repos]]"];
    lang.say(
        || Advice::words("Check ").and_code(paths).and(" under ").and_code(repos).and(" in cpt.toml."),
        || {
            let said = Advice::words("cpt.toml의 ").and_code(repos).and("에서 ").and_code(paths);
            said.and("를 확인하세요.")
        },
        || {
            let said = Advice::words("cpt.toml の ").and_code(repos).and(" の ").and_code(paths);
            said.and(" を確認してください。")
        },
    )
}

/// A command of git's that mends it, or shows what is wrong.
pub fn run(lang: Lang, command: &str) -> Advice {
    lang.say(
        || Advice::words("Run ").and_code(command).and("."),
        || Advice::words("실행하세요: ").and_code(command),
        || Advice::words("実行してください: ").and_code(command),
    )
}
