//! The study group: what its members solved, as the repositories and the store are now.

mod assigned;
mod check;
mod facts;
mod handles;
mod kept;
pub mod members;
mod names;
mod post;
mod ratings;
mod solved;
mod stamps;

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use self::assigned::Assigned;
pub use self::check::check;
use self::facts::Work;
pub use self::facts::{names_people, repos, warning_names_people};
pub use self::handles::{
    common_sources, is_of_member, member_sources, members_at, profiles_source, source_of_member,
};
use super::charts::Charted;
use super::error::AppError;
use super::session::{Answered, Session};
use crate::answers::group::{
    self, GroupLog, GroupMoment, GroupMonth, GroupStanding, Ledger, MemberDay, MemberRating,
};
use crate::lang::{Lang, Later};
use crate::model::{Group, Note, ProblemId, SettledWeek, folded_name};
use crate::report::GroupView;
use crate::store::Store;

pub use self::names::duplicates;
pub use self::post::post;
pub use self::solved::{SolvedByMember, solved_by};

/// The word for the newest week that has settled.
const SETTLED: &str = "settled";

/// A group and what is known of it.
pub struct Known<'s> {
    pub group: &'s Group,
    /// What is assigned, by the first days of weeks.
    assigned: BTreeMap<Date, Vec<ProblemId>>,
    log: GroupLog,
    kept: Vec<SettledWeek>,
    /// The zone in which moments are told.
    pub zone: TimeZone,
    now: Timestamp,
    pub today: Date,
}

impl Known<'_> {
    fn moment(&self) -> GroupMoment<'_> {
        GroupMoment {
            group: self.group,
            log: &self.log,
            assigned: &self.assigned,
            kept: &self.kept,
            zone: &self.zone,
            now: self.now,
            today: self.today,
        }
    }
}

/// A week of a group's, with the ratings of its members.
pub struct Week<'s> {
    pub known: Known<'s>,
    pub standing: GroupStanding,
    /// The ratings of each member of the standing, in its order.
    pub ratings: Vec<Vec<MemberRating>>,
}

impl Week<'_> {
    /// What is told of it.
    pub fn view(&self, lang: Lang) -> GroupView<'_> {
        let Self { known, standing, ratings } = self;
        GroupView { group: known.group, standing, ratings, zone: &known.zone, today: known.today, lang }
    }
}

/// A month of a group's.
pub struct Month<'s> {
    pub known: Known<'s>,
    pub month: GroupMonth,
}

/// The ledger of a group.
pub struct Books<'s> {
    pub known: Known<'s>,
    pub ledger: Ledger,
}

/// A week of one member's, day by day.
pub struct MemberWeek<'s> {
    pub week: Week<'s>,
    pub days: Vec<MemberDay>,
}

/// What a page shows of a group: this week, the ledger, and what its charts show.
pub struct Overview<'s> {
    pub week: Week<'s>,
    pub ledger: Ledger,
    pub charted: Charted<'s>,
}

/// How a week stands.
pub fn week<'s>(session: &'s Session<'_>, week: Option<&str>) -> Result<Answered<Week<'s>>, AppError> {
    read(session)?.try_map(|known| {
        let from = first_day(&known, week)?;
        week_from(session, known, from)
    })
}

/// How this week stands, the ledger, and what the charts show of the days that `days` makes of today.
pub fn overview<'s>(
    session: &'s Session<'_>,
    days: impl FnOnce(Date) -> (Date, Date),
) -> Result<Answered<Overview<'s>>, AppError> {
    read(session)?.try_map(|known| {
        let (ledger, charted) = (group::ledger(&known.moment()), charted(session, &known, days)?);
        let from = first_day(&known, None)?;
        Ok(Overview { week: week_from(session, known, from)?, ledger, charted })
    })
}

fn week_from<'s>(session: &Session<'_>, known: Known<'s>, from: Date) -> Result<Week<'s>, AppError> {
    let standing = group::group_standing(&known.moment(), from);
    let members = standing.members.iter().map(|row| &known.group.members[row.member]);
    let until = known.group.week.end_of(from, &known.zone).min(known.now);
    let begin = known.group.week.day.start_of(from, &known.zone);
    let ratings = members.map(|member| ratings::of(member, session.store()?, (begin, until)));
    let ratings = ratings.collect::<Result<_, AppError>>()?;
    Ok(Week { known, standing, ratings })
}

/// How the weeks stand that end in the month of `day`; in this month where none is given.
pub fn month<'s>(session: &'s Session<'_>, day: Option<Date>) -> Result<Answered<Month<'s>>, AppError> {
    read(session)?.try_map(|known| {
        let month = group::group_month(&known.moment(), day.unwrap_or(known.today));
        Ok(Month { known, month })
    })
}

/// What the charts show of the weeks from the one that holds the first of the `days` to the one that holds the last, which
/// are told by the day it is for the group.
pub fn calendar<'s>(
    session: &'s Session<'_>,
    days: impl FnOnce(Date) -> (Date, Date),
) -> Result<Answered<Charted<'s>>, AppError> {
    read(session)?.try_map(|known| charted(session, &known, days))
}

fn charted<'s>(
    session: &Session<'_>,
    known: &Known<'s>,
    days: impl FnOnce(Date) -> (Date, Date),
) -> Result<Charted<'s>, AppError> {
    let calendar = group::group_calendar(&known.moment(), days(known.today));
    let mut ratings = Vec::new();
    for member in &known.group.members {
        let series = ratings::series_of(member, session.store()?)?;
        ratings.extend(series.into_iter().map(|series| (member.name.as_str(), series)));
    }
    Ok(Charted { group: known.group, calendar, ratings, today: known.today })
}

/// Fines and excuses since the beginning.
pub fn ledger<'s>(session: &'s Session<'_>) -> Result<Answered<Books<'s>>, AppError> {
    read(session)?.try_map(|known| {
        let ledger = group::ledger(&known.moment());
        Ok(Books { known, ledger })
    })
}

/// A week of the member of this name, day by day.
pub fn member<'s>(
    session: &'s Session<'_>,
    name: &str,
    week: Option<&str>,
) -> Result<Answered<MemberWeek<'s>>, AppError> {
    let group = configured(session)?;
    let place = place_of(group, name)?;
    let mut answered = self::week(session, week)?;
    let week = &mut answered.answer;
    let from = week.standing.week.from;
    let (rows, ratings): (Vec<_>, Vec<_>) = std::mem::take(&mut week.standing.members)
        .into_iter()
        .zip(std::mem::take(&mut week.ratings))
        .filter(|(row, _)| row.member == place)
        .unzip();
    if rows.is_empty() {
        let member = &group.members[place];
        let id = &week.standing.week.id;
        let remedy = match (member.from, member.until) {
            (Some(day), _) if day > week.standing.week.to => Later::advice(
                format!("They join on {day}."),
                format!("{day}부터 참여합니다."),
                format!("{day}に参加します。"),
            ),
            (_, Some(day)) if day < from => Later::advice(
                format!("They left on {day}."),
                format!("{day}에 나갔습니다."),
                format!("{day}に退会しました。"),
            ),
            _ => Later::advice(
                "Choose a later week with --week.",
                "--week으로 더 나중의 주를 고르세요.",
                "--week で後の週を指定してください。",
            ),
        };
        let name = &member.name;
        let message = Later::message(
            format!("{name:?} is not a member in {id}"),
            format!("{id} 주의 스터디원이 아닙니다: {name:?}"),
            format!("{id} の週のメンバーではありません: {name:?}"),
        );
        return Err(AppError::usage(message, remedy));
    }
    (week.standing.members, week.ratings) = (rows, ratings);
    let days = Work::open(session, group).days_of(session, place, (from, week.standing.week.to))?;
    answered.try_map(|week| Ok(MemberWeek { week, days }))
}

/// The configured group.
pub fn configured<'s>(session: &'s Session<'_>) -> Result<&'s Group, AppError> {
    session.workspace.config.group.as_ref().ok_or_else(|| {
        let message = Later::message(
            "no [group] in cpt.toml",
            "cpt.toml에 [group]이 없습니다",
            "cpt.toml に [group] がありません",
        );
        let remedy = Later::advice(
            "Run `cpt init --group` to start one.",
            "`cpt init --group`으로 시작하세요.",
            "`cpt init --group` で始めてください。",
        );
        AppError::usage(message, remedy)
    })
}

/// The place of the member of this name.
pub fn place_of(group: &Group, name: &str) -> Result<usize, AppError> {
    let folded = folded_name(name);
    let found = group.members.iter().position(|member| folded_name(&member.name) == folded);
    found.ok_or_else(|| {
        let names: Vec<&str> = group.members.iter().map(|member| member.name.as_str()).collect();
        let remedy = match &names[..] {
            [] => Later::advice(
                "Run `cpt group add NAME` to add one.",
                "`cpt group add NAME`으로 추가하세요.",
                "`cpt group add NAME` で追加してください。",
            ),
            names => {
                let names = names.join(", ");
                Later::advice(
                    format!("Members: {names}."),
                    format!("스터디원: {names}"),
                    format!("メンバー: {names}"),
                )
            }
        };
        let message = Later::message(
            format!("unknown member {name:?}"),
            format!("스터디원을 찾을 수 없습니다: {name:?}"),
            format!("メンバーが見つかりません: {name:?}"),
        );
        AppError::usage(message, remedy)
    })
}

fn first_day(known: &Known<'_>, week: Option<&str>) -> Result<Date, AppError> {
    let rule = &known.group.week;
    let Some(text) = week else { return Ok(rule.first_day(known.today)) };
    if text.eq_ignore_ascii_case(SETTLED) {
        return Ok(last_settled(known));
    }
    rule.week_of(text).ok_or_else(|| {
        let example = rule.id(rule.first_day(known.today));
        let message = Later::message(
            format!("invalid week {text:?}; use an ID, one of its days, or {SETTLED:?}, e.g. {example}"),
            format!("잘못된 주입니다: {text:?} (ID, 그 주의 하루 또는 {SETTLED:?}, 예: {example})"),
            format!(
                "週の形式が正しくありません: {text:?} (ID、その週の1日、または {SETTLED:?}、例: {example})"
            ),
        );
        let remedy = Later::advice(
            "Run `cpt group ledger` to list every week.",
            "모든 주는 `cpt group ledger`로 볼 수 있습니다.",
            "すべての週は `cpt group ledger` で確認できます。",
        );
        AppError::usage(message, remedy)
    })
}

/// The first day of the newest week that has settled.
fn last_settled(known: &Known<'_>) -> Date {
    let rule = &known.group.week;
    let this = rule.first_day(known.today);
    // What has ended is settled within a week.
    let before = (0..4).map(|weeks| this.saturating_sub(i64::from(weeks).weeks()));
    before.into_iter().find(|from| rule.settles_at(*from, &known.zone) <= known.now).unwrap_or(this)
}

/// The group as it is now. Weeks that have settled since the last time are kept.
fn read<'s>(session: &'s Session<'_>) -> Result<Answered<Known<'s>>, AppError> {
    let group = configured(session)?;
    let Assigned { weeks: assigned, failures: missing } = Assigned::read(session, group)?;
    let (now, zone) = (session.now(), zone(session, group));
    let today = group.week.day.today(&session.env.now);
    let work = Work::open(session, group);
    let sources = session.store()?.map(Store::stored_sources).transpose()?.unwrap_or_default();
    let log = kept::log(session, &work, &assigned, &zone, &sources)?;
    let Answered { answer: log, lang, notes, mut failures, hints } = log;
    failures.extend(missing);
    let mut known = Known { group, assigned, log, kept: Vec::new(), zone, now, today };
    // Weeks are settled only by what is whole.
    let is_whole = failures.is_empty() && !notes.iter().any(Note::is_incomplete);
    known.kept = kept::weeks(session, &known, &sources, is_whole)?;
    Ok(Answered { answer: known, lang, notes, failures, hints })
}

/// The zone in which a group's moments are told.
pub fn zone(session: &Session<'_>, group: &Group) -> TimeZone {
    group.week.day.timezone.clone().unwrap_or_else(|| session.env.now.time_zone().clone())
}
