//! Who judges, in which track, and under which name one takes part.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::Deserialize;

use super::JudgeSpec;
use crate::lang::{Lang, Later};

/// A judge whose ratings are followed: a small copyable key to its [`JudgeSpec`], which says all that differs from judge
/// to judge.
#[derive(Clone, Copy)]
pub struct Judge(&'static JudgeSpec);

impl Judge {
    /// The judge that `spec` describes.
    pub const fn new(spec: &'static JudgeSpec) -> Self {
        Self(spec)
    }

    /// All that is known of it.
    pub fn spec(self) -> &'static JudgeSpec {
        self.0
    }

    /// The word for it in configuration, arguments, JSON and file names.
    pub fn id(self) -> &'static str {
        self.0.known.id
    }

    /// The name as the judge itself writes it.
    pub fn name(self) -> &'static str {
        self.0.known.name.unwrap_or(self.0.known.id)
    }

    /// Whether it rates those who take part in its contests.
    pub fn is_rated(self) -> bool {
        !self.0.tracks.is_empty()
    }

    /// The tracks that have a rating of their own there; the first is the usual one.
    pub fn tracks(self) -> &'static [Track] {
        self.0.tracks
    }
}

impl PartialEq for Judge {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Judge {}

impl Hash for Judge {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::ptr::hash(self.0, state);
    }
}

/// The order in which judges are shown.
impl Ord for Judge {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.0.order, self.0.known.id).cmp(&(other.0.order, other.0.known.id))
    }
}

impl PartialOrd for Judge {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for Judge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.known.id)
    }
}

impl fmt::Display for Judge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A kind of contest with a rating of its own.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, schemars::JsonSchema, Default,
)]
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
pub struct InvalidHandle {
    judge: Judge,
}

impl fmt::Display for InvalidHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::English))
    }
}

impl InvalidHandle {
    /// What handles of the judge are like.
    pub fn told(&self, lang: Lang) -> String {
        let (judge, rule) = (self.judge, &self.judge.spec().handles);
        let (least, most) = (rule.shortest, rule.longest);
        let mut marks = String::new();
        rule.extra.chars().for_each(|mark| marks.push_str(&format!(", '{mark}'")));
        lang.say(
            || format!("{judge} handles have {least} to {most} characters, each {}", rule.letters),
            || {
                let letters = if rule.any_script { "문자" } else { "영문자" };
                format!("{judge} 핸들은 {least}~{most}자이며 {letters}, 숫자{marks}만 쓸 수 있습니다")
            },
            || {
                let letters = if rule.any_script { "文字" } else { "英字" };
                let marks = marks.replace(", ", "、");
                format!("{judge} のハンドルは{least}〜{most}文字で、使えるのは{letters}、数字{marks}だけです")
            },
        )
    }

    /// That `text` is no handle, and why.
    pub fn of(self, text: &str) -> Later {
        let text = text.to_owned();
        Later::new(move |lang| {
            let why = self.told(lang);
            lang.say(
                || format!("invalid handle {text:?}: {}", self.told(Lang::English)),
                || format!("잘못된 핸들입니다: {text:?} ({why})"),
                || format!("ハンドルが正しくありません: {text:?} ({why})"),
            )
        })
    }
}

impl Handle {
    /// Checks `text` by the rule of `judge`.
    pub fn new(judge: Judge, text: &str) -> Result<Self, InvalidHandle> {
        let rule = &judge.spec().handles;
        let is_letter = |c: char| c.is_ascii_alphanumeric() || rule.any_script && c.is_alphanumeric();
        let allowed = |c: char| is_letter(c) || rule.extra.contains(c);
        let only_dots = text.chars().all(|c| c == '.');
        let fits = (rule.shortest..=rule.longest).contains(&text.chars().count());
        if fits && text.chars().all(allowed) && !only_dots {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidHandle { judge })
        }
    }

    /// Checks what somebody gives for a handle: it, or the address of its page, as people paste it.
    pub fn of_text(judge: Judge, text: &str) -> Result<Self, InvalidHandle> {
        let text = text.trim();
        Self::new(judge, in_address(judge, text).unwrap_or(text))
    }

    /// Whether both are one user's: judges don't tell them by the case of letters.
    pub fn is(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }

    /// The handle as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The handle in the address of its page at `judge`, with or without `https://`.
fn in_address(judge: Judge, text: &str) -> Option<&str> {
    const MARK: &str = "handle";
    let bare = |address: &'_ str| {
        let host = address.split_once("://").map_or(0, |(scheme, _)| scheme.len() + 3);
        host + if address[host..].starts_with("www.") { 4 } else { 0 }
    };
    let page = (judge.spec().profile)(MARK);
    let before = page[bare(&page)..].strip_suffix(MARK)?;
    let text = &text[bare(text)..];
    let is_page = text.get(..before.len()).is_some_and(|start| start.eq_ignore_ascii_case(before));
    is_page.then(|| text[before.len()..].split(['/', '?', '#']).next().unwrap_or_default())
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
        (self.judge.spec().profile)(self.handle.as_str())
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

/// The same in a language: "AtCoder", "AtCoder 휴리스틱".
pub fn series_title_in(lang: Lang, judge: Judge, track: Track) -> String {
    match track {
        Track::Algorithm => judge.name().to_owned(),
        Track::Heuristic => {
            format!("{judge} {}", lang.word("heuristic", "휴리스틱", "ヒューリスティック"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_that_could_leave_a_path_or_a_query_are_refused() {
        for bad in ["", "..", "...", "a/b", "a b", "a&b", "a\u{202e}b", "x\u{1b}[0m", &"a".repeat(99)] {
            for judge in Judge::all() {
                assert!(Handle::new(judge, bad).is_err(), "{judge}: {bad:?}");
            }
        }
        assert!(Handle::of_text(Judge::ATCODER, "https://atcoder.jp/users/..").is_err());
        assert!(Handle::of_text(Judge::ATCODER, "https://codeforces.com/profile/ada").is_err());
        assert!(Handle::new(Judge::ATCODER, &"a".repeat(33)).is_err());
        assert!(Handle::new(Judge::ATCODER, "é_é").is_err());
        assert!(Handle::new(Judge::LIBRARY_CHECKER, "é_é").is_ok());
        assert!(Handle::new(Judge::ATCODER, "a-b").is_err());
        assert!(Handle::new(Judge::CODEFORCES, "Um_nik").is_ok());
        assert!(Handle::new(Judge::CODEFORCES, "A.K.E.E.").is_ok());
        assert!(Handle::new(Judge::ATCODER, "tourist").is_ok());
    }

    #[test]
    fn the_address_of_a_profile_is_its_handle() {
        for (judge, text) in [
            (Judge::CODEFORCES, "ada"),
            (Judge::CODEFORCES, " https://codeforces.com/profile/ada "),
            (Judge::CODEFORCES, "http://www.Codeforces.com/profile/ada/"),
            (Judge::CODEFORCES, "codeforces.com/profile/ada?locale=en"),
            (Judge::ATCODER, "https://atcoder.jp/users/ada?contestType=heuristic"),
            (Judge::ATCODER, "atcoder.jp/users/ada/history"),
        ] {
            assert_eq!(
                Handle::of_text(judge, text).map(|handle| handle.to_string()),
                Ok("ada".to_owned()),
                "{text}"
            );
        }
    }
}
