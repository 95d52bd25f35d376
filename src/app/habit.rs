//! The daily habit, from git alone.

use super::env::Env;
use super::error::AppError;
use super::session::{Answered, Session};
use super::workspace::Workspace;
use crate::answers::{self, AuthorStreak, Habits, StreakAnswer};

/// The streak, and what its days say of the habit.
pub struct Habit<'s> {
    pub streak: &'s StreakAnswer,
    pub habits: Habits,
}

/// The habit, as the repositories are now.
pub fn habit<'s>(session: &'s Session<'_>) -> Result<Answered<Habit<'s>>, AppError> {
    let streak = session.practice().answer()?;
    let habits = answers::habits(&streak.days, &session.workspace.config.streak, streak.today.date);
    Ok(session.answered(Habit { streak, habits }))
}

/// The habit of each author; of every author where none is configured.
pub fn by_author(env: &Env) -> Result<Answered<Vec<AuthorStreak>>, AppError> {
    let mut workspace = Workspace::open_or_default(env)?;
    for repo in &mut workspace.config.repos {
        repo.authors.get_or_insert_with(|| vec!["*".to_owned()]);
    }
    let session = Session::over(workspace, env);
    let changes = session.some_changes()?;
    let authors = answers::streaks_by_author(&changes, &session.workspace.config.streak, session.today());
    Ok(session.answered(authors))
}
