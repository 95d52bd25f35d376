//! Which files are solution files.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use foldhash::HashMap;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// The extensions of source files, as long as the configuration names no others.
pub const DEFAULT_EXTENSIONS: &[&str] = &[
    "ada", "adb", "asm", "awk", "bas", "bat", "c", "c++", "cc", "clj", "cljs", "cob", "coffee", "cp", "cpp",
    "cr", "cs", "cxx", "d", "dart", "dc", "dpr", "elm", "erl", "ex", "exs", "f", "f90", "f95", "for", "fs",
    "fsx", "go", "groovy", "hs", "hx", "ipynb", "java", "jl", "js", "jsx", "kt", "kts", "lhs", "lisp", "lsp",
    "lua", "m", "mjs", "ml", "mm", "nim", "p6", "pas", "php", "pl", "pp", "py", "py2", "py3", "pyx", "r",
    "raku", "rb", "rkt", "rs", "s", "scala", "scm", "sed", "sh", "sql", "swift", "tcl", "ts", "tsx", "v",
    "vala", "vb", "zig",
];

/// What is ignored as long as the configuration says nothing else: hidden and editors' folders, build outputs and
/// vendored libraries.
///
/// `src/bin/` is no build output: Rust keeps a package's programs there, and contest tools a contest's tasks. Solutions lie in
/// `.leetcode/`, where the judge's extensions for editors put them.
pub const DEFAULT_IGNORE: &[&str] = &[
    "bin/",
    "!**/src/bin/",
    ".*/",
    "!.leetcode/",
    "target/",
    "build/",
    "dist/",
    "obj/",
    "out/",
    "cmake-build-*/",
    "__pycache__/",
    "node_modules/",
    "bower_components/",
    "site-packages/",
    "venv/",
    "vendor/",
    "third_party/",
];

/// How a folder lies to the configured paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// In one of them.
    Inside,
    /// Above one of them.
    Above,
    /// Neither.
    Outside,
}

/// The rule by which a file is a solution file.
pub(super) struct Files {
    /// Folders or files, `/` between the parts; none stands for the whole repository.
    paths: Vec<Vec<u8>>,
    extensions: HashSet<Vec<u8>>,
    ignore: Arc<Ignore>,
}

impl Files {
    pub fn new<'a>(
        paths: impl IntoIterator<Item = &'a str>,
        extensions: Option<&[String]>,
        ignore: Option<&[String]>,
    ) -> Result<Self, ignore::Error> {
        let mut paths: Vec<Vec<u8>> = paths.into_iter().map(tidy_path).collect();
        if paths.iter().any(Vec::is_empty) {
            paths.clear();
        }
        let extensions = match extensions {
            Some(own) => own.iter().map(|own| lower(own.trim_start_matches('.').as_bytes())).collect(),
            None => DEFAULT_EXTENSIONS.iter().map(|known| known.as_bytes().to_vec()).collect(),
        };
        let ignore = match ignore {
            Some(own) => Arc::new(Ignore::new(own.iter().map(String::as_str))?),
            None => Ignore::by_default()?,
        };
        Ok(Self { paths, extensions, ignore })
    }

    /// How a folder (no `/` at its end; the root is empty) lies to the configured paths.
    pub fn reach(&self, folder: &[u8]) -> Scope {
        if self.paths.is_empty() || self.paths.iter().any(|path| lies_in(folder, path)) {
            Scope::Inside
        } else if self.paths.iter().any(|path| lies_in(path, folder)) {
            Scope::Above
        } else {
            Scope::Outside
        }
    }

    /// Whether solution files may lie in the folder of the file at `path`.
    pub fn may_lie_beside(&self, path: &[u8]) -> bool {
        self.reach(path) == Scope::Inside && !self.ignore.covers(path)
    }

    /// Whether the regular file at `path` is a solution file.
    pub fn is_solution(&self, path: &[u8]) -> bool {
        let name = path.rsplit(|&byte| byte == b'/').next().unwrap_or(path);
        let Some(dot) = name.iter().rposition(|&byte| byte == b'.').filter(|&dot| dot > 0) else {
            return false;
        };
        self.extensions.contains(&lower(&name[dot + 1..])) && self.may_lie_beside(path)
    }
}

/// Whether `path` is `folder` or lies in it.
fn lies_in(path: &[u8], folder: &[u8]) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest[0] == b'/')
}

/// `./solutions/` as git has it: `solutions`; the root is empty.
pub(super) fn tidy_path(path: &str) -> Vec<u8> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    parts.join("/").into_bytes()
}

fn lower(extension: &[u8]) -> Vec<u8> {
    extension.to_ascii_lowercase()
}

/// Globs as git reads them in a `.gitignore` at the repository's root.
pub(super) struct Ignore {
    globs: Gitignore,
    /// Whether a glob is of files, too.
    has_file_globs: bool,
    /// The folders that were asked for, and whether they are ignored: files come by folders, and again and again.
    folders: RwLock<HashMap<String, bool>>,
}

impl Ignore {
    pub fn new<'a>(rules: impl IntoIterator<Item = &'a str>) -> Result<Self, ignore::Error> {
        let mut globs = GitignoreBuilder::new("");
        globs.allow_unclosed_class(false);
        let mut has_file_globs = false;
        for rule in rules {
            globs.add_line(None, rule)?;
            has_file_globs |= !rule.trim_end().ends_with('/');
        }
        Ok(Self { globs: globs.build()?, has_file_globs, folders: RwLock::default() })
    }

    /// [`DEFAULT_IGNORE`], understood once for all repositories.
    fn by_default() -> Result<Arc<Self>, ignore::Error> {
        static MADE: OnceLock<Arc<Ignore>> = OnceLock::new();
        if let Some(made) = MADE.get() {
            return Ok(Arc::clone(made));
        }
        let made = Arc::new(Self::new(DEFAULT_IGNORE.iter().copied())?);
        Ok(Arc::clone(MADE.get_or_init(|| made)))
    }

    /// Whether the file at `path` is ignored. Nothing that lies in an ignored folder is taken back: git doesn't look into
    /// it.
    pub fn covers(&self, path: &[u8]) -> bool {
        let path = String::from_utf8_lossy(path);
        let in_ignored = path.rsplit_once('/').is_some_and(|(folder, _)| self.covers_folder(folder));
        in_ignored || self.has_file_globs && self.globs.matched(&*path, false).is_ignore()
    }

    fn covers_folder(&self, folder: &str) -> bool {
        if let Some(is_ignored) = self.known(folder) {
            return is_ignored;
        }
        let mut unknown = vec![folder];
        let mut is_ignored = false;
        let mut above = folder;
        while let Some((folder, _)) = above.rsplit_once('/') {
            if let Some(known) = self.known(folder) {
                is_ignored = known;
                break;
            }
            unknown.push(folder);
            above = folder;
        }
        let mut known = self.folders.write().unwrap_or_else(PoisonError::into_inner);
        for folder in unknown.into_iter().rev() {
            is_ignored = is_ignored || self.globs.matched(folder, true).is_ignore();
            known.insert(folder.to_owned(), is_ignored);
        }
        is_ignored
    }

    fn known(&self, folder: &str) -> Option<bool> {
        self.folders.read().unwrap_or_else(PoisonError::into_inner).get(folder).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str], ignore: Option<&[&str]>) -> Files {
        let ignore: Option<Vec<String>> = ignore.map(|globs| globs.iter().map(ToString::to_string).collect());
        Files::new(paths.iter().copied(), None, ignore.as_deref()).unwrap()
    }

    #[test]
    fn a_solution_file_has_a_source_extension_in_any_case() {
        let files = files(&[], None);
        for path in ["a.rs", "A.CPP", "x/y/a.c++", "x/a.b.py", "x y/\u{d55c}\u{ae00}.java"] {
            assert!(files.is_solution(path.as_bytes()), "{path}");
        }
        assert!(files.is_solution(b"caf\xe9.kt"));
        for path in ["README.md", "a.h", "a.hpp", "Makefile", ".py", "x/.c", "a.rs/b", "rs", "a.rs~", ""] {
            assert!(!files.is_solution(path.as_bytes()), "{path}");
        }
    }

    #[test]
    fn build_outputs_vendored_and_hidden_folders_are_ignored_at_any_depth() {
        let files = files(&[], None);
        for path in [
            "target/a.rs",
            "x/bin/a.cs",
            "node_modules/x/a.js",
            "x/y/vendor/a.go",
            ".vscode/a.py",
            "x/.idea/y/a.py",
        ] {
            assert!(!files.is_solution(path.as_bytes()), "{path}");
        }
        for path in [
            "abc300/src/bin/a.rs",
            "src/bin/a.rs",
            "targets/a.rs",
            "bin.rs",
            "x/binary/a.c",
            ".a.py",
            ".leetcode/1.two-sum.py",
        ] {
            assert!(files.is_solution(path.as_bytes()), "{path}");
        }
        assert!(!files.is_solution(b"target/package/src/bin/a.rs"));
    }

    #[test]
    fn paths_are_folders_or_files_and_never_beginnings_of_names() {
        let whole = files(&["."], None);
        let files = files(&["./solutions/", "/extra/one.py"], None);
        assert!(files.is_solution(b"solutions/a.rs"));
        assert!(files.is_solution(b"extra/one.py"));
        assert!(!files.is_solution(b"solutions2/a.rs"));
        assert!(!files.is_solution(b"x/solutions/a.rs"));
        assert!(!files.is_solution(b"extra/two.py"));
        assert_eq!(files.reach(b""), Scope::Above);
        assert_eq!(files.reach(b"extra"), Scope::Above);
        assert_eq!(files.reach(b"solutions/x"), Scope::Inside);
        assert_eq!(files.reach(b"solution"), Scope::Outside);
        assert!(whole.is_solution(b"any/where.rs"));
    }

    #[test]
    fn configured_globs_read_as_in_gitignore() {
        let globs = ["*_test.go", "/tools", "x/**/gen.cpp", "old/*", "!old/keep.rs", "new/", "!new/keep.rs"];
        let files = files(&[], Some(&globs));
        for path in [
            "a_test.go",
            "x/a_test.go",
            "tools/a.rs",
            "x/gen.cpp",
            "x/y/gen.cpp",
            "old/a.rs",
            "y/new/a.rs",
            "new/keep.rs",
        ] {
            assert!(!files.is_solution(path.as_bytes()), "{path}");
        }
        for path in
            ["a.go", "x/tools/a.rs", "gen.cpp", "x/old.rs", "x/old/a.rs", "old/keep.rs", "target/a.rs"]
        {
            assert!(files.is_solution(path.as_bytes()), "{path}");
        }
        assert!(Files::new([], None, Some(&["a[".to_owned()])).is_err());
    }
}
