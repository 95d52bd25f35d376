//! The tables: what a row is, and what its columns mean.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use super::super::table::{Cell, Table, Value};
use super::{ExportedTable, column};
use crate::answers::{Catalogue, DateRange, meets_goal};
use crate::answers::{PerformanceEstimate, performance_estimates};
use crate::model::{
    AuthorDate, Colour, DayRule, FileChangeKind, Participation, PracticeDay, RatingSeries, SolutionChange,
    SolveRecord, StreakRules, Submission,
};

/// What [`ratings`] tells.
pub static RATINGS: ExportedTable = ExportedTable {
    name: "ratings",
    about: "A row for each contest of each series that you follow, by judge, track and time.",
    columns: &[
        column("judge", "The word for the judge: `codeforces`, `atcoder`, `dmoj` and so on"),
        column("track", "`algorithm` or `heuristic`"),
        column("handle", "Whose rating it is"),
        column("contest", "The judge's own name for the contest: `1899`, `abc300`"),
        column("name", "Its title"),
        column(
            "date",
            "The day on which it ended, in `timezone` of `[streak]`, else in that of this computer",
        ),
        column("at", "When it ended, RFC 3339 in UTC"),
        column("rated", "`true` where it counts; AtCoder lists contests that changed nothing, too"),
        column("place", "The place among official participants"),
        column("old", "The rating before, 0 before the first contest"),
        column("new", "The rating after"),
        column("change", "The difference"),
        column("colour", "The colour after"),
        column("performance", "The performance that AtCoder or DMOJ published"),
        column("performance_about", "At Codeforces, which publishes none, an estimate from the change"),
        column("performance_at_most", "The same where the change only tells an upper bound"),
    ],
};

/// The contests of every series, as they are ordered there.
pub fn ratings<'a>(series: &'a [RatingSeries], zone: &TimeZone, window: DateRange) -> Table<'a> {
    let mut rows = Vec::new();
    for series in series {
        let (key, mut estimates) = (&series.key, performance_estimates(series).into_iter());
        for change in &series.history {
            let estimate = if change.rated { estimates.next().flatten() } else { None };
            let date = change.at.to_zoned_datetime(zone.clone()).date();
            if !window.holds(date) {
                continue;
            }
            let (about, at_most) = match estimate {
                Some(PerformanceEstimate::About(number)) => (Some(number), None),
                Some(PerformanceEstimate::AtMost(number)) => (None, Some(number)),
                None => (None, None),
            };
            let told_colour = key.judge.told_colour(change.new).filter(|_| change.rated);
            rows.push(vec![
                key.judge.id().into(),
                key.track.id().into(),
                key.handle.as_str().into(),
                change.contest.as_str().into(),
                change.name.as_str().into(),
                date.into(),
                change.at.into(),
                change.rated.into(),
                change.place.into(),
                change.old.into(),
                change.new.into(),
                Value::Change(change.new.saturating_sub(change.old)).into(),
                told_colour.map(Colour::name).into(),
                change.performance.into(),
                about.into(),
                at_most.into(),
            ]);
        }
    }
    RATINGS.table(rows)
}

/// What [`submissions`] tells.
pub static SUBMISSIONS: ExportedTable = ExportedTable {
    name: "submissions",
    about: "A row for each program that you handed in, by judge and number.",
    columns: &[
        column("judge", "The judge: `codeforces`, `atcoder`, `yukicoder`"),
        column("id", "The judge's number for it"),
        column("date", "The day on which it was handed in, in the time zone of `ratings`"),
        column("at", "When it was handed in, RFC 3339 in UTC"),
        column("contest", "The contest that it was handed in to, if any"),
        column("problem", "The problem: `codeforces/4/A`, `abc300_a`"),
        column("name", "Its name"),
        column("url", "Its page"),
        column("difficulty", "How hard it is, on the judge's scale of ratings"),
        column("outcome", "`accepted`, `rejected` or `waiting`"),
        column("verdict", "The judge's own word: `OK`, `WRONG_ANSWER`, `AC`, `WA`"),
        column(
            "participation",
            "Codeforces' word for how you took part: `CONTESTANT`, `VIRTUAL`, `PRACTICE`",
        ),
        column("team", "`true` where a team handed it in"),
        column("language", "The language as the judge calls it"),
        column("points", "Points, where the judge gives some"),
    ],
};

/// The submissions in the order given, with what the judges' lists know of their problems.
pub fn submissions<'a>(
    submissions: &'a [Submission],
    catalogue: &'a Catalogue,
    zone: &TimeZone,
    window: DateRange,
) -> Table<'a> {
    let row = |submission: &'a Submission| {
        let date = submission.at.to_zoned_datetime(zone.clone()).date();
        if !window.holds(date) {
            return None;
        }
        let entry = catalogue.get(&submission.problem);
        let name = submission.name.as_deref().or(entry.map(|entry| entry.problem.name.as_str()));
        Some(vec![
            submission.judge.id().into(),
            Value::Whole(i64::try_from(submission.id).unwrap_or(i64::MAX)).into(),
            date.into(),
            submission.at.into(),
            submission.contest.as_deref().into(),
            (&submission.problem).into(),
            name.into(),
            submission.problem.link().into(),
            entry.and_then(|entry| entry.difficulty).into(),
            submission.outcome().word().into(),
            submission.verdict.as_str().into(),
            submission.participation.map(Participation::word).into(),
            submission.team.into(),
            submission.language.as_str().into(),
            submission.points.into(),
        ])
    };
    SUBMISSIONS.table(submissions.iter().filter_map(row))
}

/// What [`solutions`] tells.
pub static SOLUTIONS: ExportedTable = ExportedTable {
    name: "solutions",
    about: "A row for each solution file that a commit of yours added or modified, by time; one for each problem where a \
            file names several.",
    columns: &[
        column("repo", "The repository's `path` in cpt.toml"),
        column("commit", "The commit"),
        column("date", "The day that it counts for, by the rules of `[streak]`"),
        column("at", "The author date, RFC 3339 in the author's own offset"),
        column("author", "The author's name"),
        column("email", "The author's address"),
        column("path", "The file, from the repository's root; what isn't UTF-8 becomes U+FFFD"),
        column("change", "`added` or `modified`"),
        column("problem", "The problem that it names: `codeforces/4/A`, `abc300_a`, `boj/1000`"),
        column("judge", "The problem's judge"),
        column("url", "The problem's page"),
        column("by", "What named it: `path`, `header`, `readme`, `message` or `repository`"),
        column("sure", "`false` where the name tells problems apart but may not be the judge's own"),
        column(
            "title",
            "The problem's title, as the README of BaekjoonHub or LeetHub beside the file has it; so the columns after it",
        ),
        column("level", "How hard it is on the judge's own scale: `Gold IV`, `Lv. 2`, `D4`, `Easy`"),
        column("topics", "Its topics, separated by `, `"),
        column("solved_at", "When it was handed in, RFC 3339 in UTC"),
        column("memory", "The memory that the solution took, in bytes"),
        column("time", "The time that it took, in microseconds"),
        column("url_closed_on", "The day since which the judge's pages are gone"),
    ],
};

/// The solution changes of each repository, with its label.
pub fn solutions<'a>(
    repos: &'a [(String, Vec<SolutionChange>)],
    rule: &DayRule,
    window: DateRange,
) -> Table<'a> {
    let mut changes: Vec<_> = repos
        .iter()
        .enumerate()
        .flat_map(|(place, (label, changes))| changes.iter().map(move |change| (place, label, change)))
        .filter(|(.., change)| window.holds(rule.day_of(change.date)))
        .collect();
    changes.sort_by_key(|(place, _, change)| (change.date.seconds, *place, change.commit));
    let mut rows = Vec::new();
    for (_, label, change) in changes {
        for file in &change.files {
            let record = file.record.as_deref();
            let whole = |amount: u64| Value::Whole(i64::try_from(amount).unwrap_or(i64::MAX));
            let topics = record.map(|record| record.topics.join(", ")).filter(|topics| !topics.is_empty());
            let row = |named: Option<&'a crate::model::NamedProblem>| {
                vec![
                    label.as_str().into(),
                    change.commit.to_string().into(),
                    rule.day_of(change.date).into(),
                    author_date(change.date).into(),
                    change.author.name.as_str().into(),
                    change.author.email.as_str().into(),
                    Cell::text(file.path.to_text()),
                    match file.kind {
                        FileChangeKind::Added => "added",
                        FileChangeKind::Modified => "modified",
                    }
                    .into(),
                    named.map(|named| &named.problem).into(),
                    named.map(|named| named.problem.judge()).into(),
                    named.and_then(|named| named.problem.link()).into(),
                    named.map(|named| named.by.word()).into(),
                    named.map(|named| named.sure).into(),
                    record.and_then(|record| record.title.as_deref()).into(),
                    record.and_then(SolveRecord::difficulty).map(|level| level.name).into(),
                    topics.clone().into(),
                    record.and_then(|record| record.at).into(),
                    record.and_then(|record| record.memory).map(whole).into(),
                    record.and_then(|record| record.time).map(whole).into(),
                    named.and_then(|named| named.problem.closed()).into(),
                ]
            };
            if file.problems.is_empty() {
                rows.push(row(None));
            }
            rows.extend(file.problems.iter().map(|named| row(Some(named))));
        }
    }
    SOLUTIONS.table(rows)
}

/// The moment in its own offset; in UTC where no clock has that offset, and nothing beyond the calendar's ends.
fn author_date(date: AuthorDate) -> Value<'static> {
    let told = || {
        let at = Timestamp::from_second(date.seconds).ok()?;
        let offset = Offset::from_seconds(date.offset_minutes.checked_mul(60)?).unwrap_or(Offset::UTC);
        Some(Value::At(at, Some(offset)))
    };
    told().unwrap_or_default()
}

/// What [`days`] tells.
pub static DAYS: ExportedTable = ExportedTable {
    name: "days",
    about: "A row for each day with a solution change, by date.",
    columns: &[
        column("date", "The day, by the rules of `[streak]`"),
        column("solved", "Distinct problems, without those that only bulk commits touched"),
        column("new", "Of these, the ones that appear for the first time"),
        column("revised", "Of these, the ones that had appeared before"),
        column("commits", "Solution changes, bulk ones included"),
        column("bulk", "Distinct problems that only bulk commits touched"),
        column("bulk_new", "Of these, the ones that appear for the first time"),
        column(
            "met",
            "`true` where it met the goal; where that is a week's, where anything was solved that counts",
        ),
    ],
};

/// The days in the order given.
pub fn days(days: &[PracticeDay], rules: &StreakRules, window: DateRange) -> Table<'static> {
    let row = |day: &PracticeDay| {
        vec![
            day.date.into(),
            day.solved.into(),
            day.new.into(),
            day.revised.into(),
            day.commits.into(),
            day.bulk.into(),
            day.bulk_new.into(),
            meets_goal(day, rules).into(),
        ]
    };
    DAYS.table(days.iter().filter(|day| window.holds(day.date)).map(row))
}
