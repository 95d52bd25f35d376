//! Judges that are recognised, not fetched: a row each says what they are called and how a problem leads to its page.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use serde::de::{Deserialize, Deserializer};

use super::{levels, registry};
use crate::model::{DifficultyLevel, KnownJudge, ProblemId, ProblemNames, ProblemPage};

const fn known(id: &'static str, words: &'static [&'static str], names: ProblemNames) -> KnownJudge {
    KnownJudge::new(id, words, names)
}

impl KnownJudge {
    /// The page's address ends in the problem's name.
    const fn named(self, before: &'static str) -> Self {
        Self { page: ProblemPage::Named(before), ..self }
    }

    /// The page's address ends in the problem's number.
    const fn numbered(self, before: &'static str) -> Self {
        Self { page: ProblemPage::Numbered(before), ..self }
    }

    /// It is written so, and says how hard its problems are on a scale of its own.
    const fn levelled(self, name: &'static str, levels: &'static [DifficultyLevel]) -> Self {
        Self { name: Some(name), levels, ..self }
    }

    /// A rule of its own leads to the page.
    const fn linked(self, link: fn(&str) -> Option<String>) -> Self {
        Self { page: ProblemPage::By(link), ..self }
    }
}

/// Every judge that is recognised and not fetched.
static RECOGNISED: &[KnownJudge] = &[
    known("51nod", &["51nod"], ProblemNames::Number(4)),
    known("acmp", &["acmp", "acmpru"], ProblemNames::Number(1)),
    known("acwing", &["acwing"], ProblemNames::Number(1)),
    known("adventofcode", &["adventofcode", "aoc"], ProblemNames::Own).linked(advent_link),
    known("aoj", &["aizu", "aoj", "aizuonlinejudge"], ProblemNames::Word)
        .named("https://onlinejudge.u-aizu.ac.jp/problems/"),
    known("apio", &["apio"], ProblemNames::Contest),
    known("astar", &["astar", "baiduastar"], ProblemNames::Contest),
    known("balkan", &["balkanoi", "balkanolympiad"], ProblemNames::Contest),
    known("beecrowd", &["beecrowd", "uri", "urionlinejudge"], ProblemNames::Number(4)),
    known(
        "boj",
        &["boj", "bj", "baekjoon", "백준", "acmicpc", "acmicpcnet", "baekjoononlinejudge", "baekjoonoj"],
        ProblemNames::Number(4),
    )
    .numbered("https://www.acmicpc.net/problem/")
    .levelled("BOJ", levels::SOLVED_AC),
    known("btoi", &["btoi", "balticoi"], ProblemNames::Contest),
    known("bzoj", &["bzoj", "lydsy"], ProblemNames::Number(4)),
    known("cco", &["cco"], ProblemNames::Contest),
    known("ccc", &["ccc"], ProblemNames::Contest),
    known("ceoi", &["ceoi"], ProblemNames::Contest),
    known("codechef", &["codechef"], ProblemNames::Word).named("https://www.codechef.com/problems/"),
    known("codejam", &["googlecodejam", "codejam", "distributedgooglecodejam", "gcj"], ProblemNames::Contest),
    known("codility", &["codility"], ProblemNames::Word),
    known("codingninjas", &["codingninjas"], ProblemNames::Word),
    known("codetree", &["codetree", "코드트리"], ProblemNames::Word)
        .named("https://www.codetree.ai/problems/"),
    known("codeup", &["codeup", "코드업"], ProblemNames::Number(4)),
    known("codewars", &["codewars"], ProblemNames::Word),
    known("bkoi", &["bkoi"], ProblemNames::Contest),
    known("coci", &["coci"], ProblemNames::Contest),
    known("coi", &["coi"], ProblemNames::Contest),
    known("cometoj", &["cometoj"], ProblemNames::Contest),
    known("csacademy", &["csacademy"], ProblemNames::Contest),
    known("cses", &["cses", "csesproblemset"], ProblemNames::Number(4))
        .numbered("https://cses.fi/problemset/task/"),
    known("dmoj", &["dmoj"], ProblemNames::Word).named("https://dmoj.ca/problem/"),
    known("ecnu", &["ecnu", "ecnuoj"], ProblemNames::Contest),
    known("eolymp", &["eolymp", "acmtimuseolymp"], ProblemNames::Number(1)),
    known("geeksforgeeks", &["geeksforgeeks", "gfg"], ProblemNames::Word)
        .named("https://www.geeksforgeeks.org/problems/")
        .levelled("GeeksforGeeks", levels::GEEKSFORGEEKS),
    known("goorm", &["goorm", "goormlevel", "구름", "구름레벨"], ProblemNames::Contest)
        .levelled("goormlevel", levels::GOORM),
    known("hackercup", &["hackercup", "facebookhackercup", "fbhc", "metahackercup"], ProblemNames::Contest),
    known("hackerearth", &["hackerearth"], ProblemNames::Word),
    known("hackerrank", &["hackerrank"], ProblemNames::Word).named("https://www.hackerrank.com/challenges/"),
    known("hdu", &["hdu", "hdoj"], ProblemNames::Number(4))
        .numbered("https://acm.hdu.edu.cn/showproblem.php?pid="),
    known("hihocoder", &["hihocoder"], ProblemNames::Number(1)),
    known("hznuoj", &["hznuoj"], ProblemNames::Number(4)),
    known("icpc", &["icpc", "acmicpccontests"], ProblemNames::Contest),
    known("ieeextreme", &["ieeextreme"], ProblemNames::Contest),
    known("informatics", &["informatics", "informaticsmccmeru", "mccme"], ProblemNames::Number(1)),
    known("infoarena", &["infoarena"], ProblemNames::Word),
    known("interviewbit", &["interviewbit"], ProblemNames::Word),
    known("ioi", &["ioi"], ProblemNames::Contest),
    known("izho", &["izho"], ProblemNames::Contest),
    known("jisuanke", &["jisuanke", "计蒜客"], ProblemNames::Contest),
    known("joi", &["joi"], ProblemNames::Contest),
    known("jungol", &["jungol", "정올"], ProblemNames::Number(1)),
    known("kattis", &["kattis", "openkattis"], ProblemNames::Word).named("https://open.kattis.com/problems/"),
    known("kickstart", &["googlekickstart", "kickstart"], ProblemNames::Contest),
    known("lanqiao", &["lanqiao", "蓝桥", "蓝桥杯"], ProblemNames::Number(1)),
    known("leetcode", &["leetcode", "leet", "leetcodecn", "lc", "力扣", "리트코드"], ProblemNames::Own)
        .linked(leetcode_link)
        .levelled("LeetCode", levels::LEETCODE),
    known("library-checker", &["librarychecker", "yosupo", "yosupojudge"], ProblemNames::Word)
        .named("https://judge.yosupo.jp/problem/"),
    known("libreoj", &["libreoj", "loj"], ProblemNames::Number(1)),
    known("lightoj", &["lightoj"], ProblemNames::Number(4)),
    known("lintcode", &["lintcode"], ProblemNames::Number(1)),
    known("lqdoj", &["lqdoj"], ProblemNames::Word),
    known("luogu", &["luogu", "luogucomcn", "洛谷"], ProblemNames::Word)
        .named("https://www.luogu.com.cn/problem/"),
    known("nowcoder", &["nowcoder", "牛客", "牛客网"], ProblemNames::Contest),
    known("oj.uz", &["ojuz"], ProblemNames::Word).named("https://oj.uz/problem/view/"),
    known("opencup", &["opencup"], ProblemNames::Contest),
    known("opentrains", &["opentrains"], ProblemNames::Contest),
    known("poi", &["poi", "szkopul"], ProblemNames::Contest),
    known("poj", &["poj", "pku"], ProblemNames::Number(4)).numbered("http://poj.org/problem?id="),
    known("pta", &["pta", "pat"], ProblemNames::Number(4)),
    known("programmers", &["programmers", "프로그래머스", "pg", "pgs"], ProblemNames::Number(4))
        .numbered("https://school.programmers.co.kr/learn/courses/30/lessons/")
        .levelled("Programmers", levels::PROGRAMMERS),
    known("project-euler", &["projecteuler", "euler"], ProblemNames::Number(1))
        .numbered("https://projecteuler.net/problem="),
    known("qoj", &["qoj"], ProblemNames::Number(1)),
    known("rosalind", &["rosalind"], ProblemNames::Word),
    known("russian-code-cup", &["russiancodecup"], ProblemNames::Contest),
    known("snark-news", &["snarknews", "snarknewsseries"], ProblemNames::Contest),
    known("softeer", &["softeer", "소프티어"], ProblemNames::Word),
    known("spoj", &["spoj", "brspojcom", "plspojcom", "spojbr"], ProblemNames::Word)
        .named("https://www.spoj.com/problems/"),
    known("swea", &["swea", "sea", "swexpertacademy", "samsungexpertacademy"], ProblemNames::Number(4))
        .levelled("SWEA", levels::SWEA),
    known("timus", &["timus", "acmtimusru", "ural"], ProblemNames::Number(4))
        .numbered("https://acm.timus.ru/problem.aspx?space=1&num="),
    known("tlx", &["tlx", "toki"], ProblemNames::Contest),
    known("topcoder", &["topcoder", "tc"], ProblemNames::Word),
    known("uoj", &["uoj"], ProblemNames::Number(1)),
    known("universal-cup", &["universalcup", "ucup"], ProblemNames::Contest),
    known("usaco", &["usaco"], ProblemNames::Word)
        .numbered("https://usaco.org/index.php?page=viewproblem2&cpid="),
    known("uva", &["uva", "uvaonlinejudge", "onlinejudge"], ProblemNames::Number(3)),
    known(
        "uva-live",
        &["uvalive", "livearchive", "icpclivearchive", "acmicpclivearchive"],
        ProblemNames::Number(4),
    ),
    known("vijos", &["vijos"], ProblemNames::Number(4)),
    known("vjudge", &["vjudge"], ProblemNames::Contest),
    known("vnoj", &["vnoj"], ProblemNames::Word),
    known("yandex-cup", &["yandexcup", "yandexalgorithm"], ProblemNames::Contest),
    known("yukicoder", &["yukicoder", "yukico"], ProblemNames::Number(1))
        .numbered("https://yukicoder.me/problems/no/"),
    known("zoj", &["zoj"], ProblemNames::Number(4)),
];

/// LeetCode's contests have their own pages, and numbers are searched for.
fn leetcode_link(problem: &str) -> Option<String> {
    let is_number = problem.bytes().all(|byte| byte.is_ascii_digit());
    match problem.split('/').collect::<Vec<_>>()[..] {
        [kind @ ("weekly" | "biweekly"), contest, _] => {
            Some(format!("https://leetcode.com/contest/{kind}-contest-{contest}/"))
        }
        [_] if is_number => Some(format!("https://leetcode.com/problemset/?search={problem}")),
        [name] => Some(format!("https://leetcode.com/problems/{name}")),
        _ => None,
    }
}

fn advent_link(problem: &str) -> Option<String> {
    let (year, day) = problem.split_once('/').filter(|(_, day)| !day.contains('/'))?;
    Some(format!("https://adventofcode.com/{year}/day/{day}"))
}

/// Every judge that is known by name, fetched or not.
pub fn known_judges() -> impl Iterator<Item = &'static KnownJudge> {
    registry().iter().map(|entry| entry.spec.known).chain(RECOGNISED)
}

/// The judge with this word for it in identities. What only an older or a newer version knows is a judge of which nothing
/// else is known.
fn of_identity(id: &str) -> &'static KnownJudge {
    static KNOWN: LazyLock<HashMap<&'static str, &'static KnownJudge>> =
        LazyLock::new(|| known_judges().map(|judge| (judge.id, judge)).collect());
    static OTHERS: Mutex<Vec<&'static KnownJudge>> = Mutex::new(Vec::new());
    if let Some(known) = KNOWN.get(id) {
        return known;
    }
    let mut others = OTHERS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(other) = others.iter().find(|other| other.id == id) {
        return other;
    }
    // Each lives as long as the process, as those of the table do; there are as many as different words in a store.
    let other = KnownJudge::new(String::from(id).leak(), &[], ProblemNames::Own);
    let other: &'static KnownJudge = Box::leak(Box::new(other));
    others.push(other);
    other
}

impl ProblemId {
    /// A problem of any judge, by the word for that judge and its own name for the problem.
    pub fn other(judge: &str, problem: &str) -> Self {
        Self::new(of_identity(judge), problem)
    }

    /// An identity as it is written: the word for the judge, `/`, and the judge's own name for the problem, which may
    /// stand alone at the judge where that is implied.
    pub fn from_text(text: &str) -> Self {
        static IMPLIED: LazyLock<Option<&'static KnownJudge>> =
            LazyLock::new(|| known_judges().find(|judge| judge.is_implied));
        match (text.split_once('/'), *IMPLIED) {
            (Some((judge, problem)), _) => Self::other(judge, problem),
            (None, Some(judge)) => Self::new(judge, text),
            (None, None) => Self::other("", text),
        }
    }
}

impl<'de> Deserialize<'de> for ProblemId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::from_text(&String::deserialize(deserializer)?))
    }
}

/// The judge that `word` stands for, whatever its case and whatever separates its parts.
pub fn known_judge(word: &str) -> Option<&'static KnownJudge> {
    let words = &*WORDS;
    let mut plain = String::with_capacity(words.longest + char::MAX_LEN_UTF8);
    for c in word.chars().filter(|c| c.is_alphanumeric()) {
        if plain.len() > words.longest {
            return None;
        }
        if c.is_ascii() {
            plain.push(c.to_ascii_lowercase());
        } else {
            plain.extend(c.to_lowercase());
        }
    }
    words.judges.get(plain.as_str()).copied()
}

/// The words of all judges. A scan asks for every folder of every path, and most are none of them.
struct Words {
    judges: HashMap<&'static str, &'static KnownJudge>,
    /// The length of the longest, in bytes.
    longest: usize,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let words = |judge: &'static KnownJudge| judge.words.iter().map(move |word| (*word, judge));
    let judges: HashMap<_, _> = known_judges().flat_map(words).collect();
    let longest = judges.keys().map(|word| word.len()).max().unwrap_or(0);
    Words { judges, longest }
});

/// The one judge whose name is among the words of a repository's name; `None` where none or several are.
///
/// Words shorter than three letters mean too many other things.
pub fn known_judge_in(name: &str) -> Option<&'static KnownJudge> {
    let lower = name.to_lowercase();
    let mut found = known_judges().filter(|judge| {
        let is_there = |word: &str| match word.len() {
            0..3 => false,
            3..6 => lower.split(|c: char| !c.is_alphanumeric()).any(|part| part == word),
            _ => lower.contains(word),
        };
        judge.words.iter().any(|word| is_there(word))
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_for_one_judge() {
        let mut words: Vec<&str> = known_judges().flat_map(|judge| judge.words).copied().collect();
        words.sort_unstable();
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]));
        assert_eq!(known_judge("Project Euler").unwrap().id, "project-euler");
        assert_eq!(known_judge("백준").unwrap().id, "boj");
        assert_eq!(known_judge("Distributed Google Code Jam").unwrap().id, "codejam");
        assert!(known_judge("solutions").is_none());
        assert!(known_judge("Distributed Google Code Jam 2017").is_none());
        assert!(known_judge("").is_none());
    }

    #[test]
    fn an_identity_is_a_judge_and_a_name_however_it_is_written() {
        for (text, judge, key) in [
            ("abc300_a", "atcoder", "abc300_a"),
            ("codeforces/gym/102646/A", "codeforces", "gym/102646/A"),
            ("boj/1000", "boj", "1000"),
            ("nobody-knows/it/9", "nobody-knows", "it/9"),
        ] {
            let id = ProblemId::from_text(text);
            assert_eq!((id.as_str(), id.judge(), id.key()), (text, judge, key));
            assert_eq!(ProblemId::other(judge, key), id);
        }
        // What would be taken for another judge's says whose it is.
        let odd = ProblemId::atcoder("boj/1000");
        assert_eq!((odd.as_str(), odd.judge()), ("atcoder/boj/1000", "atcoder"));
        assert_eq!(ProblemId::from_text(odd.as_str()), odd);
    }

    #[test]
    fn the_name_of_a_repository_may_say_the_judge() {
        let judge = |name: &str| known_judge_in(name).map(|judge| judge.id);
        assert_eq!(judge("BaekjoonHub"), Some("boj"));
        assert_eq!(judge("leetcode-study"), Some("leetcode"));
        assert_eq!(judge("codeforces-go"), Some("codeforces"));
        assert_eq!(judge("my-boj"), Some("boj"));
        assert_eq!(judge("Codeforces-and-AtCoder"), None);
        assert_eq!(judge("seattle"), None);
        assert_eq!(judge("algorithms"), None);
    }
}
