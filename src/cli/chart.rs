//! `cpt chart`: draws from the store and from git.

use std::path::PathBuf;

use jiff::civil::Date;

use super::Exit;
use super::args::{date, has_days};
use super::output::Output;
use super::present::{beside, hints, outcome, present};
use super::wrong::WrongValue;
use crate::answers::{self, SeriesStatus};
use crate::app::charts::{ChartKind, Format, SolvedBy, Style, Subject, Theme, View};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::standing::Which;
use crate::app::sync;
use crate::lang::{Lang, Later};
use crate::model::{Target, clean};
use crate::plot::{self, ChartSize, Frame, Role, Run};
use crate::report::{Paint, argument_words, chart_words};
use crate::{app, report};

/// Redraw charts from stored data
///
/// Uses ratings from the last sync and solutions from git. Prints the files written and, for cards, the Markdown
/// to paste into a README.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Charts to draw [default: all]
    #[arg(value_enum, value_name = "KIND")]
    kinds: Vec<ChartKind>,

    /// Output directory [default: from cpt.toml]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// Output formats [default: from cpt.toml]
    #[arg(long, value_enum, value_delimiter = ',', value_name = "FORMAT")]
    format: Vec<Format>,

    /// Background to draw for [default: from cpt.toml]
    #[arg(long, value_enum)]
    theme: Option<Theme>,

    /// Size in pixels, from 600x320 to 3840x2160; PNGs are rendered at 2x
    #[arg(long, value_name = "WxH", value_parser = size)]
    size: Option<ChartSize>,

    /// How to split the bars of `cpt chart solved` [default: from cpt.toml]
    #[arg(long, value_enum)]
    by: Option<SolvedBy>,

    /// Start date
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,

    /// End date
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,

    /// Draw rating charts in the terminal instead of writing files
    #[arg(long, conflicts_with_all = ["out", "format", "theme", "size", "by", "open"])]
    term: bool,

    /// Open the charts
    #[arg(long)]
    open: bool,

    /// Print the names of the charts, one per line
    #[arg(long, exclusive = true)]
    list: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    if args.list {
        let names = app::charts::kinds(env).into_iter().map(|kind| kind.name() + "\n");
        output.answer(&names.collect::<String>())?;
        return Ok(Exit::Done);
    }
    let session = Session::open(env)?;
    let view = args.view(session.today())?;
    if args.term {
        return in_terminal(args, &view, &session, output);
    }
    let all = ChartKind::of(&session.workspace.config);
    let kinds = if args.kinds.is_empty() { &all } else { &args.kinds };
    if args.by.is_some() && !kinds.contains(&ChartKind::Solved) {
        let message = Later::message(
            "--by supports only the chart of solved problems",
            "--by는 푼 문제 차트에만 쓸 수 있습니다",
            "--by は解いた問題のグラフにのみ指定できます",
        );
        let remedy = Later::advice(
            "Run `cpt chart solved --by level`.",
            "`cpt chart solved --by level`을 실행하세요.",
            "`cpt chart solved --by level` を実行してください。",
        );
        return Err(AppError::usage(message, remedy));
    }
    let style =
        Style { out: args.out.as_deref(), formats: &args.format, theme: args.theme, solved_by: args.by };
    let drawn = app::charts::draw(&session, kinds, &style, &view)?;
    beside(&drawn, output);
    let gallery = &drawn.answer;
    let lines: String = gallery.files.iter().map(|drawn| env.shown(&drawn.path) + "\n").collect();
    output.data(&lines)?;
    if args.kinds.contains(&ChartKind::Card) {
        let snippet = sync::snippet(&session.workspace, &gallery.files);
        let readme = sync::readme_name(&session.workspace, env);
        output.note(&format!("\n{}\n\n{snippet}", chart_words::to_paste(drawn.lang, &readme)));
    }
    gallery.missing.said(drawn.lang).iter().for_each(|line| output.note(&format!("{line}\n")));
    hints(&drawn.hints, drawn.lang, output);
    if args.open {
        open(&gallery.of_one_format(), drawn.lang, output);
    }
    Ok(outcome(&drawn.completeness()))
}

/// 1200x630.
fn size(text: &str) -> Result<ChartSize, WrongValue> {
    text.parse().map_err(|_| WrongValue::new(|lang| argument_words::use_a_size(lang, "600x320", "3840x2160")))
}

/// Draws the ratings in characters.
fn in_terminal(
    args: &Args,
    view: &View,
    session: &Session<'_>,
    output: &mut Output,
) -> Result<Exit, AppError> {
    if args.kinds.iter().any(|kind| *kind != ChartKind::Rating) {
        let message = Later::message(
            "--term supports only rating charts",
            "--term은 레이팅 그래프만 지원합니다",
            "--term はレーティンググラフにのみ対応しています",
        );
        let remedy = Later::advice(
            "Run `cpt chart rating --term`, `cpt streak` for a calendar, or `cpt group --month` for a group's weeks.",
            "`cpt chart rating --term`을 실행하세요. 활동 달력은 `cpt streak`, 스터디의 주별 현황은 `cpt group --month`에 있습니다.",
            "`cpt chart rating --term` を実行してください。カレンダーは `cpt streak`、勉強会の週別の状況は `cpt group --month` にあります。",
        );
        return Err(AppError::usage(message, remedy));
    }
    let which = Which { judge: None, track: None };
    let frame = Subject::of(session, &[ChartKind::Rating])?.frame(view);
    let frame = Frame { lang: session.lang(), ..frame };
    present(app::standing::rated(session, which)?, output, |standing| {
        let chart = |status: &SeriesStatus| {
            let words = report::series_lines(status, session.today(), &session.zone(), session.lang());
            if status.series.rating().is_none() {
                return Ok(words);
            }
            let targets: Vec<Target> = status.targets.iter().map(|progress| progress.target).collect();
            let from = answers::forecast_from(&status.series, session.now(), frame.today, &frame.zone);
            let forecast = status.forecast(from, &frame.zone);
            let forecast = forecast.as_ref();
            let lines =
                plot::rating_in_characters(&status.series, &targets, forecast, &frame, session.env.columns)
                    .map_err(app::charts::cannot_draw)?;
            let line = |line: &Vec<Run>| line.iter().map(painted).collect::<String>() + "\n";
            Ok(format!("{words}{}", lines.iter().map(line).collect::<String>()))
        };
        let charts = standing.series.iter().map(chart).collect::<Result<Vec<_>, AppError>>()?;
        Ok(charts.join("\n"))
    })
}

/// Characters of a chart in the terminal's colours.
fn painted(run: &Run) -> String {
    let paint = match run.role {
        Some(Role::Tier(_, colour) | Role::TierInk(_, colour) | Role::Rim(_, colour)) => Paint::Tier(colour),
        Some(Role::Muted | Role::Grid | Role::Axis) => Paint::Faint,
        _ if run.bold => Paint::Strong,
        _ => return run.text.clone(),
    };
    paint.on(&run.text)
}

impl Args {
    fn view(&self, today: Date) -> Result<View, AppError> {
        let Self { size, since, until, .. } = *self;
        has_days(since, until, today)?;
        Ok(View { size, since, until })
    }
}

/// Shows files in the system's viewer.
pub(super) fn open(files: &[PathBuf], lang: Lang, output: &mut Output) {
    for file in files {
        if let Err(error) = opener::open(file) {
            let file = clean(&file.display().to_string()).into_owned();
            output.note(&(chart_words::cannot_open(lang, &file, &error.to_string()) + "\n"));
            return;
        }
    }
}
