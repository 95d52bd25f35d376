//! What `[judges]` says of the sites that are asked, checked and given its meaning.

use std::time::Duration;

use jiff::SignedDuration;
use toml::Spanned;
use url::Url;

use super::Sites;
use super::check::Checker;
use super::error::ConfigError;
use super::raw::{Keyed, RawSite, SiteWords};
use crate::judges;
use crate::model::{Endpoint, Site};

/// How long one answer may take unless the configuration says otherwise.
const TIMEOUT: Duration = Duration::from_secs(30);

/// How old a judge's lists may be unless the configuration says otherwise.
const MAX_AGE: Duration = Duration::from_hours(24);

impl Checker<'_> {
    pub fn sites(&self, raw: &Keyed<SiteWords, RawSite>) -> Result<Sites, ConfigError> {
        let blank = RawSite::default();
        let of_site = |site: &'static Site| {
            let raw = raw.get(site.id).unwrap_or(&blank);
            Ok((site.id, self.site(site, raw)?))
        };
        Ok(Sites(judges::sites().map(of_site).collect::<Result<_, _>>()?))
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
                        shortest.as_secs_f64()
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
