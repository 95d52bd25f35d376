//! One message to somebody's address.

use std::time::Duration;

use url::Url;

use super::client::{http, innermost};

/// How long it may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Why a message wasn't taken. The address is a secret, so that nothing of it is here.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// It was refused.
    #[error("it answered with HTTP {0}")]
    Refused(u16),
    /// There was no answer.
    #[error("{0}")]
    NoAnswer(String),
}

/// Sends a JSON text to `url`, once, whatever becomes of it: it might have arrived.
pub async fn post(url: &Url, body: String) -> Result<(), PostError> {
    let no_answer = |error: reqwest::Error| PostError::NoAnswer(innermost(&error.without_url()));
    let client = http(url, TIMEOUT).map_err(|error| PostError::NoAnswer(error.to_string()))?;
    let request = client.post(url.clone()).header("Content-Type", "application/json").body(body);
    let status = request.send().await.map_err(no_answer)?.status();
    if status.is_success() { Ok(()) } else { Err(PostError::Refused(status.as_u16())) }
}
