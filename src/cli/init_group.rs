//! `cpt init --group`: a study group, asked about and begun.

use std::collections::BTreeMap;
use std::io::BufRead as _;

use super::env::Env;
use super::error::AppError;
use super::output::Output;
use crate::answers::group::{MemberMark, SuggestedMember};
use crate::app::init::{GroupChoice, GroupKey, GroupMade, GroupSite};
use crate::lang::{Lang, Later};
use crate::model::{Advice, clean, folded_name};
use crate::report::init_words as words;

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
    let lang = Env::lang_of(env.asked_lang, env.config.clone());
    let mut said = BTreeMap::new();
    for key in GroupKey::ALL {
        let given = args.said(key);
        if let Some(text) = given {
            key.check(text).map_err(|why| {
                let option = option(key);
                let message = Later::new(move |lang| format!("--{option}: {}", why.said(lang)));
                AppError::usage(message, words::nothing_written())
            })?;
        }
        let answer = match given {
            None if env.interactive => asked(key, &site, lang, output),
            given => given.map(str::to_owned),
        };
        said.extend(answer.map(|text| (key, text)));
    }
    let (mark, suggested) = site.suggested();
    let members = match &args.members {
        Some(names) => Some(chosen(names, suggested).map_err(|why| {
            let message = Later::new(move |lang| format!("--members: {}", why.said(lang)));
            AppError::usage(message, Advice::words(found_line(mark, suggested, lang)))
        })?),
        None if env.interactive && !suggested.is_empty() => {
            Some(asked_members(mark, suggested, lang, output))
        }
        None => None,
    };
    let made = site.write(GroupChoice { said, members })?;
    output.answer(&told(&made, env, lang))?;
    Ok(())
}

/// Asks until it can be said; `None` for what holds otherwise.
fn asked(key: GroupKey, site: &GroupSite<'_>, lang: Lang, output: &mut Output) -> Option<String> {
    let default = site.default_of(key);
    loop {
        output.note(&key.question(lang, default.as_deref().map(clean).as_deref()));
        let text = line()?;
        match key.check(&text) {
            Ok(()) => return Some(text),
            Err(why) => output.note(&format!("{}\n", why.said(lang))),
        }
    }
}

/// Asks which of the suggested members are in it.
fn asked_members<'s>(
    mark: MemberMark,
    suggested: &'s [SuggestedMember],
    lang: Lang,
    output: &mut Output,
) -> Vec<&'s SuggestedMember> {
    output.note(&format!("{}\n", found_line(mark, suggested, lang)));
    loop {
        output.note(&words::members(lang));
        let Some(names) = line() else { return suggested.iter().collect() };
        match chosen(&names, suggested) {
            Ok(chosen) => return chosen,
            Err(why) => output.note(&format!("{}\n", why.said(lang))),
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
fn chosen<'s>(names: &str, suggested: &'s [SuggestedMember]) -> Result<Vec<&'s SuggestedMember>, Later> {
    match names.trim() {
        "all" => return Ok(suggested.iter().collect()),
        "none" => return Ok(Vec::new()),
        _ => {}
    }
    let find = |name: &str| {
        let folded = folded_name(name);
        let found = suggested.iter().find(|one| folded_name(&one.name) == folded);
        found.ok_or_else(|| words::not_found(name.trim()))
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

/// Who was found, and by what.
fn found_line(mark: MemberMark, suggested: &[SuggestedMember], lang: Lang) -> String {
    let names: Vec<&str> = suggested.iter().map(|member| member.name.as_str()).collect();
    if names.is_empty() {
        return words::found_nobody(lang).into_owned();
    }
    words::found(lang, mark, &clean(&names.join(lang.comma())))
}

/// What was written, and what is left to do.
fn told(made: &GroupMade, env: &Env, lang: Lang) -> String {
    let file = env.shown(&made.file);
    let names = clean(&made.members.join(lang.comma())).into_owned();
    let told = match () {
        () if made.members.is_empty() => words::wrote_group(lang, &file),
        () if made.only_suggested => words::wrote_suggested(lang, &file, &names),
        () => words::wrote_members(lang, &file, &names),
    };
    told + "\n"
}
