//! Where LeetCode is asked, and for what.

use std::time::Duration;

use super::fetch;
use crate::judges::{Fetch, SiteEntry, Source};
use crate::model::{Site, Track};

/// The interface of the judge's own pages, GraphQL at `/graphql`. It isn't documented, and may change or close at any time;
/// it states no interval.
pub static SITE: Site = Site {
    id: "leetcode",
    name: "LeetCode (unofficial)",
    official_url: "https://leetcode.com",
    variable: "CPT_LEETCODE_URL",
    shortest_interval: Duration::from_secs(2),
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
        Fetch::Ratings(Track::Algorithm, |client, handle, _| Box::pin(fetch::ratings(client, handle))),
    ),
    source(
        "submissions",
        Fetch::Submissions(|client, handle, _, _, page| Box::pin(fetch::submissions(client, handle, page))),
    ),
    source("problems", Fetch::MetProblems(|client, problems| Box::pin(fetch::problems(client, problems)))),
];

const fn source(name: &'static str, fetch: Fetch) -> Source {
    Source { name, data: fetch.data(), site: &SITE, fetch }
}
