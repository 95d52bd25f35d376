//! What the weeks of members depend on, in few bytes.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::super::error::AppError;
use super::super::session::Session;
use super::facts::Work;
use super::handles::submissions_source;
use crate::model::{Group, GroupGoal, Judge, Member, Period, ProblemId, zone_name};
use crate::store::StoredSource;

/// Raised when a stamp has other parts or what is kept another form.
const FORMAT: u32 = 2;

/// A hash.
pub(super) type Stamp = [u8; 32];

/// What the weeks of each member depend on.
pub(super) struct Stamps {
    /// What they all depend on.
    shared: Stamp,
    /// What each does besides, in their order, and whether it reads commits.
    members: Vec<(Stamp, bool)>,
    /// How long the lists are that names are told by.
    lists: Stamp,
    /// All of that together.
    pub all: Stamp,
}

impl Stamps {
    pub fn new(
        session: &Session<'_>,
        work: &Work<'_>,
        (assigned, zone): (&BTreeMap<Date, Vec<ProblemId>>, &TimeZone),
        sources: &HashMap<String, StoredSource>,
    ) -> Result<Self, AppError> {
        let group = work.group;
        let rule = &group.week;
        let day = (rule.day.timezone.as_ref().map(zone_name), rule.day.starts_at.as_secs());
        let settles = rule.settles.map(|(day, time)| (day.to_monday_one_offset(), time.to_string()));
        let week = (day, rule.starts.to_monday_one_offset(), settles, zone_name(zone));
        let assigned: Vec<_> = assigned
            .iter()
            .map(|(from, problems)| (from, problems.iter().map(ProblemId::as_str).collect::<Vec<_>>()))
            .collect();
        let (bulk, only_new, source) =
            (session.workspace.config.streak.bulk, group.only_new, group.source.word());
        let version = (FORMAT, env!("CARGO_PKG_VERSION"));
        let shared = stamp(&(version, week, group.from, bulk, only_new, source, assigned));
        let mut lists = Vec::new();
        if let Some(store) = session.store()? {
            for judge in Judge::all() {
                lists.push((store.problem_count(judge)?, store.contest_count(judge)?));
            }
        }
        let repos = Repos::of(work);
        let member = |(place, member): (usize, &Member)| {
            let repos = repos.of_member(place);
            let submissions = member.handles.iter().map(|(judge, handle)| {
                let source = submissions_source(&session.workspace, *judge, handle)?;
                let source = sources.get(&source)?;
                // What an earlier version stored has no checksum.
                Some(source.content.clone().unwrap_or_else(|| source.at.to_string().into_bytes()))
            });
            let submissions: Vec<_> = submissions.collect();
            (stamp(&(said(group, member), &repos, submissions)), !repos.is_empty())
        };
        let members: Vec<_> = group.members.iter().enumerate().map(member).collect();
        let lists = stamp(&lists);
        let all = stamp(&(shared, lists, &members));
        Ok(Self { shared, members, lists, all })
    }

    /// The stamp of each member, in their order.
    pub fn of_members(&self, session: &Session<'_>) -> Result<Vec<Stamp>, AppError> {
        let duplicates = session.duplicates()?;
        let mut names: Vec<_> =
            duplicates.iter().map(|(one, other)| (one.as_str(), other.as_str())).collect();
        names.sort_unstable();
        let names = stamp(&names);
        let of_member = |(own, has_commits): &(Stamp, bool)| {
            let lists = has_commits.then_some(self.lists);
            stamp(&(self.shared, own, names, lists))
        };
        Ok(self.members.iter().map(of_member).collect())
    }
}

/// The repositories in which members work, each as a stamp.
struct Repos<'w>(Vec<(Stamp, &'w [(usize, crate::scan::Owner)])>);

impl<'w> Repos<'w> {
    fn of(work: &'w Work<'_>) -> Self {
        let repo = |(repo, owners): &'w (crate::scan::Opened, Vec<_>)| {
            let tips: Vec<_> = repo.branch_tips().into_iter().map(|tip| tip.map(|tip| tip.0)).collect();
            (stamp(&(&repo.spec().label, repo.fingerprint().to_bytes(), tips)), &owners[..])
        };
        Self(work.opened.iter().map(repo).collect())
    }

    fn of_member(&self, place: usize) -> Vec<Stamp> {
        let is_theirs = |owners: &[(usize, _)]| owners.iter().any(|(member, _)| *member == place);
        self.0.iter().filter(|(_, owners)| is_theirs(owners)).map(|(stamp, _)| *stamp).collect()
    }
}

/// What the configuration says of a member, as far as their weeks depend on it.
fn said(group: &Group, member: &Member) -> Stamp {
    let goal = match member.goal.unwrap_or(group.goal) {
        GroupGoal::Problems(number, per) => Some((number, per == Period::Day)),
        GroupGoal::Assigned => None,
    };
    let Member { authors, paths, branch, from, until, excused, handles, .. } = member;
    let handles: Vec<_> = handles.iter().map(|(judge, handle)| (judge.id(), handle.as_str())).collect();
    stamp(&(goal, authors, paths, branch, from, until, excused, handles))
}

fn stamp(parts: &impl Serialize) -> Stamp {
    Sha256::digest(postcard::to_stdvec(parts).unwrap_or_default()).into()
}
