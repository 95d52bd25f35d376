//! What is missing or old, in a sentence.

use super::words::ago;
use crate::answers::Hint;
use crate::model::clean;

/// The sentence about it.
pub fn hint(hint: &Hint) -> String {
    match hint {
        Hint::NoHandle => {
            "No handle is configured: fill in [handles] in cpt.toml, then run `cpt sync`.".to_owned()
        }
        Hint::NothingFetched => "Nothing was fetched yet: run `cpt sync`.".to_owned(),
        Hint::NotFetched(lists) => {
            let of_judge = lists.iter().map(|(judge, lists)| format!("{judge} {}", lists.join(", ")));
            let missing: Vec<String> = of_judge.collect();
            format!("Not fetched yet: {}. `cpt sync` brings them.", missing.join("; "))
        }
        Hint::OldRatings(age) => {
            format!("Ratings are as of {}; `cpt sync` brings them up to date.", ago(*age))
        }
        Hint::OldList(judge, list, age) => {
            format!("{judge} {list} are as of {}; `cpt sync` brings them up to date.", ago(*age))
        }
        Hint::ArchiveBehind { judge, archive, contest, on, newest } => {
            let newest = newest.map_or_else(
                || "no submission of yours".to_owned(),
                |newest| format!("no submission of yours after {newest}"),
            );
            format!(
                "{archive} has {newest}, and you took part in {} on {on}: what you solved at {judge} since may be missing.",
                clean(contest)
            )
        }
        Hint::NoTarget => {
            "No target is set: `cpt target add atcoder green --by 2026-12-31` sets one.".to_owned()
        }
        Hint::WithoutHandle(judge) => format!("{judge} is left out: there is no handle for it in cpt.toml."),
        Hint::WithoutSubmissions(judge) => {
            format!("{judge} is left out: `cpt sync` brings your submissions.")
        }
        Hint::NoSuchHandle => "There is no handle for that judge in cpt.toml.".to_owned(),
        Hint::NothingFits => "No problem that you haven't tried fits all that you ask for.".to_owned(),
        Hint::NoProblems(judge) => format!("No problems of {judge} are known yet: run `cpt sync`."),
        Hint::NoTopics(judge) => format!("{judge} is left out: it names no topics."),
        Hint::NoLevel(judge) => format!(
            "You have no rating yet: these are among the easiest at {judge}. For other ones: `cpt next --rating 800..1200`."
        ),
        Hint::RoughLevel(judge, rating) => {
            format!("You aren't rated at {judge}; {rating} is roughly what your other rating is worth there.")
        }
    }
}
