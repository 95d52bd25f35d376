//! Who is who among the members of a group and those who were it once.

use foldhash::HashMap;

use crate::model::{Group, folded_name};

/// Names, each with a place; those that are compared as one have the same. Members have the places of the configuration.
#[derive(Debug, Default)]
pub(super) struct Roster {
    /// Names as they are compared.
    folded: HashMap<String, usize>,
    /// Names as they were met: to compare one takes much longer than to look it up.
    met: HashMap<String, usize>,
}

impl Roster {
    pub fn of(group: &Group) -> Self {
        let mut roster = Self::default();
        for member in &group.members {
            roster.place(&member.name);
        }
        roster
    }

    /// The place of a name; who has none gets the next.
    pub fn place(&mut self, name: &str) -> usize {
        if let Some(place) = self.met.get(name) {
            return *place;
        }
        let next = self.folded.len();
        let place = *self.folded.entry(folded_name(name)).or_insert(next);
        self.met.insert(name.to_owned(), place);
        place
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.folded.len()
    }
}
