//! What was solved at judges that aren't fetched, on their own scales, as the READMEs beside the solutions record it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use super::{Attempts, DateRange, Solved, SolvedProblem};
use crate::model::{DuplicateProblems, ImportedProblem, KnownJudge, Outcome, ProblemId, Submission};

/// The committed problems of one judge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedTally {
    /// The judge.
    pub judge: &'static KnownJudge,
    /// How many problems.
    pub solved: u32,
    /// How many of each level from the easiest to the hardest one with a problem, levels without any left out; of those
    /// whose level nobody recorded (`None`) last.
    pub by_level: Vec<(Option<u8>, u32)>,
    /// Topics, most first; the problems without any (`None`) last. A problem with several counts in each.
    pub by_topic: Vec<(Option<String>, u32)>,
    /// The months from the first day on in which any was solved, by their first days.
    pub by_month: Vec<(Date, u32)>,
}

/// A tally for each judge of whose problems anything is recorded, the one with most problems first. Problems count on the
/// day of the solve; all of the judge's, those without a record as well. `counted` chooses among the judges.
pub fn recorded(
    solved: &Solved,
    window: DateRange,
    counted: impl Fn(&KnownJudge) -> bool,
) -> Vec<RecordedTally> {
    let mut judges: BTreeMap<&'static str, Vec<&SolvedProblem>> = BTreeMap::new();
    for one in &solved.problems {
        judges.entry(one.problem.judge()).or_default().push(one);
    }
    judges.retain(|_, problems| problems.iter().any(|one| one.record.is_some()));
    let tally = |problems: Vec<&SolvedProblem>| {
        let judge = problems.first().map(|one| one.problem.known_judge()).filter(|judge| counted(judge))?;
        let inside: Vec<_> = problems.into_iter().filter(|one| window.holds(one.solved_on)).collect();
        let told = inside.iter().map(|one| Told {
            level: one.level(),
            topics: one.topics(),
            on: Some(one.solved_on),
        });
        (!inside.is_empty()).then(|| RecordedTally::new(judge, told))
    };
    let mut tallies: Vec<RecordedTally> = judges.into_values().filter_map(tally).collect();
    tallies.sort_by_key(|tally| Reverse(tally.solved));
    tallies
}

impl RecordedTally {
    /// The place of the hardest level with a problem.
    pub fn hardest_place(&self) -> Option<u8> {
        self.by_level.iter().filter_map(|(level, _)| *level).max()
    }

    /// The hardest level with a problem, by the judge's own word.
    pub fn hardest(&self) -> Option<&'static str> {
        self.judge.levels.get(usize::from(self.hardest_place()?)).map(|level| level.name)
    }

    /// How many problems of each class of levels, the easiest first: steps of one class begin with the same word
    /// (`Gold IV` and `Gold II` with `Gold`), and where that is all of them, as with `Lv. 2`, each level is a class. Those
    /// whose level nobody recorded are `None`.
    pub fn by_class(&self) -> Vec<(Option<&'static str>, u32)> {
        let first = |name: &'static str| name.split(' ').next().unwrap_or(name);
        let levels = self.judge.levels;
        let is_one_class = levels.iter().all(|level| first(level.name) == first(levels[0].name));
        let mut classes: Vec<(Option<&'static str>, u32)> = Vec::new();
        for (level, count) in &self.by_level {
            let name = level.and_then(|level| levels.get(usize::from(level))).map(|level| level.name);
            let class = if is_one_class { name } else { name.map(first) };
            match classes.last_mut() {
                Some((last, sum)) if *last == class => *sum += count,
                _ => classes.push((class, *count)),
            }
        }
        classes
    }

    fn new<'a>(judge: &'static KnownJudge, problems: impl IntoIterator<Item = Told<'a>>) -> Self {
        let mut levels: BTreeMap<(bool, Option<u8>), u32> = BTreeMap::new();
        let mut topics: BTreeMap<Option<&str>, u32> = BTreeMap::new();
        let mut months: BTreeMap<Date, u32> = BTreeMap::new();
        let mut solved = 0;
        for Told { level, topics: named, on } in problems {
            solved += 1;
            *levels.entry((level.is_none(), level)).or_default() += 1;
            if let Some(on) = on {
                *months.entry(on.first_of_month()).or_default() += 1;
            }
            for topic in named {
                *topics.entry(Some(topic)).or_default() += 1;
            }
            if named.is_empty() {
                *topics.entry(None).or_default() += 1;
            }
        }
        let mut by_topic: Vec<(Option<String>, u32)> =
            topics.into_iter().map(|(topic, count)| (topic.map(str::to_owned), count)).collect();
        by_topic.sort_by_key(|(topic, count)| (topic.is_none(), Reverse(*count)));
        Self {
            judge,
            solved,
            by_level: levels.into_iter().map(|((_, level), count)| (level, count)).collect(),
            by_topic,
            by_month: months.into_iter().collect(),
        }
    }
}

/// What is told of a solved problem.
struct Told<'a> {
    level: Option<u8>,
    topics: &'a [String],
    /// The day of the solve; `None` where nobody knows.
    on: Option<Date>,
}

/// The problems that archives say were solved and of which nothing else says so: neither a committed solution nor an
/// accepted submission.
pub fn undated_problems<'a>(
    archived: &'a [ImportedProblem],
    solved: &Solved,
    submissions: &[Submission],
) -> Vec<&'a ImportedProblem> {
    let accepted = submissions.iter().filter(|one| one.outcome() == Outcome::Accepted);
    let accepted: HashSet<&ProblemId> = accepted.map(|one| &one.problem).collect();
    let is_told =
        |one: &ImportedProblem| solved.get(&one.problem).is_some() || accepted.contains(&one.problem);
    archived.iter().filter(|one| one.solved && !is_told(one)).collect()
}

/// A tally for each judge of the problems that archives say were solved and of which nothing else says so: neither a
/// committed solution nor an accepted submission. Nobody knows when.
pub fn undated(
    archived: &[ImportedProblem],
    solved: &Solved,
    submissions: &[Submission],
) -> Vec<RecordedTally> {
    let mut judges: BTreeMap<&'static str, Vec<&ImportedProblem>> = BTreeMap::new();
    for one in undated_problems(archived, solved, submissions) {
        judges.entry(one.problem.judge()).or_default().push(one);
    }
    let tally = |problems: Vec<&ImportedProblem>| {
        let judge = problems.first()?.problem.known_judge();
        let told = problems.iter().map(|one| Told { level: one.level, topics: &one.topics, on: None });
        Some(RecordedTally::new(judge, told))
    };
    judges.into_values().filter_map(tally).collect()
}

/// The committed problems of which a tool recorded the solve and no judge did.
pub fn recorded_alone<'a>(
    solved: &'a Solved,
    attempts: &[Attempts],
    duplicates: &DuplicateProblems,
) -> Vec<&'a SolvedProblem> {
    let accepted = attempts.iter().filter(|one| one.solved.is_some());
    let accepted: HashSet<&ProblemId> = accepted.map(|one| &one.problem).collect();
    let is_alone = |one: &&SolvedProblem| !accepted.contains(duplicates.one(&one.problem));
    solved.problems.iter().filter(|one| one.record.is_some()).filter(is_alone).collect()
}

impl SolvedProblem {
    /// How hard it is on the scale of its judge, a place in [`KnownJudge::levels`]; `None` where nobody recorded it.
    pub fn level(&self) -> Option<u8> {
        let record = self.record.as_ref()?;
        record.level.filter(|_| record.judge == Some(self.problem.known_judge()))
    }

    /// Its title, where it is recorded.
    pub fn title(&self) -> Option<&str> {
        self.record.as_ref()?.title.as_deref()
    }

    /// Its topics, as they are recorded.
    pub fn topics(&self) -> &[String] {
        self.record.as_ref().map_or(&[], |record| &record.topics)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::judges::known_judge;
    use crate::model::{NamedBy, ProblemId, SolveRecord};

    fn solved(judge: &str, key: &str, on: Date, record: Option<(Option<u8>, &[&str])>) -> SolvedProblem {
        let record = record.map(|(level, topics)| SolveRecord {
            judge: known_judge(judge),
            level,
            topics: topics.iter().map(|&topic| topic.to_owned()).collect(),
            ..SolveRecord::default()
        });
        SolvedProblem {
            problem: ProblemId::other(judge, key),
            sure: true,
            by: NamedBy::Path,
            first: on,
            last: on,
            solved_on: on,
            files: Vec::new(),
            record: record.map(Into::into),
        }
    }

    #[test]
    fn problems_are_counted_on_the_scale_of_each_judge() {
        let (may, june) = (date(2026, 5, 31), date(2026, 6, 1));
        let problems = vec![
            solved("boj", "1", may, Some((Some(11), &["구현", "트리"]))),
            solved("boj", "2", june, Some((Some(0), &["구현"]))),
            solved("boj", "3", june, Some((None, &[]))),
            solved("boj", "4", june, None),
            solved("leetcode", "two-sum", june, Some((Some(0), &[]))),
            // Nothing is recorded of any.
            solved("spoj", "X", june, None),
        ];
        let solved = Solved { problems, ..Solved::default() };
        let tallies = recorded(&solved, DateRange::ALL, |_| true);
        let judges: Vec<_> = tallies.iter().map(|tally| (tally.judge.id, tally.solved)).collect();
        assert_eq!(judges, [("boj", 4), ("leetcode", 1)]);
        assert_eq!(tallies[0].by_class(), [(Some("Bronze"), 1), (Some("Gold"), 1), (None, 2)]);
        assert_eq!(tallies[0].hardest(), Some("Gold IV"));
        assert_eq!(tallies[0].by_level, [(Some(0), 1), (Some(11), 1), (None, 2)]);
        let topics = [("구현", 2), ("트리", 1)].map(|(topic, count)| (Some(topic.to_owned()), count));
        assert_eq!(tallies[0].by_topic, [topics[0].clone(), topics[1].clone(), (None, 2)]);
        assert_eq!(tallies[0].by_month, [(date(2026, 5, 1), 1), (date(2026, 6, 1), 3)]);
        let june = DateRange { from: Some(june), to: None };
        let of_june = recorded(&solved, june, |judge| judge.id == "boj");
        assert_eq!(of_june.iter().map(|tally| tally.solved).collect::<Vec<_>>(), [3]);
    }
}
