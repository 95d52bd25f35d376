//! Whose commits count.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::mailmap::{Mailmap, Person};
use crate::model::Identity;

/// The authors whose commits count.
enum Wanted {
    Everyone,
    /// Everyone but bots.
    People,
    These {
        names: HashSet<String>,
        emails: HashSet<String>,
    },
}

/// Tells whose commits count, and remembers everyone it was asked about.
pub(super) struct Authors {
    mailmap: Mailmap,
    wanted: Wanted,
    /// Whether commits count that name one of them as a co-author.
    pub count_coauthors: bool,
    /// By the identity as a commit has it.
    seen: HashMap<Vec<u8>, Seen>,
}

struct Seen {
    identity: Arc<Identity>,
    wanted: bool,
    commits: usize,
}

impl Authors {
    /// Those named by `entries` (names, and addresses in any case); everyone where one is `*`, and everyone but bots where
    /// there is no entry.
    ///
    /// An address stands for the person it belongs to by the mailmap.
    pub fn new(entries: &[String], mailmap: Mailmap) -> Self {
        let wanted = if entries.is_empty() {
            Wanted::People
        } else if entries.iter().any(|entry| entry == "*") {
            Wanted::Everyone
        } else {
            let mapped = entries.iter().map(|entry| {
                let person = Person { name: Vec::new(), email: entry.trim().into() };
                lossy(&mailmap.resolve(person).email).to_lowercase()
            });
            let emails = mapped.chain(entries.iter().map(|entry| entry.trim().to_lowercase())).collect();
            Wanted::These { names: entries.iter().map(|entry| entry.trim().to_owned()).collect(), emails }
        };
        Self { mailmap, wanted, count_coauthors: false, seen: HashMap::new() }
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

    /// The first wanted person whom a commit's message names as its co-author.
    pub fn coauthor(&mut self, message: &[u8]) -> Option<Arc<Identity>> {
        for ident in message.split(|&byte| byte == b'\n').filter_map(coauthor) {
            if !self.seen.contains_key(ident) {
                let seen = self.judge(ident);
                self.seen.insert(ident.to_vec(), seen);
            }
            if let Some(seen) = self.seen.get(ident).filter(|seen| seen.wanted) {
                return Some(Arc::clone(&seen.identity));
            }
        }
        None
    }

    fn judge(&self, ident: &[u8]) -> Seen {
        let person = self.mailmap.resolve(Person::parse(ident));
        let identity = Identity { name: lossy(&person.name), email: lossy(&person.email) };
        let wanted = self.wants(&identity);
        Seen { identity: Arc::new(identity), wanted, commits: 0 }
    }

    /// Whether the commits of someone count whom the mailmap knows by this identity.
    pub fn wants(&self, identity: &Identity) -> bool {
        match &self.wanted {
            Wanted::Everyone => true,
            Wanted::People => !is_bot(identity),
            Wanted::These { names, emails } => {
                names.contains(&identity.name) || emails.contains(&identity.email.to_lowercase())
            }
        }
    }

    /// Authors who don't count and may be one who does, with their numbers of commits, the busiest first: of the same name
    /// as a wanted one or as `own_name`, or with an address that GitHub gives to someone called as in a wanted address.
    pub fn similar(&self, own_name: Option<&str>) -> Vec<(Identity, usize)> {
        let Wanted::These { names, emails } = &self.wanted else { return Vec::new() };
        let counting = self.seen.values().filter(|seen| seen.wanted).map(|seen| &seen.identity);
        let own_names = names.iter().map(String::as_str).chain(own_name);
        let own_names = own_names.chain(counting.map(|identity| identity.name.as_str()));
        let own_names: HashSet<String> = own_names
            .map(str::to_lowercase)
            .filter(|name| !name.is_empty() && !emails.contains(name))
            .collect();
        let is_similar = |identity: &Identity| {
            let other = Address::of(&identity.email);
            own_names.contains(&identity.name.to_lowercase())
                || emails.iter().map(|email| Address::of(email)).any(|own| own.is_similar(&other))
        };
        self.busiest(|seen| !seen.wanted && is_similar(&seen.identity))
    }

    /// Where none of the commits counts: their authors with their numbers of commits, the busiest first.
    pub fn all_unwanted(&self) -> Option<Vec<(Identity, usize)>> {
        if self.seen.is_empty() || self.seen.values().any(|seen| seen.wanted) {
            return None;
        }
        Some(self.busiest(|_| true))
    }

    fn busiest(&self, which: impl Fn(&Seen) -> bool) -> Vec<(Identity, usize)> {
        let mut commits: HashMap<&Identity, usize> = HashMap::new();
        for seen in self.seen.values().filter(|seen| seen.commits > 0 && which(seen)) {
            *commits.entry(&seen.identity).or_default() += seen.commits;
        }
        let mut busiest: Vec<_> = commits.into_iter().map(|(who, count)| (who.clone(), count)).collect();
        busiest.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
        busiest
    }
}

/// The person in a `Co-authored-by: Name <address>` line.
fn coauthor(line: &[u8]) -> Option<&[u8]> {
    const KEY: &[u8] = b"co-authored-by:";
    let (key, person) = line.split_at_checked(KEY.len())?;
    key.eq_ignore_ascii_case(KEY).then(|| person.trim_ascii())
}

/// Whether it is a program that commits by itself, as sites mark them and as well-known ones are called.
fn is_bot(Identity { name, email }: &Identity) -> bool {
    const ADDRESSES: [&str; 4] =
        ["action@github.com", "actions@github.com", "bot@renovateapp.com", "support@dependabot.com"];
    let (name, email) = (name.to_lowercase(), email.to_lowercase());
    name.ends_with("[bot]") || email.contains("[bot]@") || ADDRESSES.contains(&email.as_str())
}

/// An address, as far as it tells who someone is.
struct Address {
    /// What stands before the `@`; of an address that GitHub gives to who hides their own, the account.
    account: String,
    is_noreply: bool,
}

impl Address {
    fn of(email: &str) -> Self {
        let email = email.to_lowercase();
        let (local, host) = email.split_once('@').unwrap_or((&email, ""));
        let is_noreply = host.starts_with("users.noreply.");
        let account = if is_noreply { local.rsplit('+').next() } else { local.split('+').next() };
        Self { account: account.unwrap_or(local).to_owned(), is_noreply }
    }

    /// Accounts say something only where one of them is a site's: many are called `mail`.
    fn is_similar(&self, other: &Self) -> bool {
        (self.is_noreply || other.is_noreply) && !self.account.is_empty() && self.account == other.account
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
        assert!(counted(&["*"], "", "dependabot[bot] <1+dependabot[bot]@users.noreply.github.com>"));
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
    fn a_bot_is_nobody_where_nobody_is_named() {
        for bot in [
            "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>",
            "github-actions <action@github.com>",
            "Renovate Bot <bot@renovateapp.com>",
        ] {
            assert!(!counted(&[], "", bot), "{bot}");
        }
        assert!(counted(&[], "", "Abbot <abbot@example.com>"));
    }

    #[test]
    fn someone_nearly_called_as_one_who_counts_is_noticed() {
        let similar = |entries: &[&str], own_name: Option<&str>, ident: &str| {
            let entries: Vec<String> = entries.iter().map(ToString::to_string).collect();
            let mut authors = Authors::new(&entries, Mailmap::default());
            authors.count(b"Ada L <ada@x.org>");
            authors.count(ident.as_bytes());
            !authors.similar(own_name).is_empty()
        };
        assert!(similar(&["ada@x.org"], None, "ada l <other@x.org>"));
        assert!(similar(&["ada@x.org"], None, "A <12+Ada@users.noreply.github.com>"));
        assert!(similar(&["1+ada@users.noreply.github.com"], None, "A <ada@y.org>"));
        assert!(similar(&["nobody@x.org"], Some("Bob"), "bob <bob@y.org>"));
        assert!(!similar(&["ada@x.org"], Some("Ada L"), "Bob <bob@x.org>"));
        assert!(!similar(&["ada@x.org"], None, "A <ada@y.org>"));
        assert!(!similar(&["*"], None, "ada l <other@x.org>"));
    }

    #[test]
    fn a_coauthor_is_named_in_a_line_of_the_message() {
        let coauthor = |message: &str| {
            let mut authors = Authors::new(&["me@x".to_owned()], Mailmap::default());
            authors.coauthor(message.as_bytes()).map(|identity| identity.name.clone())
        };
        let squashed = "Week 3 (#12)\n\n* a\n\nCo-authored-by: Mate <mate@x>\nco-authored-by: Me <ME@x>\n";
        assert_eq!(coauthor(squashed).as_deref(), Some("Me"));
        assert_eq!(coauthor("Week 3\n\nwith Me <me@x>, Co-authored-by: Me <me@x>\n"), None);
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
