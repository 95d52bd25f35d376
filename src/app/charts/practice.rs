//! The kinds that show practice: what was handed in and committed.

use std::borrow::Cow;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Missing, Named, SolvedBy, Subject};
use crate::answers::review::{Material, Review};
use crate::answers::{
    self, Attempts, ContestTimes, Counts, Courses, DateRange, DatedSolve, Levels, Pace, ProblemHistory, Tally,
};
use crate::judges::Fetch;
use crate::lang::Lang;
use crate::model::{AuthorDate, DifficultyScale, Judge, KnownJudge, Period, RatingSeries, Track};
use crate::plot::{self, Frame};
use crate::report::{self, chart_words};
use crate::store::StoreError;

/// How many weeks are shown where nothing else is asked for, this one included.
const WEEKS: i64 = 53;

fn named(name: &str, scene: plot::Scene) -> Vec<Named> {
    vec![Named { name: name.to_owned(), scene }]
}

pub(super) fn heatmap(subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
    let streak = subject.streak.ok_or_else(Missing::no_repository)?;
    Ok(named("heatmap", plot::heatmap(streak, &subject.workspace.config.streak, frame)?))
}

pub(super) fn solved(subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
    let (first, last) = year(frame);
    let committed = subject.committed();
    let (library, window) = (subject.library, DateRange { from: Some(first), to: Some(last) });
    let recorded = answers::recorded_alone(committed, &library.attempts, library.catalogue.duplicates());
    let recorded = recorded.into_iter().map(DatedSolve::recorded).filter(|one| window.holds(one.day));
    let by_level = subject.solved_by == SolvedBy::Level;
    let series: Vec<RatingSeries> = subject.standing.iter().map(|status| status.series.clone()).collect();
    let levels = Courses::of(&series);
    let judged = |one: &ProblemHistory<'_>| match subject.solved_by {
        SolvedBy::Difficulty => DatedSolve::judged(one, &frame.zone),
        SolvedBy::Level => DatedSolve::against_level(one, &levels, &frame.zone),
    };
    // Judges that rate nobody give nobody a level.
    let recorded = recorded.map(|one| if by_level { DatedSolve { part: None, ..one } } else { one });
    let mut solves: Vec<DatedSolve> = recorded.collect();
    match attempts(subject, frame) {
        Ok(attempts) => {
            let worked = worked(subject, &attempts, frame, window);
            solves.extend(worked.iter().filter_map(judged));
        }
        Err(Missing::Data(_)) if !solves.is_empty() => {}
        Err(missing) => return Err(missing),
    }
    let begin = solves.iter().map(|one| one.day).min();
    let Some(begin) = begin else { return Err(nothing_between(subject, first, last)?) };
    // Years before the first problem would only make the bars thin.
    let first = if frame.since.is_some() { first.max(begin) } else { first };
    let mut pace = Pace::new(&solves, (first, last), plot::MOST_BARS);
    if last < frame.today {
        // Of days long past nothing is told of lately.
        pace.trend = None;
    }
    Ok(named("solved", plot::solved(&pace, frame)?))
}

pub(super) fn difficulty(subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
    let recorded = levels(subject, frame)?;
    match judged_difficulty(subject, frame) {
        Err(Missing::Data(_)) if !recorded.is_empty() => Ok(recorded),
        judged => Ok(judged?.into_iter().chain(recorded).collect()),
    }
}

/// What is recorded of judges with levels of their own.
fn levels(subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
    let archived = &subject.library.archived;
    let solved = match subject.committed() {
        solved if archived.is_empty() => Cow::Borrowed(solved),
        solved => Cow::Owned(solved.clone().with_archives(archived)),
    };
    let window = DateRange { from: frame.since, to: frame.until };
    let mut drawn = Vec::new();
    let rates_problems = |known: &KnownJudge| {
        let judge = Judge::by_id(known.id);
        judge.is_some_and(|judge| judge.spec().difficulty == DifficultyScale::Ratings)
    };
    for tally in answers::recorded(&solved, window, |judge| !rates_problems(judge)) {
        let scene = plot::levels(&tally, frame)?;
        drawn.extend(scene.map(|scene| Named { name: format!("difficulty-{}", tally.judge.id), scene }));
    }
    Ok(drawn)
}

fn judged_difficulty(subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
    let attempts = attempts(subject, frame)?;
    let worked = worked(subject, &attempts, frame, DateRange { from: frame.since, to: frame.until });
    let all: Vec<RatingSeries> = subject.standing.iter().map(|status| status.series.clone()).collect();
    let leads = answers::leads(&worked, &all);
    let mut drawn = Vec::new();
    for judge in Judge::all() {
        let series =
            all.iter().find(|series| (series.key.judge, series.key.track) == (judge, Track::default()));
        let lead = leads.iter().find(|lead| lead.judge == judge);
        if let Some(scene) = plot::difficulty(judge, &worked, series, lead, frame)? {
            drawn.push(Named { name: format!("difficulty-{}", judge.id()), scene });
        }
    }
    if drawn.is_empty() {
        return Err(subject.lacks(chart_words::no_difficulty, |fetch| !matches!(fetch, Fetch::Ratings(..)))?);
    }
    Ok(drawn)
}

pub(super) fn tags(subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
    let attempts = attempts(subject, frame)?;
    let series: Vec<RatingSeries> = subject.standing.iter().map(|status| status.series.clone()).collect();
    let levels = Levels::now(&series);
    let worked = worked(subject, &attempts, frame, DateRange { from: frame.since, to: frame.until });
    let within = worked.iter().filter(|one| one.is_within_reach(&levels) && one.topics().next().is_some());
    let within: Vec<ProblemHistory<'_>> = within.copied().collect();
    let mut all = Counts::default();
    for one in &within {
        all.add(one);
    }
    let tally = Tally::new(&within, &frame.zone);
    let handles = &subject.workspace.config.handles;
    let naming_topics = Judge::rated().filter(|judge| judge.spec().names_topics);
    let whose =
        naming_topics.clone().find_map(|judge| handles.at(judge)).map_or("", |handle| handle.as_str());
    if let Some(scene) = plot::tags(&tally.by_tag, &all, whose, frame)? {
        return Ok(named("tags", scene));
    }
    let judges: Vec<&str> = naming_topics.map(Judge::name).collect();
    let words = move |lang: Lang| chart_words::few_tags(lang, &lang.all_of(&judges));
    Err(subject.lacks(words, |fetch| {
        matches!(
            fetch,
            Fetch::Submissions(_) | Fetch::Problems(_) | Fetch::MetProblems(_) | Fetch::PlacedProblems(..)
        )
    })?)
}

pub(super) fn hours(subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
    let rules = &subject.workspace.config.streak;
    let submissions = subject.library.submissions.iter().map(|one| AuthorDate::in_zone(one.at, &frame.zone));
    let commits = subject.commits.iter().flat_map(|changes| changes.iter());
    let commits = commits.filter(|change| change.files.len() <= rules.bulk).map(|change| change.date);
    let (first, last) = year(frame);
    let Some(hours) = answers::hours(submissions.chain(commits), &rules.day, (first, last)) else {
        let words =
            move |lang: Lang| chart_words::no_activity(lang, &lang.days_between(first, last, Date::ZERO));
        return Err(subject.lacks(words, |fetch| matches!(fetch, Fetch::Submissions(_)))?);
    };
    Ok(named("hours", plot::hours(&hours, &rules.day, frame)?))
}

pub(super) fn year_card(subject: &Subject<'_>, frame: &Frame) -> Result<Vec<Named>, Missing> {
    let day = frame.until.map_or(frame.today, |until| until.min(frame.today));
    let rules = &subject.workspace.config.streak;
    let series: Vec<RatingSeries> = subject.standing.iter().map(|status| status.series.clone()).collect();
    let material = Material {
        days: subject.streak.map(|streak| &streak.days[..]),
        committed: subject.streak.map(|_| subject.committed()),
        rules,
        series: &series,
        submissions: &subject.library.submissions,
        catalogue: &subject.library.catalogue,
        times: &ContestTimes::new(&subject.library.contests),
        zone: &frame.zone,
    };
    let review = Review::new(day.year(), day, &material);
    if review.totals.is_empty() {
        let words = move |lang| report::nothing_in(lang, day.year());
        return Err(
            subject.lacks(words, |fetch| matches!(fetch, Fetch::Submissions(_) | Fetch::Ratings(..)))?
        );
    }
    Ok(named("year", plot::year_card(&review, &series, subject.streak, frame)?))
}

/// The days that a chart of a year shows: those asked for, or the last 53 weeks, none to come.
fn year(frame: &Frame) -> (Date, Date) {
    let last = frame.until.map_or(frame.today, |until| until.min(frame.today));
    let monday = Period::Week.around(last).0;
    let weeks_ago = monday.saturating_sub((WEEKS - 1).weeks()).max(DateRange::EARLIEST);
    let first = frame.since.unwrap_or(weeks_ago);
    (first.min(last), last)
}

fn nothing_between(subject: &Subject<'_>, first: Date, last: Date) -> Result<Missing, StoreError> {
    let words =
        move |lang: Lang| chart_words::nothing_accepted(lang, &lang.days_between(first, last, Date::ZERO));
    subject.lacks(words, |fetch| matches!(fetch, Fetch::Submissions(_)))
}

/// The accounts of problems as they stood on the last day shown, or why there are none.
fn attempts<'a>(subject: &Subject<'a>, frame: &Frame) -> Result<Cow<'a, [Attempts]>, Missing> {
    let library = subject.library;
    if library.attempts.is_empty() {
        let handles = &subject.workspace.config.handles;
        let followed = Judge::all().any(|judge| handles.at(judge).is_some());
        return Err(if followed {
            subject.lacks(chart_words::no_submissions, |fetch| matches!(fetch, Fetch::Submissions(_)))?
        } else {
            Missing::no_handle()
        });
    }
    if frame.until.is_none() {
        return Ok(Cow::Borrowed(&library.attempts));
    }
    let (times, window) = (ContestTimes::new(&library.contests), DateRange { from: None, to: frame.until });
    let attempts =
        answers::attempts_until(&library.submissions, &library.catalogue, &times, window, &frame.zone);
    Ok(Cow::Owned(attempts))
}

fn worked<'a>(
    subject: &'a Subject<'_>,
    attempts: &'a [Attempts],
    frame: &Frame,
    window: DateRange,
) -> Vec<ProblemHistory<'a>> {
    answers::worked(attempts, &subject.library.catalogue, window, &frame.zone)
}
