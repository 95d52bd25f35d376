//! What was worked at, counted: in all, by judge, by difficulty, by topic, by month.

use std::collections::{BTreeMap, HashMap};

use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::problem_history::ProblemHistory;
use crate::model::{Grade, Judge};

/// Problems counted, and how they went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Problems worked at, solved or not.
    pub tried: u32,
    /// Of these, the ones that were solved.
    pub solved: u32,
    /// Of the solved ones, those whose first decided submission was accepted.
    pub first_try: u32,
    /// Decided submissions to the first accepted one, over the solved problems.
    pub tries: u32,
    /// Of the solved ones, those of judges that list nothing but what they accepted, so that nobody knows how often they
    /// were tried. They are in none of the rates.
    pub untold: u32,
}

impl Counts {
    /// With one problem more.
    pub fn add(&mut self, one: &ProblemHistory<'_>) {
        self.tried += 1;
        if one.attempts.solved.is_some() {
            self.solved += 1;
            if !one.attempts.judge.spec().tells_rejections {
                self.untold += 1;
                return;
            }
            self.first_try += u32::from(one.attempts.tries == 1);
            self.tries = self.tries.saturating_add(one.attempts.tries);
        }
    }

    /// The solved problems of which it is known how often they were tried.
    fn told(&self) -> u32 {
        self.solved - self.untold
    }

    /// The share of the problems worked at that were solved, 0 to 1; `None` of none.
    pub fn success_rate(&self) -> Option<f64> {
        share(self.told(), self.tried - self.untold)
    }

    /// The share of the solved problems that were accepted at once, 0 to 1; `None` of none.
    pub fn first_try_rate(&self) -> Option<f64> {
        share(self.first_try, self.told())
    }

    /// How many submissions a solved problem took in the mean, at least 1; `None` of none.
    pub fn mean_tries(&self) -> Option<f64> {
        share(self.tries, self.told())
    }
}

fn share(part: u32, of: u32) -> Option<f64> {
    (of > 0).then(|| f64::from(part) / f64::from(of))
}

/// The problems of one difficulty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GradeTally {
    /// The judge, whose colours or levels they are.
    pub judge: Judge,
    /// The colour or the level of their difficulty; `None` for those whose difficulty nobody knows.
    pub grade: Option<Grade>,
    /// What they come to.
    pub counts: Counts,
}

/// The problems of one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagTally {
    /// The topic as its judge writes it; `None` for the problems without any.
    pub tag: Option<String>,
    /// What they come to. A problem with several topics counts in each.
    pub counts: Counts,
}

/// The problems of one month: solved in it, or last handed in in it and open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthTally {
    /// The month's first day.
    pub month: Date,
    /// What they come to.
    pub counts: Counts,
}

/// All the counts of one stretch of time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// All problems.
    pub all: Counts,
    /// Each judge with a problem.
    pub by_judge: Vec<(Judge, Counts)>,
    /// Each of these judges' colours from the lowest to the highest one with a problem, or its levels with a problem, and
    /// after them the problems whose difficulty nobody knows, where there are some.
    pub by_grade: Vec<GradeTally>,
    /// The topics, most solved first; the problems without topics last.
    pub by_tag: Vec<TagTally>,
    /// The months from the first to the last with a problem, none left out.
    pub by_month: Vec<MonthTally>,
}

impl Tally {
    /// Counts `worked`; months are those of `zone`.
    pub fn new<'a>(worked: impl IntoIterator<Item = &'a ProblemHistory<'a>>, zone: &TimeZone) -> Self {
        let mut tally = Self::default();
        let mut judges: BTreeMap<Judge, Counts> = BTreeMap::new();
        let mut grades: HashMap<(Judge, Option<Grade>), Counts> = HashMap::new();
        let mut tags: BTreeMap<Option<&str>, Counts> = BTreeMap::new();
        let mut months: BTreeMap<Date, Counts> = BTreeMap::new();
        for one in worked {
            let judge = one.attempts.judge;
            tally.all.add(one);
            judges.entry(judge).or_default().add(one);
            grades.entry((judge, one.grade())).or_default().add(one);
            months.entry(one.day(zone).first_of_month()).or_default().add(one);
            let mut tagged = false;
            for topic in one.topics() {
                tagged = true;
                tags.entry(Some(topic)).or_default().add(one);
            }
            if !tagged {
                tags.entry(None).or_default().add(one);
            }
        }
        tally.by_grade = judges.keys().flat_map(|judge| by_grade(*judge, &grades)).collect();
        tally.by_judge = judges.into_iter().collect();
        tally.by_tag =
            tags.into_iter().map(|(tag, counts)| TagTally { tag: tag.map(str::to_owned), counts }).collect();
        tally
            .by_tag
            .sort_by_key(|one| (one.tag.is_none(), std::cmp::Reverse((one.counts.solved, one.counts.tried))));
        if let Some((first, last)) = months.keys().next().zip(months.keys().next_back()) {
            let each = first.series(1.month()).take_while(|month| month <= last);
            let counted =
                |month| MonthTally { month, counts: months.get(&month).copied().unwrap_or_default() };
            tally.by_month = each.map(counted).collect();
        }
        tally
    }
}

fn by_grade(judge: Judge, counted: &HashMap<(Judge, Option<Grade>), Counts>) -> Vec<GradeTally> {
    let counts = |grade| counted.get(&(judge, grade)).copied();
    let mut grades: Vec<Option<Grade>> =
        judge.tiers().iter().map(|tier| Some(Grade::Colour(tier.colour))).collect();
    grades.dedup();
    let highest = grades.iter().rposition(|grade| counts(*grade).is_some());
    grades.truncate(highest.map_or(0, |highest| highest + 1));
    // Of levels there may be thirty.
    let levels = (0..judge.spec().known.levels.len() as u8).map(|place| Some(Grade::Level(place)));
    grades.extend(levels.filter(|level| counts(*level).is_some()));
    grades.extend(counts(None).map(|_| None));
    let tally = |grade| GradeTally { judge, grade, counts: counts(grade).unwrap_or_default() };
    grades.into_iter().map(tally).collect()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::super::{Attempts, CatalogueEntry, Phase, Solve};
    use super::*;
    use crate::answers::fixtures;
    use crate::model::{Colour, Problem, ProblemId};

    fn entry(judge: Judge, difficulty: Option<i32>, tags: &[&str]) -> CatalogueEntry {
        let problem = Problem {
            tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
            ..fixtures::problem(judge, ProblemId::atcoder("x"))
        };
        CatalogueEntry { problem, difficulty, model: None }
    }

    fn tried(judge: Judge, day: Date, tries: u32, is_solved: bool) -> Attempts {
        let at: Timestamp = day.to_zoned_datetime(TimeZone::UTC).unwrap().timestamp();
        Attempts {
            waiting: false,
            tries,
            solved: is_solved.then_some(Solve { at, phase: Phase::After }),
            ..fixtures::tried(judge, ProblemId::atcoder("x"), at)
        }
    }

    #[test]
    fn problems_are_counted_by_colour_topic_and_month() {
        let (cf, ac) = (Judge::CODEFORCES, Judge::ATCODER);
        let entries = [
            entry(cf, Some(1500), &["dp", "math", "*special"]),
            entry(cf, Some(1200), &["dp"]),
            entry(ac, None, &[]),
        ];
        let attempts = [
            tried(cf, date(2026, 1, 31), 1, true),
            tried(cf, date(2026, 3, 1), 4, true),
            tried(cf, date(2026, 3, 2), 2, false),
            tried(ac, date(2026, 3, 3), 1, true),
        ];
        let worked = [(0, 0), (1, 0), (2, 1), (3, 2)]
            .map(|(one, place)| ProblemHistory { attempts: &attempts[one], entry: entries.get(place) });
        let tally = Tally::new(&worked, &TimeZone::UTC);
        let counts = |tried, solved, first_try, tries| Counts { tried, solved, first_try, tries, untold: 0 };
        assert_eq!(tally.all, counts(4, 3, 2, 6));
        assert_eq!(tally.by_judge, [(cf, counts(3, 2, 1, 5)), (ac, counts(1, 1, 1, 1))]);
        let colours: Vec<_> =
            tally.by_grade.iter().map(|one| (one.judge, one.grade, one.counts.tried)).collect();
        let [gray, green, cyan] =
            [Colour::Gray, Colour::Green, Colour::Cyan].map(|colour| Some(Grade::Colour(colour)));
        assert_eq!(colours, [(cf, gray, 0), (cf, green, 1), (cf, cyan, 2), (ac, None, 1)]);
        let tags: Vec<_> = tally.by_tag.iter().map(|one| (one.tag.as_deref(), one.counts)).collect();
        let (dp, math) = ((Some("dp"), counts(3, 2, 1, 5)), (Some("math"), counts(2, 2, 1, 5)));
        assert_eq!(tags, [dp, math, (None, counts(1, 1, 1, 1))]);
        let months: Vec<_> = tally.by_month.iter().map(|one| (one.month, one.counts.tried)).collect();
        assert_eq!(months, [(date(2026, 1, 1), 1), (date(2026, 2, 1), 0), (date(2026, 3, 1), 3)]);
        let dp = tally.by_tag[0].counts;
        assert_eq!(
            (dp.success_rate(), dp.first_try_rate(), dp.mean_tries()),
            (Some(2.0 / 3.0), Some(0.5), Some(2.5))
        );
        assert_eq!(Counts::default().success_rate(), None);
    }
}
