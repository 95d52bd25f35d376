//! A judge on loopback: it speaks the interfaces of Codeforces and AtCoder, from given answers, and misbehaves on
//! request as the real ones do.

use std::collections::HashMap;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use url::Url;

use crate::model::{Judge, Track};

/// The answers of a judge, whole, by whom they are about.
#[derive(Debug, Clone, Default)]
pub struct JudgeData {
    ratings: HashMap<(Judge, Track, String), Value>,
}

impl JudgeData {
    /// Sets what is answered about the ratings of `handle`, in any case: for Codeforces the whole envelope, for AtCoder
    /// the array.
    pub fn insert(&mut self, judge: Judge, track: Track, handle: &str, answer: Value) {
        self.ratings.insert((judge, track, handle.to_ascii_lowercase()), answer);
    }

    fn ratings(&self, judge: Judge, track: Track, handle: &str) -> Option<&Value> {
        self.ratings.get(&(judge, track, handle.to_ascii_lowercase()))
    }
}

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
    /// 429, with `Retry-After` in seconds.
    TooMany {
        /// The seconds.
        retry_after: u64,
    },
    /// The first half of the true answer, as if it were all.
    Truncated,
    /// A connection that is closed in the middle of the answer.
    Cut,
    /// The true answer, late.
    Slow(Duration),
    /// An answer of this many bytes.
    Large(usize),
}

/// A request that arrived.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Path and query.
    pub target: String,
    /// What the client calls itself.
    pub user_agent: String,
    /// The compressions that it takes.
    pub accept_encoding: String,
    /// When it arrived.
    pub at: Instant,
}

#[derive(Debug, Default)]
struct Shared {
    data: JudgeData,
    seen: Vec<Seen>,
    /// Faults to come: the beginning of the targets they hit, and how often.
    faults: Vec<(String, Fault, usize)>,
}

type Handle = Arc<Mutex<Shared>>;

/// The running server, on a thread of its own; it stops when it is dropped.
#[derive(Debug)]
pub struct JudgeServer {
    url: Url,
    shared: Handle,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl JudgeServer {
    /// Starts on a free port of 127.0.0.1.
    pub fn start(data: JudgeData) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
        listener.set_nonblocking(true)?;
        let url = Url::parse(&format!("http://{}", listener.local_addr()?)).map_err(io::Error::other)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let shared = Handle::new(Mutex::new(Shared { data, ..Shared::default() }));
        let app = Router::new()
            .route("/api/user.rating", get(codeforces))
            .route("/users/{handle}/history/json", get(atcoder))
            .layer(middleware::from_fn_with_state(Handle::clone(&shared), misbehave))
            .with_state(Handle::clone(&shared));
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = std::thread::Builder::new().name("judge".to_owned()).spawn(move || {
            runtime.block_on(async {
                let Ok(listener) = TcpListener::from_std(listener) else { return };
                // Not awaited to the end: a client that keeps its connection open must not keep the server.
                tokio::select! {
                    _ = axum::serve(listener, app).into_future() => {}
                    _ = stopped => {}
                }
            });
        })?;
        Ok(Self { url, shared, stop: Some(stop), thread: Some(thread) })
    }

    /// The base address, for every site.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// Gives other answers from now on.
    pub fn set(&self, data: JudgeData) {
        lock(&self.shared).data = data;
    }

    /// Misbehaves at the next `times` requests whose target begins with `target`.
    pub fn fail(&self, target: &str, fault: Fault, times: usize) {
        lock(&self.shared).faults.push((target.to_owned(), fault, times));
    }

    /// The requests so far, in order.
    pub fn seen(&self) -> Vec<Seen> {
        lock(&self.shared).seen.clone()
    }
}

impl Drop for JudgeServer {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // The thread may have ended already.
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A thread that panicked while it held the lock leaves plain data behind.
fn lock(shared: &Handle) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn codeforces(State(shared): State<Handle>, request: Request) -> Response {
    let handle = query(&request, "handle").unwrap_or_default();
    match lock(&shared).data.ratings(Judge::Codeforces, Track::Algorithm, &handle) {
        Some(answer) => json_response(StatusCode::OK, answer),
        None => failed(400, &format!("handle: User with handle {handle} not found")),
    }
}

async fn atcoder(
    State(shared): State<Handle>,
    axum::extract::Path(handle): axum::extract::Path<String>,
    request: Request,
) -> Response {
    let track = match query(&request, "contestType").as_deref() {
        Some("heuristic") => Track::Heuristic,
        _ => Track::Algorithm,
    };
    // Who never competed and who doesn't exist get the same answer.
    let none = json!([]);
    json_response(StatusCode::OK, lock(&shared).data.ratings(Judge::AtCoder, track, &handle).unwrap_or(&none))
}

fn query(request: &Request, name: &str) -> Option<String> {
    let query = request.uri().query()?.as_bytes();
    url::form_urlencoded::parse(query).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

fn json_response(status: StatusCode, answer: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json; charset=utf-8")], answer.to_string()).into_response()
}

fn failed(status: u16, comment: &str) -> Response {
    json_response(code(status), &json!({"status": "FAILED", "comment": comment}))
}

fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Notes the request; the fault that waits for it.
fn note(shared: &Handle, request: &Request) -> Option<Fault> {
    let header = |name| {
        let value = request.headers().get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let seen = Seen {
        target: request.uri().to_string(),
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
async fn misbehave(State(shared): State<Handle>, request: Request, next: Next) -> Response {
    match note(&shared, &request) {
        None => next.run(request).await,
        Some(Fault::Failed { status, comment }) => failed(status, &comment),
        Some(Fault::Text { status, text }) => (code(status), text).into_response(),
        Some(Fault::Page { status }) => {
            let page =
                "<!DOCTYPE html><html lang=\"en-US\"><head><title>Just a moment...</title></head></html>";
            (code(status), [(header::CONTENT_TYPE, "text/html; charset=UTF-8")], page).into_response()
        }
        Some(Fault::TooMany { retry_after }) => {
            let headers = [(header::RETRY_AFTER, retry_after.to_string())];
            (StatusCode::TOO_MANY_REQUESTS, headers, "Too Many Requests").into_response()
        }
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
