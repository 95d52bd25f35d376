//! `cpt init --github-action --group`: a workflow that posts a study group's week.

use askama::Template;
use jiff::civil::{Time, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _, ZonedDateTime};

use super::super::env::Env;
use super::super::error::AppError;
use super::super::group;
use super::super::session::Session;
use super::super::workspace::Workspace;
use super::workflow::{Program, wrong_template, yaml};
use crate::lang::Later;
use crate::model::Group;
use crate::report::WorkflowWords;

/// When the week is posted on weekdays, by the group's clock.
const MORNING: Time = jiff::civil::time(8, 0, 0, 0);

/// So long after a week has settled it is posted: scheduled jobs begin no earlier than they say.
const AFTER: i64 = 5;

/// In weeks: after so many, clocks that change have changed.
const HALF_A_YEAR: i64 = 26;

/// The workflow's text; `zone`, `dir` and `store` are YAML texts, and everything else is of this file alone.
#[derive(Template)]
#[template(path = "group_workflow.yml", escape = "none", syntax = "workflow")]
struct Text<'a> {
    words: WorkflowWords,
    /// The zone whose clocks change, where they do.
    clocks: Option<String>,
    weekdays: String,
    morning: String,
    settling: String,
    dir: String,
    store: String,
    zone: String,
    program: &'a Program,
}

/// The text, for the configured group.
pub(super) fn render(
    workspace: Workspace,
    (dir, store): (String, String),
    program: &Program,
    env: &Env,
) -> Result<String, AppError> {
    let session = Session::over(workspace, env);
    let group = group::configured(&session)?;
    let zone = group::zone(&session, group);
    let Some(name) = zone.iana_name() else {
        let message = Later::message(
            "the group has no time zone",
            "스터디의 시간대가 없습니다",
            "勉強会のタイムゾーンがありません",
        );
        let remedy = Later::advice(
            "Set `timezone` under [group] in cpt.toml.",
            "cpt.toml의 [group]에 `timezone`을 설정하세요.",
            "cpt.toml の [group] に `timezone` を設定してください。",
        );
        return Err(AppError::usage(message, remedy));
    };
    let text = Text {
        words: WorkflowWords(session.lang()),
        clocks: changes(&zone, env).then(|| name.to_owned()),
        weekdays: weekdays(&zone, env),
        morning: MORNING.strftime("%H:%M").to_string(),
        settling: settling(group, env, &zone),
        dir,
        store,
        zone: yaml(name)?,
        program,
    };
    text.render().map_err(|error| wrong_template(&error))
}

/// The schedule of Monday to Friday, in UTC: where it is another day there, of the days before or after.
fn weekdays(zone: &TimeZone, env: &Env) -> String {
    let monday =
        env.now.date().saturating_sub(i64::from(env.now.date().weekday().to_monday_zero_offset()).days());
    let at = zone
        .to_ambiguous_timestamp(monday.to_datetime(MORNING))
        .compatible()
        .unwrap_or(Timestamp::UNIX_EPOCH);
    let at = utc(at);
    let first = at.weekday().to_sunday_zero_offset();
    let mut days: Vec<i8> = (0..5).map(|nth| (first + nth) % 7).collect();
    days.sort_unstable();
    let days: Vec<String> = days.iter().map(i8::to_string).collect();
    format!("{} {} * * {}", at.minute(), at.hour(), days.join(","))
}

/// The schedule of settling weeks, in UTC. Where clocks change, that of the half of the year in which it is later: before a
/// week has settled there is nothing to post.
fn settling(group: &Group, env: &Env, zone: &TimeZone) -> String {
    let from = group.week.first_day(group.week.day.today(&env.now));
    let settles = |weeks: i64| {
        let later = group.week.settles_at(from.saturating_add(weeks.weeks()), zone);
        later.saturating_sub(SignedDuration::from_hours(weeks * 7 * 24)).unwrap_or(later)
    };
    let at = settles(0).max(settles(HALF_A_YEAR)).saturating_add(AFTER.minutes()).unwrap_or(Timestamp::MAX);
    let at = utc(at);
    format!("{} {} * * {}", at.minute(), at.hour(), at.weekday().to_sunday_zero_offset())
}

fn utc(at: Timestamp) -> ZonedDateTime {
    at.to_zoned_datetime(TimeZone::UTC)
}

/// Whether the clocks in `zone` change in this year.
fn changes(zone: &TimeZone, env: &Env) -> bool {
    let offset = |month| {
        let day = date(env.now.year(), month, 1).to_datetime(MORNING);
        zone.to_ambiguous_timestamp(day).compatible().map(|at| zone.to_offset(at)).ok()
    };
    offset(1) != offset(7)
}
