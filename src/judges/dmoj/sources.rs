//! Where DMOJ is asked, and for what.

use std::time::Duration;

use super::fetch;
use crate::judges::{Fetch, SiteEntry, Source};
use crate::model::{Site, Track};

/// The judge's own interface, <https://docs.dmoj.ca/#/site/api>. It allows 90 requests a minute, and shuts out for three days
/// whoever asks more often.
pub static SITE: Site = Site {
    id: "dmoj",
    name: "DMOJ",
    official_url: "https://dmoj.ca",
    variable: "CPT_DMOJ_URL",
    shortest_interval: Duration::from_secs(1),
    knows_users: true,
};

pub(super) const SITES: &[SiteEntry] = &[SiteEntry {
    site: &SITE,
    check: |client, handle| Box::pin(fetch::knows(client, handle)),
    profiles: None,
    archive: None,
}];

pub(super) const SOURCES: &[Source] = &[
    source(
        "ratings",
        Fetch::Ratings(Track::Algorithm, |client, handle, known| {
            Box::pin(fetch::ratings(client, handle, known))
        }),
    ),
    source(
        "submissions",
        Fetch::Submissions(|client, handle, known, stamp, page| {
            Box::pin(fetch::submissions(client, handle, known, stamp, page))
        }),
    ),
    source("problems", Fetch::Problems(|client, known| Box::pin(fetch::problems(client, known)))),
    source("contests", Fetch::Contests(|client, known| Box::pin(fetch::contests(client, known)))),
];

const fn source(name: &'static str, fetch: Fetch) -> Source {
    Source { name, data: fetch.data(), site: &SITE, fetch }
}
