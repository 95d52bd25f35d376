//! What the members of a group solved, read from the repositories that they share, from their own, and from the store.

use std::path::PathBuf;

use jiff::civil::Date;

use super::super::error::AppError;
use super::super::practice::{self, SeenRepo, failure};
use super::super::session::Session;
use super::super::workspace::Workspace;
use crate::answers::AcceptedProblem;
use crate::answers::group::{MemberDay, MemberFacts, member_days};
use crate::model::{
    DuplicateProblems, Failure, Group, Member, NamedProblem, Note, RepoSpec, ScanWarning, SolutionChange,
};
use crate::scan::{self, Opened, Owner};

/// A repository in which members work.
pub struct GroupRepo {
    /// The repository, and whose commits count in it: all that belong to any of them.
    pub spec: RepoSpec,
    /// The members, by their places, and what in it is theirs.
    pub owners: Vec<(usize, Owner)>,
}

/// The repositories in which members of the configured group work, each once: those that all share, and their own.
pub fn repos(workspace: &Workspace) -> Vec<GroupRepo> {
    let Some(group) = &workspace.config.group else { return Vec::new() };
    let members = || group.members.iter().enumerate();
    let shares = |member: &Member| member.repo.is_none() && member.has_commits();
    let sharing: Vec<_> = members().filter(|(_, member)| shares(member)).collect();
    let mut all = Vec::new();
    if !sharing.is_empty() {
        all.extend(workspace.config.repos.iter().map(|spec| repo(spec, &sharing)));
    }
    let mut own: Vec<OwnRepo<'_>> = Vec::new();
    for (place, member) in members() {
        let Some(spec) = &member.repo else { continue };
        let real = spec.path.canonicalize().unwrap_or_else(|_| spec.path.clone());
        match own.iter_mut().find(|own| own.real == real) {
            Some(own) => own.members.push((place, member)),
            None => own.push(OwnRepo { real, spec, members: vec![(place, member)] }),
        }
    }
    all.extend(own.iter().map(|own| repo(own.spec, &own.members)));
    all
}

/// A repository that isn't among those that all share.
struct OwnRepo<'g> {
    real: PathBuf,
    spec: &'g RepoSpec,
    members: Vec<(usize, &'g Member)>,
}

fn repo(spec: &RepoSpec, members: &[(usize, &Member)]) -> GroupRepo {
    let mut branches: Vec<String> = Vec::new();
    let mut owners = Vec::new();
    for (place, member) in members {
        let branch = member.branch.as_ref().map(|name| {
            branches.iter().position(|known| known == name).unwrap_or_else(|| {
                branches.push(name.clone());
                branches.len() - 1
            })
        });
        let owner = Owner { authors: member.authors.clone(), paths: member.paths.clone(), branch };
        owners.push((*place, owner));
    }
    // Whose folder or branch it is wrote what is in it, whatever they are called.
    let is_anybody = owners.iter().any(|(_, owner)| owner.authors.is_empty());
    let authors = owners.iter().filter(|_| !is_anybody).flat_map(|(_, owner)| owner.authors.clone());
    let has_folders = owners.iter().any(|(_, owner)| !owner.paths.is_empty());
    let spec = RepoSpec {
        // What is stored of it for the group is something else than what is stored for the streak.
        label: format!("{} (group)", spec.label),
        paths: spec.paths.clone().or_else(|| has_folders.then(Vec::new)),
        authors: Some(authors.collect()),
        branches,
        ..spec.clone()
    };
    GroupRepo { spec, owners }
}

/// The repositories of a group, opened, and those that can't be.
pub(super) struct Work<'s> {
    pub group: &'s Group,
    pub opened: Vec<(Opened, Vec<(usize, Owner)>)>,
    pub failures: Vec<Failure>,
}

/// What the repositories have of members.
pub(super) struct Facts {
    /// Their solution changes, a list for each repository; none of members that weren't asked for.
    pub changes: Vec<Vec<Vec<SolutionChange>>>,
    pub notes: Vec<Note>,
    pub failures: Vec<Failure>,
}

impl<'s> Work<'s> {
    pub fn open(session: &Session<'_>, group: &'s Group) -> Self {
        let (mut opened, mut failures) = (Vec::new(), Vec::new());
        for GroupRepo { spec, owners } in repos(&session.workspace) {
            match scan::open(&spec) {
                Ok(repo) => opened.push((repo, owners)),
                Err(error) => failures.push(failure(error)),
            }
        }
        Self { group, opened, failures }
    }

    /// Reads the repositories of the members who are `wanted`, by their places.
    pub fn facts(&self, session: &Session<'_>, wanted: impl Fn(usize) -> bool) -> Result<Facts, AppError> {
        let store = if session.workspace.has_place() { session.store()? } else { None };
        let mut facts = Facts {
            changes: vec![vec![Vec::new(); self.opened.len()]; self.group.members.len()],
            notes: Vec::new(),
            failures: self.failures.clone(),
        };
        let duplicates = session.duplicates()?;
        for (place, (repo, owners)) in self.opened.iter().enumerate() {
            let owners: Vec<_> = owners.iter().filter(|(member, _)| wanted(*member)).collect();
            if owners.is_empty() {
                continue;
            }
            let read = match session.take_seen(repo) {
                Some(SeenRepo { changes, .. }) => Ok((changes, Vec::new())),
                None => practice::changes(repo, store, &practice::known(session)),
            };
            let read = read.and_then(|(changes, warnings)| {
                let only: Vec<Owner> = owners.iter().map(|(_, owner)| owner.clone()).collect();
                Ok((repo.divided(&only, &changes)?, warnings))
            });
            match read {
                Ok((parts, warnings)) => {
                    for ((member, _), mut part) in owners.iter().zip(parts) {
                        name_once(&mut part, duplicates);
                        facts.changes[*member][place] = part;
                    }
                    facts.notes.extend(
                        practice::notes(repo.spec(), &warnings)
                            .into_iter()
                            .filter(|note| !names_people(note)),
                    );
                }
                Err(error) => facts.failures.push(failure(error)),
            }
        }
        Ok(facts)
    }

    /// What the judges accepted of a member, where that counts.
    pub fn accepted(&self, session: &Session<'_>, member: &Member) -> Result<Vec<AcceptedProblem>, AppError> {
        let mut all = Vec::new();
        if !self.group.source.has_submissions() || member.handles.is_empty() {
            return Ok(all);
        }
        let Some(store) = session.store()? else { return Ok(all) };
        let zone = super::zone(session, self.group);
        let duplicates = session.duplicates()?;
        for (judge, handle) in &member.handles {
            let accepted = store.accepted(*judge, handle)?;
            all.extend(
                accepted.iter().map(|(problem, at)| AcceptedProblem::new(problem, *at, duplicates, &zone)),
            );
        }
        Ok(all)
    }

    /// What a member did on the days of a week, one by one.
    pub fn days_of(
        &self,
        session: &Session<'_>,
        member: usize,
        week: (Date, Date),
    ) -> Result<Vec<MemberDay>, AppError> {
        let facts = self.facts(session, |place| place == member)?;
        let accepted = self.accepted(session, &self.group.members[member])?;
        let bulk = session.workspace.config.streak.bulk;
        let of_member = MemberFacts { repos: &facts.changes[member], accepted: &accepted };
        Ok(member_days(self.group, &of_member, bulk, week))
    }
}

/// Gives each problem of several names its one.
fn name_once(changes: &mut [SolutionChange], duplicates: &DuplicateProblems) {
    for file in changes.iter_mut().flat_map(|change| &mut change.files).filter(|_| !duplicates.is_empty()) {
        if file.problems.iter().any(|named| duplicates.one(&named.problem) != &named.problem) {
            let named = file.problems.iter().map(|named| NamedProblem {
                problem: duplicates.one(&named.problem).clone(),
                ..named.clone()
            });
            file.problems = named.collect();
        }
    }
}

/// Whether a note tells who else wrote commits: nobody asked for them to be shown.
pub fn names_people(note: &Note) -> bool {
    matches!(note, Note::Scan { warning, .. } if warning_names_people(warning))
}

/// The same of what a scan passed over.
pub fn warning_names_people(warning: &ScanWarning) -> bool {
    matches!(warning, ScanWarning::NoneByAuthors { .. } | ScanWarning::SimilarAuthors { .. })
}
