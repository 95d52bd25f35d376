//! What was done: files written, shown or edited.

use std::borrow::Cow;

use crate::lang::Lang;

/// A table was written to a file.
pub fn exported(lang: Lang, file: &str, rows: usize) -> String {
    format!("{file}  {}", lang.rows(rows))
}

/// There is another solution of a problem.
pub fn other_solution(lang: Lang, file: &str) -> String {
    lang.say(
        || format!("Another solution already exists: {file}"),
        || format!("이미 다른 풀이가 있습니다: {file}"),
        || format!("別の解答がすでにあります: {file}"),
    )
}

/// The user's editor doesn't run.
pub fn editor_failed(lang: Lang, editor: &str, why: &str) -> String {
    lang.say(
        || format!("can't run the editor {editor:?}: {why}"),
        || format!("편집기를 실행할 수 없습니다: {editor:?} ({why})"),
        || format!("エディターを実行できません: {editor:?} ({why})"),
    )
}

/// Where the page is served.
pub fn serving(lang: Lang, url: &str) -> String {
    lang.say(
        || format!("Serving the report at {url} (press Ctrl-C to stop)"),
        || format!("보고서를 제공하는 주소: {url} (중지하려면 Ctrl-C를 누르세요)"),
        || format!("レポートを配信中: {url} (停止するには Ctrl-C を押してください)"),
    )
}

/// After a command of the demo: where it runs, and against which judge.
pub fn demo_sync(lang: Lang, dir: &str, judge: &str) -> String {
    lang.say(
        || format!("# in {dir}, with a test judge at {judge}"),
        || format!("# {dir}에서 실행, 테스트용 저지 {judge}"),
        || format!("# {dir} で実行、テスト用サイト {judge}"),
    )
}

/// After a command of the demo: where it runs.
pub fn demo_in(lang: Lang, dir: &str) -> String {
    lang.say(|| format!("# in {dir}"), || format!("# {dir}에서 실행"), || format!("# {dir} で実行"))
}

/// Where the demo's charts are.
pub fn demo_charts(lang: Lang, dir: &str) -> String {
    lang.say(
        || format!("Charts are in {dir}"),
        || format!("차트 위치: {dir}"),
        || format!("グラフの場所: {dir}"),
    )
}

/// Before the line of a shell's startup file that shows the streak.
pub fn hook(lang: Lang, after: &str) -> Cow<'static, str> {
    Cow::Owned(lang.say(
        || format!("# cpt: the streak, once a day from {after} on"),
        || format!("# cpt: 매일 {after} 이후 한 번 스트릭 표시"),
        || format!("# cpt: 毎日 {after} 以降に一度ストリークを表示"),
    ))
}
