//! `group`, and what a shell is given: `completions`, `hook`, `man`.

use super::Said;

pub(super) const TEXTS: &[Said] = &[
    [
        "Show what each member of a study group solved this week",
        "스터디원이 이번 주에 푼 문제 표시",
        "勉強会の各メンバーが今週解いた問題を表示する",
    ],
    [
        "Prints one line per member: days, problems toward the goal, assigned problems, streak in weeks, \
         and the fine if the week ended now. The group is configured under `[group]` in cpt.toml.",
        "스터디원마다 한 줄씩 출력합니다: 활동한 날, 목표에 든 문제, 과제, 주간 스트릭, 이번 주가 지금 \
         끝날 때의 벌금. 스터디는 cpt.toml의 [group]에서 설정합니다.",
        "メンバーごとに1行表示します: 活動日、目標に数える問題、課題、週のストリーク、今週が今終わった場合\
         の罰金。勉強会は cpt.toml の [group] で設定します。",
    ],
    [
        "Week to show, e.g. 2026-W47, one of its days, or \"settled\" for the last settled one",
        "표시할 주 (예: 2026-W47), 그 주의 하루, 또는 마지막으로 정산된 주를 뜻하는 settled",
        "表示する週 (例: 2026-W47)、その週の1日、または最後に精算された週を表す settled",
    ],
    [
        "Add up the weeks that end in a month [default: this month]",
        "그 달에 끝나는 주의 합계 표시 [기본값: 이번 달]",
        "その月に終わる週を合計する [デフォルト: 今月]",
    ],
    [
        "Show what this member solved, day by day",
        "이 스터디원이 푼 문제를 날짜별로 표시",
        "このメンバーが解いた問題を日別に表示する",
    ],
    [
        "Show which assigned problems each member has not solved",
        "스터디원별로 풀지 않은 과제 표시",
        "メンバーごとに解いていない課題を表示する",
    ],
    [
        "Output Markdown, for a README or an issue",
        "Markdown으로 출력 (README나 이슈용)",
        "Markdown で出力する (README や issue 用)",
    ],
    [
        "Post the week to the Discord or Slack webhook in `CPT_WEBHOOK_URL`",
        "`CPT_WEBHOOK_URL`의 Discord 또는 Slack 웹훅으로 이번 주 현황 전송",
        "`CPT_WEBHOOK_URL` の Discord または Slack の Webhook に週の状況を投稿する",
    ],
    [
        "Show fines and excuses since the beginning, by week and member, with totals",
        "처음부터의 벌금과 면제를 주별·스터디원별로 합계와 함께 표시",
        "開始以来の罰金と免除を、週別・メンバー別に合計とともに表示する",
    ],
    ["Add a member, from today on", "오늘부터 스터디원 추가", "今日からのメンバーを追加する"],
    [
        "Remove a member; settled weeks keep them",
        "스터디원 삭제 (정산된 주에는 남음)",
        "メンバーを削除する (精算済みの週には残る)",
    ],
    [
        "Excuse a member for a day or a range of days",
        "하루 또는 여러 날 동안 스터디원 면제",
        "1日または期間を指定してメンバーを免除する",
    ],
    [
        "A date, e.g. 2026-11-20, or a range, e.g. 2026-11-09..2026-11-15",
        "날짜 (예: 2026-11-20) 또는 기간 (예: 2026-11-09..2026-11-15)",
        "日付 (例: 2026-11-20) または期間 (例: 2026-11-09..2026-11-15)",
    ],
    [
        "An email or name in their commits; can be repeated",
        "커밋에 쓰는 이메일 또는 이름 (여러 번 지정 가능)",
        "コミットのメールアドレスまたは名前 (複数指定可)",
    ],
    [
        "A glob of their files in a shared repository, e.g. \"ada/**\"; can be repeated",
        "공유 저장소에서 이 스터디원의 파일 패턴 (예: \"ada/**\", 여러 번 지정 가능)",
        "共有リポジトリでのファイルのパターン (例: \"ada/**\"、複数指定可)",
    ],
    [
        "Their branch in a shared repository",
        "공유 저장소에서 이 스터디원의 브랜치",
        "共有リポジトリでのブランチ",
    ],
    [
        "Their own repository, relative to cpt.toml",
        "이 스터디원의 저장소 (cpt.toml 기준 경로)",
        "メンバー自身のリポジトリ (cpt.toml からの相対パス)",
    ],
    ["Their own goal, e.g. 3/week", "개인 목표 (예: 3/week)", "個人の目標 (例: 3/week)"],
    ["Their first day [default: today]", "시작하는 날 [기본값: 오늘]", "開始日 [デフォルト: 今日]"],
    [
        "Print a completion script for your shell",
        "셸 자동 완성 스크립트 출력",
        "シェルの補完スクリプトを出力する",
    ],
    [
        "Completes commands and options, and also your targets, stored problems, tags, lists and \
         repositories, from local data and without network access; in nushell, only commands, options and \
         their fixed values.",
        "명령과 옵션 외에 목표, 저장된 문제, 태그, 목록, 저장소도 네트워크 없이 로컬 데이터로 완성합니다. \
         nushell에서는 명령, 옵션, 고정된 값만 완성합니다.",
        "コマンドとオプションに加えて、目標、保存済みの問題、タグ、リスト、リポジトリも、ネットワークを使わ\
         ずローカルデータから補完します。nushell ではコマンド、オプション、固定の値だけです。",
    ],
    [
        "Print lines for your shell's startup file that show your streak once a day",
        "하루에 한 번 스트릭을 보여 주는 셸 시작 파일용 코드 출력",
        "1日1回ストリークを表示する、シェルの起動ファイル用の行を出力する",
    ],
    [
        "They show it in the first terminal that you open after the given time, for the cpt.toml found \
         from here, by running `cpt streak --daily-from`.",
        "지정한 시각이 지난 뒤 처음 여는 터미널에서, 현재 위치에서 찾은 cpt.toml을 기준으로 `cpt streak \
         --daily-from`을 실행합니다.",
        "指定した時刻の後に最初に開いたターミナルで、ここから見つかる cpt.toml について `cpt streak \
         --daily-from` を実行します。",
    ],
    ["Time of day from which to show it", "표시를 시작할 시각", "表示を始める時刻"],
    [
        "Write manual pages, one per command",
        "명령별 매뉴얼 페이지 작성",
        "コマンドごとのマニュアルページを作成する",
    ],
    [
        "Put them where `man` looks: in a directory man1 below one that `manpath` prints, e.g. \
         ~/.local/share/man/man1.",
        "`manpath`가 출력하는 디렉터리 아래의 man1에 두면 `man`으로 볼 수 있습니다 (예: \
         ~/.local/share/man/man1).",
        "`manpath` が出力するディレクトリの下の man1 に置くと、`man` で読めます (例: \
         ~/.local/share/man/man1)。",
    ],
    ["Output directory", "출력 디렉터리", "出力ディレクトリ"],
    [
        "\
In the file that your shell reads when it starts:
  bash        source <(cpt completions bash)
  zsh         source <(cpt completions zsh)    (after compinit)
  fish        cpt completions fish | source
  PowerShell  cpt completions powershell | Out-String | Invoke-Expression
  elvish      eval (cpt completions elvish | slurp)
  nushell     source cpt.nu    (after cpt completions nushell | save cpt.nu)",
        "\
셸이 시작할 때 읽는 파일에 추가하세요:
  bash        source <(cpt completions bash)
  zsh         source <(cpt completions zsh)    (compinit 뒤에)
  fish        cpt completions fish | source
  PowerShell  cpt completions powershell | Out-String | Invoke-Expression
  elvish      eval (cpt completions elvish | slurp)
  nushell     source cpt.nu    (먼저 cpt completions nushell | save cpt.nu)",
        "\
シェルが起動時に読むファイルに追加してください:
  bash        source <(cpt completions bash)
  zsh         source <(cpt completions zsh)    (compinit の後)
  fish        cpt completions fish | source
  PowerShell  cpt completions powershell | Out-String | Invoke-Expression
  elvish      eval (cpt completions elvish | slurp)
  nushell     source cpt.nu    (先に cpt completions nushell | save cpt.nu)",
    ],
    [
        "\
Append them to the file, e.g. `cpt hook bash --after 20:00 >> ~/.bashrc`.",
        "\
파일 끝에 추가하세요. 예: `cpt hook bash --after 20:00 >> ~/.bashrc`",
        "\
ファイルの末尾に追加してください。例: `cpt hook bash --after 20:00 >> ~/.bashrc`",
    ],
];
