//! Who might be in a group, by what their repository has: a branch each, a folder each, or an author each.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::{Identity, LONGEST_NAME, SolutionChange, clean, folded_name, is_unsafe};

/// How many are suggested at most.
const MOST: usize = 100;

/// Folders are looked for so deep.
const DEEPEST: usize = 4;

/// Branches that belong to everybody.
const COMMON_BRANCHES: [&str; 5] = ["main", "master", "develop", "gh-pages", "HEAD"];

/// What a shared repository has.
pub struct SharedWork<'a> {
    /// The solution changes of everybody.
    pub changes: &'a [SolutionChange],
    /// How many of them are on each branch alone that wasn't merged, by its name.
    pub branches: &'a [(String, usize)],
    /// Whether a folder says what is in it, and so not whose it is.
    pub is_subject: &'a dyn Fn(&str) -> bool,
}

/// By what the members of a group can be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberMark {
    /// The names in their commits.
    Authors,
    /// Their folders.
    Folders,
    /// Their branches.
    Branches,
}

/// Somebody who might be a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestedMember {
    /// What they might be called: without what steers a terminal, and no address.
    pub name: String,
    /// Names in commits (an address where somebody has no name), globs of files, or one branch.
    pub marks: Vec<String>,
    /// By how many changes of files they are known.
    weight: usize,
}

/// Who might be a member, by name, and by what they are told apart; nobody where the repository has nothing.
pub fn suggested_members(work: &SharedWork<'_>) -> (MemberMark, Vec<SuggestedMember>) {
    let mut mark = MemberMark::Branches;
    let mut found = by_branches(work);
    if found.len() < 2 {
        (mark, found) = (MemberMark::Folders, by_folders(work));
    }
    if found.len() < 2 {
        (mark, found) = (MemberMark::Authors, by_authors(work));
    }
    found.sort_by(|a, b| b.weight.cmp(&a.weight).then_with(|| a.name.cmp(&b.name)));
    let mut names = BTreeSet::new();
    // What steers a terminal has no place in a file that people read.
    let is_safe = |one: &SuggestedMember| {
        !one.name.is_empty() && !one.marks.iter().any(|mark| mark.contains(is_unsafe))
    };
    found.retain(|one| is_safe(one) && names.insert(folded_name(&one.name)));
    found.truncate(MOST);
    found.sort_by(|a, b| a.name.cmp(&b.name));
    (mark, found)
}

/// Those with a branch each, where most of the work is on branches of one person.
fn by_branches(work: &SharedWork<'_>) -> Vec<SuggestedMember> {
    let own = |(name, changes): &&(String, usize)| *changes > 0 && !COMMON_BRANCHES.contains(&name.as_str());
    let on_branches: Vec<_> = work.branches.iter().filter(own).collect();
    let all: usize = on_branches.iter().map(|(_, changes)| changes).sum();
    let authors: BTreeSet<&Identity> = work.changes.iter().map(|change| &*change.author).collect();
    // Somebody with many branches begins one for each piece of work.
    if all * 2 <= work.changes.len() || (authors.len() > 1 && on_branches.len() > 2 * authors.len()) {
        return Vec::new();
    }
    let last = |branch: &str| branch.rsplit('/').next().unwrap_or(branch).to_owned();
    let mut lasts: HashMap<String, usize> = HashMap::new();
    for (branch, _) in &on_branches {
        *lasts.entry(last(branch)).or_default() += 1;
    }
    let suggest = |(branch, changes): &(String, usize)| {
        let short = Some(last(branch)).filter(|short| lasts[short] == 1);
        let name = name_of(&short.unwrap_or_else(|| branch.clone()));
        SuggestedMember { name, marks: vec![branch.clone()], weight: *changes }
    };
    on_branches.into_iter().map(suggest).collect()
}

/// Those with an author each.
fn by_authors(work: &SharedWork<'_>) -> Vec<SuggestedMember> {
    let mut identities: BTreeMap<&Identity, usize> = BTreeMap::new();
    for change in work.changes {
        *identities.entry(&change.author).or_default() += change.files.len();
    }
    // Who has a name or an address in common with somebody is them.
    let mut people: Vec<Vec<(&Identity, usize)>> = Vec::new();
    for (identity, weight) in identities {
        let is_same = |(other, _): &(&Identity, usize)| {
            let name = folded_name(&identity.name);
            other.email.eq_ignore_ascii_case(&identity.email)
                || (!name.is_empty() && folded_name(&other.name) == name)
        };
        let (mut same, others): (Vec<_>, Vec<_>) =
            people.into_iter().partition(|person| person.iter().any(is_same));
        let mut person: Vec<_> = same.drain(..).flatten().collect();
        person.push((identity, weight));
        people = others;
        people.push(person);
    }
    let suggest = |person: Vec<(&Identity, usize)>| {
        let weight = person.iter().map(|(_, weight)| weight).sum();
        let most = person.iter().max_by_key(|(_, weight)| weight).map(|(identity, _)| *identity)?;
        let name = Some(name_of(&most.name)).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| name_of(most.email.split('@').next().unwrap_or_default()));
        let marks: BTreeSet<&str> = person.iter().map(|(identity, _)| author_of(identity)).collect();
        Some(SuggestedMember { name, marks: marks.into_iter().map(str::to_owned).collect(), weight })
    };
    people.into_iter().filter_map(suggest).collect()
}

/// What tells an author's commits: the name, and the address where that is none.
fn author_of(identity: &Identity) -> &str {
    let name = identity.name.trim();
    let is_one = !name.is_empty() && name != "*" && name == identity.name && !name.contains(is_unsafe);
    if is_one { name } else { identity.email.trim() }
}

/// The files below a folder that may be somebody's.
#[derive(Default)]
struct Folder<'a> {
    files: usize,
    authors: HashMap<&'a Identity, usize>,
    /// The folders that it is in.
    places: BTreeSet<Vec<&'a str>>,
}

/// Those with a folder each, at the first depth at which folders look like people's.
fn by_folders(work: &SharedWork<'_>) -> Vec<SuggestedMember> {
    (0..DEEPEST).map(|depth| at_depth(work, depth)).find(|found| found.len() > 1).unwrap_or_default()
}

fn at_depth(work: &SharedWork<'_>, depth: usize) -> Vec<SuggestedMember> {
    let mut folders: BTreeMap<&str, Folder<'_>> = BTreeMap::new();
    let mut authors: HashMap<&Identity, usize> = HashMap::new();
    let mut subjects: HashMap<&str, bool> = HashMap::new();
    let mut all = 0;
    for change in work.changes {
        for file in &change.files {
            all += 1;
            let Ok(path) = std::str::from_utf8(&file.path.0) else { continue };
            let mut parts: Vec<&str> = path.split('/').take(depth + 2).collect();
            parts.pop();
            let Some(name) = parts.get(depth).copied() else { continue };
            parts.truncate(depth);
            if *subjects.entry(name).or_insert_with(|| (work.is_subject)(name)) {
                continue;
            }
            let folder = folders.entry(name).or_default();
            folder.files += 1;
            *folder.authors.entry(&change.author).or_default() += 1;
            folder.places.insert(parts);
            *authors.entry(&change.author).or_default() += 1;
        }
    }
    let inside: usize = folders.values().map(|folder| folder.files).sum();
    if inside * 10 < all * 6 || !are_people(&folders, &authors) {
        return Vec::new();
    }
    let places: BTreeSet<&[&str]> =
        folders.values().flat_map(|folder| &folder.places).map(Vec::as_slice).collect();
    let glob = (0..depth).map(|at| common_glob(places.iter().map(|place| place[at])) + "/");
    let glob: String = glob.collect();
    let suggest = |(name, folder): (&str, Folder<'_>)| {
        let marks = vec![format!("{}{}/**", glob, literal(name, glob.is_empty()))];
        SuggestedMember { name: name_of(name), marks, weight: folder.files }
    };
    folders.into_iter().map(suggest).collect()
}

/// Whether folders are somebody's each: most of what is in each is by one author, who has most of theirs there; and where one
/// person commits for all, the same folders are found in several places, or hold several files each.
fn are_people(folders: &BTreeMap<&str, Folder<'_>>, authors: &HashMap<&Identity, usize>) -> bool {
    if folders.len() < 2 {
        return false;
    }
    if authors.len() == 1 {
        let recur = folders.values().filter(|folder| folder.places.len() > 1).count();
        let files: usize = folders.values().map(|folder| folder.files).sum();
        return recur * 2 > folders.len() || files >= folders.len() * 3;
    }
    let all: usize = authors.values().sum();
    let of_main: usize =
        folders.values().map(|folder| folder.authors.values().max().copied().unwrap_or(0)).sum();
    let mut at_home: HashMap<&Identity, usize> = HashMap::new();
    for folder in folders.values() {
        for (author, files) in &folder.authors {
            let most = at_home.entry(author).or_default();
            *most = (*most).max(*files);
        }
    }
    let at_home: usize = at_home.values().sum();
    // Somebody who tidies up is in all folders, and so is who merges.
    let is_most = |part: usize| part * 4 >= all * 3;
    let called_alike = folders.keys().filter(|name| {
        let name = folded_name(name);
        authors.keys().any(|author| folded_name(&author.name) == name)
    });
    called_alike.count() * 2 > folders.len() || (is_most(of_main) && is_most(at_home))
}

/// A glob that all of these folders fit: what they begin and end with around digits, such as `week*`.
fn common_glob<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: BTreeSet<&str> = names.collect();
    let Some(first) = names.first() else { return String::new() };
    if names.len() == 1 {
        return literal(first, true);
    }
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| {
        pairs.take_while(|(a, b)| a == b && !a.is_ascii_digit()).count()
    };
    let begin = names.iter().map(|name| same(&mut first.chars().zip(name.chars()))).min().unwrap_or(0);
    let end =
        names.iter().map(|name| same(&mut first.chars().rev().zip(name.chars().rev()))).min().unwrap_or(0);
    let shortest = names.iter().map(|name| name.chars().count()).min().unwrap_or(0);
    let end = end.min(shortest - begin);
    let begin: String = first.chars().take(begin).collect();
    let rest: Vec<char> = first.chars().collect();
    let end: String = rest[rest.len() - end..].iter().collect();
    format!("{}*{}", literal(&begin, true), literal(&end, false))
}

/// A folder's name as a pattern that means itself.
fn literal(name: &str, is_first: bool) -> String {
    let mut pattern = String::with_capacity(name.len());
    for (at, c) in name.chars().enumerate() {
        if "*?[]{}\\".contains(c) || (is_first && at == 0 && "!#".contains(c)) {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern
}

/// A name that can be one in a group: nothing in it steers a terminal or is an address.
fn name_of(text: &str) -> String {
    let text = text.split_once('@').map_or(text, |(before, _)| before);
    let text = clean(text).replace([char::REPLACEMENT_CHARACTER, ','], " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(LONGEST_NAME).collect();
    name.trim_end().to_owned()
}
