//! Judges and olympiads that are known by name: folders and repositories are called after them. Few are fetched.

use jiff::civil::Date;

use super::{Address, Colour, Spelling};

/// How a judge names its problems, and so how they are told from what lies in its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemNames {
    /// By a number of at least so many digits.
    Number(usize),
    /// By one word.
    Word,
    /// By a contest and a task in it: all that lies below the judge's folder.
    Contest,
    /// Rules of their own say it; a folder's name alone doesn't.
    Own,
}

/// A step of the scale on which a judge says how hard its problems are: BOJ's `Gold IV`, `LeetCode`'s `Easy`.
#[derive(Debug, PartialEq, Eq)]
pub struct DifficultyLevel {
    /// The judge's own word for it.
    pub name: &'static str,
    /// The judge's own shade of it, as 0xRRGGBB.
    pub rgb: u32,
}

/// How hard a problem is, as its judge shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grade {
    /// The colour of its rating.
    Colour(Colour),
    /// A place in [`KnownJudge::levels`], the easiest 0.
    Level(u8),
}

/// A judge, the words that folders and people have for it, and how it names its problems. One of each exists, as a
/// `static`: two are the same where it is.
#[derive(Debug)]
pub struct KnownJudge {
    /// The word for it in identities and configuration.
    pub id: &'static str,
    /// The name as the judge itself writes it, where it is written anywhere.
    pub name: Option<&'static str>,
    /// In lower case, without spaces and the like.
    pub words: &'static [&'static str],
    /// What people also type for it, where that means something else in a path.
    pub typed: Option<&'static str>,
    /// How it names its problems.
    pub names: ProblemNames,
    /// Whether its names for problems are written alone: `abc300_a`, not `atcoder/abc300_a`.
    pub is_implied: bool,
    /// Its problems' addresses: the first one that a name has the shape of is the problem's page.
    pub addresses: &'static [Address],
    /// What else addresses of its problems look like.
    pub spellings: &'static [Spelling],
    /// Since when its pages are gone. Its names for problems stay what they are.
    pub closed: Option<Date>,
    /// The contest that a problem's name tells, and the problem's index in it.
    pub parts: fn(&str) -> Option<(String, String)>,
    /// The scale on which it says how hard a problem is, easiest first; none where it has ratings or says nothing. These
    /// levels are no ratings: they compare with nothing but each other.
    pub levels: &'static [DifficultyLevel],
}

impl PartialEq for KnownJudge {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for KnownJudge {}

impl KnownJudge {
    /// A judge of which only this is known.
    pub const fn new(id: &'static str, words: &'static [&'static str], names: ProblemNames) -> Self {
        Self {
            id,
            name: None,
            words,
            typed: None,
            names,
            is_implied: false,
            addresses: &[],
            spellings: &[],
            closed: None,
            parts: |_| None,
            levels: &[],
        }
    }

    /// The level at a place of [`Self::levels`].
    pub fn level(&self, place: u8) -> Option<&'static DifficultyLevel> {
        self.levels.get(usize::from(place))
    }

    /// The name as the judge itself writes it, else the word for it.
    pub fn title(&self) -> &'static str {
        self.name.unwrap_or(self.id)
    }

    /// The page of the problem that it calls `key`; `None` where nothing leads there.
    pub fn link(&self, key: &str) -> Option<String> {
        self.addresses.iter().find_map(|address| address.link(self, key))
    }
}
