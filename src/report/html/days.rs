//! What a day of the calendar opens.

use jiff::Timestamp;

use super::super::links;
use super::super::words::closed_since;
use super::super::words::page::{DaySummary, PageWords};
use super::{Material, short};
use crate::answers::{JournalCommit, JournalDay, JournalProblem, ProblemRef};
use crate::model::{AuthorDate, DayRule, ProblemId};

/// Of an import no more problems are listed, and of a day no more commits.
const MOST: usize = 60;

/// A day with its commits and problems.
pub(super) struct DayCard {
    pub id: String,
    pub title: String,
    pub summary: String,
    pub problems: Vec<ProblemLine>,
    pub more_problems: String,
    pub commits: Vec<CommitLine>,
    pub more_commits: String,
}

pub(super) struct ProblemLine {
    /// What identifies it.
    pub name: String,
    pub link: String,
    /// That the link leads nowhere any more; empty where it does.
    pub closed: String,
    /// What its judge calls it.
    pub title: String,
    pub note: String,
}

pub(super) struct CommitLine {
    pub time: String,
    pub id: String,
    pub link: String,
    pub subject: String,
    pub note: String,
}

impl DayCard {
    pub fn new(day: &JournalDay<'_>, material: &Material<'_>) -> Self {
        let words = PageWords(material.lang);
        Self {
            id: day.date.to_string(),
            title: material.lang.weekday_and_whole_day(day.date),
            summary: summary(day, words),
            problems: day.problems.iter().take(MOST).map(|one| ProblemLine::new(one, material)).collect(),
            more_problems: words.more(day.problems.len().saturating_sub(MOST)),
            commits: day.commits.iter().take(MOST).map(|one| CommitLine::new(one, material)).collect(),
            more_commits: words.more(day.commits.len().saturating_sub(MOST)),
        }
    }
}

/// "3 problems (2 new, 1 revisited), 70 imported, in 4 commits".
fn summary(day: &JournalDay<'_>, words: PageWords) -> String {
    let of = |bulk: bool| day.problems.iter().filter(move |one| one.bulk == bulk);
    let (solved, new) = (of(false).count(), of(false).filter(|one| one.new).count());
    words.day(DaySummary { solved, new, imported: of(true).count(), commits: day.commits.len() })
}

impl ProblemLine {
    fn new(one: &JournalProblem<'_>, material: &Material<'_>) -> Self {
        let words = PageWords(material.lang);
        let (name, id) = match one.problem {
            ProblemRef::Problem(id) => (short(id.as_str()), Some(id)),
            ProblemRef::File(_, path) => (short(&path.to_text()), None),
        };
        let entry = id.and_then(|id| material.catalogue.get(id));
        let link = id.map_or_else(String::new, links::problem);
        let closed = id.and_then(ProblemId::closed);
        let closed = closed.map_or_else(String::new, |day| closed_since(material.lang, day));
        let recorded = match one.problem {
            ProblemRef::Problem(id) if entry.is_none() => material.solved.get(id),
            _ => None,
        };
        let level =
            recorded.and_then(|one| one.record.as_ref()?.difficulty()).map(|level| level.name.to_owned());
        let difficulty = entry.and_then(|entry| entry.difficulty).map(|difficulty| difficulty.to_string());
        let difficulty = difficulty.or(level);
        let again = (!one.new).then(|| words.revisited().into_owned());
        let imported = one.bulk.then(|| words.imported().into_owned());
        let notes: Vec<String> = [difficulty, again, imported].into_iter().flatten().collect();
        let title = entry.map(|entry| entry.problem.name.as_str());
        let title = short(title.or(recorded.and_then(|one| one.title())).unwrap_or_default());
        Self { name, link, closed, title, note: notes.join(material.lang.comma()) }
    }
}

impl CommitLine {
    fn new(commit: &JournalCommit<'_>, material: &Material<'_>) -> Self {
        let repo = material.repos.get(commit.repo);
        let id = commit.change.commit;
        let full = id.to_string();
        let subject = repo.and_then(|repo| repo.subjects.get(&id));
        let pages = repo.and_then(|repo| repo.pages.as_deref());
        let label = match (material.repos, repo) {
            ([_, _, ..], Some(repo)) => Some(short(&repo.label)),
            _ => None,
        };
        let files = commit.bulk.then(|| PageWords(material.lang).files(commit.change.files.len()));
        let notes: Vec<String> = [label, files].into_iter().flatten().collect();
        Self {
            time: clock(commit.change.date, &material.rules.day),
            link: pages.map_or_else(String::new, |pages| format!("{pages}{full}")),
            id: full[..8].to_owned(),
            subject: subject.map_or_else(String::new, |subject| short(subject)),
            note: notes.join(material.lang.comma()),
        }
    }
}

/// The time of day at which a commit was written, where its day is told.
fn clock(date: AuthorDate, rule: &DayRule) -> String {
    let offset = match (&rule.timezone, Timestamp::from_second(date.seconds)) {
        (Some(zone), Ok(moment)) => i64::from(zone.to_offset(moment).seconds()),
        _ => i64::from(date.offset_minutes) * 60,
    };
    let minute = date.seconds.saturating_add(offset).rem_euclid(24 * 60 * 60) / 60;
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use jiff::tz::TimeZone;

    use super::*;

    #[test]
    fn a_commit_has_the_time_of_the_zone_that_its_day_is_told_in() {
        let at = |seconds, offset_minutes| AuthorDate { seconds, offset_minutes };
        let rule = |timezone| DayRule { timezone, starts_at: SignedDuration::ZERO };
        assert_eq!(clock(at(0, 540), &rule(None)), "09:00");
        assert_eq!(clock(at(-60, 0), &rule(None)), "23:59");
        assert_eq!(clock(at(0, -300), &rule(Some(TimeZone::get("Asia/Seoul").unwrap()))), "09:00");
        assert_eq!(clock(at(i64::MAX, 0), &rule(Some(TimeZone::UTC))).len(), 5);
    }
}
