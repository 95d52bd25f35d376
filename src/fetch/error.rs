//! What a judge answered instead of what was asked for, and what to do about it.

use std::time::Duration;

use crate::model::{Handle, Judge, clean};

/// Something could not be fetched.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{what} could not be fetched: {kind}")]
pub struct FetchError {
    /// What was asked for: "Codeforces ratings of alice".
    pub what: String,
    /// What came instead.
    pub kind: ErrorKind,
}

/// Why an answer is of no use. Texts from outside are cleaned and cut when they are shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ErrorKind {
    /// There is no client to ask with.
    #[error("no secure connection can be made ({0})")]
    NoClient(String),
    /// The judge can't be reached.
    #[error("no connection ({0})")]
    NoConnection(String),
    /// The judge took too long.
    #[error("no answer within {} s", .0.as_secs_f64())]
    TimedOut(Duration),
    /// The answer broke off.
    #[error("the answer broke off ({0})")]
    CutOff(String),
    /// The answer is larger than any real one.
    #[error("the answer is larger than {} MiB", .0 >> 20)]
    TooLarge(usize),
    /// The judge wants fewer requests.
    #[error("the judge says that it is asked too often")]
    TooOften {
        /// How long it wants to be left alone, where it says.
        wait: Option<Duration>,
    },
    /// The judge is down for a while.
    #[error("the judge is unavailable (HTTP {status})")]
    Unavailable {
        /// The HTTP status.
        status: u16,
        /// How long it wants to be left alone, where it says.
        wait: Option<Duration>,
    },
    /// One address leads to another without end.
    #[error("the judge sends to other addresses again and again, at last to {}", shortened(.0))]
    Astray(String),
    /// The judge lists nothing where it has listed much.
    #[error("the judge lists nothing any more, where {} stored", if *.0 == 1 { "1 entry is".to_owned() } else { format!("{} entries are", .0) })]
    Emptied(usize),
    /// A page for browsers: a check for robots, maintenance, a login.
    #[error(
        "a web page came instead of data (HTTP {0}): the judge blocks programs at the moment, or is being repaired"
    )]
    Blocked(u16),
    /// The judge knows no such user.
    #[error("{judge} knows no user {handle}")]
    UnknownHandle {
        /// Which judge.
        judge: Judge,
        /// The handle as configured.
        handle: Handle,
    },
    /// The user has another name now.
    #[error("{handle} is called {new} on {judge} now")]
    Renamed {
        /// The judge.
        judge: Judge,
        /// The handle as configured.
        handle: Handle,
        /// The new one.
        new: Handle,
    },
    /// What came is about somebody else.
    #[error("the judge sent data of {} instead of {handle}", shortened(other))]
    OtherUser {
        /// The handle as configured.
        handle: Handle,
        /// The handle in the answer.
        other: String,
    },
    /// The judge refuses, and says why.
    #[error("the judge says: {}", shortened(.0))]
    Refused(String),
    /// Any other status.
    #[error("HTTP {status}: {}", shortened(start))]
    Status {
        /// The HTTP status.
        status: u16,
        /// The body's beginning.
        start: String,
    },
    /// The answer is not what the judge's interface promises.
    #[error("the answer can't be understood ({reason}): {}", shortened(start))]
    Malformed {
        /// What was wrong, with line and column where known.
        reason: String,
        /// The body's beginning.
        start: String,
    },
}

/// The beginning of a text from outside, in one safe line.
fn shortened(text: &str) -> String {
    const MOST: usize = 200;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = line.chars().take(MOST).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    clean(&short).into_owned()
}

impl ErrorKind {
    /// Whether the judge has nothing about the user, whatever it is asked.
    pub fn is_of_user(&self) -> bool {
        matches!(self, Self::UnknownHandle { .. } | Self::Renamed { .. })
    }

    /// How long the judge wants to be left alone, where it says.
    pub(crate) fn wait(&self) -> Option<Duration> {
        match self {
            Self::TooOften { wait } | Self::Unavailable { wait, .. } => *wait,
            _ => None,
        }
    }

    /// Whether the site as a whole can't or doesn't want to answer, so that it is to be left alone for now.
    pub fn is_of_site(&self) -> bool {
        matches!(
            self,
            Self::NoClient(_)
                | Self::NoConnection(_)
                | Self::TimedOut(_)
                | Self::TooOften { .. }
                | Self::Unavailable { .. }
                | Self::Blocked(_)
                | Self::Astray(_)
        )
    }
}

impl FetchError {
    /// What the user can do about it.
    pub fn remedy(&self) -> String {
        if let Some(wait) = self.kind.wait() {
            return again_in(wait);
        }
        match &self.kind {
            ErrorKind::NoClient(_) => {
                "Install your system's CA certificates (the package is often called ca-certificates).".to_owned()
            }
            ErrorKind::NoConnection(_) => {
                "Check the network, and `url` under [judges] in cpt.toml if it is set; then run `cpt sync` again."
                    .to_owned()
            }
            ErrorKind::TooOften { .. } => {
                "Run `cpt sync` again in a few minutes, and not from several machines at once.".to_owned()
            }
            ErrorKind::TimedOut(_) | ErrorKind::CutOff(_) | ErrorKind::Unavailable { .. } => {
                "The judge is busy, as around contests, or the network is bad: run `cpt sync` again later.".to_owned()
            }
            ErrorKind::Blocked(_) => {
                "Open the judge's site in a browser to see what it says, and run `cpt sync` again later.".to_owned()
            }
            ErrorKind::Renamed { judge, new, .. } => {
                format!("Put {} = \"{new}\" under [handles] in cpt.toml, and run `cpt sync` again.", judge.id())
            }
            ErrorKind::UnknownHandle { judge, .. } => {
                let advice = judge.spec().handles.advice;
                format!("Check the spelling under [handles] in cpt.toml. {advice}").trim_end().to_owned()
            }
            ErrorKind::Emptied(_) => {
                "What is stored stays. Check the handle under [handles] in cpt.toml; if the judge is right, \
                 `cpt sync --full` follows it."
                    .to_owned()
            }
            ErrorKind::OtherUser { .. } => "What is stored stays. Run `cpt sync` again later; if it happens again, check \
                                          the handle under [handles] and `url` under [judges] in cpt.toml."
                .to_owned(),
            ErrorKind::Refused(_)
            | ErrorKind::Status { .. }
            | ErrorKind::TooLarge(_)
            | ErrorKind::Astray(_)
            | ErrorKind::Malformed { .. } => {
                "Run `cpt sync` again later. If it stays so while the judge's site looks fine in a browser, its \
                 interface may have changed: look for a new version of cpt."
                    .to_owned()
            }
        }
    }
}

fn again_in(wait: Duration) -> String {
    match wait.as_secs().max(1) {
        seconds if seconds < 120 => format!("Run `cpt sync` again in {seconds} s."),
        seconds if seconds < 7200 => format!("Run `cpt sync` again in {} minutes.", seconds.div_ceil(60)),
        seconds if seconds < 172_800 => format!("Run `cpt sync` again in {} hours.", seconds.div_ceil(3600)),
        _ => "Run `cpt sync` again in a few days.".to_owned(),
    }
}
