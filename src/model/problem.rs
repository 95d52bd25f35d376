//! Which problem a solution solves.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A problem's identity: the judge's own name for it, and the judge where that name alone doesn't tell.
///
/// Shown as `codeforces/4/A` or `abc300_a`; `boj/1000`, `leetcode/two-sum` and the like at judges that are known by
/// their links alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProblemId(String);

impl ProblemId {
    /// A Codeforces problem: the contest's number and the problem's index (`A`, `B1`), in any case.
    pub fn codeforces(contest: u32, index: &str) -> Self {
        Self(format!("codeforces/{contest}/{}", index.to_ascii_uppercase()))
    }

    /// A problem of a set on Codeforces that is no contest (`acmsguru`).
    pub fn codeforces_set(set: &str, index: &str) -> Self {
        Self(format!("codeforces/{set}/{}", index.to_ascii_uppercase()))
    }

    /// An AtCoder task by its id (`abc300_a`), in any case. Ids are unique across AtCoder.
    pub fn atcoder(task: &str) -> Self {
        Self(task.to_ascii_lowercase())
    }

    /// A problem of another judge, by the word for that judge and its own name for the problem.
    pub fn other(judge: &str, problem: &str) -> Self {
        Self(format!("{judge}/{problem}"))
    }

    /// An identity as the store keeps it.
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }

    /// The identity as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The word for the judge: `atcoder`, `codeforces`, `boj`, `leetcode` and so on.
    pub fn judge(&self) -> &str {
        self.0.split_once('/').map_or("atcoder", |(judge, _)| judge)
    }

    /// The judge's page of the problem; `None` where the identity doesn't lead there.
    ///
    /// ```
    /// use cpt_tracker::model::ProblemId;
    ///
    /// assert_eq!(ProblemId::codeforces(4, "a").link().unwrap(), "https://codeforces.com/contest/4/problem/A");
    /// let guru = "https://codeforces.com/problemsets/acmsguru/problem/99999/100";
    /// assert_eq!(ProblemId::codeforces_set("acmsguru", "100").link().unwrap(), guru);
    /// assert_eq!(ProblemId::atcoder("dp_f").link().unwrap(), "https://atcoder.jp/contests/dp/tasks/dp_f");
    /// assert_eq!(ProblemId::other("boj", "1000").link().unwrap(), "https://www.acmicpc.net/problem/1000");
    /// assert!(ProblemId::other("ioi", "09-mecho").link().is_none());
    /// ```
    pub fn link(&self) -> Option<String> {
        let Some((judge, problem)) = self.0.split_once('/') else {
            let (contest, _) = self.0.rsplit_once('_')?;
            let contest = contest.replace('_', "-");
            return Some(format!("https://atcoder.jp/contests/{contest}/tasks/{}", self.0));
        };
        let parts: Vec<&str> = problem.split('/').collect();
        let is_number = problem.bytes().all(|byte| byte.is_ascii_digit());
        match (judge, &parts[..]) {
            ("codeforces", ["gym", contest, index]) => {
                Some(format!("https://codeforces.com/gym/{contest}/problem/{index}"))
            }
            ("codeforces", ["round" | "title" | "edu" | "unknown", ..]) => None,
            // The page of a set needs a contest's number, and doesn't look at it.
            ("codeforces", [set, index]) if !set.bytes().all(|byte| byte.is_ascii_digit()) => {
                Some(format!("https://codeforces.com/problemsets/{set}/problem/99999/{index}"))
            }
            ("codeforces", [contest, index]) => {
                Some(format!("https://codeforces.com/contest/{contest}/problem/{index}"))
            }
            ("leetcode", [kind @ ("weekly" | "biweekly"), contest, _]) => {
                Some(format!("https://leetcode.com/contest/{kind}-contest-{contest}/"))
            }
            ("leetcode", [_]) if is_number => {
                Some(format!("https://leetcode.com/problemset/?search={problem}"))
            }
            ("adventofcode", [year, day]) => Some(format!("https://adventofcode.com/{year}/day/{day}")),
            (_, [one]) => {
                let (_, before, wants_number) = LINKS.iter().find(|(known, ..)| *known == judge)?;
                (is_number || !wants_number).then(|| format!("{before}{one}"))
            }
            _ => None,
        }
    }
}

/// Judges whose pages are addressed by the problem's name alone: what comes before it, and whether only numbers lead
/// there.
const LINKS: &[(&str, &str, bool)] = &[
    ("aoj", "https://onlinejudge.u-aizu.ac.jp/problems/", false),
    ("boj", "https://www.acmicpc.net/problem/", true),
    ("codechef", "https://www.codechef.com/problems/", false),
    ("codetree", "https://www.codetree.ai/problems/", false),
    ("cses", "https://cses.fi/problemset/task/", true),
    ("dmoj", "https://dmoj.ca/problem/", false),
    ("geeksforgeeks", "https://www.geeksforgeeks.org/problems/", false),
    ("hackerrank", "https://www.hackerrank.com/challenges/", false),
    ("hdu", "https://acm.hdu.edu.cn/showproblem.php?pid=", true),
    ("kattis", "https://open.kattis.com/problems/", false),
    ("leetcode", "https://leetcode.com/problems/", false),
    ("library-checker", "https://judge.yosupo.jp/problem/", false),
    ("luogu", "https://www.luogu.com.cn/problem/", false),
    ("oj.uz", "https://oj.uz/problem/view/", false),
    ("poj", "http://poj.org/problem?id=", true),
    ("programmers", "https://school.programmers.co.kr/learn/courses/30/lessons/", true),
    ("project-euler", "https://projecteuler.net/problem=", true),
    ("spoj", "https://www.spoj.com/problems/", false),
    ("timus", "https://acm.timus.ru/problem.aspx?space=1&num=", true),
    ("usaco", "https://usaco.org/index.php?page=viewproblem2&cpid=", true),
    ("yukicoder", "https://yukicoder.me/problems/no/", true),
];

impl fmt::Display for ProblemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What named a problem. Earlier ones outrank later ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NamedBy {
    /// The file's path.
    Path,
    /// The first lines of the file in the newest commit.
    Header,
    /// The commit's message.
    Message,
    /// The path, read with the judge that the configuration or the repository's name says.
    Repository,
}

impl NamedBy {
    /// The word for it in JSON and exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Header => "header",
            Self::Message => "message",
            Self::Repository => "repository",
        }
    }
}

/// A problem as a solution names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct NamedProblem {
    /// Which problem.
    pub problem: ProblemId,
    /// Whether the identity is the judge's for certain. A weak one still tells problems apart.
    pub sure: bool,
    /// What named it.
    pub by: NamedBy,
}
