//! Changes to `cpt.toml` that leave every other byte, and every comment, as it is.

use jiff::civil::Date;
use toml_edit::{TomlError, Value};

use super::rows::{add_row, remove_row};
use crate::model::{Judge, Track};

/// Where targets are written.
const TARGETS: &[&str] = &["targets"];

/// A target as it is written.
#[derive(Debug, Clone)]
pub struct NewTarget<'a> {
    /// Where.
    pub judge: Judge,
    /// In which track; the usual one goes without saying.
    pub track: Track,
    /// The colour, title or rating; of an equivalent the judge too ("codeforces mint").
    pub goal: &'a str,
    /// Whether the goal is another judge's.
    pub equivalent: bool,
    /// The first day that counts.
    pub from: Date,
    /// The last day that counts.
    pub by: Date,
}

impl NewTarget<'_> {
    fn keys(&self) -> Vec<(&'static str, Value)> {
        let goal = match self.goal.trim().parse::<i64>() {
            Ok(rating) if !self.equivalent => rating.into(),
            _ => self.goal.trim().into(),
        };
        let track = (self.track != Track::default()).then(|| ("track", self.track.id().into()));
        let judge = ("judge", self.judge.id().into());
        let goal = (if self.equivalent { "equivalent" } else { "colour" }, goal);
        let [from, by] =
            [("from", self.from), ("by", self.by)].map(|(key, day)| (key, day.to_string().into()));
        [Some(judge), track, Some(goal), Some(from), Some(by)].into_iter().flatten().collect()
    }
}

/// `text` with one more target, after those that it has.
///
/// # Errors
///
/// Where `text` is not TOML.
pub fn add_target(text: &str, target: &NewTarget<'_>) -> Result<String, TomlError> {
    add_row(text, TARGETS, &target.keys())
}

/// `text` without the target at `index`. Comments on lines of their own stay.
///
/// # Errors
///
/// Where `text` is not TOML.
pub fn remove_target(text: &str, index: usize) -> Result<String, TomlError> {
    remove_row(text, TARGETS, index)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::config::{Config, Overrides};

    const FILE: &str = r#"# Mine.
[handles]
atcoder = "alice"   # not Alice

# What I want.
[[targets]]
judge = "atcoder"
# track = "heuristic"
colour = "green"
by = "2026-12-31"
# Mum says so.

# And this.
[[targets]]
by = 2027-06-30
judge = "codeforces"
rating = 1500

[charts]
# dir = "charts"
"#;

    fn target(goal: &str) -> NewTarget<'_> {
        NewTarget {
            judge: Judge::ATCODER,
            track: Track::Algorithm,
            goal,
            equivalent: false,
            from: date(2026, 11, 27),
            by: date(2027, 1, 31),
        }
    }

    fn goals(text: &str) -> Vec<i32> {
        let config = Config::parse(text, "cpt.toml".as_ref(), &Overrides::default()).unwrap();
        config.targets.iter().map(|target| target.goal.rating).collect()
    }

    #[test]
    fn a_target_comes_after_the_others_and_nothing_else_changes() {
        let added = add_target(FILE, &target("水色")).unwrap();
        let block = "\n[[targets]]\njudge = \"atcoder\"\ncolour = \"水色\"\nfrom = \"2026-11-27\"\n\
            by = \"2027-01-31\"\n";
        let at = FILE.find("\n[charts]").unwrap();
        assert_eq!(added, format!("{}{block}{}", &FILE[..at], &FILE[at..]));
        assert_eq!(goals(&added), [800, 1500, 1200]);
    }

    #[test]
    fn a_removed_target_leaves_every_comment() {
        let first = remove_target(FILE, 0).unwrap();
        assert_eq!(goals(&first), [1500]);
        let second = remove_target(FILE, 1).unwrap();
        assert_eq!(goals(&second), [800]);
        for text in [&first, &second] {
            let comments = |text: &str| text.lines().filter(|l| l.contains('#')).map(str::to_owned).collect();
            let (kept, all): (Vec<String>, Vec<String>) = (comments(text), comments(FILE));
            assert_eq!(kept, all);
        }
    }

    #[test]
    fn files_of_every_kind_take_targets() {
        let other =
            NewTarget { track: Track::Heuristic, goal: "codeforces mint", equivalent: true, ..target("") };
        for text in ["", "[streak]\ngoal = 2", "targets = []\n", "[handles]\r\n\r\n[streak]\r\ngoal = 2\r\n"]
        {
            let one = add_target(text, &target("743")).unwrap();
            assert!(text.is_empty() || one.starts_with(&text[..8]), "{one}");
            let two = add_target(&one, &other).unwrap();
            assert_eq!(goals(&two), [743, 910], "{two}");
            assert_eq!(two.contains('\r'), text.contains('\r'));
            assert_eq!(goals(&remove_target(&two, 0).unwrap()), [910]);
            assert_eq!(goals(&remove_target(&remove_target(&two, 1).unwrap(), 0).unwrap()), [0; 0]);
        }
    }

    proptest! {
        #[test]
        fn adding_and_removing_gives_back_the_file(targets in 0..4_usize, comment in "(# [a-z]{0,9}\n|\n){0,3}") {
            let mut text = format!("[handles]\n{comment}");
            for _ in 0..targets {
                text.push_str("\n[[targets]]\njudge = \"atcoder\"\ncolour = \"green\"\nby = 2026-12-31\n");
            }
            let added = add_target(&text, &target("blue")).unwrap();
            prop_assert_eq!(goals(&added).len(), targets + 1);
            let removed = remove_target(&added, targets).unwrap();
            prop_assert_eq!(removed.trim_end(), text.trim_end());
        }
    }
}
