//! The mailmaps that git would read.
//!
//! Source: gitmailmap(5).

use std::path::Path;

use git2::{Config, Oid, Repository};

use super::head::{find_in, tree_of};
use super::location::is_absent;
use super::object::{EntryKind, oid_of_hex};
use super::objects::{Objects, Reader, Unreadable};
use super::open::setting;
use super::refs::Refs;
use crate::files::{Links, read_bounded};
use crate::model::ScanWarning;

/// The most bytes of a mailmap; those of the largest projects have a hundredth of it.
const MOST: u64 = 16 << 20;

/// The name of the mailmap among the files.
const NAME: &str = ".mailmap";

/// The texts in git's order, and what is wrong with those that can't be read.
#[derive(Default)]
pub(super) struct MailmapFiles {
    pub texts: Vec<Vec<u8>>,
    pub warnings: Vec<ScanWarning>,
    /// What they were read from, where one of them is an object.
    pub objects: Option<Objects>,
}

impl MailmapFiles {
    /// Reads `.mailmap` among the files (in `HEAD` where the repository is bare), then those that the configuration
    /// names.
    pub fn read(repo: &Repository, refs: &Refs, config: Option<&Config>) -> Self {
        let mut read = Self::default();
        let mut blob = config.and_then(|config| setting(config, "mailmap.blob"));
        match repo.workdir() {
            Some(files) => read.add_file(&files.join(NAME), Links::Refuse),
            None => blob = blob.or_else(|| Some(format!("HEAD:{NAME}"))),
        }
        if let Some(name) = blob {
            let objects = Objects::new(repo, refs.replaced.clone().into_iter().collect(), &[]);
            let text = objects.and_then(|objects| {
                read.objects.insert(objects).with(0, |reader| {
                    let Some(blob) = blob_named(repo, reader, refs.head, &name)? else { return Ok(None) };
                    reader.blob(blob, MOST).map(|blob| Some(blob.data().to_vec()))
                })?
            });
            match text {
                Ok(text) => read.texts.extend(text),
                // A partial clone may lack it; that it lacks more is said elsewhere.
                Err(why) if why.missing => {}
                Err(why) => read.warn(&name, &why.reason),
            }
        }
        if let Some(file) = config.and_then(|config| config.get_path("mailmap.file").ok()) {
            read.add_file(&file, Links::Follow);
        }
        read
    }

    fn add_file(&mut self, path: &Path, links: Links) {
        match read_bounded(path, MOST, links) {
            Ok(text) => self.texts.push(text),
            Err(error) if is_absent(&error) => {}
            // git says so, too, and goes on without it.
            Err(_) if links == Links::Refuse && path.is_symlink() => {
                self.warnings.push(ScanWarning::LinkedMailmap);
            }
            Err(error) => self.warn(&path.display().to_string(), &error.to_string()),
        }
    }

    fn warn(&mut self, name: &str, reason: &str) {
        self.warnings.push(ScanWarning::UnreadMailmap { name: name.to_owned(), reason: reason.to_owned() });
    }
}

/// The file that `name` means: an object's id, or a reference or an id, a colon and a path. Nothing where there is none,
/// as git takes it.
fn blob_named(
    repo: &Repository,
    reader: &Reader<'_>,
    head: Option<Oid>,
    name: &str,
) -> Result<Option<Oid>, Unreadable> {
    let (base, path) = name.split_once(':').map_or((name, None), |(base, path)| (base, Some(path)));
    let id = match base {
        "HEAD" => head,
        _ => oid_of_hex(base.as_bytes()).or_else(|| Refs::named(repo, base)),
    };
    match (id, path) {
        (Some(commit), Some(path)) => {
            let found = find_in(reader, tree_of(reader, commit)?, path.as_bytes())?;
            Ok(found.filter(|(kind, _)| *kind != EntryKind::Tree).map(|(_, id)| id))
        }
        (id, None) => Ok(id),
        (None, _) => Ok(None),
    }
}
