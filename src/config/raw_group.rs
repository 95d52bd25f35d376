//! `[group]` as written: its tables and keys, each value with its place, nothing checked but its type.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use toml::{Spanned, Value};

use super::keyed::Key;
use super::raw::{Count, RawGoal, Source};
use super::schema;
use crate::model::Judge;

/// A study group: who is in it, and what a week asks of each.
#[derive(Debug, Deserialize, Default, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawGroup {
    /// What the group is called.
    #[schemars(with = "Option<String>")]
    pub name: Option<Spanned<String>>,
    /// The time zone of its days and weeks, such as `Asia/Seoul`. Default: that of `[streak]`.
    #[schemars(with = "Option<String>")]
    pub timezone: Option<Spanned<String>>,
    /// When its days start, such as `04:00`. Default: as in `[streak]`.
    #[schemars(with = "Option<String>")]
    pub day_starts_at: Option<Spanned<String>>,
    /// The weekday that its weeks start on. Default: `monday`.
    #[schemars(with = "Option<String>")]
    pub week_starts: Option<Spanned<String>>,
    /// When a week that has ended is settled, such as `monday 20:00`; until then what it lacks can still be solved.
    /// Default: when it ends.
    #[schemars(with = "Option<String>")]
    pub settles: Option<Spanned<String>>,
    /// The first day that counts, such as `2026-09-01`. Default: each member's first solved problem.
    #[schemars(with = "Option<String>")]
    pub from: Option<Spanned<Value>>,
    /// Problems a week or a day, such as `5/week` or `1/day`; `all` asks for what is assigned. Default: `5/week`.
    #[schemars(with = "Option<RawGoal>")]
    pub goal: Option<Spanned<RawGoal>>,
    /// Which problems count: `new` ones, which a member hasn't solved before, or `all`. Default: `new`.
    pub counts: Option<Count>,
    /// What a problem is solved by: `commits`, `submissions` (what the judges accepted) or `both`. Default: `both`.
    pub source: Option<Source>,
    /// What a missed goal costs.
    pub fine: Option<RawFine>,
    /// Who is in it.
    pub members: Vec<RawMember>,
    /// What is assigned.
    pub weeks: Vec<RawWeek>,
}

/// What a missed goal costs.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFine {
    /// The amount, a whole number.
    #[schemars(with = "u32")]
    pub missed: Spanned<i64>,
    /// What the amount is of, such as `KRW`.
    #[schemars(with = "String")]
    pub unit: Spanned<String>,
    /// What it is for: each missing `problem`, or a `week` whose goal isn't met. Default: `problem`.
    pub per: Option<RawFinePer>,
}

/// What a fine is for.
#[derive(Debug, Deserialize, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum RawFinePer {
    Problem,
    Week,
}

/// What is assigned in a week.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWeek {
    /// The week, such as `2026-W48`, or any of its days.
    #[schemars(with = "String")]
    pub week: Spanned<Value>,
    /// Ids and links of problems, such as `abc300_a` or `boj/1000`.
    #[schemars(with = "Option<Vec<String>>")]
    pub problems: Option<Vec<Spanned<String>>>,
    /// A list whose problems are assigned, too: one of `[[lists]]`, a judge's set such as `edpc`, or a contest.
    #[schemars(with = "Option<String>")]
    pub list: Option<Spanned<String>>,
    /// The heading of the part of the list that is assigned. Default: all of it.
    #[schemars(with = "Option<String>")]
    pub heading: Option<Spanned<String>>,
}

/// A member, and how to tell what they solved. Their handles at the judges are further keys.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields, transform = schema::with_handles)]
pub(super) struct RawMember {
    /// What they are called.
    #[schemars(with = "String")]
    pub name: Spanned<String>,
    /// The addresses and names in commits that are theirs.
    #[schemars(with = "Option<Vec<String>>")]
    pub authors: Vec<Spanned<String>>,
    /// Globs of the files that are theirs in a shared repository, such as `ada/**` or `week*/ada/**`.
    #[schemars(with = "Option<Vec<String>>")]
    pub paths: Vec<Spanned<String>>,
    /// The branch that is theirs in a shared repository.
    #[schemars(with = "Option<String>")]
    pub branch: Option<Spanned<String>>,
    /// A repository of their own: its directory, relative to cpt.toml.
    #[schemars(with = "Option<String>")]
    pub repo: Option<Spanned<String>>,
    /// Their own goal, such as `3/week`. Default: the group's.
    #[schemars(with = "Option<RawGoal>")]
    pub goal: Option<Spanned<RawGoal>>,
    /// Their first day, such as `2026-09-01`. Default: the group's.
    #[schemars(with = "Option<String>")]
    pub from: Option<Spanned<Value>>,
    /// Their last day.
    #[schemars(with = "Option<String>")]
    pub until: Option<Spanned<Value>>,
    /// Days on which nothing is asked of them, such as `2026-11-09..2026-11-15` or `2026-11-20`.
    #[schemars(with = "Option<Vec<String>>")]
    pub excused: Vec<Spanned<Value>>,
    #[schemars(skip)]
    pub handles: BTreeMap<&'static str, Spanned<String>>,
}

const MEMBER_KEYS: [&str; 9] =
    ["name", "authors", "paths", "branch", "repo", "goal", "from", "until", "excused"];

/// The keys of a member, with a handle for each judge.
fn member_keys() -> &'static [&'static str] {
    static KEYS: LazyLock<Vec<&'static str>> =
        LazyLock::new(|| MEMBER_KEYS.iter().chain(Judge::ids()).copied().collect());
    &KEYS
}

impl<'de> Deserialize<'de> for RawMember {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MemberTable)
    }
}

struct MemberTable;

impl<'de> Visitor<'de> for MemberTable {
    type Value = RawMember;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawMember, A::Error> {
        let (mut name, mut authors, mut paths, mut branch, mut repo) = (None, None, None, None, None);
        let (mut goal, mut from, mut until, mut excused) = (None, None, None, None);
        let mut handles = BTreeMap::new();
        while let Some(key) = map.next_key_seed(Key(member_keys()))? {
            match key {
                "name" => name = Some(map.next_value()?),
                "authors" => authors = Some(map.next_value()?),
                "paths" => paths = Some(map.next_value()?),
                "branch" => branch = Some(map.next_value()?),
                "repo" => repo = Some(map.next_value()?),
                "goal" => goal = Some(map.next_value()?),
                "from" => from = Some(map.next_value()?),
                "until" => until = Some(map.next_value()?),
                "excused" => excused = Some(map.next_value()?),
                judge => _ = handles.insert(judge, map.next_value()?),
            }
        }
        Ok(RawMember {
            name: name.ok_or_else(|| A::Error::missing_field("name"))?,
            authors: authors.unwrap_or_default(),
            paths: paths.unwrap_or_default(),
            branch,
            repo,
            goal,
            from,
            until,
            excused: excused.unwrap_or_default(),
            handles,
        })
    }
}
