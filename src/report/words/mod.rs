//! The sentences of every report: a file for each topic, a function for each message, its languages side by side.
//!
//! - A message is whole: what differs in order, ending or counter between languages is inside it. Pieces that a language would
//!   put elsewhere are arguments, never texts that a renderer glues.
//! - Arguments are typed, and what came from outside is cleaned before. Where parts have a paint, the message is a
//!   [`Phrase`](super::phrase::Phrase), and where parts are to be typed, an [`Advice`](crate::model::Advice).
//! - Numbers with what they count, dates, lists and particles are methods of [`Lang`].
//! - Commands, options, keys, names, JSON and CSV are the same in every language.
//!
//! Here are small ones that several reports use.

pub mod charts;
pub mod contests;
pub mod doctor;
pub mod done;
pub mod errors;
pub mod group;
pub mod help;
pub mod hints;
pub mod import;
pub mod init;
pub mod list;
pub mod needed;
pub mod next;
pub mod notes;
pub mod page;
pub mod rating;
pub mod readme;
pub mod review;
pub mod solutions;
pub mod stats;
pub mod status;
pub mod streak;
pub mod sync;
pub mod target;
pub mod target_change;
pub mod todo;
pub mod workflow;

use jiff::civil::Date;

use crate::lang::Lang;

/// "closed since 2026-04-28".
pub fn closed_since(lang: Lang, day: Date) -> String {
    lang.say(|| format!("closed since {day}"), || format!("{day}에 문을 닫음"), || format!("{day}に閉鎖"))
}

/// How many lines of a list are left out.
pub fn more(lang: Lang, more: usize) -> String {
    lang.say(
        || format!("{more} more (use --all)"),
        || format!("외 {more}개 (--all)"),
        || format!("ほか{more}件 (--all)"),
    )
}

/// "+24", "−12", "±0".
pub fn change(difference: i32) -> String {
    match difference {
        0 => "±0".to_owned(),
        up if up > 0 => format!("+{up}"),
        down => format!("\u{2212}{}", down.unsigned_abs()),
    }
}
