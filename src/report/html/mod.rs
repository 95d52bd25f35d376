//! The report as one HTML page that needs nothing but itself.
//!
//! Templates, style sheet and scripts are files beside this one, read when the program is built. Templates escape every
//! value; the only markup that goes in as it is are the charts ([`Drawing`]) and the page's own style and scripts, whose
//! hashes are all that the page's content security policy lets through. The page is well-formed XML too, which its tests
//! rely on.

mod cards;
mod days;
mod frame;
mod group;
mod material;
mod packed;
mod review;
mod rows;
mod section;
#[cfg(test)]
mod tests;
mod today;

use std::borrow::Cow;

use askama::Template;

use self::cards::{SeriesCard, StreakCard, TargetCard};
use self::frame::Frame;
pub use self::material::{Drawing, Material, PageChart, Repo};
use self::packed::{Days, PackedYear};
pub use self::review::review_page;
use self::section::Section;
use self::today::{ContestCard, ProposalLine};
use super::words::page::PageWords;
use crate::lang::Lang;
use crate::model::{Advice, AdvicePart, clean};

/// No text from outside is longer than this many characters on the page; notes may be sentences.
const LONGEST: usize = 120;
const LONGEST_NOTE: usize = 500;

/// A chart as the template shows it.
struct Chart<'a> {
    title: String,
    context: String,
    is_timeline: bool,
    is_picture: bool,
    markup: &'a str,
    pinned: Option<&'a str>,
    values: Vec<String>,
}

impl<'a> Chart<'a> {
    fn of(chart: &'a PageChart) -> Self {
        let lines = |value: &String| value.lines().map(short).collect::<Vec<_>>().join("\n");
        Self {
            title: short(&chart.title),
            context: clipped(&chart.context, LONGEST_NOTE),
            is_timeline: chart.is_timeline,
            is_picture: chart.is_picture,
            markup: &chart.svg.0,
            pinned: chart.pinned.as_ref().map(|pinned| pinned.0.as_str()),
            values: chart.values.iter().map(lines).collect(),
        }
    }
}

/// What the template shows.
struct Page<'a> {
    notes: Vec<Advice>,
    streak: Option<StreakCard>,
    problems: Vec<ProposalLine>,
    contest: Option<ContestCard>,
    series: Vec<SeriesCard>,
    targets: Vec<TargetCard>,
    calendar: Vec<Chart<'a>>,
    /// What to do about days that are packed where no script runs.
    packed_days: String,
    charts: Vec<Chart<'a>>,
    missing: Vec<Advice>,
    days: Days,
    packed: Vec<PackedYear>,
    tables: Vec<Section<'a>>,
}

#[derive(Template)]
#[template(path = "page.html")]
struct Html<'a> {
    frame: Frame<'a>,
    page: Page<'a>,
}

/// The page. With a `stamp` it asks its server every two seconds for the path `stamp`, and loads itself again when that
/// says something else.
///
/// # Errors
///
/// Never in practice: a template can't fail, but the library's interface could.
pub fn page(material: &Material<'_>, stamp: Option<&str>) -> Result<String, askama::Error> {
    let (days, packed) = packed::days(material);
    let style = format!("{}{}", material.colours, tabs(material.calendar.len()));
    let html = Html {
        frame: Frame::new(heading(material), material.lang, &style, stamp).with_time(as_of(material)),
        page: Page {
            notes: material.notes.iter().map(|note| shortened(note, LONGEST_NOTE)).collect(),
            streak: material.habit.map(|(streak, habits)| StreakCard::new(streak, habits, material.lang)),
            problems: material.next.map(|next| today::proposals(next, material.lang)).unwrap_or_default(),
            contest: ContestCard::next(material),
            series: material.standing.iter().map(|one| SeriesCard::new(one, material)).collect(),
            targets: cards::targets(material),
            calendar: material.calendar.iter().map(Chart::of).collect(),
            charts: material.charts.iter().map(Chart::of).collect(),
            missing: material.missing.iter().map(|line| shortened(line, LONGEST_NOTE)).collect(),
            packed_days: PageWords(material.lang).packed_days(days.days.len()),
            days,
            packed,
            tables: tables(material),
        },
    };
    html.render()
}

/// What the page lists, below the charts.
fn tables<'a>(material: &'a Material<'_>) -> Vec<Section<'a>> {
    let mut tables = group::sections(material);
    tables.push(rows::todo(material));
    tables.extend(rows::lists(material));
    tables.extend(rows::coming(material));
    tables.push(rows::contests(material));
    tables.extend(rows::stats(material));
    tables.push(rows::solutions(material));
    tables
}

#[derive(Template)]
#[template(path = "failure.html")]
struct Failure<'a> {
    frame: Frame<'a>,
    message: String,
    remedy: Option<Advice>,
}

/// A page for where there is none: what is wrong and what to do. It watches for another stamp as [`page`] does.
///
/// # Errors
///
/// As [`page`].
pub fn failure(
    lang: Lang,
    message: &str,
    remedy: Option<&Advice>,
    stamp: &str,
) -> Result<String, askama::Error> {
    let cleaned = |text: &str| text.lines().map(clean).collect::<Vec<_>>().join("\n");
    let page = Failure {
        frame: Frame::new(PageWords(lang).unavailable().into_owned(), lang, "", Some(stamp)),
        message: cleaned(message),
        remedy: remedy.map(|remedy| shortened(remedy, usize::MAX)),
    };
    page.render()
}

impl Html<'_> {
    /// The parts that there are, for the list of links.
    fn sections(&self) -> Vec<(&str, Cow<'static, str>)> {
        let (page, words) = (&self.page, self.frame.words);
        let fixed = [
            ("targets", words.targets(), !page.targets.is_empty()),
            ("calendar", words.calendar(), !page.calendar.is_empty()),
            ("charts", words.charts(), !page.charts.is_empty() || !page.missing.is_empty()),
        ];
        let fixed = fixed.into_iter().filter(|(.., shown)| *shown).map(|(id, title, _)| (id, title));
        fixed.chain(page.tables.iter().map(|section| (section.id, section.title.clone()))).collect()
    }
}

/// Rules by which each of so many years is shown when its tab is chosen. The tabs stand before all years, so that nothing
/// moves while years are still coming in.
fn tabs(years: usize) -> String {
    let rules = |year| {
        format!(
            "#year-{year}:checked~.tabs [for=year-{year}]{{background:var(--ink);color:var(--surface)}}\
             #year-{year}:focus-visible~.tabs [for=year-{year}]{{outline:3px solid var(--link);outline-offset:2px}}\
             #year-{year}:checked~#days-{year}{{display:block}}"
        )
    };
    (1..=years).map(rules).collect()
}

/// The day that everything on the page is of, and the time by the clock of its zone.
fn as_of(material: &Material<'_>) -> String {
    let time = material.now.with_time_zone(material.zone.clone()).strftime("%H:%M");
    PageWords(material.lang).as_of(&material.lang.whole_day(material.today), &time.to_string())
}

/// Whose practice it is.
fn heading(material: &Material<'_>) -> String {
    let mut handles: Vec<&str> = material.keys.iter().map(|key| key.handle.as_str()).collect();
    handles.dedup();
    PageWords(material.lang).title(&handles)
}

/// A text from outside as the page has it: without what steers a reader, and not too long for its place.
pub(super) fn short(text: &str) -> String {
    clipped(text, LONGEST)
}

/// The same of a whole sentence, which may name what is from outside.
pub(super) fn sentence(text: &str) -> String {
    clipped(text, LONGEST_NOTE)
}

/// The same of each piece of what to do.
fn shortened(advice: &Advice, most: usize) -> Advice {
    let part = |part: &AdvicePart| match part {
        AdvicePart::Words(words) => AdvicePart::Words(clipped(words, most)),
        AdvicePart::Code(code) => AdvicePart::Code(clipped(code, most)),
    };
    advice.parts().iter().map(part).collect::<Vec<_>>().into()
}

fn clipped(text: &str, most: usize) -> String {
    let text = clean(text);
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}
