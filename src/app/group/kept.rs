//! What the store keeps of a group: what its weeks brought, for as long as nothing changes, and what they were when they
//! settled, for good.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::super::day_number::{of_number, to_number};
use super::super::error::AppError;
use super::super::session::{Answered, Session};
use super::facts::Work;
use super::handles::submissions_source;
use super::stamps::{Stamp, Stamps};
use super::{GroupMoment, Known};
use crate::answers::group::{GroupLog, MemberFacts, MemberLog, WeekFacts, member_log, newly_settled};
use crate::model::{Group, ProblemId, SettledWeek};
use crate::store::{Store, StoredSource};

/// The name under which the store keeps what the weeks brought.
const ANSWER: &str = "group";

/// What the weeks of members brought, as it is kept.
#[derive(Serialize, Deserialize)]
struct StoredLog {
    /// What all of it depends on.
    all: Stamp,
    /// What each member's depends on, and what they brought; in no order that matters.
    members: Vec<(Stamp, StoredMember)>,
}

/// The first day, and a row for each week. Days are numbers of the form 20261123.
#[derive(Serialize, Deserialize)]
struct StoredMember(Option<i32>, Vec<StoredWeek>);

/// The first day, the days with work, the problems by day, the late ones, and the places of those that are missing.
#[derive(Serialize, Deserialize)]
struct StoredWeek(i32, u8, [u32; 7], u32, Vec<u32>);

impl From<&MemberLog> for StoredMember {
    fn from(log: &MemberLog) -> Self {
        let week = |(from, facts): (&Date, &WeekFacts)| {
            StoredWeek(to_number(*from), facts.active, facts.counted, facts.late, facts.missing.clone())
        };
        Self(log.first.map(to_number), log.weeks.iter().map(week).collect())
    }
}

impl From<StoredMember> for MemberLog {
    fn from(StoredMember(first, weeks): StoredMember) -> Self {
        let week = |StoredWeek(from, active, counted, late, missing): StoredWeek| {
            Some((of_number(from)?, WeekFacts { active, counted, late, missing }))
        };
        Self { first: first.and_then(of_number), weeks: weeks.into_iter().filter_map(week).collect() }
    }
}

/// What the weeks brought: as it is kept of those of whom nothing has changed, and of the others as it is read now.
pub(super) fn log(
    session: &Session<'_>,
    work: &Work<'_>,
    assigned: &BTreeMap<Date, Vec<ProblemId>>,
    zone: &TimeZone,
    sources: &HashMap<String, StoredSource>,
) -> Result<Answered<GroupLog>, AppError> {
    let workspace = &session.workspace;
    let store = if workspace.has_place() { session.store()? } else { None };
    let stamps = Stamps::new(session, work, (assigned, zone), sources)?;
    let kept = store.filter(|_| work.failures.is_empty()).and_then(|store| {
        postcard::from_bytes::<StoredLog>(&store.answer(ANSWER, ANSWER.as_bytes()).ok()??).ok()
    });
    let answered = |members, notes, failures| Answered {
        answer: GroupLog { members },
        lang: session.lang(),
        notes,
        failures,
        hints: Vec::new(),
    };
    let (of_members, mut known) = match kept {
        Some(kept) if kept.all == stamps.all && kept.members.len() == work.group.members.len() => {
            let members = kept.members.into_iter().map(|(_, log)| log.into());
            return Ok(answered(members.collect(), Vec::new(), Vec::new()));
        }
        kept => {
            let kept = kept.into_iter().flat_map(|kept| kept.members);
            (stamps.of_members(session)?, kept.collect::<HashMap<_, _>>())
        }
    };
    let mut logs: Vec<Option<MemberLog>> =
        of_members.iter().map(|stamp| known.remove(stamp).map(MemberLog::from)).collect();
    let facts = work.facts(session, |place| logs[place].is_none())?;
    let bulk = workspace.config.streak.bulk;
    for (place, (log, member)) in logs.iter_mut().zip(&work.group.members).enumerate() {
        if log.is_none() {
            let accepted = work.accepted(session, member)?;
            let of_member = MemberFacts { repos: &facts.changes[place], accepted: &accepted };
            *log = Some(member_log((work.group, member), assigned, &of_member, bulk, zone));
        }
    }
    let logs: Vec<MemberLog> = logs.into_iter().flatten().collect();
    // What is incomplete is looked at again, and what there is to know of is told again.
    if facts.failures.is_empty() && facts.notes.is_empty() && workspace.has_place() {
        let members = of_members.into_iter().zip(logs.iter().map(StoredMember::from));
        let stored = StoredLog { all: stamps.all, members: members.collect() };
        let stored = postcard::to_stdvec(&stored).unwrap_or_default();
        // A store that can't be written to is no reason to have no answer.
        let _ = Store::open(&workspace.root)
            .and_then(|mut store| store.keep_answer(ANSWER, ANSWER.as_bytes(), &stored));
    }
    Ok(answered(logs, facts.notes, facts.failures))
}

/// The weeks that were kept, with those that have settled since and are kept now, where what was read is whole.
pub(super) fn weeks(
    session: &Session<'_>,
    known: &Known<'_>,
    sources: &HashMap<String, StoredSource>,
    is_whole: bool,
) -> Result<Vec<SettledWeek>, AppError> {
    let mut kept = session.store()?.map(Store::settled_weeks).transpose()?.unwrap_or_default();
    if !is_whole || !session.workspace.has_place() {
        return Ok(kept);
    }
    let mut new = newly_settled(&GroupMoment { kept: &kept, ..known.moment() });
    let fetched = fetched_until(session, known.group, sources);
    new.retain(|week| {
        fetched.is_none_or(|until| known.group.week.settles_at(week.from, &known.zone) <= until)
    });
    if new.is_empty() {
        return Ok(kept);
    }
    // Where there is no writing, they are kept another time.
    let written =
        Store::open(&session.workspace.root).and_then(|mut store| store.keep_settled(&new, known.now));
    if written.is_ok() {
        kept.extend(new);
        kept.sort_by_key(|week| week.from);
    }
    Ok(kept)
}

/// The moment until which all is fetched that the members submitted; `None` where nothing that counts is fetched.
fn fetched_until(
    session: &Session<'_>,
    group: &Group,
    sources: &HashMap<String, StoredSource>,
) -> Option<Timestamp> {
    let handles = group.members.iter().filter(|_| group.source.has_submissions());
    let of_members = handles.flat_map(|member| &member.handles).filter_map(|(judge, handle)| {
        let source = submissions_source(&session.workspace, *judge, handle)?;
        Some(sources.get(&source).map_or(Timestamp::MIN, |source| source.at))
    });
    of_members.min()
}
