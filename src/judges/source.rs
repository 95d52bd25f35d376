//! What is fetched of a judge, and how.

use std::pin::Pin;

use jiff::Timestamp;

use crate::fetch::{Answer, Client, FetchError, KnownSubmissions};
use crate::model::{
    ArchiveState, Contest, ContestProblem, Difficulty, Handle, Judge, JudgeData, Listed, Problem,
    RatingChange, Site, SourceName, Track, Validator,
};

/// A site of a judge, and how to see whether it can be used.
#[derive(Clone, Copy)]
pub struct SiteEntry {
    /// The site.
    pub site: &'static Site,
    /// Asks it for as little as shows that it answers, and where it can tell, that it knows a user.
    pub check: for<'a> fn(&'a Client, &'a Handle) -> Fetching<'a, ()>,
    /// Asks it about many users at once, where it can be: who has nothing new needn't be asked for one by one.
    pub profiles: Option<FetchProfiles>,
    /// Asks it how far it got, where it is an archive that tells that.
    pub archive: Option<FetchArchive>,
}

/// What a judge tells of several users at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    /// The rating; `None` before the first rated contest.
    pub rating: Option<i32>,
    /// The highest rating.
    pub highest: Option<i32>,
    /// When they were last there.
    pub last_seen: Timestamp,
}

/// What came of asking about a user among several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profiled {
    /// What the judge tells.
    Known(Profile),
    /// The judge knows nobody of that name.
    Unknown,
    /// It told nothing of them: they are to be asked for one by one.
    #[default]
    Untold,
}

/// Fetches what a judge tells of several users, in their order.
pub type FetchProfiles = for<'a> fn(&'a Client, &'a [&'a Handle]) -> Fetching<'a, Vec<Profiled>>;

/// Something that is fetched of a judge as a whole, and kept or left as it was as a whole.
#[derive(Clone, Copy)]
pub struct Source {
    /// The word for it after the judge's, as scripts know it: `models` in `atcoder.models`.
    pub name: &'static str,
    /// What it brings, as people call it.
    pub data: JudgeData,
    /// The site that has it.
    pub site: &'static Site,
    /// What it brings, and how it is asked for.
    pub fetch: Fetch,
}

impl Source {
    /// What scripts call it at `judge`: `atcoder.models`.
    pub fn id(&self, judge: Judge) -> String {
        format!("{}.{}", judge.id(), self.name)
    }

    /// What people call it at `judge`.
    pub fn title(&self, judge: Judge) -> SourceName {
        SourceName::at(judge, self.data)
    }
}

/// What a source brings, and how it is asked for.
#[derive(Clone, Copy)]
pub enum Fetch {
    /// The rating history of a user.
    Ratings(Track, FetchRatings),
    /// What a user handed in.
    Submissions(FetchSubmissions),
    /// The judge's problems, each in the contest that it belongs to.
    Problems(FetchList<Problem>),
    /// Those of the judge's problems that were met: it is asked for each that isn't known yet.
    MetProblems(FetchMet),
    /// The judge's problems, and in which contests they are shown.
    PlacedProblems(FetchList<Problem>, FetchList<ContestProblem>),
    /// How hard the problems are, where that is said apart.
    Difficulties(FetchList<Difficulty>),
    /// The judge's contests.
    Contests(FetchList<Contest>),
    /// Contests that the judge announces apart from its list, in several resources, each with a name.
    Announced(&'static [(&'static str, FetchList<Contest>)]),
}

/// Lists that answers rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// What a user handed in.
    Submissions,
    /// The judge's problems.
    Problems,
    /// The judge's contests.
    Contests,
    /// The contests that the judge announces apart from that list.
    Announced,
}

impl Fetch {
    /// What people call what it brings.
    pub const fn data(&self) -> JudgeData {
        match self {
            Self::Ratings(track, _) => JudgeData::Ratings(*track),
            Self::Submissions(_) => JudgeData::Submissions,
            Self::Problems(_) | Self::MetProblems(_) | Self::PlacedProblems(..) => JudgeData::Problems,
            Self::Difficulties(_) => JudgeData::Difficulties,
            Self::Contests(_) => JudgeData::Contests,
            Self::Announced(_) => JudgeData::Calendar(None),
        }
    }

    /// Whether it is about a user.
    pub fn is_of_user(&self) -> bool {
        matches!(self, Self::Ratings(..) | Self::Submissions(_) | Self::MetProblems(_))
    }

    /// The list that it brings; `None` for what is none, or adds to one.
    pub fn list(&self) -> Option<List> {
        match self {
            Self::Submissions(_) => Some(List::Submissions),
            Self::Problems(_) | Self::MetProblems(_) | Self::PlacedProblems(..) => Some(List::Problems),
            Self::Contests(_) => Some(List::Contests),
            Self::Announced(_) => Some(List::Announced),
            Self::Ratings(..) | Self::Difficulties(_) => None,
        }
    }
}

/// A request under way.
pub type Fetching<'a, T> = Pin<Box<dyn Future<Output = Result<T, FetchError>> + 'a>>;

/// Fetches a user's rating history, oldest first, unless it is the one that bore the stamp.
pub type FetchRatings =
    for<'a> fn(&'a Client, &'a Handle, Option<&'a Validator>) -> Fetching<'a, Answer<Vec<RatingChange>>>;

/// Fetches a user's submissions: all of them where nothing is said to be known. The last argument is told after each page
/// how many came so far.
pub type FetchSubmissions = for<'a> fn(
    &'a Client,
    &'a Handle,
    Option<&'a dyn KnownSubmissions>,
    Option<&'a Validator>,
    &'a dyn Fn(usize),
) -> Fetching<'a, Answer<Listed>>;

/// Fetches what a judge says of problems, by its own names for them.
pub type FetchMet = for<'a> fn(&'a Client, &'a [String]) -> Fetching<'a, Answer<Vec<Problem>>>;

/// Fetches how far an archive got, as far as it tells that.
pub type FetchArchive =
    for<'a> fn(&'a Client, &'a Handle) -> Pin<Box<dyn Future<Output = ArchiveState> + 'a>>;

/// Fetches a list that is about nobody, unless it is the one that bore the stamp.
pub type FetchList<T> = for<'a> fn(&'a Client, Option<&'a Validator>) -> Fetching<'a, Answer<Vec<T>>>;
