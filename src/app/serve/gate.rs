//! Which requests are answered at all.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Sent with every answer: nothing is kept, guessed, framed or handed to other sites.
const HEADERS: [(&str, &str); 6] = [
    ("cache-control", "no-store"),
    ("content-security-policy", "frame-ancestors 'none'"),
    ("cross-origin-resource-policy", "same-origin"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
];

/// Lets through what only reads and was sent to this server by its address.
pub(super) async fn check(State(bound): State<SocketAddr>, request: Request, next: Next) -> Response {
    let mut answer = if !is_welcome(&request, bound) {
        let words = "This server answers to its own address only.\n";
        (StatusCode::FORBIDDEN, words).into_response()
    } else if ![Method::GET, Method::HEAD].contains(request.method()) {
        (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response()
    } else {
        next.run(request).await
    };
    for (name, value) in HEADERS {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

/// Whether a request names this server, in its one `Host` header and wherever else it names one.
fn is_welcome(request: &Request, bound: SocketAddr) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let elsewhere = request.uri().authority().is_some_and(|target| !is_own(target.as_str(), bound));
    !elsewhere && host.to_str().is_ok_and(|host| is_own(host, bound))
}

/// Whether `host` is an address of the server. Names are none but `localhost`: whoever owns a name can let it point
/// here and have a browser read the answers as that name's own (DNS rebinding).
fn is_own(host: &str, bound: SocketAddr) -> bool {
    let Ok(authority) = host.parse::<Authority>() else { return false };
    if host.contains('@') || authority.port_u16().unwrap_or(80) != bound.port() {
        return false;
    }
    let name = authority.host();
    let address = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(name);
    match address.parse::<IpAddr>() {
        Ok(address) if bound.ip().is_loopback() => address.is_loopback(),
        Ok(address) => bound.ip().is_unspecified() || address == bound.ip(),
        Err(_) => name.eq_ignore_ascii_case("localhost"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_server_s_own_addresses_are_its_own() {
        let own = |bound: &str, host: &str| is_own(host, bound.parse().unwrap());
        for host in ["127.0.0.1:8278", "localhost:8278", "LOCALHOST:8278", "[::1]:8278"] {
            assert!(own("127.0.0.1:8278", host), "{host}");
        }
        for host in [
            "",
            "127.0.0.1",
            "127.0.0.1:80",
            "example.com:8278",
            "localhost.example.com:8278",
            "127.0.0.1.nip.io:8278",
            "a@127.0.0.1:8278",
            "192.168.1.5:8278",
            "127.0.0.1:8278/x",
            "127.0.0.1:8278 ",
        ] {
            assert!(!own("127.0.0.1:8278", host), "{host}");
        }
        assert!(own("127.0.0.1:80", "127.0.0.1"));
        // On every address: any number, no name.
        assert!(own("0.0.0.0:8278", "192.168.1.5:8278") && own("[::]:8278", "[fe80::1]:8278"));
        assert!(!own("0.0.0.0:8278", "example.com:8278"));
        assert!(own("192.168.1.5:8278", "192.168.1.5:8278") && !own("192.168.1.5:8278", "192.168.1.6:8278"));
    }
}
