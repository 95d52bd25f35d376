//! Where Library Checker is asked, and for what.

use std::time::Duration;

use super::fetch;
use crate::judges::{Fetch, SiteEntry, Source};
use crate::model::Site;

/// The judge's own interface, <https://github.com/yosupo06/library-checker-judge> (its `openapi.yaml`). It states no
/// interval; other programs keep this one.
pub static SITE: Site = Site {
    id: "library-checker",
    name: "Library Checker",
    official_url: "https://v3.api.judge.yosupo.jp",
    variable: "CPT_LIBRARY_CHECKER_URL",
    shortest_interval: Duration::from_millis(500),
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
        "submissions",
        Fetch::Submissions(|client, handle, known, stamp, page| {
            Box::pin(fetch::submissions(client, handle, known, stamp, page))
        }),
    ),
    source("problems", Fetch::Problems(|client, known| Box::pin(fetch::problems(client, known)))),
];

const fn source(name: &'static str, fetch: Fetch) -> Source {
    Source { name, data: fetch.data(), site: &SITE, fetch }
}
