//! Judges and olympiads that are known by name: folders and repositories are called after them. Few are fetched.

use std::collections::HashMap;
use std::sync::LazyLock;

/// How a judge names its problems, and so how they are told from what lies in its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemNames {
    /// By a number of at least so many digits.
    Number(usize),
    /// By one word.
    Word,
    /// By a contest and a task in it: all that lies below the judge's folder.
    Contest,
    /// Rules of their own say it; a folder's name alone doesn't.
    Own,
}

/// A judge, the words that folders and people have for it, and how it names its problems.
#[derive(Debug)]
pub struct KnownJudge {
    /// The word for it in identities and configuration.
    pub id: &'static str,
    /// In lower case, without spaces and the like.
    pub words: &'static [&'static str],
    /// How it names its problems.
    pub names: ProblemNames,
}

const fn known(id: &'static str, words: &'static [&'static str], names: ProblemNames) -> KnownJudge {
    KnownJudge { id, words, names }
}

/// Every judge that is known by name.
pub const KNOWN_JUDGES: &[KnownJudge] = &[
    known("51nod", &["51nod"], ProblemNames::Number(4)),
    known("acmp", &["acmp", "acmpru"], ProblemNames::Number(1)),
    known("acwing", &["acwing"], ProblemNames::Number(1)),
    known("adventofcode", &["adventofcode", "aoc"], ProblemNames::Own),
    known("aoj", &["aizu", "aoj", "aizuonlinejudge"], ProblemNames::Word),
    known("apio", &["apio"], ProblemNames::Contest),
    known("atcoder", &["atcoder", "atcoderjp"], ProblemNames::Own),
    known("astar", &["astar", "baiduastar"], ProblemNames::Contest),
    known("balkan", &["balkanoi", "balkanolympiad"], ProblemNames::Contest),
    known("beecrowd", &["beecrowd", "uri", "urionlinejudge"], ProblemNames::Number(4)),
    known(
        "boj",
        &["boj", "bj", "baekjoon", "백준", "acmicpc", "acmicpcnet", "baekjoononlinejudge", "baekjoonoj"],
        ProblemNames::Number(4),
    ),
    known("btoi", &["btoi", "balticoi"], ProblemNames::Contest),
    known("bzoj", &["bzoj", "lydsy"], ProblemNames::Number(4)),
    known("cco", &["cco"], ProblemNames::Contest),
    known("ccc", &["ccc"], ProblemNames::Contest),
    known("ceoi", &["ceoi"], ProblemNames::Contest),
    known("codechef", &["codechef"], ProblemNames::Word),
    known("codeforces", &["codeforces", "codeforce", "codeforcescom", "cf"], ProblemNames::Own),
    known("codejam", &["googlecodejam", "codejam", "distributedgooglecodejam", "gcj"], ProblemNames::Contest),
    known("codility", &["codility"], ProblemNames::Word),
    known("codingninjas", &["codingninjas"], ProblemNames::Word),
    known("codetree", &["codetree", "코드트리"], ProblemNames::Word),
    known("codeup", &["codeup", "코드업"], ProblemNames::Number(4)),
    known("codewars", &["codewars"], ProblemNames::Word),
    known("bkoi", &["bkoi"], ProblemNames::Contest),
    known("coci", &["coci"], ProblemNames::Contest),
    known("coi", &["coi"], ProblemNames::Contest),
    known("cometoj", &["cometoj"], ProblemNames::Contest),
    known("csacademy", &["csacademy"], ProblemNames::Contest),
    known("cses", &["cses", "csesproblemset"], ProblemNames::Number(4)),
    known("dmoj", &["dmoj"], ProblemNames::Word),
    known("ecnu", &["ecnu", "ecnuoj"], ProblemNames::Contest),
    known("eolymp", &["eolymp", "acmtimuseolymp"], ProblemNames::Number(1)),
    known("geeksforgeeks", &["geeksforgeeks", "gfg"], ProblemNames::Word),
    known("goorm", &["goorm", "goormlevel", "구름", "구름레벨"], ProblemNames::Contest),
    known("hackercup", &["hackercup", "facebookhackercup", "fbhc", "metahackercup"], ProblemNames::Contest),
    known("hackerearth", &["hackerearth"], ProblemNames::Word),
    known("hackerrank", &["hackerrank"], ProblemNames::Word),
    known("hdu", &["hdu", "hdoj"], ProblemNames::Number(4)),
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
    known("kattis", &["kattis", "openkattis"], ProblemNames::Word),
    known("kickstart", &["googlekickstart", "kickstart"], ProblemNames::Contest),
    known("lanqiao", &["lanqiao", "蓝桥", "蓝桥杯"], ProblemNames::Number(1)),
    known("leetcode", &["leetcode", "leet", "leetcodecn", "lc", "力扣", "리트코드"], ProblemNames::Own),
    known("library-checker", &["librarychecker", "yosupo", "yosupojudge"], ProblemNames::Word),
    known("libreoj", &["libreoj", "loj"], ProblemNames::Number(1)),
    known("lightoj", &["lightoj"], ProblemNames::Number(4)),
    known("lintcode", &["lintcode"], ProblemNames::Number(1)),
    known("lqdoj", &["lqdoj"], ProblemNames::Word),
    known("luogu", &["luogu", "luogucomcn", "洛谷"], ProblemNames::Word),
    known("nowcoder", &["nowcoder", "牛客", "牛客网"], ProblemNames::Contest),
    known("oj.uz", &["ojuz"], ProblemNames::Word),
    known("opencup", &["opencup"], ProblemNames::Contest),
    known("opentrains", &["opentrains"], ProblemNames::Contest),
    known("poi", &["poi", "szkopul"], ProblemNames::Contest),
    known("poj", &["poj", "pku"], ProblemNames::Number(4)),
    known("pta", &["pta", "pat"], ProblemNames::Number(4)),
    known("programmers", &["programmers", "프로그래머스", "pg", "pgs"], ProblemNames::Number(4)),
    known("project-euler", &["projecteuler", "euler"], ProblemNames::Number(1)),
    known("qoj", &["qoj"], ProblemNames::Number(1)),
    known("rosalind", &["rosalind"], ProblemNames::Word),
    known("russian-code-cup", &["russiancodecup"], ProblemNames::Contest),
    known("snark-news", &["snarknews", "snarknewsseries"], ProblemNames::Contest),
    known("softeer", &["softeer", "소프티어"], ProblemNames::Word),
    known("spoj", &["spoj", "brspojcom", "plspojcom", "spojbr"], ProblemNames::Word),
    known("swea", &["swea", "sea", "swexpertacademy", "samsungexpertacademy"], ProblemNames::Number(4)),
    known("timus", &["timus", "acmtimusru", "ural"], ProblemNames::Number(4)),
    known("tlx", &["tlx", "toki"], ProblemNames::Contest),
    known("topcoder", &["topcoder", "tc"], ProblemNames::Word),
    known("uoj", &["uoj"], ProblemNames::Number(1)),
    known("universal-cup", &["universalcup", "ucup"], ProblemNames::Contest),
    known("usaco", &["usaco"], ProblemNames::Word),
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
    known("yukicoder", &["yukicoder", "yukico"], ProblemNames::Number(1)),
    known("zoj", &["zoj"], ProblemNames::Number(4)),
];

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
    let judges: HashMap<_, _> = KNOWN_JUDGES.iter().flat_map(words).collect();
    let longest = judges.keys().map(|word| word.len()).max().unwrap_or(0);
    Words { judges, longest }
});

/// The one judge whose name is among the words of a repository's name; `None` where none or several are.
///
/// Words shorter than three letters mean too many other things.
pub fn known_judge_in(name: &str) -> Option<&'static KnownJudge> {
    let lower = name.to_lowercase();
    let mut found = KNOWN_JUDGES.iter().filter(|judge| {
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
        let mut words: Vec<&str> = KNOWN_JUDGES.iter().flat_map(|judge| judge.words).copied().collect();
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
