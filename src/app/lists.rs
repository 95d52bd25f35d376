//! Lists of problems to work through: files of the user's, and contests that judges and their archives list.

use super::error::{AppError, cannot_read};
use super::group::{self, SolvedByMember};
use super::new::contest_of;
use super::next::committed;
use super::session::{Answered, Session};
use crate::answers::{self, ListOfMembers, ListProgress, Progress};
use crate::config::{self, ListFile};
use crate::files::{Links, read_bounded};
use crate::judges::contest_sets;
use crate::lang::Later;
use crate::model::{ContestSet, Failure, Judge, ListSource, ProblemId, ProblemList};
use crate::naming::{self, WrongLine};
use crate::report::argument_words;

/// The most bytes that are read of a list.
const LIMIT: u64 = 1 << 20;

/// So many wrong lines of a list are told.
const LINES_TOLD: usize = 3;

/// How far one is with lists.
pub struct Overview<'a> {
    /// Those of files, in the configuration's order, then those of judges.
    pub lists: Vec<ListProgress<'a>>,
    /// The names of those of judges that were left out.
    pub untouched: Vec<&'static str>,
}

/// The lists that are configured, and those of judges that one has begun, or all of them.
///
/// # Errors
///
/// What is wrong with the first file that can't be read as a list.
pub fn overview<'s>(
    session: &'s Session<'_>,
    all: bool,
    member: Option<&str>,
) -> Result<Answered<Overview<'s>>, AppError> {
    let files = session.workspace.config.lists.iter().map(|list| of_file(session, list));
    let files = files.collect::<Result<Vec<_>, _>>()?;
    if let Some(member) = member {
        return group::solved_by(session, Some(member))?.try_map(|mut solved| {
            let (_, solved) = solved.remove(0);
            with_files(session, files, all, &|problem| solved.progress(problem))
        });
    }
    let overview = with_files(session, files, all, &progress(session)?)?;
    Ok(session.answered(overview))
}

/// The same of the files that can be read, and why others can't.
pub fn readable<'s>(session: &'s Session<'_>) -> Result<(Vec<ListProgress<'s>>, Vec<Failure>), AppError> {
    let (mut lists, mut failures) = (Vec::new(), Vec::new());
    for list in &session.workspace.config.lists {
        match of_file(session, list) {
            Ok(list) => lists.push(list),
            Err(error) => failures.extend(error.failure()),
        }
    }
    Ok((with_files(session, lists, false, &progress(session)?)?.lists, failures))
}

fn with_files<'s>(
    session: &'s Session<'_>,
    files: Vec<ProblemList>,
    all: bool,
    progress: &dyn Fn(&ProblemId) -> Progress,
) -> Result<Overview<'s>, AppError> {
    let catalogue = &session.library()?.catalogue;
    let mut lists: Vec<_> =
        files.into_iter().map(|list| ListProgress::new(list, catalogue, progress)).collect();
    let mut untouched = Vec::new();
    for (judge, set) in contest_sets().filter(|(_, set)| !is_replaced(session, set)) {
        let Some(list) = of_set(session, judge, set)? else { continue };
        let list = ListProgress::new(list, catalogue, progress);
        if all || !list.counts().is_untouched() {
            lists.push(list);
        } else {
            untouched.push(set.names[0]);
        }
    }
    Ok(Overview { lists, untouched })
}

/// How far the member of the group who is called `member` is with the list that is called `name`.
pub fn of_member<'s>(
    session: &'s Session<'_>,
    name: &str,
    member: &str,
) -> Result<Answered<ListProgress<'s>>, AppError> {
    let list = find(session, name)?;
    group::solved_by(session, Some(member))?.try_map(|mut solved| {
        let (_, solved) = solved.remove(0);
        Ok(ListProgress::new(list, &session.library()?.catalogue, |problem| solved.progress(problem)))
    })
}

/// How far each member of the group is with the list that is called `name`; where none is asked for with the configured
/// ones, and with those of judges that anybody has begun, or with all of them.
pub fn of_group<'s>(
    session: &'s Session<'_>,
    name: Option<&str>,
    all: bool,
) -> Result<Answered<Vec<ListOfMembers<'s>>>, AppError> {
    let lists = if let Some(name) = name {
        vec![(find(session, name)?, true)]
    } else {
        let files = session.workspace.config.lists.iter().map(|list| Ok((of_file(session, list)?, true)));
        let mut lists = files.collect::<Result<Vec<_>, AppError>>()?;
        for (judge, set) in contest_sets().filter(|(_, set)| !is_replaced(session, set)) {
            lists.extend(of_set(session, judge, set)?.map(|list| (list, all)));
        }
        lists
    };
    let (catalogue, own) = (&session.library()?.catalogue, progress(session)?);
    group::solved_by(session, None)?.try_map(|members| {
        let of_list = |(list, is_asked): (ProblemList, bool)| {
            let of_member = |(name, solved): &(String, SolvedByMember<'_>)| {
                let progress = |problem: &ProblemId| solved.progress(problem);
                (name.clone(), ListProgress::new(list.clone(), catalogue, progress).counts())
            };
            let members: Vec<_> = members.iter().map(of_member).collect();
            let own = ListProgress::new(list.clone(), catalogue, &own);
            let is_begun =
                || !own.counts().is_untouched() || members.iter().any(|(_, of)| !of.is_untouched());
            (is_asked || is_begun()).then_some(ListOfMembers { own, members })
        };
        Ok(lists.into_iter().filter_map(of_list).collect())
    })
}

/// How far one is with the list that is called `name`.
pub fn one<'s>(session: &'s Session<'_>, name: &str) -> Result<Answered<ListProgress<'s>>, AppError> {
    let list = find(session, name)?;
    let progress = ListProgress::new(list, &session.library()?.catalogue, progress(session)?);
    Ok(session.answered(progress))
}

/// The list that is called `name`: one of a file, else a set of a judge's, else a contest.
///
/// # Errors
///
/// That there is none, or what is wrong with its file.
pub fn find(session: &Session<'_>, name: &str) -> Result<ProblemList, AppError> {
    match look_up(session, name)? {
        Found::List(list) => Ok(list),
        Found::NotFetched(failure) => Err(AppError::wrong(failure)),
    }
}

/// What a list's name leads to.
pub enum Found {
    /// The list.
    List(ProblemList),
    /// A set of a judge's of which nothing is fetched.
    NotFetched(Failure),
}

/// Like [`find`], and tells apart what was never fetched.
pub fn look_up(session: &Session<'_>, name: &str) -> Result<Found, AppError> {
    let is_called = |list: &&ListFile| list.name.eq_ignore_ascii_case(name);
    if let Some(list) = session.workspace.config.lists.iter().find(is_called) {
        return of_file(session, list).map(Found::List);
    }
    if let Some((judge, set)) = contest_sets().find(|(_, set)| set.is_called(name)) {
        return Ok(of_set(session, judge, set)?.map_or_else(
            || {
                let title = set.title;
                let message = Later::message(
                    format!("no problem of {title} is in the fetched data"),
                    format!("가져온 데이터에 {title} 문제가 없습니다"),
                    format!("取得したデータに {title} の問題がありません"),
                );
                let remedy = Later::advice(
                    format!("Run `cpt sync` with a handle on {judge}."),
                    format!("{judge} 핸들을 설정하고 `cpt sync`를 실행하세요."),
                    format!("{judge} のハンドルを設定して `cpt sync` を実行してください。"),
                );
                Found::NotFetched(Failure::new(message).advise(remedy))
            },
            Found::List,
        ));
    }
    let library = session.library()?;
    if let Some(contest) = contest_of(library, name) {
        let (name, title) = (contest.id.clone(), Some(contest.name.clone()));
        let sections = library.sections(contest.judge, |id| id == contest.id);
        if !sections.is_empty() {
            let source = ListSource::Contests(contest.judge);
            return Ok(Found::List(ProblemList { name, title, source, sections }));
        }
    }
    let names = names(session).map(|(name, _)| name);
    let near: Vec<String> = config::nearest(name, names).map(str::to_owned).into_iter().collect();
    let name = name.to_owned();
    let message = Later::new(move |lang| argument_words::unknown_list(lang, &name, &near));
    let remedy = Later::advice(
        "Run `cpt list --all` to see every list, or add yours under [[lists]] in cpt.toml.",
        "모든 목록은 `cpt list --all`로 볼 수 있습니다. 목록을 추가하려면 cpt.toml의 [[lists]]에 쓰세요.",
        "すべてのリストは `cpt list --all` で確認できます。追加するには cpt.toml の [[lists]] に書いてください。",
    );
    Err(AppError::usage(message, remedy))
}

/// The names of all lists but single contests, each with what else there is to say of it.
pub fn names<'s>(session: &'s Session<'_>) -> impl Iterator<Item = (&'s str, Option<&'s str>)> {
    let files = session.workspace.config.lists.iter().map(|list| (&*list.name, list.title.as_deref()));
    let sets = contest_sets().filter(|(_, set)| !is_replaced(session, set));
    files.chain(sets.map(|(_, set)| (set.names[0], Some(set.title))))
}

/// Whether a file's list has the name of a judge's.
fn is_replaced(session: &Session<'_>, set: &ContestSet) -> bool {
    session.workspace.config.lists.iter().any(|list| list.name.eq_ignore_ascii_case(set.names[0]))
}

/// What became of problems, by all that is committed and submitted until now.
fn progress<'s>(session: &'s Session<'_>) -> Result<impl Fn(&ProblemId) -> Progress + 's, AppError> {
    let library = session.library()?;
    let duplicates = library.catalogue.duplicates();
    let solved = answers::solved(&session.changes(), &session.workspace.config.streak.day);
    let committed = committed(&solved, duplicates, |_| true);
    Ok(move |id: &ProblemId| Progress::of(id, &library.attempts, &committed, duplicates))
}

/// The contests of a set; `None` where none of them is listed.
fn of_set(session: &Session<'_>, judge: Judge, set: &ContestSet) -> Result<Option<ProblemList>, AppError> {
    let sections = session.library()?.sections(judge, |contest| set.has(contest));
    let list = ProblemList {
        name: set.names[0].to_owned(),
        title: Some(set.title.to_owned()),
        source: ListSource::Contests(judge),
        sections,
    };
    Ok((!list.sections.is_empty()).then_some(list))
}

/// The list in a file.
pub fn of_file(session: &Session<'_>, list: &ListFile) -> Result<ProblemList, AppError> {
    let env = session.env;
    let shown = env.shown(&list.file);
    let otherwise = Later::advice("Move it there.", "그 안으로 옮기세요.", "その中に移動してください。");
    session.workspace.may_read(&list.file, otherwise, env)?;
    let failed = |error| AppError::file(cannot_read(&shown), &error);
    let text = read_bounded(&list.file, LIMIT, Links::Follow).map_err(failed)?;
    let text = String::from_utf8(text).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.split(|byte| *byte == b'\n').count();
        let message = Later::message(
            format!("{shown}:{line}: invalid UTF-8"),
            format!("{shown}:{line}: 올바른 UTF-8이 아닙니다"),
            format!("{shown}:{line}: 正しい UTF-8 ではありません"),
        );
        let remedy = Later::advice(
            "Save the list as UTF-8 text.",
            "목록을 UTF-8로 저장하세요.",
            "リストを UTF-8 で保存してください。",
        );
        AppError::usage(message, remedy)
    })?;
    let (title, sections) =
        naming::problem_list(&text, list.judge).map_err(|wrong| wrong_lines(&shown, &wrong))?;
    Ok(ProblemList {
        name: list.name.clone(),
        title: list.title.clone().or(title),
        source: ListSource::File(list.file.clone()),
        sections,
    })
}

/// That lines of a list name no problem.
fn wrong_lines(file: &str, wrong: &[WrongLine]) -> AppError {
    let line = |one: &WrongLine| {
        let WrongLine { line, text, named } = one;
        if named.is_empty() {
            return format!("{file}:{line}: not a problem: {text:?}");
        }
        let named: Vec<&str> = named.iter().map(ProblemId::as_str).collect();
        format!("{file}:{line}: {text:?} could be several problems: {}", named.join(", "))
    };
    let mut lines: Vec<String> = wrong.iter().take(LINES_TOLD).map(line).collect();
    if wrong.len() > LINES_TOLD {
        lines.push(format!("and {} more", wrong.len() - LINES_TOLD));
    }
    AppError::usage(
        lines.join("\n"),
        "Begin each line with a link or an ID such as abc300_a, codeforces/4/A or boj/1000, and comments with //.",
    )
}
