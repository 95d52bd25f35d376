//! What `cpt init` asks, and what it has written.

use std::borrow::Cow;

use crate::answers::group::MemberMark;
use crate::lang::{Lang, Later};
use crate::model::{Advice, Judge};

/// Asks for the handle at a judge.
pub fn handle(lang: Lang, judge: Judge) -> String {
    lang.say(
        || format!("{judge} handle (leave empty to skip): "),
        || format!("{judge} 핸들 (건너뛰려면 Enter): "),
        || format!("{judge} のハンドル (省略するには Enter): "),
    )
}

/// There is no repository where the configuration is.
pub fn no_repository(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "No git repository found here. Set `path` under [[repos]] to your solutions repository.",
        "여기에 git 저장소가 없습니다. [[repos]]의 `path`에 풀이 저장소를 설정하세요.",
        "ここに git リポジトリがありません。[[repos]] の `path` に解答のリポジトリを設定してください。",
    )
}

/// Nobody is known whose commits count.
pub fn no_author(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "git's user.email isn't set, so commits by everyone count. Set `authors` under [[repos]].",
        "git의 user.email이 설정되지 않아 모든 작성자의 커밋을 셉니다. [[repos]]에 `authors`를 설정하세요.",
        "git の user.email が未設定のため、全員のコミットを数えます。[[repos]] に `authors` を設定してください。",
    )
}

/// Whose commits count.
pub fn author(lang: Lang, author: &str) -> String {
    lang.say(
        || format!("Counting commits by {author}."),
        || format!("{author} 작성자의 커밋을 셉니다."),
        || format!("{author} のコミットを数えます。"),
    )
}

/// No judge has a handle.
pub fn no_handles(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "No handles set. Add them under [handles].",
        "설정된 핸들이 없습니다. [handles]에 추가하세요.",
        "ハンドルが未設定です。[handles] に追加してください。",
    )
}

/// What to do after the configuration is written.
pub fn next_sync(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "Next, run `cpt sync`.",
        "다음으로 `cpt sync`를 실행하세요.",
        "次に `cpt sync` を実行してください。",
    )
}

/// `--force` and `--group` together.
pub fn force_and_group() -> Later {
    Later::message(
        "--force and --group can't be used together",
        "--force와 --group은 함께 쓸 수 없습니다",
        "--force と --group は同時に使えません",
    )
}

/// From where a workflow takes cpt.
pub enum Program {
    /// The repository that it is in.
    ThisRepository,
    /// A git repository.
    Git(String),
    /// The package registry, which has to have this version of the package.
    Registry(&'static str),
}

/// From where a workflow takes cpt.
pub fn installs(lang: Lang, from: &Program) -> String {
    let option = "--install-from URL";
    match from {
        Program::ThisRepository => lang.say(
            || "The workflow installs cpt from this repository.".to_owned(),
            || "워크플로는 이 저장소에서 cpt를 설치합니다.".to_owned(),
            || "ワークフローはこのリポジトリから cpt をインストールします。".to_owned(),
        ),
        Program::Git(url) => lang.say(
            || format!("The workflow installs cpt from {url}."),
            || format!("워크플로는 {url} 저장소에서 cpt를 설치합니다."),
            || format!("ワークフローは {url} から cpt をインストールします。"),
        ),
        Program::Registry(package) => lang.say(
            || {
                format!(
                    "The workflow installs cpt from the Rust package registry, where {package} must be published. To install \
                     it from a git repository, use `{option}`."
                )
            },
            || {
                format!(
                    "워크플로는 Rust 패키지 레지스트리에서 cpt를 설치하므로 {package} 버전이 공개되어 있어야 합니다. git 저장소에서 \
                     설치하려면 `{option}`을 쓰세요."
                )
            },
            || {
                format!(
                    "ワークフローは Rust のパッケージレジストリから cpt をインストールするため、{package} が公開されている必要が\
                     あります。git リポジトリからインストールするには `{option}` を使ってください。"
                )
            },
        ),
    }
}

/// What is left to do after a workflow was written: that of the sync, or that of a group.
pub fn workflow_steps(lang: Lang, is_group: bool) -> Cow<'static, str> {
    if is_group {
        lang.word(
            "Next steps:\n1. On GitHub, add the webhook's URL as CPT_WEBHOOK_URL: Settings > Secrets and variables > \
             Actions\n2. Commit and push the workflow.\n3. Start the first run: Actions > cpt group > Run workflow",
            "다음 단계:\n1. GitHub의 Settings > Secrets and variables > Actions에서 웹훅 URL을 CPT_WEBHOOK_URL로 추가하세요.\n\
             2. 워크플로를 커밋하고 푸시하세요.\n3. 첫 실행을 시작하세요: Actions > cpt group > Run workflow",
            "次の手順:\n1. GitHub の Settings > Secrets and variables > Actions で、Webhook の URL を CPT_WEBHOOK_URL \
             として追加してください。\n2. ワークフローをコミットしてプッシュしてください。\n3. 最初の実行を開始してください: Actions > cpt group > Run \
             workflow",
        )
    } else {
        lang.word(
            "Next steps:\n1. On GitHub, set Settings > Pages > Source to \"GitHub Actions\". The report will be \
             public.\n2. Commit and push the workflow.\n3. Start the first run: Actions > cpt > Run workflow",
            "다음 단계:\n1. GitHub의 Settings > Pages > Source를 \"GitHub Actions\"로 설정하세요. 보고서는 공개됩니다.\n2. \
             워크플로를 커밋하고 푸시하세요.\n3. 첫 실행을 시작하세요: Actions > cpt > Run workflow",
            "次の手順:\n1. GitHub の Settings > Pages > Source を \"GitHub Actions\" に設定してください。レポートは公開されます。\n\
             2. ワークフローをコミットしてプッシュしてください。\n3. 最初の実行を開始してください: Actions > cpt > Run workflow",
        )
    }
}

/// Who was found in the repository, and by what.
pub fn found(lang: Lang, mark: MemberMark, names: &str) -> String {
    let by = |lang: Lang| match mark {
        MemberMark::Authors => lang.word("the authors of commits", "커밋 작성자", "コミットの作者"),
        MemberMark::Folders => lang.word("directories", "디렉터리", "ディレクトリ"),
        MemberMark::Branches => lang.word("branches", "브랜치", "ブランチ"),
    };
    lang.say(
        || format!("Members found by {}: {names}.", by(Lang::English)),
        || format!("{} 기준으로 찾은 스터디원: {names}", by(Lang::Korean)),
        || format!("{}から見つかったメンバー: {names}", by(Lang::Japanese)),
    )
}

/// Nobody was found.
pub fn found_nobody(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "No members were found in the repository. Add each with `cpt group add NAME`.",
        "저장소에서 스터디원을 찾지 못했습니다. `cpt group add NAME`으로 추가하세요.",
        "リポジトリにメンバーが見つかりません。`cpt group add NAME` で追加してください。",
    )
}

/// Asks which of them are members.
pub fn members(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "Members, separated by commas, or \"none\" [all]: ",
        "스터디원 (쉼표로 구분, 없으면 none) [all]: ",
        "メンバー (カンマ区切り、いなければ none) [all]: ",
    )
}

/// A name that nobody has who was found.
pub fn not_found(name: &str) -> Later {
    Later::message(
        format!("nobody called {name:?} was found"),
        format!("찾은 스터디원 중에 없습니다: {name:?}"),
        format!("見つかったメンバーの中にいません: {name:?}"),
    )
}

/// A group was written without members.
pub fn wrote_group(lang: Lang, file: &str) -> String {
    lang.say(
        || {
            format!(
                "Wrote the group to {file}, without members.\nNext, run `cpt group add NAME` for each member, then `cpt \
                 group`."
            )
        },
        || {
            format!(
                "스터디를 추가했습니다 (스터디원 없음): {file}\n다음으로 `cpt group add NAME`으로 스터디원을 추가하고 `cpt group`을 \
                 실행하세요."
            )
        },
        || {
            format!(
                "グループを追加しました (メンバーなし): {file}\n次に `cpt group add NAME` でメンバーを追加し、`cpt group` を実行して\
                 ください。"
            )
        },
    )
}

/// The same with members as comments.
pub fn wrote_suggested(lang: Lang, file: &str, names: &str) -> String {
    lang.say(
        || {
            format!(
                "Wrote the group to {file}, with suggested members commented out: {names}.\nNext, uncomment the members, \
                 then run `cpt group`."
            )
        },
        || {
            format!(
                "스터디를 추가했습니다: {file}\n주석으로 적은 스터디원 후보: {names}\n다음으로 스터디원의 주석을 해제하고 `cpt group`을 \
                 실행하세요."
            )
        },
        || {
            format!(
                "グループを追加しました: {file}\nコメントアウトしたメンバー候補: {names}\n次にメンバーのコメントを外し、`cpt group` を実行して\
                 ください。"
            )
        },
    )
}

/// The same with members.
pub fn wrote_members(lang: Lang, file: &str, names: &str) -> String {
    lang.say(
        || {
            format!(
                "Wrote the group to {file}. Members: {names}.\nNext, add their handles in {file}, then run `cpt sync` and \
                 `cpt group`."
            )
        },
        || {
            format!(
                "스터디를 추가했습니다: {file}\n스터디원: {names}\n다음으로 {file} 파일에 핸들을 추가하고 `cpt sync`와 `cpt group`을 \
                 실행하세요."
            )
        },
        || {
            format!(
                "グループを追加しました: {file}\nメンバー: {names}\n次に {file} にハンドルを追加し、`cpt sync` と `cpt group` を実行して\
                 ください。"
            )
        },
    )
}

/// Why a group can't be written.
pub fn cannot_write_group(lang: Lang, why: &str) -> String {
    lang.say(
        || format!("can't write the group: {why}"),
        || format!("스터디를 쓸 수 없습니다: {why}"),
        || format!("グループを書き込めません: {why}"),
    )
}

/// After it.
pub fn nothing_written() -> Later<Advice> {
    Later::advice("Nothing was written.", "아무것도 쓰지 않았습니다.", "何も書き込んでいません。")
}

/// Over a line of a crontab.
pub fn crontab(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "Sync daily at 21:40; cron mails any errors. Add this line with `crontab -e`:",
        "매일 21:40에 동기화합니다. 오류는 cron이 메일로 보냅니다. `crontab -e`로 이 줄을 추가하세요:",
        "毎日 21:40 に同期します。エラーは cron がメールで送ります。`crontab -e` でこの行を追加してください:",
    )
}

/// Before the command that puts a service and a timer to work.
pub fn systemd(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "Save both files, then run:",
        "두 파일을 저장한 뒤 실행하세요:",
        "2つのファイルを保存してから実行してください:",
    )
}
