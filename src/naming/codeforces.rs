//! Codeforces.

use super::folder::judge_of;
use super::rule::{End, Rule, slug, sure, weak};
use super::{Home, reason};
use crate::model::ProblemId;

/// Paths.
pub(super) const PATHS: &[Rule] = &[
    Rule {
        pattern: concat!(
            r"(?:^|[/_ .-])(?:gym[-_ /]*|(?:codeforces|cf)/(?:[^0-9]*/)?g?)(\d{6})(?:[-_ ]?|/(?:[^/]+/)*?)([a-z](?:[a-z]|\d)?)",
            End!()
        ),
        name: |found, _| gym(&found[1], undoubled(&found[2])?),
        examples: &[
            ("codeforces/gym/102646/A.cpp", "codeforces/gym/102646/A"),
            ("gym/281913/d/d.cpp", "codeforces/gym/281913/D"),
            ("Codeforces/G102012E.cpp", "codeforces/gym/102012/E"),
            ("cf/100134J.cpp", "codeforces/gym/100134/J"),
            ("gym/101612/hh.cpp", "codeforces/gym/101612/H"),
            ("gym/102646/main.cpp", ""),
            ("Codeforces/1023F(2).cpp", "codeforces/1023/F"),
        ],
    },
    // The archive of Saratov's former judge.
    Rule {
        pattern: r"(?:^|/)(?:acm\.?)?sgu(?:\.?ru)?(?:[-_ ]?|/(?:[^/]+/)*)([1-5]\d\d)(?:[^0-9]|$)",
        name: |found, _| sure(ProblemId::codeforces_set("acmsguru", &found[1])),
        examples: &[
            ("acmsguru403-ScientificProblem.cpp", "codeforces/acmsguru/403"),
            ("ProblemArchives/acm.sgu.ru/olimp/436.dpr", "codeforces/acmsguru/436"),
        ],
    },
    // A folder and the contest's number. In many repositories the number is a round's, which names no contest.
    Rule {
        pattern: concat!(
            r"^((?:.*/)?(?:codeforces|cf)(?:\.com)?/(?:.*[^a-z0-9])?)0*([1-9]\d{0,3})(?:[-_ ]?|/(?:[^/]+/)*?)",
            r"([a-z](?:[a-z]|\d)?)(?:\(\d+\))?",
            End!()
        ),
        name: |found, _| {
            let folders = found[1].to_ascii_lowercase();
            let is_round = ["round", "edu", "div", "global", "gym"].iter().any(|word| folders.contains(word));
            // `354_2/a` is of the second division.
            let is_division = found[2].len() == 1 && folders.ends_with(['_', '-']);
            (!is_round && !is_division).then(|| contest(&found[2], &found[3])).flatten()
        },
        examples: &[
            ("solutions/codeforces/4/A.rs", "codeforces/4/A"),
            ("codeforces/contest/1900/b2.cpp", "codeforces/1900/B2"),
            ("codeforces/contest/1176/cc.cpp", "codeforces/1176/C"),
            ("codeforces/contest/1283/b/b.cpp", "codeforces/1283/B"),
            ("codeforces/1300-1399/1388D.go", "codeforces/1388/D"),
            ("Codeforces/1107F.cpp", "codeforces/1107/F"),
            ("cf/0158/a/main.py", "codeforces/158/A"),
            ("Codeforces/1900/C. Anji's Tree.cpp", "codeforces/1900/C"),
            ("codeforces/158A - Next Round.cpp", "codeforces/158/A"),
            ("codeforces/1234/src/bin/e.rs", "codeforces/1234/E"),
            ("codeforces/354_2/a.cpp", "~codeforces/round/354-2/A"),
            ("codeforces/cdf286-2a.py", "~codeforces/title/cdf286-2a"),
            ("codeforces/gym/102646/main.cpp", ""),
            ("codeforces/library/dsu.cpp", ""),
        ],
    },
    // The contest, the division and the letter.
    Rule {
        pattern: concat!(
            r"(?:^|/)(?:codeforces|cf)/(?:.*/)?cf[-_ ]?0*([1-9]\d{0,3})[-_ ]d\d+[-_ ]([a-z]\d?)",
            End!()
        ),
        name: |found, _| weak(ProblemId::codeforces(found[1].parse().ok()?, &found[2])),
        examples: &[("CodeForces/CF813-D12-D.cpp", "~codeforces/813/D")],
    },
    // The lessons: one, a step of it and a letter.
    Rule {
        pattern: concat!(r"(?:^|/)codeforces/(?:.*/)?edu/0*(\d{1,2})/0*(\d)[-_ /]?([a-z])", End!()),
        name: |found, _| {
            let problem = format!("edu/{}/{}/{}", &found[1], &found[2], found[3].to_ascii_uppercase());
            weak(ProblemId::other("codeforces", &problem))
        },
        examples: &[("codeforces/edu/09/3e.cpp", "~codeforces/edu/9/3/E")],
    },
    // A round, or a contest by its name: that tells problems apart, and leads to none. Years and series may be in any
    // folder.
    Rule {
        pattern: r"(?:^|/)(?:codeforces|cf)(?:\.com)?/((?:[^/]+/)+)([a-z](?:[a-z]|\d)?)(?:[-_. ][^/]*|/(?:[^/]+/)*[^/]*\.[^/.]+)$",
        name: |found, _| {
            let says_something = |folder: &&str| folder.len() > 1 && !NO_ROUNDS.contains(folder);
            let folders = found[1].to_lowercase();
            let names: Vec<String> = folders.split('/').filter(says_something).map(slug).collect();
            let name = names.join("-");
            let name = name.strip_prefix("round-").unwrap_or(&name).trim_start_matches('0');
            let index = undoubled(&found[2])?.to_ascii_uppercase();
            // Letters that few contests get to are more often anything else.
            let is_task = index.as_str() < "L" || name.bytes().any(|byte| byte.is_ascii_digit());
            let is_meant = !name.is_empty() && is_task && !reason::is_in_library(&found[1]);
            is_meant.then(|| weak(ProblemId::other("codeforces", &format!("round/{name}/{index}")))).flatten()
        },
        examples: &[
            ("codeforces.com/round/026/D.cpp", "~codeforces/round/26/D"),
            ("codeforces/edu64/f.cpp", "~codeforces/round/edu64/F"),
            ("codeforces/Round 900 (Div. 3)/A.cpp", "~codeforces/round/900-div-3/A"),
            ("src/Codeforces/goodbye2020/b/src/main.rs", "~codeforces/round/goodbye2020/B"),
            ("codeforces/TS3E4/ff.cpp", "~codeforces/round/ts3e4/F"),
            ("codeforces/tem/t.cpp", ""),
            ("online_judge/Codeforces/R570/B/b.d", "~codeforces/round/r570/B"),
            ("Codeforces/r974/src/bin/a/main.rs", "~codeforces/round/r974/A"),
            ("codeforces.com/sponsored/VKCup2012/qual/E.cpp", "~codeforces/round/sponsored-vkcup2012-qual/E"),
            ("codeforces/copypasta/template/c/main_test.go", ""),
        ],
    },
    Rule {
        pattern: concat!(r"^(?:.*[^a-z0-9])?(?:codeforces|cf)[-_ ]?0*([1-9]\d{0,3})[-_ ]?([a-z]\d?)", End!()),
        name: |found, _| contest(&found[1], &found[2]),
        examples: &[("cf958C3.cpp", "codeforces/958/C3"), ("daily/CF-1000A_hats.py", "codeforces/1000/A")],
    },
    // Contest and letter alone: Codeforces, unless a folder or the repository says otherwise.
    Rule {
        pattern: r"^(?-i:((?:.*/)?)([1-9]\d{0,3})([A-I]\d?|[a-i]\d?)[-_. ][^/]*$)",
        name: |found, home| {
            let small =
                found[2].len() < 3 && found[3].starts_with(|letter: char| letter.is_ascii_lowercase());
            let elsewhere = |folder: &str| judge_of(folder).is_some_and(|judge| judge.id != "codeforces");
            let elsewhere = is_elsewhere(home) || found[1].split('/').any(elsewhere);
            (!small && !elsewhere).then(|| contest(&found[2], &found[3])).flatten()
        },
        examples: &[
            ("1000A-CodehorsesTshirts.cpp", "codeforces/1000/A"),
            ("main/1300-1399/1388D.go", "codeforces/1388/D"),
            ("4A.py", "codeforces/4/A"),
            ("1352c.cpp", "codeforces/1352/C"),
            ("graphics/3d.py", ""),
            ("leetcode/1000A.cpp", ""),
            ("102646A.cpp", ""),
            ("2659.cpp", ""),
        ],
    },
];

/// Folders that belong to no round's name.
const NO_ROUNDS: &[&str] = &["bin", "contest", "contests", "problems", "rounds", "src"];

/// Messages.
pub(super) const MESSAGES: &[Rule] = &[
    Rule {
        pattern: r"(?:^|[^a-z0-9])(?:cf|(codeforces))[ #_-]*([1-9]\d{0,3})[ /_-]?([a-z]\d?)(?:[^a-z0-9]|$)",
        // At AtCoder's home `CF` is its Code Festival.
        name: |found, home| {
            let is_meant = found.get(1).is_some() || !is_elsewhere(home);
            contest(&found[2], &found[3]).filter(|_| is_meant)
        },
        examples: &[("cf958C3", "codeforces/958/C3"), ("Codeforces 4 A: Watermelon", "codeforces/4/A")],
    },
    Rule {
        pattern: r"(?-i:(?:^|[^A-Za-z0-9])([1-9]\d{2,3})([A-I]\d?)(?:[^A-Za-z0-9]|$))",
        name: |found, home| {
            let found = contest(&found[1], &found[2]).filter(|_| !is_elsewhere(home));
            found.map(|(problem, _)| (problem, false))
        },
        examples: &[("Create 1952C-Is-it-a-cat.cpp", "~codeforces/1952/C"), ("Use 100 B less", "")],
    },
];

fn is_elsewhere(home: &Home) -> bool {
    home.judge.is_some_and(|judge| judge != "codeforces")
}

pub(super) fn contest(contest: &str, index: &str) -> Option<(ProblemId, bool)> {
    sure(ProblemId::codeforces(contest.parse().ok()?, undoubled(index)?))
}

/// The index of a task; a doubled letter is a second attempt, two different ones are a word.
fn undoubled(index: &str) -> Option<&str> {
    match index.as_bytes() {
        [first, second] if second.is_ascii_alphabetic() => {
            first.eq_ignore_ascii_case(second).then(|| &index[..1])
        }
        _ => Some(index),
    }
}

pub(super) fn gym(contest: &str, index: &str) -> Option<(ProblemId, bool)> {
    sure(ProblemId::other("codeforces", &format!("gym/{contest}/{}", index.to_ascii_uppercase())))
}
