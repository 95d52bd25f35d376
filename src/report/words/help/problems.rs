//! `solutions`, `list`, `next`, `new`, `todo`.

use super::Said;

pub(super) const TEXTS: &[Said] = &[
    [
        "List the problems solved in your repositories",
        "저장소에 풀이가 있는 문제 목록 표시",
        "リポジトリに解答がある問題の一覧を表示する",
    ],
    [
        "A problem is recognised from the path of its file, the first lines of the file, the commit \
         message or the judge that the repository is about, in this order. Names after ~ are guesses: good \
         enough to tell problems apart, but possibly not the judge's ID. An unrecognised file counts as a \
         problem of its own.",
        "문제는 파일 경로, 파일의 첫 줄들, 커밋 메시지, 저장소가 다루는 저지의 순서로 알아냅니다. ~ 뒤의 \
         이름은 추측입니다. 문제를 구별하는 데는 충분하지만 저지의 ID와 다를 수 있습니다. 알아내지 못한 \
         파일은 그 자체로 한 문제로 셉니다.",
        "問題は、ファイルのパス、ファイルの先頭の数行、コミットメッセージ、リポジトリの対象サイトの順に判別\
         します。~ の後の名前は推測です。問題の区別には十分ですが、サイトの ID とは異なることがあります。判\
         別できないファイルは、それ自体を1問として数えます。",
    ],
    [
        "List files whose problem wasn't recognised, with the likely reason",
        "문제를 알아내지 못한 파일을 추정되는 이유와 함께 표시",
        "問題を判別できなかったファイルを、考えられる理由とともに表示する",
    ],
    [
        "List accepted problems with no committed solution, newest first",
        "맞았지만 커밋하지 않은 문제를 최신순으로 표시",
        "AC済み・未コミットの問題を新しい順に表示する",
    ],
    [
        "List committed Codeforces and AtCoder problems that were never accepted; from contests you took \
         part in, those missing in AtCoder Problems",
        "커밋했지만 맞은 적이 없는 Codeforces와 AtCoder 문제 표시 (참가한 대회의 문제는 AtCoder Problems에 \
         없는 것)",
        "コミット済みでACしていない Codeforces と AtCoder の問題を表示する (参加したコンテストの問題は \
         AtCoder Problems にないもの)",
    ],
    [
        "List all problems, not just the newest 50 (the default if the output isn't a terminal)",
        "최신 50문제로 줄이지 않고 모두 표시 (터미널이 아니면 기본 동작)",
        "最新50問に限らずすべて表示する (ターミナル以外への出力ではデフォルト)",
    ],
    [
        "Show your progress in lists of problems",
        "문제 목록의 진행 상황 표시",
        "問題リストの進み具合を表示する",
    ],
    [
        "Lists are your files under [[lists]] in cpt.toml, AtCoder's own sets (edpc, typical90, abs, ...), \
         and any contest by its ID. A problem is solved if a solution is committed or the judge has \
         accepted it. `cpt next --list NAME` recommends from a list.",
        "목록은 cpt.toml의 [[lists]]에 지정한 파일, AtCoder의 문제집(edpc, typical90, abs 등), ID로 지정한 \
         대회입니다. 풀이를 커밋했거나 저지에서 맞은 문제를 푼 문제로 셉니다. `cpt next --list NAME`은 \
         목록에서 문제를 추천합니다.",
        "リストは、cpt.toml の [[lists]] に指定したファイル、AtCoder の問題集 (edpc、typical90、abs \
         など)、ID で指定したコンテストです。解答がコミットされているか、サイトでACし\
         た問題を解いた問題とします。`cpt next --list NAME` はリストから問題をおすすめします。",
    ],
    ["Show the problems of this list", "이 목록의 문제 표시", "このリストの問題を表示する"],
    [
        "Show all lists, including AtCoder's sets that you haven't begun",
        "아직 시작하지 않은 AtCoder 문제집을 포함해 모든 목록 표시",
        "まだ始めていない AtCoder の問題集も含めて、すべてのリストを表示する",
    ],
    ["Only problems that aren't solved yet", "아직 풀지 않은 문제만", "まだ解いていない問題のみ"],
    [
        "Show how far this member of the group is",
        "이 스터디원의 진행 상황 표시",
        "このメンバーの進み具合を表示する",
    ],
    [
        "Show how far each member of the group is",
        "스터디원별 진행 상황 표시",
        "メンバーごとの進み具合を表示する",
    ],
    ["Recommend problems for today", "오늘 풀 문제 추천", "今日解く問題をおすすめする"],
    [
        "Picks problems you haven't attempted and have about a 50% chance of solving during a contest, \
         with a preference for tags you're weak in or haven't practised recently. For problems you have \
         attempted, see `cpt todo`. The list changes once a day; solved problems are ticked off. Tags are \
         hidden because they can spoil the problem. The chance while practising is estimated from problems \
         you attempted outside contests.",
        "아직 시도하지 않은 문제 중 대회 중에 풀 확률이 약 50%인 문제를 고르며, 약하거나 최근에 풀지 않은 \
         태그를 우선합니다. 시도한 문제는 `cpt todo`에서 볼 수 있습니다. 추천은 하루에 한 번 바뀌고, 푼 \
         문제에는 표시가 붙습니다. 태그는 힌트가 되므로 숨깁니다. 연습할 때 풀 확률은 대회 밖에서 시도한 \
         문제를 바탕으로 추정합니다.",
        "まだ提出していない問題のうち、コンテスト中に解ける確率が約50%のものを選び、苦手なタグや最近解いて\
         いないタグを優先します。提出したことのある問題は `cpt todo` で確認できます。おすすめは1日1回変わり\
         、解いた問題には印が付きます。タグはネタバレ防止のため非表示です。練習で解ける確率は、コンテスト外\
         で提出した問題から推定します。",
    ],
    ["Easier problems (about an 80% chance)", "더 쉬운 문제 (확률 약 80%)", "易しい問題 (確率 約80%)"],
    ["Harder problems (about a 25% chance)", "더 어려운 문제 (확률 약 25%)", "難しい問題 (確率 約25%)"],
    [
        "Chance of solving the problems, e.g. 0.3 or 30%",
        "문제를 풀 확률 (예: 0.3, 30%)",
        "問題を解ける確率 (例: 0.3, 30%)",
    ],
    [
        "Only problems with this tag, e.g. dp (Codeforces only)",
        "이 태그의 문제만 (예: dp, Codeforces만 지원)",
        "このタグの問題のみ (例: dp、Codeforces のみ)",
    ],
    [
        "Only problems of this judge, e.g. atcoder",
        "이 저지의 문제만 (예: atcoder)",
        "このサイトの問題のみ (例: atcoder)",
    ],
    [
        "Only problems in this difficulty range, e.g. 1200..1400 or 1200..",
        "이 난이도 범위의 문제만 (예: 1200..1400, 1200..)",
        "この難易度の範囲の問題のみ (例: 1200..1400, 1200..)",
    ],
    [
        "Only problems of this list, e.g. edpc, in its order",
        "이 목록의 문제를 목록 순서대로 (예: edpc)",
        "このリストの問題をリストの順に (例: edpc)",
    ],
    ["Number of problems", "문제 수", "問題数"],
    [
        "Show another selection for today; repeat with --again 2, 3, …",
        "오늘의 다른 추천 표시 (더 보려면 --again 2, 3, …)",
        "今日の別のおすすめを表示する (さらに見るには --again 2, 3, …)",
    ],
    ["Show the tags", "태그 표시", "タグを表示する"],
    [
        "Open the first unsolved problem (or number N) in your browser",
        "아직 풀지 않은 첫 문제(또는 N번째 문제)를 브라우저에서 열기",
        "まだ解いていない最初の問題 (または N 番目の問題) をブラウザーで開く",
    ],
    [
        "Create a solution file, or one for each problem of a contest",
        "풀이 파일 또는 대회의 모든 문제의 풀이 파일 생성",
        "解答ファイル、またはコンテストの全問題の解答ファイルを作成する",
    ],
    [
        "Follows the layout of your existing solutions, or `layout` in cpt.toml. Starts from `template`, \
         from template.EXT next to cpt.toml or empty, with the problem's link, title and difficulty at the \
         top. Never overwrites a file. Prints the path.",
        "기존 풀이의 배치 또는 cpt.toml의 `layout`을 따릅니다. `template`, cpt.toml 옆의 template.EXT 또는 \
         빈 파일에서 시작하며, 맨 위에 문제의 링크, 제목, 난이도를 적습니다. 기존 파일은 덮어쓰지 \
         않습니다. 파일의 경로를 출력합니다.",
        "既存の解答の配置、または cpt.toml の `layout` に従います。`template`、cpt.toml の横の template.EXT\
         、または空のファイルから始め、先頭に問題のリンク、タイトル、難易度を書きます。既存のファイルは上書\
         きしません。ファイルのパスを出力します。",
    ],
    [
        "The problem: a link, or an ID such as `abc300_a`, codeforces/4/A or boj/1000; or a whole contest, \
         e.g. abc300",
        "문제: 링크 또는 ID(`abc300_a`, codeforces/4/A, boj/1000 등), 또는 대회 전체 (예: abc300)",
        "問題: リンク、または `abc300_a`、codeforces/4/A、boj/1000 などの ID。またはコンテスト全体 (例: \
         abc300)",
    ],
    [
        "File extension, e.g. rs [default: your most common one]",
        "파일 확장자 (예: rs) [기본값: 가장 많이 쓴 확장자]",
        "ファイルの拡張子 (例: rs) [デフォルト: 最もよく使う拡張子]",
    ],
    [
        "Repository, as written in cpt.toml [default: the one with the most solutions for that judge]",
        "cpt.toml에 적힌 저장소 [기본값: 해당 저지의 풀이가 가장 많은 저장소]",
        "cpt.toml に書かれたリポジトリ [デフォルト: そのサイトの解答が最も多いもの]",
    ],
    [
        "Start from this file instead of the configured template; {ext} in its path is the extension",
        "설정된 템플릿 대신 사용할 파일 (경로의 {ext}는 확장자)",
        "設定されたテンプレートの代わりに使うファイル (パスの {ext} は拡張子)",
    ],
    [
        "Open the file, or the first of a contest, in $VISUAL or $EDITOR",
        "파일(대회라면 첫 파일)을 $VISUAL 또는 $EDITOR로 열기",
        "ファイル (コンテストなら最初のもの) を $VISUAL または $EDITOR で開く",
    ],
    [
        "List unsolved, uncommitted and due-for-review problems",
        "못 푼 문제, 커밋하지 않은 문제, 복습할 문제 표시",
        "未AC・未コミット・要復習の問題を表示する",
    ],
    [
        "Lists problems you attempted but didn't solve, unsolved problems from your contests (closest to \
         your level first), accepted problems you haven't committed, and solved problems due for review \
         (spaced repetition: the more trouble you had, the sooner). Shows the difficulty and your chance \
         of solving each at your present level. What you solved before your first commit and what has been \
         due for more than a year is shown only with `--all`. A committed problem counts as solved, even \
         if its submission is missing in the judge's archive.",
        "시도했지만 못 푼 문제, 참가한 대회에서 풀지 않은 문제(내 실력에 가까운 순), 맞았지만 커밋하지 \
         않은 문제, 복습할 문제를 표시합니다(간격 반복: 어려웠던 문제일수록 빨리). 각 문제의 난이도와 지금 \
         실력으로 풀 확률을 함께 보여 줍니다. 첫 커밋 전에 푼 문제와 복습 예정일이 1년 넘게 지난 문제는 \
         `--all`에서만 표시합니다. 커밋한 문제는 저지의 제출 기록에 없더라도 푼 문제로 봅니다.",
        "提出済み・未ACの問題、参加したコンテストの未提出問題 (実力に近い順)、AC済み・未コミットの問題、復\
         習する問題 (間隔反復: 苦労した問題ほど早く) を表示します。各問題の難易度と、今の実力で解ける確率も\
         表示します。最初のコミットより前に解いた問題と、復習予定日を1年以上過ぎた問題は `--all` でのみ表示\
         します。コミットした問題は、サイトの提出履歴になくても解いたものとみなします。",
    ],
    ["Show only this kind", "이 종류만 표시", "この種類のみ表示する"],
    [
        "Only problems submitted, encountered, accepted or due on or after this date",
        "이 날짜 이후에 제출했거나 접했거나 맞았거나 복습할 문제만",
        "この日以降に提出・出題・AC・復習予定の問題のみ",
    ],
    [
        "Only problems submitted, encountered, accepted or due on or before this date",
        "이 날짜까지 제출했거나 접했거나 맞았거나 복습할 문제만",
        "この日までに提出・出題・AC・復習予定の問題のみ",
    ],
    [
        "Show all problems, not just five of each kind",
        "종류마다 5문제로 줄이지 않고 모두 표시",
        "各5問に限らずすべて表示する",
    ],
];
