//! Words on folders that name neither a judge nor a problem.

use super::date;
use super::path::{TokenKind, tokens};

/// Words beside a judge's name that name neither a contest nor a problem.
const FILLERS: &[&str] = &[
    "accepted",
    "algo",
    "algorithm",
    "algorithms",
    "all",
    "answers",
    "archive",
    "c",
    "challenge",
    "challenges",
    "code",
    "codes",
    "coding",
    "contest",
    "contests",
    "cpp",
    "daily",
    "go",
    "hub",
    "java",
    "javascript",
    "js",
    "kotlin",
    "my",
    "oj",
    "old",
    "online",
    "practice",
    "problem",
    "problems",
    "problemset",
    "ps",
    "py",
    "python",
    "python3",
    "review",
    "ruby",
    "rust",
    "session",
    "solution",
    "solutions",
    "solve",
    "solved",
    "solving",
    "sql",
    "study",
    "submission",
    "submissions",
    "swift",
    "test",
    "training",
    "week",
    "workspace",
    "문제",
    "문제풀이",
    "고득점",
    "단계별",
    "문제집",
    "스터디",
    "알고리즘",
    "온라인저지",
    "코딩테스트",
    "풀이",
    "周赛",
    "刷题",
    "题解",
    "题单",
];

/// Whether a word beside a judge's name says nothing.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.iter().any(|filler| filler.eq_ignore_ascii_case(word))
}

/// Words for a place in a series, which a number goes with.
const SERIES: &[&str] = &[
    "assignment",
    "blind",
    "bronze",
    "chapter",
    "class",
    "day",
    "diamond",
    "div",
    "gold",
    "grind",
    "homework",
    "hw",
    "lab",
    "lecture",
    "lesson",
    "level",
    "lv",
    "module",
    "month",
    "neetcode",
    "part",
    "platinum",
    "round",
    "season",
    "section",
    "session",
    "set",
    "sheet",
    "silver",
    "step",
    "stage",
    "topic",
    "tour",
    "unit",
    "week",
    "wk",
    "w",
    "year",
    "일차",
    "주",
    "주차",
    "차시",
    "월",
    "일",
    "년",
    "тур",
    "неделя",
    "день",
];

/// Whether a folder is a place in a series or a date, and no problem: `Week 3`, `2024-01`, `18주차`, `lv2`.
pub(super) fn is_series_part(part: &str) -> bool {
    let tokens = tokens(part);
    if tokens.is_empty() {
        return true;
    }
    if date::at(&tokens, 0) == tokens.len() {
        return true;
    }
    let is_series = |word: &str| SERIES.iter().any(|known| known.eq_ignore_ascii_case(word));
    let words = || tokens.iter().filter(|token| token.kind != TokenKind::Number);
    words().next().is_some() && words().all(|token| is_series(token.text) || is_filler(token.text))
}

/// Whether a folder begins with a place in a series, whatever it says of it: `Week 2 (Sliding Window)`.
pub(super) fn begins_series(part: &str) -> bool {
    let tokens = tokens(part);
    let is_series = |word: &str| SERIES.iter().any(|known| known.eq_ignore_ascii_case(word));
    matches!(tokens.as_slice(), [word, number, ..] if is_series(word.text) && number.kind == TokenKind::Number)
}

/// Folders that gather problems of a kind, in lower case with hyphens.
const TOPICS: &[&str] = &[
    "additional-problems",
    "adhoc",
    "advanced-graph-problems",
    "advanced-techniques",
    "array",
    "arrays",
    "arrays-and-hashing",
    "arrays-hashing",
    "backtracking",
    "basic",
    "basics",
    "bfs",
    "binary-search",
    "binary-search-tree",
    "binary-tree",
    "bit-manipulation",
    "brute-force",
    "bruteforce",
    "concurrency",
    "construction-problems",
    "counting-problems",
    "data-structure",
    "data-structures",
    "dfs",
    "d-dynamic-programming",
    "divide-and-conquer",
    "dp",
    "dynamic-programming",
    "easy",
    "flow",
    "game-theory",
    "geometry",
    "graph",
    "graph-algorithms",
    "graph-theory",
    "graphs",
    "greedy",
    "hard",
    "hash",
    "hash-map",
    "hash-table",
    "hashing",
    "hashmap",
    "heap",
    "heap-priority-queue",
    "implementation",
    "interval",
    "intervals",
    "introductory-problems",
    "linked-list",
    "linked-lists",
    "linkedlist",
    "math",
    "math-and-geometry",
    "math-geometry",
    "matrix",
    "medium",
    "monotonic-stack",
    "number-theory",
    "prefix-sum",
    "priority-queue",
    "queue",
    "range-queries",
    "recursion",
    "search",
    "segment-tree",
    "shortest-path",
    "simulation",
    "sliding-window",
    "sliding-window-problems",
    "sort",
    "sorting",
    "sorting-and-searching",
    "stack",
    "stack-queue",
    "string",
    "string-algorithms",
    "strings",
    "tree",
    "tree-algorithms",
    "trees",
    "trie",
    "tries",
    "two-pointer",
    "two-pointers",
    "union-find",
];

/// Whether a folder, in lower case with hyphens, gathers problems of a kind.
pub(super) fn is_topic(slug: &str) -> bool {
    let plain = slug.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    TOPICS.contains(&plain)
}

/// Algorithms and structures that people keep beside their solutions, in lower case with hyphens. Problems of some judges are
/// called so, too, where they have more than a title.
const ALGORITHMS: &[&str] = &[
    "bellman-ford",
    "binary-index-tree",
    "binary-indexed-tree",
    "binary-lifting",
    "breadth-first-search",
    "bubble-sort",
    "bucket-sort",
    "counting-sort",
    "depth-first-search",
    "disjoint-set",
    "disjoint-set-union",
    "doubly-linked-list",
    "fenwick-tree",
    "floyd-warshall",
    "heap-sort",
    "insertion-sort",
    "lazy-segment-tree",
    "max-heap",
    "merge-sort",
    "min-heap",
    "quick-select",
    "quick-sort",
    "rabin-karp",
    "radix-sort",
    "segment-tree",
    "selection-sort",
    "shell-sort",
    "singly-linked-list",
    "sparse-table",
    "suffix-array",
    "topological-sort",
    "union-find",
    "优先队列",
    "冒泡排序",
    "基数排序",
    "堆排序",
    "希尔排序",
    "并查集",
    "广度优先搜索",
    "归并排序",
    "快速排序",
    "插入排序",
    "拓扑排序",
    "桶排序",
    "深度优先搜索",
    "深度优先遍历",
    "线段树",
    "计数排序",
    "选择排序",
    "퀵정렬",
    "병합정렬",
    "버블정렬",
    "삽입정렬",
    "선택정렬",
    "위상정렬",
];

/// Whether a title, in lower case with hyphens, is an algorithm's name.
pub(super) fn is_algorithm(slug: &str) -> bool {
    ALGORITHMS.contains(&slug.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-'))
}

/// Whether a number is more likely a year than a problem.
pub(super) fn is_year(number: &str) -> bool {
    number.parse().is_ok_and(|year| (2000..=2030).contains(&year))
}

/// Whether a folder is a range of numbers: `10000-10999`.
pub(super) fn is_range(part: &str) -> bool {
    let Some((low, high)) = part.split_once(['-', '~']) else { return false };
    let number = |text: &str| text.trim().parse::<u32>().ok();
    number(low).zip(number(high)).is_some_and(|(low, high)| low < high)
}

/// Whether folders are those of a contest and not of a problem.
pub(super) fn is_contest(folders: &[&str]) -> bool {
    let words = ["camp", "contest", "day", "multi", "practice", "round", "training", "weekly"];
    let says_so = |folder: &&str| words.iter().any(|word| folder.to_lowercase().contains(word));
    let dated = |folder: &&str| folder.len() == 6 && folder.bytes().all(|byte| byte.is_ascii_digit());
    folders.iter().any(|folder| says_so(folder) || dated(folder))
}

/// Whether a folder of a path is one of solutions or contests by its own word.
pub(super) fn holds_solutions(path: &str) -> bool {
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    let is_one = |word: &str| ["contests", "solutions", "submissions"].contains(&word);
    folders.split('/').any(|folder| tokens(folder).iter().any(|token| is_one(&token.text.to_lowercase())))
}

pub(super) use super::rule::slug as series_slug;
