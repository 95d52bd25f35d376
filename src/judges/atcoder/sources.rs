//! Where AtCoder is asked, and for what.

use std::time::Duration;

use super::fetch::{archive, calendar, ratings};
use crate::judges::{Fetch, SiteEntry, Source};
use crate::model::{JudgeData, Site, Track};

/// The judge's own pages; of these the rating histories as JSON. It states no interval and gets the archive's.
pub static SITE: Site = Site {
    id: "atcoder",
    name: "AtCoder",
    official_url: "https://atcoder.jp",
    variable: "CPT_ATCODER_URL",
    shortest_interval: Duration::from_secs(1),
    knows_users: true,
};

/// `AtCoder` Problems, the community's archive of submissions and difficulties. It asks for more than a second between
/// requests (its `doc/api.md`).
pub static ARCHIVE: Site = Site {
    id: "atcoder_problems",
    name: "AtCoder Problems",
    official_url: "https://kenkoooo.com/atcoder",
    variable: "CPT_ATCODER_PROBLEMS_URL",
    shortest_interval: Duration::from_secs(1),
    knows_users: false,
};

/// The calendars of contests to come, which the judge keeps at Google. Nobody states an interval.
pub static CALENDARS: Site = Site {
    id: "atcoder_calendar",
    name: "AtCoder's calendars",
    official_url: "https://calendar.google.com/calendar/ical",
    variable: "CPT_ATCODER_CALENDAR_URL",
    shortest_interval: Duration::from_secs(1),
    knows_users: false,
};

pub(super) const SITES: &[SiteEntry] = &[
    SiteEntry {
        site: &SITE,
        check: |client, handle| Box::pin(ratings::knows(client, handle)),
        profiles: None,
        archive: None,
    },
    SiteEntry {
        site: &ARCHIVE,
        check: |client, handle| Box::pin(archive::answers(client, handle)),
        profiles: None,
        archive: Some(|client, handle| Box::pin(archive::state(client, handle))),
    },
    SiteEntry {
        site: &CALENDARS,
        check: |client, _| Box::pin(calendar::answers(client)),
        profiles: None,
        archive: None,
    },
];

pub(super) const SOURCES: &[Source] = &[
    Source {
        name: "algorithm",
        data: JudgeData::Ratings(Track::Algorithm),
        site: &SITE,
        fetch: Fetch::Ratings(Track::Algorithm, |client, handle, known| {
            Box::pin(ratings::ratings_of_known(client, handle, known))
        }),
    },
    Source {
        name: "heuristic",
        data: JudgeData::Ratings(Track::Heuristic),
        site: &SITE,
        fetch: Fetch::Ratings(Track::Heuristic, |client, handle, known| {
            Box::pin(ratings::ratings(client, handle, Track::Heuristic, known))
        }),
    },
    archived(
        "submissions",
        Fetch::Submissions(|client, handle, known, stamp, page| {
            let since = known.and_then(|known| known.unsettled_since(archive::SETTLED_AFTER));
            Box::pin(archive::submissions(client, handle, since, stamp, page))
        }),
    ),
    archived(
        "problems",
        Fetch::PlacedProblems(
            |client, known| Box::pin(archive::problems(client, known)),
            |client, known| Box::pin(archive::contest_problems(client, known)),
        ),
    ),
    archived("models", Fetch::Difficulties(|client, known| Box::pin(archive::difficulties(client, known)))),
    archived("contests", Fetch::Contests(|client, known| Box::pin(archive::contests(client, known)))),
    Source {
        name: "calendar",
        data: JudgeData::Calendar(None),
        site: &CALENDARS,
        fetch: Fetch::Announced(&[
            ("ABC", |client, known| Box::pin(calendar::ABC.contests(client, known))),
            ("ARC", |client, known| Box::pin(calendar::ARC.contests(client, known))),
            ("AGC", |client, known| Box::pin(calendar::AGC.contests(client, known))),
            ("AHC", |client, known| Box::pin(calendar::AHC.contests(client, known))),
        ]),
    },
];

const fn archived(name: &'static str, fetch: Fetch) -> Source {
    Source { name, data: fetch.data(), site: &ARCHIVE, fetch }
}
