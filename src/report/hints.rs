//! What is missing or old, in a sentence.

use super::words::hints as words;
use crate::answers::Hint;
use crate::lang::Lang;
use crate::model::{Advice, SourceName, clean};

/// The sentence about it.
pub fn hint(hint: &Hint, lang: Lang) -> Advice {
    match hint {
        Hint::NoHandle => words::no_handle(lang),
        Hint::NoRating => words::no_rating(lang),
        Hint::NothingFetched => words::nothing_fetched(lang),
        Hint::FetchFailed { judges, age, reason } => {
            let judges: Vec<&str> = judges.iter().map(|judge| judge.name()).collect();
            words::fetch_failed(lang, &lang.all_of(&judges), &lang.ago(*age), &clean(&reason.told(lang)))
        }
        Hint::NotFetched(lists) => {
            let told = lists.iter().map(|(judge, lists)| words::lists_of(lang, *judge, lists));
            words::not_fetched(lang, &told.collect::<Vec<_>>())
        }
        Hint::OldRatings(age) => words::old_ratings(lang, &lang.ago(*age)),
        Hint::OldList(judge, list, age) => {
            words::old_list(lang, &SourceName::at(*judge, *list).told(lang), &lang.ago(*age))
        }
        Hint::NoTarget => words::no_target(lang),
        Hint::WithoutHandle(judge) => words::without_handle(lang, *judge),
        Hint::WithoutSubmissions(judge) => words::without_submissions(lang, *judge),
        Hint::NoSuchHandle => words::no_such_handle(lang),
        Hint::NothingWithinReach => words::nothing_within_reach(lang),
        Hint::NothingFits => words::nothing_fits(lang),
        Hint::NothingLeftInList => words::nothing_left_in_list(lang),
        Hint::NoProblems(judge) => words::no_problems(lang, *judge),
        Hint::ArchiveBehind { judge, archive, contest, on, newest } => {
            let newest = newest.map(|newest| newest.to_string());
            let (contest, on) = (clean(contest), on.to_string());
            words::archive_behind(lang, *judge, archive, &contest, &on, newest.as_deref())
        }
        Hint::ArchiveStalled { judge, archive, newest } => {
            words::archive_stalled(lang, *judge, archive, &newest.to_string())
        }
        Hint::ArchiveLacks { judge, archive, counted, listed } => {
            words::archive_lacks(lang, *judge, archive, *counted, *listed)
        }
        Hint::NoTopics(judge) => words::no_topics(lang, *judge),
        Hint::NoLevel(judge) => words::no_level(lang, *judge),
        Hint::RoughLevel(judge, rating) => words::rough_level(lang, *judge, *rating),
    }
}
