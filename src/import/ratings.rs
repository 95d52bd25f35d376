//! A row of the table `ratings`.

use super::row::{Row, quoted};
use super::words;
use crate::lang::Later;
use crate::model::{Handle, Judge, RowFault, Track};

/// A contest of a rating history, as a file has it.
#[derive(Debug, Clone, PartialEq)]
pub struct RatingRow {
    /// The judge.
    pub judge: Judge,
    /// The track; the judge's usual one where the file says nothing.
    pub track: Track,
    /// Whose rating it is; `None` where the file doesn't say.
    pub handle: Option<Handle>,
    /// The judge's own name for the contest.
    pub contest: String,
    /// Its title; its own name where the file has none.
    pub name: String,
    /// When it ended.
    pub at: jiff::Timestamp,
    /// The place.
    pub place: Option<u32>,
    /// The rating before; `None` where it is that after the contest before.
    pub old: Option<i32>,
    /// The rating after.
    pub new: i32,
    /// The performance that the judge published.
    pub performance: Option<i32>,
    /// Whether it counts.
    pub rated: bool,
}

/// The columns that are read.
pub(super) const COLUMNS: &[&str] =
    &["judge", "track", "handle", "contest", "name", "at", "rated", "place", "old", "new", "performance"];

/// The columns that there must be.
pub(super) const NEEDED: &[&str] = &["judge", "contest", "at", "new"];

/// The columns that follow from others.
pub(super) const DERIVED: &[&str] = &["date", "change", "colour", "performance_about", "performance_at_most"];

pub(super) fn read(row: &Row<'_>) -> Result<RatingRow, RowFault> {
    let judge = judge(row)?;
    let contest = row.needed("contest")?;
    Ok(RatingRow {
        judge,
        track: track(row, judge)?,
        handle: handle(row, judge)?,
        name: if row.has("name") { row.text("name")?.unwrap_or_default() } else { contest.clone() },
        contest,
        at: row.moment("at")?,
        place: row.whole("place")?,
        old: row.rating("old")?,
        new: row.rating("new")?.ok_or_else(|| row.fault("new", words::is_empty()))?,
        performance: row.rating("performance")?,
        rated: row.flag("rated")?.unwrap_or(true),
    })
}

/// The judge that a row is about.
pub(super) fn judge(row: &Row<'_>) -> Result<Judge, RowFault> {
    let word = row.needed("judge")?;
    Judge::meant_by(&word).ok_or_else(|| row.fault("judge", words::no_judge(&quoted(format!("{word:?}")))))
}

fn track(row: &Row<'_>, judge: Judge) -> Result<Track, RowFault> {
    let wrong = |what: Later| Err(row.fault("track", what));
    let Some(usual) = judge.tracks().first() else {
        return Err(row.fault("judge", words::no_ratings(judge)));
    };
    let Some(word) = row.text("track")? else { return Ok(*usual) };
    match [Track::Algorithm, Track::Heuristic].into_iter().find(|track| track.id() == word) {
        None => wrong(words::no_track(&quoted(format!("{word:?}")))),
        Some(track) if !judge.tracks().contains(&track) => wrong(words::not_its_track(judge, track)),
        Some(track) => Ok(track),
    }
}

fn handle(row: &Row<'_>, judge: Judge) -> Result<Option<Handle>, RowFault> {
    let text = row.text("handle")?.filter(|text| !text.is_empty());
    let read =
        |text: String| Handle::new(judge, &text).map_err(|why| row.fault("handle", why.of(&quoted(&text))));
    text.map(read).transpose()
}
