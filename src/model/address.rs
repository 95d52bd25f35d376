//! Addresses of problems, each read both ways: from the judge's name for a problem to its page, and back.

use std::borrow::Cow;

use super::KnownJudge;

/// An address of a judge's problems, and the judge's name for the one that it shows: `Address("https://judge.example/{number}",
/// "{number}")`.
///
/// The same parts, in braces, stand in both in the same order ([`Part`]). An address that lacks a part of the name shows
/// the contest; the name can't be read from it. A `~` before the name marks an inner number of the judge's: it tells
/// problems apart, and is no name that people know.
#[derive(Debug, Clone, Copy)]
pub struct Address(pub &'static str, pub &'static str);

/// Another way in which addresses of problems are written, that is read and never printed.
#[derive(Debug, Clone, Copy)]
pub struct Spelling {
    /// A pattern, matched in any case and anywhere in a text, with the parts of the name in braces.
    pub pattern: &'static str,
    /// The judge's name for the problem, as in [`Address`].
    pub name: &'static str,
    /// A text, and the name that is read from it.
    pub example: (&'static str, &'static str),
}

/// What may stand in an address in the place of a problem's name, or of a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Digits; zeros before them are not written.
    Number,
    /// Latin letters, digits and `_`, with hyphens between.
    Word,
    /// The same in lower case.
    Slug,
    /// A code that begins with a capital and is too long for a word.
    Code,
    /// The letter of a task, in upper case, and a digit where a task has several parts; or the number of one.
    Index,
    /// The contest that the whole name tells. It stands in addresses alone.
    Contest,
}

/// A piece of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Itself.
    Text(&'t str),
    /// What differs from problem to problem.
    Part(Part),
}

impl Part {
    /// Every part, and how it is written in templates.
    const ALL: [(Self, &'static str); 6] = [
        (Self::Number, "{number}"),
        (Self::Word, "{word}"),
        (Self::Slug, "{slug}"),
        (Self::Code, "{code}"),
        (Self::Index, "{INDEX}"),
        (Self::Contest, "{contest}"),
    ];

    /// A group for it in a pattern, to be matched in any case.
    pub fn group(self) -> String {
        if self == Self::Contest { self.pattern().to_owned() } else { format!("({})", self.pattern()) }
    }

    /// Whether the judge's name for the problem has it.
    fn is_of_name(self) -> bool {
        self != Self::Contest
    }

    fn pattern(self) -> &'static str {
        match self {
            Self::Number => r"\d+",
            Self::Word | Self::Slug => r"\w+(?:-+\w+)*",
            Self::Code => r"(?-i:[A-Z][A-Za-z0-9_-]{5,})",
            Self::Index => r"(?:[a-z]\d{0,2}|\d{1,3})",
            Self::Contest => r"[a-z0-9_-]+",
        }
    }

    /// Whether `text` is one as the judge writes it.
    fn fits(self, text: &str) -> bool {
        self.has_shape(text) && self.written(text) == text
    }

    fn has_shape(self, text: &str) -> bool {
        let all = |may: fn(&u8) -> bool| !text.is_empty() && text.bytes().all(|byte| may(&byte));
        let is_word = || {
            all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte))
                && !text.starts_with('-')
                && !text.ends_with('-')
        };
        match self {
            Self::Number => all(u8::is_ascii_digit),
            Self::Word | Self::Slug => is_word(),
            Self::Code => {
                is_word() && text.len() > 5 && text.starts_with(|first: char| first.is_ascii_uppercase())
            }
            Self::Index => {
                let number = text.strip_prefix(|first: char| first.is_ascii_alphabetic());
                let (digits, most) = number.map_or((text, 3), |digits| (digits, 2));
                !text.is_empty() && digits.len() <= most && digits.bytes().all(|byte| byte.is_ascii_digit())
            }
            Self::Contest => false,
        }
    }

    /// What was read, as the judge writes it.
    fn written(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Number => {
                let number = text.trim_start_matches('0');
                Cow::Borrowed(if number.is_empty() { "0" } else { number })
            }
            Self::Slug => Cow::Owned(text.to_ascii_lowercase()),
            Self::Index => Cow::Owned(text.to_ascii_uppercase()),
            Self::Word | Self::Code | Self::Contest => Cow::Borrowed(text),
        }
    }
}

/// The pieces of a template, in its order.
pub fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        let part = |text: &str| Part::ALL.into_iter().find(|(_, word)| text.starts_with(word));
        if let Some((part, word)) = part(rest) {
            rest = &rest[word.len()..];
            return Some(Piece::Part(part));
        }
        let end = rest.match_indices('{').map(|(at, _)| at).find(|at| part(&rest[*at..]).is_some());
        let (text, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        (!text.is_empty()).then_some(Piece::Text(text))
    })
}

/// The judge's name for a problem whose parts were read, by the template of the name, and whether people know it by that.
/// `None` where a part wasn't read.
pub fn name_of<'p>(template: &str, parts: impl IntoIterator<Item = &'p str>) -> Option<(String, bool)> {
    let (mut name, mut parts) = (String::new(), parts.into_iter());
    for piece in pieces(template.trim_start_matches('~')) {
        match piece {
            Piece::Text(text) => name.push_str(text),
            Piece::Part(part) => name.push_str(&part.written(parts.next()?)),
        }
    }
    Some((name, !template.starts_with('~')))
}

impl Address {
    /// The template of the judge's name for the problem.
    pub fn name(&self) -> &'static str {
        self.1
    }

    /// The page of the problem that `judge` calls `key`; `None` where that hasn't the shape of these names.
    pub fn link(&self, judge: &KnownJudge, key: &str) -> Option<String> {
        let mut parts = self.parts_of(key)?;
        let mut link = String::with_capacity(self.0.len() + key.len());
        for piece in pieces(self.0) {
            match piece {
                Piece::Text(text) => link.push_str(text),
                Piece::Part(Part::Contest) => {
                    let (contest, _) = (judge.parts)(key).filter(|(contest, _)| !contest.is_empty())?;
                    link.push_str(&contest);
                }
                Piece::Part(part) => {
                    let at = parts.iter().position(|(known, _)| *known == part)?;
                    link.push_str(parts.remove(at).1);
                }
            }
        }
        Some(link)
    }

    fn parts_of<'k>(&self, key: &'k str) -> Option<Vec<(Part, &'k str)>> {
        let (mut shapes, mut given) = (self.1.trim_start_matches('~').split('/'), key.split('/'));
        let mut parts = Vec::new();
        loop {
            let (shape, given) = match (shapes.next(), given.next()) {
                (Some(shape), Some(given)) => (shape, given),
                (None, None) => return Some(parts),
                _ => return None,
            };
            match pieces(shape).next()? {
                Piece::Text(text) if text == given => {}
                Piece::Part(part) if part.fits(given) => parts.push((part, given)),
                Piece::Text(_) | Piece::Part(_) => return None,
            }
        }
    }

    /// The address as people write it, with or without what comes before its host; `None` where it lacks a part of the name.
    pub fn reading(&self) -> Option<&'static str> {
        let parts = |template| {
            pieces(template).filter(|piece| matches!(piece, Piece::Part(part) if part.is_of_name())).count()
        };
        let host = self.0.split_once("://").map_or(self.0, |(_, host)| host);
        (parts(self.0) == parts(self.1)).then(|| host.strip_prefix("www.").unwrap_or(host))
    }
}
