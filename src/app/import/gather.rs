//! The rows of a file as facts of one user: whose ratings they are, which say the same twice, which contradict others.

use std::collections::BTreeMap;

use foldhash::HashMap;

use super::super::error::AppError;
use super::super::workspace::Workspace;
use crate::fetch::history::oldest_first;
use crate::import::{Placed, RatingRow, Rows, SubmissionRow};
use crate::lang::{Lang, Later};
use crate::model::{Handle, Import, ImportedSubmission, Judge, RatingChange, RowFault, SeriesKey, Track};
use crate::store::Store;

/// What a file comes to.
pub(super) struct Gathered {
    pub import: Import,
    /// What is wrong with rows that are left out, in the order of the file.
    pub faults: Vec<RowFault>,
    /// How many rows say what others say.
    pub doubles: usize,
}

/// Who one is at a judge, and what says so.
pub(super) struct Whose {
    handle: Handle,
    says: Says,
}

/// What says who one is.
#[derive(Clone)]
enum Says {
    Import(String),
    Configuration,
    Line(u64),
}

impl Says {
    fn told(&self, lang: Lang) -> String {
        match self {
            Self::Import(name) => lang.say(
                || format!("by the import {name:?}"),
                || format!("가져오기 {name:?} 기준"),
                || format!("インポート {name:?} による"),
            ),
            Self::Configuration => lang.say(
                || "by [handles] in cpt.toml".to_owned(),
                || "cpt.toml의 [handles] 기준".to_owned(),
                || "cpt.toml の [handles] による".to_owned(),
            ),
            Self::Line(line) => lang.say(
                || format!("by line {line}"),
                || format!("{line}행 기준"),
                || format!("{line}行目による"),
            ),
        }
    }
}

/// Who one is at each judge: by the configuration, else by the imports but the one that is called `name`.
pub(super) fn handles(
    workspace: &Workspace,
    store: &Store,
    name: &str,
) -> Result<BTreeMap<Judge, Whose>, AppError> {
    let mut handles = BTreeMap::new();
    for import in store.imports()?.iter().filter(|import| import.name != name && import.ratings > 0) {
        for (judge, handle) in store.imported_handles(&import.name)? {
            let says = Says::Import(import.name.clone());
            handles.entry(judge).or_insert(Whose { handle, says });
        }
    }
    for judge in Judge::all() {
        if let Some(handle) = workspace.config.handles.at(judge) {
            let whose = Whose { handle: handle.clone(), says: Says::Configuration };
            handles.insert(judge, whose);
        }
    }
    Ok(handles)
}

/// The facts of `rows`; `faults` are those of rows that couldn't be read.
pub(super) fn gather(rows: Rows, faults: Vec<RowFault>, handles: BTreeMap<Judge, Whose>) -> Gathered {
    let mut gathered = match rows {
        Rows::Ratings(rows) => ratings(rows, handles),
        Rows::Submissions(rows) => submissions(rows),
    };
    gathered.faults.extend(faults);
    gathered.faults.sort_by_key(|fault| fault.line);
    gathered
}

fn ratings(rows: Vec<Placed<RatingRow>>, mut handles: BTreeMap<Judge, Whose>) -> Gathered {
    let (mut faults, mut series) = (Vec::new(), BTreeMap::<(Judge, usize, Track), Vec<_>>::new());
    for Placed { line, row } in rows {
        match whose(&mut handles, &row, line) {
            Ok(()) => {
                let place = row.judge.tracks().iter().position(|track| *track == row.track);
                let key = (row.judge, place.unwrap_or(usize::MAX), row.track);
                series.entry(key).or_default().push(row);
            }
            Err(what) => faults.push(RowFault { line, column: Some("handle".to_owned()), what }),
        }
    }
    let (mut import, mut doubles) = (Import::default(), 0);
    for ((judge, _, track), rows) in series {
        let Some(Whose { handle, .. }) = handles.get(&judge) else { continue };
        let key = SeriesKey { judge, track, handle: handle.clone() };
        let (before, told): (usize, Vec<bool>) =
            (rows.len(), rows.iter().map(|row| row.old.is_some()).collect());
        let mut history = oldest_first(rows.into_iter().map(change).collect());
        doubles += before - history.len();
        if told.contains(&false) {
            follow(&mut history);
        }
        import.ratings.extend(history.into_iter().map(|change| (key.clone(), change)));
    }
    Gathered { import, faults, doubles }
}

/// An error where a row is somebody else's, or nothing says whose.
fn whose(handles: &mut BTreeMap<Judge, Whose>, row: &RatingRow, line: u64) -> Result<(), Later> {
    let judge = row.judge;
    match (handles.get(&judge), &row.handle) {
        (Some(known), Some(handle)) if !known.handle.is(handle) => {
            let (handle, own, says) = (handle.clone(), known.handle.clone(), known.says.clone());
            Err(Later::new(move |lang| {
                let of = |lang: Lang| says.told(lang);
                lang.say(
                    || format!("{handle} is not your {judge} handle, which is {own} {}", of(Lang::English)),
                    || format!("{handle}: {judge} 핸들은 {own}입니다 ({})", of(Lang::Korean)),
                    || format!("{handle}: {judge} のハンドルは {own} です ({})", of(Lang::Japanese)),
                )
            }))
        }
        (Some(_), _) => Ok(()),
        (None, Some(handle)) => {
            let says = Says::Line(line);
            handles.insert(judge, Whose { handle: handle.clone(), says });
            Ok(())
        }
        (None, None) => Err(Later::message(
            format!("empty, and your {judge} handle isn't set anywhere else"),
            format!("비어 있고, 다른 곳에도 {judge} 핸들이 없습니다"),
            format!("空で、ほかに {judge} のハンドルの指定がありません"),
        )),
    }
}

/// What stands for a rating that nobody told.
const UNTOLD: i32 = i32::MIN;

fn change(row: RatingRow) -> RatingChange {
    RatingChange {
        contest: row.contest,
        name: row.name,
        at: row.at,
        place: row.place,
        old: row.old.unwrap_or(UNTOLD),
        new: row.new,
        performance: row.performance,
        rated: row.rated,
    }
}

/// Gives each contest that lacks it the rating before: that after the contest before it.
fn follow(history: &mut [RatingChange]) {
    let mut rating = 0;
    for change in history {
        if change.old == UNTOLD {
            change.old = rating;
        }
        rating = change.new;
    }
}

fn submissions(rows: Vec<Placed<SubmissionRow>>) -> Gathered {
    let mut known: HashMap<(Judge, u64), (u64, usize)> = HashMap::default();
    let (mut import, mut faults, mut doubles) = (Import::default(), Vec::new(), 0);
    for Placed { line, row: SubmissionRow { submission, difficulty } } in rows {
        let (judge, id) = (submission.judge, submission.id);
        let row = ImportedSubmission { submission, difficulty };
        match known.get(&(judge, id)) {
            Some((_, place)) if import.submissions[*place] == row => doubles += 1,
            Some((first, _)) => faults.push(RowFault {
                line,
                column: Some("id".to_owned()),
                what: Later::message(
                    format!("{judge} submission {id} is also on line {first}, with other data"),
                    format!("{judge} 제출 {id}: {first}행과 내용이 다릅니다"),
                    format!("{judge} の提出 {id}: {first}行目と内容が異なります"),
                ),
            }),
            None => {
                known.insert((judge, id), (line, import.submissions.len()));
                import.submissions.push(row);
            }
        }
    }
    Gathered { import, faults, doubles }
}
