//! What differs from judge to judge, a folder each: what it is, what it asks and how it answers, and its rating formula.

pub mod aoj;
pub mod atcoder;
pub mod codeforces;
pub mod dmoj;
mod imported;
mod kinds;
mod known;
pub mod leetcode;
mod levels;
pub mod library_checker;
mod rating;
mod recognised;
mod simulation;
mod source;
pub mod yukicoder;

use std::sync::{LazyLock, OnceLock};

use serde::de::{Deserialize, Deserializer, Error as _};

use crate::model::{ContestSet, Judge, JudgeSpec, RatingSeries, SeriesKey, Site, Track};
pub use kinds::KindShares;
pub use known::{known_judge, known_judge_in, known_judges, known_judges_in, typed_judge};
pub use rating::{FormulaState, PerformanceEstimate, Rating};
pub use simulation::{
    Calibration, ForecastParameters, Forecasting, Participation, Performed, SimulatedContest,
    SimulatedRating, Simulation, SkillModel, StandingEffects,
};
pub use source::{
    Fetch, FetchArchive, FetchList, FetchMet, FetchProfiles, FetchRatings, FetchSubmissions, Fetching, List,
    Profile, Profiled, SiteEntry, Source,
};

/// A row of the registry: all that is known of a judge, and what it does.
#[derive(Clone, Copy)]
pub struct Entry {
    /// What it is.
    pub spec: &'static JudgeSpec,
    /// The rating formula of each track, in the order of the tracks; none where the judge doesn't rate.
    pub ratings: &'static [&'static dyn Rating],
    /// The sites that are asked.
    pub sites: &'static [SiteEntry],
    /// What is fetched, in the order in which it is told. Those of one site are asked for in this order.
    pub sources: &'static [Source],
    /// Its contests that people work through as lists.
    pub sets: &'static [ContestSet],
}

/// The judges that come with the program, in the order in which they are shown.
const BUILT_IN: &[&Entry] = &[
    // The two that nearly everybody has a handle at.
    &codeforces::ENTRY,
    &atcoder::ENTRY,
    // The others.
    &dmoj::ENTRY,
    &leetcode::ENTRY,
    &yukicoder::ENTRY,
    &library_checker::ENTRY,
    &aoj::ENTRY,
];

static REGISTRY: OnceLock<Vec<&'static Entry>> = OnceLock::new();

/// Every row. It is settled when it is first asked for.
fn registry() -> &'static [&'static Entry] {
    REGISTRY.get_or_init(|| BUILT_IN.to_vec())
}

/// Adds a judge that doesn't come with the program. It is too late when one was asked for already.
pub fn register(entry: &'static Entry) -> Result<(), TooLate> {
    REGISTRY.set(BUILT_IN.iter().copied().chain([entry]).collect()).map_err(|_| TooLate)
}

fn entry(judge: Judge) -> &'static Entry {
    let asked = registry().iter().find(|entry| std::ptr::eq(entry.spec, judge.spec()));
    asked.unwrap_or(&&imported::ENTRY)
}

/// The sites of a judge.
pub fn sites_of(judge: Judge) -> &'static [SiteEntry] {
    entry(judge).sites
}

/// The sites of all judges.
pub fn sites() -> impl Iterator<Item = &'static Site> {
    registry().iter().flat_map(|entry| entry.sites).map(|entry| entry.site)
}

/// The words for the sites of all judges.
pub fn site_ids() -> &'static [&'static str] {
    static IDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| sites().map(|site| site.id).collect());
    &IDS
}

/// What is fetched of a judge, in the order in which it is told.
pub fn sources(judge: Judge) -> &'static [Source] {
    entry(judge).sources
}

/// The contests that people work through as lists, each with its judge.
pub fn contest_sets() -> impl Iterator<Item = (Judge, &'static ContestSet)> {
    Judge::all().flat_map(|judge| entry(judge).sets.iter().map(move |set| (judge, set)))
}

/// The source that scripts call so, and its judge.
pub fn source_named(id: &str) -> Option<(Judge, &'static Source)> {
    let (judge, name) = id.split_once('.')?;
    let judge = Judge::all().find(|known| known.id() == judge)?;
    sources(judge).iter().find(|source| source.name == name).map(|source| (judge, source))
}

/// The site that tells what was handed in at a judge, where that isn't the judge's own but somebody's archive.
pub fn archive_of(judge: Judge) -> Option<&'static Site> {
    let submissions = |source: &&Source| matches!(source.fetch, Fetch::Submissions(_));
    let site = sources(judge).iter().find(submissions)?.site;
    (site.id != judge.id()).then_some(site)
}

/// The source that a series comes from, as scripts know it: `atcoder.algorithm`.
pub fn ratings_source(series: &SeriesKey) -> String {
    let SeriesKey { judge, track, .. } = *series;
    let is_it = |source: &&Source| matches!(source.fetch, Fetch::Ratings(of, _) if of == track);
    let source = sources(judge).iter().find(is_it);
    source.map_or_else(|| format!("{}.{track}", judge.id()), |source| source.id(judge))
}

/// The rating formula of a track of a judge that rates. A track that the judge hasn't is rated as its usual one.
pub fn rating(judge: Judge, track: Track) -> &'static dyn Rating {
    let place = judge.tracks().iter().position(|known| *known == track).unwrap_or(0);
    entry(judge).ratings[place]
}

impl ForecastParameters {
    /// Those that `cpt` uses for a judge's track; `None` where there are none.
    pub fn shipped(judge: Judge, track: Track) -> Option<Self> {
        rating(judge, track).forecast().map(|rules| *rules.parameters())
    }
}

/// The performance in each rated contest of a series, oldest first, as its changes tell it.
pub fn performance_estimates(series: &RatingSeries) -> Vec<Option<PerformanceEstimate>> {
    rating(series.key.judge, series.key.track).estimates(series)
}

/// That judges were asked for before one was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a judge is registered before anything else is done")]
pub struct TooLate;

impl Judge {
    /// Every judge, in the order in which they are shown.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone {
        registry().iter().map(|entry| Self::new(entry.spec))
    }

    /// The judge with this word for it, in any case.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::all().find(|judge| judge.id().eq_ignore_ascii_case(id))
    }

    /// The judge that people mean by `word`: "codeforces", "cf".
    pub fn by_word(word: &str) -> Option<Self> {
        let known = typed_judge(word)?;
        Self::all().find(|judge| std::ptr::eq(judge.spec().known, known))
    }

    /// Those that rate.
    pub fn rated() -> impl DoubleEndedIterator<Item = Self> + Clone {
        Self::all().filter(|judge| judge.is_rated())
    }

    /// The words for all of them.
    pub fn ids() -> &'static [&'static str] {
        static IDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| Judge::all().map(Judge::id).collect());
        &IDS
    }
}

impl<'de> Deserialize<'de> for Judge {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        let found = Self::all().find(|judge| judge.id() == id);
        found.ok_or_else(|| D::Error::unknown_variant(&id, Self::ids()))
    }
}
