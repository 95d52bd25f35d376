//! The official calendars: contests to come, as iCalendar files (RFC 5545) that anybody may read.
//!
//! An event says no more than a title, a link and its times; whom the contest is rated for follows from its kind.

use icalendar::parser::{Component, read_calendar, unfold};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::fetch::answer::Answer;
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::FetchError;
use crate::fetch::reply::{Reply, ReplyStatus, malformed};
use crate::model::{Contest, Judge, JudgeData, SourceName, Validator};

/// The calendar of one series of contests. Source: <https://atcoder.jp/posts/1422>.
pub struct Calendar {
    /// The series: "ABC".
    pub name: &'static str,
    /// What Google calls it, without the end that all have.
    id: &'static str,
}

/// That of the beginner contests.
pub static ABC: Calendar =
    Calendar { name: "ABC", id: "c_4307021e14d8a33ec83629bc51d69131c06318bb4d5fdc96083ed1681f0a0ed6" };
/// That of the regular contests.
pub static ARC: Calendar =
    Calendar { name: "ARC", id: "c_94bb06fbb40066133ef99d54648bf23b2811077cf541a4dc2d2eb1b8252e66fa" };
/// That of the grand contests.
pub static AGC: Calendar =
    Calendar { name: "AGC", id: "c_019400919eff252633c4b15a7109b5268c5926aa11e0465a99ef51947a928bd4" };
/// That of the heuristic contests.
pub static AHC: Calendar =
    Calendar { name: "AHC", id: "c_2a6b9f15777847a9bce48e026992bf6dfc9a6e9a297298a1c6495c0b17649654" };

/// All of them.
pub static ALL: [&Calendar; 4] = [&ABC, &ARC, &AGC, &AHC];

impl Calendar {
    /// The part of its address that names it.
    pub fn address(&self) -> String {
        format!("{}@group.calendar.google.com", self.id)
    }

    /// Its contests.
    pub async fn contests(
        &self,
        client: &Client,
        known: Option<&Validator>,
    ) -> Result<Answer<Vec<Contest>>, FetchError> {
        let what = SourceName::at(Judge::ATCODER, JudgeData::Calendar(Some(self.name)));
        let path = [&self.address(), "public", "basic.ics"];
        client.get_if_changed(&what, &path, &[], known, contests_of).await
    }
}

/// Whether the calendars can be had: asks for one.
pub async fn answers(client: &Client) -> Result<(), FetchError> {
    AGC.contests(client, None).await.map(drop)
}

/// The contests in a reply.
pub(crate) fn contests_of(reply: &Reply) -> ReplyStatus<Vec<Contest>> {
    if let Some(refusal) = reply.refusal() {
        return refusal;
    }
    match read(&String::from_utf8_lossy(&reply.body)) {
        Ok(contests) => ReplyStatus::Use(contests),
        Err(reason) => ReplyStatus::Again(malformed(&reason, &reply.body)),
    }
}

/// Parts of calendars don't lie in each other deeper than this; the parser goes as deep as they do.
const DEEPEST: usize = 8;

/// How deep the parts of an unfolded calendar lie in each other.
fn depth(text: &str) -> usize {
    let mut open = 0_usize;
    let depths = text.lines().map(|line| {
        if line.starts_with("BEGIN:") {
            open += 1;
        } else if line.starts_with("END:") {
            open = open.saturating_sub(1);
        }
        open
    });
    depths.max().unwrap_or_default()
}

/// The contests of a calendar, each once: of events about the same contest the one that was changed last.
fn read(text: &str) -> Result<Vec<Contest>, String> {
    // The parser takes what it can read and leaves the rest.
    if !text.trim_start().starts_with("BEGIN:VCALENDAR") || !text.trim_end().ends_with("END:VCALENDAR") {
        return Err("no whole calendar".to_owned());
    }
    let unfolded = unfold(text);
    if depth(&unfolded) > DEEPEST {
        return Err("its parts lie in each other too deep".to_owned());
    }
    let calendar = read_calendar(&unfolded)?;
    if calendar.properties.is_empty() && calendar.components.is_empty() {
        return Err("no calendar that can be read".to_owned());
    }
    let zone = calendar.properties.iter().find(|property| property.name.as_ref() == "X-WR-TIMEZONE");
    let zone = zone.and_then(|zone| TimeZone::get(zone.val.as_ref()).ok());
    // The judge's own times are Japan's.
    let zone = zone.unwrap_or_else(|| TimeZone::fixed(jiff::tz::offset(9)));
    let events = calendar.components.iter().filter(|component| component.name.as_ref() == "VEVENT");
    let mut found: Vec<(String, Contest)> = Vec::new();
    for (changed, contest) in events.filter_map(|event| Event { event, zone: &zone }.contest()) {
        match found.iter_mut().find(|(_, known)| known.id == contest.id) {
            None => found.push((changed, contest)),
            Some(known) if known.0 <= changed => *known = (changed, contest),
            Some(_) => {}
        }
    }
    Ok(found.into_iter().map(|(_, contest)| contest).collect())
}

/// An event of a calendar.
struct Event<'a> {
    event: &'a Component<'a>,
    /// Where times are that don't say it.
    zone: &'a TimeZone,
}

impl Event<'_> {
    /// The contest that it announces, and when it was last changed (`20260905T120000Z`); `None` where it is called off,
    /// takes whole days, or leads to no contest.
    fn contest(&self) -> Option<(String, Contest)> {
        if self.text("STATUS").is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED")) {
            return None;
        }
        let id =
            ["URL", "DESCRIPTION", "LOCATION"].into_iter().find_map(|name| contest_in(self.text(name)?))?;
        let start = self.moment("DTSTART")?;
        let length = match self.moment("DTEND") {
            Some(end) => end.duration_since(start),
            None => self.text("DURATION")?.parse::<SignedDuration>().ok()?,
        };
        let seconds = u64::try_from(length.as_secs()).ok().filter(|seconds| *seconds > 0)?;
        let changed = self.text("LAST-MODIFIED").or_else(|| self.text("DTSTAMP")).unwrap_or_default();
        let name = self.text("SUMMARY").filter(|name| !name.is_empty());
        let contest = Contest {
            judge: Judge::ATCODER,
            name: name.unwrap_or(&id).to_owned(),
            id,
            start: Some(start),
            seconds,
            rated: None,
        };
        Some((changed.to_owned(), contest))
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.event.find_prop(name).map(|property| property.val.as_ref().trim())
    }

    /// A moment; `None` for a day.
    fn moment(&self, name: &str) -> Option<Timestamp> {
        let property = self.event.find_prop(name)?;
        let text = property.val.as_ref().trim();
        let (civil, is_utc) = match text.strip_suffix('Z') {
            Some(civil) => (civil, true),
            None => (text, false),
        };
        let civil = DateTime::strptime("%Y%m%dT%H%M%S", civil).ok()?;
        let named = property.params.iter().find(|parameter| parameter.key.as_ref() == "TZID");
        let named = named.and_then(|parameter| TimeZone::get(parameter.val.as_ref()?.as_ref()).ok());
        let zone = if is_utc { TimeZone::UTC } else { named.unwrap_or_else(|| self.zone.clone()) };
        let moment = civil.to_zoned_datetime(zone).ok()?.timestamp();
        checked::real_moment(moment.as_second())
    }
}

/// The name of the contest that a link in `text` leads to.
fn contest_in(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("atcoder.jp/contests/")?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len());
    Some(rest[..end].to_owned()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A calendar with these events, with the line ends of RFC 5545.
    fn calendar(events: &[&str]) -> String {
        let head = "BEGIN:VCALENDAR\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\nVERSION:2.0\n\
            CALSCALE:GREGORIAN\nX-WR-CALNAME:AtCoder Regular Contest\nX-WR-TIMEZONE:Asia/Tokyo\n";
        let event = |event: &&str| format!("BEGIN:VEVENT\n{event}\nEND:VEVENT\n");
        let events = events.iter().map(event).collect::<Vec<_>>().concat();
        format!("{head}{events}END:VCALENDAR\n").replace('\n', "\r\n")
    }

    const ARC229: &str = "DTSTART:20260905T120000Z\nDTEND:20260905T140000Z\nDTSTAMP:20260901T000000Z\n\
        UID:0abc@google.com\nDESCRIPTION:https://atcoder.jp/contests/arc229\nSTATUS:CONFIRMED\n\
        SUMMARY:AtCoder Regular Contest-- 229";

    fn told(events: &[&str]) -> Vec<(String, String, i64, u64)> {
        let contests = read(&calendar(events)).unwrap().into_iter();
        contests.map(|one| (one.id, one.name, one.start.unwrap().as_second(), one.seconds)).collect()
    }

    fn arc229() -> (String, String, i64, u64) {
        ("arc229".to_owned(), "AtCoder Regular Contest-- 229".to_owned(), 1_788_609_600, 7200)
    }

    #[test]
    fn an_event_announces_a_contest() {
        assert_eq!(told(&[ARC229]), [arc229()]);
    }

    #[test]
    fn times_are_read_in_every_form_that_a_calendar_has() {
        let from = |old: &str, new: &str| told(&[&ARC229.replace(old, new)]);
        let start = "DTSTART:20260905T120000Z";
        assert_eq!(from(start, "DTSTART;TZID=Asia/Tokyo:20260905T210000"), [arc229()]);
        assert_eq!(from(start, "DTSTART;TZID=Europe/Berlin:20260905T140000"), [arc229()]);
        // The calendar's own zone.
        assert_eq!(from(start, "DTSTART:20260905T210000"), [arc229()]);
        assert_eq!(from(start, "DTSTART;TZID=Nowhere/At_all:20260905T210000"), [arc229()]);
        assert_eq!(from("DTEND:20260905T140000Z", "DURATION:PT2H"), [arc229()]);
    }

    #[test]
    fn what_is_called_off_takes_whole_days_or_leads_nowhere_is_skipped() {
        let without = |old: &str, new: &str| told(&[&ARC229.replace(old, new)]).is_empty();
        assert!(without("CONFIRMED", "CANCELLED"));
        assert!(without("DTSTART:20260905T120000Z", "DTSTART;VALUE=DATE:20260905"));
        assert!(without("DTEND:20260905T140000Z", "DTEND;VALUE=DATE:20260906"));
        assert!(without("https://atcoder.jp/contests/arc229", "A talk about contests"));
        assert!(without("https://atcoder.jp/contests/arc229", "https://atcoder.jp/contests/"));
        assert!(without("DTEND:20260905T140000Z", "DTEND:20260905T120000Z"));
        assert!(without("DTEND:20260905T140000Z", "DTEND:20260904T140000Z"));
        assert!(without("DTEND:20260905T140000Z\n", ""));
        assert!(without("20260905T120000Z", "20261305T120000Z"));
    }

    #[test]
    fn a_link_is_found_wherever_it_stands() {
        let link = "DESCRIPTION:https://atcoder.jp/contests/arc229";
        for other in [
            "DESCRIPTION:<a href=\"https://atcoder.jp/contests/arc229?lang=en\">Contest\\, here</a>",
            "DESCRIPTION:See\\nhttps://atcoder.jp/contests/arc229\\nfor more",
            "LOCATION:https://atcoder.jp/contests/arc229/",
            "URL:https://atcoder.jp/contests/arc229",
            "DESCRIPTION:https://atcoder.jp/cont\n ests/arc229",
        ] {
            assert_eq!(told(&[&ARC229.replace(link, other)]), [arc229()], "{other}");
        }
    }

    #[test]
    fn of_two_events_about_a_contest_the_one_that_was_changed_last_holds() {
        let moved =
            ARC229.replace("20260905T1", "20260906T1").replace("DTSTAMP:20260901", "DTSTAMP:20260902");
        let later = 1_788_609_600 + 86_400;
        for events in [[ARC229, &moved], [&moved, ARC229]] {
            let told = told(&events);
            assert_eq!((told.len(), told[0].2), (1, later));
        }
    }

    #[test]
    fn a_text_is_told_without_its_escapes() {
        let named = ARC229.replace("AtCoder Regular Contest-- 229", "Sample\\, Inc.\\; Contest 229");
        assert_eq!(told(&[&named])[0].1, "Sample, Inc.; Contest 229");
    }

    #[test]
    fn what_is_no_whole_calendar_is_refused() {
        let whole = calendar(&[ARC229]);
        for text in ["", "<!DOCTYPE html>", "{}", &whole[..whole.len() / 2], "BEGIN:VCALENDAR\nEND:VCALENDAR"]
        {
            assert!(read(text).is_err(), "{text}");
        }
        let deep = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR", "BEGIN:VEVENT\n".repeat(100_000));
        assert!(read(&deep).is_err());
        assert_eq!(read(&calendar(&[])), Ok(Vec::new()));
    }

    proptest! {
        #[test]
        fn whatever_a_calendar_has_is_read_or_refused(
            cut in 0..400_usize,
            piece in prop::sample::select(vec![
                "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "DTSTART:99999999T999999Z\r\n", "\u{feff}", ";;;:", "\\",
                "DTEND;TZID=:x\r\n", "\r\n ", "\0", "X-A;B=\"",
            ]),
        ) {
            let mut text = calendar(&[ARC229, ARC229]);
            let at = (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            text.insert_str(at, piece);
            if let Ok(contests) = read(&text) {
                prop_assert!(contests.len() <= 2);
                prop_assert!(contests.iter().all(|one| one.seconds > 0 && !one.id.is_empty()));
            }
        }
    }
}
