//! A row of the table `submissions`.

use sha2::{Digest, Sha256};

use super::ratings::judge;
use super::row::{Row, quoted};
use super::words;
use crate::judges::known_judge;
use crate::model::{Judge, Outcome, Participation, ProblemId, RowFault, Submission};

/// A submission, as a file has it.
#[derive(Debug, Clone, PartialEq)]
pub struct SubmissionRow {
    /// The submission. Where the file has no number for it, one that its facts make.
    pub submission: Submission,
    /// How hard the problem is, on the judge's scale of ratings.
    pub difficulty: Option<i32>,
}

/// The columns that are read.
pub(super) const COLUMNS: &[&str] = &[
    "judge",
    "id",
    "at",
    "contest",
    "problem",
    "name",
    "difficulty",
    "outcome",
    "verdict",
    "participation",
    "team",
    "language",
    "points",
];

/// The columns that there must be.
pub(super) const NEEDED: &[&str] = &["judge", "at", "problem"];

/// Of these columns there must be one.
pub(super) const NEEDED_ONE: [&str; 2] = ["outcome", "verdict"];

/// The columns that follow from others.
pub(super) const DERIVED: &[&str] = &["date", "url"];

pub(super) fn read(row: &Row<'_>) -> Result<SubmissionRow, RowFault> {
    let judge = judge(row)?;
    let outcome = row.text("outcome")?.map(|word| outcome(row, &word)).transpose()?;
    let verdict = row.text("verdict")?;
    if outcome.is_none() && verdict.is_none() {
        return Err(row.fault("outcome", words::no_outcome()));
    }
    let mut submission = Submission {
        judge,
        id: 0,
        at: row.moment("at")?,
        contest: row.text("contest")?,
        problem: problem(row, judge)?,
        name: row.text("name")?,
        verdict: verdict.unwrap_or_default(),
        told: None,
        participation: row.text("participation")?.map(|word| participation(row, &word)).transpose()?,
        team: row.flag("team")?.unwrap_or(false),
        language: row.text("language")?.unwrap_or_default(),
        points: row.real("points")?,
    };
    submission.told = outcome.filter(|outcome| *outcome != submission.outcome());
    submission.id = match row.whole::<i64>("id")? {
        Some(id) => id.try_into().map_err(|_| row.fault("id", words::below_zero(id)))?,
        None => number_of(&submission),
    };
    Ok(SubmissionRow { submission, difficulty: row.rating("difficulty")? })
}

fn outcome(row: &Row<'_>, word: &str) -> Result<Outcome, RowFault> {
    let wrong = || {
        let all = Outcome::ALL.map(|outcome| format!("`{}`", outcome.word()));
        row.fault("outcome", words::none_of(&quoted(format!("{word:?}")), &all))
    };
    Outcome::of_word(word).ok_or_else(wrong)
}

fn participation(row: &Row<'_>, word: &str) -> Result<Participation, RowFault> {
    let way = Participation::of_word(word);
    if way.word() == word {
        return Ok(way);
    }
    Err(row.fault("participation", words::no_participation(&quoted(format!("{word:?}")))))
}

/// The problem: as an identity, or as the judge alone calls it.
fn problem(row: &Row<'_>, judge: Judge) -> Result<ProblemId, RowFault> {
    let text = row.needed("problem")?;
    let identity = ProblemId::from_text(&text);
    if identity.judge() == judge.id() {
        return Ok(identity);
    }
    match text.split_once('/') {
        Some((other, _)) if known_judge(other).is_some_and(|known| known.id == other) => {
            Err(row.fault("problem", words::of_another_judge(&quoted(&text), other, judge)))
        }
        _ => Ok(ProblemId::other(judge.id(), &text)),
    }
}

/// A number for a submission that has none: the same for the same facts, and one that programs read exactly.
fn number_of(submission: &Submission) -> u64 {
    let Submission { judge, at, contest, problem, verdict, language, points, .. } = submission;
    let points = points.map(f64::to_bits);
    let outcome = submission.outcome().word();
    let facts =
        format!("{:?}", (judge.id(), at, contest, problem.as_str(), verdict, outcome, language, points));
    let hash = Sha256::digest(facts.as_bytes());
    hash.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte)) >> 11
}
