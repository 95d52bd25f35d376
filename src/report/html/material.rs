//! What the page is made from.

use std::collections::HashMap;

use jiff::ZonedDateTime;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::super::group::GroupView;
use crate::answers::SeriesStatus;
use crate::answers::group::Ledger;
use crate::answers::{
    Assignment, Catalogue, ComingContest, ContestTaken, Habits, JournalDay, ListProgress, PeriodTally,
    Solved, StreakAnswer, TargetProgress, Todo,
};
use crate::lang::Lang;
use crate::model::{Advice, CommitId, SeriesKey, StreakRules};

/// Everything that the page shows.
pub struct Material<'a> {
    /// The language of the page.
    pub lang: Lang,
    /// The moment that the page is of.
    pub now: &'a ZonedDateTime,
    /// The day it is, by the configured rules.
    pub today: Date,
    /// The zone in which contests have their days.
    pub zone: &'a TimeZone,
    /// The configured handles' series.
    pub keys: &'a [SeriesKey],
    /// The series with something to say, and their targets.
    pub standing: &'a [SeriesStatus],
    /// Targets of series that aren't followed.
    pub orphans: &'a [TargetProgress],
    /// The habit; `None` where no repository could be read.
    pub habit: Option<(&'a StreakAnswer, &'a Habits)>,
    /// How days are told apart.
    pub rules: &'a StreakRules,
    /// The days, oldest first.
    pub journal: &'a [JournalDay<'a>],
    /// The repositories, in the order that the journal counts them in.
    pub repos: &'a [Repo],
    /// What is committed.
    pub solved: &'a Solved,
    /// The contests that one took part in, the newest first.
    pub contests: &'a [ContestTaken<'a>],
    /// What was left.
    pub todo: &'a Todo<'a>,
    /// What the judges list.
    pub catalogue: &'a Catalogue,
    /// The calendar, a picture a year, the newest first.
    pub calendar: Vec<PageChart>,
    /// The other charts.
    pub charts: Vec<PageChart>,
    /// What to solve today; `None` where that can't be told.
    pub next: Option<&'a Assignment<'a>>,
    /// The lists to work through.
    pub lists: &'a [ListProgress<'a>],
    /// This week of the group, and its ledger; `None` where there is no group.
    pub group: Option<(GroupView<'a>, &'a Ledger)>,
    /// The contests that run or will, the first to begin first.
    pub coming: &'a [ComingContest<'a>],
    /// What was practised in all.
    pub stats: &'a PeriodTally,
    /// A line for each kind of chart that has nothing to show.
    pub missing: Vec<Advice>,
    /// The charts' colours, as a rule for the style sheet.
    pub colours: &'a str,
    /// What is missing or could not be read, as the terminal says it.
    pub notes: Vec<Advice>,
}

/// A repository as the page names it.
pub struct Repo {
    /// How the configuration calls it.
    pub label: String,
    /// The first lines of its commits' messages.
    pub subjects: HashMap<CommitId, String>,
    /// The address before a commit's id, where commits can be looked at.
    pub pages: Option<String>,
}

/// A chart of the page.
pub struct PageChart {
    /// What it is a chart of.
    pub title: String,
    /// What is written below the title.
    pub context: String,
    /// Whether its right end is what counts, as that of time is.
    pub is_timeline: bool,
    /// Whether it has its title and its words in it, and is looked at as a whole.
    pub is_picture: bool,
    /// The drawing.
    pub svg: Drawing,
    /// What of it stays in sight where the drawing is scrolled.
    pub pinned: Option<Drawing>,
    /// What its marks say, for whoever can't point at them.
    pub values: Vec<String>,
}

/// Markup that the page takes in as it is.
pub struct Drawing(pub(super) String);

impl Drawing {
    /// An `<svg>` element that `plot` made; nothing else may come in here.
    pub fn of_chart(markup: String) -> Self {
        Self(markup)
    }
}
