//! What of a long page waits packed until somebody asks for it.
//!
//! A page of ten years is mostly rows and days that nobody looks at this time. They are in it all the same, compressed,
//! and the page's own script unpacks them where they are wanted: what isn't parsed costs no time.

use std::fmt::{self, Display, Formatter};
use std::io::Write as _;

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::super::table::HtmlTable;
use super::Material;
use super::days::DayCard;
use crate::answers::JournalDay;

/// A table of more rows than this has only its first rows at once.
const MANY_ROWS: usize = 600;

/// How many rows those are.
pub(super) const FIRST_ROWS: usize = 300;

/// So many days, the newest, open without unpacking anything.
pub(super) const NEWEST_DAYS: usize = 366;

/// How many of so many rows are there at once.
pub(super) fn at_once(rows: usize) -> usize {
    if rows > MANY_ROWS { FIRST_ROWS } else { rows }
}

/// Rows of a table.
#[derive(Template)]
#[template(path = "rows.html")]
pub(super) struct Rows<'t> {
    pub table: HtmlTable<'t>,
}

/// Days of the calendar.
#[derive(Template)]
#[template(path = "days.html")]
pub(super) struct Days {
    pub days: Vec<DayCard>,
}

/// The days of a year before those that are there as they are.
pub(super) struct PackedYear {
    /// The year as the days' ids begin.
    pub year: String,
    pub days: Packed<Days>,
}

/// Markup that is written in the zlib format and base64.
pub(super) struct Packed<T>(pub T);

impl<T: Template> Display for Packed<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let markup = self.0.render().map_err(|_| fmt::Error)?;
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        let bytes = encoder.write_all(markup.as_bytes()).and_then(|()| encoder.finish());
        f.write_str(&STANDARD.encode(bytes.map_err(|_| fmt::Error)?))
    }
}

/// The days as they are, oldest first, and the years of days before them.
pub(super) fn days(material: &Material<'_>) -> (Days, Vec<PackedYear>) {
    let cards =
        |days: &[JournalDay<'_>]| Days { days: days.iter().map(|day| DayCard::new(day, material)).collect() };
    let (older, newest) = material.journal.split_at(material.journal.len().saturating_sub(NEWEST_DAYS));
    let years = older.chunk_by(|one, other| one.date.year() == other.date.year());
    let years = years
        .map(|days| PackedYear { year: days[0].date.strftime("%Y").to_string(), days: Packed(cards(days)) });
    (cards(newest), years.collect())
}
