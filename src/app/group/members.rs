//! Members, written to `cpt.toml` and taken out of it.

use jiff::civil::Date;

use super::super::error::AppError;
use super::super::session::Session;
use super::super::target::rewrite;
use super::{configured, place_of};
use crate::config::{self, NewMember};
use crate::lang::Later;
use crate::model::{Handle, Judge, folded_name};

/// A member as somebody says them; what is not said is left out.
#[derive(Debug, Default)]
pub struct Wanted<'a> {
    pub name: &'a str,
    pub authors: &'a [String],
    pub paths: &'a [String],
    pub branch: Option<&'a str>,
    pub repo: Option<&'a str>,
    /// Their handles, or the addresses of their profiles.
    pub handles: Vec<(Judge, &'a str)>,
    pub goal: Option<&'a str>,
    /// Their first day; `None` for today.
    pub from: Option<Date>,
}

/// Writes one more member. The file may have no group yet.
pub fn add(session: &Session<'_>, wanted: &Wanted<'_>) -> Result<(), AppError> {
    let folded = folded_name(wanted.name);
    let group = session.workspace.config.group.as_ref();
    let known = group.and_then(|group| group.members.iter().find(|known| folded_name(&known.name) == folded));
    if let Some(known) = known {
        let name = &known.name;
        let message = Later::message(
            format!("{name:?} is already a member"),
            format!("이미 스터디원입니다: {name:?}"),
            format!("すでにメンバーです: {name:?}"),
        );
        let remedy = Later::advice(
            "Edit their entry in cpt.toml, or use another name.",
            "cpt.toml에서 수정하거나 다른 이름을 쓰세요.",
            "cpt.toml で編集するか、別の名前を指定してください。",
        );
        return Err(AppError::usage(message, remedy));
    }
    let mut handles = Vec::new();
    for (judge, text) in &wanted.handles {
        let handle = Handle::of_text(*judge, text).map_err(|why| {
            let (option, why) = (judge.id(), why.of(text));
            let message = Later::new(move |lang| format!("--{option}: {}", why.said(lang)));
            let remedy = Later::advice(
                "Use the handle shown on their profile page.",
                "프로필 페이지에 표시된 핸들을 쓰세요.",
                "プロフィールに表示されているハンドルを指定してください。",
            );
            AppError::usage(message, remedy)
        })?;
        handles.push((judge.id(), handle));
    }
    let today = || {
        configured(session).map_or_else(|_| session.today(), |group| group.week.day.today(&session.env.now))
    };
    let member = NewMember {
        name: wanted.name.trim(),
        authors: wanted.authors,
        paths: wanted.paths,
        branch: wanted.branch,
        repo: wanted.repo,
        handles: handles.iter().map(|(judge, handle)| (*judge, handle.as_str())).collect(),
        goal: wanted.goal,
        from: Some(wanted.from.unwrap_or_else(today).to_string()),
    };
    rewrite(session, |text| config::add_member(text, &member))
}

/// Takes the member of this name out; as they are written.
pub fn remove(session: &Session<'_>, name: &str) -> Result<String, AppError> {
    let group = configured(session)?;
    let place = place_of(group, name)?;
    rewrite(session, |text| config::remove_member(text, place))?;
    Ok(group.members[place].name.clone())
}

/// Excuses the member of this name on a day, or on a stretch of days (`2026-11-09..2026-11-15`); as they are written.
pub fn excuse(session: &Session<'_>, name: &str, days: &str) -> Result<String, AppError> {
    let group = configured(session)?;
    let place = place_of(group, name)?;
    rewrite(session, |text| config::excuse_member(text, place, days))?;
    Ok(group.members[place].name.clone())
}
