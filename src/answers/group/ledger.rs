//! Fines and excuses since the beginning. What a week was when it settled holds.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::roster::Roster;
use super::standing::{GroupMoment, GroupWeek, Kept};
use crate::model::{Group, Owed, SettledRow, SettledWeek, WeekRule};

/// A week in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerWeek {
    /// The week.
    pub week: GroupWeek,
    /// Whether it was kept, so that nothing changes it any more.
    pub kept: bool,
    /// Who is a member in it.
    pub rows: Vec<SettledRow>,
}

/// A settled week that would be another by what is known now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRow {
    /// What the week is called.
    pub week: String,
    /// Who.
    pub name: String,
    /// What was kept; `None` where they weren't a member.
    pub kept: Option<SettledRow>,
    /// What it would be; `None` where they wouldn't be one.
    pub now: Option<SettledRow>,
}

/// Fines and excuses since the beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// The weeks that have ended, oldest first.
    pub weeks: Vec<LedgerWeek>,
    /// The sum of each member's fines in settled weeks, by what they are of: in the order of the members, and after them who
    /// was one.
    pub totals: Vec<(String, Option<Owed>)>,
    /// What would have changed.
    pub changed: Vec<ChangedRow>,
}

/// The weeks that have ended by `today`, by their first days, oldest first.
fn ended(moment: &GroupMoment<'_>) -> impl Iterator<Item = Date> {
    let rule = &moment.group.week;
    let this_week = rule.first_day(moment.today);
    let begin = moment.asked().iter().map(|(asked, _)| asked.begin).min();
    let first = begin.map_or(this_week, |begin| rule.first_day(begin));
    let next = |from: &Date| Some(WeekRule::next(*from)).filter(|next| next > from);
    std::iter::successors(Some(first), next).take_while(move |from| *from < this_week)
}

/// The weeks that are settled and not yet kept, as they are to be kept.
pub fn newly_settled(moment: &GroupMoment<'_>) -> Vec<SettledWeek> {
    let kept = Kept::new(moment.group, moment.kept);
    let asked = moment.asked();
    let weeks = ended(moment).filter(|from| !kept.has_day_of(*from) && moment.week(*from).settled);
    let weeks = weeks.map(|from| SettledWeek {
        from,
        settles_at: Some(moment.group.week.settles_at(from, moment.zone)),
        rows: asked.iter().filter_map(|(asked, log)| moment.row(asked, log, from)).collect(),
    });
    weeks.filter(|week| !week.rows.is_empty()).collect()
}

/// The ledger, with the weeks that were kept.
pub fn ledger(moment: &GroupMoment<'_>) -> Ledger {
    let asked = moment.asked();
    let mut weeks: BTreeMap<Date, LedgerWeek> = BTreeMap::new();
    let mut changed = Vec::new();
    let mut roster = Roster::of(moment.group);
    let kept = Kept::new(moment.group, moment.kept);
    let is_kept = |from: Date| moment.kept.iter().any(|week| week.from == from);
    // Of days that were settled in weeks of other weekdays nothing is told twice.
    for from in ended(moment).filter(|from| is_kept(*from) || !kept.has_day_of(*from)) {
        let rows: Vec<_> = asked.iter().filter_map(|(asked, log)| moment.row(asked, log, from)).collect();
        if !rows.is_empty() {
            weeks.insert(from, LedgerWeek { week: moment.week(from), kept: false, rows });
        }
    }
    for kept in moment.kept {
        let week = moment.week(kept.from);
        let now = weeks.remove(&kept.from).map(|week| week.rows).unwrap_or_default();
        changed.extend(changes(&week.id, &kept.rows, &now, &mut roster));
        weeks.insert(kept.from, LedgerWeek { week, kept: true, rows: kept.rows.clone() });
    }
    let weeks: Vec<LedgerWeek> = weeks.into_values().collect();
    Ledger { totals: totals(moment.group, &weeks), weeks, changed }
}

fn changes(week: &str, kept: &[SettledRow], now: &[SettledRow], roster: &mut Roster) -> Vec<ChangedRow> {
    let mut by_place =
        |rows: &[SettledRow]| -> Vec<usize> { rows.iter().map(|row| roster.place(&row.name)).collect() };
    let (kept_places, now_places) = (by_place(kept), by_place(now));
    let mut rows: Vec<Option<&SettledRow>> = vec![None; roster.len()];
    for (place, row) in now_places.iter().zip(now) {
        rows[*place] = Some(row);
    }
    let changed = |kept: Option<&SettledRow>, now: Option<&SettledRow>| {
        let name = kept.or(now)?.name.clone();
        let is_other = match (kept, now) {
            (Some(kept), Some(now)) => {
                (kept.solved, kept.goal, kept.excused_days, &kept.fine)
                    != (now.solved, now.goal, now.excused_days, &now.fine)
            }
            _ => true,
        };
        is_other.then(|| ChangedRow { week: week.to_owned(), name, kept: kept.cloned(), now: now.cloned() })
    };
    let of_kept: Vec<_> =
        kept_places.iter().zip(kept).map(|(place, kept)| changed(Some(kept), rows[*place].take())).collect();
    let added = now_places.iter().filter_map(|place| rows[*place]);
    of_kept.into_iter().chain(added.map(|now| changed(None, Some(now)))).flatten().collect()
}

fn totals(group: &Group, weeks: &[LedgerWeek]) -> Vec<(String, Option<Owed>)> {
    let mut names: Vec<&str> = group.members.iter().map(|member| &*member.name).collect();
    let mut roster = Roster::of(group);
    let mut sums: BTreeMap<(usize, String), u64> = BTreeMap::new();
    for row in weeks.iter().filter(|week| week.week.settled).flat_map(|week| &week.rows) {
        let place = roster.place(&row.name);
        if place == names.len() {
            names.push(&row.name);
        }
        if let Some(fine) = &row.fine {
            let sum = sums.entry((place, fine.unit.clone())).or_default();
            *sum = sum.saturating_add(fine.amount);
        }
    }
    let mut totals = Vec::new();
    for (place, name) in names.into_iter().enumerate() {
        let own = sums.range((place, String::new())..(place + 1, String::new()));
        let own: Vec<_> =
            own.map(|((_, unit), amount)| Owed { amount: *amount, unit: unit.clone() }).collect();
        // Of an amount in a unit that nothing is due in any more nothing needs to be said, beside others.
        let due: Vec<_> = own.iter().filter(|owed| owed.amount > 0).cloned().collect();
        let shown = if due.is_empty() { own.into_iter().take(1).collect() } else { due };
        match &shown[..] {
            [] => {
                let none = group.fine.as_ref().map(|fine| Owed { amount: 0, unit: fine.unit.clone() });
                totals.push((name.to_owned(), none));
            }
            shown => totals.extend(shown.iter().map(|owed| (name.to_owned(), Some(owed.clone())))),
        }
    }
    totals
}
