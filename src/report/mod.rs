//! Answers to words: what the terminal shows, the JSON that scripts read, and the page that browsers show.
//!
//! Texts carry ANSI styles; whoever prints them strips what the output can't show.

mod calendar;
mod contests;
mod doctor;
mod document;
mod escape;
pub mod export;
mod grade;
mod group;
mod help;
mod hints;
pub mod html;
mod hyperlink;
mod ics;
mod import;
mod json;
mod links;
mod list;
mod message;
mod next;
mod note;
mod paint;
mod phrase;
mod rating;
mod readme;
mod review;
mod solution_file;
mod solutions;
mod stats;
mod status;
mod streak;
mod sync;
mod table;
mod target;
mod todo;
mod what_if;
mod words;
mod wrap;

pub use calendar::{CalendarScreen, CalendarSpan, calendar};
pub use contests::contests;
pub use doctor::{Check, checks};
pub use group::{
    Chat, GroupView, changed_weeks, group, group_block, group_ledger, group_markdown, group_member,
    group_message, group_month,
};
pub use help::{HelpEntry, HelpPage, HelpSection, help_page};
pub use hints::hint;
pub use html::review_page;
pub use hyperlink::without_hyperlinks;
pub use ics::ics;
pub use import::{imported, imports};
pub use json::{
    AuthorsJson, CommittedJson, ContestsJson, GroupJson, GroupMonthJson, ImportedJson, ImportsJson,
    LedgerJson, ListsJson, MessageJson, NextJson, RatingJson, ReportJson, ReviewJson, SolutionsJson,
    StatsJson, StatusJson, StreakJson, SyncJson, TargetsJson, TodoJson, json_lines, to_line, to_line_of,
};
pub use list::{list, list_of_members, lists, lists_of_members};
pub use message::{LONGEST, error, message, warning};
pub use next::next;
pub use note::{note, note_paragraph, repository, scan_remedy, scan_warning};
pub use paint::Paint;
pub use rating::rating;
pub use readme::{Picture, ReadmePart, WrongMarkers, readme_block, replaced};
pub use review::review_markdown;
pub use solution_file::NewSolution;
pub use solutions::{Unrecognised, missing, solutions, unrecognised, unsubmitted};
pub use stats::{Period, stats};
pub use status::{archive, archives, series_lines, status};
pub use streak::{streak, streak_by_author, streak_line, streak_missing, streak_prompt};
pub use sync::{omissions, sync};
pub use target::targets;
pub use todo::{TodoSection, todo};
pub use what_if::{equivalents, what_if};
pub use words::errors::arguments as argument_words;
pub use words::errors::{no_configuration, no_configuration_remedy};
pub use words::help as help_words;
pub use words::page::last_year;
pub use words::review::nothing as nothing_in;
pub use words::workflow::WorkflowWords;
pub use words::{
    charts as chart_words, doctor as doctor_words, done as done_words, group as group_words,
    import as import_words, init as init_words, sync as sync_words, target_change,
};
pub use wrap::wrapped;
