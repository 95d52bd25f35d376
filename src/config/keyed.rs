//! A table whose keys are words that the judges say.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use crate::judges;
use crate::model::Judge;

/// Which words are keys.
pub(super) trait Words {
    fn all() -> &'static [&'static str];
}

/// The words for the judges.
#[derive(Debug)]
pub(super) struct Judges;

impl Words for Judges {
    fn all() -> &'static [&'static str] {
        Judge::ids()
    }
}

/// The words for their sites.
#[derive(Debug)]
pub(super) struct SiteWords;

impl Words for SiteWords {
    fn all() -> &'static [&'static str] {
        judges::site_ids()
    }
}

/// A table with a value for some of the words, and no other key.
#[derive(Debug)]
pub(super) struct Keyed<W, T>(BTreeMap<&'static str, T>, PhantomData<W>);

impl<W, T> Keyed<W, T> {
    pub fn get(&self, word: &str) -> Option<&T> {
        self.0.get(word)
    }
}

impl<W, T> Default for Keyed<W, T> {
    fn default() -> Self {
        Self(BTreeMap::new(), PhantomData)
    }
}

impl<'de, W: Words, T: Deserialize<'de>> Deserialize<'de> for Keyed<W, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(KeyedVisitor(PhantomData))
    }
}

struct KeyedVisitor<W, T>(PhantomData<(W, T)>);

impl<'de, W: Words, T: Deserialize<'de>> Visitor<'de> for KeyedVisitor<W, T> {
    type Value = Keyed<W, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut values = BTreeMap::new();
        while let Some(word) = map.next_key_seed(Key(W::all()))? {
            values.insert(word, map.next_value()?);
        }
        Ok(Keyed(values, PhantomData))
    }
}

/// One of these words.
pub(super) struct Key(pub &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Key {
    type Value = &'static str;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key {
    type Value = &'static str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        let known = self.0.iter().find(|word| **word == key);
        known.copied().ok_or_else(|| E::unknown_field(key, self.0))
    }
}
