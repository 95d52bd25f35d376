//! The program as its users meet it: commands in, text and exit codes out.

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail that way, also in their helpers")]

mod again;
mod archives;
mod asked;
mod automatic;
mod chart;
#[cfg(unix)]
mod completions;
mod config;
mod contests;
mod counted;
mod demo;
mod dmoj;
mod doctor;
mod environment;
mod export;
mod faults;
mod group;
mod group_lists;
mod group_sync;
mod help;
#[cfg(unix)]
mod hook;
mod import;
mod incomplete;
mod init;
#[cfg(unix)]
mod init_group;
mod interrupted;
mod language;
mod language_files;
mod leetcode;
mod list;
mod man;
mod mutated;
mod new;
mod next;
#[cfg(unix)]
mod outside;
mod practised;
mod readme;
mod readme_block;
mod recorded;
mod report;
mod returning;
mod review;
mod sandbox;
mod schemas;
mod serve;
mod solutions;
mod store;
mod streak;
mod sync;
mod target;
#[cfg(unix)]
mod terminal;
mod told;
mod torn;
mod unrated;
mod wrong;
