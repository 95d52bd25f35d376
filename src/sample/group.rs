//! The sample group of `cpt demo --group`: five who share a repository, a folder each below a folder for each week.

use std::path::Path;

use git2::Error;
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::repo::RepoBuilder;
use crate::model::AuthorDate;

/// How many weeks before this one they began.
const WEEKS: i64 = 9;

/// They live in Seoul.
const OFFSET_MINUTES: i32 = 540;

/// Each member, and the days of the week, Monday first, on which they solve: one who never misses, one who does so every
/// third week, one whose pace has slowed down, one who was on holiday, and one who joined late.
const MEMBERS: [(&str, [u8; 7]); 5] = [
    ("ada", [1, 1, 1, 1, 1, 0, 0]),
    ("bea", [1, 0, 1, 0, 1, 1, 1]),
    ("cho", [2, 0, 0, 1, 0, 1, 1]),
    ("dev", [0, 2, 0, 2, 0, 1, 0]),
    ("eun", [1, 1, 0, 0, 1, 1, 1]),
];

/// The week's Monday.
fn monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().since(Weekday::Monday)).days())
}

/// The group's `cpt.toml`.
pub fn group_configuration(today: Date) -> String {
    let this = monday(today);
    let week = |ago: i64| this.saturating_sub(ago.weeks());
    let mut text = format!(
        r#"[group]
name = "Five a week"
timezone = "Asia/Seoul"
settles = "monday 20:00"
goal = "5/week"
from = "{}"
fine = {{ missed = 1000, unit = "KRW", per = "problem" }}

[[group.weeks]]
week = "{this}"
problems = ["abc300_a", "abc301_a", "boj/1000"]
"#,
        week(WEEKS),
    );
    for (name, _) in MEMBERS {
        text.push_str(&format!("\n[[group.members]]\nname = \"{name}\"\npaths = [\"week*/{name}/**\"]\n"));
        match name {
            "dev" => {
                let (first, last) = (week(3), week(2).saturating_add(6.days()));
                text.push_str(&format!("excused = [\"{first}..{last}\"]\n"));
            }
            "eun" => text.push_str(&format!("from = \"{}\"\ngoal = \"3/week\"\n", week(4))),
            _ => {}
        }
    }
    text
}

/// Makes the repository in `dir`, with its last commits on `today`.
pub fn group(dir: &Path, today: Date) -> Result<(), Error> {
    let repo = RepoBuilder::init(dir, "Demo", super::AUTHOR)?;
    let this = monday(today);
    let mut contest = 300 - WEEKS;
    for ago in (0..=WEEKS).rev() {
        for nth in 0..7_i64 {
            let day = this.saturating_sub(ago.weeks()).saturating_add(nth.days());
            for (place, (name, days)) in MEMBERS.iter().enumerate() {
                if day > today || is_away(name, ago) {
                    continue;
                }
                for problem in 0..days[nth as usize] {
                    let letter = char::from(b'a' + (place as u8 + nth as u8 + problem) % 7);
                    let number = contest + nth / 4;
                    let path = format!("week{:02}/{name}/abc{number}_{letter}.py", WEEKS - ago + 1);
                    let commit = repo
                        .commit(evening(day, place as i8, problem))
                        .author(*name, format!("{name}@example.com"));
                    commit.write(path, format!("# {name}\n")).message(format!("ABC{number}\n")).finish()?;
                }
            }
        }
        contest += 1;
    }
    repo.checkout()
}

/// Whether someone solves nothing in the week so many weeks before this one.
fn is_away(name: &str, ago: i64) -> bool {
    match name {
        "bea" => ago % 3 == 2,
        "cho" => ago < 3 && ago > 0,
        "dev" => (2..=3).contains(&ago),
        "eun" => ago > 4,
        _ => false,
    }
}

/// In the evening of a day.
fn evening(day: Date, place: i8, problem: u8) -> AuthorDate {
    let at = day.at(19 + place.min(3), (problem as i8) * 20, 0, 0).to_zoned_datetime(jiff::tz::TimeZone::UTC);
    let seconds = at.map_or(0, |at| at.timestamp().as_second()) - i64::from(OFFSET_MINUTES) * 60;
    AuthorDate { seconds, offset_minutes: OFFSET_MINUTES }
}
