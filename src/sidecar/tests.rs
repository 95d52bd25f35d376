use jiff::Timestamp;
use proptest::prelude::*;

use super::*;

const BAEKJOON: &str = "# [Gold IV] Hanging Nests - 26339 \n\n\
    [문제 링크](https://www.acmicpc.net/problem/26339) \n\n\
    ### 성능 요약\n\n메모리: 2300 KB, 시간: 52 ms\n\n\
    ### 분류\n\n구현, 다이나믹 프로그래밍, 트리\n\n\
    ### 제출 일자\n\n2025년 12월 3일 17:49:31\n\n\
    ### 문제 설명\n\n<p>메모리: 1 KB</p>\n";
const PROGRAMMERS: &str = "# [level 2] JadenCase 문자열 만들기 - 12951 \n\n\
    [문제 링크](https://school.programmers.co.kr/learn/courses/30/lessons/12951?language=swift) \n\n\
    ### 성능 요약\n\n메모리: 16.4 MB, 시간: 0.24 ms\n\n\
    ### 구분\n\n코딩테스트 연습 > 연습문제\n\n\
    ### 채점결과\n\n정확성: 100.0<br/>합계: 100.0 / 100.0\n\n\
    ### 제출 일자\n\n2025년 04월 16일 16:05:09\n";
const SWEA: &str = "# [D4] [S/W 문제해결 응용] 3일차 - 최적 경로 - 1247 \r\n\r\n\
    [문제 링크](https://swexpertacademy.com/main/code/problem/problemDetail.do?contestProbId=AV15OZ4qAPICFAYD) \r\n\r\n\
    ### 성능 요약\r\n\r\n메모리: 123,180 KB, 시간: 906 ms, 코드길이: 2,600 Bytes\r\n\r\n\
    ### 제출 일자\r\n\r\n2025-02-14 10:43\r\n";
const GOORM: &str = "# 정수의 길이 - 47881/1 \n\n\
    [문제 링크](https://level.goorm.io/exam/47881/x/quiz/1) \n\n\
    ### 성능 요약\n\n메모리: 1.25 MB, 시간: 3.50 ms\n\n### 제출 일자\n\n2026년 5월 30일 0:12:01\n";
const LEETCODE: &str = "# [Medium] Two Sum II - Input Array Is Sorted - 167 \n\n\
    [문제 링크](https://leetcode.com/problems/two-sum-ii-input-array-is-sorted/) \n\n\
    ### 성능 요약\n\n메모리: 17.9 MB, 시간: 3 ms\n\n### 분류\n\nArray, Two Pointers\n\n\
    ### 제출 일자\n\n2026-02-03T04:05:06.000Z\n";
const LEETHUB: &str = "<h2><a href=\"https://leetcode.com/problems/happy-number/\">202. Happy Number</a></h2>\
    <h3>Easy</h3><hr><div><p>Write an algorithm</p>";
const BADGE: &str = "<h2><a href=\"https://leetcode.com/problems/contains-duplicate\">Contains Duplicate</a></h2> \
    <img src='https://img.shields.io/badge/Difficulty-Easy-brightgreen' alt='Difficulty: Easy' /><hr><p>x</p>";
const GEEKS: &str = "<h2><a href=\"https://www.geeksforgeeks.org/problems/juggler-sequence3930/1?page=1\">Juggler \
    Sequence</a></h2><h3>Difficulty Level : Basic</h3><hr>";

const READMES: [&str; 8] = [BAEKJOON, PROGRAMMERS, SWEA, GOORM, LEETCODE, LEETHUB, BADGE, GEEKS];

const SUBJECTS: [&str; 8] = [
    "[Gold III] Title: 감시, ⭐벡터, Time: 4 ms, Memory: 2216 KB -BaekjoonHub",
    "[level 0] Title: 더하기, Time: 0.02 ms, Memory: 10.1 MB -BaekjoonHub",
    "[D8] Title: A - B -BaekjoonHub",
    "[난이도 3] Title: 길, Time: 1.00 ms, Memory: 2.00 MB -BaekjoonHub",
    "[Hard] Title: Time: a story, Time: 7 ms, Memory: 18 MB -BaekjoonHub",
    "Time: 52 ms (93.62%), Space: 17.9 MB (60.15%) - LeetHub",
    "Title: 길, Time: 1.00 ms, Memory: 2.00 MB -BaekjoonHub",
    "[Unrated] Title: 구슬, Time: 0 ms, Memory: 2020 KB -BaekjoonHubPlus",
];

/// What a record says, in one line.
fn told(record: &SolveRecord) -> String {
    let word = |part: Option<String>| part.unwrap_or_else(|| "-".to_owned());
    [
        word(record.judge.map(|judge| judge.id.to_owned())),
        word(record.key.clone()),
        word(record.number.clone()),
        word(record.title.clone()),
        word(record.difficulty().map(|level| level.name.to_owned())),
        record.topics.join("+"),
        word(record.memory.map(|bytes| bytes.to_string())),
        word(record.time.map(|time| time.to_string())),
        word(record.at.map(|at| at.to_string())),
    ]
    .join("|")
}

#[test]
fn a_readme_of_each_tool_and_judge_tells_the_problem_the_level_and_the_solve() {
    for (text, expected) in READMES.iter().zip([
        "boj|26339|-|Hanging Nests|Gold IV|구현+다이나믹 프로그래밍+트리|2355200|52000|2025-12-03T08:49:31Z",
        "programmers|12951|-|JadenCase 문자열 만들기|Lv. 2|연습문제|17196646|240|2025-04-16T07:05:09Z",
        "swea|1247|-|[S/W 문제해결 응용] 3일차 - 최적 경로|D4||126136320|906000|2025-02-14T01:43:00Z",
        "goormlevel|-|47881/1|정수의 길이|-||1310720|3500|2026-05-29T15:12:01Z",
        "leetcode|two-sum-ii-input-array-is-sorted|167|Two Sum II - Input Array Is Sorted|Medium|Array+Two Pointers|18769510|3000|2026-02-03T04:05:06Z",
        "leetcode|happy-number|202|Happy Number|Easy||-|-|-",
        "leetcode|contains-duplicate|-|Contains Duplicate|Easy||-|-|-",
        "geeksforgeeks|juggler-sequence3930|-|Juggler Sequence|Basic||-|-|-",
    ]) {
        let record = of_readme(text.as_bytes()).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(told(&record), expected);
    }
}

#[test]
fn older_and_odd_readmes_tell_what_they_have() {
    let told = |text: &str| of_readme(text.as_bytes()).map(|record| told(&record));
    let old = "# [Silver V] 체스 - 1996\n[링크](http://www.acmicpc.net/problem/1996)\n### 분류\n구현(implementation), 수학(math)\n";
    assert_eq!(told(old).unwrap(), "boj|1996|-|체스|Silver V|구현+수학|-|-|-");
    let division = "# [연습문제 > lv1] 행렬 - 12950 \n\n[문제 링크](https://programmers.co.kr/learn/courses/30/lessons/12950)";
    assert_eq!(told(division).unwrap(), "programmers|12950|-|행렬|Lv. 1||-|-|-");
    let unrated = "# [unrated] [PCCP 모의고사 #2] 지도 - 121690 \n\n[l](https://school.programmers.co.kr/learn/courses/30/lessons/121690)\n\n### 구분\n\n프로그래밍 강의 > PCCP 모의고사 2회\n";
    assert_eq!(
        told(unrated).unwrap(),
        "programmers|121690|-|[PCCP 모의고사 #2] 지도|-|PCCP 모의고사 2회|-|-|-"
    );
    let none = "\u{feff}# [Unrated] 짬뽕 - 33669 \n\n[l](https://www.acmicpc.net/problem/33669)\n\n### 분류\n\n분류 없음\n\n### 제출 일자\n\n2025년 3월 25일 (화) 오후 7:36\n";
    assert_eq!(told(none).unwrap(), "boj|33669|-|짬뽕|-||-|-|2025-03-25T10:36:00Z");
    // The link says whose it is; a level of another judge's is none of that one.
    let moved = "# [Gold IV] x - 12951 \n\n[l](https://school.programmers.co.kr/learn/courses/30/lessons/12951)\n### 성능 요약\n";
    assert_eq!(told(moved).unwrap(), "programmers|12951|-|x|-||-|-|-");
}

#[test]
fn what_people_write_themselves_is_no_record() {
    for text in [
        "",
        "#",
        "# My solutions\n\nSolved with love - 2026\n",
        "# Gold IV\n\nhttps://www.acmicpc.net/problem/1000\n",
        "# [Gold IV] unfinished",
        "# 백준 - 1000\n\n[문제](https://www.acmicpc.net/problem/1000)\n",
        "# A - 1\n\n[l](https://example.com/acmicpc.net/problem/1)\n### 성능 요약\n",
        "# A - 1\n\n[l](https://acmicpc.net.example.com/problem/1)\n### 성능 요약\n",
        "<h2>Notes</h2>",
        "<h2>1. Two Sum</h2><h3>Unknown</h3>",
        "LeetHub",
    ] {
        assert_eq!(of_readme(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn a_subject_tells_the_level_and_what_was_measured() {
    for (text, expected) in SUBJECTS.iter().zip([
        "boj|-|-|감시, ⭐벡터|Gold III||2269184|4000|-",
        "programmers|-|-|더하기|Lv. 0||10590618|20|-",
        "swea|-|-|A - B|D8||-|-|-",
        "goormlevel|-|-|길|Level 3||2097152|1000|-",
        "leetcode|-|-|Time: a story|Hard||18874368|7000|-",
        "leetcode|-|-|-|-||18769510|52000|-",
        "-|-|-|길|-||2097152|1000|-",
        "-|-|-|구슬|-||2068480|0|-",
    ]) {
        let record = of_message(text.as_bytes()).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(told(&record), expected);
        assert_eq!(of_message(format!("\n{text}\n\nbody").as_bytes()), Some(record));
    }
    for text in [
        "",
        "전체 코드 업로드 -BaekjoonHub",
        "Create README - LeetHub",
        "Added solution - LeetHub",
        "[Gold IV] Title: x, Time: 1 ms, Memory: 2 KB",
        "Use BaekjoonHub for uploads, and describe at length how that works in the README",
    ] {
        assert_eq!(of_message(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn a_record_fits_the_problems_that_it_can_be_about() {
    let record = |text: &str| of_readme(text.as_bytes()).unwrap();
    let fits = |text, judge, key| record(text).fits(&crate::model::ProblemId::other(judge, key));
    assert!(fits(BAEKJOON, "boj", "26339"));
    assert!(!fits(BAEKJOON, "boj", "26340"));
    assert!(!fits(BAEKJOON, "programmers", "26339"));
    assert!(fits(PROGRAMMERS, "programmers", "jadencase-문자열-만들기"));
    assert!(fits(GOORM, "goormlevel", "47881/1"));
    assert!(!fits(GOORM, "goormlevel", "47881/12"));
    assert!(fits(LEETHUB, "leetcode", "202"));
    assert!(fits(LEETHUB, "leetcode", "happy-number"));
    assert!(!fits(LEETHUB, "leetcode", "happy-number-ii"));
}

#[test]
fn what_a_readme_leaves_open_its_subject_tells() {
    let readme = of_readme(GOORM.as_bytes()).unwrap();
    let subject = of_message(SUBJECTS[3].as_bytes()).unwrap();
    let both = readme.clone().or(&subject);
    assert_eq!(both.difficulty().unwrap().name, "Level 3");
    assert_eq!((both.title, both.at), (readme.title.clone(), readme.at));
    // Of another judge it tells nothing.
    let other = of_message(SUBJECTS[0].as_bytes()).unwrap();
    assert_eq!(readme.clone().or(&other), readme);
}

/// What holds of every record.
fn is_bounded(record: &SolveRecord) -> bool {
    let short = |text: &String| !text.is_empty() && text.chars().count() <= LONGEST;
    let words = [&record.key, &record.number, &record.title].into_iter().flatten();
    let year = |at: Timestamp| at.as_second() / 31_556_952 + 1970;
    words.chain(&record.topics).all(short)
        && record.topics.len() <= MOST_TOPICS
        && record.level.is_none_or(|_| record.difficulty().is_some())
        && record.at.is_none_or(|at| (1999..=2100).contains(&year(at)))
        && [record.memory, record.time].into_iter().flatten().all(|amount| amount <= 1_000_000_000_000)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    /// Whatever bytes there are, nothing panics, and a record keeps its bounds.
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for record in [of_readme(&bytes), of_message(&bytes)].into_iter().flatten() {
            prop_assert!(is_bounded(&record));
        }
    }

    /// The same where a tool's text was cut, doubled or written over in places, which comes nearer to the branches.
    #[test]
    fn mutated_texts_are_read(
        which in 0..READMES.len() + SUBJECTS.len(),
        edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4, any::<u8>()), 1..8),
    ) {
        let text = READMES.iter().chain(&SUBJECTS).nth(which).unwrap();
        let mut bytes = text.as_bytes().to_vec();
        for (from, to, kind, byte) in edits {
            if bytes.is_empty() {
                break;
            }
            let (a, b) = (from.index(bytes.len()), to.index(bytes.len()));
            let (a, b) = (a.min(b), a.max(b));
            match kind {
                0 => drop(bytes.drain(a..b)),
                1 => bytes.extend_from_within(a..b),
                2 => bytes[a] = byte,
                _ => bytes.insert(a, byte),
            }
        }
        for record in [of_readme(&bytes), of_message(&bytes)].into_iter().flatten() {
            prop_assert!(is_bounded(&record));
        }
    }

    /// What lies beyond the bound changes nothing.
    #[test]
    fn only_the_beginning_is_read(tail in proptest::collection::vec(any::<u8>(), 0..100)) {
        let mut long = format!("{BAEKJOON}{}", "x".repeat(README)).into_bytes();
        let before = of_readme(&long);
        long.extend(tail);
        prop_assert!(before.is_some());
        prop_assert_eq!(of_readme(&long), before);
    }
}
