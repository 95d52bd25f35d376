//! The file as written: its tables and keys, each value with its place, nothing checked but its type.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use toml::{Spanned, Value};

use super::error::{ConfigError, nearest};
pub(super) use super::keyed::{Judges, Keyed, SiteWords};
use super::{Format, Theme};

#[derive(Debug, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Raw {
    pub handles: Keyed<Judges, Spanned<String>>,
    pub repos: Vec<RawRepo>,
    pub streak: RawStreak,
    pub targets: Vec<RawTarget>,
    pub charts: RawCharts,
    pub readme: RawReadme,
    pub new: RawNew,
    pub judges: Keyed<SiteWords, RawSite>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRepo {
    pub path: Spanned<String>,
    pub paths: Option<Vec<Spanned<String>>>,
    pub authors: Option<Vec<String>>,
    pub count_coauthors: Option<bool>,
    pub extensions: Option<Vec<Spanned<String>>>,
    pub ignore: Option<Vec<Spanned<String>>>,
    pub judge: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawStreak {
    pub goal: Option<Spanned<RawGoal>>,
    pub count: Option<Count>,
    pub timezone: Option<Spanned<String>>,
    pub day_starts_at: Option<Spanned<String>>,
    pub rest_days: Vec<Spanned<Value>>,
    pub bulk: Option<usize>,
}

/// A number of problems, alone or with what it is for: `"5/week"`.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "expected a whole number, or a text such as \"5/week\"")]
pub(super) enum RawGoal {
    Number(u32),
    Text(String),
}

/// Which problems count toward a day's goal.
#[derive(Debug, Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Count {
    All,
    New,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTarget {
    pub judge: crate::model::Judge,
    pub track: Option<Spanned<crate::model::Track>>,
    #[serde(alias = "color", alias = "rating")]
    pub colour: Option<Spanned<Value>>,
    pub equivalent: Option<Spanned<String>>,
    pub by: Spanned<Value>,
}

#[derive(Debug, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawCharts {
    pub dir: Option<String>,
    pub formats: Option<Vec<Format>>,
    pub theme: Option<Theme>,
}

#[derive(Debug, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawReadme {
    pub file: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawNew {
    pub layout: Option<Spanned<String>>,
    pub layouts: BTreeMap<String, Spanned<String>>,
    pub extension: Option<Spanned<String>>,
    pub template: Option<String>,
}

#[derive(Debug, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawSite {
    pub url: Option<Spanned<String>>,
    pub interval: Option<Spanned<String>>,
    pub timeout: Option<Spanned<String>>,
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
fn explain(message: &str) -> String {
    let message = message
        .trim_end()
        .replace("unknown field", "unknown key")
        .replace("unknown variant", "unknown word")
        .replace("missing field", "missing key")
        .replace("expected u32", "expected a whole number")
        .replace("expected usize", "expected a whole number");
    let mut words = message.split('`').skip(1).step_by(2);
    let suggestion = words
        .next()
        .filter(|_| message.starts_with("unknown"))
        .and_then(|word| nearest(word, words))
        .map_or_else(String::new, |known| format!("; did you mean `{known}`?"));
    format!("{message}{suggestion}")
}
