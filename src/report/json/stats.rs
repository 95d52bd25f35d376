//! What one has practised, as scripts read it.

use jiff::civil::Date;
use serde::Serialize;

use super::SCHEMA;
use super::grade::GradeNames;
use super::recorded::RecordedJson;
use crate::answers::{Counts, Stretch};
use crate::report::Period;

/// `cpt stats --json`.
#[derive(Serialize)]
pub struct StatsJson<'a> {
    schema: u32,
    #[serde(flatten)]
    now: PeriodJson<'a>,
    /// The stretch of the same length before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<PeriodJson<'a>>,
}

#[derive(Serialize)]
struct PeriodJson<'a> {
    from: Option<Date>,
    to: Option<Date>,
    all: CountsJson,
    by_judge: Vec<JudgeJson>,
    by_colour: Vec<ColourJson>,
    by_tag: Vec<TagJson<'a>>,
    by_month: Vec<MonthJson>,
    above_level: Vec<LeadJson>,
    /// Committed problems of judges that aren't fetched, on their own scales.
    recorded: Vec<RecordedJson<'a>>,
    /// Problems that an imported archive says were solved, and of which nothing else does; nobody knows when.
    undated: Vec<RecordedJson<'a>>,
}

#[derive(Serialize)]
struct CountsJson {
    tried: u32,
    solved: u32,
    first_try: u32,
    tries: u32,
    success_rate: Option<f64>,
    first_try_rate: Option<f64>,
    mean_tries: Option<f64>,
}

#[derive(Serialize)]
struct JudgeJson {
    judge: &'static str,
    #[serde(flatten)]
    counts: CountsJson,
}

#[derive(Serialize)]
struct ColourJson {
    judge: &'static str,
    /// `null` where nobody knows the difficulty, and at judges with levels of their own.
    colour: Option<&'static str>,
    /// The level, at judges that have levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    #[serde(flatten)]
    counts: CountsJson,
}

#[derive(Serialize)]
struct TagJson<'a> {
    /// `null` for problems without topics.
    tag: Option<&'a str>,
    #[serde(flatten)]
    counts: CountsJson,
}

#[derive(Serialize)]
struct MonthJson {
    /// Its first day.
    month: Date,
    #[serde(flatten)]
    counts: CountsJson,
}

/// How hard problems are against one's level, in points of rating.
#[derive(Serialize)]
struct LeadJson {
    judge: &'static str,
    problems: u32,
    harder: u32,
    quarter: i32,
    median: i32,
    three_quarters: i32,
}

impl From<&Stretch> for LeadJson {
    fn from(lead: &Stretch) -> Self {
        let Stretch { judge, problems, harder, quarter, median, three_quarters } = *lead;
        Self { judge: judge.id(), problems, harder, quarter, median, three_quarters }
    }
}

impl From<Counts> for CountsJson {
    fn from(counts: Counts) -> Self {
        let Counts { tried, solved, first_try, tries, .. } = counts;
        Self {
            tried,
            solved,
            first_try,
            tries,
            success_rate: counts.success_rate(),
            first_try_rate: counts.first_try_rate(),
            mean_tries: counts.mean_tries(),
        }
    }
}

impl<'a> PeriodJson<'a> {
    fn new(Period { judged: period, recorded, undated }: Period<'a>) -> Self {
        let tally = &period.tally;
        let (judges, colours) = (tally.by_judge.iter(), tally.by_grade.iter());
        let (tags, months) = (tally.by_tag.iter(), tally.by_month.iter());
        Self {
            from: period.window.from,
            to: period.window.to,
            all: tally.all.into(),
            by_judge: judges
                .map(|(judge, counts)| JudgeJson { judge: judge.id(), counts: (*counts).into() })
                .collect(),
            by_colour: colours
                .map(|one| {
                    let GradeNames { colour, level } = GradeNames::of(one.judge, one.grade);
                    ColourJson { judge: one.judge.id(), colour, level, counts: one.counts.into() }
                })
                .collect(),
            by_tag: tags.map(|one| TagJson { tag: one.tag.as_deref(), counts: one.counts.into() }).collect(),
            by_month: months.map(|one| MonthJson { month: one.month, counts: one.counts.into() }).collect(),
            above_level: period.leads.iter().map(LeadJson::from).collect(),
            recorded: recorded.iter().map(RecordedJson::from).collect(),
            undated: undated.iter().map(RecordedJson::from).collect(),
        }
    }
}

impl<'a> StatsJson<'a> {
    /// A stretch of time, and the one before it where they are compared.
    pub fn new(now: Period<'a>, before: Option<Period<'a>>) -> Self {
        Self { schema: SCHEMA, now: PeriodJson::new(now), before: before.map(PeriodJson::new) }
    }
}
