//! AtCoder's contests and the ids of their tasks, where these don't follow from the letters that are shown.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::japanese;

/// The beginner contests that shared their last two tasks with a regular contest, and that contest.
const SHARED: &[(u16, u16)] = &[
    (42, 58),
    (43, 59),
    (44, 60),
    (45, 61),
    (46, 62),
    (47, 63),
    (48, 64),
    (49, 65),
    (50, 66),
    (52, 67),
    (53, 68),
    (55, 69),
    (56, 70),
    (58, 71),
    (59, 72),
    (60, 73),
    (62, 74),
    (63, 75),
    (65, 76),
    (66, 77),
    (67, 78),
    (68, 79),
    (69, 80),
    (71, 81),
    (72, 82),
    (74, 83),
    (77, 84),
    (78, 85),
    (81, 86),
    (82, 87),
    (83, 88),
    (86, 89),
    (87, 90),
    (90, 91),
    (91, 92),
    (92, 93),
    (93, 94),
    (94, 95),
    (95, 96),
    (97, 97),
    (98, 98),
    (101, 99),
    (102, 100),
    (107, 101),
    (108, 102),
    (111, 103),
];

/// The regular contests whose tasks were shown as C to F and have the ids of a to d.
const SHIFTED: std::ops::RangeInclusive<u16> = 58..=103;

/// The tasks whose letter has a digit. Any other digit after a letter counts attempts.
const WITH_DIGIT: &[&str] = &["agc028_f2", "arc120_f2", "arc218_f2"];

/// The last contests of which the list above is complete.
const COMPLETE: &[(&str, u16)] = &[("abc", 456), ("agc", 77), ("arc", 218)];

/// A task of a numbered contest by what is shown for it (`c`, `ex`, `f2`, `3`), and whether that is sure; `None` where
/// the contest has no such task. An `exact` label stands behind the contest's name with a low line, as in ids.
pub(super) fn numbered(series: &str, number: u16, label: &str, exact: bool) -> Option<(String, bool)> {
    let label = label.to_ascii_lowercase();
    let label = match label.as_str() {
        // The eighth task was shown as `Ex` for a while, and was `h` in addresses all the same.
        "ex" | "hx" => "h",
        other => other,
    };
    let (letter, digit) = match label.as_bytes() {
        [digit @ b'1'..=b'9'] => (b'a' + digit - b'1', None),
        [letter @ b'a'..=b'z'] => (*letter, None),
        // A doubled letter is a second attempt.
        [letter @ b'a'..=b'z', twice] if letter == twice => (*letter, None),
        // The second problem: `arc131p2`. Other judges' contests have such names with small numbers.
        [b'p', digit @ b'1'..=b'9'] if series != "ahc" && number >= 100 => (b'a' + digit - b'1', None),
        [letter @ b'a'..=b'z', digit @ b'1'..=b'9'] => (*letter, Some(char::from(*digit))),
        _ => return None,
    };
    let width = if series == "awc" { 4 } else { 3 };
    let contest = format!("{series}{number:0width$}");
    let by_number = label.as_bytes()[0].is_ascii_digit();
    let letter_of = |letter: u8| format!("{contest}_{}", char::from(letter));
    let last = match series {
        "abc" => b'h',
        "arc" | "agc" => b'f',
        "awc" => b'o',
        _ => b'z',
    };
    // The only one of its kind.
    if letter > last || (series == "apc" && number != 1) {
        return None;
    }
    let is_early = (series == "abc" && number < 20) || (series == "arc" && number < 35);
    if is_early {
        return (letter <= b'd').then(|| (format!("{contest}_{}", letter - b'a' + 1), true));
    }
    if series == "abc"
        && let Ok(at) = SHARED.binary_search_by_key(&number, |(beginner, _)| *beginner)
    {
        return match letter {
            b'a' | b'b' => Some((letter_of(letter), true)),
            b'c' | b'd' => Some((format!("arc{:03}_{}", SHARED[at].1, char::from(letter - 2)), true)),
            _ => None,
        };
    }
    if series == "arc" && SHIFTED.contains(&number) {
        return match letter {
            b'a' | b'b' => Some((letter_of(letter), true)),
            // In an id these letters are those of the last two tasks.
            b'c' | b'd' if exact => Some((letter_of(letter), false)),
            _ => Some((letter_of(letter - 2), true)),
        };
    }
    let plain = letter_of(letter);
    let Some(digit) = digit else { return Some((plain, !by_number || exact)) };
    let with_digit = format!("{plain}{digit}");
    let is_listed = COMPLETE.iter().any(|(known, last)| *known == series && number <= *last);
    match () {
        () if WITH_DIGIT.contains(&with_digit.as_str()) => Some((with_digit, true)),
        () if is_listed || series == "abc" => Some((plain, true)),
        () => Some((with_digit, false)),
    }
}

/// A contest without a number of the usual kind.
struct Contest {
    /// What its tasks' ids begin with.
    prefix: String,
    /// Labels whose tasks have other ids than the prefix and the label.
    others: Vec<(&'static str, &'static str)>,
    /// Whether several contests' ids begin so, none of which is called so: a letter is one task of each.
    is_shared: bool,
}

/// `contest`, the beginning of its tasks' ids where that isn't the contest's own name, and the tasks whose ids aren't
/// that and the label: `label=id`, or `label=_x` for the beginning and `_x`. AtCoder's archive as of May 2026, without
/// the numbered contests and the daily trainings.
const TABLE: &str = include_str!("contests.tsv");

static CONTESTS: LazyLock<HashMap<String, Contest>> = LazyLock::new(|| {
    let mut contests = HashMap::new();
    for line in TABLE.lines() {
        let mut columns = line.split('\t');
        let Some(name) = columns.next() else { continue };
        let prefix = columns.next().filter(|prefix| !prefix.is_empty());
        let prefix = prefix.map_or_else(|| name.replace('-', "_"), str::to_owned);
        let others = columns.next().unwrap_or_default().split(' ').filter_map(|pair| pair.split_once('='));
        let contest = |name: &str| {
            (
                plain(name),
                Contest { prefix: prefix.clone(), others: others.clone().collect(), is_shared: false },
            )
        };
        contests.extend([contest(name)]);
    }
    // Tasks of a contest whose ids begin otherwise are called after that as well.
    let mut aliases: HashMap<String, Contest> = HashMap::new();
    for line in TABLE.lines() {
        let prefix = line.split('\t').nth(1).filter(|prefix| !prefix.is_empty());
        if let Some(prefix) = prefix.filter(|prefix| !contests.contains_key(&plain(prefix))) {
            let alias = Contest { prefix: prefix.to_owned(), others: Vec::new(), is_shared: false };
            aliases.entry(plain(prefix)).and_modify(|known| known.is_shared = true).or_insert(alias);
        }
    }
    contests.extend(aliases);
    let ordinals = PAST.iter().zip(1..).flat_map(|(name, ordinal)| {
        [format!("past{ordinal}"), format!("past{ordinal:02}"), format!("past{ordinal:03}")]
            .map(|alias| (alias, *name))
    });
    for (alias, name) in ALIASES.map(|(alias, name)| (alias.to_owned(), name)).into_iter().chain(ordinals) {
        if let Some(contest) = contests.get(name) {
            let alias_of =
                Contest { prefix: contest.prefix.clone(), others: contest.others.clone(), ..*contest };
            contests.insert(alias, alias_of);
        }
    }
    contests
});

/// The Practical Algorithm Skill Tests that are named after their months, from the first one on: people count them. The
/// later ones are called by their ordinals in the table.
const PAST: [&str; 14] = [
    "past201912",
    "past202004",
    "past202005",
    "past202010",
    "past202012",
    "past202104",
    "past202107",
    "past202109",
    "past202112",
    "past202203",
    "past202206",
    "past202209",
    "past202212",
    "past202303",
];

/// The titles of the Educational DP Contest's tasks, from A on.
const EDPC: [&str; 26] = [
    "frog-1",
    "frog-2",
    "vacation",
    "knapsack-1",
    "knapsack-2",
    "lcs",
    "longest-path",
    "grid-1",
    "coins",
    "sushi",
    "stones",
    "deque",
    "candies",
    "slimes",
    "matching",
    "independent-set",
    "flowers",
    "walk",
    "digit-sum",
    "permutation",
    "grouping",
    "subtree",
    "intervals",
    "tower",
    "grid-2",
    "frog-3",
];

/// The task of the Educational DP Contest that has a title (in lower case with hyphens). Away from the contest's folder a
/// title of one word may be another contest's.
pub(super) fn titled_dp(title: &str, at_home: bool) -> Option<String> {
    let is_it = |known: &&str| {
        // A digit may be grown on, and words may be, too.
        *known == title || known.replace('-', "") == title.replace('-', "")
    };
    let (letter, known) = (b'a'..).zip(EDPC).find(|(_, known)| is_it(known))?;
    (at_home || known.contains('-')).then(|| format!("dp_{}", char::from(letter)))
}

/// What else people call contests, in one word.
const ALIASES: [(&str, &str); 12] = [
    ("aclbc", "abl"),
    ("aclbeginnercontest", "abl"),
    ("aclcontest1", "acl1"),
    ("algomath", "mathandalgorithm"),
    ("edpc", "dp"),
    ("edudp", "dp"),
    ("educationaldp", "dp"),
    ("educationaldpcontest", "dp"),
    ("kyoproeducational90", "typical90"),
    ("tenkei90", "typical90"),
    ("tessoku", "tessokubook"),
    ("typicaldpcontest", "tdpc"),
];

/// Words in contests' names, and what is left of them.
const ABBREVIATED: [(&str, &str); 7] = [
    ("atcoder", ""),
    ("codefestival", "codefes"),
    ("japanesestudentchampionship", "jsc"),
    ("practicalalgorithmskilltest", "past"),
    ("programmingcompetition", ""),
    ("programmingcontest", ""),
    ("thanksfestival", "thanksfes"),
];

/// A contest's name as people abbreviate it, in one form.
pub(super) fn plain(name: &str) -> String {
    let translated = (!name.is_ascii()).then(|| japanese::translated(name));
    let name = translated.as_deref().unwrap_or(name);
    let mut plain: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    for (long, short) in ABBREVIATED {
        if let Some(at) = plain.find(long) {
            plain.replace_range(at..at + long.len(), short);
        }
    }
    match plain.strip_suffix("open") {
        Some(closed) if !closed.is_empty() => closed.to_owned(),
        _ => plain,
    }
}

/// Whether a letter below this name may be a task of any of several contests.
pub(super) fn is_shared(plain: &str) -> bool {
    CONTESTS.get(plain).is_some_and(|contest| contest.is_shared)
}

/// Whether a contest has a task with an id of this beginning and this end.
pub(super) fn has_id(plain: &str, prefix: &str, end: &str) -> bool {
    CONTESTS.get(plain).is_some_and(|contest| {
        let is_end = |id: &str| id.strip_prefix('_').is_some_and(|own| own.eq_ignore_ascii_case(end));
        contest.prefix.eq_ignore_ascii_case(prefix) && contest.others.iter().any(|(_, id)| is_end(id))
    })
}

/// Whether the table has a task of the contest's that is shown so.
pub(super) fn has_label(plain: &str, label: &str) -> bool {
    let is_it = |(known, _): &(&str, &str)| known.len() > 1 && known.eq_ignore_ascii_case(label);
    CONTESTS.get(plain).is_some_and(|contest| contest.others.iter().any(is_it))
}

/// Whether there is such a contest.
pub(super) fn is_contest(plain: &str) -> bool {
    CONTESTS.contains_key(plain)
}

/// A task of a contest that the table has, by the contest's plain name and what is shown for the task; `None` where the
/// table doesn't have the contest.
pub(super) fn named(plain: &str, label: &str, exact: bool) -> Option<String> {
    let contest = CONTESTS.get(plain)?;
    let label = label.to_ascii_lowercase();
    // A digit behind a letter counts attempts where the table doesn't have it.
    let is_attempt = label.len() == 2
        && label.ends_with(|c: char| c.is_ascii_digit())
        && label.starts_with(|c: char| c.is_ascii_lowercase())
        && !contest.others.iter().any(|(known, _)| is_coded(known));
    let label = if is_attempt { label[..1].to_owned() } else { label };
    let short = label.trim_start_matches('0');
    let other = contest.others.iter().find(|(known, _)| {
        *known == label
            || (!short.is_empty() && known.trim_start_matches('0') == short && known.starts_with('0'))
    });
    let is_number = label.bytes().all(|byte| byte.is_ascii_digit());
    if (is_number || is_coded(&label)) && other.is_none() && !contest.others.is_empty()
        || is_number && other.is_none()
    {
        return None;
    }
    Some(match other {
        Some((_, id))
            if !exact || !label.starts_with(|c: char| c.is_ascii_lowercase()) || has_no_letters(contest) =>
        {
            match id.strip_prefix('_') {
                Some(rest) => format!("{}_{rest}", contest.prefix),
                None => (*id).to_owned(),
            }
        }
        _ => format!("{}_{label}", contest.prefix),
    })
}

/// Whether a label is a letter and a number, as books have them: `a40`.
pub(super) fn is_coded(label: &str) -> bool {
    let digits = label.trim_start_matches(|c: char| c.is_ascii_lowercase());
    label.len() == digits.len() + 1 && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the table has a task with this word or number at the end of its id.
pub(super) fn ends_in(plain: &str, word: &str) -> bool {
    CONTESTS.get(plain).is_some_and(|contest| {
        contest
            .others
            .iter()
            .any(|(_, id)| id.rsplit('_').next().is_some_and(|end| end.eq_ignore_ascii_case(word)))
    })
}

/// Whether a contest's ids end in words or numbers, so that a letter is what is shown and not part of an id.
fn has_no_letters(contest: &Contest) -> bool {
    contest
        .others
        .iter()
        .all(|(_, id)| id.starts_with('_') && id.len() > 2 || id.ends_with(|c: char| c.is_ascii_digit()))
}
