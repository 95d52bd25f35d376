//! The file as written: its tables and keys, each value with its place, nothing checked but its type.

use std::collections::BTreeMap;
use std::path::Path;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::{Spanned, Value};

use super::check::suggested;
use super::error::{ConfigError, nearest};
pub(super) use super::keyed::{Judges, Keyed, SiteWords};
use super::raw_group::RawGroup;
use super::{Format, SolvedBy, Theme, schema};
use crate::lang::Later;
use crate::model::PracticeSource;

/// What `cpt` reads: who you are at each judge, where your solutions are, and what you want to reach.
#[derive(Debug, Deserialize, Default, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Raw {
    /// The language of what cpt prints and writes: `en`, `ko` or `ja`. Default: that of the environment for what it
    /// prints, and English for what it writes (charts, README, report, review).
    #[schemars(schema_with = "schema::language")]
    pub language: Option<Spanned<String>>,
    /// Your handle at each judge; all are optional.
    #[schemars(schema_with = "schema::handles")]
    pub handles: Keyed<Judges, Spanned<String>>,
    /// The repositories that hold solutions. Default: the one that cpt.toml is in.
    pub repos: Vec<RawRepo>,
    /// What a streak asks for.
    pub streak: RawStreak,
    /// What you want to reach, as many as you like.
    pub targets: Vec<RawTarget>,
    /// Where charts go and how they look.
    pub charts: RawCharts,
    /// The file with a part that `cpt sync` keeps up to date.
    pub readme: RawReadme,
    /// What `cpt new` makes. Default: what your other solutions show.
    pub new: RawNew,
    /// A study group: who is in it, and what a week asks of each.
    pub group: Option<RawGroup>,
    /// Lists of problems to work through, as many as you like.
    pub lists: Vec<RawList>,
    /// How to reach each site, for a mirror or a slower pace.
    #[schemars(schema_with = "schema::sites")]
    pub judges: Keyed<SiteWords, RawSite>,
}

/// A repository with solutions.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRepo {
    /// Its directory, relative to cpt.toml; `~/` is your home.
    #[schemars(with = "String")]
    pub path: Spanned<String>,
    /// Directories in it that hold solutions. Default: `solutions` where there is one, else the whole repository.
    #[schemars(with = "Option<Vec<String>>")]
    pub paths: Option<Vec<Spanned<String>>>,
    /// Addresses or names that are you; `["*"]` is everyone. Default: the repository's `user.email`.
    pub authors: Option<Vec<String>>,
    /// Whether commits count, too, that name you in a Co-authored-by line, as squash merges do. Default: true.
    pub count_coauthors: Option<bool>,
    /// Extensions of solution files, such as `cpp`. Default: those of some seventy languages.
    #[schemars(with = "Option<Vec<String>>")]
    pub extensions: Option<Vec<Spanned<String>>>,
    /// Globs of paths that don't count. Default: build outputs, vendored libraries and hidden directories.
    #[schemars(with = "Option<Vec<String>>")]
    pub ignore: Option<Vec<Spanned<String>>>,
    /// The judge whose problems they are where paths don't say it, such as `baekjoon` for files like 1000.cpp.
    #[schemars(with = "Option<String>")]
    pub judge: Option<Spanned<String>>,
}

/// What a streak asks for.
#[derive(Debug, Deserialize, Default, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawStreak {
    /// Problems a day; `"5/week"` counts weeks instead of days. Default: 1.
    #[schemars(with = "Option<RawGoal>")]
    pub goal: Option<Spanned<RawGoal>>,
    /// Which problems count: `all` that were worked on, or `new` ones alone. Default: `all`.
    pub count: Option<Count>,
    /// What makes a day: `commits`, `submissions` (what the judges accepted, as READMEs of `BaekjoonHub` tell it, too), or
    /// `both`. Default: `commits`.
    pub source: Option<Source>,
    /// The time zone that days are in, such as `Asia/Seoul`. Default: each commit's own offset.
    #[schemars(with = "Option<String>")]
    pub timezone: Option<Spanned<String>>,
    /// When a day starts, such as `04:00`, so that 02:00 can still belong to yesterday. Default: midnight.
    #[schemars(with = "Option<String>")]
    pub day_starts_at: Option<Spanned<String>>,
    /// Days that bridge a streak without adding to it: weekdays such as `sunday`, or dates such as `2026-09-25`.
    #[schemars(with = "Vec<String>")]
    pub rest_days: Vec<Spanned<Value>>,
    /// Commits with more solution files than this are imports. Default: 50.
    pub bulk: Option<usize>,
}

/// A number of problems, alone or with what it is for: `"5/week"`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a whole number, or a text such as \"5/week\"")]
pub(super) enum RawGoal {
    Number(u32),
    Text(String),
}

/// What makes a day of practice.
#[derive(Debug, Deserialize, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Source {
    Commits,
    Submissions,
    Both,
}

impl From<Source> for PracticeSource {
    fn from(source: Source) -> Self {
        match source {
            Source::Commits => Self::Commits,
            Source::Submissions => Self::Submissions,
            Source::Both => Self::Both,
        }
    }
}

/// Which problems count toward a day's goal.
#[derive(Debug, Deserialize, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Count {
    All,
    New,
}

/// A rating to reach by a day.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = schema::with_other_names_of_colour)]
pub(super) struct RawTarget {
    /// Where.
    #[schemars(schema_with = "schema::rated_judge")]
    pub judge: Spanned<crate::model::Judge>,
    /// The kind of contest, where the judge rates several. Default: `algorithm`.
    #[schemars(with = "Option<crate::model::Track>")]
    pub track: Option<Spanned<crate::model::Track>>,
    /// A colour or a title in any of its spellings (green, mint, 민트, 水色, specialist), or a rating.
    #[serde(alias = "color", alias = "rating")]
    #[schemars(with = "Option<WordOrNumber>")]
    pub colour: Option<Spanned<Value>>,
    /// In place of `colour`: a goal of another judge, such as `codeforces mint`, for what is roughly worth as much.
    #[schemars(with = "Option<String>")]
    pub equivalent: Option<Spanned<String>>,
    /// The first day that counts, such as `2026-11-23`. Default: every day before `by` counts.
    #[schemars(with = "Option<String>")]
    pub from: Option<Spanned<Value>>,
    /// The last day that counts, such as `2026-12-31`.
    #[schemars(with = "String")]
    pub by: Spanned<Value>,
}

/// A word, or a whole number.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "stands for a value in the schema alone")]
enum WordOrNumber {
    Word(String),
    Number(i64),
}

/// Where charts go and how they look.
#[derive(Debug, Deserialize, Default, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawCharts {
    /// The directory that they are written to. Default: `charts`.
    pub dir: Option<String>,
    /// The files to write of each chart. Default: both.
    pub formats: Option<Vec<Format>>,
    /// The background that they are for. Default: `light`.
    pub theme: Option<Theme>,
    /// What the bars of solved problems are split by. Default: `difficulty`.
    pub solved_by: Option<SolvedBy>,
}

/// The file with a part that `cpt sync` keeps up to date.
#[derive(Debug, Deserialize, Default, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawReadme {
    /// A file with the lines `<!-- cpt:begin -->` and `<!-- cpt:end -->`. Default: README.md, where it has them.
    #[schemars(with = "Option<String>")]
    pub file: Option<Spanned<String>>,
}

/// What `cpt new` makes.
#[derive(Debug, Deserialize, Default, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawNew {
    /// Where solutions go, such as `solutions/{judge}/{contest}/{index}.{ext}`; also {id}, {name}, {slug}, {series},
    /// {number}, and {INDEX} in capitals.
    #[schemars(with = "Option<String>")]
    pub layout: Option<Spanned<String>>,
    /// The layouts of single judges, by their names.
    #[schemars(with = "BTreeMap<String, String>")]
    pub layouts: BTreeMap<String, Spanned<String>>,
    /// The extension of a new solution, such as `rs`.
    #[schemars(with = "Option<String>")]
    pub extension: Option<Spanned<String>>,
    /// The file that a solution begins as; `{ext}` in it is the extension. Default: template.rs and so on.
    pub template: Option<String>,
}

/// A list of problems to work through.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawList {
    /// A file with a link or an id of a problem on each line, below `# headings`, relative to cpt.toml.
    #[schemars(with = "String")]
    pub file: Spanned<String>,
    /// What the list is called: a word. Default: the file's name without its extension.
    #[schemars(with = "Option<String>")]
    pub name: Option<Spanned<String>>,
    /// Its title. Default: the heading in the file's first line.
    pub title: Option<String>,
    /// The judge of plain numbers, such as `baekjoon` for 1000.
    #[schemars(with = "Option<String>")]
    pub judge: Option<Spanned<String>>,
}

/// How to reach a site.
#[derive(Debug, Deserialize, Default, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawSite {
    /// Its address, or that of a mirror.
    #[schemars(with = "Option<String>")]
    pub url: Option<Spanned<String>>,
    /// The wait between two requests, such as `2s`; can't be shortened for the judges themselves.
    #[schemars(with = "Option<String>")]
    pub interval: Option<Spanned<String>>,
    /// How long one request may take, such as `30s`.
    #[schemars(with = "Option<String>")]
    pub timeout: Option<Spanned<String>>,
    /// How old lists of problems and contests may become, such as `24h`.
    #[schemars(with = "Option<String>")]
    pub max_age: Option<Spanned<String>>,
}

/// Reads the text's tables; an error names the key and, for an unknown one, the nearest known.
pub(super) fn read(text: &str, file: &Path) -> Result<Raw, ConfigError> {
    let wrong = |error: &toml::de::Error, key: &str| {
        let span = error.span().unwrap_or(0..0);
        ConfigError::wrong(file, text, span, key, explain(error.message()))
    };
    let document = toml::Deserializer::parse(text).map_err(|error| wrong(&error, ""))?;
    serde_path_to_error::deserialize(document).map_err(|error| wrong(error.inner(), &dotted(error.path())))
}

/// A path to a key without the parts that only exist to carry places.
fn dotted(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let parts = path.iter().filter_map(|segment| match segment {
        Segment::Seq { index } => Some(format!("[{index}]")),
        Segment::Map { key } if !key.starts_with("$__") => Some(format!(".{key}")),
        _ => None,
    });
    parts.collect::<String>().trim_start_matches('.').to_owned()
}

/// The library's message in the user's words, with a suggestion where it lists what it expected.
fn explain(message: &str) -> Later {
    let said = message
        .trim_end()
        .replace("unknown field", "unknown key")
        .replace("unknown variant", "unknown word")
        .replace("missing field", "missing key")
        .replace("expected u32", "expected a whole number")
        .replace("expected usize", "expected a whole number");
    let mut words = said.split('`').skip(1).step_by(2);
    let word = words.next().unwrap_or_default();
    let message = if said.starts_with("unknown key") {
        Later::message(&*said, format!("알 수 없는 키입니다: `{word}`"), format!("不明なキーです: `{word}`"))
    } else if said.starts_with("unknown word") {
        let known = words.clone().collect::<Vec<_>>().join(", ");
        Later::message(
            &*said,
            format!("알 수 없는 값입니다: `{word}` (사용할 수 있는 값: {known})"),
            format!("不明な値です: `{word}` (指定できる値: {known})"),
        )
    } else if said.starts_with("missing key") {
        Later::message(&*said, format!("키가 없습니다: `{word}`"), format!("キーがありません: `{word}`"))
    } else {
        // The parser's own words are in English.
        Later::message(&*said, format!("잘못된 값입니다 ({said})"), format!("値が正しくありません ({said})"))
    };
    match nearest(word, words).filter(|_| said.starts_with("unknown")) {
        Some(known) => suggested(message, format!("`{known}`")),
        None => message,
    }
}
