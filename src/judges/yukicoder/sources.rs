//! Where yukicoder is asked, and for what.

use std::time::Duration;

use super::fetch;
use crate::judges::{Fetch, SiteEntry, Source};
use crate::model::{JudgeData, Site};

/// The judge's own interface. It states no interval.
pub static SITE: Site = Site {
    id: "yukicoder",
    name: "yukicoder",
    official_url: "https://yukicoder.me",
    variable: "CPT_YUKICODER_URL",
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
        "submissions",
        JudgeData::Accepted,
        Fetch::Submissions(|client, handle, _, stamp, _| Box::pin(fetch::solved(client, handle, stamp))),
    ),
    source(
        "problems",
        JudgeData::Problems,
        Fetch::Problems(|client, known| Box::pin(fetch::problems(client, known))),
    ),
];

const fn source(name: &'static str, data: JudgeData, fetch: Fetch) -> Source {
    Source { name, data, site: &SITE, fetch }
}
