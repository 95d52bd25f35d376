//! The study group as scripts read it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::super::group::GroupView;
use super::SCHEMA;
use crate::answers::group::{GroupMonth, GroupWeek, Ledger, MemberDay, MemberRating, MemberStanding};
use crate::model::{Group, Owed, SettledRow};

/// `cpt group --json`.
#[derive(Serialize)]
pub struct GroupJson<'a> {
    schema: u32,
    group: &'a str,
    week: WeekJson<'a>,
    members: Vec<MemberJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<Vec<DayJson<'a>>>,
}

#[derive(Serialize)]
struct WeekJson<'a> {
    id: &'a str,
    from: Date,
    to: Date,
    settles_at: Timestamp,
    settled: bool,
}

#[derive(Serialize)]
struct MemberJson<'a> {
    name: &'a str,
    days: u32,
    solved: u32,
    /// Of these, the ones after the week's end.
    late: u32,
    goal: u32,
    met: bool,
    assigned: AssignedJson<'a>,
    streak_weeks: u32,
    /// On every day on which they were a member.
    excused: bool,
    excused_days: u32,
    fine: Option<OwedJson<'a>>,
    ratings: Vec<RatingJson>,
}

#[derive(Serialize)]
struct AssignedJson<'a> {
    solved: u32,
    total: u32,
    missing: Vec<&'a str>,
}

#[derive(Serialize)]
struct OwedJson<'a> {
    amount: u64,
    unit: &'a str,
}

#[derive(Serialize)]
struct RatingJson {
    judge: &'static str,
    track: &'static str,
    rating: i32,
    change: Option<i32>,
}

#[derive(Serialize)]
struct DayJson<'a> {
    date: Date,
    problems: Vec<ProblemJson<'a>>,
    commits: Vec<String>,
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    problem: Option<&'a str>,
    file: Option<&'a str>,
    url: Option<String>,
    new: bool,
    bulk: bool,
}

impl<'a> From<&'a GroupWeek> for WeekJson<'a> {
    fn from(week: &'a GroupWeek) -> Self {
        let GroupWeek { id, from, to, settles_at, settled } = week;
        Self { id, from: *from, to: *to, settles_at: *settles_at, settled: *settled }
    }
}

impl<'a> From<&'a Owed> for OwedJson<'a> {
    fn from(owed: &'a Owed) -> Self {
        Self { amount: owed.amount, unit: &owed.unit }
    }
}

impl<'a> MemberJson<'a> {
    fn new(name: &'a str, row: &'a MemberStanding, ratings: &[MemberRating]) -> Self {
        let rating = |rating: &MemberRating| RatingJson {
            judge: rating.key.judge.id(),
            track: rating.key.track.id(),
            rating: rating.rating,
            change: rating.change,
        };
        Self {
            name,
            days: row.days,
            solved: row.solved,
            late: row.late,
            goal: row.goal,
            met: row.met,
            assigned: AssignedJson {
                solved: row.assigned.solved,
                total: row.assigned.total,
                missing: row.assigned.missing.iter().map(crate::model::ProblemId::as_str).collect(),
            },
            streak_weeks: row.streak_weeks,
            excused: row.excused,
            excused_days: row.excused_days,
            fine: row.fine.as_ref().map(OwedJson::from),
            ratings: ratings.iter().map(rating).collect(),
        }
    }
}

impl<'a> DayJson<'a> {
    fn new(day: &'a MemberDay) -> Self {
        let problems = day.problems.iter().map(|one| ProblemJson {
            problem: one.problem.as_ref().map(crate::model::ProblemId::as_str),
            file: one.file.as_deref(),
            url: one.problem.as_ref().and_then(crate::model::ProblemId::link),
            new: one.new,
            bulk: one.bulk,
        });
        Self {
            date: day.date,
            problems: problems.collect(),
            commits: day.commits.iter().map(ToString::to_string).collect(),
        }
    }
}

impl<'a> GroupJson<'a> {
    /// A week of all its members; or of one of them, with what they did on its days.
    pub fn new(view: &GroupView<'a>, days: Option<&'a [MemberDay]>) -> Self {
        let members = view.standing.members.iter().zip(view.ratings);
        let members =
            members.map(|(row, ratings)| MemberJson::new(&view.group.members[row.member].name, row, ratings));
        Self {
            schema: SCHEMA,
            group: &view.group.name,
            week: WeekJson::from(&view.standing.week),
            members: members.collect(),
            days: days.map(|days| days.iter().map(DayJson::new).collect()),
        }
    }
}

/// `cpt group --month --json`.
#[derive(Serialize)]
pub struct GroupMonthJson<'a> {
    schema: u32,
    group: &'a str,
    month: SpanJson<'a>,
    members: Vec<MonthJson<'a>>,
}

#[derive(Serialize)]
struct SpanJson<'a> {
    from: Date,
    to: Date,
    weeks: &'a [String],
}

#[derive(Serialize)]
struct MonthJson<'a> {
    name: &'a str,
    days: u32,
    solved: u32,
    goal: u32,
    weeks_met: u32,
    weeks: u32,
    excused_days: u32,
    fine: Option<OwedJson<'a>>,
}

impl<'a> GroupMonthJson<'a> {
    /// The weeks that end in a month.
    pub fn new(month: &'a GroupMonth, group: &'a Group) -> Self {
        let members = month.members.iter().map(|row| MonthJson {
            name: &group.members[row.member].name,
            days: row.days,
            solved: row.solved,
            goal: row.goal,
            weeks_met: row.weeks_met,
            weeks: row.weeks,
            excused_days: row.excused_days,
            fine: row.fine.as_ref().map(OwedJson::from),
        });
        Self {
            schema: SCHEMA,
            group: &group.name,
            month: SpanJson { from: month.from, to: month.to, weeks: &month.weeks },
            members: members.collect(),
        }
    }
}

/// `cpt group ledger --json`.
#[derive(Serialize)]
pub struct LedgerJson<'a> {
    schema: u32,
    weeks: Vec<LedgerWeekJson<'a>>,
    totals: Vec<TotalJson<'a>>,
    /// Settled weeks that would be others by what is known now.
    changed: Vec<ChangedJson<'a>>,
}

#[derive(Serialize)]
struct LedgerWeekJson<'a> {
    id: &'a str,
    settled: bool,
    members: Vec<RowJson<'a>>,
}

#[derive(Serialize)]
struct RowJson<'a> {
    name: &'a str,
    solved: u32,
    goal: u32,
    met: bool,
    excused: bool,
    excused_days: u32,
    fine: Option<OwedJson<'a>>,
}

#[derive(Serialize)]
struct TotalJson<'a> {
    name: &'a str,
    fine: Option<OwedJson<'a>>,
}

#[derive(Serialize)]
struct ChangedJson<'a> {
    week: &'a str,
    name: &'a str,
    kept: Option<RowJson<'a>>,
    now: Option<RowJson<'a>>,
}

impl<'a> From<&'a SettledRow> for RowJson<'a> {
    fn from(row: &'a SettledRow) -> Self {
        Self {
            name: &row.name,
            solved: row.solved,
            goal: row.goal,
            met: row.met(),
            excused: row.excused,
            excused_days: row.excused_days,
            fine: row.fine.as_ref().map(OwedJson::from),
        }
    }
}

impl<'a> LedgerJson<'a> {
    /// The weeks that have ended, oldest first.
    pub fn new(ledger: &'a Ledger) -> Self {
        let weeks = ledger.weeks.iter().map(|week| LedgerWeekJson {
            id: &week.week.id,
            settled: week.week.settled,
            members: week.rows.iter().map(RowJson::from).collect(),
        });
        let totals = ledger.totals.iter();
        let totals = totals.map(|(name, owed)| TotalJson { name, fine: owed.as_ref().map(OwedJson::from) });
        let changed = ledger.changed.iter().map(|row| ChangedJson {
            week: &row.week,
            name: &row.name,
            kept: row.kept.as_ref().map(RowJson::from),
            now: row.now.as_ref().map(RowJson::from),
        });
        Self { schema: SCHEMA, weeks: weeks.collect(), totals: totals.collect(), changed: changed.collect() }
    }
}
