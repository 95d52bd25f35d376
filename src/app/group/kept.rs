//! What the store keeps of a group: what its weeks brought, for as long as nothing changes, and what they were when they
//! settled, for good.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::super::error::AppError;
use super::super::session::{Answered, Session};
use super::facts::Work;
use super::handles::submissions_source;
use super::{GroupMoment, Known};
use crate::answers::group::{GroupLog, MemberFacts, MemberLog, WeekFacts, newly_settled};
use crate::model::{Judge, ProblemId, SettledWeek, zone_name};
use crate::store::Store;

/// The name under which the store keeps what the weeks brought.
const ANSWER: &str = "group";

/// Raised when the key has other parts or the answer another form.
const FORMAT: u32 = 1;

/// What the weeks of each member brought, in the order of the members.
#[derive(Serialize, Deserialize)]
struct StoredLog {
    members: Vec<StoredMember>,
}

/// The first day, and a row for each week.
#[derive(Serialize, Deserialize)]
struct StoredMember(Option<Date>, Vec<StoredWeek>);

/// The first day, the days with work, the problems by day, the late ones, and the places of those that are missing.
#[derive(Serialize, Deserialize)]
struct StoredWeek(Date, u8, [u32; 7], u32, Vec<u32>);

impl From<&GroupLog> for StoredLog {
    fn from(log: &GroupLog) -> Self {
        let week = |(from, facts): (&Date, &WeekFacts)| {
            StoredWeek(*from, facts.active, facts.counted, facts.late, facts.missing.clone())
        };
        let member = |log: &MemberLog| StoredMember(log.first, log.weeks.iter().map(week).collect());
        Self { members: log.members.iter().map(member).collect() }
    }
}

impl From<StoredLog> for GroupLog {
    fn from(stored: StoredLog) -> Self {
        let week = |StoredWeek(from, active, counted, late, missing): StoredWeek| {
            (from, WeekFacts { active, counted, late, missing })
        };
        let member = |StoredMember(first, weeks): StoredMember| MemberLog {
            first,
            weeks: weeks.into_iter().map(week).collect(),
        };
        Self { members: stored.members.into_iter().map(member).collect() }
    }
}

/// What the weeks brought: as it is kept where nothing has changed, else as `make` makes it of what is read now.
pub(super) fn log(
    session: &Session<'_>,
    work: &Work<'_>,
    assigned: &BTreeMap<Date, Vec<ProblemId>>,
    zone: &TimeZone,
    make: impl FnOnce(&[MemberFacts<'_>]) -> GroupLog,
) -> Result<Answered<GroupLog>, AppError> {
    let workspace = &session.workspace;
    let store = if workspace.has_place() { session.store()? } else { None };
    let key = key(session, work, assigned, zone, store)?;
    let kept = store
        .filter(|_| work.failures.is_empty())
        .and_then(|store| serde_json::from_slice::<StoredLog>(&store.answer(ANSWER, &key).ok()??).ok());
    if let Some(kept) = kept.filter(|kept| kept.members.len() == work.group.members.len()) {
        return Ok(Answered {
            answer: kept.into(),
            notes: Vec::new(),
            failures: Vec::new(),
            hints: Vec::new(),
        });
    }
    let facts = work.facts(session)?;
    let log = make(&facts.of_members());
    // What is incomplete is looked at again, and what there is to know of is told again.
    if facts.failures.is_empty() && facts.notes.is_empty() && workspace.has_place() {
        let stored = serde_json::to_vec(&StoredLog::from(&log)).unwrap_or_default();
        // A store that can't be written to is no reason to have no answer.
        let _ = Store::open(&workspace.root).and_then(|mut store| store.keep_answer(ANSWER, &key, &stored));
    }
    Ok(Answered { answer: log, notes: facts.notes, failures: facts.failures, hints: Vec::new() })
}

/// Everything that a log depends on.
fn key(
    session: &Session<'_>,
    work: &Work<'_>,
    assigned: &BTreeMap<Date, Vec<ProblemId>>,
    zone: &TimeZone,
    store: Option<&Store>,
) -> Result<Vec<u8>, AppError> {
    let repos: Vec<_> = work
        .opened
        .iter()
        .map(|(repo, _)| {
            let tips: Vec<_> = repo.branch_tips().into_iter().map(|tip| tip.map(|tip| tip.0)).collect();
            (repo.spec().label.clone(), repo.fingerprint().to_bytes(), tips)
        })
        .collect();
    let (mut lists, mut synced) = (Vec::new(), Vec::new());
    if let Some(store) = store {
        for judge in Judge::all() {
            lists.push((store.problem_count(judge)?, store.contest_count(judge)?));
        }
        for (judge, handle) in work.group.members.iter().flat_map(|member| &member.handles) {
            let source = submissions_source(&session.workspace, *judge, handle);
            synced.push(source.map(|source| store.synced_at(&source)).transpose()?.flatten());
        }
    }
    let assigned: Vec<_> = assigned
        .iter()
        .map(|(from, problems)| (from, problems.iter().map(ProblemId::as_str).collect::<Vec<_>>()))
        .collect();
    let said = &session.workspace.config.said;
    let parts = (FORMAT, env!("CARGO_PKG_VERSION"), said, repos, lists, synced, assigned, zone_name(zone));
    Ok(serde_json::to_vec(&parts).unwrap_or_default())
}

/// The weeks that were kept, with those that have settled since and are kept now, where what was read is whole.
pub(super) fn weeks(
    session: &Session<'_>,
    known: &Known<'_>,
    is_whole: bool,
) -> Result<Vec<SettledWeek>, AppError> {
    let mut kept = session.store()?.map(Store::settled_weeks).transpose()?.unwrap_or_default();
    if !is_whole || !session.workspace.has_place() {
        return Ok(kept);
    }
    let mut new = newly_settled(&GroupMoment { kept: &kept, ..known.moment() });
    let fetched = fetched_until(session, known)?;
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
fn fetched_until(session: &Session<'_>, known: &Known<'_>) -> Result<Option<Timestamp>, AppError> {
    if !known.group.source.has_submissions() {
        return Ok(None);
    }
    let mut until: Option<Timestamp> = None;
    for (judge, handle) in known.group.members.iter().flat_map(|member| &member.handles) {
        let Some(source) = submissions_source(&session.workspace, *judge, handle) else { continue };
        let at = session.store()?.map(|store| store.synced_at(&source)).transpose()?.flatten();
        let at = at.unwrap_or(Timestamp::MIN);
        until = Some(until.map_or(at, |until| until.min(at)));
    }
    Ok(until)
}
