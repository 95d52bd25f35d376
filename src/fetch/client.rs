//! The one HTTP client: who it says it is, how long it waits, how often it asks, when it gives up.

use std::cell::Cell;
use std::convert::Infallible;
use std::net::IpAddr;
use std::time::Duration;

use reqwest::header;
use serde::de::DeserializeOwned;
use tokio::time::{Instant, sleep_until};
use url::{Host, Url};

use super::answer::{Answer, RequestLog, Tally};
use super::error::{ErrorKind, FetchError};
use super::reply::{Reply, ReplyStatus, json_or_refusal, retry_after};
use crate::model::{Endpoint, SourceName, Validator, without_credentials};

/// Who asks: the project's name and version.
const USER_AGENT: &str = concat!("cpt/", env!("CARGO_PKG_VERSION"), " (", env!("CARGO_PKG_NAME"), ")");
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// No answer of any judge is nearly as large.
const SIZE_LIMIT: usize = 64 << 20;
/// How often one thing is asked for.
const TRIES: u32 = 4;
/// How often one request is sent on to another address.
const DETOURS: u32 = 3;
/// The longest wait that a judge can ask for within one run.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// What is told of each request, when it is over.
type Watch = Box<dyn Fn(&RequestLog)>;

/// A client for one site. Requests through it follow one another with the site's spacing between them.
///
/// It belongs to one task: its futures are not `Send`.
pub struct Client {
    http: Result<reqwest::Client, ErrorKind>,
    endpoint: Endpoint,
    /// When the next request may begin.
    next: Cell<Option<Instant>>,
    tally: Cell<Tally>,
    watch: Option<Watch>,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client")
            .field("endpoint", &self.endpoint)
            .field("tally", &self.tally)
            .finish_non_exhaustive()
    }
}

/// What talks to the site of `url`; no answer may take longer than `timeout`.
pub(super) fn http(url: &Url, timeout: Duration) -> Result<reqwest::Client, ErrorKind> {
    // The first provider of a process stays; that there is one already is no fault.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut builder = reqwest::Client::builder()
        .user_agent(USER_AGENT)
        .connect_timeout(CONNECT_TIMEOUT)
        .timeout(timeout)
        // Each address is asked in its turn, as any other.
        .redirect(reqwest::redirect::Policy::none());
    if is_loopback(url) {
        // A server on this machine needs neither a proxy nor the system's certificates, which may be missing.
        builder = builder.no_proxy().tls_certs_only([]);
    }
    builder.build().map_err(|error| ErrorKind::NoClient(innermost(&error)))
}

impl Client {
    /// A client for the site at `endpoint`. That no connection could ever be made is said by the first request.
    pub fn new(endpoint: &Endpoint) -> Self {
        let http = http(&endpoint.url, endpoint.timeout);
        Self { http, endpoint: endpoint.clone(), next: Cell::default(), tally: Cell::default(), watch: None }
    }

    /// Tells `watch` of every request when it is over.
    #[must_use]
    pub fn watched(mut self, watch: impl Fn(&RequestLog) + 'static) -> Self {
        self.watch = Some(Box::new(watch));
        self
    }

    /// Keeps the distance to requests that were made `ago`, by another client.
    #[must_use]
    pub fn after(self, ago: Duration) -> Self {
        let rest = self.endpoint.interval.saturating_sub(ago);
        self.next.set(Some(Instant::now() + rest));
        self
    }

    /// What asking cost since the last call.
    pub fn take_tally(&self) -> Tally {
        self.tally.take()
    }

    /// Asks for `path` with `query` until `judge` can use the reply, the reply says that asking again is no use, or
    /// the tries are used up. `what` names the thing in the error.
    pub(crate) async fn get<T>(
        &self,
        what: &SourceName,
        path: &[&str],
        query: &[(&str, &str)],
        judge: impl Fn(&Reply) -> ReplyStatus<T>,
    ) -> Result<T, FetchError> {
        self.get_if_changed(what, path, query, None, judge).await.and_then(|answer| match answer {
            Answer::New(value, _) => Ok(value),
            Answer::Unchanged => {
                let kind = ErrorKind::Status { status: 304, start: String::new() };
                Err(FetchError { what: what.clone(), kind })
            }
        })
    }

    /// Like [`Client::get`], and asks only for what differs from what bore the stamp `known`, where that came from the
    /// same address.
    pub(crate) async fn get_if_changed<T>(
        &self,
        what: &SourceName,
        path: &[&str],
        query: &[(&str, &str)],
        known: Option<&Validator>,
        judge: impl Fn(&Reply) -> ReplyStatus<T>,
    ) -> Result<Answer<T>, FetchError> {
        let url = self.address(path, query).map_err(|kind| FetchError { what: what.clone(), kind })?;
        self.ask_until(what, Request { url, body: None }, known, judge).await
    }

    /// Asks for what is at `path` by POST, with a body of JSON, as GraphQL wants it. It is a read as any other, and can be
    /// asked again; its answers are never conditional.
    pub(crate) async fn post<T>(
        &self,
        what: &SourceName,
        path: &[&str],
        body: &serde_json::Value,
        judge: impl Fn(&Reply) -> ReplyStatus<T>,
    ) -> Result<Answer<T>, FetchError> {
        let url = self.address(path, &[]).map_err(|kind| FetchError { what: what.clone(), kind })?;
        self.ask_until(what, Request { url, body: Some(body.to_string()) }, None, judge).await
    }

    /// Makes a request until `judge` can use the reply, the reply says that asking again is no use, or the tries are used
    /// up.
    async fn ask_until<T>(
        &self,
        what: &SourceName,
        mut request: Request,
        known: Option<&Validator>,
        judge: impl Fn(&Reply) -> ReplyStatus<T>,
    ) -> Result<Answer<T>, FetchError> {
        let failed = |kind| FetchError { what: what.clone(), kind };
        let shown = without_credentials(&request.url);
        let known = known.filter(|stamp| stamp.url == shown);
        let (mut tried, mut detours) = (0, 0);
        loop {
            let waited = self.wait_for_turn().await;
            tried += 1;
            let verdict = match self.ask(&request, known, waited).await {
                Ok(Reply { location: Some(other), .. }) => {
                    detours += 1;
                    tried -= 1;
                    match request.url.join(&other) {
                        Ok(other) if detours <= DETOURS && !is_downgrade(&request.url, &other) => {
                            request.url = other;
                            continue;
                        }
                        _ => ReplyStatus::GiveUp(ErrorKind::Astray(other)),
                    }
                }
                Ok(reply) if reply.status == 304 && known.is_some() => {
                    self.count(|tally| tally.not_modified += 1);
                    return Ok(Answer::Unchanged);
                }
                Ok(reply) => match judge(&reply) {
                    ReplyStatus::Use(value) => {
                        let Reply { etag, last_modified, .. } = reply;
                        return Ok(Answer::New(value, Validator { url: shown, etag, last_modified }));
                    }
                    ReplyStatus::Again(kind) => ReplyStatus::Again(kind),
                    ReplyStatus::GiveUp(kind) => ReplyStatus::GiveUp(kind),
                },
                Err(verdict) => verdict,
            };
            let kind = match verdict {
                ReplyStatus::Use(never) => match never {},
                ReplyStatus::GiveUp(kind) => return Err(failed(kind)),
                ReplyStatus::Again(kind) => kind,
            };
            let asked = kind.wait().unwrap_or_default();
            if tried == TRIES || asked > LONGEST_WAIT {
                return Err(failed(kind));
            }
            // Twice as long as before each time, and never shorter than the judge says.
            let wait = asked.max(self.endpoint.interval * 2_u32.pow(tried));
            self.next.set(Some(Instant::now() + wait));
        }
    }

    /// Asks for JSON at a judge that refuses by HTTP alone, unless it is what bore the stamp `known`.
    pub async fn json_if_changed<T: DeserializeOwned>(
        &self,
        what: &SourceName,
        path: &[&str],
        query: &[(&str, &str)],
        known: Option<&Validator>,
    ) -> Result<Answer<T>, FetchError> {
        self.get_if_changed(what, path, query, known, json_or_refusal).await
    }

    fn address(&self, path: &[&str], query: &[(&str, &str)]) -> Result<Url, ErrorKind> {
        let mut url = self.endpoint.url.clone();
        url.path_segments_mut()
            .map_err(|()| ErrorKind::NoConnection(format!("{} is no base address", self.endpoint.url)))?
            .pop_if_empty()
            .extend(path);
        // Some sites know their addresses only with this one escaped, too.
        let escaped = url.path().replace('@', "%40");
        url.set_path(&escaped);
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        Ok(url)
    }

    fn count(&self, change: impl FnOnce(&mut Tally)) {
        let mut tally = self.tally.get();
        change(&mut tally);
        self.tally.set(tally);
    }

    async fn wait_for_turn(&self) -> Duration {
        let now = Instant::now();
        let Some(turn) = self.next.get().filter(|turn| *turn > now) else { return Duration::ZERO };
        sleep_until(turn).await;
        self.count(|tally| tally.waited += turn - now);
        turn - now
    }

    /// One request. What fails below HTTP is a verdict already.
    async fn ask(
        &self,
        asked: &Request,
        known: Option<&Validator>,
        waited: Duration,
    ) -> Result<Reply, ReplyStatus<Infallible>> {
        let http = self.http.as_ref().map_err(|kind| ReplyStatus::GiveUp(kind.clone()))?;
        self.count(|tally| tally.requests += 1);
        let url = asked.url.clone();
        let mut request = match &asked.body {
            None => http.get(url),
            Some(body) => http.post(url).header(header::CONTENT_TYPE, "application/json").body(body.clone()),
        };
        let etag = known.and_then(|stamp| stamp.etag.as_deref());
        let last_modified = known.and_then(|stamp| stamp.last_modified.as_deref());
        for (name, value) in [(header::IF_NONE_MATCH, etag), (header::IF_MODIFIED_SINCE, last_modified)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let began = Instant::now();
        let reply = self.read(request).await;
        let ended = Instant::now();
        self.next.set(Some(ended + self.endpoint.interval));
        if let Some(watch) = &self.watch {
            let (status, bytes) =
                reply.as_ref().map_or((None, 0), |reply| (Some(reply.status), reply.body.len()));
            let conditional = etag.is_some() || last_modified.is_some();
            let method = if asked.body.is_some() { "POST" } else { "GET" };
            let url = without_credentials(&asked.url);
            watch(&RequestLog { method, url, status, bytes, waited, took: ended - began, conditional });
        }
        reply
    }

    async fn read(&self, request: reqwest::RequestBuilder) -> Result<Reply, ReplyStatus<Infallible>> {
        let failed = |error: reqwest::Error| match self.kind(&error) {
            // Somebody offline should hear so at once.
            kind @ ErrorKind::NoConnection(_) => ReplyStatus::GiveUp(kind),
            kind => ReplyStatus::Again(kind),
        };
        let mut response = request.send().await.map_err(failed)?;
        let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
        let html = header(header::CONTENT_TYPE).is_some_and(|kind| kind.starts_with("text/html"));
        let date = header(header::DATE)
            .and_then(|date| jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(date.trim()).ok());
        let retry_after = header(header::RETRY_AFTER)
            .and_then(|text| retry_after(text, date.unwrap_or(jiff::Timestamp::MAX)));
        let text = |name| header(name).map(str::to_owned);
        let (etag, last_modified) = (text(header::ETAG), text(header::LAST_MODIFIED));
        let location = text(header::LOCATION).filter(|_| response.status().is_redirection());
        let status = response.status().as_u16();
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            if body.len() + chunk.len() > SIZE_LIMIT {
                return Err(ReplyStatus::GiveUp(ErrorKind::TooLarge(SIZE_LIMIT)));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Reply { status, html, location, retry_after, etag, last_modified, body })
    }

    fn kind(&self, error: &reqwest::Error) -> ErrorKind {
        let why = innermost(error);
        if error.is_timeout() {
            ErrorKind::TimedOut(self.endpoint.timeout)
        } else if error.is_connect() {
            ErrorKind::NoConnection(why)
        } else {
            ErrorKind::CutOff(why)
        }
    }
}

/// Where something is asked for, and with which body, where it is asked for by POST.
struct Request {
    url: Url,
    body: Option<String>,
}

/// Whether `to` would be asked for what `from` protects.
fn is_downgrade(from: &Url, to: &Url) -> bool {
    from.scheme() == "https" && to.scheme() != "https"
}

/// Whether an address is on this machine.
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => IpAddr::from(address).is_loopback(),
        Some(Host::Ipv6(address)) => IpAddr::from(address).is_loopback(),
        None => false,
    }
}

/// The cause that says most: the libraries wrap it in several that say "error sending request".
pub(super) fn innermost(error: &dyn std::error::Error) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
