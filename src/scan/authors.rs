//! Whose commits count.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::mailmap::{Mailmap, Person};
use crate::model::Identity;

/// The authors whose commits count.
enum Wanted {
    Everyone,
    These { names: HashSet<String>, emails: HashSet<String> },
}

/// Tells whose commits count, and remembers everyone it was asked about.
pub(super) struct Authors {
    mailmap: Mailmap,
    wanted: Wanted,
    /// By the identity as a commit has it.
    seen: HashMap<Vec<u8>, Seen>,
}

struct Seen {
    identity: Arc<Identity>,
    wanted: bool,
    commits: usize,
}

impl Authors {
    /// Those named by `entries` (names, and addresses in any case); everyone where there is no entry or one is `*`.
    ///
    /// An address stands for the person it belongs to by the mailmap.
    pub fn new(entries: &[String], mailmap: Mailmap) -> Self {
        let wanted = if entries.is_empty() || entries.iter().any(|entry| entry == "*") {
            Wanted::Everyone
        } else {
            let mapped = entries.iter().map(|entry| {
                let person = Person { name: Vec::new(), email: entry.trim().into() };
                lossy(&mailmap.resolve(person).email).to_lowercase()
            });
            let emails = mapped.chain(entries.iter().map(|entry| entry.trim().to_lowercase())).collect();
            Wanted::These { names: entries.iter().map(|entry| entry.trim().to_owned()).collect(), emails }
        };
        Self { mailmap, wanted, seen: HashMap::new() }
    }

    /// Counts one commit by `ident` (`Name <address>`), and returns its author if such commits count.
    pub fn count(&mut self, ident: &[u8]) -> Option<Arc<Identity>> {
        if !self.seen.contains_key(ident) {
            let seen = self.judge(ident);
            self.seen.insert(ident.to_vec(), seen);
        }
        let seen = self.seen.get_mut(ident)?;
        seen.commits += 1;
        seen.wanted.then(|| Arc::clone(&seen.identity))
    }

    fn judge(&self, ident: &[u8]) -> Seen {
        let person = self.mailmap.resolve(Person::parse(ident));
        let identity = Identity { name: lossy(&person.name), email: lossy(&person.email) };
        let wanted = match &self.wanted {
            Wanted::Everyone => true,
            Wanted::These { names, emails } => {
                names.contains(&identity.name) || emails.contains(&identity.email.to_lowercase())
            }
        };
        Seen { identity: Arc::new(identity), wanted, commits: 0 }
    }

    /// Where none of the commits counts: their authors with their numbers of commits, the busiest first.
    pub fn all_unwanted(&self) -> Option<Vec<(Identity, usize)>> {
        if self.seen.is_empty() || self.seen.values().any(|seen| seen.wanted) {
            return None;
        }
        let mut commits: HashMap<&Identity, usize> = HashMap::new();
        for seen in self.seen.values() {
            *commits.entry(&seen.identity).or_default() += seen.commits;
        }
        let mut busiest: Vec<_> = commits.into_iter().map(|(who, count)| (who.clone(), count)).collect();
        busiest.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
        Some(busiest)
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(entries: &[&str], mailmap: &str, ident: &str) -> bool {
        let mut map = Mailmap::default();
        map.add(mailmap.as_bytes());
        let entries: Vec<String> = entries.iter().map(ToString::to_string).collect();
        Authors::new(&entries, map).count(ident.as_bytes()).is_some()
    }

    #[test]
    fn an_entry_is_an_address_in_any_case_or_a_name() {
        assert!(counted(&["Ada@X.org"], "", "A <ada@x.ORG>"));
        assert!(counted(&["Ada L"], "", "Ada L <any@where>"));
        assert!(!counted(&["Ada"], "", "Ada L <any@where>"));
        assert!(counted(&["*"], "", "anyone"));
        assert!(counted(&[], "", "anyone"));
    }

    #[test]
    fn an_old_address_stands_for_the_person_that_the_mailmap_makes_of_it() {
        let map = "Ada <new@x> <old@x>\n";
        for ident in ["a <old@x>", "b <new@x>"] {
            assert!(counted(&["old@x"], map, ident), "{ident}");
            assert!(counted(&["new@x"], map, ident), "{ident}");
        }
        assert!(counted(&["Ada"], map, "a <OLD@x>"));
        assert!(!counted(&["a"], map, "a <old@x>"));
    }

    #[test]
    fn the_busiest_authors_are_known_when_none_is_wanted() {
        let mut authors = Authors::new(&["me".to_owned()], Mailmap::default());
        for ident in ["a <a@x>", "b <b@x>", "b <b@x>"] {
            authors.count(ident.as_bytes());
        }
        let busiest = authors.all_unwanted().unwrap();
        assert_eq!(
            busiest.iter().map(|(who, n)| (who.name.as_str(), *n)).collect::<Vec<_>>(),
            [("b", 2), ("a", 1)]
        );
    }
}
