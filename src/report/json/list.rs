//! Lists of problems, as scripts read them.

use std::path::Path;

use serde::Serialize;

use super::SCHEMA;
use super::next::progress_word;
use crate::answers::{ListCounts, ListOfMembers, ListProgress, ListedProblem, SectionProgress};
use crate::model::{Colour, ListSource};

/// `cpt list --json`.
#[derive(Serialize)]
pub struct ListsJson<'a> {
    schema: u32,
    lists: Vec<ListJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct ListJson<'a> {
    name: &'a str,
    title: Option<&'a str>,
    /// The file that lists the problems, relative to the workspace where it is in it.
    file: Option<String>,
    /// The judge whose contests they are of.
    judge: Option<&'static str>,
    #[serde(flatten)]
    counts: CountsJson,
    headings: Vec<HeadingJson<'a>>,
    /// Only of a list that was asked for by its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    problems: Option<Vec<ListedJson<'a>>>,
    /// Only where the group was asked for: the counts of each member.
    #[serde(skip_serializing_if = "Option::is_none")]
    members: Option<Vec<MemberJson<'a>>>,
}

#[derive(Serialize)]
struct MemberJson<'a> {
    name: &'a str,
    #[serde(flatten)]
    counts: CountsJson,
}

/// A problem that is listed twice counts once.
#[derive(Serialize)]
struct CountsJson {
    total: usize,
    /// Committed or accepted.
    solved: usize,
    committed: usize,
    /// Attempted and not accepted.
    tried: usize,
}

#[derive(Serialize)]
struct HeadingJson<'a> {
    /// `null` before the first heading.
    heading: Option<&'a str>,
    #[serde(flatten)]
    counts: CountsJson,
}

#[derive(Serialize)]
struct ListedJson<'a> {
    problem: &'a str,
    judge: &'static str,
    name: Option<&'a str>,
    heading: Option<&'a str>,
    url: Option<String>,
    difficulty: Option<i32>,
    colour: Option<&'static str>,
    /// The level, at judges that have their own.
    level: Option<&'static str>,
    progress: &'static str,
}

impl From<ListCounts> for CountsJson {
    fn from(counts: ListCounts) -> Self {
        Self {
            total: counts.total,
            solved: counts.solved(),
            committed: counts.committed,
            tried: counts.tried,
        }
    }
}

impl<'a> ListsJson<'a> {
    /// Lists of the workspace at `root`; with their problems where these were asked for.
    pub fn new(
        lists: impl IntoIterator<Item = &'a ListProgress<'a>>,
        with_problems: bool,
        root: &Path,
    ) -> Self {
        let lists = lists.into_iter().map(|list| ListJson::new(list, with_problems, root));
        Self { schema: SCHEMA, lists: lists.collect() }
    }

    /// Lists of the workspace at `root`, with the counts of each member of the group.
    pub fn with_members(lists: &'a [ListOfMembers<'a>], root: &Path) -> Self {
        let with_members = |ListOfMembers { own, members }: &'a ListOfMembers<'a>| {
            let members = members.iter().map(|(name, counts)| MemberJson { name, counts: (*counts).into() });
            ListJson { members: Some(members.collect()), ..ListJson::new(own, false, root) }
        };
        Self { schema: SCHEMA, lists: lists.iter().map(with_members).collect() }
    }
}

impl<'a> ListJson<'a> {
    /// A list of the workspace at `root`; with its problems where these were asked for.
    pub(super) fn new(list: &'a ListProgress<'a>, with_problems: bool, root: &Path) -> Self {
        let (file, judge) = match &list.source {
            ListSource::File(file) => (Some(file.strip_prefix(root).unwrap_or(file)), None),
            ListSource::Contests(judge) => (None, Some(judge.id())),
        };
        let problems = list.sections.iter().flat_map(|section| {
            section.problems.iter().map(|one| ListedJson::new(one, section.heading.as_deref()))
        });
        let heading = |section: &'a SectionProgress<'a>| HeadingJson {
            heading: section.heading.as_deref(),
            counts: section.counts().into(),
        };
        Self {
            name: &list.name,
            title: list.title.as_deref(),
            file: file.map(|file| file.display().to_string()),
            judge,
            counts: list.counts().into(),
            headings: list.sections.iter().map(heading).collect(),
            problems: with_problems.then(|| problems.collect()),
            members: None,
        }
    }
}

impl<'a> ListedJson<'a> {
    fn new(one: &'a ListedProblem<'a>, heading: Option<&'a str>) -> Self {
        let problem = &one.problem;
        Self {
            problem: problem.id.as_str(),
            judge: problem.id.judge(),
            name: problem.name(),
            heading,
            url: problem.link(),
            difficulty: problem.difficulty(),
            colour: problem.colour().map(Colour::name),
            level: problem.entry.and_then(|entry| Some(entry.problem.difficulty_level()?.name)),
            progress: progress_word(one.progress),
        }
    }
}
