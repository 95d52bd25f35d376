//! Texts that several commands have, and those of the program itself.

use super::Said;

pub(super) const TEXTS: &[Said] = &[
    [
        "A practice tracker for competitive programmers",
        "알고리즘 문제 풀이(PS) 기록 도구",
        "競技プログラミングの精進記録ツール",
    ],
    [
        "Tracks your Codeforces and AtCoder ratings toward your targets, and your daily streak of \
         solutions committed to git. Run `cpt demo` to try it on sample data, or `cpt init` to get started.",
        "Codeforces와 AtCoder 레이팅이 목표에 얼마나 가까운지, git에 커밋한 풀이로 스트릭이 며칠째인지 \
         보여 줍니다. `cpt demo`로 예제 데이터를 체험하거나 `cpt init`으로 시작하세요.",
        "Codeforces と AtCoder のレーティングが目標にどこまで近づいたか、git にコミットした解答でストリーク\
         が何日続いているかを表示します。サンプルデータを試すには `cpt demo`、始めるには `cpt init` \
         を実行してください。",
    ],
    [
        "Use this configuration file instead of the nearest cpt.toml [env: `CPT_CONFIG`]",
        "가장 가까운 cpt.toml 대신 사용할 설정 파일 [환경 변수: `CPT_CONFIG`]",
        "最も近い cpt.toml の代わりに使用する設定ファイル [環境変数: `CPT_CONFIG`]",
    ],
    ["Language of messages (en, ko, ja)", "메시지 언어 (en, ko, ja)", "メッセージの言語 (en, ko, ja)"],
    [
        "Don't pipe long output into a pager ($PAGER or less)",
        "긴 출력을 페이저($PAGER 또는 less)로 보내지 않음",
        "長い出力をページャー ($PAGER または less) に渡さない",
    ],
    ["Print help", "도움말 표시", "ヘルプを表示する"],
    [
        "Print help (see more with '--help')",
        "도움말 표시 (자세히: '--help')",
        "ヘルプを表示する (詳細は '--help')",
    ],
    ["Print help (see a summary with '-h')", "도움말 표시 (요약: '-h')", "ヘルプを表示する (要約は '-h')"],
    ["Print version", "버전 표시", "バージョンを表示する"],
    [
        "Print this message or the help of the given subcommand(s)",
        "이 도움말 또는 지정한 명령의 도움말 표시",
        "このヘルプ、または指定したコマンドのヘルプを表示する",
    ],
    ["Output JSON", "JSON으로 출력", "JSON で出力する"],
    [
        "Only problems of this judge, e.g. atcoder or boj",
        "이 저지의 문제만 표시 (예: atcoder, boj)",
        "このサイトの問題のみ (例: atcoder, boj)",
    ],
    ["Shell", "셸", "シェル"],
    ["Start date", "시작 날짜", "開始日"],
    ["End date", "종료 날짜", "終了日"],
    [
        "A judge with ratings, e.g. codeforces or atcoder",
        "레이팅이 있는 저지 (예: codeforces, atcoder)",
        "レーティングのあるサイト (例: codeforces, atcoder)",
    ],
    ["Only this judge, e.g. atcoder", "이 저지만 표시 (예: atcoder)", "このサイトのみ (例: atcoder)"],
    ["Open the report in your browser", "보고서를 브라우저에서 열기", "レポートをブラウザーで開く"],
    ["Open the charts", "차트 열기", "グラフを開く"],
    [
        "Comma-separated values (RFC 4180) with a header line",
        "쉼표로 구분한 값 (RFC 4180), 첫 행은 열 이름",
        "カンマ区切り (RFC 4180)、先頭行は列名",
    ],
    ["One JSON object per line", "한 줄에 JSON 객체 하나", "1行に1つの JSON オブジェクト"],
    ["File; `-` is standard input", "파일 (`-`는 표준 입력)", "ファイル (`-` は標準入力)"],
    [
        "Name of the import [default: the file name without its extension]",
        "가져오기의 이름 [기본값: 확장자를 뺀 파일 이름]",
        "インポートの名前 [デフォルト: 拡張子を除いたファイル名]",
    ],
    ["The member's name", "스터디원 이름", "メンバーの名前"],
    ["The key, e.g. streak.goal", "키 (예: streak.goal)", "キー (例: streak.goal)"],
];
