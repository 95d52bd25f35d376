//! What each target takes, and how likely it is.

use jiff::civil::Date;

use super::paint::Paint;
use super::phrase::Phrase;
use super::status::target_goal;
use super::words::status;
use crate::answers::{
    ANY, FORECAST_DAYS, FORM, Giving, GoalTiming, Held, LATELY, Outlook, Standing, TargetProgress,
    UNHEARD_OF, Way,
};
use crate::lang::Lang;
use crate::model::{chance, clean, count};

/// A paragraph for each target: of the followed series, then of those that aren't.
pub fn targets(standing: &Standing, today: Date) -> String {
    let followed = standing.series.iter().flat_map(|status| &status.targets);
    let followed = followed.map(|target| TargetWords::new(target, today).in_terminal());
    let others = standing.orphans.iter().map(|target| {
        let line = Phrase::words("no handle is configured; add one to [handles] in cpt.toml");
        TargetWords { heading: heading(target, today), lines: vec![line] }.in_terminal()
    });
    followed.chain(others).collect::<Vec<_>>().join("\n")
}

/// What there is to say of a target: which it is, and lines about it.
pub(super) struct TargetWords {
    heading: Phrase,
    pub lines: Vec<Phrase>,
}

impl TargetWords {
    pub fn new(progress: &TargetProgress, today: Date) -> Self {
        let lines = match (progress.met_on, &progress.outlook) {
            (Some(day), _) => {
                let again = begin_again(progress, today, Lang::English).map(Phrase::words);
                [met(progress, day, today)].into_iter().chain(again).collect()
            }
            (None, Some(_)) if !progress.is_known => vec![Phrase::words("your rating was not fetched yet")],
            (None, Some(outlook)) => {
                let mut lines = vec![odds(progress, outlook, today)];
                lines.extend(progress.held.map(|held| Phrase::words(held_words(held, today, Lang::English))));
                lines.push(needed(outlook));
                lines.extend(form(outlook));
                lines.push(pace(outlook));
                lines
            }
            (None, None) => vec![Phrase::painted(Paint::Warn, "missed")],
        };
        Self { heading: heading(progress, today), lines }
    }

    fn in_terminal(&self) -> String {
        let mut text = self.heading.in_terminal() + "\n";
        for line in &self.lines {
            text.push_str(&format!("  {}\n", line.in_terminal()));
        }
        text
    }
}

/// "AtCoder green at 800 by 31 December".
fn heading(progress: &TargetProgress, today: Date) -> Phrase {
    let target = &progress.target;
    let title = Phrase::painted(Paint::Strong, target.series_title()).and(" ");
    title
        .then(target_goal(target, Lang::English))
        .and(format_args!(" by {}", Lang::English.day(target.by, today)))
}

fn met(progress: &TargetProgress, day: Date, today: Date) -> Phrase {
    let contest = progress.met_in.as_deref().map(clean).unwrap_or_default();
    let kept = match progress.gap {
        0 => "kept since".to_owned(),
        below => format!("now {below} below"),
    };
    let met = Phrase::painted(Paint::Good, format_args!("met on {}", Lang::English.day(day, today)));
    met.and(format_args!(" in {contest}, {kept}"))
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

/// How far it is and how likely.
fn odds(progress: &TargetProgress, outlook: &Outlook, today: Date) -> Phrase {
    let now = progress.current.map_or_else(|| "no rating yet".to_owned(), |rating| format!("{rating} now"));
    let words = Phrase::words(format_args!("{now}, ")).paint(Paint::Strong, progress.gap).and(" to go: ");
    match &outlook.forecast {
        Ok(reach) => words.paint(Paint::Strong, chance(reach.by_then)).and(format_args!(
            " by then{}{}",
            when(progress, reach, today),
            allowing(reach)
        )),
        Err(why) => words.and(why),
    }
}

/// "; even odds by 8 March 2027", or that they are out of sight. Nothing where the chance by the target's day is the
/// same in words: two days for one chance contradict each other.
fn when(progress: &TargetProgress, reach: &GoalTiming, today: Date) -> String {
    match reach.p50 {
        _ if chance(0.5) == chance(reach.by_then) => String::new(),
        Some(day) => format!("; even odds by {}", Lang::English.day(day, today)),
        None if f64::from(progress.days_left) < FORECAST_DAYS => {
            "; even odds not within three years".to_owned()
        }
        None => String::new(),
    }
}

/// "; this allows for about 1 in 4 that you don't take part again", or that it hardly matters.
fn allowing(reach: &GoalTiming) -> String {
    if reach.stops < 0.01 {
        return "; this assumes that you take part again".to_owned();
    }
    format!("; this allows for {} that you don't take part again", chance(reach.stops))
}

/// The performances that lead there.
fn needed(outlook: &Outlook) -> Phrase {
    let about = if outlook.estimate { "about " } else { "" };
    let next = match outlook.next {
        _ if !within_reach(outlook.next) => Phrase::words("no performance reaches it in the next contest"),
        None | Some(ANY) => Phrase::words("any performance reaches it in the next contest"),
        Some(needed) => {
            let needs = Phrase::words(format_args!("needs {about}")).paint(Paint::Strong, needed);
            needs.and(format_args!(" in the next contest{}", giving(&outlook.giving)))
        }
    };
    let shortest = match outlook.giving {
        Giving::ByNone { shortest: Some(way), .. } if within_reach(Some(way.performance)) => Some(way),
        _ => None,
    };
    let is_longer = |contests: usize| shortest.is_none_or(|way| way.contests < contests);
    let reached =
        outlook.constant.iter().filter(|(contests, needed)| within_reach(*needed) && is_longer(*contests));
    let over = reached.map(|(contests, needed)| match needed {
        None | Some(ANY) => format!("any in each of {contests}"),
        Some(needed) => format!("{about}{needed} in each of {contests}"),
    });
    let over = over.collect::<Vec<_>>().join(", ");
    let next = match shortest {
        Some(Way { contests, performance }) => {
            next.and(format_args!("; the shortest way is {about}{performance} in each of {contests}"))
        }
        None => next,
    };
    match outlook.constant.last() {
        Some((most, _)) if over.is_empty() && shortest.is_none() => {
            Phrase::words(format_args!("no performance reaches it within {}", count(*most as u32, "contest")))
        }
        _ if over.is_empty() => next,
        _ if shortest.is_none() && !within_reach(outlook.next) => next.and(format_args!("; {over} does")),
        _ => next.and(format_args!("; or {over}")),
    }
}

/// " (only ARC can give that)": which contests that are rated for one can give the performance.
fn giving(giving: &Giving) -> String {
    match giving {
        Giving::Untold => String::new(),
        Giving::By(kinds) => match kinds.as_slice() {
            [one] => format!(" (only {one} can give that)"),
            kinds => format!(" ({} can give that)", Lang::English.one_of(kinds)),
        },
        Giving::ByNone { most: Some((kinds, most)), .. } => {
            format!(
                ", and no contest that is rated for you gives so much ({}: up to {most})",
                kinds.join(", ")
            )
        }
        Giving::ByNone { most: None, .. } => ", and no contest is rated for you".to_owned(),
    }
}

/// Whether somebody has ever had the performance.
fn within_reach(needed: Option<i32>) -> bool {
    needed.is_some_and(|needed| needed <= UNHEARD_OF)
}

/// Where the recent form leads.
fn form(outlook: &Outlook) -> Option<Phrase> {
    let form = outlook.form?;
    let leads = match (outlook.contests_at_form, outlook.constant.last()) {
        (Some(contests), _) => format!("gets there in {}", count(contests as u32, "contest")),
        (None, Some((contests, Some(needed)))) if *needed <= UNHEARD_OF => {
            format!("never gets there; {needed} does, in {}", count(*contests as u32, "contest"))
        }
        (None, _) => "never gets there".to_owned(),
    };
    let estimated = if outlook.estimate { ", estimated" } else { "" };
    Some(Phrase::words(format_args!("recent form {form} (mean of the last {FORM}{estimated}) {leads}")))
}

fn pace(outlook: &Outlook) -> Phrase {
    let left = match outlook.contests_left.round() as u32 {
        0 => "less than one contest".to_owned(),
        left => format!("about {}", count(left, "contest")),
    };
    let pace = if outlook.contests_a_month > 0.0 {
        format!("{:.1} contests a month lately, {left} until then", outlook.contests_a_month)
    } else {
        format!("no contest in the last {LATELY} days")
    };
    Phrase::painted(Paint::Faint, pace)
}
