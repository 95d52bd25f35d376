//! How one gets on with each topic, and so how much a problem of it is worth today.

use std::collections::HashMap;

use jiff::Timestamp;

use super::super::{Attempts, Catalogue, CatalogueEntry};
use super::Why;

/// As many problems at the usual number of attempts are added to each topic, so that one bad day makes no weakness.
const USUAL_PROBLEMS: f64 = 5.0;

/// After so many days without a problem of it a topic is fully due.
const DUE_DAYS: f64 = 90.0;

/// A topic that adds less than this to a problem's weight is no reason worth telling.
const TELLING: f64 = 0.25;

/// The topics of what was handed in, and what all of it came to.
#[derive(Debug, Clone, Default)]
pub(super) struct Topics<'a> {
    by_name: HashMap<&'a str, Topic>,
    /// Attempts for each solved problem, over all topics.
    usual: f64,
    now: Timestamp,
}

#[derive(Debug, Clone, Default)]
struct Topic {
    tries: u32,
    solved: u32,
    last: Option<Timestamp>,
}

impl<'a> Topics<'a> {
    /// What `attempts` say at the moment `now`.
    pub fn new(attempts: &[Attempts], catalogue: &'a Catalogue, now: Timestamp) -> Self {
        let mut by_name: HashMap<&str, Topic> = HashMap::new();
        let (mut tries, mut solved) = (0, 0);
        for one in attempts {
            let is_solved = u32::from(one.solved.is_some());
            let topics = catalogue.get(&one.problem).into_iter().flat_map(CatalogueEntry::topics);
            for (place, topic) in topics.enumerate() {
                if place == 0 {
                    tries += one.tries;
                    solved += is_solved;
                }
                let topic = by_name.entry(topic).or_default();
                topic.tries += one.tries;
                topic.solved += is_solved;
                topic.last = topic.last.max(Some(one.last));
            }
        }
        let usual = if solved == 0 { 1.0 } else { f64::from(tries) / f64::from(solved) };
        Self { by_name, usual, now }
    }

    /// How much more than others a problem is worth for its topics, 1 to 3, and the topic that makes most of it.
    pub fn weight(&self, entry: &CatalogueEntry) -> (f64, Why) {
        let due = entry.topics().map(|topic| self.due(topic)).max_by(|(a, _), (b, _)| a.total_cmp(b));
        match due {
            Some((due, why)) if due >= TELLING => (1.0 + due, why),
            Some((due, _)) => (1.0 + due, Why::Level),
            None => (1.0, Why::Level),
        }
    }

    /// How due a topic is, 0 to 2: up to 1 for what it costs, up to 1 for how long ago it was.
    fn due(&self, name: &str) -> (f64, Why) {
        let Some(topic) = self.by_name.get(name) else {
            return (1.0, Why::New { topic: name.to_owned() });
        };
        let tries = (f64::from(topic.tries) + USUAL_PROBLEMS * self.usual)
            / (f64::from(topic.solved) + USUAL_PROBLEMS);
        let weak = (tries / self.usual - 1.0).clamp(0.0, 1.0);
        let days = topic.last.map_or(0.0, |last| self.now.duration_since(last).as_hours() as f64 / 24.0);
        let long_ago = (days / DUE_DAYS).clamp(0.0, 1.0);
        let topic = name.to_owned();
        let why = if weak >= long_ago {
            Why::Weak { topic, tries, usual: self.usual }
        } else {
            Why::Untouched { topic, days: days as u32 }
        };
        (weak + long_ago, why)
    }
}
