//! What there is to know of what was read, in words: what it is about, what happened, and what to do.

use super::message::message;
use super::paint::Paint;
use super::words::{charts, errors, notes};
use crate::lang::Lang;
use crate::model::{Advice, Identity, Note, ScanWarning, clean};

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
            words(Some(repository(repo, lang)), scan_warning(warning, lang), scan_remedy(warning, lang))
        }
        Note::Renamed { repo, files } => words(
            Some(repository(repo, lang)),
            notes::renamed(lang, *files),
            Some(notes::renamed_remedy(lang)),
        ),
        Note::Unusable(failure) => {
            let (message, remedy) = failure.said(lang);
            words(None, message, remedy)
        }
        Note::SetAside { why, aside } => words(None, notes::set_aside(lang, why, aside), None),
        Note::Damaged { source, anew } => words(Some(source.title(lang)), notes::damaged(lang, *anew), None),
        Note::Unwritable { file, characters } => words(
            Some(file.clone()),
            charts::unwritable(lang, characters),
            Some(charts::unwritable_remedy(lang)),
        ),
    }
}

/// What people read of a repository by its label.
pub fn repository(label: &str, lang: Lang) -> String {
    notes::repository(lang, label)
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
        Some(remedy) => said.and(lang.full_stop()).then(remedy),
        None => said,
    }
}

/// What a scan passed over.
pub fn scan_warning(warning: &ScanWarning, lang: Lang) -> String {
    match warning {
        ScanWarning::NoCommits => notes::no_commits(lang),
        ScanWarning::Shallow { commits } => notes::shallow(lang, *commits),
        ScanWarning::Unreadable { commits, reason, .. } => notes::unreadable(lang, *commits, &clean(reason)),
        ScanWarning::NoneByAuthors { wanted, busiest } => {
            let busiest = busiest.iter().map(|(who, commits)| notes::commits_by(lang, *commits, &named(who)));
            notes::none_by_authors(lang, &clean(&wanted.join(", ")), &busiest.collect::<Vec<_>>().join(", "))
        }
        ScanWarning::SimilarAuthors { similar } => {
            let similar = similar.iter().map(|(who, commits)| notes::commits_by(lang, *commits, &named(who)));
            notes::similar_authors(lang, &similar.collect::<Vec<_>>().join(", "))
        }
        ScanWarning::BrokenReference { reason } => notes::broken_reference(lang, &clean(reason)),
        ScanWarning::UnreadableHead { reason } => notes::unreadable_head(lang, &clean(reason)),
        ScanWarning::UnreadHeaders { files, reason } => notes::unread_headers(lang, *files, &clean(reason)),
        ScanWarning::LinkedMailmap => notes::linked_mailmap(lang),
        ScanWarning::UnreadMailmap { name, reason } => {
            notes::unread_mailmap(lang, &clean(name), &clean(reason))
        }
        ScanWarning::NoSuchPath { path } => notes::no_such_path(lang, &clean(path)),
    }
}

/// What the user can do about what a scan passed over.
pub fn scan_remedy(warning: &ScanWarning, lang: Lang) -> Option<Advice> {
    Some(match warning {
        ScanWarning::NoCommits => return None,
        ScanWarning::Shallow { .. } => notes::run(lang, "git fetch --unshallow"),
        ScanWarning::Unreadable { partial: true, .. } => {
            notes::run(lang, "git fetch --refetch --filter=blob:none")
        }
        ScanWarning::Unreadable { partial: false, .. }
        | ScanWarning::BrokenReference { .. }
        | ScanWarning::UnreadableHead { .. }
        | ScanWarning::UnreadHeaders { .. } => notes::run(lang, "git fsck"),
        ScanWarning::LinkedMailmap => notes::linked_mailmap_remedy(lang),
        ScanWarning::UnreadMailmap { .. } => notes::unread_mailmap_remedy(lang),
        ScanWarning::NoneByAuthors { .. } => notes::none_by_authors_remedy(lang),
        ScanWarning::SimilarAuthors { .. } => notes::similar_authors_remedy(lang),
        ScanWarning::NoSuchPath { .. } => notes::no_such_path_remedy(lang),
    })
}

/// "Ada <ada@example.com>"
fn named(who: &Identity) -> String {
    format!("{} <{}>", clean(&who.name), clean(&who.email))
}
