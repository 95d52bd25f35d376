//! Where Aizu Online Judge is asked, and for what.

use std::time::Duration;

use super::fetch;
use crate::judges::{Fetch, SiteEntry, Source};
use crate::model::{JudgeData, Site};

/// The judge's own interface, <http://developers.u-aizu.ac.jp>. It states no interval.
pub static SITE: Site = Site {
    id: "aoj",
    name: "AOJ",
    official_url: "https://judgeapi.u-aizu.ac.jp",
    variable: "CPT_AOJ_URL",
    shortest_interval: Duration::from_secs(1),
    knows_users: true,
};

pub(super) const SITES: &[SiteEntry] = &[SiteEntry {
    site: &SITE,
    check: |client, handle| Box::pin(fetch::knows(client, handle)),
    profiles: None,
    archive: None,
}];

pub(super) const SOURCES: &[Source] = &[Source {
    name: "submissions",
    data: JudgeData::Submissions,
    site: &SITE,
    fetch: Fetch::Submissions(|client, handle, known, stamp, page| {
        Box::pin(fetch::submissions(client, handle, known, stamp, page))
    }),
}];
