//! The charts of a study group.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Missing, Named, Subject, View};
use crate::answers::group::GroupCalendar;
use crate::model::{Group, RatingSeries};
use crate::plot::{self, Frame};
use crate::report::chart_words;

/// How many weeks are shown where nobody says.
const WEEKS: i64 = 8;

/// What the charts of a group show.
pub struct Charted<'a> {
    pub group: &'a Group,
    pub calendar: GroupCalendar,
    /// The ratings of the members, each with the name of whose it is.
    pub ratings: Vec<(&'a str, RatingSeries)>,
    pub today: Date,
}

/// The first and the last day that the charts of a group show of `view` on `today`.
pub fn days_of(view: &View, today: Date) -> (Date, Date) {
    let to = view.until.map_or(today, |until| until.min(today));
    let from = view.since.unwrap_or_else(|| to.saturating_sub((WEEKS - 1).weeks()));
    (from.min(to), to)
}

/// Draws the days of all members, and their ratings at each judge.
pub(super) fn draw(subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
    let Some(Charted { group, calendar, ratings, today }) = &subject.group else {
        return Err(Missing::data(chart_words::no_group));
    };
    if calendar.members.is_empty() {
        return Err(Missing::data(chart_words::no_members));
    }
    let frame = &Frame { today: *today, ..frame.clone() };
    let scene = plot::group_calendar(group, calendar, frame)?;
    let mut drawn = vec![Named { name: "group".to_owned(), scene }];
    let mut rest: Vec<&(&str, RatingSeries)> = ratings.iter().collect();
    while let Some((_, first)) = rest.first() {
        let slug = first.key.slug();
        let (same, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(|(_, one)| one.key.slug() == slug);
        let same: Vec<(&str, RatingSeries)> = same.into_iter().cloned().collect();
        let scene = plot::group_ratings(&same, frame)?;
        drawn.extend(scene.map(|scene| Named { name: format!("group-{slug}"), scene }));
        rest = others;
    }
    Ok(drawn)
}
