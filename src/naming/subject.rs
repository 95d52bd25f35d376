//! Folders that tell what is in them, and so not whose it is.

use super::folder::{begins_series, is_filler, is_series_part, is_topic, series_slug};
use super::helper;
use super::mention::mentions;
use super::path::{Parts, says_something};
use super::{normal, problems_of_path};

/// Whether a folder is called after a judge, a contest, a problem, a topic, a language, a place in a series or a date, or
/// holds helpers.
pub fn is_subject(folder: &str) -> bool {
    let folder = normal(folder);
    let file = format!("{folder}/a.rs");
    !folder.chars().any(char::is_alphabetic)
        || !says_something(&folder)
        || is_series_part(&folder)
        || begins_series(&folder)
        || is_filler(&folder)
        || is_topic(&series_slug(&folder))
        || helper::of(&file).is_some()
        || !mentions(&Parts::of(&file)).is_empty()
        || !problems_of_path(&file).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_about_something_or_somebody_s() {
        for folder in [
            "boj",
            "백준",
            "abc300",
            "Week 3",
            "18주차",
            "2026-11-23",
            "1000",
            "graphs",
            "cpp",
            "src",
            "templates",
        ] {
            assert!(is_subject(folder), "{folder}");
        }
        for folder in ["ada", "김민지", "kim_minji", "Bob L", "dev"] {
            assert!(!is_subject(folder), "{folder}");
        }
    }
}
