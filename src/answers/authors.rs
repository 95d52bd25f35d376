//! A repository shared by several people, each with a streak of their own.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::streak::{StreakAnswer, streak};
use crate::model::{Identity, Period, PracticeSource, SolutionChange, StreakRules};

/// One author's habit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorStreak {
    /// The author, by the name they used last.
    pub author: Arc<Identity>,
    /// Problems this week, day by day, bulk commits apart.
    pub this_week: u32,
    /// All that there is to say about their habit.
    pub streak: StreakAnswer,
}

/// Answers for each author of the solution changes of each repository, as seen on `today`: the longest current streak
/// first, then by what was solved. Addresses tell authors apart, without regard to case.
pub fn streaks_by_author(repos: &[&[SolutionChange]], rules: &StreakRules, today: Date) -> Vec<AuthorStreak> {
    let mut by_author: HashMap<String, Vec<Vec<SolutionChange>>> = HashMap::new();
    for (place, changes) in repos.iter().enumerate() {
        for change in *changes {
            let own = by_author.entry(change.author.email.to_lowercase()).or_default();
            own.resize(repos.len(), Vec::new());
            own[place].push(change.clone());
        }
    }
    // What a judge accepted is one person's.
    let rules = StreakRules { source: PracticeSource::Commits, ..rules.clone() };
    let monday = Period::Week.around(today).0;
    let mut authors: Vec<AuthorStreak> = by_author
        .into_values()
        .filter_map(|own| {
            let changes: Vec<&[SolutionChange]> = own.iter().map(Vec::as_slice).collect();
            let latest = own.iter().flatten().max_by_key(|change| (change.date.seconds, change.commit))?;
            let streak = streak(&changes, &[], &rules, today);
            let this_week = streak.days.iter().filter(|day| (monday..=today).contains(&day.date));
            let this_week = this_week.map(|day| day.solved).sum();
            Some(AuthorStreak { author: Arc::clone(&latest.author), this_week, streak })
        })
        .collect();
    authors.sort_by(|a, b| {
        let rank = |author: &AuthorStreak| (author.streak.current, author.streak.total_solved);
        rank(b).cmp(&rank(a)).then_with(|| a.author.cmp(&b.author))
    });
    authors
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::{AuthorDate, CommitId, FileChange, FileChangeKind};

    #[test]
    fn each_author_has_a_streak_of_their_own() {
        // 2026-11-23 is a Monday.
        let today = date(2026, 11, 23);
        let change = |ago: i64, name: &str, email: &str| SolutionChange {
            commit: CommitId([ago as u8; 20]),
            author: Identity { name: name.to_owned(), email: email.to_owned() }.into(),
            date: AuthorDate { seconds: 1_795_435_200 - ago * 86_400, offset_minutes: 0 },
            files: vec![FileChange {
                path: format!("{name}{ago}.rs").into_bytes().into(),
                kind: FileChangeKind::Added,
                record: None,
                problems: [].into(),
            }],
        };
        let first = [change(0, "Ada", "ada@x"), change(1, "ada", "ADA@x"), change(5, "Bob", "bob@x")];
        let second = [change(2, "ada", "ada@x")];
        let authors = streaks_by_author(&[&first, &second], &StreakRules::default(), today);
        let rows = authors.iter().map(|author| {
            let StreakAnswer { current, longest, total_solved, .. } = author.streak;
            (author.author.name.as_str(), author.this_week, current, longest, total_solved)
        });
        assert_eq!(rows.collect::<Vec<_>>(), [("Ada", 1, 3, 3, 3), ("Bob", 0, 0, 1, 1)]);
    }
}
