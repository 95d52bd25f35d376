//! `cpt next`: what to solve today.

use std::ops::RangeInclusive;

use super::Exit;
use super::args::whole;
use super::completions::{judges, lists, topics};
use super::output::Output;
use super::present::present;
use super::wrong::WrongValue;
use crate::answers::{Assignment, Progress, Proposal, Wish};
use crate::app::asked::{Asked, judge_if};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::lang::Later;
use crate::model::Judge;
use crate::report::argument_words;
use crate::{app, report};

/// The probabilities of solving a problem that is called easy or hard.
const EASY: f64 = 0.8;
const HARD: f64 = 0.25;

/// Recommend problems for today
///
/// Picks problems you haven't attempted and have about a 50% chance of solving during a contest, with a preference
/// for tags you're weak in or haven't practised recently. For problems you have attempted, see `cpt todo`. The
/// list changes once a day; solved problems are ticked off. Tags are hidden because they can spoil the problem.
/// The chance while practising is estimated from problems you attempted outside contests.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "these are switches of a command line")]
pub(super) struct Args {
    /// Easier problems (about an 80% chance)
    #[arg(long, conflicts_with_all = ["hard", "probability"])]
    easy: bool,

    /// Harder problems (about a 25% chance)
    #[arg(long, conflicts_with = "probability")]
    hard: bool,

    /// Chance of solving the problems, e.g. 0.3 or 30%
    #[arg(long, value_name = "P", value_parser = probability)]
    probability: Option<f64>,

    /// Only problems with this tag, e.g. dp (Codeforces only)
    #[arg(long, value_name = "TAG", add = topics())]
    tag: Option<String>,

    /// Only problems of this judge, e.g. atcoder
    #[arg(long, value_name = "JUDGE", add = judges(Asked::Proposals))]
    judge: Option<String>,

    /// Only problems in this difficulty range, e.g. 1200..1400 or 1200..
    #[arg(long, value_name = "FROM..TO", value_parser = range)]
    rating: Option<RangeInclusive<i32>>,

    /// Only problems of this list, e.g. edpc, in its order
    #[arg(long, value_name = "NAME", add = lists())]
    list: Option<String>,

    /// Number of problems
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = whole::<u16>(1..=100))]
    count: u16,

    /// Show another selection for today; repeat with --again 2, 3, …
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "1", default_value_t = 0, hide_default_value = true)]
    again: u16,

    /// Show the tags
    #[arg(long)]
    tags: bool,

    /// Open the first unsolved problem (or number N) in your browser
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "0")]
    open: Option<u16>,

    /// Output JSON
    #[arg(long)]
    json: bool,
}

impl Args {
    fn wish(&self, judge: Option<Judge>) -> Wish {
        let usual = Wish::of_the_day();
        let probability = match self.probability {
            Some(probability) => Some(probability),
            None if self.easy => Some(EASY),
            None if self.hard => Some(HARD),
            // A range or a list alone says how hard.
            None => usual.probability.filter(|_| self.rating.is_none() && self.list.is_none()),
        };
        Wish {
            probability,
            difficulty: self.rating.clone().unwrap_or(usual.difficulty),
            judges: judge.map_or(usual.judges, |judge| vec![judge]),
            topic: self.tag.clone(),
            count: self.count.into(),
            again: self.again.into(),
        }
    }
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    // A list alone says what is proposed, at any judge.
    let asked = if args.list.is_some() { Asked::Problems } else { Asked::Proposals };
    let judge = judge_if(&session, args.judge.as_deref(), asked)?;
    let answered = app::next::next(&session, &mut args.wish(judge), args.list.as_deref(), args.tags)?;
    let assignment = answered.answer.clone();
    let outcome = present(answered, output, |assignment| {
        let now = session.now();
        if !args.json {
            return Ok(report::next(&assignment, now, session.lang()));
        }
        let json = report::NextJson::new(&assignment, now, &session.zone());
        Ok(report::to_line_of(&json, &session.completeness())?)
    })?;
    if let Some(wanted) = args.open {
        open(wanted, &assignment, output)?;
    }
    Ok(outcome)
}

/// Opens the page of the `wanted`-th problem (1 is the first), or for 0 of the first that isn't done.
fn open(wanted: u16, assignment: &Assignment<'_>, output: &mut Output) -> Result<(), AppError> {
    let problems = &assignment.problems;
    let is_open =
        |(_, progress): &&(Proposal<'_>, Progress)| matches!(progress, Progress::Open | Progress::Tried);
    let found = match wanted {
        0 => problems.iter().find(is_open),
        place => problems.get(usize::from(place) - 1),
    };
    let Some((one, _)) = found else {
        let message = if wanted == 0 {
            Later::message(
                "--open: the list is empty",
                "--open: 목록이 비어 있습니다",
                "--open: リストが空です",
            )
        } else {
            Later::message(
                format!("--open: no problem {wanted} in the list"),
                format!("--open: 목록에 {wanted}번째 문제가 없습니다"),
                format!("--open: リストに{wanted}番目の問題がありません"),
            )
        };
        let remedy = Later::advice(
            "Run `cpt next --again` for more problems.",
            "문제를 더 보려면 `cpt next --again`을 실행하세요.",
            "ほかの問題を見るには `cpt next --again` を実行してください。",
        );
        return Err(AppError::usage(message, remedy));
    };
    if let Some(link) = one.problem.link()
        && let Err(error) = opener::open(&link)
    {
        output.note(&format!("{link} can't be opened: {error}\n"));
    }
    Ok(())
}

/// Reads `0.3` or `30%`.
fn probability(text: &str) -> Result<f64, WrongValue> {
    let number = match text.trim().strip_suffix('%') {
        Some(percent) => percent.parse::<f64>().map(|percent| percent / 100.0),
        None => text.trim().parse::<f64>(),
    };
    let number = number.ok().filter(|number| *number > 0.0 && *number < 1.0);
    number.ok_or_else(|| WrongValue::new(argument_words::use_a_probability))
}

/// Reads `1200..1400`, both ends included and each optional, or a single number.
fn range(text: &str) -> Result<RangeInclusive<i32>, WrongValue> {
    let wrong = || WrongValue::new(argument_words::use_a_range);
    let end = |end: &str, open: i32| match end.trim().trim_start_matches('=') {
        "" => Ok(open),
        number => number.parse::<i32>().map_err(|_| wrong()),
    };
    let (from, to) = match text.split_once("..") {
        Some((from, to)) => (end(from, i32::MIN)?, end(to, i32::MAX)?),
        None => (text.trim().parse().map_err(|_| wrong())?, text.trim().parse().map_err(|_| wrong())?),
    };
    if from > to {
        return Err(wrong());
    }
    Ok(from..=to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_and_ranges_are_read_as_people_write_them() {
        assert_eq!([probability("0.3"), probability("30%")], [Ok(0.3), Ok(0.3)]);
        assert!(["0", "1", "50", "x", "-0.1", "NaN", "100%"].map(probability).iter().all(Result::is_err));
        assert_eq!(range("1200..1400"), Ok(1200..=1400));
        assert_eq!([range("1200.."), range("..=900")], [Ok(1200..=i32::MAX), Ok(i32::MIN..=900)]);
        assert_eq!(range("1500"), Ok(1500..=1500));
        assert!(["", "a..b", "1..x", "1400..1200"].map(range).iter().all(Result::is_err));
    }
}
