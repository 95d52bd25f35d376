//! Rating histories in the order in which they came about, each entry once.

use std::collections::HashMap;

use crate::model::RatingChange;

/// A history as a judge lists it, turned around where it is listed newest first, without exact repetitions.
///
/// Otherwise the judge's order holds: of contests that ended in the same minute, or that were rated late, it alone knows
/// which came first.
pub(crate) fn oldest_first(listed: Vec<RatingChange>) -> Vec<RatingChange> {
    let mut history: Vec<RatingChange> = Vec::with_capacity(listed.len());
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for change in listed {
        let known = places.entry(change.contest.clone()).or_default();
        if known.iter().all(|place| history[*place] != change) {
            known.push(history.len());
            history.push(change);
        }
    }
    let steps = || history.windows(2).map(|pair| pair[0].at.cmp(&pair[1].at));
    let (later, earlier) =
        (steps().filter(|step| step.is_lt()).count(), steps().filter(|step| step.is_gt()).count());
    if earlier > later {
        history.reverse();
    }
    history
}
