//! Builds git repositories commit by commit, with whatever names, dates and shapes are asked for.
//!
//! The user's own git configuration has no say, so the same calls always give the same ids.

mod tree;

use std::path::{Path, PathBuf};

use git2::build::CheckoutBuilder;
use git2::{Error, ObjectType, Oid, Repository, RepositoryInitOptions};

use crate::model::{AuthorDate, CommitId};
use crate::scan::commit_id;

use tree::{EXECUTABLE, FILE, LINK, Node, SUBMODULE, Tree};

/// A repository under construction.
///
/// ```
/// use cpt_tracker::model::AuthorDate;
/// use cpt_tracker::sample::repo::RepoBuilder;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let dir = tempfile::tempdir()?;
/// let repo = RepoBuilder::init(dir.path(), "Ada", "ada@example.com")?;
/// let noon = AuthorDate { seconds: 1_700_000_000, offset_minutes: 540 };
/// repo.commit(noon).write("codeforces/4/A.rs", "fn main() {}").message("Solve 4A").finish()?;
/// repo.commit(noon).rename("codeforces/4/A.rs", "solutions/codeforces/4/A.rs").finish()?;
/// repo.checkout()?;
/// assert!(dir.path().join("solutions/codeforces/4/A.rs").is_file());
/// # Ok(())
/// # }
/// ```
pub struct RepoBuilder {
    repo: Repository,
    me: Vec<u8>,
}

impl RepoBuilder {
    /// Makes an empty repository in `dir` with the branch `main`, whose commits are by `name` and `email` unless they
    /// say otherwise. Both are also that repository's `user.name` and `user.email`.
    pub fn init(dir: &Path, name: &str, email: &str) -> Result<Self, Error> {
        Self::make(dir, name, email, false)
    }

    /// The same, without files of its own.
    pub fn init_bare(dir: &Path, name: &str, email: &str) -> Result<Self, Error> {
        Self::make(dir, name, email, true)
    }

    fn make(dir: &Path, name: &str, email: &str, bare: bool) -> Result<Self, Error> {
        let mut options = RepositoryInitOptions::new();
        options.bare(bare).initial_head("main").external_template(false).mkpath(true);
        let repo = Repository::init_opts(dir, &options)?;
        let builder = Self { repo, me: ident(name, email) };
        builder.configure("user.name", name)?;
        builder.configure("user.email", email)?;
        // What a user's configuration would otherwise do to the files on their way out.
        builder.configure("core.autocrlf", "false")?;
        Ok(builder)
    }

    /// Where the files are; for a bare repository, the repository itself.
    pub fn path(&self) -> PathBuf {
        self.repo.workdir().unwrap_or_else(|| self.repo.path()).to_owned()
    }

    /// Sets a value in the repository's own configuration.
    pub fn configure(&self, key: &str, value: &str) -> Result<(), Error> {
        self.repo.config()?.open_level(git2::ConfigLevel::Local)?.set_str(key, value)
    }

    /// Begins a commit on the branch `main`.
    pub fn commit(&self, date: AuthorDate) -> CommitBuilder<'_> {
        CommitBuilder {
            builder: self,
            branch: Some("main".to_owned()),
            parents: None,
            author: self.me.clone(),
            committer: self.me.clone(),
            date,
            committed: None,
            message: b"Practice\n".to_vec(),
            edits: Vec::new(),
        }
    }

    /// Where a branch is; `None` where there is no such branch.
    pub fn tip(&self, branch: &str) -> Option<CommitId> {
        self.repo.refname_to_id(&format!("refs/heads/{branch}")).ok().map(commit_id)
    }

    /// Puts a branch at a commit, and makes it where there is none.
    pub fn branch(&self, name: &str, at: CommitId) -> Result<(), Error> {
        self.reference(&format!("refs/heads/{name}"), at)
    }

    /// Puts any reference at a commit.
    pub fn reference(&self, name: &str, at: CommitId) -> Result<(), Error> {
        self.repo.reference(name, oid(at)?, true, "built").map(drop)
    }

    /// Deletes a branch; its commits stay.
    pub fn delete_branch(&self, name: &str) -> Result<(), Error> {
        self.repo.find_reference(&format!("refs/heads/{name}"))?.delete()
    }

    /// Points `HEAD` at a branch.
    pub fn switch(&self, branch: &str) -> Result<(), Error> {
        self.repo.set_head(&format!("refs/heads/{branch}"))
    }

    /// Points `HEAD` at a commit and no branch.
    pub fn detach(&self, at: CommitId) -> Result<(), Error> {
        self.repo.set_head_detached(oid(at)?)
    }

    /// Puts the files of `HEAD` where the repository has them.
    pub fn checkout(&self) -> Result<(), Error> {
        self.repo.checkout_head(Some(CheckoutBuilder::new().force()))
    }

    /// Packs all objects into one file, as `git gc` does.
    pub fn pack(&self) -> Result<(), Error> {
        let objects = self.repo.path().join("objects");
        let mut pack = self.repo.packbuilder()?;
        let mut all = Vec::new();
        self.repo.odb()?.foreach(|id| {
            all.push(*id);
            true
        })?;
        for id in &all {
            pack.insert_object(*id, None)?;
        }
        pack.write(&objects.join("pack"), 0)?;
        for id in all {
            let id = id.to_string();
            let (folder, file) = id.split_at(2);
            let folder = objects.join(folder);
            // Objects that were packed before have no file of their own.
            let _absent = std::fs::remove_file(folder.join(file));
            let _not_empty = std::fs::remove_dir(folder);
        }
        Ok(())
    }

    /// The tree that `edits`, in their order, make of a tree.
    fn edited(&self, tree: Option<Oid>, edits: Vec<(Vec<u8>, Edit)>) -> Result<Oid, Error> {
        let mut tree = Tree::new(&self.repo, tree);
        for (path, edit) in edits {
            match edit {
                Edit::Write(contents) => {
                    let executable = matches!(tree.take(&path)?, Some(Node::Stored(EXECUTABLE, _)));
                    let mode = if executable { EXECUTABLE } else { FILE };
                    tree.put(&path, Node::Stored(mode, self.repo.blob(&contents)?))?;
                }
                Edit::Link(target) => tree.put(&path, Node::Stored(LINK, self.repo.blob(&target)?))?,
                Edit::Submodule(commit) => tree.put(&path, Node::Stored(SUBMODULE, oid(commit)?))?,
                Edit::Mode(mode) => match tree.take_existing(&path)? {
                    Node::Stored(_, id) => tree.put(&path, Node::Stored(mode, id))?,
                    Node::Folder(_) => return Err(Error::from_str("a folder has no mode")),
                },
                Edit::Remove => drop(tree.take_existing(&path)?),
                Edit::Rename(to) => {
                    let moved = tree.take_existing(&path)?;
                    tree.put(&to, moved)?;
                }
            }
        }
        tree.write()
    }
}

enum Edit {
    Write(Vec<u8>),
    Link(Vec<u8>),
    Submodule(CommitId),
    Mode(i32),
    Remove,
    Rename(Vec<u8>),
}

/// A commit under construction. Paths, names and messages are bytes, so that they needn't be UTF-8.
#[must_use = "a commit isn't made until it is finished"]
pub struct CommitBuilder<'r> {
    builder: &'r RepoBuilder,
    branch: Option<String>,
    parents: Option<Vec<CommitId>>,
    author: Vec<u8>,
    committer: Vec<u8>,
    date: AuthorDate,
    committed: Option<AuthorDate>,
    message: Vec<u8>,
    edits: Vec<(Vec<u8>, Edit)>,
}

impl CommitBuilder<'_> {
    /// Commits on another branch, which begins here if there is none.
    pub fn on(mut self, branch: &str) -> Self {
        self.branch = Some(branch.to_owned());
        self
    }

    /// Leaves every branch where it is.
    pub fn on_no_branch(mut self) -> Self {
        self.branch = None;
        self
    }

    /// Sets the parents; the files are those of the first. By default it is the branch's tip.
    pub fn parents(mut self, parents: &[CommitId]) -> Self {
        self.parents = Some(parents.to_vec());
        self
    }

    /// Sets the author.
    pub fn author(mut self, name: impl AsRef<[u8]>, email: impl AsRef<[u8]>) -> Self {
        self.author = ident(name, email);
        self
    }

    /// Sets who committed and when; by default that is the repository's owner, on the author's date.
    pub fn committer(mut self, name: impl AsRef<[u8]>, email: impl AsRef<[u8]>, date: AuthorDate) -> Self {
        self.committer = ident(name, email);
        self.committed = Some(date);
        self
    }

    /// Sets the message, as it stands.
    pub fn message(mut self, message: impl AsRef<[u8]>) -> Self {
        self.message = message.as_ref().to_vec();
        self
    }

    /// Adds a file, or replaces its contents and leaves its mode.
    pub fn write(self, path: impl AsRef<[u8]>, contents: impl AsRef<[u8]>) -> Self {
        self.edit(path, Edit::Write(contents.as_ref().to_vec()))
    }

    /// Puts a symbolic link at a path.
    pub fn link(self, path: impl AsRef<[u8]>, target: impl AsRef<[u8]>) -> Self {
        self.edit(path, Edit::Link(target.as_ref().to_vec()))
    }

    /// Puts a submodule at a path.
    pub fn submodule(self, path: impl AsRef<[u8]>, commit: CommitId) -> Self {
        self.edit(path, Edit::Submodule(commit))
    }

    /// Sets a file's mode, such as `0o100755`.
    pub fn mode(self, path: impl AsRef<[u8]>, mode: i32) -> Self {
        self.edit(path, Edit::Mode(mode))
    }

    /// Removes a file or a folder.
    pub fn remove(self, path: impl AsRef<[u8]>) -> Self {
        self.edit(path, Edit::Remove)
    }

    /// Moves a file or a folder.
    pub fn rename(self, from: impl AsRef<[u8]>, to: impl AsRef<[u8]>) -> Self {
        self.edit(from, Edit::Rename(to.as_ref().to_vec()))
    }

    fn edit(mut self, path: impl AsRef<[u8]>, edit: Edit) -> Self {
        self.edits.push((path.as_ref().to_vec(), edit));
        self
    }

    /// Makes the commit.
    ///
    /// # Errors
    ///
    /// When a file to be moved or removed isn't there, or when the repository can't be written.
    pub fn finish(self) -> Result<CommitId, Error> {
        let RepoBuilder { repo, .. } = self.builder;
        let tip = self.branch.as_deref().and_then(|branch| self.builder.tip(branch));
        let parents = self.parents.unwrap_or_else(|| tip.into_iter().collect());
        let base = match parents.first() {
            Some(&parent) => Some(repo.find_commit(oid(parent)?)?.tree_id()),
            None => None,
        };
        let tree = self.builder.edited(base, self.edits)?;
        let mut bytes = format!("tree {tree}\n").into_bytes();
        for parent in parents {
            bytes.extend_from_slice(format!("parent {parent}\n").as_bytes());
        }
        let people = [
            ("author ", self.author, self.date),
            ("committer ", self.committer, self.committed.unwrap_or(self.date)),
        ];
        for (role, person, date) in people {
            bytes.extend_from_slice(role.as_bytes());
            bytes.extend_from_slice(&person);
            bytes.extend_from_slice(date_text(date).as_bytes());
        }
        bytes.push(b'\n');
        bytes.extend_from_slice(&self.message);
        let id = commit_id(repo.odb()?.write(ObjectType::Commit, &bytes)?);
        if let Some(branch) = self.branch {
            self.builder.branch(&branch, id)?;
        }
        Ok(id)
    }
}

fn ident(name: impl AsRef<[u8]>, email: impl AsRef<[u8]>) -> Vec<u8> {
    [name.as_ref(), b" <", email.as_ref(), b">"].concat()
}

fn date_text(date: AuthorDate) -> String {
    let sign = if date.offset_minutes < 0 { '-' } else { '+' };
    let minutes = date.offset_minutes.unsigned_abs();
    format!(" {} {sign}{:02}{:02}\n", date.seconds, minutes / 60, minutes % 60)
}

fn oid(commit: CommitId) -> Result<Oid, Error> {
    Oid::from_bytes(&commit.0)
}
