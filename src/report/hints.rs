//! What is missing or old, in a sentence.

use super::words::ago;
use crate::answers::Hint;
use crate::model::{Advice, clean};

/// The sentence about it.
pub fn hint(hint: &Hint) -> Advice {
    match hint {
        Hint::NoHandle => Advice::words("No handle is configured: fill in [handles] in cpt.toml, then run ")
            .and_code("cpt sync")
            .and("."),
        Hint::NoRating => Advice::words("None of the judges in [handles] has a rating."),
        Hint::NothingFetched => Advice::words("Nothing was fetched yet: run ").and_code("cpt sync").and("."),
        Hint::FetchFailed { judges, age, reason } => {
            let judges: Vec<&str> = judges.iter().map(|judge| judge.name()).collect();
            let (judges, ago, reason) = (judges.join(" and "), ago(*age), clean(reason));
            Advice::words(format!("{judges} could not be fetched {ago}: {reason}; "))
                .and_code("cpt sync")
                .and(" tries again.")
        }
        Hint::NotFetched(lists) => {
            let of_judge = lists.iter().map(|(judge, lists)| format!("{judge} {}", lists.join(", ")));
            let missing: Vec<String> = of_judge.collect();
            Advice::words(format!("Not fetched yet: {}. ", missing.join("; ")))
                .and_code("cpt sync")
                .and(" brings them.")
        }
        Hint::OldRatings(age) => up_to_date(format!("Ratings are as of {}", ago(*age))),
        Hint::OldList(judge, list, age) => up_to_date(format!("{judge} {list} are as of {}", ago(*age))),
        Hint::NoTarget => Advice::words("No target is set: ")
            .and_code("cpt target add atcoder green --by 2026-12-31")
            .and(" sets one."),
        Hint::WithoutHandle(judge) => {
            format!("{judge} is left out: there is no handle for it in cpt.toml.").into()
        }
        Hint::WithoutSubmissions(judge) => Advice::words(format!("{judge} is left out: "))
            .and_code("cpt sync")
            .and(" brings your submissions."),
        Hint::NoSuchHandle => Advice::words("There is no handle for that judge in cpt.toml."),
        Hint::NothingWithinReach => {
            Advice::words("None of the judges in [handles] tells what is within your reach.")
        }
        Hint::NothingFits => Advice::words("No problem that you haven't tried fits all that you ask for."),
        Hint::NothingLeftInList => Advice::words("Every problem of this list that fits is solved."),
        Hint::NoProblems(judge) => {
            Advice::words(format!("No problems of {judge} are known yet: run ")).and_code("cpt sync").and(".")
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
            .into()
        }
        Hint::NoTopics(judge) => format!("{judge} is left out: it names no topics.").into(),
        Hint::NoLevel(judge) => Advice::words(format!(
            "You have no rating yet: these are among the easiest at {judge}. For other ones: "
        ))
        .and_code("cpt next --rating 800..1200")
        .and("."),
        Hint::RoughLevel(judge, rating) => {
            format!("You aren't rated at {judge}; {rating} is roughly what your other rating is worth there.")
                .into()
        }
    }
}

fn up_to_date(what: String) -> Advice {
    Advice::words(what + "; ").and_code("cpt sync").and(" brings them up to date.")
}
