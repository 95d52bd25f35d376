//! Who judges, in which track, and under which name one takes part.

use std::fmt;

use serde::Deserialize;

/// A site that runs rated contests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Judge {
    /// <https://codeforces.com>
    Codeforces,
    /// <https://atcoder.jp>
    AtCoder,
}

impl Judge {
    /// Every judge, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Codeforces, Self::AtCoder];

    /// The word for it in configuration, arguments, JSON and file names.
    pub fn id(self) -> &'static str {
        match self {
            Self::Codeforces => "codeforces",
            Self::AtCoder => "atcoder",
        }
    }

    /// The name as the judge itself writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Codeforces => "Codeforces",
            Self::AtCoder => "AtCoder",
        }
    }

    /// The tracks that have a rating of their own there; the first is the usual one.
    pub fn tracks(self) -> &'static [Track] {
        match self {
            Self::Codeforces => &[Track::Algorithm],
            Self::AtCoder => &[Track::Algorithm, Track::Heuristic],
        }
    }
}

impl fmt::Display for Judge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A kind of contest with a rating of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Track {
    /// Exact problems, solved within hours.
    #[default]
    Algorithm,
    /// Optimisation problems, scored by how good the answer is.
    Heuristic,
}

impl Track {
    /// The word for it in configuration, arguments, JSON and file names.
    pub fn id(self) -> &'static str {
        match self {
            Self::Algorithm => "algorithm",
            Self::Heuristic => "heuristic",
        }
    }
}

impl fmt::Display for Track {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// A user's name at a judge, checked against what that judge allows, so that it can stand in a URL or a file name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Handle(String);

/// Why a text can't be a handle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{judge} handles have {length} characters, each {letters}")]
pub struct InvalidHandle {
    judge: Judge,
    length: &'static str,
    letters: &'static str,
}

impl Handle {
    /// Checks `text` by the rules of `judge`: Codeforces 3 to 24 Latin letters, digits, `_`, `-` or `.` (as its
    /// interface says in its errors; old handles have dots), AtCoder 1 to 32 Latin letters, digits or `_`.
    pub fn new(judge: Judge, text: &str) -> Result<Self, InvalidHandle> {
        let (length, length_words, extra, letters) = match judge {
            Judge::Codeforces => (3..=24, "3 to 24", "_-.", "a Latin letter, a digit, '_', '-' or '.'"),
            Judge::AtCoder => (1..=32, "1 to 32", "_", "a Latin letter, a digit or '_'"),
        };
        let allowed = |c: char| c.is_ascii_alphanumeric() || extra.contains(c);
        let only_dots = text.chars().all(|c| c == '.');
        if length.contains(&text.len()) && text.chars().all(allowed) && !only_dots {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidHandle { judge, length: length_words, letters })
        }
    }

    /// The handle as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What names one rating series.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SeriesKey {
    /// The judge that rates.
    pub judge: Judge,
    /// The track within it.
    pub track: Track,
    /// Whose rating it is.
    pub handle: Handle,
}

impl SeriesKey {
    /// "Codeforces", "AtCoder", "AtCoder heuristic": the track is said only where it isn't the usual one.
    pub fn title(&self) -> String {
        series_title(self.judge, self.track)
    }

    /// The judge's page of the handle.
    pub fn profile(&self) -> String {
        match self.judge {
            Judge::Codeforces => format!("https://codeforces.com/profile/{}", self.handle),
            Judge::AtCoder => format!("https://atcoder.jp/users/{}", self.handle),
        }
    }

    /// A file name's stem, such as `atcoder-heuristic`.
    pub fn slug(&self) -> String {
        if self.judge.tracks().len() == 1 {
            self.judge.id().to_owned()
        } else {
            format!("{}-{}", self.judge.id(), self.track.id())
        }
    }
}

/// [`SeriesKey::title`] where there is no handle.
pub fn series_title(judge: Judge, track: Track) -> String {
    if track == Track::Algorithm { judge.name().to_owned() } else { format!("{judge} {track}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_that_could_leave_a_path_or_a_query_are_refused() {
        for bad in ["", "..", "...", "a/b", "a b", "a&b", "é-é", "x\u{1b}[0m", &"a".repeat(33)] {
            for judge in Judge::ALL {
                assert!(Handle::new(judge, bad).is_err(), "{judge}: {bad:?}");
            }
        }
        assert!(Handle::new(Judge::AtCoder, "a-b").is_err());
        assert!(Handle::new(Judge::Codeforces, "Um_nik").is_ok());
        assert!(Handle::new(Judge::Codeforces, "A.K.E.E.").is_ok());
        assert!(Handle::new(Judge::AtCoder, "tourist").is_ok());
    }
}
