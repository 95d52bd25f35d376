//! `init`, `sync`, `doctor`, `config`, `demo`.

use super::Said;

pub(super) const TEXTS: &[Said] = &[
    [
        "Create a commented cpt.toml in the current directory",
        "현재 디렉터리에 주석이 달린 cpt.toml 생성",
        "現在のディレクトリにコメント付きの cpt.toml を作成する",
    ],
    [
        "Detects the git repository and its author. In a terminal, prompts for handles that weren't given; \
         press Enter to skip one.",
        "git 저장소와 작성자를 찾습니다. 터미널에서는 지정하지 않은 핸들을 물어봅니다. 건너뛰려면 Enter를 \
         누르세요.",
        "git リポジトリとその作者を検出します。ターミナルでは、指定されていないハンドルを尋ねます。省略する\
         には Enter を押してください。",
    ],
    [
        "With --github-action, --cron or --systemd, sets up a daily `cpt sync`.",
        "--github-action, --cron, --systemd는 `cpt sync`를 매일 실행하도록 설정합니다.",
        "--github-action、--cron、--systemd は、`cpt sync` を毎日実行するように設定します。",
    ],
    [
        "Overwrite an existing cpt.toml (with --github-action: the workflow)",
        "기존 cpt.toml 덮어쓰기 (--github-action과 함께 쓰면 워크플로)",
        "既存の cpt.toml を上書きする (--github-action ではワークフロー)",
    ],
    [
        "Create a GitHub Actions workflow that syncs daily, commits charts and publishes the report; also \
         cpt.toml if there is none",
        "매일 동기화하고 차트를 커밋하고 보고서를 게시하는 GitHub Actions 워크플로 생성 (cpt.toml이 없으면 \
         함께 생성)",
        "毎日の同期、グラフのコミット、レポートの公開を行う GitHub Actions ワークフローを作成する \
         (cpt.toml がなければ一緒に作成する)",
    ],
    [
        "Add a study group to cpt.toml, with members suggested by the repository",
        "저장소에서 추천한 스터디원으로 cpt.toml에 스터디 추가",
        "リポジトリからメンバーの候補を出して、cpt.toml に勉強会を追加する",
    ],
    [
        "In a terminal, prompts for the group's name, time zone, weeks, goal and fine, and suggests \
         members by the branches, directories and authors of the repository. Creates cpt.toml if there is \
         none. With --github-action, creates a workflow instead that posts the week of the configured \
         group to the webhook in the secret `CPT_WEBHOOK_URL`, on weekdays and when a week is settled.",
        "터미널에서는 스터디의 이름, 시간대, 주, 목표, 벌금을 물어보고, 저장소의 브랜치, 디렉터리, \
         작성자를 바탕으로 스터디원을 추천합니다. cpt.toml이 없으면 만듭니다. --github-action과 함께 쓰면 \
         대신 평일과 정산하는 날에 이번 주 현황을 시크릿 `CPT_WEBHOOK_URL`의 웹훅으로 보내는 워크플로를 \
         만듭니다.",
        "ターミナルでは、勉強会の名前、タイムゾーン、週、目標、罰金を尋ね、リポジトリのブランチ、ディレクト\
         リ、作者からメンバーの候補を出します。cpt.toml がなければ作成します。--github-action と併用すると\
         、代わりに、平日と週の精算時にその週の状況をシークレット `CPT_WEBHOOK_URL` の Webhook \
         に投稿するワークフローを作成します。",
    ],
    [
        "With --group, the group's name [default: the directory's]",
        "--group과 함께: 스터디 이름 [기본값: 디렉터리 이름]",
        "--group と併用: 勉強会の名前 [デフォルト: ディレクトリ名]",
    ],
    [
        "With --group, the time zone of its weeks, e.g. Asia/Seoul [default: this computer's]",
        "--group과 함께: 주를 세는 시간대 (예: Asia/Seoul) [기본값: 이 컴퓨터의 시간대]",
        "--group と併用: 週を数えるタイムゾーン (例: Asia/Seoul) [デフォルト: このコンピューターのもの]",
    ],
    [
        "With --group, the weekday that its weeks start on [default: monday]",
        "--group과 함께: 한 주가 시작하는 요일 [기본값: monday]",
        "--group と併用: 週の始まりの曜日 [デフォルト: monday]",
    ],
    [
        "With --group, when a week is settled, e.g. \"monday 20:00\" [default: at its end]",
        "--group과 함께: 한 주를 정산하는 때 (예: \"monday 20:00\") [기본값: 주가 끝날 때]",
        "--group と併用: 週を精算する時 (例: \"monday 20:00\") [デフォルト: 週の終わり]",
    ],
    [
        "With --group, the first day that counts [default: today]",
        "--group과 함께: 세기 시작하는 날 [기본값: 오늘]",
        "--group と併用: 数え始める日 [デフォルト: 今日]",
    ],
    [
        "With --group, what is asked of each: 5/week, 1/day, or \"all\" of what is assigned [default: \
         5/week]",
        "--group과 함께: 각자의 목표: 5/week, 1/day 또는 과제 전부인 \"all\" [기본값: 5/week]",
        "--group と併用: 各自の目標: 5/week、1/day、または課題すべての \"all\" [デフォルト: 5/week]",
    ],
    [
        "With --group, what a missed goal costs, e.g. \"1000 KRW/problem\" or \"5000 KRW/week\"",
        "--group과 함께: 목표를 못 채웠을 때의 벌금 (예: \"1000 KRW/problem\", \"5000 KRW/week\")",
        "--group と併用: 目標未達成の罰金 (例: \"1000 KRW/problem\"、\"5000 KRW/week\")",
    ],
    [
        "With --group, which of the suggested members to write: names separated by commas, all, or none",
        "--group과 함께: 추천된 스터디원 중 추가할 사람: 쉼표로 구분한 이름, all 또는 none",
        "--group と併用: 候補のうち追加するメンバー: カンマ区切りの名前、all、または none",
    ],
    [
        "Install cpt from this git repository in the workflow, e.g. <https://github.com/you/cpt>",
        "워크플로에서 cpt를 설치할 git 저장소 (예: <https://github.com/you/cpt>)",
        "ワークフローで cpt をインストールする git リポジトリ (例: <https://github.com/you/cpt>)",
    ],
    [
        "Print a crontab entry for a daily sync",
        "매일 동기화하는 crontab 항목 출력",
        "毎日同期する crontab の行を出力する",
    ],
    [
        "Print a systemd service and timer for a daily sync",
        "매일 동기화하는 systemd 서비스와 타이머 출력",
        "毎日同期する systemd のサービスとタイマーを出力する",
    ],
    [
        "Fetch data from the judges, scan your repositories and redraw the charts",
        "저지에서 데이터를 가져오고 저장소를 스캔해 차트 갱신",
        "各サイトからデータを取得し、リポジトリをスキャンしてグラフを更新する",
    ],
    [
        "Also updates the section of your README between `<!-- cpt:begin -->` and `<!-- cpt:end -->`.",
        "README에서 `<!-- cpt:begin -->`과 `<!-- cpt:end -->` 사이의 내용도 갱신합니다.",
        "README の `<!-- cpt:begin -->` と `<!-- cpt:end -->` の間も更新します。",
    ],
    [
        "Requests only what may have changed; lists of problems and contests are refreshed at most once a \
         day. If one source fails, the others are still saved and the failure is reported at the end.",
        "바뀌었을 수 있는 데이터만 요청하며, 문제와 대회 목록은 하루에 한 번까지만 갱신합니다. 하나가 \
         실패해도 나머지는 저장되고, 실패한 내용은 마지막에 알려 줍니다.",
        "変更の可能性があるデータだけをリクエストします。問題とコンテストの一覧の更新は1日1回までです。一部\
         の取得に失敗しても残りは保存され、失敗した内容は最後に表示されます。",
    ],
    [
        "Fetch everything again, even if it's already stored",
        "이미 저장된 데이터도 모두 다시 가져오기",
        "保存済みのデータもすべて取得し直す",
    ],
    [
        "Don't contact the judges; scan repositories and draw charts from stored data",
        "저지에 접속하지 않고 저장소를 스캔해 저장된 데이터로 차트 그리기",
        "サイトに接続せず、リポジトリをスキャンして保存済みのデータからグラフを描画する",
    ],
    ["Print every request", "모든 요청 출력", "すべてのリクエストを表示する"],
    [
        "Check the configuration, repositories, data and connections",
        "설정, 저장소, 데이터, 연결 상태 점검",
        "設定・リポジトリ・データ・接続を診断する",
    ],
    [
        "Prints one line per check, with a fix for each problem. Sends one small request to each judge. \
         Files among the solutions that look like tests, generators, templates or tools are listed with \
         the `ignore` globs that would exclude them.",
        "점검 항목마다 한 줄씩, 문제가 있으면 해결 방법과 함께 출력합니다. 각 저지에 작은 요청을 하나씩 \
         보냅니다. 풀이 중 테스트, 생성기, 템플릿, 도구로 보이는 파일은 제외할 수 있는 `ignore` 패턴과 \
         함께 알려 줍니다.",
        "診断項目ごとに1行ずつ、問題があれば対処方法とともに表示します。各サイトに小さなリクエストを1つずつ\
         送ります。解答の中でテスト・ジェネレーター・テンプレート・ツールと思われるファイルは、除外するため\
         の `ignore` パターンとともに表示します。",
    ],
    ["Don't contact the judges", "저지에 접속하지 않음", "サイトに接続しない"],
    [
        "Show and change settings in cpt.toml, or print its schema",
        "cpt.toml의 설정 표시와 변경, 스키마 출력",
        "cpt.toml の設定を表示・変更し、スキーマを出力する",
    ],
    [
        "Keys are written as in `streak.goal`, `handles.codeforces` or `targets[0].by`.",
        "키는 `streak.goal`, `handles.codeforces`, `targets[0].by`처럼 씁니다.",
        "キーは `streak.goal`、`handles.codeforces`、`targets[0].by` のように書きます。",
    ],
    ["Print the path of the configuration file", "설정 파일의 경로 출력", "設定ファイルのパスを表示する"],
    [
        "Print the value of a key; exit with status 1 if it isn't set",
        "키의 값 출력 (설정되지 않았으면 종료 코드 1)",
        "キーの値を表示する (設定されていなければ終了コード1)",
    ],
    [
        "Set a key, keeping comments and everything else in the file",
        "키 설정 (주석과 나머지 내용은 그대로 유지)",
        "キーを設定する (コメントなどほかの内容はそのまま)",
    ],
    [
        "The value: a string, a number or TOML, e.g. `[\"sunday\"]`",
        "값: 문자열, 숫자 또는 TOML (예: `[\"sunday\"]`)",
        "値: 文字列、数値、または TOML (例: `[\"sunday\"]`)",
    ],
    [
        "Print the JSON Schema with which editors check and complete cpt.toml",
        "편집기에서 cpt.toml을 검사하고 자동 완성하는 데 쓰는 JSON 스키마 출력",
        "エディターが cpt.toml の検査と補完に使う JSON スキーマを出力する",
    ],
    ["Try cpt on sample data", "예제 데이터로 cpt 체험", "サンプルデータで cpt を試す"],
    [
        "Creates a sample repository in a temporary directory, starts a local test server with sample \
         data, and runs a real sync against it. Needs no internet connection.",
        "임시 디렉터리에 예제 저장소를 만들고 예제 데이터를 제공하는 로컬 테스트 서버를 띄워 실제로 \
         동기화합니다. 인터넷 연결이 필요 없습니다.",
        "一時ディレクトリにサンプルのリポジトリを作り、サンプルデータを返すローカルのテストサーバーを起動し\
         て、実際に同期します。インターネット接続は不要です。",
    ],
    [
        "Keep the sample workspace in this directory (must be new or empty)",
        "예제 작업 공간을 남길 디렉터리 (새 디렉터리 또는 빈 디렉터리)",
        "サンプルの作業場所を残すディレクトリ (新規または空)",
    ],
    [
        "Show a study group that shares a repository instead",
        "대신 저장소를 함께 쓰는 스터디 보기",
        "代わりにリポジトリを共有する勉強会を表示する",
    ],
];
