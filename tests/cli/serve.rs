use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use cpt_tracker::model::AuthorDate;
use cpt_tracker::sample::{self, repo::RepoBuilder};

use super::sandbox::Sandbox;

/// A server that ends with the test.
struct Served<'s> {
    sandbox: &'s Sandbox,
    child: Child,
    /// `127.0.0.1:40000`.
    host: String,
}

impl<'s> Served<'s> {
    fn start(sandbox: &'s Sandbox) -> Self {
        let mut program = sandbox.program(&["serve", "--port", "0"]);
        let mut child = program.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.split(' ').find(|word| word.starts_with("http://")).unwrap();
        let host = url.strip_prefix("http://").unwrap().trim_end_matches('/').to_owned();
        Self { sandbox, child, host }
    }

    /// The status and the rest of an answer.
    fn ask(&self, request: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        (status, answer)
    }

    fn get(&self, path: &str) -> (u16, String) {
        self.ask(&format!("GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.host))
    }

    fn stamp(&self) -> String {
        let (status, answer) = self.get("/stamp");
        assert_eq!(status, 200, "{answer}");
        answer.split_once("\r\n\r\n").unwrap().1.to_owned()
    }
}

impl Drop for Served<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_page_changes_with_the_configuration_the_repository_and_the_store() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    let served = Served::start(&sandbox);
    let (status, page) = served.get("/");
    assert_eq!(status, 200, "{page}");
    assert!(page.contains("No data yet"), "{page}");
    let mut stamp = served.stamp();
    assert!(page.contains(&format!("<meta name=\"stamp\" content=\"{stamp}\"/>")));
    // Looking changes nothing.
    served.get("/");
    assert_eq!(served.stamp(), stamp);
    let mut changed = |what: &str| {
        let now = served.stamp();
        assert_ne!(now, stamp, "{what}");
        stamp = now;
        served.get("/").1
    };

    sandbox.cpt(&["sync"]);
    assert!(changed("store").contains("27 contests, highest 1358"));
    sandbox.reconfigure("colour = \"mint\"", "colour = \"violet\"");
    assert!(changed("configuration").contains("Codeforces violet (1900)"));
    let repo = RepoBuilder::init(&sandbox.dir(), "Demo", sample::AUTHOR).unwrap();
    let date = AuthorDate { seconds: 1_795_431_600, offset_minutes: 540 };
    repo.commit(date).write("solutions/new.rs", "// new\n").message("Solve <new>\n").finish().unwrap();
    assert!(changed("repository").contains("Solve &#60;new&#62;"));
    sandbox.reconfigure("goal = 1", "goal = \"many\"");
    let page = changed("configuration");
    assert!(page.contains("500 Internal") && page.contains("<h1>Report unavailable</h1>"), "{page}");
    assert!(page.contains("goal"), "{page}");
}

#[test]
fn nothing_can_be_written_and_no_other_site_can_read() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let served = Served::start(&sandbox);
    let own = served.host.clone();
    let port = own.rsplit_once(':').unwrap().1;
    let ask = |method: &str, path: &str, host: &str| {
        served.ask(&format!("{method} {path} HTTP/1.1\r\n{host}connection: close\r\n\r\n"))
    };
    let host = format!("host: {own}\r\n");
    assert_eq!(ask("GET", "/stamp", &format!("host: localhost:{port}\r\n")).0, 200);
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
        assert_eq!(ask(method, "/", &host).0, 405, "{method}");
    }
    for foreign in [
        format!("host: example.com:{port}\r\n"),
        "host: 127.0.0.1\r\n".to_owned(),
        String::new(),
        format!("{host}host: example.com\r\n"),
    ] {
        let (status, answer) = ask("GET", "/", &foreign);
        assert!([400, 403].contains(&status), "{foreign:?}: {answer}");
        assert!(!answer.contains("<html"), "{foreign:?}");
    }
    assert_eq!(ask("GET", &format!("http://example.com:{port}/"), &host).0, 403);
    for path in ["/cpt.toml", "/../cpt.toml", "/.cpt/cpt.db", "/%2e%2e/cpt.toml"] {
        assert_eq!(ask("GET", path, &host).0, 404, "{path}");
    }
    let (status, answer) = ask("HEAD", "/", &host);
    assert_eq!((status, answer.split_once("\r\n\r\n").unwrap().1), (200, ""));
    for header in ["cache-control: no-store", "x-content-type-options: nosniff", "frame-ancestors 'none'"] {
        assert!(answer.contains(header), "{answer}");
    }
    assert!(!sandbox.dir().join(".cpt").exists());
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let mut served = Served::start(&sandbox);
    // A connection that stays open doesn't keep it.
    let _stream = TcpStream::connect(&served.host).unwrap();
    let interrupt = format!("kill -INT {}", served.child.id());
    assert!(served.sandbox.command("sh").args(["-c", &interrupt]).status().unwrap().success());
    assert_eq!(served.child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_port_that_is_taken_is_said() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let run = sandbox.cpt(&["serve", "--port", &port]);
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.err.contains(&format!("can't listen on 127.0.0.1:{port}")), "{run}");
    assert!(run.err.contains("Choose another --port"), "{run}");
}

#[test]
fn half_open_connections_keep_nobody_out() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let served = Served::start(&sandbox);
    let half_open: Vec<TcpStream> = (0..400)
        .map(|_| {
            let mut stream = TcpStream::connect(&served.host).unwrap();
            stream.write_all(b"GET /stamp HTTP/1.1\r\n").unwrap();
            stream
        })
        .collect();
    served.stamp();
    drop(half_open);
}
