//! What a judge is, as data: everything in which judges differ but how they are asked and how they rate.

use super::{
    Contest, ContestProblem, DuplicateProblems, KnownJudge, Outcome, Problem, ProblemId, RatedFor,
    Submission, Tier, Track,
};

/// A judge's description. One of each exists, as a `static`: two judges are the same where it is.
pub struct JudgeSpec {
    /// What it is called, and how it names its problems.
    pub known: &'static KnownJudge,
    /// Judges are shown by this number, lowest first.
    pub order: u8,
    /// Whether nearly everybody has a handle there, so that `cpt init` asks for it.
    pub is_main: bool,
    /// The tracks that have a rating of their own there; the first is the usual one. None where the judge doesn't rate.
    pub tracks: &'static [Track],
    /// The ladder of colours and titles, lowest first. The same for each track; none where there is none.
    pub tiers: &'static [Tier],
    /// A word for what beginners aim at first; empty where the judge doesn't rate.
    pub first_goal: &'static str,
    /// How its list of problems says how hard they are.
    pub difficulty: DifficultyScale,
    /// What a user can be called there.
    pub handles: HandleRule,
    /// The page of the user with a handle.
    pub profile: fn(&str) -> String,
    /// What came of a submission, by the judge's word for it.
    pub outcome: fn(&str) -> Outcome,
    /// Whether its list of submissions has those, too, that it didn't accept; else nobody knows how often a problem was
    /// tried.
    pub tells_rejections: bool,
    /// The judge's word for a submission that is no program of its language.
    pub compile_error: &'static str,
    /// What its ratings are worth elsewhere; `None` where nobody has compared them.
    pub scale: Option<CommonScale>,
    /// Whether its list of problems names their topics.
    pub names_topics: bool,
    /// Its problems and contests.
    pub problems: ProblemRules,
}

/// What a user can be called: so many letters, digits and characters of `extra`, so that a handle can stand in a URL or a
/// file name.
#[derive(Debug)]
pub struct HandleRule {
    /// The fewest characters.
    pub shortest: usize,
    /// The most characters.
    pub longest: usize,
    /// Whether the letters and digits of every script are allowed, else Latin ones alone.
    pub any_script: bool,
    /// What is allowed besides letters and digits.
    pub extra: &'static str,
    /// All that is allowed, in words: "a Latin letter, a digit or '_'".
    pub letters: &'static str,
    /// What to do where the judge knows no such user, besides looking at the spelling; empty where there is nothing.
    pub advice: &'static str,
}

impl HandleRule {
    /// "3 to 24".
    pub fn length_words(&self) -> String {
        format!("{} to {}", self.shortest, self.longest)
    }
}

/// The scale on which a judge's list says how hard its problems are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DifficultyScale {
    /// That of its ratings: a rating solves a problem of the same number in half of all cases.
    Ratings,
    /// Its own, [`KnownJudge::levels`], which compares with nothing else.
    Levels,
    /// It says nothing of the kind.
    Unknown,
}

/// How a judge's ratings translate to a scale that judges share, roughly: that of Codeforces' ratings.
pub struct CommonScale {
    /// From the judge's rating.
    pub to: fn(f64) -> f64,
    /// To the judge's rating.
    pub from: fn(f64) -> f64,
}

/// Contests that are held together: the one that the judge lists without the problems that they share, and the one with
/// them, by the judge's own names.
pub type HeldTogether = Vec<(String, String)>;

/// How a judge names, places and shows its problems and contests.
pub struct ProblemRules {
    /// The page that lists the contests.
    pub contests_page: &'static str,
    /// The page of a contest by the judge's own name for it.
    pub contest_link: fn(&str) -> String,
    /// The page of a listed problem in the contest that the list names; `None` where the problem's identity leads there.
    pub listed_link: fn(&Problem) -> Option<String>,
    /// Whether one problem is shown in several contests, so that the list of places says what a contest has.
    pub has_places: bool,
    /// The contest that a problem was made for, of all that show it; the second argument is the one that the list names.
    pub home_contest: for<'a> fn(&ProblemId, &'a str, &[&'a str]) -> &'a str,
    /// Problems that have several names, among those that are listed, were handed in, and are shown in contests.
    pub duplicates: fn(&[Problem], &[Submission], &[ContestProblem]) -> DuplicateProblems,
    /// The contests that are held together.
    pub held_together: fn(&[&Contest]) -> HeldTogether,
    /// The kind of a contest by the judge's own name for it and its title: "ABC", "Div. 2".
    pub kind: fn(&str, &str) -> Option<&'static str>,
    /// Whose rating a contest changes; `None` where nothing tells. The other contests that the judge lists say what this
    /// one doesn't.
    pub rated_for: fn(&Contest, &[&Contest]) -> Option<RatedFor>,
    /// Whether the problems of a contest are scored by how good the answer is, so that they are never solved.
    pub is_scored: fn(&str) -> bool,
    /// Where a solution lies below the judge's folder where there is nothing to learn from: `{contest}/{index}`.
    pub layout: &'static str,
}
