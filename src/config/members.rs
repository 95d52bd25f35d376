//! What `[[group.members]]` say, checked and given their meaning: each can be told from all others.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use jiff::civil::Date;
use toml::{Spanned, Value};

use super::check::{Checker, plain};
use super::error::ConfigError;
use super::raw_group::RawMember;
use crate::lang::Later;
use crate::model::{Judge, Member, PracticeSource, RepoSpec, clean, folded_name};

/// What belongs to one member alone, in the form in which it is compared.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Own {
    Name(String),
    Author(String),
    Handle(Judge, String),
    /// Files in a repository; `None` for the configured ones.
    Paths(Option<PathBuf>, String),
    Branch(Option<PathBuf>, String),
}

impl Own {
    /// The noun for it.
    fn noun(&self) -> &'static str {
        match self {
            Self::Name(_) => "name",
            Self::Author(_) => "author",
            Self::Handle(..) => "handle",
            Self::Paths(..) => "folder",
            Self::Branch(..) => "branch",
        }
    }
}

impl Checker<'_> {
    pub fn members(&self, raw: Vec<RawMember>, source: PracticeSource) -> Result<Vec<Member>, ConfigError> {
        let mut owners: HashMap<Own, String> = HashMap::new();
        let mut members = Vec::new();
        for (index, raw) in raw.into_iter().enumerate() {
            let member = self.member(index, &raw, source)?;
            for (own, place, key) in owned(index, &raw, &member) {
                let noun = own.noun();
                if let Some(other) = owners.insert(own, member.name.clone()) {
                    let own = &member.name;
                    let message = if noun == "name" {
                        Later::message(
                            format!("{other:?} and {own:?} are the same name; each member needs their own"),
                            format!("{other:?}, {own:?}: 같은 이름입니다. 스터디원마다 달라야 합니다"),
                            format!("{other:?}、{own:?}: 同じ名前です。メンバーごとに別の名前が必要です"),
                        )
                    } else if noun == "repository" {
                        one_repository(&other, own)
                    } else {
                        Later::message(
                            format!(
                                "{other:?} and {own:?} have the same {noun}; each member needs their own"
                            ),
                            format!("{other:?}, {own:?}: 같은 값입니다 ({noun}). 스터디원마다 달라야 합니다"),
                            format!(
                                "{other:?}、{own:?}: 同じ値です ({noun})。メンバーごとに別の値が必要です"
                            ),
                        )
                    };
                    return Err(ConfigError::wrong(self.file, self.text, place, &key, message));
                }
            }
            if let Some(written) = &raw.repo
                && let Some(other) = members.iter().find(|other| is_all_of_both(other, &member))
            {
                let message = one_repository(&other.name, &member.name);
                return Err(self.wrong(written, &format!("group.members[{index}].repo"), message));
            }
            members.push(member);
        }
        Ok(members)
    }

    fn member(&self, index: usize, raw: &RawMember, source: PracticeSource) -> Result<Member, ConfigError> {
        let key = |name: &str| format!("group.members[{index}].{name}");
        let name = self.name(&raw.name, &key("name"))?;
        for (at, author) in raw.authors.iter().enumerate() {
            let text = author.get_ref().trim();
            if text.is_empty() || text == "*" {
                let message = Later::message(
                    "must be an email or name in commits, e.g. \"ada@example.com\"",
                    "커밋의 이메일 또는 이름을 쓰세요 (예: \"ada@example.com\")",
                    "コミットのメールアドレスまたは名前を指定してください (例: \"ada@example.com\")",
                );
                return Err(self.wrong(author, &key(&format!("authors[{at}]")), message));
            }
        }
        for (at, glob) in raw.paths.iter().enumerate() {
            let key = key(&format!("paths[{at}]"));
            self.glob(glob, &key)?;
            if tidy_glob(glob.get_ref()).is_empty() || glob.get_ref().trim_start().starts_with(['!', '#']) {
                let message = Later::message(
                    "must be a file pattern, e.g. \"ada/**\"",
                    "파일 패턴을 쓰세요 (예: \"ada/**\")",
                    "ファイルのパターンを指定してください (例: \"ada/**\")",
                );
                return Err(self.wrong(glob, &key, message));
            }
        }
        if let Some(branch) = &raw.branch
            && branch.get_ref().trim().is_empty()
        {
            let message = Later::message(
                "must be the name of a branch",
                "브랜치 이름을 쓰세요",
                "ブランチ名を指定してください",
            );
            return Err(self.wrong(branch, &key("branch"), message));
        }
        let mut handles = BTreeMap::new();
        for (id, text) in raw.handles.iter().filter(|(_, text)| !text.get_ref().is_empty()) {
            if let Some(judge) = Judge::by_id(id) {
                handles.insert(judge, self.handle(judge, text, &key(id))?);
            }
        }
        let day = |value: &Option<Spanned<Value>>, name: &str| {
            value.as_ref().map(|value| self.date(value, &key(name))).transpose()
        };
        let (from, until) = (day(&raw.from, "from")?, day(&raw.until, "until")?);
        if let (Some(written), Some(from), Some(until)) = (&raw.until, from, until)
            && until < from
        {
            let message = Later::message(
                format!("must not be before `from` ({from})"),
                format!("`from`({from})보다 이를 수 없습니다"),
                format!("`from` ({from}) より前にはできません"),
            );
            return Err(self.wrong(written, &key("until"), message));
        }
        let excused = raw.excused.iter().enumerate();
        let excused = excused.map(|(at, value)| self.days(value, &key(&format!("excused[{at}]"))));
        let words = |list: &[Spanned<String>]| -> Vec<String> {
            list.iter().map(|text| text.get_ref().trim().to_owned()).collect()
        };
        let authors = words(&raw.authors);
        let member = Member {
            repo: raw.repo.as_ref().map(|path| self.own_repo(path, &authors, &key("repo"))).transpose()?,
            name,
            authors,
            paths: words(&raw.paths),
            branch: raw.branch.as_ref().map(|branch| branch.get_ref().trim().to_owned()),
            handles,
            goal: raw.goal.as_ref().map(|goal| self.group_goal(goal, &key("goal"))).transpose()?,
            from,
            until,
            excused: excused.collect::<Result<_, _>>()?,
        };
        if !member.has_commits() && member.handles.is_empty() {
            let message = Later::message(
                "no source of solutions; set `authors`, `paths`, `branch`, `repo` or a handle",
                "푼 문제를 알 수 없습니다. `authors`, `paths`, `branch`, `repo` 또는 핸들을 쓰세요",
                "解いた問題を判別できません。`authors`、`paths`、`branch`、`repo`、またはハンドルを指定してください",
            );
            return Err(self.wrong(&raw.name, &format!("group.members[{index}]"), message));
        }
        if !member.has_commits() && source == PracticeSource::Commits {
            let message = Later::message(
                "only commits count (see `source`); set `authors`, `paths`, `branch` or `repo`",
                "커밋만 셉니다(`source`). `authors`, `paths`, `branch` 또는 `repo`를 쓰세요",
                "コミットだけを数えます (`source`)。`authors`、`paths`、`branch`、または `repo` を指定してください",
            );
            return Err(self.wrong(&raw.name, &format!("group.members[{index}]"), message));
        }
        Ok(member)
    }

    fn own_repo(
        &self,
        path: &Spanned<String>,
        authors: &[String],
        key: &str,
    ) -> Result<RepoSpec, ConfigError> {
        if path.get_ref().trim().is_empty() {
            let message = Later::message(
                "must be the directory of a repository",
                "저장소의 디렉터리를 쓰세요",
                "リポジトリのディレクトリを指定してください",
            );
            return Err(self.wrong(path, key, message));
        }
        Ok(RepoSpec {
            label: clean(path.get_ref()).into_owned(),
            // Whoever looks at a clone is somebody else: their own address says nothing.
            authors: Some(authors.to_vec()),
            ..RepoSpec::new(self.path(path.get_ref()))
        })
    }

    /// A first and a last day: `2026-11-09..2026-11-15`, or one day.
    fn days(&self, value: &Spanned<Value>, key: &str) -> Result<(Date, Date), ConfigError> {
        let text = plain(value.get_ref());
        let (first, last) = text.split_once("..").unwrap_or((&text, &text));
        let days = first.trim().parse::<Date>().ok().zip(last.trim().parse::<Date>().ok());
        match days {
            Some((first, last)) if first <= last => Ok((first, last)),
            Some((first, last)) => {
                let message = Later::message(
                    format!("{first} is after {last}; swap the dates"),
                    format!("{first} 날짜가 {last} 날짜보다 늦습니다. 두 날짜를 바꾸세요"),
                    format!("{first} が {last} より後です。日付を入れ替えてください"),
                );
                Err(self.wrong(value, key, message))
            }
            None => {
                let message = Later::message(
                    format!("invalid days {text:?}; use a date or a range, e.g. \"2026-11-09..2026-11-15\""),
                    format!("잘못된 날짜입니다: {text:?} (날짜 또는 기간, 예: \"2026-11-09..2026-11-15\")"),
                    format!(
                        "日付の形式が正しくありません: {text:?} (日付または期間、例: \"2026-11-09..2026-11-15\")"
                    ),
                );
                Err(self.wrong(value, key, message))
            }
        }
    }
}

/// A repository's folder, which may be written in several ways.
fn real(repo: &RepoSpec) -> PathBuf {
    repo.path.canonicalize().unwrap_or_else(|_| repo.path.clone())
}

/// Whether two members have one repository of which one of them has everything.
fn is_all_of_both(one: &Member, other: &Member) -> bool {
    let is_all =
        |member: &Member| member.authors.is_empty() && member.paths.is_empty() && member.branch.is_none();
    let (Some(own), Some(others)) = (&one.repo, &other.repo) else { return false };
    (is_all(one) || is_all(other)) && real(own) == real(others)
}

/// What is a member's own, with its place and its key.
fn owned(index: usize, raw: &RawMember, member: &Member) -> Vec<(Own, std::ops::Range<usize>, String)> {
    let key = |name: &str| format!("group.members[{index}].{name}");
    let repo = member.repo.as_ref().map(real);
    let mut all = vec![(Own::Name(folded_name(&member.name)), raw.name.span(), key("name"))];
    let each = |list: &'_ [Spanned<String>], name: &str, own: &dyn Fn(&str) -> Own| {
        let one = |(at, text): (usize, &Spanned<String>)| {
            (own(text.get_ref()), text.span(), key(&format!("{name}[{at}]")))
        };
        let mut listed: Vec<_> = list.iter().enumerate().map(one).collect();
        // To write one's own twice is no harm.
        let mut seen = Vec::new();
        listed.retain(|(own, ..)| {
            let is_new = !seen.contains(&format!("{own:?}"));
            seen.push(format!("{own:?}"));
            is_new
        });
        listed
    };
    all.extend(each(&raw.authors, "authors", &|text| Own::Author(text.trim().to_lowercase())));
    // Folders may hold files of several, where authors tell them apart.
    if raw.authors.is_empty() {
        all.extend(each(&raw.paths, "paths", &|text| Own::Paths(repo.clone(), tidy_glob(text))));
        if raw.paths.is_empty()
            && let Some(branch) = &raw.branch
        {
            let own = Own::Branch(repo.clone(), branch.get_ref().trim().to_owned());
            all.push((own, branch.span(), key("branch")));
        }
    }
    for (id, text) in &raw.handles {
        let judge = Judge::by_id(id).filter(|judge| member.handles.contains_key(judge));
        let handle = judge.map(|judge| Own::Handle(judge, text.get_ref().to_lowercase()));
        all.extend(handle.map(|handle| (handle, text.span(), key(id))));
    }
    all
}

/// A glob as it is compared: `./ada/`, `ada/**` and `/ada` are one.
fn tidy_glob(glob: &str) -> String {
    let mut glob = glob.trim().trim_start_matches("./").trim_matches('/');
    while let Some(shorter) = glob.strip_suffix("/**").or_else(|| glob.strip_suffix("/*")) {
        glob = shorter.trim_end_matches('/');
    }
    // Everything is nobody's own.
    if ["*", "**"].contains(&glob) { String::new() } else { glob.to_owned() }
}
/// Two members whose work can't be told apart.
fn one_repository(other: &str, own: &str) -> Later {
    Later::message(
        format!(
            "{other:?} and {own:?} share one repository; separate them with `authors`, `paths` or `branch`"
        ),
        format!("{other:?}, {own:?}: 같은 저장소를 씁니다. `authors`, `paths`, `branch`로 구분하세요"),
        format!("{other:?}、{own:?}: 同じリポジトリです。`authors`、`paths`、`branch` で区別してください"),
    )
}
