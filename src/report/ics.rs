//! Contests to come as an iCalendar file (RFC 5545), for calendar programs.

use icalendar::{Calendar, Component as _, Event};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::contests::{announcement, rated_words};
use super::words::contests as words;
use crate::answers::ComingContest;
use crate::lang::Lang;
use crate::model::clean;

/// The calendar of `contests`, as their lists had them at `as_of`. An event is known by its contest, so that a calendar
/// program that has it already finds it again.
pub fn ics(contests: &[&ComingContest<'_>], as_of: Timestamp, lang: Lang) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//cpt//contests//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("METHOD", "PUBLISH"));
    let name = words::calendar(lang);
    calendar.append_property(("X-WR-CALNAME", &*name));
    for one in contests {
        let (contest, link) = (one.contest, announcement(one.contest));
        let length = SignedDuration::from_secs(i64::try_from(contest.seconds).unwrap_or(i64::MAX));
        let end = one.start.checked_add(length).unwrap_or(Timestamp::MAX);
        let words = [rated_words(one, lang), link.clone()].map(|words| clean(&words).into_owned());
        let described: Vec<String> = words.into_iter().filter(|words| !words.is_empty()).collect();
        let mut event = Event::new();
        event
            .uid(&format!("{}-{}@cpt", contest.judge.id(), contest.id))
            .add_property("DTSTAMP", moment(as_of))
            .add_property("DTSTART", moment(one.start))
            .add_property("DTEND", moment(end))
            .summary(&clean(&contest.name))
            .description(&described.join("\n"))
            .url(&link);
        calendar.push(event.done());
    }
    calendar.to_string()
}

/// "20261128T120000Z".
fn moment(at: Timestamp) -> String {
    at.to_zoned_datetime(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Contest, Judge, RatedFor, RatingRange, Track};

    #[test]
    fn an_event_is_known_by_its_contest_and_reads_back() {
        let contest = Contest {
            judge: Judge::ATCODER,
            id: "arc240".to_owned(),
            name: "A, B; and\u{1b}[31m C: contest with a title that is longer than a line may be, and has 日本語 in it"
                .to_owned(),
            start: "2026-11-29T12:00:00Z".parse().ok(),
            seconds: 9000,
            rated: None,
        };
        let one = ComingContest {
            contest: &contest,
            start: contest.start.unwrap(),
            kind: Some("ARC++"),
            rated: Some(RatedFor::Range(Track::Algorithm, RatingRange::between(1600, 2999))),
            for_you: Some(true),
        };
        let text = ics(&[&one], "2026-11-27T00:00:00Z".parse().unwrap(), Lang::English);
        assert!(text.lines().all(|line| line.len() <= 75) && !text.contains('\u{1b}'), "{text}");
        assert!(text.ends_with("END:VCALENDAR\r\n"), "{text}");
        let read: Calendar = text.parse().unwrap();
        let event = read.events().next().unwrap();
        assert_eq!(event.get_uid(), Some("atcoder-arc240@cpt"));
        assert_eq!(event.property_value("DTSTART"), Some("20261129T120000Z"));
        assert_eq!(event.property_value("DTEND"), Some("20261129T143000Z"));
        assert_eq!(event.property_value("DTSTAMP"), Some("20261127T000000Z"));
        assert_eq!(event.get_url(), Some("https://atcoder.jp/contests/arc240"));
        assert_eq!(event.get_description(), Some("rated for you\nhttps://atcoder.jp/contests/arc240"));
        assert!(event.get_summary().unwrap().starts_with("A, B; and"), "{text}");
    }
}
