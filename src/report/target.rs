//! What each target takes, and how likely it is.

use jiff::civil::Date;

use super::paint::Paint;
use super::phrase::Phrase;
use super::status::{target_goal, target_title};
use super::words::needed::{self, Need, Needed};
use super::words::status;
use super::words::target::{self as words, Leads, Median};
use crate::answers::{
    ANY, FORECAST_DAYS, FORM, Giving, GoalTiming, Held, LATELY, LEAST_CONTESTS, NoForecast, Outlook,
    Standing, TargetProgress, UNHEARD_OF,
};
use crate::lang::Lang;
use crate::model::{clean, share_words};

/// A paragraph for each target: of the followed series, then of those that aren't.
pub fn targets(standing: &Standing, today: Date, lang: Lang) -> String {
    let followed = standing.series.iter().flat_map(|status| &status.targets);
    let followed = followed.map(|target| TargetWords::new(target, today, lang).in_terminal());
    let others = standing.orphans.iter().map(|target| {
        let lines = vec![Phrase::words(words::no_handle(lang))];
        TargetWords { heading: heading(target, today, lang), lines }.in_terminal()
    });
    followed.chain(others).collect::<Vec<_>>().join("\n")
}

/// What there is to say of a target: which it is, and lines about it.
pub(super) struct TargetWords {
    heading: Phrase,
    pub lines: Vec<Phrase>,
}

impl TargetWords {
    pub fn new(progress: &TargetProgress, today: Date, lang: Lang) -> Self {
        let lines = match (progress.met_on, &progress.outlook) {
            (Some(day), _) => {
                let contest = progress.met_in.as_ref().map(|met| clean(&met.name)).unwrap_or_default();
                let reached = words::reached(lang, &lang.day(day, today), &contest, progress.gap);
                let again = begin_again(progress, today, lang).map(Phrase::words);
                [reached].into_iter().chain(again).collect()
            }
            (None, Some(_)) if !progress.is_known => vec![Phrase::words(words::not_fetched(lang))],
            (None, Some(outlook)) => {
                let mut lines = vec![words::now(lang, progress.current, progress.gap)];
                lines.extend(progress.held.map(|held| Phrase::words(held_words(held, today, lang))));
                lines.push(chance(progress, outlook, today, lang));
                lines.push(needed::needed(lang, &ways(outlook)));
                lines.extend(form(outlook, lang));
                lines.push(pace(outlook, lang));
                lines
            }
            (None, None) => vec![Phrase::painted(Paint::Warn, words::missed(lang))],
        };
        Self { heading: heading(progress, today, lang), lines }
    }

    fn in_terminal(&self) -> String {
        let mut text = self.heading.in_terminal() + "\n";
        for line in &self.lines {
            text.push_str(&format!("  {}\n", line.in_terminal()));
        }
        text
    }
}

/// "AtCoder green (800) by 31 December".
fn heading(progress: &TargetProgress, today: Date, lang: Lang) -> Phrase {
    let target = &progress.target;
    let title = Phrase::painted(Paint::Strong, target_title(target, lang));
    words::heading(lang, &title, &target_goal(target, lang), &lang.day(target.by, today))
}

/// That the rating is or was there without reaching the target.
pub(super) fn held_words(held: Held, today: Date, lang: Lang) -> String {
    let from = lang.day(held.from, today);
    match held.to {
        Some(to) => status::held_between(lang, &from, &lang.day(to, today)),
        None => status::held_since(lang, &from),
    }
}

/// How a goal that was met and isn't held becomes one again; `None` where it needn't or can't.
pub(super) fn begin_again(progress: &TargetProgress, today: Date, lang: Lang) -> Option<String> {
    progress.can_begin_again().then(|| status::start_again(lang, &today.to_string()))
}

/// How likely it is.
fn chance(progress: &TargetProgress, outlook: &Outlook, today: Date, lang: Lang) -> Phrase {
    match &outlook.forecast {
        Ok(reach) => words::chance(lang, reach.by_then, &median(progress, reach, today, lang), reach.stops),
        Err(NoForecast::TooFewContests(contests)) => {
            Phrase::words(words::too_few_contests(lang, *contests, LEAST_CONTESTS))
        }
        Err(NoForecast::NotFitted(judge)) => Phrase::words(words::not_fitted(lang, *judge)),
    }
}

/// When the chance is 50%. Untold where the chance by the target's day is the same in words: two days for one chance
/// contradict each other.
fn median(progress: &TargetProgress, reach: &GoalTiming, today: Date, lang: Lang) -> Median {
    match reach.p50 {
        _ if share_words(lang, 0.5) == share_words(lang, reach.by_then) => Median::Untold,
        Some(day) => Median::By(lang.day(day, today)),
        None if f64::from(progress.days_left) < FORECAST_DAYS => {
            Median::Beyond((FORECAST_DAYS / 365.0).round() as u8)
        }
        None => Median::Untold,
    }
}

/// The performances that lead there.
fn ways(outlook: &Outlook) -> Needed<'_> {
    let need = |performance| if performance == ANY { Need::Any } else { Need::AtLeast(performance) };
    let shortest = match outlook.giving {
        Giving::ByNone { shortest: Some(way), .. } if is_heard_of(way.performance) => Some(way),
        _ => None,
    };
    let is_longer = |contests: usize| shortest.is_none_or(|way| way.contests < contests);
    let over = outlook.constant.iter().filter(|(contests, _)| is_longer(*contests));
    let over = over.filter_map(|(contests, needed)| {
        needed.filter(|needed| is_heard_of(*needed)).map(|needed| (*contests, need(needed)))
    });
    Needed {
        next: outlook.next.filter(|needed| is_heard_of(*needed)).map(need),
        giving: &outlook.giving,
        estimate: outlook.estimate,
        shortest,
        over: over.collect(),
        most: outlook.constant.last().map_or(1, |(contests, _)| *contests),
    }
}

/// Whether somebody has ever had the performance.
fn is_heard_of(performance: i32) -> bool {
    performance <= UNHEARD_OF
}

/// Where the recent form leads.
fn form(outlook: &Outlook, lang: Lang) -> Option<Phrase> {
    let leads = match (outlook.contests_at_form, outlook.constant.last()) {
        (Some(contests), _) => Leads::There(contests),
        (None, Some((contests, Some(needed)))) if is_heard_of(*needed) => {
            Leads::Short { needed: *needed, contests: *contests }
        }
        (None, _) => Leads::Nowhere,
    };
    Some(Phrase::words(words::form(lang, outlook.form?, outlook.estimate, FORM, leads)))
}

fn pace(outlook: &Outlook, lang: Lang) -> Phrase {
    let pace = if outlook.contests_a_month > 0.0 {
        words::pace(lang, outlook.contests_a_month, outlook.contests_left.round() as u32)
    } else {
        words::no_pace(lang, LATELY)
    };
    Phrase::painted(Paint::Faint, pace)
}
