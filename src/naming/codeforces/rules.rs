//! What patterns find: gyms, names of files, messages.

use super::LAST_CONTEST;
use crate::model::ProblemId;
use crate::naming::date;
use crate::naming::path::tokens;
use crate::naming::rule::{End, Rule, Strength, sure, weak};

/// Paths below a folder of the judge's, beside what `below` reads.
pub(in crate::naming) const RULES: &[Rule] = &[
    Rule {
        strength: Strength::Identity,
        pattern: concat!(
            r"(?:^|[/_ .-])(?:(?:codeforces|cf)?gym[-_ /]*)?g?(\d{6})(?:[-_ ]?|[^0-9/][^/]*/(?:[^/]+/)*?|/(?:[^/]+/)*?)([a-z](?:[a-z]|\d{1,2})?)",
            End!()
        ),
        name: |found| {
            let is_season = date::is_season(&found[1]);
            (!is_season).then(|| Some(gym(&found[1], undoubled(&found[2])?)))?
        },
        examples: &[
            ("Codeforces/codeforcesGym100377/J.cpp", "codeforces/gym/100377/J"),
            ("codeforces/gym/102646/A.cpp", "codeforces/gym/102646/A"),
            ("gym/281913/d/d.cpp", "codeforces/gym/281913/D"),
            ("CodeForces/Gym/355498P46.cpp", "codeforces/gym/355498/P46"),
            ("Codeforces/G102012E.cpp", "codeforces/gym/102012/E"),
            ("cf/100134J.cpp", "codeforces/gym/100134/J"),
            ("gym/101612/hh.cpp", "codeforces/gym/101612/H"),
            ("gym/102646/main.cpp", ""),
        ],
    },
    // The contest, the division and the letter.
    Rule {
        strength: Strength::Contest,
        pattern: concat!(r"(?:^|/)(?:cf[-_ ]?)?0*([1-9]\d{0,3})[-_ ]d(?:iv)?\d+[-_ ]([a-z]\d?)", End!()),
        name: |found| weak(ProblemId::codeforces(found[1].parse().ok()?, &found[2])),
        examples: &[
            ("CodeForces/CF813-D12-D.cpp", "~codeforces/813/D"),
            ("Codeforces/CF1080-D2-D.cpp", "~codeforces/1080/D"),
        ],
    },
    // The lessons: one, a step of it and a letter.
    Rule {
        strength: Strength::Identity,
        pattern: concat!(r"(?:^|/)edu/0*(\d{1,2})/0*(\d)[-_ /]?([a-z])", End!()),
        name: |found| {
            let problem = format!("edu/{}/{}/{}", &found[1], &found[2], found[3].to_ascii_uppercase());
            weak(ProblemId::other("codeforces", &problem))
        },
        examples: &[("codeforces/edu/09/3e.cpp", "~codeforces/edu/9/3/E")],
    },
    GLUED,
    BELOW_ROUND,
    DIGIT,
    DIVISION,
    // A title, and the contest and the letter behind it.
    Rule {
        strength: Strength::Contest,
        pattern: r"(?-i:(?:^|/)[A-Za-z][A-Za-z_ -]*[_ -]([1-9]\d{1,3})([A-H])$)",
        name: |found| contest(&found[1], &found[2]).map(|(problem, _)| (problem, false)),
        examples: &[("codeforces/Next Round - 158A.cpp", "~codeforces/158/A")],
    },
    // The letter before the contest's number, which isn't the round's that a folder speaks of.
    Rule {
        strength: Strength::Contest,
        pattern: r"^(?-i:(?:(.*)/)?([A-H]\d??)([1-9]\d{2,3})(?:[-_ .][^/]*)?$)",
        name: |found| {
            let folders: Vec<&str> = found[1].split('/').collect();
            let is_of_folder = |number: &str| number.len() > 2 && found[3].starts_with(number);
            let is_repeated =
                folders.iter().any(|folder| tokens(folder).iter().any(|token| is_of_folder(token.text)));
            let is_rounds = super::speaks_of_rounds(&folders) && super::is_rounds_number(&found[3]);
            let (problem, _) = contest(&found[3], &found[2]).filter(|_| !is_repeated && !is_rounds)?;
            Some((problem, false))
        },
        examples: &[
            ("CodeForces/Miscellaneous Problems/dp/C505.cpp", "~codeforces/505/C"),
            ("CodeForces/D1088.java", "~codeforces/1088/D"),
            ("Codeforces/Round #641/C641.cpp", "~codeforces/round/641/C"),
            // The round and the division.
            ("CodeForces/Educational Round #148 (Div 2)/D1482.java", ""),
        ],
    },
    // They may be grown on to a title in one word.
    Rule {
        strength: Strength::Contest,
        pattern: r"(?-i:(?:^|/)[A-Z][a-z]+(?:[A-Z][a-z]*)*[a-z]([1-9]\d{2,3})([A-H]\d?)$)",
        name: |found| contest(&found[1], &found[2]).map(|(problem, _)| (problem, false)),
        examples: &[
            ("codeforces/r408/BankHacking796C.java", "~codeforces/796/C"),
            ("codeforces/lib/Matrix2D.java", ""),
        ],
    },
    // A round's number behind its mark, with the letter grown on.
    Rule {
        strength: Strength::Contest,
        pattern: r"(?:^|/)(?:(?:cf|codeforces|round|beta|r)[-_ ]*)*#[-_ ]?0*([1-9]\d{0,3})([a-i]\d?)(?:[-_ .][^/]*)?$",
        name: |found| {
            let is_round = super::is_rounds_number(&found[1]);
            let problem = format!("round/{}/{}", &found[1], found[2].to_ascii_uppercase());
            is_round.then(|| (ProblemId::other("codeforces", &problem), false))
        },
        examples: &[
            ("Training/cf#57D.cpp", "~codeforces/round/57/D"),
            ("codeforces/#240B.cpp", "~codeforces/round/240/B"),
        ],
    },
    // A round's number and the letter in one name.
    Rule {
        strength: Strength::Contest,
        pattern: r"^(?:(.*)/)?(?:r|round|cfr)[-_ #]*0*([1-9]\d{0,3})[-_ ]+(?:(div[-_. ]?[1-4])[-_ ]+)?([a-z]\d?)(?:[-_ .][^/]*)?$",
        name: |found| {
            let is_educational = tokens(&found[1]).iter().any(|token| {
                token.text.eq_ignore_ascii_case("educational") || token.text.eq_ignore_ascii_case("edu")
            });
            let series = if is_educational { "edu" } else { "" };
            let division = found[3].to_ascii_lowercase().replace(['-', '_', '.', ' '], "");
            let division = if division.is_empty() { division } else { format!("-{division}") };
            let problem = format!("round/{series}{}{division}/{}", &found[2], found[4].to_ascii_uppercase());
            weak(ProblemId::other("codeforces", &problem))
        },
        examples: &[
            ("codeforces/Codeforces Round 02x/R022_div2_A.cpp", "~codeforces/round/22-div2/A"),
            ("codeforces/Educational Round 02x/R022_div2_A.cpp", "~codeforces/round/edu22-div2/A"),
        ],
    },
];

/// A round with its division and the letter in one name.
const DIVISION: Rule = Rule {
    strength: Strength::Series,
    pattern: r"(?:^|/)(?:cf|codeforces)?[-_ ]*(?:r|round)?[-_ #]*0*([1-9]\d{0,3})[-_ (]*div(?:ision)?[-_. ]*([1-4])[)]?[-_ ]*([a-i]\d?)(?:[-_ .][^/]*)?$",
    name: |found| of_round("", &found[1], &found[2], &found[3]),
    examples: &[
        ("CF701Div2D.java", "~codeforces/round/701-div2/D"),
        ("CFRound108Div2D.java", "~codeforces/round/108-div2/D"),
        ("Round710Div3D.java", "~codeforces/round/710-div3/D"),
        ("codeforces/CF 701 (Div. 2) D.cpp", "~codeforces/round/701-div2/D"),
    ],
};

/// A round, its division as a digit, and the letter: `386-2-C`.
const DIGIT: Rule = Rule {
    strength: Strength::Series,
    pattern: r"(?:^|/)0*([1-9]\d{1,3})-([12])-([a-i]\d?)(?:[-_ .][^/]*)?$",
    name: DIVISION.name,
    examples: &[("codeforces/386/386-2-C.cpp", "~codeforces/round/386-div2/C")],
};

/// A round's folder that says the division, and the letter below it.
const BELOW_DIVISION: Rule = Rule {
    strength: Strength::Series,
    pattern: r"(?:^|/)(?:cf|codeforces)?[-_ ]*round[-_ #]*0*([1-9]\d{0,3})[-_ (]*div(?:ision)?[-_. ]*([1-4])[)]?(?:[-_ ]*virtual)?/(?:[^/]+/)?([a-i]\d?)(?:[-_ .][^/]*)?$",
    name: DIVISION.name,
    examples: &[("contests/virtual/round897Div2Virtual/C.cpp", "~codeforces/round/897-div2/C")],
};

/// A round of a series that has a name, and the letter below it.
const BELOW_SERIES: Rule = Rule {
    strength: Strength::Series,
    pattern: r"(?:^|/)(codeton|global|educational)[-_ ]*(?:codeforces)?[-_ ]*round[-_ #]*0*([1-9]\d{0,2})/(?:[^/]+/)?([a-i]\d?)(?:[-_ .][^/]*)?$",
    name: |found| of_round(&found[1], &found[2], "", &found[3]),
    examples: &[
        ("rated/codetonRound8/D.cpp", "~codeforces/round/codeton8/D"),
        ("virtual/EducationalRound120/a.cpp", "~codeforces/round/edu120/A"),
    ],
};

/// A round's folder, and the division with the letter below it.
const BELOW_ROUND: Rule = Rule {
    strength: Strength::Series,
    pattern: r"(?:^|/)(?:cf|codeforces|round)?[-_ #]*0*([1-9]\d{0,3})/div(?:ision)?[-_. ]*([1-4])[-_ ]*([a-i]\d?)(?:[-_ .][^/]*)?$",
    name: DIVISION.name,
    examples: &[
        ("Contest/Codeforces/#174/div1_C.cpp", "~codeforces/round/174-div1/C"),
        ("Codeforces/Official Rounds/179/Div1B.cpp", "~codeforces/round/179-div1/B"),
    ],
};

/// A round's code with the letter grown on: `r492b`, `er47c`.
const GLUED: Rule = Rule {
    strength: Strength::Contest,
    pattern: r"(?:^|/)(er|edu|gr|cfr|r)0*([1-9]\d{1,3})([a-z]\d?)(?:[-_ .][^/]*)?$",
    name: |found| of_round(&found[1], &found[2], "", &found[3]),
    examples: &[("codeforces/gr20b.kt", "~codeforces/round/global20/B")],
};

/// The task of a round by the word for its series, which the plain rounds have none of, its number, its division, where that
/// is said, and the letter.
fn of_round(series: &str, number: &str, division: &str, letter: &str) -> Option<(ProblemId, bool)> {
    let series = match series.to_ascii_lowercase().as_str() {
        "codeton" => "codeton",
        "edu" | "educational" | "er" => "edu",
        "global" | "gr" => "global",
        _ => "",
    };
    let mark = if division.is_empty() { "" } else { "-div" };
    let letter = letter.to_ascii_uppercase();
    weak(ProblemId::other("codeforces", &format!("round/{series}{number}{mark}{division}/{letter}")))
}

/// Paths that name no judge: a contest and a letter alone are Codeforces', a gym's number more surely.
pub(in crate::naming) const ALONE: &[Rule] = &[
    Rule {
        strength: Strength::Identity,
        pattern: r"^(?-i:(?:.*/)?0*([1-9]\d{0,3})([A-I]\d?|[a-i]\d?)(?:[-_. ][^/]*)?$)",
        name: |found| {
            let is_small = found[2].starts_with(|letter: char| letter.is_ascii_lowercase());
            // Other series have numbers as small, and rounds; the letter in capitals is Codeforces' spelling.
            let is_sure = found[1].len() > 3 || (found[1].len() == 3 && !is_small);
            // Two or three dimensions of what follows.
            let is_dimension =
                matches!(&found[1], "1" | "2" | "3") && &found[2] == "D" && !found[0].ends_with('D');
            let (problem, _) = contest(&found[1], &found[2]).filter(|_| found[1].len() > 2 || !is_small)?;
            (!is_dimension).then_some((problem, is_sure))
        },
        examples: &[
            ("1000A-CodehorsesTshirts.cpp", "codeforces/1000/A"),
            ("main/1300-1399/1388D.go", "codeforces/1388/D"),
            ("4A.py", "~codeforces/4/A"),
            ("search/150c.cpp", "~codeforces/150/C"),
            ("1352c.cpp", "codeforces/1352/C"),
            ("graphics/3d.py", ""),
            ("structures/2D-BIT.cpp", ""),
            ("leetcode/1000A.cpp", ""),
            ("2659.cpp", ""),
        ],
    },
    // Few contests have so many tasks: the number has four digits, and the letter is a capital.
    Rule {
        strength: Strength::Contest,
        pattern: r"^(?-i:(?:.*/)?([12]\d{3})([J-O])(?:[-_. ][^/]*)?$)",
        name: |found| contest(&found[1], &found[2]).map(|(problem, _)| (problem, false)),
        examples: &[("1773K.cpp", "~codeforces/1773/K"), ("1080p.py", "")],
    },
    DIVISION,
    BELOW_DIVISION,
    BELOW_SERIES,
    Rule {
        strength: Strength::Identity,
        pattern: r"^(?-i:(?:.*/)?(10[0-9]{4})(?:[-_]?([A-N])(?:[-_. ][^/]*)?|([a-n]))$)",
        name: |found| {
            let letter = if found[2].is_empty() { &found[3] } else { &found[2] };
            let is_dated = !found[3].is_empty() && date::is_day(&found[1]);
            (!is_dated).then(|| (gym(&found[1], letter).0, false))
        },
        examples: &[
            ("UTOpen/2025/105811i.cpp", "~codeforces/gym/105811/I"),
            ("notes/101112a.cpp", ""),
            ("102646A.cpp", "~codeforces/gym/102646/A"),
            ("prov/2019/104460E.cpp", "~codeforces/gym/104460/E"),
        ],
    },
    // A round with its series or its division, and the letter: `CFEDU129-F`, `CF633-1C`.
    Rule {
        strength: Strength::Contest,
        pattern: r"(?:^|/)cf[-_ ]?(?:(edu|er|gr|global)[-_ ]?0*([1-9]\d{0,2})|r?[-_ ]?([1-9]\d{2,3})[-_ ]([12]))[-_ ]?([a-i]\d?)(?:[-_ .][^/]*)?$",
        name: |found| {
            let number = format!("{}{}", &found[2], &found[3]);
            of_round(&found[1], &number, &found[4], &found[5])
        },
        examples: &[
            ("Contest/CF633-1C.cpp", "~codeforces/round/633-div1/C"),
            ("Contest/CFEDU129-F.cpp", "~codeforces/round/edu129/F"),
            ("Contest/CFGR21-B.cpp", "~codeforces/round/global21/B"),
        ],
    },
    // The same with the letter in a file of its own: `CFEdu#147/probC`.
    Rule {
        strength: Strength::Contest,
        pattern: r"(?:^|/)cf[-_ ]?(edu|er|gr|global|div([1-4]))[-_ #]*0*([1-9]\d{0,3})/(?:prob(?:lem)?[-_ ]?)?([a-i]\d?)(?:[-_ .][^/]*)?$",
        name: |found| of_round(&found[1], &found[3], &found[2], &found[4]),
        examples: &[
            ("Contests/CFEdu#147/probC.cpp", "~codeforces/round/edu147/C"),
            ("Contests/CFDiv2_864/probD.cpp", "~codeforces/round/864-div2/D"),
            ("Contests/CF1899/probB.cpp", "codeforces/1899/B"),
        ],
    },
    // A folder with such a number, and the letter below it.
    Rule {
        strength: Strength::Contest,
        pattern: r"(?:^|/)(10[0-9]{4})/([a-n])(?:/[^/]+)?$",
        name: |found| (!date::is_day(&found[1])).then(|| (gym(&found[1], &found[2]).0, false)),
        examples: &[
            ("training/100097/f/a.cpp", "~codeforces/gym/100097/F"),
            ("training/104460/B.cpp", "~codeforces/gym/104460/B"),
            ("notes/101112/a.cpp", ""),
        ],
    },
    Rule {
        strength: Strength::Contest,
        pattern: concat!(
            r"(?:^|[/_ .-])gym[-_ /]*(\d{6})(?:[-_ ]?|/(?:[^/]+/)*?|[^0-9/][^/]*/(?:[^/]+/)*?)([a-z](?:[a-z]|\d)?)",
            End!()
        ),
        name: |found| Some(gym(&found[1], undoubled(&found[2])?)),
        examples: &[("gym/101612/h.cpp", "codeforces/gym/101612/H")],
    },
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|/)(?:acm\.?)?sgu(?:\.?ru)?(?:[-_ ]?|(?:[-_ ](?:codeforces|cpp|java|python|solutions?))?/(?:[^/]+/)*(?:sgu|p)?[-_ ]?)([1-5]\d\d)(?:[^0-9]|$)",
        name: |found| sure(ProblemId::codeforces_set("acmsguru", &found[1])),
        examples: &[
            ("acmsguru403-ScientificProblem.cpp", "codeforces/acmsguru/403"),
            ("ProblemArchives/acm.sgu.ru/olimp/436.dpr", "codeforces/acmsguru/436"),
        ],
    },
];

/// Messages.
pub(in crate::naming) const MESSAGES: &[Rule] = &[
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|[^a-z0-9])(?:codeforces)[ #_-]*([1-9]\d{0,3})[ /_-]?([a-z]\d?)(?:[^a-z0-9]|$)",
        name: |found| contest(&found[1], &found[2]),
        examples: &[("Codeforces 4 A: Watermelon", "codeforces/4/A")],
    },
    Rule {
        strength: Strength::Contest,
        pattern: r"(?:^|[^a-z0-9])cf[ #_-]*([1-9]\d{0,3})[ /_-]?([a-z]\d?)(?:[^a-z0-9]|$)",
        name: |found| contest(&found[1], &found[2]),
        examples: &[("cf958C3", "codeforces/958/C3")],
    },
    Rule {
        strength: Strength::Title,
        pattern: r"(?-i:(?:^|[^A-Za-z0-9])([1-9]\d{2,3})([A-I]\d?)(?:[^A-Za-z0-9]|$))",
        name: |found| contest(&found[1], &found[2]).map(|(problem, _)| (problem, false)),
        examples: &[("Create 1952C-Is-it-a-cat.cpp", "~codeforces/1952/C"), ("Use 100 B less", "")],
    },
];

fn contest(contest: &str, index: &str) -> Option<(ProblemId, bool)> {
    let contest = contest.parse().ok().filter(|contest| (1..=LAST_CONTEST).contains(contest))?;
    sure(ProblemId::codeforces(contest, undoubled(index)?))
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

pub(super) fn gym(contest: &str, index: &str) -> (ProblemId, bool) {
    (ProblemId::other("codeforces", &format!("gym/{contest}/{}", index.to_ascii_uppercase())), true)
}
