//! How a judge is asked: one polite HTTP client, conditional requests, what failed and whose fault it is.

pub(crate) mod answer;
pub(crate) mod checked;
pub(crate) mod client;
pub(crate) mod collected;
pub(crate) mod error;
pub(crate) mod history;
pub(crate) mod paged;
mod post;
pub(crate) mod reply;
#[cfg(test)]
mod tests;

pub use answer::{Answer, KnownSubmissions, Parts, RequestLog, Rows, Tally};
pub use client::{Client, is_loopback};
pub use error::{ErrorKind, FetchError};
pub use post::{PostError, post};
