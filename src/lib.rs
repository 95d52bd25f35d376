//! `cpt`, a practice tracker for competitive programmers.
//!
//! This page is the map of the house: what each room is for, and the one way through it.
//!
//! ```text
//! judges --fetch-->  model --store-->  answers --+--> plot    charts/*.svg, *.png
//! git    --scan -->  naming, sidecar -^          +--> report  terminal, JSON, HTML
//! ```
//!
//! - [`lang`]: the languages, English, Korean and Japanese: how a message holds all of them, which one is spoken, numbers
//!   with what they count, dates, particles. Knows nothing else.
//! - [`model`]: plain facts and their words, no I/O. Everything below speaks in its terms.
//! - [`files`]: files read with a bound, written whole or not at all, and only where they belong; every room reads and
//!   writes through it what others may have put there or rely on.
//! - [`config`]: `cpt.toml` to a [`config::Config`]: where the workspace is, what it says, and what is wrong with it.
//! - [`judges`]: what differs from judge to judge, a folder each: what it asks and how it answers, its rating formula.
//!   It asks through `fetch`; `answers` asks it for ratings.
//! - [`fetch`]: how a judge is asked: one polite HTTP client, conditional requests, retries, kinds of errors.
//! - [`scan`]: git repositories to `model`: walks the history, keeps solution changes. Each scan leaves a memory, so
//!   that the next one walks only what is new.
//! - [`import`]: files of the user's own, in the tables that [`report::export`] writes: bytes to `model`; what is wrong is
//!   said with its line and its column.
//! - [`naming`]: which problem a path, a header, a message or a repository's name means, and how sure that is; `scan`
//!   asks it.
//! - [`sidecar`]: what tools that upload accepted programs wrote beside them (`BaekjoonHub`'s and `LeetHub`'s READMEs) and
//!   into the subjects of their commits: bytes to a [`model::SolveRecord`]. A room of its own, since it tells more than
//!   names; `scan` asks it for what becomes facts of solves, `naming` for a clue.
//! - [`store`]: `model` to and from one SQLite file; also the scanner's memories and the answers that were given for a
//!   stamp of everything they depend on, both opaque to it. `cpt streak` of an unchanged repository is such an
//!   answer, and so are the odds of a day and, as one value, what is stored of the judges.
//! - [`answers`]: `model` to answers; pure functions that take "now" as an argument.
//! - [`plot`]: answers to a [`plot::Scene`] for each chart, and scenes to SVG, PNG and parts of the page.
//! - [`report`]: answers to words: terminal, tables ([`report::export`]), Markdown, and the page of `cpt report`
//!   ([`report::html`]), into which `app` puts the charts. Its sentences are functions in `report/words`, a file for each
//!   topic, with their languages side by side. `report/json` has every shape that scripts read; no answer
//!   derives `Serialize` for it. A sentence that several outputs show is a phrase of typed parts; none cuts words apart.
//! - [`sample`]: the sample user of `cpt demo`: a practice repository, and a judge on loopback that serves bundled
//!   histories and can misbehave on request. The tests use both, so that what a newcomer sees is what is tested.
//! - `app`: what can be asked, a file for each use case. A session opens the configuration, the store and the
//!   repositories at most once, and only when asked; what could not be read, is missing or old comes beside the answer.
//! - [`cli`]: the front door: one file per command: its arguments, one call into `app`, one renderer.
//!
//! Arrows point down to `model`. `fetch`, `scan`, `store`, `answers`, `plot` and `report` don't import each other, but
//! that `scan` asks `naming` and `sidecar`, and `plot` and `report` read what `answers` defines. Only `app` knows them
//! all, reads the clock, the environment and the store, and starts an async runtime. `tests/house.rs` holds these arrows.
//!
//! The library is the program's own, and no API to build on: any of it may change with any version. What can be built on
//! is what the program prints with `--json`, its exit codes and its files.
//!
//! Each room has its own error type that says what was being done, to what, and what the user can do about it. A
//! panic is a bug.

#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests read and write what is their own"))]

pub mod answers;
mod app;
pub mod cli;
pub mod config;
pub mod fetch;
pub mod files;
pub mod import;
pub mod judges;
pub mod lang;
pub mod model;
pub mod naming;
pub mod plot;
pub mod report;
pub mod sample;
pub mod scan;
pub mod sidecar;
pub mod store;
