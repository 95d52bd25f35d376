//! Which judge a command is asked about, and whether there is anything to tell of it.

use super::contests::telling;
use super::error::AppError;
use super::session::Session;
use crate::config::nearest;
use crate::judges::{Fetch, known_judges, sources, typed_judge};
use crate::lang::Later;
use crate::model::{DifficultyScale, Judge, Track};
use crate::report::argument_words;
use crate::store::Store;

/// What a command tells of a judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// What was worked at: at every judge that is fetched, recognised in repositories or imported.
    Problems,
    /// What was submitted.
    Submissions,
    /// Ratings.
    Ratings,
    /// Goals that later contests can meet.
    Targets,
    /// Contests to come and past ones.
    Contests,
    /// Problems within reach.
    Proposals,
}

impl Asked {
    /// Whether there is something of it at `judge`: in what is fetched, or in what `session` has of imports.
    fn is_at(self, judge: Judge, session: Option<&Session<'_>>) -> Result<bool, AppError> {
        let is_fetched = judge.is_fetched();
        let is_stored = || {
            let Some(session) = session else { return Ok(false) };
            match self {
                Self::Submissions => {
                    let library = session.library()?;
                    let is_archived = || library.archived.iter().any(|one| one.problem.judge() == judge.id());
                    Ok(library.imported.contains(&judge) || is_archived())
                }
                _ => Ok(session.series()?.iter().any(|series| series.key.judge == judge)),
            }
        };
        match self {
            Self::Problems => Ok(true),
            Self::Targets => Ok(is_fetched && judge.is_rated()),
            Self::Proposals => Ok(is_fetched && judge.spec().difficulty == DifficultyScale::Ratings),
            Self::Submissions => {
                let has_source =
                    sources(judge).iter().any(|source| matches!(source.fetch, Fetch::Submissions(_)));
                if has_source { Ok(true) } else { is_stored() }
            }
            Self::Ratings if is_fetched => Ok(judge.is_rated()),
            Self::Contests if telling(judge).is_some() => Ok(true),
            Self::Ratings | Self::Contests => is_stored(),
        }
    }

    /// That nothing of it is at `judge`, and what to do.
    fn refusal(self, judge: Judge, others: &[Judge]) -> AppError {
        let message = match self {
            Self::Problems => Later::message(
                format!("no data of {judge}"),
                format!("{judge} 데이터가 없습니다"),
                format!("{judge} のデータがありません"),
            ),
            Self::Submissions => Later::message(
                format!("no submissions of {judge}"),
                format!("{judge} 제출이 없습니다"),
                format!("{judge} の提出がありません"),
            ),
            Self::Ratings | Self::Targets if judge.is_fetched() => Later::message(
                format!("{judge} has no rating"),
                format!("{judge}에는 레이팅이 없습니다"),
                format!("{judge} にはレーティングがありません"),
            ),
            Self::Ratings => Later::message(
                format!("no rating of {judge}"),
                format!("{judge} 레이팅이 없습니다"),
                format!("{judge} のレーティングがありません"),
            ),
            Self::Targets => Later::message(
                format!("cpt doesn't fetch the rating of {judge}, which a target needs"),
                format!("cpt는 목표에 필요한 {judge} 레이팅을 가져오지 않습니다"),
                format!("cpt は目標に必要な {judge} のレーティングを取得しません"),
            ),
            Self::Contests => Later::message(
                format!("{judge} has no contests that cpt can show"),
                format!("cpt가 표시할 수 있는 {judge} 대회가 없습니다"),
                format!("cpt が表示できる {judge} のコンテストがありません"),
            ),
            Self::Proposals => Later::message(
                format!("{judge} has no difficulties that show which problems are within your reach"),
                format!("{judge}에는 풀 만한 문제를 가릴 난이도 정보가 없습니다"),
                format!("{judge} には手が届く問題を判定できる難易度がありません"),
            ),
        };
        let ids: Vec<&str> = others.iter().map(|judge| judge.id()).collect();
        let ids = ids.join(", ");
        let can_be_imported = matches!(self, Self::Submissions | Self::Ratings) && !judge.is_fetched();
        if can_be_imported {
            let remedy = Later::advice(
                format!("Import yours with `cpt import FILE`, or choose another judge: {ids}."),
                format!("`cpt import FILE`로 가져오거나 다른 저지를 고르세요: {ids}"),
                format!("`cpt import FILE` でインポートするか、ほかのサイトを指定してください: {ids}"),
            );
            return AppError::usage(message, remedy);
        }
        let remedy = Later::advice(
            format!("Choose another judge: {ids}."),
            format!("다른 저지를 고르세요: {ids}"),
            format!("ほかのサイトを指定してください: {ids}"),
        );
        AppError::usage(message, remedy)
    }
}

/// The judge that somebody means by `word`. An error where nobody knows it, or where it has nothing of what is `asked`.
pub fn judge(session: &Session<'_>, word: &str, asked: Asked) -> Result<Judge, AppError> {
    let judge = if let Some(known) = typed_judge(word) {
        Judge::of(known)
    } else {
        let imported = imported(session)?;
        let meant = imported.iter().copied().find(|judge| judge.id().eq_ignore_ascii_case(word));
        meant.ok_or_else(|| unknown(word, &imported))?
    };
    if asked.is_at(judge, Some(session))? {
        return Ok(judge);
    }
    Err(asked.refusal(judge, &judges(Some(session), asked)?))
}

/// The same where a judge may be meant.
pub fn judge_if(session: &Session<'_>, word: Option<&str>, asked: Asked) -> Result<Option<Judge>, AppError> {
    word.map(|word| judge(session, word, asked)).transpose()
}

/// The judges that have something of what is `asked`, those that are fetched first.
pub fn judges(session: Option<&Session<'_>>, asked: Asked) -> Result<Vec<Judge>, AppError> {
    let mut all: Vec<Judge> = known_judges().map(Judge::of).collect();
    for judge in session.map(imported).transpose()?.unwrap_or_default() {
        if !all.contains(&judge) {
            all.push(judge);
        }
    }
    let mut found = Vec::new();
    for judge in all {
        if asked.is_at(judge, session)? {
            found.push(judge);
        }
    }
    Ok(found)
}

/// An error where `judge` has no rating in `track`.
pub fn has_track(judge: Judge, track: Option<Track>) -> Result<(), AppError> {
    match track {
        Some(track) if !judge.tracks().contains(&track) => {
            let message = Later::message(
                format!("{judge} has no {track} rating"),
                format!("{judge}에는 {track} 레이팅이 없습니다"),
                format!("{judge} には {track} のレーティングがありません"),
            );
            let remedy = Later::advice("Remove --track.", "--track을 빼세요.", "--track を外してください。");
            Err(AppError::usage(message, remedy))
        }
        _ => Ok(()),
    }
}

/// The judges that imports tell of.
fn imported(session: &Session<'_>) -> Result<Vec<Judge>, AppError> {
    let imports = session.store()?.map(Store::imports).transpose()?.unwrap_or_default();
    Ok(imports.into_iter().flat_map(|import| import.judges).collect())
}

fn unknown(word: &str, imported: &[Judge]) -> AppError {
    let words = known_judges().flat_map(|judge| judge.words.iter().copied().chain([judge.id]));
    let words = words.chain(imported.iter().map(|judge| judge.id()));
    let near: Vec<String> = nearest(word, words).map(str::to_owned).into_iter().collect();
    let (word, ids) = (word.to_owned(), Judge::ids().join(", "));
    let message = Later::new(move |lang| argument_words::unknown_judge(lang, &word, &near));
    let remedy = Later::advice(
        format!(
            "Use one that cpt fetches ({ids}), one that `cpt solutions` found, or one of `cpt import --list`."
        ),
        format!(
            "cpt가 데이터를 가져오는 저지({ids}), `cpt solutions`에 나온 저지, `cpt import --list`의 저지를 쓰세요."
        ),
        format!(
            "cpt が取得するサイト ({ids})、`cpt solutions` に出るサイト、`cpt import --list` のサイトを指定してください。"
        ),
    );
    AppError::usage(message, remedy)
}
