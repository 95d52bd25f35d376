//! How much was solved in each week, or month where weeks are too many, by judge and by colour or level.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan as _};

use super::problem_history::ProblemHistory;
use super::{Courses, Demand, SolvedProblem};
use crate::model::{Grade, Judge, Period};

/// What one bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Granularity {
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// Three of them.
    Quarter,
    /// A calendar year.
    Year,
}

impl Granularity {
    /// The shortest of which at most `most` cover the days from `first` to `last`.
    pub fn covering(first: Date, last: Date, most: usize) -> Self {
        let fits = |unit: &Self| unit.periods(first, last).take(most + 1).count() <= most;
        [Self::Week, Self::Month, Self::Quarter].into_iter().find(fits).unwrap_or(Self::Year)
    }

    /// The word for it.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// How many days it has in the mean.
    fn days(self) -> f64 {
        match self {
            Self::Week => 7.0,
            Self::Month => 365.25 / 12.0,
            Self::Quarter => 365.25 / 4.0,
            Self::Year => 365.25,
        }
    }

    /// The first day of the one that holds `date`.
    fn start(self, date: Date) -> Date {
        match self {
            Self::Week => Period::Week.around(date).0,
            Self::Month => date.first_of_month(),
            Self::Quarter => {
                let month = date.first_of_month();
                month.saturating_sub(Span::new().months((month.month() - 1) % 3))
            }
            Self::Year => date.first_of_year(),
        }
    }

    fn span(self) -> Span {
        match self {
            Self::Week => 1.week(),
            Self::Month => 1.month(),
            Self::Quarter => 3.months(),
            Self::Year => 1.year(),
        }
    }

    /// The last day of the one that starts on `start`.
    pub fn end(self, start: Date) -> Date {
        start.checked_add(self.span()).and_then(Date::yesterday).unwrap_or(Date::MAX)
    }

    /// The first days of all that touch the days from `first` to `last`.
    fn periods(self, first: Date, last: Date) -> impl Iterator<Item = Date> {
        self.start(first).series(self.span()).take_while(move |start| *start <= last)
    }
}

/// What a bar is split by, easiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// How hard a problem is.
    Grade(Grade),
    /// How hard it was for whoever solved it then.
    Demand(Demand),
}

/// A problem that was solved, as its day counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedSolve {
    /// Its judge.
    pub judge: Judge,
    /// The part of its bar, where that is known.
    pub part: Option<Part>,
    /// The day on which it was first accepted.
    pub day: Date,
}

impl DatedSolve {
    /// As its judge tells it; `None` while it is open.
    pub fn judged(one: &ProblemHistory<'_>, zone: &TimeZone) -> Option<Self> {
        one.attempts.solved?;
        Some(Self { judge: one.attempts.judge, part: one.grade().map(Part::Grade), day: one.day(zone) })
    }

    /// The same against the level of its time; before the first rated contest there is none.
    pub fn against_level(one: &ProblemHistory<'_>, levels: &Courses, zone: &TimeZone) -> Option<Self> {
        let solve = one.attempts.solved?;
        let level = levels.at(one.attempts.judge, solve.at);
        let probability = level.zip(one.entry).and_then(|(level, entry)| level.probability(entry));
        let part = probability.map(|probability| Part::Demand(Demand::of(probability)));
        Some(Self { judge: one.attempts.judge, part, day: one.day(zone) })
    }

    /// As a tool recorded it beside the solution.
    pub fn recorded(one: &SolvedProblem) -> Self {
        let judge = Judge::of(one.problem.known_judge());
        Self { judge, part: one.level().map(|level| Part::Grade(Grade::Level(level))), day: one.solved_on }
    }
}

/// What was solved in each of a row of periods.
#[derive(Debug, Clone, PartialEq)]
pub struct Pace {
    /// What a period is.
    pub unit: Granularity,
    /// Their first days.
    pub periods: Vec<Date>,
    /// How many of them, from the first, are over.
    pub whole: usize,
    /// Each judge with a solved problem.
    pub judges: Vec<JudgePace>,
    /// How it goes lately; `None` where the days end before two months have passed, or were over long ago.
    pub trend: Option<Trend>,
}

/// How many problems were accepted in the last eight weeks, and in the eight before them. Whatever a period is, so that
/// charts of weeks and of months never contradict each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// A day, in the last eight weeks.
    pub now: f64,
    /// A day, in the eight weeks before; `None` where the days begin after these.
    pub before: Option<f64>,
}

/// The days that a trend compares.
const TREND: i64 = 8 * 7;

/// What was solved at one judge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgePace {
    /// The judge.
    pub judge: Judge,
    /// The parts that occur, easiest first; before them `None`, where nobody knows how hard some are.
    pub parts: Vec<Option<Part>>,
    /// For each period, how many of each of these.
    pub solved: Vec<Vec<u32>>,
}

impl Pace {
    /// Counts the solves from `first` to `last`, in at most `most` periods.
    pub fn new(solves: &[DatedSolve], (first, last): (Date, Date), most: usize) -> Self {
        let unit = Granularity::covering(first, last, most);
        let periods: Vec<Date> = unit.periods(first, last).collect();
        let whole = periods.iter().filter(|start| unit.end(**start) <= last).count();
        let mut counted: BTreeMap<(Judge, Option<Part>), Vec<u32>> = BTreeMap::new();
        for DatedSolve { judge, part, day } in solves.iter().copied() {
            let place = periods.partition_point(|start| *start <= day).checked_sub(1);
            if let Some(place) = place.filter(|_| (first..=last).contains(&day)) {
                let row = counted.entry((judge, part));
                row.or_insert_with(|| vec![0; periods.len()])[place] += 1;
            }
        }
        let of_judge = |judge: Judge| {
            let rows: Vec<_> = counted.iter().filter(|((of, _), _)| *of == judge).collect();
            let parts = rows.iter().map(|((_, part), _)| *part).collect();
            let solved = (0..periods.len()).map(|place| rows.iter().map(|(_, row)| row[place]).collect());
            JudgePace { judge, parts, solved: solved.collect() }
        };
        let mut judges: Vec<Judge> = counted.keys().map(|(judge, _)| *judge).collect();
        judges.dedup();
        let judges = judges.into_iter().map(of_judge).collect();
        Self { unit, periods, whole, judges, trend: Trend::new(solves, (first, last)) }
    }

    /// How many problems were solved in all.
    pub fn total(&self) -> u32 {
        self.judges.iter().flat_map(|judge| judge.solved.iter().flatten()).sum()
    }

    /// How many a period are solved lately, and were before, at the rates of [`Trend`].
    pub fn lately(&self) -> (Option<f64>, Option<f64>) {
        let a_period = |a_day: f64| a_day * self.unit.days();
        let Some(trend) = self.trend else { return (None, None) };
        (Some(a_period(trend.now)), trend.before.map(a_period))
    }
}

impl Trend {
    fn new(solves: &[DatedSolve], (first, last): (Date, Date)) -> Option<Self> {
        let rate = |to: Date| {
            let from = to.checked_sub((TREND - 1).days()).ok().filter(|from| first <= *from)?;
            let inside = solves.iter().filter(|one| (from..=to).contains(&one.day)).count();
            Some(inside as f64 / TREND as f64)
        };
        let before = last.checked_sub(TREND.days()).ok().and_then(rate);
        Some(Self { now: rate(last)?, before })
    }
}

impl JudgePace {
    /// How many were solved in the period at `place`.
    pub fn total(&self, place: usize) -> u32 {
        self.solved[place].iter().sum()
    }

    /// How many were solved of the part at `part`.
    pub fn of_part(&self, part: usize) -> u32 {
        self.solved.iter().map(|period| period[part]).sum()
    }

    /// The place of each period that is the last of `count`, and how many a period were solved in these; of the first
    /// `whole` periods.
    pub fn means(&self, count: usize, whole: usize) -> Vec<(usize, f64)> {
        let totals: Vec<u32> = (0..whole).map(|place| self.total(place)).collect();
        let mean = |window: &[u32]| f64::from(window.iter().sum::<u32>()) / count as f64;
        totals.windows(count).enumerate().map(|(at, window)| (at + count - 1, mean(window))).collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::{Attempts, CatalogueEntry, Phase, Solve};
    use super::*;
    use crate::answers::fixtures;
    use crate::model::{Colour, Problem, ProblemId, Track};

    fn solved(judge: Judge, day: Date) -> Attempts {
        let at = day.to_zoned_datetime(TimeZone::UTC).unwrap().timestamp();
        Attempts {
            solved: Some(Solve { at, phase: Phase::After }),
            ..fixtures::tried(judge, ProblemId::atcoder("x"), at)
        }
    }

    fn dated(worked: &[ProblemHistory<'_>]) -> Vec<DatedSolve> {
        worked.iter().filter_map(|one| DatedSolve::judged(one, &TimeZone::UTC)).collect()
    }

    fn entry(judge: Judge, difficulty: Option<i32>) -> CatalogueEntry {
        let problem = Problem { rating: difficulty, ..fixtures::problem(judge, ProblemId::atcoder("x")) };
        CatalogueEntry { problem, difficulty, model: None }
    }

    #[test]
    fn the_shortest_periods_that_are_few_enough_are_taken() {
        let unit = |last| Granularity::covering(date(2020, 1, 1), last, 53);
        assert_eq!(unit(date(2020, 12, 31)), Granularity::Week);
        assert_eq!(unit(date(2021, 1, 4)), Granularity::Month);
        assert_eq!(unit(date(2024, 6, 1)), Granularity::Quarter);
        assert_eq!(unit(date(2040, 1, 1)), Granularity::Year);
        assert_eq!(Granularity::Quarter.start(date(2026, 6, 30)), date(2026, 4, 1));
        assert_eq!(Granularity::Quarter.end(date(2026, 4, 1)), date(2026, 6, 30));
        assert_eq!(Granularity::covering(Date::MIN, Date::MAX, 53), Granularity::Year);
    }

    #[test]
    fn problems_are_counted_by_week_and_colour() {
        let (cf, ac) = (Judge::CODEFORCES, Judge::ATCODER);
        let rows = [
            (cf, date(2026, 3, 1), Some(1200)),
            (cf, date(2026, 3, 2), Some(1399)),
            (cf, date(2026, 3, 8), Some(800)),
            (cf, date(2026, 3, 9), None),
            (ac, date(2026, 3, 9), Some(10)),
            (ac, date(2026, 3, 15), Some(10)),
        ];
        let attempts = rows.map(|(judge, day, _)| solved(judge, day));
        let entries = rows.map(|(judge, _, difficulty)| entry(judge, difficulty));
        let mut worked: Vec<ProblemHistory<'_>> = attempts
            .iter()
            .zip(&entries)
            .map(|(attempts, entry)| ProblemHistory { attempts, entry: Some(entry) })
            .collect();
        let open = Attempts { solved: None, ..attempts[1].clone() };
        worked.push(ProblemHistory { attempts: &open, entry: None });
        let pace = Pace::new(&dated(&worked), (date(2026, 3, 2), date(2026, 3, 14)), 53);
        assert_eq!((pace.unit, pace.whole, pace.total()), (Granularity::Week, 1, 4));
        assert_eq!(pace.periods, [date(2026, 3, 2), date(2026, 3, 9)]);
        let [of_cf, of_ac] = &pace.judges[..] else { unreachable!() };
        assert_eq!(
            of_cf.parts,
            [None, Some(Colour::Gray), Some(Colour::Green)]
                .map(|colour| colour.map(|colour| Part::Grade(Grade::Colour(colour))))
        );
        assert_eq!(of_cf.solved, [[0, 1, 1], [1, 0, 0]]);
        assert_eq!((of_ac.judge, &of_ac.solved[..]), (ac, &[vec![0], vec![1]][..]));
        assert_eq!((of_cf.of_part(2), of_cf.means(1, 2)), (1, vec![(0, 2.0), (1, 1.0)]));
        assert_eq!(pace.lately(), (None, None));
    }

    #[test]
    fn problems_are_held_against_the_level_of_their_day() {
        let day = |day: i8| date(2026, 3, day);
        let at = |day: Date| day.to_zoned_datetime(TimeZone::UTC).unwrap().timestamp();
        let rise = vec![fixtures::change(at(day(3)), 1400, 1500), fixtures::change(at(day(5)), 1500, 1900)];
        let levels = Courses::of(&[fixtures::series(Judge::CODEFORCES, Track::Algorithm, rise)]);
        let entries =
            [None, Some(1300), Some(1500), Some(1700)].map(|rating| entry(Judge::CODEFORCES, rating));
        let part = |on: i8, entry: &CatalogueEntry| {
            let attempts = solved(Judge::CODEFORCES, day(on));
            let one = ProblemHistory { attempts: &attempts, entry: Some(entry) };
            DatedSolve::against_level(&one, &levels, &TimeZone::UTC).unwrap().part
        };
        let on = |on: i8| entries.each_ref().map(|entry| part(on, entry));
        let [below, level, above] =
            [Demand::Below, Demand::At, Demand::Above].map(|demand| Some(Part::Demand(demand)));
        assert_eq!(on(2), [None; 4]);
        assert_eq!(on(4), [None, below, level, above]);
        assert_eq!(on(6), [None, below, below, below]);
    }

    #[test]
    fn trends_of_weeks_and_of_months_are_the_same() {
        // One a day until 100 days ago, then one in two days.
        let last = date(2026, 11, 23);
        let days = |back: i64| last.checked_sub(back.days()).unwrap();
        let backs = (0..300).filter(|back| *back > 100 || back % 2 == 0);
        let attempts: Vec<Attempts> = backs.map(|back| solved(Judge::ATCODER, days(back))).collect();
        let worked: Vec<_> =
            attempts.iter().map(|attempts| ProblemHistory { attempts, entry: None }).collect();
        let lately = |most| Pace::new(&dated(&worked), (days(290), last), most).lately();
        let ((week, before), (month, month_before)) = (lately(190), lately(20));
        assert_eq!((week, before), (Some(3.5), Some(4.25)));
        assert!((month.unwrap() / month_before.unwrap() - 3.5 / 4.25).abs() < 1e-9);
    }
}
