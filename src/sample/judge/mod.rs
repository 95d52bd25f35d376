//! A judge on loopback: it speaks the interfaces of every judge that is fetched, from given answers, and misbehaves on
//! request as the real ones do.

mod answers;
mod aoj;
mod data;
mod dmoj;
mod faults;
mod leetcode;
mod library_checker;
mod yukicoder;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::middleware;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use url::Url;

use answers::unchanged;
pub use data::JudgeData;
pub use faults::Fault;
use faults::misbehave;

use crate::model::Site;

/// A judge whose interface has a path of its own here, since others have the same addresses.
struct Nested {
    /// The word for its site, which is the path.
    site: &'static str,
    /// Its answers.
    routes: fn() -> Router<SharedState>,
    /// The sample user's history there as it is at a moment, in seconds.
    fill: fn(&mut JudgeData, i64),
}

const NESTED: &[Nested] = &[
    // A row each.
    Nested { site: "dmoj", routes: dmoj::routes, fill: dmoj::fill },
    Nested { site: "leetcode", routes: leetcode::routes, fill: leetcode::fill },
    Nested { site: "yukicoder", routes: yukicoder::routes, fill: yukicoder::fill },
    Nested { site: "library-checker", routes: library_checker::routes, fill: library_checker::fill },
    Nested { site: "aoj", routes: aoj::routes, fill: aoj::fill },
];

/// Fills in the sample user's histories at the judges with a path of their own, as they are at `now`, in seconds.
pub(in crate::sample) fn fill(data: &mut JudgeData, now: i64) {
    for nested in NESTED {
        (nested.fill)(data, now);
    }
}

/// A request that arrived.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Path and query.
    pub target: String,
    /// Whether only news were asked for: `If-None-Match` or `If-Modified-Since` was sent.
    pub conditional: bool,
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
    /// How long every answer takes.
    latency: Duration,
}

type SharedState = Arc<Mutex<Shared>>;

/// The running server, on a thread of its own; it stops when it is dropped.
#[derive(Debug)]
pub struct JudgeServer {
    url: Url,
    shared: SharedState,
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
        let shared = SharedState::new(Mutex::new(Shared { data, ..Shared::default() }));
        let nest = |app: Router<SharedState>, nested: &Nested| {
            app.nest(&format!("/{}", nested.site), (nested.routes)())
        };
        let app = NESTED
            .iter()
            .fold(answers::routes(), nest)
            .layer(middleware::from_fn(unchanged))
            .layer(middleware::from_fn_with_state(SharedState::clone(&shared), misbehave))
            .with_state(SharedState::clone(&shared));
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

    /// The base address.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// The address that stands in for that of `site`.
    pub fn url_of(&self, site: &Site) -> Url {
        let mut url = self.url.clone();
        if NESTED.iter().any(|nested| nested.site == site.id) {
            url.set_path(site.id);
        }
        url
    }

    /// Gives other answers from now on.
    pub fn set(&self, data: JudgeData) {
        lock(&self.shared).data = data;
    }

    /// Misbehaves at the next `times` requests whose target begins with `target`.
    pub fn fail(&self, target: &str, fault: Fault, times: usize) {
        lock(&self.shared).faults.push((target.to_owned(), fault, times));
    }

    /// Behaves from now on.
    pub fn behave(&self) {
        lock(&self.shared).faults.clear();
    }

    /// Takes this long for every answer from now on.
    pub fn delay(&self, latency: Duration) {
        lock(&self.shared).latency = latency;
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
fn lock(shared: &SharedState) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
