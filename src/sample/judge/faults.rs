//! Misbehaviour, as that of the real judges.

use std::io;
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::answers::{code, failed};
use super::{Seen, SharedState, lock};

/// A way in which judges misbehave.
#[derive(Debug, Clone)]
pub enum Fault {
    /// A refusal in Codeforces' envelope.
    Failed {
        /// The HTTP status.
        status: u16,
        /// The comment.
        comment: String,
    },
    /// A plain text instead of data.
    Text {
        /// The HTTP status.
        status: u16,
        /// The text.
        text: String,
    },
    /// A web page instead of data.
    Page {
        /// The HTTP status.
        status: u16,
    },
    /// A wish to be left alone, with `Retry-After` in seconds.
    Wait {
        /// The HTTP status.
        status: u16,
        /// The seconds.
        retry_after: u64,
    },
    /// The answer is to be had at this address.
    Moved(String),
    /// The first half of the true answer, as if it were all.
    Truncated,
    /// A connection that is closed in the middle of the answer.
    Cut,
    /// The true answer, late.
    Slow(Duration),
    /// An answer of this many bytes.
    Large(usize),
}

/// Notes the request; the fault that waits for it.
fn note(shared: &SharedState, request: &Request) -> Option<Fault> {
    let header = |name| {
        let value = request.headers().get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let seen = Seen {
        target: request.uri().to_string(),
        conditional: request.headers().contains_key(header::IF_NONE_MATCH)
            || request.headers().contains_key(header::IF_MODIFIED_SINCE),
        user_agent: header(header::USER_AGENT),
        accept_encoding: header(header::ACCEPT_ENCODING),
        at: Instant::now(),
    };
    let mut shared = lock(shared);
    let mut waiting = shared.faults.iter_mut();
    let hit = waiting.find(|(target, _, times)| *times > 0 && seen.target.starts_with(target.as_str()));
    let fault = hit.map(|(_, fault, times)| {
        *times -= 1;
        fault.clone()
    });
    shared.seen.push(seen);
    fault
}

/// Answers with the fault that waits for the request, if one does.
pub(super) async fn misbehave(State(shared): State<SharedState>, request: Request, next: Next) -> Response {
    let fault = note(&shared, &request);
    let latency = lock(&shared).latency;
    if latency > Duration::ZERO {
        tokio::time::sleep(latency).await;
    }
    match fault {
        None => next.run(request).await,
        Some(Fault::Failed { status, comment }) => failed(status, &comment),
        Some(Fault::Text { status, text }) => (code(status), text).into_response(),
        Some(Fault::Page { status }) => {
            let page =
                "<!DOCTYPE html><html lang=\"en-US\"><head><title>Just a moment...</title></head></html>";
            (code(status), [(header::CONTENT_TYPE, "text/html; charset=UTF-8")], page).into_response()
        }
        Some(Fault::Wait { status, retry_after }) => {
            (code(status), [(header::RETRY_AFTER, retry_after.to_string())], "Later").into_response()
        }
        Some(Fault::Moved(to)) => (StatusCode::FOUND, [(header::LOCATION, to)], "Elsewhere").into_response(),
        Some(Fault::Truncated) => {
            let (parts, body) = next.run(request).await.into_parts();
            let whole = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
            let half = whole.slice(..whole.len() / 2);
            let mut response = Response::from_parts(parts, Body::from(half));
            response.headers_mut().remove(header::CONTENT_LENGTH);
            response
        }
        Some(Fault::Cut) => {
            let pieces = [
                Ok(Bytes::from_static(b"[{\"IsRated\":")),
                Err(io::Error::from(io::ErrorKind::ConnectionReset)),
            ];
            Body::from_stream(Pieces(pieces.into_iter())).into_response()
        }
        Some(Fault::Slow(wait)) => {
            tokio::time::sleep(wait).await;
            next.run(request).await
        }
        Some(Fault::Large(bytes)) => Body::from(vec![b' '; bytes]).into_response(),
    }
}

/// A body in pieces that are all there already.
struct Pieces<I>(I);

impl<I: Iterator + Unpin> futures_core::Stream for Pieces<I> {
    type Item = I::Item;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<I::Item>> {
        std::task::Poll::Ready(self.get_mut().0.next())
    }
}
