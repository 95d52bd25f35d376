//! A study group, begun: what is asked, who might be in it, and its part of `cpt.toml`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::super::env::Env;
use super::super::error::AppError;
use super::super::session::Session;
use super::super::target::rewrite;
use super::super::workspace::Workspace;
use super::{Site, template};
use crate::answers::group::{MemberMark, SharedWork, SuggestedMember, suggested_members};
use crate::config::{Config, GroupKey, NewGroup, NewMember, add_group};
use crate::lang::{Lang, Later};
use crate::model::{LONGEST_NAME, RepoSpec, clean};
use crate::naming;
use crate::report::init_words;
use crate::scan::{self, Owner};

/// A place for a new `[group]`: in the `cpt.toml` that there is, or in a first one.
pub struct GroupSite<'e> {
    env: &'e Env,
    place: Place<'e>,
    /// By what members of the repository can be told apart.
    mark: MemberMark,
    suggested: Vec<SuggestedMember>,
}

enum Place<'e> {
    /// A first `cpt.toml`, with what it says of everything else.
    New {
        site: Site<'e>,
        text: String,
    },
    Existing(Box<Session<'e>>),
}

/// What somebody wants of a new group.
pub struct GroupChoice<'a> {
    /// What was said; of what wasn't, the defaults hold.
    pub said: BTreeMap<GroupKey, String>,
    /// The suggested members who are in it; of whom nobody said, suggestions become comments.
    pub members: Option<Vec<&'a SuggestedMember>>,
}

/// What was written.
pub struct GroupMade {
    pub file: PathBuf,
    /// The names of those who were written, and whether as comments.
    pub members: Vec<String>,
    pub only_suggested: bool,
}

impl<'e> GroupSite<'e> {
    /// An error where there is a group already.
    pub fn open(env: &'e Env) -> Result<Self, AppError> {
        let (place, repos) = if Workspace::is_there(env) {
            let session = Session::open(env)?;
            if session.workspace.config.group.is_some() {
                let file = session.workspace.file.as_deref().unwrap_or(&session.workspace.root);
                return Err(AppError::usage(
                    format!("{} has a [group] already", env.shown(file)),
                    "Add members with `cpt group add NAME`, or edit the file.",
                ));
            }
            let repos = session.workspace.config.repos.clone();
            (Place::Existing(Box::new(session)), repos)
        } else {
            let site = Site::new(env, false)?;
            let text = template(env, BTreeMap::new(), site.lang())?.render();
            let config = Config::parse(&text, &site.file, &env.overrides)?;
            let repos = Workspace::new(env.cwd.clone(), None, config).config.repos;
            (Place::New { site, text }, repos)
        };
        let (mark, suggested) = suggested(&repos);
        Ok(Self { env, place, mark, suggested })
    }

    /// Who might be a member, and by what they are told apart.
    pub fn suggested(&self) -> (MemberMark, &[SuggestedMember]) {
        (self.mark, &self.suggested)
    }

    /// What holds where nothing is said; `None` where nothing is written then.
    pub fn default_of(&self, key: GroupKey) -> Option<String> {
        match key {
            GroupKey::Name => {
                let folder = self.env.cwd.file_name()?.to_string_lossy().into_owned();
                let unnamed = self.lang().word("Study group", "스터디", "勉強会");
                let is_name = !folder.trim().is_empty() && folder.chars().count() <= LONGEST_NAME;
                Some(if is_name && clean(&folder) == folder { folder } else { unnamed.into_owned() })
            }
            GroupKey::Timezone => {
                let zone = match &self.place {
                    Place::Existing(session) => session.workspace.config.streak.day.timezone.clone(),
                    Place::New { .. } => None,
                };
                let zone = zone.unwrap_or_else(|| self.env.now.time_zone().clone());
                zone.iana_name().map(str::to_owned)
            }
            GroupKey::WeekStarts => Some("monday".to_owned()),
            GroupKey::From => Some(self.env.now.date().to_string()),
            GroupKey::Goal => Some("5/week".to_owned()),
            GroupKey::Settles | GroupKey::Fine => None,
        }
    }

    /// The language of what is written, which is the one that is spoken.
    fn lang(&self) -> Lang {
        match &self.place {
            Place::Existing(session) => session.lang(),
            Place::New { site, .. } => site.lang(),
        }
    }

    /// Writes the group.
    pub fn write(&self, choice: GroupChoice<'_>) -> Result<GroupMade, AppError> {
        let GroupChoice { said, members } = choice;
        let only_suggested = members.is_none();
        let written = members.unwrap_or_else(|| self.suggested.iter().collect());
        let rows: Vec<NewMember<'_>> = written.iter().map(|member| self.row(member)).collect();
        let mut said = said;
        for key in GroupKey::ALL {
            if let (false, Some(default)) = (said.contains_key(&key), self.default_of(key)) {
                said.insert(key, default);
            }
        }
        let (members, suggested) = if only_suggested { (Vec::new(), rows) } else { (rows, Vec::new()) };
        let group = NewGroup { said, members, suggested };
        let wrong = |why: Later| {
            let message = Later::new(move |lang| init_words::cannot_write_group(lang, &why.said(lang)));
            AppError::usage(message, init_words::nothing_written())
        };
        let file = match &self.place {
            Place::New { site, text } => {
                let text = add_group(text, &group, self.lang()).map_err(wrong)?;
                Config::parse(&text, &site.file, &self.env.overrides)
                    .map_err(|error| wrong(Later::new(move |lang| error.told(lang))))?;
                site.write(&text)?;
                site.file.clone()
            }
            Place::Existing(session) => {
                rewrite(session, |text| {
                    add_group(text, &group, self.lang())
                        .map_err(|why| std::io::Error::other(why.said(self.lang())))
                })?;
                session.workspace.file.clone().unwrap_or_else(|| session.workspace.root.clone())
            }
        };
        let members = written.into_iter().map(|member| member.name.clone()).collect();
        Ok(GroupMade { file, members, only_suggested })
    }

    fn row<'m>(&self, member: &'m SuggestedMember) -> NewMember<'m> {
        let SuggestedMember { name, marks, .. } = member;
        let row = NewMember { name, ..NewMember::default() };
        match self.mark {
            MemberMark::Authors => NewMember { authors: marks, ..row },
            MemberMark::Folders => NewMember { paths: marks, ..row },
            MemberMark::Branches => NewMember { branch: marks.first().map(String::as_str), ..row },
        }
    }
}

/// Who might be a member, by what the repositories have. What can't be read suggests nobody.
fn suggested(repos: &[RepoSpec]) -> (MemberMark, Vec<SuggestedMember>) {
    let (mut changes, mut branches) = (Vec::new(), Vec::new());
    for spec in repos {
        let names = scan::unmerged_branches(spec).unwrap_or_default();
        let spec = RepoSpec { authors: Some(Vec::new()), branches: names, ..spec.clone() };
        let Ok(opened) = scan::open(&spec) else { continue };
        let Ok(found) = opened.scan() else { continue };
        let owner = |branch| Owner { branch: Some(branch), ..Owner::default() };
        let owners: Vec<Owner> = (0..spec.branches.len()).map(owner).collect();
        let parts = opened.divided(&owners, &found.changes).unwrap_or_default();
        branches.extend(spec.branches.into_iter().zip(parts.iter().map(Vec::len)));
        changes.extend(found.changes);
    }
    suggested_members(&SharedWork { changes: &changes, branches: &branches, is_subject: &naming::is_subject })
}
