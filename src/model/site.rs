//! Where the judges' interfaces are reached, and how often one may ask.

use std::time::Duration;

use url::Url;

/// A site that answers requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Site {
    /// The judge's own API, <https://codeforces.com/apiHelp>.
    Codeforces,
    /// The judge's own pages; of these the rating histories as JSON.
    AtCoder,
    /// AtCoder Problems, the community's archive of submissions and difficulties.
    AtCoderProblems,
}

impl Site {
    /// Every site.
    pub const ALL: [Self; 3] = [Self::Codeforces, Self::AtCoder, Self::AtCoderProblems];

    /// The name as the site itself writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Codeforces => "Codeforces",
            Self::AtCoder => "AtCoder",
            Self::AtCoderProblems => "AtCoder Problems",
        }
    }

    /// The word for it in configuration.
    pub fn id(self) -> &'static str {
        match self {
            Self::Codeforces => "codeforces",
            Self::AtCoder => "atcoder",
            Self::AtCoderProblems => "atcoder_problems",
        }
    }

    /// The official address, that a mirror or a test server can stand in for.
    pub fn official_url(self) -> &'static str {
        match self {
            Self::Codeforces => "https://codeforces.com",
            Self::AtCoder => "https://atcoder.jp",
            Self::AtCoderProblems => "https://kenkoooo.com/atcoder",
        }
    }

    /// The shortest wait between two requests there.
    ///
    /// Codeforces allows one request in two seconds (apiHelp); AtCoder Problems asks for more than a second
    /// (its `doc/api.md`); AtCoder states nothing and gets the same.
    pub fn shortest_interval(self) -> Duration {
        Duration::from_secs(match self {
            Self::Codeforces => 2,
            Self::AtCoder | Self::AtCoderProblems => 1,
        })
    }

    /// Whether `url` leads to the site itself, by its host: subdomains are the site's too.
    pub fn is_official(self, url: &Url) -> bool {
        let official = Url::parse(self.official_url()).ok();
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
        let official = |url: &str| Site::Codeforces.is_official(&Url::parse(url).unwrap());
        assert!(official("https://codeforces.com"));
        assert!(official("http://CodeForces.com:8080/mirror"));
        assert!(official("https://mirror.codeforces.com."));
        assert!(!official("http://127.0.0.1:3000/codeforces.com"));
        assert!(!official("https://notcodeforces.com"));
    }
}
