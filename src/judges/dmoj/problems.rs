//! How DMOJ names and shows its problems and contests, and how many points make a problem how hard.

use crate::model::{
    Address, Contest, DifficultyLevel, DuplicateProblems, KnownJudge, ProblemNames, ProblemRules, RatedFor,
};

/// What it is called, and how it names its problems.
pub(super) static KNOWN: KnownJudge = KnownJudge {
    name: Some("DMOJ"),
    addresses: &[Address("https://dmoj.ca/problem/{word}", "{word}")],
    levels: LEVELS,
    ..KnownJudge::new("dmoj", &["dmoj"], ProblemNames::Word)
};

pub(super) const RULES: ProblemRules = ProblemRules {
    contests_page: "https://dmoj.ca/contests/",
    contest_link: |contest| format!("https://dmoj.ca/contest/{contest}"),
    listed_link: |_| None,
    has_places: false,
    home_contest: |_, listed, _| listed,
    duplicates: |_, _, _| DuplicateProblems::default(),
    held_together: |_| Vec::new(),
    kind: |_, _| None,
    rated_for,
    is_scored: |_| false,
    layout: "{id}",
};

/// The word for a contest that changes nobody's rating. Whom the others are rated for is said on their pages alone.
pub(super) const UNRATED: &str = "unrated";

fn rated_for(contest: &Contest, _: &[&Contest]) -> Option<RatedFor> {
    (contest.rated.as_deref() == Some(UNRATED)).then_some(RatedFor::Nobody)
}

/// The points of a problem, as the judge writes them: a problem is at the highest of these that it is worth. The judge has
/// no shades for them.
const LEVELS: &[DifficultyLevel] = &[
    level("1p", 0x9e_9e9e),
    level("2p", 0x8f_a36b),
    level("3p", 0x7c_b342),
    level("4p", 0x5d_ad45),
    level("5p", 0x43_a047),
    level("7p", 0x26_9a6b),
    level("10p", 0x00_968f),
    level("12p", 0x00_acc1),
    level("15p", 0x0f_97d3),
    level("17p", 0x1e_88e5),
    level("20p", 0x39_67c8),
    level("25p", 0x5e_4fbb),
    level("30p", 0x8e_44ad),
    level("35p", 0xb2_3c8c),
    level("40p", 0xd8_3a60),
    level("50p", 0xe5_3935),
];

const fn level(name: &'static str, rgb: u32) -> DifficultyLevel {
    DifficultyLevel { name, rgb }
}

/// The place in [`LEVELS`] of a problem that is worth so many points; `None` where that is less than one.
pub(super) fn level_of(points: f64) -> Option<u8> {
    let least = |level: &DifficultyLevel| level.name.trim_end_matches('p').parse::<f64>().ok();
    let place = LEVELS.iter().rposition(|level| least(level).is_some_and(|least| least <= points))?;
    u8::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ProblemId;

    #[test]
    fn a_problem_is_at_the_highest_level_that_it_is_worth() {
        let name = |points| level_of(points).map(|place| LEVELS[usize::from(place)].name);
        assert_eq!(
            [0.5, 1.0, 3.0, 6.0, 7.0, 50.0, 100.0].map(name),
            [None, Some("1p"), Some("3p"), Some("5p"), Some("7p"), Some("50p"), Some("50p")]
        );
        assert_eq!(level_of(f64::NAN), None);
        assert!(
            LEVELS.iter().all(|level| level_of(level.name.trim_end_matches('p').parse().unwrap()).is_some())
        );
    }

    #[test]
    fn a_problem_is_one_by_its_code_and_by_its_page() {
        let problem = ProblemId::new(&KNOWN, "dmopc20c1p2");
        assert_eq!(problem, ProblemId::from_text("dmoj/dmopc20c1p2"));
        assert_eq!(problem.link().unwrap(), "https://dmoj.ca/problem/dmopc20c1p2");
    }
}
