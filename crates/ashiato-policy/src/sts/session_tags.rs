//! What a session carries besides its rights: tags, those of them that go on to the next session of a chain, and the
//! identity of whoever stands at its beginning.
//!
//! Source: IAM User Guide, "Pass session tags in AWS STS" and "Monitor and control actions taken with assumed roles".

use std::collections::BTreeMap;

use crate::Error;
use crate::identity::quotas::TAGS_MAX;

/// What a session carries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Carried {
    /// The session's tags.
    pub tags: BTreeMap<String, String>,
    /// The keys of those that the next session of a chain inherits, as they are spelled in `tags`.
    pub transitive_keys: Vec<String>,
    /// Who is at the beginning of the chain; once set it stays.
    pub source_identity: Option<String>,
}

impl Carried {
    /// What a session of a role carries whose caller carries `self`: what is transitive, and what is passed now.
    ///
    /// # Errors
    /// `Invalid` where a key is reserved, is given twice, or is one that is inherited, where a transitive key has no tag,
    /// and where there are too many.
    pub fn passed_on(
        &self,
        tags: &[(&str, &str)],
        transitive_keys: &[&str],
        source_identity: Option<&str>,
    ) -> Result<Carried, Error> {
        let inherited = self.tags.iter().filter(|(key, _)| self.transitive_keys.contains(key));
        let mut carried = Carried {
            tags: inherited.map(|(key, value)| (key.clone(), value.clone())).collect(),
            transitive_keys: self.transitive_keys.clone(),
            source_identity: self.source_identity.as_deref().or(source_identity).map(str::to_string),
        };
        for (key, value) in tags {
            if key.to_ascii_lowercase().starts_with("aws:") {
                return Err(Error::invalid("Tag keys beginning with aws: are reserved for system use."));
            }
            if named(&self.transitive_keys, key).is_some() {
                return Err(Error::invalid(
                    "One of the specified tag keys can't be set because it conflicts with a transitive tag key from the \
                     calling session.",
                ));
            }
            if carried.tags.keys().any(|there| is_same(there, key)) {
                return Err(Error::invalid(
                    "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
                ));
            }
            carried.tags.insert((*key).to_string(), (*value).to_string());
        }
        for key in transitive_keys {
            let Some((passed, _)) = tags.iter().find(|(passed, _)| is_same(passed, key)) else {
                return Err(Error::invalid(format!("The transitive tag key {key} is not the key of a session tag.")));
            };
            if named(&carried.transitive_keys, key).is_none() {
                carried.transitive_keys.push((*passed).to_string());
            }
        }
        if carried.tags.len() > TAGS_MAX {
            return Err(Error::invalid(format!("A session has at most {TAGS_MAX} tags.")));
        }
        Ok(carried)
    }

    /// The tags of a principal, those of its session in place of its own.
    pub fn over(&self, own: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        let is_left = |key: &String| !self.tags.keys().any(|session| is_same(session, key));
        let left = own.iter().filter(|(key, _)| is_left(key));
        left.chain(&self.tags).map(|(key, value)| (key.clone(), value.clone())).collect()
    }
}

/// Keys of tags keep their case, and are one whatever it is.
fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn named<'a>(keys: &'a [String], key: &str) -> Option<&'a String> {
    keys.iter().find(|there| is_same(there, key))
}
