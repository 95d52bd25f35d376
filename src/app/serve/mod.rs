//! The report page, always as things are now.

mod gate;
mod listen;
mod watch;

use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;

use super::env::Env;
use super::error::AppError;
use super::session::Session;
use super::workspace::Workspace;
use super::{page, runtime};
use crate::lang::{Lang, Later};
use crate::report::html;

/// What answers requests.
struct Server {
    env: Env,
    /// The last page with the stamp of what it shows.
    kept: Mutex<Option<(String, String)>>,
}

/// Serves the page at `address` until Ctrl-C; tells `ready` the URL once it can be asked for.
pub fn serve(
    address: SocketAddr,
    env: &Env,
    ready: impl FnOnce(&str) -> Result<(), AppError>,
) -> Result<(), AppError> {
    // What is wrong from the start is said here and not in the browser.
    Workspace::open(env)?;
    let cannot = |error: &std::io::Error| {
        let message = Later::message(
            format!("can't listen on {address}: {error}"),
            format!("{address} 주소에서 수신할 수 없습니다: {error}"),
            format!("{address} で待ち受けできません: {error}"),
        );
        let remedy = Later::advice(
            "Choose another --port (0 picks a free one) or --address.",
            "다른 --port(0이면 빈 포트)나 --address를 쓰세요.",
            "別の --port (0 なら空きポート) または --address を指定してください。",
        );
        AppError::usage(message, remedy)
    };
    let runtime = runtime().map_err(|error| cannot(&error))?;
    let server = Arc::new(Server { env: env.clone(), kept: Mutex::default() });
    runtime.block_on(async {
        let listener = TcpListener::bind(address).await.map_err(|error| cannot(&error))?;
        let bound = listener.local_addr().map_err(|error| cannot(&error))?;
        let url = format!("http://{bound}/");
        // Ctrl-C is listened for from the first poll on: before anybody can know that the page is served.
        let mut interrupt = pin!(tokio::signal::ctrl_c());
        let polled = poll_fn(|context| Poll::Ready(interrupt.as_mut().poll(context))).await;
        ready(&url)?;
        let interrupted = async {
            match polled {
                Poll::Ready(ended) => ended,
                Poll::Pending => interrupt.await,
            }
        };
        let app = Router::new()
            .route("/", get(report))
            .route("/stamp", get(stamp))
            .layer(axum::middleware::from_fn_with_state(bound, gate::check))
            .with_state(server);
        // Not awaited to the end: a browser that keeps its connection open must not keep the server.
        tokio::select! {
            never = listen::serve(listener, app, listen::PATIENCE) => match never {},
            stopped = interrupted => stopped.map_err(|error| {
                AppError::file(
                    Later::message(
                        "can't wait for Ctrl-C",
                        "Ctrl-C를 기다릴 수 없습니다",
                        "Ctrl-C を待てません",
                    ),
                    &error,
                )
            }),
        }
    })?;
    runtime.shutdown_background();
    Ok(())
}

async fn report(State(server): State<Arc<Server>>) -> Response {
    match tokio::task::spawn_blocking(move || server.page()).await {
        Ok(Ok(page)) => Html(page).into_response(),
        Ok(Err(page)) => (StatusCode::INTERNAL_SERVER_ERROR, Html(page)).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn stamp(State(server): State<Arc<Server>>) -> Response {
    match tokio::task::spawn_blocking(move || watch::stamp(&server.now())).await {
        Ok(stamp) => ([(header::CONTENT_TYPE, "text/plain")], stamp).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

impl Server {
    /// The surroundings as they are now.
    fn now(&self) -> Env {
        self.env.again().unwrap_or_else(|_| self.env.clone())
    }

    /// The page, or one that says why there is none.
    fn page(&self) -> Result<String, String> {
        let env = self.now();
        // Taken before the page is made: what changes meanwhile makes the page look again.
        let stamp = watch::stamp(&env);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, page)) = kept.as_ref().filter(|(of, _)| *of == stamp) {
            return Ok(page.clone());
        }
        let built = Session::open(&env)
            .and_then(|session| page::build(&session, Some(&stamp)).map(|built| built.answer.html));
        match built {
            Ok(html) => {
                *kept = Some((stamp, html.clone()));
                Ok(html)
            }
            Err(error) => {
                // The page has the language of files, which is English where there is none to be read.
                let lang = Workspace::open(&env).map_or(Lang::English, |workspace| workspace.file_lang());
                let (message, remedy) = error.said_in(lang);
                Err(html::failure(lang, &message, remedy.as_ref(), &stamp).unwrap_or(message))
            }
        }
    }
}
