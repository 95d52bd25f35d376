//! The way to a goal through contests that one is rated in, each of which caps the performances that it gives.

use super::formula::{ANY, Formula, UNHEARD_OF};
use crate::model::{ContestKind, highest_performance};

/// No way is sought through more contests than this.
const MOST: usize = 30;

/// Contests, and the performance that reaches a goal by the last of them when held in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// How many contests.
    pub contests: usize,
    /// The performance; where a contest gives less, it is held as far as it can be.
    pub performance: i32,
}

/// Which contests can give the performance that reaches a goal in the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Giving {
    /// There are not several kinds of contests here.
    Untold,
    /// Contests of these kinds, which are rated for one now.
    By(Vec<&'static str>),
    /// None that is rated for one now.
    ByNone {
        /// The kinds that give the most, and how much that is; `None` where no kind is rated for one.
        most: Option<(Vec<&'static str>, i32)>,
        /// The fewest contests in which the goal can be reached; `None` where that takes too many to be told.
        shortest: Option<Way>,
    },
}

/// What it takes to reach `goal` in contests of `kinds` from the rating `rating`.
#[derive(Debug)]
pub(super) struct Ways<'a> {
    pub formula: &'a Formula,
    pub kinds: &'a [ContestKind],
    pub rating: i32,
    pub goal: i32,
}

impl Ways<'_> {
    /// Which contests can give `needed`, the performance that reaches the goal in the next contest.
    pub fn giving(&self, needed: Option<i32>) -> Giving {
        if self.kinds.len() < 2 {
            return Giving::Untold;
        }
        let names = |gives: &dyn Fn(&ContestKind) -> bool| {
            self.kinds.iter().filter(|kind| gives(kind)).map(|kind| kind.name).collect::<Vec<_>>()
        };
        if let Some(needed) = needed {
            let giving = names(&|kind| kind.gives(needed, self.rating));
            if !giving.is_empty() {
                return Giving::By(giving);
            }
        }
        let most = highest_performance(self.kinds, self.rating).flatten();
        let most = most.map(|most| (names(&|kind| kind.gives(most, self.rating)), most));
        Giving::ByNone { most, shortest: self.shortest() }
    }

    /// The least performance that, in each of the next `contests` as far as they give it, leads to the goal with the last
    /// of them; `None` where none does.
    pub fn needed(&self, contests: usize) -> Option<i32> {
        if self.kinds.iter().all(|kind| kind.cap.is_none()) {
            return self.formula.needed(self.goal, contests);
        }
        let (mut below, mut enough) = (ANY - 1, Formula::HIGHEST);
        if !self.reaches(enough, contests) {
            return None;
        }
        while enough - below > 1 {
            let middle = i32::midpoint(below, enough);
            if self.reaches(middle, contests) { enough = middle } else { below = middle }
        }
        Some(enough)
    }

    fn shortest(&self) -> Option<Way> {
        (2..=MOST).find_map(|contests| {
            let performance = self.needed(contests).filter(|needed| *needed <= UNHEARD_OF)?;
            Some(Way { contests, performance })
        })
    }

    /// Whether `performance` leads to the goal with the last of the next `contests`.
    fn reaches(&self, performance: i32, contests: usize) -> bool {
        let (mut rating, mut performances) = (self.rating, Vec::with_capacity(contests));
        for _ in 0..contests {
            let Some(cap) = highest_performance(self.kinds, rating) else { return false };
            performances.push(cap.map_or(performance, |cap| performance.min(cap)));
            rating = self.formula.after(&performances).last().copied().unwrap_or(rating);
        }
        rating >= self.goal
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::*;
    use crate::answers::fixtures;
    use crate::judges::{self, atcoder::rating::algorithm_rating};
    use crate::model::{Judge, RatingChange, RatingSeries, Track};

    /// A series of so many contests, each with this performance.
    fn series(contests: i32, performance: i32) -> RatingSeries {
        let at = |n: i32| Timestamp::from_second(1_790_000_000 + i64::from(n) * 604_800).unwrap();
        let mut history: Vec<RatingChange> = Vec::new();
        for n in 0..contests {
            let performances = vec![performance; n as usize + 1];
            let new = algorithm_rating(&performances).unwrap();
            let old = history.last().map_or(0, |change| change.new);
            let performance = Some(performance);
            history.push(RatingChange { performance, ..fixtures::change(at(n), old, new) });
        }
        fixtures::series(Judge::ATCODER, Track::Algorithm, history)
    }

    fn giving(series: &RatingSeries, goal: i32) -> (Option<i32>, Giving) {
        let formula = Formula::new(series, date(2026, 11, 27));
        let now = "2026-11-27T12:00:00Z".parse().unwrap();
        let kinds = judges::rating(Judge::ATCODER, Track::Algorithm).kinds(&[], now);
        let rating = series.rating().unwrap_or_default();
        let needed = formula.needed(goal, 1);
        (needed, Ways { formula: &formula, kinds: &kinds, rating, goal }.giving(needed))
    }

    #[test]
    fn only_kinds_that_are_rated_for_one_can_give_a_performance() {
        // Rated in ABC alone, which gives up to 2400.
        let brown = series(30, 760);
        assert_eq!(brown.rating(), Some(745));
        let (needed, by) = giving(&brown, 800);
        assert!(needed.unwrap() < 2400);
        assert_eq!(by, Giving::By(vec!["ABC"]));
        let (needed, by) = giving(&brown, 1200);
        assert!(needed.unwrap() > 2400);
        let Giving::ByNone { most, shortest: Some(way) } = by else { panic!("{by:?}") };
        assert_eq!((most, way.contests), (Some((vec!["ABC"], 2400)), 2));
        assert!(way.performance < 2400);
    }

    #[test]
    fn a_way_goes_through_kinds_that_open_on_it() {
        // From the second contest on ARC-- is rated, too, and gives more than ABC.
        let newcomer = series(1, 2400);
        assert_eq!(newcomer.rating(), Some(1200));
        let formula = Formula::new(&newcomer, date(2026, 11, 27));
        let now = "2026-11-27T12:00:00Z".parse().unwrap();
        let kinds = judges::rating(Judge::ATCODER, Track::Algorithm).kinds(&[], now);
        let ways = |rating, goal| Ways { formula: &formula, kinds: &kinds, rating, goal };
        // 2400 can be reached only by more than ABC gives; from 1200 on ARC gives 3200, from 1600 on ARC++ gives 3400.
        let way = ways(1200, 2400).shortest().unwrap();
        assert!((2400..=3400).contains(&way.performance), "{way:?}");
        assert_eq!(ways(1200, 2400).needed(way.contests - 1), None);
        assert_eq!(ways(1200, 9000).shortest(), None);
    }
}
