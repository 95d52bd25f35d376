//! Targets as scripts read them.

use jiff::civil::Date;
use serde::Serialize;

use super::SCHEMA;
use crate::answers::{Giving, GoalTiming, Outlook, Standing, TargetProgress};

/// `cpt target --json`.
#[derive(Serialize)]
pub struct TargetsJson<'a> {
    schema: u32,
    targets: Vec<TargetJson<'a>>,
}

impl<'a> TargetsJson<'a> {
    /// The targets of every series, then those of series that aren't followed.
    pub fn new(standing: &'a Standing) -> Self {
        Self { schema: SCHEMA, targets: standing.targets().map(TargetJson::new).collect() }
    }
}

/// One target, in `cpt target --json` and `cpt status --json`. What it takes is `null` where it is met, past, or
/// can't be told.
#[derive(Serialize)]
pub(super) struct TargetJson<'a> {
    judge: &'static str,
    track: &'static str,
    goal: i32,
    colour: &'static str,
    /// The first day that counts; `null` where every day before `by` does.
    from: Option<Date>,
    by: Date,
    current: Option<i32>,
    gap: i32,
    met_on: Option<Date>,
    met_in: Option<&'a str>,
    kept: Option<bool>,
    /// When the goal was held last: from the contest that reached it to the one that lost it, which is `null` while it is
    /// held.
    held_from: Option<Date>,
    held_to: Option<Date>,
    /// What it was said to be at another judge; the goal is roughly that.
    rough_equivalent_of: Option<EquivalentJson>,
    needed_performance: Option<i32>,
    /// Whether performances are estimates, as at Codeforces.
    performance_is_estimate: Option<bool>,
    /// The kinds of contests that are rated for the user now and can give `needed_performance`; empty where none can.
    needed_classes: Option<Vec<&'static str>>,
    /// Where none can: the fewest contests that can, and the performance in each; `null` where no number of them does.
    shortest_way: Option<NeededJson>,
    needed_over: Option<Vec<NeededJson>>,
    recent_form: Option<i32>,
    contests_at_recent_form: Option<usize>,
    contests_a_month: Option<f64>,
    contests_left: Option<f64>,
    forecast: Option<ForecastJson>,
}

#[derive(Serialize)]
struct EquivalentJson {
    judge: &'static str,
    goal: i32,
    colour: &'static str,
}

#[derive(Serialize)]
struct NeededJson {
    contests: usize,
    performance: Option<i32>,
}

/// Dates beyond the forecast are `null`.
#[derive(Serialize)]
struct ForecastJson {
    p_reach: f64,
    eta_p10: Option<Date>,
    eta_p50: Option<Date>,
    eta_p90: Option<Date>,
}

impl<'a> TargetJson<'a> {
    pub fn new(progress: &'a TargetProgress) -> Self {
        let target = progress.target;
        let outlook = progress.outlook.as_ref();
        Self {
            judge: target.judge.id(),
            track: target.track.id(),
            goal: target.goal.rating,
            colour: target.goal.colour.name(),
            from: target.from,
            by: target.by,
            current: progress.current,
            gap: progress.gap,
            met_on: progress.met_on,
            met_in: progress.met_in.as_ref().map(|met| met.id.as_str()),
            kept: progress.kept(),
            held_from: progress.held.map(|held| held.from),
            held_to: progress.held.and_then(|held| held.to),
            rough_equivalent_of: target.equivalent.map(|(judge, goal)| EquivalentJson {
                judge: judge.id(),
                goal: goal.rating,
                colour: goal.colour.name(),
            }),
            needed_performance: outlook.and_then(|outlook| outlook.next),
            performance_is_estimate: outlook.map(|outlook| outlook.estimate),
            needed_classes: outlook.and_then(|outlook| match &outlook.giving {
                Giving::Untold => None,
                Giving::By(kinds) => Some(kinds.clone()),
                Giving::ByNone { .. } => Some(Vec::new()),
            }),
            shortest_way: outlook.and_then(|outlook| match &outlook.giving {
                Giving::ByNone { shortest: Some(way), .. } => {
                    Some(NeededJson { contests: way.contests, performance: Some(way.performance) })
                }
                _ => None,
            }),
            needed_over: outlook.map(needed_over),
            recent_form: outlook.and_then(|outlook| outlook.form),
            contests_at_recent_form: outlook.and_then(|outlook| outlook.contests_at_form),
            contests_a_month: outlook.map(|outlook| to_places(outlook.contests_a_month, 1)),
            contests_left: outlook.map(|outlook| to_places(outlook.contests_left, 1)),
            forecast: outlook.and_then(|outlook| outlook.forecast.as_ref().ok()).map(ForecastJson::new),
        }
    }
}

fn needed_over(outlook: &Outlook) -> Vec<NeededJson> {
    let one = |&(contests, performance): &(usize, Option<i32>)| NeededJson { contests, performance };
    outlook.constant.iter().map(one).collect()
}

impl ForecastJson {
    fn new(reach: &GoalTiming) -> Self {
        Self {
            p_reach: to_places(reach.by_then, 3),
            eta_p10: reach.p10,
            eta_p50: reach.p50,
            eta_p90: reach.p90,
        }
    }
}

/// `number` with so many places after the point: more would say more than is known.
fn to_places(number: f64, places: i32) -> f64 {
    let unit = 10_f64.powi(places);
    (number * unit).round() / unit
}
