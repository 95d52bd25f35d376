//! Packs that git wrote, and packs that were made to do harm.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use git2::Odb;
use tempfile::TempDir;

use super::*;
use crate::model::{RepoSpec, ScanWarning};

fn git(dir: &Path, args: &[&str], input: &str) {
    let mut git = Command::new("git");
    git.arg("-C").arg(dir).args(args).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut git = git.spawn().unwrap();
    git.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    assert!(git.wait().unwrap().success(), "git {args:?}");
}

/// A history of eighty commits, each of which changes one file of many, so that git makes deltas.
fn repository() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    git(dir.path(), &["init", "-q", "--bare"], "");
    let mut stream = String::new();
    for commit in 0..80 {
        stream += "commit refs/heads/main\ncommitter Ada <ada@example.com> 1700000000 +0000\ndata 1\nx\n";
        let files = if commit == 0 { 0..60 } else { commit % 60..commit % 60 + 1 };
        for file in files {
            let text = format!("{}{commit}\n", format!("a line of {file}\n").repeat(40));
            stream += &format!("M 100644 inline solutions/file-{file}.rs\ndata {}\n{text}\n", text.len());
        }
    }
    git(dir.path(), &["fast-import", "--quiet"], &stream);
    dir
}

fn weighed(dir: &Path, known: &[LightPack]) -> Packs {
    Packs::weigh(&[dir.join("objects")], known).unwrap()
}

#[test]
fn what_git_packs_is_weighed_as_what_it_is() {
    let repo = repository();
    let pack_folder = repo.path().join("objects/pack");
    let odb = Odb::new().unwrap();
    odb.add_disk_alternate(repo.path().join("objects").to_str().unwrap()).unwrap();
    for settings in [
        ["repack.useDeltaBaseOffset=true", "pack.indexVersion=2"],
        ["repack.useDeltaBaseOffset=false", "pack.indexVersion=2"],
        ["repack.useDeltaBaseOffset=true", "pack.indexVersion=1"],
    ] {
        let [base, version] = settings;
        git(repo.path(), &["-c", base, "-c", version, "repack", "-adfq", "--depth=30"], "");
        let is_index = |path: &PathBuf| path.extension().is_some_and(|end| end == "idx");
        let index =
            fs::read_dir(&pack_folder).unwrap().map(|entry| entry.unwrap().path()).find(is_index).unwrap();
        let mut objects = index::entries(&fs::read(&index).unwrap()).unwrap();
        objects.sort_unstable();
        let pack = fs::File::open(index.with_extension("pack")).unwrap();
        let weights = weigh::weigh(pack, &objects, DEEPEST as usize);
        let mut deltas = 0;
        for (object, weight) in objects.iter().zip(weights) {
            let (size, kind) = odb.read_header(object.id).unwrap();
            let weight = weight.unwrap();
            assert_eq!(weight.kind, kind);
            assert!(weight.size >= size as u64 && weight.total >= weight.size, "{weight:?} of {size}");
            assert!(weight.size <= (size as u64).max(1 << 20) && weight.depth <= 30, "{weight:?} of {size}");
            deltas += usize::from(weight.depth > 0);
        }
        assert!(deltas > 50, "{deltas} of {}", objects.len());
        let packs = weighed(repo.path(), &[]);
        assert_eq!((packs.number, packs.light.len(), packs.refused.len()), (1, 1, 0));
        assert_eq!(weighed(repo.path(), &packs.light).light, packs.light);
        git(repo.path(), &["multi-pack-index", "write"], "");
        let several = fs::read(pack_folder.join("multi-pack-index")).unwrap();
        let several = index::entries_of_several(&several).unwrap();
        let mut listed = several[index.file_name().unwrap().to_str().unwrap()].clone();
        listed.sort_unstable();
        assert_eq!(listed, objects);
        let both = weighed(repo.path(), &packs.light);
        assert_eq!((both.light.len(), both.refused.len()), (2, 0));
        assert_eq!(weighed(repo.path(), &both.light).light, both.light);
        fs::remove_file(pack_folder.join("multi-pack-index")).unwrap();
    }
}

#[test]
fn an_index_that_is_cut_off_or_damaged_is_none_or_another() {
    let repo = repository();
    git(repo.path(), &["repack", "-adq"], "");
    git(repo.path(), &["multi-pack-index", "write"], "");
    for file in fs::read_dir(repo.path().join("objects/pack")).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        let (own, several) = (index::entries(&bytes).is_some(), index::entries_of_several(&bytes).is_some());
        assert!(!(own && several));
        for length in (0..bytes.len()).step_by(7) {
            assert!(index::entries(&bytes[..length]).is_none() || !own, "{length}");
            assert!(index::entries_of_several(&bytes[..length]).is_none(), "{length}");
            let mut damaged = bytes.clone();
            damaged[length] ^= 0x81;
            let (_, _) = (index::entries(&damaged), index::entries_of_several(&damaged));
        }
    }
}

/// A pack that is written by hand.
#[derive(Default)]
struct Pack {
    bytes: Vec<u8>,
    objects: Vec<(Oid, u64)>,
}

const COMMIT: u8 = 1;
const TREE: u8 = 2;
const OFFSET_DELTA: u8 = 6;
const ID_DELTA: u8 = 7;

fn id(number: u8) -> Oid {
    Oid::from_bytes(&[number; ID]).unwrap()
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// The first bytes of a delta: from an object of `base` bytes to one of `result`.
fn delta(base: u64, result: u64) -> Vec<u8> {
    let number = |mut number: u64| {
        let mut bytes = Vec::new();
        while number >= 0x80 {
            bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        bytes.push(number as u8);
        bytes
    };
    [number(base), number(result)].concat()
}

impl Pack {
    /// Adds an object that says it has `size` bytes; `base` names a delta's.
    fn add(&mut self, number: u8, (kind, size): (u8, u64), base: &[u8], content: &[u8]) -> u64 {
        if self.bytes.is_empty() {
            self.bytes = b"PACK\0\0\0\x02\0\0\0\0".to_vec();
        }
        let offset = self.bytes.len() as u64;
        let mut byte = kind << 4 | (size & 15) as u8;
        let mut rest = size >> 4;
        while rest > 0 {
            self.bytes.push(byte | 0x80);
            byte = (rest & 0x7f) as u8;
            rest >>= 7;
        }
        self.bytes.push(byte);
        self.bytes.extend(base);
        self.bytes.extend(deflated(content));
        self.objects.push((id(number), offset));
        offset
    }

    /// Adds a delta on an object so many bytes before it, fewer than 128 of them or exactly those of two bytes.
    fn add_on(&mut self, number: u8, base: u64, content: &[u8]) -> u64 {
        let distance = self.bytes.len() as u64 - base;
        let bytes = match distance {
            ..128 => vec![distance as u8],
            _ => vec![((distance >> 7) - 1) as u8 | 0x80, (distance & 0x7f) as u8],
        };
        self.add(number, (OFFSET_DELTA, content.len() as u64), &bytes, content)
    }

    fn write(mut self, git_dir: &Path) {
        let folder = git_dir.join("objects/pack");
        fs::create_dir_all(&folder).unwrap();
        self.bytes[8..12].copy_from_slice(&(self.objects.len() as u32).to_be_bytes());
        self.bytes.extend([9; ID]);
        self.objects.sort_unstable();
        let up_to =
            |first: usize| self.objects.iter().filter(move |(id, _)| usize::from(id.as_bytes()[0]) <= first);
        let mut index = b"\xfftOc\0\0\0\x02".to_vec();
        index.extend((0..256).flat_map(|first| (up_to(first).count() as u32).to_be_bytes()));
        index.extend(self.objects.iter().flat_map(|(id, _)| id.as_bytes()));
        index.extend(self.objects.iter().flat_map(|_| [0; 4]));
        index.extend(self.objects.iter().flat_map(|(_, offset)| (*offset as u32).to_be_bytes()));
        index.extend([[9; ID], [8; ID]].concat());
        fs::write(folder.join("pack-x.pack"), self.bytes).unwrap();
        fs::write(folder.join("pack-x.idx"), index).unwrap();
    }
}

#[test]
fn what_would_fill_the_memory_or_never_end_is_refused_before_it_is_unpacked() {
    let dir = tempfile::tempdir().unwrap();
    let mut pack = Pack::default();
    let small = pack.add(1, (TREE, 3), b"", b"abc");
    pack.add(2, (TREE, MOST_OF_TREE + 1), b"", b"");
    pack.add(3, (COMMIT, MOST_OF_COMMIT + 1), b"", b"");
    pack.add_on(4, small, &delta(3, 3));
    // Made larger by every delta; the headers alone tell.
    let mut base = pack.add(5, (TREE, 1 << 20), b"", b"");
    base = pack.add_on(6, base, &delta(1 << 20, 60 << 20));
    pack.add_on(7, base, &delta(60 << 20, MOST_OF_TREE + 1));
    for _ in 0..80 {
        base = pack.add_on(8, base, &delta(60 << 20, 60 << 20));
    }
    pack.add(9, (ID_DELTA, 2), id(9).as_bytes(), &delta(1, 1));
    pack.add(10, (ID_DELTA, 2), id(11).as_bytes(), &delta(1, 1));
    pack.add(11, (ID_DELTA, 2), id(12).as_bytes(), &delta(1, 1));
    let last = pack.add(12, (ID_DELTA, 2), id(10).as_bytes(), &delta(1, 1));
    pack.add_on(13, last, &delta(1, 1));
    pack.add(14, (ID_DELTA, 2), id(99).as_bytes(), &delta(1, 1));
    pack.add(15, (OFFSET_DELTA, 2), &[1], &delta(1, 1));
    pack.add(16, (OFFSET_DELTA, 2), &[0xff; 12], &delta(1, 1));
    pack.add(17, (5, 2), b"", b"xx");
    pack.add(18, (ID_DELTA, 2), id(19).as_bytes(), &delta(3, 3));
    pack.add(19, (ID_DELTA, 2), id(1).as_bytes(), &delta(3, 3));
    let cut_off = pack.add(20, (ID_DELTA, 2), &[], &[]);
    pack.bytes.truncate(cut_off as usize + 5);
    pack.objects.push((id(21), u64::from(u32::MAX >> 1)));
    pack.write(dir.path());
    let packs = weighed(dir.path(), &[]);
    let refusal = |number| packs.refusal(id(number));
    for number in [1, 4, 5, 6, 18, 19] {
        assert_eq!(refusal(number), None, "{number}");
    }
    for (number, kind, size, limit) in [
        (2, ObjectType::Tree, MOST_OF_TREE + 1, MOST_OF_TREE),
        (3, ObjectType::Commit, MOST_OF_COMMIT + 1, MOST_OF_COMMIT),
        (7, ObjectType::Tree, MOST_OF_TREE + 1, MOST_OF_TREE),
    ] {
        assert_eq!(refusal(number), Some(Refusal::TooLarge { kind, size, limit }), "{number}");
    }
    assert_eq!(refusal(8), Some(Refusal::TooDeep));
    for number in [9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 21] {
        assert_eq!(refusal(number), Some(Refusal::Unreadable), "{number}");
    }
    assert!(packs.light.is_empty());
}

#[test]
fn a_branch_at_a_circle_of_deltas_is_told_and_not_walked_for_ever() {
    let dir = tempfile::tempdir().unwrap();
    git(dir.path(), &["init", "-q", "--bare"], "");
    let mut pack = Pack::default();
    pack.add(0x11, (ID_DELTA, 2), id(0x22).as_bytes(), &delta(1, 1));
    pack.add(0x22, (ID_DELTA, 2), id(0x11).as_bytes(), &delta(1, 1));
    pack.write(dir.path());
    for branch in ["main", "master", "other"] {
        fs::write(dir.path().join("refs/heads").join(branch), format!("{}\n", id(0x11))).unwrap();
    }
    let spec = RepoSpec::new(dir.path());
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let _ = sender.send(crate::scan::scan(&spec));
    });
    let found = receiver.recv_timeout(Duration::from_mins(1)).expect("the scan ends").unwrap();
    assert!(found.warnings.iter().any(ScanWarning::is_incomplete), "{:?}", found.warnings);
}
