//! `cpt init --group`: a study group, asked about and begun.

use std::collections::BTreeMap;
use std::io::BufRead as _;

use super::env::Env;
use super::error::AppError;
use super::output::Output;
use crate::answers::group::{MemberMark, SuggestedMember};
use crate::app::init::{GroupChoice, GroupKey, GroupMade, GroupSite};
use crate::lang::{Lang, Later};
use crate::model::{clean, folded_name};

/// What is said of a new group on the command line.
#[derive(Debug, clap::Args)]
#[group(id = "group_words", multiple = true)]
pub(super) struct GroupArgs {
    /// With --group, the group's name [default: the directory's]
    #[arg(long, value_name = "NAME", requires = "group")]
    name: Option<String>,

    /// With --group, the time zone of its weeks, e.g. Asia/Seoul [default: this computer's]
    #[arg(long, value_name = "ZONE", requires = "group")]
    timezone: Option<String>,

    /// With --group, the weekday that its weeks start on [default: monday]
    #[arg(long, value_name = "WEEKDAY", requires = "group")]
    week_starts: Option<String>,

    /// With --group, when a week is settled, e.g. "monday 20:00" [default: at its end]
    #[arg(long, value_name = "WHEN", requires = "group")]
    settles: Option<String>,

    /// With --group, the first day that counts [default: today]
    #[arg(long, value_name = "DATE", requires = "group")]
    from: Option<String>,

    /// With --group, what is asked of each: 5/week, 1/day, or "all" of what is assigned [default: 5/week]
    #[arg(long, value_name = "GOAL", requires = "group")]
    goal: Option<String>,

    /// With --group, what a missed goal costs, e.g. "1000 KRW/problem" or "5000 KRW/week"
    #[arg(long, value_name = "FINE", requires = "group")]
    fine: Option<String>,

    /// With --group, which of the suggested members to write: names separated by commas, all, or none
    #[arg(long, value_name = "NAMES", requires = "group")]
    members: Option<String>,
}

impl GroupArgs {
    fn said(&self, key: GroupKey) -> Option<&str> {
        let said = match key {
            GroupKey::Name => &self.name,
            GroupKey::Timezone => &self.timezone,
            GroupKey::WeekStarts => &self.week_starts,
            GroupKey::Settles => &self.settles,
            GroupKey::From => &self.from,
            GroupKey::Goal => &self.goal,
            GroupKey::Fine => &self.fine,
        };
        said.as_deref()
    }
}

/// Asks about a group and writes it.
pub(super) fn run(args: &GroupArgs, env: &Env, output: &mut Output) -> Result<(), AppError> {
    let site = GroupSite::open(env)?;
    let mut said = BTreeMap::new();
    for key in GroupKey::ALL {
        let given = args.said(key);
        if let Some(text) = given {
            key.check(text).map_err(|why| {
                let option = option(key);
                let message = Later::new(move |lang| format!("--{option}: {}", why.said(lang)));
                let remedy = Later::advice(
                    "Nothing was written.",
                    "아무것도 쓰지 않았습니다.",
                    "何も書き込んでいません。",
                );
                AppError::usage(message, remedy)
            })?;
        }
        let answer = match given {
            None if env.interactive => asked(key, &site, output),
            given => given.map(str::to_owned),
        };
        said.extend(answer.map(|text| (key, text)));
    }
    let (mark, suggested) = site.suggested();
    let members = match &args.members {
        Some(names) => Some(
            chosen(names, suggested)
                .map_err(|why| AppError::usage(format!("--members: {why}"), found_line(mark, suggested)))?,
        ),
        None if env.interactive && !suggested.is_empty() => Some(asked_members(mark, suggested, output)),
        None => None,
    };
    let made = site.write(GroupChoice { said, members })?;
    output.answer(&words(&made, env))?;
    Ok(())
}

/// Asks until it can be said; `None` for what holds otherwise.
fn asked(key: GroupKey, site: &GroupSite<'_>, output: &mut Output) -> Option<String> {
    let default = site.default_of(key);
    loop {
        output.note(&question(key, default.as_deref()));
        let text = line()?;
        match key.check(&text) {
            Ok(()) => return Some(text),
            Err(why) => output.note(&format!("{}\n", why.said(Lang::English))),
        }
    }
}

/// Asks which of the suggested members are in it.
fn asked_members<'s>(
    mark: MemberMark,
    suggested: &'s [SuggestedMember],
    output: &mut Output,
) -> Vec<&'s SuggestedMember> {
    output.note(&format!("{}\n", found_line(mark, suggested)));
    loop {
        output.note("Members, separated by commas, or \"none\" [all]: ");
        let Some(names) = line() else { return suggested.iter().collect() };
        match chosen(&names, suggested) {
            Ok(chosen) => return chosen,
            Err(why) => output.note(&format!("{why}\n")),
        }
    }
}

/// What somebody typed; `None` where they typed nothing or nobody is there any more.
fn line() -> Option<String> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).ok()?;
    Some(line.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The members of these names, separated by commas; all of them, or none.
fn chosen<'s>(names: &str, suggested: &'s [SuggestedMember]) -> Result<Vec<&'s SuggestedMember>, String> {
    match names.trim() {
        "all" => return Ok(suggested.iter().collect()),
        "none" => return Ok(Vec::new()),
        _ => {}
    }
    let find = |name: &str| {
        let folded = folded_name(name);
        let found = suggested.iter().find(|one| folded_name(&one.name) == folded);
        found.ok_or_else(|| format!("nobody called {:?} was found", name.trim()))
    };
    names.split(',').filter(|name| !name.trim().is_empty()).map(find).collect()
}

/// The option that says a key.
fn option(key: GroupKey) -> &'static str {
    match key {
        GroupKey::Name => "name",
        GroupKey::Timezone => "timezone",
        GroupKey::WeekStarts => "week-starts",
        GroupKey::Settles => "settles",
        GroupKey::From => "from",
        GroupKey::Goal => "goal",
        GroupKey::Fine => "fine",
    }
}

/// The question about a key, with what holds where nothing is said.
fn question(key: GroupKey, default: Option<&str>) -> String {
    let words = match key {
        GroupKey::Name => "Name of the group",
        GroupKey::Timezone => "Time zone",
        GroupKey::WeekStarts => "Weeks start on",
        GroupKey::Settles => "When a week is settled, e.g. monday 20:00",
        GroupKey::From => "First day that counts",
        GroupKey::Goal => "Goal of each member, e.g. 5/week, 1/day, or all of what is assigned",
        GroupKey::Fine => "Fine for a missed goal, e.g. 1000 KRW/problem",
    };
    let default = default.unwrap_or(match key {
        GroupKey::Settles => "at its end",
        GroupKey::Timezone => "each commit's own",
        _ => "none",
    });
    format!("{words} [{}]: ", clean(default))
}

/// Who was found, and by what.
fn found_line(mark: MemberMark, suggested: &[SuggestedMember]) -> String {
    let names: Vec<&str> = suggested.iter().map(|member| member.name.as_str()).collect();
    let names = clean(&names.join(", ")).into_owned();
    match mark {
        _ if suggested.is_empty() => {
            "No members were found in the repository. Add each with `cpt group add NAME`.".to_owned()
        }
        MemberMark::Authors => format!("Members found by the authors of commits: {names}."),
        MemberMark::Folders => format!("Members found by folders: {names}."),
        MemberMark::Branches => format!("Members found by branches: {names}."),
    }
}

/// What was written, and what is left to do.
fn words(made: &GroupMade, env: &Env) -> String {
    let file = env.shown(&made.file);
    let names = clean(&made.members.join(", ")).into_owned();
    if made.members.is_empty() {
        return format!(
            "Wrote the group to {file}, without members.\nNext: `cpt group add NAME` for each member, then run `cpt group`\n"
        );
    }
    if made.only_suggested {
        return format!(
            "Wrote the group to {file}, with suggested members commented out: {names}.\nNext: uncomment those who are in it, \
             then run `cpt group`\n"
        );
    }
    format!(
        "Wrote the group to {file}. Members: {names}.\nNext: add their handles in {file}, then run `cpt sync` and `cpt group`\n"
    )
}
