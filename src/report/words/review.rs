//! A year in review.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::{Period, PracticeSource, plural};
use crate::report::document::{Line, Part, strong, words};

type Word = Cow<'static, str>;

/// What the text is called.
pub fn title(lang: Lang, year: i16) -> String {
    lang.say(
        || format!("{year} in competitive programming"),
        || format!("{year}년 한 해 결산"),
        || format!("{year}年の振り返り"),
    )
}

/// The year isn't over: it is told until this day.
pub fn as_of(lang: Lang, day: &str) -> String {
    lang.say(|| format!("As of {day}."), || format!("{day} 기준입니다."), || format!("{day}時点です。"))
}

/// Nothing is known of the days before.
pub fn known_since(lang: Lang, day: &str) -> String {
    lang.say(
        || format!("Data starts on {day}."),
        || format!("데이터는 {day}부터 있습니다."),
        || format!("データは{day}からあります。"),
    )
}

/// No commit of a solution, no accepted submission and no rated contest.
pub fn nothing(lang: Lang, year: i16) -> String {
    lang.say(
        || format!("No activity in {year}."),
        || format!("{year}년에는 활동이 없습니다."),
        || format!("{year}年の活動はありません。"),
    )
}

/// "261 active days out of 327, 464 new problems committed"
pub fn active_days(lang: Lang, days: u32, of: i32, new: u32, source: PracticeSource) -> Line {
    lang.say(
        || {
            let active = plural(days, "active day");
            let problems = plural(new, "new problem");
            vec![
                strong(format_args!("{days} {active}")),
                words(format!(" out of {of}, ")),
                strong(format_args!("{new} {problems}")),
                words(format!(" {}", source.participle())),
            ]
        },
        || {
            let new_ones = match source {
                PracticeSource::Commits => "새로 커밋한 문제",
                PracticeSource::Submissions => "새로 맞은 문제",
                PracticeSource::Both => "새로 푼 문제",
            };
            vec![
                words("활동한 날 "),
                strong(format_args!("{days}일")),
                words(format!(" ({of}일 중), {new_ones} ")),
                strong(format_args!("{new}문제")),
            ]
        },
        || {
            let new_ones = match source {
                PracticeSource::Commits => "新しくコミットした問題",
                PracticeSource::Submissions => "新しくACした問題",
                PracticeSource::Both => "新しく解いた問題",
            };
            vec![
                words("活動日 "),
                strong(format_args!("{days}日")),
                words(format!(" ({of}日中)、{new_ones} ")),
                strong(format_args!("{new}問")),
            ]
        },
    )
}

/// How long it is, and its first and last day.
pub fn longest_streak(lang: Lang, length: &str, days: &str) -> Line {
    lang.say(
        || vec![words("Longest streak: "), strong(length), words(format!(" ({days})"))],
        || vec![words("최장 스트릭: "), strong(length), words(format!(" ({days})"))],
        || vec![words("最長ストリーク: "), strong(length), words(format!(" ({days})"))],
    )
}

/// Problems that judges had not accepted before.
pub fn first_accepted(lang: Lang, problems: u32) -> Line {
    let problems = strong(lang.problems(problems));
    lang.say(
        || vec![problems.clone(), words(" accepted for the first time")],
        || vec![words("처음 맞은 문제 "), problems.clone()],
        || vec![words("初めてACした問題 "), problems.clone()],
    )
}

/// The month in which most were; `counted` is how many.
pub fn best_month(lang: Lang, month: &str, counted: &str) -> Line {
    lang.say(
        || vec![words("Best month: "), strong(month), words(format!(" ({counted})"))],
        || vec![words("가장 많이 푼 달: "), strong(month), words(format!(" ({counted})"))],
        || vec![words("最も多く解いた月: "), strong(month), words(format!(" ({counted})"))],
    )
}

/// A colour that was reached for the first time.
pub fn reached(lang: Lang, series: &str, colour: &str, rating: i32, on: &str, contest: Part) -> Line {
    let (english, korean, japanese) = (contest.clone(), contest.clone(), contest);
    lang.say(
        || {
            let words = words(format!(" reached on {on} with {rating} in "));
            vec![strong(format_args!("{series} {colour}")), words, english]
        },
        || {
            let goal = strong(format_args!("{series} {colour}"));
            vec![goal, words(format!(" 달성: {on}, {rating} (")), korean, words(")")]
        },
        || {
            let goal = strong(format_args!("{series} {colour}"));
            vec![goal, words(format!("に到達: {on}、{rating} (")), japanese, words(")")]
        },
    )
}

/// Over what was solved.
pub fn solved(lang: Lang) -> Word {
    lang.word("Solved", "푼 문제", "解いた問題")
}

/// So many of a difficulty: "69 gray".
pub fn of_difficulty(lang: Lang, number: u32, difficulty: &str) -> String {
    match lang {
        Lang::English | Lang::Pseudo => format!("{number} {difficulty}"),
        Lang::Korean | Lang::Japanese => format!("{difficulty} {number}"),
    }
}

/// So many whose difficulty nobody knows.
pub fn of_unknown_difficulty(lang: Lang, number: u32) -> String {
    lang.say(
        || format!("{number} of unknown difficulty"),
        || format!("난이도 정보 없음 {number}"),
        || format!("難易度不明 {number}"),
    )
}

/// A judge's problems that it accepted; how many of each difficulty, and how many at once, where that is known.
pub fn accepted_at(
    lang: Lang,
    judge: &str,
    solved: u32,
    difficulties: &[String],
    first_try: Option<u32>,
) -> Line {
    let each = difficulties.join(lang.comma());
    lang.say(
        || {
            let each = if each.is_empty() { String::new() } else { format!(": {each}") };
            let first = first_try.map_or_else(String::new, |first| format!("; {first} on the first try"));
            vec![words(format!("{judge} ")), strong(solved), words(format!(" accepted{each}{first}"))]
        },
        || {
            let each = if each.is_empty() { String::new() } else { format!(" ({each})") };
            let first = first_try.map_or_else(String::new, |first| format!(", 한 번에 정답 {first}문제"));
            vec![
                words(format!("{judge}: 정답 ")),
                strong(format_args!("{solved}문제")),
                words(format!("{each}{first}")),
            ]
        },
        || {
            let each = if each.is_empty() { String::new() } else { format!(" ({each})") };
            let first = first_try.map_or_else(String::new, |first| format!("、一発AC {first}問"));
            vec![
                words(format!("{judge}: AC ")),
                strong(format_args!("{solved}問")),
                words(format!("{each}{first}")),
            ]
        },
    )
}

/// A judge's problems that were committed; how many of each class, and the hardest level.
pub fn committed_at(lang: Lang, judge: &str, solved: u32, classes: &[String], hardest: Option<&str>) -> Line {
    let each = classes.join(lang.comma());
    lang.say(
        || {
            let hardest = hardest.map_or_else(String::new, |level| format!("; hardest: {level}"));
            vec![words(format!("{judge} ")), strong(solved), words(format!(" committed: {each}{hardest}"))]
        },
        || {
            let hardest = hardest.map_or_else(String::new, |level| format!(", 최고 난이도 {level}"));
            vec![
                words(format!("{judge}: 커밋 ")),
                strong(format_args!("{solved}문제")),
                words(format!(" ({each}){hardest}")),
            ]
        },
        || {
            let hardest = hardest.map_or_else(String::new, |level| format!("、最高難易度 {level}"));
            vec![
                words(format!("{judge}: コミット ")),
                strong(format_args!("{solved}問")),
                words(format!(" ({each}){hardest}")),
            ]
        },
    )
}

/// The hardest problem that was solved at a judge.
pub fn hardest_at(lang: Lang, judge: &str, problem: Part, difficulty: i32, colour: &str, on: &str) -> Line {
    let (english, korean, japanese) = (problem.clone(), problem.clone(), problem);
    lang.say(
        || {
            let head = words(format!("Hardest at {judge}: "));
            vec![head, english, words(format!(", {difficulty} ({colour}), on {on}"))]
        },
        || {
            let head = words(format!("{judge} 최고 난이도: "));
            vec![head, korean, words(format!(", {difficulty} ({colour}), {on}"))]
        },
        || {
            let head = words(format!("{judge} の最難問: "));
            vec![head, japanese, words(format!("、{difficulty} ({colour})、{on}"))]
        },
    )
}

/// Before tags in which nothing had been solved before.
pub fn new_tags(lang: Lang) -> Word {
    lang.word("New tags: ", "새 태그: ", "新しいタグ: ")
}

/// Before judges that tell nothing, and how many of their problems were committed.
pub fn other_judges(lang: Lang) -> Word {
    lang.word("Other judges (from commits): ", "다른 저지 (커밋 기준): ", "その他のサイト (コミット): ")
}

/// Over the contests.
pub fn contests(lang: Lang) -> Word {
    lang.word("Contests", "대회", "コンテスト")
}

/// Rating, contests, rating before, rating after, highest rating.
pub fn contest_columns(lang: Lang) -> [Word; 5] {
    [
        lang.word("Rating", "레이팅", "レーティング"),
        lang.word("Contests", "대회", "参加"),
        lang.word("Start", "시작", "開始時"),
        lang.word("End", "끝", "終了時"),
        lang.word("Highest", "최고", "最高"),
    ]
}

/// In place of a rating before the first contest.
pub fn no_rating(lang: Lang) -> Word {
    lang.word("none", "없음", "なし")
}

/// After the highest rating.
pub fn on(lang: Lang, day: &str) -> String {
    lang.say(|| format!("on {day}"), || format!("({day})"), || format!("({day})"))
}

/// A series' best performance, and where it was.
pub fn best_performance(
    lang: Lang,
    series: &str,
    performance: i32,
    is_estimate: bool,
    contest: Part,
    on: &str,
) -> Line {
    let about = |about: &str| strong(format_args!("{}{performance}", if is_estimate { about } else { "" }));
    let (english, korean, japanese) = (contest.clone(), contest.clone(), contest);
    lang.say(
        || {
            let head = words(format!("Best performance at {series}: "));
            vec![head, about("about "), words(" in "), english, words(format!(" on {on}"))]
        },
        || {
            let head = words(format!("{series} 최고 퍼포먼스: "));
            vec![head, about("약 "), words(" ("), korean, words(format!(", {on})"))]
        },
        || {
            let head = words(format!("{series} 最高パフォーマンス: "));
            vec![head, about("約"), words(" ("), japanese, words(format!("、{on})"))]
        },
    )
}

/// Over the numbers of both years; `until` is the day to which they go where the year isn't over.
pub fn compared(lang: Lang, year: i16, until: Option<&str>) -> String {
    let until = |words: &dyn Fn(&str) -> String| until.map_or_else(String::new, words);
    lang.say(
        || format!("Compared with {year}{}", until(&|day| format!(" (to {day})"))),
        || format!("{year}년과 비교{}", until(&|day| format!(" ({day}까지)"))),
        || format!("{year}年との比較{}", until(&|day| format!(" ({day}まで)"))),
    )
}

/// Over the difference between both.
pub fn change(lang: Lang) -> Word {
    lang.word("Change", "변화", "増減")
}

/// What each row of that is of.
pub fn days_row(lang: Lang) -> Word {
    lang.word("Active days", "활동한 날", "活動日")
}

/// The longest streak.
pub fn streak_row(lang: Lang, unit: Period) -> Word {
    match unit {
        Period::Day => lang.word("Longest streak (days)", "최장 스트릭 (일)", "最長ストリーク (日)"),
        Period::Week => lang.word("Longest streak (weeks)", "최장 스트릭 (주)", "最長ストリーク (週)"),
    }
}

/// Problems that had not been solved before.
pub fn new_row(lang: Lang, source: PracticeSource) -> Word {
    match source {
        PracticeSource::Commits => {
            lang.word("New problems committed", "새로 커밋한 문제", "新しくコミットした問題")
        }
        PracticeSource::Submissions => {
            lang.word("New problems accepted", "새로 맞은 문제", "新しくACした問題")
        }
        PracticeSource::Both => lang.word("New problems solved", "새로 푼 문제", "新しく解いた問題"),
    }
}

/// Problems that a judge had not accepted before.
pub fn accepted_row(lang: Lang) -> Word {
    lang.word("Problems accepted", "처음 맞은 문제", "初めてACした問題")
}

/// Over targets and next colours.
pub fn ahead(lang: Lang) -> Word {
    lang.word("What's next", "다음 목표", "次の目標")
}
