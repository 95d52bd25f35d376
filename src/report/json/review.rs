//! A review as scripts read it.

use jiff::civil::Date;
use serde::Serialize;

use super::SCHEMA;
use super::grade::GradeNames;
use super::recorded::RecordedJson;
use super::target::TargetJson;
use crate::answers::review::{Ahead, NamedSolve, Practice, Review, SeriesYear, Totals};
use crate::model::{Colour, Judge};

/// `cpt review --json`.
#[derive(Serialize)]
pub struct ReviewJson<'a> {
    schema: u32,
    year: i16,
    from: Date,
    to: Date,
    is_over: bool,
    /// The first day of which anything is known.
    known_since: Option<Date>,
    practice: Option<PracticeJson>,
    solved: SolvedJson<'a>,
    contests: usize,
    series: Vec<SeriesJson<'a>>,
    /// The same part of the year before.
    before: Option<BeforeJson>,
    /// Targets that are open.
    targets: Vec<TargetJson<'a>>,
    /// The next colour of each rating that has no target in the year to come, by the end of that.
    next_colours: Vec<TargetJson<'a>>,
}

/// What the commits say; streaks are counted in `unit`s, `day` or `week`.
#[derive(Serialize)]
struct PracticeJson {
    days: u32,
    longest: u32,
    unit: &'static str,
    longest_from: Option<Date>,
    longest_to: Option<Date>,
    new_problems: u32,
    /// What makes a day: `commits`, `submissions` or `both`.
    source: &'static str,
}

impl From<Practice> for PracticeJson {
    fn from(practice: Practice) -> Self {
        let Practice { days, longest, source, unit, longest_from, longest_to, new_problems } = practice;
        let (unit, source) = (unit.noun(), source.word());
        Self { days, longest, unit, longest_from, longest_to, new_problems, source }
    }
}

#[derive(Serialize)]
struct SolvedJson<'a> {
    total: u32,
    first_try: u32,
    by_judge: Vec<JudgeJson>,
    /// Problems of other judges that were committed for the first time.
    elsewhere: Vec<ElsewhereJson<'a>>,
    /// What is recorded of committed problems of judges that aren't fetched.
    recorded: Vec<RecordedJson<'a>>,
    best_month: Option<MonthJson>,
    best_committed_month: Option<MonthJson>,
    hardest: Vec<ProblemJson<'a>>,
    new_topics: Vec<TopicJson<'a>>,
}

#[derive(Serialize)]
struct JudgeJson {
    judge: &'static str,
    solved: u32,
    first_try: u32,
    by_colour: Vec<ColourJson>,
}

/// `colour` is `null` for the problems whose difficulty nobody knows, and at judges with levels of their own.
#[derive(Serialize)]
struct ColourJson {
    colour: Option<&'static str>,
    /// The level, at judges that have levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    solved: u32,
}

#[derive(Serialize)]
struct ElsewhereJson<'a> {
    judge: &'a str,
    problems: u32,
}

#[derive(Serialize)]
struct MonthJson {
    from: Date,
    problems: u32,
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    judge: &'static str,
    problem: &'a str,
    name: Option<&'a str>,
    url: Option<String>,
    difficulty: Option<i32>,
    solved_on: Date,
}

#[derive(Serialize)]
struct TopicJson<'a> {
    topic: &'a str,
    first: ProblemJson<'a>,
}

#[derive(Serialize)]
struct SeriesJson<'a> {
    judge: &'static str,
    track: &'static str,
    handle: &'a str,
    contests: usize,
    rating_from: Option<i32>,
    rating_to: i32,
    /// `null` at a judge without colours.
    colour: Option<&'static str>,
    highest: i32,
    highest_on: Date,
    best_performance: Option<BestJson<'a>>,
    reached: Vec<ReachedJson<'a>>,
}

#[derive(Serialize)]
struct BestJson<'a> {
    performance: i32,
    is_estimate: bool,
    name: &'a str,
    on: Date,
}

#[derive(Serialize)]
struct ReachedJson<'a> {
    colour: &'static str,
    rating: i32,
    name: &'a str,
    on: Date,
}

#[derive(Serialize)]
struct BeforeJson {
    from: Date,
    to: Date,
    practice: Option<PracticeJson>,
    solved: u32,
    contests: usize,
}

impl<'a> ReviewJson<'a> {
    /// All that the review tells, with the targets that lie ahead.
    pub fn new(review: &'a Review, ahead: &'a Ahead) -> Self {
        let totals = &review.totals;
        Self {
            schema: SCHEMA,
            year: review.year,
            from: totals.from,
            to: totals.to,
            is_over: review.is_over,
            known_since: review.known_since,
            practice: totals.practice.map(PracticeJson::from),
            solved: SolvedJson::new(review),
            contests: totals.contests,
            series: review.series.iter().map(SeriesJson::new).collect(),
            before: review.before.as_ref().map(BeforeJson::new),
            targets: ahead.targets.iter().map(TargetJson::new).collect(),
            next_colours: ahead.next_colours.iter().map(TargetJson::new).collect(),
        }
    }
}

impl<'a> SolvedJson<'a> {
    fn new(review: &'a Review) -> Self {
        let tally = &review.tally;
        let of_judge = |judge: Judge| {
            let grades = tally.by_grade.iter().filter(move |one| one.judge == judge);
            grades
                .map(|one| {
                    let GradeNames { colour, level } = GradeNames::of(judge, one.grade);
                    ColourJson { colour, level, solved: one.counts.solved }
                })
                .collect()
        };
        let by_judge = tally.by_judge.iter().map(|(judge, counts)| JudgeJson {
            judge: judge.id(),
            solved: counts.solved,
            first_try: counts.first_try,
            by_colour: of_judge(*judge),
        });
        let elsewhere = review.elsewhere.iter();
        let month = |(from, problems)| MonthJson { from, problems };
        let topics = review.new_topics.iter();
        Self {
            total: tally.all.solved,
            first_try: tally.all.first_try,
            by_judge: by_judge.collect(),
            recorded: review.recorded.iter().map(RecordedJson::from).collect(),
            elsewhere: elsewhere
                .map(|(judge, problems)| ElsewhereJson { judge, problems: *problems })
                .collect(),
            best_month: review.best_month.map(month),
            best_committed_month: review.best_committed_month.map(month),
            hardest: review.hardest.iter().map(ProblemJson::new).collect(),
            new_topics: topics
                .map(|new| TopicJson { topic: &new.topic, first: ProblemJson::new(&new.problem) })
                .collect(),
        }
    }
}

impl<'a> ProblemJson<'a> {
    fn new(solve: &'a NamedSolve) -> Self {
        Self {
            judge: solve.judge.id(),
            problem: solve.problem.as_str(),
            name: solve.name.as_deref(),
            url: solve.problem.link(),
            difficulty: solve.difficulty,
            solved_on: solve.on,
        }
    }
}

impl<'a> SeriesJson<'a> {
    fn new(series: &'a SeriesYear) -> Self {
        let best = series.best.as_ref();
        Self {
            judge: series.key.judge.id(),
            track: series.key.track.id(),
            handle: series.key.handle.as_str(),
            contests: series.contests,
            rating_from: series.from,
            rating_to: series.to,
            colour: series.key.judge.told_colour(series.to).map(Colour::name),
            highest: series.highest.0,
            highest_on: series.highest.1,
            best_performance: best.map(|best| BestJson {
                performance: best.performance,
                is_estimate: best.is_estimate,
                name: &best.contest,
                on: best.on,
            }),
            reached: series
                .reached
                .iter()
                .map(|reached| ReachedJson {
                    colour: reached.colour.name(),
                    rating: reached.rating,
                    name: &reached.contest,
                    on: reached.on,
                })
                .collect(),
        }
    }
}

impl BeforeJson {
    fn new(totals: &Totals) -> Self {
        let Totals { from, to, practice, solved, contests } = *totals;
        Self { from, to, practice: practice.map(PracticeJson::from), solved, contests }
    }
}
