//! Connections: how long each may take to ask, and how many there are.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::task::AbortHandle;

/// Far more than browsers open, and far less than the file handles that a process usually has.
const CONNECTIONS: usize = 128;

/// How long a request's head may take to come.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long nothing is accepted after that failed, as it does where no file handle is left.
const PAUSE: Duration = Duration::from_millis(100);

/// Answers by `app` whatever connects. A connection that doesn't come to ask is closed after a while, and the oldest
/// one as soon as there are too many, so that nobody can keep others out.
pub(super) async fn serve(listener: TcpListener, app: Router) -> Infallible {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    let mut open: VecDeque<AbortHandle> = VecDeque::new();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        open.retain(|connection| !connection.is_finished());
        if open.len() >= CONNECTIONS
            && let Some(oldest) = open.pop_front()
        {
            oldest.abort();
        }
        let service = TowerToHyperService::new(app.clone());
        let connection = http.serve_connection(TokioIo::new(stream), service);
        open.push_back(tokio::spawn(connection).abort_handle());
    }
}
