//! `status`, `streak`, `rating`, `target`, `stats`, `contests`.

use super::Said;

pub(super) const TEXTS: &[Said] = &[
    [
        "Show your ratings, targets and streak (the default command)",
        "레이팅, 목표, 스트릭 표시 (기본 명령)",
        "レーティング・目標・ストリークを表示する (デフォルト)",
    ],
    ["Show your daily streak", "스트릭 표시", "ストリークを表示する"],
    [
        "Reads your git repositories directly, so it needs neither a network connection nor a sync. \
         Without a cpt.toml, uses the current repository with default settings. Days can also be counted \
         by accepted submissions: set `source` under `[streak]` in cpt.toml, or use --source once. \
         Submissions come from `cpt sync`, and from the READMEs that BaekjoonHub or LeetHub write next to \
         solutions.",
        "git 저장소를 직접 읽으므로 네트워크도 동기화도 필요 없습니다. cpt.toml이 없으면 현재 저장소를 \
         기본 설정으로 읽습니다. 정답 제출을 기준으로 셀 수도 있습니다. cpt.toml의 [streak]에 `source`를 \
         설정하거나 --source로 한 번만 바꾸세요. 제출은 `cpt sync`로 가져오거나, BaekjoonHub나 LeetHub가 \
         풀이 옆에 쓴 README에서 읽습니다.",
        "git リポジトリを直接読むため、ネットワークも同期も不要です。cpt.toml がなければ、現在のリポジトリ\
         をデフォルト設定で読みます。ACした提出で数えることもできます。cpt.toml の [streak] に `source` \
         を設定するか、一度だけなら --source を使ってください。提出は `cpt sync` \
         で取得するほか、BaekjoonHub や LeetHub が解答の横に書いた README からも読みます。",
    ],
    [
        "Print only what's left to do; exit with status 1 if today's goal isn't met",
        "오늘 남은 문제 수만 출력 (목표를 달성하지 못했으면 종료 코드 1)",
        "今日の残りだけを表示する (目標が未達成なら終了コード1)",
    ],
    [
        "Print a short line for a shell prompt or status bar",
        "셸 프롬프트나 상태 표시줄에 쓸 짧은 한 줄 출력",
        "シェルのプロンプトやステータスバー用の短い1行を出力する",
    ],
    ["Use only ASCII characters", "ASCII 문자만 사용", "ASCII 文字だけを使う"],
    [
        "Print one line, once a day from this time on; used by `cpt hook`",
        "이 시각부터 하루에 한 번만 한 줄 출력 (`cpt hook`에서 사용)",
        "この時刻以降、1日1回だけ1行を表示する (`cpt hook` が使用)",
    ],
    [
        "Show a whole year [default: the current year]",
        "한 해 전체 표시 [기본값: 올해]",
        "1年分を表示する [デフォルト: 今年]",
    ],
    ["Show the last N weeks", "최근 N주 표시", "直近N週を表示する"],
    [
        "Count commits, accepted submissions or both, overriding cpt.toml",
        "무엇을 셀지 선택: 커밋, 정답 제출 또는 둘 다 (cpt.toml보다 우선)",
        "数える対象: コミット、ACした提出、または両方 (cpt.toml より優先)",
    ],
    [
        "Show one row per author; includes everyone unless `authors` is set",
        "작성자마다 한 행씩 표시 (`authors`를 설정하지 않았으면 모든 작성자)",
        "作者ごとに1行表示する (`authors` を設定していなければ全員)",
    ],
    [
        "Show your ratings and recent contests",
        "레이팅과 최근 대회 표시",
        "レーティングと最近のコンテストを表示する",
    ],
    [
        "Show each rating after contests with these performances, e.g. 1200,1400",
        "이 퍼포먼스로 대회를 마쳤을 때의 레이팅 표시 (예: 1200,1400)",
        "このパフォーマンスでコンテストを終えた場合のレーティングを表示する (例: 1200,1400)",
    ],
    ["Only this contest type", "이 종류의 대회만 표시", "この部門のみ"],
    [
        "Show the approximate equivalent at the other judge",
        "다른 저지 기준으로 환산한 레이팅 표시 (참고용)",
        "ほかのサイトでの換算レーティングを表示する (目安)",
    ],
    ["Show, add and remove targets", "목표 표시, 추가, 삭제", "目標を表示・追加・削除する"],
    [
        "Forecasts simulate thousands of possible futures based on how often you compete and how you \
         perform.",
        "예측은 대회에 얼마나 자주 참가하고 어떤 성적을 내는지를 바탕으로 앞으로의 레이팅을 수천 번 \
         시뮬레이션한 결과입니다.",
        "予測は、コンテストへの参加頻度と成績をもとに、今後のレーティングを数千回シミュレーションした結果で\
         す。",
    ],
    ["Add a target", "목표 추가", "目標を追加する"],
    ["Show all targets (the default)", "모든 목표 표시 (기본 동작)", "すべての目標を表示する (デフォルト)"],
    ["Remove a target", "목표 삭제", "目標を削除する"],
    [
        "A colour, title or rating, e.g. green, 민트, 水色, specialist, 1400",
        "색, 칭호 또는 레이팅 (예: green, 민트, 水色, specialist, 1400)",
        "色・称号・レーティング (例: green, 민트, 水色, specialist, 1400)",
    ],
    [
        "Due date, e.g. 2026-12-31, 2027 or +6m",
        "기한 (예: 2026-12-31, 2027, +6m)",
        "期限 (例: 2026-12-31, 2027, +6m)",
    ],
    ["Contest type at AtCoder", "AtCoder의 대회 종류", "AtCoder の部門"],
    [
        "Use the approximate equivalent of a goal at another judge, e.g. \"codeforces mint\"",
        "다른 저지의 목표를 환산해 사용 (예: \"codeforces mint\")",
        "ほかのサイトの目標を換算して使う (例: \"codeforces mint\")",
    ],
    ["The colour, title or rating", "색, 칭호 또는 레이팅", "色・称号・レーティング"],
    [
        "Due date, if several targets have the same goal",
        "기한 (같은 목표가 여러 개일 때)",
        "期限 (同じ目標が複数ある場合)",
    ],
    [
        "Contest type, if both have a target with this goal",
        "대회 종류 (두 종류에 같은 목표가 있을 때)",
        "部門 (両方に同じ目標がある場合)",
    ],
    [
        "Show statistics by difficulty, tag, judge and month",
        "푼 문제 수를 난이도·태그·저지·월별로 표시",
        "解いた問題数を難易度・タグ・サイト・月別に表示する",
    ],
    [
        "A problem counts on the day it is first accepted, or as attempted while it is unsolved. Shows how \
         many of the attempted problems were solved, how many of them on the first try, and the number of \
         attempts per solved problem. A period is compared with the preceding one of the same length. \
         AtCoder has no tags, so its problems are untagged. For judges that cpt doesn't fetch (BOJ, \
         Programmers, LeetCode, ...), committed problems are counted on their own scales, as recorded in \
         the READMEs of BaekjoonHub and LeetHub.",
        "문제는 처음 맞은 날에 세며, 아직 풀지 못했으면 시도한 문제로 셉니다. 시도한 문제 중 푼 문제 수, \
         한 번에 맞은 문제 수, 푼 문제당 시도 횟수를 보여 줍니다. 기간을 지정하면 바로 앞의 같은 길이 \
         기간과 비교합니다. AtCoder에는 태그가 없어 태그 없음으로 표시됩니다. cpt가 데이터를 가져오지 않는 \
         저지(BOJ, Programmers, LeetCode 등)는 커밋한 문제를 BaekjoonHub와 LeetHub의 README에 적힌 \
         난이도로 셉니다.",
        "問題は最初にACした日に数え、解けていない間は提出済み・未ACとして数えます。提出した問題のうち解い\
         た数、一発ACの数、解いた問題あたりの試行回数を表示します。期間を指定すると、直前の同じ長さの期間と\
         比較します。AtCoder にはタグがないため、タグなしになります。cpt がデータを取得しないサイト \
         (BOJ、Programmers、LeetCode など) は、コミットした問題を BaekjoonHub や LeetHub の README \
         に書かれた難易度で数えます。",
    ],
    [
        "Period ending today, e.g. 30d, 12w, 6m, 1y",
        "오늘까지의 기간 (예: 30d, 12w, 6m, 1y)",
        "今日までの期間 (例: 30d, 12w, 6m, 1y)",
    ],
    [
        "Only problems within reach (a 10–90% chance at your level)",
        "풀 만한 문제만 (내 실력에서 풀 확률 10~90%)",
        "手が届く問題のみ (実力で解ける確率10〜90%)",
    ],
    [
        "Show all tags and months, not just twelve",
        "태그와 월을 12개로 줄이지 않고 모두 표시",
        "タグと月を12件に限らずすべて表示する",
    ],
    [
        "List upcoming and past contests",
        "예정된 대회와 지난 대회 표시",
        "予定されたコンテストと過去のコンテストを表示する",
    ],
    [
        "Upcoming contests show whether they are rated for you. Past ones show your rank, performance (~ \
         estimated, ≤ upper bound), new rating, and how many problems you solved during the contest and \
         later. Virtual participations are included.",
        "예정된 대회에는 레이팅이 반영되는지 표시합니다. 지난 대회에는 등수, 퍼포먼스(~ 추정, ≤ 상한), 새 \
         레이팅, 대회 중과 이후에 푼 문제 수를 표시합니다. 버추얼 참가도 포함합니다.",
        "予定されたコンテストには Rated かどうかを表示します。過去のコンテストには順位、パフォーマンス (~ \
         推定、≤ 上限)、新レーティング、コンテスト中とその後に解いた問題数を表示します。バーチャル参加も含\
         みます。",
    ],
    ["Only contests on or after this date", "이 날짜 이후의 대회만", "この日以降のコンテストのみ"],
    ["Only contests on or before this date", "이 날짜까지의 대회만", "この日までのコンテストのみ"],
    [
        "Show all contests, not just ten upcoming and ten past; with --ics, include those that aren't \
         rated for you",
        "예정·지난 대회를 10개씩으로 줄이지 않고 모두 표시 (--ics에서는 레이팅 미반영 대회도 포함)",
        "予定・過去の各10件に限らずすべて表示する (--ics では Unrated のコンテストも含める)",
    ],
    [
        "Write upcoming contests that are rated for you to an iCalendar file",
        "레이팅이 반영되는 예정된 대회를 iCalendar 파일로 저장",
        "Rated の予定されたコンテストを iCalendar ファイルに書き込む",
    ],
];
