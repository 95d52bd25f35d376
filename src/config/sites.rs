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
use crate::lang::Later;
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
                    let shortest = shortest.as_secs_f64();
                    let message = Later::message(
                        format!("can't be less than {shortest} s for the official site"),
                        format!("공식 사이트에는 {shortest}초보다 짧게 설정할 수 없습니다"),
                        format!("公式サイトでは{shortest}秒より短くできません"),
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
            Duration::ZERO => {
                let message = Later::message(
                    "must be greater than 0",
                    "0보다 커야 합니다",
                    "0より大きい値を指定してください",
                );
                Err(self.wrong(text, &key("timeout"), message))
            }
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
        let expected = |written: &str| {
            Later::message(
                format!("invalid duration {written:?}; use e.g. \"2s\" or \"500ms\", at most 1 hour"),
                format!("잘못된 시간입니다: {written:?} (예: \"2s\", \"500ms\", 최대 1시간)"),
                format!("時間の形式が正しくありません: {written:?} (例: \"2s\"、\"500ms\"、最大1時間)"),
            )
        };
        self.duration_up_to(Duration::from_hours(1), text, key, expected)
    }

    fn age(&self, text: &Spanned<String>, key: &str) -> Result<Duration, ConfigError> {
        let expected = |written: &str| {
            Later::message(
                format!("invalid duration {written:?}; use e.g. \"24h\" or \"90m\", at most 1 year"),
                format!("잘못된 시간입니다: {written:?} (예: \"24h\", \"90m\", 최대 1년)"),
                format!("時間の形式が正しくありません: {written:?} (例: \"24h\"、\"90m\"、最大1年)"),
            )
        };
        self.duration_up_to(Duration::from_hours(24 * 366), text, key, expected)
    }

    fn duration_up_to(
        &self,
        most: Duration,
        text: &Spanned<String>,
        key: &str,
        expected: impl Fn(&str) -> Later,
    ) -> Result<Duration, ConfigError> {
        let written = text.get_ref();
        let duration = written.parse::<SignedDuration>().ok();
        duration
            .and_then(|duration| Duration::try_from(duration).ok())
            .filter(|duration| *duration <= most)
            .ok_or_else(|| self.wrong(text, key, expected(written)))
    }
}

fn address(text: &str) -> Result<Url, Later> {
    let shown = without_secrets(text);
    let url = Url::parse(text).map_err(|why| {
        Later::message(
            format!("invalid URL {shown:?} ({why}); use e.g. \"http://127.0.0.1:8080\""),
            format!("잘못된 URL입니다: {shown:?} ({why}) (예: \"http://127.0.0.1:8080\")"),
            format!("URL が正しくありません: {shown:?} ({why}) (例: \"http://127.0.0.1:8080\")"),
        )
    })?;
    if matches!(url.scheme(), "http" | "https") && url.has_host() && url.query().is_none() {
        return Ok(url);
    }
    Err(Later::message(
        format!("invalid URL {shown:?}; use an http:// or https:// URL without a query"),
        format!("잘못된 URL입니다: {shown:?} (쿼리가 없는 http:// 또는 https:// URL을 쓰세요)"),
        format!(
            "URL が正しくありません: {shown:?} (クエリのない http:// または https:// の URL を指定してください)"
        ),
    ))
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
