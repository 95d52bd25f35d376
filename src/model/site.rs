//! Where the judges' interfaces are reached, and how often one may ask.

use std::time::Duration;

use url::Url;

/// A site that answers requests. One of each exists, as a `static`: two are the same where it is.
#[derive(Debug)]
pub struct Site {
    /// The word for it in configuration.
    pub id: &'static str,
    /// The name as the site itself writes it.
    pub name: &'static str,
    /// The official address, that a mirror or a test server can stand in for.
    pub official_url: &'static str,
    /// The environment's variable for another address.
    pub variable: &'static str,
    /// The shortest wait between two requests there.
    pub shortest_interval: Duration,
    /// Whether it tells that it doesn't know a user.
    pub knows_users: bool,
}

impl Site {
    /// Whether `url` leads to the site itself, by its host: subdomains are the site's too.
    pub fn is_official(&self, url: &Url) -> bool {
        let official = Url::parse(self.official_url).ok();
        let official = official.as_ref().and_then(Url::host_str).unwrap_or_default();
        let host = url.host_str().unwrap_or_default().trim_end_matches('.').to_ascii_lowercase();
        host == official || host.strip_suffix(official).is_some_and(|rest| rest.ends_with('.'))
    }
}

/// The address without the name and password that one for a mirror may contain: what may be told and kept.
pub fn without_credentials(url: &Url) -> String {
    let mut url = url.clone();
    // Addresses that can't have any have none.
    let _ = url.set_password(None).and_then(|()| url.set_username(""));
    url.into()
}

/// How to reach one site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// The base address; the paths after it are the site's.
    pub url: Url,
    /// The wait between the end of one request and the start of the next.
    pub interval: Duration,
    /// How long one answer may take.
    pub timeout: Duration,
    /// How old the site's lists of problems and contests may be before they are asked for again.
    pub max_age: Duration,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_known_by_its_host_alone() {
        let official = |url: &str| crate::judges::codeforces::SITE.is_official(&Url::parse(url).unwrap());
        assert!(official("https://codeforces.com"));
        assert!(official("http://CodeForces.com:8080/mirror"));
        assert!(official("https://mirror.codeforces.com."));
        assert!(!official("http://127.0.0.1:3000/codeforces.com"));
        assert!(!official("https://notcodeforces.com"));
    }
}
