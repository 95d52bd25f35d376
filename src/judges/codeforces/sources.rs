//! Where Codeforces is asked, and for what.

use std::time::Duration;

use super::fetch;
use crate::judges::{Fetch, SiteEntry, Source};
use crate::model::{Site, Track};

/// The judge's own interface, <https://codeforces.com/apiHelp>, which allows one request in two seconds.
pub static SITE: Site = Site {
    id: "codeforces",
    name: "Codeforces",
    official_url: "https://codeforces.com",
    variable: "CPT_CODEFORCES_URL",
    shortest_interval: Duration::from_secs(2),
    knows_users: true,
};

pub(super) const SITES: &[SiteEntry] = &[SiteEntry {
    site: &SITE,
    check: |client, handle| Box::pin(fetch::knows(client, handle)),
    profiles: Some(|client, handles| Box::pin(fetch::profiles(client, handles))),
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
