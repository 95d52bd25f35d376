//! `chart`, `review`, `export`, `import`, `report`, `serve`.

use super::Said;

pub(super) const TEXTS: &[Said] = &[
    [
        "Redraw charts from stored data",
        "저장된 데이터로 차트 다시 그리기",
        "保存済みのデータからグラフを描き直す",
    ],
    [
        "Uses ratings from the last sync and solutions from git. Prints the files written and, for cards, \
         the Markdown to paste into a README.",
        "레이팅은 마지막 동기화, 풀이는 현재 git 기준입니다. 저장한 파일을 출력하고, 카드라면 README에 \
         붙여 넣을 Markdown도 출력합니다.",
        "レーティングは前回の同期、解答は現在の git のものです。書き込んだファイルを表示し、カードの場合は \
         README に貼り付ける Markdown も表示します。",
    ],
    ["Charts to draw [default: all]", "그릴 차트 [기본값: 모두]", "描画するグラフ [デフォルト: すべて]"],
    [
        "Output directory [default: from cpt.toml]",
        "출력 디렉터리 [기본값: cpt.toml의 설정]",
        "出力ディレクトリ [デフォルト: cpt.toml の設定]",
    ],
    [
        "Output formats [default: from cpt.toml]",
        "출력 형식 [기본값: cpt.toml의 설정]",
        "出力形式 [デフォルト: cpt.toml の設定]",
    ],
    [
        "Background to draw for [default: from cpt.toml]",
        "배경 [기본값: cpt.toml의 설정]",
        "背景 [デフォルト: cpt.toml の設定]",
    ],
    [
        "Size in pixels, from 600x320 to 3840x2160; PNGs are rendered at 2x",
        "픽셀 크기, 600x320부터 3840x2160까지 (PNG는 2배)",
        "ピクセル単位のサイズ、600x320〜3840x2160 (PNG は2倍)",
    ],
    [
        "How to split the bars of `cpt chart solved` [default: from cpt.toml]",
        "`cpt chart solved`의 막대를 나누는 기준 [기본값: cpt.toml의 설정]",
        "`cpt chart solved` の棒を分ける基準 [デフォルト: cpt.toml の設定]",
    ],
    ["How hard the problems are", "문제의 난이도", "問題の難易度"],
    [
        "Whether they were below, at or above your level when you solved them",
        "풀었을 때의 내 실력보다 낮은지, 같은지, 높은지",
        "解いた時の実力より下か、同じか、上か",
    ],
    [
        "Draw rating charts in the terminal instead of writing files",
        "파일로 저장하지 않고 터미널에 레이팅 그래프 그리기",
        "ファイルに書き込まず、ターミナルにレーティンググラフを描画する",
    ],
    [
        "Print the names of the charts, one per line",
        "차트 이름을 한 줄에 하나씩 출력",
        "グラフの名前を1行ずつ出力する",
    ],
    [
        "A rating with its colours; one chart per rating",
        "색과 함께 보는 레이팅 (레이팅마다 하나씩)",
        "色とレーティング (レーティングごとに1枚)",
    ],
    [
        "All ratings on one time axis, with your practice below",
        "모든 레이팅의 추이와 그 아래의 연습량",
        "全レーティングの推移と、その下に精進の量",
    ],
    [
        "Solved problems per day: the last year, or each year in its own row with --since",
        "날짜별로 푼 문제: 최근 1년, --since를 쓰면 연도별 한 행",
        "日別の解いた問題: 直近1年、--since では1年ごとに1行",
    ],
    [
        "Solved problems per week by difficulty, with the moving average; the last year or --since",
        "주별·난이도별로 푼 문제와 이동 평균 (최근 1년 또는 --since부터)",
        "週別・難易度別の解いた問題と移動平均 (直近1年または --since から)",
    ],
    [
        "Difficulty of solved problems compared with your rating; one chart per judge, on its own scale \
         for BOJ and others",
        "푼 문제의 난이도와 레이팅 비교 (저지마다 하나씩, BOJ 등은 자체 척도)",
        "解いた問題の難易度とレーティングの比較 (サイトごとに1枚、BOJ などは独自の尺度)",
    ],
    [
        "Success rate per tag for problems within reach, worst first",
        "풀 만한 문제의 태그별 정답률 (낮은 순)",
        "手が届く問題のタグ別の正答率 (低い順)",
    ],
    [
        "When you practise: hours by weekday; the last year or --since",
        "연습하는 시간: 요일별 시간대 (최근 1년 또는 --since부터)",
        "精進する時間: 曜日別の時間帯 (直近1年または --since から)",
    ],
    [
        "A year in one picture to share, 1200x630: numbers, ratings, days; the current year or that of \
         --until",
        "공유용 한 해 결산 이미지, 1200x630: 수치, 레이팅, 활동 달력 (올해 또는 --until의 해)",
        "共有用の1年の画像、1200x630: 数値、レーティング、活動日 (今年または --until の年)",
    ],
    [
        "Small cards for a README or profile page, in light and dark: ratings, streak, half a year",
        "README나 프로필에 넣을 작은 카드, 라이트와 다크: 레이팅, 스트릭, 최근 반년",
        "README やプロフィール用の小さなカード、ライトとダーク: レーティング、ストリーク、直近半年",
    ],
    [
        "A study group: a row of days per member with the weekly goals, and everyone's ratings per judge",
        "스터디: 스터디원별 활동 달력과 주간 목표, 저지별 전원의 레이팅",
        "勉強会: メンバーごとの活動日と週間目標、サイトごとの全員のレーティング",
    ],
    ["Scalable, with tooltips", "벡터 이미지, 툴팁 포함", "ベクター画像、ツールチップ付き"],
    ["Pixels, at twice the natural size", "비트맵 이미지, 2배 크기", "ビットマップ画像、2倍サイズ"],
    ["Light background", "밝은 배경", "明るい背景"],
    ["Dark background", "어두운 배경", "暗い背景"],
    [
        "Both; the dark files' names end in `-dark`",
        "둘 다 (어두운 배경의 파일 이름은 `-dark`로 끝남)",
        "両方 (暗い背景のファイル名は末尾が `-dark`)",
    ],
    ["Write a year in review", "한 해 결산 작성", "1年の振り返りを作成する"],
    [
        "Prints Markdown for a blog: practice, solved problems by judge and colour, new tags, contests and \
         colours reached, compared with the year before, and what's next. Draws its charts into a \
         directory next to it. For the current year, covers the year to date and compares it with the same \
         period last year.",
        "블로그에 올릴 Markdown을 출력합니다: 연습, 저지·색별로 푼 문제, 새 태그, 참가한 대회와 달성한 색, \
         전년과의 비교, 앞으로의 전망. 차트는 옆의 디렉터리에 그립니다. 올해라면 오늘까지를 전년의 같은 \
         기간과 비교합니다.",
        "ブログ用の Markdown を出力します: 精進、サイト別・色別の解いた問題、新しいタグ、コンテストと到達し\
         た色、前年との比較、今後の見通し。グラフは横のディレクトリに描画します。今年の場合は今日までを前年\
         の同じ期間と比較します。",
    ],
    [
        "Year [default: the current year, or last year in January]",
        "연도 [기본값: 올해, 1월에는 작년]",
        "年 [デフォルト: 今年、1月は前年]",
    ],
    [
        "Output an HTML page with the charts included",
        "차트가 포함된 HTML로 출력",
        "グラフを含む HTML で出力する",
    ],
    [
        "Directory for the charts [default: review-YEAR]",
        "차트를 저장할 디렉터리 [기본값: review-연도]",
        "グラフのディレクトリ [デフォルト: review-年]",
    ],
    ["Don't draw charts", "차트를 그리지 않음", "グラフを描画しない"],
    [
        "Export your data as CSV or JSON Lines",
        "CSV 또는 JSON Lines로 내보내기",
        "CSV または JSON Lines でエクスポートする",
    ],
    [
        "Prints one table, or writes several to a directory with --out. Ratings and submissions are from \
         the last sync; solutions and days are read from git. Run `cpt export --columns` for a description \
         of the columns.",
        "표 하나를 출력하거나, --out으로 여러 표를 디렉터리에 저장합니다. 레이팅과 제출은 마지막 동기화, \
         풀이와 날짜는 현재 git 기준입니다. 열 설명은 `cpt export --columns`로 볼 수 있습니다.",
        "表を1つ出力するか、--out で複数の表をディレクトリに書き込みます。レーティングと提出は前回の同期、\
         解答と日別は現在の git のものです。列の説明は `cpt export --columns` で表示できます。",
    ],
    [
        "In CSV, text that a spreadsheet could take for a formula (starting with = + - @, a tab or a line \
         break) is prefixed with an apostrophe; numbers are unchanged. JSON Lines has every text unchanged.",
        "CSV에서는 스프레드시트가 수식으로 볼 수 있는 문자열(= + - @, 탭, 줄바꿈으로 시작) 앞에 \
         작은따옴표를 붙입니다. 숫자는 그대로입니다. JSON Lines에서는 모든 문자열이 그대로입니다.",
        "CSV では、表計算ソフトが数式とみなす可能性のある文字列 (= + - @、タブ、改行で始まるもの) の前にア\
         ポストロフィを付けます。数値はそのままです。JSON Lines ではすべての文字列がそのままです。",
    ],
    [
        "Tables to export [default with --out: all]",
        "내보낼 표 [--out 사용 시 기본값: 모두]",
        "エクスポートする表 [--out でのデフォルト: すべて]",
    ],
    ["Output format", "출력 형식", "出力形式"],
    [
        "Write one file per table to this directory, e.g. ratings.csv (with a UTF-8 BOM for Excel)",
        "표마다 파일 하나씩 이 디렉터리에 저장 (예: ratings.csv, Excel을 위한 UTF-8 BOM 포함)",
        "表ごとに1ファイルをこのディレクトリに書き込む (例: ratings.csv、Excel 用の UTF-8 BOM 付き)",
    ],
    ["Describe the columns", "열 설명 출력", "列の説明を表示する"],
    ["All contests you took part in", "참가한 모든 대회", "参加したすべてのコンテスト"],
    ["All your submissions", "모든 제출", "すべての提出"],
    ["All solution files, by commit", "커밋별 모든 풀이 파일", "コミットごとのすべての解答ファイル"],
    ["All days with a solution", "풀이가 있는 모든 날", "解答のあるすべての日"],
    [
        "Import ratings and submissions of any judge from a file",
        "파일에서 저지의 레이팅과 제출 가져오기",
        "任意のサイトのレーティングと提出をファイルからインポートする",
    ],
    [
        "The file is CSV or JSON Lines with the columns of `cpt export ratings` or `cpt export \
         submissions`. Required for ratings: judge, contest, at and new (and handle, if cpt.toml has \
         none); for submissions: judge, at, problem, and outcome or verdict. A judge unknown to cpt is \
         added under its name.",
        "파일은 `cpt export ratings` 또는 `cpt export submissions`의 열을 가진 CSV 또는 JSON Lines입니다. \
         레이팅에는 judge, contest, at, new(cpt.toml에 핸들이 없으면 handle도), 제출에는 judge, at, \
         problem과 outcome 또는 verdict가 필요합니다. cpt에 없는 저지는 적힌 이름으로 추가됩니다.",
        "ファイルは、`cpt export ratings` または `cpt export submissions` の列を持つ CSV か JSON Lines \
         です。レーティングには judge、contest、at、new (cpt.toml にハンドルがなければ handle \
         も)、提出には judge、at、problem と、outcome または verdict が必要です。cpt にないサイトは、書かれ\
         た名前で追加されます。",
    ],
    [
        "Imported data adds to what the judges report; where both have it, the judge's holds. Importing \
         again replaces the earlier import of the same name; --remove deletes it and nothing else. Keep \
         the file: if `.cpt/` is deleted, the import is gone.",
        "가져온 데이터는 저지의 데이터에 더해지며, 겹치면 저지의 데이터를 사용합니다. 같은 이름으로 다시 \
         가져오면 이전 것을 대체하고, --remove는 그 가져오기만 삭제합니다. `.cpt/`를 삭제하면 가져온 \
         데이터도 사라지므로 파일을 보관하세요.",
        "インポートしたデータはサイトのデータに追加され、重複する場合はサイトのデータを優先します。同じ名前\
         で再度インポートすると以前のものを置き換え、--remove はそのインポートだけを削除します。`.cpt/` を\
         削除するとインポートも失われるため、ファイルは保管してください。",
    ],
    [
        "If a row is invalid, nothing is imported and its line and column are reported; --skip-bad skips \
         such rows.",
        "잘못된 행이 있으면 아무것도 가져오지 않고 행과 열을 알려 줍니다. --skip-bad는 그런 행을 건너뜁니다.",
        "不正な行があると何もインポートせず、その行と列を表示します。--skip-bad はそのような行を飛ばします。",
    ],
    [
        "File format [default: by the file extension]",
        "파일 형식 [기본값: 파일 확장자에 따름]",
        "ファイル形式 [デフォルト: 拡張子による]",
    ],
    [
        "Skip invalid rows and import the others",
        "잘못된 행을 건너뛰고 나머지 가져오기",
        "不正な行を飛ばして残りをインポートする",
    ],
    ["List imports", "가져오기 목록 표시", "インポートの一覧を表示する"],
    ["Remove an import", "가져오기 삭제", "インポートを削除する"],
    [
        "Import BOJ levels, tags and solved problems from responses of solved.ac's API",
        "solved.ac API 응답에서 BOJ의 티어, 태그, 푼 문제 가져오기",
        "solved.ac の API の応答から BOJ のティア、タグ、解いた問題をインポートする",
    ],
    [
        "The file contains API responses: one, an array of them, or several in a row as in JSON Lines. \
         Problems on pages of `search/problem` (requested with s@HANDLE) are those you solved, those of \
         `problem/lookup` any; with `user/show`, cpt can tell whether all are there. The responses contain \
         no dates, so they add no active days: `cpt stats` counts them separately, and committed solutions \
         get their levels and tags.",
        "파일에는 API 응답이 하나, 배열, 또는 JSON Lines처럼 여러 개 이어져 있습니다. \
         `search/problem`(s@HANDLE로 요청) 페이지의 문제는 푼 문제이고, `problem/lookup`의 문제는 임의의 \
         문제입니다. `user/show`가 있으면 빠진 문제가 있는지 확인합니다. 응답에는 날짜가 없으므로 활동한 \
         날로 세지 않습니다. `cpt stats`는 따로 세고, 커밋한 풀이에는 티어와 태그가 붙습니다.",
        "ファイルの内容は API の応答です: 1つ、配列、または JSON Lines \
         のように並べたもの。`search/problem` (s@HANDLE でリクエスト) のページの問題は解いた問題、`problem/\
         lookup` の問題は任意の問題です。`user/show` があれば、すべて揃っているかを確認できます。応答に日付\
         はないため、活動日にはなりません。`cpt stats` は別に数え、コミットした解答にはティアとタグが付きま\
         す。",
    ],
    [
        "Skip invalid problems and import the others",
        "잘못된 문제를 건너뛰고 나머지 가져오기",
        "不正な問題を飛ばして残りをインポートする",
    ],
    ["Write an HTML report", "HTML 보고서 작성", "HTML レポートを作成する"],
    [
        "Contains ratings, targets with forecasts, charts, a calendar whose days list their commits and \
         problems, and tables of contests and solutions. The report is a single self-contained file that \
         you can open, share, print or host anywhere. Ratings are from the last sync; solutions are read \
         from git. Prints the path.",
        "레이팅, 목표와 예측, 차트, 날짜별 커밋과 문제를 보여 주는 달력, 대회와 풀이의 표가 들어 있습니다. \
         보고서는 파일 하나로 되어 있어 열기, 공유, 인쇄, 웹 게시가 쉽습니다. 레이팅은 마지막 동기화, \
         풀이는 현재 git 기준입니다. 파일의 경로를 출력합니다.",
        "レーティング、目標と予測、グラフ、日ごとのコミットと問題を示すカレンダー、コンテストと解答の表を含\
         みます。レポートは1つのファイルにまとまっており、開く・共有する・印刷する・公開するのが簡単です。\
         レーティングは前回の同期、解答は現在の git のものです。ファイルのパスを出力します。",
    ],
    [
        "Output file [default: report/index.html next to cpt.toml]",
        "출력 파일 [기본값: cpt.toml 옆의 report/index.html]",
        "出力ファイル [デフォルト: cpt.toml の横の report/index.html]",
    ],
    ["Serve the report on localhost", "보고서를 로컬 서버에서 제공", "レポートをローカルサーバーで配信する"],
    [
        "Serves the report until you press Ctrl-C, and reloads it after a sync, a commit, an edit of \
         cpt.toml or midnight. The page is read-only and inaccessible to other sites.",
        "Ctrl-C를 누를 때까지 보고서를 제공하며, 동기화, 커밋, cpt.toml 수정, 날짜 변경이 있으면 새로 \
         고칩니다. 페이지는 읽기 전용이고 다른 사이트에서 접근할 수 없습니다.",
        "Ctrl-C を押すまでレポートを配信し、同期、コミット、cpt.toml の編集、日付の変更があると再読み込みし\
         ます。ページは読み取り専用で、ほかのサイトからはアクセスできません。",
    ],
    [
        "Address to listen on; anyone who can reach it can read the report",
        "수신할 주소 (접속할 수 있는 사람은 누구나 보고서를 볼 수 있음)",
        "待ち受けるアドレス (接続できる人は誰でもレポートを読める)",
    ],
    [
        "Port to listen on; 0 picks a free one",
        "수신할 포트 (0이면 빈 포트 사용)",
        "待ち受けるポート (0 なら空きポート)",
    ],
    [
        "\
Examples:
  cpt import old-account.csv
  cpt import contests.jsonl --name usaco
  other-tracker | cpt import - --format csv --name other
  cpt import solvedac answers.jsonl
  cpt import --list
  cpt import --remove usaco",
        "\
예:
  cpt import old-account.csv
  cpt import contests.jsonl --name usaco
  other-tracker | cpt import - --format csv --name other
  cpt import solvedac answers.jsonl
  cpt import --list
  cpt import --remove usaco",
        "\
例:
  cpt import old-account.csv
  cpt import contests.jsonl --name usaco
  other-tracker | cpt import - --format csv --name other
  cpt import solvedac answers.jsonl
  cpt import --list
  cpt import --remove usaco",
    ],
];
