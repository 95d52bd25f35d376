//! What works and what doesn't.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::Advice;

/// The marks before what is well, what is odd and what doesn't work.
pub fn marks(lang: Lang) -> [Cow<'static, str>; 3] {
    [lang.word("ok", "정상", "OK"), super::errors::warning(lang), super::errors::error(lang)]
}

/// The configuration's name.
pub fn configuration(lang: Lang) -> Cow<'static, str> {
    lang.word("configuration", "설정", "設定")
}

/// It has no file.
pub fn no_file(lang: Lang) -> Cow<'static, str> {
    lang.word("no cpt.toml", "cpt.toml이 없습니다", "cpt.toml がありません")
}

/// It names nobody.
pub fn no_handles(lang: Lang, file: &str) -> String {
    lang.say(
        || format!("no handles in {file}"),
        || format!("핸들이 없습니다: {file}"),
        || format!("ハンドルがありません: {file}"),
    )
}

/// After it.
pub fn add_handles(lang: Lang) -> Advice {
    Advice::words(lang.word(
        "Add your handles under [handles] in cpt.toml.",
        "cpt.toml의 [handles]에 핸들을 추가하세요.",
        "cpt.toml の [handles] にハンドルを追加してください。",
    ))
}

/// What a repository has.
pub fn solutions(lang: Lang, files: usize, commits: usize) -> String {
    lang.say(
        || {
            let s = |number| if number == 1 { "" } else { "s" };
            format!("{files} solution file{} in {commits} commit{}", s(files), s(commits))
        },
        || format!("커밋 {commits}개, 풀이 파일 {files}개"),
        || format!("コミット{commits}件、解答ファイル{files}個"),
    )
}

/// It has nothing.
pub fn no_solutions(lang: Lang) -> Cow<'static, str> {
    lang.word("no solutions found", "풀이를 찾지 못했습니다", "解答が見つかりません")
}

/// After it.
pub fn check_repository(lang: Lang) -> Advice {
    Advice::words(lang.word(
        "Check `paths` and `authors` under [[repos]] in cpt.toml.",
        "cpt.toml의 [[repos]]에서 `paths`와 `authors`를 확인하세요.",
        "cpt.toml の [[repos]] の `paths` と `authors` を確認してください。",
    ))
}

/// The name of what was fetched and imported.
pub fn data(lang: Lang) -> Cow<'static, str> {
    lang.word("data", "데이터", "データ")
}

/// There is none.
pub fn no_data(lang: Lang) -> Cow<'static, str> {
    lang.word("no data yet", "아직 데이터가 없습니다", "データがありません")
}

/// After it.
pub fn run_sync(lang: Lang) -> Advice {
    let command = "cpt sync";
    lang.say(
        || Advice::words("Run ").and_code(command).and("."),
        || Advice::code(command).and("를 실행하세요."),
        || Advice::code(command).and(" を実行してください。"),
    )
}

/// What is stored of these sources can't be read.
pub fn damaged(lang: Lang, sources: &str) -> String {
    lang.say(
        || format!("corrupted: {sources}"),
        || format!("손상됨: {sources}"),
        || format!("破損: {sources}"),
    )
}

/// After it, where that can be fetched.
pub fn fetch_again(lang: Lang) -> Advice {
    let command = "cpt sync";
    lang.say(
        || Advice::words("Run ").and_code(command).and(" to fetch it again."),
        || Advice::code(command).and("로 다시 가져오세요."),
        || Advice::code(command).and(" でもう一度取得してください。"),
    )
}

/// After it, where that was imported.
pub fn import_again(lang: Lang) -> Advice {
    let command = "cpt import --remove NAME";
    lang.say(
        || Advice::words("Import the file again, or remove the import: ").and_code(command),
        || Advice::words("파일을 다시 가져오거나 가져온 데이터를 삭제하세요: ").and_code(command),
        || {
            Advice::words("ファイルをもう一度インポートするか、インポートを削除してください: ")
                .and_code(command)
        },
    )
}

/// All can be read; `ago` is how old the oldest ratings are.
pub fn intact(lang: Lang, ago: Option<&str>) -> String {
    match ago {
        Some(ago) => lang.say(
            || format!("intact, ratings updated {ago}"),
            || format!("이상 없음 (레이팅 갱신: {ago})"),
            || format!("問題なし (レーティング更新: {ago})"),
        ),
        None => lang.word("intact", "이상 없음", "問題なし").into_owned(),
    }
}

/// The name of what lists everybody's submissions.
pub fn archive(lang: Lang) -> Cow<'static, str> {
    lang.word("archive", "아카이브", "アーカイブ")
}

/// Where it lacks some.
pub fn see_unsubmitted(lang: Lang) -> Advice {
    let command = "cpt solutions --unsubmitted";
    lang.say(
        || Advice::words("Run ").and_code(command).and(" to list what is committed and not there."),
        || Advice::code(command).and("로 커밋했지만 아카이브에 없는 문제를 확인하세요."),
        || Advice::code(command).and(" でコミット済みかつアーカイブにない問題を確認してください。"),
    )
}

/// The judges' name.
pub fn judges(lang: Lang) -> Cow<'static, str> {
    lang.word("judges", "저지", "サイト")
}

/// A site answers, and says that there is a user of the handle.
pub fn knows_you(lang: Lang, host: &str) -> String {
    lang.say(
        || format!("{host} is reachable, handle found"),
        || format!("{host} 연결됨, 핸들 확인됨"),
        || format!("{host} に接続、ハンドルを確認"),
    )
}

/// A site answers.
pub fn reachable(lang: Lang, host: &str) -> String {
    lang.say(|| format!("{host} is reachable"), || format!("{host} 연결됨"), || format!("{host} に接続"))
}

/// A site knows all members that it was asked about.
pub fn knows_members(lang: Lang, members: usize) -> String {
    lang.say(
        || match members {
            1 => "the handle of 1 member found".to_owned(),
            _ => format!("the handles of {members} members found"),
        },
        || format!("스터디원 {members}명의 핸들 확인됨"),
        || format!("メンバー{members}人のハンドルを確認"),
    )
}

/// It has nobody of the handle of a member.
pub fn unknown_member(lang: Lang, handle: &str, member: Option<&str>) -> String {
    let of = |before: &str, after: &str| {
        member.map(|member| format!("{before}{member}{after}")).unwrap_or_default()
    };
    lang.say(
        || format!("no user {handle}{}", of(", the handle of ", "")),
        || format!("사용자를 찾을 수 없습니다: {handle}{}", of(" (스터디원 ", ")")),
        || format!("ユーザーが見つかりません: {handle}{}", of(" (メンバー: ", ")")),
    )
}

/// After it.
pub fn correct_handle(lang: Lang) -> Advice {
    Advice::words(lang.word(
        "Correct the handle under [[group.members]] in cpt.toml.",
        "cpt.toml의 [[group.members]]에서 핸들을 고치세요.",
        "cpt.toml の [[group.members]] のハンドルを修正してください。",
    ))
}

/// A repository's name.
pub fn repository(lang: Lang, label: &str) -> String {
    lang.say(|| format!("repository {label}"), || format!("저장소 {label}"), || format!("リポジトリ {label}"))
}

/// Files that look like no solutions, before the key and its value that leave them out.
pub fn to_leave_out(lang: Lang, files: usize) -> String {
    let looks = if files == 1 { "looks" } else { "look" };
    let number = lang.files(files);
    lang.say(
        || {
            format!(
                "{number} {looks} like tests, generators, templates or tools. To leave them out, set under [[repos]]:"
            )
        },
        || format!("테스트, 생성기, 템플릿 또는 도구로 보이는 {number}. 제외하려면 [[repos]]에 설정:"),
        || format!("テスト・ジェネレーター・テンプレート・ツールと思われる{number}。除外するには [[repos]] に設定:"),
    )
}
