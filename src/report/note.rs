//! What there is to know of what was read, in words: what it is about, what happened, and what to do.

use super::message::message;
use super::paint::Paint;
use super::words::{charts, errors};
use crate::lang::Lang;
use crate::model::{Advice, Identity, Note, ScanWarning, clean, count};

/// A note in words.
struct Words {
    /// What it is about; `None` where the message says that.
    about: Option<String>,
    message: String,
    remedy: Option<Advice>,
}

impl Words {
    /// Everything in one sentence.
    fn line(&self) -> String {
        match &self.about {
            Some(about) => format!("{about}: {}", self.message),
            None => self.message.clone(),
        }
    }
}

fn words(note: &Note, lang: Lang) -> Words {
    let words = |about, message, remedy| Words { about, message, remedy };
    match note {
        Note::Scan { repo, warning } => {
            words(Some(repository(repo)), scan_warning(warning), scan_remedy(warning))
        }
        Note::Renamed { repo, files } => {
            let (solutions, have) = if *files == 1 {
                ("solution", "has another name")
            } else {
                ("solutions", "have other names")
            };
            words(
                Some(repository(repo)),
                format!("{files} {solutions} {have} since this version of cpt"),
                Some(Advice::code("cpt solutions").and(" lists them all.")),
            )
        }
        Note::Unusable(failure) => {
            let (message, remedy) = failure.said(lang);
            words(None, message, remedy)
        }
        Note::SetAside { why, aside } => {
            words(None, format!("{why}; it is now {aside}, and everything is fetched anew"), None)
        }
        Note::Damaged { source, anew } => {
            let then = if *anew { "it is brought anew" } else { "it was deleted" };
            words(Some(source.clone()), format!("what was stored is damaged; {then}"), None)
        }
        Note::Unwritable { file, characters } => words(
            Some(file.clone()),
            charts::unwritable(lang, characters),
            Some(charts::unwritable_remedy(lang)),
        ),
    }
}

/// What people read of a repository by its label.
pub fn repository(label: &str) -> String {
    format!("repository {label}")
}

/// For standard error: what it is, and the remedy on a line of its own.
pub fn note(note: &Note, lang: Lang) -> String {
    let words = words(note, lang);
    message(&Paint::Warn.on(errors::warning(lang)), &words.line(), words.remedy.as_ref())
}

/// In a sentence, for programs.
pub(super) fn note_line(note: &Note) -> String {
    words(note, Lang::English).line()
}

/// In a paragraph: what it is, and what to do.
pub fn note_paragraph(note: &Note, lang: Lang) -> Advice {
    let words = words(note, lang);
    let said = Advice::words(words.line());
    match words.remedy {
        Some(remedy) => said.and(": ").then(remedy),
        None => said,
    }
}

/// What a scan passed over.
pub fn scan_warning(warning: &ScanWarning) -> String {
    match warning {
        ScanWarning::NoCommits => "no commits yet".to_owned(),
        ScanWarning::Shallow { commits } => {
            format!("a shallow clone: its oldest {} left out", counted(*commits))
        }
        ScanWarning::Unreadable { commits, reason, .. } => {
            let reason = clean(reason);
            if *commits == 1 {
                format!("a commit was left out, as its files can't be told: {reason}")
            } else {
                format!("{commits} commits were left out, as their files can't be told: {reason}")
            }
        }
        ScanWarning::NoneByAuthors { wanted, busiest } => {
            format!("no commit is by {}; there are {}", clean(&wanted.join(", ")), listed(busiest))
        }
        ScanWarning::SimilarAuthors { similar } => {
            format!("commits were left out whose author may be you: {}", listed(similar))
        }
        ScanWarning::BrokenReference { reason } => format!("a branch can't be read: {}", clean(reason)),
        ScanWarning::UnreadableHead { reason } => {
            format!("the newest commit's files can't be told: {}", clean(reason))
        }
        ScanWarning::UnreadHeaders { files, reason } => {
            let files = count(*files, "file");
            format!("the first lines of {files} can't be read, and may name problems: {}", clean(reason))
        }
        ScanWarning::LinkedMailmap => {
            ".mailmap is a symbolic link, and left out as git leaves it out".to_owned()
        }
        ScanWarning::UnreadMailmap { name, reason } => {
            format!("the mailmap {} can't be read: {}", clean(name), clean(reason))
        }
        ScanWarning::NoSuchPath { path } => format!("there is no {} in the newest commit", clean(path)),
    }
}

/// What the user can do about what a scan passed over.
pub fn scan_remedy(warning: &ScanWarning) -> Option<Advice> {
    match warning {
        ScanWarning::NoCommits => None,
        ScanWarning::Shallow { .. } => Some(Advice::code("git fetch --unshallow")),
        ScanWarning::Unreadable { partial: true, .. } => {
            Some(Advice::code("git fetch --refetch --filter=blob:none"))
        }
        ScanWarning::Unreadable { partial: false, .. }
        | ScanWarning::BrokenReference { .. }
        | ScanWarning::UnreadableHead { .. }
        | ScanWarning::UnreadHeaders { .. } => Some(Advice::code("git fsck")),
        ScanWarning::LinkedMailmap => Some("put a file in its place".into()),
        ScanWarning::UnreadMailmap { .. } => Some("mend or remove it".into()),
        ScanWarning::NoneByAuthors { .. } => Some(
            Advice::words("put your address under ")
                .and_code("authors")
                .and(" in ")
                .and_code("[[repos]]")
                .and(", or \"*\" for everyone"),
        ),
        ScanWarning::SimilarAuthors { .. } => Some(
            Advice::words("if it is you, add the address to ")
                .and_code("authors")
                .and(" in ")
                .and_code("[[repos]]")
                .and(", or a line to .mailmap"),
        ),
        ScanWarning::NoSuchPath { .. } => Some(
            Advice::words("check ")
                .and_code("paths")
                .and(" under ")
                .and_code("[[repos]]")
                .and(" in cpt.toml"),
        ),
    }
}

/// "12 by Ada <ada@example.com>, 3 by Bob <bob@example.com>"
fn listed(authors: &[(Identity, usize)]) -> String {
    let one = |(who, commits): &(Identity, usize)| {
        format!("{commits} by {} <{}>", clean(&who.name), clean(&who.email))
    };
    authors.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn counted(commits: usize) -> String {
    if commits == 1 { "commit was".to_owned() } else { format!("{commits} commits were") }
}
