//! `.mailmap`: who someone really is, as git reads it. Names and addresses are compared without regard to case.

use std::collections::HashMap;

/// A name and an address, as bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    pub name: Vec<u8>,
    pub email: Vec<u8>,
}

impl Person {
    /// Reads `Name <address>`; what isn't of that form is a name.
    pub fn parse(ident: &[u8]) -> Self {
        match next_person(ident) {
            Some((name, email, _)) => Self { name: name.to_vec(), email: email.to_vec() },
            None => Self { name: ident.trim_ascii().to_vec(), email: Vec::new() },
        }
    }
}

/// What replaces a name, an address or both.
#[derive(Debug, Clone, Default)]
struct Replacement {
    name: Option<Vec<u8>>,
    email: Option<Vec<u8>>,
}

/// What is known of one address.
#[derive(Debug, Clone, Default)]
struct AddressNames {
    anyone: Replacement,
    by_name: HashMap<Vec<u8>, Replacement>,
}

/// The replacements of one or more mailmap files.
#[derive(Debug, Clone, Default)]
pub(super) struct Mailmap {
    by_email: HashMap<Vec<u8>, AddressNames>,
}

impl Mailmap {
    /// Adds the lines of a file; where they contradict earlier ones, they win.
    pub fn add(&mut self, text: &[u8]) {
        for line in text.split(|&byte| byte == b'\n').filter(|line| !line.starts_with(b"#")) {
            let Some((name, email, rest)) = next_person(line).filter(|(_, email, _)| !email.is_empty())
            else {
                continue;
            };
            let name = Some(name.to_vec()).filter(|name| !name.is_empty());
            let Some((old_name, old_email, _)) = next_person(rest) else {
                let known = self.by_email.entry(email.to_ascii_lowercase()).or_default();
                known.anyone.name = name.or(known.anyone.name.take());
                continue;
            };
            let known = self.by_email.entry(old_email.to_ascii_lowercase()).or_default();
            let email = Some(email.to_vec());
            if old_name.is_empty() {
                known.anyone.name = name.or(known.anyone.name.take());
                known.anyone.email = email;
            } else {
                known.by_name.insert(old_name.to_ascii_lowercase(), Replacement { name, email });
            }
        }
    }

    /// The person whom `person` stands for.
    pub fn resolve(&self, person: Person) -> Person {
        let Some(known) = self.by_email.get(&person.email.to_ascii_lowercase()) else {
            return person;
        };
        let replacement =
            known.by_name.get(&person.name.to_ascii_lowercase()).unwrap_or(&known.anyone).clone();
        Person {
            name: replacement.name.unwrap_or(person.name),
            email: replacement.email.unwrap_or(person.email),
        }
    }
}

/// Takes `Name <address>` off the beginning of `text`: the name, the address and what follows.
fn next_person(text: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let left = text.iter().position(|&byte| byte == b'<')?;
    let right = left + text[left..].iter().position(|&byte| byte == b'>')?;
    Some((text[..left].trim_ascii(), &text[left + 1..right], &text[right + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(mailmap: &str, name: &str, email: &str) -> String {
        let mut map = Mailmap::default();
        map.add(mailmap.as_bytes());
        let person = Person { name: name.into(), email: email.into() };
        let person = map.resolve(person);
        format!("{} <{}>", String::from_utf8_lossy(&person.name), String::from_utf8_lossy(&person.email))
    }

    #[test]
    fn each_form_of_line_replaces_what_it_says() {
        let map = "# comment\nAda <ada@x>\r\n<bob@x> <bob@y> # old\nCy <cy@x> <cy@y>\nDi <di@x> Dee <all@x>\nbroken\n";
        assert_eq!(resolved(map, "a", "ADA@X"), "Ada <ADA@X>");
        assert_eq!(resolved(map, "bob", "bob@y"), "bob <bob@x>");
        assert_eq!(resolved(map, "c", "cy@y"), "Cy <cy@x>");
        assert_eq!(resolved(map, "dee", "all@x"), "Di <di@x>");
        assert_eq!(resolved(map, "other", "all@x"), "other <all@x>");
        assert_eq!(resolved(map, "who", "who@x"), "who <who@x>");
    }

    #[test]
    fn an_identity_is_read_as_far_as_it_goes() {
        let person = |name: &str, email: &str| Person { name: name.into(), email: email.into() };
        assert_eq!(Person::parse(b" A B  <a@b>"), person("A B", "a@b"));
        assert_eq!(Person::parse(b"<a@b>"), person("", "a@b"));
        assert_eq!(Person::parse(b"no address"), person("no address", ""));
        assert_eq!(Person::parse(b""), person("", ""));
    }
}
