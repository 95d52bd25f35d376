//! What a day is, and what is asked of one.

use jiff::civil::{Date, Weekday};
use jiff::fmt::temporal::DateTimePrinter;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, ZonedDateTime};

/// An author date as git keeps it: any second, any offset, however odd.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AuthorDate {
    /// Seconds since 1970-01-01 00:00 UTC; may be negative.
    pub seconds: i64,
    /// The author's offset from UTC, in minutes east.
    pub offset_minutes: i32,
}

impl AuthorDate {
    /// A moment in `zone`, to the minute of its offset.
    pub fn in_zone(at: Timestamp, zone: &TimeZone) -> Self {
        Self { seconds: at.as_second(), offset_minutes: zone.to_offset(at).seconds() / 60 }
    }
}

/// What a zone is called, as RFC 9557 writes it: `Asia/Seoul`, `+09:00`; one without a name by its rule (POSIX), and
/// empty where it has none.
pub fn zone_name(zone: &TimeZone) -> String {
    DateTimePrinter::new().time_zone_to_string(zone).unwrap_or_default()
}

/// The names of the zone that servers are in.
const UTC: [&str; 6] = ["UTC", "Etc/UTC", "Etc/UCT", "Etc/GMT", "GMT", "Etc/Universal"];

/// Which day a moment belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRule {
    /// One zone for every commit; `None` leaves each in its own offset.
    pub timezone: Option<TimeZone>,
    /// How long after midnight a day starts, by the wall clock; less than a day.
    pub starts_at: SignedDuration,
}

impl DayRule {
    /// The day of a commit. Dates beyond the calendar's ends (the years -9999 and 9999) are its first and last day.
    pub fn day_of(&self, date: AuthorDate) -> Date {
        let wall = self.wall(date).saturating_sub(self.starts_at.as_secs());
        date_of_epoch_day(wall.div_euclid(24 * 60 * 60))
    }

    /// The hour of a commit by the wall clock, 0 to 23; at night it may belong to the day before.
    pub fn hour_of(&self, date: AuthorDate) -> usize {
        self.wall(date).rem_euclid(24 * 60 * 60) as usize / 3600
    }

    /// What the wall clock shows, in seconds since 1970-01-01.
    fn wall(&self, date: AuthorDate) -> i64 {
        let offset = match &self.timezone {
            None => i64::from(date.offset_minutes) * 60,
            Some(zone) => {
                let moment = Timestamp::from_second(date.seconds).unwrap_or(if date.seconds < 0 {
                    Timestamp::MIN
                } else {
                    Timestamp::MAX
                });
                i64::from(zone.to_offset(moment).seconds())
            }
        };
        date.seconds.saturating_add(offset)
    }

    /// The day that it is `now`: in the configured zone, else in that of `now`.
    pub fn today(&self, now: &ZonedDateTime) -> Date {
        let zone = self.timezone.as_ref().unwrap_or(now.time_zone());
        let wall = now.timestamp().to_zoned_datetime(zone.clone()).datetime();
        wall.checked_sub(self.starts_at).map_or(Date::MIN, jiff::civil::DateTime::date)
    }

    /// The same for someone whose newest commit was written at an offset of so many minutes. Where no zone is configured
    /// and `now` is told in UTC, as servers tell it, the day is theirs and not the server's.
    pub fn today_of(&self, now: &ZonedDateTime, newest_offset: Option<i32>) -> Date {
        let is_utc = now.time_zone().to_fixed_offset().is_ok_and(|offset| offset == Offset::UTC)
            || now.time_zone().iana_name().is_some_and(|name| UTC.contains(&name));
        let own = newest_offset.filter(|_| self.timezone.is_none() && is_utc);
        match own.and_then(|minutes| Offset::from_seconds(minutes.checked_mul(60)?).ok()) {
            Some(offset) => self.today(&now.with_time_zone(TimeZone::fixed(offset))),
            None => self.today(now),
        }
    }

    /// The moment at which `day` begins: in the configured zone, else in `zone`. The calendar's end where it has none.
    pub fn start_of(&self, day: Date, zone: &TimeZone) -> Timestamp {
        let zone = self.timezone.as_ref().unwrap_or(zone);
        let wall = day.to_datetime(jiff::civil::Time::midnight()).saturating_add(self.starts_at);
        let begun = zone.to_ambiguous_timestamp(wall).compatible();
        begun.unwrap_or(if day.year() < 0 { Timestamp::MIN } else { Timestamp::MAX })
    }
}

/// The date that lies `day` days after 1970-01-01, or the calendar's end before it.
fn date_of_epoch_day(day: i64) -> Date {
    let epoch = jiff::civil::date(1970, 1, 1);
    i32::try_from(day)
        .ok()
        .and_then(|day| epoch.checked_add(jiff::Span::new().try_days(day).ok()?).ok())
        .unwrap_or(if day < 0 { Date::MIN } else { Date::MAX })
}

/// A day on which nothing is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestDay {
    /// Every week.
    Weekly(Weekday),
    /// Once.
    On(Date),
}

impl RestDay {
    /// Whether it falls on `date`.
    pub fn covers(self, date: Date) -> bool {
        match self {
            Self::Weekly(weekday) => date.weekday() == weekday,
            Self::On(day) => date == day,
        }
    }
}

/// What a goal is for, and a streak is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Period {
    /// Every day.
    #[default]
    Day,
    /// Every week, Monday to Sunday.
    Week,
}

impl Period {
    /// The first and the last day of the one that holds `date`, as far as the calendar goes.
    pub fn around(self, date: Date) -> (Date, Date) {
        match self {
            Self::Day => (date, date),
            Self::Week => {
                let weekday = i64::from(date.weekday().to_monday_zero_offset());
                let days = |days: i64| jiff::Span::new().days(days);
                let monday = date.checked_sub(days(weekday)).unwrap_or(Date::MIN);
                (monday, monday.checked_add(days(6)).unwrap_or(Date::MAX))
            }
        }
    }

    /// The word for it.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
        }
    }
}

/// What makes a day of practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PracticeSource {
    /// Commits of solutions.
    #[default]
    Commits,
    /// What the judges accepted, as they say themselves or as READMEs beside solutions record it.
    Submissions,
    /// Either.
    Both,
}

impl PracticeSource {
    /// The word for it in configuration, arguments and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Commits => "commits",
            Self::Submissions => "submissions",
            Self::Both => "both",
        }
    }

    /// What its problems are: committed, accepted, or one of them.
    pub fn participle(self) -> &'static str {
        match self {
            Self::Commits => "committed",
            Self::Submissions => "accepted",
            Self::Both => "solved",
        }
    }

    /// What its days go by, in words, where that isn't the usual.
    pub fn by(self) -> Option<&'static str> {
        match self {
            Self::Commits => None,
            Self::Submissions => Some("by accepted submissions"),
            Self::Both => Some("by commits and accepted submissions"),
        }
    }

    /// Whether commits make days.
    pub fn has_commits(self) -> bool {
        self != Self::Submissions
    }

    /// Whether accepted submissions do.
    pub fn has_submissions(self) -> bool {
        self != Self::Commits
    }
}

/// What a streak asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StreakRules {
    /// Problems a day, or a week; at least 1.
    pub goal: u32,
    /// Whether the goal is a day's or a week's.
    pub per: Period,
    /// Whether only problems that are new that day count toward the goal.
    pub only_new: bool,
    /// What makes a day.
    pub source: PracticeSource,
    /// Which day a commit belongs to.
    pub day: DayRule,
    /// Days that bridge a streak.
    pub rest_days: Vec<RestDay>,
    /// A commit that touches more solution files than this is an import or a mass edit.
    pub bulk: usize,
}

impl Default for StreakRules {
    fn default() -> Self {
        Self {
            goal: 1,
            per: Period::Day,
            only_new: false,
            source: PracticeSource::default(),
            day: DayRule { timezone: None, starts_at: SignedDuration::ZERO },
            rest_days: Vec::new(),
            bulk: 50,
        }
    }
}

impl StreakRules {
    /// Whether nothing is asked on `date`.
    pub fn rests_on(&self, date: Date) -> bool {
        self.rest_days.iter().any(|rest| rest.covers(date))
    }
}

/// What was solved on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PracticeDay {
    /// The day.
    pub date: Date,
    /// Distinct problems, without those that only bulk commits touched.
    pub solved: u32,
    /// Of these, the ones that appear for the first time.
    pub new: u32,
    /// Of these, the ones that had appeared before.
    pub revised: u32,
    /// Solution changes (commits), bulk ones included.
    pub commits: u32,
    /// Distinct problems that only bulk commits touched.
    pub bulk: u32,
    /// Of these, the ones that appear for the first time.
    pub bulk_new: u32,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn rule(zone: Option<&str>, starts_at_hours: i64) -> DayRule {
        DayRule {
            timezone: zone.map(|name| TimeZone::get(name).unwrap()),
            starts_at: SignedDuration::from_hours(starts_at_hours),
        }
    }

    fn at(text: &str) -> AuthorDate {
        let zoned = jiff::fmt::temporal::DateTimeParser::new();
        let pieces = jiff::fmt::temporal::Pieces::parse(text).unwrap();
        let offset_minutes = match pieces.offset() {
            Some(jiff::fmt::temporal::PiecesOffset::Numeric(n)) => n.offset().seconds() / 60,
            _ => 0,
        };
        AuthorDate { seconds: zoned.parse_timestamp(text).unwrap().as_second(), offset_minutes }
    }

    #[test]
    fn a_server_in_utc_has_the_day_of_whom_it_works_for() {
        let today = |rule: DayRule, now: &str, minutes: Option<i32>| {
            rule.today_of(&now.parse().unwrap(), minutes).to_string()
        };
        let evening = "2026-11-28T03:00:00+00:00[UTC]";
        assert_eq!(today(rule(None, 0), evening, Some(-300)), "2026-11-27");
        assert_eq!(today(rule(None, 0), "2026-11-25T17:00:00+00:00[Etc/UTC]", Some(540)), "2026-11-26");
        assert_eq!(today(rule(None, 0), evening, None), "2026-11-28");
        assert_eq!(today(rule(None, 0), evening, Some(i32::MAX)), "2026-11-28");
        assert_eq!(today(rule(Some("Asia/Seoul"), 0), evening, Some(-300)), "2026-11-28");
        assert_eq!(
            today(rule(None, 0), "2026-11-28T00:30:00+00:00[Europe/London]", Some(-300)),
            "2026-11-28"
        );
    }

    #[test]
    fn a_commit_belongs_to_the_day_its_author_lived() {
        let own = rule(None, 0);
        assert_eq!(own.day_of(at("2024-02-29T23:59:59+09:00")), date(2024, 2, 29));
        assert_eq!(own.day_of(at("2024-03-01T00:00:00-11:00")), date(2024, 3, 1));
        let seoul = rule(Some("Asia/Seoul"), 0);
        assert_eq!(seoul.day_of(at("2024-03-01T00:00:00-11:00")), date(2024, 3, 1));
        assert_eq!(seoul.day_of(at("2024-02-29T16:00:00Z")), date(2024, 3, 1));
    }

    #[test]
    fn a_late_day_start_moves_the_night_back_by_the_wall_clock_even_when_clocks_change() {
        let berlin = rule(Some("Europe/Berlin"), 4);
        // 2026-03-29, clocks go from 02:00 to 03:00; 2026-10-25, from 03:00 back to 02:00.
        assert_eq!(berlin.day_of(at("2026-03-29T03:59:00+02:00")), date(2026, 3, 28));
        assert_eq!(berlin.day_of(at("2026-03-29T04:00:00+02:00")), date(2026, 3, 29));
        assert_eq!(berlin.day_of(at("2026-10-25T02:30:00+01:00")), date(2026, 10, 24));
        assert_eq!(berlin.day_of(at("2026-10-25T04:00:00+01:00")), date(2026, 10, 25));
    }

    #[test]
    fn a_day_begins_where_the_day_before_ends() {
        let start = |rule: &DayRule, day| {
            let moment = rule.start_of(day, &TimeZone::UTC);
            let second = |ago| AuthorDate { seconds: moment.as_second() - ago, offset_minutes: 0 };
            assert_eq!([0, 1].map(|ago| rule.day_of(second(ago))), [day, day.yesterday().unwrap()]);
            moment.to_string()
        };
        assert_eq!(start(&rule(None, 0), date(2026, 3, 29)), "2026-03-29T00:00:00Z");
        let berlin = rule(Some("Europe/Berlin"), 4);
        assert_eq!(start(&berlin, date(2026, 3, 29)), "2026-03-29T02:00:00Z");
        assert_eq!(start(&berlin, date(2026, 10, 25)), "2026-10-25T03:00:00Z");
        assert_eq!(rule(None, 4).start_of(Date::MAX, &TimeZone::UTC), Timestamp::MAX);
    }

    #[test]
    fn today_is_asked_in_the_configured_zone_else_in_that_of_now() {
        let now: ZonedDateTime = "2026-11-23T22:30:00-08:00[-08:00]".parse().unwrap();
        assert_eq!(rule(None, 0).today(&now), date(2026, 11, 23));
        assert_eq!(rule(Some("Asia/Tokyo"), 0).today(&now), date(2026, 11, 24));
        assert_eq!(rule(Some("Asia/Tokyo"), 16).today(&now), date(2026, 11, 23));
    }

    #[test]
    fn dates_that_no_calendar_holds_are_its_ends() {
        for zone in [None, Some("Asia/Tokyo")] {
            let odd = |seconds| AuthorDate { seconds, offset_minutes: 9999 };
            assert_eq!(rule(zone, 4).day_of(odd(i64::MAX)), Date::MAX);
            assert_eq!(rule(zone, 4).day_of(odd(i64::MIN)), Date::MIN);
        }
        assert_eq!(rule(None, 0).day_of(at("1969-12-31T23:00:00+00:00")), date(1969, 12, 31));
    }
}
