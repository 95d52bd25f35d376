//! The file's values, checked and given their meaning.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ignore::gitignore::GitignoreBuilder;
use jiff::SignedDuration;
use jiff::civil::Date;
use toml::{Spanned, Value};
use url::Url;

use super::error::{ConfigError, nearest};
use super::raw::{Judges, Keyed, Raw, RawCharts, RawRepo, RawSite, RawTarget, SiteWords};
use super::{Charts, Config, Format, Handles, Overrides, Sites, Theme, below_home};
use crate::judges::{self, known_judge, known_judges};
use crate::model::{self, Endpoint, Goal, Handle, Judge, RepoSpec, Site, Target, Track};

/// How long one answer may take unless the configuration says otherwise.
const TIMEOUT: Duration = Duration::from_secs(30);

/// How old a judge's lists may be unless the configuration says otherwise.
const MAX_AGE: Duration = Duration::from_hours(24);

/// Turns what a file says into what it means.
pub(super) struct Checker<'a> {
    pub text: &'a str,
    pub file: &'a Path,
    pub overrides: &'a Overrides,
}

impl Checker<'_> {
    pub fn config(&self, raw: Raw) -> Result<Config, ConfigError> {
        Ok(Config {
            handles: self.handles(&raw.handles)?,
            repos: self.repos(raw.repos)?,
            streak: self.streak(&raw.streak)?,
            targets: raw
                .targets
                .into_iter()
                .enumerate()
                .map(|(index, target)| self.target(index, &target))
                .collect::<Result<_, _>>()?,
            charts: self.charts(raw.charts),
            readme: raw.readme.file.map(|file| self.readme(&file)).transpose()?,
            new: self.new_solutions(raw.new)?,
            sites: self.sites(&raw.judges)?,
            said: said(self.text),
        })
    }

    /// An error at the place of `value`.
    pub(super) fn wrong<T>(&self, value: &Spanned<T>, key: &str, message: impl AsRef<str>) -> ConfigError {
        ConfigError::wrong(self.file, self.text, value.span(), key, message)
    }

    fn handles(&self, raw: &Keyed<Judges, Spanned<String>>) -> Result<Handles, ConfigError> {
        let of_judge = |judge: Judge| {
            // An empty handle is what the template of `cpt init` leaves to fill in.
            let text = raw.get(judge.id()).filter(|text| !text.get_ref().is_empty())?;
            let handle = Handle::new(judge, text.get_ref()).map_err(|why| {
                let message = format!("{:?} can't be a handle: {why}", text.get_ref());
                self.wrong(text, &format!("handles.{}", judge.id()), message)
            });
            Some(handle.map(|handle| (judge, handle)))
        };
        Judge::all().filter_map(of_judge).collect()
    }

    fn sites(&self, raw: &Keyed<SiteWords, RawSite>) -> Result<Sites, ConfigError> {
        let blank = RawSite::default();
        let of_site = |site: &'static Site| {
            let raw = raw.get(site.id).unwrap_or(&blank);
            Ok((site.id, self.site(site, raw)?))
        };
        Ok(Sites(judges::sites().map(of_site).collect::<Result<_, _>>()?))
    }

    /// A path of the file's: relative to its directory, `~/` to the home directory.
    pub(super) fn path(&self, text: &str) -> PathBuf {
        let dir = self.file.parent().unwrap_or(Path::new(""));
        match below_home(text, self.overrides.home.as_deref()) {
            Some(path) => path,
            None if text == "." => dir.to_owned(),
            None => dir.join(text),
        }
    }

    fn repos(&self, raw: Vec<RawRepo>) -> Result<Vec<RepoSpec>, ConfigError> {
        if raw.is_empty() {
            return Ok(vec![RepoSpec { label: ".".to_owned(), ..RepoSpec::new(self.path(".")) }]);
        }
        let mut repos: Vec<RepoSpec> = Vec::new();
        // The same folder may be written in several ways.
        let mut listed = HashSet::new();
        for (index, raw) in raw.into_iter().enumerate() {
            let path = raw.path.clone();
            let repo = self.repo(index, raw)?;
            if !listed.insert(repo.path.canonicalize().unwrap_or_else(|_| repo.path.clone())) {
                let message = "this repository is listed already; put all its folders into one `paths`";
                return Err(self.wrong(&path, &format!("repos[{index}].path"), message));
            }
            repos.push(repo);
        }
        Ok(repos)
    }

    fn repo(&self, index: usize, raw: RawRepo) -> Result<RepoSpec, ConfigError> {
        let key = |name: &str| format!("repos[{index}].{name}");
        for (at, path) in raw.paths.iter().flatten().enumerate() {
            let outside = Path::new(path.get_ref())
                .components()
                .any(|part| !matches!(part, std::path::Component::Normal(_) | std::path::Component::CurDir));
            if outside {
                let message = "a folder inside the repository is expected, relative to its root";
                return Err(self.wrong(path, &key(&format!("paths[{at}]")), message));
            }
        }
        for (at, glob) in raw.ignore.iter().flatten().enumerate() {
            GitignoreBuilder::new("").allow_unclosed_class(false).add_line(None, glob.get_ref()).map_err(
                |why| {
                    let why = match why {
                        ignore::Error::Glob { err, .. } => err,
                        other => other.to_string(),
                    };
                    self.wrong(glob, &key(&format!("ignore[{at}]")), format!("not a glob: {why}"))
                },
            )?;
        }
        for (at, extension) in raw.extensions.iter().flatten().enumerate() {
            if extension.get_ref().is_empty() || extension.get_ref().contains(['/', '*']) {
                let message = "a file name's ending is expected, such as \"cpp\"";
                return Err(self.wrong(extension, &key(&format!("extensions[{at}]")), message));
            }
        }
        if raw.path.get_ref().is_empty() {
            return Err(self.wrong(&raw.path, &key("path"), "a repository's directory is expected"));
        }
        if let Some(judge) = &raw.judge
            && known_judge(judge.get_ref()).is_none()
        {
            let known = known_judges().flat_map(|known| known.words).copied();
            let message = format!(
                "{:?} is no judge that cpt knows; a name such as \"baekjoon\" is expected{}",
                judge.get_ref(),
                did_you_mean(judge.get_ref(), known)
            );
            return Err(self.wrong(judge, &key("judge"), message));
        }
        let words = |list: Option<Vec<Spanned<String>>>| {
            list.map(|list| list.into_iter().map(Spanned::into_inner).collect())
        };
        Ok(RepoSpec {
            path: self.path(raw.path.get_ref()),
            label: model::clean(raw.path.get_ref()).into_owned(),
            paths: words(raw.paths),
            authors: raw.authors,
            count_coauthors: raw.count_coauthors.unwrap_or(true),
            extensions: words(raw.extensions),
            ignore: words(raw.ignore),
            judge: raw.judge.map(Spanned::into_inner),
        })
    }

    fn target(&self, index: usize, raw: &RawTarget) -> Result<Target, ConfigError> {
        let key = |name: &str| format!("targets[{index}].{name}");
        let track = raw.track.as_ref().map_or(Track::default(), |track| *track.get_ref());
        if let Some(written) = &raw.track
            && !raw.judge.tracks().contains(&track)
        {
            let message = format!("{} has no {track} rating", raw.judge);
            return Err(self.wrong(written, &key("track"), message));
        }
        let (goal, equivalent) = match (&raw.colour, &raw.equivalent) {
            (Some(colour), None) => {
                let goal = Goal::parse(raw.judge, &plain(colour.get_ref()))
                    .map_err(|why| self.wrong(colour, &key("colour"), why.to_string()))?;
                (goal, None)
            }
            (None, Some(text)) => {
                let (goal, elsewhere) = Goal::parse_elsewhere(raw.judge, text.get_ref(), Judge::all())
                    .map_err(|message| self.wrong(text, &key("equivalent"), message))?;
                (goal, Some(elsewhere))
            }
            (Some(_), Some(text)) => {
                let message = "a target has a colour or an equivalent, not both";
                return Err(self.wrong(text, &key("equivalent"), message));
            }
            (None, None) => {
                let message = "missing key `colour`; a colour, a title or a rating is expected";
                return Err(self.wrong(&raw.by, &format!("targets[{index}]"), message));
            }
        };
        let text = plain(raw.by.get_ref());
        let by: Date = text.parse().map_err(|_| {
            let message = format!("{text:?} is no date; YYYY-MM-DD is expected, such as \"2026-12-31\"");
            self.wrong(&raw.by, &key("by"), message)
        })?;
        Ok(Target { judge: raw.judge, track, goal, by, equivalent })
    }

    fn charts(&self, raw: RawCharts) -> Charts {
        Charts {
            dir: self.path(raw.dir.as_deref().unwrap_or("charts")),
            formats: raw
                .formats
                .filter(|formats| !formats.is_empty())
                .unwrap_or_else(|| vec![Format::Svg, Format::Png]),
            theme: raw.theme.unwrap_or(Theme::Light),
        }
    }

    fn readme(&self, file: &Spanned<String>) -> Result<PathBuf, ConfigError> {
        if file.get_ref().is_empty() {
            return Err(self.wrong(file, "readme.file", "a file is expected, such as \"README.md\""));
        }
        Ok(self.path(file.get_ref()))
    }

    fn site(&self, site: &Site, raw: &RawSite) -> Result<Endpoint, ConfigError> {
        let key = |name: &str| format!("judges.{}.{name}", site.id);
        let url = if let Some((name, text)) = self.overrides.url(site) {
            address(text).map_err(|message| ConfigError::Environment { name: name.to_owned(), message })?
        } else if let Some(text) = &raw.url {
            address(text.get_ref()).map_err(|message| self.wrong(text, &key("url"), message))?
        } else {
            address(site.official_url)
                .map_err(|message| ConfigError::Environment { name: site.official_url.to_owned(), message })?
        };
        let shortest = site.shortest_interval;
        let official = site.is_official(&url);
        let written = raw
            .interval
            .as_ref()
            .map(|text| match self.duration(text, &key("interval"))? {
                interval if official && interval < shortest => {
                    let message = format!(
                        "the official address is asked at most once in {} s; the wait can only be lengthened",
                        shortest.as_secs()
                    );
                    Err(self.wrong(text, &key("interval"), message))
                }
                interval => Ok(interval),
            })
            .transpose()?;
        let interval = match self.overrides.interval {
            Some(interval) if official => interval.max(shortest),
            Some(interval) => interval,
            None => written.unwrap_or(shortest),
        };
        let timeout = raw.timeout.as_ref().map(|text| match self.duration(text, &key("timeout"))? {
            Duration::ZERO => Err(self.wrong(text, &key("timeout"), "no judge answers in no time at all")),
            timeout => Ok(timeout),
        });
        let timeout = timeout.transpose()?;
        let max_age = raw.max_age.as_ref().map(|text| self.age(text, &key("max_age"))).transpose()?;
        Ok(Endpoint {
            url,
            interval,
            timeout: timeout.unwrap_or(TIMEOUT),
            max_age: max_age.unwrap_or(MAX_AGE),
        })
    }

    fn duration(&self, text: &Spanned<String>, key: &str) -> Result<Duration, ConfigError> {
        let expected = "one up to an hour is expected, such as \"2s\" or \"500ms\"";
        self.duration_up_to(Duration::from_hours(1), text, key, expected)
    }

    fn age(&self, text: &Spanned<String>, key: &str) -> Result<Duration, ConfigError> {
        let expected = "one up to a year is expected, such as \"24h\" or \"90m\"";
        self.duration_up_to(Duration::from_hours(24 * 366), text, key, expected)
    }

    fn duration_up_to(
        &self,
        most: Duration,
        text: &Spanned<String>,
        key: &str,
        expected: &str,
    ) -> Result<Duration, ConfigError> {
        let written = text.get_ref();
        let duration = written.parse::<SignedDuration>().ok();
        duration
            .and_then(|duration| Duration::try_from(duration).ok())
            .filter(|duration| *duration <= most)
            .ok_or_else(|| self.wrong(text, key, format!("{written:?} is no duration; {expected}")))
    }
}

/// A suggestion to end a message with, where one of `known` is near.
pub(super) fn did_you_mean<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    nearest(word, known).map_or_else(String::new, |known| format!("; did you mean {known:?}?"))
}

/// A value as the user would say it: TOML has dates and numbers of its own, and people use them.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The text of a configuration as [`Config::said`] has it.
fn said(text: &str) -> String {
    let mut table: toml::Table = text.parse().unwrap_or_default();
    table.remove("judges");
    table.to_string()
}

fn address(text: &str) -> Result<Url, String> {
    let expected = "an address such as \"http://127.0.0.1:8080\" is expected";
    let shown = without_secrets(text);
    let url = Url::parse(text).map_err(|why| format!("{shown:?} is no address ({why}); {expected}"))?;
    if matches!(url.scheme(), "http" | "https") && url.has_host() && url.query().is_none() {
        Ok(url)
    } else {
        Err(format!("{shown:?} can't be asked; {expected}"))
    }
}

/// A text that should have been an address, as far as it may be shown: a name and a password end at an `@`, and keys
/// stand in what is asked for.
fn without_secrets(text: &str) -> String {
    let (before, after) = text.rsplit_once('@').map_or((None, text), |(before, after)| (Some(before), after));
    let (after, asked) = after.split_once(['?', '#']).map_or((after, ""), |(after, _)| (after, "?..."));
    let scheme = before.map(|before| before.split_once("://").map_or("", |(scheme, _)| scheme));
    match scheme {
        None => format!("{after}{asked}"),
        Some("") => format!("...@{after}{asked}"),
        Some(scheme) => format!("{scheme}://...@{after}{asked}"),
    }
}
