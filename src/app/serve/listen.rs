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
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// How long nothing is accepted after that failed, as it does where no file handle is left.
const PAUSE: Duration = Duration::from_millis(100);

/// Answers by `app` whatever connects. A connection that doesn't come to ask is closed after that much `patience`, and
/// the oldest one as soon as there are too many, so that nobody can keep others out.
pub(super) async fn serve(listener: TcpListener, app: Router, patience: Duration) -> Infallible {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience);
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

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::{SocketAddr, TcpStream};

    use axum::routing::get;

    use super::*;

    /// Where a server listens whose patience is short.
    fn listening() -> SocketAddr {
        let (sender, receiver) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            crate::app::runtime().unwrap().block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
                sender.send(listener.local_addr().unwrap()).unwrap();
                let app = Router::new().route("/", get(|| async { "an answer" }));
                match serve(listener, app, Duration::from_millis(50)).await {}
            });
        });
        receiver.recv().unwrap()
    }

    /// What comes until the server closes the connection; that it doesn't is a failure.
    fn heard(server: SocketAddr, said: &str) -> String {
        let mut stream = TcpStream::connect(server).unwrap();
        stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
        stream.write_all(said.as_bytes()).unwrap();
        let mut heard = String::new();
        stream.read_to_string(&mut heard).expect("the server closes the connection");
        heard
    }

    #[test]
    fn who_does_not_come_to_ask_is_not_waited_for() {
        let server = listening();
        for said in ["", "GET / HT", "GET / HTTP/1.1\r\nhost: a\r\n", "GET / HTTP/1.1\r\nx: "] {
            assert!(!heard(server, said).contains("an answer"), "{said:?}");
        }
        // Nor is who asked once and keeps the connection.
        assert!(heard(server, "GET / HTTP/1.1\r\nhost: a\r\n\r\n").contains("an answer"));
    }
}
